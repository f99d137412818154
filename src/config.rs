//! `site.toml`: configuration of a board. Everything specific to a city is here, nothing in the code.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use chrono_tz::Tz;
use serde::Deserialize;

use crate::error::Cause;
use crate::source::{Source, Spanned};

/// What is wrong with `site.toml`, as a fact: a rule of `check` says it to people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// The file cannot be read, for this reason.
    Unreadable(Cause),
    /// It is no TOML, or not what a board is made of: what the parser says.
    Invalid(String),
    /// The board's address is not a whole one.
    PartialAddress,
}

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
    /// Rules with changed severity.
    #[serde(default)]
    pub regole: BTreeMap<String, RuleConfig>,
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
}

impl Territory {
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

impl Config {
    /// Reads `site.toml` below a board's root.
    ///
    /// # Errors
    /// What is wrong, and its bytes in the source that is given back with it.
    pub fn load(root: &Path) -> Result<Self, (Source, Spanned<Problem>)> {
        std::fs::read(root.join(FILE)).map_err(|error| unreadable(&error)).and_then(Self::from_bytes)
    }

    /// Reads the bytes of `site.toml`.
    ///
    /// # Errors
    /// As [`Config::load`].
    pub fn from_bytes(bytes: Vec<u8>) -> Result<Self, (Source, Spanned<Problem>)> {
        String::from_utf8(bytes).map_err(|_| unreadable(&io::ErrorKind::InvalidData.into())).and_then(Self::parse)
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
        let found = match toml::from_str::<Self>(&text) {
            Ok(mut config) => match config.validate() {
                Ok(()) => {
                    config.source = Some(Source { path: FILE.to_owned(), text });
                    return Ok(config);
                }
                Err((key, problem)) => {
                    let start = text.find(key).unwrap_or_default();
                    Spanned::new(start..start + key.len(), problem)
                }
            },
            Err(error) => Spanned::new(error.span().unwrap_or(0..0), Problem::Invalid(error.message().to_owned())),
        };
        Err((Source { path: FILE.to_owned(), text }, found))
    }

    /// Byte range of the first occurrence of a word in the file, or of its beginning.
    #[must_use]
    pub fn find_word(&self, word: &str) -> std::ops::Range<usize> {
        let text = self.source.as_ref().map_or("", |source| &source.text);
        text.find(word).map_or(0..0, |at| at..at + word.len())
    }

    fn validate(&mut self) -> Result<(), (&'static str, Problem)> {
        let board = &mut self.bacheca;
        let web = url::Url::parse(&board.indirizzo)
            .is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
        if !web {
            return Err(("indirizzo", Problem::PartialAddress));
        }
        if !board.indirizzo.ends_with('/') {
            board.indirizzo.push('/');
        }
        if !board.lingue.contains(&board.lingua) {
            let own = board.lingua.clone();
            board.lingue.insert(0, own);
        }
        let own = board.lingua.clone();
        board.lingue.sort_by_key(|language| *language != own);
        Ok(())
    }
}

/// A `site.toml` that is missing or no text; with an empty text to show.
fn unreadable(error: &io::Error) -> (Source, Spanned<Problem>) {
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
    fn an_unknown_key_is_shown_where_it_stands() {
        let (source, problem) = Config::parse(format!("{BOARD}colore = \"rosso\"\n")).unwrap_err();
        assert_eq!(source.position(problem.span.start).line, 4);
    }
}
