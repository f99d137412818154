//! Reads the published data of another board: `dati/opportunita.json`, version 1.

use std::collections::{BTreeMap, HashSet};

use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::{Map, Value};
use url::Url;

use crate::board::{AGGREGATED, fingerprint, hex};
use crate::config::FeedSource;
use crate::diagnostic::LocalizedString;
use crate::localized;
use crate::model::Slug;
use crate::text::site_address::{canonical_site_address, normalize_site_address};
use crate::text::slug::slugify;
use crate::text::visible::show_name;

/// Supported `version` of the data.
const SUPPORTED_VERSION: u64 = 1;
/// Largest file read, in bytes: about ten thousand announcements.
pub const MAX_FEED_BYTES: u64 = 32 * 1024 * 1024;
/// Most announcements of a board. Each is written with a copy of its organisation.
const MAX_ITEMS: usize = 10_000;
/// Longest organisation, as JSON, in bytes: every field as long as it may be.
const MAX_ORGANISATION_BYTES: usize = 8 * 1024;
/// Longest foreign text in a message, in characters.
const MAX_SHOWN_CHARS: usize = 60;
/// Longest address, in bytes.
const MAX_ADDRESS_BYTES: usize = 300;
/// Longest folder name, in characters.
const MAX_FOLDER_NAME_CHARS: usize = 60;

/// Data of one board, which `site.toml` declares.
#[derive(Debug)]
pub struct Feed {
    /// Base URL of the board, ending in `/`, as declared.
    pub address: String,
    /// Name of the board, as declared.
    pub name: String,
    /// Name of the folder of its announcements on this board.
    pub(super) folder_name: String,
    /// Town, if given.
    pub town: Option<String>,
    /// Language of its content, if given.
    pub language: Option<String>,
    /// Day on which the data were made, if given.
    pub day: Option<NaiveDate>,
    /// Organisations by the id that `ente` refers to.
    pub organisations: BTreeMap<String, Map<String, Value>>,
    /// Its own announcements, without those it aggregated from third boards.
    pub items: Vec<FeedItem>,
}

/// One announcement of another board.
#[derive(Debug)]
pub struct FeedItem {
    /// Slug on the other board.
    pub slug: Slug,
    /// Facts and texts by key of the data.
    pub facts: Map<String, Value>,
}

#[derive(Deserialize)]
struct Version {
    version: Option<Value>,
}

/// Data of a board as they came: whose they are is a claim.
#[derive(Debug, Deserialize)]
pub struct FeedData {
    #[serde(default)]
    data: Option<String>,
    #[serde(default)]
    bacheca: Publisher,
    #[serde(default)]
    enti: BTreeMap<String, Map<String, Value>>,
    opportunita: Vec<Map<String, Value>>,
}

#[derive(Debug, Default, Deserialize)]
struct Publisher {
    nome: Option<String>,
    indirizzo: Option<String>,
    lingua: Option<String>,
    citta: Option<String>,
}

impl FeedData {
    /// Parses the data of a board.
    ///
    /// # Errors
    /// What is wrong with the data, and what to do.
    pub fn parse(bytes: &[u8]) -> Result<Self, LocalizedString> {
        let version: Version = serde_json::from_slice(bytes).map_err(|error| describe_json_error(&error))?;
        match version.version.as_ref().and_then(Value::as_u64) {
            Some(SUPPORTED_VERSION) => {}
            Some(other) => {
                return Err(localized!(
                    "i dati sono nella versione {other}, e questo programma legge la {SUPPORTED_VERSION}: serve una versione più nuova di bacheca",
                    "the data are in version {other}, and this program reads {SUPPORTED_VERSION}: a newer version of bacheca is needed"
                ));
            }
            None => {
                return Err(localized!(
                    "non dice la sua versione: non sono i dati di una bacheca. Scarica «dati/opportunita.json» dall'indirizzo dell'altra bacheca",
                    "it does not name its version: these are not the data of a board. Get `dati/opportunita.json` from the address of the other board"
                ));
            }
        }
        serde_json::from_slice(bytes).map_err(|error| describe_json_error(&error))
    }

    /// Address that the data claim to come from: the board's, or else that of the first announcement.
    ///
    /// # Errors
    /// If the text is not the data of a board.
    pub fn claimed_address(&self) -> Result<String, LocalizedString> {
        let first_item_address = || self.opportunita.first().and_then(board_address);
        let claimed = self.bacheca.indirizzo.clone().or_else(first_item_address).ok_or_else(|| {
            localized!(
                "non dice di quale bacheca è: mancano «bacheca» e gli annunci con il loro «url»",
                "it does not say whose board it is: `bacheca`, and announcements with their `url`, are missing"
            )
        })?;
        canonical_site_address(&claimed).filter(|address| address.len() <= MAX_ADDRESS_BYTES).ok_or_else(|| {
            let address = shorten_for_message(&claimed);
            localized!("«{address}» non è l'indirizzo di una bacheca", "`{address}` is not the address of a board")
        })
    }

    /// Name that the data claim to come from, shortened, if there is one.
    #[must_use]
    pub fn claimed_name(&self) -> Option<String> {
        let name = self.bacheca.nome.as_ref()?.split_whitespace().collect::<Vec<_>>().join(" ");
        (!name.is_empty()).then(|| shorten_for_message(&name))
    }

    /// Refuses data of which a small file would make a large board.
    fn reject_more_than_any_board_has(&self) -> Result<(), LocalizedString> {
        let written = self.opportunita.len();
        if written > MAX_ITEMS {
            return Err(localized!(
                "ci sono {written} annunci, al massimo {MAX_ITEMS}",
                "there are {written} announcements, {MAX_ITEMS} at most"
            ));
        }
        let length = |organisation| serde_json::to_string(organisation).map_or(usize::MAX, |json| json.len());
        match self.enti.iter().find(|(_, organisation)| length(*organisation) > MAX_ORGANISATION_BYTES) {
            Some((id, _)) => {
                let id = shorten_for_message(id);
                Err(localized!(
                    "l'ente «{id}» ha più di {MAX_ORGANISATION_BYTES} byte",
                    "the organisation `{id}` has more than {MAX_ORGANISATION_BYTES} bytes"
                ))
            }
            None => Ok(()),
        }
    }

    /// Takes the data for those of a source, whose announcements are in a folder of this name (see [`folder_names`]).
    ///
    /// # Errors
    /// If the data claim to come from elsewhere, or an announcement does; if an announcement has no address, or is there
    /// twice.
    pub fn into_feed(self, source: &FeedSource, folder_name: &str) -> Result<Feed, LocalizedString> {
        let (claimed, address) = (self.claimed_address()?, source.address());
        if normalize_site_address(&claimed) != normalize_site_address(address) {
            let (claimed, file) = (shorten_for_message(&claimed), &source.file);
            return Err(localized!(
                "i dati dicono di venire da {claimed}, ma in site.toml la fonte «{file}» è {address}. Se quella bacheca ha cambiato indirizzo, cambialo sotto [[fonti]]; se no, scarica i dati da {address}dati/opportunita.json",
                "the data say that they come from {claimed}, but in site.toml the source `{file}` is {address}. If that board has moved, change it below [[fonti]]; if not, get the data from {address}dati/opportunita.json"
            ));
        }
        self.reject_more_than_any_board_has()?;
        let mut items = Vec::with_capacity(self.opportunita.len());
        for (index, facts) in self.opportunita.into_iter().enumerate() {
            if facts.get("origine").is_some_and(|origin| !origin.is_null()) {
                continue;
            }
            let name = facts.get("slug").and_then(Value::as_str).unwrap_or_default();
            let Some(slug) = Slug::new(name) else {
                let (name, number) = (shorten_for_message(name), index + 1);
                return Err(localized!(
                    "l'annuncio numero {number} ha il nome «{name}», che non può essere un indirizzo",
                    "announcement number {number} has the name `{name}`, which cannot be an address"
                ));
            };
            let item_address = facts.get("url").and_then(Value::as_str).and_then(normalize_site_address);
            if item_address != normalize_site_address(&item_permalink(address, &slug)) {
                return Err(localized!(
                    "l'annuncio «{slug}» dice di stare altrove che su {address}",
                    "the announcement `{slug}` says that it is elsewhere than on {address}"
                ));
            }
            items.push(FeedItem { slug, facts });
        }
        items.sort_by(|left, right| left.slug.cmp(&right.slug));
        if let Some(twice) = items.windows(2).find_map(|pair| match pair {
            [one, other] if one.slug == other.slug => Some(&one.slug),
            _ => None,
        }) {
            return Err(localized!("l'annuncio «{twice}» c'è due volte", "the announcement `{twice}` is there twice"));
        }
        Ok(Feed {
            address: address.to_owned(),
            name: source.nome.clone(),
            folder_name: folder_name.to_owned(),
            day: self.data.as_deref().and_then(|day| day.parse().ok()),
            town: self.bacheca.citta,
            language: self.bacheca.lingua,
            organisations: self.enti,
            items,
        })
    }
}

/// Names of the folders of all sources' announcements, in their order, made of their addresses. Two addresses may make one
/// name: the source declared first has it, for its announcements are there already, and the others get a hash at its end.
#[must_use]
pub fn folder_names<'s>(declared: impl IntoIterator<Item = &'s FeedSource>) -> Vec<String> {
    let mut taken = HashSet::new();
    let name = |source: &FeedSource| {
        let name = free_folder_name(source.address(), &taken);
        taken.insert(name.clone());
        name
    };
    declared.into_iter().map(name).collect()
}

fn free_folder_name(address: &str, taken: &HashSet<String>) -> String {
    let name = slugify(address.split_once("://").map_or("", |(_, rest)| rest));
    match name.get(..MAX_FOLDER_NAME_CHARS) {
        Some(start) => format!("{}-{}", start.trim_end_matches('-'), short_hash(address)),
        None if taken.contains(&name) => format!("{name}-{}", short_hash(address)),
        None => name,
    }
}

impl Feed {
    /// Folder of its announcements on this board: `content/opportunita/aggregati/<name>/`.
    #[must_use]
    pub fn content_folder(&self) -> String {
        content_folder(&self.folder_name)
    }

    /// Prefix for slugs that are taken on this board: first word of the address.
    pub(super) fn slug_prefix(&self) -> String {
        let url = Url::parse(&self.address).ok();
        let host = url.as_ref().and_then(Url::host_str).unwrap_or_default();
        let first = slugify(host.strip_prefix("www.").unwrap_or(host).split('.').next().unwrap_or_default());
        if first.is_empty() { self.folder_name.clone() } else { first }
    }

    /// Permanent URL of one of its announcements.
    #[must_use]
    pub fn item_permalink(&self, item: &FeedItem) -> String {
        item_permalink(&self.address, &item.slug)
    }

    /// URLs under which the announcement was published before it was renamed.
    pub fn former_permalinks<'f>(&'f self, item: &'f FeedItem) -> impl Iterator<Item = String> + 'f {
        let aliases = item.facts.get("alias").and_then(Value::as_array).into_iter().flatten();
        let aliases = aliases.filter_map(|alias| Slug::new(alias.as_str()?));
        aliases.map(|alias| item_permalink(&self.address, &alias))
    }
}

/// Folder of the announcements of a source, by the name of [`folder_names`].
#[must_use]
pub fn content_folder(folder_name: &str) -> String {
    format!("{AGGREGATED}{folder_name}/")
}

fn item_permalink(address: &str, slug: &Slug) -> String {
    format!("{address}o/{slug}/")
}

/// Base URL of the board, derived from the URL of an announcement.
fn board_address(item: &Map<String, Value>) -> Option<String> {
    let end = format!("o/{}/", item.get("slug")?.as_str()?);
    Some(item.get("url")?.as_str()?.strip_suffix(&end)?.to_owned())
}

/// First eight hexadecimal digits of the SHA-256 of a text.
pub(super) fn short_hash(text: &str) -> String {
    hex(&fingerprint([text.as_bytes()])).chars().take(8).collect()
}

/// Shortens foreign text for an error message.
fn shorten_for_message(text: &str) -> String {
    show_name(&text.chars().take(MAX_SHOWN_CHARS).collect::<String>())
}

fn describe_json_error(error: &serde_json::Error) -> LocalizedString {
    let (line, column) = (error.line(), error.column());
    if error.is_data() {
        localized!(
            "i dati non hanno la forma di quelli di una bacheca (riga {line}, colonna {column})",
            "the data have not the form of those of a board (line {line}, column {column})"
        )
    } else {
        localized!(
            "il file è rotto o incompleto: non è JSON (riga {line}, colonna {column}). Scaricalo di nuovo, per esempio con curl --fail",
            "the file is broken or incomplete: it is not JSON (line {line}, column {column}). Get it again, for example with curl --fail"
        )
    }
}
