//! Dates, times, amounts and phone numbers, in fields and in running text.

use std::borrow::Cow;
use std::fmt::{Debug, Display};

use bacheca::diagnostic::LocalizedString;
use bacheca::model::{
    Dates, Deadline, Email, Money, PartialDate, Phone, Reader, TO_ASK, TimeOfDay, TimeSlot, Value, find_written_dates,
    number_in_words, placeholder, spell_out_date, spell_out_iso_dates, spell_out_with_article,
};

use bacheca::source::{Node, Source, Yaml};
use chrono::NaiveDate;

use super::assertions::{assert_findings_within, assert_span_within, describe_problems};

/// Asserts that values survive being written and read again, and that found spans lie in the text.
pub fn assert_holds(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    assert_dates_in_text(text);
    for line in text.lines().take(20) {
        // The value alone, and after its key.
        let value = line.split_once(": ").map_or(line, |(_, value)| value);
        assert_field_values(value.trim_matches(['"', ' ']));
    }
}

/// Asserts that dates found in running text lie in it and can be spelled out.
fn assert_dates_in_text(text: &str) {
    let reference = NaiveDate::from_ymd_opt(2026, 11, 21).expect("a day");
    let mut last = 0;
    for date in find_written_dates(text) {
        assert_span_within(text, &date.range, "a date");
        assert!(!date.range.is_empty() && date.range.start >= last, "dates in disorder: {text:?}");
        last = date.range.start;
        assert!((1..=31).contains(&date.day) && (1..=12).contains(&date.month), "{date:?} in {text:?}");
        assert!(date.year.is_none_or(|year| (1900..=2200).contains(&year)), "{date:?} in {text:?}");
        if let Some(day) = date.resolve(reference) {
            for words in [spell_out_date(day).it, spell_out_with_article(day).it, day.to_string()] {
                let found = find_written_dates(&words);
                let same = |found: &bacheca::model::WrittenDate| found.resolve(reference) == Some(day);
                assert!(found.len() == 1 && found.iter().all(same), "{words} is read as {found:?}");
            }
        }
    }
    let sentence = LocalizedString { it: text.to_owned(), en: text.to_owned() };
    let output = spell_out_iso_dates(&sentence);
    assert_eq!(spell_out_iso_dates(&output), output, "spelling out twice changes the text");
    let _ = number_in_words(text);
}

/// Asserts the round trip of a text as a value of each type.
fn assert_field_values(text: &str) {
    assert_text_round_trip::<PartialDate>(text);
    assert_text_round_trip::<NaiveDate>(text);
    if let Some(deadline) = read_value::<Deadline>(text) {
        // Deadlines are written for programs, with the end of the day as `T23:59:59`.
        if !deadline.to_string().ends_with("T23:59:59") {
            assert_text_round_trip::<Deadline>(text);
        }
    }
    assert_text_round_trip::<TimeOfDay>(text);
    assert_text_round_trip::<TimeSlot>(text);
    assert_text_round_trip::<Money>(text);
    assert_text_round_trip::<Phone>(text);
    if let Some(email) = read_value::<Email>(text) {
        assert!(
            !email.as_str().contains([' ', '?', '&', '%', ',', '<', '\r', '\n']),
            "{text:?} brings more than an address"
        );
        assert_eq!(Email::new(email.as_str()), Some(email));
    }
    if let Some(dates) = read_value::<Dates>(text) {
        assert!(dates.start().first_day() <= dates.end().last_day(), "{text:?} ends before it starts");
        assert_value_round_trip(&dates.start(), text);
    }
    if let Some(money) = Money::parse(text) {
        assert!(money.0 >= 0, "{text:?} is less than nothing");
    }
}

/// Reads a value as a field does, and asserts that problems point into the text.
fn read_value<V: Value>(text: &str) -> Option<V> {
    let source = Source { path: "x.md".to_owned(), text: text.to_owned() };
    let mut problems = Vec::new();
    let node = Node { span: 0..text.len(), yaml: Yaml::Scalar(Cow::Borrowed(text), true) };
    let value = V::decode(&node, &mut Reader::new(&mut problems));
    // What is still to be asked is no value, and no problem of the value.
    let is_open = node.is_empty() || placeholder(text) == Some(TO_ASK);
    assert!(value.is_some() || !problems.is_empty() || is_open, "{text:?} is rejected without a problem");
    assert_findings_within(&source, &describe_problems(&source, problems));
    value
}

fn assert_text_round_trip<V: Value + Display + PartialEq + Debug>(text: &str) {
    if let Some(value) = read_value::<V>(text) {
        assert_value_round_trip(&value, text);
    }
}

/// Asserts that a printed value reads as the same value.
fn assert_value_round_trip<V: Value + Display + PartialEq + Debug>(value: &V, text: &str) {
    let printed = value.to_string();
    assert_eq!(read_value::<V>(&printed).as_ref(), Some(value), "{text:?} prints as {printed:?}");
}
