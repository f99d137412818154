//! Finds Italian dates in running text: «martedì 30 novembre 2026», «dal 7 al 9 gennaio», «30/11».

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use chrono::{Datelike, NaiveDate, Weekday};

use super::number_word::number_in_words;
use crate::text::calendar_names::{MONTHS, WEEKDAYS};

/// A date found in running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenDate {
    /// Byte range in the text, weekday included.
    pub range: Range<usize>,
    /// Weekday, if named.
    pub weekday: Option<Weekday>,
    /// Day of the month, 1 to 31; need not exist in that month.
    pub day: u32,
    /// Month, 1 to 12.
    pub month: u32,
    /// Year, if named.
    pub year: Option<i32>,
}

impl WrittenDate {
    /// The date in its own year, else in the first year in which it falls on or after `reference`; `None` if it does not
    /// exist.
    #[must_use]
    pub fn resolve(&self, reference: NaiveDate) -> Option<NaiveDate> {
        let in_year = |year| NaiveDate::from_ymd_opt(year, self.month, self.day);
        match self.year {
            Some(year) => in_year(year),
            None => in_year(reference.year())
                .filter(|date| *date >= reference)
                .or_else(|| in_year(reference.year() + 1))
                .or_else(|| in_year(reference.year())),
        }
    }
}

/// Finds all dates of a text, in order.
///
/// ```
/// use bacheca::model::find_written_dates;
///
/// let dates = find_written_dates("Il corso comincia martedì 30 novembre 2026.");
/// assert_eq!((dates[0].day, dates[0].month, dates[0].year), (30, 11, Some(2026)));
/// ```
#[must_use]
pub fn find_written_dates(text: &str) -> Vec<WrittenDate> {
    let bytes = text.as_bytes();
    let mut dates: Vec<WrittenDate> = Vec::new();
    let mut at = 0;
    while let Some(found) = bytes.get(at..).and_then(|rest| rest.iter().position(u8::is_ascii_digit)) {
        let start = at + found;
        let digits = leading_digits(text, start);
        at = start + digits.len();
        // Skip numbers inside words, amounts and telephone numbers.
        let before = text.get(..start).and_then(|before| before.chars().next_back());
        if before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '/' | '.' | '-' | ':' | ',' | '_' | '+' | '=')) {
            // In «18-29 marzo» the first day is found from the second, below.
            let range = matches!(before, Some('-')) && text.get(..start).is_some_and(ends_with_day);
            if !range {
                continue;
            }
        }
        if text.get(..start).is_some_and(ends_with_street_type) {
            continue;
        }
        let date = match digits.len() {
            1 | 2 => parse_day_first(text, start, digits),
            4 => parse_year_first(text, start, digits),
            _ => None,
        };
        let Some(mut date) = date else { continue };
        at = date.range.end;
        if let Some((range, weekday)) = find_weekday_before(text, start) {
            date.range.start = range.start;
            date.weekday = Some(weekday);
        } else if let Some((end, weekday)) = find_weekday_behind(text, at) {
            (date.range.end, at) = (end, end);
            date.weekday = Some(weekday);
        }
        for earlier in find_days_before(text, &date) {
            dates.push(earlier);
        }
        dates.push(date);
    }
    dates.extend(find_dates_in_words(text));
    dates.sort_by_key(|date| date.range.start);
    dates
}

/// Finds dates with the day in words: «il dieci gennaio», «l'otto marzo 2027», «il primo dicembre».
fn find_dates_in_words(text: &str) -> Vec<WrittenDate> {
    /// Letter sequences that occur in month names and in few other words. `None` only for more of them than fit.
    static STEMS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
        AhoCorasick::new(["ennai", "ebbrai", "arzo", "prile", "aggio", "iugn", "ugli", "gosto", "mbre", "ttobre"]).ok()
    });
    let mut dates = Vec::new();
    let stems = STEMS.iter().flat_map(|stems| stems.find_iter(text));
    for at in stems.map(|found| found.start()) {
        let word_start = text.get(..at).map_or(0, |before| before.trim_end_matches(char::is_alphabetic).len());
        let word = word_at(text, word_start);
        let Some(month) = MONTHS.iter().position(|month| month.eq_ignore_ascii_case(word)) else { continue };
        let Some(before) = text.get(..word_start).and_then(|before| before.strip_suffix(' ')) else { continue };
        let start = before.trim_end_matches(char::is_alphabetic).len();
        // Street names such as «via Venti Settembre» are capitalised.
        let day = before.get(start..).filter(|day| day.starts_with(char::is_lowercase)).unwrap_or_default();
        let day = if day == "primo" { Some(1) } else { number_in_words(day) };
        let Some(day) = day.filter(|day| (1..=31).contains(day)) else { continue };
        let Ok(month) = u32::try_from(month + 1) else { continue };
        let (year, end) = parse_year_after(text, word_start + word.len())
            .map_or((None, word_start + word.len()), |(year, end)| (Some(year), end));
        let weekday = find_weekday_before(text, start);
        let from = weekday.as_ref().map_or(start, |(range, _)| range.start);
        dates.push(WrittenDate { range: from..end, weekday: weekday.map(|(_, day)| day), day, month, year });
    }
    dates
}

fn leading_digits(text: &str, start: usize) -> &str {
    let rest = text.get(start..).unwrap_or_default();
    let end = rest.bytes().position(|byte| !byte.is_ascii_digit()).unwrap_or(rest.len());
    rest.get(..end).unwrap_or_default()
}

fn ends_with_day(before: &str) -> bool {
    let before = before.trim_end_matches('-');
    let digits = before.bytes().rev().take_while(u8::is_ascii_digit).count();
    matches!(digits, 1 | 2)
        && before
            .get(..before.len() - digits)
            .is_some_and(|rest| rest.is_empty() || rest.ends_with(char::is_whitespace))
}

/// Whether the text before a date ends in a street type: «via 4 Novembre» is not a date.
fn ends_with_street_type(before: &str) -> bool {
    let before = before.trim_end_matches(' ');
    let word = before.get(before.trim_end_matches(char::is_alphabetic).len()..).unwrap_or_default();
    ["via", "viale", "piazza", "piazzale", "largo", "ponte"].iter().any(|street| word.eq_ignore_ascii_case(street))
}

/// Parses `30 novembre 2026`, `1° maggio`, `30/11/2026`, `30.11.2026`, `30-11-2026`, and `il 30/11`.
fn parse_day_first(text: &str, start: usize, digits: &str) -> Option<WrittenDate> {
    let day = digits.parse().ok().filter(|day| (1..=31).contains(day))?;
    let date = |end, month, year| WrittenDate { range: start..end, weekday: None, day, month, year };
    let mut at = start + digits.len();
    let rest = text.get(at..)?;
    let ordinal = rest.chars().next().filter(|c| matches!(c, '°' | 'º')).map_or(0, char::len_utf8);
    at += ordinal;
    let rest = text.get(at..)?;
    let spaces = rest.len() - rest.trim_start_matches([' ', '\u{a0}']).len();
    if spaces > 0 {
        let word_start = at + spaces;
        let word = word_at(text, word_start);
        let month = parse_month(word, text.get(word_start + word.len()..)?)?;
        let end = word_start + word.len();
        return Some(match parse_year_after(text, end) {
            Some((year, end)) => date(end, month, Some(year)),
            None => date(end, month, None),
        });
    }
    let separator = rest.chars().next().filter(|c| matches!(c, '/' | '.' | '-'))?;
    let month_digits = leading_digits(text, at + 1);
    let month = month_digits.parse().ok().filter(|month| (1..=12).contains(month) && month_digits.len() <= 2)?;
    let end = at + 1 + month_digits.len();
    let after = text.get(end..)?;
    if let Some(year_digits) = after.strip_prefix(separator).map(|_| leading_digits(text, end + 1)) {
        let year = match (year_digits.len(), year_digits.parse::<i32>().ok()?) {
            (4, year @ 1900..=2200) => year,
            (2, year) => 2000 + year,
            _ => return None,
        };
        return Some(date(end + 1 + year_digits.len(), month, Some(year)));
    }
    // `9.30` and `9-13` are times; `30/11` is a date only after certain words.
    let continues = after.starts_with(|c: char| c.is_alphanumeric() || c == '/');
    let before = text.get(..start)?.trim_end();
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next()?.to_lowercase();
    let announced =
        matches!(word.as_str(), "il" | "al" | "dal" | "del" | "entro" | "fino" | "giorno" | "scade" | "scadenza")
            || parse_weekday(&word).is_some();
    (separator == '/' && !continues && announced).then(|| date(end, month, None))
}

/// Parses `2026-11-30`.
fn parse_year_first(text: &str, start: usize, digits: &str) -> Option<WrittenDate> {
    let year = digits.parse().ok().filter(|year| (1900..=2200).contains(year))?;
    let rest = text.get(start + 4..)?.strip_prefix('-')?;
    let (month, rest) = rest.split_at_checked(2)?;
    let day = rest.strip_prefix('-')?.get(..2)?;
    let month = month.parse().ok().filter(|month| (1..=12).contains(month))?;
    let day = day.parse().ok().filter(|day| (1..=31).contains(day))?;
    Some(WrittenDate { range: start..start + 10, weekday: None, day, month, year: Some(year) })
}

fn word_at(text: &str, start: usize) -> &str {
    let rest = text.get(start..).unwrap_or_default();
    let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
    rest.get(..end).unwrap_or_default()
}

/// Parses a month name; an abbreviation needs a full stop or a following year.
fn parse_month(word: &str, after: &str) -> Option<u32> {
    let lower = word.to_lowercase();
    let full_name = MONTHS.iter().position(|month| *month == lower);
    let short = || {
        let abbreviation = matches!(lower.len(), 3 | 4)
            && (after.starts_with('.') || leading_digits(after.trim_start(), 0).len() == 4);
        MONTHS.iter().position(|month| abbreviation && month.starts_with(lower.as_str()))
    };
    u32::try_from(full_name.or_else(short)? + 1).ok()
}

/// Parses a year after a month: ` 2026`, ` del 2026`.
fn parse_year_after(text: &str, end: usize) -> Option<(i32, usize)> {
    let rest = text.get(end..)?;
    let trimmed = rest.trim_start_matches(['.', ' ', '\u{a0}']);
    let trimmed = trimmed.strip_prefix("del ").unwrap_or(trimmed);
    let start = end + (rest.len() - trimmed.len());
    let digits = leading_digits(text, start);
    let year = digits.parse().ok().filter(|year| digits.len() == 4 && (1900..=2200).contains(year))?;
    (start > end).then_some((year, start + 4))
}

fn parse_weekday(word: &str) -> Option<Weekday> {
    let index = WEEKDAYS.iter().position(|day| {
        let plain = day.replace('ì', "i");
        word == *day || word == plain || (word.len() == 3 && plain.starts_with(word))
    })?;
    Weekday::try_from(u8::try_from(index).ok()?).ok()
}

/// Finds the weekday just before a number: `martedì 30`, `mar. 30`, `martedì, 30`, `martedi' 30`.
fn find_weekday_before(text: &str, start: usize) -> Option<(Range<usize>, Weekday)> {
    let before = text.get(..start)?;
    let end = before.trim_end_matches([' ', '\u{a0}', ',', '.', '\'', '’']).len();
    let word_start = before
        .get(..end)?
        .rfind(|c: char| !c.is_alphabetic())
        .map_or(0, |index| index + before.get(index..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8));
    let word = before.get(word_start..end)?;
    parse_weekday(&word.to_lowercase()).map(|weekday| (word_start..end, weekday))
}

/// Finds the weekday in brackets just behind a date, and where they close: `30 novembre (martedì)`.
fn find_weekday_behind(text: &str, end: usize) -> Option<(usize, Weekday)> {
    let inside = text.get(end..)?.strip_prefix(" (")?;
    let (word, _) = inside.split_once(')')?;
    parse_weekday(&word.trim().to_lowercase()).map(|weekday| (end + 2 + word.len() + 1, weekday))
}

/// Finds days that share the month of a following date: «dal 7 al 9 gennaio», «lunedì 7 e martedì 8 gennaio».
fn find_days_before(text: &str, date: &WrittenDate) -> Vec<WrittenDate> {
    const JOINTS: [&str; 8] = [" al ", " e ", " ed ", " o ", "-", "–", ", ", " all'"];
    let mut days = Vec::new();
    let mut at = date.range.start;
    while let Some(before) = text.get(..at) {
        let Some(joint) = JOINTS.iter().find(|joint| before.ends_with(**joint)) else { break };
        let end = at - joint.len();
        let digits = text.get(..end).map_or(0, |before| before.bytes().rev().take_while(u8::is_ascii_digit).count());
        let start = end - digits;
        let apart =
            text.get(..start).is_some_and(|before| before.is_empty() || before.ends_with([' ', '\n', '(', '\u{a0}']));
        let Some(day) =
            leading_digits(text, start).parse().ok().filter(|day| apart && digits <= 2 && (1..=31).contains(day))
        else {
            break;
        };
        let weekday = find_weekday_before(text, start);
        let from = weekday.as_ref().map_or(start, |(range, _)| range.start);
        days.push(WrittenDate { range: from..end, weekday: weekday.map(|(_, day)| day), day, ..date.clone() });
        at = from;
    }
    days
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        find_written_dates(text)
            .into_iter()
            .map(|date| {
                let weekday = date.weekday.map_or(String::new(), |day| format!("{day} "));
                let year = date.year.map_or("?".to_owned(), |year| year.to_string());
                format!("{weekday}{year}-{}-{}", date.month, date.day)
            })
            .collect()
    }

    #[test]
    fn dates_as_people_write_them() {
        for (text, dates) in [
            ("Vi aspettiamo martedì 30 novembre!", &["Tue ?-11-30"][..]),
            ("mercoledì 2 dicembre 2026.", &["Wed 2026-12-2"]),
            ("entro il 30/11 e poi", &["?-11-30"]),
            ("il 1° maggio del 2027", &["2027-5-1"]),
            ("30.11.2026, 2026-12-04", &["2026-11-30", "2026-12-4"]),
            ("Dal 18 al 29 marzo", &["?-3-18", "?-3-29"]),
            ("lunedì 7 e martedì 8 gennaio 2027", &["Mon 2027-1-7", "Tue 2027-1-8"]),
            ("18-29 marzo 2027", &["2027-3-18", "2027-3-29"]),
            ("3 nov. 2026 e 4 dic.", &["2026-11-3", "?-12-4"]),
            ("sab. 5 dicembre", &["Sat ?-12-5"]),
            ("lunedi' 7 dicembre", &["Mon ?-12-7"]),
            ("entro il dieci gennaio o l'otto ottobre 2027", &["?-1-10", "2027-10-8"]),
            ("il primo Maggio", &["?-5-1"]),
            ("il 12 dicembre (venerdì) e il 13 dicembre (sala 2)", &["Fri ?-12-12", "?-12-13"]),
        ] {
            assert_eq!(shown(text), dates, "{text}");
        }
    }

    #[test]
    fn numbers_that_are_no_dates() {
        for text in [
            "dalle 9.30 alle 13",
            "ore 9-13",
            "06/45508600",
            "112/113",
            "24/7",
            "via Roma 12/14",
            "1.400 euro",
            "n. 12/2026",
            "art. 5 set",
            "20 incontri",
            "legge 104/92",
            "+39 351 592 7691",
            "2 martedì",
            "3 ore",
            "un viaggio",
            "via 4 Novembre 149",
            "in via Venti Settembre",
            "sei in settembre",
        ] {
            assert!(find_written_dates(text).is_empty(), "{text}: {:?}", shown(text));
        }
    }

    #[test]
    fn a_year_is_the_next_in_which_the_day_comes() {
        let date = &find_written_dates("15 marzo")[0];
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        assert_eq!(date.resolve(day("2026-11-16")), Some(day("2027-03-15")));
        assert_eq!(date.resolve(day("2026-03-15")), Some(day("2026-03-15")));
    }
}
