//! Replacement of the last site by a staged one, without ever deleting foreign files.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::Path;

use walkdir::WalkDir;

use super::manifest::{self, MANIFEST, create_parent};
use crate::error::Error;
use crate::files::{copy_file, reject_linked_folders};
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

/// Moves `changed` files over those they replace, then deletes files of the last site that are not in `all`. If it is
/// interrupted, every file is listed in a manifest or lies below [`ARRIVING`].
pub(super) fn replace_files(staging: &Path, target: &Path, all: &HashSet<&str>, changed: &[&str]) -> Result<(), Error> {
    let old = manifest::read(target);
    // A mount point is another file system: copy everything into it before renaming anything, so that a full
    // disk leaves the last site unchanged.
    let arriving = target.join(INCOMING_FOLDER);
    let _ = fs::remove_dir_all(&arriving);
    let copied = changed.iter().chain(&[MANIFEST]).try_for_each(|path| {
        let beside = arriving.join(path);
        create_parent(target, &format!("{INCOMING_FOLDER}/{path}"))?;
        copy_file(&staging.join(path), &beside).map_err(|error| Error::write_site(&beside, &error))
    });
    // Paths without fingerprints, because until all files have moved either version may be in place.
    let both: HashSet<&str> = old.keys().map(String::as_str).chain(all.iter().copied()).collect();
    let mut both: Vec<&str> = both.into_iter().collect();
    both.sort_unstable();
    let copied =
        copied.and_then(|()| manifest::write(&arriving.join(INCOMING_FOLDER), both.into_iter().map(|path| (path, ""))));
    if let Err(error) = copied {
        let _ = fs::remove_dir_all(&arriving);
        return Err(error);
    }
    rename(&arriving.join(INCOMING_FOLDER).join(MANIFEST), &target.join(MANIFEST))?;
    for path in changed {
        let to = target.join(path);
        create_parent(target, path)?;
        rename(&arriving.join(path), &to)?;
    }
    for path in old.keys().filter(|path| !all.contains(path.as_str())) {
        remove_with_empty_parents(target, path);
    }
    rename(&arriving.join(MANIFEST), &target.join(MANIFEST))?;
    fs::remove_dir_all(&arriving).map_err(|error| Error::write_site(&arriving, &error))
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
pub(super) fn remove_leftovers(parent: &Path, name: &str) {
    let prefix = format!(".{name}.bacheca-");
    let Ok(entries) = fs::read_dir(parent) else { return };
    for entry in entries.filter_map(Result::ok) {
        let file_name = entry.file_name();
        let Some(process) = file_name.to_str().and_then(|file_name| file_name.strip_prefix(&prefix)) else { continue };
        if !process.is_empty() && process.bytes().all(|byte| byte.is_ascii_digit()) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

/// Whether a folder can be exchanged with a sibling: it is not a mount point.
#[cfg(unix)]
pub(super) fn can_be_exchanged(target: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let device = |path: &Path| fs::metadata(path).map(|metadata| metadata.dev()).ok();
    target.parent().and_then(device) == device(target)
}

/// On other systems the exchange is simply attempted.
#[cfg(not(unix))]
pub(super) fn can_be_exchanged(_: &Path) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn links_are_foreign_even_if_the_manifest_lists_them() {
        let (root, outside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let (target, staging) = (root.path().join("public"), root.path().join("staging"));
        fs::write(outside.path().join("thesis"), "years of work").unwrap();
        for folder in [&target, &staging.join("o")] {
            fs::create_dir_all(folder).unwrap();
        }
        std::os::unix::fs::symlink(outside.path(), target.join("o")).unwrap();
        fs::write(target.join(MANIFEST), "o\no/thesis\n").unwrap();
        assert!(reject_foreign_files(&target).is_err());
        fs::write(staging.join("o/page"), "x").unwrap();
        manifest::write(&staging, [("o/page", "")].into_iter()).unwrap();
        assert!(replace_files(&staging, &target, &HashSet::from(["o/page"]), &["o/page"]).is_err());
        remove_with_empty_parents(&target, "o/thesis");
        assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 1);
        assert!(outside.path().join("thesis").exists());
    }

    #[test]
    fn replace_files_deletes_only_files_of_the_manifest() {
        let root = tempfile::tempdir().unwrap();
        let (target, staging) = (root.path().join("public"), root.path().join("staging"));
        let put = |folder: &Path, path: &str, text: &str| {
            create_parent(folder, path).unwrap();
            fs::write(folder.join(path), text).unwrap();
        };
        for (path, text) in [("index.html", "1"), ("o/a/index.html", "a"), ("arrived-meanwhile.txt", "x")] {
            put(&target, path, text);
        }
        put(root.path(), "outside", "x");
        put(&target, MANIFEST, "index.html\no/a/index.html\n../outside\n");
        put(&staging, "index.html", "2");
        manifest::write(&staging, [("index.html", "")].into_iter()).unwrap();
        replace_files(&staging, &target, &HashSet::from(["index.html"]), &["index.html"]).unwrap();
        assert!(root.path().join("outside").exists());
        assert_eq!(manifest::read(&target).into_keys().collect::<Vec<_>>(), ["index.html"]);
        assert!(!target.join(INCOMING_FOLDER).exists());
        assert_eq!(fs::read_to_string(target.join("index.html")).unwrap(), "2");
        assert!(!target.join("o").exists());
        assert!(target.join("arrived-meanwhile.txt").exists());
    }
}
