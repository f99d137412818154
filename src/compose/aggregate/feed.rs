//! The data of another board, as it publishes them: `dati/opportunita.json`, version 1.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Map, Value};
use url::Url;

use crate::board::{AGGREGATED, fingerprint, hex};
use crate::model::{Link, Slug};

/// The version that is read.
const VERSION: u64 = 1;
/// The longest data that are read, in bytes: some ten thousand announcements.
pub const LARGEST: u64 = 32 * 1024 * 1024;
/// The longest name of a folder, in letters.
const LONGEST_FOLDER: usize = 60;

/// The data of one board.
#[derive(Debug)]
pub struct Feed {
    /// The board's address, ending in `/`.
    pub address: String,
    /// Its name, or its address without a scheme.
    pub name: String,
    /// Its town, if it says which.
    pub town: Option<String>,
    /// Its language, if it says which.
    pub language: Option<String>,
    /// Organisations by the name that `ente` has for them.
    pub organisations: BTreeMap<String, Map<String, Value>>,
    /// Its own announcements; what it has from other boards is theirs to give.
    pub items: Vec<FeedItem>,
}

/// One announcement of another board.
#[derive(Debug)]
pub struct FeedItem {
    /// Its name there.
    pub slug: Slug,
    /// Its facts and texts under the keys of the data.
    pub facts: Map<String, Value>,
}

#[derive(Deserialize)]
struct Version {
    version: Option<Value>,
}

#[derive(Deserialize)]
struct Data {
    #[serde(default)]
    bacheca: Publisher,
    #[serde(default)]
    enti: BTreeMap<String, Map<String, Value>>,
    opportunita: Vec<Map<String, Value>>,
}

#[derive(Default, Deserialize)]
struct Publisher {
    nome: Option<String>,
    indirizzo: Option<String>,
    lingua: Option<String>,
    citta: Option<String>,
}

impl Feed {
    /// Reads the data of a board.
    ///
    /// # Errors
    /// In Italian, what is wrong and what to do.
    pub fn read(bytes: &[u8]) -> Result<Self, String> {
        let version: Version = serde_json::from_slice(bytes).map_err(|error| broken(&error))?;
        match version.version.as_ref().and_then(Value::as_u64) {
            Some(VERSION) => {}
            Some(other) => {
                return Err(format!(
                    "i dati sono nella versione {other}, e questo programma legge la {VERSION}: serve una versione più nuova di bacheca"
                ));
            }
            None => {
                return Err(
                    "non dice la sua versione: non sono i dati di una bacheca. Scarica «dati/opportunita.json» \
                            dall'indirizzo dell'altra bacheca"
                        .to_owned(),
                );
            }
        }
        let data: Data = serde_json::from_slice(bytes).map_err(|error| broken(&error))?;
        let address = match data.bacheca.indirizzo {
            Some(address) => address,
            None => data
                .opportunita
                .first()
                .and_then(address_of)
                .ok_or("non dice di quale bacheca è: mancano «bacheca» e gli annunci con il loro «url»")?,
        };
        if !is_address(&address) {
            return Err(format!("«{}» non è l'indirizzo di una bacheca", shortened(&address)));
        }
        let mut items = Vec::with_capacity(data.opportunita.len());
        for (index, facts) in data.opportunita.into_iter().enumerate() {
            if facts.get("origine").is_some_and(|origin| !origin.is_null()) {
                continue;
            }
            let name = facts.get("slug").and_then(Value::as_str).unwrap_or_default();
            let Some(slug) = Slug::new(name) else {
                let (name, number) = (shortened(name), index + 1);
                return Err(format!("l'annuncio numero {number} ha il nome «{name}», che non può essere un indirizzo"));
            };
            if facts.get("url").and_then(Value::as_str) != Some(&permalink(&address, &slug)) {
                return Err(format!("l'annuncio «{slug}» dice di stare altrove che su {address}"));
            }
            items.push(FeedItem { slug, facts });
        }
        items.sort_by(|left, right| left.slug.cmp(&right.slug));
        if let Some(twice) = items.windows(2).find_map(|pair| match pair {
            [one, other] if one.slug == other.slug => Some(&one.slug),
            _ => None,
        }) {
            return Err(format!("l'annuncio «{twice}» c'è due volte"));
        }
        let shown = address.split_once("://").map_or(address.as_str(), |(_, rest)| rest).trim_end_matches('/');
        let name = data.bacheca.nome.filter(|name| !name.trim().is_empty()).unwrap_or_else(|| shown.to_owned());
        Ok(Self {
            name: name.split_whitespace().collect::<Vec<_>>().join(" "),
            town: data.bacheca.citta,
            language: data.bacheca.lingua,
            organisations: data.enti,
            items,
            address,
        })
    }

    /// The folder of its announcements here, made from its address: `content/opportunita/aggregati/<name>/`.
    #[must_use]
    pub fn folder(&self) -> String {
        format!("{AGGREGATED}{}/", self.folder_name())
    }

    pub(super) fn folder_name(&self) -> String {
        let name = dashed(self.address.split_once("://").map_or("", |(_, rest)| rest));
        match name.get(..LONGEST_FOLDER) {
            Some(start) => format!("{}-{}", start.trim_end_matches('-'), short_sum(&self.address)),
            None => name,
        }
    }

    /// What is put before a name that is taken here already: the first word of the address.
    pub(super) fn prefix(&self) -> String {
        let url = Url::parse(&self.address).ok();
        let host = url.as_ref().and_then(Url::host_str).unwrap_or_default();
        let first = dashed(host.strip_prefix("www.").unwrap_or(host).split('.').next().unwrap_or_default());
        if first.is_empty() { self.folder_name() } else { first }
    }

    /// The address of one of its announcements, for ever.
    #[must_use]
    pub fn permalink(&self, item: &FeedItem) -> String {
        permalink(&self.address, &item.slug)
    }
}

fn permalink(address: &str, slug: &Slug) -> String {
    format!("{address}o/{slug}/")
}

/// The board's address, from that of an announcement.
fn address_of(item: &Map<String, Value>) -> Option<String> {
    let end = format!("o/{}/", item.get("slug")?.as_str()?);
    Some(item.get("url")?.as_str()?.strip_suffix(&end)?.to_owned())
}

/// A web address that can stand anywhere as it is: ASCII, no quotes, nothing after the path.
fn is_address(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/%".contains(&byte);
    text.len() <= 300 && text.ends_with('/') && text.bytes().all(plain) && Link::new(text).is_some()
}

/// Small letters, digits and single hyphens.
fn dashed(text: &str) -> String {
    let letters =
        text.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter.to_ascii_lowercase() } else { '-' });
    let all: String = letters.collect();
    all.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

/// Eight digits that tell one text from another.
pub(super) fn short_sum(text: &str) -> String {
    hex(&fingerprint([text.as_bytes()])).chars().take(8).collect()
}

/// What a stranger wrote, short enough for a message.
pub(super) fn shortened(text: &str) -> String {
    crate::diagnostic::name_invisible_characters(&text.chars().take(60).collect::<String>())
}

fn broken(error: &serde_json::Error) -> String {
    let (line, column) = (error.line(), error.column());
    if error.is_data() {
        format!("i dati non hanno la forma di quelli di una bacheca (riga {line}, colonna {column})")
    } else {
        format!(
            "il file è rotto o incompleto: non è JSON (riga {line}, colonna {column}). Scaricalo di nuovo, per esempio con curl --fail"
        )
    }
}
