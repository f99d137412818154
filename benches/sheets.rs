//! Posters, cards and status pictures: time of each, and whether memory grows with their number.

use walkdir::WalkDir;

use crate::generated_board::GeneratedBoard;
use crate::rounds::take_turns;
use crate::table::Table;
use crate::{LANGUAGES, Outcome, to_f64};

/// Items of the board; some 500 are open and have sheets in each language.
const ITEMS: usize = 4_200;
const SHEET_LANGUAGES: usize = 4;
const NO_SHEETS: &str = "search,poster,card,print,print-page,handout,desk,posts";

/// Outputs, what `--skip` leaves of the sheets, the end of their files' names, milliseconds that each may take.
const SHEETS: [(&str, &str, &str, f64); 2] = [
    ("poster", "search,card,print,print-page,handout,desk,posts", "poster.pdf", 12.0),
    ("card with preview", "search,poster,print,print-page,handout,desk,posts", "card.png", 15.0),
];
/// Largest memory of a build with thousands of sheets, in MB.
const MAX_MEMORY: f64 = 150.0;

/// Measures each kind of sheet in turns with the pages alone.
pub(crate) fn measure(table: &mut Table) -> Outcome {
    let board = GeneratedBoard::write(ITEMS, &LANGUAGES[..SHEET_LANGUAGES])?;
    for (name, skip, file, milliseconds) in SHEETS {
        let runs = take_turns(&mut [
            Box::new(|| board.build_from_nothing(NO_SHEETS)),
            Box::new(|| board.build_from_nothing(skip)),
        ])?;
        let [without, with] = &runs[..] else { return Ok(()) };
        let files = WalkDir::new(&board.site).into_iter().filter_map(Result::ok);
        let count = files.filter(|entry| entry.file_name().to_string_lossy() == file).count();
        let each = with.combine(without, |one, other| one.processor - other.processor);
        let each = each.times(1000.0 / to_f64(count.max(1)));
        table.add_limited(&format!("a {name}, processor ({count} of them)"), each, milliseconds, "ms");
        table.add_limited("  memory at most, the whole build", with.memory(), MAX_MEMORY, "MB");
    }
    Ok(())
}
