//! Messages beyond single posts: the week's digest, what closes in days, what was extended or is open again, the
//! invitation to the channel (guidelines, paragraph 7.1, its broken keycaps mended), the welcome.

use chrono::Days;
use serde::Serialize;
use tera::Context;

use super::fact_sheet::{item_path, sheet};
use super::markdown;
use super::message::{MessageContext, context};
use super::messenger::Messenger;
use crate::board::{Board, Item};
use crate::locale::Locale;
use crate::templates::Templates;

/// Days before closing from which one says that these are the last.
const LAST_DAYS: u64 = 3;

/// How many items a digest names.
const DIGEST: usize = 8;

#[derive(Serialize)]
struct NoticeEntry {
    emoji: &'static str,
    title: String,
    status: String,
    place: String,
    url: String,
}

/// The digest of the first of some items, as text and as HTML; as many as the channel has room for.
///
/// # Errors
/// What the template says.
pub fn digest(
    templates: &Templates,
    board: &Board,
    locale: &Locale,
    items: &[&Item],
    channel: &Messenger,
) -> Result<(String, String), String> {
    let entries: Vec<NoticeEntry> = items.iter().take(DIGEST).map(|item| entry(board, item, locale)).collect();
    let own = locale.code == board.config.bacheca.lingua;
    let url = board.url(&if own { String::new() } else { format!("{}/", locale.code) });
    let mut context = Context::new();
    context.insert_value("t", locale.values().clone());
    context.insert("url", &url);
    let mut kept = entries.len();
    loop {
        context.insert("entries", entries.get(..kept).unwrap_or_default());
        let source = templates.message("digest.md", &context)?;
        let text = channel.text(&markdown::blocks(&source), &locale.direction);
        if (channel.count)(&text) <= channel.limit || kept == 0 {
            return Ok((text, markdown::html(&source)));
        }
        kept -= 1;
    }
}

fn entry(board: &Board, item: &Item, locale: &Locale) -> NoticeEntry {
    let sheet = sheet(board, item, locale);
    let place = sheet.facts.iter().find(|row| row.name == "where").and_then(|row| row.lines.first());
    NoticeEntry {
        emoji: sheet.emoji,
        title: sheet.title.text.to_string(),
        status: sheet.status.sentence.clone(),
        place: place.map(|line| line.text.to_string()).unwrap_or_default(),
        url: board.url(&item_path(board, &item.slug, &locale.code)),
    }
}

/// What is to be said again of an item: that it closes in days, that it was extended, that it is open again. Nothing
/// if there is nothing.
///
/// # Errors
/// What the template says.
pub fn notice(subject: &MessageContext<'_>, channel: &Messenger) -> Result<Option<String>, String> {
    let MessageContext { templates, board, locale, item, sheet, url } = subject;
    let closing = item.status.closing().map(|closing| closing.day);
    let extended = item.facts.extended_from.map(|before| locale.date(before));
    let said = if closing.is_some_and(|closing| closing <= board.today + Days::new(LAST_DAYS)) {
        locale.text("last_days").to_owned()
    } else if let Some(before) = extended {
        locale.format("extended", &[("date", before.into())])
    } else if item.facts.edition_of.is_some() {
        locale.text("reopened").to_owned()
    } else {
        return Ok(None);
    };
    let mut context = context(locale, board, sheet, url);
    context.insert("notice", &said);
    Ok(Some(channel.text(&markdown::blocks(&templates.message("notice.md", &context)?), &locale.direction)))
}

/// The invitation to the channel, to be sent on; nothing if the board has none.
///
/// # Errors
/// What the template says.
pub fn invitation(
    templates: &Templates,
    board: &Board,
    locale: &Locale,
    channel: &Messenger,
) -> Result<Option<String>, String> {
    let config = &board.config.bacheca;
    let Some(address) = &config.canale else { return Ok(None) };
    let mut context = Context::new();
    context.insert_value("t", locale.values().clone());
    context.insert("invite_title", &locale.format("invite_title", &[("board", config.nome.as_str().into())]));
    context.insert("channel", address);
    context.insert("email", &config.email);
    Ok(Some(channel.text(&markdown::blocks(&templates.message("invitation.md", &context)?), &locale.direction)))
}

/// The line that greets whoever has just joined.
///
/// # Errors
/// What the template says.
pub fn welcome(templates: &Templates, board: &Board, locale: &Locale, channel: &Messenger) -> Result<String, String> {
    let own = locale.code == board.config.bacheca.lingua;
    let mut context = Context::new();
    context.insert_value("t", locale.values().clone());
    context.insert("url", &board.url(&if own { String::new() } else { format!("{}/", locale.code) }));
    Ok(channel.text(&markdown::blocks(&templates.message("welcome.md", &context)?), &locale.direction))
}
