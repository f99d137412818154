//! The text of an item in a message: as many of its sentences and lists as there is room for.

use crate::board::{Board, Item};
use crate::compose::whatsapp::utf16_length;
use crate::locale::Locale;
use crate::markdown::{Piece, split_pieces};

/// More letters than any messenger's target has room for.
const MAX_LETTERS: usize = 5_000;

/// The text of an item in the page's language, in pieces that may be left out from the end: what its author has
/// emphasised last.
pub(super) struct Body {
    pieces: Vec<Piece>,
    /// Positions of the pieces, those that are left out first at the end.
    by_importance: Vec<usize>,
    emphasised: usize,
    definitions: String,
}

impl Body {
    /// The text of an item.
    pub(super) fn new(item: &Item, locale: &Locale, board: &Board) -> Self {
        let translation =
            (locale.code != board.config.bacheca.lingua).then(|| item.translation(&locale.code)).flatten();
        let body = translation.map_or_else(|| item.document.body(), |translation| translation.document.body());
        let (mut pieces, definitions) = split_pieces(body, MAX_LETTERS);
        let mut room = MAX_LETTERS;
        pieces.retain(|piece| {
            let left = room.checked_sub(utf16_length(&piece.source));
            room = left.unwrap_or_default();
            left.is_some()
        });
        let is_emphasised = |at: &usize| pieces.get(*at).is_some_and(|piece| piece.is_emphasised);
        let (mut by_importance, others): (Vec<usize>, Vec<usize>) = (0..pieces.len()).partition(is_emphasised);
        let emphasised = by_importance.len();
        by_importance.extend(others);
        Self { pieces, by_importance, emphasised, definitions }
    }

    /// Number of pieces that are left out only above a messenger's limit.
    pub(super) fn emphasised(&self) -> usize {
        self.emphasised
    }

    /// Number of pieces.
    pub(super) fn len(&self) -> usize {
        self.pieces.len()
    }

    /// Number of pieces that are left when as many of the least important are dropped as have `excess` letters.
    pub(super) fn shorten(&self, mut kept: usize, excess: usize) -> usize {
        let mut gained = 0;
        while gained < excess && kept > 0 {
            kept -= 1;
            let dropped = self.by_importance.get(kept).and_then(|at| self.pieces.get(*at));
            gained += dropped.map_or(0, |piece| utf16_length(&piece.source) + 1);
        }
        kept
    }

    /// The most important pieces in Markdown, without those that announce what is left out.
    pub(super) fn to_markdown(&self, kept: usize) -> String {
        let mut is_kept = vec![false; self.pieces.len()];
        for at in self.by_importance.iter().take(kept) {
            is_kept.get_mut(*at).into_iter().for_each(|kept| *kept = true);
        }
        let is_cut = kept < self.pieces.len();
        let (mut text, mut follows) = (Vec::new(), false);
        for (piece, kept) in self.pieces.iter().zip(is_kept).rev() {
            // A last line in bold of a text that is whole is its author's.
            let announces = piece.announces && (is_cut || !piece.is_emphasised);
            follows = kept && (follows || !announces);
            text.push(follows.then_some(piece));
        }
        let mut out = String::new();
        let mut is_new_paragraph = false;
        for piece in text.into_iter().rev() {
            match piece {
                Some(piece) => {
                    out.push_str(if is_new_paragraph { "\n\n" } else { piece.separator });
                    out.push_str(&piece.source);
                    is_new_paragraph = false;
                }
                // The paragraph of what is left out may have begun with it.
                None => is_new_paragraph = true,
            }
        }
        let text = out.trim_start_matches('\n');
        if text.is_empty() || self.definitions.is_empty() {
            text.to_owned()
        } else {
            format!("{text}\n\n{}", self.definitions)
        }
    }
}
