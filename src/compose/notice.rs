//! Messages other than first posts: the weekly digest; notices of last days, of what has changed; the invitation to
//! the channel (guidelines, section 7.1, with its broken keycap emoji corrected); the welcome.

use chrono::Days;
use serde::Serialize;
use tera::Context;

use super::fact_sheet::{build_fact_sheet, item_path};
use super::message::{MessageContext, template_context};
use super::messenger::Messenger;
use super::plan::is_corrected;
use crate::board::{Board, Item, Status};
use crate::error::Error;
use crate::locale::{Locale, key};
use crate::localized;
use crate::markdown;
use crate::templates::Templates;

/// Days before closing from which a notice says «last days».
const LAST_DAYS_NOTICE: u64 = 3;

/// Most items in a digest.
const MAX_DIGEST_ENTRIES: usize = 8;

#[derive(Serialize)]
struct NoticeEntry {
    emoji: &'static str,
    title: String,
    status: String,
    place: String,
    url: String,
}

/// Renders the digest of the first items, as text and as HTML: at most [`MAX_DIGEST_ENTRIES`], fewer if the messenger's
/// limit requires it.
///
/// # Errors
/// What the template says.
pub fn render_digest(
    templates: &Templates,
    board: &Board,
    locale: &Locale,
    items: &[&Item],
    messenger: &Messenger,
) -> Result<(String, String), Error> {
    let entries: Vec<NoticeEntry> =
        items.iter().take(MAX_DIGEST_ENTRIES).map(|item| notice_entry(board, item, locale)).collect();
    let is_board_language = locale.code == board.config.bacheca.lingua;
    let url = board.url(&if is_board_language { String::new() } else { format!("{}/", locale.code) });
    let mut context = Context::new();
    context.insert_value("t", locale.template_values().clone());
    context.insert("url", &url);
    let mut kept = entries.len();
    loop {
        context.insert("entries", entries.get(..kept).unwrap_or_default());
        let source = templates.render_message("digest.md", &context)?;
        let text = messenger.format_blocks(&markdown::parse_blocks(&source), &locale.direction);
        if (messenger.count)(&text) <= messenger.limit || kept == 0 {
            return Ok((text, markdown::render_html(&source).into()));
        }
        kept -= 1;
    }
}

fn notice_entry(board: &Board, item: &Item, locale: &Locale) -> NoticeEntry {
    let sheet = build_fact_sheet(board, item, locale);
    let place = sheet.answers.iter().find(|answer| answer.name == "where").map(|answer| answer.with_area().0);
    NoticeEntry {
        emoji: sheet.emoji,
        title: sheet.short_title.text.to_string(),
        status: sheet.status.whole(),
        place: place.unwrap_or_default(),
        url: board.url(&item_path(board, &item.slug, &locale.code)),
    }
}

/// Renders the follow-up notice of an item: it is cancelled or full, closes within days, was extended, is open again, or
/// was corrected since it was posted. `None` if none of these applies.
///
/// # Errors
/// What the template says.
pub fn render_notice(subject: &MessageContext<'_>, messenger: &Messenger) -> Result<Option<String>, Error> {
    let MessageContext { templates, board, locale, item, sheet, url } = subject;
    let closing = item.next_moment(board.today).map(|next| next.day);
    let extended = item.facts.extended_from.map(|before| locale.format_end(before));
    let is_off = matches!(item.status, Status::Cancelled(_) | Status::Full(_));
    let notice = if is_off {
        sheet.status.sentence.clone()
    } else if closing.is_some_and(|closing| closing <= board.today + Days::new(LAST_DAYS_NOTICE)) {
        locale.text(key::last_days).to_owned()
    } else if let Some(before) = extended {
        locale.format(key::extended, &[("date", before.into())])
    } else if item.facts.edition_of.is_some() {
        locale.text(key::reopened).to_owned()
    } else if is_corrected(item) {
        locale.text(key::corrected).to_owned()
    } else {
        return Ok(None);
    };
    let mut context = template_context(locale, board, sheet, url);
    context.insert("notice", &notice);
    context.insert("sign", if is_off { "❗" } else { "⏰" });
    // Nobody is sent to what has no place left.
    if is_off && !(item.facts.waiting_list && matches!(item.status, Status::Full(_))) {
        context.insert("ways", &false);
    }
    Ok(Some(
        messenger.format_blocks(
            &markdown::parse_blocks(&templates.render_message("notice.md", &context)?),
            &locale.direction,
        ),
    ))
}

/// Renders the invitation to the channel, for forwarding; `None` if `site.toml` has no `canale`.
///
/// # Errors
/// What the template says.
pub fn render_invitation(
    templates: &Templates,
    board: &Board,
    locale: &Locale,
    messenger: &Messenger,
) -> Result<Option<String>, Error> {
    let config = &board.config.bacheca;
    let Some(address) = &config.canale else { return Ok(None) };
    let mut context = Context::new();
    context.insert_value("t", locale.template_values().clone());
    context.insert("invite_title", &locale.format(key::invite_title, &[("board", config.nome.as_str().into())]));
    context.insert("channel", address);
    context.insert("email", &config.email);
    Ok(Some(messenger.format_blocks(
        &markdown::parse_blocks(&templates.render_message("invitation.md", &context)?),
        &locale.direction,
    )))
}

/// Renders the message that greets a new subscriber.
///
/// # Errors
/// What the template says.
pub fn render_welcome(
    templates: &Templates,
    board: &Board,
    locale: &Locale,
    messenger: &Messenger,
) -> Result<String, Error> {
    let is_board_language = locale.code == board.config.bacheca.lingua;
    let mut context = Context::new();
    context.insert_value("t", locale.template_values().clone());
    context.insert("url", &board.url(&if is_board_language { String::new() } else { format!("{}/", locale.code) }));
    Ok(messenger
        .format_blocks(&markdown::parse_blocks(&templates.render_message("welcome.md", &context)?), &locale.direction))
}

/// The board has no channel of its own.
#[must_use]
pub fn missing_channel_error() -> Error {
    Error::Message(localized!(
        "site.toml non ha un `canale`: scrivi lì il suo indirizzo",
        "site.toml has no `canale`: write its address there"
    ))
}
