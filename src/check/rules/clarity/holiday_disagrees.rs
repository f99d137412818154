//! Finds holidays beside a date that is not theirs: «il 25 aprile, Festa della Repubblica».

use std::ops::Range;

use chrono::Datelike;

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, Passage, Prose, near_before, periods, word_lists};
use crate::config::date_of_holiday;
use crate::diagnostic::{LocalizedString, Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{WrittenDate, with_article};
use crate::text::calendar_names::month_name;

word_lists! { "holiday_disagrees.txt":
    /// Names of holidays; the column is their day, or that of their rule.
    HOLIDAYS = "holidays";
    /// Days with the same words that are others: «Capodanno cinese».
    OTHER_DAYS = "other days";
    /// Words that may stand between a date and the name of its day.
    LINKS = "links";
    /// Words before a name that say on which occasion something is, some day or other.
    OCCASIONS = "occasions";
}

/// Maximum bytes between a date and the name of its day.
const MAX_GAP: usize = 24;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "holiday-disagrees",
        severity: Severity::error_after(0, 1),
        group: RuleGroup::Clarity,
        summary: text("il giorno di una festa è quello della data", "the day of a holiday is that of the date"),
        explanation: text(
            "«Il 25 aprile, Festa della Repubblica» sono due giorni diversi: chi conosce la festa viene il giorno sbagliato, o la data è di un altro annuncio. Si guardano le feste dello Stato; Pasqua e Pasquetta cambiano ogni anno.",
            "«Il 25 aprile, Festa della Repubblica» are two days: who knows the holiday comes on the wrong one, or the date is that of another announcement. Holidays of the State are compared; Easter changes every year.",
        ),
        wrong: "---\nLa festa è il 25 aprile, Festa della Repubblica.",
        right: "---\nLa festa è il 2 giugno, Festa della Repubblica.",
        origin: "l. 260/1949, artt. 1 e 2; l. 336/2000; l. 151/2025",
    },
    function: CheckFunction::Prose(check),
};

fn check(_: &Board, item: &Item, prose: &Prose<'_>, findings: &mut Findings<'_>) {
    for passage in prose.passages() {
        let dates: Vec<&WrittenDate> =
            prose.dates().filter(|(at, _)| at.field == passage.field).map(|(_, date)| date).collect();
        if dates.is_empty() {
            continue;
        }
        let others = OTHER_DAYS.find_words(passage.text);
        for (range, entry) in HOLIDAYS.find_words(passage.text) {
            let is_other = others.iter().any(|(other, _)| other.start <= range.start && range.end <= other.end);
            if is_other || is_occasion(passage.text, &range) {
                continue;
            }
            let is_beside = |date: &&&WrittenDate| is_beside(passage.text, &date.range, &range);
            let Some(date) = dates.iter().find(is_beside) else { continue };
            if is_one_of_several(passage.text, date.range.start) {
                continue;
            }
            compare(item, &passage, date, &range, entry.column(0), findings);
        }
    }
}

/// Whether the words before a name say on which occasion something is: «per la Festa della donna, il 6 marzo».
fn is_occasion(text: &str, name: &Range<usize>) -> bool {
    let before = near_before(text, name.start);
    let clause = before.rsplit(['.', ',', ';', ':', '(', '\n']).next().unwrap_or_default();
    let mut words = clause.rsplit(|ch: char| !ch.is_alphanumeric()).filter(|word| !word.is_empty());
    words.by_ref().take(2).any(|word| OCCASIONS.matches(word))
}

/// Whether another day stands before a date: «il 25 e 26 dicembre, Natale e Santo Stefano».
fn is_one_of_several(text: &str, date: usize) -> bool {
    let before = near_before(text, date).trim_end();
    let before = before.strip_suffix(" e").or_else(|| before.strip_suffix([',', '-', '–', '/'])).unwrap_or_default();
    before.trim_end().ends_with(|ch: char| ch.is_ascii_digit())
}

/// Whether a date and the name of a day stand together: «il 25 aprile, Festa della Liberazione», «Natale (25 dicembre)».
fn is_beside(text: &str, date: &Range<usize>, name: &Range<usize>) -> bool {
    let between = if date.end <= name.start { date.end..name.start } else { name.end..date.start };
    let Some(between) = text.get(between).filter(|between| between.len() <= MAX_GAP) else { return false };
    let mut words = between.split(|ch: char| !ch.is_alphanumeric()).filter(|word| !word.is_empty());
    !between.contains(['.', ';', '!', '?', '\n', '-', '–']) && words.all(|word| LINKS.matches(word))
}

fn compare(
    item: &Item,
    passage: &Passage<'_>,
    date: &WrittenDate,
    name: &Range<usize>,
    day: &str,
    findings: &mut Findings<'_>,
) {
    let Some(written) = periods::resolve_day(item, date) else { return };
    let Some(holiday) = date_of_holiday(day, written.year()) else { return };
    if written == holiday {
        return;
    }
    let range = date.range.start.min(name.start)..date.range.end.max(name.end);
    let named = passage.text.get(name.clone()).unwrap_or_default();
    let (number, month) = (holiday.day(), month_name(holiday.month()));
    let LocalizedString { it: day_it, en: day_en } =
        with_article(number, localized!("{number} {month}", "{number} {month}"));
    let year = holiday.year();
    findings
        .report_in_passage(
            &item.document,
            passage,
            range,
            localized!("«{named}» è {day_it}", "«{named}» is the {day_en}"),
            localized!("correggi la data o il nome della festa", "correct the date or the name of the holiday"),
        )
        .ask(localized!(
            "«{named}» nel {year} è {day_it}: qual è il giorno giusto?",
            "«{named}» in {year} is the {day_en}: which is the right day?"
        ));
}
