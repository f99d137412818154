//! Dates, hours, sums and telephone numbers, as a field holds them and as they stand in running text.

use std::borrow::Cow;
use std::fmt::{Debug, Display};

use bacheca::diagnostic::LocalizedString;
use bacheca::model::{
    Dates, Deadline, Money, PartialDate, Phone, Reader, TimeOfDay, TimeSlot, Value, find_written_dates,
    number_in_words, spell_out_date, spell_out_iso_dates, spell_out_with_article,
};

use bacheca::source::{Node, Source, Yaml};
use chrono::NaiveDate;

use super::places::{in_words, lie_within, of_problems};

/// What is read is printed in a form that reads the same; what is found lies in the text.
pub fn holds(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    running(text);
    for line in text.lines().take(20) {
        // A value alone, and behind its key.
        let value = line.split_once(": ").map_or(line, |(_, value)| value);
        field(value.trim_matches(['"', ' ']));
    }
}

/// Dates in running text.
fn running(text: &str) {
    let reference = NaiveDate::from_ymd_opt(2026, 11, 21).expect("a day");
    let mut last = 0;
    for date in find_written_dates(text) {
        lie_within(text, &date.range, "a date");
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
    let said = spell_out_iso_dates(&sentence);
    assert_eq!(spell_out_iso_dates(&said), said, "said twice it is something else");
    let _ = number_in_words(text);
}

/// One value of each type.
fn field(text: &str) {
    back::<PartialDate>(text);
    back::<NaiveDate>(text);
    if let Some(deadline) = read::<Deadline>(text) {
        // The end of a day is written for readers of data, not for people: `T23:59:59`.
        if !deadline.to_string().ends_with("T23:59:59") {
            back::<Deadline>(text);
        }
    }
    back::<TimeOfDay>(text);
    back::<TimeSlot>(text);
    back::<Money>(text);
    back::<Phone>(text);
    if let Some(dates) = read::<Dates>(text) {
        assert!(dates.start().first_day() <= dates.end().last_day(), "{text:?} ends before it starts");
        back_again(&dates.start(), text);
    }
    if let Some(money) = Money::parse(text) {
        assert!(money.0 >= 0, "{text:?} is less than nothing");
    }
}

/// A value as a field reads it; whatever is said of it points to it.
fn read<V: Value>(text: &str) -> Option<V> {
    let source = Source { path: "x.md".to_owned(), text: text.to_owned() };
    let mut problems = Vec::new();
    let node = Node { span: 0..text.len(), yaml: Yaml::Scalar(Cow::Borrowed(text), true) };
    let value = V::decode(&node, &mut Reader::new(&mut problems));
    assert!(value.is_some() || !problems.is_empty() || node.is_empty(), "{text:?} is refused without a word");
    of_problems(&source, &in_words(&source, problems));
    value
}

fn back<V: Value + Display + PartialEq + Debug>(text: &str) {
    if let Some(value) = read::<V>(text) {
        back_again(&value, text);
    }
}

/// What a value prints reads as the same value.
fn back_again<V: Value + Display + PartialEq + Debug>(value: &V, text: &str) {
    let printed = value.to_string();
    assert_eq!(read::<V>(&printed).as_ref(), Some(value), "{text:?} prints as {printed:?}");
}
