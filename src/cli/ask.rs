//! `bacheca ask`: the message with the questions to the organisation, or to a contact point that is to be verified again.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use super::json::{self, report_format};
use super::terminal::{PlainOutput, say};
use super::{Context, Error, Language, Outcome};
use crate::check::{QuestionMessage, check, compose_questions};
use crate::compose::verification_letter::{compose_verification_letter, load_letter_locales};
use crate::diagnostic::MessageLanguage;
use crate::localized;
use crate::text::visible::show_name;

/// Long text of `--help`.
pub(super) const ABOUT: &str = "\
The message with the questions to send back to the organisation, and links that open it in a mail program and in
WhatsApp. Of a contact point: the question whether what the board says of it is still right.

With --json one object: `version` 1, `file`, `lingua` (of the message), `oggetto`, `testo`, `domande` (a list of sentences;
empty if there is nothing to ask, and then the other texts are null), `email` (a mailto: link) and `whatsapp`.";

/// The message for programs.
#[derive(Serialize)]
struct Answer<'m> {
    version: u32,
    file: &'m str,
    lingua: &'static str,
    oggetto: Option<&'m str>,
    testo: Option<&'m str>,
    domande: &'m [String],
    email: Option<&'m str>,
    whatsapp: Option<&'m str>,
}

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The file of an announcement or of a contact point, or its name
    file: PathBuf,
    /// Language of the message
    #[arg(long, value_enum, default_value_t)]
    pub(super) lang: Language,
    /// For programs: one JSON object
    #[arg(long)]
    pub(super) json: bool,
}

pub(super) fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Error> {
    let language = arguments.lang.into();
    let Some(mut loaded) = context.load(report_format(arguments.json), language)? else {
        return Ok(Outcome::ContentErrors);
    };
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
        let letter = compose_verification_letter(board, id, &file.facts, locales.board_locale());
        write_message(arguments, &path, Some(&letter))?;
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
    write_message(arguments, &path, compose_questions(&loaded.board, item, &problems, language).as_ref())?;
    Ok(Outcome::Done)
}

/// Writes the message about a file and the links that open it, or that there is none.
fn write_message(arguments: &Arguments, file: &str, message: Option<&QuestionMessage>) -> Result<(), Error> {
    let language: MessageLanguage = arguments.lang.into();
    if arguments.json {
        let lingua = match language {
            MessageLanguage::Italian => "it",
            MessageLanguage::English => "en",
        };
        return json::write(&Answer {
            version: json::VERSION,
            file,
            lingua,
            oggetto: message.map(|message| message.subject.as_str()),
            testo: message.map(|message| message.text.as_str()),
            domande: message.map_or(&[], |message| &message.questions),
            email: message.map(|message| message.mailto_url.as_str()),
            whatsapp: message.map(|message| message.whatsapp_url.as_str()),
        });
    }
    let Some(message) = message else {
        let nothing = match language {
            MessageLanguage::Italian => "non c'è niente da chiedere",
            MessageLanguage::English => "there is nothing to ask",
        };
        return Ok(say(&format!("{}: {nothing}", show_name(file)))?);
    };
    let mut out = PlainOutput::lock();
    writeln!(out, "{}\n", message.text)?;
    writeln!(out, "E-mail: {}\n", message.mailto_url)?;
    writeln!(out, "WhatsApp: {}", message.whatsapp_url)?;
    Ok(())
}
