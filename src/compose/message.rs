//! The message of an item for a messenger: a theme template renders the fact sheet to Markdown, which is converted to
//! the messenger's markup and shortened to its length limit.

mod body;
mod context;
mod timeline;

use tera::Value;

use super::fact_sheet::FactSheet;
use super::messenger::{Messenger, SHORT_TEMPLATES};
use crate::board::{Board, Item};
use crate::error::Error;
use crate::locale::Locale;
use crate::localized;
use crate::markdown;
use crate::templates::Templates;
use crate::text::escape::Html;
use body::Body;
use context::brief_facts;
pub(super) use context::template_context;
use timeline::insert_timeline_values;

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
/// Above the messenger's target length, whole sentences of prose are dropped from the end; facts, and sentences that
/// begin in bold, are left out only above its hard limit.
///
/// # Errors
/// A template that fails; a message over the messenger's limit even with the shortest template.
pub fn render_text(subject: &MessageContext<'_>, messenger: &Messenger) -> Result<String, Error> {
    let FittedMessage { text, .. } = fit_to_length(subject, messenger, messenger.target)?;
    check_limit(&text, subject, messenger)?;
    Ok(text)
}

/// Renders the same message; `None` if even the shortest template is over the messenger's limit, as three SMS are for a
/// long title and address in Cyrillic: a site is not left unbuilt for it.
///
/// # Errors
/// A template that fails.
pub fn render_text_that_fits(subject: &MessageContext<'_>, messenger: &Messenger) -> Result<Option<String>, Error> {
    let FittedMessage { text, .. } = fit_to_length(subject, messenger, messenger.target)?;
    Ok(((messenger.count)(&text) <= messenger.limit).then_some(text))
}

/// Renders the same message as HTML: the second part of an e-mail. Its title leads to the page: it is the first link.
///
/// # Errors
/// As [`render_text`].
pub fn render_html(subject: &MessageContext<'_>, messenger: &Messenger) -> Result<Html, Error> {
    let FittedMessage { mut source, context, text } = fit_to_length(subject, messenger, messenger.target)?;
    check_limit(&text, subject, messenger)?;
    if let Some(mut context) = context {
        context.insert("is_letter", &true);
        source = subject.templates.render_message(messenger.template, &context)?;
    }
    Ok(markdown::render_html_with_absolute_links(&source, subject.url))
}

/// A message in the messenger's markup, and the Markdown it was converted from.
struct FittedMessage {
    source: String,
    text: String,
    /// What the messenger's own template was rendered with; `None` for a shorter template.
    context: Option<tera::Context>,
}

/// The message in two languages, or in the reader's alone.
#[derive(Debug)]
pub struct BilingualText {
    /// In the messenger's markup.
    pub text: String,
    /// Whether both languages are in it: two may be longer than the messenger takes.
    pub is_bilingual: bool,
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
) -> Result<BilingualText, Error> {
    let half = messenger.target / 2;
    let join = |first: &FittedMessage, second: &FittedMessage| {
        [first.text.as_str(), second.text.as_str()].join(messenger.language_separator())
    };
    let mut text = join(&fit_to_length(reader, messenger, half)?, &fit_to_length(own, messenger, half)?);
    for template in SHORT_TEMPLATES {
        if (messenger.count)(&text) <= messenger.limit {
            return Ok(BilingualText { text, is_bilingual: true });
        }
        text = join(
            &render_short_template(reader, messenger, template)?,
            &render_short_template(own, messenger, template)?,
        );
    }
    // If even the shortest form in two languages is too long, the reader's own language is worth more.
    let is_bilingual = (messenger.count)(&text) <= messenger.limit;
    let text = if is_bilingual { text } else { render_text(reader, messenger)? };
    Ok(BilingualText { text, is_bilingual })
}

/// Renders with as many whole sentences of prose as fit `target`, in the messenger's own unit of length. Nothing is shorter
/// than the shortest template, which may be over the limit.
fn fit_to_length(subject: &MessageContext<'_>, messenger: &Messenger, target: usize) -> Result<FittedMessage, Error> {
    let MessageContext { templates, board, locale, item, sheet, url } = subject;
    let body = Body::new(item, locale, board);
    let mut context = template_context(locale, board, sheet, url);
    insert_timeline_values(subject, messenger, &mut context);
    fill(subject, messenger, &mut context)?;
    let mut kept = body.len();
    loop {
        context.insert_value("prose", Value::safe_string(&body.to_markdown(kept)));
        let source = templates.render_message(messenger.template, &context)?;
        let text = messenger.write_blocks(&markdown::parse_blocks_of_page(&source, url), locale);
        let length = (messenger.count)(&text);
        if length <= target || (kept <= body.emphasised() && length <= messenger.limit) {
            return Ok(FittedMessage { source, text, context: Some(context) });
        }
        if kept == 0 {
            break;
        }
        kept = if kept > body.emphasised() {
            body.shorten(kept, length - target).max(body.emphasised())
        } else {
            body.shorten(kept, length.saturating_sub(messenger.limit).max(1))
        };
    }
    let [facts, shortest] = SHORT_TEMPLATES;
    let facts = render_short_template(subject, messenger, facts)?;
    if (messenger.count)(&facts.text) <= messenger.limit {
        return Ok(facts);
    }
    render_short_template(subject, messenger, shortest)
}

/// Adds facts one by one, from the most important, as long as the messenger has room for them.
fn fill(subject: &MessageContext<'_>, messenger: &Messenger, context: &mut tera::Context) -> Result<(), Error> {
    let Some(may_fill) = messenger.may_fill else { return Ok(()) };
    let mut brief: Vec<String> = Vec::new();
    for forms in brief_facts(subject.sheet, subject.locale) {
        for form in forms {
            brief.push(form);
            context.insert("brief", &brief);
            let source = subject.templates.render_message(messenger.template, context)?;
            if may_fill(&messenger.write_blocks(&markdown::parse_blocks(&source), subject.locale)) {
                break;
            }
            brief.pop();
        }
    }
    context.insert("brief", &brief);
    Ok(())
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
    let text = messenger.write_blocks(&markdown::parse_blocks(&source), locale);
    Ok(FittedMessage { source, text, context: None })
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
