//! What the last build left in a folder, and from what it made it: what is as it was is neither made nor written again.
//!
//! A record is believed only as far as the folder still says the same: each file has its size and the time at which it
//! was written, each folder the time at which something was added to it or taken away.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::cache_folder::create_cache_folder;
use super::manifest::{MANIFEST, fits};
use crate::board::{Fingerprint, fingerprint, hex};
use crate::check::CleanItems;
use crate::files::write_atomically;

/// A file of the site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct FileRecord {
    pub(super) path: String,
    /// SHA-256, 64 hexadecimal digits.
    pub(super) sum: String,
    /// Bytes.
    pub(super) size: u64,
    /// Nanoseconds since 1970.
    pub(super) written: u64,
}

/// What was made together, and from what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct OutputGroup {
    /// The sum of everything it is made from.
    pub(super) key: String,
    pub(super) paths: Vec<String>,
}

/// What a site was made from, and what is told of it again.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BuildOrigin {
    /// The fingerprint of everything: content, theme, configuration, fonts, program, day.
    pub everything: Fingerprint,
    /// Items that need no second check while they are made from the same.
    pub clean: CleanItems,
    /// How many items are published.
    pub items: usize,
    /// How many warnings there are.
    pub warnings: usize,
}

/// The record of a build.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct BuildRecord {
    pub(super) origin: BuildOrigin,
    pub(super) files: Vec<FileRecord>,
    /// Folders below the site's, itself as the empty path, and when something was added to them or taken away.
    folders: Vec<(String, u64)>,
    pub(super) groups: BTreeMap<String, OutputGroup>,
    /// When the list of the site was written.
    list: u64,
    /// When the list of the back buffer was written: a back buffer with another one is somebody else's.
    back_buffer: u64,
}

/// The last site, as far as it still is what the record says.
#[derive(Debug, Default)]
pub(super) struct LastBuild {
    pub(super) origin: BuildOrigin,
    pub(super) files: HashMap<String, FileRecord>,
    pub(super) groups: BTreeMap<String, OutputGroup>,
    /// No file is missing, none was changed.
    pub(super) whole: bool,
    pub(super) back_buffer: u64,
    folders: Vec<(String, u64)>,
}

impl BuildRecord {
    /// Describes the site in `target`, of which the files are known.
    pub(super) fn of(
        target: &Path,
        back_buffer: Option<&Path>,
        origin: BuildOrigin,
        files: Vec<FileRecord>,
        groups: BTreeMap<String, OutputGroup>,
    ) -> Self {
        let mut folders: Vec<&str> = vec![""];
        for file in &files {
            let mut path = file.path.as_str();
            while let Some((folder, _)) = path.rsplit_once('/') {
                folders.push(folder);
                path = folder;
            }
        }
        folders.sort_unstable();
        folders.dedup();
        let folders = folders.par_iter().map(|path| ((*path).to_owned(), changed(&target.join(path))));
        let folders = folders.collect();
        Self {
            origin,
            files,
            folders,
            groups,
            list: list_written(target),
            back_buffer: back_buffer.map_or(0, list_written),
        }
    }

    /// Keeps the record; that it cannot be kept only costs the next build time.
    pub(super) fn keep(&self, path: &Path) {
        let Ok(bytes) = serde_json::to_vec(self) else { return };
        path.parent().into_iter().for_each(create_cache_folder);
        let _ = write_atomically(path, &bytes);
    }
}

impl LastBuild {
    /// Reads a record and compares it with the folder; empty where there is none, or it cannot be understood.
    pub(super) fn read(path: &Path, target: &Path) -> Self {
        let record: Option<BuildRecord> =
            fs::read(path).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).filter(|_| target.is_dir());
        let Some(record) = record else { return Self::default() };
        let recorded = record.files.len();
        let is_there = |file: &FileRecord| {
            let found = fs::symlink_metadata(target.join(&file.path));
            fits(&file.path)
                && found.is_ok_and(|found| {
                    found.is_file() && found.len() == file.size && time(found.modified()) == file.written
                })
        };
        let files: HashMap<String, FileRecord> =
            record.files.into_par_iter().filter(is_there).map(|file| (file.path.clone(), file)).collect();
        let whole = files.len() == recorded && record.list == list_written(target);
        Self {
            origin: record.origin,
            whole,
            files,
            groups: record.groups,
            folders: record.folders,
            back_buffer: record.back_buffer,
        }
    }

    /// Nothing was added to any folder or taken away since the record was written.
    pub(super) fn has_only_own_files(&self, target: &Path) -> bool {
        !self.folders.is_empty()
            && self.folders.par_iter().all(|(path, when)| changed(&target.join(path)) == *when && *when > 0)
    }
}

impl FileRecord {
    /// A file that stands in a folder.
    pub(super) fn of(folder: &Path, path: &str, sum: &str) -> Self {
        let found = fs::symlink_metadata(folder.join(path)).ok();
        Self {
            path: path.to_owned(),
            sum: sum.to_owned(),
            size: found.as_ref().map_or(0, fs::Metadata::len),
            written: found.map_or(0, |found| time(found.modified())),
        }
    }
}

/// When the list of a site was written; zero where there is none.
pub(super) fn list_written(folder: &Path) -> u64 {
    fs::symlink_metadata(folder.join(MANIFEST)).map_or(0, |found| time(found.modified()))
}

/// When a folder changed; zero if it is none.
fn changed(folder: &Path) -> u64 {
    fs::symlink_metadata(folder).ok().filter(fs::Metadata::is_dir).map_or(0, |found| time(found.modified()))
}

fn time(found: std::io::Result<std::time::SystemTime>) -> u64 {
    let since = found.ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    since.and_then(|since| u64::try_from(since.as_nanos()).ok()).unwrap_or_default()
}

/// Where the record of a folder is kept, and the site before the last one.
#[derive(Debug, Clone)]
pub struct FolderMemory {
    pub(super) record: PathBuf,
    pub(super) back_buffer: PathBuf,
}

impl FolderMemory {
    /// What is kept in `cache` of the folder at `target`.
    pub(super) fn below(cache: &Path, target: &Path) -> Self {
        let name = hex(&fingerprint([target.as_os_str().as_encoded_bytes()])).get(..16).unwrap_or_default().to_owned();
        Self { record: cache.join(format!("{name}.json")), back_buffer: cache.join(name) }
    }
}
