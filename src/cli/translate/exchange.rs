//! `bacheca translate --po LANG` and `--read FILE`: what translators take with them, and what they bring back.

use std::io::{self, Write};
use std::path::Path;

use super::super::terminal::say;
use super::super::{Context, Error, Outcome, find_locales};
use super::{board_texts, find_earlier_version};
use crate::board::Board;
use crate::diagnostic::LocalizedString;
use crate::files::{MAX_CATALOGUE_BYTES, MAX_TEXT_BYTES};
use crate::files::{create_file_below, read_file_below, read_named_file, replace_file_below};
use crate::locale::Locales;
use crate::localized;
use crate::model::TranslationMode;
use crate::po::{PoError, PoProblem, read_catalogue, write_catalogue};
use crate::source::Document;
use crate::text::visible::{show_name, show_path};
use crate::theme::Theme;
use crate::translation::{ReturnedFile, ReturnedProblem, build_catalogue, take_back};

/// Prints the PO file of a language.
pub(super) fn export(context: &Context, board: &Board, language: &str, with_finished: bool) -> Result<Outcome, Error> {
    let theme = Theme::of_board(&board.root, &board.config)?;
    let locales = Locales::load(&theme, &board.config.bacheca.lingue)?;
    let locale = find_locales(&locales, &[language.to_owned()])?;
    let Some(locale) = locale.first() else { return Err(Error::internal("translate", language)) };
    let earlier = |document: &Document, version: &str| find_earlier_version(&context.root, document, version);
    let known = board_texts();
    let catalogue = build_catalogue(board, &locales, locale, &known, with_finished, &earlier);
    // A file for programs, escaped by its format: no line of it is changed for the terminal.
    io::stdout().lock().write_all(write_catalogue(&catalogue).as_bytes())?;
    Ok(Outcome::Done)
}

/// Writes the files of translations that a PO file brings back; problems go to the error stream, one line each.
pub(super) fn import(context: &Context, board: &Board, file: &Path, mode: TranslationMode) -> Result<Outcome, Error> {
    let bytes = read_named_file(file, MAX_CATALOGUE_BYTES).map_err(|error| Error::read(file, &error))?;
    let shown = show_path(file);
    let catalogue = match read_catalogue(&bytes) {
        Ok(catalogue) => catalogue,
        Err(PoError { line, column, problem }) => {
            say(&format!("{shown}:{line}:{column}: {}", describe_error(problem).it))?;
            return Ok(Outcome::ContentErrors);
        }
    };
    let language = catalogue.header_value("Language").unwrap_or_default().to_owned();
    super::check_language(board, &language)?;
    let earlier = |document: &Document, version: &str| find_earlier_version(&context.root, document, version);
    let known = board_texts();
    let (files, problems) = take_back(board, &language, &catalogue, &known, mode, &earlier);
    let mut out = super::PlainOutput::lock();
    for file in &files {
        write_file(context, file)?;
        let path = show_name(&file.path);
        let state = if file.is_published { "" } else { " (bozza: manca qualcosa)" };
        writeln!(out, "{path}{state}")?;
    }
    for found in &problems {
        let key = show_name(&found.context);
        say(&format!("{shown}:{}:1: {key}: {}", found.line, describe_problem(found.problem).it))?;
    }
    if files.is_empty() && problems.is_empty() {
        writeln!(out, "Niente di nuovo in {shown}.")?;
    }
    Ok(if problems.is_empty() { Outcome::Done } else { Outcome::ContentErrors })
}

fn write_file(context: &Context, file: &ReturnedFile) -> Result<(), Error> {
    let path = Path::new(&file.path);
    match &file.before {
        None => {
            create_file_below(&context.root, path, file.text.as_bytes()).map_err(|error| Error::write(path, &error))
        }
        Some(before) => {
            let now =
                read_file_below(&context.root, path, MAX_TEXT_BYTES).map_err(|error| Error::read(path, &error))?;
            if now != before.as_bytes() {
                let path = show_name(&file.path);
                return Err(Error::Message(localized!(
                    "{path}: il file è cambiato nel frattempo, o non è in UTF-8: riprova",
                    "{path}: the file has changed meanwhile, or is not in UTF-8: try again"
                )));
            }
            replace_file_below(&context.root, path, file.text.as_bytes()).map_err(|error| Error::write(path, &error))
        }
    }
}

fn describe_error(problem: PoProblem) -> LocalizedString {
    match problem {
        PoProblem::NotUtf8 => localized!("il file non è in UTF-8", "the file is not in UTF-8"),
        PoProblem::OtherCharset => localized!(
            "l'intestazione dice un altro charset: il file deve essere in UTF-8",
            "the header names another charset: the file must be in UTF-8"
        ),
        PoProblem::UnknownLine => localized!("questa riga non è di un file PO", "this is no line of a PO file"),
        PoProblem::Plural => localized!("qui non si usano i plurali", "plurals are not used here"),
        PoProblem::OutOfOrder => localized!(
            "servono in quest'ordine msgctxt, msgid e msgstr",
            "msgctxt, msgid and msgstr are needed in this order"
        ),
        PoProblem::OpenQuotes => localized!("le virgolette non si chiudono", "the quotes do not close"),
        PoProblem::AfterQuotes => localized!("c'è qualcosa dopo le virgolette", "something follows the quotes"),
        PoProblem::UnknownEscape => localized!(
            "dopo la barra rovesciata può venire solo n, t, r, \" o \\",
            "only n, t, r, \" or \\ can follow a backslash"
        ),
        PoProblem::Duplicate => localized!("questo testo c'è due volte", "this text is there twice"),
    }
}

fn describe_problem(problem: ReturnedProblem) -> LocalizedString {
    match problem {
        ReturnedProblem::Unknown => {
            localized!("la bacheca non ha questo testo", "the board does not have this text")
        }
        ReturnedProblem::Moved => localized!(
            "l'originale è cambiato da quando è stato esportato: non è stato preso",
            "the original has changed since it was exported: not taken"
        ),
        ReturnedProblem::LineBreak => {
            localized!("deve stare su una riga: non è stato preso", "it must be on one line: not taken")
        }
        ReturnedProblem::OtherBlocks => localized!(
            "deve restare un paragrafo solo, o un elenco solo: non è stato preso",
            "it must stay one paragraph, or one list: not taken"
        ),
        ReturnedProblem::BodyIncomplete => localized!(
            "mancano altri paragrafi dello stesso testo, che resta com'era",
            "other paragraphs of the same text are missing: it stays as it was"
        ),
        ReturnedProblem::NotReadBack => localized!(
            "non si riesce a scrivere nel file così com'è: non è stato preso",
            "it cannot be written to the file as it is: not taken"
        ),
    }
}
