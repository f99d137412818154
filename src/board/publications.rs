//! Posts of announcements on channels: read from the files beside them, and joined with those in their facts.

use std::sync::Arc;

use super::conflicts::report_conflicts;
use super::file::RawFile;
use super::whole_file::unreadable_kind;
use super::{Board, ContentFile, Item, Problem, PublicationsFile};
use crate::model::{
    PUBLICATIONS_ENDING, PUBLICATIONS_LIMIT, Publication, Reader, Step, publications_path, report_unfit_texts,
};
use crate::source::{self, Document, Source, parse_list, split_list, split_list_text};

/// Whether a path is that of a file with the posts of an announcement, by folder and ending.
pub(super) fn is_publications(path: &str) -> bool {
    path.ends_with(PUBLICATIONS_ENDING) && path.starts_with("content/opportunita/")
}

/// Reads a file of posts: what it holds, the problems, and the source of one that cannot be read.
pub(super) fn read_publications(file: RawFile) -> (Option<PublicationsFile>, Vec<Problem>, Option<Source>) {
    let path = file.path.as_str();
    let bytes = match file.bytes {
        Ok(bytes) => bytes,
        Err(error) => {
            let problem = Problem::new(path, 0..0, unreadable_kind(&error));
            return (None, vec![problem], Some(Source { path: path.to_owned(), text: String::new() }));
        }
    };
    let mut problems = Vec::new();
    let document = match split_list(path, bytes) {
        Ok(document) => document,
        Err((source, found)) => {
            let is_decoded = matches!(found.problem, source::Problem::NotUtf8 { encoding: Some(_) });
            problems.push(Problem::in_file(path, *found));
            if !is_decoded {
                return (None, problems, Some(source));
            }
            split_list_text(path, source.text)
        }
    };
    if report_conflicts(&document.source, &document.facts, true, &mut problems) {
        return (None, problems, Some(document.source));
    }
    let (mut source_problems, mut value_problems) = (Vec::new(), Vec::new());
    let read = parse_list(&document, &mut source_problems).map(|root| {
        let mut reader = Reader::new(&mut value_problems);
        report_unfit_texts(&root, &mut reader);
        let posts = reader.read_field(const { Step::key("pubblicazioni") }, PUBLICATIONS_LIMIT, &root);
        (posts.unwrap_or_default(), reader.into_spans(&root))
    });
    problems.extend(source_problems.into_iter().map(|found| Problem::in_file(path, found)));
    problems.extend(value_problems.into_iter().map(|found| Problem::in_file(path, found)));
    match read {
        Some((facts, spans)) => (Some(ContentFile { document, facts, spans }), problems, None),
        None => (None, problems, Some(document.source)),
    }
}

impl Item {
    /// Its posts: those noted in its facts, then those in the file beside it, each in the order of its file.
    pub fn publications(&self) -> impl DoubleEndedIterator<Item = &Publication> + Clone {
        self.publication_entries().filter(|entry| !entry.is_reading())
    }

    /// What somebody read on the channels of its posts: followers, reactions.
    pub fn channel_readings(&self) -> impl DoubleEndedIterator<Item = &Publication> + Clone {
        self.publication_entries().filter(|entry| entry.is_reading())
    }

    fn publication_entries(&self) -> impl DoubleEndedIterator<Item = &Publication> + Clone {
        let noted_before = self.facts.publications.iter();
        noted_before.chain(self.publications_file.iter().flat_map(|file| &file.facts))
    }

    /// Path of the file with its posts below the board's root, whether there is one or not.
    #[must_use]
    pub fn publications_path(&self) -> String {
        publications_path(&self.document.source.path)
    }
}

impl Board {
    /// Gives a file of posts to the announcement beside it, or keeps it apart if there is none.
    pub(super) fn attach_publications(&mut self, file: PublicationsFile) {
        let path = &file.document.source.path;
        let name = path.rsplit('/').next().and_then(|name| name.strip_suffix(PUBLICATIONS_ENDING));
        let index = name.and_then(|name| self.by_slug.get(name).copied());
        let item = index.and_then(|index| self.items.get_mut(index));
        match item.filter(|item| item.publications_path() == *path) {
            Some(item) => item.publications_file = Some(file),
            None => Arc::make_mut(&mut self.orphan_publications).push(file),
        }
    }

    /// Files of posts, of announcements and of none.
    pub(super) fn publications_files(&self) -> impl Iterator<Item = &Document> {
        let beside = self.items.iter().filter_map(|item| item.publications_file.as_ref());
        beside.chain(self.orphan_publications.iter()).map(|file| &file.document)
    }
}
