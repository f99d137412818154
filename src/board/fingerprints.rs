//! From what a board was made: the SHA-256 of each of its files, and of each of its items.

use std::collections::BTreeMap;

use rayon::iter::ParallelIterator;

use super::{Board, Fingerprint, Item, fingerprint};
use crate::error::Error;
use crate::source::Document;

/// The fingerprint of each file below `content/`, texts and pictures, by path below the board's root: of the bytes that
/// were read.
#[derive(Debug, Clone, Default)]
pub struct FileFingerprints(BTreeMap<String, Fingerprint>);

/// From what the parts of a board were made.
#[derive(Debug)]
pub struct BoardFingerprints {
    /// What all items share: everything but the items.
    pub shared: Fingerprint,
    /// For each item, in the order of the board: its file, its translations, its image.
    pub items: Vec<Fingerprint>,
}

impl FileFingerprints {
    pub(super) fn new(files: BTreeMap<String, Fingerprint>) -> Self {
        Self(files)
    }

    /// Notes that a file holds other bytes now.
    pub fn replace(&mut self, path: &str, bytes: &[u8]) {
        self.0.insert(path.to_owned(), fingerprint([bytes]));
    }

    /// The fingerprint of all files and their paths, and of what else a site is made from.
    #[must_use]
    pub fn everything(&self, surroundings: &Fingerprint) -> Fingerprint {
        let files = self.0.iter().flat_map(|(path, file)| [path.as_bytes(), file.as_slice()]);
        fingerprint(std::iter::once(surroundings.as_slice()).chain(files))
    }

    fn of(&self, document: &Document) -> Result<&Fingerprint, Error> {
        let path = &document.source.path;
        self.0.get(path).ok_or_else(|| Error::internal("fingerprint", format!("{path} was not read as a file")))
    }

    /// The item's own file, its translations, its image where it lies beside it.
    fn of_item(&self, item: &Item) -> Result<Fingerprint, Error> {
        let path = &item.document.source.path;
        let mut parts: Vec<&[u8]> = vec![path.as_bytes(), self.of(&item.document)?];
        for (language, translation) in &item.translations {
            parts.extend([language.as_bytes(), self.of(&translation.document)?.as_slice()]);
        }
        let image = item.facts.image.as_ref().and_then(|image| image.file.as_ref());
        let folder = path.rsplit_once('/').map(|(folder, _)| folder);
        if let (Some(image), Some(folder)) = (image, folder)
            && let Some(found) = self.0.get(&format!("{folder}/{image}"))
        {
            parts.push(found);
        }
        Ok(fingerprint(parts))
    }
}

impl Board {
    /// From what each part of this board was made: its files, and `surroundings` that are no content.
    ///
    /// # Errors
    /// A bug: a document of the board is none of the files.
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
        let centres = self.centres.values().map(|profile| &profile.document);
        let mut parts: Vec<&[u8]> = vec![surroundings];
        for document in organisations.chain(centres).chain(pages) {
            parts.extend([document.source.path.as_bytes(), files.of(document)?.as_slice()]);
        }
        let items = self.items.par_iter().map(|item| files.of_item(item)).collect::<Vec<_>>();
        Ok(BoardFingerprints { shared: fingerprint(parts), items: items.into_iter().collect::<Result<_, _>>()? })
    }
}
