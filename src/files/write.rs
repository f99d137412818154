//! Writing of files so that nobody, not even after a crash, finds half of one, and nothing is written through a link.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use tempfile::NamedTempFile;

use super::Refusal;
use super::read::{open_plain_file, options_without_links, reject_linked_folders, reject_special};
use super::sync::Durability;

/// Writes `bytes` to a temporary file beside `path`, named `<name>.<random letters>`, and renames it: whoever reads
/// `path` finds its old contents or the new ones, also after a power cut. The permissions of the old file are kept.
///
/// # Errors
/// If something that is not a plain file is at `path`, the folder is missing or cannot be written to, or the disk is
/// full; `path` is as it was then.
pub fn replace_file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    replace(path, bytes, Durability::Synced)
}

/// Writes a file as [`replace_file`] without waiting for the disk: for what is checked when it is read and can be made
/// again. A power cut may empty it.
///
/// # Errors
/// As [`replace_file`].
pub fn replace_file_unsynced(path: &Path, bytes: &[u8]) -> io::Result<()> {
    replace(path, bytes, Durability::Unsynced)
}

fn replace(path: &Path, bytes: &[u8], durability: Durability) -> io::Result<()> {
    let old = match fs::symlink_metadata(path) {
        Ok(found) => {
            reject_special(&found)?;
            Some(found.permissions())
        }
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    let file = write_beside(path, bytes)?;
    if let Some(permissions) = old {
        file.as_file().set_permissions(permissions)?;
    }
    sync_written(&file, durability)?;
    file.persist(path)?;
    log::debug!("scritto {}", path.display());
    durability.sync_folder(path.parent().unwrap_or(Path::new("")))
}

/// Writes a file at a path below `root`, as [`replace_file`]. Folders are created; none between them may be a link.
///
/// # Errors
/// As [`replace_file`], or a folder that is a link.
pub fn replace_file_below(root: &Path, path: impl AsRef<Path>, bytes: &[u8]) -> io::Result<()> {
    create_synced_folders(root, path.as_ref())?;
    replace_file(&root.join(path), bytes)
}

/// Writes a file at a path below `root`, as [`replace_file_below`] without waiting for the disk: for many files, after
/// which [`Durability::sync_file_system`] waits once. Until then a power cut may empty it.
///
/// # Errors
/// As [`replace_file_below`].
pub fn replace_file_below_unsynced(root: &Path, path: impl AsRef<Path>, bytes: &[u8]) -> io::Result<()> {
    create_folders(root, path.as_ref())?;
    replace_file_unsynced(&root.join(path), bytes)
}

/// Writes a new file at a path below `root`: after a power cut it is whole or not there. Folders are created; none
/// between them may be a link.
///
/// # Errors
/// [`ErrorKind::AlreadyExists`] if anything is at the path, a folder that is a link, or another I/O error; then the file
/// is not there.
pub fn create_file_below(root: &Path, path: impl AsRef<Path>, bytes: &[u8]) -> io::Result<()> {
    create_synced_folders(root, path.as_ref())?;
    let path = root.join(path);
    let file = write_beside(&path, bytes)?;
    sync_written(&file, Durability::Synced)?;
    file.persist_noclobber(&path)?;
    log::debug!("scritto {}", path.display());
    Durability::Synced.sync_folder(path.parent().unwrap_or(root))
}

fn sync_written(file: &NamedTempFile, durability: Durability) -> io::Result<()> {
    match durability {
        Durability::Synced => file.as_file().sync_all(),
        Durability::Unsynced => Ok(()),
    }
}

/// Writes a new file in place, where a half-written one does no harm: in a folder that nobody reads yet.
///
/// # Errors
/// [`ErrorKind::AlreadyExists`] if anything is at the path, a link too, or another I/O error.
pub fn create_file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    File::create_new(path)?.write_all(bytes)
}

/// Opens a new file to write it piece by piece, where a half-written one does no harm, as [`create_file`].
///
/// # Errors
/// As [`create_file`].
pub fn open_new_file(path: &Path) -> io::Result<File> {
    File::create_new(path)
}

/// Copies a plain file to a new one, with its modification time.
///
/// # Errors
/// [`ErrorKind::AlreadyExists`] if anything is at the path, or another I/O error.
pub fn copy_file(from: &Path, to: &Path) -> io::Result<()> {
    let (mut from, mut to) = (open_plain_file(from)?, File::create_new(to)?);
    io::copy(&mut from, &mut to)?;
    to.set_modified(from.metadata()?.modified()?)
}

/// Creates the folders between `root`, which is created too, and the file at a path below it.
///
/// # Errors
/// An I/O error, or a folder that is a link.
pub fn create_folders(root: &Path, path: &Path) -> io::Result<()> {
    reject_linked_folders(root, path)?;
    fs::create_dir_all(root.join(path.parent().unwrap_or(path)))
}

/// Creates folders as [`create_folders`], with durable names.
fn create_synced_folders(root: &Path, path: &Path) -> io::Result<()> {
    let folder = root.join(path.parent().unwrap_or(path));
    if folder.is_dir() {
        return reject_linked_folders(root, path);
    }
    let is_missing = |folder: &&Path| !folder.is_dir();
    let missing: Vec<&Path> = folder.ancestors().take_while(is_missing).collect();
    create_folders(root, path)?;
    missing.iter().filter_map(|made| made.parent()).try_for_each(|above| Durability::Synced.sync_folder(above))
}

/// Opens a file to lock it, and creates it if it is missing.
///
/// # Errors
/// An I/O error, or a [`Refusal`].
pub fn open_lock_file(path: &Path) -> io::Result<File> {
    match fs::symlink_metadata(path) {
        Ok(found) => reject_special(&found)?,
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(error) => return Err(error),
    }
    let file = options_without_links().create(true).truncate(false).write(true).open(path)?;
    if file.metadata()?.is_file() { Ok(file) } else { Err(Refusal::SpecialFile.into()) }
}

/// Writes a temporary file in the folder of `path`.
fn write_beside(path: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else {
        return Err(ErrorKind::InvalidInput.into());
    };
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let mut prefix = OsString::from(name);
    prefix.push(".");
    let mut builder = tempfile::Builder::new();
    builder.prefix(&prefix);
    // Temporary files are their owner's alone; these get what the user's mask allows, as any other file.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.md");
        for text in ["one", "two"] {
            replace_file(&path, text.as_bytes()).unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), text);
        }
        let plain = folder.path().join("b.md");
        fs::write(&plain, "").unwrap();
        let permissions = |path| fs::metadata(path).unwrap().permissions();
        assert_eq!(permissions(&path), permissions(&plain));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
        assert!(replace_file(&folder.path().join("missing/a.md"), b"").is_err());
    }

    #[test]
    fn a_new_file_takes_no_place_that_is_taken() {
        let folder = tempfile::tempdir().unwrap();
        create_file_below(folder.path(), "content/enti/a.md", b"one").unwrap();
        let error = create_file_below(folder.path(), "content/enti/a.md", b"two").unwrap_err();
        assert_eq!(error.kind(), ErrorKind::AlreadyExists);
        assert_eq!(fs::read(folder.path().join("content/enti/a.md")).unwrap(), b"one");
        assert_eq!(fs::read_dir(folder.path().join("content/enti")).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn nothing_is_written_through_a_link() {
        let (folder, outside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let (link, missing) = (folder.path().join("link"), outside.path().join("missing"));
        std::os::unix::fs::symlink(&missing, &link).unwrap();
        std::os::unix::fs::symlink(outside.path(), folder.path().join("linked")).unwrap();
        let refused = |result: io::Result<()>| result.unwrap_err();
        assert_eq!(Refusal::from_error(&refused(replace_file(&link, b""))), Some(&Refusal::Link));
        assert_eq!(Refusal::from_error(&refused(open_lock_file(&link).map(|_| ()))), Some(&Refusal::Link));
        assert_eq!(refused(create_file(&link, b"")).kind(), ErrorKind::AlreadyExists);
        assert_eq!(refused(create_file_below(folder.path(), "link", b"")).kind(), ErrorKind::AlreadyExists);
        let below = refused(replace_file_below(folder.path(), "linked/a/b", b""));
        assert_eq!(Refusal::from_error(&below), Some(&Refusal::LinkedFolder(folder.path().join("linked"))));
        assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 0);
    }
}
