//! What the templates of messages read: facts, ways to apply and contacts as short lines.

use serde::Serialize;
use tera::Context;

use crate::board::Board;
use crate::compose::fact_sheet::{Answer, ApplicationWay, EditionSheet, FactSheet, Line};
use crate::locale::{Locale, key};

/// One fact of a message, as templates read it: `{{ fact.emoji }} **{{ fact.short }}** · {{ fact.detail }}`.
#[derive(Serialize)]
struct MessageFact<'m> {
    name: &'m str,
    emoji: &'static str,
    /// The answer in one line.
    short: String,
    /// The most important of the rest, if it is short; else empty.
    detail: String,
}

/// Letters of detail that a line of a message has room for.
const MAX_DETAIL: usize = 80;

/// The same where it says who is left out: which permits, which languages.
const MAX_LIMITS: usize = 200;

/// Values of the templates for an item's messages, but for its text.
pub(in crate::compose) fn template_context(
    locale: &Locale,
    board: &Board,
    sheet: &FactSheet<'_>,
    url: &str,
) -> Context {
    let more = ["contract", "documents", "requirements", "benefits"];
    let grants = sheet.answers.iter().any(|answer| answer.icon == "grant");
    let rows = sheet.rows.iter().filter(|row| more.contains(&row.name) && !(grants && row.name == "benefits"));
    let rows: Vec<MessageFact<'_>> = rows.filter_map(|row| row_fact(row.name, &row.lines)).collect();
    let way = sheet.answers.iter().find(|answer| answer.name == "way");
    let ways = match way.filter(|way| way.short.text == locale.text(key::way_come)) {
        Some(come) => vec![
            [&come.short]
                .into_iter()
                .chain(&come.detail)
                .map(|line| line.text.as_ref())
                .collect::<Vec<_>>()
                .join(" · "),
        ],
        None => format_ways(&sheet.ways),
    };
    let is_new = |line: &&Line<'_>| !ways.iter().any(|way| way.contains(line.text.as_ref()));
    let contacts = sheet.contacts.iter().filter_map(|row| {
        let lines: Vec<Line<'_>> = row.lines.iter().filter(is_new).cloned().collect();
        row_fact(row.name, &lines)
    });
    let contacts: Vec<MessageFact<'_>> = contacts.collect();
    let mut context = Context::new();
    context.insert_value("t", locale.template_values().clone());
    context.insert("item", sheet);
    context.insert("facts", &first_facts(sheet, locale));
    context.insert("rows", &rows);
    context.insert("editions", &sheet.editions.iter().map(edition_text).collect::<Vec<_>>());
    context.insert("contacts", &contacts);
    context.insert("ways", &ways);
    context.insert("url", url);
    context.insert("board", &board.config.bacheca.nome);
    context
}

/// What a reader asks first, a line each: what to do by when or when it happens, the cost, then the others.
fn first_facts<'m>(sheet: &'m FactSheet<'_>, locale: &Locale) -> Vec<MessageFact<'m>> {
    let find = |name: &str| sheet.answers.iter().find(|answer| answer.name == name);
    let acts = find("act_by").is_some();
    let ongoing = sheet.status.sentence == locale.text(key::status_open_no_end);
    // Where nothing has to be done by a day, the status says when it happens, or `when` says it better.
    let says_when = !acts && sheet.is_open && matches!(sheet.kind, "evento" | "normativa" | "notizia");
    let status = (!(ongoing && find("when").is_some())).then(|| MessageFact {
        name: "status",
        emoji: if says_when { "📅" } else { "⏳" },
        short: sheet.status.sentence.clone(),
        detail: sheet.status.then.clone().filter(|_| !acts).unwrap_or_default(),
    });
    let order = if status.is_some() { ["cost", "who", "when", "where"] } else { ["when", "cost", "who", "where"] };
    let names = order.into_iter().filter(|name| !(says_when && status.is_some() && *name == "when"));
    let has_editions = !sheet.editions.is_empty();
    let answers: Vec<MessageFact<'_>> =
        names.filter_map(|name| answer_fact(find(name)?, locale, has_editions)).collect();
    status.into_iter().chain(answers).collect()
}

fn answer_fact<'m>(answer: &'m Answer<'_>, locale: &Locale, has_editions: bool) -> Option<MessageFact<'m>> {
    let short = answer.short.text.as_ref();
    let is_free = short.to_lowercase() == locale.text(key::money_free);
    let length = |line: &Line<'_>| line.text.chars().count();
    let detail: &[Line<'_>] = match answer.name {
        // Each edition has a line of its own.
        "when" | "where" if has_editions => &[],
        // Half of a sum would mislead.
        "cost" if answer.detail.iter().map(length).sum::<usize>() > MAX_DETAIL => &[],
        _ => &answer.detail,
    };
    let readable = detail.iter().filter(|line| answer.name != "who" || !line.foreign);
    let most = if answer.name == "who" { MAX_LIMITS } else { MAX_DETAIL };
    let room = readable.scan(most, |room, line| {
        *room = room.checked_sub(length(line))?;
        Some(line.text.as_ref())
    });
    Some(MessageFact {
        name: answer.name,
        emoji: fact_emoji(answer.name)?,
        short: if is_free { short.to_uppercase() } else { short.to_owned() },
        detail: room.collect::<Vec<_>>().join(" · "),
    })
}

fn row_fact<'m>(name: &'m str, lines: &[Line<'_>]) -> Option<MessageFact<'m>> {
    let emoji = fact_emoji(name).filter(|_| !lines.is_empty())?;
    let short = lines.iter().map(|line| line.text.as_ref()).collect::<Vec<_>>().join(" · ");
    Some(MessageFact { name, emoji, short, detail: String::new() })
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
    let period =
        edition.answers.iter().filter(|answer| answer.name == "when").filter_map(|answer| answer.detail.first());
    let phone = edition.rows.iter().filter(|row| row.name == "phone").flat_map(|row| &row.lines);
    let lines = edition.answers.iter().map(|answer| &answer.short).chain(period).chain(phone);
    let text = lines.map(|line| line.text.as_ref()).collect::<Vec<_>>().join(" · ");
    EditionText { title: &edition.title.text, text }
}

/// One line of words for each way to apply, followed by a line with its URL.
fn format_ways(ways: &[ApplicationWay<'_>]) -> Vec<String> {
    let mut lines = Vec::new();
    for way in ways {
        let (addresses, words): (Vec<&Line<'_>>, Vec<&Line<'_>>) =
            std::iter::once(&way.head).chain(&way.details).partition(|line| line.text.contains("://"));
        let words = words.iter().map(|line| line.text.as_ref()).collect::<Vec<_>>().join(" · ");
        lines.extend(Some(words).filter(|words| !words.is_empty()));
        lines.extend(addresses.into_iter().map(|line| line.text.clone().into_owned()));
    }
    lines
}
