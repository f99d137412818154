//! From what a site is made, as sums: two builds of the same are the same site.

use std::path::Path;
use std::time::UNIX_EPOCH;

use chrono::NaiveDate;
use walkdir::WalkDir;

use crate::board::{Board, Files, Fingerprint, fingerprint};
use crate::config::Config;
use crate::typesetter;

/// What is built, and how.
#[derive(Debug, Clone, Copy)]
pub struct BuildOptions<'o> {
    /// The board's folder.
    pub root: &'o Path,
    /// The folder of the site.
    pub out: &'o Path,
    /// Today in the board's time zone.
    pub today: NaiveDate,
    /// Names of publishers that are left out.
    pub skip: &'o [String],
    /// Texts are there compressed too.
    pub compress: bool,
}

impl BuildOptions<'_> {
    /// The sum of everything but the content: this program, how it is called, the day, the configuration, the theme,
    /// static files, fonts.
    #[must_use]
    pub fn surroundings(&self, config: &Config) -> Fingerprint {
        let (program, day) = (program(), self.today.to_string());
        let options = format!("{:?} {}", self.skip, self.compress);
        let toml = std::fs::read(self.root.join(crate::config::FILE)).unwrap_or_default();
        let theme = files_below(&self.root.join("themes").join(&config.bacheca.tema));
        let fixed = files_below(&self.root.join("static"));
        let fonts = typesetter::fonts_fingerprint(&config.bacheca.lingue);
        fingerprint([program.as_bytes(), day.as_bytes(), options.as_bytes(), &toml, &theme, &fixed, &fonts])
    }
}

/// The sum of everything that a site is made from.
#[must_use]
pub fn everything(surroundings: &Fingerprint, files: &Files) -> Fingerprint {
    fingerprint([surroundings.as_slice(), &files.fingerprint()])
}

/// The sum of what all items of a board share: everything but the items.
#[must_use]
pub fn shared(surroundings: &Fingerprint, board: &Board) -> Fingerprint {
    let pages = board.pages.values().flat_map(|page| {
        let translations = page.translations.values().map(|translation| &translation.document);
        std::iter::once(&page.original.document).chain(translations)
    });
    let profiles = board.organisations.values().map(|profile| &profile.document);
    let documents = profiles.chain(board.centres.values().map(|profile| &profile.document)).chain(pages);
    let texts = documents.flat_map(|document| [document.source.path.as_bytes(), document.source.text.as_bytes()]);
    fingerprint(std::iter::once(surroundings.as_slice()).chain(texts))
}

/// Which program this is: a version may be compiled anew.
fn program() -> String {
    let file = std::env::current_exe().and_then(std::fs::metadata).ok();
    let size = file.as_ref().map(std::fs::Metadata::len);
    let written = file.and_then(|file| file.modified().ok()?.duration_since(UNIX_EPOCH).ok());
    format!("{} {size:?} {written:?}", env!("CARGO_PKG_VERSION"))
}

/// The sum of the files below a folder, by their paths.
fn files_below(folder: &Path) -> Fingerprint {
    let files = WalkDir::new(folder).sort_by_file_name().into_iter().filter_map(Result::ok);
    let files: Vec<(Vec<u8>, Vec<u8>)> = files
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().as_os_str().as_encoded_bytes().to_vec();
            (path, std::fs::read(entry.path()).unwrap_or_default())
        })
        .collect();
    fingerprint(files.iter().flat_map(|(path, bytes)| [path.as_slice(), bytes.as_slice()]))
}
