//! Finds dates with the wrong day of the week («martedì 30 novembre» on a Monday).

use std::sync::LazyLock;

use chrono::{Datelike, Days, NaiveDate};
use memchr::memmem;

use crate::board::{Board, Item};
use crate::check::{
    Check, CheckFunction, Findings, Passage, Prose, Token, periods, tokenize, weekday_of, word_lists, written_values,
};
use crate::diagnostic::{LocalizedString, Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{Weekday, WrittenDate, find_written_dates, spell_out_with_article, with_article};
use crate::path;
use crate::text::calendar_names::{month_name, weekday_name};

word_lists! { "weekday_disagrees.txt":
    /// Words of a sentence whose date may be another day than the one it names.
    OTHER_DAYS = "other days";
}

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "weekday-disagrees",
        severity: Severity::Error,
        group: RuleGroup::Clarity,
        summary: text("il giorno della settimana è quello della data", "the day of the week is that of the date"),
        explanation: text(
            "Se «martedì 30 novembre» è un lunedì, metà delle persone viene il giorno sbagliato. Quando l'anno manca si intende il primo dopo la pubblicazione. Le date che non esistono (31 novembre) si trovano allo stesso modo.",
            "If «martedì 30 novembre» is a Monday, half of the people come on the wrong day. Where the year is missing the first after the publication is meant. Days that do not exist (31 November) are found in the same way.",
        ),
        wrong: "---\nVi aspettiamo martedì 30 novembre 2026.",
        right: "---\nVi aspettiamo lunedì 30 novembre 2026.",
        origin: "calendario gregoriano",
    },
    function: CheckFunction::Prose(check),
};

/// The endings of «lunedì», «lunedi'», «sabato», «domenica».
static WEEKDAY_ENDINGS: LazyLock<[memmem::Finder<'static>; 4]> =
    LazyLock::new(|| ["dì", "di'", "abato", "omenica"].map(memmem::Finder::new));

fn check(_: &Board, item: &Item, prose: &Prose<'_>, findings: &mut Findings<'_>) {
    for (passage, written) in prose.dates() {
        match written.weekday.is_none().then(|| find_weekday_apart(&passage, written)).flatten() {
            Some(weekday) => {
                compare(item, &passage, &WrittenDate { weekday: Some(weekday), ..written.clone() }, findings);
            }
            None => compare(item, &passage, written, findings),
        }
    }
    // Any field may contain a day of the week: notes, programmes, opening hours.
    let names_a_day = |text: &str| WEEKDAY_ENDINGS.iter().any(|day| day.find(text.as_bytes()).is_some());
    if !names_a_day(item.document.facts()) {
        return;
    }
    for value in written_values(item).filter(|value| names_a_day(value.text)) {
        // Title and summary are covered by the prose above.
        if [path![titolo], path![sintesi]].contains(&value.field) {
            continue;
        }
        for written in find_written_dates(value.text).iter().filter(|written| written.weekday.is_some()) {
            compare(item, &value, written, findings);
        }
    }
}

/// The day of the week that a sentence gives to its only date: «il primo incontro, che è di sabato, si tiene il 10 dicembre».
/// `None` where the day may be that of something else.
fn find_weekday_apart(passage: &Passage<'_>, written: &WrittenDate) -> Option<chrono::Weekday> {
    let (before, after) = passage.sentence(&written.range);
    if !WEEKDAY_ENDINGS.iter().any(|day| [before, after].iter().any(|text| day.find(text.as_bytes()).is_some())) {
        return None;
    }
    let tokens = [before, after].map(|text| tokenize(text, &(0..text.len())));
    let tokens: Vec<&Token<'_>> = tokens.iter().flatten().collect();
    // Another number may be another date, an hour, a deadline.
    if tokens.iter().any(|token| token.is_in(&OTHER_DAYS) || token.number().is_some()) {
        return None;
    }
    let named = |token: &&Token<'_>| Weekday::ALL.iter().find(|day| weekday_of(token) == Some(day.word()));
    let mut days = tokens.iter().enumerate().filter_map(|(index, token)| Some((index, named(token)?)));
    let ((index, day), None) = (days.next()?, days.next()) else { return None };
    let is_of_the_day =
        index.checked_sub(1).and_then(|before| tokens.get(before)).is_some_and(|token| token.is(&["di", "è", "un"]));
    is_of_the_day.then(|| day.to_chrono())
}

fn compare(item: &Item, passage: &Passage<'_>, written: &WrittenDate, findings: &mut Findings<'_>) {
    let text = passage.text.get(written.range.clone()).unwrap_or_default();
    let Some(day) = periods::resolve_day(item, written) else {
        let month = month_name(written.month);
        let exists = written.year.is_none()
            && written.resolve(NaiveDate::from_ymd_opt(2024, 1, 1).unwrap_or_default()).is_some();
        if !exists {
            let number = written.day;
            findings
                .report_in_passage(
                    &item.document,
                    passage,
                    written.range.clone(),
                    localized!("il {number} {month} non esiste", "there is no {number} {month}"),
                    localized!("controlla il giorno sul calendario", "look the day up in a calendar"),
                )
                .ask(localized!(
                    "Qual è il giorno giusto, al posto di «{text}»?",
                    "Which is the right day in place of «{text}»?"
                ));
        }
        return;
    };
    let Some(weekday) = written.weekday.filter(|weekday| *weekday != day.weekday()) else { return };
    let (LocalizedString { it: shown, en: shown_en }, is) = (spell_out_with_article(day), weekday_name(day.weekday()));
    let article = if day.weekday() == chrono::Weekday::Sun { "una" } else { "un" };
    let (stated, LocalizedString { it: near_it, en: near_en }) = (weekday_name(weekday), nearest_dates(day, weekday));
    let month = month_name(written.month);
    let number = written.day;
    let LocalizedString { it: day_it, en: day_en } =
        with_article(number, localized!("{number} {month}", "{number} {month}"));
    let year = nearest_year(written, weekday, day.year());
    let hint = match year.filter(|_| written.year.is_none()) {
        Some(year) => localized!(
            "{stated} è {near_it}; {day_it} cade di {stated} nel {year}: forse il testo è di un altro anno",
            "{stated} is the {near_en}; the {day_en} is a {stated} in {year}: the text may be of another year"
        ),
        None => localized!("{stated} è {near_it}", "{stated} is the {near_en}"),
    };
    findings
        .report_in_passage(
            &item.document,
            passage,
            written.range.clone(),
            localized!("{shown} è {article} {is}, non {stated}", "{shown_en} is a {is}, not {stated}"),
            hint,
        )
        .ask(localized!(
            "C'è scritto «{text}», ma {shown} è {article} {is}: qual è il giorno giusto?",
            "It says «{text}», but {shown_en} is a {is}: which is the right day?"
        ));
}

/// The nearest dates that fall on that day of the week: «il 1 dicembre».
fn nearest_dates(day: NaiveDate, weekday: chrono::Weekday) -> LocalizedString {
    let after = (1..=3).find_map(|days| day.checked_add_days(Days::new(days)).filter(|day| day.weekday() == weekday));
    let before = (1..=3).find_map(|days| day.checked_sub_days(Days::new(days)).filter(|day| day.weekday() == weekday));
    let shown = |day: NaiveDate| {
        let (number, month) = (day.day(), month_name(day.month()));
        with_article(number, localized!("{number} {month}", "{number} {month}"))
    };
    after.or(before).map(shown).unwrap_or_default()
}

/// Nearest other year in which the date falls on that day of the week.
fn nearest_year(written: &WrittenDate, weekday: chrono::Weekday, year: i32) -> Option<i32> {
    (1..=6).flat_map(|distance| [year - distance, year + distance]).find(|year| {
        NaiveDate::from_ymd_opt(*year, written.month, written.day).is_some_and(|day| day.weekday() == weekday)
    })
}
