//! From what a site is made besides its content: two builds of the same are the same site.

use std::path::Path;
use std::time::UNIX_EPOCH;

use chrono::NaiveDate;
use walkdir::WalkDir;

use crate::board::{Fingerprint, fingerprint};
use crate::config::Config;
use crate::error::Error;
use crate::theme::Theme;
use crate::typesetter;

/// The fingerprint of everything but the content: this program, how it is called, the day, the configuration, the theme,
/// static files, fonts.
///
/// # Errors
/// A static file that cannot be read; a configuration that did not come from a text.
pub(super) fn fingerprint_surroundings(
    root: &Path,
    config: &Config,
    theme: &Theme,
    today: NaiveDate,
    how: (&[String], bool),
) -> Result<Fingerprint, Error> {
    let (program, day, how) = (describe_program(), today.to_string(), format!("{how:?}"));
    let toml = config.source.as_ref().map(|source| source.text.as_bytes());
    let toml = toml.ok_or_else(|| Error::internal("site.toml", "the configuration has no text"))?;
    let theme = fingerprint(theme.files().flat_map(|(path, bytes)| [path.as_bytes(), bytes]));
    let fixed = fingerprint_folder(&root.join("static"))?;
    let fonts = typesetter::fonts_fingerprint(&config.bacheca.lingue);
    Ok(fingerprint([program.as_bytes(), day.as_bytes(), how.as_bytes(), toml, &theme, &fixed, &fonts]))
}

/// Which program this is: a version may be compiled anew.
fn describe_program() -> String {
    let file = std::env::current_exe().and_then(std::fs::metadata).ok();
    let size = file.as_ref().map(std::fs::Metadata::len);
    let written = file.and_then(|file| file.modified().ok()?.duration_since(UNIX_EPOCH).ok());
    format!("{} {size:?} {written:?}", env!("CARGO_PKG_VERSION"))
}

/// The fingerprint of the files below a folder, by their paths.
fn fingerprint_folder(folder: &Path) -> Result<Fingerprint, Error> {
    let files = WalkDir::new(folder).sort_by_file_name().into_iter().filter_map(Result::ok);
    let mut parts = Vec::new();
    for file in files.filter(|entry| entry.file_type().is_file()) {
        let bytes = std::fs::read(file.path()).map_err(|error| Error::read(file.path(), &error))?;
        parts.extend([file.path().as_os_str().as_encoded_bytes().to_vec(), fingerprint([bytes.as_slice()]).to_vec()]);
    }
    Ok(fingerprint(parts.iter().map(Vec::as_slice)))
}
