//! The search index of a board of 10,000 items, beside Pagefind's own program.

use crate::generated_board::{GeneratedBoard, SKIP_PRINT, SKIP_PRINT_AND_SEARCH};
use crate::measure::Run;
use crate::rivals::{self, PAGEFIND};
use crate::rounds::{Contestant, repeat, take_turns};
use crate::table::Table;
use crate::{LANGUAGES, Outcome, weights};

const ITEMS: usize = 10_000;
/// Largest share of Pagefind's time and memory that the index may take.
const MAX_SHARE_OF_PAGEFIND: f64 = 0.5;

/// Measures time and memory of the index, what one change costs, and what a reader downloads.
pub(crate) fn measure(table: &mut Table) -> Outcome {
    let board = GeneratedBoard::write(ITEMS, &LANGUAGES[..1])?;
    let folder = board.folder.path();
    // Pagefind reads finished pages: a copy of them, which the other builds do not delete.
    let finished = folder.join("finished");
    board.build_from_nothing(SKIP_PRINT_AND_SEARCH)?;
    std::fs::rename(&board.site, &finished)?;
    let pagefind = PAGEFIND.find_program();
    let mut contestants: Vec<Contestant> = vec![
        Box::new(|| board.build_from_nothing(SKIP_PRINT_AND_SEARCH)),
        Box::new(|| board.build_from_nothing(SKIP_PRINT)),
    ];
    if let Some(program) = &pagefind {
        contestants.push(Box::new(|| rivals::run_pagefind(program, folder, &finished)));
    }
    let runs = take_turns(&mut contestants)?;
    let [without, with, theirs @ ..] = &runs[..] else { return Ok(()) };
    let difference = |one: &Run, other: &Run| one.processor - other.processor;
    table.add_unlimited("search of 10,000 items, processor", with.combine(without, difference), "s", "");
    table.add_unlimited("  memory at most, the whole build", with.memory(), "MB", "");
    match theirs {
        [theirs, ..] => {
            let index = with.combine(without, difference).median;
            let share = theirs.combine(theirs, |run, _| index / run.processor);
            table.add_limited("  share of Pagefind's processor time", share, MAX_SHARE_OF_PAGEFIND, "");
            let share = with.combine(theirs, |one, other| one.memory / other.memory);
            table.add_limited("  share of Pagefind's memory, the whole build", share, MAX_SHARE_OF_PAGEFIND, "");
            table.add_unlimited("  Pagefind, processor", theirs.processor(), "s", "");
        }
        [] => table.add_missing("  share of Pagefind's processor time", PAGEFIND.missing_notice()),
    }
    let again = repeat(|| board.build(SKIP_PRINT))?;
    table.add_unlimited("  nothing changed, processor", again.processor(), "s", "pages and search");
    let changed = board.build_changed(SKIP_PRINT)?;
    table.add_unlimited("  one item changed, processor", changed.processor(), "s", "pages and search");
    weights::add_rows(table, &board.site, "10,000 items", 200.0)
}
