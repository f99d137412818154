//! The real content: its first site with everything, and what a reader downloads.

use std::fs;
use std::path::Path;

use crate::generated_board::SKIP_PRINT;
use crate::rounds::Runs;
use crate::table::Table;
use crate::{Outcome, run_program, weights, work_folder};

/// Largest download of the first search, in KB.
const MAX_SEARCH_KB: f64 = 48.0;
/// Largest processor time of the first site, in seconds.
const MAX_FIRST_SITE: f64 = 15.0;
/// Parts of a board.
const PARTS: [&str; 3] = ["content", "themes", "static"];

/// Measures a copy of the board, which has no cache.
pub(crate) fn measure(table: &mut Table) -> Outcome {
    let folder = work_folder(1_000)?;
    let (root, site) = (folder.path().join("board"), folder.path().join("public"));
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    fs::create_dir(&root)?;
    fs::copy(project.join("site.toml"), root.join("site.toml"))?;
    for part in PARTS.iter().filter(|part| project.join(part).is_dir()) {
        copy_folder(&project.join(part), &root.join(part))?;
    }
    let to = site.to_string_lossy();
    let first = Runs::single(run_program(&root, &["build", "--out", &to])?);
    table.add_limited("first site of the real content, processor", first.processor(), MAX_FIRST_SITE, "s");
    table.add_unlimited("  on the clock", first.wall(), "s", "");
    table.add_unlimited("  memory at most", first.memory(), "MB", "");
    fs::remove_dir_all(&site)?;
    let pages = Runs::single(run_program(&root, &["build", "--out", &to, "--skip", SKIP_PRINT])?);
    table.add_unlimited("  its pages and search, processor", pages.processor(), "s", "");
    weights::add_rows(table, &site, "the real content", MAX_SEARCH_KB)
}

fn copy_folder(from: &Path, to: &Path) -> Outcome {
    for entry in walkdir::WalkDir::new(from) {
        let entry = entry?;
        let target = to.join(entry.path().strip_prefix(from)?);
        if entry.file_type().is_dir() {
            fs::create_dir_all(target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
