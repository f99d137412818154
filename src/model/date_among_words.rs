//! Reads values that hold dates among other words, so that none of these is lost: «entro le 12 del 20 dicembre 2026».

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::time::TimeOfDay;
use super::written_date::{WrittenDate, find_written_dates};
use crate::text::calendar_names::MONTHS;

/// Words that lead to a date and say nothing of their own.
const LEADING: [&str; 7] = ["il", "l", "giorno", "data", "in", "di", "del"];
/// Words that lead to a last day.
const LEADING_TO_DEADLINE: [&str; 10] =
    ["entro", "e", "non", "oltre", "fino", "al", "all", "scade", "scadenza", "termine"];
/// Words that lead to an hour.
const LEADING_TO_HOUR: [&str; 7] = ["ore", "alle", "le", "delle", "dell", "h", "a"];
/// Words and signs between the first and the last day of a period.
const THROUGH: [&str; 8] = ["al", "all", "a", "fino", "sino", "-", "–", "—"];
/// Other words of a period or of a list of days.
const BETWEEN_DAYS: [&str; 8] = ["dal", "dall", "da", "e", "ed", "i", "giorni", "nei"];

/// The only date of a value, and the words beside it.
pub(super) struct DateAmongWords<'t> {
    /// The date, its weekday included.
    pub(super) date: WrittenDate,
    /// Words that say more than the date.
    pub(super) rest: Vec<&'t str>,
}

/// Finds the only date of a value; `None` if there are none or several.
pub(super) fn find_single_date(text: &str) -> Option<DateAmongWords<'_>> {
    // The parser of running text takes 30/11 for a date only after «il».
    const LEAD: &str = "il ";
    let mut dates = find_written_dates(&format!("{LEAD}{text}"));
    let mut date = dates.pop().filter(|_| dates.is_empty())?;
    date.range = date.range.start.saturating_sub(LEAD.len())..date.range.end.saturating_sub(LEAD.len());
    let rest = words_outside(text, std::slice::from_ref(&date.range)).filter(|word| !is_one_of(word, &LEADING));
    Some(DateAmongWords { rest: rest.collect(), date })
}

/// What the words beside the date of a deadline say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ClosingTime {
    /// Nothing.
    Unsaid,
    /// An hour.
    At(TimeOfDay),
    /// Something that the field cannot hold.
    More,
}

impl DateAmongWords<'_> {
    /// What the words beside a deadline say.
    pub(super) fn closing_time(&self) -> ClosingTime {
        let more = self.rest.iter().copied().filter(|word| !is_one_of(word, &LEADING_TO_DEADLINE));
        let (leading, said): (Vec<&str>, Vec<&str>) = more.partition(|word| is_one_of(word, &LEADING_TO_HOUR));
        let hour = match said.as_slice() {
            [] if leading.is_empty() => return ClosingTime::Unsaid,
            [noon] if noon.eq_ignore_ascii_case("mezzogiorno") => TimeOfDay::parse("12"),
            [number] => {
                let number = number.trim_matches('h').replace(',', ".");
                let is_hour = !leading.is_empty() || number.contains([':', '.']);
                TimeOfDay::parse(&number).filter(|_| is_hour)
            }
            // Several words; or none after «ore», where a number was lost.
            _ => None,
        };
        hour.map_or(ClosingTime::More, ClosingTime::At)
    }
}

/// Days of a value that names several.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum SeveralDays {
    /// First and last day.
    Period(NaiveDate, NaiveDate),
    /// Single days, in order.
    Days(Vec<NaiveDate>),
}

/// Parses «dal 15 gennaio al 20 marzo 2027» and «9 e 16 dicembre 2026», if that is all that the value says and every
/// weekday is that of its date. A missing year is that of the next date, and for the last date the first in which the
/// day falls after `reference`.
pub(super) fn parse_several_days(text: &str, reference: Option<NaiveDate>) -> Option<SeveralDays> {
    if let Some((start, end)) = text.trim().split_once('/')
        && let (Ok(start), Ok(end)) = (start.trim().parse(), end.trim().parse())
    {
        return (start < end).then_some(SeveralDays::Period(start, end));
    }
    let written = find_written_dates(text);
    let (last, earlier) = written.split_last().filter(|(_, earlier)| !earlier.is_empty())?;
    let mut days = vec![last.resolve(match last.year {
        Some(_) => NaiveDate::default(),
        None => reference?,
    })?];
    for date in earlier.iter().rev() {
        let next = *days.last()?;
        let before = |year| NaiveDate::from_ymd_opt(year, date.month, date.day).filter(|day| *day < next);
        let day = match date.year {
            Some(year) => before(year),
            None => before(next.year()).or_else(|| before(next.year() - 1)),
        };
        days.push(day?);
    }
    days.reverse();
    let agree = written.iter().zip(&days).all(|(date, day)| is_its_weekday(date, *day));
    let ranges: Vec<Range<usize>> = written.iter().map(|date| date.range.clone()).collect();
    let rest: Vec<&str> = words_outside(text, &ranges).filter(|word| !is_one_of(word, &LEADING)).collect();
    let (through, rest): (Vec<&str>, Vec<&str>) = rest.into_iter().partition(|word| is_one_of(word, &THROUGH));
    if !agree || !rest.iter().all(|word| is_one_of(word, &BETWEEN_DAYS)) {
        return None;
    }
    match days.as_slice() {
        [start, end] if !through.is_empty() => Some(SeveralDays::Period(*start, *end)),
        _ => through.is_empty().then_some(SeveralDays::Days(days)),
    }
}

/// Whether a date has no weekday, or that of `day`.
pub(super) fn is_its_weekday(date: &WrittenDate, day: NaiveDate) -> bool {
    date.weekday.is_none_or(|weekday| weekday == day.weekday())
}

/// Parses «dicembre 2026» and `12/2026` into year and month.
pub(super) fn parse_month_and_year(text: &str) -> Option<(i32, u32)> {
    let (month, year) = text.trim().split_once([' ', '/', '.', '-'])?;
    let year = year.trim().parse().ok().filter(|year| (1900..=2200).contains(year))?;
    let named = || MONTHS.iter().position(|name| name.eq_ignore_ascii_case(month)).map(|index| index + 1);
    let month = month.parse().ok().filter(|_| month.len() <= 2).or_else(named)?;
    u32::try_from(month).ok().filter(|month| (1..=12).contains(month)).map(|month| (year, month))
}

/// Words and signs outside of these ranges, which follow one another.
fn words_outside<'t>(text: &'t str, ranges: &[Range<usize>]) -> impl Iterator<Item = &'t str> {
    let starts = std::iter::once(0).chain(ranges.iter().map(|range| range.end));
    let ends = ranges.iter().map(|range| range.start).chain([text.len()]);
    let gaps: Vec<&str> = starts.zip(ends).filter_map(|(start, end)| text.get(start..end)).collect();
    let words = gaps.into_iter().flat_map(|gap| gap.split(|c: char| c.is_whitespace() || matches!(c, '\'' | '’')));
    words
        .map(|word| word.trim_matches(|c| matches!(c, '.' | ',' | ';' | ':' | '(' | ')' | '«' | '»')))
        .filter(|word| !word.is_empty())
}

fn is_one_of(word: &str, words: &[&str]) -> bool {
    words.iter().any(|other| other.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn several_days_are_understood_whole_or_not_at_all() {
        let period = |start, end| Some(SeveralDays::Period(day(start), day(end)));
        let days = |days: &[&str]| Some(SeveralDays::Days(days.iter().copied().map(day).collect()));
        for (text, meant) in [
            ("dal 15 gennaio al 20 marzo 2027", period("2027-01-15", "2027-03-20")),
            ("15/12/2026 - 20/2/2027", period("2026-12-15", "2027-02-20")),
            ("dal 1 dicembre al 5 febbraio", period("2026-12-01", "2027-02-05")),
            ("2026-12-12/2026-12-13", period("2026-12-12", "2026-12-13")),
            ("12-13 dicembre 2026", period("2026-12-12", "2026-12-13")),
            ("12 e 13 dicembre 2026", days(&["2026-12-12", "2026-12-13"])),
            ("9, 16 e 23 dicembre 2026", days(&["2026-12-09", "2026-12-16", "2026-12-23"])),
            ("sabato 12 e domenica 13 dicembre 2026", days(&["2026-12-12", "2026-12-13"])),
            ("venerdì 12 e sabato 13 dicembre 2026", None),
            ("12 o 13 dicembre 2026", None),
            ("dal 12 al 13 dicembre 2026, salvo pioggia", None),
            ("dal 12 al 13 dicembre 2026 dalle 15", None),
            ("13-12 dicembre 2026", None),
            ("dal 15 gennaio", None),
        ] {
            assert_eq!(parse_several_days(text, Some(day("2026-11-20"))), meant, "{text}");
        }
    }

    #[test]
    fn an_hour_beside_a_deadline_is_kept() {
        let shown = |text| match find_single_date(text).unwrap().closing_time() {
            ClosingTime::More => "more".to_owned(),
            ClosingTime::Unsaid => "no hour".to_owned(),
            ClosingTime::At(time) => time.to_string(),
        };
        for (text, time) in [
            ("entro e non oltre il 20 dicembre 2026", "no hour"),
            ("2026-12-20 12:00", "12:00"),
            ("entro le 12 del 20 dicembre 2026", "12:00"),
            ("entro le ore 12,30 del 20/12/2026.", "12:30"),
            ("20 dicembre 2026 alle 12", "12:00"),
            ("20/12/2026 h 12", "12:00"),
            ("20 dicembre 2026 a mezzogiorno", "12:00"),
            ("2026-12-20 ore", "more"),
            ("2026-12-20 12", "more"),
            ("20 dicembre 2026 circa", "more"),
            ("dopo il 20 dicembre 2026", "more"),
            ("20 dicembre 2026 (salvo proroga)", "more"),
            ("20 dicembre 2026 dalle 9 alle 12", "more"),
        ] {
            assert_eq!(shown(text), time, "{text}");
        }
    }

    #[test]
    fn months_are_read_with_their_year() {
        assert_eq!(parse_month_and_year("dicembre 2019"), Some((2019, 12)));
        assert_eq!(parse_month_and_year("5/2025"), Some((2025, 5)));
        assert_eq!(parse_month_and_year("13/2025"), None);
        assert_eq!(parse_month_and_year("inverno 2025"), None);
    }
}
