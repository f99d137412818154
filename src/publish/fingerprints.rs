//! Fingerprints of the inputs of each page. A page is rendered again only when its fingerprint changes, so every input
//! must be in it.

use rayon::prelude::*;

use super::page_spec::Source;
use super::shared::easy_text::has_easy_items;
use super::shared::listing;
use super::{PieceKey, RenderContext};
use crate::board::{Fingerprint, Item, fingerprint, hex};
use crate::error::Error;
use crate::model::Kind;

/// Fingerprints of items and their pages, computed before rendering to find the pages that have not changed.
pub struct ItemFingerprints {
    /// Fingerprint of everything that all items share: program, theme, settings, day.
    shared: Fingerprint,
    /// Per item of the board: fingerprint of its own files.
    items: Vec<Fingerprint>,
    /// Per item of the board: fingerprint of everything that its pages show, as 64 hexadecimal digits.
    keys: Vec<String>,
}

impl ItemFingerprints {
    /// `shared` is the fingerprint of everything but the items, `items` are those of the items in the order of the
    /// board.
    ///
    /// # Errors
    /// A card template that fails.
    pub fn new(context: &RenderContext, shared: Fingerprint, items: Vec<Fingerprint>) -> Result<Self, Error> {
        // Every page leads to the list of what is in easy words, if there is any.
        let shared = fingerprint([shared.as_slice(), &[u8::from(has_easy_items(context))]]);
        let keys = item_keys(context, &shared, &items)?;
        Ok(Self { shared, items, keys })
    }

    /// Fingerprint of everything that the pages of an item show.
    pub(super) fn item_key(&self, index: usize) -> Option<&str> {
        self.keys.get(index).map(String::as_str)
    }

    /// Key of everything that data about an item alone show.
    pub(super) fn piece_key(&self, index: usize) -> Option<PieceKey> {
        let own = self.items.get(index)?;
        // The start of a fingerprint is as good as chance, and so is the difference of two.
        Some(std::array::from_fn(|at| own.get(at).zip(self.shared.get(at)).map_or(0, |(own, shared)| own ^ shared)))
    }

    /// Fingerprint of everything that a page shows; `None` for a page that depends on the whole board.
    pub(super) fn page_key(&self, file: &str, source: &Source) -> Option<String> {
        let Source::Items(positions, others) = source else { return None };
        let shown = positions.iter().filter_map(|index| self.items.get(*index)).map(<[u8; 32]>::as_slice);
        let parts = [self.shared.as_slice(), file.as_bytes(), others.as_bytes()].into_iter().chain(shown);
        Some(hex(&fingerprint(parts)))
    }
}

/// Per item of the board the fingerprint of everything that its pages show: shared inputs, its own files, and the
/// titles and cards of the items that it links to.
fn item_keys(context: &RenderContext, shared: &Fingerprint, items: &[Fingerprint]) -> Result<Vec<String>, Error> {
    let cards = |kind: &Vec<usize>| {
        let cards = context.locales.iter().map(|locale| Ok(context.render_cards(locale, kind, "")?.to_string()));
        let cards: Vec<String> = cards.collect::<Result<_, Error>>()?;
        Ok(fingerprint(cards.iter().map(String::as_bytes)))
    };
    let related: Vec<Fingerprint> = context.index.related.iter().map(cards).collect::<Result<_, Error>>()?;
    let key = |(item, fingerprint_of_item): (&Item, &Fingerprint)| {
        // What never closes shows no other items.
        let can_close = !item.status.is_open() || item.status.closing().is_some();
        let kind = Kind::ALL.into_iter().position(|kind| kind == item.kind()).filter(|_| can_close);
        let named = listing::referenced_items(context, item).map(|other| {
            let titles: Vec<String> =
                other.translations.keys().map(|code| format!("{code} {}", other.title_in(code))).collect();
            let (archived, slug) = (other.facts.is_archived(), &other.slug);
            format!("{} {archived} {slug} {} {}", context.board.is_published(other), titles.join(" "), other.title())
        });
        let named: Vec<String> = named.collect();
        let parts = [shared, fingerprint_of_item].into_iter().chain(kind.and_then(|kind| related.get(kind)));
        let parts = parts.map(<[u8; 32]>::as_slice).chain(named.iter().map(String::as_bytes));
        hex(&fingerprint(parts))
    };
    Ok(context.board.items.par_iter().zip(items).map(key).collect())
}
