//! The published items in a versioned format, under the field names of the front matter, written piece by piece.

use std::collections::BTreeMap;
use std::io::Write;

use chrono::NaiveDate;
use serde::Serialize;
use serde::ser::{SerializeMap, SerializeSeq, Serializer};

use super::DataPublisher;
use crate::board::{Board, Item, Status};
use crate::error::Error;
use crate::model::{ItemState, Kind, Opportunity, Organisation, Organiser, Slug, TranslationMode};

/// Writes all published items, or those of a year.
pub(super) fn write_items(board: &Board, year: Option<(i32, &[usize])>, out: &mut dyn Write) -> Result<(), Error> {
    let items = Items { board, positions: year.map(|(_, positions)| positions) };
    let data = ItemData {
        version: 1,
        day: year.is_none().then(|| board.today.to_string()),
        year: year.map(|(year, _)| year),
        bacheca: DataPublisher::new(board),
        enti: named_organisations(items),
        opportunita: items,
    };
    serde_json::to_writer(out, &data).map_err(|error| Error::internal("dati", error))
}

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
    opportunita: Items<'b>,
}

fn named_organisations(items: Items<'_>) -> BTreeMap<&str, &Organisation> {
    let shown = items.iter().filter(|item| item.status != Status::Withdrawn);
    let entries = shown.filter_map(|item| match item.facts.organisation.value()? {
        Organiser::Known(id) => Some((id.as_str(), &items.board.organisations.get(id.as_str())?.facts)),
        Organiser::Described(_) => None,
    });
    entries.collect()
}

/// Published items: all, or those at some positions of the board.
#[derive(Clone, Copy)]
struct Items<'b> {
    board: &'b Board,
    positions: Option<&'b [usize]>,
}

impl<'b> Items<'b> {
    fn iter(self) -> Box<dyn Iterator<Item = &'b Item> + 'b> {
        match self.positions {
            None => Box::new(self.board.published()),
            Some(positions) => Box::new(positions.iter().filter_map(|index| self.board.items.get(*index))),
        }
    }
}

impl Serialize for Items<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut seq = serializer.serialize_seq(None)?;
        for item in self.iter() {
            if item.status == Status::Withdrawn {
                seq.serialize_element(&withdrawn_record(self.board, item))?;
            } else {
                seq.serialize_element(&item_record(self.board, item))?;
            }
        }
        seq.end()
    }
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
