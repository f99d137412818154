//! Whether the rules, and what they look at besides an announcement, are as at the last run.

use std::path::Path;
use std::time::UNIX_EPOCH;

use crate::board::{ContentFiles, Fingerprint, fingerprint, hex};
use crate::config::Config;
use crate::files::{read_file_below, replace_file_below};

/// Where the stamp of the last run is kept, below the board's root.
const PATH: &str = ".bacheca/aggregate";
/// Length of a stamp, in bytes.
const LENGTH: u64 = 64;

/// Stamp of the program, of the settings, and of the content that is the board's own.
pub(super) struct Stamp(String);

impl Stamp {
    /// Computes the stamp of a board.
    pub(super) fn of_board(own: &ContentFiles, config: &Config) -> Self {
        let settings = config.source.as_ref().map_or("", |source| &source.text);
        let surroundings: Fingerprint = fingerprint([describe_program().as_bytes(), settings.as_bytes()]);
        Self(hex(&own.fingerprints().combine(&surroundings)))
    }

    /// Whether the last run of this board had the same stamp.
    pub(super) fn is_that_of_last_run(&self, root: &Path) -> bool {
        read_file_below(root, PATH, LENGTH).is_ok_and(|last| last == self.0.as_bytes())
    }

    /// Keeps the stamp for the next run. Errors are ignored: without it the next run only takes longer.
    pub(super) fn keep(&self, root: &Path) {
        let _ = replace_file_below(root, PATH, self.0.as_bytes());
    }
}

/// Identifies this program, including recompilations of the same version.
fn describe_program() -> String {
    let file = std::env::current_exe().and_then(std::fs::metadata).ok();
    let written = file.and_then(|file| file.modified().ok()?.duration_since(UNIX_EPOCH).ok());
    format!("{} {written:?}", env!("CARGO_PKG_VERSION"))
}
