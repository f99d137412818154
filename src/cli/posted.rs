//! `bacheca posted`: adds one line to an announcement and changes nothing else.

use std::io::{self, Write};
use std::ops::Range;

use chrono::{NaiveDateTime, Utc};
use clap::Args;

use super::{Context, Error, Outcome, find_accepted_item};
use crate::check::report::Format;
use crate::compose::plan::format_publication;
use crate::diagnostic::MessageLanguage;
use crate::files::{MAX_TEXT_BYTES, read_file_below, replace_file_below};
use crate::localized;
use crate::model::LanguageCode;
use crate::source::{Document, Yaml, parse, split_text};
use crate::text::visible::show_name;

/// Field with the posts of an announcement.
const POSTS_KEY: &str = "pubblicazioni";

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The announcement's name
    slug: String,
    /// Where it was posted
    #[arg(long, default_value = "whatsapp", value_name = "CHANNEL")]
    channel: String,
    /// In which language; the board's own if none is named
    #[arg(long, value_name = "LANG")]
    lang: Option<String>,
    /// When, as 2026-11-21T10:00; now if nothing is said
    #[arg(long, value_name = "TIME", value_parser = parse_moment)]
    when: Option<NaiveDateTime>,
}

fn parse_moment(text: &str) -> Result<NaiveDateTime, String> {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").map_err(|_| "scrivi per esempio 2026-11-21T10:00".to_owned())
}

pub(super) fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Error> {
    let Some(loaded) = context.load(Format::Terminal, MessageLanguage::Italian)? else {
        return Ok(Outcome::ContentErrors);
    };
    let board = &loaded.board;
    let item = find_accepted_item(board, &arguments.slug)?;
    let language = arguments.lang.as_deref().unwrap_or(&board.config.bacheca.lingua);
    if LanguageCode::new(language).is_none()
        || arguments.channel.contains(|letter: char| !letter.is_alphanumeric() && letter != '-')
    {
        let channel = &arguments.channel;
        return Err(Error::Message(localized!(
            "«{language}» o «{channel}» non va bene: scrivi per esempio --channel whatsapp --lang ar",
            "`{language}` or `{channel}` cannot be used: write for example --channel whatsapp --lang ar"
        )));
    }
    let now = Utc::now().with_timezone(&board.config.bacheca.fuso).naive_local();
    let when = arguments.when.unwrap_or_else(|| board.today.and_time(now.time()));
    let entry = format_publication(&arguments.channel, language, &when.format("%Y-%m-%dT%H:%M").to_string());
    let path = &item.document.source.path;
    let shown = show_name(path);
    let by_hand = localized!(
        "{shown}: aggiungi tu, sotto `{POSTS_KEY}`, la riga\n  - {entry}",
        "{shown}: add yourself, below `{POSTS_KEY}`, the line\n  - {entry}"
    );
    let (at, added) = compute_addition(&item.document, &entry).ok_or_else(|| by_hand.clone())?;
    let file = context.root.join(path);
    let text = read_file_below(&context.root, path, MAX_TEXT_BYTES).map_err(|error| Error::read(&file, &error))?;
    let text = String::from_utf8_lossy(&text);
    let (Some(before), Some(after)) = (text.get(..at.start), text.get(at.end..)) else {
        return Err(Error::Message(localized!(
            "{shown}: il file è cambiato nel frattempo, riprova",
            "{shown}: the file has changed meanwhile, try again"
        )));
    };
    let new_text = [before, &added, after].concat();
    let [old, new] = [text.into_owned(), new_text.clone()].map(|text| count_posts(path, text));
    if new != old.map(|(posts, problems)| (posts + 1, problems)) {
        return Err(Error::Message(by_hand));
    }
    replace_file_below(&context.root, path, new_text.as_bytes()).map_err(|error| Error::write(&file, &error))?;
    writeln!(io::stdout().lock(), "{shown}: {entry}")?;
    Ok(Outcome::Done)
}

/// Posts of an announcement, and problems of its YAML; `None` if its facts cannot be read.
fn count_posts(path: &str, text: String) -> Option<(usize, usize)> {
    let document = split_text(path, text).ok()?;
    let mut problems = Vec::new();
    let root = parse(&document, &mut problems)?;
    let posts = match root.get(POSTS_KEY).map(|node| &node.yaml) {
        Some(Yaml::List(entries)) => entries.len(),
        _ => 0,
    };
    Some((posts, problems.len()))
}

/// Computes the replacement (byte range and text) that adds an entry; `None` if the file must be edited by hand.
fn compute_addition(document: &Document, entry: &str) -> Option<(Range<usize>, String)> {
    let text = &document.source.text;
    let end = if document.facts().contains("\r\n") { "\r\n" } else { "\n" };
    // Parse the tree again, because decoded facts lack invalid entries and the line goes below the last one.
    let root = parse(document, &mut Vec::new())?;
    let Some(node) = root.get(POSTS_KEY) else {
        return Some((document.facts.end..document.facts.end, format!("{POSTS_KEY}:{end}  - {entry}{end}")));
    };
    let Yaml::List(entries) = &node.yaml else { return None };
    if text.get(node.span.start..)?.starts_with('[') {
        let from = entries.last().map_or(node.span.start, |last| last.span.end);
        let at = from + text.get(from..)?.find(']')?;
        let follows = !entries.is_empty() && !text.get(..at)?.trim_end().ends_with(',');
        return Some((at..at, if follows { format!(", {entry}") } else { entry.to_owned() }));
    }
    // Below the last entry, with its indentation.
    let last = entries.last()?;
    let start = text.get(..last.span.start)?.rfind('\n').map_or(0, |newline| newline + 1);
    let indent: String = text.get(start..)?.chars().take_while(|letter| *letter == ' ').collect();
    let insert_at = last.span.end + text.get(last.span.end..)?.find('\n')? + 1;
    Some((insert_at..insert_at, format!("{indent}- {entry}{end}")))
}
