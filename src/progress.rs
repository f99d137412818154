//! What long work reports while it goes on. Layers below the commands never print: they call an observer.

use std::fmt::Debug;
use std::path::Path;

/// A stage of a build, of an import or of a deploy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Reading the files of a board, and comparing them with those of the last build.
    Read,
    /// Parsing them.
    Load,
    /// Running the rules.
    Check,
    /// Rendering pages, and the index of the search.
    Pages,
    /// Printing posters, cards and packs.
    Print,
    /// Replacing the last site by the new one.
    Exchange,
    /// Reading the data of other boards.
    Feeds,
    /// Sending files to a bucket.
    Send,
    /// Deleting files in a bucket.
    Delete,
}

impl Stage {
    /// Name of the stage in Italian, as all commands show it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Read => "lettura",
            Self::Load => "caricamento",
            Self::Check => "controllo",
            Self::Pages => "pagine",
            Self::Print => "stampa",
            Self::Exchange => "scambio",
            Self::Feeds => "bacheche",
            Self::Send => "invio",
            Self::Delete => "cancellazione",
        }
    }
}

/// Observer of long work. Its methods are called from several threads, `step` often, so they must return at once.
pub trait Progress: Debug + Send + Sync {
    /// A stage begins, and the one before ends. `steps` is the number of its steps, zero if it is not known.
    fn begin(&self, stage: Stage, steps: usize);
    /// One step of the stage is done.
    fn step(&self);
    /// The pages of a first site are in place below `folder`, and what is printed is not there yet.
    fn pages_ready(&self, folder: &Path);
}

/// The observer that ignores everything.
#[derive(Debug, Clone, Copy)]
pub struct Unobserved;

impl Progress for Unobserved {
    fn begin(&self, _: Stage, _: usize) {}
    fn step(&self) {}
    fn pages_ready(&self, _: &Path) {}
}
