//! Finds files of a board's own theme that nothing reads.

use std::path::Path;

use walkdir::WalkDir;

use super::{Theme, ThemeFault, Unused};
use crate::diagnostic::nearest;

/// Files that systems leave behind, or that people keep for themselves.
const KEPT: [&str; 4] = ["README.md", "LICENSE", "Thumbs.db", "desktop.ini"];

impl Theme {
    /// Finds the board's own files that nothing reads: at a path that the embedded theme does not have, or of a language
    /// that is not one of `languages`.
    #[must_use]
    pub fn find_unread_files(&self, languages: &[String]) -> Vec<ThemeFault> {
        let known = Self::embedded_paths();
        let mut faults = Vec::new();
        for (path, _) in self.own_files() {
            let name = path.rsplit('/').next().unwrap_or(path);
            let is_kept =
                KEPT.contains(&name) || path.split('/').any(|part| part.starts_with('.')) || name.ends_with('~');
            let code = code_of(path);
            let is_read = match code {
                Some(code) => languages.iter().any(|language| language == code),
                // Files of assets are published whatever their names.
                None => {
                    path.starts_with("assets/") || known.iter().any(|known| known == path) || self.is_named(path, name)
                }
            };
            if !is_kept && !is_read {
                let near = || nearest(path, known.iter().map(String::as_str));
                let meant = if code.is_some() { None } else { find_by_name(name, &known).or_else(near) };
                faults.push(ThemeFault::new(path, 0..0, Unused::NotRead { meant: meant.map(str::to_owned) }));
            }
        }
        faults
    }

    /// Whether another file of the board's theme names a file, as a template that includes it does.
    fn is_named(&self, path: &str, name: &str) -> bool {
        let others = self.own_files().filter(|(other, _)| *other != path);
        others.filter_map(|(_, bytes)| std::str::from_utf8(bytes).ok()).any(|text| text.contains(name))
    }
}

/// Names of the folders in `themes/` of the board at `root`, but for hidden ones, sorted.
#[must_use]
pub fn list_theme_folders(root: &Path) -> Vec<String> {
    let entries = WalkDir::new(root.join("themes")).min_depth(1).max_depth(1).sort_by_file_name();
    let folders = entries.into_iter().filter_map(Result::ok).filter(|entry| entry.file_type().is_dir());
    let names = folders.map(|entry| entry.file_name().to_string_lossy().into_owned());
    names.filter(|name| !name.starts_with('.')).collect()
}

/// Code of the language that a file is for: that of texts, or of what people type in the search.
fn code_of(path: &str) -> Option<&str> {
    let texts = path.strip_prefix("i18n/").and_then(|name| name.strip_suffix(".ftl"));
    let searched = || path.strip_prefix("search/").and_then(|name| name.strip_suffix(".tsv"));
    texts.or_else(searched)
}

/// The path of the embedded theme with a file name, or with the one that is most like it.
fn find_by_name<'k>(name: &str, known: &'k [String]) -> Option<&'k str> {
    let name_of = |path: &'k String| path.rsplit('/').next().unwrap_or(path);
    let meant =
        known.iter().map(name_of).find(|known| *known == name).or_else(|| nearest(name, known.iter().map(name_of)))?;
    known.iter().find(|path| name_of(path) == meant).map(String::as_str)
}
