//! The list of files that bacheca made, kept in the folder: only these may ever be deleted.
//!
//! A line for each in the order of their paths, as `sha256sum` writes and checks them: 64 hexadecimal digits of its
//! SHA-256 (FIPS 180-4), two spaces, its path below the folder with `/`. The list itself is not in it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::error::Error;

/// The name of the list.
pub(super) const MANIFEST: &str = ".bacheca-files";
/// What stands between hash and path.
const BETWEEN: &str = "  ";

/// Paths and their SHA-256 in hexadecimal digits; older builds wrote no sums, and have empty ones.
pub(super) type FileList = BTreeMap<String, String>;

/// The list in a folder; nothing where there is none.
pub(super) fn read(folder: &Path) -> FileList {
    let line = |line: &str| {
        let (sum, path) = summed(line).unwrap_or(("", line));
        // The list may have come with a change that nobody looked at: it names nothing outside the folder.
        fits(path).then(|| (path.to_owned(), sum.to_owned()))
    };
    fs::read_to_string(folder.join(MANIFEST)).unwrap_or_default().lines().filter_map(line).collect()
}

/// The list in a text that has nothing else in it.
///
/// # Errors
/// The number of the first line that has no sum, or names something outside the folder.
pub(super) fn parse_strict(text: &str) -> Result<FileList, usize> {
    let line = |(number, line)| {
        let (sum, path) = summed(line).filter(|(_, path)| fits(path)).ok_or(number + 1)?;
        Ok((path.to_owned(), sum.to_owned()))
    };
    text.lines().enumerate().map(line).collect()
}

/// Sum and path of a line.
fn summed(line: &str) -> Option<(&str, &str)> {
    line.split_once(BETWEEN).filter(|(sum, _)| sum.len() == 64 && sum.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// Writes the list of some files.
pub(super) fn write<'f>(folder: &Path, files: impl Iterator<Item = (&'f str, &'f str)>) -> Result<(), Error> {
    let manifest = folder.join(MANIFEST);
    make_parent(&manifest)?;
    fs::write(&manifest, text_of(files)).map_err(|error| Error::write_site(&manifest, &error))
}

/// The list of some files and their sums.
pub(super) fn text_of<'f>(files: impl Iterator<Item = (&'f str, &'f str)>) -> String {
    let mut list = String::new();
    for (path, sum) in files {
        if !sum.is_empty() {
            list.extend([sum, BETWEEN]);
        }
        list.extend([path, "\n"]);
    }
    list
}

/// Whether a path stays below the folder that it is joined to.
pub(super) fn fits(path: &str) -> bool {
    path.split('/').all(|part| !part.is_empty() && part != "." && part != "..")
        && !path.contains(|letter: char| letter == '\\' || letter.is_control())
}

/// Makes the folder in which a path is to stand.
pub(super) fn make_parent(path: &Path) -> Result<(), Error> {
    path.parent().map_or(Ok(()), |parent| fs::create_dir_all(parent).map_err(|error| Error::write_site(parent, &error)))
}
