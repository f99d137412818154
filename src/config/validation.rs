//! Checks `site.toml` once it is parsed, and puts its addresses and languages in their canonical form.

use std::collections::BTreeSet;
use std::ops::Range;

use super::{BoardConfig, Config, MapRow, Problem, Territory};
use crate::model::{Link, Phone};
use crate::text::mail_address::MailAddress;
use crate::text::site_address::{canonical_site_address, normalize_site_address};
use crate::text::slug::slugify;
use crate::text::web_address::find_misleading_addresses;

/// Most characters of the name of a district, which is the name of a folder too.
const MAX_ZONE_CHARS: usize = 100;

/// Where in `site.toml` something is wrong: looked up in its text only when there is one to show.
pub(super) enum Place {
    /// The value of a key of `[bacheca]`.
    Value(&'static str),
    /// The value of a key of `[territorio]`.
    Territory(&'static str),
    /// The value of a key of `[piano]`.
    Plan(&'static str),
    /// The value of a key of `[aspetto]`.
    Appearance(&'static str),
    /// The value of a key of `[feed]`.
    Feed(&'static str),
    /// The value of a key of `[dati]`.
    Data(&'static str),
    /// The value of a key of an entry of `[[canali]]`, by its position.
    Channel(usize, &'static str),
    /// The first occurrence of a text.
    Text(String),
    /// Bytes.
    Bytes(Range<usize>),
}

impl Place {
    /// Bytes of the place in the text of the file; its start if it is not there.
    pub(super) fn find(self, text: &str) -> Range<usize> {
        match self {
            Self::Value(key) => find_value(text, "bacheca", key),
            Self::Territory(key) => find_value(text, "territorio", key),
            Self::Plan(key) => find_value(text, "piano", key),
            Self::Appearance(key) => find_value(text, "aspetto", key),
            Self::Feed(key) => find_value(text, "feed", key),
            Self::Data(key) => find_value(text, "dati", key),
            Self::Channel(index, key) => find_in_channel(text, index, key),
            Self::Text(part) => text.find(&part).map_or(0..0, |start| start..start + part.len()),
            Self::Bytes(bytes) => bytes,
        }
    }
}

impl Config {
    /// Finds a name that every page shows and that holds a misleading address, or that of a district which is too long for
    /// the name of a file.
    fn unfit_name(&self) -> Option<(Place, Problem)> {
        let (board, territory) = (&self.bacheca, &self.territorio);
        let own = [&board.nome, &board.descrizione].into_iter();
        let places = [&territory.citta, &territory.regione, &territory.nome_zona].into_iter().flatten();
        let outlines = territory.outlines.iter().flat_map(|outlines| [&outlines.source, &outlines.licence]);
        let holder = self.dati.holder.iter().chain(&self.dati.code);
        let help = self.aiuto.interpreters.iter().map(|line| &line.name);
        let others =
            territory.neighbourhoods.values().chain(outlines).chain(holder).chain(help).chain(self.channel_texts());
        let zones = territory.zone.iter().chain(self.fonti.iter().map(|source| &source.nome));
        let mut names = own.chain(places).chain(zones).chain(others);
        let misleading = names.find_map(|name| Some((name, find_misleading_addresses(name).next()?.1)));
        if let Some((name, host)) = misleading {
            return Some((Place::Text(name.clone()), Problem::MisleadingText(host.to_owned())));
        }
        let long = territory.zone.iter().map(|zone| (zone, zone.chars().count()));
        long.into_iter()
            .find(|(_, written)| *written > MAX_ZONE_CHARS)
            .map(|(zone, written)| (Place::Text(zone.clone()), Problem::TextTooLong { written, limit: MAX_ZONE_CHARS }))
    }

    /// Checks all values, in the order of the file's tables, and completes them.
    pub(super) fn validate(mut self) -> Result<Self, (Place, Problem)> {
        let board = &mut self.bacheca;
        // Paths are put behind it, in links, tables of headers and calendars.
        let odd = |ch: char| ch.is_whitespace() || matches!(ch, '"' | '\'' | '<' | '>' | '\\' | '?' | '#');
        let plain = Some(&board.indirizzo).filter(|address| !address.contains(odd));
        let Some(own_address) = plain.and_then(|address| normalize_site_address(address)) else {
            return Err((Place::Value("indirizzo"), Problem::PartialAddress));
        };
        if let Some((key, problem)) = board.misleading_address() {
            return Err((Place::Value(key), problem));
        }
        if self.feed.hub.as_deref().is_some_and(|hub| Link::new(hub).is_none()) {
            return Err((Place::Feed("hub"), Problem::NotALink("hub")));
        }
        if let Some(place) = self.dati.unknown_place() {
            return Err((Place::Data("luoghi"), Problem::NotAPlace(place.to_owned())));
        }
        if !board.indirizzo.ends_with('/') {
            board.indirizzo.push('/');
        }
        if !board.lingue.contains(&board.lingua) {
            let own = board.lingua.clone();
            board.lingue.insert(0, own);
        }
        if let Some(zone) = self.territorio.unusable_zone() {
            return Err((Place::Text(format!("\"{zone}\"")), Problem::UnusableZone(zone.to_owned())));
        }
        if let Some(unfit) = self.territorio.unfit_map() {
            return Err(unfit);
        }
        if let Some(language) = board.lingue_passate.iter().find(|language| !is_former(language, &board.lingue)) {
            return Err((Place::Text(format!("\"{language}\"")), Problem::NotAFormerLanguage(language.clone())));
        }
        let own = board.lingua.clone();
        board.lingue.sort_by_key(|language| *language != own);
        let (mut files, mut addresses) = (BTreeSet::new(), BTreeSet::new());
        for source in &mut self.fonti {
            let problem = |problem| (Place::Bytes(source.indirizzo.span()), problem);
            let given = source.indirizzo.get_ref();
            let (Some(address), Some(canonical)) = (normalize_site_address(given), canonical_site_address(given))
            else {
                return Err(problem(Problem::PartialAddress));
            };
            if address == own_address {
                return Err(problem(Problem::OwnSource));
            }
            if !files.insert(&source.file) || !addresses.insert(address) {
                return Err(problem(Problem::RepeatedSource));
            }
            *source.indirizzo.get_mut() = canonical;
        }
        if let Some(unfit) = self.find_unfit_entry() {
            return Err(unfit);
        }
        if let Some(unfit) = self.aspetto.find_unfit() {
            return Err(unfit);
        }
        if let Some(unfit) = self.unfit_channel() {
            return Err(unfit);
        }
        match self.unfit_name() {
            Some(unfit) => Err(unfit),
            None => Ok(self),
        }
    }
}

impl BoardConfig {
    /// Key and problem of an address that every page links to and that is not what a field of an announcement may hold.
    fn misleading_address(&self) -> Option<(&'static str, Problem)> {
        let is_no_link = |link: &Option<String>| link.as_deref().is_some_and(|link| Link::new(link).is_none());
        for (key, link) in [("canale", &self.canale), ("repository", &self.repository)] {
            if is_no_link(link) {
                return Some((key, Problem::NotALink(key)));
            }
        }
        if self.email.as_deref().is_some_and(|email| MailAddress::new(email).is_none()) {
            return Some(("email", Problem::NotAnEmail));
        }
        let is_no_phone = self.telefono.as_deref().is_some_and(|number| Phone::new(number).is_none());
        is_no_phone.then_some(("telefono", Problem::NotAPhone))
    }
}

impl Territory {
    /// The first district whose list has no address of its own: a name without Latin letters or digits, or that differs
    /// from an earlier one only in accents, capitals or signs.
    fn unusable_zone(&self) -> Option<&str> {
        let mut slugs = BTreeSet::new();
        self.zone
            .iter()
            .find(|zone| {
                let slug = slugify(zone);
                slug.is_empty() || !slugs.insert(slug)
            })
            .map(String::as_str)
    }
}

impl Territory {
    /// What is wrong with the map of districts, if there is one: each is on it once, and nothing else.
    fn unfit_map(&self) -> Option<(Place, Problem)> {
        let mut missing: BTreeSet<&str> = self.zone.iter().map(String::as_str).collect();
        for tile in self.map_rows.iter().flat_map(MapRow::tiles).flatten() {
            if !missing.remove(tile) {
                let is_district = self.zone.iter().any(|zone| zone == tile);
                let problem = if is_district { Problem::RepeatedTile } else { Problem::UnknownZone };
                return Some((Place::Territory("mappa"), problem(tile.to_owned())));
            }
        }
        let stranger = self.neighbourhoods.keys().find(|name| !self.zone.contains(name));
        if let Some(name) = stranger {
            return Some((Place::Territory("nomi"), Problem::UnknownZone(name.clone())));
        }
        let first = missing.first().filter(|_| !self.map_rows.is_empty())?;
        Some((Place::Territory("mappa"), Problem::MissingTile((*first).to_owned())))
    }
}

/// Bytes of the value of a key of a table; the start of the file if it has none.
pub(crate) fn find_value(text: &str, table: &str, key: &str) -> Range<usize> {
    let document = toml::de::DeTable::parse(text).ok();
    let value = document.as_ref().and_then(|document| document.get_ref().get(table)?.get_ref().as_table()?.get(key));
    value.map_or(0..0, toml::Spanned::span)
}

/// Bytes of the value of a key of an entry of `[[canali]]`; the start of the file if it has none.
fn find_in_channel(text: &str, index: usize, key: &str) -> Range<usize> {
    let document = toml::de::DeTable::parse(text).ok();
    let value = document.as_ref().and_then(|document| {
        let channels = document.get_ref().get("canali")?.get_ref().as_array()?;
        channels.get(index)?.get_ref().as_table()?.get(key)
    });
    value.map_or(0..0, toml::Spanned::span)
}

/// Whether a code can be that of a language whose pages the site no longer has: it is the name of their folder.
fn is_former(code: &str, current: &[String]) -> bool {
    let is_code =
        (2..=11).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    is_code && !current.iter().any(|language| language == code)
}
