//! The answers of an item as sheets of paper and cards lay them out: for whom, when, where, how much, what to do by
//! when, how to apply.

use serde::Serialize;

use crate::compose::fact_sheet::{Answer, EditionSheet, FactRow, FactSheet, Line};
use crate::locale::{Locale, key};
use crate::model::{Cost, Kind};
use crate::publish::{ItemPage, RenderContext};
use crate::text::no_break::keep_numbers_together;

/// Maximum number of rows of one answer; the code leads to the rest.
const MAX_ROWS: usize = 6;

/// An answer as it is laid out.
#[derive(Serialize)]
pub(crate) struct AnswerData<'p> {
    /// Name of the answer, as that of the fact sheet.
    pub(crate) name: &'p str,
    icon: &'p str,
    short: String,
    detail: Vec<String>,
    /// Lines that no layout leaves out: what stands in bold, and the rest.
    rows: Vec<(String, String)>,
}

impl<'p> AnswerData<'p> {
    /// The answer of one name, as it is.
    pub(crate) fn named(sheet: &'p FactSheet<'_>, name: &str) -> Option<Self> {
        named(&sheet.answers, name).map(Self::new)
    }

    /// The answer alone.
    pub(crate) fn into_short(self) -> String {
        self.short
    }

    fn new(answer: &'p Answer<'_>) -> Self {
        let detail = answer.detail.iter().map(text_of).collect();
        Self { name: answer.name, icon: answer.icon, short: text_of(&answer.short), detail, rows: Vec::new() }
    }

    /// A row of contacts: the first line of a fact.
    pub(crate) fn contact(row: &'p FactRow<'_>) -> Self {
        let short = row.lines.first().map(text_of).unwrap_or_default();
        Self { name: row.name, icon: row.icon, short, detail: Vec::new(), rows: Vec::new() }
    }
}

fn text_of(line: &Line<'_>) -> String {
    keep_numbers_together(&line.text).into_owned()
}

/// The answers above the code: for whom, when with every group or day, where with its zone, how much; the steps of a
/// procedure.
pub(crate) fn upper_answers<'p>(context: &RenderContext, page: &'p ItemPage<'_>) -> Vec<AnswerData<'p>> {
    let sheet = &page.sheet;
    let names = ["who", "when", "where", "cost"];
    let mut answers: Vec<AnswerData<'p>> =
        names.into_iter().filter_map(|name| AnswerData::named(sheet, name)).collect();
    let has_streets = sheet.editions.iter().any(|edition| named(&edition.answers, "where").is_some());
    for answer in &mut answers {
        match answer.name {
            "when" => add_times(answer, sheet),
            "where" if has_streets => answer.detail.clear(),
            "where" => add_zone(answer, context),
            _ => {}
        }
    }
    answers.extend(steps(page));
    answers
}

fn named<'p>(answers: &'p [Answer<'_>], name: &str) -> Option<&'p Answer<'p>> {
    answers.iter().find(|answer| answer.name == name)
}

/// Adds a row for each group, or for each day of a repeated event, in place of their short forms.
fn add_times(answer: &mut AnswerData<'_>, sheet: &FactSheet<'_>) {
    if let Some((first, others)) = sheet.days.split_first() {
        answer.short.clone_from(first);
        answer.detail.clear();
        answer.rows = others.iter().map(|day| (day.clone(), String::new())).collect();
    } else if sheet.editions.len() > 1 {
        let is_group = |line: &str, edition: &EditionSheet<'_>| {
            let hours = named(&edition.answers, "when").map(|when| when.short.text.to_lowercase());
            line.starts_with(edition.title.text.as_ref()) || hours == Some(line.to_lowercase())
        };
        answer.detail.retain(|line| !sheet.editions.iter().any(|edition| is_group(line, edition)));
        let row = |edition: &EditionSheet<'_>| {
            let parts: Vec<&str> = edition.answers.iter().map(|answer| answer.short.text.as_ref()).collect();
            (edition.title.text.to_string(), keep_numbers_together(&parts.join(" · ")).into_owned())
        };
        answer.rows = sheet.editions.iter().map(row).collect();
    }
    let surplus = answer.rows.len().saturating_sub(MAX_ROWS);
    if surplus > 0 {
        answer.rows.truncate(MAX_ROWS);
        answer.rows.push((format!("+ {surplus}"), String::new()));
    }
}

/// Moves the zone from the second line to the street.
fn add_zone(answer: &mut AnswerData<'_>, context: &RenderContext) {
    let territory = &context.board.config.territorio;
    let zones: Vec<String> = territory.zone.iter().map(|zone| territory.zone_label(zone)).collect();
    if let Some(position) = answer.detail.iter().position(|line| zones.contains(line)) {
        answer.short = format!("{} · {}", answer.short, answer.detail.remove(position));
    }
}

/// The steps of a procedure, numbered, if they are in the language of the sheet.
fn steps<'p>(page: &'p ItemPage<'_>) -> Option<AnswerData<'p>> {
    let row =
        page.sheet.rows.iter().find(|row| row.name == "steps").filter(|_| page.item.kind() == Kind::Regulation)?;
    let lines: Vec<String> = row.lines.iter().filter(|line| !line.foreign).map(text_of).collect();
    let rows = (1..).zip(lines.iter()).take(MAX_ROWS).map(|(number, line)| (format!("{number}."), line.clone()));
    let rows: Vec<(String, String)> = rows.collect();
    let short = row.label.to_owned();
    (!rows.is_empty()).then_some(AnswerData { name: row.name, icon: row.icon, short, detail: Vec::new(), rows })
}

/// The line in the largest figures, and what follows it: what to do by when; else what a notice has changed, or when
/// a place is always open; else the status.
pub(crate) fn headline(page: &ItemPage<'_>) -> (String, Vec<String>) {
    let sheet = &page.sheet;
    let status = keep_numbers_together(&sheet.status.sentence).into_owned();
    if let Some(act_by) = AnswerData::named(sheet, "act_by") {
        return (act_by.short, act_by.detail);
    }
    let change = sheet.rows.iter().find(|row| row.name == "changes").and_then(|row| row.lines.last()).map(text_of);
    let always =
        AnswerData::named(sheet, "when").filter(|_| sheet.status.last_day.is_none()).map(AnswerData::into_short);
    match (page.item.kind(), change, always) {
        (Kind::News, Some(change), _) => (change, vec![status]),
        (Kind::Project, _, Some(always)) => (always, Vec::new()),
        _ => (status, Vec::new()),
    }
}

/// White labels on the band: that it is free, that it is an example.
pub(crate) fn tags<'p>(page: &ItemPage<'_>, locale: &'p Locale) -> Vec<&'p str> {
    // Whoever gets money does not ask what it costs.
    let is_price = page.sheet.answers.iter().any(|answer| answer.name == "cost" && answer.icon == "cost");
    let is_free = page.item.facts.cost.value().is_some_and(Cost::is_free) && is_price;
    let free = is_free.then(|| locale.text(key::money_free));
    free.into_iter().chain(page.sheet.example.then(|| locale.text(key::example))).collect()
}
