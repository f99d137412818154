//! Everything that a board publishes: one file per kind of output, and one list of all outputs.
//!
//! Each output declares its pages ([`PageSpec`], [`ItemOutput`]) and renders them one by one. Code that needs the
//! list of pages (sitemap, preview, offline list, headers, duplicate paths, reuse between builds) reads these
//! declarations. Outputs do not write to the disk: their files go to a [`Sink`], which is the output folder for
//! `build` and memory for `serve`.

mod context;
mod declaration;
mod fingerprints;
mod item_output;
mod outputs;
mod page_spec;
mod pieces;
mod reuse;
mod run;
mod shard;
mod shared;

pub use context::{BoardIndex, Presentation, RenderContext};
pub use declaration::{Address, declared_files, find_address};
pub use fingerprints::ItemFingerprints;
pub use item_output::{ItemOutput, ItemPage};
pub use outputs::{PUBLISHERS, print_desk, social_card};
pub use page_spec::{Indexing, OfflineRank, PageSpec};
pub use pieces::{PieceKey, PieceKeys, PieceWriter, RenderPiece, Rendered, WritePieces};
pub use run::{PublishOptions, publish, publish_at};
pub use shard::{NotAShard, Shard};
pub use shared::print::PrintStore;

use crate::board::Written;
use crate::error::Error;

/// Destination of the files of a site.
pub trait Sink: Sync {
    /// Stores a file: path below the site's root, separated by `/`, and bytes.
    ///
    /// # Errors
    /// If the file cannot be stored, or the path is taken already.
    fn put(&self, path: &str, bytes: Vec<u8>) -> Result<(), Error>;

    /// Stores a file that `write` writes piece by piece, because it may be too long for the memory. `write` may be called
    /// several times, and writes the same each time.
    ///
    /// # Errors
    /// As [`Sink::put`]; an error of `write`.
    fn put_pieces(&self, path: &str, write: WritePieces<'_>) -> Result<(), Error> {
        let mut bytes = Rendered(Vec::new());
        write(&mut bytes)?;
        self.put(path, bytes.0)
    }

    /// Length and fingerprint of a file that was stored or kept; `None` if the sink does not know.
    fn written(&self, _path: &str) -> Option<Written> {
        None
    }

    /// Whether the files of a group were stored before under the same `key`. If so they are kept, and are not
    /// rendered.
    ///
    /// # Errors
    /// If another file has the path of one of them.
    fn has_unchanged(&self, _group: &str, _key: &str) -> Result<bool, Error> {
        Ok(false)
    }

    /// Records the key and the paths of a group of files, for the next build.
    fn remember(&self, _group: &str, _key: &str, _paths: Vec<String>) {}
}

/// One kind of output, registered in `outputs.rs`.
pub struct Publisher {
    /// Name of the output, for `--skip` and for messages.
    pub name: &'static str,
    output: Output,
    threads: Threads,
    caching: fn(&str) -> Caching,
}

/// Declaration of the pages of an output.
enum Output {
    /// Pages of the site.
    Site(Pages),
    /// Pages of the site that list the pages of other outputs, e.g. the sitemap. They do not list themselves.
    Overview(Pages),
    /// Files beside the page of each item.
    Item(ItemOutput),
}

/// Function that returns the pages of an output. Called for each look-up, so it must be cheap and render nothing.
type Pages = for<'c> fn(&'c RenderContext) -> Vec<PageSpec<'c>>;

/// Threads on which an output is rendered.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Threads {
    /// The thread pool that outputs share.
    Pool,
    /// The printing threads: few, with large stacks.
    Print,
}

/// How long browsers may keep a file without asking the host again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Caching {
    /// Browsers ask each time whether the file has changed, as hosts request by default.
    Revalidate,
    /// Browsers ask each time, whatever the host's default: the file refers to all others.
    AlwaysRevalidate,
    /// Browsers never ask: a changed file gets another address.
    Versioned,
}

impl Publisher {
    const fn site(name: &'static str, pages: Pages) -> Self {
        Self::new(name, Output::Site(pages))
    }

    const fn overview(name: &'static str, pages: Pages) -> Self {
        Self::new(name, Output::Overview(pages))
    }

    const fn item(name: &'static str, output: ItemOutput) -> Self {
        Self::new(name, Output::Item(output))
    }

    const fn new(name: &'static str, output: Output) -> Self {
        Self { name, output, threads: Threads::Pool, caching: |_| Caching::Revalidate }
    }

    const fn on_threads(mut self, threads: Threads) -> Self {
        self.threads = threads;
        self
    }

    const fn with_caching(mut self, caching: fn(&str) -> Caching) -> Self {
        self.caching = caching;
        self
    }
}

/// Caching of the file at a path of the site, as declared by the output that publishes it.
#[must_use]
pub fn caching_of(path: &str) -> Caching {
    let mut declared = PUBLISHERS.iter().map(|publisher| (publisher.caching)(path));
    declared.find(|caching| *caching != Caching::Revalidate).unwrap_or(Caching::Revalidate)
}
