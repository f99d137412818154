//! Destinations of a site: folder, memory, compressed files, bucket.

mod arrival;
mod bucket;
mod build_record;
mod cache;
mod cache_folder;
mod compressed;
mod file_by_file;
mod folder;
mod lock;
mod manifest;
mod media_type;
mod memory;
mod permissions;
mod swap;

pub use bucket::{Bucket, Changes};
pub use build_record::{BuildOrigin, FolderMemory};
pub use cache::PrintCache;
pub use compressed::CompressingSink;
pub use folder::{SiteFolder, SwapOutcome};
pub use media_type::media_type;
pub use memory::MemorySink;
pub use swap::Obstacle;

use crate::error::Error;
use crate::localized;
use crate::text::visible::show_name;

/// Creates the error of two publishers that write the same path.
fn duplicate_path_error(path: &str) -> Error {
    let path = show_name(path);
    Error::Message(localized!(
        "due parti del sito vogliono lo stesso indirizzo: {path}",
        "two parts of the site claim the same address: {path}"
    ))
}
