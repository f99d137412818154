//! Dates of a sentence as they are written, in Italian and in other languages.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use crate::check::Token;
use crate::intake::lines::Unit;
use crate::model::{WrittenDate, find_written_dates};
use crate::text::calendar_names::{ENGLISH_WEEKDAYS, TRANSLATED};

/// Dates of a sentence in Italian, and in other languages where no Italian one is.
pub(in crate::intake) fn dates_of(unit: &Unit<'_>, reference: NaiveDate) -> Vec<WrittenDate> {
    // «1^ marzo» is «1° marzo»; both signs are spaces in the copy, which keeps the offsets.
    let text = unit.text.replace('^', " ");
    let mut dates = find_written_dates(&text);
    let is_free = |dates: &[WrittenDate], range: &Range<usize>| {
        !dates.iter().any(|date| date.range.start < range.end && range.start < date.range.end)
    };
    for index in 0..unit.tokens.len() {
        let foreign = foreign_dates(unit, index);
        for date in
            foreign.into_iter().chain(numeric_date(unit, index)).chain(day_without_month(unit, index, reference))
        {
            if is_free(&dates, &date.range) {
                dates.push(date);
            }
        }
    }
    dates.sort_by_key(|date| date.range.start);
    dates
}

/// «14 and 15 January 2027»: a day of another language, and the days before it that share its month.
fn foreign_dates(unit: &Unit<'_>, index: usize) -> Vec<WrittenDate> {
    let mut dates: Vec<WrittenDate> = foreign_date(unit, index).into_iter().collect();
    while let Some(date) = dates.last() {
        let before = crate::check::tokenize(
            unit.text,
            &(unit.text.floor_char_boundary(date.range.start.saturating_sub(24))..date.range.start),
        );
        let [.., day, joint] = before.as_slice() else { break };
        let number =
            day.text.parse::<u32>().ok().filter(|number| day.text.len() <= 2 && *number < date.day && *number > 0);
        let Some(number) = number
            .filter(|_| joint.is(&["and", "et", "y", "e", "to", "au", "al"]) && date.range.start == joint.end() + 1)
        else {
            break;
        };
        dates.push(WrittenDate { range: day.start..day.end(), weekday: None, day: number, ..date.clone() });
    }
    dates
}

/// «Venerdì 4» without a month: the next 4th, if it is a Friday.
fn day_without_month(unit: &Unit<'_>, index: usize, reference: NaiveDate) -> Option<WrittenDate> {
    let (weekday, number) = (unit.tokens.get(index)?, unit.tokens.get(index + 1)?);
    if weekday.text.len() < 5 || number.sign.is_some() {
        return None;
    }
    let word = crate::check::weekday_of(weekday)?;
    let weekday_named = crate::model::Weekday::ALL.iter().find(|day| day.word() == word)?.to_chrono();
    let day = number.text.parse::<u32>().ok().filter(|day| number.text.len() <= 2 && (1..=31).contains(day))?;
    let next = unit.tokens.get(index + 2);
    let is_counted = next.is_some_and(|next| {
        next.is_month()
            || next.sign == Some('-')
            || next.sign == Some('–')
            || next.sign == Some('/')
            || next.is_digits()
            || next.is(&["alle", "e", "ore"]) && next.sign.is_none()
    });
    let coming = reference
        .iter_days()
        .take(31)
        .find(|other| other.day() == day)
        .filter(|other| other.weekday() == weekday_named)?;
    let range = weekday.start - unit.range.start..number.end() - unit.range.start;
    (!is_counted).then(|| WrittenDate {
        range,
        weekday: Some(weekday_named),
        day,
        month: coming.month(),
        year: Some(coming.year()),
    })
}

/// «14 January 2027», «January 14, 2027», «9 décembre»: a day and a month of another language.
fn foreign_date(unit: &Unit<'_>, index: usize) -> Option<WrittenDate> {
    let token = |at: usize| unit.tokens.get(at);
    let near = |at: Option<usize>| at.and_then(token).is_some_and(Token::is_digits);
    let is_dated = near(index.checked_sub(1)) || near(index.checked_sub(2)) || near(Some(index + 1));
    let month = token(index).filter(|month| is_dated && month.text.len() >= 3 && !month.is_digits())?;
    let month = TRANSLATED
        .iter()
        .filter(|names| matches!(names.language, "en" | "fr" | "es"))
        .find_map(|names| names.months.iter().position(|name| name.split('|').any(|name| month.is(&[name]))))?;
    let day_of = |token: &Token<'_>| token.text.parse::<u32>().ok().filter(|day| (1..=31).contains(day));
    let before = index.checked_sub(1).and_then(token);
    let suffix = before.is_some_and(|token| token.is(&["th", "st", "nd", "rd", "de", "of", "er"]));
    let (from, day) = match before.and_then(day_of) {
        Some(day) => (index - 1, day),
        None if suffix => (index.checked_sub(2)?, day_of(token(index.checked_sub(2)?)?)?),
        None => (index, day_of(token(index + 1)?)?),
    };
    let mut last = if from == index { index + 1 } else { index };
    // «January 8th, 2027», «6 de diciembre de 2026».
    last += usize::from(token(last + 1).is_some_and(|token| token.is(&["th", "st", "nd", "rd", "de"])));
    let year = token(last + 1).filter(|year| year.text.len() == 4).and_then(|year| year.text.parse().ok());
    let year = year.filter(|year| (1900..=2200).contains(year));
    last += usize::from(year.is_some());
    let weekday = from
        .checked_sub(1)
        .and_then(token)
        .and_then(|token| ENGLISH_WEEKDAYS.iter().position(|name| token.is(&[name])));
    let from = from - usize::from(weekday.is_some());
    let weekday = weekday.and_then(|day| chrono::Weekday::try_from(u8::try_from(day).ok()?).ok());
    let range = token(from)?.start - unit.range.start..token(last)?.end() - unit.range.start;
    Some(WrittenDate { range, weekday, day, month: u32::try_from(month + 1).ok()?, year })
}

/// «4/12» behind a label for dates.
fn numeric_date(unit: &Unit<'_>, index: usize) -> Option<WrittenDate> {
    let (day, month) = (unit.tokens.get(index)?, unit.tokens.get(index + 1)?);
    if !day.is_digits() || !month.is_digits() || unit.topic.is_empty() {
        return None;
    }
    let is_date = ["date", "scadenza", "inizio", "fine"].iter().any(|key| unit.is_about(key));
    let next = unit.tokens.get(index + 2);
    let joined = |token: &Token<'_>, before: &Token<'_>| token.sign == Some('/') && token.start == before.end() + 1;
    let longer = next.is_some_and(|next| joined(next, month)) || matches!(day.sign, Some('/'));
    if !is_date || longer || !joined(month, day) || month.text.len() > 2 || day.text.len() > 2 {
        return None;
    }
    let number =
        |token: &Token<'_>, most: u32| token.text.parse::<u32>().ok().filter(|number| (1..=most).contains(number));
    let range = day.start - unit.range.start..month.end() - unit.range.start;
    Some(WrittenDate { range, weekday: None, day: number(day, 31)?, month: number(month, 12)?, year: None })
}
