//! What a reader with prepaid data pays for: pages with their style sheet, and the first search.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;

/// How many results are shown.
const SHOWN: usize = 30;

/// What the pages of a site weigh, compressed, in bytes.
pub(crate) struct Weights {
    /// The style sheet, once.
    pub(crate) style: usize,
    /// The heaviest page.
    pub(crate) heaviest: usize,
    /// The page in the middle.
    pub(crate) median: usize,
    /// What is fetched before the first results of a search of what is open show.
    pub(crate) search: usize,
    /// What is fetched if the first search is one of everything, the archive too.
    pub(crate) archive: usize,
}

/// Weighs a finished site; desk, print desk and rules are no pages of readers.
pub(crate) fn weights(site: &Path) -> io::Result<Weights> {
    let style = compressed(&site.join("assets/style.css"))?;
    let files = walkdir::WalkDir::new(site).into_iter().filter_map(Result::ok).map(walkdir::DirEntry::into_path);
    let readers = |path: &PathBuf| {
        let below = path.strip_prefix(site).unwrap_or(path).to_string_lossy().into_owned();
        let working = ["redazione/", "stampa/", "regole/"].iter().any(|folder| below.contains(folder));
        below.ends_with(".html") && !working
    };
    let mut pages = files.filter(readers).map(|path| compressed(&path)).collect::<io::Result<Vec<_>>>()?;
    pages.sort_unstable();
    Ok(Weights {
        style,
        heaviest: pages.last().copied().unwrap_or_default(),
        median: pages.get(pages.len() / 2).copied().unwrap_or_default(),
        search: first_search(site, false)?,
        archive: first_search(site, true)?,
    })
}

/// Script, engine, words of what is open in Italian, one part of the index, thirty results; with the archive, each of
/// its parts brings its own words and part of the index.
fn first_search(site: &Path, archive: bool) -> io::Result<usize> {
    let folder = site.join("pagefind");
    if !folder.is_dir() {
        return Ok(0);
    }
    // The heaviest of each part of the index, compressed already: its name begins with the part's.
    let heaviest = |below: &str, starts: &str, most: usize| -> io::Result<Vec<usize>> {
        let mut sizes = BTreeMap::<String, Vec<usize>>::new();
        for entry in fs::read_dir(folder.join(below))? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let Some(part) = name.strip_prefix(starts).and_then(|rest| rest.split('_').next()) else { continue };
            if part == "it" || archive && part.starts_with("it-") {
                let size = usize::try_from(entry.metadata()?.len()).unwrap_or(usize::MAX);
                sizes.entry(part.to_owned()).or_default().push(size);
            }
        }
        for sizes in sizes.values_mut() {
            sizes.sort_unstable_by(|one, other| other.cmp(one));
            sizes.truncate(most);
        }
        Ok(sizes.into_values().flatten().collect())
    };
    let scripts = ["../assets/search.js", "pagefind.js", "pagefind-worker.js", "wasm.it.pagefind"];
    let scripts = scripts.iter().map(|name| compressed(&folder.join(name))).sum::<io::Result<usize>>()?;
    let words = heaviest("", "pagefind.", 1)?;
    // Each part asks for the list of all.
    let entries = compressed(&folder.join("pagefind-entry.json"))? * words.len();
    let index = heaviest("index", "", 1)?;
    let mut results = heaviest("fragment", "", SHOWN)?;
    results.sort_unstable_by(|one, other| other.cmp(one));
    results.truncate(SHOWN);
    Ok(scripts + entries + [words, index, results].concat().iter().sum::<usize>())
}

fn compressed(path: &Path) -> io::Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&fs::read(path)?)?;
    Ok(encoder.finish()?.len())
}
