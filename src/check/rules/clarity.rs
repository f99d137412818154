//! «Chiarezza delle informazioni»: everything one needs to take part, right, and in plain words.

mod acronym_misread;
mod acronym_unexplained;
mod antispam_phrase;
mod bureaucratic_word;
mod click_here;
mod contacts_missing;
mod date_disagrees;
mod date_implausible;
mod deadline_after_end;
mod deadline_before_publication;
mod deadline_disagrees;
mod deadline_passed_in_draft;
mod deadline_too_close;
mod desk_closed_on_deadline;
mod duration_disagrees;
mod edition_weekday_disagrees;
mod enrolment_without_address;
mod extension_not_declared;
mod fact_disagrees;
mod hard_to_read;
mod hours_disagree;
mod limited_places_without_number;
mod link_unreadable;
mod not_stated_outside_archive;
mod pay_vague;
mod place_contradicts_attendance;
mod programme_out_of_order;
mod relative_time;
mod sentence_too_long;
mod shouting;
mod slug_with_date;
mod space_before_punctuation;
mod start_after_end;
mod sums_disagree;
mod to_ask_outside_draft;
mod too_many_emoji;
mod too_many_exclamation_marks;
mod uncertain_words;
mod unknown_zone;
mod weekday_disagrees;
mod wrong_accent;

use std::ops::Range;
use std::sync::LazyLock;

use chrono::NaiveDate;
use memchr::memmem;

use crate::board::Item;
use crate::check::{Check, Passage, Token, tokens};
use crate::model::{Dates, PartialDate, WrittenDate};

pub(super) const CHECKS: &[Check] = &[
    acronym_misread::CHECK,
    acronym_unexplained::CHECK,
    antispam_phrase::CHECK,
    bureaucratic_word::CHECK,
    click_here::CHECK,
    contacts_missing::CHECK,
    date_disagrees::CHECK,
    date_implausible::CHECK,
    deadline_after_end::CHECK,
    deadline_before_publication::CHECK,
    deadline_disagrees::CHECK,
    deadline_passed_in_draft::CHECK,
    deadline_too_close::CHECK,
    desk_closed_on_deadline::CHECK,
    duration_disagrees::CHECK,
    edition_weekday_disagrees::CHECK,
    enrolment_without_address::CHECK,
    extension_not_declared::CHECK,
    fact_disagrees::CHECK,
    hard_to_read::CHECK,
    hours_disagree::CHECK,
    limited_places_without_number::CHECK,
    link_unreadable::CHECK,
    not_stated_outside_archive::CHECK,
    pay_vague::CHECK,
    place_contradicts_attendance::CHECK,
    place_contradicts_attendance::IN_TEXT,
    programme_out_of_order::CHECK,
    relative_time::CHECK,
    sentence_too_long::CHECK,
    shouting::CHECK,
    slug_with_date::CHECK,
    space_before_punctuation::CHECK,
    start_after_end::CHECK,
    sums_disagree::CHECK,
    to_ask_outside_draft::CHECK,
    too_many_emoji::CHECK,
    too_many_exclamation_marks::CHECK,
    uncertain_words::CHECK,
    unknown_zone::CHECK,
    weekday_disagrees::CHECK,
    wrong_accent::CHECK,
];

/// The glossary of the sector's acronyms.
const ACRONYMS: &str = include_str!("../words/acronyms.tsv");

/// The day from which dates without a year are counted.
fn published(item: &Item) -> Option<NaiveDate> {
    item.facts.published.value().map(|date| date.first_day())
}

/// Every day until which one can apply, as the fields say it.
fn deadlines(item: &Item) -> Vec<NaiveDate> {
    let facts = &item.facts;
    let own = facts.deadline.value().and_then(|deadline| deadline.date());
    let editions = facts.editions().iter().filter_map(|edition| edition.deadline?.date());
    let action = facts.requested_action.as_ref().and_then(|action| action.deadline?.date());
    own.into_iter().chain(editions).chain(action).chain(facts.extended_from).collect()
}

/// Every period that the fields name, deadlines apart: first and last day.
fn periods(item: &Item) -> Vec<(NaiveDate, NaiveDate)> {
    let facts = &item.facts;
    let mut periods = Vec::new();
    for edition in facts.editions() {
        match edition.dates.value() {
            Some(Dates::Days(days)) => periods.extend(days.iter().map(|day| (*day, *day))),
            Some(Dates::Period(start, end)) => {
                periods.push((start.first_day(), end.map_or(start.last_day(), PartialDate::last_day)));
            }
            None => {}
        }
    }
    let contract = facts.contract.value();
    let partial = [
        (facts.start.value().copied(), facts.end.value().copied()),
        (contract.and_then(|contract| contract.start), contract.and_then(|contract| contract.end)),
    ];
    for (start, end) in partial.into_iter().chain(facts.phases.iter().map(|phase| (phase.start, phase.end))) {
        let (first, last) = (start.or(end), end.or(start));
        periods.extend(first.zip(last).map(|(first, last)| (first.first_day(), last.last_day())));
    }
    let action = facts.requested_action.as_ref().and_then(|action| action.opens);
    let days = [facts.opens, facts.in_force_from, facts.in_force_until, facts.valid_until, facts.updated, action];
    periods.extend(days.into_iter().flatten().map(|day| (day, day)));
    periods.extend(facts.published.value().map(|date| (date.first_day(), date.last_day())));
    periods
}

/// The day that a text means: in its own year, else that of a field with the same day and month, else
/// the first after publication.
fn day_meant(item: &Item, written: &WrittenDate) -> Option<NaiveDate> {
    let ends = periods(item).into_iter().flat_map(|(first, last)| [first, last]);
    day_among(item, deadlines(item).into_iter().chain(ends), written)
}

/// The day that a text means, where only some days of the fields may be meant.
fn day_among(item: &Item, days: impl IntoIterator<Item = NaiveDate>, written: &WrittenDate) -> Option<NaiveDate> {
    use chrono::Datelike;
    if written.year.is_some() {
        return written.resolve(NaiveDate::default());
    }
    let same = |day: &NaiveDate| day.month() == written.month && day.day() == written.day;
    days.into_iter().find(same).or_else(|| written.resolve(published(item)?))
}

/// The sentence in which some bytes stand, in small letters.
fn sentence_around(passage: &Passage<'_>, range: &Range<usize>) -> String {
    let (before, after) = passage.sentence(range);
    let own = passage.text.get(range.clone()).unwrap_or_default();
    [before, own, after].concat().to_lowercase()
}

/// A date as people read it: «30 novembre 2026».
fn format_italian_date(day: NaiveDate) -> String {
    use chrono::Datelike;
    format!("{} {} {}", day.day(), crate::model::month_name(day.month()), day.year())
}

/// A date is one until which something can be done: «entro il», «scadenza», «iscrizioni fino al».
fn is_deadline(passage: &Passage<'_>, range: &Range<usize>) -> bool {
    let before = passage.sentence(range).0.to_lowercase();
    let near: Vec<&str> = before.split_whitespace().rev().take(6).collect();
    // «La scuola chiude dal 21 dicembre al 6 gennaio» is a holiday.
    let for_a_while = near.iter().any(|word| matches!(*word, "dal" | "dall'"));
    let said = near.iter().any(|word| {
        let word = word.trim_start_matches(['(', '«']);
        word.starts_with("entro")
            || word.starts_with("scad")
            || word.starts_with("termine")
            || (word.starts_with("chiud") && !for_a_while)
            || word == "oltre"
    });
    let last_day = near.windows(2).any(|two| matches!(two, ["giorno", "ultimo"]));
    let until = near.iter().any(|word| matches!(*word, "fino" | "sino"));
    if last_day || (until && near.contains(&"tempo")) {
        return true;
    }
    let applying =
        ["iscri", "domand", "candidat", "adesion", "prenot", "present"].iter().any(|word| before.contains(word));
    said || (until && applying)
}

/// «Manda il curriculum entro il 10», whatever is told behind.
fn sends_a_curriculum(passage: &Passage<'_>, range: &Range<usize>) -> bool {
    let before = passage.sentence(range).0.to_lowercase();
    let words = || before.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let some = |stems: &[&str]| words().any(|word| stems.iter().any(|stem| word.starts_with(stem)));
    (some(&["curricul"]) || words().any(|word| word == "cv"))
        && some(&["mand", "invia", "spedi", "present", "porta"])
        && !some(&["chiamiam", "rispond", "comunic", "contatt", "chi", "dopo"])
}

/// A token names one of the days of the week: the word by which the fields call it.
fn weekday_of(token: &Token<'_>) -> Option<&'static str> {
    const DAYS: [(&str, &str); 7] = [
        ("lunedì", "lun"),
        ("martedì", "mar"),
        ("mercoledì", "mer"),
        ("giovedì", "gio"),
        ("venerdì", "ven"),
        ("sabat", "sab"),
        ("domenic", "dom"),
    ];
    // «Lunedi'» ends without its accent.
    let named = |name: &str| token.starts_with_any(&[name.strip_suffix('ì').unwrap_or(name)]);
    DAYS.iter().find(|(name, _)| named(name)).map(|(_, word)| *word)
}

/// «Il martedì e il giovedì», «dal lunedì al venerdì»: the days of the week of a note, unless it says when it is
/// closed, or that one may come on others too.
fn days_in_words(note: &str) -> Vec<&'static str> {
    const WEEK: [&str; 7] = ["lun", "mar", "mer", "gio", "ven", "sab", "dom"];
    let tokens = tokens(note, &(0..note.len()));
    if tokens.iter().any(|token| {
        token.starts_with_any(&["chius", "tranne", "eccett", "esclus", "appuntament", "telefon", "oppure"])
    }) {
        return Vec::new();
    }
    let mut days: Vec<&'static str> = Vec::new();
    let mut to_next = None;
    for (index, token) in tokens.iter().enumerate() {
        let Some(day) = weekday_of(token) else { continue };
        let until = index
            .checked_sub(1)
            .and_then(|before| tokens.get(before))
            .is_some_and(|token| token.is(&["al", "alla", "a"]));
        match to_next.filter(|_| until) {
            Some(from) => {
                let from = WEEK.iter().position(|other| *other == from).unwrap_or_default();
                days.extend(WEEK.iter().skip(from).take_while(|other| **other != day));
                days.push(day);
            }
            None => days.push(day),
        }
        to_next = Some(day);
    }
    days
}

/// Where a word stands as a whole value; the file is read again only if it holds the word at all.
fn places_of_value(item: &Item, word: &str) -> Vec<Range<usize>> {
    // Each of the two words is looked for in every file: what finds it is made once.
    static TO_ASK: LazyLock<memmem::Finder<'static>> = LazyLock::new(|| memmem::Finder::new(crate::model::TO_ASK));
    static NOT_STATED: LazyLock<memmem::Finder<'static>> =
        LazyLock::new(|| memmem::Finder::new(crate::model::NOT_STATED));
    let finder = if word == crate::model::TO_ASK { &*TO_ASK } else { &*NOT_STATED };
    if finder.find(item.document.facts().as_bytes()).is_none() {
        return Vec::new();
    }
    let mut spans = Vec::new();
    if let Some(root) = crate::source::parse(&item.document, &mut Vec::new()) {
        root.visit(&mut |node| {
            if node.text().map(str::trim) == Some(word) {
                spans.push(node.span.clone());
            }
        });
    }
    spans
}

/// Pictures and symbols, without the marks that join or colour them.
fn is_emoji(character: char) -> bool {
    matches!(character, '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{1f000}'..='\u{1f3fa}' | '\u{1f400}'..='\u{1faff}' | '\u{231a}'..='\u{23ff}')
}

#[cfg(test)]
mod tests {
    use super::days_in_words;

    #[test]
    fn days_are_read_in_notes() {
        assert_eq!(days_in_words("il martedì e il giovedi'"), ["mar", "gio"]);
        assert_eq!(days_in_words("dal mercoledì al venerdì, ore 9-13"), ["mer", "mer", "gio", "ven"]);
        assert_eq!(days_in_words("chiuso il lunedì").len(), 0);
    }
}
