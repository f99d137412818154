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

/// Letters of requirements, documents, warnings or steps that a sheet has room for.
const MAX_FURTHER_LETTERS: usize = 240;

/// An answer as it is laid out.
#[derive(Serialize)]
pub(crate) struct AnswerData<'p> {
    /// Name of the answer, as that of the fact sheet.
    pub(crate) name: &'p str,
    icon: &'p str,
    short: String,
    /// Lines that no layout leaves out.
    essential: Vec<String>,
    detail: Vec<String>,
    /// Groups, days or steps, which no layout leaves out either: what stands in bold, and the rest.
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
        let (short, essential) = answer.with_area();
        let (short, essential) =
            (keep_numbers_together(&short).into_owned(), essential.into_iter().map(text_of).collect());
        let detail = answer.detail.iter().map(text_of).collect();
        Self { name: answer.name, icon: answer.icon, short, essential, detail, rows: Vec::new() }
    }

    /// A row of contacts: the first line of a fact.
    pub(crate) fn contact(row: &'p FactRow<'_>) -> Self {
        let short = row.lines.first().map(text_of).unwrap_or_default();
        Self { name: row.name, icon: row.icon, short, essential: Vec::new(), detail: Vec::new(), rows: Vec::new() }
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
            "when" => add_times(answer, sheet, page.locale),
            // The row of each group says for whom and where it is.
            "who" => answer.essential.retain(|line| !sheet.editions.iter().any(|edition| is_of(line, edition))),
            "where" if has_streets => (answer.essential, answer.detail) = (Vec::new(), Vec::new()),
            _ => {}
        }
    }
    answers.extend(steps(page, context.locales.board_locale()));
    answers
}

fn named<'p>(answers: &'p [Answer<'_>], name: &str) -> Option<&'p Answer<'p>> {
    answers.iter().find(|answer| answer.name == name)
}

/// Adds a row for each group, or for each day of a repeated event, in place of their short forms.
fn add_times(answer: &mut AnswerData<'_>, sheet: &FactSheet<'_>, locale: &Locale) {
    if let Some((first, others)) = sheet.days.split_first() {
        answer.short.clone_from(first);
        answer.essential.clear();
        answer.rows = others.iter().map(|day| (day.clone(), String::new())).collect();
    } else if sheet.editions.len() > 1 {
        answer.short = locale.format(key::groups_count, &[("count", sheet.editions.len().into())]);
        answer.essential.clear();
        let row = |edition: &EditionSheet<'_>| {
            let lines =
                edition.answers.iter().flat_map(|answer| std::iter::once(&answer.short).chain(&answer.essential));
            let parts: Vec<&str> = lines.map(|line| line.text.as_ref()).collect();
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

/// Whether a line is that of a group: «Primavalle, giovani: da 16 a 24 anni».
fn is_of(line: &str, edition: &EditionSheet<'_>) -> bool {
    let shown = |text: &str| text.trim_start_matches('\u{2066}').to_owned();
    shown(line).starts_with(&shown(&edition.title.text))
}

/// What else one has to know before going, in one line.
#[derive(Serialize)]
pub(crate) struct FurtherLine<'p> {
    icon: &'p str,
    label: String,
    text: String,
}

/// Requirements of a job, documents, warnings, steps, the most important first; those of many words are for the page.
pub(crate) fn further_lines<'p>(page: &'p ItemPage<'_>, board_locale: &Locale) -> Vec<FurtherLine<'p>> {
    let sheet = &page.sheet;
    let row = |name: &str| sheet.rows.iter().find(|row| row.name == name);
    // The steps of a procedure have rows of their own.
    let steps = row("steps").filter(|_| page.item.kind() != Kind::Regulation);
    let rows = [row("requirements"), row("documents"), steps];
    let mut lines: Vec<(&str, &str, &[Line<'_>])> =
        rows.into_iter().flatten().map(|row| (row.icon, row.label, row.lines.as_slice())).collect();
    lines.insert(lines.len().min(2), ("warning", page.locale.text(key::row_warnings), &sheet.warnings));
    let line = |(icon, label, lines): (&'p str, &'p str, &[Line<'_>])| {
        let text = lines.iter().map(text_of).collect::<Vec<_>>().join(" · ");
        let is_foreign = lines.iter().any(|line| line.foreign);
        let label = if is_foreign { page.locale.mark_language(label, &board_locale.code) } else { label.to_owned() };
        (!text.is_empty() && text.chars().count() <= MAX_FURTHER_LETTERS).then_some(FurtherLine { icon, label, text })
    };
    lines.into_iter().filter_map(line).collect()
}

/// The steps of a procedure, numbered; in the board's own language if nobody has translated them.
fn steps<'p>(page: &'p ItemPage<'_>, board_locale: &Locale) -> Option<AnswerData<'p>> {
    let row =
        page.sheet.rows.iter().find(|row| row.name == "steps").filter(|_| page.item.kind() == Kind::Regulation)?;
    let lines = row.lines.iter().map(text_of);
    let rows = (1..).zip(lines).take(MAX_ROWS).map(|(number, line)| (format!("{number}."), line));
    let rows: Vec<(String, String)> = rows.collect();
    let is_foreign = row.lines.iter().any(|line| line.foreign);
    let short =
        if is_foreign { page.locale.mark_language(row.label, &board_locale.code) } else { row.label.to_owned() };
    Some(AnswerData { short, rows, essential: Vec::new(), detail: Vec::new(), name: row.name, icon: row.icon })
}

/// The line in the largest figures, and what follows it: what to do by when; else what a notice has changed, or when
/// a place is always open; else the status.
pub(crate) fn headline(page: &ItemPage<'_>) -> (String, Vec<String>) {
    let sheet = &page.sheet;
    let status = keep_numbers_together(&sheet.status.sentence).into_owned();
    if let Some(act_by) = AnswerData::named(sheet, "act_by") {
        return (act_by.short, act_by.essential);
    }
    let change = sheet.rows.iter().find(|row| row.name == "changes").and_then(|row| row.lines.last()).map(text_of);
    let always =
        AnswerData::named(sheet, "when").filter(|_| sheet.status.last_day.is_none()).map(AnswerData::into_short);
    match (page.item.kind(), change, always) {
        (Kind::News, Some(change), _) => {
            let then = std::iter::once(status).filter(|status| *status != change).collect();
            (change, then)
        }
        (Kind::Project, _, Some(always)) if !sheet.status.says_hours => (always, Vec::new()),
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
