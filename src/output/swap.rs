//! Replacement of the last site by a staged one, without ever deleting foreign files.

use std::fs;
use std::io;
use std::path::Path;

use walkdir::WalkDir;

use super::manifest::{self, MANIFEST};
use super::permissions::remove_folder;
use crate::error::Error;
use crate::files::reject_linked_folders;
use crate::localized;
use crate::text::slash_path::slash_path;
use crate::text::visible::{show_name, show_path};

/// Folder inside a site that cannot be exchanged, for files about to be moved into place.
pub(super) const INCOMING_FOLDER: &str = ".bacheca-new";

/// Exchanges two folders atomically.
#[cfg(any(target_os = "linux", target_os = "macos"))]
pub(super) fn exchange(new: &Path, old: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, new, CWD, old, RenameFlags::EXCHANGE).map_err(Into::into)
}

/// On other systems: renames the old folder, then the new one; restores the old one on failure.
#[cfg(not(any(target_os = "linux", target_os = "macos")))]
pub(super) fn exchange(new: &Path, old: &Path) -> io::Result<()> {
    let aside = new.with_extension("old");
    fs::rename(old, &aside)?;
    if let Err(error) = fs::rename(new, old) {
        fs::rename(&aside, old)?;
        return Err(error);
    }
    fs::rename(&aside, new)
}

/// Deletes a file and the parent folders that become empty.
pub(super) fn remove_with_empty_parents(target: &Path, path: &str) {
    if reject_linked_folders(target, Path::new(path)).is_err() {
        return;
    }
    let gone = target.join(path);
    let _ = fs::remove_file(&gone);
    let mut parent = gone.parent();
    while let Some(folder) = parent.filter(|folder| *folder != target) {
        // Stops at the first folder that is not empty.
        if fs::remove_dir(folder).is_err() {
            break;
        }
        parent = folder.parent();
    }
}

pub(super) fn rename(from: &Path, to: &Path) -> Result<(), Error> {
    fs::rename(from, to).map_err(|error| Error::write_site(to, &error))
}

/// Fails if the folder holds files that bacheca did not write, because these are never deleted.
pub(super) fn reject_foreign_files(target: &Path) -> Result<(), Error> {
    if !target.exists() {
        return Ok(());
    }
    if !target.is_dir() {
        return Err(Error::write_site(target, &io::ErrorKind::NotADirectory.into()));
    }
    let ours = manifest::read(target);
    for entry in WalkDir::new(target).sort_by_file_name() {
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(target).to_owned();
            Error::read(&path, &error.into())
        })?;
        if entry.file_type().is_dir() {
            continue;
        }
        let Ok(below) = entry.path().strip_prefix(target) else { continue };
        if below.starts_with(INCOMING_FOLDER) && below != Path::new(INCOMING_FOLDER) {
            continue;
        }
        let path = slash_path(below);
        // Even a link that is in the list is not ours: the list may come from an unreviewed change.
        if entry.path_is_symlink() || (path != MANIFEST && !ours.contains_key(&path)) {
            let (target, path) = (show_path(target), show_name(&path));
            return Err(Error::Message(localized!(
                "{target} contiene «{path}», che non viene da bacheca: spostalo (i file da pubblicare così come sono vanno in static/) o scegli un'altra cartella con --out",
                "{target} holds `{path}`, which bacheca did not make: move it (files to publish as they are belong in static/) or choose another folder with --out"
            )));
        }
    }
    Ok(())
}

/// Deletes staging folders of killed builds; the caller holds the lock, so no other build uses them.
pub(super) fn remove_leftovers(target: &Path, parent: &Path, name: &str) {
    let inside = target.join(INCOMING_FOLDER);
    if fs::symlink_metadata(&inside).is_ok_and(|found| found.is_dir()) {
        let _ = remove_folder(&inside);
    }
    let prefix = format!(".{name}.bacheca-");
    let Ok(entries) = fs::read_dir(parent) else { return };
    for entry in entries.filter_map(Result::ok) {
        let file_name = entry.file_name();
        let Some(process) = file_name.to_str().and_then(|file_name| file_name.strip_prefix(&prefix)) else { continue };
        if !process.is_empty() && process.bytes().all(|byte| byte.is_ascii_digit()) {
            let _ = remove_folder(&entry.path());
        }
    }
}

/// Why a site is replaced file by file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle {
    /// The folder is a mount point, or the system refused to rename it.
    MountPoint,
    /// The user may not write to the folder around it.
    ReadOnlyParent,
    /// The user may not give a new folder its mode and group.
    Permissions,
}

/// Finds why a folder cannot be exchanged with a new one beside it.
pub(super) fn find_obstacle(target: &Path, parent: &Path) -> Option<Obstacle> {
    if !target.is_dir() {
        None
    } else if !is_writable(parent) {
        Some(Obstacle::ReadOnlyParent)
    } else if !is_on_same_file_system(target, parent) {
        Some(Obstacle::MountPoint)
    } else {
        None
    }
}

#[cfg(unix)]
fn is_writable(folder: &Path) -> bool {
    use rustix::fs::{Access, AtFlags, CWD, accessat};
    accessat(CWD, folder, Access::WRITE_OK | Access::EXEC_OK, AtFlags::EACCESS).is_ok()
}

/// On other systems writing is simply attempted.
#[cfg(not(unix))]
fn is_writable(_: &Path) -> bool {
    true
}

/// Whether two folders are on the same file system.
#[cfg(unix)]
pub(super) fn is_on_same_file_system(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let device = |path: &Path| fs::symlink_metadata(path).ok().filter(fs::Metadata::is_dir).map(|found| found.dev());
    device(one).is_some() && device(one) == device(other)
}

/// On other systems the exchange itself fails if they are not.
#[cfg(not(unix))]
pub(super) fn is_on_same_file_system(one: &Path, _: &Path) -> bool {
    one.is_dir()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn links_are_foreign_even_if_the_manifest_lists_them() {
        let (root, outside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let target = root.path().join("public");
        fs::write(outside.path().join("thesis"), "years of work").unwrap();
        fs::create_dir(&target).unwrap();
        std::os::unix::fs::symlink(outside.path(), target.join("o")).unwrap();
        fs::write(target.join(MANIFEST), "o\no/thesis\n").unwrap();
        assert!(reject_foreign_files(&target).is_err());
        remove_with_empty_parents(&target, "o/thesis");
        assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 1);
        assert!(outside.path().join("thesis").exists());
    }
}
