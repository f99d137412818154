//! Compressed download sizes: pages with their style sheet, and the first search.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::table::Table;
use crate::{Outcome, to_f64};

/// Number of search results shown at first.
const RESULTS_SHOWN: usize = 30;

/// Largest size of a page with its style sheet, in KB: one round trip of TCP.
const MAX_PAGE_KB: f64 = 14.0;

/// Adds the compressed size of a page and of the first search, whose limit is `search` KB.
pub(crate) fn add_rows(table: &mut Table, site: &Path, of: &str, search: f64) -> Outcome {
    let kilobytes = |bytes: usize| to_f64(bytes) / 1024.0;
    let weights = weigh_site(site)?;
    let page = |bytes: usize| kilobytes(bytes + weights.style);
    table.add_unlimited(&format!("page of {of}, with its style sheet"), page(weights.median), "KB", "half are lighter");
    table.add_limited("  the heaviest", page(weights.heaviest), MAX_PAGE_KB, "KB");
    table.add_limited(&format!("first search of {of}"), kilobytes(weights.search), search, "KB");
    table.add_unlimited("  of the archive too", kilobytes(weights.archive), "KB", "if a reader includes closed items");
    Ok(())
}

/// Compressed sizes of a site's pages and search, in bytes.
pub(crate) struct Weights {
    /// Style sheet.
    pub(crate) style: usize,
    /// Heaviest page.
    pub(crate) heaviest: usize,
    /// Page of median size.
    pub(crate) median: usize,
    /// Everything fetched until a search among open items shows its first results.
    pub(crate) search: usize,
    /// Everything fetched until a search with the archive shows its first results.
    pub(crate) archive: usize,
}

/// Measures a finished site; desk, print desk, rules and forms are left out because readers do not open them.
pub(crate) fn weigh_site(site: &Path) -> io::Result<Weights> {
    let style = compressed_bytes(&site.join("assets/style.css"))?;
    let files = walkdir::WalkDir::new(site).into_iter().filter_map(Result::ok).map(walkdir::DirEntry::into_path);
    let is_for_readers = |path: &PathBuf| {
        let below = path.strip_prefix(site).unwrap_or(path).to_string_lossy().into_owned();
        let working = ["redazione/", "stampa/", "regole/", "annuncia/"].iter().any(|folder| below.contains(folder));
        below.ends_with(".html") && !working
    };
    let mut pages = files.filter(is_for_readers).map(|path| compressed_bytes(&path)).collect::<io::Result<Vec<_>>>()?;
    pages.sort_unstable();
    Ok(Weights {
        style,
        heaviest: pages.last().copied().unwrap_or_default(),
        median: pages.get(pages.len() / 2).copied().unwrap_or_default(),
        search: first_search_bytes(site, false)?,
        archive: first_search_bytes(site, true)?,
    })
}

/// Size of scripts, entry, part, the largest list of words and thirty results in blocks of eight cards, in Italian; with
/// the archive, of each of its parts too. Results are as far apart as they can be.
fn first_search_bytes(site: &Path, archive: bool) -> io::Result<usize> {
    let folder = site.join("ricerca");
    if !folder.is_dir() {
        return Ok(0);
    }
    let scripts = ["../assets/search.js", "../assets/search-engine.js", "it.json"];
    let mut total = scripts.iter().map(|name| compressed_bytes(&folder.join(name))).sum::<io::Result<usize>>()?;
    let mut blocks = Vec::new();
    for entry in fs::read_dir(&folder)? {
        let entry = entry?;
        let part = entry.file_name().to_string_lossy().into_owned();
        if !(part == "it" || archive && part.starts_with("it-")) {
            continue;
        }
        let mut lists = Vec::new();
        for file in fs::read_dir(entry.path())? {
            let file = file?;
            let name = file.file_name().to_string_lossy().into_owned();
            match name.split('-').next().unwrap_or_default() {
                "part" => total += compressed_bytes(&file.path())?,
                "words" => lists.push(compressed_bytes(&file.path())?),
                "cards" => blocks.push(compressed_bytes(&file.path())?),
                _ => {}
            }
        }
        total += lists.into_iter().max().unwrap_or_default();
    }
    blocks.sort_unstable_by(|one, other| other.cmp(one));
    blocks.truncate(RESULTS_SHOWN);
    Ok(total + blocks.iter().sum::<usize>())
}

fn compressed_bytes(path: &Path) -> io::Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&fs::read(path)?)?;
    Ok(encoder.finish()?.len())
}
