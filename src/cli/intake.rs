//! `bacheca intake`: a draft from a message as people send it.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Read, Write};
use std::path::PathBuf;

use clap::Args;

use super::terminal::{PlainOutput, say};
use super::{Context, Error, Language, Outcome, free_item_path, wants_colour};
use crate::board::{Board, ContentFiles};
use crate::check::report::{self, Format, Report};
use crate::check::{QuestionMessage, check, compose_questions, count_errors, rules};
use crate::diagnostic::{Diagnostic, MessageLanguage, RuleGroup};
use crate::document_text::{MAX_DOCUMENT_BYTES, read_document};
use crate::files::{MAX_PICTURE_BYTES, create_file_below, read_named_file};
use crate::form::read_issue;
use crate::intake::{Draft, Options, read_message};
use crate::localized;
use crate::model::Kind;
use crate::text::visible::show_path;

/// What `bacheca intake --help` says.
pub(super) const ABOUT: &str = "A draft from a message as people send it: WhatsApp, mail (.eml), Word (.docx), PDF, plain text.

Reads FILE, or standard input, and prints a draft in the board's format on standard output; several announcements in one
message are several drafts, with a line of three sharps between them. With --write each is written in its place, below
content/opportunita/<year>/, never over another file, and its path is printed.

Above each line stand the words that it comes from. A value is taken only if the text clearly says it; the rest is
«da chiedere», with what the text says. Nothing is supposed: a year that is not written comes only from the weekday or from
another date of the message. Contacts of private persons are not copied. The message is kept below the fields as comments,
which nobody publishes.

What the rules find in the draft, and the letter with the questions to the organisation, go to standard error: the draft
alone can be sent to a file with `bacheca intake message.txt > bozza.md`.";

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The message: text, .eml, .docx or .pdf; `-` or nothing: standard input
    file: Option<PathBuf>,
    /// The message is an issue: FILE is the event of a GitHub workflow, whose title, text and answers are read
    #[arg(long, requires = "file")]
    issue: bool,
    /// What it is, if its words do not show it: formazione, lavoro, abitare, normativa, notizia, progetto, evento
    #[arg(long, value_parser = super::new::parse_kind)]
    kind: Option<Kind>,
    /// The picture that was sent with it; with --write it is copied beside the draft
    #[arg(long, value_name = "FILE")]
    image: Option<PathBuf>,
    /// Write each draft to a new file of the board
    #[arg(long)]
    write: bool,
    /// Language of the letter and of the messages
    #[arg(long, value_enum, default_value_t)]
    pub(super) lang: Language,
}

pub(super) fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Error> {
    let language = arguments.lang.into();
    let message = read_input(arguments, language)?;
    let (message, kind) = if arguments.issue { read_event(&message)? } else { (message, None) };
    let image = arguments.image.as_deref().map(read_image).transpose()?;
    let Some(loaded) = context.load(Format::Terminal, language)? else { return Ok(Outcome::ContentErrors) };
    let board = &loaded.board;
    let options = Options { kind: arguments.kind.or(kind), image: image.as_ref().map(|(ending, _)| ending.clone()) };
    let drafts = read_message(board, &message, &options).map_err(Error::Message)?;
    let files = name_files(board, drafts);
    if arguments.write {
        write_files(board, &files, image.as_ref())?;
    } else {
        let texts: Vec<&str> = files.iter().map(|(_, draft)| draft.text.as_str()).collect();
        PlainOutput::lock().write_all(texts.join("\n###\n\n").as_bytes())?;
    }
    report_drafts(context, &files, language)
}

/// The text of the message: of a file, or from standard input; says what was left out.
fn read_input(arguments: &Arguments, language: MessageLanguage) -> Result<String, Error> {
    let file = arguments.file.as_deref().filter(|file| file.as_os_str() != "-");
    let (name, bytes) = match file {
        Some(path) => {
            let bytes = read_named_file(path, MAX_PICTURE_BYTES).map_err(|error| Error::read(path, &error))?;
            (show_path(path), bytes)
        }
        None => {
            let mut bytes = Vec::new();
            io::stdin().lock().take(MAX_DOCUMENT_BYTES as u64 + 1).read_to_end(&mut bytes)?;
            let name = match language {
                MessageLanguage::Italian => "il messaggio",
                MessageLanguage::English => "the message",
            };
            (name.to_owned(), bytes)
        }
    };
    let document = read_document(&bytes).map_err(|error| Error::from(error).in_part(name))?;
    for left_out in &document.left_out {
        say(&format!("bacheca: {}", left_out.in_language(language)))?;
    }
    Ok(document.text)
}

/// The message of an issue, and its kind if it was chosen, from the event of a workflow.
fn read_event(event: &str) -> Result<(String, Option<Kind>), Error> {
    let event: Option<serde_json::Value> = serde_json::from_str(event).ok();
    let issue = event.as_ref().and_then(|event| event.get("issue"));
    let text = |key: &str| issue.and_then(|issue| issue.get(key)).and_then(serde_json::Value::as_str);
    let Some(title) = text("title") else {
        return Err(Error::Message(localized!(
            "non è l'evento di una segnalazione di GitHub (issue.title)",
            "it is not the event of an issue of GitHub (issue.title)"
        )));
    };
    // An issue may have no text: GitHub says null.
    let issue = read_issue(title, text("body").unwrap_or(""));
    Ok((issue.text, issue.kind))
}

/// Ending and bytes of the picture.
fn read_image(path: &std::path::Path) -> Result<(String, Vec<u8>), Error> {
    let bytes = read_named_file(path, MAX_PICTURE_BYTES).map_err(|error| Error::read(path, &error))?;
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
    if !matches!(ending.as_str(), "jpg" | "jpeg" | "png" | "webp") {
        let path = show_path(path);
        return Err(Error::Message(localized!(
            "{path}: un'immagine è un file jpg, png o webp",
            "{path}: a picture is a file of the type jpg, png or webp"
        )));
    }
    Ok((ending, bytes))
}

/// Gives each draft its path, and its picture the draft's name.
fn name_files(board: &Board, drafts: Vec<Draft>) -> Vec<(String, Draft)> {
    let mut taken = BTreeSet::new();
    let mut files = Vec::new();
    for mut draft in drafts {
        let mut path = free_item_path(board, &draft.slug);
        let mut number = 2;
        while !taken.insert(path.clone()) {
            path = free_item_path(board, &format!("{}-{number}", draft.slug));
            number += 1;
        }
        if let Some(name) = path.rsplit('/').next().and_then(|name| name.strip_suffix(".md")) {
            draft.set_name(name);
        }
        files.push((path, draft));
    }
    files
}

fn write_files(board: &Board, files: &[(String, Draft)], image: Option<&(String, Vec<u8>)>) -> Result<(), Error> {
    let mut out = PlainOutput::lock();
    for (path, draft) in files {
        let create = |path: &str, bytes: &[u8]| {
            create_file_below(&board.root, path, bytes).map_err(|error| Error::write(&board.root.join(path), &error))
        };
        if let Some((ending, bytes)) = image {
            create(&format!("{}{ending}", path.trim_end_matches("md")), bytes)?;
        }
        create(path, draft.text.as_bytes())?;
        writeln!(out, "{path}")?;
    }
    Ok(())
}

/// Prints to standard error what was not taken, what the rules find in the drafts, and the letter with the questions.
fn report_drafts(context: &Context, files: &[(String, Draft)], language: MessageLanguage) -> Result<Outcome, Error> {
    let Some((config, today)) = context.load_config(Format::Terminal, language)? else {
        return Ok(Outcome::ContentErrors);
    };
    let added: BTreeMap<String, Vec<u8>> =
        files.iter().map(|(path, draft)| (path.clone(), draft.text.clone().into_bytes())).collect();
    // A link that leads nowhere is there too.
    let is_there = |path: &String| std::fs::symlink_metadata(context.root.join(path)).is_ok();
    let new = added.iter().filter(|(path, _)| !is_there(path));
    let content = ContentFiles::read(&context.root);
    // What the rules find in the words of the message makes it suspect, though they are not published.
    let spoken: BTreeMap<String, Vec<u8>> = files
        .iter()
        .map(|(path, draft)| (path.replace(".md", MESSAGE_ENDING), draft.text_with_message().into_bytes()))
        .collect();
    let mut in_message =
        ContentFiles::read(&context.root).with_folders_replaced(&[], &spoken).load(config.clone(), today);
    let mut suspect = check(&in_message.board, std::mem::take(&mut in_message.problems), None);
    suspect.diagnostics.retain(|found| spoken.contains_key(&found.file) && is_about_message(&in_message.board, found));
    suspect.suppressed.clear();
    let mut loaded = content.with_folders_replaced(&[], new).load(config, today);
    let mut checked = check(&loaded.board, std::mem::take(&mut loaded.problems), None);
    let letters: Vec<_> = files
        .iter()
        .filter_map(|(path, _)| loaded.board.items.iter().find(|item| item.document.source.path == *path))
        .filter_map(|item| compose_questions(&loaded.board, item, &checked.diagnostics, language))
        .collect();
    checked.diagnostics.retain(|found| added.contains_key(&found.file));
    checked.suppressed.clear();
    let notes: BTreeSet<&str> =
        files.iter().flat_map(|(_, draft)| draft.notes.iter().map(|note| note.in_language(language))).collect();
    for note in notes {
        context.remark(&format!("bacheca: {note}"))?;
    }
    let has_errors = count_errors(&checked.diagnostics) + count_errors(&suspect.diagnostics) > 0;
    if context.verbosity.is_quiet() && !has_errors {
        return Ok(Outcome::Done);
    }
    if !checked.diagnostics.is_empty() {
        let report = Report::from_outcome(&loaded, &checked, files.len(), language, wants_colour());
        report::write(&mut io::stderr().lock(), &report, Format::Terminal)?;
    }
    if !suspect.diagnostics.is_empty() {
        let note = match language {
            MessageLanguage::Italian => "Nel testo del messaggio:",
            MessageLanguage::English => "In the text of the message:",
        };
        say(note)?;
        let report = Report::from_outcome(&in_message, &suspect, files.len(), language, wants_colour());
        report::write(&mut io::stderr().lock(), &report, Format::Terminal)?;
    }
    for letter in letters {
        let QuestionMessage { text, mailto_url, whatsapp_url, .. } = letter;
        context.remark(&format!("\n{text}\n\nE-mail: {mailto_url}\n\nWhatsApp: {whatsapp_url}"))?;
    }
    Ok(if has_errors { Outcome::ContentErrors } else { Outcome::Done })
}

/// Ending of the name under which the words of a message are checked.
const MESSAGE_ENDING: &str = "-messaggio.md";

/// Whether a finding is in the words of the message, and about whom it deceives or leaves out.
fn is_about_message(board: &Board, found: &Diagnostic) -> bool {
    let item = board.items.iter().find(|item| item.document.source.path == found.file);
    let in_text = item.is_some_and(|item| item.document.body.contains(&found.span.start));
    let group = rules::checks().iter().find(|check| check.rule.name == found.rule).map(|check| check.rule.group);
    in_text && matches!(group, Some(RuleGroup::Reliability | RuleGroup::Accessibility | RuleGroup::SocialPurpose))
}
