//! The tables of `site.toml` and the defaults of their keys.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use chrono_tz::Tz;
use serde::Deserialize;

use super::holidays::{YearlyDay, is_national_holiday};
use crate::text::slug::slugify;

/// `[bacheca]`
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BoardConfig {
    /// Name of the board.
    pub nome: String,
    /// Short name, for the head of pages and the icon on a telephone.
    #[serde(default)]
    pub nome_breve: Option<String>,
    /// Who is behind the board, in the order in which readers are told.
    #[serde(default)]
    pub promotori: Vec<String>,
    /// Description, one sentence.
    #[serde(default)]
    pub descrizione: String,
    /// Base URL, ending in `/`.
    pub indirizzo: String,
    /// Language of the content.
    #[serde(default = "default_language")]
    pub lingua: String,
    /// Languages of the site, the board's own first.
    #[serde(default)]
    pub lingue: Vec<String>,
    /// Languages that the site had before, to whose addresses people still come from paper.
    #[serde(default)]
    pub lingue_passate: Vec<String>,
    /// IANA time zone, in which days begin and end.
    #[serde(default = "default_time_zone")]
    pub fuso: Tz,
    /// Whether invented items are published.
    #[serde(default = "default_true")]
    pub esempi: bool,
    /// Folder below `themes/` that overrides files of the embedded theme.
    #[serde(default = "default_theme")]
    pub tema: String,
    /// Invitation link of the channel.
    #[serde(default)]
    pub canale: Option<String>,
    /// E-mail address for announcements.
    #[serde(default)]
    pub email: Option<String>,
    /// Telephone number for announcements.
    #[serde(default)]
    pub telefono: Option<String>,
    /// URL of the repository.
    #[serde(default)]
    pub repository: Option<String>,
    /// Branch of the repository from which the site is built.
    #[serde(default = "default_branch")]
    pub ramo: String,
    /// Whether to write a `_headers` file, read by Netlify, Cloudflare Pages and others.
    #[serde(default)]
    pub intestazioni: bool,
}

/// `[feed]`
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FeedConfig {
    /// WebSub hub that is told of each publication, and tells whoever subscribes there (W3C, WebSub).
    #[serde(default)]
    pub hub: Option<String>,
}

/// `[territorio]`
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Territory {
    /// Town, added to addresses that do not name one.
    #[serde(default)]
    pub citta: Option<String>,
    /// Region.
    #[serde(default)]
    pub regione: Option<String>,
    /// Names of the districts.
    #[serde(default)]
    pub zone: Vec<String>,
    /// Generic name of a district: «Municipio».
    #[serde(default)]
    pub nome_zona: Option<String>,
    /// Legal minimum of a monthly internship allowance, in euro.
    #[serde(default)]
    pub tirocinio_minimo: Option<u32>,
    /// Rows of a map made of tiles, from north to south: names of districts as words, `-` where there is none. Districts with
    /// names of several words are lists in place of words.
    #[serde(default, rename = "mappa")]
    pub map_rows: Vec<MapRow>,
    /// Neighbourhoods by which people know a district: `V = "Pigneto, Centocelle"`.
    #[serde(default, rename = "nomi")]
    pub neighbourhoods: BTreeMap<String, String>,
    /// Whose the outlines of the districts are, if the board has some.
    #[serde(default, rename = "contorni")]
    pub outlines: Option<OutlinesSource>,
    /// Holidays of the town besides the national ones: `["06-29"]`.
    #[serde(default)]
    pub feste: Vec<YearlyDay>,
}

/// `[territorio.contorni]`: where the outlines of the districts in `content/territorio/zone.geojson` come from.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OutlinesSource {
    /// Who made them, shown below the map.
    #[serde(rename = "fonte")]
    pub source: String,
    /// Under which licence, shown below the map.
    #[serde(rename = "licenza")]
    pub licence: String,
    /// Property of a feature that holds the name of its district.
    #[serde(default = "default_outlines_property", rename = "proprieta")]
    pub property: String,
}

/// A row of the map of districts.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub enum MapRow {
    /// Names separated by spaces.
    Words(String),
    /// Names that may have spaces.
    Names(Vec<String>),
}

/// What is written on the map where there is no district.
const NO_DISTRICT: &str = "-";

impl MapRow {
    /// Names of districts from west to east, `None` where there is none.
    #[must_use]
    pub fn tiles(&self) -> Vec<Option<&str>> {
        let names: Vec<&str> = match self {
            Self::Words(words) => words.split_whitespace().collect(),
            Self::Names(names) => names.iter().map(String::as_str).collect(),
        };
        names.into_iter().map(|name| Some(name).filter(|name| *name != NO_DISTRICT)).collect()
    }
}

impl Territory {
    /// Whether a day is a holiday, in all of Italy or in this town.
    #[must_use]
    pub fn is_holiday(&self, day: NaiveDate) -> bool {
        is_national_holiday(day) || self.feste.iter().any(|holiday| holiday.is_on(day))
    }

    /// Whether a town is that of the board; an address that names none is there.
    #[must_use]
    pub fn is_own_town(&self, town: Option<&str>) -> bool {
        town.is_none_or(|town| self.citta.as_deref() == Some(town))
    }

    /// The district that somebody means by its name, its number in other figures, its label or one of its neighbourhoods:
    /// `V`, `5`, `Municipio V`, `Centocelle`.
    #[must_use]
    pub fn find_zone(&self, written: &str) -> Option<&str> {
        let written = slugify(written);
        let label = self.nome_zona.as_deref().map(slugify).unwrap_or_default();
        let bare = written.strip_prefix(&label).map_or(written.as_str(), |rest| rest.trim_start_matches('-'));
        let is_named = |zone: &&String| {
            let slug = slugify(zone);
            slug == written || slug == bare || roman_number(&slug).is_some_and(|number| bare.parse() == Ok(number))
        };
        let has_neighbourhood = |zone: &&String| {
            let names = self.neighbourhoods.get(*zone);
            names.is_some_and(|names| names.split(',').any(|name| slugify(name) == written))
        };
        let zones = || self.zone.iter();
        zones().find(is_named).or_else(|| zones().find(has_neighbourhood)).map(String::as_str)
    }

    /// Display name of a district: «Municipio V».
    #[must_use]
    pub fn zone_label(&self, zone: &str) -> String {
        match &self.nome_zona {
            Some(name) => format!("{name} {zone}"),
            None => zone.to_owned(),
        }
    }
}

/// The number that small letters are in Roman figures; `None` if they are none.
fn roman_number(letters: &str) -> Option<u32> {
    let values: Vec<u32> = letters
        .chars()
        .map(|letter| match letter {
            'i' => Some(1),
            'v' => Some(5),
            'x' => Some(10),
            'l' => Some(50),
            'c' => Some(100),
            _ => None,
        })
        .collect::<Option<_>>()?;
    let next = values.iter().skip(1).copied().chain([0]);
    let (added, taken) = values.iter().copied().zip(next).fold((0, 0), |(added, taken), (value, next)| {
        if value < next { (added, taken + value) } else { (added + value, taken) }
    });
    u32::checked_sub(added, taken).filter(|number| *number > 0)
}

/// `[piano]`
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Posts per week.
    #[serde(default)]
    pub per_settimana: Option<u32>,
    /// Weekdays for posting: lun, mar…
    #[serde(default)]
    pub giorni: Vec<String>,
    /// Time of day for posting.
    #[serde(default)]
    pub ora: Option<String>,
}

impl Plan {
    /// Time of day for posting; 10:00 by default.
    #[must_use]
    pub fn hour(&self) -> &str {
        self.ora.as_deref().unwrap_or("10:00")
    }
}

/// `[regole.<name>]`
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleConfig {
    /// Severity of its findings on this board.
    pub gravita: RuleSeverity,
    /// Reason for the change.
    pub motivo: String,
}

/// `[[fonti]]`: a board whose announcements `aggregate` takes over.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FeedSource {
    /// Name of the file of its data, without `.json`, or of the folder that the file is in.
    pub file: String,
    /// Name shown to readers.
    pub nome: String,
    /// Base URL, ending in `/`.
    pub indirizzo: toml::Spanned<String>,
}

impl FeedSource {
    /// Base URL, ending in `/`.
    #[must_use]
    pub fn address(&self) -> &str {
        self.indirizzo.get_ref()
    }
}

/// `gravita`
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RuleSeverity {
    /// Stops the build.
    Errore,
    /// Reported.
    Avviso,
    /// Switched off.
    Spenta,
}

fn default_language() -> String {
    "it".to_owned()
}
fn default_time_zone() -> Tz {
    Tz::Europe__Rome
}
fn default_true() -> bool {
    true
}
fn default_outlines_property() -> String {
    "zona".to_owned()
}
fn default_branch() -> String {
    "main".to_owned()
}

fn default_theme() -> String {
    "default".to_owned()
}

impl BoardConfig {
    /// Short name; the name if there is none.
    #[must_use]
    pub fn short_name(&self) -> &str {
        self.nome_breve.as_deref().unwrap_or(&self.nome)
    }
}
