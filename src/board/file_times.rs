//! Times of a board's files, so that a build in which nothing changed reads none of them.

use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use rayon::prelude::*;
use walkdir::WalkDir;

use super::{Fingerprint, fingerprint};
use crate::files::{FileStat, StatFolder};

/// Age below which times prove nothing: a file may change twice within the same tick of its file system's clock, which
/// is up to two seconds long.
const MIN_AGE: Duration = Duration::from_secs(3);
/// Folders whose files are inputs of a site. A theme is read in any case.
const FOLDERS: [&str; 2] = ["content", "static"];

/// Computes the fingerprint of path, length, times and inode of everything below the folders of content and static
/// files. A file whose bytes change gets another one, because no program can set the time of the change itself.
/// `None` where this cannot be told: something changed within the last seconds, could not be listed, or the system
/// notes no such times.
#[must_use]
pub fn fingerprint_times(root: &Path) -> Option<Fingerprint> {
    let mut paths = Vec::new();
    for folder in FOLDERS.map(|folder| root.join(folder)).iter().filter(|folder| folder.exists()) {
        for entry in WalkDir::new(folder).follow_root_links(false).sort_by_file_name() {
            paths.push(entry.ok()?.into_path());
        }
    }
    let latest = SystemTime::now().checked_sub(MIN_AGE)?.duration_since(SystemTime::UNIX_EPOCH).ok()?;
    let folder = StatFolder::open(root).ok()?;
    let observe = |path: &PathBuf| observe(&folder.stat(path.strip_prefix(root).ok()?).ok()?, latest);
    let observed: Vec<[u8; 32]> = paths.par_iter().map(observe).collect::<Option<_>>()?;
    let parts = paths.iter().zip(&observed);
    Some(fingerprint(parts.flat_map(|(path, observed)| [path.as_os_str().as_encoded_bytes(), observed.as_slice()])))
}

/// Length, modification time, time of the last change of any sort, and inode of a file, unless it is younger than
/// `latest`.
fn observe(found: &FileStat, latest: Duration) -> Option<[u8; 32]> {
    // The time of modification may be any that a program sets.
    let changed = found.changed.filter(|changed| u128::from(*changed) < latest.as_nanos())?;
    let numbers = [found.bytes, found.modified, changed, found.inode].map(u64::to_le_bytes);
    numbers.as_flattened().try_into().ok()
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn times_of_what_has_just_changed_prove_nothing() {
        let root = tempfile::tempdir().unwrap();
        let none = fingerprint_times(root.path()).unwrap();
        fs::create_dir(root.path().join("content")).unwrap();
        fs::write(root.path().join("content/a.md"), "1").unwrap();
        assert_eq!(fingerprint_times(root.path()), None);
        let folder = StatFolder::open(root.path()).unwrap();
        let seen = |latest| observe(&folder.stat("content/a.md").unwrap(), latest);
        let later = Duration::MAX;
        let before = seen(later).unwrap();
        // The same length, and the modification time set back: the system notes the change all the same.
        let modified = fs::symlink_metadata(root.path().join("content/a.md")).unwrap().modified().unwrap();
        std::thread::sleep(Duration::from_millis(20));
        fs::write(root.path().join("content/a.md"), "2").unwrap();
        fs::File::options().write(true).open(root.path().join("content/a.md")).unwrap().set_modified(modified).unwrap();
        assert_ne!(seen(later).unwrap(), before);
        assert_ne!(none, [0; 32]);
    }
}
