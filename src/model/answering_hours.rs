//! Hours at which somebody answers, as people write them: «dal lunedì al giovedì, dalle 9:00 alle 13:00».

use super::time::{TimeOfDay, TimeSlot};
use super::vocabulary::Weekday;
use crate::text::calendar_names::WEEKDAYS;

/// Words that join days and hours and say nothing themselves.
const JOINING_WORDS: [&str; 9] = ["e", "ed", "ore", "il", "dal", "da", "dalle", "alle", "h"];

/// Reads Italian words as days of the week with hours; `None` unless every word is understood.
///
/// ```
/// use bacheca::model::parse_answering_hours;
///
/// let slots = parse_answering_hours("martedì e venerdì, dalle 9 alle 12:30").unwrap();
/// assert_eq!(slots[0].to_string(), "9:00-12:30");
/// assert!(parse_answering_hours("chiama quando vuoi").is_none());
/// ```
#[must_use]
pub fn parse_answering_hours(text: &str) -> Option<Vec<TimeSlot>> {
    let text = text.to_lowercase().replace([',', '(', ')'], " ").replace(['–', '-'], " - ");
    let mut slots = Vec::new();
    let (mut days, mut times, mut is_range): (Vec<Weekday>, Vec<TimeOfDay>, bool) = (Vec::new(), Vec::new(), false);
    for word in text.replace(';', " ; ").split_whitespace() {
        if let Some(day) = weekday(word) {
            // Days after hours begin the next line of the timetable.
            if !times.is_empty() {
                slots.append(&mut slots_on(&days, &times)?);
                (days, times) = (Vec::new(), Vec::new());
            }
            let first = if is_range { *days.last()? } else { day };
            days.extend(Weekday::ALL.iter().filter(|other| first < **other && **other < day));
            days.push(day);
            is_range = false;
        } else if matches!(word, "al" | "-") && times.is_empty() && !days.is_empty() {
            is_range = true;
        } else if let Some(time) = TimeOfDay::parse(word) {
            times.push(time);
        } else if !JOINING_WORDS.contains(&word) && word != ";" && (word != "-" || times.is_empty()) {
            return None;
        }
    }
    slots.append(&mut slots_on(&days, &times)?);
    Some(slots)
}

fn weekday(word: &str) -> Option<Weekday> {
    let plain = |name: &str| name.replace('ì', "i");
    let is_called = |(name, day): &(&&str, &Weekday)| day.word() == word || plain(name) == plain(word);
    WEEKDAYS.iter().zip(Weekday::ALL).find(is_called).map(|(_, day)| *day)
}

/// One slot for each pair of hours.
fn slots_on(days: &[Weekday], times: &[TimeOfDay]) -> Option<Vec<TimeSlot>> {
    let pairs = times.chunks(2).map(|pair| match pair {
        [start, end] if start < end => {
            Some(TimeSlot { days: days.to_vec(), start: Some(*start), end: Some(*end), part: None })
        }
        _ => None,
    });
    if days.is_empty() || times.is_empty() { None } else { pairs.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_as_organisations_write_them() {
        let shown = |text: &str| {
            let slots = parse_answering_hours(text)?;
            let day = |days: &[Weekday]| days.iter().map(|day| day.word()).collect::<Vec<_>>().join(" ");
            Some(slots.iter().map(|slot| format!("{} {slot}", day(&slot.days))).collect::<Vec<_>>().join("; "))
        };
        for (text, expected) in [
            ("dal lunedì al giovedì, dalle 9:00 alle 13:00", Some("lun mar mer gio 9:00-13:00")),
            ("martedì, giovedì e venerdì, dalle 9:30 alle 13:00", Some("mar gio ven 9:30-13:00")),
            ("lun-ven 9-13 e 15-17", Some("lun mar mer gio ven 9:00-13:00; lun mar mer gio ven 15:00-17:00")),
            ("lunedi 9.30-12; sabato dalle 10 alle 11", Some("lun 9:30-12:00; sab 10:00-11:00")),
            ("ogni giorno 9-13", None),
            ("lunedì e giovedì", None),
            ("9-13", None),
            ("lunedì dalle 9", None),
            ("lunedì 13-9", None),
            ("tutti i lunedì tranne agosto", None),
        ] {
            assert_eq!(shown(text).as_deref(), expected, "{text}");
        }
    }
}
