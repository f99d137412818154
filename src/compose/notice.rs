//! Messages other than first posts: the weekly digest; notices of last days, of what has changed; the invitation to
//! the channel (guidelines, section 7.1, with its broken keycap emoji corrected); the welcome.

use serde::Serialize;
use tera::Context;

use super::changes::{changes_since, channel_of_messenger, last_post, last_post_on};
use super::channel_words::describe_channels;
use super::fact_sheet::{FactSheetBuilder, build_fact_sheet, item_path};
use super::message::{MessageContext, template_context};
use super::messenger::Messenger;
use super::plan::LAST_DAYS;
use crate::board::{Board, Item, Status};
use crate::error::Error;
use crate::locale::{Locale, TextKey, key};
use crate::localized;
use crate::markdown;
use crate::model::{Deadline, FactChange, Kind};
use crate::templates::Templates;

/// Most items in a digest.
const MAX_DIGEST_ENTRIES: usize = 8;

#[derive(Serialize)]
struct NoticeEntry {
    /// Whether it is invented.
    example: bool,
    emoji: &'static str,
    title: String,
    status: String,
    place: String,
    url: String,
}

/// The digest of what is open.
#[derive(Debug)]
pub struct Digest {
    /// The message in the messenger's markup.
    pub text: String,
    /// The same as HTML: the second part of an e-mail.
    pub html: String,
    /// Announcements in it.
    pub shown: usize,
    /// Announcements for which there was no room.
    pub left_out: usize,
}

/// Title of the digest, with the name of the district that it is of: «Le opportunità della settimana: Municipio V».
#[must_use]
pub fn digest_title(board: &Board, locale: &Locale, zone: Option<&str>) -> String {
    let title = locale.text(key::digest_title);
    match zone {
        Some(zone) => format!("{title}{}{}", locale.text(key::colon), board.config.territorio.zone_label(zone)),
        None => title.to_owned(),
    }
}

/// Renders the digest of the first items, of a district if one is named: at most [`MAX_DIGEST_ENTRIES`], fewer if the
/// messenger's limit requires it, with the number of the others.
///
/// # Errors
/// What the template says; a messenger that has no room for a single item.
pub fn render_digest(
    templates: &Templates,
    board: &Board,
    locale: &Locale,
    (items, zone): (&[&Item], Option<&str>),
    messenger: &Messenger,
) -> Result<Digest, Error> {
    let entries: Vec<NoticeEntry> =
        items.iter().take(MAX_DIGEST_ENTRIES).map(|item| notice_entry(board, item, locale)).collect();
    let is_board_language = locale.code == board.config.bacheca.lingua;
    let url = board.url(&if is_board_language { String::new() } else { format!("{}/", locale.code) });
    let mut context = Context::new();
    context.insert_value("t", locale.template_values().clone());
    context.insert("url", &url);
    context.insert("title", &digest_title(board, locale, zone));
    insert_spoken_values(&mut context, board, messenger);
    context.insert("has_sender", &(messenger.name == "email" && board.config.bacheca.email.is_some()));
    let mut kept = entries.len();
    loop {
        let left_out = items.len().saturating_sub(kept);
        context.insert("entries", entries.get(..kept).unwrap_or_default());
        context.insert("left_out", &left_out);
        let source = templates.render_message("digest.md", &context)?;
        let text = messenger.write_blocks(&markdown::parse_blocks(&source), locale);
        if (messenger.count)(&text) <= messenger.limit && (kept > 0 || entries.is_empty()) {
            return Ok(Digest { text, html: markdown::render_html(&source).into(), shown: kept, left_out });
        }
        kept = kept.checked_sub(1).ok_or_else(|| no_room_error(messenger))?;
    }
}

fn no_room_error(messenger: &Messenger) -> Error {
    let Messenger { name, limit, unit, .. } = messenger;
    Error::Message(localized!(
        "il riepilogo per {name} non ha posto neanche per un annuncio (al massimo {limit} {unit}): mandali uno alla volta, `bacheca post NOME --channel {name}`",
        "the digest for {name} has no room even for one announcement ({limit} {unit} at most): send them one at a time, `bacheca post NAME --channel {name}`"
    ))
}

/// Adds `is_spoken` and `host` to the values of a template: what is read aloud has no web addresses, and ends with the site.
fn insert_spoken_values(context: &mut Context, board: &Board, messenger: &Messenger) {
    let address = board.config.bacheca.indirizzo.as_str();
    let host = address.split_once("://").map_or(address, |(_, rest)| rest).split('/').next().unwrap_or(address);
    context.insert("is_spoken", &messenger.is_read_aloud);
    context.insert("host", host);
}

fn notice_entry(board: &Board, item: &Item, locale: &Locale) -> NoticeEntry {
    let sheet = build_fact_sheet(board, item, locale);
    let place = sheet.answers.iter().find(|answer| answer.name == "where").map(|answer| answer.with_area().0);
    NoticeEntry {
        example: item.facts.example,
        emoji: sheet.emoji,
        title: sheet.short_title.text.to_string(),
        status: sheet.status.whole(),
        place: place.unwrap_or_default(),
        url: board.url(&item_path(board, &item.slug, &locale.code)),
    }
}

/// A follow-up notice of an item.
#[derive(Debug)]
pub struct Notice {
    /// What it says, in one line: «Cambia la data: venerdì 18 dicembre, non più 11 dicembre».
    pub subject: String,
    /// The message in the messenger's markup.
    pub text: String,
    /// The same as HTML: the second part of an e-mail.
    pub html: String,
}

/// Renders the follow-up notice of an item: what has changed since it was last posted on the messenger's channel in that
/// language, else anywhere; that it closes within days, was extended, or is open again. `None` if none of these applies.
///
/// # Errors
/// What the template says.
pub fn render_notice(subject: &MessageContext<'_>, messenger: &Messenger) -> Result<Option<Notice>, Error> {
    let MessageContext { templates, board, locale, item, sheet, url } = subject;
    let changes = find_changes(board, item, channel_of_messenger(messenger.name), &locale.code);
    let writer = FactSheetBuilder::new(board, locale);
    let mut notices: Vec<String> = changes.iter().map(|change| writer.change_sentence(change)).collect();
    let is_end = changes.iter().any(FactChange::is_end);
    let is_full = matches!(item.status, Status::Full(_));
    if is_full && item.facts.waiting_list && !notices.is_empty() {
        notices.push(locale.text(key::action_wait).to_owned());
    }
    // A cancelled event has no last days.
    notices.extend(last_days_key(board, item).filter(|_| !is_end).map(|key| locale.text(key).to_owned()));
    if notices.is_empty() && item.status.is_open() && item.facts.edition_of.is_some() {
        notices.push(locale.text(key::reopened).to_owned());
    }
    let Some(first) = notices.first().cloned() else { return Ok(None) };
    let is_withdrawn = item.status == Status::Withdrawn;
    let mut context = template_context(locale, board, sheet, url);
    context.insert("notices", &notices);
    context.insert("sign", if changes.iter().any(is_alarming) { "❗" } else { "⏰" });
    // An SMS has no lines.
    context.insert("is_one_line", &(messenger.may_fill.is_some() && !messenger.is_read_aloud));
    insert_spoken_values(&mut context, board, messenger);
    // Of what its organisation withdrew the published board keeps no words.
    context.insert("titled", &item.facts.title.value().is_some());
    context.insert("note", &withdrawn_note(item, locale));
    // Nobody is sent to what has no place left, nor told what it would have cost.
    let is_over = (is_end || is_full) && !(item.facts.waiting_list && is_full);
    let not_told: &[&str] = if is_over { &["cost", "who"] } else { &[] };
    context.insert("not_told", not_told);
    if is_over {
        context.insert("ways", &false);
    }
    if is_withdrawn {
        context.insert("facts", &[false; 0]);
    }
    // What does not fit is on the page.
    let mut left_out = ["ways", "facts", "titled", "notices"].into_iter();
    loop {
        let source = templates.render_message("notice.md", &context)?;
        let text = messenger.write_blocks(&markdown::parse_blocks(&source), locale);
        match left_out.next().filter(|_| (messenger.count)(&text) > messenger.limit) {
            Some("titled") => context.insert("titled", &false),
            // The most important change alone.
            Some("notices") => context.insert("notices", &[&first]),
            Some(part) => context.insert(part, &[false; 0]),
            None => return Ok(Some(Notice { subject: first, text, html: markdown::render_html(&source).into() })),
        }
    }
}

/// What the notice of a withdrawn item adds: that it holds no more, and of a law or news that it is the announcement that
/// was withdrawn. Empty of what was not withdrawn.
fn withdrawn_note(item: &Item, locale: &Locale) -> String {
    if item.status != Status::Withdrawn {
        return String::new();
    }
    let subject = matches!(item.kind(), Kind::Regulation | Kind::News).then_some(key::withdrawn_note_subject);
    let keys = [key::withdrawn_note].into_iter().chain(subject);
    keys.map(|key| locale.text(key)).collect::<Vec<_>>().join(" ")
}

/// What has changed since an item was last posted on a channel in a language, else anywhere; of one that was never posted,
/// that nobody can take part in it.
fn find_changes(board: &Board, item: &Item, channel: &str, language: &str) -> Vec<FactChange> {
    let post = last_post_on(board, item, channel, language).or_else(|| last_post(item));
    let changes = post.map_or_else(Vec::new, |post| changes_since(board, item, post));
    if !changes.is_empty() {
        return changes;
    }
    let before = item.facts.extended_from.map(|before| Deadline::On(before, None));
    let change = match item.status {
        Status::Cancelled(_) => FactChange::Cancelled,
        Status::Full(_) => FactChange::Full,
        Status::Withdrawn => FactChange::Withdrawn,
        Status::Open(_) if before.is_some() => FactChange::Deadline { before, now: item.facts.told_facts().deadline },
        _ => return Vec::new(),
    };
    vec![change]
}

/// Whether readers who do not learn of a change would go in vain.
fn is_alarming(change: &FactChange) -> bool {
    match change {
        FactChange::Reopened | FactChange::Corrected => false,
        change => !change.is_extension(),
    }
}

/// Text that an open item closes, or takes place, within days.
fn last_days_key(board: &Board, item: &Item) -> Option<TextKey> {
    let closing = item.next_moment(board.today).filter(|_| item.status.is_open())?.day;
    let happens = item.kind() == Kind::Event && item.timing(board.today).days.first() == Some(&closing);
    match (closing - board.today).num_days() {
        0 if happens => Some(key::happens_today),
        0 => Some(key::closes_today),
        1 if happens => Some(key::happens_tomorrow),
        1 => Some(key::closes_tomorrow),
        2..=LAST_DAYS if !happens => Some(key::last_days),
        _ => None,
    }
}

/// Renders the invitation to the first channel for readers of a language, which names the others; for forwarding. `None` if
/// `site.toml` has no channel.
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
    let channels = describe_channels(&board.config, locale);
    let Some((first, others)) = channels.split_first() else { return Ok(None) };
    let mut context = Context::new();
    context.insert_value("t", locale.template_values().clone());
    context.insert("invite_title", &locale.format(key::invite_title, &[("board", config.nome.as_str().into())]));
    context.insert("channel", first);
    context.insert("others", others);
    context.insert("email", &config.email);
    insert_spoken_values(&mut context, board, messenger);
    let source = templates.render_message("invitation.md", &context)?;
    Ok(Some(messenger.write_blocks(&markdown::parse_blocks(&source), locale)))
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
    context.insert("others", describe_channels(&board.config, locale).get(1..).unwrap_or_default());
    insert_spoken_values(&mut context, board, messenger);
    let source = templates.render_message("welcome.md", &context)?;
    Ok(messenger.write_blocks(&markdown::parse_blocks(&source), locale))
}

/// The board has no channel of its own.
#[must_use]
pub fn missing_channel_error() -> Error {
    Error::Message(localized!(
        "site.toml non ha un `canale` né `[[canali]]`: scrivi lì il suo indirizzo",
        "site.toml has neither `canale` nor `[[canali]]`: write its address there"
    ))
}
