//! Cache of printed files between builds, so that unchanged posters are not typeset again.
//!
//! The key of a file is the fingerprint of its inputs. Each file starts with a checksum, so that truncated or damaged
//! files are detected. Errors of the cache are ignored: they only cost time.

use std::collections::HashSet;
use std::fs;
use std::hash::Hasher;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, Once, PoisonError};

use siphasher::sip128::{Hasher128, SipHasher13};

use super::FolderMemory;
use super::cache_folder::create_cache_folder;
use crate::files::write_atomically;
use crate::publish::PrintStore;

/// Cache folders below the board's root; checked for links, which an unreviewed change could have added.
const FOLDER: &str = ".bacheca/paper";
const SITES: &str = ".bacheca/sites";
const ABOVE: &str = ".bacheca";
/// Length in bytes of the checksum at the start of each file.
const SUM: usize = 16;

/// A folder of printed files by key.
pub struct PrintCache {
    folder: PathBuf,
    /// Keys used by this build.
    used: Mutex<HashSet<String>>,
    made: Once,
    /// Whether no cache folder is a link, so that nothing outside the board is read, written or deleted.
    trusted: bool,
}

/// Checksum (SipHash-1-3, 128 bits) of a key and its bytes.
fn sum(key: &str, bytes: &[u8]) -> [u8; SUM] {
    let mut hasher = SipHasher13::new();
    hasher.write(key.as_bytes());
    hasher.write(bytes);
    hasher.finish128().as_u128().to_le_bytes()
}

/// Whether a file name is one that the cache writes: a key, or the temporary file of one.
fn is_ours(name: &str) -> bool {
    name.split('.').next().is_some_and(|key| !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

impl PrintCache {
    /// Opens the cache of the board at `root`, which need not exist yet.
    #[must_use]
    pub fn open(root: &Path) -> Self {
        let is_link = |path| fs::symlink_metadata(root.join(path)).is_ok_and(|found| found.is_symlink());
        let trusted = ![ABOVE, FOLDER, SITES].into_iter().any(is_link);
        Self { folder: root.join(FOLDER), used: Mutex::default(), made: Once::new(), trusted }
    }

    /// Paths for the record and back buffer of a folder; `None` if the cache cannot be used.
    #[must_use]
    pub fn memory_of(&self, target: &Path) -> Option<FolderMemory> {
        let sites = self.folder.with_file_name("sites");
        let target = target.canonicalize().or_else(|_| std::path::absolute(target)).ok()?;
        self.trusted.then(|| FolderMemory::below(&sites, &target))
    }

    /// Deletes files that this build did not use.
    pub fn forget_others(&self) {
        if !self.trusted {
            return;
        }
        let used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        let Ok(entries) = fs::read_dir(&self.folder) else { return };
        for entry in entries.filter_map(Result::ok) {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            if is_ours(&name) && !used.contains(name.as_ref()) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }

    fn make_folder(&self) {
        create_cache_folder(&self.folder);
    }

    fn use_key(&self, key: &str) {
        self.used.lock().unwrap_or_else(PoisonError::into_inner).insert(key.to_owned());
    }
}

impl PrintStore for PrintCache {
    fn get(&self, key: &str) -> Option<Vec<u8>> {
        self.use_key(key);
        let path = self.folder.join(key);
        if !self.trusted || !fs::symlink_metadata(&path).is_ok_and(|found| found.is_file()) {
            return None;
        }
        let mut bytes = fs::read(path).ok()?;
        let (found, kept) = bytes.split_at_checked(SUM)?;
        if kept.is_empty() || found != sum(key, kept) {
            return None;
        }
        Some(bytes.split_off(SUM))
    }

    fn keep(&self, key: &str, bytes: &[u8]) {
        if !self.trusted {
            return;
        }
        self.made.call_once(|| self.make_folder());
        let _ = write_atomically(&self.folder.join(key), &[&sum(key, bytes), bytes].concat());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_kept_is_there_and_what_nobody_asked_for_is_not() {
        let root = tempfile::tempdir().unwrap();
        let cache = PrintCache::open(root.path());
        assert_eq!(cache.get("a"), None);
        cache.keep("a", b"one");
        cache.keep("b", b"two");
        let later = PrintCache::open(root.path());
        assert_eq!(later.get("a").as_deref(), Some(&b"one"[..]));
        later.forget_others();
        assert_eq!((later.get("a").is_some(), later.get("b")), (true, None));
    }

    #[test]
    fn what_was_damaged_is_not_there() {
        let root = tempfile::tempdir().unwrap();
        let cache = PrintCache::open(root.path());
        cache.keep("a", b"one sheet");
        let file = root.path().join(FOLDER).join("a");
        let whole = fs::read(&file).unwrap();
        for damaged in [&whole[..whole.len() - 1], &whole[..SUM], &whole[..3], b"", &[0xff; 64]] {
            fs::write(&file, damaged).unwrap();
            assert_eq!(cache.get("a"), None);
        }
        // A valid file under another key is damaged as well, because the checksum covers the key.
        fs::write(root.path().join(FOLDER).join("b"), &whole).unwrap();
        assert_eq!(cache.get("b"), None);
        cache.keep("a", b"one sheet");
        assert_eq!(cache.get("a").as_deref(), Some(&b"one sheet"[..]));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_out_of_the_board_is_no_cache() {
        let outside = tempfile::tempdir().unwrap();
        for name in ["abc", "tesi.docx"] {
            fs::write(outside.path().join(name), "anni di lavoro").unwrap();
        }
        let root = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join(ABOVE)).unwrap();
        std::os::unix::fs::symlink(outside.path(), root.path().join(FOLDER)).unwrap();
        let cache = PrintCache::open(root.path());
        cache.keep("a", b"one");
        cache.forget_others();
        assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 2);
    }

    #[test]
    fn a_cache_that_cannot_be_written_is_no_failure() {
        let root = tempfile::tempdir().unwrap();
        fs::write(root.path().join(".bacheca"), "a file stands here").unwrap();
        let cache = PrintCache::open(root.path());
        cache.keep("a", b"one");
        assert_eq!(cache.get("a"), None);
        cache.forget_others();
    }
}
