//! `bacheca list`: announcements, a line each.

use std::io::{self, Write};

use clap::Args;
use serde::Serialize;

use super::json::{self, report_format};
use super::terminal::PlainOutput;
use super::{Context, Error, Outcome, unknown_language_error};
use crate::board::{Board, Item, Status};
use crate::diagnostic::MessageLanguage;
use crate::text::visible::show_name;
use crate::translation::Original;

/// Long text of `--help`.
pub(super) const ABOUT: &str = "\
The announcements, a line each: last day, state, kind, name, title. Without options those that are open, in the order
in which they close.

With --json one object: `version` 1, `oggi`, and `annunci`, a list in the same order; each has `slug`, `file`, `tipo`,
`titolo`, `stato` (`aperto`, `bozza`, `rifiutato`, `completo`, `annullato`, `ritirato`, `da ricontrollare`, `chiuso`), `scadenza`
(the last day, or null), `ente`, `zone`, `lingue` (of its translations), `esempio`.";

/// Days before the last one in which an announcement is about to close.
const CLOSING_DAYS: i64 = 7;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Those that readers can still use: what is listed without options
    #[arg(long)]
    open: bool,
    /// Drafts
    #[arg(long)]
    drafts: bool,
    /// Those that close within a week
    #[arg(long)]
    closing: bool,
    /// Open ones without a finished translation into this language
    #[arg(long, value_name = "LANG")]
    untranslated: Option<String>,
    /// Everything, drafts and what is closed too
    #[arg(long)]
    all: bool,
    /// For programs: one JSON object
    #[arg(long)]
    pub(super) json: bool,
}

/// The list for programs.
#[derive(Serialize)]
struct List<'b> {
    version: u32,
    oggi: String,
    annunci: Vec<ListedItem<'b>>,
}

/// An announcement with the keys of [`ABOUT`].
#[derive(Serialize)]
struct ListedItem<'b> {
    slug: &'b str,
    file: &'b str,
    tipo: &'static str,
    titolo: &'b str,
    stato: &'static str,
    scadenza: Option<String>,
    ente: Option<&'b str>,
    zone: Vec<&'b str>,
    lingue: Vec<&'b str>,
    esempio: bool,
}

pub(super) fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Error> {
    let Some(loaded) = context.load(report_format(arguments.json), MessageLanguage::Italian)? else {
        return Ok(Outcome::ContentErrors);
    };
    let board = &loaded.board;
    if let Some(language) = &arguments.untranslated {
        let settings = &board.config.bacheca;
        let others: Vec<String> = settings.lingue.iter().filter(|code| **code != settings.lingua).cloned().collect();
        if !others.contains(language) {
            return Err(unknown_language_error(language, &others));
        }
    }
    let mut items: Vec<&Item> = board.items.iter().filter(|item| arguments.includes(board, item)).collect();
    items.sort_by_key(|item| {
        let last_day = item.status.closing().map(|closing| closing.day);
        (!item.status.is_open(), last_day.is_none(), last_day, &item.slug)
    });
    let listed: Vec<ListedItem<'_>> = items.into_iter().map(|item| list_item(board, item)).collect();
    if arguments.json {
        json::write(&List { version: json::VERSION, oggi: board.today.to_string(), annunci: listed })?;
        return Ok(Outcome::Done);
    }
    let mut out = io::BufWriter::new(PlainOutput::lock());
    write_lines(&mut out, &listed)?;
    out.flush()?;
    Ok(Outcome::Done)
}

impl Arguments {
    /// Whether an announcement is in one of the lists that were asked for.
    fn includes(&self, board: &Board, item: &Item) -> bool {
        let is_open = board.is_published(item) && item.status.is_open() && item.facts.refused.is_none();
        let nothing_chosen = !(self.drafts || self.closing || self.untranslated.is_some());
        let days_left = || item.status.closing().map(|closing| (closing.day - board.today).num_days());
        let is_closing = || days_left().is_some_and(|days| days <= CLOSING_DAYS);
        let is_finished = |language| Original::of_item(board, item, language).is_finished();
        self.all
            || (self.open || nothing_chosen) && is_open
            || self.drafts && item.facts.is_draft()
            || self.closing && is_open && is_closing()
            || is_open && self.untranslated.as_ref().is_some_and(|language| !is_finished(language))
    }
}

fn list_item<'b>(board: &'b Board, item: &'b Item) -> ListedItem<'b> {
    let mut zone: Vec<&str> = item.zones().collect();
    zone.sort_unstable();
    zone.dedup();
    ListedItem {
        slug: item.slug.as_str(),
        file: &item.document.source.path,
        tipo: item.kind().key(),
        titolo: item.title(),
        stato: state_of(item),
        scadenza: item.status.closing().map(|closing| closing.day.to_string()),
        ente: board.organiser_id(item),
        zone,
        lingue: item.translations.keys().map(String::as_str).collect(),
        esempio: item.facts.example,
    }
}

/// The state of an announcement as the list names it.
fn state_of(item: &Item) -> &'static str {
    if item.facts.refused.is_some() {
        return "rifiutato";
    }
    if item.facts.is_draft() {
        return "bozza";
    }
    match item.status {
        Status::Open(_) => "aperto",
        Status::ToRecheck => "da ricontrollare",
        Status::Full(_) => "completo",
        Status::Cancelled(_) => "annullato",
        Status::Withdrawn => "ritirato",
        Status::Closed(_) => "chiuso",
    }
}

fn write_lines(out: &mut impl Write, listed: &[ListedItem<'_>]) -> io::Result<()> {
    if listed.is_empty() {
        return writeln!(out, "nessun annuncio (`bacheca list --all` li mostra tutti)");
    }
    let widest = |cell: for<'i> fn(&'i ListedItem<'_>) -> &'i str| {
        listed.iter().map(|item| cell(item).chars().count()).max().unwrap_or_default()
    };
    let (state, kind, slug) = (widest(|item| item.stato), widest(|item| item.tipo), widest(|item| item.slug));
    for item in listed {
        let day = item.scadenza.as_deref().unwrap_or("-");
        let title = show_name(item.titolo);
        writeln!(out, "{day:<10}  {:<state$}  {:<kind$}  {:<slug$}  {title}", item.stato, item.tipo, item.slug)?;
    }
    Ok(())
}
