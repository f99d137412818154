//! `.github/program.env`: which program a board uses, and which of its files the board keeps as its own.

use std::io::ErrorKind;
use std::path::Path;

use super::board_files::list_files;
use crate::cli::Error;
use crate::files::{MAX_TEXT_BYTES, read_file_below};
use crate::text::slash_path::slash_path;

/// Path below the board's folder.
pub(super) const PROGRAM_FILE: &str = ".github/program.env";

/// Folder of the paths in the line `OWN`.
const FOLDER: &str = ".github/";

/// Workflows that named the program before `program.env` did, in lines `BACHECA_SOURCE` and `BACHECA_VERSION`.
const FORMER_PLACES: [&str; 3] =
    [".github/workflows/check.yml", ".github/workflows/publish.yml", ".github/workflows/posters.yml"];

/// The file in a board.
pub(super) enum ProgramFile {
    /// Paths below the board's folder that the board keeps as its own.
    Found(Vec<String>),
    /// The file that a board needs, with what its workflows said.
    Missing(String),
}

impl ProgramFile {
    /// Reads the file of the board at `root`.
    ///
    /// # Errors
    /// If it is there and cannot be read, or the program brings none.
    pub(super) fn read(root: &Path) -> Result<Self, Error> {
        match read_file_below(root, PROGRAM_FILE, MAX_TEXT_BYTES) {
            Ok(bytes) => {
                let text = String::from_utf8_lossy(&bytes);
                let own = value_of(&text, "OWN=").unwrap_or_default();
                Ok(Self::Found(own.split_whitespace().map(|path| format!("{FOLDER}{path}")).collect()))
            }
            Err(error) if error.kind() == ErrorKind::NotFound => compose(root).map(Self::Missing),
            Err(error) => Err(Error::read(&root.join(PROGRAM_FILE), &error)),
        }
    }

    /// Whether the board keeps a file as its own, or does without it.
    pub(super) fn is_own(&self, path: &str) -> bool {
        matches!(self, Self::Found(own) if own.iter().any(|own| own == path))
    }
}

/// The last value of a name, as the workflows read it.
fn value_of<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    text.lines().rev().find_map(|line| line.strip_prefix(name)).map(str::trim)
}

/// The file of a new board, with the source and the version that the board's workflows name.
fn compose(root: &Path) -> Result<String, Error> {
    let new = list_files().find(|file| slash_path(&file.path) == PROGRAM_FILE);
    let new = new.ok_or_else(|| Error::internal(PROGRAM_FILE, "not embedded"))?;
    let mut text = String::from_utf8_lossy(new.bytes).into_owned();
    let workflows: Vec<String> = FORMER_PLACES
        .iter()
        .filter_map(|path| String::from_utf8(read_file_below(root, path, MAX_TEXT_BYTES).ok()?).ok())
        .collect();
    for (former, name) in [("BACHECA_SOURCE:", "SOURCE="), ("BACHECA_VERSION:", "VERSION=")] {
        let value = workflows.iter().find_map(|text| text.lines().find_map(|line| line.trim().strip_prefix(former)));
        let value = value.and_then(|value| value.split_whitespace().next());
        let Some(value) = value.map(|value| value.trim_matches(['"', '\''])).filter(|value| !value.is_empty()) else {
            continue;
        };
        let lines = text
            .lines()
            .map(|line| if line.starts_with(name) { format!("{name}{value}\n") } else { format!("{line}\n") });
        text = lines.collect();
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn last_value_counts_and_windows_ends_its_lines_otherwise() {
        assert_eq!(value_of("OWN=a\nOWN=b c\r\n", "OWN="), Some("b c"));
        assert_eq!(value_of("# OWN=a", "OWN="), None);
    }
}
