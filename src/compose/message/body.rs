//! The text of an item in a message: as many of its sentences and lists as there is room for.

use url::Url;

use crate::board::{Board, Item};
use crate::compose::whatsapp::utf16_length;
use crate::locale::Locale;
use crate::markdown::{Piece, split_pieces};

/// More letters than any messenger's target has room for.
const MAX_LETTERS: usize = 5_000;

/// The text of an item in the page's language, in pieces that may be left out from the end.
pub(super) struct Body {
    pieces: Vec<Piece>,
    definitions: String,
}

impl Body {
    /// The text of an item; links relative to its page at `url` are made absolute.
    pub(super) fn new(item: &Item, locale: &Locale, board: &Board, url: &str) -> Self {
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
        for piece in &mut pieces {
            piece.source = make_links_absolute(&piece.source, url);
        }
        Self { pieces, definitions }
    }

    /// Number of pieces.
    pub(super) fn len(&self) -> usize {
        self.pieces.len()
    }

    /// Number of pieces that are left when as many last ones are dropped as have `excess` letters.
    pub(super) fn shorten(&self, mut kept: usize, excess: usize) -> usize {
        let mut gained = 0;
        while gained < excess && kept > 0 {
            kept -= 1;
            gained += self.pieces.get(kept).map_or(0, |piece| utf16_length(&piece.source) + 1);
        }
        kept
    }

    /// The first pieces in Markdown, without those at the end that announce what is left out.
    pub(super) fn to_markdown(&self, kept: usize) -> String {
        let mut pieces = self.pieces.get(..kept).unwrap_or_default();
        while let Some((last, before)) = pieces.split_last()
            && last.announces
        {
            pieces = before;
        }
        let text: String = pieces.iter().flat_map(|piece| [piece.separator, &piece.source]).collect();
        let text = text.trim_start();
        if text.is_empty() || self.definitions.is_empty() {
            text.to_owned()
        } else {
            format!("{text}\n\n{}", self.definitions)
        }
    }
}

/// Makes targets such as `../../chi-siamo/` absolute.
fn make_links_absolute(source: &str, page: &str) -> String {
    let (mut out, mut rest) = (String::new(), source);
    while let Some((before, after)) = rest.split_once("](") {
        let end = after.find([')', ' ']).unwrap_or(after.len());
        let (target, behind) = after.split_at(end);
        out.push_str(before);
        out.push_str("](");
        let absolute = Url::parse(page).ok().filter(|_| !target.contains(':')).and_then(|page| page.join(target).ok());
        match absolute {
            Some(absolute) => out.push_str(absolute.as_str()),
            None => out.push_str(target),
        }
        rest = behind;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::make_links_absolute;

    #[test]
    fn links_lead_to_the_site() {
        let page = "https://x.it/b/o/a/";
        assert_eq!(
            make_links_absolute("vedi [noi](../../chi/) e [x](https://y.it)", page),
            "vedi [noi](https://x.it/b/chi/) e [x](https://y.it)"
        );
        assert_eq!(make_links_absolute("[a](mailto:a@b.it) senza", page), "[a](mailto:a@b.it) senza");
    }
}
