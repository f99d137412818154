//! Making files durable, so that a power cut cannot undo them.
//!
//! Until then a system keeps what was written in memory, for half a minute or so, and writes it to the disk in an order
//! of its own: after a power cut a file can have its new name and none of its bytes.

use std::fs::File;
use std::io;
use std::path::Path;

/// Whether files are made durable before they replace others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    /// They are: after a power cut there is the old state or the new one.
    Synced,
    /// The system may take its time: quicker, but a power cut may leave files without contents.
    Unsynced,
}

impl Durability {
    /// Makes everything on the file system of a folder durable.
    ///
    /// With one system call where there is one (Linux). Measured on ext4, in seconds after writing 1,300 and 40,000
    /// files: 0.04 and 0.8; `fsync` of each file and folder: 0.8 and 21, from eight threads 0.24 and 7. Elsewhere each
    /// file and folder below it is synced.
    ///
    /// # Errors
    /// An I/O error, also of an earlier write that the system could not complete.
    pub fn sync_file_system(self, folder: &Path) -> io::Result<()> {
        match self {
            Self::Synced => sync_file_system(folder),
            Self::Unsynced => Ok(()),
        }
    }

    /// Makes the names in a folder durable, but not what they name.
    ///
    /// # Errors
    /// An I/O error.
    pub fn sync_folder(self, folder: &Path) -> io::Result<()> {
        match self {
            Self::Synced => sync_folder(folder),
            Self::Unsynced => Ok(()),
        }
    }
}

/// Opens a folder, to sync or to lock it.
///
/// # Errors
/// An I/O error, or something else at the path.
#[cfg(unix)]
pub fn open_folder(folder: &Path) -> io::Result<File> {
    use rustix::fs::{Mode, OFlags};
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    Ok(rustix::fs::open(folder, OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC, Mode::empty())?.into())
}

/// On other systems folders are not opened.
#[cfg(not(unix))]
pub fn open_folder(_: &Path) -> io::Result<File> {
    Err(io::ErrorKind::Unsupported.into())
}

#[cfg(any(target_os = "linux", target_os = "android"))]
fn sync_file_system(folder: &Path) -> io::Result<()> {
    use rustix::io::Errno;
    match rustix::fs::syncfs(open_folder(folder)?) {
        // Of some that imitate Linux.
        Err(Errno::NOSYS | Errno::OPNOTSUPP) => sync_each_file(folder),
        done => Ok(done?),
    }
}

#[cfg(all(unix, not(any(target_os = "linux", target_os = "android"))))]
fn sync_file_system(folder: &Path) -> io::Result<()> {
    sync_each_file(folder)
}

/// Without the calls of Unix the system decides.
#[cfg(not(unix))]
fn sync_file_system(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Syncs each file and folder below a folder, and it last.
#[cfg(unix)]
fn sync_each_file(folder: &Path) -> io::Result<()> {
    use rayon::prelude::*;
    let found = walkdir::WalkDir::new(folder).contents_first(true).into_iter().collect::<Result<Vec<_>, _>>()?;
    let (folders, files): (Vec<_>, Vec<_>) =
        found.into_iter().filter(|entry| !entry.path_is_symlink()).partition(|entry| entry.file_type().is_dir());
    // What is not a plain file has nothing to sync.
    let files = files.into_par_iter().filter(|entry| entry.file_type().is_file());
    files.try_for_each(|entry| Ok::<_, io::Error>(rustix::fs::fsync(super::open_plain_file(entry.path())?)?))?;
    folders.iter().try_for_each(|entry| sync_folder(entry.path()))?;
    // Where `fsync` leaves the bytes in the memory of the disk (macOS), this empties that.
    ignore_unsupported(open_folder(folder)?.sync_all())
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    let folder = match open_folder(folder) {
        // One can write to a folder that one may not read.
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => return Ok(()),
        opened => opened?,
    };
    ignore_unsupported(rustix::fs::fsync(folder).map_err(Into::into))
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Some file systems, such as network drives, refuse to sync a folder, and have no need to.
#[cfg(unix)]
fn ignore_unsupported(synced: io::Result<()>) -> io::Result<()> {
    use io::ErrorKind::{InvalidInput, Unsupported};
    match synced {
        Err(error) if matches!(error.kind(), InvalidInput | Unsupported) => Ok(()),
        other => other,
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn folders_are_synced_whatever_they_hold() {
        let root = tempfile::tempdir().unwrap();
        let below = root.path().join("a/b");
        std::fs::create_dir_all(&below).unwrap();
        std::fs::write(below.join("page"), "x").unwrap();
        std::os::unix::fs::symlink("nowhere", below.join("link")).unwrap();
        sync_each_file(root.path()).unwrap();
        for durability in [Durability::Synced, Durability::Unsynced] {
            durability.sync_file_system(root.path()).unwrap();
            durability.sync_folder(root.path()).unwrap();
        }
        let missing = root.path().join("missing");
        assert!(sync_each_file(&missing).is_err());
        assert!(Durability::Synced.sync_file_system(&missing).is_err());
        assert!(Durability::Synced.sync_folder(&below.join("page")).is_err(), "a file is no folder");
        Durability::Unsynced.sync_folder(&missing).unwrap();
    }
}
