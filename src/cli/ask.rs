//! `bacheca ask`: the message with the questions to the organisation.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;

use super::terminal::{PlainOutput, say};
use super::{Context, Error, Language, Outcome};
use crate::check::report::Format;
use crate::check::{check, compose_questions};
use crate::diagnostic::MessageLanguage;
use crate::localized;
use crate::text::visible::show_name;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The announcement's file, or its name
    file: PathBuf,
    /// Language of the message
    #[arg(long, value_enum, default_value_t)]
    pub(super) lang: Language,
}

pub(super) fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Error> {
    let language = arguments.lang.into();
    let Some(mut loaded) = context.load(Format::Terminal, language)? else { return Ok(Outcome::ContentErrors) };
    let named =
        arguments.file.to_str().and_then(|slug| loaded.board.item(slug)).map(|item| item.document.source.path.clone());
    let path = match named {
        Some(path) => path,
        None => context.content_path(&arguments.file)?,
    };
    let problems = check(&loaded.board, std::mem::take(&mut loaded.problems), None).diagnostics;
    let Some(item) = loaded.board.items.iter().find(|item| item.document.source.path == path) else {
        let path = show_name(&path);
        return Err(Error::Message(localized!(
            "{path}: l'annuncio non si riesce a leggere; `bacheca check {path}` dice perché",
            "{path}: the announcement cannot be read; `bacheca check {path}` says why"
        )));
    };
    let mut out = PlainOutput::lock();
    match compose_questions(&loaded.board, item, &problems, language) {
        Some(letter) => {
            writeln!(out, "{}\n", letter.text)?;
            writeln!(out, "E-mail: {}\n", letter.mailto_url)?;
            writeln!(out, "WhatsApp: {}", letter.whatsapp_url)?;
        }
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
