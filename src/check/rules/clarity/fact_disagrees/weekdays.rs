//! Compares the days of the week of lessons with `giorni`: «ci vediamo ogni martedì».

use std::sync::LazyLock;

use super::{Clash, LESSONS, OTHER_HOURS, OTHER_WEEKDAYS, Sentence};
use crate::board::Item;
use crate::check::PatternSet;
use crate::check::weekdays::weekday_of;
use crate::model::{Dates, Edition, Kind};

pub(super) fn check(item: &Item, sentence: &Sentence<'_>) -> Option<Clash> {
    if !matches!(item.kind(), Kind::Training | Kind::Event) {
        return None;
    }
    let [edition] = item.facts.editions() else { return None };
    let days = days_of(edition)?;
    // A month means a single day, which other rules compare.
    let other = |list| sentence.mentions(list);
    if sentence.tokens.iter().any(super::Token::is_month) || other(&OTHER_HOURS) || other(&OTHER_WEEKDAYS) {
        return None;
    }
    let about = sentence.tokens.iter().any(|token| {
        token.is_in(&LESSONS)
            || token.starts_with_any(&["vediamo", "incontriamo", "troviamo", "svolg", "tiene", "tengono"])
    });
    if !about {
        return None;
    }
    let named: Vec<(usize, &str)> = (0..sentence.tokens.len())
        .filter(|index| is_repeated(sentence, *index))
        .filter_map(|index| Some((index, weekday_of(sentence.token(index)?)?)))
        .collect();
    let (at, _) = named.iter().find(|(_, day)| !days.contains(day))?;
    // «Dal lunedì al venerdì» names only the ends.
    let is_range =
        named.len() == 2 && sentence.before(named.last()?.0, 1).iter().any(|token| token.is(&["al", "alla"]));
    if is_range && days.len() > 2 {
        return None;
    }
    sentence.clash_between(*at, *at, "giorni", days.join(", "))
}

static ENDINGS: LazyLock<PatternSet> = LazyLock::new(|| PatternSet::new(&["edì", "edi'", "erdì", "abat", "omenic"]));

/// A fast test whether a sentence may name a day of the week.
pub(super) fn may_name_a_day(kind: Kind, text: &str) -> bool {
    matches!(kind, Kind::Training | Kind::Event) && ENDINGS.matches(text)
}

/// The days of an edition in a period; `None` if they are unknown, or if it takes place on single days.
fn days_of(edition: &Edition) -> Option<Vec<&'static str>> {
    if !matches!(edition.dates.value(), Some(Dates::Period(..))) {
        return None;
    }
    let slots = edition.hours.value().into_iter().flatten().flat_map(|slot| &slot.days);
    let mut days: Vec<&str> = Vec::new();
    for day in edition.weekdays.iter().chain(slots).map(|day| day.word()) {
        if !days.contains(&day) {
            days.push(day);
        }
    }
    (!days.is_empty()).then_some(days)
}

/// Whether a day of the week is one that comes back: «ogni martedì», «il martedì e il giovedì», «tutti i sabati».
fn is_repeated(sentence: &Sentence<'_>, index: usize) -> bool {
    match sentence.before(index, 2) {
        [.., article] if article.is(&["ogni", "di", "il", "la"]) => true,
        [all, article] => all.is(&["tutti", "tutte"]) && article.is(&["i", "le"]),
        _ => false,
    }
}
