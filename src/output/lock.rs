//! Mutual exclusion of builds into a folder: a lock on a file beside it, which the system releases when the process
//! ends.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::files::{open_folder, open_lock_file};
use crate::localized;
use crate::text::visible::show_path;

/// Maximum number of retries when another process deletes the file between opening and locking.
const MAX_ATTEMPTS: usize = 100;

/// Exclusive lock on a folder, released on drop.
pub(super) struct Lock {
    /// The lock file to delete.
    path: Option<PathBuf>,
    /// Closed, and thereby unlocked, after the file is deleted.
    _file: File,
}

impl Lock {
    /// Acquires the lock file `path` to build into `target`.
    ///
    /// # Errors
    /// Another build that holds the lock, or a file that cannot be written.
    pub(super) fn acquire(path: PathBuf, target: &Path) -> Result<Self, Error> {
        for _ in 0..MAX_ATTEMPTS {
            let file = open_lock_file(&path).map_err(|error| Error::write_site(&path, &error))?;
            try_lock(&file, &path, target)?;
            // The previous holder may have deleted the file meanwhile: verify that the locked file is the one at the path.
            if is_file_at(&file, &path) {
                return Ok(Self { path: Some(path), _file: file });
            }
        }
        let path = show_path(&path);
        Err(Error::Message(localized!(
            "{path}: il file continua a sparire: riprova",
            "{path}: the file keeps disappearing: try again"
        )))
    }

    /// Locks the folder itself, where no file can be made beside it.
    ///
    /// # Errors
    /// Another build that holds the lock, or a file system that has no locks of folders.
    pub(super) fn acquire_folder(target: &Path) -> Result<Self, Error> {
        let folder = open_folder(target).map_err(|error| Error::write_site(target, &error))?;
        try_lock(&folder, target, target)?;
        Ok(Self { path: None, _file: folder })
    }
}

/// Locks what is open at `path` for a build into `target`.
fn try_lock(file: &File, path: &Path, target: &Path) -> Result<(), Error> {
    match file.try_lock() {
        Ok(()) => Ok(()),
        Err(TryLockError::WouldBlock) => {
            let target = show_path(target);
            Err(Error::Message(localized!(
                "{target}: qui sta già lavorando un'altra costruzione del sito: aspetta che finisca e riprova, o scegli un'altra cartella con --out",
                "{target}: another build of the site is at work here: wait for its end and try again, or choose another folder with --out"
            )))
        }
        Err(TryLockError::Error(error)) => Err(Error::write_site(path, &error)),
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        if let Some(path) = &self.path {
            let _ = fs::remove_file(path);
        }
    }
}

#[cfg(unix)]
fn is_file_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let identity = |metadata: fs::Metadata| (metadata.dev(), metadata.ino());
    match (file.metadata(), fs::symlink_metadata(path)) {
        (Ok(ours), Ok(there)) => identity(ours) == identity(there),
        _ => false,
    }
}

/// On other systems an open file cannot be deleted.
#[cfg(not(unix))]
fn is_file_at(_: &File, path: &Path) -> bool {
    path.exists()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lock_is_exclusive_until_dropped() {
        let root = tempfile::tempdir().unwrap();
        let path = root.path().join(".public.bacheca-lock");
        fs::write(&path, "").unwrap();
        let take = || Lock::acquire(path.clone(), Path::new("public"));
        let lock = take().unwrap();
        let refused = take().err().unwrap();
        assert!(
            refused.to_string().contains("public") && refused.to_string().contains("un'altra costruzione"),
            "{refused}"
        );
        drop(lock);
        assert!(!path.exists());
        take().unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn lock_of_the_folder_itself_is_exclusive() {
        let root = tempfile::tempdir().unwrap();
        let lock = Lock::acquire_folder(root.path()).unwrap();
        let refused = Lock::acquire_folder(root.path()).err().unwrap();
        assert!(refused.to_string().contains("un'altra costruzione"), "{refused}");
        drop(lock);
        Lock::acquire_folder(root.path()).unwrap();
        assert_eq!(fs::read_dir(root.path()).unwrap().count(), 0);
    }

    #[cfg(unix)]
    #[test]
    fn lock_does_not_follow_links() {
        let root = tempfile::tempdir().unwrap();
        let path = root.path().join(".public.bacheca-lock");
        std::os::unix::fs::symlink(root.path().join("elsewhere"), &path).unwrap();
        assert!(Lock::acquire(path, Path::new("public")).is_err());
        assert!(!root.path().join("elsewhere").exists());
    }
}
