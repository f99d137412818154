//! Open data: the published items and contact points in versioned formats, under the field names of the front matter.

mod catalogue;
mod contact_point_table;
mod contact_points;
mod csv_file;
mod glossary_table;
mod hsds;
mod point_map;
mod table;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;
use serde::ser::{SerializeMap, SerializeSeq, Serializer};

use crate::board::{Board, Item, Status};
use crate::error::Error;
use crate::model::{
    ItemState, Kind, Opportunity, Organisation, Organiser, SCHEMA_PATH, Slug, TranslationMode, json_schema,
};
use crate::publish::shared::addresses::{
    CATALOGUE_PATH, CONTACT_POINT_TABLE_PATH, CONTACT_POINTS_PATH, DATA_PATH, DIRECTORY_PATH, GLOSSARY_TABLE_PATH,
    POINT_MAP_PATH, TABLE_PATH,
};
use crate::publish::{PageSpec, RenderContext};

pub(super) fn pages(context: &RenderContext) -> Vec<PageSpec<'_>> {
    let json_error = |error: serde_json::Error| Error::internal("dati", error);
    let glossary = context.board.glossary.as_deref().map(|glossary| {
        let languages = &context.board.config.bacheca.lingue;
        PageSpec::at_root(context, GLOSSARY_TABLE_PATH, move |_, _| {
            glossary_table::render_glossary_table(glossary, languages)
        })
    });
    let mut pages = vec![
        PageSpec::at_root(context, DATA_PATH, |_, _| render_data(context)),
        PageSpec::at_root(context, TABLE_PATH, |_, _| table::render_table(&context.board)),
        PageSpec::at_root(context, CONTACT_POINTS_PATH, |_, _| contact_points::render_contact_points(context)),
        PageSpec::at_root(context, CONTACT_POINT_TABLE_PATH, |_, _| {
            contact_point_table::render_contact_point_table(context)
        }),
        PageSpec::at_root(context, DIRECTORY_PATH, |_, _| hsds::render_directory(context)),
        PageSpec::at_root(context, POINT_MAP_PATH, |_, _| point_map::render_point_map(context)),
        PageSpec::at_root(context, CATALOGUE_PATH, move |_, _| {
            serde_json::to_vec_pretty(&catalogue::build_catalogue(&context.board)).map_err(json_error)
        }),
        PageSpec::at_root(context, SCHEMA_PATH, move |_, _| serde_json::to_vec(&json_schema()).map_err(json_error)),
    ];
    pages.extend(glossary);
    pages
}

fn render_data(context: &RenderContext) -> Result<Vec<u8>, Error> {
    let data = OpenData {
        version: 1,
        data: context.board.today.to_string(),
        bacheca: DataPublisher::new(&context.board),
        enti: named_organisations(&context.board),
        opportunita: Items(&context.board),
    };
    // A quarter more than the source files, so that the buffer need not grow.
    let length: usize = context.board.items.iter().map(|item| item.document.source.text.len()).sum();
    let mut bytes = Vec::with_capacity(length + length / 4);
    serde_json::to_writer(&mut bytes, &data).map_err(|error| Error::internal("dati", error))?;
    Ok(bytes)
}

#[derive(Serialize)]
struct OpenData<'b> {
    version: u32,
    data: String,
    bacheca: DataPublisher<'b>,
    /// Organisations to which `ente` refers, by file name, for readers without access to the files.
    enti: BTreeMap<&'b str, &'b Organisation>,
    opportunita: Items<'b>,
}

/// Publisher of the data, with the language of its texts and the town of addresses that name none.
#[derive(Serialize)]
struct DataPublisher<'b> {
    nome: &'b str,
    indirizzo: &'b str,
    lingua: &'b str,
    #[serde(skip_serializing_if = "Option::is_none")]
    citta: Option<&'b str>,
}

impl<'b> DataPublisher<'b> {
    fn new(board: &'b Board) -> Self {
        let config = &board.config;
        Self {
            nome: &config.bacheca.nome,
            indirizzo: &config.bacheca.indirizzo,
            lingua: &config.bacheca.lingua,
            citta: config.territorio.citta.as_deref(),
        }
    }
}

fn named_organisations(board: &Board) -> BTreeMap<&str, &Organisation> {
    let items = board.published().filter(|item| item.status != Status::Withdrawn);
    let entries = items.filter_map(|item| match item.facts.organisation.value()? {
        Organiser::Known(id) => Some((id.as_str(), &board.organisations.get(id.as_str())?.facts)),
        Organiser::Described(_) => None,
    });
    entries.collect()
}

struct Items<'b>(&'b Board);

impl Serialize for Items<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut seq = serializer.serialize_seq(None)?;
        for item in self.0.published() {
            if item.status == Status::Withdrawn {
                seq.serialize_element(&withdrawn_record(self.0, item))?;
            } else {
                seq.serialize_element(&item_record(self.0, item))?;
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
