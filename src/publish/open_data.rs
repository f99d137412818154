//! The board as data: public and versioned, under the front matter's own names.

mod catalogue;
mod table;

use serde::Serialize;
use serde::ser::{SerializeMap, SerializeSeq, Serializer};

use super::{Failure, Sink, Site};
use crate::board::{Board, Item, Status};
use crate::model::{Kind, Opportunity, State};

pub(super) fn publish(site: &Site<'_>, sink: &dyn Sink) -> Result<(), Failure> {
    let data = Data { version: 1, data: site.board.today.to_string(), opportunita: Items(site.board) };
    let bytes = serde_json::to_vec(&data).map_err(|error| error.to_string())?;
    sink.put(DATA_PATH, bytes)?;
    sink.put(TABLE_PATH, table::table(site.board)?)?;
    let catalogue = serde_json::to_vec_pretty(&catalogue::catalogue(site.board)).map_err(|error| error.to_string())?;
    sink.put(CATALOGUE_PATH, catalogue)?;
    let schema = serde_json::to_vec(&crate::model::json_schema()).map_err(|error| error.to_string())?;
    sink.put(SCHEMA_PATH, schema)
}

/// Everything, as JSON.
pub(super) const DATA_PATH: &str = "dati/opportunita.json";
/// Everything, as a table.
pub(super) const TABLE_PATH: &str = "dati/opportunita.csv";
/// What the two are.
pub(super) const CATALOGUE_PATH: &str = "dati/catalogo.jsonld";

/// Where the JSON Schema of announcements stands: editors complete and check with it.
pub const SCHEMA_PATH: &str = "dati/opportunita.schema.json";

#[derive(Serialize)]
struct Data<'b> {
    version: u32,
    data: String,
    opportunita: Items<'b>,
}

struct Items<'b>(&'b Board);

impl Serialize for Items<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut seq = serializer.serialize_seq(None)?;
        for item in self.0.published() {
            if item.status == Status::Withdrawn {
                seq.serialize_element(&withdrawn(self.0, item))?;
            } else {
                seq.serialize_element(&record(self.0, item))?;
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
    #[serde(flatten)]
    facts: &'b Opportunity,
    testo: &'b str,
    #[serde(skip_serializing_if = "Translations::is_empty")]
    traduzioni: Translations<'b>,
}

fn record<'b>(board: &'b Board, item: &'b Item) -> ItemRecord<'b> {
    ItemRecord {
        slug: item.slug.as_str(),
        url: board.url(&format!("o/{}/", item.slug)),
        aperta: item.status.is_open(),
        facts: &item.facts,
        testo: item.document.body().trim(),
        traduzioni: Translations(item),
    }
}

/// What is left of an item that its organisation took back: its name and that it is gone.
#[derive(Serialize)]
struct Withdrawn<'b> {
    slug: &'b str,
    url: String,
    aperta: bool,
    tipo: Kind,
    titolo: &'b str,
    stato: Option<State>,
}

fn withdrawn<'b>(board: &Board, item: &'b Item) -> Withdrawn<'b> {
    Withdrawn {
        slug: item.slug.as_str(),
        url: board.url(&format!("o/{}/", item.slug)),
        aperta: false,
        tipo: item.kind(),
        titolo: item.title(),
        stato: item.facts.state,
    }
}

struct Translations<'b>(&'b Item);

impl Translations<'_> {
    fn is_empty(&self) -> bool {
        self.0.translations.is_empty()
    }
}

#[derive(Serialize)]
struct Words<'b> {
    titolo: Option<&'b str>,
    sintesi: Option<&'b str>,
    testo: &'b str,
}

impl Serialize for Translations<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (language, translation) in &self.0.translations {
            let facts = &translation.facts;
            let words = Words {
                titolo: facts.title.as_deref(),
                sintesi: facts.summary.as_deref(),
                testo: translation.document.body().trim(),
            };
            map.serialize_entry(language, &words)?;
        }
        map.end()
    }
}
