//! `--quiet` and `--verbose`: how much commands say besides what they were asked for.

use clap::Args;
use log::{LevelFilter, Log, Metadata, Record};

use super::terminal::say;

#[derive(Debug, Clone, Copy, Args)]
pub(super) struct Verbosity {
    /// Say only errors and what was asked for: no progress, no advice
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    quiet: bool,
    /// Say of each file that it was read, written, left as it was, sent or deleted, on the error stream
    #[arg(short, long, global = true)]
    verbose: bool,
}

impl Verbosity {
    pub(super) fn is_quiet(self) -> bool {
        self.quiet
    }

    pub(super) fn is_verbose(self) -> bool {
        self.verbose
    }

    /// Begins to say what happens to files, if that was asked for.
    pub(super) fn start(self) {
        if self.verbose && log::set_logger(&FileLog).is_ok() {
            log::set_max_level(LevelFilter::Debug);
        }
    }
}

/// Writes what the layers below say of files to the error stream.
#[derive(Debug)]
struct FileLog;

impl Log for FileLog {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        // What libraries say of themselves helps nobody here.
        metadata.target().starts_with("bacheca::")
    }

    fn log(&self, record: &Record<'_>) {
        if self.enabled(record.metadata()) {
            // A closed stream is not an error.
            let _ = say(&record.args().to_string());
        }
    }

    fn flush(&self) {}
}
