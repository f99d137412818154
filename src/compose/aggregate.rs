//! Converts announcements of other boards to content files of this one: paths, slugs, front matter.

mod feed;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use pulldown_cmark::{Event, LinkType, Parser, Tag};
use serde_json::{Map, Value, json};
use url::Url;

use crate::board::{AGGREGATED_REMARK, Board, version_of};
use crate::config::Config;
use crate::model::{Kind, ORGANISATION_EDITORS_FIELDS, Opportunity, Organisation, Record, Slug};
use crate::source::write::serialize_facts as facts_as_yaml;

pub use feed::{Feed, FeedData, FeedItem, MAX_FEED_BYTES, content_folder, folder_names};

/// Fields that are not taken over: aliases, suppressed rules and publications concern the other board only; images are
/// not part of the data.
const UNSHARED_FIELDS: [&str; 4] = ["alias", "silenzia", "pubblicazioni", "immagine"];

/// Fields whose value is another item's slug.
const REFERENCE_FIELDS: [&str; 3] = ["edizione_di", "sostituisce", "sostituita_da"];
/// Start of a content file, before the permalink.
const HEAD: &str = "---\n# ";
/// Most bytes of a content file in which its permalink ends.
const MAX_HEAD_BYTES: usize = 1024;
/// Key of the charter that an organisation accepted: that of its own board.
const CHARTER_KEY: &str = "carta";
/// Key that says that an organisation is invented, which it is everywhere.
const EXAMPLE_KEY: &str = "esempio";

/// An announcement of another board, with its slug on this one.
#[derive(Debug)]
pub struct IncomingItem<'f> {
    /// Board of origin.
    pub feed: &'f Feed,
    item: &'f FeedItem,
    /// URL of its page on the board of origin.
    pub permalink: String,
    /// Slug on this board.
    pub slug: Slug,
    /// Folder below this board's root, ending in `/`.
    pub folder: String,
}

/// Slugs of this board: those of its own announcements and those that other boards' have.
#[derive(Debug, Default)]
pub struct TakenSlugs {
    /// Slugs and aliases of own announcements.
    own: HashSet<String>,
    aggregated: HashSet<String>,
}

impl TakenSlugs {
    /// Takes the slugs of a board's own announcements, and those of aggregated ones.
    pub fn new(own: &Board, aggregated: impl IntoIterator<Item = String>) -> Self {
        let own = own.items.iter().flat_map(|item| std::iter::once(&item.slug).chain(&item.facts.aliases));
        Self { own: own.map(|slug| slug.as_str().to_owned()).collect(), aggregated: aggregated.into_iter().collect() }
    }

    /// Keeps the slugs that announcements of a board had here and that none has now: their addresses are on posters. Returns
    /// them with their permalinks, without those that this board's own announcements have.
    pub fn keep_gone<'f>(
        &mut self,
        former: &'f BTreeMap<String, Slug>,
        items: &[IncomingItem<'_>],
    ) -> Vec<(&'f str, &'f Slug)> {
        let here: HashSet<&str> = items.iter().map(|item| item.slug.as_str()).collect();
        let gone = former.iter().filter(|(_, slug)| !here.contains(slug.as_str()));
        let gone = gone.map(|(permalink, slug)| (permalink.as_str(), slug));
        gone.filter(|(_, slug)| self.take(slug)).collect()
    }

    fn take(&mut self, slug: &Slug) -> bool {
        !self.own.contains(slug.as_str()) && self.aggregated.insert(slug.as_str().to_owned())
    }
}

/// Assigns a slug to every announcement of a board: the one assigned before (`former`, by permalink), also under its earlier
/// names, else its own, else its own prefixed with a word of its board's address if that slug is taken.
#[must_use]
pub fn assign_slugs<'f>(
    taken: &mut TakenSlugs,
    feed: &'f Feed,
    former: &BTreeMap<String, Slug>,
) -> Vec<IncomingItem<'f>> {
    let folder = feed.content_folder();
    // What another announcement had is free, if it is gone.
    for slug in former.values() {
        taken.aggregated.remove(slug.as_str());
    }
    let (mut named, mut unnamed) = (Vec::new(), Vec::new());
    for item in &feed.items {
        let permalink = feed.item_permalink(item);
        // Renamed there, it keeps the address that it has here, which may be on posters.
        let mut addresses = std::iter::once(permalink.clone()).chain(feed.former_permalinks(item));
        let known = addresses.find_map(|address| former.get(&address));
        match known.filter(|slug| taken.take(slug)) {
            Some(slug) => {
                named.push(IncomingItem { feed, item, permalink, slug: slug.clone(), folder: folder.clone() });
            }
            None => unnamed.push((item, permalink)),
        }
    }
    for (item, permalink) in unnamed {
        let prefixed = |prefix: &str| truncate_slug(&format!("{prefix}-{}", item.slug), &permalink);
        let candidates = [Some(item.slug.clone()), prefixed(&feed.slug_prefix()), prefixed(&feed.folder_name)];
        let last = Slug::new(&format!("aggregato-{}", feed::short_hash(&permalink)));
        let free = candidates.into_iter().chain([last]).flatten().find(|slug| taken.take(slug));
        // Two equal eight-digit hashes: leave this one out rather than overwrite the other.
        let Some(slug) = free else { continue };
        named.push(IncomingItem { feed, item, permalink, slug, folder: folder.clone() });
    }
    named
}

/// Slugs by permalink of the announcements in the folder of a board, read from their first lines.
#[must_use]
pub fn former_slugs<'f>(files: impl IntoIterator<Item = (&'f str, &'f [u8])>) -> BTreeMap<String, Slug> {
    let slug = |(name, bytes): (&str, &[u8])| {
        let slug = Slug::new(name.strip_suffix(".md")?)?;
        let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(MAX_HEAD_BYTES))?).replace("\r\n", "\n");
        Some((head.strip_prefix(HEAD)?.lines().next()?.trim_end().to_owned(), slug))
    };
    files.into_iter().filter_map(slug).collect()
}

/// Whether a content file was written here, and not by somebody of this board.
#[must_use]
pub fn is_written_by_aggregate(bytes: &[u8]) -> bool {
    String::from_utf8_lossy(bytes.get(..MAX_HEAD_BYTES).unwrap_or(bytes)).contains(AGGREGATED_REMARK)
}

/// Content file of an announcement that its board does not have any more, from the one that it had here: its kind, where it
/// was, and that it is withdrawn. `None` if that file does not say its kind.
#[must_use]
pub fn gone_file(feed: &Feed, permalink: &str, last: &[u8]) -> Option<Vec<u8>> {
    let last = String::from_utf8_lossy(last);
    let kind = last.lines().find(|line| line.starts_with("tipo: "))?;
    let mut facts = Map::new();
    facts.insert("stato".to_owned(), "ritirato".into());
    facts.insert("fonte".to_owned(), json!([{"nome": feed.name, "url": permalink}]));
    let facts = facts_as_yaml(&facts);
    Some(format!("{HEAD}{permalink}\n# {AGGREGATED_REMARK}\n{kind}\n{facts}---\n\n\n").into_bytes())
}

/// Whether a content file that was written here is that of a withdrawn announcement. Its text may hold the same line.
#[must_use]
pub fn is_withdrawn_file(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let facts = text.lines().skip(1).take_while(|line| *line != "---");
    facts.into_iter().any(|line| line == "stato: \"ritirato\"")
}

/// Shortens a slug to the allowed length, ending in a hash of the whole name so that it stays unique.
fn truncate_slug(name: &str, whole: &str) -> Option<Slug> {
    let sum = feed::short_hash(whole);
    let start = name.get(..Slug::MAX_BYTES - sum.len() - 1).unwrap_or(name).trim_end_matches('-');
    Slug::new(name).or_else(|| Slug::new(&format!("{start}-{sum}")))
}

/// Content files by path, without the slugs in `left_out`. Values are copied as they are; loader and rules validate them.
#[must_use]
pub fn content_files(
    config: &Config,
    incoming: &[IncomingItem<'_>],
    left_out: &BTreeSet<String>,
) -> BTreeMap<String, Vec<u8>> {
    let comes = |one: &&IncomingItem<'_>| !left_out.contains(&one.path());
    let names: HashMap<&str, &Slug> =
        incoming.iter().filter(comes).map(|one| (one.permalink.as_str(), &one.slug)).collect();
    let mut files = BTreeMap::new();
    for one in incoming.iter().filter(comes) {
        let facts = one.front_matter(config, &names);
        let body = one.body_with_absolute_links(one.item.facts.get("testo"));
        let word = |key: &str| facts.get(key).and_then(Value::as_str).unwrap_or_default().trim().to_owned();
        let version = version_of(&word("titolo"), &word("sintesi"), &body);
        files.insert(one.path(), one.content_file(&facts, &body));
        let translations = one.item.facts.get("traduzioni").and_then(Value::as_object);
        for (language, words) in translations.into_iter().flatten() {
            let Some(words) = words.as_object().filter(|_| config.bacheca.lingue.contains(language)) else { continue };
            let path = one.translation_path(language);
            if *language == config.bacheca.lingua || left_out.contains(&path) {
                continue;
            }
            let mut facts = Map::new();
            for key in ["titolo", "titolo_breve", "sintesi", "modo", "rivista", "originale"] {
                if let Some(value) = words.get(key).filter(|value| !value.is_null()) {
                    facts.insert(key.to_owned(), value.clone());
                }
            }
            facts.entry("originale").or_insert_with(|| version.as_str().into());
            files.insert(path, one.content_file(&facts, &one.body_with_absolute_links(words.get("testo"))));
        }
    }
    files
}

impl IncomingItem<'_> {
    /// Path of its file below the board's root.
    #[must_use]
    pub fn path(&self) -> String {
        format!("{}{}.md", self.folder, self.slug)
    }

    /// Languages of its translations.
    pub fn translated_languages(&self) -> impl Iterator<Item = &str> {
        let translations = self.item.facts.get("traduzioni").and_then(Value::as_object);
        translations.into_iter().flat_map(|translations| translations.keys().map(String::as_str))
    }

    /// Path of the file of a translation below the board's root.
    #[must_use]
    pub fn translation_path(&self, language: &str) -> String {
        format!("{}{}.{language}.md", self.folder, self.slug)
    }

    fn content_file(&self, facts: &Map<String, Value>, body: &str) -> Vec<u8> {
        let (facts, permalink) = (facts_as_yaml(facts), &self.permalink);
        format!("{HEAD}{permalink}\n# {AGGREGATED_REMARK}\n{facts}---\n\n{body}\n").into_bytes()
    }

    /// Markdown body with relative links resolved against the board of origin.
    fn body_with_absolute_links(&self, text: Option<&Value>) -> String {
        let text = text.and_then(Value::as_str).unwrap_or_default().replace("\r\n", "\n").replace('\r', "\n");
        let text = text.trim();
        let mut out = String::with_capacity(text.len());
        let mut done = 0;
        let Ok(base) = Url::parse(&self.permalink) else { return text.to_owned() };
        for (event, range) in Parser::new(text).into_offset_iter() {
            let Event::Start(Tag::Link { link_type: LinkType::Inline, dest_url, .. }) = event else { continue };
            if dest_url.is_empty() || Url::parse(&dest_url) != Err(url::ParseError::RelativeUrlWithoutBase) {
                continue;
            }
            let Some(whole) = base.join(&dest_url).ok().filter(|whole| whole.origin() == base.origin()) else {
                continue;
            };
            let written = format!("]({dest_url}");
            let Some(at) = text.get(range.clone()).and_then(|link| link.rfind(&written)) else { continue };
            let (start, end) = (range.start + at + 2, range.start + at + written.len());
            if let (Some(before), true) = (text.get(done..start), start >= done) {
                out.push_str(before);
                out.push_str(whole.as_str());
                done = end;
            }
        }
        out.push_str(text.get(done..).unwrap_or_default());
        out
    }

    fn front_matter(&self, config: &Config, names: &HashMap<&str, &Slug>) -> Map<String, Value> {
        let given = &self.item.facts;
        let kind = given.get("tipo").and_then(Value::as_str).and_then(Kind::from_key);
        let mut facts = Map::new();
        for field in Opportunity::FIELDS {
            let key = field.key;
            let Some(value) = given.get(key).filter(|value| !value.is_null()) else { continue };
            if UNSHARED_FIELDS.contains(&key) || kind.is_some_and(|kind| !kind.has_field(key)) {
                continue;
            }
            let value = match key {
                "ente" => self.described_organisation(value),
                key if REFERENCE_FIELDS.contains(&key) => {
                    let original_address = format!("{}o/{}/", self.feed.address, value.as_str().unwrap_or_default());
                    let Some(slug) = names.get(original_address.as_str()) else { continue };
                    slug.as_str().into()
                }
                _ => self.localize_places(value, key == "luogo", config),
            };
            facts.insert(key.to_owned(), value);
        }
        // An item without a place is in its board's town.
        if let Some(town) = self.foreign_town(config)
            && !facts.contains_key("territorio")
        {
            facts.insert("territorio".to_owned(), town.into());
        }
        let mut sources = vec![json!({"nome": self.feed.name, "url": self.permalink})];
        match facts.get("fonte") {
            Some(Value::Array(others)) => sources.extend(others.iter().cloned()),
            Some(Value::Object(other)) => sources.push(other.clone().into()),
            _ => {}
        }
        facts.insert("fonte".to_owned(), sources.into());
        facts
    }

    /// The organisation as a description: its file stays on the other board.
    fn described_organisation(&self, given: &Value) -> Value {
        // What the editors of another board made sure of, this one's have not.
        let is_told =
            |key: &str| key != CHARTER_KEY && (key == EXAMPLE_KEY || !ORGANISATION_EDITORS_FIELDS.contains(&key));
        let (organisation, is_described) = match given {
            Value::Object(described) => (described, true),
            Value::String(id) => match self.feed.organisations.get(id) {
                Some(organisation) => (organisation, false),
                None => return json!({"nome": id.replace('-', " ")}),
            },
            _ => return given.clone(),
        };
        // What no field has is left where a rule refuses it.
        let is_field = |key: &str| is_described || Organisation::FIELDS.iter().any(|field| field.key == key);
        let told = organisation.iter().filter(|(key, _)| is_told(key) && is_field(key));
        Value::Object(told.map(|(key, value)| (key.clone(), value.clone())).collect())
    }

    /// Town of the other board, if different from this one's.
    fn foreign_town(&self, config: &Config) -> Option<&str> {
        let town = self.feed.town.as_deref().filter(|town| !town.trim().is_empty())?;
        (config.territorio.citta.as_deref() != Some(town)).then_some(town)
    }

    /// Adds the town to places and drops districts that this board does not have.
    fn localize_places(&self, value: &Value, is_place: bool, config: &Config) -> Value {
        let elsewhere = self.foreign_town(config);
        match value {
            Value::Array(items) => items.iter().map(|item| self.localize_places(item, is_place, config)).collect(),
            Value::Object(fields) => {
                let is_known_zone = |zone: &Value| {
                    elsewhere.is_none()
                        && zone.as_str().is_some_and(|zone| config.territorio.zone.iter().any(|own| own == zone))
                };
                let kept = fields.iter().filter(|(key, value)| !is_place || *key != "zona" || is_known_zone(value));
                let mut place: Map<String, Value> = kept
                    .map(|(key, value)| (key.clone(), self.localize_places(value, key == "luogo", config)))
                    .collect();
                if let (true, Some(town)) = (is_place, elsewhere) {
                    place.entry("citta").or_insert_with(|| town.into());
                }
                place.into()
            }
            other => other.clone(),
        }
    }
}
