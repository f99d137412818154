//! Compares dates written in other languages with those of the original.

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::ops::Range;

use chrono::{Datelike, NaiveDate};
use unicode_normalization::UnicodeNormalization;

use super::{Contradiction, ascii_digit};
use crate::diagnostic::LocalizedString;
use crate::localized;
use crate::model::{find_written_dates, number_in_words, with_article};
use crate::text::calendar_names::{TRANSLATED, month_name, weekday_name};

/// Dates of an original.
pub(super) struct OriginalDates {
    dates: Vec<(u32, u32, Option<i32>)>,
    /// In lower case.
    original: String,
    /// Months and days within the same sentence, for days that share a month: «il 15 e il 16 marzo»; once asked for.
    near: OnceCell<BTreeSet<(u32, u32)>>,
    published: Option<NaiveDate>,
}

impl OriginalDates {
    pub(super) fn from_text(original: &str, published: Option<NaiveDate>) -> Self {
        let dates = find_written_dates(original).into_iter().map(|date| (date.month, date.day, date.year)).collect();
        Self { dates, original: original.to_lowercase(), near: OnceCell::new(), published }
    }

    fn contains(&self, month: u32, day: u32) -> bool {
        self.dates.iter().any(|(other, number, _)| (*other, *number) == (month, day))
            || self.near.get_or_init(|| find_near(&self.original)).contains(&(month, day))
    }

    /// Years that the original may mean for a day.
    fn possible_years(&self, month: u32, day: u32) -> Vec<i32> {
        let same_day = self.dates.iter().filter(|(other, number, _)| (*other, *number) == (month, day));
        let mut years: Vec<i32> = same_day.filter_map(|(_, _, year)| *year).collect();
        if let (true, Some(published)) = (years.is_empty(), self.published) {
            let year = published.year();
            let coming = NaiveDate::from_ymd_opt(year, month, day).is_some_and(|day| day >= published);
            years.push(if coming { year } else { year + 1 });
        }
        years
    }
}

/// Each month with each day of the month in the same sentence of a text in lower case.
fn find_near(text: &str) -> BTreeSet<(u32, u32)> {
    let mut near = BTreeSet::new();
    for sentence in text.split(['\n', ';']) {
        let months: Vec<u32> = (1..=12).filter(|month| sentence.contains(month_name(*month))).collect();
        if months.is_empty() {
            continue;
        }
        let words = sentence.split(|c: char| !c.is_alphanumeric());
        let days: BTreeSet<u32> = words
            .filter_map(|word| word.parse().ok().or_else(|| number_in_words(word)))
            .filter(|day| (1..=31).contains(day))
            .collect();
        near.extend(months.iter().flat_map(|month| days.iter().map(|day| (*month, *day))));
    }
    near
}

/// A word without the punctuation around it.
struct Word {
    range: Range<usize>,
    text: String,
}

fn split_words(text: &str) -> Vec<Word> {
    let mut at = 0;
    let mut found = Vec::new();
    for part in text.split_inclusive(char::is_whitespace) {
        let trim = |c: char| {
            c.is_whitespace()
                || matches!(c, ',' | '.' | ':' | ';' | '!' | '?' | '(' | ')' | '*' | '،' | '؛' | '।' | '«' | '»' | '"')
        };
        let start = at + (part.len() - part.trim_start_matches(trim).len());
        let word = part.trim_matches(trim);
        at += part.len();
        if !word.is_empty() {
            found.push(Word { range: start..start + word.len(), text: word.nfc().collect() });
        }
    }
    found
}

fn matches_form(forms: &str, word: &str, exact: bool) -> bool {
    forms.split('|').any(|form| {
        let form: String = form.nfc().collect();
        if exact { form == word } else { form.to_lowercase() == word.to_lowercase() }
    })
}

/// Reads a day of the month: «18», «18th», «1er», «١٨».
fn parse_day(word: &str) -> Option<u32> {
    let digits: String = word.chars().map_while(ascii_digit).collect();
    let rest: String = word.chars().skip(digits.len()).collect();
    let ordinal = matches!(rest.as_str(), "" | "st" | "nd" | "rd" | "th" | "er" | "º" | "°");
    digits.parse().ok().filter(|day| ordinal && digits.len() <= 2 && (1..=31).contains(day))
}

/// The day with its month and the Italian article: «l'8 gennaio».
fn format_day(day: u32, month: u32) -> LocalizedString {
    let name = month_name(month);
    with_article(day, localized!("{day} {name}", "{day} {name}"))
}

/// Dates of a translation that its original does not have, or with a wrong day of the week.
pub(super) fn check(text: &str, language: &str, days: &OriginalDates) -> Vec<Contradiction> {
    let Some(names) = TRANSLATED.iter().find(|names| names.language == language) else { return Vec::new() };
    let words = split_words(text);
    let at = |index: Option<usize>| index.and_then(|index| words.get(index));
    let mut found = Vec::new();
    for (index, word) in words.iter().enumerate() {
        let joined = at(index.checked_sub(1)).is_some_and(|word| matches!(word.text.as_str(), "de" | "of"));
        let before = index.checked_sub(if joined { 2 } else { 1 });
        let day_before = at(before).and_then(|word| parse_day(&word.text)).zip(before);
        let day_after = at(Some(index + 1))
            .filter(|_| language == "en")
            .and_then(|word| parse_day(&word.text))
            .map(|day| (day, index + 1));
        // Most words have no day beside them, which is faster to check than whether they are a month.
        let Some((day, place)) = day_before.or(day_after) else { continue };
        // «May» is also a verb, so English months must have their capital.
        let month = names.months.iter().position(|forms| matches_form(forms, &word.text, language == "en"));
        let Some(month) = month.and_then(|index| u32::try_from(index + 1).ok()) else { continue };
        let (first, last) = (place.min(index), place.max(index));
        let (Some(from), Some(to)) = (words.get(first), words.get(last)) else { continue };
        let range = from.range.start..to.range.end;
        if !days.contains(month, day) {
            let LocalizedString { it, en } = format_day(day, month);
            found.push(Contradiction {
                range,
                message: localized!("nell'originale non c'è {it}", "{en} is not in the original"),
            });
            continue;
        }
        // A day of the week before the date: «Monday the 18th of January», «lundi 18 janvier».
        let mut near = (1..=2).filter_map(|distance| at(first.checked_sub(distance)));
        let weekday =
            near.find_map(|word| names.weekdays.iter().position(|forms| matches_form(forms, &word.text, false)));
        let years = days.possible_years(month, day);
        let weekdays =
            years.iter().filter_map(|year| NaiveDate::from_ymd_opt(*year, month, day)).map(|day| day.weekday());
        let weekdays: Vec<chrono::Weekday> = weekdays.collect();
        if let (Some(stated), Some(is)) = (weekday, weekdays.first())
            && !weekdays.iter().any(|weekdays| weekdays.num_days_from_monday() as usize == stated)
        {
            let (LocalizedString { it, en }, is) = (format_day(day, month), weekday_name(*is));
            let stated = chrono::Weekday::try_from(u8::try_from(stated).unwrap_or_default()).map_or("", weekday_name);
            found.push(Contradiction {
                range,
                message: localized!(
                    "{it} è {is}, ma la traduzione dice {stated}",
                    "{en} is {is}, but the translation says {stated}"
                ),
            });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(text: &str, language: &str) -> Vec<String> {
        let original = "Si comincia lunedì 11 gennaio 2027.\ndate: {inizio: 2027-01-11, fine: 2027-02-10}\nIl 15 e il 16 marzo c'è la prova.";
        let days = OriginalDates::from_text(original, NaiveDate::from_ymd_opt(2026, 11, 20));
        check(text, language, &days).into_iter().map(|found| found.message.en).collect()
    }

    #[test]
    fn translated_dates_are_compared_with_the_original() {
        for (text, language) in [
            ("It starts on Monday 11 January 2027, until the 10th of February", "en"),
            ("You may come; 15 and 16 March", "en"),
            ("Le cours commence lundi 11 janvier", "fr"),
            ("يوم الاثنين ١١ يناير ٢٠٢٧", "ar"),
            ("সোমবার ১১ জানুয়ারি ২০২৭ তারিখে", "bn"),
            ("у понеділок 11 січня", "uk"),
            ("el lunes 11 de enero", "es"),
        ] {
            assert_eq!(messages(text, language), Vec::<String>::new(), "{text}");
        }
        for (text, language, expected) in [
            ("It starts on Monday 18 January 2027", "en", "18 gennaio is not in the original"),
            ("on January 12th", "en", "12 gennaio is not in the original"),
            ("It starts on Tuesday 11 January", "en", "11 gennaio is lunedì, but the translation says martedì"),
            ("يوم الاثنين ١٨ يناير ٢٠٢٧", "ar", "18 gennaio is not in the original"),
            ("সোমবার ১৮ জানুয়ারি ২০২৭ তারিখে", "bn", "18 gennaio is not in the original"),
            ("у вівторок 11 січня", "uk", "11 gennaio is lunedì, but the translation says martedì"),
        ] {
            assert_eq!(messages(text, language), [expected], "{text}");
        }
    }
}
