//! The sink: where a site's files go.

mod folder;
mod memory;

pub use folder::{Folder, Outcome};
pub use memory::Memory;
