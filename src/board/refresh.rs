//! One file read again while the rest of the board stays as it is: what a preview needs when somebody saves.

use std::sync::Arc;

use super::load::{Folder, read_file};
use super::{ContentFile, LoadedBoard, Status, file::File};

impl LoadedBoard {
    /// Shows drafts too: in a preview. Before anybody renders the board.
    pub fn show_drafts(&mut self) {
        if let Some(board) = Arc::get_mut(&mut self.board) {
            board.shows_drafts = true;
        }
    }

    /// Reads a file of an opportunity that is known, or of one of its translations, again. `false` where the change is
    /// another one, that touches more than this file, or while somebody renders the board: then the board has to be loaded anew, and is as it was.
    pub fn refresh(&mut self, path: &str, bytes: Vec<u8>) -> bool {
        let (read, found, _) = read_file(File { path: path.to_owned(), bytes: Ok(bytes) });
        let Some(read) = read.filter(|read| read.folder == Folder::Items) else { return false };
        let Some(board) = Arc::get_mut(&mut self.board) else { return false };
        let index = board.by_slug.get(&read.name).copied();
        let Some(item) = index.and_then(|index| board.items.get_mut(index)) else { return false };
        match (read.language, read.content) {
            (None, content) if item.document.source.path == path => {
                let Some(facts) = content.into_item() else { return false };
                item.status = Status::of(&facts, board.today);
                item.facts = facts;
                item.spans = read.spans;
                item.document = read.document;
            }
            (Some(language), content) => {
                let known = item.translations.get_mut(&language);
                let Some(known) = known.filter(|known| known.document.source.path == path) else { return false };
                let Some(facts) = content.into_translation() else { return false };
                *known = ContentFile { document: read.document, facts, spans: read.spans };
            }
            _ => return false,
        }
        self.problems.retain(|problem| problem.file != path);
        self.problems.extend(found);
        true
    }
}
