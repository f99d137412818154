//! Compares the weekly hours of a job with the days and hours of `orario`.

use crate::board::Item;
use crate::check::{Findings, Prose, tokenize, weekdays};
use crate::localized;
use crate::model::{Contract, FieldPath};
use crate::path;

/// Compares «Dal lunedì al venerdì, dalle 8:00 alle 12:00» with `ore_settimana`.
pub(super) fn check(item: &Item, findings: &mut Findings<'_>) {
    for (index, contract) in item.facts.contracts().iter().enumerate() {
        check_contract(item, path![contratto[index].ore_settimana], contract, findings);
    }
}

/// Compares «Si lavora dal lunedì al venerdì, dalle 8 alle 16» in the text with the weekly hours of the only contract.
pub(super) fn check_text(item: &Item, prose: &Prose<'_>, findings: &mut Findings<'_>) {
    let [contract] = item.facts.contracts() else { return };
    let Some(given) = contract.weekly_hours.map(f64::from) else { return };
    let given_it = super::in_italian(given);
    for (passage, sentence) in prose.sentences() {
        let tokens = tokenize(passage.text, &sentence.range);
        let is_work = tokens.iter().any(|token| token.starts_with_any(&["lavor", "orari", "turn", "impieg"]));
        let Some(first) = tokens.iter().position(|token| weekdays::weekday_of(token).is_some()) else { continue };
        let Some(last) = tokens.iter().rfind(|token| token.is_digits()).filter(|_| is_work) else { continue };
        let start =
            first.checked_sub(1).and_then(|before| tokens.get(before)).filter(|token| token.is(&["dal", "dalla"]));
        let Some(start) = start.or(tokens.get(first)).map(|token| token.start) else { continue };
        let range = start..last.end();
        let Some(schedule) = passage.text.get(range.clone()) else { continue };
        let Some((min, max)) = parse_weekly_minutes(schedule) else { continue };
        if is_within(given, min, max) {
            continue;
        }
        let (counted, counted_it) = format_hours(max);
        findings
            .report_in_passage(
                &item.document,
                &passage,
                range,
                localized!(
                    "«{schedule}» fa {counted_it} ore alla settimana, in `ore_settimana` c'è {given_it}",
                    "«{schedule}» makes {counted} hours a week, `ore_settimana` says {given}"
                ),
                localized!("controlla il testo e `ore_settimana`", "check the text and `ore_settimana`"),
            )
            .ask(localized!(
                "«{schedule}» fa {counted_it} ore alla settimana, ma c'è scritto {given_it}: qual è giusto?",
                "«{schedule}» makes {counted} hours a week, but it says {given}: which is right?"
            ));
    }
}

/// Whether weekly hours are between two numbers of minutes; a tenth is within the tolerance of rounding.
fn is_within(hours: f64, min: u32, max: u32) -> bool {
    let minutes = hours * 60.0;
    minutes >= f64::from(min - min / 10) && minutes <= f64::from(max + max / 10)
}

/// Minutes as hours, in both languages.
fn format_hours(minutes: u32) -> (String, String) {
    let counted = f64::from(minutes) / 60.0;
    (counted.to_string(), super::in_italian(counted))
}

fn check_contract(item: &Item, path: FieldPath, contract: &Contract, findings: &mut Findings<'_>) {
    let (Some(given), Some(schedule)) = (contract.weekly_hours, contract.schedule.as_deref()) else { return };
    let given = f64::from(given);
    let Some((min, max)) = parse_weekly_minutes(schedule) else { return };
    if is_within(given, min, max) {
        return;
    }
    let (counted, counted_it) = format_hours(max);
    let given_it = super::in_italian(given);
    findings
        .report_at_field(
            item,
            path,
            localized!(
                "«{schedule}» fa {counted_it} ore alla settimana, non {given_it}",
                "«{schedule}» makes {counted} hours a week, not {given}"
            ),
            localized!("controlla `orario` e `ore_settimana`", "check `orario` and `ore_settimana`"),
        )
        .ask(localized!(
            "«{schedule}» fa {counted_it} ore alla settimana, ma c'è scritto {given_it}: qual è giusto?",
            "«{schedule}» makes {counted} hours a week, but it says {given}: which is right?"
        ));
}

/// Minimum and maximum minutes per week; `None` if a word says more than days and hours.
fn parse_weekly_minutes(schedule: &str) -> Option<(u32, u32)> {
    const JOINTS: [&str; 13] = ["dal", "dalla", "al", "alla", "il", "la", "i", "e", "dalle", "alle", "ore", "ed", "h"];
    if !schedule.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut days = weekdays::parse_weekdays(schedule);
    days.sort_unstable();
    days.dedup();
    let mut times: Vec<u32> = Vec::new();
    for token in tokenize(schedule, &(0..schedule.len())) {
        if token.is_digits() {
            times.push(u32::from(token.time()?.minutes()));
        } else if weekdays::weekday_of(&token).is_some() {
            // «Lunedì dalle 9 alle 13, giovedì dalle 14 alle 18»: each day has its own hours.
            if !times.is_empty() {
                return None;
            }
        } else if !token.is(&JOINTS) {
            return None;
        }
    }
    if days.is_empty() || !matches!(times.len(), 2 | 4) || !times.is_sorted_by(|one, two| one < two) {
        return None;
    }
    let minutes_of_day: u32 = times.chunks_exact(2).filter_map(|pair| pair.last()?.checked_sub(*pair.first()?)).sum();
    // A long day may include one or two hours for lunch.
    let lunch = if times.len() == 2 && minutes_of_day > 6 * 60 { 120 } else { 0 };
    let count = u32::try_from(days.len()).ok()?;
    Some((count * (minutes_of_day - lunch), count * minutes_of_day))
}

#[cfg(test)]
mod tests {
    use super::parse_weekly_minutes;

    #[test]
    fn weekly_minutes_are_parsed_from_schedules() {
        for (schedule, hours) in [
            ("dal lunedì al venerdì, dalle 8:00 alle 12:00", Some((20, 20))),
            ("lunedì e giovedì 14:00-18:30", Some((9, 9))),
            ("dal martedì al sabato, dalle 9 alle 18", Some((35, 45))),
            ("dal lunedì al giovedì dalle 9 alle 13 e dalle 14 alle 17", Some((28, 28))),
            ("lunedì dalle 9 alle 13, giovedì dalle 14 alle 18", None),
            ("dal lunedì al venerdì, a turni dalle 6 alle 22", None),
            ("dalle 8 alle 12", None),
            ("part time", None),
            ("dal lunedì al venerdì dalle 22 alle 6", None),
        ] {
            let found = parse_weekly_minutes(schedule).map(|(least, most)| (least / 60, most / 60));
            assert_eq!(found, hours, "{schedule}");
        }
    }
}
