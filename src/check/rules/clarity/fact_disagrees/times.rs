//! Compares start and end times of lessons and events.

use super::{Clash, LESSONS, OTHER_HOURS, Sentence};
use crate::board::Item;
use crate::check::weekdays;
use crate::model::{Dates, Edition, Kind, TimeOfDay, TimeSlot, Weekday};

pub(super) fn check(item: &Item, sentence: &Sentence<'_>) -> Option<Clash> {
    if !matches!(item.kind(), Kind::Training | Kind::Event) {
        return None;
    }
    let [edition] = item.facts.editions() else { return None };
    let [slot] = edition.hours.value()?.as_slice() else { return None };
    let start = slot.start?;
    if sentence.mentions(&OTHER_HOURS) || !has_matching_days(edition, slot, sentence) {
        return None;
    }
    let programme = item.facts.programme.value().map_or(&[][..], Vec::as_slice);
    let in_programme = |time: TimeOfDay| programme.iter().any(|entry| entry.start() == Some(time));
    let (first, last) = match find_time_pairs(sentence).as_slice() {
        [] => find_other_start(sentence, start, slot.end)
            .filter(|(_, time)| !in_programme(*time))
            .map(|(at, _)| (at, at))?,
        [pair] => {
            let fits = is_same_time(pair.from, start) && slot.end.is_none_or(|end| is_same_time(pair.to, end));
            let about =
                sentence.before(pair.first, 12).iter().any(|token| token.is_in(&LESSONS) || token.is(&["orario"]));
            if fits || !about || in_programme(pair.from) {
                return None;
            }
            (pair.first, pair.last)
        }
        _ => return None,
    };
    sentence.clash_between(first, last, "orari", slot.to_string())
}

/// Whether the days of the week in the sentence are those of the time slot.
fn has_matching_days(edition: &Edition, slot: &TimeSlot, sentence: &Sentence<'_>) -> bool {
    let mut days: Vec<&str> = edition.weekdays.iter().chain(&slot.days).map(|day| day.word()).collect();
    if let Some(Dates::Days(dates)) = edition.dates.value() {
        days.extend(dates.iter().map(|date| Weekday::weekday_of(*date).word()));
    }
    let mut named = sentence.tokens.iter().filter_map(weekdays::weekday_of);
    // `weekday-disagrees` reports «giovedì 11 dicembre» if the eleventh is a Friday.
    days.is_empty() || sentence.tokens.iter().any(super::Token::is_month) || named.all(|day| days.contains(&day))
}

/// Whether two times are equal; «alle 3» may mean 15:00.
fn is_same_time(written: TimeOfDay, field: TimeOfDay) -> bool {
    written.clock_minutes() == field.clock_minutes()
        || (written.minutes() < 12 * 60 && written.minutes() + 12 * 60 == field.minutes())
}

struct TimePair {
    first: usize,
    last: usize,
    from: TimeOfDay,
    to: TimeOfDay,
}

/// Finds pairs of times: «dalle 19:00 alle 20:30», «19:00-20:30».
fn find_time_pairs(sentence: &Sentence<'_>) -> Vec<TimePair> {
    let mut found = Vec::new();
    let time = |index: usize| sentence.token(index).and_then(super::Token::time);
    // «Dalle ore 19» has a word before the time.
    let after =
        |index: usize| if sentence.token(index).is_some_and(|token| token.is(&["ore"])) { index + 1 } else { index };
    for (index, token) in sentence.tokens.iter().enumerate() {
        if token.is(&["dalle", "dall"]) {
            let from = after(index + 1);
            let joint = sentence.token(from + 1).is_some_and(|token| token.is(&["alle", "all"]));
            let to = after(from + 2);
            if let (Some(start), Some(end), true) = (time(from), time(to), joint) {
                found.push(TimePair { first: index, last: to, from: start, to: end });
            }
        }
        let dash = matches!(token.sign, Some('-' | '–')) && token.text.contains([':', '.']);
        let before = index
            .checked_sub(1)
            .filter(|before| sentence.token(*before).is_some_and(|token| token.text.contains([':', '.'])));
        if let (Some(before), true) = (before, dash)
            && let (Some(start), Some(end)) = (time(before), token.time())
        {
            found.push(TimePair { first: before, last: index, from: start, to: end });
        }
    }
    found
}

/// A start time that differs from the fields: «il corso comincia alle 10», «l'incontro è giovedì alle 10:00».
fn find_other_start(sentence: &Sentence<'_>, start: TimeOfDay, end: Option<TimeOfDay>) -> Option<(usize, TimeOfDay)> {
    for (index, token) in sentence.tokens.iter().enumerate() {
        if !token.is(&["alle", "all"])
            || sentence.before(index, 1).iter().any(|token| token.is(&["fino", "entro", "verso"]))
        {
            continue;
        }
        let at = if sentence.token(index + 1).is_some_and(|token| token.is(&["ore"])) { index + 2 } else { index + 1 };
        let Some(time) = sentence.token(at).and_then(super::Token::time) else { continue };
        let before = sentence.before(index, 8);
        let starts = before
            .iter()
            .any(|token| token.starts_with_any(&["cominci", "inizia", "inizio", "aspettiamo", "vediamo", "troviamo"]))
            || before.windows(2).any(|two| match two {
                [what, is] => what.is_in(&LESSONS) && is.is(&["è", "sono", "sarà"]),
                _ => false,
            });
        let ends = sentence.tokens.iter().any(|token| token.starts_with_any(&["finisc", "termin", "conclud"]));
        let other = before.iter().any(|token| token.time().is_some() && token.text.contains(':'));
        if !starts || ends || other {
            return None;
        }
        return (!is_same_time(time, start) && end.is_none_or(|end| !is_same_time(time, end))).then_some((at, time));
    }
    None
}
