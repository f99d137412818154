//! Finds total hours of a course or weekly hours of a job that differ from the calendar or from lessons times hours.

mod week;

use chrono::{Datelike, Days, NaiveDate};

use crate::board::{Board, Item, LessonBreaks};
use crate::check::{Check, CheckFunction, Findings, Prose, word_lists};
use crate::config::Territory;
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{Dates, Edition, FieldPath, PartialDate, TimeSlot, Weekday, number_in_words};
use crate::path;

/// Tolerated relative difference between counted and declared hours, for holidays, tests and lessons of fifty minutes.
const TOLERANCE: f64 = 0.15;

word_lists! { "hours_disagree.txt":
    /// Words for lessons: «20 incontri di 5 ore».
    LESSONS = "lessons";
    /// Words before total hours: «dura 48 ore».
    TOTAL_HOURS_WORDS = "total hours";
    /// Words before total hours, unless words of a part follow: «alla fine avrai fatto 60 ore».
    COMPLETED_HOURS_WORDS = "completed hours";
    /// Words after the hours of a part: «60 ore di stage».
    PARTIAL_HOURS_WORDS = "partial hours";
}

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "hours-disagree",
        severity: Severity::Warning,
        group: RuleGroup::Clarity,
        summary: text("le ore in tutto sono quelle delle lezioni", "the total hours are those of the lessons"),
        explanation: text(
            "Le lezioni moltiplicate per le loro ore non danno il totale: uno dei numeri è di un'altra edizione, o manca una parte (lo stage, l'esame). Si tollera il 15 per cento. Lo stesso vale per un lavoro: i giorni e le ore di `orario` fanno `ore_settimana`.",
            "Lessons times hours do not make the total: one of the numbers is of another edition, or a part is missing (practice, the test). Fifteen per cent are tolerated. The same holds for a job: days and hours of `orario` make `ore_settimana`.",
        ),
        wrong: "orari: mattina\n---\nIl corso dura 120 ore, in 20 incontri di 5 ore ciascuno.",
        right: "orari: mattina\n---\nIl corso dura 100 ore, in 20 incontri di 5 ore ciascuno.",
        origin: "linee guida del canale, paragrafo 5, «Data/e e orari»",
    },
    function: CheckFunction::Prose(check),
};

fn check(board: &Board, item: &Item, prose: &Prose<'_>, findings: &mut Findings<'_>) {
    week::check(item, findings);
    week::check_text(item, prose, findings);
    let facts = &item.facts;
    let practice = facts.stage.as_ref().and_then(|stage| stage.hours).map_or(0.0, f64::from);
    let mut given = None;
    for passage in prose.passages() {
        let hours = find_hours(passage.text);
        if let (Some((range, lessons, each)), Some(total)) =
            (&hours.lessons, hours.total.map(f64::from).or(total_hours(item)))
        {
            let product = f64::from(*lessons) * each;
            // «Dieci lezioni di quattro ore» are those in class; practice comes on top.
            let in_class = total_hours(item).filter(|_| practice > 0.0).map(|total| (total - practice).max(0.0));
            let is_class = in_class.is_some_and(|hours| !differs(product, hours));
            if differs(product, total) && !is_class {
                let [each_it, product_it, total_it] = [*each, product, total].map(in_italian);
                findings
                    .report_in_passage(
                        &item.document,
                        &passage,
                        range.clone(),
                        localized!(
                            "{lessons} per {each_it} ore fa {product_it}, non {total_it}",
                            "{lessons} times {each} hours make {product}, not {total}"
                        ),
                        localized!("controlla i tre numeri", "check the three numbers"),
                    )
                    .ask(localized!(
                        "{lessons} incontri di {each_it} ore fanno {product_it} ore, ma c'è scritto {total_it}: qual è giusto?",
                        "{lessons} lessons of {each} hours make {product} hours, but it says {total}: which is right?"
                    ));
            }
        }
        given = given.or(hours.total.map(f64::from));
    }
    // With a single edition, hours in the text replace a missing field.
    let [edition] = facts.editions() else {
        for (index, edition) in facts.editions().iter().enumerate() {
            check_calendar(
                &board.config.territorio,
                item,
                index,
                edition,
                edition.total_hours.map(|total| (f64::from(total) - practice).max(0.0)),
                findings,
            );
        }
        return;
    };
    let total = edition.total_hours.or(facts.total_hours).map(f64::from).or(given);
    let total = total.map(|total| (total - practice).max(0.0));
    check_calendar(&board.config.territorio, item, 0, edition, total, findings);
}

fn total_hours(item: &Item) -> Option<f64> {
    item.facts.total_hours.or_else(|| item.facts.editions().first()?.total_hours).map(f64::from)
}

/// Compares the total hours with the calendar of an edition.
fn check_calendar(
    territory: &Territory,
    item: &Item,
    index: usize,
    edition: &Edition,
    total: Option<f64>,
    findings: &mut Findings<'_>,
) {
    let Some(total) = total.filter(|total| *total > 0.0) else { return };
    let Some(slots) = edition.hours.value() else { return };
    let path = if edition.total_hours.is_some() {
        path![edizioni[index].ore_totali]
    } else if item.facts.total_hours.is_some() {
        path![ore_totali]
    } else {
        path![edizioni[index].date]
    };
    match edition.dates.value() {
        Some(Dates::Days(days)) => {
            let hours = hours_of_week(slots, None);
            let counted: f64 = days.iter().map(|day| hours_on_day(*day, &hours)).sum();
            if counted > 0.0 && differs(counted, total) {
                report_total(item, path, counted, total, findings);
            }
        }
        Some(Dates::Period(PartialDate::Day(start), Some(PartialDate::Day(end)))) => {
            let hours = hours_of_week(slots, Some(&edition.weekdays));
            let breaks = LessonBreaks::new(territory, &item.facts, edition);
            let (mut all, mut lessons, mut school) = (0.0, 0.0, 0.0);
            for day in start.iter_days().take_while(|day| day <= end).take(3_000) {
                let hours = hours_on_day(day, &hours);
                if hours <= 0.0 || breaks.pauses().iter().any(|pause| pause.contains(day)) {
                    continue;
                }
                all += hours;
                if !breaks.contains(day) {
                    lessons += hours;
                }
                // Whoever names the pauses has named those of the school holidays.
                if !(breaks.pauses().is_empty() && is_break(day)) {
                    school += hours;
                }
            }
            // The total may include or exclude the lessons during holidays.
            let (min, max) = (school * (1.0 - TOLERANCE), all * (1.0 + TOLERANCE));
            if all > 0.0 && !(min..=max).contains(&total) {
                report_total(item, path, lessons, total, findings);
            }
        }
        Some(Dates::Period(PartialDate::Day(start), None)) => {
            let week: f64 = hours_of_week(slots, Some(&edition.weekdays)).iter().sum();
            if week <= 0.0 {
                return;
            }
            let weeks = (total / week).ceil();
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "hours of a course in weeks")]
            let Some(end) = start.checked_add_days(Days::new(weeks as u64 * 7)) else { return };
            let [week_it, total_it] = [week, total].map(in_italian);
            let end = format!("{} {}", crate::text::calendar_names::month_name(end.month()), end.year());
            findings
                .report_at_field(
                    item,
                    path![edizioni[index].date],
                    localized!(
                        "{week_it} ore alla settimana: {total_it} ore finirebbero a {end}, ma manca la data di fine",
                        "{week} hours a week: {total} hours would end in {end}, but the end is missing"
                    ),
                    localized!(
                        "scrivi la fine: `date: {{inizio: …, fine: …}}`",
                        "write the end: `date: {{inizio: …, fine: …}}`"
                    ),
                )
                .ask(localized!("In che giorno finisce il corso?", "On which day does the course end?"));
        }
        _ => {}
    }
}

fn report_total(item: &Item, path: FieldPath, counted: f64, total: f64, findings: &mut Findings<'_>) {
    let counted = counted.round();
    let total_it = in_italian(total);
    findings
        .report_at_field(
            item,
            path,
            localized!(
                "date e orari danno circa {counted} ore, non {total_it}",
                "dates and hours come to about {counted} hours, not {total}"
            ),
            localized!("controlla date, giorni, orari, pause e totale", "check dates, days, hours, pauses and total"),
        )
        .ask(localized!(
            "Dal calendario contiamo circa {counted} ore, ma il totale dice {total_it}: che cosa ci manca?",
            "From the calendar we count about {counted} hours, but the total says {total}: what are we missing?"
        ));
}

/// A number with the decimal comma of Italian.
fn in_italian(number: f64) -> String {
    number.to_string().replace('.', ",")
}

fn differs(counted: f64, given: f64) -> bool {
    (counted - given).abs() > given * TOLERANCE
}

/// Hours on a day, from the hours of each day of the week, Monday first.
fn hours_on_day(day: NaiveDate, hours: &[f64; 7]) -> f64 {
    hours.get(day.weekday().num_days_from_monday() as usize).copied().unwrap_or_default()
}

/// Hours on each day of the week, Monday first; zero if unknown or without lessons.
fn hours_of_week(slots: &[TimeSlot], weekdays: Option<&[Weekday]>) -> [f64; 7] {
    let mut hours = [0.0; 7];
    for (hours, weekday) in hours.iter_mut().zip(Weekday::ALL) {
        *hours = hours_on_weekday(*weekday, slots, weekdays).unwrap_or_default();
    }
    hours
}

/// Hours on one day of the week; `None` if unknown or without lessons.
fn hours_on_weekday(weekday: Weekday, slots: &[TimeSlot], weekdays: Option<&[Weekday]>) -> Option<f64> {
    let mut hours = 0.0;
    for slot in slots {
        // A single day has its hours; a period without days of the week does not say how often lessons take place.
        let on = if slot.days.is_empty() {
            weekdays.is_none_or(|weekdays| weekdays.contains(&weekday))
        } else {
            slot.days.contains(&weekday)
        };
        if on {
            hours += f64::from(slot.end?.minutes().saturating_sub(slot.start?.minutes())) / 60.0;
        }
    }
    (hours > 0.0).then_some(hours)
}

/// Whether a day is in the Christmas or summer holidays; single holidays are within the tolerance.
fn is_break(day: NaiveDate) -> bool {
    matches!((day.month(), day.day()), (12, 23..=31) | (1, 1..=7) | (8, _))
}

/// Hours found in a text.
struct Hours {
    total: Option<u32>,
    /// Bytes in the text, number of lessons, hours of each.
    lessons: Option<(std::ops::Range<usize>, u32, f64)>,
}

/// Maximum number of words between lessons and their hours: «12 incontri, ognuno dei quali dura 3 ore».
const MAX_WORDS_BETWEEN: usize = 6;

/// Maximum number of words between the weeks of a course and its lessons of a week.
const MAX_WORDS_TO_WEEKS: usize = 12;

/// Index of «ore» of each lesson, in the sentence that names the lessons at an index; no other number stands between.
fn find_each(text: &str, words: &[(usize, &str)], lessons: usize) -> Option<usize> {
    let (start, _) = words.get(lessons)?;
    let near = words.get(lessons + 1..)?.iter().take(MAX_WORDS_BETWEEN + 3).enumerate();
    let number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit()) || number_in_words(word).is_some();
    let (offset, (at, _)) = near.into_iter().find(|(_, (_, word))| number(word))?;
    let last = lessons + offset + 2;
    let (_, before) = words.get(last.checked_sub(2)?)?;
    let (end, hours) = words.get(last)?;
    let introduces = ["di", "da", "dura", "durano"].iter().any(|word| before.eq_ignore_ascii_case(word));
    let is_one_sentence = !text.get(*start..*at)?.contains(['.', ';', '!', '?', '\n', ':']);
    let is_adjacent = text.get(*at..*end)?.split_whitespace().count() == 1;
    (introduces && is_one_sentence && is_adjacent && hours.eq_ignore_ascii_case("ore")).then_some(last)
}

/// Whether a word is «settimana», «settimane», «settimanali».
fn is_week(word: &str) -> bool {
    word.to_lowercase().starts_with("settiman")
}

/// Finds total hours («dura 120 ore») and lessons («20 incontri di 5 ore») in a text.
fn find_hours(text: &str) -> Hours {
    let mut found = Hours { total: None, lessons: None };
    if !text.contains(" ore") {
        return found;
    }
    let mut words: Vec<(usize, &str)> = Vec::new();
    let mut at = 0;
    for token in text.split_inclusive(|c: char| !c.is_alphanumeric()) {
        let word = token.trim_end_matches(|c: char| !c.is_alphanumeric());
        if !word.is_empty() {
            words.push((at, word));
        }
        at += token.len();
    }
    let number = |index: usize| {
        let (_, word) = words.get(index)?;
        word.parse().ok().or_else(|| number_in_words(word)).filter(|number| *number < 5_000)
    };
    let is = |index: usize, word: &str| words.get(index).is_some_and(|(_, found)| found.eq_ignore_ascii_case(word));
    for (index, (start, word)) in words.iter().enumerate() {
        if LESSONS.matches(word)
            && let Some(first) = index.checked_sub(1)
            && let Some(lessons) = number(first)
            && let Some(last) = find_each(text, &words, index)
            && let Some(each) = number(last - 1)
        {
            let from = words.get(first).map_or(*start, |(start, _)| *start);
            let to = words.get(last).map_or(*start, |(start, word)| start + word.len());
            // «2 ore e mezza» is 2.5 hours.
            let half = is(last + 1, "e") && (is(last + 2, "mezza") || is(last + 2, "mezzo"));
            let is_weekly = (last + 1..last + 5).any(|index| words.get(index).is_some_and(|(_, word)| is_week(word)));
            // «Due lezioni di due ore alla settimana» describe the whole course only with the number of its weeks.
            let weeks = || {
                (first.saturating_sub(MAX_WORDS_TO_WEEKS)..first)
                    .rev()
                    .find(|index| words.get(index + 1).is_some_and(|(_, word)| is_week(word)))
            };
            let weeks = if is_weekly { weeks().and_then(number) } else { Some(1) };
            if let Some(lessons) = weeks.and_then(|weeks| lessons.checked_mul(weeks)) {
                found.lessons = Some((from..to, lessons, f64::from(each) + if half { 0.5 } else { 0.0 }));
            }
        }
        // «20 x 5 ore», «20 × 5 ore».
        if word.eq_ignore_ascii_case("ore")
            && let Some(last) = index.checked_sub(1)
            && let Some((at, _)) = words.get(last)
            && let Some(first) = times_before(text, *at, &words, last)
            && let (Some(lessons), Some(each), Some((from, _))) = (number(first), number(last), words.get(first))
        {
            found.lessons = Some((*from..start + word.len(), lessons, f64::from(each)));
        }
        if word.eq_ignore_ascii_case("ore")
            && let Some(before) = index.checked_sub(1)
            && let Some(hours) = number(before).filter(|hours| *hours >= 8)
            // «Alle 13, ore 10»: only an adjacent number belongs to «ore».
            && words.get(before).is_some_and(|(at, word)| text.get(at + word.len()..*start).is_some_and(|between| between.trim().is_empty()))
        {
            let is_per_lesson = before.checked_sub(1).is_some_and(|index| is(index, "di") || is(index, "da"))
                && before
                    .checked_sub(2)
                    .is_some_and(|index| words.get(index).is_some_and(|(_, word)| LESSONS.matches(word)));
            let is_weekly = is(index + 1, "settimanali") || is(index + 1, "alla") || is(index + 1, "a");
            // Total hours: «dura 48 ore», «un corso di 48 ore», «48 ore in tutto».
            let introduces_total =
                |(_, word): &(usize, &str)| TOTAL_HOURS_WORDS.matches(word) || word.eq_ignore_ascii_case("sono");
            // Total hours too: «alla fine avrai fatto 60 ore», but not «avrai fatto 60 ore di stage».
            let done = |(_, word): &(usize, &str)| COMPLETED_HOURS_WORDS.matches(word);
            let after = words.get(index + 1..(index + 4).min(words.len())).unwrap_or_default();
            let is_partial = after.iter().any(|(_, word)| PARTIAL_HOURS_WORDS.matches(word));
            let from = before.saturating_sub(6);
            let is_total = words
                .get(from..before)
                .is_some_and(|near| near.iter().any(|word| introduces_total(word) || (!is_partial && done(word))))
                || is(index + 1, "totali")
                || is(index + 1, "complessive")
                || (is(index + 1, "in") && (is(index + 2, "tutto") || is(index + 2, "totale")));
            let is_weekly = is_weekly || is(index + 1, "su") || is(index + 1, "la") || is(index + 1, "per");
            if is_total && !is_per_lesson && !is_weekly && found.total.is_none_or(|total| hours > total) {
                found.total = Some(hours);
            }
        }
    }
    found
}

/// Index of the number that is multiplied with the one at index `last`, which begins at `at`.
fn times_before(text: &str, at: usize, words: &[(usize, &str)], last: usize) -> Option<usize> {
    let before = last.checked_sub(1)?;
    let (start, word) = words.get(before)?;
    if matches!(*word, "x" | "X" | "per") && at == start + word.len() + 1 {
        return before.checked_sub(1);
    }
    matches!(text.get(start + word.len()..at)?.trim(), "×" | "*").then_some(before)
}

#[cfg(test)]
mod tests {
    use super::find_hours;

    #[test]
    fn hours_and_lessons_are_found_in_texts() {
        for (text, total, lessons) in [
            ("Il corso dura 120 ore, in 20 incontri di 5 ore ciascuno.", Some(120), Some((20, 5.0))),
            ("Il corso dura 90 ore: trenta lezioni da 2 ore e mezza.", Some(90), Some((30, 2.5))),
            ("Il corso dura 100 ore, due lezioni di due ore alla settimana", Some(100), None),
            ("Sono 10 lezioni di tre ore: alla fine farai 40 ore di teatro", Some(40), Some((10, 3.0))),
            ("Sono 10 lezioni di tre ore, e poi farai 40 ore di stage", None, Some((10, 3.0))),
            ("Sono 12 incontri, ognuno dei quali dura 3 ore: in tutto 30 ore.", Some(30), Some((12, 3.0))),
            (
                "12 incontri, che si tengono al mattino e durano 3 ore, per 30 ore complessive",
                Some(30),
                Some((12, 3.0)),
            ),
            (
                "10 settimane, con due lezioni da due ore ciascuna alla settimana, in totale 30 ore",
                Some(30),
                Some((20, 2.0)),
            ),
            ("12 incontri, 2 al mese, di 3 ore", None, None),
            ("12 incontri. Lo stage dura 40 ore", Some(40), None),
            ("20 x 5 ore", None, Some((20, 5.0))),
            ("20 × 5 ore: 120 ore in tutto", Some(120), Some((20, 5.0))),
            ("Aperto per 5 ore", None, None),
            ("48 ore in tutto, 25 ore alla settimana", Some(48), None),
            ("Rispondiamo entro 48 ore, 24 ore su 24", None, None),
            ("dalle 9 alle 13, ore 10", None, None),
        ] {
            let hours = find_hours(text);
            assert_eq!(hours.total, total, "{text}");
            assert_eq!(hours.lessons.map(|(_, lessons, each)| (lessons, each)), lessons, "{text}");
        }
    }
}
