//! The sink: where a site's files go, and how they get into a bucket.

mod bucket;
mod build_record;
mod cache;
mod compressed;
mod folder;
mod lock;
mod manifest;
mod media_type;
mod memory;
mod swap;

pub use bucket::{Bucket, Changes};
pub use build_record::{BuildOrigin, FolderMemory};
pub use cache::PrintCache;
pub use compressed::CompressingSink;
pub use folder::{Outcome, SiteFolder};
pub use media_type::media_type;
pub use memory::MemorySink;

use std::io::{self, ErrorKind};
use std::path::Path;

use crate::publish::Failure;

/// Two publishers claim one path.
fn duplicate_path_error(path: &str) -> Failure {
    format!("due parti del sito vogliono lo stesso indirizzo: {path}")
}

/// What the system said of a path, and what to do about it.
fn describe_io_error(path: &Path, error: &io::Error) -> Failure {
    let path = path.display();
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            format!("{path}: il disco è pieno: libera spazio e riprova; il sito resta com'era")
        }
        ErrorKind::PermissionDenied => {
            format!(
                "{path}: non c'è il permesso di scrivere qui: chiedilo a chi cura il computer, o scegli un'altra cartella con --out"
            )
        }
        ErrorKind::ReadOnlyFilesystem => {
            format!("{path}: questo disco è di sola lettura: scegli un'altra cartella con --out")
        }
        ErrorKind::InvalidFilename => {
            format!("{path}: il nome è troppo lungo, o ha segni che il disco non accetta: accorcialo")
        }
        _ => format!("{path}: {error}"),
    }
}
