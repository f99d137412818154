//! Reading of plain files up to a limit.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use super::Refusal;

/// Reads a plain file of at most `limit` bytes. Links, devices and pipes are refused before they are opened.
///
/// # Errors
/// An I/O error, or a [`Refusal`].
pub fn read_file(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    let (file, found) = open_with_metadata(path)?;
    log::debug!("letto {}", path.display());
    read_to_limit(&file, found.len(), limit)
}

/// Reads the file at a path below `root`, as [`read_file`]; no folder between them may be a link.
///
/// # Errors
/// An I/O error, or a [`Refusal`].
pub fn read_file_below(root: &Path, path: impl AsRef<Path>, limit: u64) -> io::Result<Vec<u8>> {
    reject_linked_folders(root, path.as_ref())?;
    read_file(&root.join(path), limit)
}

/// Reads a file that whoever runs the program names, or the system: it may be a link or a pipe. At most `limit` bytes.
///
/// # Errors
/// An I/O error, or a file over the limit.
pub fn read_named_file(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    let file = File::open(path)?;
    log::debug!("letto {}", path.display());
    read_to_limit(&file, file.metadata()?.len(), limit)
}

/// Opens a plain file for reading.
///
/// # Errors
/// An I/O error, or a [`Refusal`].
pub fn open_plain_file(path: &Path) -> io::Result<File> {
    Ok(open_with_metadata(path)?.0)
}

fn open_with_metadata(path: &Path) -> io::Result<(File, Metadata)> {
    // Opening a device can have effects, and opening a pipe can wait for ever: look first.
    reject_special(&fs::symlink_metadata(path)?)?;
    let file = options_without_links().read(true).open(path)?;
    // It may have been replaced meanwhile.
    let found = file.metadata()?;
    reject_special(&found)?;
    Ok((file, found))
}

/// Whether a plain file is at a path.
#[must_use]
pub fn is_plain_file(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|found| found.is_file())
}

/// Length in bytes of a plain file.
///
/// # Errors
/// An I/O error, or a [`Refusal`].
pub fn file_length(path: &Path) -> io::Result<u64> {
    let found = fs::symlink_metadata(path)?;
    reject_special(&found)?;
    Ok(found.len())
}

/// Reads a file that says that it has `length` bytes to its end, and fails as soon as it is longer than `limit` bytes.
fn read_to_limit(file: &File, length: u64, limit: u64) -> io::Result<Vec<u8>> {
    if length > limit {
        return Err(Refusal::TooLarge { length, limit }.into());
    }
    // One byte more than expected, so that the end is found without another allocation.
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default().saturating_add(1));
    file.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    let length = bytes.len() as u64;
    if length > limit { Err(Refusal::TooLarge { length, limit }.into()) } else { Ok(bytes) }
}

/// Options that open no link and wait for nobody.
pub(super) fn options_without_links() -> OpenOptions {
    #[cfg_attr(not(unix), allow(unused_mut, reason = "set on Unix only"))]
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt;
        options.custom_flags((OFlags::NOFOLLOW | OFlags::NONBLOCK).bits().cast_signed());
    }
    options
}

/// Fails unless what was found is a plain file.
pub(super) fn reject_special(found: &Metadata) -> io::Result<()> {
    let kind = found.file_type();
    if kind.is_file() {
        Ok(())
    } else if kind.is_symlink() {
        Err(Refusal::Link.into())
    } else if kind.is_dir() {
        Err(ErrorKind::IsADirectory.into())
    } else {
        Err(Refusal::SpecialFile.into())
    }
}

/// Checks that no folder between `root` and the file at a path below it is a link. A missing folder is not a link.
///
/// # Errors
/// [`Refusal::LinkedFolder`].
pub fn reject_linked_folders(root: &Path, path: &Path) -> io::Result<()> {
    let folders = path.ancestors().skip(1).filter(|folder| !folder.as_os_str().is_empty());
    for folder in folders.map(|folder| root.join(folder)) {
        if fs::symlink_metadata(&folder).is_ok_and(|found| found.is_symlink()) {
            return Err(Refusal::LinkedFolder(folder).into());
        }
    }
    Ok(())
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn only_plain_files_within_the_limit_are_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.md");
        fs::write(&path, "12345").unwrap();
        assert_eq!(read_file(&path, 5).unwrap(), b"12345");
        let refused = |path: &Path, limit| Refusal::from_error(&read_file(path, limit).unwrap_err()).cloned();
        assert_eq!(refused(&path, 4), Some(Refusal::TooLarge { length: 5, limit: 4 }));
        let link = folder.path().join("link.md");
        std::os::unix::fs::symlink(&path, &link).unwrap();
        assert_eq!(refused(&link, 5), Some(Refusal::Link));
        assert_eq!(read_named_file(&link, 5).unwrap(), b"12345");
        assert_eq!(refused(Path::new("/dev/zero"), 5), Some(Refusal::SpecialFile));
        assert_eq!(read_file(folder.path(), 5).unwrap_err().kind(), ErrorKind::IsADirectory);
        // A file that says that it is empty, and is not.
        assert!(matches!(refused(Path::new("/proc/self/status"), 5), Some(Refusal::TooLarge { length: 6, .. }) | None));
    }

    #[test]
    fn nothing_is_read_below_a_linked_folder() {
        let (folder, outside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        fs::write(outside.path().join("a.md"), "").unwrap();
        fs::create_dir(folder.path().join("content")).unwrap();
        let link = folder.path().join("content/2026");
        std::os::unix::fs::symlink(outside.path(), &link).unwrap();
        let error = read_file_below(folder.path(), "content/2026/a.md", 5).unwrap_err();
        assert_eq!(Refusal::from_error(&error), Some(&Refusal::LinkedFolder(link)));
    }
}
