//! A generated board in a temporary folder, and its site.

use std::fs;
use std::path::PathBuf;

use tempfile::TempDir;

use crate::generator::BoardSize;
use crate::measure::Run;
use crate::rounds::{Runs, repeat};
use crate::{Outcome, generator, run_program, run_program_on, work_folder};

/// Values of `--skip`: the outputs that rivals do not make; search and everything printed; everything printed.
pub(crate) const SKIP_AS_RIVALS: &str = "search,poster,card,print,desk,posts,qr";
pub(crate) const SKIP_PRINT_AND_SEARCH: &str = "search,poster,card,print,desk";
pub(crate) const SKIP_PRINT: &str = "poster,card,print,desk";

/// A generated board and its site.
pub(crate) struct GeneratedBoard {
    /// Folder of both, deleted at the end.
    pub(crate) folder: TempDir,
    /// The board.
    pub(crate) root: PathBuf,
    /// The site.
    pub(crate) site: PathBuf,
    /// What it holds.
    pub(crate) size: BoardSize,
}

impl GeneratedBoard {
    /// Writes a board of `items` items in these languages.
    pub(crate) fn write(items: usize, languages: &[&str]) -> Outcome<Self> {
        let folder = work_folder(items * languages.len())?;
        let (root, site) = (folder.path().join("board"), folder.path().join("public"));
        fs::create_dir(&root)?;
        let size = generator::write_board(&root, items, languages)?;
        Ok(Self { folder, root, site, size })
    }

    /// Builds the site, leaving out these outputs.
    pub(crate) fn build(&self, skip: &str) -> Outcome<Run> {
        run_program(&self.root, &["build", "--out", &self.site.to_string_lossy(), "--skip", skip])
    }

    /// Builds the site as it is on another day.
    pub(crate) fn build_on(&self, day: &str) -> Outcome<Run> {
        run_program_on(day, &self.root, &["build", "--out", &self.site.to_string_lossy()])
    }

    /// Builds without a previous site or cache.
    pub(crate) fn build_from_nothing(&self, skip: &str) -> Outcome<Run> {
        self.forget()?;
        self.build(skip)
    }

    /// Deletes the site and the cache.
    pub(crate) fn forget(&self) -> Outcome {
        for folder in [self.site.clone(), self.root.join(".bacheca")] {
            if folder.exists() {
                fs::remove_dir_all(folder)?;
            }
        }
        Ok(())
    }

    /// Builds after the text of one item changed, in each round to another.
    pub(crate) fn build_changed(&self, skip: &str) -> Outcome<Runs> {
        let mut words = ["Ieri.", "Oggi.", "Domani.", "Sempre."].iter().cycle();
        let mut change = || {
            generator::write_one_more(&self.root, self.size.items, words.next().unwrap_or(&"Mai."))?;
            self.build(skip)
        };
        change()?;
        repeat(change)
    }
}
