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
use crate::check::KnownFindings;
use crate::files::{CACHE_FOLDER, MAX_OWN_BYTES, read_file, replace_file_unsynced};
use crate::publish::PrintStore;

/// Folders of the cache below the board's root; checked for links, which an unreviewed change could have added.
const PRINT_FOLDER: &str = ".bacheca/paper";
const SITES_FOLDER: &str = ".bacheca/sites";
/// Length in bytes of the checksum at the start of each file.
const CHECKSUM_BYTES: usize = 16;

/// A folder of printed files by key.
pub struct PrintCache {
    folder: PathBuf,
    /// Keys used by this build.
    used: Mutex<HashSet<String>>,
    made: Once,
    /// Whether nothing in the cache folders is a link, so that nothing outside the board is read, written or deleted.
    trusted: bool,
}

/// Checksum (SipHash-1-3, 128 bits) of a key and its bytes.
fn checksum(key: &str, bytes: &[u8]) -> [u8; CHECKSUM_BYTES] {
    let mut hasher = SipHasher13::new();
    hasher.write(key.as_bytes());
    hasher.write(bytes);
    hasher.finish128().as_u128().to_le_bytes()
}

/// Whether a file name is one that the cache writes: a key, or the temporary file of one.
fn is_cache_file(name: &str) -> bool {
    name.split('.').next().is_some_and(|key| !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// Whether a folder has an entry that is a link.
fn has_link(folder: &Path) -> bool {
    let Ok(mut entries) = fs::read_dir(folder) else { return false };
    entries.any(|entry| entry.and_then(|entry| entry.file_type()).is_ok_and(|kind| kind.is_symlink()))
}

impl PrintCache {
    /// Opens the cache of the board at `root`, which need not exist yet.
    #[must_use]
    pub fn open(root: &Path) -> Self {
        let trusted = !root.join(CACHE_FOLDER).is_symlink()
            && ![CACHE_FOLDER, PRINT_FOLDER, SITES_FOLDER].into_iter().any(|folder| has_link(&root.join(folder)));
        Self { folder: root.join(PRINT_FOLDER), used: Mutex::default(), made: Once::new(), trusted }
    }

    /// Opens the cache of the board at `root`, if there is one.
    #[must_use]
    pub fn open_existing(root: &Path) -> Option<Self> {
        root.join(SITES_FOLDER).is_dir().then(|| Self::open(root))
    }

    /// Paths for the record and back buffer of a folder; `None` if the cache cannot be used.
    #[must_use]
    pub fn folder_memory(&self, target: &Path) -> Option<FolderMemory> {
        let sites = self.folder.with_file_name("sites");
        let target = target.canonicalize().or_else(|_| std::path::absolute(target)).ok()?;
        self.trusted.then(|| FolderMemory::new(&sites, &target))
    }

    /// What the last check of the board found in single items; nothing if it is not known.
    #[must_use]
    pub fn known_findings(&self) -> KnownFindings {
        let read = || KnownFindings::from_bytes(&read_file(&self.findings_file(), MAX_OWN_BYTES).ok()?);
        self.trusted.then(read).flatten().unwrap_or_default()
    }

    /// Records what is known for the next check.
    pub fn remember_findings(&self, known: &KnownFindings) {
        if self.trusted {
            let file = self.findings_file();
            file.parent().into_iter().for_each(create_cache_folder);
            let _ = replace_file_unsynced(&file, &known.to_bytes());
        }
    }

    fn findings_file(&self) -> PathBuf {
        self.folder.with_file_name("sites").join("findings")
    }

    /// Deletes files that this build did not use.
    pub fn delete_unused(&self) {
        if !self.trusted {
            return;
        }
        let used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        let Ok(entries) = fs::read_dir(&self.folder) else { return };
        for entry in entries.filter_map(Result::ok) {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            if is_cache_file(&name) && !used.contains(name.as_ref()) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }

    fn create_folder(&self) {
        create_cache_folder(&self.folder);
    }

    fn mark_used(&self, key: &str) {
        self.used.lock().unwrap_or_else(PoisonError::into_inner).insert(key.to_owned());
    }
}

impl PrintStore for PrintCache {
    fn get(&self, key: &str) -> Option<Vec<u8>> {
        self.mark_used(key);
        let path = self.folder.join(key);
        if !self.trusted {
            return None;
        }
        let mut bytes = read_file(&path, MAX_OWN_BYTES).ok()?;
        let (found, kept) = bytes.split_at_checked(CHECKSUM_BYTES)?;
        if kept.is_empty() || found != checksum(key, kept) {
            return None;
        }
        Some(bytes.split_off(CHECKSUM_BYTES))
    }

    fn keep(&self, key: &str, bytes: &[u8]) {
        if !self.trusted {
            return;
        }
        self.made.call_once(|| self.create_folder());
        let _ = replace_file_unsynced(&self.folder.join(key), &[&checksum(key, bytes), bytes].concat());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cache_keeps_used_files_and_deletes_others() {
        let root = tempfile::tempdir().unwrap();
        let cache = PrintCache::open(root.path());
        assert_eq!(cache.get("a"), None);
        cache.keep("a", b"one");
        cache.keep("b", b"two");
        let later = PrintCache::open(root.path());
        assert_eq!(later.get("a").as_deref(), Some(&b"one"[..]));
        later.delete_unused();
        assert_eq!((later.get("a").is_some(), later.get("b")), (true, None));
    }

    #[test]
    fn damaged_cache_files_are_ignored() {
        let root = tempfile::tempdir().unwrap();
        let cache = PrintCache::open(root.path());
        cache.keep("a", b"one sheet");
        let file = root.path().join(PRINT_FOLDER).join("a");
        let whole = fs::read(&file).unwrap();
        for damaged in [&whole[..whole.len() - 1], &whole[..CHECKSUM_BYTES], &whole[..3], b"", &[0xff; 64]] {
            fs::write(&file, damaged).unwrap();
            assert_eq!(cache.get("a"), None);
        }
        // A valid file under another key is damaged as well, because the checksum covers the key.
        fs::write(root.path().join(PRINT_FOLDER).join("b"), &whole).unwrap();
        assert_eq!(cache.get("b"), None);
        cache.keep("a", b"one sheet");
        assert_eq!(cache.get("a").as_deref(), Some(&b"one sheet"[..]));
    }

    #[cfg(unix)]
    #[test]
    fn cache_folder_must_not_be_a_link() {
        let outside = tempfile::tempdir().unwrap();
        for name in ["abc", "tesi.docx"] {
            fs::write(outside.path().join(name), "anni di lavoro").unwrap();
        }
        let root = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join(CACHE_FOLDER)).unwrap();
        std::os::unix::fs::symlink(outside.path(), root.path().join(PRINT_FOLDER)).unwrap();
        let cache = PrintCache::open(root.path());
        cache.keep("a", b"one");
        cache.delete_unused();
        assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 2);
    }

    #[test]
    fn unwritable_cache_is_ignored() {
        let root = tempfile::tempdir().unwrap();
        fs::write(root.path().join(".bacheca"), "a file stands here").unwrap();
        let cache = PrintCache::open(root.path());
        cache.keep("a", b"one");
        assert_eq!(cache.get("a"), None);
        cache.delete_unused();
    }
}
