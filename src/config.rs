//! `site.toml`: configuration of a board. Everything specific to a city is here, nothing in the code.

pub(crate) mod appearance;
mod board_list;
mod channels;
mod entries;
mod help;
mod holidays;
mod open_data;
mod pay_limits;
mod problem;
mod tables;
#[cfg(test)]
mod tests;
mod toml_fault;
mod unfit_value;
mod validation;

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use serde::Deserialize;

use crate::error::Cause;
use crate::files::{MAX_CONFIG_BYTES, read_file};
use crate::source::{Source, Spanned, find_conflicts};
use appearance::Appearance;
use pay_limits::PayLimits;
use unfit_value::find_unfit_value;
#[cfg(feature = "site")]
pub(crate) use validation::find_value;

pub use board_list::{BoardListProblem, parse_board_list};
pub use channels::{Channel, ChannelEntry};
pub use help::{EmergencyNumber, Help, InterpreterLine};
pub use holidays::{YearlyDay, date_of_holiday};
pub use open_data::{OpenDataConfig, PublisherType};
pub use problem::Problem;
pub use tables::{
    BoardConfig, FeedConfig, FeedSource, MapRow, OutlinesSource, Plan, RuleConfig, RuleSeverity, Territory,
};
pub use toml_fault::{ExpectedValue, SyntaxFault, TomlFault};

/// File name below the board's root.
pub const FILE: &str = "site.toml";

/// Content of `site.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// The board.
    pub bacheca: BoardConfig,
    /// Where the board can be followed, besides `bacheca.canale`.
    #[serde(default)]
    pub canali: Vec<ChannelEntry>,
    /// The territory.
    #[serde(default)]
    pub territorio: Territory,
    /// The posting schedule.
    #[serde(default)]
    pub piano: Plan,
    /// Who tells subscribers of the feeds.
    #[serde(default)]
    pub feed: FeedConfig,
    /// Who publishes the data, and of which territory, for portals of open data.
    #[serde(default)]
    pub dati: OpenDataConfig,
    /// Pay that is plausible, where it is another than usual.
    #[serde(default)]
    pub paghe: PayLimits,
    /// Telephone numbers for whoever needs help.
    #[serde(default)]
    pub aiuto: Help,
    /// Colours and letters.
    #[serde(default)]
    pub aspetto: Appearance,
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
        if let Some(conflict) = find_conflicts(&text, &(0..text.len())).into_iter().next() {
            return Err((Source { path: FILE.to_owned(), text }, Spanned::new(conflict.marker, Problem::Conflict)));
        }
        let parsed = toml::from_str::<Self>(&text).map_err(|error| {
            let span = error.span().unwrap_or(0..0);
            let written = text.get(span.clone()).unwrap_or_default();
            Spanned::new(span, Problem::Toml(Box::new(TomlFault::parse(error.message(), written))))
        });
        let valid = parsed.and_then(|config| match find_unfit_value(&text) {
            Some(unfit) => Err(unfit),
            None => config.validate().map_err(|(place, problem)| Spanned::new(place.find(&text), problem)),
        });
        match valid {
            Ok(config) => Ok(Self { source: Some(Source { path: FILE.to_owned(), text }), ..config }),
            Err(found) => Err((Source { path: FILE.to_owned(), text }, found)),
        }
    }

    /// Reads the tables of a `site.toml` that was valid, without its text.
    ///
    /// # Errors
    /// What is wrong with a table, for developers.
    pub fn from_tables(tables: serde_json::Value) -> Result<Self, String> {
        let config: Self = serde_json::from_value(tables).map_err(|error| error.to_string())?;
        config.validate().map_err(|(_, problem)| format!("{problem:?}"))
    }

    /// Byte range of the first occurrence of a word in the file, or of its beginning.
    #[must_use]
    pub fn find_word(&self, word: &str) -> std::ops::Range<usize> {
        let text = self.source.as_ref().map_or("", |source| &source.text);
        text.find(word).map_or(0..0, |at| at..at + word.len())
    }
}

/// A `site.toml` that is missing or no text; with an empty text to show.
fn read_problem(error: &io::Error) -> (Source, Spanned<Problem>) {
    let problem = Problem::Unreadable(Cause::new(error));
    (Source { path: FILE.to_owned(), text: String::new() }, Spanned::new(0..0, problem))
}
