//! Languages of a board: Fluent texts of the theme; dates, numbers and lists formatted by ICU4X.
//!
//! Digits are Latin in every language, because readers compare them with Italian letters, bus stops, telephones.

pub mod key;

use std::collections::HashMap;
use std::sync::RwLock;

use chrono::{Datelike, NaiveDate};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use icu_calendar::types::{RataDie, Weekday as IcuWeekday};
use icu_calendar::{Date, Gregorian};
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::{E, MD, MDE, YM, YMD, YMDE};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_decimal::options::DecimalFormatterOptions;
use icu_list::ListFormatter;
use icu_list::options::{ListFormatterOptions, ListLength};

use crate::error::Error;
use crate::localized;
use crate::model::{Kind, LanguageCode, Money, PartialDate, Weekday};
use crate::text::slug::slugify;
use crate::theme::Theme;

pub use key::TextKey;

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
    /// Loads the languages `codes` with the theme's texts. A missing text falls back to the first language.
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
        let own = codes.first().map(|code| read_resource(theme, code)).transpose()?;
        let mut locales = Vec::with_capacity(codes.len());
        for code in codes {
            let mut resources = Vec::new();
            if let Some(own) = &own {
                resources.push(own.clone());
            }
            resources.push(read_resource(theme, code)?);
            locales.push(Locale::new(code, locales.len(), resources)?);
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

fn read_resource(theme: &Theme, code: &str) -> Result<String, Error> {
    let path = format!("i18n/{code}.ftl");
    let text = theme.text(&path);
    if text.is_empty() || LanguageCode::new(code).is_none() {
        return Err(Error::Message(localized!(
            "la lingua «{code}» di site.toml non ha testi: manca {path} nel tema",
            "the language `{code}` of site.toml has no texts: {path} is missing in the theme"
        )));
    }
    Ok(text.to_owned())
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

    /// Formats a date with weekday and year: «lunedì 30 novembre 2026».
    #[must_use]
    pub fn format_date_with_weekday(&self, date: NaiveDate) -> String {
        self.format_partial_date(PartialDate::Day(date))
    }

    /// Formats a date at its precision: a day with its weekday, a month, a year.
    #[must_use]
    pub fn format_partial_date(&self, date: PartialDate) -> String {
        if let Some(known) = self.dates.read().ok().and_then(|dates| dates.get(&date).cloned()) {
            return known;
        }
        let first = to_icu_date(date.first_day());
        let text = match date {
            PartialDate::Day(day) => self.with_ordinal(day, self.full_date.format(&first).to_string()),
            PartialDate::Month(..) => self.month.format(&first).to_string(),
            PartialDate::Year(year) => year.to_string(),
        };
        if let Ok(mut dates) = self.dates.write() {
            dates.insert(date, text.clone());
        }
        text
    }

    /// Formats a date without weekday, for publication dates: «30 novembre 2026».
    #[must_use]
    pub fn format_day(&self, date: NaiveDate) -> String {
        self.with_ordinal(date, self.short_date.format(&to_icu_date(date)).to_string())
    }

    /// Formats a date without weekday and year: «30 novembre».
    #[must_use]
    pub fn format_day_and_month(&self, date: NaiveDate) -> String {
        self.with_ordinal(date, self.day_and_month.format(&to_icu_date(date)).to_string())
    }

    /// Formats a date with its weekday and without year: «lunedì 30 novembre».
    #[must_use]
    pub fn format_day_with_weekday(&self, date: NaiveDate) -> String {
        self.with_ordinal(date, self.day_with_weekday.format(&to_icu_date(date)).to_string())
    }

    /// The first of a month as French writes it, «1er décembre»: ICU's patterns have no ordinals.
    fn with_ordinal(&self, day: NaiveDate, text: String) -> String {
        if day.day() == 1 && self.code == "fr" { text.replacen("1 ", "1er ", 1) } else { text }
    }

    /// Short name of a weekday: «lun».
    #[must_use]
    pub fn format_short_weekday(&self, day: Weekday) -> String {
        let day = match day {
            Weekday::Monday => IcuWeekday::Monday,
            Weekday::Tuesday => IcuWeekday::Tuesday,
            Weekday::Wednesday => IcuWeekday::Wednesday,
            Weekday::Thursday => IcuWeekday::Thursday,
            Weekday::Friday => IcuWeekday::Friday,
            Weekday::Saturday => IcuWeekday::Saturday,
            Weekday::Sunday => IcuWeekday::Sunday,
        };
        // «lun.» with a full stop would read as the end of a sentence.
        self.short_weekday.format(&day).to_string().trim_end_matches('.').to_owned()
    }

    /// Formats a date as the end of something: of a month its end, without a day that nobody gave.
    #[must_use]
    pub fn format_end(&self, date: PartialDate) -> String {
        self.format_month_with(key::month_end, date)
    }

    /// Formats a date as the start of something: a day with its weekday, or a month.
    #[must_use]
    pub fn format_start(&self, date: PartialDate) -> String {
        self.format_month_with(key::month_start, date)
    }

    fn format_month_with(&self, key: TextKey, date: PartialDate) -> String {
        let written = self.format_partial_date(date);
        match date {
            PartialDate::Month(..) => self.format(key, &[("month", written.into())]),
            PartialDate::Day(_) | PartialDate::Year(_) => written,
        }
    }

    /// Formats month and year: «novembre 2026».
    #[must_use]
    pub fn format_month(&self, date: NaiveDate) -> String {
        self.format_partial_date(PartialDate::Month(date.year(), date.month()))
    }

    /// A text with the name of the language in which it is said, for a reader of another: «Che cosa fare (italiano)».
    #[must_use]
    pub fn mark_language(&self, text: &str, language: &str) -> String {
        self.vocabulary_text("language", language).map_or_else(|| text.to_owned(), |name| format!("{text} ({name})"))
    }

    /// Formats an amount in euro: «1.400 €».
    #[must_use]
    pub fn format_money(&self, money: Money) -> String {
        self.format(key::money, &[("amount", self.format_amount(money).into())])
    }

    /// Formats an amount in euro without the currency: «1.400», «30,46».
    #[must_use]
    pub fn format_amount(&self, money: Money) -> String {
        let mut decimal = Decimal::from(money.0);
        decimal.multiply_pow10(-2);
        if money.0 % 100 == 0 {
            decimal.trim_end();
        }
        if !(100_000..1_000_000).contains(&money.0) {
            return self.decimal.format(&decimal).to_string();
        }
        // Some languages, Italian among them, group only five digits and more: take the last four of five.
        let mut five = Decimal::from(money.0 + 1_000_000);
        five.multiply_pow10(-2);
        if money.0 % 100 == 0 {
            five.trim_end();
        }
        self.decimal.format(&five).to_string().chars().skip(1).collect()
    }

    /// Formats a number with at most two decimals: «7,5».
    #[must_use]
    pub fn format_decimal(&self, number: f64) -> String {
        #[expect(clippy::cast_possible_truncation, reason = "hours of a course or a week")]
        let mut decimal = Decimal::from((number * 100.0).round() as i64);
        decimal.multiply_pow10(-2);
        decimal.trim_end();
        self.decimal.format(&decimal).to_string()
    }

    /// Formats a number with grouping: «1.234».
    #[must_use]
    pub fn format_number(&self, number: u32) -> String {
        self.decimal.format(&Decimal::from(number)).to_string()
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

fn to_icu_date(date: NaiveDate) -> Date<Gregorian> {
    Date::from_rata_die(RataDie::new(date.num_days_from_ce().into()), Gregorian)
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
