//! The folders of `.bacheca/`.

use std::fs;
use std::path::Path;

/// Creates a folder of the cache and, beside it, the file that tells backups to leave the cache out. That it cannot be
/// created only costs the next build time.
pub(super) fn create_cache_folder(folder: &Path) {
    let _ = fs::create_dir_all(folder);
    // Backups leave such folders out: <https://bford.info/cachedir/>.
    let tag = folder.with_file_name("CACHEDIR.TAG");
    if !tag.exists() {
        let _ = fs::write(tag, "Signature: 8a477f597d28d172789f06886806bc55\n");
    }
}
