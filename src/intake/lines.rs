//! The lines of a message, cut into sentences, each with the field that its label names.

use std::ops::Range;

use super::clean::CleanText;
use super::cues::{GREETINGS, LABELS, topic_of_emoji};
use crate::check::{Token, tokenize};
use crate::text::emoji::{is_emoji, is_emoji_modifier};
use crate::text::letter_case::eq_ignore_case;
use crate::text::sentences::sentence_ends;

/// A sentence of a message, or a part of a line.
pub(super) struct Unit<'t> {
    /// Bytes in the message.
    pub(super) range: Range<usize>,
    /// Its text, without markup.
    pub(super) text: &'t str,
    /// Key of the field that the label before it names; several are joined by « e ».
    pub(super) topic: &'static str,
    /// The label itself; empty without one.
    pub(super) label: &'t str,
    /// Number of its line.
    pub(super) line: usize,
    /// Words and numbers, with offsets in the message.
    pub(super) tokens: Vec<Token<'t>>,
}

impl Unit<'_> {
    /// Whether its label names a field.
    pub(super) fn is_about(&self, key: &str) -> bool {
        self.topic.split(" e ").any(|topic| topic == key)
    }

    /// Bytes in the message of a part of its text.
    pub(super) fn at(&self, range: &Range<usize>) -> Range<usize> {
        self.range.start + range.start..self.range.start + range.end
    }

    /// Text before a byte of the message.
    pub(super) fn before(&self, at: usize) -> &str {
        self.text.get(..at.saturating_sub(self.range.start)).unwrap_or_default()
    }

    /// Text from a byte of the message on.
    pub(super) fn after(&self, at: usize) -> &str {
        self.text.get(at.saturating_sub(self.range.start)..).unwrap_or_default()
    }
}

/// Cuts a part of a message into sentences.
pub(super) fn split_units<'t>(clean: &'t CleanText, part: &Range<usize>) -> Vec<Unit<'t>> {
    let mut units = Vec::new();
    let (mut start, mut heading) = (part.start, "");
    let text = clean.text.get(part.clone()).unwrap_or_default();
    let mut margins = clean.margins.iter().peekable();
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let from = start;
        start += line.len();
        while margins.next_if(|margin| margin.end <= from).is_some() {}
        if line.trim().is_empty() || margins.peek().is_some_and(|margin| margin.start < start) {
            heading = "";
            continue;
        }
        let (topic, length) = label_of(line);
        let value = line.get(length..).unwrap_or_default();
        let topic = if topic.is_empty() { heading } else { topic };
        // The lines below a label alone are about it, to the next empty line or label.
        heading = if length > 0 && value.trim().is_empty() || heading == topic { topic } else { "" };
        let mut at = 0;
        for end in unit_ends(value) {
            let sentence = value.get(std::mem::replace(&mut at, end)..end).unwrap_or_default();
            let lead = sentence.len() - sentence.trim_start().len();
            let range = from + length + end - sentence.len() + lead
                ..from + length + end - (sentence.len() - sentence.trim_end().len());
            if range.start < range.end {
                // A sentence within the line may have a label of its own: «… alle 10. Bando: …».
                let is_first = at == sentence.len();
                let (own, length) =
                    if is_first { ("", 0) } else { label_of(clean.text.get(range.clone()).unwrap_or_default()) };
                let topic = if own.is_empty() { topic } else { own };
                let label =
                    if own.is_empty() && is_first { from..from + length } else { range.start..range.start + length };
                let label = clean.text.get(label).unwrap_or_default().trim();
                let range = range.start + if own.is_empty() { 0 } else { length }..range.end;
                let lead = clean.text.get(range.clone()).map_or(0, |text| text.len() - text.trim_start().len());
                let range = range.start + lead..range.end;
                if range.start == range.end {
                    continue;
                }
                let text = clean.text.get(range.clone()).unwrap_or_default();
                let tokens = tokenize(&clean.text, &range);
                units.push(Unit { range, text, topic, label, line: number, tokens });
            }
        }
    }
    units
}

/// Longest unit, in bytes: a text may have no full stop at all.
const MAX_UNIT_BYTES: usize = 1_500;

/// Where the sentences of a line end: not behind an initial («piazza G. L. Bernini»), and after so many bytes.
fn unit_ends(line: &str) -> Vec<usize> {
    let is_initial = |end: &usize| {
        let mut before = line.get(..*end).unwrap_or_default().chars().rev();
        before.next() == Some('.')
            && before.next().is_some_and(char::is_uppercase)
            && before.next().is_none_or(|c| !c.is_alphanumeric())
    };
    let mut ends: Vec<usize> = Vec::new();
    for end in sentence_ends(line).into_iter().filter(|end| !is_initial(end)).chain([line.len()]) {
        let mut start = ends.last().copied().unwrap_or_default();
        while end - start > MAX_UNIT_BYTES {
            let most = line.floor_char_boundary(start + MAX_UNIT_BYTES);
            let space = line.get(start..most).and_then(|part| part.rfind(' ')).filter(|at| *at > 0);
            start = space.map_or(most, |at| start + at);
            ends.push(start);
        }
        ends.push(end);
    }
    ends
}

/// Key of the field that a line's label names, and the length of the label; empty and zero without one.
fn label_of(line: &str) -> (&'static str, usize) {
    let rest = line.trim_start();
    let mut at = line.len() - rest.len();
    let mut topic = "";
    for letter in rest.chars().take_while(|c| is_emoji(*c) || is_emoji_modifier(*c) || *c == ' ') {
        topic = if topic.is_empty() { topic_of_emoji(letter).unwrap_or_default() } else { topic };
        at += letter.len_utf8();
    }
    let rest = line.get(at..).unwrap_or_default();
    // «Quando: …», «Quando - …», «Dove? …», «DOVE» alone in its line.
    let ends = [":", " - ", " – ", "? ", " — ", "  "].iter().filter_map(|sign| Some((rest.find(sign)?, sign.len())));
    let (end, sign) = ends.min().unwrap_or((rest.trim_end().len(), 0));
    let name = rest.get(..end).unwrap_or_default();
    match key_of_label(name) {
        Some(key) if name.chars().count() <= 45 => (key, at + end + sign),
        _ => (topic, at),
    }
}

/// Key of the field that a label names, signs at its end apart.
fn key_of_label(name: &str) -> Option<&'static str> {
    let name = name.trim().trim_end_matches(['?', '!', '.', ':']).trim();
    let is_form = |form: &&'static str| eq_ignore_case(name, form);
    LABELS.entries().iter().find(|entry| entry.forms.iter().any(is_form)).map(|entry| entry.column(0))
}

/// Whether a line begins with a label.
pub(super) fn is_labelled(line: &str) -> bool {
    !label_of(line).0.is_empty()
}

/// Whether a word is a label of its own.
pub(super) fn is_label(word: &str) -> bool {
    key_of_label(word).is_some()
}

/// Whether a line greets, or says that the message was forwarded.
pub(super) fn is_greeting(line: &str) -> bool {
    GREETINGS.find_words(line).first().is_some_and(|(range, _)| range.start == 0) && line.chars().count() < 90
}

/// Note on greetings that are no part of the sentence behind them.
const SALUTATION: &str = "salutation";

/// Letters of a greeting with whom it greets, up to its comma.
const MAX_GREETING_CHARS: usize = 40;

/// A sentence without the greeting with which it begins: of «Gentili colleghi, sabato c'è…» the rest.
pub(super) fn without_greeting(sentence: &str) -> &str {
    let found = GREETINGS.find_words(sentence);
    let salutations = found.iter().filter(|(range, entry)| range.start == 0 && entry.column(0) == SALUTATION);
    let Some(end) = salutations.map(|(range, _)| range.end).max() else {
        return sentence;
    };
    let near = sentence.floor_char_boundary(MAX_GREETING_CHARS);
    let comma = sentence.get(..near).and_then(|start| start.find([',', '!', ':'])).map(|at| at + 1);
    sentence.get(comma.unwrap_or(end)..).unwrap_or_default().trim_start()
}

#[cfg(test)]
mod tests {
    use super::super::clean::clean;
    use super::super::cues::EMOJI_LABELS;
    use super::*;

    #[test]
    fn greetings_are_no_part_of_a_sentence() {
        for (sentence, rest) in [
            ("Gentili colleghi, sabato 5 dicembre c'è la festa", "sabato 5 dicembre c'è la festa"),
            ("ciao cerchiamo due persone", "cerchiamo due persone"),
            ("Sabato c'è la festa, ciao", "Sabato c'è la festa, ciao"),
            ("ciao", ""),
            ("Giro in bicicletta, sabato", "Giro in bicicletta, sabato"),
        ] {
            assert_eq!(without_greeting(sentence), rest);
        }
    }

    #[test]
    fn lines_have_the_topic_of_their_label() {
        let message =
            "Corso di cucina\n\n*Quando:* lunedì 30. Ore 10.\n📍 via Roma 1\nDOVE\nvia Po 2\nsala 3\n\nVi aspettiamo\n";
        let cleaned = clean(message);
        let units = split_units(&cleaned, &(0..message.len()));
        let shown: Vec<(&str, &str)> = units.iter().map(|unit| (unit.topic, unit.text)).collect();
        assert_eq!(
            shown,
            [
                ("", "Corso di cucina"),
                ("date", "lunedì 30."),
                ("date", "Ore 10."),
                ("luogo", "via Roma 1"),
                ("luogo", "via Po 2"),
                ("luogo", "sala 3"),
                ("", "Vi aspettiamo")
            ]
        );
    }

    #[test]
    fn every_label_names_a_field() {
        for entry in LABELS.entries().iter().chain(EMOJI_LABELS.entries()) {
            for key in entry.column(0).split(" e ") {
                assert!(crate::model::is_declared(key), "{key}");
            }
        }
    }
}
