//! Spells out dates for messages: «l'8 gennaio 2027», «8 January 2027».

use chrono::{Datelike, NaiveDate};

use crate::diagnostic::LocalizedString;
use crate::localized;
use crate::text::calendar_names::{english_month_name, month_name};

/// Spells out a day, month and year, even if no such day exists: «1° gennaio 2027».
#[must_use]
pub fn spell_out_day(day: u32, month: u32, year: i32) -> LocalizedString {
    let (italian, english) = (month_name(month), english_month_name(month));
    let mark = if day == 1 { "°" } else { "" };
    localized!("{day}{mark} {italian} {year}", "{day} {english} {year}")
}

/// Spells out a date: «8 gennaio 2027».
#[must_use]
pub fn spell_out_date(date: NaiveDate) -> LocalizedString {
    spell_out_day(date.day(), date.month(), date.year())
}

/// Adds the Italian article for a day of the month: «il 7 gennaio», «l'8», «l'11», «il 1°».
#[must_use]
pub fn with_article(day: u32, said: LocalizedString) -> LocalizedString {
    let LocalizedString { it, en } = said;
    if matches!(day, 8 | 11) { localized!("l'{it}", "{en}") } else { localized!("il {it}", "{en}") }
}

/// Spells out a date with its Italian article.
///
/// ```
/// use bacheca::model::spell_out_with_article;
///
/// let date = spell_out_with_article("2027-01-08".parse().unwrap());
/// assert_eq!(date.it, "l'8 gennaio 2027");
/// assert_eq!(date.en, "8 January 2027");
/// ```
#[must_use]
pub fn spell_out_with_article(date: NaiveDate) -> LocalizedString {
    with_article(date.day(), spell_out_date(date))
}

/// Replaces ISO dates inside a sentence by spelled-out ones.
#[must_use]
pub fn spell_out_iso_dates(sentence: &LocalizedString) -> LocalizedString {
    let italian = replace_iso_dates(
        &sentence.it,
        |date| spell_out_date(date).it,
        |month, year| format!("{} {year}", month_name(month)),
    );
    let english = replace_iso_dates(
        &sentence.en,
        |date| spell_out_date(date).en,
        |month, year| format!("{} {year}", english_month_name(month)),
    );
    let mut italian = italian;
    for day in ["8", "11"] {
        italian = italian.replace(&format!(" il {day} "), &format!(" l'{day} "));
    }
    LocalizedString { it: italian, en: english }
}

fn replace_iso_dates(
    text: &str,
    said: impl Fn(NaiveDate) -> String,
    said_month: impl Fn(u32, i32) -> String,
) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let (before, number) = rest.split_at(at);
        out.push_str(before);
        let end = number.find(|c: char| !c.is_ascii_digit() && c != '-').unwrap_or(number.len());
        let (written, behind) = number.split_at(end);
        let bounded = !out.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '-'));
        let whole = written.trim_end_matches('-');
        let tail = written.get(whole.len()..).unwrap_or_default();
        let month = || {
            let (year, month) = whole.split_once('-').filter(|_| whole.len() == 7)?;
            let (year, month) = (year.parse().ok()?, month.parse().ok()?);
            ((1..=12).contains(&month) && (1900..2200).contains(&year)).then(|| said_month(month, year))
        };
        let day = || (whole.len() == 10).then(|| whole.parse::<NaiveDate>().ok()).flatten().map(&said);
        match day().or_else(month).filter(|_| bounded) {
            Some(spelled) => out.push_str(&spelled),
            None => out.push_str(whole),
        }
        out.push_str(tail);
        rest = behind;
        // A deadline with an hour: `2026-12-04T12:00`.
        if let Some(time) = rest.strip_prefix('T').filter(|_| whole.len() == 10) {
            let end = time.find(|c: char| !c.is_ascii_digit() && c != ':').unwrap_or(time.len());
            let (time, behind) = time.split_at(end);
            if time != "23:59:59" {
                out.push_str(", ");
                out.push_str(time);
            }
            rest = behind;
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_are_those_that_people_say() {
        for (date, italian) in [
            ("2027-01-08", "l'8 gennaio 2027"),
            ("2027-03-11", "l'11 marzo 2027"),
            ("2027-01-01", "il 1° gennaio 2027"),
            ("2027-01-18", "il 18 gennaio 2027"),
        ] {
            assert_eq!(spell_out_with_article(date.parse().unwrap()).it, italian);
        }
    }

    #[test]
    fn dates_within_a_sentence_are_said() {
        let sentence = |it: &str, en: &str| LocalizedString { it: it.to_owned(), en: en.to_owned() };
        let spelled = spell_out_iso_dates(&sentence(
            "Finisce il 2026-12-08 o il 2027-02, chiamando il 06 5733-9332?",
            "Does it end on 2026-12-08T12:00 (call 2026-123)?",
        ));
        assert_eq!(spelled.it, "Finisce l'8 dicembre 2026 o il febbraio 2027, chiamando il 06 5733-9332?");
        assert_eq!(spelled.en, "Does it end on 8 December 2026, 12:00 (call 2026-123)?");
    }
}
