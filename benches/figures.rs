//! The figures of the table: what is promised of a board of 10,000 items, and of the real content.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::measure::Run;
use crate::rivals::{self, HUGO, PAGEFIND};
use crate::table::Table;
use crate::{LANGUAGES, Outcome, folder, generator, median, number, preview, run, weights};

/// The board that everything is measured on, and those that show how time grows.
const ITEMS: usize = 10_000;
const FEW: usize = 1_000;
const MANY: usize = 50_000;
/// What is left out: where others make pages, lists, feeds and data alone; of all but the search and what is printed; of
/// that with the search.
const AS_OTHERS: &str = "search,poster,card,print,desk,posts,qr";
const PAGES: &str = "search,poster,card,print,desk";
const SEARCH: &str = "poster,card,print,desk";
/// The share of Hugo's processor time that a build may take.
const OF_HUGO: f64 = 0.15;
/// The share of a full build that a build after a change may take.
const OF_FULL: f64 = 0.25;
/// A page with its style sheet, in KB: one round trip of TCP.
const PAGE: f64 = 14.0;
/// The first search of the real content, in KB.
const REAL_SEARCH: f64 = 144.0;

/// An invented board in one language, and its site.
struct Board {
    folder: TempDir,
    root: PathBuf,
    site: PathBuf,
    items: usize,
}

impl Board {
    fn new(items: usize) -> Outcome<Self> {
        let folder = folder(items)?;
        let (root, site) = (folder.path().join("board"), folder.path().join("public"));
        fs::create_dir(&root)?;
        generator::write(&root, items, &LANGUAGES[..1])?;
        Ok(Self { folder, root, site, items })
    }

    fn build(&self, skip: &str) -> Outcome<Run> {
        run(&self.root, &["build", "--out", &self.site.to_string_lossy(), "--skip", skip])
    }

    /// From nothing: neither a site nor what an earlier build kept.
    fn build_clean(&self, skip: &str) -> Outcome<Run> {
        median(|| {
            let _ = (fs::remove_dir_all(&self.site), fs::remove_dir_all(self.root.join(".bacheca")));
            self.build(skip)
        })
    }

    /// After one more item was written otherwise.
    fn build_changed(&self, skip: &str) -> Outcome<Run> {
        let mut words = ["Ieri.", "Oggi.", "Domani.", "Sempre."].into_iter();
        let mut change = || {
            generator::write_one_more(&self.root, self.items, words.next().unwrap_or_default())?;
            self.build(skip)
        };
        change()?;
        median(change)
    }
}

/// Measures everything that the table says.
pub(crate) fn table() -> Outcome<Table> {
    let mut table = Table::default();
    let full = pages(&mut table)?;
    growth(&mut table, &full)?;
    real(&mut table)?;
    Ok(table)
}

/// The board of 10,000 items; returns its full build, without the search.
fn pages(table: &mut Table) -> Outcome<Run> {
    let board = Board::new(ITEMS)?;
    let check = median(|| run(&board.root, &["check"]))?;
    table.most("check of 10,000 files, processor", check.processor, 0.6, "s");
    let as_others = board.build_clean(AS_OTHERS)?.processor;
    let name = "pages, lists, feeds, data of 10,000 items, processor";
    match rivals::hugo(board.folder.path(), ITEMS)? {
        Some(hugo) => {
            let from = format!("({OF_HUGO} of Hugo's {:.1} s)", hugo.processor);
            table.compared(name, as_others, OF_HUGO * hugo.processor, "s", &from);
        }
        None => table.told(name, as_others, "s", &HUGO.missing()),
    }
    let full = board.build_clean(PAGES)?;
    table.told("build of 10,000 items, processor", full.processor, "s", "codes and texts for channels too, no search");
    table.most("  memory at most", full.memory, 300.0, "MB");
    table.most("  nothing changed, on the clock", median(|| board.build(PAGES))?.wall, 0.3, "s");
    let from = format!("({OF_FULL} of the full build)");
    let changed = board.build_changed(PAGES)?;
    table.compared("  one item changed, processor", changed.processor, OF_FULL * full.processor, "s", &from);
    let seen = preview::shows_an_edit(&board.root, board.items)?;
    table.most("  an edit is seen in the preview, on the clock", seen, 0.15, "s");
    search(table, &board, &full)?;
    Ok(full)
}

/// The search of the same board, whose full build without it is known.
fn search(table: &mut Table, board: &Board, full: &Run) -> Outcome {
    let all = board.build_clean(SEARCH)?;
    let (time, memory) = (all.processor - full.processor, "  memory at most, the whole build");
    let name = "search of 10,000 items, processor";
    match rivals::pagefind(board.folder.path(), &board.site)? {
        Some(pagefind) => {
            let from = |value: f64, unit: &str| format!("(half of Pagefind's {value:.1} {unit})");
            let (seconds, megabytes) = (pagefind.processor, pagefind.memory);
            table.compared(name, time, seconds / 2.0, "s", &from(seconds, "s"));
            table.compared(memory, all.memory, megabytes / 2.0, "MB", &from(megabytes, "MB"));
        }
        None => {
            table.told(name, time, "s", &PAGEFIND.missing());
            table.told(memory, all.memory, "MB", "");
        }
    }
    table.told("  nothing changed, on the clock", median(|| board.build(SEARCH))?.wall, "s", "pages and search");
    let changed = board.build_changed(SEARCH)?;
    let from = format!("({OF_FULL} of the full build with search)");
    table.compared("  one item changed, processor", changed.processor, OF_FULL * all.processor, "s", &from);
    weigh(table, &board.site, "10,000 items", 200.0)
}

fn growth(table: &mut Table, full: &Run) -> Outcome {
    let each = |items: usize| -> Outcome<f64> { Ok(Board::new(items)?.build_clean(PAGES)?.processor / number(items)) };
    let (few, many) = (each(FEW)?, each(MANY)?);
    table.told("processor an item, of 1,000", few * 1000.0, "ms", "");
    table.told("processor an item, of 10,000", full.processor * 1000.0 / number(ITEMS), "ms", "");
    table.most("growth from 1,000 to 50,000 items, an item", many / few, 1.15, "×");
    Ok(())
}

fn real(table: &mut Table) -> Outcome {
    let folder = folder(FEW)?;
    let site = folder.path().join("public");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let build = run(root, &["build", "--out", &site.to_string_lossy(), "--skip", SEARCH])?;
    table.told("build of the real content, processor", build.processor, "s", "pages and search");
    weigh(table, &site, "the real content", REAL_SEARCH)
}

/// What readers fetch, compressed.
fn weigh(table: &mut Table, site: &Path, of: &str, search: f64) -> Outcome {
    let kilobytes = |bytes: usize| number(bytes) / 1024.0;
    let weights = weights::weights(site)?;
    let page = |bytes: usize| kilobytes(bytes + weights.style);
    table.told(&format!("page of {of}, with its style sheet"), page(weights.median), "KB", "half are lighter");
    table.most("  the heaviest", page(weights.heaviest), PAGE, "KB");
    table.most(&format!("first search of {of}"), kilobytes(weights.search), search, "KB");
    table.told("  of the archive too", kilobytes(weights.archive), "KB", "when somebody asks for what is over");
    Ok(())
}
