//! Fingerprints (SHA-256) of a board's files and items.

use std::collections::BTreeMap;
use std::path::Path;

use rayon::iter::ParallelIterator;
use sha2::{Digest, Sha256};
use walkdir::WalkDir;

use super::{Board, GLOSSARY_PATH, Item, OUTLINES_PATH};
use crate::error::Error;
use crate::files::{MAX_STATIC_BYTES, read_file};
use crate::localized;
use crate::source::Document;
use crate::text::slash_path::slash_path;
use crate::text::visible::show_path;

/// SHA-256 of some bytes (FIPS 180-4).
pub type Fingerprint = [u8; 32];

/// Computes the fingerprint of a sequence of parts; each part is hashed with its length.
#[must_use]
pub fn fingerprint<'p>(parts: impl IntoIterator<Item = &'p [u8]>) -> Fingerprint {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part.len().to_le_bytes());
        hasher.update(part);
    }
    hasher.finalize().into()
}

/// Formats a fingerprint as 64 lower-case hexadecimal digits.
#[must_use]
pub fn hex(sum: &Fingerprint) -> String {
    let digits = sum.iter().flat_map(|byte| [byte >> 4, byte & 0xf]);
    let mut text = String::with_capacity(2 * sum.len());
    text.extend(digits.filter_map(|digit| char::from_digit(u32::from(digit), 16)));
    text
}

/// Fingerprints of files by path below the board's root: texts, pictures, static files.
#[derive(Debug, Clone, Default)]
pub struct FileFingerprints(BTreeMap<String, Fingerprint>);

/// Fingerprints of the inputs of a board's items.
#[derive(Debug)]
pub struct BoardFingerprints {
    /// Fingerprint of everything but the items.
    pub shared: Fingerprint,
    /// The same without the surroundings.
    pub content: Fingerprint,
    /// Fingerprint of each item's files (text, translations, posts, image), in the order of the board.
    pub items: Vec<Fingerprint>,
}

impl FileFingerprints {
    pub(super) fn new(files: BTreeMap<String, Fingerprint>) -> Self {
        Self(files)
    }

    /// Updates the fingerprint of one file.
    pub fn replace(&mut self, path: &str, bytes: &[u8]) {
        self.0.insert(path.to_owned(), fingerprint([bytes]));
    }

    /// Combines the fingerprints of all files and paths with that of the surroundings.
    #[must_use]
    pub fn combine(&self, surroundings: &Fingerprint) -> Fingerprint {
        let files = self.0.iter().flat_map(|(path, file)| [path.as_bytes(), file.as_slice()]);
        fingerprint(std::iter::once(surroundings.as_slice()).chain(files))
    }

    /// Adds the static files below a folder of the board; returns the combined fingerprint of these files and paths.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn add_folder(&mut self, root: &Path, folder: &str) -> Result<Fingerprint, Error> {
        let mut parts = Vec::new();
        let entries = WalkDir::new(root.join(folder)).follow_root_links(false).sort_by_file_name();
        for file in entries.into_iter().filter_map(Result::ok).filter(|entry| entry.file_type().is_file()) {
            let bytes = read_file(file.path(), MAX_STATIC_BYTES).map_err(|error| Error::read(file.path(), &error))?;
            let Ok(below) = file.path().strip_prefix(root) else { continue };
            let (path, found) = (slash_path(below), fingerprint([bytes.as_slice()]));
            parts.extend([path.as_bytes().to_vec(), found.to_vec()]);
            self.0.insert(path, found);
        }
        Ok(fingerprint(parts.iter().map(Vec::as_slice)))
    }

    fn document_fingerprint(&self, document: &Document) -> Result<&Fingerprint, Error> {
        let path = &document.source.path;
        self.0.get(path).ok_or_else(|| Error::internal("fingerprint", format!("{path} was not read as a file")))
    }

    /// Combines the fingerprints of an item's file, translations, posts, voice messages and image.
    fn item_fingerprint(&self, item: &Item) -> Result<Fingerprint, Error> {
        let path = &item.document.source.path;
        let mut parts: Vec<&[u8]> = vec![path.as_bytes(), self.document_fingerprint(&item.document)?];
        for (language, translation) in &item.translations {
            parts.extend([language.as_bytes(), self.document_fingerprint(&translation.document)?.as_slice()]);
        }
        if let Some(publications) = &item.publications_file {
            parts.extend([b"pubblicazioni", self.document_fingerprint(&publications.document)?.as_slice()]);
        }
        for (language, voice) in &item.voices {
            parts.extend([language.as_bytes(), voice.version.as_bytes()]);
        }
        let image = item.facts.image.as_ref().and_then(|image| image.file.as_ref());
        let folder = path.rsplit_once('/').map(|(folder, _)| folder);
        if let (Some(image), Some(folder)) = (image, folder) {
            let folder = format!("{folder}/");
            match self.0.get(&format!("{folder}{image}")) {
                Some(found) => parts.push(found),
                // Whoever looks for it is told of a file with a similar name.
                None => parts.extend(
                    self.0
                        .range(folder.clone()..)
                        .map(|(path, _)| path)
                        .take_while(|path| path.starts_with(&folder))
                        .map(String::as_bytes),
                ),
            }
        }
        Ok(fingerprint(parts))
    }
}

impl Board {
    /// Reads a picture or a static file of at most `limit` bytes, and compares it with the fingerprint taken at the start
    /// of a build, if any.
    ///
    /// # Errors
    /// A file that cannot be read, or that changed during the build.
    pub fn read_file(&self, file: &Path, limit: u64) -> Result<Vec<u8>, Error> {
        let bytes = read_file(file, limit).map_err(|error| Error::read(file, &error))?;
        let noted = file.strip_prefix(&self.root).ok().and_then(|below| self.files.0.get(&slash_path(below)));
        if noted.is_some_and(|noted| *noted != fingerprint([bytes.as_slice()])) {
            let file = show_path(file);
            return Err(Error::Message(localized!(
                "{file}: il file è cambiato durante la costruzione del sito: riprova",
                "{file}: the file changed while the site was built: try again"
            )));
        }
        Ok(bytes)
    }

    /// Computes the fingerprints of shared inputs, `surroundings` included, and of each item.
    ///
    /// # Errors
    /// [`Error::Internal`] if a document of the board has no fingerprint.
    pub fn fingerprints(
        &self,
        surroundings: &Fingerprint,
        files: &FileFingerprints,
    ) -> Result<BoardFingerprints, Error> {
        let pages = self.pages.values().flat_map(|page| {
            let translations = page.translations.values().map(|translation| &translation.document);
            std::iter::once(&page.original.document).chain(translations)
        });
        let organisations = self.organisations.values().map(|profile| &profile.document);
        let contact_points = self.contact_points.values().map(|profile| &profile.document);
        let mut parts: Vec<&[u8]> = Vec::new();
        for document in organisations.chain(contact_points).chain(pages) {
            parts.extend([document.source.path.as_bytes(), files.document_fingerprint(document)?.as_slice()]);
        }
        for path in [OUTLINES_PATH, GLOSSARY_PATH] {
            parts.extend(files.0.get(path).map(Fingerprint::as_slice));
        }
        let items = self.items.par_iter().map(|item| files.item_fingerprint(item)).collect::<Vec<_>>();
        let content = fingerprint(parts);
        let shared = fingerprint([surroundings.as_slice(), &content]);
        Ok(BoardFingerprints { shared, content, items: items.into_iter().collect::<Result<_, _>>()? })
    }
}
