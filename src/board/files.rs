//! The content of a board as bytes: read once, in parallel, in a deterministic order.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use super::file::{RawFile, is_git_attributes};
use super::load::from_files;
use super::publications::is_publications;
use super::stray_file::{is_markdown, not_read};
use super::voices::read_voices;
use super::{AGGREGATED, FileFingerprints, GLOSSARY_PATH, LoadedBoard, OUTLINES_PATH, Problem, fingerprint};
use crate::config::Config;
use crate::files::{MAX_GLOSSARY_BYTES, MAX_OUTLINES_BYTES, MAX_PICTURE_BYTES, MAX_TEXT_BYTES, read_file};
use crate::source::Source;
use crate::text::slash_path::slash_path;

/// All files below `content/`.
pub struct ContentFiles {
    root: PathBuf,
    files: Vec<RawFile>,
    /// Paths of files that are not Markdown, such as pictures.
    other_paths: Vec<String>,
    /// Bytes of `other_paths`, for a board that is in memory only.
    other_bytes: Option<BTreeMap<String, Vec<u8>>>,
}

impl ContentFiles {
    /// Reads the content of the board at `root`; [`ContentFiles::load`] reports unreadable files and folders.
    #[must_use]
    pub fn read(root: &Path) -> Self {
        Self::read_listed(root, list_content_files(root, |_| true))
    }

    /// Reads the content of the board at `root` without the announcements of other boards.
    #[must_use]
    pub fn read_own(root: &Path) -> Self {
        let aggregated = root.join(AGGREGATED);
        Self::read_listed(root, list_content_files(root, |entry| entry.path() != aggregated))
    }

    fn read_listed(root: &Path, paths: ContentPaths) -> Self {
        let ContentPaths { texts, others, unreadable } = paths;
        let limit = |path: &str| match path {
            OUTLINES_PATH => MAX_OUTLINES_BYTES,
            GLOSSARY_PATH => MAX_GLOSSARY_BYTES,
            _ => MAX_TEXT_BYTES,
        };
        let read = |path: String| RawFile { bytes: read_file(&root.join(&path), limit(&path)), path };
        let mut files: Vec<RawFile> = texts.into_par_iter().map(read).collect();
        files.extend(unreadable);
        Self { root: root.to_owned(), files, other_paths: others, other_bytes: None }
    }

    /// Takes content from memory: bytes by path below the board's root, with `/`. Paths outside `content/` are ignored.
    #[must_use]
    pub fn from_memory(files: BTreeMap<String, Vec<u8>>) -> Self {
        let content = files.into_iter().filter(|(path, _)| path.starts_with("content/"));
        let (texts, images): (BTreeMap<_, _>, BTreeMap<_, _>) =
            content.partition(|(path, _)| is_markdown(path) || is_table(path) || is_publications(path));
        let files = texts.into_iter().map(|(path, bytes)| RawFile { path, bytes: Ok(bytes) }).collect();
        Self { root: PathBuf::new(), files, other_paths: images.keys().cloned().collect(), other_bytes: Some(images) }
    }

    /// Replaces everything below some folders (ending in `/`) by other files, given by path.
    #[must_use]
    pub fn with_folders_replaced<'f>(
        mut self,
        folders: &[String],
        files: impl IntoIterator<Item = (&'f String, &'f Vec<u8>)>,
    ) -> Self {
        self.files.retain(|file| !folders.iter().any(|folder| file.path.starts_with(folder)));
        self.files
            .extend(files.into_iter().map(|(path, bytes)| RawFile { path: path.clone(), bytes: Ok(bytes.clone()) }));
        self.files.sort_by(|left, right| left.path.cmp(&right.path));
        self
    }

    /// Computes the fingerprint of each file, pictures included; an unreadable file counts with its error.
    #[must_use]
    pub fn fingerprints(&self) -> FileFingerprints {
        let fingerprint_of = |bytes: &io::Result<Vec<u8>>| match bytes {
            Ok(bytes) => fingerprint([bytes.as_slice()]),
            Err(error) => fingerprint([error.to_string().as_bytes()]),
        };
        let texts = self.files.par_iter().map(|file| (file.path.clone(), fingerprint_of(&file.bytes)));
        let others = self.other_paths.par_iter().map(|path| {
            match self.other_bytes.as_ref().and_then(|images| images.get(path)) {
                Some(bytes) => (path.clone(), fingerprint([bytes.as_slice()])),
                None => (path.clone(), fingerprint_of(&read_file(&self.root.join(path), MAX_PICTURE_BYTES))),
            }
        });
        FileFingerprints::new(texts.chain(others).collect())
    }

    /// Decodes the files into a board as of `today`. Unreadable files become problems.
    #[must_use]
    pub fn load(self, config: Config, today: NaiveDate) -> LoadedBoard {
        let voices = read_voices(&self.root, self.other_paths.iter(), self.other_bytes.as_ref());
        let not_read: Vec<Problem> = self.other_paths.iter().filter_map(|path| not_read(path)).collect();
        let mut loaded = from_files(&self.root, self.files, self.other_bytes, voices, config, today);
        loaded
            .unreadable
            .extend(not_read.iter().map(|problem| Source { path: problem.file.clone(), text: String::new() }));
        loaded.problems.extend(not_read);
        loaded
    }
}

/// Loads the board at `root` as of `today`. Unreadable files and folders become problems.
#[must_use]
pub fn load(root: &Path, config: Config, today: NaiveDate) -> LoadedBoard {
    ContentFiles::read(root).load(config, today)
}

/// Whether a file is one of those that are no Markdown and belong to the board as a whole.
fn is_table(path: &str) -> bool {
    matches!(path, OUTLINES_PATH | GLOSSARY_PATH)
}

/// Paths below `content/`, relative to the root, sorted, with `/`.
#[derive(Default)]
struct ContentPaths {
    /// Markdown files, links, outlines of districts, and files by which git treats others differently.
    texts: Vec<String>,
    /// Other files.
    others: Vec<String>,
    /// Folders that could not be listed, with the error as content.
    unreadable: Vec<RawFile>,
}

/// Lists the files below `content/`. Links are not followed, because they could lead out of the board; they are listed
/// as Markdown files, to be refused when they are read. A board without the folder has no content.
fn list_content_files(root: &Path, is_wanted: impl FnMut(&DirEntry) -> bool) -> ContentPaths {
    let mut paths = ContentPaths::default();
    for entry in WalkDir::new(root.join("content")).follow_root_links(false).into_iter().filter_entry(is_wanted) {
        match entry {
            Ok(entry) if entry.file_type().is_dir() || is_editor_lock(&entry) => {}
            Ok(entry) => {
                let Some(path) = path_below(root, entry.path()) else { continue };
                let is_text = !entry.file_type().is_file()
                    || is_markdown(&path)
                    || is_publications(&path)
                    || is_git_attributes(&path)
                    || is_table(&path);
                let list = if is_text { &mut paths.texts } else { &mut paths.others };
                list.push(path);
            }
            Err(error) => {
                let path = error.path().and_then(|path| path_below(root, path)).unwrap_or_else(|| "content".to_owned());
                let error = io::Error::from(error);
                if error.kind() != io::ErrorKind::NotFound {
                    paths.unreadable.push(RawFile { path, bytes: Err(error) });
                }
            }
        }
    }
    paths.texts.sort_unstable();
    paths.others.sort_unstable();
    paths.unreadable.sort_unstable_by(|left, right| left.path.cmp(&right.path));
    paths
}

/// Whether a file is the link by which Emacs says that somebody is editing the file beside it.
fn is_editor_lock(entry: &DirEntry) -> bool {
    entry.path_is_symlink() && entry.file_name().to_str().is_some_and(|name| name.starts_with(".#"))
}

/// Converts a path to text below the root, with `/`: comparing texts is ten times faster than comparing components.
fn path_below(root: &Path, path: &Path) -> Option<String> {
    if let (Some(start), Some(path)) = (root.to_str(), path.to_str())
        && let Some(rest) = path.strip_prefix(start)
    {
        return Some(rest.trim_start_matches(std::path::MAIN_SEPARATOR).replace(std::path::MAIN_SEPARATOR, "/"));
    }
    let path = path.strip_prefix(root).ok()?;
    Some(slash_path(path))
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn folder_that_cannot_be_listed_is_not_skipped_silently() {
        let root = tempfile::tempdir().unwrap();
        assert!(ContentFiles::read(root.path()).files.is_empty());
        // A path that becomes longer than the system allows cannot be opened, not even by an administrator.
        let content = root.path().join("content");
        let mut folder = content.join("short");
        while folder.as_os_str().len() + 201 < 4096 {
            folder.push("a".repeat(200));
        }
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::rename(content.join("short"), content.join("b".repeat(250))).unwrap();
        let files = ContentFiles::read(root.path()).files;
        assert!(matches!(files.as_slice(), [file] if file.bytes.is_err() && file.path.starts_with("content/bbb")));
    }
}
