//! What a reader with prepaid data pays for: pages with their style sheet, and the first search.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;

/// What the pages of a site weigh, compressed, in bytes.
pub(crate) struct Weights {
    /// The style sheet, once.
    pub(crate) style: usize,
    /// The heaviest page.
    pub(crate) heaviest: usize,
    /// The page in the middle.
    pub(crate) median: usize,
    /// What is fetched before the first results of a search show.
    pub(crate) search: usize,
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
        search: first_search(site)?,
    })
}

/// Script, engine, the words and filters of Italian, one part of the index, thirty results.
fn first_search(site: &Path) -> io::Result<usize> {
    let folder = site.join("pagefind");
    if !folder.is_dir() {
        return Ok(0);
    }
    let sizes = |below: &str, starts: &str| -> io::Result<Vec<usize>> {
        let mut sizes = Vec::new();
        for entry in fs::read_dir(folder.join(below))? {
            let entry = entry?;
            if entry.file_name().to_string_lossy().starts_with(starts) {
                // Compressed already.
                sizes.push(usize::try_from(entry.metadata()?.len()).unwrap_or(usize::MAX));
            }
        }
        sizes.sort_unstable_by(|one, other| other.cmp(one));
        Ok(sizes)
    };
    let scripts = ["pagefind.js", "pagefind-worker.js", "pagefind-entry.json"];
    let scripts = scripts.iter().map(|name| compressed(&folder.join(name))).sum::<io::Result<usize>>()?;
    let once = sizes("", "wasm.it.")?.iter().chain(&sizes("", "pagefind.it_")?).sum::<usize>();
    let filters: usize = sizes("filter", "it_")?.iter().sum();
    let index = sizes("index", "it_")?.first().copied().unwrap_or_default();
    let results: usize = sizes("fragment", "it_")?.iter().take(30).sum();
    Ok(scripts + once + filters + index + results)
}

fn compressed(path: &Path) -> io::Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&fs::read(path)?)?;
    Ok(encoder.finish()?.len())
}
