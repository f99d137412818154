//! A city with everything in eleven languages: from nothing, and the night after.

use crate::generated_board::GeneratedBoard;
use crate::rounds::Runs;
use crate::table::Table;
use crate::{LANGUAGES, Outcome};

/// Items, of which some 1,340 are open.
const ITEMS: usize = 11_160;
/// The day after [`crate::TODAY`].
const TOMORROW: &str = "2026-11-22";

/// Measures the whole site once, because it takes minutes.
pub(crate) fn measure(table: &mut Table) -> Outcome {
    let board = GeneratedBoard::write(ITEMS, &LANGUAGES)?;
    let whole = Runs::single(board.build_on(crate::TODAY)?);
    table.add_limited("a city's site in eleven languages, processor", whole.processor(), 240.0, "s");
    table.add_unlimited("  on the clock", whole.wall(), "s", "");
    table.add_unlimited("  memory at most", whole.memory(), "MB", "");
    let night = Runs::single(board.build_on(TOMORROW)?);
    table.add_unlimited("  the night after, processor", night.processor(), "s", "");
    Ok(())
}
