//! The sink: where a site's files go.

mod cache;
mod folder;
mod memory;

pub use cache::Cache;
pub use folder::{Folder, Outcome};
pub use memory::Memory;
