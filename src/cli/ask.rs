//! `bacheca ask`: the message with the questions to the organisation, or to a contact point that is to be verified again.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;

use super::terminal::{PlainOutput, say};
use super::{Context, Error, Language, Outcome};
use crate::check::report::Format;
use crate::check::{QuestionMessage, check, compose_questions};
use crate::compose::verification_letter::{compose_verification_letter, load_letter_locales};
use crate::diagnostic::MessageLanguage;
use crate::localized;
use crate::text::visible::show_name;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The file of an announcement or of a contact point, or its name
    file: PathBuf,
    /// Language of the message
    #[arg(long, value_enum, default_value_t)]
    pub(super) lang: Language,
}

pub(super) fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Error> {
    let language = arguments.lang.into();
    let Some(mut loaded) = context.load(Format::Terminal, language)? else { return Ok(Outcome::ContentErrors) };
    let board = &loaded.board;
    let named = arguments.file.to_str().and_then(|name| {
        let item = board.item(name).map(|item| &item.document);
        item.or_else(|| board.contact_points.get(name).map(|file| &file.document))
    });
    let path = match named {
        Some(document) => document.source.path.clone(),
        None => context.content_path(&arguments.file)?,
    };
    if let Some((id, file)) = board.contact_points.iter().find(|(_, file)| file.document.source.path == path) {
        let locales = load_letter_locales(language)?;
        write_message(&compose_verification_letter(board, id, &file.facts, locales.board_locale()))?;
        return Ok(Outcome::Done);
    }
    let problems = check(&loaded.board, std::mem::take(&mut loaded.problems), None).diagnostics;
    let Some(item) = loaded.board.items.iter().find(|item| item.document.source.path == path) else {
        let path = show_name(&path);
        return Err(Error::Message(localized!(
            "{path}: il file non si riesce a leggere; `bacheca check {path}` dice perché",
            "{path}: the file cannot be read; `bacheca check {path}` says why"
        )));
    };
    match compose_questions(&loaded.board, item, &problems, language) {
        Some(message) => write_message(&message)?,
        None => {
            let nothing = match language {
                MessageLanguage::Italian => "non c'è niente da chiedere",
                MessageLanguage::English => "there is nothing to ask",
            };
            say(&format!("{}: {nothing}", show_name(&path)))?;
        }
    }
    Ok(Outcome::Done)
}

/// Writes a message and the links that open it.
fn write_message(message: &QuestionMessage) -> Result<(), Error> {
    let mut out = PlainOutput::lock();
    writeln!(out, "{}\n", message.text)?;
    writeln!(out, "E-mail: {}\n", message.mailto_url)?;
    writeln!(out, "WhatsApp: {}", message.whatsapp_url)?;
    Ok(())
}
