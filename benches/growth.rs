//! How time and memory grow with the number of items.

use crate::generated_board::{GeneratedBoard, SKIP_PRINT_AND_SEARCH};
use crate::rounds::{Runs, repeat};
use crate::table::Table;
use crate::{LANGUAGES, Outcome, to_f64};

const SIZES: [usize; 3] = [1_000, 10_000, 100_000];
/// Items of a board that is built once only.
const BUILT_ONCE: usize = 100_000;
/// Largest factor by which time and memory of an item may grow when there are ten times as many.
const MAX_GROWTH: f64 = 1.1;
/// Largest memory for the pages, lists, feeds, data and sitemap of 100,000 items, in MB.
const MAX_MEMORY: f64 = 1_200.0;

/// Measures boards of three sizes.
pub(crate) fn measure(table: &mut Table) -> Outcome {
    let mut smaller: Option<(usize, Runs)> = None;
    for items in SIZES {
        let board = GeneratedBoard::write(items, &LANGUAGES[..1])?;
        let build = || board.build_from_nothing(SKIP_PRINT_AND_SEARCH);
        let runs = if items == BUILT_ONCE { Runs::single(build()?) } else { repeat(build)? };
        let each = runs.processor().times(1000.0 / to_f64(items));
        table.add_unlimited(&format!("an item of {items}, processor"), each, "ms", "");
        if let Some((fewer, before)) = &smaller {
            let times = to_f64(items) / to_f64(*fewer);
            let growth = runs.processor().median / before.processor().median / times;
            table.add_limited(&format!("  growth from {fewer} items"), growth, MAX_GROWTH, "×");
            let growth = runs.memory().median / before.memory().median / times;
            table.add_limited(&format!("  growth of memory from {fewer} items"), growth, MAX_GROWTH, "×");
        }
        if items == BUILT_ONCE {
            table.add_limited(&format!("  memory of {items}, at most"), runs.memory(), MAX_MEMORY, "MB");
            let changed = board.build_changed(SKIP_PRINT_AND_SEARCH)?;
            table.add_unlimited(&format!("  one item of {items} changed, processor"), changed.processor(), "s", "");
        }
        smaller = Some((items, runs));
    }
    Ok(())
}
