//! From what the pages of an item are made: whatever is in its key may change them, and nothing else may.

use rayon::prelude::*;

use super::{Error, Site, listing};
use crate::board::{Fingerprint, Item, fingerprint, hex};
use crate::model::Kind;

/// For each item of the board the sum of what its pages show: what all pages share, its own files, and what they say of
/// the items to which they point.
pub(super) fn keys(site: &Site<'_>, shared: &Fingerprint, items: &[Fingerprint]) -> Result<Vec<String>, Error> {
    let cards = |kind: &Vec<usize>| {
        let cards = site.locales.iter().map(|locale| Ok(site.cards_of(locale, kind, "")?.to_string()));
        let cards: Vec<String> = cards.collect::<Result<_, Error>>()?;
        Ok(fingerprint(cards.iter().map(String::as_bytes)))
    };
    let alike: Vec<Fingerprint> = site.alike.iter().map(cards).collect::<Result<_, Error>>()?;
    let key = |(item, sum_of_item): (&Item, &Fingerprint)| {
        let kind = Kind::ALL.into_iter().position(|kind| kind == item.kind()).filter(|_| !item.status.is_open());
        let named = listing::named_by(site, item).map(|other| {
            let languages: Vec<&str> = other.translations.keys().map(String::as_str).collect();
            let archived = other.facts.archived.is_some();
            format!("{} {archived} {} {}", site.board.is_published(other), languages.join(" "), other.title())
        });
        let named: Vec<String> = named.collect();
        let parts = [shared, sum_of_item].into_iter().chain(kind.and_then(|kind| alike.get(kind)));
        let parts = parts.map(<[u8; 32]>::as_slice).chain(named.iter().map(String::as_bytes));
        hex(&fingerprint(parts))
    };
    Ok(site.board.items.par_iter().zip(items).map(key).collect())
}
