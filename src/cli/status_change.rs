//! `bacheca extend`, `cancel`, `full`, `reopen` and `withdraw`: write into an announcement's file what has changed and the day
//! of the change, and nothing else.

mod edits;
mod last_day;
mod stale_words;
mod state;
mod subject;

use clap::Args;

use self::edits::{Edits, write_edits};
pub(super) use self::last_day::NewLastDay;
use self::last_day::extend;
pub(super) use self::subject::reject_copy;
use super::{Context, Error, Outcome, find_named_item};
use crate::board::{Board, Item};
use crate::check::report::Format;
use crate::diagnostic::MessageLanguage;
use crate::model::ItemState;

/// Arguments of `extend`.
#[derive(Debug, Args)]
pub(super) struct Extend {
    /// The announcement's name, or its file
    slug: String,
    /// The new last day, as 2026-12-18 or "2026-12-18 ore 12:00"
    #[arg(long, value_name = "DATE", value_parser = NewLastDay::parse)]
    to: NewLastDay,
}

/// Arguments of `cancel` and `withdraw`.
#[derive(Debug, Args)]
pub(super) struct Named {
    /// The announcement's name, or its file
    slug: String,
}

/// Arguments of `full`.
#[derive(Debug, Args)]
pub(super) struct Full {
    /// The announcement's name, or its file
    slug: String,
    /// One can still put one's name on a waiting list
    #[arg(long)]
    waiting_list: bool,
}

/// Arguments of `reopen`.
#[derive(Debug, Args)]
pub(super) struct Reopen {
    /// The announcement's name, or its file
    slug: String,
    /// How many places there are now in all
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..))]
    places: Option<u32>,
    /// The new last day, if the old one is over
    #[arg(long, value_name = "DATE", value_parser = NewLastDay::parse)]
    to: Option<NewLastDay>,
}

pub(super) fn run_extend(context: &Context, arguments: &Extend) -> Result<Outcome, Error> {
    change(context, &arguments.slug, |board, item| {
        state::reject_withdrawn_or_cancelled(item)?;
        let mut edits = extend(board, item, arguments.to)?;
        if item.facts.state == Some(ItemState::Full) {
            let slug = &item.slug;
            edits.note = Some(format!("Resta «posti esauriti»: se ci sono di nuovo posti, `bacheca reopen {slug}`."));
        }
        Ok(edits)
    })
}

pub(super) fn run_cancel(context: &Context, arguments: &Named) -> Result<Outcome, Error> {
    change(context, &arguments.slug, state::cancel)
}

pub(super) fn run_full(context: &Context, arguments: &Full) -> Result<Outcome, Error> {
    change(context, &arguments.slug, |board, item| state::fill(board, item, arguments.waiting_list))
}

pub(super) fn run_reopen(context: &Context, arguments: &Reopen) -> Result<Outcome, Error> {
    change(context, &arguments.slug, |board, item| state::reopen(board, item, arguments.places, arguments.to))
}

pub(super) fn run_withdraw(context: &Context, arguments: &Named) -> Result<Outcome, Error> {
    change(context, &arguments.slug, |_, item| state::withdraw(item))
}

/// Finds an announcement, plans its edits, writes them, and checks the file.
fn change(
    context: &Context,
    name: &str,
    plan: impl FnOnce(&Board, &Item) -> Result<Edits, Error>,
) -> Result<Outcome, Error> {
    let Some(loaded) = context.load(Format::Terminal, MessageLanguage::Italian)? else {
        return Ok(Outcome::ContentErrors);
    };
    let item = find_named_item(context, &loaded.board, name)?;
    subject::reject_unpublished(item)?;
    let edits = plan(&loaded.board, item)?.dated(loaded.board.today);
    write_edits(context, item, &edits)
}
