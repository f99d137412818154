//! Creation of folders below `.bacheca/`.

use std::fs;
use std::path::Path;

use crate::files::create_file;

/// Creates a cache folder and the tag file that excludes it from backups. Errors are ignored: without a cache builds
/// are only slower.
pub(super) fn create_cache_folder(folder: &Path) {
    let _ = fs::create_dir_all(folder);
    // Cache Directory Tagging Specification: <https://bford.info/cachedir/>.
    let _ = create_file(&folder.with_file_name("CACHEDIR.TAG"), b"Signature: 8a477f597d28d172789f06886806bc55\n");
}
