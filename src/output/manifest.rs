//! The list of files that bacheca made, kept in the folder: only these may ever be deleted.
//!
//! A line for each in the order of their paths, as `sha256sum` writes and checks them: 64 hexadecimal digits of its
//! SHA-256 (FIPS 180-4), two spaces, its path below the folder with `/`. The list itself is not in it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::said;
use crate::publish::Failure;

/// The name of the list.
pub(super) const MANIFEST: &str = ".bacheca-files";
/// What stands between hash and path.
const BETWEEN: &str = "  ";

/// Paths and their SHA-256 in hexadecimal digits; older builds wrote no sums, and have empty ones.
pub(super) type Listed = BTreeMap<String, String>;

/// The list in a folder; nothing where there is none.
pub(super) fn read(folder: &Path) -> Listed {
    let text = fs::read_to_string(folder.join(MANIFEST)).unwrap_or_default();
    let is_sum = |sum: &str| sum.len() == 64 && sum.bytes().all(|byte| byte.is_ascii_hexdigit());
    let line = |line: &str| {
        let (sum, path) = line.split_once(BETWEEN).filter(|(sum, _)| is_sum(sum)).unwrap_or(("", line));
        // The list may have come with a change that nobody looked at: it names nothing outside the folder.
        fits(path).then(|| (path.to_owned(), sum.to_owned()))
    };
    text.lines().filter_map(line).collect()
}

/// Writes the list of some files.
pub(super) fn write<'f>(folder: &Path, files: impl Iterator<Item = (&'f str, &'f str)>) -> Result<(), Failure> {
    let mut list = String::new();
    for (path, sum) in files {
        if !sum.is_empty() {
            list.extend([sum, BETWEEN]);
        }
        list.extend([path, "\n"]);
    }
    let manifest = folder.join(MANIFEST);
    make_parent(&manifest)?;
    fs::write(&manifest, list).map_err(|error| said(&manifest, &error))
}

/// Whether a path stays below the folder that it is joined to.
pub(super) fn fits(path: &str) -> bool {
    path.split('/').all(|part| !part.is_empty() && part != "." && part != "..")
        && !path.contains(|letter: char| letter == '\\' || letter.is_control())
}

/// Makes the folder in which a path is to stand.
pub(super) fn make_parent(path: &Path) -> Result<(), Failure> {
    path.parent().map_or(Ok(()), |parent| fs::create_dir_all(parent).map_err(|error| said(parent, &error)))
}
