//! What was printed stays from one build to the next: a poster that would come out the same is not made again.
//!
//! The key of a file says everything it is made from. A cache that cannot be read or written only costs time.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, Once, PoisonError};

use crate::publish::Store;

/// The folder below the board's root.
const FOLDER: &str = ".bacheca/paper";

/// Printed things in a folder, by key.
pub struct Cache {
    folder: PathBuf,
    /// Keys that this build asked for.
    used: Mutex<HashSet<String>>,
    made: Once,
}

impl Cache {
    /// The cache of the board at `root`; it need not be there.
    #[must_use]
    pub fn open(root: &Path) -> Self {
        Self { folder: root.join(FOLDER), used: Mutex::default(), made: Once::new() }
    }

    /// Deletes what this build did not ask for.
    pub fn forget_others(&self) {
        let used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        let Ok(entries) = fs::read_dir(&self.folder) else { return };
        for entry in entries.filter_map(Result::ok) {
            if !used.contains(entry.file_name().to_string_lossy().as_ref()) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }

    fn make_folder(&self) {
        let _ = fs::create_dir_all(&self.folder);
        // Backups leave such folders out: <https://bford.info/cachedir/>.
        let tag = self.folder.with_file_name("CACHEDIR.TAG");
        if !tag.exists() {
            let _ = fs::write(tag, "Signature: 8a477f597d28d172789f06886806bc55\n");
        }
    }

    fn use_key(&self, key: &str) {
        self.used.lock().unwrap_or_else(PoisonError::into_inner).insert(key.to_owned());
    }
}

impl Store for Cache {
    fn get(&self, key: &str) -> Option<Vec<u8>> {
        self.use_key(key);
        fs::read(self.folder.join(key)).ok().filter(|bytes| !bytes.is_empty())
    }

    fn keep(&self, key: &str, bytes: &[u8]) {
        self.made.call_once(|| self.make_folder());
        // Under another name first: a build that is stopped leaves no half file under a key.
        let half = self.folder.join(format!("{key}.{}", std::process::id()));
        if fs::write(&half, bytes).and_then(|()| fs::rename(&half, self.folder.join(key))).is_err() {
            let _ = fs::remove_file(&half);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_kept_is_there_and_what_nobody_asked_for_is_not() {
        let root = tempfile::tempdir().unwrap();
        let cache = Cache::open(root.path());
        assert_eq!(cache.get("a"), None);
        cache.keep("a", b"one");
        cache.keep("b", b"two");
        let later = Cache::open(root.path());
        assert_eq!(later.get("a").as_deref(), Some(&b"one"[..]));
        later.forget_others();
        assert_eq!((later.get("a").is_some(), later.get("b")), (true, None));
    }

    #[test]
    fn a_cache_that_cannot_be_written_is_no_failure() {
        let root = tempfile::tempdir().unwrap();
        fs::write(root.path().join(".bacheca"), "a file stands here").unwrap();
        let cache = Cache::open(root.path());
        cache.keep("a", b"one");
        assert_eq!(cache.get("a"), None);
        cache.forget_others();
    }
}
