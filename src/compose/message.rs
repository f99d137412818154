//! The message of a channel: the theme's words around a sheet, as Markdown, then in the channel's
//! own grammar, as long as the channel has room for.

use serde::Serialize;
use tera::Context;

use super::fact_sheet::{ApplicationWay, EditionSheet, FactSheet, Line};
use super::markdown::{self, Block};
use super::messenger::{Messenger, SHORTER};
use super::whatsapp;
use crate::board::{Board, Item};
use crate::locale::Locale;
use crate::templates::Templates;

/// One fact of a message: its emoji and what it says.
#[derive(Serialize)]
struct MessageFact<'m> {
    name: &'m str,
    emoji: &'static str,
    text: String,
}

/// What a text is written from.
pub struct MessageContext<'s> {
    /// The theme's templates.
    pub templates: &'s Templates,
    /// The board.
    pub board: &'s Board,
    /// The language of the text.
    pub locale: &'s Locale,
    /// The opportunity.
    pub item: &'s Item,
    /// Its facts in that language.
    pub sheet: &'s FactSheet<'s>,
    /// The address of its page in that language.
    pub url: &'s str,
}

/// The text of an item for a channel.
///
/// When it is longer than people read, its prose is shortened at the end of a sentence; facts are left out only
/// where the channel has no room for them.
///
/// # Errors
/// What the template says; a text that is too long for the channel even in its shortest form.
pub fn text(subject: &MessageContext<'_>, channel: &Messenger) -> Result<String, String> {
    Ok(fitting(subject, channel, channel.target)?.text)
}

/// The same text as HTML, where a channel has it.
///
/// # Errors
/// As [`text`].
pub fn html(subject: &MessageContext<'_>, channel: &Messenger) -> Result<String, String> {
    Ok(markdown::html(&fitting(subject, channel, channel.target)?.source))
}

/// A text in a channel's grammar, and the Markdown it was written from.
struct FittedMessage {
    source: String,
    text: String,
}

/// The text in two languages: the reader's first, the board's own below, each about half as long; where the
/// channel has no room for both, the reader's alone.
///
/// # Errors
/// As [`text`].
pub fn bilingual(reader: &MessageContext<'_>, own: &MessageContext<'_>, channel: &Messenger) -> Result<String, String> {
    let half = channel.target / 2;
    let join = |first: &FittedMessage, second: &FittedMessage| format!("{}\n\n———\n\n{}", first.text, second.text);
    let mut whole = join(&fitting(reader, channel, half)?, &fitting(own, channel, half)?);
    for template in SHORTER {
        if (channel.count)(&whole) <= channel.limit {
            return Ok(whole);
        }
        whole =
            join(&render_short_template(reader, channel, template)?, &render_short_template(own, channel, template)?);
    }
    // Where even the least in two languages is too much, the reader's own is worth more.
    if (channel.count)(&whole) <= channel.limit { Ok(whole) } else { text(reader, channel) }
}

/// A text with as much prose as its target has room for.
fn fitting(subject: &MessageContext<'_>, channel: &Messenger, target: usize) -> Result<FittedMessage, String> {
    let MessageContext { templates, board, locale, item, sheet, url } = subject;
    let prose = prose(item, locale, board);
    let mut context = context(locale, board, sheet, url);
    let mut kept = prose.len();
    loop {
        context.insert("prose", &prose.get(..kept).unwrap_or_default().join(" "));
        let source = templates.message(channel.template, &context)?;
        let text = channel.text(&markdown::blocks(&source), &locale.direction);
        let length = (channel.count)(&text);
        if length <= target || (kept == 0 && length <= channel.limit) {
            return Ok(FittedMessage { source, text });
        }
        if kept == 0 {
            break;
        }
        // As many of the last sentences as make up for it; the text that is left is measured again.
        let (excess, mut gained) = (length - target, 0);
        while gained < excess && kept > 0 {
            kept -= 1;
            gained += prose.get(kept).map_or(0, |sentence| whatsapp::units(sentence) + 1);
        }
    }
    let [facts, least] = SHORTER;
    let facts = render_short_template(subject, channel, facts)?;
    if (channel.count)(&facts.text) <= channel.limit {
        return Ok(facts);
    }
    let least = render_short_template(subject, channel, least)?;
    within_limit(&least.text, subject, channel)?;
    Ok(least)
}

/// A text by a template that leaves prose and most facts to the page.
fn render_short_template(
    subject: &MessageContext<'_>,
    channel: &Messenger,
    template: &str,
) -> Result<FittedMessage, String> {
    let MessageContext { templates, board, locale, sheet, url, .. } = subject;
    let context = context(locale, board, sheet, url);
    let source = templates.message(template, &context)?;
    let text = channel.text(&markdown::blocks(&source), &locale.direction);
    Ok(FittedMessage { source, text })
}

fn within_limit(text: &str, subject: &MessageContext<'_>, channel: &Messenger) -> Result<(), String> {
    let length = (channel.count)(text);
    if length <= channel.limit {
        return Ok(());
    }
    Err(format!(
        "{}: il testo per {} è troppo lungo ({length}, al massimo {} {}): accorcia il titolo o la sintesi",
        subject.item.slug, channel.name, channel.limit, channel.unit
    ))
}

pub(super) fn context(locale: &Locale, board: &Board, sheet: &FactSheet<'_>, url: &str) -> Context {
    let facts: Vec<MessageFact<'_>> =
        sheet.facts.iter().chain(&sheet.rows).filter_map(|row| fact(row.name, &row.lines)).collect();
    let contacts: Vec<MessageFact<'_>> = sheet.contacts.iter().filter_map(|row| fact(row.name, &row.lines)).collect();
    let mut context = Context::new();
    context.insert_value("t", locale.values().clone());
    context.insert("item", sheet);
    context.insert("facts", &facts);
    context.insert("editions", &sheet.editions.iter().map(edition).collect::<Vec<_>>());
    context.insert("contacts", &contacts);
    context.insert("ways", &ways(&sheet.ways));
    context.insert("url", url);
    context.insert("board", &board.config.bacheca.nome);
    context
}

/// The emoji of a fact (guidelines, section 7.1, and what the nearest channels use); facts without
/// one are left to the page.
fn emoji(name: &str) -> Option<&'static str> {
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

fn fact<'m>(name: &'m str, lines: &[Line<'_>]) -> Option<MessageFact<'m>> {
    let emoji = emoji(name)?;
    let text = lines.iter().map(|line| line.text.as_ref()).collect::<Vec<_>>().join(" · ");
    Some(MessageFact { name, emoji, text })
}

/// One of several editions: its name, and when, where, for whom on one line.
#[derive(Serialize)]
struct EditionText<'m> {
    title: &'m str,
    text: String,
}

fn edition<'m>(edition: &'m EditionSheet<'_>) -> EditionText<'m> {
    let rows = edition.rows.iter().filter(|row| matches!(row.name, "when" | "where" | "who" | "phone"));
    let text = rows.flat_map(|row| &row.lines).map(|line| line.text.as_ref()).collect::<Vec<_>>().join(" · ");
    EditionText { title: &edition.title.text, text }
}

/// Ways in: the words of each on one line, its address alone on the next.
fn ways(ways: &[ApplicationWay<'_>]) -> Vec<String> {
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

/// The text of an item as sentences without styles: what may be shortened.
fn prose(item: &Item, locale: &Locale, board: &Board) -> Vec<String> {
    let translation = (locale.code != board.config.bacheca.lingua).then(|| item.translation(&locale.code)).flatten();
    let body = translation.map_or_else(|| item.document.body(), |translation| translation.document.body());
    let mut found = Vec::new();
    for block in markdown::blocks(body) {
        if let Block::Paragraph(runs) = block {
            let text: String = runs.into_iter().map(|run| run.text).collect();
            found.extend(sentences(&text));
        }
    }
    found
}

/// A text as sentences: they end at `.`, `!`, `?`, `…` and the full stops of other scripts, before a space.
#[must_use]
pub fn sentences(text: &str) -> Vec<String> {
    let mut sentences = Vec::new();
    let mut current = String::new();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        current.push(letter);
        let ends = matches!(letter, '.' | '!' | '?' | '…' | '؟' | '।' | '。');
        if ends && letters.peek().is_none_or(|next| next.is_whitespace()) {
            sentences.push(std::mem::take(&mut current).trim().to_owned());
        }
    }
    if !current.trim().is_empty() {
        sentences.push(current.trim().to_owned());
    }
    sentences
}

#[cfg(test)]
mod tests {
    use super::sentences;

    #[test]
    fn sentences_end_where_people_breathe() {
        assert_eq!(sentences("Uno. Due! Tre?"), ["Uno.", "Due!", "Tre?"]);
        assert_eq!(sentences("Vai su example.org e basta"), ["Vai su example.org e basta"]);
        assert_eq!(sentences("এক। দুই।"), ["এক।", "দুই।"]);
    }
}
