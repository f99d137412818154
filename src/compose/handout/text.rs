//! The sheet as a text for a messenger.

use tera::Context;

use super::{Handout, build_handout, pair_handouts};
use crate::board::{Board, Item};
use crate::compose::messenger::Messenger;
use crate::error::Error;
use crate::locale::{Locale, Locales};
use crate::localized;
use crate::markdown;
use crate::templates::Templates;

/// Template of the text, below `messages/` in the theme.
const TEMPLATE: &str = "handout.md";

/// Renders items for a reader, each fact in the reader's language and below it in the board's own.
///
/// # Errors
/// A template that fails; a text over the messenger's limit.
pub fn render_handout_text(
    templates: &Templates,
    board: &Board,
    items: &[&Item],
    (reader, locales): (&Locale, &Locales),
    messenger: &Messenger,
) -> Result<String, Error> {
    let in_language =
        |locale| items.iter().map(|item| build_handout(board, item, locale)).collect::<Vec<Handout<'_>>>();
    let (translated, own) = (in_language(reader), in_language(locales.board_locale()));
    let pairs: Vec<_> = translated.iter().zip(&own).map(|(reader, own)| pair_handouts(reader, own)).collect();
    let mut context = Context::new();
    context.insert_value("t", reader.template_values().clone());
    context.insert("items", &pairs);
    context.insert("board", &board.config.bacheca.nome);
    let source = templates.render_message(TEMPLATE, &context)?;
    let text = messenger.write_blocks(&markdown::parse_blocks(&source), reader);
    let length = (messenger.count)(&text);
    if length > messenger.limit {
        let Messenger { name, limit, unit, .. } = messenger;
        return Err(Error::Message(localized!(
            "il foglio per {name} è troppo lungo ({length}, al massimo {limit} {unit}): scegli meno annunci",
            "the sheet for {name} is too long ({length}, at most {limit} {unit}): choose fewer announcements"
        )));
    }
    Ok(text)
}
