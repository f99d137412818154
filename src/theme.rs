//! The theme: templates, styles, pictograms, texts. The default theme is embedded in the program; a board replaces single
//! files by placing others at the same path in `themes/<name>/`, and single texts by files with these alone.

mod appearance;
mod files;
mod problem;
mod texts;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::hash::Hasher;
use std::path::Path;

use include_dir::{Dir, include_dir};
use walkdir::WalkDir;

use crate::config::Config;
use crate::error::Error;
use crate::files::{MAX_THEME_BYTES, read_file};
use crate::localized;
use crate::text::slash_path::slash_path;
use crate::text::visible::show_name;

pub use files::list_theme_folders;
pub use problem::{Problem, TextFault, ThemeFault, Unusable, Unused};

/// Name of the embedded theme, and of a board's own that names no other.
pub const DEFAULT_NAME: &str = "default";

/// Folders of the default theme, by path.
#[cfg(not(target_family = "wasm"))]
static DEFAULT: [(&str, Dir<'static>); 1] = [("", include_dir!("$CARGO_MANIFEST_DIR/themes/default"))];

/// What the messages of announcements are made of: a module for browsers makes no pages, and should be small.
#[cfg(target_family = "wasm")]
static DEFAULT: [(&str, Dir<'static>); 2] = [
    ("i18n/", include_dir!("$CARGO_MANIFEST_DIR/themes/default/i18n")),
    ("messages/", include_dir!("$CARGO_MANIFEST_DIR/themes/default/messages")),
];

/// Files of the theme by path; files of the board take precedence over embedded ones.
#[derive(Debug)]
pub struct Theme {
    files: BTreeMap<String, Cow<'static, [u8]>>,
    /// Paths that the board replaces or adds.
    overridden: Vec<String>,
    /// The board's folder below its root: `themes/bologna`.
    folder: String,
    /// Font family for Latin letters on paper that the board asks for.
    print_family: Option<String>,
}

impl Theme {
    /// Loads theme `name` of the board at `root`.
    ///
    /// # Errors
    /// A name that is not a single folder name, a missing folder, a file that cannot be read.
    pub fn load(root: &Path, name: &str) -> Result<Self, Error> {
        let mut theme = Self::embedded();
        if name.is_empty() || name.starts_with('.') || name.contains(['/', '\\', ':', '\0']) {
            let name = show_name(name);
            return Err(Error::Message(localized!(
                "«{name}» non può essere il nome di un tema: è quello di una cartella in themes/",
                "`{name}` cannot be the name of a theme: it is that of a folder in themes/"
            )));
        }
        let themes = root.join("themes");
        let folder = themes.join(name);
        // Symbolic links are not followed: they could lead out of the board.
        let is_folder = |path: &Path| std::fs::symlink_metadata(path).is_ok_and(|found| found.is_dir());
        if !is_folder(&themes) || !is_folder(&folder) {
            return if name == DEFAULT_NAME {
                Ok(theme)
            } else {
                let name = show_name(name);
                Err(Error::Message(localized!(
                    "il tema «{name}» non c'è: manca la cartella themes/{name}",
                    "there is no theme `{name}`: the folder themes/{name} is missing"
                )))
            };
        }
        for entry in
            WalkDir::new(&folder).follow_root_links(false).sort_by_file_name().into_iter().filter_map(Result::ok)
        {
            if !entry.file_type().is_file() {
                continue;
            }
            let Ok(below) = entry.path().strip_prefix(&folder) else { continue };
            let path = slash_path(below);
            let bytes = read_file(entry.path(), MAX_THEME_BYTES).map_err(|error| Error::read(entry.path(), &error))?;
            theme.overridden.push(path.clone());
            theme.files.insert(path, Cow::Owned(bytes));
        }
        theme.folder = format!("themes/{name}");
        Ok(theme)
    }

    /// Loads the theme of the board at `root`, in the board's colours and fonts.
    ///
    /// # Errors
    /// Those of [`Theme::load`].
    pub fn of_board(root: &Path, config: &Config) -> Result<Self, Error> {
        Ok(Self::load(root, &config.bacheca.tema)?.with_appearance(&config.aspetto))
    }

    /// Font family for Latin letters on paper that the board asks for.
    #[must_use]
    pub fn print_family(&self) -> Option<&str> {
        self.print_family.as_deref()
    }

    /// The embedded default theme.
    #[must_use]
    pub fn embedded() -> Self {
        let mut files = BTreeMap::new();
        for (path, folder) in &DEFAULT {
            collect_files(path, folder, &mut files);
        }
        Self { files, overridden: Vec::new(), folder: "themes/default".to_owned(), print_family: None }
    }

    /// Content of a file.
    #[must_use]
    pub fn bytes(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(AsRef::as_ref)
    }

    /// Content of a file as text; empty if the file is missing or not UTF-8.
    #[must_use]
    pub fn text(&self, path: &str) -> &str {
        self.bytes(path).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default()
    }

    /// Every file: path and bytes, in order.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_ref()))
    }

    /// Files below a folder, sorted: path relative to it, and content.
    pub fn files_below<'t>(&'t self, folder: &'t str) -> impl Iterator<Item = (&'t str, &'t [u8])> {
        self.files.iter().filter_map(move |(path, bytes)| {
            let below = path.strip_prefix(folder)?.strip_prefix('/')?;
            Some((below, bytes.as_ref()))
        })
    }

    /// Short hash of the files below a folder, for cache-busting URLs.
    #[must_use]
    pub fn folder_version(&self, folder: &str) -> String {
        let mut hasher = siphasher::sip::SipHasher13::new();
        for (name, bytes) in self.files_below(folder) {
            hasher.write(name.as_bytes());
            hasher.write(bytes);
        }
        format!("{:08x}", hasher.finish() >> 32)
    }

    /// The embedded version of a file, which a board's template can extend.
    #[must_use]
    pub fn embedded_text(path: &str) -> Option<&'static str> {
        DEFAULT.iter().find_map(|(folder, files)| files.get_file(path.strip_prefix(folder)?)?.contents_utf8())
    }

    /// Paths of the embedded theme, sorted.
    #[must_use]
    pub fn embedded_paths() -> Vec<String> {
        let mut files = BTreeMap::new();
        for (path, folder) in &DEFAULT {
            collect_files(path, folder, &mut files);
        }
        files.into_keys().collect()
    }

    /// The board's own files: path in the theme, and bytes.
    pub fn own_files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.overridden.iter().filter_map(|path| Some((path.as_str(), self.bytes(path)?)))
    }

    /// Path of a file of the board's theme below the board's root: `themes/bologna/i18n/it.ftl`.
    #[must_use]
    pub fn path_on_board(&self, path: &str) -> String {
        format!("{}/{path}", self.folder)
    }

    /// Whether the board replaces a file.
    #[must_use]
    pub fn is_overridden(&self, path: &str) -> bool {
        self.overridden.iter().any(|overridden| overridden == path)
    }
}

fn collect_files(path: &str, folder: &'static Dir<'static>, files: &mut BTreeMap<String, Cow<'static, [u8]>>) {
    for file in folder.files() {
        files.insert(format!("{path}{}", slash_path(file.path())), Cow::Borrowed(file.contents()));
    }
    for below in folder.dirs() {
        collect_files(path, below, files);
    }
}
