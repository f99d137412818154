//! A board of 10,000 items: its pages beside those of other generators, its checks, what one change costs.

use crate::generated_board::{GeneratedBoard, SKIP_AS_RIVALS, SKIP_PRINT, SKIP_PRINT_AND_SEARCH};
use crate::generator::CONTACT_POINTS;
use crate::rivals::{GENERATORS, RivalSite};
use crate::rounds::{Contestant, repeat, take_turns};
use crate::table::Table;
use crate::{LANGUAGES, Outcome, generator, preview, run_program, to_f64};

const ITEMS: usize = 10_000;
/// Items of the board on which pages of contact points are measured.
const FEW_ITEMS: usize = 1_000;
/// Largest share of Hugo's processor time that a build may take.
const MAX_SHARE_OF_HUGO: f64 = 0.10;
/// Largest share of the time of `check` that it may take with contact points.
const MAX_SHARE_WITH_CONTACT_POINTS: f64 = 1.05;

/// Measures the pages and the checks of a board in one language.
pub(crate) fn measure(table: &mut Table) -> Outcome {
    let board = GeneratedBoard::write(ITEMS, &LANGUAGES[..1])?;
    measure_beside_rivals(table, &board)?;
    let check = repeat(|| run_program(&board.root, &["check"]))?;
    table.add_limited("check of 10,000 files, processor", check.processor(), 0.45, "s");
    let full = repeat(|| board.build_from_nothing(SKIP_PRINT_AND_SEARCH))?;
    let note = "codes and texts for channels too, no search";
    table.add_unlimited("build of 10,000 items, processor", full.processor(), "s", note);
    table.add_limited("  memory at most", full.memory(), 200.0, "MB");
    let again = repeat(|| board.build(SKIP_PRINT_AND_SEARCH))?;
    table.add_limited("  nothing changed, processor", again.processor(), 0.1, "s");
    table.add_unlimited("  nothing changed, on the clock", again.wall(), "s", "");
    let changed = board.build_changed(SKIP_PRINT_AND_SEARCH)?;
    table.add_limited("  one item changed, processor", changed.processor(), 0.35, "s");
    table.add_unlimited("  one item changed, on the clock", changed.wall(), "s", "");
    let seconds = preview::seconds_to_show_edit(&board.root, ITEMS)?;
    table.add_limited("  an edit is seen in the preview, on the clock", seconds, 0.08, "s");
    Ok(())
}

/// Measures the same pages, lists, feeds and data made by several programs in turns.
fn measure_beside_rivals(table: &mut Table, board: &GeneratedBoard) -> Outcome {
    let mut rivals: Vec<(&str, RivalSite)> = Vec::new();
    for generator in &GENERATORS {
        let name = generator.rival.name;
        match generator.prepare_site(board.folder.path(), ITEMS)? {
            Some(site) => rivals.push((name, site)),
            None => table.add_missing(&format!("share of {name}'s processor time"), generator.rival.missing_notice()),
        }
    }
    let mut contestants: Vec<Contestant> = vec![Box::new(|| board.build_from_nothing(SKIP_AS_RIVALS))];
    contestants.extend(rivals.iter().map(|(_, site)| -> Contestant { Box::new(|| site.build()) }));
    let runs = take_turns(&mut contestants)?;
    let Some((ours, theirs)) = runs.split_first() else { return Ok(()) };
    table.add_unlimited("pages, lists, feeds, data of 10,000 items, processor", ours.processor(), "s", "");
    table.add_limited("  memory at most", ours.memory(), 200.0, "MB");
    for ((name, _), runs) in rivals.iter().zip(theirs) {
        let metric = format!("  share of {name}'s processor time");
        if *name == "Hugo" {
            table.add_limited(&metric, ours.share_of(runs), MAX_SHARE_OF_HUGO, "");
        } else {
            table.add_unlimited(&metric, ours.share_of(runs), "", "");
        }
        let note = format!("{} MB at most, {} s on the clock", runs.memory(), runs.wall());
        table.add_unlimited(&format!("  {name}, processor"), runs.processor(), "s", &note);
    }
    Ok(())
}

/// Measures what contact points add to `check` of the main board, and to the build of a smaller one.
pub(crate) fn measure_contact_points(table: &mut Table) -> Outcome {
    let language = &LANGUAGES[..1];
    let [with, without] = [GeneratedBoard::write(ITEMS, language)?, GeneratedBoard::write(ITEMS, language)?];
    let [small_with, small_without] =
        [GeneratedBoard::write(FEW_ITEMS, language)?, GeneratedBoard::write(FEW_ITEMS, language)?];
    for board in [&with, &small_with] {
        generator::write_contact_points(&board.root)?;
    }
    let check = |board: &GeneratedBoard| run_program(&board.root, &["check"]);
    let checks = take_turns(&mut [Box::new(|| check(&with)), Box::new(|| check(&without))])?;
    if let [with, without] = &checks[..] {
        let name = format!("check of 10,000 files and {CONTACT_POINTS} contact points, share of that without");
        table.add_limited(&name, with.share_of(without), MAX_SHARE_WITH_CONTACT_POINTS, "");
    }
    let build = |board: &GeneratedBoard| board.build_from_nothing(SKIP_PRINT);
    let builds = take_turns(&mut [Box::new(|| build(&small_with)), Box::new(|| build(&small_without))])?;
    if let [with, without] = &builds[..] {
        let each = with.combine(without, |one, other| one.processor - other.processor);
        let each = each.times(1000.0 / to_f64(CONTACT_POINTS));
        table.add_unlimited("  pages, data, search of a contact point, processor", each, "ms", "in one language");
    }
    Ok(())
}
