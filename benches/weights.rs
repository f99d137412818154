//! Compressed download sizes: pages with their style sheet, and the first search.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;

/// Number of search results shown at first.
const RESULTS_SHOWN: usize = 30;

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

/// Measures a finished site; desk, print desk and rules are left out because readers do not open them.
pub(crate) fn weigh_site(site: &Path) -> io::Result<Weights> {
    let style = compressed_bytes(&site.join("assets/style.css"))?;
    let files = walkdir::WalkDir::new(site).into_iter().filter_map(Result::ok).map(walkdir::DirEntry::into_path);
    let is_for_readers = |path: &PathBuf| {
        let below = path.strip_prefix(site).unwrap_or(path).to_string_lossy().into_owned();
        let working = ["redazione/", "stampa/", "regole/"].iter().any(|folder| below.contains(folder));
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

/// Size of script, engine, Italian word list of open items, one index part and thirty results; with the archive, each of
/// its shards adds its own word list and index part.
fn first_search_bytes(site: &Path, archive: bool) -> io::Result<usize> {
    let folder = site.join("pagefind");
    if !folder.is_dir() {
        return Ok(0);
    }
    // Largest files of each shard, whose name they begin with; they are compressed already.
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
    let scripts = scripts.iter().map(|name| compressed_bytes(&folder.join(name))).sum::<io::Result<usize>>()?;
    let words = heaviest("", "pagefind.", 1)?;
    // Each shard requests the list of all.
    let entries = compressed_bytes(&folder.join("pagefind-entry.json"))? * words.len();
    let index = heaviest("index", "", 1)?;
    let mut results = heaviest("fragment", "", RESULTS_SHOWN)?;
    results.sort_unstable_by(|one, other| other.cmp(one));
    results.truncate(RESULTS_SHOWN);
    Ok(scripts + entries + [words, index, results].concat().iter().sum::<usize>())
}

fn compressed_bytes(path: &Path) -> io::Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&fs::read(path)?)?;
    Ok(encoder.finish()?.len())
}
