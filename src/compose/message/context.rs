//! What the templates of messages read: facts, ways to apply and contacts as short lines.

use serde::Serialize;
use tera::Context;

use crate::board::Board;
use crate::compose::fact_sheet::{Answer, ApplicationWay, EditionSheet, FactRow, FactSheet, Line};
use crate::locale::{Locale, key};
use crate::text::sentences::split_sentences;

/// One fact of a message, as templates read it:
/// `{{ fact.emoji }} **{{ fact.short }}** · {{ fact.essential }} · {{ fact.detail }}`.
#[derive(Serialize)]
struct MessageFact<'m> {
    name: &'m str,
    emoji: &'static str,
    /// The answer in one line, or the label of a list.
    short: String,
    /// What excludes people, or without which nobody gets there.
    essential: String,
    /// The most important of the rest, if it is short; else empty.
    detail: String,
    /// Lines of a list: documents, of which each is needed; steps.
    list: Vec<String>,
    /// The list is one of steps, in their order.
    is_numbered: bool,
}

impl<'m> MessageFact<'m> {
    fn new(name: &'m str, emoji: &'static str, short: String) -> Self {
        let (essential, detail) = (String::new(), String::new());
        Self { name, emoji, short, essential, detail, list: Vec::new(), is_numbered: false }
    }
}

/// Letters of detail that a line of a message has room for.
const MAX_DETAIL: usize = 80;

/// Values of the templates for an item's messages, but for its text.
pub(in crate::compose) fn template_context(
    locale: &Locale,
    board: &Board,
    sheet: &FactSheet<'_>,
    url: &str,
) -> Context {
    let writer = Writer { locale, own: &board.config.bacheca.lingua };
    let more = ["contract", "steps", "documents", "requirements", "benefits"];
    let grants = sheet.answers.iter().any(|answer| answer.icon == "grant");
    let rows = sheet.rows.iter().filter(|row| more.contains(&row.name) && !(grants && row.name == "benefits"));
    let rows: Vec<MessageFact<'_>> = rows.filter_map(|row| writer.row_fact(row)).collect();
    let way = sheet.answers.iter().find(|answer| answer.name == "way");
    let ways = match way.filter(|way| way.icon == "where" || sheet.ways.is_empty()) {
        Some(come) => vec![writer.join(std::iter::once(&come.short).chain(&come.essential).chain(&come.detail))],
        None => writer.format_ways(&sheet.ways).into_iter().chain(writer.conditions(sheet)).collect(),
    };
    let is_new = |line: &&Line<'_>| !ways.iter().any(|way| way.contains(line.text.as_ref()));
    let contacts = sheet.contacts.iter().filter_map(|row| {
        let lines: Vec<Line<'_>> = row.lines.iter().filter(is_new).cloned().collect();
        writer.row_fact(&FactRow { lines, ..row.clone() })
    });
    let mut contacts: Vec<MessageFact<'_>> = contacts.collect();
    // Hours without a number to call are of no use.
    if !contacts.iter().any(|contact| contact.name == "phone") {
        contacts.retain(|contact| contact.name != "hours");
    }
    let warnings: Vec<String> = sheet.warnings.iter().map(|line| writer.marked(line)).collect();
    let mut context = Context::new();
    context.insert_value("t", locale.template_values().clone());
    context.insert("item", sheet);
    context.insert("facts", &writer.first_facts(sheet));
    context.insert("rows", &rows);
    context.insert("warnings", &warnings);
    context.insert("editions", &sheet.editions.iter().map(edition_text).collect::<Vec<_>>());
    context.insert("contacts", &contacts);
    context.insert("ways", &ways);
    context.insert("url", url);
    context.insert("is_letter", &false);
    context.insert("board", &board.config.bacheca.nome);
    context
}

/// Facts for the shortest messages, from the most important, each in its whole form and, if there is one, a shorter: the
/// warnings, the day of an event, how much, how to apply, where, for whom, when: who knows whom to ask learns the rest.
/// What to do by when is the status.
pub(super) fn brief_facts(sheet: &FactSheet<'_>, locale: &Locale) -> Vec<Vec<String>> {
    let warnings = sheet.warnings.iter().map(|line| {
        let (label, colon) = (locale.text(key::row_warnings), locale.text(key::colon));
        let words = line.text.trim_end_matches('.');
        let first = split_sentences(words).first().copied().unwrap_or(words).trim_end_matches('.');
        let mut forms = [words, first].map(|words| format!("{label}{colon}{words}")).to_vec();
        forms.dedup();
        forms
    });
    let is_event = sheet.kind == "evento";
    let day = sheet.status.then.clone().filter(|_| is_event).map(|day| vec![day]);
    let says_when = sheet.status.says_hours || is_event;
    let names = ["cost", "way", "where", "who", "when"].into_iter().filter(|name| !(says_when && *name == "when"));
    let forms = names.filter_map(|name| {
        let answer = sheet.answers.iter().find(|answer| answer.name == name)?;
        // A law «vale da martedì» in its status already.
        if answer.short.text == sheet.status.sentence {
            return None;
        }
        let forms = match pay_with_taxes(answer) {
            Some(pay) => [pay.clone(), pay],
            None => [whole_answer(answer), answer.short.text.to_string()],
        };
        let mut forms = forms.map(|form| form.trim_end_matches('.').to_owned()).to_vec();
        forms.dedup();
        Some(forms)
    });
    warnings.chain(day).chain(forms).collect()
}

/// An answer in one line; of a pay whose text says whether it is before taxes, with that text.
fn whole_answer(answer: &Answer<'_>) -> String {
    match answer.detail.first().filter(|_| answer.icon == "pay") {
        Some(text) => format!("{} · {}", answer.short.text, text.text),
        None => answer.with_area().0,
    }
}

/// «Ti pagano 1.050 € al mese (lordi)»: a sum without that word is another. `None` if it is no pay, or nobody knows.
fn pay_with_taxes(answer: &Answer<'_>) -> Option<String> {
    let taxes = answer.essential.first().filter(|_| answer.icon == "pay")?;
    Some(format!("{} ({})", answer.short.text, taxes.text))
}

/// Writes the facts of a message.
struct Writer<'m> {
    locale: &'m Locale,
    /// The board's own language, in which texts are that nobody has translated.
    own: &'m str,
}

impl<'m> Writer<'m> {
    /// What a reader asks first, a line each: what to do by when or when it happens, the cost, then the others.
    fn first_facts(&self, sheet: &'m FactSheet<'_>) -> Vec<MessageFact<'m>> {
        let find = |name: &str| sheet.answers.iter().find(|answer| answer.name == name);
        let acts = find("act_by").is_some();
        let ongoing = sheet.status.sentence == self.locale.text(key::status_open_no_end);
        // Where nothing has to be done by a day, the status says when it happens, or `when` says it better.
        let is_told_by_kind = matches!(sheet.kind, "evento" | "normativa" | "notizia");
        let says_when = !acts && sheet.is_open && (is_told_by_kind || sheet.status.says_hours);
        let emoji = if says_when { "📅" } else { "⏳" };
        let status = (!(ongoing && find("when").is_some())).then(|| MessageFact {
            detail: sheet.status.then.clone().filter(|_| !acts).unwrap_or_default(),
            ..MessageFact::new("status", emoji, sheet.status.sentence.clone())
        });
        let order = if status.is_some() { ["cost", "who", "when", "where"] } else { ["when", "cost", "who", "where"] };
        let names = order.into_iter().filter(|name| !(says_when && status.is_some() && *name == "when"));
        let has_editions = !sheet.editions.is_empty();
        let answers: Vec<MessageFact<'_>> =
            names.filter_map(|name| self.answer_fact(find(name)?, has_editions)).collect();
        status.into_iter().chain(answers).collect()
    }

    fn answer_fact(&self, answer: &'m Answer<'_>, has_editions: bool) -> Option<MessageFact<'m>> {
        let (short, essential) = answer.with_area();
        let is_free = short.to_lowercase() == self.locale.text(key::money_free);
        let length = |line: &Line<'_>| line.text.chars().count();
        // Each edition has a line of its own.
        let is_told_later = has_editions && matches!(answer.name, "when" | "where");
        let essential: Vec<&Line<'_>> = if is_told_later { Vec::new() } else { essential };
        let detail: &[Line<'_>] = match answer.name {
            _ if is_told_later => &[],
            // Half of a sum would mislead.
            "cost" if answer.detail.iter().map(length).sum::<usize>() > MAX_DETAIL => &[],
            _ => &answer.detail,
        };
        let readable = detail.iter().filter(|line| answer.name != "who" || !line.foreign);
        let room = readable.scan(MAX_DETAIL, |room, line| {
            *room = room.checked_sub(length(line))?;
            Some(line)
        });
        let (essential, detail) = (self.join(essential), self.join(room));
        let short = if is_free { short.to_uppercase() } else { short };
        let (short, essential) = match pay_with_taxes(answer) {
            Some(pay) => (pay, String::new()),
            None => (short, essential),
        };
        Some(MessageFact { essential, detail, ..MessageFact::new(answer.name, fact_emoji(answer.name)?, short) })
    }

    fn row_fact(&self, row: &FactRow<'m>) -> Option<MessageFact<'m>> {
        let emoji = fact_emoji(row.name).filter(|_| !row.lines.is_empty())?;
        // Documents that are joined in one line leave open which of them are alternatives.
        if matches!(row.name, "documents" | "steps") && row.lines.len() > 1 {
            let list = row.lines.iter().map(|line| self.marked(line)).collect();
            let is_numbered = row.name == "steps";
            return Some(MessageFact { list, is_numbered, ..MessageFact::new(row.name, emoji, row.label.to_owned()) });
        }
        Some(MessageFact::new(row.name, emoji, self.join(&row.lines)))
    }

    /// Lines as one, each that is not in the reader's language with a word that says so.
    fn join<'l>(&self, lines: impl IntoIterator<Item = &'l Line<'l>>) -> String {
        lines.into_iter().map(|line| self.marked(line)).collect::<Vec<_>>().join(" · ")
    }

    fn marked(&self, line: &Line<'_>) -> String {
        if line.foreign && !line.is_name {
            self.locale.mark_language(&line.text, self.own)
        } else {
            line.text.to_string()
        }
    }

    /// What taking part depends on besides: who is sent by whom, what to do at the door, how people are chosen.
    fn conditions(&self, sheet: &FactSheet<'_>) -> Vec<String> {
        let row = |name: &str| sheet.rows.iter().find(|row| row.name == name);
        let access = row("access").map(|row| self.join(&row.lines));
        let selection = row("selection")
            .map(|row| format!("{}{}{}", row.label, self.locale.text(key::colon), self.join(&row.lines)));
        access.into_iter().chain(selection).collect()
    }

    /// One line of words for each way to apply, followed by a line with its URL.
    fn format_ways(&self, ways: &[ApplicationWay<'_>]) -> Vec<String> {
        let mut lines = Vec::new();
        for way in ways {
            let (addresses, words): (Vec<&Line<'_>>, Vec<&Line<'_>>) =
                std::iter::once(&way.head).chain(&way.details).partition(|line| line.text.contains("://"));
            lines.extend(Some(self.join(words)).filter(|words| !words.is_empty()));
            lines.extend(addresses.into_iter().map(|line| line.text.clone().into_owned()));
        }
        lines
    }
}

fn join<'l>(lines: impl IntoIterator<Item = &'l Line<'l>>) -> String {
    lines.into_iter().map(|line| line.text.as_ref()).collect::<Vec<_>>().join(" · ")
}

/// Emoji of a fact (guidelines, section 7.1, and the usage of similar channels); facts without one appear only on the
/// page.
fn fact_emoji(name: &str) -> Option<&'static str> {
    Some(match name {
        "who" => "👥",
        "when" => "📅",
        "where" => "📍",
        "cost" | "benefits" => "💶",
        "contract" => "📝",
        "documents" | "requirements" => "✅",
        "steps" => "👣",
        "hours" => "🕘",
        "phone" => "📞",
        "whatsapp" => "💬",
        "mail" => "📩",
        "web" => "🌐",
        _ => return None,
    })
}

/// One of several editions: title, and a line with time, place, audience and telephone.
#[derive(Serialize)]
struct EditionText<'m> {
    title: &'m str,
    text: String,
}

fn edition_text<'m>(edition: &'m EditionSheet<'_>) -> EditionText<'m> {
    let phone = edition.rows.iter().filter(|row| row.name == "phone").flat_map(|row| &row.lines);
    let answers = edition.answers.iter().flat_map(|answer| std::iter::once(&answer.short).chain(&answer.essential));
    EditionText { title: &edition.title.text, text: join(answers.chain(phone)) }
}
