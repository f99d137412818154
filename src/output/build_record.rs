//! Record of the last build of a folder: its files and the fingerprints of their inputs, so that unchanged outputs
//! are neither generated nor written again.
//!
//! A record is trusted only for files whose size and modification time, and folders whose modification time, still
//! match.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use rayon::prelude::*;

use super::cache_folder::create_cache_folder;
use super::manifest::{MANIFEST, is_path_inside};
use crate::board::{Fingerprint, fingerprint, hex};
use crate::files::{FileStat, MAX_OWN_BYTES, RecordReader, RecordWriter, StatFolder, read_file, replace_file_unsynced};
use crate::publish::PieceKey;

/// First bytes of a record, with the version of its format.
const FORMAT: &str = "bacheca record 3";

/// A file of the site, as written by the build.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FileRecord {
    pub(super) path: String,
    /// SHA-256, 64 hexadecimal digits.
    pub(super) sum: String,
    /// Size in bytes.
    pub(super) size: u64,
    /// Modification time, in nanoseconds since 1970.
    pub(super) written: u64,
}

/// Pieces of a file of the site, in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FilePieces {
    /// SHA-256 of the file, 64 hexadecimal digits.
    pub(super) sum: String,
    pub(super) pieces: Vec<FilePiece>,
}

/// A piece of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct FilePiece {
    pub(super) key: PieceKey,
    /// Bytes of the file before it.
    pub(super) start: u64,
    /// Length in bytes.
    pub(super) length: u64,
}

impl FilePieces {
    /// Start and length of each piece by key.
    pub(super) fn places(&self) -> HashMap<PieceKey, (u64, u64)> {
        self.pieces.iter().map(|piece| (piece.key, (piece.start, piece.length))).collect()
    }
}

/// Files generated together, with the fingerprint of their inputs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct OutputGroup {
    /// Fingerprint of all inputs.
    pub(super) key: String,
    pub(super) paths: Vec<String>,
}

/// Inputs of a site, and figures to report again if nothing changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BuildOrigin {
    /// Fingerprint of all inputs: content, theme, configuration, fonts, program, day.
    pub everything: Fingerprint,
    /// The same with the times of the files in place of their bytes, where these say something; in a file of its own.
    pub times: Option<Fingerprint>,
    /// Number of published items.
    pub items: usize,
    /// Number of warnings.
    pub warnings: usize,
}

/// Record of a build, as kept in the cache.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct BuildRecord {
    pub(super) origin: BuildOrigin,
    pub(super) files: Vec<FileRecord>,
    /// Folders of the site (the empty path is the site's own) and their modification times.
    folders: Vec<(String, u64)>,
    pub(super) groups: BTreeMap<String, OutputGroup>,
    /// Modification time of the manifest of the site.
    list: u64,
    back_buffer: BackBuffer,
}

/// The site before the last, which the next build updates.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct BackBuffer {
    /// Modification time of its manifest; with another one the back buffer is not used. Zero if there is none.
    pub(super) list: u64,
    /// SHA-256 of its files where it differs from the site; `None` where it has no file.
    pub(super) differences: BTreeMap<String, Option<String>>,
}

impl BackBuffer {
    /// Creates the record of a back buffer from its differences from the site.
    pub(super) fn new(folder: &Path, differences: BTreeMap<String, Option<String>>) -> Self {
        Self { list: manifest_time(folder), differences }
    }
}

/// The part of the last site that still matches its record.
#[derive(Debug, Default)]
pub(super) struct LastBuild {
    pub(super) origin: BuildOrigin,
    pub(super) files: HashMap<String, FileRecord>,
    pub(super) groups: BTreeMap<String, OutputGroup>,
    /// Whether all files are present and unchanged.
    pub(super) is_complete: bool,
    pub(super) back_buffer: BackBuffer,
    folders: Vec<(String, u64)>,
}

impl BuildRecord {
    /// Creates the record of the site in `target` from its files.
    pub(super) fn new(
        target: &Path,
        back_buffer: Option<BackBuffer>,
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
        let noted = StatFolder::open(target).ok();
        let time = |path: &str| noted.as_ref().map_or(0, |noted| folder_time(noted, path));
        let folders = folders.par_iter().map(|path| ((*path).to_owned(), time(path))).collect();
        Self {
            origin,
            files,
            folders,
            groups,
            list: manifest_time(target),
            back_buffer: back_buffer.unwrap_or_default(),
        }
    }

    /// Writes the record. Errors are ignored: without it the next build is only slower.
    pub(super) fn write(&self, memory: &FolderMemory) {
        memory.record.parent().into_iter().for_each(create_cache_folder);
        let _ = replace_file_unsynced(&memory.record, &self.to_bytes());
        memory.write_times(&self.origin.everything, self.origin.times);
    }

    fn to_bytes(&self) -> Vec<u8> {
        let Self { origin, files, folders, groups, list, back_buffer } = self;
        let BuildOrigin { everything, times: _, items, warnings } = origin;
        let mut out = RecordWriter::default();
        out.text(FORMAT);
        out.fingerprint(everything);
        out.count(*items);
        out.count(*warnings);
        out.list(files.iter(), |out, file| {
            out.text(&file.path);
            out.text(&file.sum);
            out.number(file.size);
            out.number(file.written);
        });
        out.list(folders.iter(), |out, (path, time)| {
            out.text(path);
            out.number(*time);
        });
        out.list(groups.iter(), |out, (name, group)| {
            out.text(name);
            out.text(&group.key);
            out.list(group.paths.iter(), |out, path| out.text(path));
        });
        out.number(*list);
        out.number(back_buffer.list);
        out.list(back_buffer.differences.iter(), |out, (path, sum)| {
            out.text(path);
            out.list(sum.iter(), |out, sum| out.text(sum));
        });
        out.into_bytes()
    }

    /// Reads a record; `None` if it is not one of this version.
    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut bytes = RecordReader::new(bytes);
        if bytes.text()? != FORMAT {
            return None;
        }
        let everything = bytes.fingerprint()?;
        let origin = BuildOrigin { everything, times: None, items: bytes.count()?, warnings: bytes.count()? };
        let file = |bytes: &mut RecordReader<'_>| {
            let (path, sum) = (bytes.text()?.to_owned(), bytes.text()?.to_owned());
            Some(FileRecord { path, sum, size: bytes.number()?, written: bytes.number()? })
        };
        let files = bytes.list(file)?;
        let folders = bytes.list(|bytes| Some((bytes.text()?.to_owned(), bytes.number()?)))?;
        let group = |bytes: &mut RecordReader<'_>| {
            let (name, key) = (bytes.text()?.to_owned(), bytes.text()?.to_owned());
            Some((name, OutputGroup { key, paths: bytes.list(|bytes| Some(bytes.text()?.to_owned()))? }))
        };
        let groups = bytes.list(group)?;
        let (list, list_of_back_buffer) = (bytes.number()?, bytes.number()?);
        let difference = |bytes: &mut RecordReader<'_>| {
            let path = bytes.text()?.to_owned();
            let sum: Vec<String> = bytes.list(|bytes| Some(bytes.text()?.to_owned()))?;
            Some((path, sum.into_iter().next()))
        };
        let back_buffer = BackBuffer { list: list_of_back_buffer, differences: bytes.list(difference)? };
        let record = Self { origin, files, folders, groups, list, back_buffer };
        bytes.is_at_end().then_some(record)
    }
}

impl LastBuild {
    /// Reads a record and compares it with the folder; empty if it is missing or invalid.
    pub(super) fn read(memory: &FolderMemory, target: &Path) -> Self {
        let record: Option<BuildRecord> = read_file(&memory.record, MAX_OWN_BYTES)
            .ok()
            .and_then(|bytes| BuildRecord::from_bytes(&bytes))
            .filter(|_| target.is_dir());
        let Some(record) = record else { return Self::default() };
        let Ok(folder) = StatFolder::open(target) else { return Self::default() };
        let recorded = record.files.len();
        let is_there = |file: &FileRecord| {
            let is_same = |found: FileStat| found.is_file && found.bytes == file.size && found.modified == file.written;
            is_path_inside(&file.path) && folder.stat(&file.path).is_ok_and(is_same)
        };
        let files: HashMap<String, FileRecord> =
            record.files.into_par_iter().filter(is_there).map(|file| (file.path.clone(), file)).collect();
        let is_complete = files.len() == recorded && record.list == manifest_time(target);
        let times = memory.read_times(&record.origin.everything);
        Self {
            origin: BuildOrigin { times, ..record.origin },
            is_complete,
            files,
            groups: record.groups,
            folders: record.folders,
            back_buffer: record.back_buffer,
        }
    }

    /// Whether the modification times of all folders are unchanged, so that no foreign file can have been added.
    pub(super) fn has_only_own_files(&self, target: &Path) -> bool {
        !self.folders.is_empty()
            && StatFolder::open(target).is_ok_and(|target| {
                self.folders.par_iter().all(|(path, when)| folder_time(&target, path) == *when && *when > 0)
            })
    }
}

impl FileRecord {
    /// Creates the record of an existing file.
    pub(super) fn new(folder: &Path, path: &str, sum: &str) -> Self {
        let found = fs::symlink_metadata(folder.join(path)).ok();
        Self {
            path: path.to_owned(),
            sum: sum.to_owned(),
            size: found.as_ref().map_or(0, fs::Metadata::len),
            written: found.map_or(0, |found| unix_nanoseconds(found.modified())),
        }
    }
}

/// Modification time of the manifest of a site; zero if there is none.
pub(super) fn manifest_time(folder: &Path) -> u64 {
    fs::symlink_metadata(folder.join(MANIFEST)).map_or(0, |found| unix_nanoseconds(found.modified()))
}

/// Modification time of a folder of the site; zero if it is not one.
fn folder_time(target: &StatFolder, path: &str) -> u64 {
    target.stat(path).ok().filter(|found| found.is_folder).map_or(0, |found| found.modified)
}

fn unix_nanoseconds(found: std::io::Result<std::time::SystemTime>) -> u64 {
    let since = found.ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    since.and_then(|since| u64::try_from(since.as_nanos()).ok()).unwrap_or_default()
}

/// Paths in the cache of a folder's record and back buffer (the site before the last).
#[derive(Debug, Clone)]
pub struct FolderMemory {
    pub(super) record: PathBuf,
    times: PathBuf,
    pieces: PathBuf,
    pub(super) back_buffer: PathBuf,
}

impl FolderMemory {
    /// Derives the paths below `cache` for the folder at `target`.
    pub(super) fn new(cache: &Path, target: &Path) -> Self {
        let name = hex(&fingerprint([target.as_os_str().as_encoded_bytes()])).get(..16).unwrap_or_default().to_owned();
        let file = |ending: &str| cache.join(format!("{name}.{ending}"));
        Self { record: file("record"), times: file("times"), pieces: file("pieces"), back_buffer: cache.join(&name) }
    }

    /// Pieces of the files of the last site, by path; each entry counts only for a file with its fingerprint.
    pub(super) fn read_pieces(&self) -> BTreeMap<String, FilePieces> {
        let read = |bytes: &[u8]| {
            let mut bytes = RecordReader::new(bytes);
            let files: BTreeMap<String, FilePieces> = bytes.list(|bytes| {
                let (path, sum) = (bytes.text()?.to_owned(), bytes.text()?.to_owned());
                let pieces = bytes.list(|bytes| {
                    Some(FilePiece { key: bytes.key()?, start: bytes.number()?, length: bytes.number()? })
                })?;
                Some((path, FilePieces { sum, pieces }))
            })?;
            bytes.is_at_end().then_some(files)
        };
        read_file(&self.pieces, MAX_OWN_BYTES).ok().and_then(|bytes| read(&bytes)).unwrap_or_default()
    }

    /// Writes what [`Self::read_pieces`] reads. Errors are ignored: the next build only renders more.
    pub(super) fn write_pieces(&self, files: &BTreeMap<String, FilePieces>) {
        let mut out = RecordWriter::default();
        out.list(files.iter(), |out, (path, file)| {
            out.text(path);
            out.text(&file.sum);
            out.list(file.pieces.iter(), |out, piece| {
                out.key(&piece.key);
                out.number(piece.start);
                out.number(piece.length);
            });
        });
        self.pieces.parent().into_iter().for_each(create_cache_folder);
        let _ = replace_file_unsynced(&self.pieces, &out.into_bytes());
    }

    /// Fingerprint of the times of the inputs of the site that was built from `everything`.
    fn read_times(&self, everything: &Fingerprint) -> Option<Fingerprint> {
        let bytes = read_file(&self.times, MAX_OWN_BYTES).ok()?;
        bytes.strip_prefix(everything.as_slice())?.try_into().ok()
    }

    /// Writes what [`Self::read_times`] reads. Errors are ignored: the next build only reads all files.
    pub(super) fn write_times(&self, everything: &Fingerprint, times: Option<Fingerprint>) {
        let _ = match times {
            Some(times) => replace_file_unsynced(&self.times, &[everything.as_slice(), &times].concat()),
            None => fs::remove_file(&self.times),
        };
    }
}
