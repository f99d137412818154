//! From what the pages of an item are made: whatever is in its key may change them, and nothing else may.

use rayon::prelude::*;

use super::RenderContext;
use super::page_spec::Source;
use super::shared::listing;
use crate::board::{Fingerprint, Item, fingerprint, hex};
use crate::error::Error;
use crate::model::Kind;

/// What a build knows of its items before it renders them, to tell what is as it was.
pub struct ItemFingerprints {
    /// Everything that all items share.
    shared: Fingerprint,
    /// For each item of the board, its own files.
    items: Vec<Fingerprint>,
    /// For each item of the board, everything that its pages show, as 64 hexadecimal digits.
    keys: Vec<String>,
}

impl ItemFingerprints {
    /// `shared` is the fingerprint of everything but the items, `items` are their own, in the order of the board.
    ///
    /// # Errors
    /// A card that the theme cannot render.
    pub fn new(context: &RenderContext, shared: Fingerprint, items: Vec<Fingerprint>) -> Result<Self, Error> {
        let keys = keys(context, &shared, &items)?;
        Ok(Self { shared, items, keys })
    }

    /// The fingerprint of everything that the pages of an item show.
    pub(super) fn item_key(&self, index: usize) -> Option<&str> {
        self.keys.get(index).map(String::as_str)
    }

    /// The fingerprint of everything that a page shows; nothing for one that may show anything.
    pub(super) fn page_key(&self, file: &str, source: &Source) -> Option<String> {
        let Source::Items(positions, others) = source else { return None };
        let shown = positions.iter().filter_map(|index| self.items.get(*index)).map(<[u8; 32]>::as_slice);
        let parts = [self.shared.as_slice(), file.as_bytes(), others.as_bytes()].into_iter().chain(shown);
        Some(hex(&fingerprint(parts)))
    }
}

/// For each item of the board the fingerprint of what its pages show: what all pages share, its own files, and what they
/// say of the items to which they point.
fn keys(context: &RenderContext, shared: &Fingerprint, items: &[Fingerprint]) -> Result<Vec<String>, Error> {
    let cards = |kind: &Vec<usize>| {
        let cards = context.locales.iter().map(|locale| Ok(context.cards_of(locale, kind, "")?.to_string()));
        let cards: Vec<String> = cards.collect::<Result<_, Error>>()?;
        Ok(fingerprint(cards.iter().map(String::as_bytes)))
    };
    let related: Vec<Fingerprint> = context.index.related.iter().map(cards).collect::<Result<_, Error>>()?;
    let key = |(item, fingerprint_of_item): (&Item, &Fingerprint)| {
        let kind = Kind::ALL.into_iter().position(|kind| kind == item.kind()).filter(|_| !item.status.is_open());
        let named = listing::named_by(context, item).map(|other| {
            let languages: Vec<&str> = other.translations.keys().map(String::as_str).collect();
            let archived = other.facts.archived.is_some();
            format!("{} {archived} {} {}", context.board.is_published(other), languages.join(" "), other.title())
        });
        let named: Vec<String> = named.collect();
        let parts = [shared, fingerprint_of_item].into_iter().chain(kind.and_then(|kind| related.get(kind)));
        let parts = parts.map(<[u8; 32]>::as_slice).chain(named.iter().map(String::as_bytes));
        hex(&fingerprint(parts))
    };
    Ok(context.board.items.par_iter().zip(items).map(key).collect())
}
