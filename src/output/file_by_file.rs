//! Replacement of a site file by file, where its folder cannot be exchanged.

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use super::arrival::ArrivalStage;
use super::manifest::{self, FileList, MANIFEST, create_parent};
use super::swap::{INCOMING_FOLDER, remove_with_empty_parents, rename};
use crate::error::Error;
use crate::files::{Durability, copy_file};

/// Moves `changed` files over those they replace: first what pages need, then the pages, then the service worker. Then
/// deletes files of the last site that are not in `all`.
///
/// Each file is replaced atomically, and each stage is durable before the next begins. If it is interrupted, every file
/// is listed in a manifest or lies below [`INCOMING_FOLDER`].
///
/// # Errors
/// An I/O error. The last site is unchanged if it occurs before anything is moved, as when the disk is full.
pub(super) fn replace_files(
    staging: &Path,
    target: &Path,
    all: &HashSet<&str>,
    changed: &[&str],
    durability: Durability,
) -> Result<(), Error> {
    let sync_files = || durability.sync_file_system(target).map_err(|error| Error::write_site(target, &error));
    let sync_manifest = || durability.sync_folder(target).map_err(|error| Error::write_site(target, &error));
    let old = manifest::read(target);
    let incoming = target.join(INCOMING_FOLDER);
    let prepared =
        bring_in(staging, target, changed).and_then(|()| list_both(&incoming, &old, all)).and_then(|()| sync_files());
    if let Err(error) = prepared {
        let _ = fs::remove_dir_all(&incoming);
        return Err(error);
    }
    rename(&incoming.join(INCOMING_FOLDER).join(MANIFEST), &target.join(MANIFEST))?;
    sync_manifest()?;
    for stage in ArrivalStage::ALL {
        let mut arriving: Vec<&str> = changed.iter().copied().filter(|path| ArrivalStage::of(path) == stage).collect();
        if arriving.is_empty() {
            continue;
        }
        // Pages before the lists above them, which lead to them.
        arriving.sort_by_key(|path| std::cmp::Reverse(path.matches('/').count()));
        for path in arriving {
            make_way(target, path, &old, all);
            create_parent(target, path)?;
            rename(&incoming.join(path), &target.join(path))?;
        }
        sync_files()?;
    }
    for path in old.keys().filter(|path| !all.contains(path.as_str())) {
        remove_with_empty_parents(target, path);
    }
    // The last manifest no longer lists what was deleted.
    sync_files()?;
    rename(&incoming.join(MANIFEST), &target.join(MANIFEST))?;
    sync_manifest()?;
    fs::remove_dir_all(&incoming).map_err(|error| Error::write_site(&incoming, &error))
}

/// Copies staged files into the folder before anything is moved, so that a full disk leaves the last site unchanged: a
/// mount point is another file system. Does nothing if they were staged there.
fn bring_in(staging: &Path, target: &Path, changed: &[&str]) -> Result<(), Error> {
    let incoming = target.join(INCOMING_FOLDER);
    if staging == incoming {
        return Ok(());
    }
    let _ = fs::remove_dir_all(&incoming);
    changed.iter().chain(&[MANIFEST]).try_for_each(|path| {
        let beside = incoming.join(path);
        create_parent(target, &format!("{INCOMING_FOLDER}/{path}"))?;
        copy_file(&staging.join(path), &beside).map_err(|error| Error::write_site(&beside, &error))
    })
}

/// Writes a manifest of the files of both sites, without fingerprints, because until all files have moved either
/// version may be in place.
fn list_both(incoming: &Path, old: &FileList, all: &HashSet<&str>) -> Result<(), Error> {
    let both: HashSet<&str> = old.keys().map(String::as_str).chain(all.iter().copied()).collect();
    let mut both: Vec<&str> = both.into_iter().collect();
    both.sort_unstable();
    manifest::write(&incoming.join(INCOMING_FOLDER), both.into_iter().map(|path| (path, "")))
}

/// Deletes files of the last site where the new one has a folder, and the other way round.
fn make_way(target: &Path, path: &str, old: &FileList, all: &HashSet<&str>) {
    let above = path.match_indices('/').filter_map(|(at, _)| path.get(..at));
    for file in above.filter(|above| old.contains_key(*above) && !all.contains(above)) {
        if fs::symlink_metadata(target.join(file)).is_ok_and(|found| found.is_file()) {
            remove_with_empty_parents(target, file);
        }
    }
    if fs::symlink_metadata(target.join(path)).is_ok_and(|found| found.is_dir()) {
        let below = format!("{path}/");
        old.keys().filter(|old| old.starts_with(&below)).for_each(|old| remove_with_empty_parents(target, old));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn put(folder: &Path, path: &str, text: &str) {
        create_parent(folder, path).unwrap();
        fs::write(folder.join(path), text).unwrap();
    }

    #[test]
    fn only_files_of_the_manifest_are_deleted() {
        let root = tempfile::tempdir().unwrap();
        let (target, staging) = (root.path().join("public"), root.path().join("staging"));
        for (path, text) in [("index.html", "1"), ("o/a/index.html", "a"), ("arrived-meanwhile.txt", "x")] {
            put(&target, path, text);
        }
        put(root.path(), "outside", "x");
        put(&target, MANIFEST, "index.html\no/a/index.html\n../outside\n");
        put(&staging, "index.html", "2");
        manifest::write(&staging, [("index.html", "")].into_iter()).unwrap();
        replace_files(&staging, &target, &HashSet::from(["index.html"]), &["index.html"], Durability::Synced).unwrap();
        assert!(root.path().join("outside").exists());
        assert_eq!(manifest::read(&target).into_keys().collect::<Vec<_>>(), ["index.html"]);
        assert!(!target.join(INCOMING_FOLDER).exists());
        assert_eq!(fs::read_to_string(target.join("index.html")).unwrap(), "2");
        assert!(!target.join("o").exists());
        assert!(target.join("arrived-meanwhile.txt").exists());
    }

    #[test]
    fn a_file_takes_the_place_of_a_folder_and_a_folder_of_a_file() {
        let root = tempfile::tempdir().unwrap();
        let (target, staging) = (root.path().join("public"), root.path().join("staging"));
        put(&target, "a", "file");
        put(&target, "b/c/d", "below");
        put(&target, MANIFEST, "a\nb/c/d\n");
        put(&staging, "a/b/c", "below");
        put(&staging, "b", "file");
        let new = ["a/b/c", "b"];
        manifest::write(&staging, new.into_iter().map(|path| (path, ""))).unwrap();
        replace_files(&staging, &target, &HashSet::from(new), &new, Durability::Unsynced).unwrap();
        assert_eq!(fs::read_to_string(target.join("a/b/c")).unwrap(), "below");
        assert_eq!(fs::read_to_string(target.join("b")).unwrap(), "file");
    }

    #[cfg(unix)]
    #[test]
    fn nothing_is_moved_or_deleted_through_a_link() {
        let (root, outside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let (target, staging) = (root.path().join("public"), root.path().join("staging"));
        fs::write(outside.path().join("thesis"), "years of work").unwrap();
        for folder in [&target, &staging.join("o")] {
            fs::create_dir_all(folder).unwrap();
        }
        std::os::unix::fs::symlink(outside.path(), target.join("o")).unwrap();
        fs::write(target.join(MANIFEST), "o\no/thesis\n").unwrap();
        fs::write(staging.join("o/page"), "x").unwrap();
        manifest::write(&staging, [("o/page", "")].into_iter()).unwrap();
        let replaced = replace_files(&staging, &target, &HashSet::from(["o/page"]), &["o/page"], Durability::Unsynced);
        assert!(replaced.is_err());
        assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 1);
        assert!(outside.path().join("thesis").exists());
    }
}
