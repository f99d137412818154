//! Incremental reload of a single changed file, for the preview.

use std::sync::Arc;

use super::load::{Folder, read_file};
use super::{ContentFile, LoadedBoard, Status, file::RawFile};

impl LoadedBoard {
    /// Returns this board with new bytes in one file: an existing opportunity or one of its translations.
    /// `None` if the change affects more than that and the board has to be reloaded.
    #[must_use]
    pub fn with_file(&self, path: &str, bytes: Vec<u8>) -> Option<Self> {
        let (read, found, _) = read_file(RawFile { path: path.to_owned(), bytes: Ok(bytes) });
        let read = read.filter(|read| read.folder == Folder::Items && !read.is_unfinished)?;
        let mut changed = self.clone();
        let board = Arc::make_mut(&mut changed.board);
        let index = board.by_slug.get(&read.name).copied()?;
        let item = board.items.get_mut(index)?;
        match read.language {
            None if item.document.source.path == path => {
                let facts = read.content.into_item()?;
                item.status = Status::on_day(&facts, board.today);
                item.facts = facts;
                item.spans = read.spans;
                item.document = read.document;
            }
            Some(language) => {
                let known = item.translations.get_mut(&language);
                let known = known.filter(|known| known.document.source.path == path)?;
                let facts = read.content.into_translation()?;
                *known = ContentFile { document: read.document, facts, spans: read.spans };
            }
            None => return None,
        }
        changed.problems.retain(|problem| problem.file != path);
        changed.problems.extend(found);
        Some(changed)
    }
}
