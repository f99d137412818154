//! What the system notes about files below a folder. The folder is opened once: of 30,000 paths, finding it anew for each
//! is a good part of the time of a build in which nothing changed.

use std::io;
use std::path::Path;
#[cfg(not(unix))]
use std::path::PathBuf;

/// A folder whose files are looked at.
#[derive(Debug)]
pub struct NotedFolder {
    #[cfg(unix)]
    folder: std::os::fd::OwnedFd,
    #[cfg(not(unix))]
    folder: PathBuf,
}

/// What is noted about a file or a folder. Links are not followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Noted {
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
impl NotedFolder {
    /// Opens a folder.
    ///
    /// # Errors
    /// If it cannot be opened.
    pub fn open(folder: &Path) -> io::Result<Self> {
        use rustix::fs::{Mode, OFlags};
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
        Ok(Self { folder: rustix::fs::open(folder, flags, Mode::empty())? })
    }

    /// Looks at a file or a folder below it; the empty path is the folder itself.
    ///
    /// # Errors
    /// If there is none.
    pub fn look_at(&self, path: impl AsRef<Path>) -> io::Result<Noted> {
        use rustix::fs::{AtFlags, FileType, Stat};

        #[allow(clippy::unnecessary_cast, clippy::cast_sign_loss, reason = "the types differ between systems")]
        fn nanoseconds(seconds: i64, part: i64) -> u64 {
            u64::try_from(seconds).map_or(0, |seconds| seconds.saturating_mul(1_000_000_000) + part as u64)
        }
        let path = path.as_ref();
        let stat: Stat = if path.as_os_str().is_empty() {
            rustix::fs::fstat(&self.folder)?
        } else {
            rustix::fs::statat(&self.folder, path, AtFlags::SYMLINK_NOFOLLOW)?
        };
        let kind = FileType::from_raw_mode(stat.st_mode);
        #[allow(clippy::unnecessary_cast, clippy::cast_possible_wrap, reason = "the types differ between systems")]
        let (modified, changed) = (
            nanoseconds(stat.st_mtime as i64, stat.st_mtime_nsec as i64),
            nanoseconds(stat.st_ctime as i64, stat.st_ctime_nsec as i64),
        );
        Ok(Noted {
            is_file: kind == FileType::RegularFile,
            is_folder: kind == FileType::Directory,
            bytes: u64::try_from(stat.st_size).unwrap_or_default(),
            modified,
            changed: Some(changed),
            #[allow(clippy::unnecessary_cast, reason = "the types differ between systems")]
            inode: stat.st_ino as u64,
        })
    }
}

#[cfg(not(unix))]
impl NotedFolder {
    /// Opens a folder.
    ///
    /// # Errors
    /// If it cannot be opened.
    pub fn open(folder: &Path) -> io::Result<Self> {
        Ok(Self { folder: folder.to_owned() })
    }

    /// Looks at a file or a folder below it; the empty path is the folder itself.
    ///
    /// # Errors
    /// If there is none.
    pub fn look_at(&self, path: impl AsRef<Path>) -> io::Result<Noted> {
        let found = std::fs::symlink_metadata(self.folder.join(path))?;
        let since = found.modified().ok().and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok());
        let modified = since.and_then(|since| u64::try_from(since.as_nanos()).ok()).unwrap_or_default();
        let (is_file, is_folder) = (found.is_file(), found.is_dir());
        Ok(Noted { is_file, is_folder, bytes: found.len(), modified, changed: None, inode: 0 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_below_a_folder_are_seen_as_the_system_notes_them() {
        let root = tempfile::tempdir().unwrap();
        std::fs::create_dir(root.path().join("a")).unwrap();
        std::fs::write(root.path().join("a/b.txt"), "uno").unwrap();
        let folder = NotedFolder::open(root.path()).unwrap();
        let file = folder.look_at("a/b.txt").unwrap();
        assert!(file.is_file && !file.is_folder && file.bytes == 3);
        let since = std::fs::metadata(root.path().join("a/b.txt")).unwrap().modified().unwrap();
        let since = since.duration_since(std::time::UNIX_EPOCH).unwrap().as_nanos();
        assert_eq!(u128::from(file.modified), since);
        assert!(folder.look_at("a").unwrap().is_folder && folder.look_at("").unwrap().is_folder);
        assert!(folder.look_at("c").is_err() && NotedFolder::open(&root.path().join("c")).is_err());
    }
}
