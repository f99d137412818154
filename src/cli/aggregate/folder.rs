//! The folder of another board's announcements: what is in it, and what becomes of it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::Path;

use crate::compose::aggregate::{is_withdrawn_file, is_written_by_aggregate};
use crate::error::Error;
use crate::files::{MAX_TEXT_BYTES, read_file, reject_linked_folders, replace_file_below_unsynced};
use crate::model::{PUBLICATIONS_ENDING, Slug};

/// Ending of announcements and translations.
const TEXT_ENDING: &str = ".md";

/// The files in the folder of a board.
pub(super) struct BoardFolder<'r> {
    root: &'r Path,
    /// Path below the root, ending in `/`.
    path: String,
    /// Announcements, translations and posts by name; `None` if it is no plain file that can be read.
    files: BTreeMap<String, Option<Vec<u8>>>,
}

/// Numbers of written and deleted files.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct WriteCounts {
    pub(super) new: usize,
    pub(super) changed: usize,
    pub(super) gone: usize,
}

impl<'r> BoardFolder<'r> {
    /// Reads the folder at a path below the root, ending in `/`. A folder that is not there is empty.
    ///
    /// # Errors
    /// A folder that is a link, or that cannot be listed.
    pub(super) fn read(root: &'r Path, path: String) -> Result<Self, Error> {
        let folder = root.join(&path);
        // What is gone is deleted below the folder too.
        reject_linked_folders(root, &Path::new(&path).join("*.md")).map_err(|error| Error::write(&folder, &error))?;
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Ok(Self { root, path, files: BTreeMap::new() });
            }
            Err(error) => return Err(Error::read(&folder, &error)),
        };
        let mut files = BTreeMap::new();
        for entry in entries {
            let entry = entry.map_err(|error| Error::read(&folder, &error))?;
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            let name = entry.file_name().to_string_lossy().into_owned();
            if is_folder || !(name.ends_with(TEXT_ENDING) || name.ends_with(PUBLICATIONS_ENDING)) {
                continue;
            }
            files.insert(name, read_file(&entry.path(), MAX_TEXT_BYTES).ok());
        }
        Ok(Self { root, path, files })
    }

    /// Paths below the root of the translations that somebody of this board made.
    pub(super) fn local_translations(&self) -> BTreeSet<String> {
        self.files
            .keys()
            .filter(|name| self.is_local_translation(name))
            .map(|name| format!("{}{name}", self.path))
            .collect()
    }

    fn is_local_translation(&self, name: &str) -> bool {
        let is_translation = name.strip_suffix(TEXT_ENDING).is_some_and(|name| name.contains('.'));
        let bytes = self.files.get(name).and_then(Option::as_deref);
        is_translation && bytes.is_some_and(|bytes| !is_written_by_aggregate(bytes))
    }

    /// Path below the root and bytes of an announcement.
    pub(super) fn announcement(&self, slug: &Slug) -> Option<(String, &[u8])> {
        let name = format!("{slug}{TEXT_ENDING}");
        let bytes = self.files.get(&name)?.as_deref()?;
        Some((format!("{}{name}", self.path), bytes))
    }

    /// Whether there are announcements that are not withdrawn.
    pub(super) fn has_valid_announcements(&self) -> bool {
        self.texts().any(|(_, bytes)| is_written_by_aggregate(bytes) && !is_withdrawn_file(bytes))
    }

    /// Announcements and translations by name, without the translations that somebody of this board made.
    pub(super) fn texts(&self) -> impl Iterator<Item = (&str, &[u8])> {
        let texts =
            self.files.iter().filter(|(name, _)| name.ends_with(TEXT_ENDING) && !self.is_local_translation(name));
        texts.map(|(name, bytes)| (name.as_str(), bytes.as_deref().unwrap_or_default()))
    }

    /// Whether its announcements and translations are exactly these, by path below the root.
    pub(super) fn holds(&self, files: &BTreeMap<String, Vec<u8>>) -> bool {
        let wanted = files.iter().map(|(path, bytes)| (path.strip_prefix(&self.path), bytes.as_slice()));
        self.texts().map(|(name, bytes)| (Some(name), bytes)).eq(wanted)
    }

    /// Writes these files, by path below the root, without waiting for the disk, and deletes all other announcements and translations, with their posts.
    ///
    /// # Errors
    /// A file that cannot be written or deleted.
    pub(super) fn replace(&self, files: &BTreeMap<String, Vec<u8>>) -> Result<WriteCounts, Error> {
        let mut count = WriteCounts::default();
        for (path, bytes) in files {
            let whole = self.root.join(path);
            let error = |error| Error::write(&whole, &error);
            match path.strip_prefix(&self.path).and_then(|name| self.files.get(name)) {
                Some(Some(same)) if same == bytes => continue,
                Some(_) => count.changed += 1,
                None => count.new += 1,
            }
            if whole.is_symlink() {
                fs::remove_file(&whole).map_err(error)?;
            }
            replace_file_below_unsynced(self.root, path, bytes).map_err(error)?;
        }
        for name in self.files.keys() {
            let stays = match name.strip_suffix(PUBLICATIONS_ENDING) {
                // This board's notes on an announcement stay as long as it does.
                Some(slug) => files.contains_key(&format!("{}{slug}{TEXT_ENDING}", self.path)),
                // A translation made here stays as long as what it translates is valid.
                None if self.is_local_translation(name) => {
                    let slug = name.split('.').next().unwrap_or_default();
                    let original = files.get(&format!("{}{slug}{TEXT_ENDING}", self.path));
                    original.is_some_and(|original| !is_withdrawn_file(original))
                }
                None => files.contains_key(&format!("{}{name}", self.path)),
            };
            if !stays {
                let path = self.root.join(&self.path).join(name);
                fs::remove_file(&path).map_err(|error| Error::write(&path, &error))?;
                count.gone += 1;
            }
        }
        Ok(count)
    }
}

impl WriteCounts {
    /// Whether nothing was written or deleted.
    pub(super) fn is_nothing(self) -> bool {
        self == Self::default()
    }
}

impl std::ops::AddAssign for WriteCounts {
    fn add_assign(&mut self, other: Self) {
        self.new += other.new;
        self.changed += other.changed;
        self.gone += other.gone;
    }
}
