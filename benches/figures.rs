//! Metrics of the table and their limits, for a board of 10,000 items and for the real content.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::generator::CONTACT_POINTS;
use crate::measure::Run;
use crate::rivals::{self, HUGO, PAGEFIND};
use crate::table::Table;
use crate::{LANGUAGES, Outcome, generator, median_run, preview, run_program, to_f64, weights, work_folder};

/// Items of the main board; the smaller and the larger one show how time grows.
const ITEMS: usize = 10_000;
const FEW_ITEMS: usize = 1_000;
const MANY_ITEMS: usize = 50_000;
/// Values of `--skip`: the outputs that rivals do not make; search and everything printed; everything printed.
const SKIP_AS_RIVALS: &str = "search,poster,card,print,desk,posts,qr";
const SKIP_PRINT_AND_SEARCH: &str = "search,poster,card,print,desk";
const SKIP_PRINT: &str = "poster,card,print,desk";
/// Largest share of Hugo's processor time that a build may take.
const MAX_SHARE_OF_HUGO: f64 = 0.15;
/// Largest share of a full build's time that a build after one change may take.
const MAX_SHARE_OF_FULL_BUILD: f64 = 0.25;
/// Largest size of a page with its style sheet, in KB: one round trip of TCP.
const MAX_PAGE_KB: f64 = 14.0;
/// Largest share of the time of `check` that it may take with contact points.
const MAX_SHARE_WITH_CONTACT_POINTS: f64 = 1.05;
/// Largest download of the first search on the real content, in KB.
const MAX_REAL_SEARCH_KB: f64 = 48.0;

/// A generated board in one language, and its site.
struct Board {
    folder: TempDir,
    root: PathBuf,
    site: PathBuf,
    items: usize,
}

impl Board {
    fn new(items: usize) -> Outcome<Self> {
        let folder = work_folder(items)?;
        let (root, site) = (folder.path().join("board"), folder.path().join("public"));
        fs::create_dir(&root)?;
        generator::write_board(&root, items, &LANGUAGES[..1])?;
        Ok(Self { folder, root, site, items })
    }

    fn build(&self, skip: &str) -> Outcome<Run> {
        run_program(&self.root, &["build", "--out", &self.site.to_string_lossy(), "--skip", skip])
    }

    /// Builds without a previous site or cache.
    fn build_clean(&self, skip: &str) -> Outcome<Run> {
        median_run(|| {
            let _ = (fs::remove_dir_all(&self.site), fs::remove_dir_all(self.root.join(".bacheca")));
            self.build(skip)
        })
    }

    /// Builds after the text of one item changed.
    fn build_changed(&self, skip: &str) -> Outcome<Run> {
        let mut words = ["Ieri.", "Oggi.", "Domani.", "Sempre."].into_iter();
        let mut change = || {
            generator::write_one_more(&self.root, self.items, words.next().unwrap_or_default())?;
            self.build(skip)
        };
        change()?;
        median_run(change)
    }
}

/// Measures every metric of the table.
pub(crate) fn measure_table() -> Outcome<Table> {
    let mut table = Table::default();
    let full = measure_pages(&mut table)?;
    measure_growth(&mut table, &full)?;
    measure_contact_points(&mut table)?;
    measure_real_content(&mut table)?;
    Ok(table)
}

/// Measures the main board; returns its full build without the search.
fn measure_pages(table: &mut Table) -> Outcome<Run> {
    let board = Board::new(ITEMS)?;
    let check = median_run(|| run_program(&board.root, &["check"]))?;
    table.add_limited("check of 10,000 files, processor", check.processor, 0.6, "s");
    let same_outputs = board.build_clean(SKIP_AS_RIVALS)?.processor;
    let name = "pages, lists, feeds, data of 10,000 items, processor";
    match rivals::run_hugo(board.folder.path(), ITEMS)? {
        Some(hugo) => {
            let from = format!("({MAX_SHARE_OF_HUGO} of Hugo's {:.1} s)", hugo.processor);
            table.add_compared(name, same_outputs, MAX_SHARE_OF_HUGO * hugo.processor, "s", &from);
        }
        None => table.add_unlimited(name, same_outputs, "s", &HUGO.missing_notice()),
    }
    let full = board.build_clean(SKIP_PRINT_AND_SEARCH)?;
    table.add_unlimited(
        "build of 10,000 items, processor",
        full.processor,
        "s",
        "codes and texts for channels too, no search",
    );
    table.add_limited("  memory at most", full.memory, 300.0, "MB");
    table.add_limited(
        "  nothing changed, on the clock",
        median_run(|| board.build(SKIP_PRINT_AND_SEARCH))?.wall,
        0.3,
        "s",
    );
    let from = format!("({MAX_SHARE_OF_FULL_BUILD} of the full build)");
    let changed = board.build_changed(SKIP_PRINT_AND_SEARCH)?;
    table.add_compared(
        "  one item changed, processor",
        changed.processor,
        MAX_SHARE_OF_FULL_BUILD * full.processor,
        "s",
        &from,
    );
    let seconds = preview::seconds_to_show_edit(&board.root, board.items)?;
    table.add_limited("  an edit is seen in the preview, on the clock", seconds, 0.15, "s");
    measure_search(table, &board, &full)?;
    Ok(full)
}

/// Measures the search of the main board; `full` is its full build without the search.
fn measure_search(table: &mut Table, board: &Board, full: &Run) -> Outcome {
    let all = board.build_clean(SKIP_PRINT)?;
    let (time, memory) = (all.processor - full.processor, "  memory at most, the whole build");
    let name = "search of 10,000 items, processor";
    match rivals::run_pagefind(board.folder.path(), &board.site)? {
        Some(pagefind) => {
            let from = |value: f64, unit: &str| format!("(half of Pagefind's {value:.1} {unit})");
            let (seconds, megabytes) = (pagefind.processor, pagefind.memory);
            table.add_compared(name, time, seconds / 2.0, "s", &from(seconds, "s"));
            table.add_compared(memory, all.memory, megabytes / 2.0, "MB", &from(megabytes, "MB"));
        }
        None => {
            table.add_unlimited(name, time, "s", &PAGEFIND.missing_notice());
            table.add_unlimited(memory, all.memory, "MB", "");
        }
    }
    table.add_unlimited(
        "  nothing changed, on the clock",
        median_run(|| board.build(SKIP_PRINT))?.wall,
        "s",
        "pages and search",
    );
    let changed = board.build_changed(SKIP_PRINT)?;
    let from = format!("({MAX_SHARE_OF_FULL_BUILD} of the full build with search)");
    table.add_compared(
        "  one item changed, processor",
        changed.processor,
        MAX_SHARE_OF_FULL_BUILD * all.processor,
        "s",
        &from,
    );
    measure_weights(table, &board.site, "10,000 items", 200.0)
}

fn measure_growth(table: &mut Table, full: &Run) -> Outcome {
    let each = |items: usize| -> Outcome<f64> {
        Ok(Board::new(items)?.build_clean(SKIP_PRINT_AND_SEARCH)?.processor / to_f64(items))
    };
    let (few, many) = (each(FEW_ITEMS)?, each(MANY_ITEMS)?);
    table.add_unlimited("processor an item, of 1,000", few * 1000.0, "ms", "");
    table.add_unlimited("processor an item, of 10,000", full.processor * 1000.0 / to_f64(ITEMS), "ms", "");
    table.add_limited("growth from 1,000 to 50,000 items, an item", many / few, 1.15, "×");
    Ok(())
}

/// Measures what contact points add to `check` of the main board, and to the build of a smaller one.
pub(crate) fn measure_contact_points(table: &mut Table) -> Outcome {
    let (main, small) = (Board::new(ITEMS)?, Board::new(FEW_ITEMS)?);
    let check = || median_run(|| run_program(&main.root, &["check"]));
    let (check_without, build_without) = (check()?.processor, small.build_clean(SKIP_PRINT)?.processor);
    for board in [&main, &small] {
        generator::write_contact_points(&board.root)?;
    }
    let from = format!("({MAX_SHARE_WITH_CONTACT_POINTS} of that without)");
    let name = format!("check of 10,000 files and {CONTACT_POINTS} contact points, processor");
    table.add_compared(&name, check()?.processor, MAX_SHARE_WITH_CONTACT_POINTS * check_without, "s", &from);
    let each = (small.build_clean(SKIP_PRINT)?.processor - build_without) * 1000.0 / to_f64(CONTACT_POINTS);
    table.add_unlimited("  pages, data, search of a contact point, processor", each, "ms", "in one language");
    Ok(())
}

fn measure_real_content(table: &mut Table) -> Outcome {
    let folder = work_folder(FEW_ITEMS)?;
    let site = folder.path().join("public");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let build = run_program(root, &["build", "--out", &site.to_string_lossy(), "--skip", SKIP_PRINT])?;
    table.add_unlimited("build of the real content, processor", build.processor, "s", "pages and search");
    measure_weights(table, &site, "the real content", MAX_REAL_SEARCH_KB)
}

/// Adds the compressed size of a page and of the first search, whose limit is `search` KB.
fn measure_weights(table: &mut Table, site: &Path, of: &str, search: f64) -> Outcome {
    let kilobytes = |bytes: usize| to_f64(bytes) / 1024.0;
    let weights = weights::weigh_site(site)?;
    let page = |bytes: usize| kilobytes(bytes + weights.style);
    table.add_unlimited(&format!("page of {of}, with its style sheet"), page(weights.median), "KB", "half are lighter");
    table.add_limited("  the heaviest", page(weights.heaviest), MAX_PAGE_KB, "KB");
    table.add_limited(&format!("first search of {of}"), kilobytes(weights.search), search, "KB");
    table.add_unlimited("  of the archive too", kilobytes(weights.archive), "KB", "if a reader includes closed items");
    Ok(())
}
