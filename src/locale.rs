//! Languages of a board: Fluent texts of the theme; dates, numbers and lists formatted by ICU4X.
//!
//! Digits are Latin in every language, because readers compare them with Italian letters, bus stops, telephones.

mod autonyms;
mod dates;
pub mod key;
mod number_words;
mod numbers;

use std::collections::HashMap;
use std::sync::RwLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use icu_calendar::Gregorian;
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::{E, MD, MDE, YM, YMD, YMDE};
use icu_decimal::DecimalFormatter;
use icu_decimal::options::DecimalFormatterOptions;
use icu_list::ListFormatter;
use icu_list::options::{ListFormatterOptions, ListLength};

use crate::error::Error;
use crate::localized;
use crate::model::{Kind, LanguageCode, PartialDate};
use crate::text::slug::slugify;
use crate::theme::Theme;

pub use autonyms::{Autonym, find_autonym};
pub use key::TextKey;
pub(crate) use number_words::{hour_in_words_of, number_in_words_of};

/// Values for the placeables of a Fluent message.
pub type Arguments<'a> = &'a [(&'a str, FluentValue<'a>)];

/// One language.
pub struct Locale {
    /// BCP 47: `it`, `ar`.
    pub code: String,
    /// Name of the language in itself: «العربية».
    pub autonym: String,
    /// `ltr` or `rtl`.
    pub direction: String,
    /// Position among the languages of the board; zero is the board's own.
    pub position: usize,
    /// Path of the language's root below the site's: empty for the board's own, else the code, `ar/`.
    pub root: String,
    bundle: FluentBundle<FluentResource>,
    /// Messages without placeables, formatted once.
    texts: HashMap<String, String>,
    /// The same as a template value, shared by all pages.
    values: tera::Value,
    full_date: FixedCalendarDateTimeFormatter<Gregorian, YMDE>,
    short_date: FixedCalendarDateTimeFormatter<Gregorian, YMD>,
    month: FixedCalendarDateTimeFormatter<Gregorian, YM>,
    day_and_month: FixedCalendarDateTimeFormatter<Gregorian, MD>,
    day_with_weekday: FixedCalendarDateTimeFormatter<Gregorian, MDE>,
    short_weekday: FixedCalendarDateTimeFormatter<Gregorian, E>,
    decimal: DecimalFormatter,
    and: ListFormatter,
    or: ListFormatter,
    dates: RwLock<HashMap<PartialDate, String>>,
}

/// Every language of a board, its own first.
pub struct Locales {
    locales: Vec<Locale>,
}

impl Locales {
    /// Loads the languages `codes` with the theme's texts. A text that the board's theme does not have is that of the
    /// embedded theme in the same language, or else of the first language, or else Italian.
    ///
    /// ```
    /// use bacheca::{locale::Locales, theme::Theme};
    ///
    /// let locales = Locales::load(&Theme::embedded(), &["it".to_owned(), "en".to_owned()]).unwrap();
    /// let date = "2026-11-30".parse().unwrap();
    /// assert_eq!(locales.board_locale().format_date_with_weekday(date), "lunedì 30 novembre 2026");
    /// ```
    ///
    /// # Errors
    /// A language without texts, invalid Fluent syntax, a language that ICU does not know.
    pub fn load(theme: &Theme, codes: &[String]) -> Result<Self, Error> {
        let mut own = Vec::new();
        let mut locales = Vec::with_capacity(codes.len());
        for (position, code) in codes.iter().enumerate() {
            if position == 0 && !has_embedded_texts(code) {
                own.push(key::ITALIAN.to_owned());
            }
            let resources = [own.clone(), read_texts(theme, code)?].concat();
            if position == 0 {
                own.clone_from(&resources);
            }
            locales.push(Locale::new(code, position, resources)?);
        }
        Ok(Self { locales })
    }

    /// The board's own language.
    #[must_use]
    pub fn board_locale(&self) -> &Locale {
        // `load` gets the board's languages, at least one.
        #[expect(clippy::indexing_slicing, reason = "a board has a language")]
        &self.locales[0]
    }

    /// Every language, the board's own first.
    pub fn iter(&self) -> impl Iterator<Item = &Locale> {
        self.locales.iter()
    }

    /// The language with a BCP 47 code.
    #[must_use]
    pub fn get(&self, code: &str) -> Option<&Locale> {
        self.locales.iter().find(|locale| locale.code == code)
    }
}

/// Texts of a language, each file over those before it: the embedded ones, or of a language that the embedded theme lacks its
/// name, then the board's.
fn read_texts(theme: &Theme, code: &str) -> Result<Vec<String>, Error> {
    let path = path_of(code);
    let text = theme.text(&path);
    if text.is_empty() || LanguageCode::new(code).is_none() {
        return Err(Error::Message(localized!(
            "la lingua «{code}» di site.toml non ha testi: manca {path} nel tema",
            "the language `{code}` of site.toml has no texts: {path} is missing in the theme"
        )));
    }
    let below = match Theme::embedded_text(&path) {
        Some(_) if !theme.is_overridden(&path) => return Ok(vec![text.to_owned()]),
        Some(embedded) => embedded.to_owned(),
        // Without its name it would be called as the language that its missing texts are in.
        None => {
            let (name, direction) = find_autonym(code).map_or((code, "ltr"), |known| (known.name, known.direction));
            format!("autonym = {name}\ndirection = {direction}\n")
        }
    };
    Ok(vec![below, text.to_owned()])
}

/// Path of the texts of a language in a theme.
fn path_of(code: &str) -> String {
    format!("i18n/{code}.ftl")
}

fn has_embedded_texts(code: &str) -> bool {
    Theme::embedded_text(&path_of(code)).is_some()
}

impl Locale {
    fn new(code: &str, position: usize, resources: Vec<String>) -> Result<Self, Error> {
        let unknown = |error: &dyn std::fmt::Display| {
            localized!("la lingua «{code}» non è conosciuta: {error}", "the language `{code}` is not known: {error}")
        };
        // Dates in English as in Britain: «9 December 2026».
        let region = if code == "en" { "en-GB" } else { code };
        let icu: icu_locale_core::Locale =
            format!("{region}-u-nu-latn").parse().map_err(|error: icu_locale_core::ParseError| unknown(&error))?;
        let language = code.parse().map_err(|error: unic_langid::LanguageIdentifierError| unknown(&error))?;
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        bundle.set_use_isolating(false);
        let mut keys = Vec::new();
        for text in resources {
            let resource = FluentResource::try_new(text).map_err(|(_, errors)| {
                let first = errors.first().map(ToString::to_string).unwrap_or_default();
                localized!(
                    "tema: i18n/{code}.ftl non si può leggere: {first}",
                    "theme: i18n/{code}.ftl cannot be read: {first}"
                )
            })?;
            for entry in resource.entries() {
                if let fluent_syntax::ast::Entry::Message(message) = entry {
                    keys.push(message.id.name.to_owned());
                }
            }
            bundle.add_resource_overriding(resource);
        }
        let texts: HashMap<String, String> = keys
            .into_iter()
            .filter_map(|key| {
                let pattern = bundle.get_message(&key)?.value()?;
                let mut errors = Vec::new();
                let text = bundle.format_pattern(pattern, None, &mut errors).into_owned();
                errors.is_empty().then_some((key, text))
            })
            .collect();
        let preferences = || icu.clone().into();
        let text = |key: &str| texts.get(key).cloned().unwrap_or_default();
        Ok(Self {
            code: code.to_owned(),
            autonym: text(key::autonym.name()),
            direction: text(key::direction.name()),
            position,
            root: if position == 0 { String::new() } else { format!("{code}/") },
            full_date: FixedCalendarDateTimeFormatter::try_new(preferences(), YMDE::long())
                .map_err(|error| unknown(&error))?,
            short_date: FixedCalendarDateTimeFormatter::try_new(preferences(), YMD::long())
                .map_err(|error| unknown(&error))?,
            month: FixedCalendarDateTimeFormatter::try_new(preferences(), YM::long())
                .map_err(|error| unknown(&error))?,
            day_and_month: FixedCalendarDateTimeFormatter::try_new(preferences(), MD::long())
                .map_err(|error| unknown(&error))?,
            day_with_weekday: FixedCalendarDateTimeFormatter::try_new(preferences(), MDE::long())
                .map_err(|error| unknown(&error))?,
            short_weekday: FixedCalendarDateTimeFormatter::try_new(preferences(), E::short())
                .map_err(|error| unknown(&error))?,
            decimal: DecimalFormatter::try_new(icu.clone().into(), DecimalFormatterOptions::default())
                .map_err(|error| unknown(&error))?,
            and: ListFormatter::try_new_and(
                icu.clone().into(),
                ListFormatterOptions::default().with_length(ListLength::Wide),
            )
            .map_err(|error| unknown(&error))?,
            or: ListFormatter::try_new_or(
                icu.clone().into(),
                ListFormatterOptions::default().with_length(ListLength::Wide),
            )
            .map_err(|error| unknown(&error))?,
            dates: RwLock::default(),
            bundle,
            values: tera::Value::from_serializable(&texts),
            texts,
        })
    }

    /// Messages without placeables, by key.
    #[must_use]
    pub fn all_texts(&self) -> &HashMap<String, String> {
        &self.texts
    }

    /// Messages without placeables as a template value, built once and shared.
    #[must_use]
    pub fn template_values(&self) -> &tera::Value {
        &self.values
    }

    /// A message without placeables; the key itself if there is none.
    #[must_use]
    pub fn text(&self, key: TextKey) -> &str {
        self.texts.get(key.name()).map_or(key.name(), String::as_str)
    }

    /// A message with its placeables filled in; the key itself if there is none.
    #[must_use]
    pub fn format(&self, key: TextKey, arguments: Arguments<'_>) -> String {
        let Some(pattern) = self.bundle.get_message(key.name()).and_then(|message| message.value()) else {
            return key.name().to_owned();
        };
        let arguments: FluentArgs<'_> = arguments.iter().map(|(name, value)| (*name, value.clone())).collect();
        self.bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned()
    }

    /// A vocabulary word (`permit`, «protezione sussidiaria») in this language, if the theme has it.
    #[must_use]
    pub fn vocabulary_text(&self, vocabulary: &str, word: &str) -> Option<&str> {
        self.texts.get(&vocabulary_key(vocabulary, word)).map(String::as_str)
    }

    /// Name of a kind's list: «Corsi», while each item in it is a «Corso»; the kind's key if the theme does not say.
    #[must_use]
    pub fn kind_list_name(&self, kind: Kind) -> &str {
        self.vocabulary_text("kinds", kind.key()).unwrap_or(kind.key())
    }

    /// What a kind's list is about, in one sentence; empty if the theme does not say.
    #[must_use]
    pub fn kind_lead(&self, kind: Kind) -> &str {
        self.texts.get(&format!("kind-{}-lead", kind.key())).map_or("", String::as_str)
    }

    /// A text with the name of the language in which it is said, for a reader of another: «Che cosa fare (italiano)».
    #[must_use]
    pub fn mark_language(&self, text: &str, language: &str) -> String {
        self.vocabulary_text("language", language).map_or_else(|| text.to_owned(), |name| format!("{text} ({name})"))
    }

    /// Joins items with the comma of the language.
    #[must_use]
    pub fn join_commas(&self, items: &[String]) -> String {
        let comma = match self.code.as_str() {
            "ar" | "fa" | "ur" => "، ",
            "zh" => "，",
            _ => ", ",
        };
        items.join(comma)
    }

    /// Joins items with «and»: «a, b e c».
    #[must_use]
    pub fn join_and<'i>(&self, items: impl IntoIterator<Item = &'i str>) -> String {
        let items: Vec<&str> = items.into_iter().collect();
        self.and.format(items.iter()).to_string()
    }

    /// Joins items with «or»: «a, b o c».
    #[must_use]
    pub fn join_or<'i>(&self, items: impl IntoIterator<Item = &'i str>) -> String {
        let items: Vec<&str> = items.into_iter().collect();
        self.or.format(items.iter()).to_string()
    }
}

/// Text key of a vocabulary word: `permit`, «minore età» → `permit-minore-eta`.
///
/// ```
/// use bacheca::locale::vocabulary_key;
///
/// assert_eq!(vocabulary_key("permit", "minore età"), "permit-minore-eta");
/// ```
#[must_use]
pub fn vocabulary_key(vocabulary: &str, word: &str) -> String {
    [vocabulary, "-", &slugify(word)].concat()
}
