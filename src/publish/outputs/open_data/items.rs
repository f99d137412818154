//! The published items in a versioned format, under the field names of the front matter, written piece by piece.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::{DataPublisher, published_positions};
use crate::board::{Board, Item, Status};
use crate::error::Error;
use crate::model::{ItemState, Kind, Opportunity, Organisation, Organiser, Slug, TranslationMode};
use crate::publish::{PieceKeys, PieceWriter};

/// Writes all published items, or those of a year given by their positions.
pub(super) fn write_items(
    board: &Board,
    year: Option<(i32, &[usize])>,
    keys: PieceKeys<'_>,
    out: &mut dyn PieceWriter,
) -> Result<(), Error> {
    let json_error = |error: serde_json::Error| Error::internal("dati", error);
    let io_error = |error: std::io::Error| Error::internal("dati", error);
    let published = if year.is_none() { published_positions(board) } else { Vec::new() };
    let positions = year.map_or(published.as_slice(), |(_, positions)| positions);
    let data = ItemData {
        version: 1,
        day: year.is_none().then(|| board.today.to_string()),
        year: year.map(|(year, _)| year),
        bacheca: DataPublisher::new(board),
        enti: named_organisations(board, positions),
        opportunita: [],
    };
    let around = serde_json::to_vec(&data).map_err(json_error)?;
    let head = around.strip_suffix(END).ok_or_else(|| Error::internal("dati", "the items are not the last field"))?;
    out.write_all(head).map_err(io_error)?;
    for (number, index) in positions.iter().enumerate() {
        let Some(item) = board.items.get(*index) else { continue };
        if number > 0 {
            out.write_all(b",").map_err(io_error)?;
        }
        out.write_piece(keys(*index), &mut |out| {
            let written = if item.status == Status::Withdrawn {
                serde_json::to_writer(out, &withdrawn_record(board, item))
            } else {
                serde_json::to_writer(out, &item_record(board, item))
            };
            written.map_err(json_error)
        })?;
    }
    out.write_all(END).map_err(io_error)
}

/// End of the list of items, and of the whole.
const END: &[u8] = b"]}";

#[derive(Serialize)]
struct ItemData<'b> {
    version: u32,
    /// Day of the whole. A year has none, so that its file changes only when one of its items does.
    #[serde(rename = "data", skip_serializing_if = "Option::is_none")]
    day: Option<String>,
    #[serde(rename = "anno", skip_serializing_if = "Option::is_none")]
    year: Option<i32>,
    bacheca: DataPublisher<'b>,
    /// Organisations to which `ente` refers, by file name, for readers without access to the files.
    enti: BTreeMap<&'b str, &'b Organisation>,
    /// Written one by one in its place.
    opportunita: [(); 0],
}

fn named_organisations<'b>(board: &'b Board, positions: &[usize]) -> BTreeMap<&'b str, &'b Organisation> {
    let items = positions.iter().filter_map(|index| board.items.get(*index));
    let shown = items.filter(|item| item.status != Status::Withdrawn);
    let entries = shown.filter_map(|item| match item.facts.organisation.value()? {
        Organiser::Known(id) => Some((id.as_str(), &board.organisations.get(id.as_str())?.facts)),
        Organiser::Described(_) => None,
    });
    entries.collect()
}

#[derive(Serialize)]
struct ItemRecord<'b> {
    slug: &'b str,
    url: String,
    aperta: bool,
    /// URL on the board that published the item first, if it is another.
    #[serde(skip_serializing_if = "Option::is_none")]
    origine: Option<&'b str>,
    #[serde(flatten)]
    facts: &'b Opportunity,
    testo: &'b str,
    #[serde(skip_serializing_if = "Translations::is_empty")]
    traduzioni: Translations<'b>,
}

fn item_record<'b>(board: &'b Board, item: &'b Item) -> ItemRecord<'b> {
    ItemRecord {
        slug: item.slug.as_str(),
        url: board.url(&format!("o/{}/", item.slug)),
        aperta: item.status.is_open(),
        origine: item.permalink_elsewhere(),
        facts: &item.facts,
        testo: item.document.body().trim(),
        traduzioni: Translations(item),
    }
}

/// What remains of an item that its organisation withdrew: addresses, kind and state.
#[derive(Serialize)]
struct WithdrawnRecord<'b> {
    slug: &'b str,
    url: String,
    aperta: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    origine: Option<&'b str>,
    tipo: Kind,
    stato: Option<ItemState>,
    #[serde(skip_serializing_if = "<[Slug]>::is_empty")]
    alias: &'b [Slug],
}

fn withdrawn_record<'b>(board: &Board, item: &'b Item) -> WithdrawnRecord<'b> {
    WithdrawnRecord {
        slug: item.slug.as_str(),
        url: board.url(&format!("o/{}/", item.slug)),
        aperta: false,
        origine: item.permalink_elsewhere(),
        tipo: item.kind(),
        stato: item.facts.state,
        alias: &item.facts.aliases,
    }
}

struct Translations<'b>(&'b Item);

impl Translations<'_> {
    fn is_empty(&self) -> bool {
        self.0.translations.is_empty()
    }
}

#[derive(Serialize)]
struct TranslationRecord<'b> {
    titolo: Option<&'b str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    titolo_breve: Option<&'b str>,
    sintesi: Option<&'b str>,
    testo: &'b str,
    #[serde(skip_serializing_if = "Option::is_none")]
    modo: Option<TranslationMode>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rivista: Option<NaiveDate>,
    /// Version hash of the original that was translated.
    #[serde(skip_serializing_if = "Option::is_none")]
    originale: Option<&'b str>,
}

impl Serialize for Translations<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (language, translation) in &self.0.translations {
            let facts = &translation.facts;
            let record = TranslationRecord {
                titolo: facts.title.as_deref(),
                titolo_breve: facts.short_title.as_deref(),
                sintesi: facts.summary.as_deref(),
                testo: translation.document.body().trim(),
                modo: facts.mode,
                rivista: facts.reviewed,
                originale: facts.original.as_deref(),
            };
            map.serialize_entry(language, &record)?;
        }
        map.end()
    }
}
