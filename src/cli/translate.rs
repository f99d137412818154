//! `bacheca translate`: prints the file to fill in for another language, or the changes since it was translated.

mod exchange;
mod overview;

use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use similar::TextDiff;

use super::git::Repository;
use super::terminal::PlainOutput;
use super::{Context, Error, Outcome, find_accepted_item};
use crate::board::Board;
use crate::check::report::Format;
use crate::diagnostic::MessageLanguage;
use crate::files::create_file_below;
use crate::localized;
use crate::model::{LanguageCode, TranslationMode};
use crate::source::{Document, split};
use crate::text::escape::quote_yaml;
use crate::text::invisible::Invisible;
use crate::text::visible::show_name;
use crate::theme::Theme;
use crate::translation::{Original, field_text, version_of_document, words_to_translate};

/// Maximum number of commits of a file to search.
const MAX_COMMITS: &str = "500";

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The name of an announcement, or of a page
    #[arg(required_unless_present_any = ["po", "read", "status"])]
    slug: Option<String>,
    /// The language: en, ar, bn…
    #[arg(required_unless_present_any = ["po", "read", "status"])]
    lang: Option<String>,
    /// Write the file even if the output is not a terminal
    #[arg(long, requires = "lang")]
    write: bool,
    /// Instead of one announcement: all that is to translate into a language, as a PO file for programs of translators
    #[arg(long, value_name = "LANG", conflicts_with_all = ["slug", "read", "status"])]
    po: Option<String>,
    /// What is translated already too, to read it again
    #[arg(long, requires = "po")]
    all: bool,
    /// Write into the board what a PO file brings back
    #[arg(long, value_name = "FILE", conflicts_with_all = ["slug", "status"])]
    read: Option<PathBuf>,
    /// A program translated what is read, and nobody has read it again
    #[arg(long, requires = "read")]
    machine: bool,
    /// How far each language is, and what to translate first
    #[arg(long, conflicts_with = "slug")]
    status: bool,
}

pub(super) fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Error> {
    let Some(loaded) = context.load(Format::Terminal, MessageLanguage::Italian)? else {
        return Ok(Outcome::ContentErrors);
    };
    let board = &*loaded.board;
    if let Some(language) = &arguments.po {
        check_language(board, language)?;
        return exchange::export(context, board, language, arguments.all);
    }
    if let Some(file) = &arguments.read {
        let mode = if arguments.machine { TranslationMode::Machine } else { TranslationMode::Human };
        return exchange::import(context, board, file, mode);
    }
    if arguments.status {
        return overview::print_status(board, &mut PlainOutput::lock());
    }
    let (Some(slug), Some(lang)) = (&arguments.slug, &arguments.lang) else {
        return Err(Error::internal("translate", "clap asks for a name and a language"));
    };
    check_language(board, lang)?;
    translate_one(context, board, slug, lang, arguments.write)
}

/// Rejects what is no language of the board, or the one that it is written in.
fn check_language(board: &Board, lang: &str) -> Result<(), Error> {
    if LanguageCode::new(lang).is_none() {
        return Err(Error::Message(localized!(
            "«{lang}» non è il codice di una lingua: scrivi per esempio `en` o `ar`",
            "`{lang}` is not the code of a language: write for example `en` or `ar`"
        )));
    }
    if lang == board.config.bacheca.lingua {
        return Err(Error::Message(localized!(
            "«{lang}» è la lingua della bacheca: non si traduce",
            "`{lang}` is the language of the board: it is not translated into"
        )));
    }
    if !board.config.bacheca.lingue.iter().any(|language| language == lang) {
        let all = board.config.bacheca.lingue.join(", ");
        return Err(Error::Message(localized!(
            "la bacheca non ha la lingua «{lang}»: ha {all}; aggiungila prima a `lingue` in site.toml",
            "the board does not have the language `{lang}`: it has {all}; add it to `lingue` in site.toml first"
        )));
    }
    Ok(())
}

/// Texts of the theme in Italian, whose words need no translation.
fn board_texts() -> String {
    Theme::embedded().text("i18n/it.ftl").to_string()
}

/// One announcement or page: the file to fill in, or what has changed.
fn translate_one(context: &Context, board: &Board, slug: &str, lang: &str, write: bool) -> Result<Outcome, Error> {
    let original = find_original(board, slug, lang)?;
    let mut out = PlainOutput::lock();
    let Some(translation) = original.translation else {
        return create_translation(context, &original, lang, write, &mut out);
    };
    let path = show_name(&translation.document.source.path);
    let translated = translation.facts.original.as_deref().unwrap_or_default();
    if translated == original.version {
        writeln!(out, "{path} è aggiornata: traduce le parole di adesso.")?;
        return Ok(Outcome::Done);
    }
    match find_earlier_version(&context.root, original.document, translated) {
        Some(before) => {
            let before = text_for_diff(&before);
            let now = text_for_diff(original.document);
            let names = (format!("{} (tradotto)", show_name(&original.document.source.path)), "adesso".to_owned());
            let difference = TextDiff::from_lines(&before, &now);
            write!(out, "{}", difference.unified_diff().context_radius(1).header(&names.0, &names.1))?;
        }
        None => writeln!(
            out,
            "La versione che {path} traduce non è nella storia di git. Le parole di adesso:\n\n{}",
            text_for_diff(original.document)
        )?,
    }
    writeln!(out, "\nQuando {path} dice lo stesso, scrivi: originale: \"{}\"", original.version)?;
    Ok(Outcome::Done)
}

fn find_original<'b>(board: &'b Board, name: &str, lang: &str) -> Result<Original<'b>, Error> {
    if let Some(page) = board.pages.get(name) {
        return Ok(Original::of_page(board, name, page, lang));
    }
    Ok(Original::of_item(board, find_accepted_item(board, name)?, lang))
}

/// Creates the file to fill in: prints it, or writes it beside the original.
fn create_translation(
    context: &Context,
    original: &Original<'_>,
    lang: &str,
    write: bool,
    out: &mut impl Write,
) -> Result<Outcome, Error> {
    let form = format_form(original, lang);
    let path = &original.path;
    if !(write || io::stdout().is_terminal()) {
        write!(out, "{form}")?;
        return Ok(Outcome::Done);
    }
    // An unreadable translation is not in the board, but its file must not be overwritten.
    create_file_below(&context.root, path, form.as_bytes()).map_err(|error| Error::write(Path::new(path), &error))?;
    let path = show_name(path);
    writeln!(out, "{path}: traduci le parole, poi lancia `bacheca check {path}`")?;
    Ok(Outcome::Done)
}

/// Creates the text of the file: title, short title if the original has one, summary and body, without facts.
fn format_form(original: &Original<'_>, lang: &str) -> String {
    let comment = |key: &str| on_one_line(&field_text(original.document, key));
    let short_title = match comment("titolo_breve") {
        short_title if short_title.is_empty() => String::new(),
        short_title => format!("# {short_title}\ntitolo_breve: \"\"\n"),
    };
    format!(
        "---\n\
         # Traduzione in «{lang}»: traduci le parole. Date, prezzi, luoghi e contatti stanno nell'originale e si traducono da soli.\n\
         # {}\n\
         titolo: \"\"\n\
         {short_title}# {}\n\
         sintesi: \"\"\n\
         # Chi ha tradotto? Scrivi «umana» se una persona ha tradotto o riletto ogni frase, «automatica» se l'ha fatto una\n\
         # macchina: chi legge deve saperlo.\n\
         modo: \"\"\n\
         # La versione che traduci: quando l'originale cambia, la bacheca lo dice.\n\
         originale: \"{}\"\n\
         {}---\n\n{}\n",
        comment("titolo"),
        comment("sintesi"),
        original.version,
        format_texts(original.document),
        original.document.body().trim()
    )
}

/// Lists the words of the fields, for whoever wants to translate them too: as a comment, because they may stay Italian.
fn format_texts(document: &Document) -> String {
    let texts = words_to_translate(document, &board_texts());
    if texts.is_empty() {
        return String::new();
    }
    let lines = texts.iter().map(|(field, text)| {
        let text = quote_yaml(&on_one_line(text));
        format!("#   # {field}\n#   - originale: {text}\n#     traduzione: \"\"\n")
    });
    let lines: Vec<String> = lines.collect();
    format!(
        "# Anche queste parole si possono tradurre. Togli il cancelletto davanti a «testi:» e alle righe che traduci.\n\
         # testi:\n{}",
        lines.concat()
    )
}

/// Replaces line ends of every kind, and what else would end a comment or command a terminal, by spaces.
fn on_one_line(text: &str) -> String {
    let ends = |ch: char| ch.is_control() || Invisible::kind_of(ch) == Some(Invisible::LineEnd);
    text.replace(ends, " ")
}

/// Title, summary and body, one paragraph per line, for the diff.
fn text_for_diff(document: &Document) -> String {
    format!("{}\n\n{}\n\n{}\n", field_text(document, "titolo"), field_text(document, "sintesi"), document.body().trim())
}

/// Finds the file of an earlier version of an original in the history of git.
fn find_earlier_version(root: &Path, document: &Document, version: &str) -> Option<Document> {
    let path = &document.source.path;
    let repository = Repository::find(root)?;
    let commits = repository.run("log", &["--format=%H", "-n", MAX_COMMITS], &[path]).ok()?;
    commits.lines().find_map(|commit| {
        let text = repository.file_at(commit, path).ok()?;
        let then = split(path, text.into_bytes()).ok()?;
        (version_of_document(&then) == version).then_some(then)
    })
}
