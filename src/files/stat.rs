//! Metadata of files below a folder (`stat`). The folder is opened once: of 30,000 paths, finding it anew for each
//! is a good part of the time of a build in which nothing changed.

use std::io;
use std::path::Path;
#[cfg(not(unix))]
use std::path::PathBuf;

/// An open folder, below which files are asked for their metadata.
#[derive(Debug)]
pub struct StatFolder {
    #[cfg(unix)]
    folder: std::os::fd::OwnedFd,
    #[cfg(not(unix))]
    folder: PathBuf,
}

/// Metadata of a file or a folder. Links are not followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileStat {
    /// Whether it is a plain file.
    pub is_file: bool,
    /// Whether it is a folder.
    pub is_folder: bool,
    /// Length in bytes.
    pub bytes: u64,
    /// Time of its last modification, which any program can set, in nanoseconds since 1970; zero if it is not known.
    pub modified: u64,
    /// Time of its last change of any sort, in nanoseconds since 1970; `None` where the system notes none.
    pub changed: Option<u64>,
    /// Its number in the file system; zero if it is not known.
    pub inode: u64,
}

#[cfg(unix)]
impl StatFolder {
    /// Opens a folder.
    ///
    /// # Errors
    /// If it cannot be opened.
    pub fn open(folder: &Path) -> io::Result<Self> {
        use rustix::fs::{Mode, OFlags};
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
        Ok(Self { folder: rustix::fs::open(folder, flags, Mode::empty())? })
    }

    /// Reads the metadata of a file or a folder below it; the empty path is the folder itself.
    ///
    /// # Errors
    /// If there is none.
    pub fn stat(&self, path: impl AsRef<Path>) -> io::Result<FileStat> {
        use rustix::fs::{AtFlags, FileType, Stat};

        #[allow(clippy::unnecessary_cast, clippy::cast_sign_loss, reason = "the types differ between systems")]
        fn nanoseconds(seconds: i64, part: i64) -> u64 {
            u64::try_from(seconds).map_or(0, |seconds| seconds.saturating_mul(1_000_000_000) + part as u64)
        }
        let path = path.as_ref();
        let found: Stat = if path.as_os_str().is_empty() {
            rustix::fs::fstat(&self.folder)?
        } else {
            rustix::fs::statat(&self.folder, path, AtFlags::SYMLINK_NOFOLLOW)?
        };
        let kind = FileType::from_raw_mode(found.st_mode);
        #[allow(clippy::unnecessary_cast, clippy::cast_possible_wrap, reason = "the types differ between systems")]
        let (modified, changed) = (
            nanoseconds(found.st_mtime as i64, found.st_mtime_nsec as i64),
            nanoseconds(found.st_ctime as i64, found.st_ctime_nsec as i64),
        );
        Ok(FileStat {
            is_file: kind == FileType::RegularFile,
            is_folder: kind == FileType::Directory,
            bytes: u64::try_from(found.st_size).unwrap_or_default(),
            modified,
            changed: Some(changed),
            #[allow(clippy::unnecessary_cast, reason = "the types differ between systems")]
            inode: found.st_ino as u64,
        })
    }
}

#[cfg(not(unix))]
impl StatFolder {
    /// Opens a folder.
    ///
    /// # Errors
    /// If it cannot be opened.
    pub fn open(folder: &Path) -> io::Result<Self> {
        Ok(Self { folder: folder.to_owned() })
    }

    /// Reads the metadata of a file or a folder below it; the empty path is the folder itself.
    ///
    /// # Errors
    /// If there is none.
    pub fn stat(&self, path: impl AsRef<Path>) -> io::Result<FileStat> {
        let found = std::fs::symlink_metadata(self.folder.join(path))?;
        let since = found.modified().ok().and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok());
        let modified = since.and_then(|since| u64::try_from(since.as_nanos()).ok()).unwrap_or_default();
        let (is_file, is_folder) = (found.is_file(), found.is_dir());
        Ok(FileStat { is_file, is_folder, bytes: found.len(), modified, changed: None, inode: 0 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn metadata_is_that_of_the_system() {
        let root = tempfile::tempdir().unwrap();
        std::fs::create_dir(root.path().join("a")).unwrap();
        std::fs::write(root.path().join("a/b.txt"), "uno").unwrap();
        let folder = StatFolder::open(root.path()).unwrap();
        let file = folder.stat("a/b.txt").unwrap();
        assert!(file.is_file && !file.is_folder && file.bytes == 3);
        let since = std::fs::metadata(root.path().join("a/b.txt")).unwrap().modified().unwrap();
        let since = since.duration_since(std::time::UNIX_EPOCH).unwrap().as_nanos();
        assert_eq!(u128::from(file.modified), since);
        assert!(folder.stat("a").unwrap().is_folder && folder.stat("").unwrap().is_folder);
        assert!(folder.stat("c").is_err() && StatFolder::open(&root.path().join("c")).is_err());
    }
}
