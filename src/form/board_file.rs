//! What the rules need of a board to check one more announcement, as one small file: the configuration, the organisations,
//! and of what is published the facts by which announcements are recognised. Nothing that is not published is in it, but
//! for the organisations of drafts.

use std::borrow::Cow;
use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::ser::{Error as _, SerializeMap};
use serde::{Deserialize, Serialize, Serializer};
use serde_json::{Map, Value as Json};

use crate::board::{Board, CHARTER_PAGE, Item, Status};
use crate::config::Config;
use crate::diagnostic::LocalizedString;
use crate::error::Error;
use crate::localized;
use crate::model::{Organisation, Organiser, Page, Reader, Record, decode_opportunity, decode_record};
use crate::source::{Key, Node, Yaml};

/// Path of the file below the site's root.
pub const BOARD_FILE_PATH: &str = "annuncia/bacheca.json";

/// Version of the format; a program refuses others.
const VERSION: u32 = 1;

/// Fields by which announcements are compared, with those kept of the maps in them; none is the whole value. References and
/// names come first, the only ones of what is archived.
const COMPARED_FIELDS: [(&str, &[&str]); 20] = [
    ("tipo", &[]),
    ("titolo", &[]),
    ("ente", &[]),
    ("pubblicato", &[]),
    ("stato", &[]),
    ("esempio", &[]),
    ("archiviato", &[]),
    ("alias", &[]),
    ("edizione_di", &[]),
    ("sostituisce", &[]),
    ("sostituita_da", &[]),
    ("edizioni", &["date", "giorni", "orari"]),
    ("luogo", &[]),
    ("scadenza", &[]),
    ("iscrizione", &["canale", "url", "email", "telefono"]),
    ("candidatura", &["canale", "url", "email", "telefono"]),
    ("fonte", &["url"]),
    ("benefici", &["importo", "massimo"]),
    ("importo_max", &[]),
    ("retribuzione", &["importo"]),
];

/// How many of [`COMPARED_FIELDS`] archived items have: later editions are recognised by name, days and place.
const FIELDS_OF_ARCHIVED: usize = 13;

#[derive(Serialize)]
struct WrittenFile<'b> {
    version: u32,
    /// Tables of `site.toml` that rules and texts need, without comments.
    site: Json,
    /// Organisations by id.
    enti: Map<String, Json>,
    /// Version of the charter that organisations accept, if the board has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    carta: Option<String>,
    /// Facts of announcements by path below `content/opportunita/`, without `.md`.
    opportunita: ComparedFacts<'b>,
}

/// What [`WrittenFile`] has of the published announcements of a board, written one by one.
struct ComparedFacts<'b>(&'b Board);

impl Serialize for ComparedFacts<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for item in self.0.published() {
            map.serialize_entry(&item_name(item), &compared_facts(item).map_err(S::Error::custom)?)?;
        }
        map.end()
    }
}

/// The file of a board as a form reads it: texts stay in it until they are decoded.
#[derive(Deserialize)]
pub struct BoardFile<'f> {
    version: u32,
    site: Json,
    #[serde(borrow)]
    enti: Node<'f>,
    #[serde(default)]
    carta: Option<String>,
    #[serde(borrow)]
    opportunita: Node<'f>,
}

/// Writes the file of a board for forms.
///
/// # Errors
/// A board whose configuration has no text, and facts that cannot be serialized: neither happens to a loaded board.
pub fn board_file(board: &Board) -> Result<Vec<u8>, Error> {
    let failed = |error: serde_json::Error| Error::internal(BOARD_FILE_PATH, error);
    let refused = refused_organisations(board);
    let enti = board
        .organisations
        .iter()
        .filter(|(_, file)| board.config.bacheca.esempi || !file.facts.example)
        .filter(|(id, _)| !refused.contains(id.as_str()))
        .map(|(id, file)| Ok((id.clone(), public_facts(&file.facts)?)));
    let file = WrittenFile {
        version: VERSION,
        site: configuration(board)?,
        enti: enti.collect::<Result<_, _>>().map_err(failed)?,
        carta: board.charter_version().map(str::to_owned),
        opportunita: ComparedFacts(board),
    };
    serde_json::to_vec(&file).map_err(failed)
}

/// Organisations all of whose announcements the editors have refused: nobody is offered their name.
fn refused_organisations(board: &Board) -> BTreeSet<&str> {
    fn organiser(item: &Item) -> Option<&str> {
        item.facts.organisation.value().map(Organiser::key)
    }
    let (refused, others): (Vec<&Item>, Vec<&Item>) = board.items.iter().partition(|item| item.facts.refused.is_some());
    let others: BTreeSet<&str> = others.into_iter().filter_map(organiser).collect();
    refused.into_iter().filter_map(organiser).filter(|id| !others.contains(id)).collect()
}

/// Tables of `site.toml` that rules and texts need.
const NEEDED_TABLES: [&str; 4] = ["bacheca", "territorio", "paghe", "regole"];

/// The configuration that rules and texts need: what comments say stays where it is.
fn configuration(board: &Board) -> Result<Json, Error> {
    let failed = |error: String| Error::internal(BOARD_FILE_PATH, error);
    let site = board.config.source.as_ref().ok_or_else(|| failed("site.toml has no text".to_owned()))?;
    let mut tables: Map<String, Json> = toml::from_str(&site.text).map_err(|error| failed(error.to_string()))?;
    tables.retain(|name, _| NEEDED_TABLES.contains(&name.as_str()));
    Ok(tables.into())
}

/// Facts of an organisation that anybody may know: not what a note says to colleagues.
fn public_facts(organisation: &Organisation) -> Result<Json, serde_json::Error> {
    let mut facts = serde_json::to_value(organisation)?;
    if let Some(contacts) = facts.get_mut("contatti").and_then(Json::as_object_mut) {
        contacts.shift_remove("nota");
    }
    Ok(facts)
}

/// Path of an item below the folder of all, without ending.
fn item_name(item: &Item) -> String {
    let path = &item.document.source.path;
    path.strip_prefix(ITEMS).unwrap_or(path).trim_end_matches(".md").to_owned()
}

/// Folder of opportunities.
const ITEMS: &str = "content/opportunita/";

fn compared_facts(item: &Item) -> Result<Json, serde_json::Error> {
    let facts = match item.status {
        Status::Withdrawn => Cow::Owned(item.facts.withdrawn(false)),
        _ => Cow::Borrowed(&*item.facts),
    };
    let count = if item.facts.is_archived() { FIELDS_OF_ARCHIVED } else { COMPARED_FIELDS.len() };
    let mut kept = Map::new();
    for (key, parts) in COMPARED_FIELDS.iter().take(count) {
        let Some(mut value) = facts.json_of(key).transpose()? else { continue };
        if !parts.is_empty() {
            keep_parts(&mut value, parts);
        }
        kept.insert((*key).to_owned(), value);
    }
    Ok(Json::Object(kept))
}

/// Removes all but some fields from a map, or from each in a list.
fn keep_parts(value: &mut Json, parts: &[&str]) {
    match value {
        Json::Object(map) => map.retain(|key, _| parts.contains(&key.as_str())),
        Json::Array(items) => items.iter_mut().for_each(|item| keep_parts(item, parts)),
        _ => {}
    }
}

/// That a file is not of this version of the program.
pub fn other_version(error: impl std::fmt::Display) -> LocalizedString {
    localized!(
        "bacheca.json non è di questa versione del programma ({error}): ricarica la pagina",
        "bacheca.json is not of this version of the program ({error}): reload the page"
    )
}

/// Makes a board of such a file, as of `today`.
///
/// # Errors
/// A file of another version.
pub fn read_board_file(file: BoardFile<'_>, today: NaiveDate) -> Result<Board, LocalizedString> {
    if file.version != VERSION {
        return Err(other_version(file.version));
    }
    let config = Config::from_tables(file.site).map_err(other_version)?;
    let organisations = entries(&file.enti).iter().map(|(id, facts)| {
        let facts = decode_record(entries(facts), &mut Reader::new(&mut Vec::new()));
        (id.text.clone().into_owned(), facts)
    });
    let items = entries(&file.opportunita).iter().map(|(name, facts)| {
        let facts = decode_opportunity(facts, &mut Reader::new(&mut Vec::new()));
        (format!("{ITEMS}{}.md", name.text), facts)
    });
    let charter =
        file.carta.map(|version| (CHARTER_PAGE.to_owned(), Page { version: Some(version), ..Page::default() }));
    Ok(Board::of_facts(config, today, organisations.collect(), items.collect(), charter.into_iter().collect()))
}

/// Entries of a map; of anything else none.
fn entries<'n, 'f>(node: &'n Node<'f>) -> &'n [(Key<'f>, Node<'f>)] {
    match &node.yaml {
        Yaml::Map(entries) => entries,
        _ => &[],
    }
}
