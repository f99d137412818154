//! Permissions of the folders of a site: a new folder that takes the place of another gets its mode, group and access
//! control lists.

use std::fs;
use std::io;
use std::path::Path;

#[cfg(unix)]
pub(super) use unix::{FolderPermissions, make_writable};

/// Deletes a folder with all that is in it, also folders that are read-only.
///
/// # Errors
/// An I/O error.
pub(super) fn remove_folder(folder: &Path) -> io::Result<()> {
    let removed = fs::remove_dir_all(folder);
    if !removed.as_ref().is_err_and(|error| error.kind() == io::ErrorKind::PermissionDenied) {
        return removed;
    }
    for entry in walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok) {
        if entry.file_type().is_dir() {
            make_writable(entry.path())?;
        }
    }
    fs::remove_dir_all(folder)
}

/// On other systems the bit that forbids to write to a folder does not.
#[cfg(not(unix))]
pub(super) fn make_writable(_: &Path) -> io::Result<()> {
    Ok(())
}

/// On other systems a new folder has those of the folder around it.
#[cfg(not(unix))]
pub(super) struct FolderPermissions;

#[cfg(not(unix))]
impl FolderPermissions {
    pub(super) fn match_root(_: &Path, _: &Path) -> io::Result<Option<Self>> {
        Ok(None)
    }

    pub(super) fn are_equal(_: &Path, _: &Path) -> bool {
        true
    }

    pub(super) fn apply(&self, _: &Path, _: &Path) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(unix)]
mod unix {
    use std::fs::{self, Metadata, Permissions};
    use std::io;
    use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
    use std::path::Path;

    /// Permissions of a site's own folder that are not those of any new folder.
    pub(in super::super) struct FolderPermissions(Metadata);

    impl FolderPermissions {
        /// Gives a new folder the owner (if the user is root), group, mode and access control lists of the folder of a
        /// site; `None` if it had the same already, and so will have the folders in it.
        ///
        /// # Errors
        /// The user may not give it these.
        pub(in super::super) fn match_root(site: &Path, new: &Path) -> io::Result<Option<Self>> {
            let (wanted, had) = (fs::metadata(site)?, fs::metadata(new)?);
            let lists = read_access_lists(site);
            if lists.is_empty() && is_same(&wanted, &had) && wanted.uid() == had.uid() {
                return Ok(None);
            }
            lists.iter().try_for_each(|list| write_access_list(new, list))?;
            copy(&wanted, new)?;
            if !is_same(&wanted, &fs::metadata(new)?) {
                // The bit that hands a group down is dropped, without an error, for who is not in the group.
                return Err(io::ErrorKind::PermissionDenied.into());
            }
            Ok(Some(Self(wanted)))
        }

        /// Whether two folders have the same group, mode and access control lists.
        pub(in super::super) fn are_equal(one: &Path, other: &Path) -> bool {
            let found = |path| fs::metadata(path).ok();
            found(one).zip(found(other)).is_some_and(|(one, other)| is_same(&one, &other))
                && read_access_lists(one) == read_access_lists(other)
        }

        /// Gives a new folder of the site what the folder it replaces has, or else what the site's own has.
        ///
        /// # Errors
        /// An I/O error.
        pub(in super::super) fn apply(&self, replaced: &Path, new: &Path) -> io::Result<()> {
            match fs::symlink_metadata(replaced) {
                Ok(found) if found.is_dir() => copy(&found, new),
                _ => copy(&self.0, new),
            }
        }
    }

    /// What its own user needs to write to a folder.
    const OWN_RIGHTS: u32 = 0o700;

    fn is_same(one: &Metadata, other: &Metadata) -> bool {
        (one.gid(), one.mode() | OWN_RIGHTS) == (other.gid(), other.mode() | OWN_RIGHTS)
    }

    /// Lets the user of a folder write to it.
    ///
    /// # Errors
    /// An I/O error.
    pub(in super::super) fn make_writable(folder: &Path) -> io::Result<()> {
        let had = fs::metadata(folder)?.mode();
        if had & OWN_RIGHTS == OWN_RIGHTS {
            return Ok(());
        }
        fs::set_permissions(folder, Permissions::from_mode(had | OWN_RIGHTS))
    }

    /// Copies owner, group and mode; the folder's own user may always write to it.
    fn copy(from: &Metadata, to: &Path) -> io::Result<()> {
        let had = fs::metadata(to)?;
        if from.gid() != had.gid() {
            chown(to, None, Some(from.gid()))?;
        }
        if from.uid() != had.uid() {
            // Only root may give a folder away.
            let _ = chown(to, Some(from.uid()), None);
        }
        fs::set_permissions(to, Permissions::from_mode(from.mode() | OWN_RIGHTS))
    }

    /// Lists that a folder has: its own, and the one that folders made in it inherit.
    #[cfg(target_os = "linux")]
    fn read_access_lists(folder: &Path) -> Vec<(&'static str, Vec<u8>)> {
        let read = |name: &'static str| {
            // The longest value that Linux keeps.
            let mut list = vec![0; 65_536];
            // An error says that there is none, or that the file system knows none.
            let length = rustix::fs::getxattr(folder, name, list.as_mut_slice()).ok()?;
            list.truncate(length);
            Some((name, list))
        };
        ["system.posix_acl_access", "system.posix_acl_default"].into_iter().filter_map(read).collect()
    }

    #[cfg(target_os = "linux")]
    fn write_access_list(folder: &Path, (name, list): &(&'static str, Vec<u8>)) -> io::Result<()> {
        Ok(rustix::fs::setxattr(folder, *name, list, rustix::fs::XattrFlags::empty())?)
    }

    #[cfg(not(target_os = "linux"))]
    fn read_access_lists(_: &Path) -> Vec<(&'static str, Vec<u8>)> {
        Vec::new()
    }

    #[cfg(not(target_os = "linux"))]
    fn write_access_list(_: &Path, _: &(&'static str, Vec<u8>)) -> io::Result<()> {
        Ok(())
    }
}
