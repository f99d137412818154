//! The sink: where a site's files go.

mod cache;
mod compressed;
mod folder;
mod memory;

pub use cache::Cache;
pub use compressed::Compressed;
pub use folder::{Folder, Outcome};
pub use memory::Memory;
