//! The manifest: list of files written by bacheca, kept in the folder. Only these may be deleted.
//!
//! One line per file, sorted by path, in the format of `sha256sum`: SHA-256 (FIPS 180-4) as 64 hexadecimal digits,
//! two spaces, path below the folder with `/`. The manifest does not list itself.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use crate::error::Error;
use crate::files::{MAX_OWN_BYTES, create_folders, read_file, replace_file_unsynced};

pub(super) use crate::files::SITE_MANIFEST as MANIFEST;
/// Separator of fingerprint and path.
const SEPARATOR: &str = "  ";

/// SHA-256 in hexadecimal digits by path; empty in manifests of older versions, which had paths only.
pub(super) type FileList = BTreeMap<String, String>;

/// Reads the manifest of a folder; empty if there is none.
pub(super) fn read(folder: &Path) -> FileList {
    let line = |line: &str| {
        let (sum, path) = split_line(line).unwrap_or(("", line));
        // The manifest may come from an unreviewed change, so paths outside the folder are dropped.
        is_path_inside(path).then(|| (path.to_owned(), sum.to_owned()))
    };
    read_text(folder).unwrap_or_default().lines().filter_map(line).collect()
}

/// Reads the text of a folder's manifest.
pub(super) fn read_text(folder: &Path) -> io::Result<String> {
    let bytes = read_file(&folder.join(MANIFEST), MAX_OWN_BYTES)?;
    String::from_utf8(bytes).map_err(|_| io::ErrorKind::InvalidData.into())
}

/// Parses a manifest in which every line must be valid.
///
/// # Errors
/// Number of the first line without a fingerprint or with a path outside the folder.
pub(super) fn parse_strict(text: &str) -> Result<FileList, usize> {
    let line = |(number, line)| {
        let (sum, path) = split_line(line).filter(|(_, path)| is_path_inside(path)).ok_or(number + 1)?;
        Ok((path.to_owned(), sum.to_owned()))
    };
    text.lines().enumerate().map(line).collect()
}

/// Splits a line into fingerprint and path.
fn split_line(line: &str) -> Option<(&str, &str)> {
    line.split_once(SEPARATOR).filter(|(sum, _)| sum.len() == 64 && sum.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// Writes the manifest of a folder from paths and fingerprints. It is not durable until the folder is synced.
pub(super) fn write<'f>(folder: &Path, files: impl Iterator<Item = (&'f str, &'f str)>) -> Result<(), Error> {
    let manifest = folder.join(MANIFEST);
    create_parent(folder, MANIFEST)?;
    replace_file_unsynced(&manifest, format_manifest(files).as_bytes())
        .map_err(|error| Error::write_site(&manifest, &error))
}

/// Formats a manifest from paths and fingerprints.
pub(super) fn format_manifest<'f>(files: impl Iterator<Item = (&'f str, &'f str)>) -> String {
    let mut list = String::new();
    for (path, sum) in files {
        if !sum.is_empty() {
            list.extend([sum, SEPARATOR]);
        }
        list.extend([path, "\n"]);
    }
    list
}

/// Whether a relative path stays inside the folder it is joined to.
pub(super) fn is_path_inside(path: &str) -> bool {
    path.split('/').all(|part| !part.is_empty() && part != "." && part != "..")
        && !path.contains(|letter: char| letter == '\\' || letter.is_control())
}

/// Creates the folders above a path of a site; none may be a link.
pub(super) fn create_parent(folder: &Path, path: &str) -> Result<(), Error> {
    create_folders(folder, Path::new(path)).map_err(|error| Error::write_site(&folder.join(path), &error))
}
