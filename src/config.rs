//! `site.toml`: configuration of a board. Everything specific to a city is here, nothing in the code.

mod holidays;
mod pay_limits;
mod unfit_value;

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;

use chrono::NaiveDate;
use chrono_tz::Tz;
use serde::Deserialize;

use crate::error::Cause;
use crate::files::{MAX_CONFIG_BYTES, read_file};
use crate::model::{Link, Phone};
use crate::source::{Source, Spanned};
use crate::text::mail_address::MailAddress;
use crate::text::site_address::{canonical_site_address, normalize_site_address};
use crate::text::slug::slugify;
use crate::text::web_address::find_misleading_addresses;
use holidays::{YearlyDay, is_national_holiday};
use pay_limits::PayLimits;
use unfit_value::find_unfit_value;

/// What is wrong with `site.toml`, as a fact: a rule of `check` says it to people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// The file cannot be read, for this reason.
    Unreadable(Cause),
    /// Invalid TOML, or keys and values that a board does not have: the parser's message.
    Invalid(String),
    /// The board's address, or that of a source, is not a whole one.
    PartialAddress,
    /// A source of announcements is this board itself.
    OwnSource,
    /// A source of announcements has the file or the address of an earlier one.
    RepeatedSource,
    /// An entry that is not the address of a web page.
    NotALink(&'static str),
    /// `email` is not an e-mail address.
    NotAnEmail,
    /// `telefono` is not a number that can be dialled.
    NotAPhone,
    /// A text longer than any that is shown.
    TextTooLong {
        /// Characters written.
        written: usize,
        /// Most characters.
        limit: usize,
    },
    /// A list with more entries than a board has.
    ListTooLong {
        /// Entries written.
        written: usize,
        /// Most entries.
        limit: usize,
    },
    /// A district whose list has no address of its own.
    UnusableZone(String),
    /// A line end or tab in a value, or a character that nobody sees.
    HiddenCharacter(char),
    /// A text with an address that leads to this host, and not to the one that readers see.
    MisleadingText(String),
}

/// Most characters of the name of a district, which is the name of a folder too.
const MAX_ZONE_CHARS: usize = 100;

/// File name below the board's root.
pub const FILE: &str = "site.toml";

/// Content of `site.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// The board.
    pub bacheca: BoardConfig,
    /// The territory.
    #[serde(default)]
    pub territorio: Territory,
    /// The posting schedule.
    #[serde(default)]
    pub piano: Plan,
    /// Pay that is plausible, where it is another than usual.
    #[serde(default)]
    pub paghe: PayLimits,
    /// Rules with changed severity.
    #[serde(default)]
    pub regole: BTreeMap<String, RuleConfig>,
    /// Boards whose announcements `aggregate` takes over.
    #[serde(default)]
    pub fonti: Vec<FeedSource>,
    /// Source text, to show lines of it in diagnostics.
    #[serde(skip)]
    pub source: Option<Source>,
}

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
    /// Whether to write a `_headers` file, read by Netlify, Cloudflare Pages and others.
    #[serde(default)]
    pub intestazioni: bool,
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
    /// Holidays of the town besides the national ones: `["06-29"]`.
    #[serde(default)]
    pub feste: Vec<YearlyDay>,
}

impl Territory {
    /// Whether a day is a holiday, in all of Italy or in this town.
    #[must_use]
    pub fn is_holiday(&self, day: NaiveDate) -> bool {
        is_national_holiday(day) || self.feste.iter().any(|holiday| holiday.is_on(day))
    }

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

    /// Display name of a district: «Municipio V».
    #[must_use]
    pub fn zone_label(&self, zone: &str) -> String {
        match &self.nome_zona {
            Some(name) => format!("{name} {zone}"),
            None => zone.to_owned(),
        }
    }
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
fn default_theme() -> String {
    "default".to_owned()
}

impl BoardConfig {
    /// Short name; the name if there is none.
    #[must_use]
    pub fn short_name(&self) -> &str {
        self.nome_breve.as_deref().unwrap_or(&self.nome)
    }

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

impl Config {
    /// Reads `site.toml` below a board's root.
    ///
    /// # Errors
    /// What is wrong, and its bytes in the source that is given back with it.
    pub fn load(root: &Path) -> Result<Self, (Source, Spanned<Problem>)> {
        read_file(&root.join(FILE), MAX_CONFIG_BYTES).map_err(|error| read_problem(&error)).and_then(Self::from_bytes)
    }

    /// Reads the bytes of `site.toml`.
    ///
    /// # Errors
    /// As [`Config::load`].
    pub fn from_bytes(bytes: Vec<u8>) -> Result<Self, (Source, Spanned<Problem>)> {
        String::from_utf8(bytes).map_err(|_| read_problem(&io::ErrorKind::InvalidData.into())).and_then(Self::parse)
    }

    /// Parses the text of `site.toml`.
    ///
    /// ```
    /// use bacheca::config::Config;
    ///
    /// let toml = "[bacheca]\nnome = \"Prova\"\nindirizzo = \"https://example.org\"\n";
    /// let config = Config::parse(toml.to_owned()).unwrap();
    /// assert_eq!(config.bacheca.indirizzo, "https://example.org/");
    /// ```
    ///
    /// # Errors
    /// What is wrong, and its bytes in the source that is given back with it.
    pub fn parse(text: String) -> Result<Self, (Source, Spanned<Problem>)> {
        let parsed = toml::from_str::<Self>(&text)
            .map_err(|error| Spanned::new(error.span().unwrap_or(0..0), Problem::Invalid(error.message().to_owned())));
        match parsed.and_then(|config| config.validate(&text)) {
            Ok(config) => Ok(Self { source: Some(Source { path: FILE.to_owned(), text }), ..config }),
            Err(found) => Err((Source { path: FILE.to_owned(), text }, found)),
        }
    }

    /// Byte range of the first occurrence of a word in the file, or of its beginning.
    #[must_use]
    pub fn find_word(&self, word: &str) -> std::ops::Range<usize> {
        let text = self.source.as_ref().map_or("", |source| &source.text);
        text.find(word).map_or(0..0, |at| at..at + word.len())
    }

    /// Finds a name that every page shows and that holds a misleading address, or that of a district which is too long for
    /// the name of a file.
    fn unfit_name(&self, text: &str) -> Option<Spanned<Problem>> {
        let at = |name: &str| text.find(name).map_or(0..0, |start| start..start + name.len());
        let (board, territory) = (&self.bacheca, &self.territorio);
        let own = [&board.nome, &board.descrizione].into_iter();
        let places = [&territory.citta, &territory.regione, &territory.nome_zona].into_iter().flatten();
        let mut names = own.chain(places).chain(&territory.zone).chain(self.fonti.iter().map(|source| &source.nome));
        let misleading = names.find_map(|name| Some((name, find_misleading_addresses(name).next()?.1)));
        if let Some((name, host)) = misleading {
            return Some(Spanned::new(at(name), Problem::MisleadingText(host.to_owned())));
        }
        let long = territory.zone.iter().map(|zone| (zone, zone.chars().count()));
        long.into_iter()
            .find(|(_, written)| *written > MAX_ZONE_CHARS)
            .map(|(zone, written)| Spanned::new(at(zone), Problem::TextTooLong { written, limit: MAX_ZONE_CHARS }))
    }

    fn validate(mut self, text: &str) -> Result<Self, Spanned<Problem>> {
        if let Some(unfit) = find_unfit_value(text) {
            return Err(unfit);
        }
        let board = &mut self.bacheca;
        // Paths are put behind it, in links, tables of headers and calendars.
        let odd = |ch: char| ch.is_whitespace() || matches!(ch, '"' | '\'' | '<' | '>' | '\\' | '?' | '#');
        let plain = Some(&board.indirizzo).filter(|address| !address.contains(odd));
        let Some(own_address) = plain.and_then(|address| normalize_site_address(address)) else {
            return Err(Spanned::new(find_value(text, "indirizzo"), Problem::PartialAddress));
        };
        if let Some((key, problem)) = board.misleading_address() {
            return Err(Spanned::new(find_value(text, key), problem));
        }
        if !board.indirizzo.ends_with('/') {
            board.indirizzo.push('/');
        }
        if !board.lingue.contains(&board.lingua) {
            let own = board.lingua.clone();
            board.lingue.insert(0, own);
        }
        if let Some(zone) = self.territorio.unusable_zone() {
            let at = text.find(&format!("\"{zone}\"")).unwrap_or_default();
            let span = if at == 0 { 0..0 } else { at..at + zone.len() + 2 };
            return Err(Spanned::new(span, Problem::UnusableZone(zone.to_owned())));
        }
        let own = board.lingua.clone();
        board.lingue.sort_by_key(|language| *language != own);
        let (mut files, mut addresses) = (BTreeSet::new(), BTreeSet::new());
        for source in &mut self.fonti {
            let problem = |problem| Spanned::new(source.indirizzo.span(), problem);
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
        match self.unfit_name(text) {
            Some(unfit) => Err(unfit),
            None => Ok(self),
        }
    }
}

/// Bytes of the value of a key of `[bacheca]`; the start of the file if it has none.
fn find_value(text: &str, key: &str) -> std::ops::Range<usize> {
    let table = toml::de::DeTable::parse(text).ok();
    let board = table.as_ref().and_then(|table| table.get_ref().get("bacheca")?.get_ref().as_table()?.get(key));
    board.map_or(0..0, toml::Spanned::span)
}

/// A `site.toml` that is missing or no text; with an empty text to show.
fn read_problem(error: &io::Error) -> (Source, Spanned<Problem>) {
    let problem = Problem::Unreadable(Cause::new(error));
    (Source { path: FILE.to_owned(), text: String::new() }, Spanned::new(0..0, problem))
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOARD: &str = "[bacheca]\nnome = \"Prova\"\nindirizzo = \"https://example.org/b\"\n";

    #[test]
    fn defaults_are_settled() {
        let config = Config::parse(format!("{BOARD}lingue = [\"en\", \"it\"]\n")).unwrap();
        assert_eq!(config.bacheca.indirizzo, "https://example.org/b/");
        assert_eq!(config.bacheca.lingue, ["it", "en"]);
    }

    #[test]
    fn sources_are_other_boards_each_of_them_once() {
        let source = |file: &str, address: &str| {
            format!("[[fonti]]\nfile = \"{file}\"\nnome = \"Altra\"\nindirizzo = \"{address}\"\n")
        };
        let parse = |sources: &[String]| Config::parse(format!("{BOARD}{}", sources.concat()));
        let config =
            parse(&[source("a", "https://Città.example.org:443"), source("b", "https://b.example.org/")]).unwrap();
        assert_eq!(config.fonti.first().unwrap().indirizzo.get_ref(), "https://xn--citt-3na.example.org/");
        for (file, address, problem) in [
            ("b", "http://EXAMPLE.org.:80//b", Problem::OwnSource),
            ("b", "example.com", Problem::PartialAddress),
            ("b", "https://a.example.org@evil.example/", Problem::PartialAddress),
            ("a", "https://b.example.org/", Problem::RepeatedSource),
            ("b", "http://a.example.org", Problem::RepeatedSource),
        ] {
            let (source, found) = parse(&[source("a", "https://a.example.org/"), source(file, address)]).unwrap_err();
            assert_eq!(found.problem, problem, "{address}");
            assert_eq!(source.text.get(found.span), Some(format!("\"{address}\"").as_str()));
        }
    }

    #[test]
    fn districts_have_addresses_of_their_own() {
        let parse = |zones: &str| Config::parse(format!("{BOARD}[territorio]\nzone = [{zones}]\n"));
        for (zones, wrong) in [
            (r#""Centro", "Центр""#, "Центр"),
            (r#""San Lorenzo", "San-Lorenzo""#, "San-Lorenzo"),
            (r#""I", "i""#, "i"),
            (r#""Città Alta", "Citta Alta""#, "Citta Alta"),
        ] {
            let (source, found) = parse(zones).unwrap_err();
            assert_eq!(source.text.get(found.span), Some(format!("\"{wrong}\"").as_str()));
            assert_eq!(found.problem, Problem::UnusableZone(wrong.to_owned()));
        }
        assert!(parse(r#""I", "II", "Ostia", "Ostia Antica""#).is_ok());
    }

    #[test]
    fn paths_can_be_put_behind_the_address_of_a_board() {
        for address in [
            "https://example.org/?a=b",
            "https://example.org/#a",
            "https://example.org/a b",
            "https://example.org/\\\";a",
            "https://example.org/<a>",
        ] {
            let (source, found) =
                Config::parse(format!("[bacheca]\nnome = \"Prova\"\nindirizzo = \"{address}\"\n")).unwrap_err();
            assert_eq!(found.problem, Problem::PartialAddress, "{address}");
            assert_eq!(source.text.get(found.span), Some(format!("\"{address}\"").as_str()));
        }
    }

    #[test]
    fn an_unknown_key_is_shown_where_it_stands() {
        let (source, problem) = Config::parse(format!("{BOARD}colore = \"rosso\"\n")).unwrap_err();
        assert_eq!(source.position(problem.span.start).line, 4);
    }

    #[test]
    fn values_are_short_lines_that_can_be_seen() {
        let long = "a".repeat(601);
        let entries = "\"I\", ".repeat(501);
        for (entry, expected) in [
            (format!("descrizione = \"{long}\""), Problem::TextTooLong { written: 601, limit: 600 }),
            (format!("lingue = [{entries}]"), Problem::ListTooLong { written: 501, limit: 500 }),
            ("descrizione = \"a\\r\\nb\"".to_owned(), Problem::HiddenCharacter('\r')),
            ("descrizione = \"\"\"a\nb\"\"\"".to_owned(), Problem::HiddenCharacter('\n')),
            ("descrizione = \"a\\u202eb\"".to_owned(), Problem::HiddenCharacter('\u{202e}')),
            ("descrizione = \"\\u2067a\"".to_owned(), Problem::HiddenCharacter('\u{2067}')),
            ("# invisible: \u{e0061}".to_owned(), Problem::HiddenCharacter('\u{e0061}')),
            ("descrizione = \"perch\u{fffd}\"".to_owned(), Problem::HiddenCharacter('\u{fffd}')),
            (
                format!("[territorio]\nzone = [\"I\", \"{}\"]", "è".repeat(101)),
                Problem::TextTooLong { written: 101, limit: 100 },
            ),
            (
                "descrizione = \"www.comune.roma.it@evil.example/x\"".to_owned(),
                Problem::MisleadingText("evil.example".to_owned()),
            ),
            (
                "[territorio]\ncitta = \"https://comune.roma.it@evil.example\"".to_owned(),
                Problem::MisleadingText("evil.example".to_owned()),
            ),
        ] {
            let (_, found) = Config::parse(format!("{BOARD}{entry}\n")).unwrap_err();
            assert_eq!(found.problem, expected, "{entry}");
        }
        let good = "descrizione = \"Opportunità ❤\u{fe0f} a Roma – \u{200f}فرص\u{200f} 👩\u{200d}🍳\"";
        assert!(Config::parse(format!("{BOARD}{good}\n")).is_ok());
    }

    #[test]
    fn addresses_are_checked_where_they_stand() {
        for (entry, expected) in [
            ("canale = \"javascript:alert(1)\"", Problem::NotALink("canale")),
            ("repository = \"https://github.com@evil.example/x\"", Problem::NotALink("repository")),
            ("email = \"a@example.org?bcc=b@example.org\"", Problem::NotAnEmail),
            ("telefono = \"chiamare Maria\"", Problem::NotAPhone),
        ] {
            let (source, problem) = Config::parse(format!("# canale, email\n{BOARD}{entry}\n")).unwrap_err();
            assert_eq!(problem.problem, expected);
            assert_eq!(source.text.get(problem.span.clone()), entry.split_once(" = ").map(|(_, value)| value));
            assert_eq!(source.position(problem.span.start).line, 5);
        }
        let (_, problem) = Config::parse(BOARD.replace("//", "//u@")).unwrap_err();
        assert_eq!(problem.problem, Problem::PartialAddress);
        let good =
            "canale = \"https://whatsapp.com/channel/x\"\nemail = \"a@example.org\"\ntelefono = \"06 5550 0110\"\n";
        assert!(Config::parse(format!("{BOARD}{good}")).is_ok());
    }
}
