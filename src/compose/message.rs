//! The message of an item for a messenger: a theme template renders the fact sheet to Markdown, which is converted to
//! the messenger's markup and shortened to its length limit.

use serde::Serialize;
use tera::Context;

use super::fact_sheet::{ApplicationWay, EditionSheet, FactSheet, Line};
use super::messenger::{Messenger, SHORT_TEMPLATES};
use super::whatsapp;
use crate::board::{Board, Item};
use crate::error::Error;
use crate::locale::Locale;
use crate::localized;
use crate::markdown::{self, Block};
use crate::templates::Templates;
use crate::text::escape::Html;
use crate::text::sentences::split_sentences;

/// One fact of a message, as templates read it: `{{ fact.emoji }} {{ fact.text }}`.
#[derive(Serialize)]
struct MessageFact<'m> {
    name: &'m str,
    emoji: &'static str,
    text: String,
}

/// Everything a message is rendered from.
pub struct MessageContext<'s> {
    /// Templates of the theme.
    pub templates: &'s Templates,
    /// The board.
    pub board: &'s Board,
    /// The language of the text.
    pub locale: &'s Locale,
    /// The opportunity.
    pub item: &'s Item,
    /// Fact sheet of the item in that language.
    pub sheet: &'s FactSheet<'s>,
    /// Absolute URL of the item's page in that language.
    pub url: &'s str,
}

/// Renders the message of an item for a messenger.
///
/// Above the messenger's target length, whole sentences of prose are dropped from the end; facts are left out only
/// above its hard limit.
///
/// # Errors
/// A template that fails; a message over the messenger's limit even with the shortest template.
pub fn render_text(subject: &MessageContext<'_>, messenger: &Messenger) -> Result<String, Error> {
    Ok(fit_to_length(subject, messenger, messenger.target)?.text)
}

/// Renders the same message as HTML: the second part of an e-mail.
///
/// # Errors
/// As [`render_text`].
pub fn render_html(subject: &MessageContext<'_>, messenger: &Messenger) -> Result<Html, Error> {
    Ok(markdown::render_html(&fit_to_length(subject, messenger, messenger.target)?.source))
}

/// A message in the messenger's markup, and the Markdown it was converted from.
struct FittedMessage {
    source: String,
    text: String,
}

/// Renders the message in two languages: the reader's first, the board's below, each at half the target length. Falls
/// back to the reader's language alone if both exceed the messenger's limit.
///
/// # Errors
/// As [`render_text`].
pub fn render_bilingual(
    reader: &MessageContext<'_>,
    own: &MessageContext<'_>,
    messenger: &Messenger,
) -> Result<String, Error> {
    let half = messenger.target / 2;
    let join = |first: &FittedMessage, second: &FittedMessage| format!("{}\n\n———\n\n{}", first.text, second.text);
    let mut text = join(&fit_to_length(reader, messenger, half)?, &fit_to_length(own, messenger, half)?);
    for template in SHORT_TEMPLATES {
        if (messenger.count)(&text) <= messenger.limit {
            return Ok(text);
        }
        text = join(
            &render_short_template(reader, messenger, template)?,
            &render_short_template(own, messenger, template)?,
        );
    }
    // If even the shortest form in two languages is too long, the reader's own language is worth more.
    if (messenger.count)(&text) <= messenger.limit { Ok(text) } else { render_text(reader, messenger) }
}

/// Renders with as many whole sentences of prose as fit `target`, in the messenger's own unit of length.
fn fit_to_length(subject: &MessageContext<'_>, messenger: &Messenger, target: usize) -> Result<FittedMessage, Error> {
    let MessageContext { templates, board, locale, item, sheet, url } = subject;
    let prose = body_sentences(item, locale, board);
    let mut context = template_context(locale, board, sheet, url);
    let mut kept = prose.len();
    loop {
        context.insert("prose", &prose.get(..kept).unwrap_or_default().join(" "));
        let source = templates.render_message(messenger.template, &context)?;
        let text = messenger.format_blocks(&markdown::parse_blocks(&source), &locale.direction);
        let length = (messenger.count)(&text);
        if length <= target || (kept == 0 && length <= messenger.limit) {
            return Ok(FittedMessage { source, text });
        }
        if kept == 0 {
            break;
        }
        // Drop as many last sentences as make up for the excess, then measure again.
        let (excess, mut gained) = (length - target, 0);
        while gained < excess && kept > 0 {
            kept -= 1;
            gained += prose.get(kept).map_or(0, |sentence| whatsapp::utf16_length(sentence) + 1);
        }
    }
    let [facts, shortest] = SHORT_TEMPLATES;
    let facts = render_short_template(subject, messenger, facts)?;
    if (messenger.count)(&facts.text) <= messenger.limit {
        return Ok(facts);
    }
    let shortest = render_short_template(subject, messenger, shortest)?;
    check_limit(&shortest.text, subject, messenger)?;
    Ok(shortest)
}

/// Renders one of [`SHORT_TEMPLATES`], which leave prose and most facts to the page.
fn render_short_template(
    subject: &MessageContext<'_>,
    messenger: &Messenger,
    template: &str,
) -> Result<FittedMessage, Error> {
    let MessageContext { templates, board, locale, sheet, url, .. } = subject;
    let context = template_context(locale, board, sheet, url);
    let source = templates.render_message(template, &context)?;
    let text = messenger.format_blocks(&markdown::parse_blocks(&source), &locale.direction);
    Ok(FittedMessage { source, text })
}

fn check_limit(text: &str, subject: &MessageContext<'_>, messenger: &Messenger) -> Result<(), Error> {
    let length = (messenger.count)(text);
    if length <= messenger.limit {
        return Ok(());
    }
    let (slug, Messenger { name, limit, unit, .. }) = (&subject.item.slug, messenger);
    Err(Error::Message(localized!(
        "{slug}: il testo per {name} è troppo lungo ({length}, al massimo {limit} {unit}): accorcia il titolo o la sintesi",
        "{slug}: the text for {name} is too long ({length}, at most {limit} {unit}): shorten the title or the summary"
    )))
}

pub(super) fn template_context(locale: &Locale, board: &Board, sheet: &FactSheet<'_>, url: &str) -> Context {
    let facts: Vec<MessageFact<'_>> =
        sheet.facts.iter().chain(&sheet.rows).filter_map(|row| message_fact(row.name, &row.lines)).collect();
    let contacts: Vec<MessageFact<'_>> =
        sheet.contacts.iter().filter_map(|row| message_fact(row.name, &row.lines)).collect();
    let mut context = Context::new();
    context.insert_value("t", locale.template_values().clone());
    context.insert("item", sheet);
    context.insert("facts", &facts);
    context.insert("editions", &sheet.editions.iter().map(edition_text).collect::<Vec<_>>());
    context.insert("contacts", &contacts);
    context.insert("ways", &format_ways(&sheet.ways));
    context.insert("url", url);
    context.insert("board", &board.config.bacheca.nome);
    context
}

/// Emoji of a fact (guidelines, section 7.1, and the usage of similar channels); facts without one appear only on the
/// page.
fn fact_emoji(name: &str) -> Option<&'static str> {
    Some(match name {
        "who" => "👥",
        "when" => "📅",
        "where" => "📍",
        "cost" | "pay" | "benefits" => "💶",
        "contract" => "📝",
        "documents" | "requirements" => "✅",
        "phone" => "📞",
        "whatsapp" => "💬",
        "mail" => "📩",
        "web" => "🌐",
        _ => return None,
    })
}

fn message_fact<'m>(name: &'m str, lines: &[Line<'_>]) -> Option<MessageFact<'m>> {
    let emoji = fact_emoji(name)?;
    let text = lines.iter().map(|line| line.text.as_ref()).collect::<Vec<_>>().join(" · ");
    Some(MessageFact { name, emoji, text })
}

/// One of several editions: title, and a line with time, place, audience and telephone.
#[derive(Serialize)]
struct EditionText<'m> {
    title: &'m str,
    text: String,
}

fn edition_text<'m>(edition: &'m EditionSheet<'_>) -> EditionText<'m> {
    let rows = edition.rows.iter().filter(|row| matches!(row.name, "when" | "where" | "who" | "phone"));
    let text = rows.flat_map(|row| &row.lines).map(|line| line.text.as_ref()).collect::<Vec<_>>().join(" · ");
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

/// More letters of prose than any messenger's target has room for.
const MAX_PROSE: usize = 5_000;

/// Unstyled sentences of the item's paragraphs in the page's language, up to [`MAX_PROSE`] letters: the part of a message
/// that may be shortened.
fn body_sentences(item: &Item, locale: &Locale, board: &Board) -> Vec<String> {
    let translation = (locale.code != board.config.bacheca.lingua).then(|| item.translation(&locale.code)).flatten();
    let body = translation.map_or_else(|| item.document.body(), |translation| translation.document.body());
    let mut found = Vec::new();
    let mut room = MAX_PROSE;
    for block in markdown::parse_blocks(body) {
        if let Block::Paragraph(runs) = block {
            let text: String = runs.into_iter().map(|run| run.text).collect();
            for sentence in split_sentences(&text) {
                let Some(left) = room.checked_sub(whatsapp::utf16_length(sentence)) else { return found };
                room = left;
                found.push(sentence.to_owned());
            }
        }
    }
    found
}
