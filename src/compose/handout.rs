//! A sheet to hand over: the facts of a few items that somebody has chosen for a person, in the person's language and in
//! that of the board, fact by fact, so that both read the same line.
//!
//! The page `foglio/`, the printed sheet and the text for messengers lay out the same facts.

mod pair;
mod text;

use serde::Serialize;

use crate::board::{Board, Item};
use crate::locale::{Locale, key};
use crate::model::{Kind, parse_answering_hours};
use crate::text::digit_groups::is_right_to_left;

use super::fact_sheet::{Answer, EditionSheet, FactRow, FactSheet, Line, build_fact_sheet, item_path};
pub use pair::{HandoutPair, PairedFact, pair_handouts};
pub use text::render_handout_text;

/// Lines of one fact; the page of the item has the others.
const MAX_LINES: usize = 6;

/// An item in one language.
#[derive(Debug, Serialize)]
pub struct Handout<'b> {
    /// Key of its kind: `formazione`.
    pub kind: &'static str,
    /// Its kind in words.
    pub kind_label: &'b str,
    /// Short title; in the board's language if nobody has translated it.
    pub title: HandoutLine,
    /// Absolute URL of the item's page.
    pub url: String,
    /// Last day, `2026-12-04`, after which it is closed; `None` if it has none.
    pub last_day: Option<String>,
    /// The same with its hour, `2026-12-04T12:00`.
    pub last_moment: Option<String>,
    /// What to do by when, for whom, when, where, how much, what to bring, how to apply, numbers, who organises it.
    pub facts: Vec<HandoutFact<'b>>,
}

/// A fact with its lines; never empty.
#[derive(Debug, Serialize)]
pub struct HandoutFact<'b> {
    /// Name, the same in every language: `status`, `who`, `when`, `where`, `cost`, `documents`, `steps`, `way`, `phone`…
    pub name: &'static str,
    /// Name of its pictogram.
    pub icon: &'static str,
    /// The same as a sign for messengers.
    pub emoji: &'static str,
    /// Label in the sheet's language.
    pub label: &'b str,
    /// Lines, the first of which is the answer.
    pub lines: Vec<HandoutLine>,
}

/// A line of text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HandoutLine {
    /// The text.
    pub text: String,
    /// Whether it is in the board's language on a sheet in another; names and streets are not.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub foreign: bool,
}

impl HandoutLine {
    fn new(line: &Line<'_>) -> Self {
        Self { text: line.text.to_string(), foreign: line.foreign && !line.is_name }
    }

    fn own(text: impl AsRef<str>) -> Self {
        Self { text: text.as_ref().to_owned(), foreign: false }
    }
}

/// Builds the facts of an item in a language.
#[must_use]
pub fn build_handout<'b>(board: &'b Board, item: &'b Item, locale: &'b Locale) -> Handout<'b> {
    let sheet = build_fact_sheet(board, item, locale);
    let mut facts = vec![status(&sheet, locale)];
    facts.push(find(&sheet, "who").map(|who| {
        // The line of each group says for whom it is.
        let is_of_group = |line: &&Line<'_>| sheet.editions.iter().any(|edition| starts_with_title(line, edition));
        let conditions = who.essential.iter().filter(|line| !is_of_group(line));
        fact(who, std::iter::once(&who.short).chain(conditions).map(HandoutLine::new).collect())
    }));
    facts.push(find(&sheet, "when").map(|when| fact(when, times(&sheet, when, locale))));
    facts.push(find(&sheet, "where").map(|place| {
        let (short, others) = place.with_area();
        let has_streets =
            sheet.editions.iter().any(|edition| edition.answers.iter().any(|answer| answer.name == "where"));
        let others = others.into_iter().filter(|_| !has_streets).map(HandoutLine::new);
        let short = HandoutLine { text: short, ..HandoutLine::new(&place.short) };
        fact(place, std::iter::once(short).chain(others).collect())
    }));
    facts.push(find(&sheet, "cost").map(|cost| fact(cost, lines_of(cost))));
    facts.push(row(&sheet, "documents").map(|documents| row_fact(documents, "documents", "✅")));
    // Of a procedure the steps are the way.
    let steps = row(&sheet, "steps").filter(|_| item.kind() == Kind::Regulation);
    facts.push(steps.map(|steps| row_fact(steps, "steps", "👣")));
    let way = find(&sheet, "way");
    facts.push(
        way.map(|way| fact(way, lines_of(way).into_iter().chain(way.detail.iter().map(HandoutLine::new)).collect())),
    );
    facts.extend(numbers(&sheet, way).into_iter().map(Some));
    facts.push(warnings(&sheet, locale));
    facts.push(sheet.organisation.map(|name| HandoutFact {
        name: "organisation",
        icon: "who",
        emoji: "🏠",
        label: locale.text(if item.kind() == Kind::Job { key::row_hires } else { key::organised_by }),
        lines: vec![HandoutLine::own(name)],
    }));
    let mut facts: Vec<HandoutFact<'b>> = facts.into_iter().flatten().collect();
    for fact in &mut facts {
        fact.lines.truncate(MAX_LINES);
    }
    Handout {
        kind: sheet.kind,
        kind_label: sheet.kind_label,
        title: HandoutLine { foreign: sheet.short_title.foreign, ..HandoutLine::own(&sheet.short_title.text) },
        url: board.url(&item_path(board, &item.slug, &locale.code)),
        last_day: sheet.status.last_day,
        last_moment: sheet.status.last_moment,
        facts,
    }
}

fn find<'s, 'b>(sheet: &'s FactSheet<'b>, name: &str) -> Option<&'s Answer<'b>> {
    sheet.answers.iter().find(|answer| answer.name == name)
}

fn row<'s, 'b>(sheet: &'s FactSheet<'b>, name: &str) -> Option<&'s FactRow<'b>> {
    sheet.rows.iter().find(|row| row.name == name)
}

fn fact<'b>(answer: &Answer<'b>, lines: Vec<HandoutLine>) -> HandoutFact<'b> {
    let emoji = match answer.name {
        "who" => "👥",
        "when" => "📅",
        "where" => "📍",
        "cost" => "💶",
        _ => "👉",
    };
    HandoutFact { name: answer.name, icon: answer.icon, emoji, label: answer.label, lines }
}

fn row_fact<'b>(row: &FactRow<'b>, icon: &'static str, emoji: &'static str) -> HandoutFact<'b> {
    let lines = row.lines.iter().map(HandoutLine::new).collect();
    HandoutFact { name: row.name, icon, emoji, label: row.label, lines }
}

/// The short line of an answer and what no layout leaves out.
fn lines_of(answer: &Answer<'_>) -> Vec<HandoutLine> {
    std::iter::once(&answer.short).chain(&answer.essential).map(HandoutLine::new).collect()
}

/// What to do by when; of what has no such day, and does not say when it is, how things stand.
fn status<'b>(sheet: &FactSheet<'b>, locale: &'b Locale) -> Option<HandoutFact<'b>> {
    if let Some(act_by) = find(sheet, "act_by") {
        return Some(HandoutFact { name: "status", emoji: "⏳", ..fact(act_by, lines_of(act_by)) });
    }
    let sentence = &sheet.status.sentence;
    if find(sheet, "when").is_some() || sentence == locale.text(key::status_open_no_end) {
        return None;
    }
    let label = locale.text(key::row_when);
    Some(HandoutFact { name: "status", icon: "when", emoji: "📅", label, lines: vec![HandoutLine::own(sentence)] })
}

/// Every day, or every group with its time and place, or the answer in one line.
fn times(sheet: &FactSheet<'_>, when: &Answer<'_>, locale: &Locale) -> Vec<HandoutLine> {
    let mut lines: Vec<HandoutLine> = if !sheet.days.is_empty() {
        sheet.days.iter().map(HandoutLine::own).collect()
    } else if sheet.editions.len() > 1 {
        let count = locale.format(key::groups_count, &[("count", sheet.editions.len().into())]);
        std::iter::once(HandoutLine::own(count))
            .chain(sheet.editions.iter().map(|edition| group(edition, locale)))
            .collect()
    } else {
        return lines_of(when);
    };
    let surplus = lines.len().saturating_sub(MAX_LINES);
    if surplus > 0 {
        lines.truncate(MAX_LINES - 1);
        lines.push(HandoutLine::own(format!("+ {}", surplus + 1)));
    }
    lines
}

/// A group in one line. On a right-to-left sheet streets and districts are isolated, so that what stands between them
/// keeps its order.
fn group(edition: &EditionSheet<'_>, locale: &Locale) -> HandoutLine {
    let answers = edition.answers.iter().flat_map(|answer| std::iter::once(&answer.short).chain(&answer.essential));
    let is_apart = |text: &str| locale.direction == "rtl" && !is_right_to_left(text) && !text.starts_with('\u{2066}');
    let part = |text: &str| if is_apart(text) { format!("\u{2066}{text}\u{2069}") } else { text.to_owned() };
    let parts: Vec<String> = answers.map(|line| part(&line.text)).collect();
    HandoutLine::own(format!("{}: {}", edition.title.text, parts.join(" · ")))
}

/// «Primavalle, giovani: da 16 a 24 anni» is of the group «Primavalle, giovani».
fn starts_with_title(line: &Line<'_>, edition: &EditionSheet<'_>) -> bool {
    let shown = |text: &str| text.trim_start_matches('\u{2066}').to_owned();
    shown(&line.text).starts_with(&shown(&edition.title.text))
}

/// Numbers that the way to apply does not name: telephone and WhatsApp, else e-mail; hours only with a number to call.
fn numbers<'b>(sheet: &FactSheet<'b>, way: Option<&Answer<'b>>) -> Vec<HandoutFact<'b>> {
    let way_lines = way.map(lines_of).unwrap_or_default();
    let of = |name: &str, icon: &'static str, emoji: &'static str| {
        let row = sheet.contacts.iter().find(|row| row.name == name)?;
        let lines: Vec<HandoutLine> =
            row.lines.iter().map(HandoutLine::new).filter(|line| is_new(name, line, &way_lines)).collect();
        (!lines.is_empty()).then_some(HandoutFact { name: row.name, icon, emoji, label: row.label, lines })
    };
    let mut found: Vec<HandoutFact<'b>> =
        [of("phone", "phone", "📞"), of("whatsapp", "whatsapp", "💬")].into_iter().flatten().collect();
    if found.is_empty() && way.is_none() {
        found.extend(of("mail", "mail", "📩"));
    }
    if sheet.contacts.iter().any(|row| row.name == "phone") {
        found.extend(of("hours", "when", "🕘"));
    }
    found
}

/// Whether a line of a contact says what no line of the way to apply does: a number is the same however its digits are
/// grouped, hours are the same in other words too («martedì, dalle 9 alle 13»), other texts are the same only as a whole.
fn is_new(contact: &str, line: &HandoutLine, way_lines: &[HandoutLine]) -> bool {
    if !matches!(contact, "phone" | "whatsapp") {
        // The hours of a way are set with word joiners. Of hours in another language only the text is compared: there
        // those of contacts are written as those of ways are.
        let slots_of = |text: &str| parse_answering_hours(&text.replace('\u{2060}', ""));
        let slots = slots_of(&line.text);
        let is_same = |way_line: &HandoutLine| {
            way_line.text == line.text || (slots.is_some() && slots_of(&way_line.text) == slots)
        };
        return !way_lines.iter().any(is_same);
    }
    let number = digits(&line.text);
    number.is_empty()
        || !way_lines.iter().map(|way_line| digits(&way_line.text)).any(|way_digits| way_digits.contains(&number))
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

fn warnings<'b>(sheet: &FactSheet<'b>, locale: &'b Locale) -> Option<HandoutFact<'b>> {
    let lines: Vec<HandoutLine> = sheet.warnings.iter().map(HandoutLine::new).collect();
    let label = locale.text(key::row_warnings);
    (!lines.is_empty()).then_some(HandoutFact { name: "warnings", icon: "warning", emoji: "⚠️", label, lines })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn way_names_a_number_by_its_digits_hours_by_their_meaning_and_a_note_by_its_words() {
        let way = [HandoutLine::own("Telefona: 06 5550 0110"), HandoutLine::own("lunedì 9:00\u{2060}–\u{2060}13:00")];
        let is_new = |contact: &str, text: &str| is_new(contact, &HandoutLine::own(text), &way);
        assert!(!is_new("phone", "06/55500110") && is_new("phone", "06 5550 0111"));
        assert!(!is_new("whatsapp", "0655500110"));
        assert!(is_new("hours", "chiedi dello sportello 5") && is_new("hours", "9-13"));
        assert!(!is_new("hours", "lunedì, dalle 9 alle 13") && is_new("hours", "lunedì, dalle 9 alle 12"));
        assert!(!is_new("hours", "lunedì 9:00\u{2060}–\u{2060}13:00"));
    }
}
