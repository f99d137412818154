//! Everything that a board publishes: one file a kind of output, one list of them.
//!
//! Each output declares its pages ([`PageSpec`], [`ItemOutput`]) and renders them one by one. Whatever needs to know which
//! pages there are (sitemap, preview, list for offline use, headers, duplicate paths, what a build may reuse) reads the
//! declaration. Outputs do not touch the disk: their files go to a [`Sink`], the output folder for `build`, memory for
//! `serve`.

mod context;
mod declaration;
mod fingerprints;
mod item_output;
mod outputs;
mod page_spec;
mod reuse;
mod run;
mod shared;

pub use context::{BoardIndex, Presentation, RenderContext};
pub use declaration::{Address, address_of, declared_files};
pub use fingerprints::ItemFingerprints;
pub use item_output::{ItemOutput, ItemPage};
pub use outputs::{PUBLISHERS, print_desk};
pub use page_spec::{Indexing, OfflineRank, PageSpec};
pub use run::{publish, publish_at};
pub use shared::print::PrintStore;

use crate::error::Error;

/// Where the files of a site go.
pub trait Sink: Sync {
    /// Takes a file: its path below the site's root, with `/`, and its bytes.
    ///
    /// # Errors
    /// If the file cannot be kept, or there is one at this path already.
    fn put(&self, path: &str, bytes: Vec<u8>) -> Result<(), Error>;

    /// Whether the files of a group are here already, made from what `key` says: then they stay, and are not made.
    ///
    /// # Errors
    /// If there is another file at the path of one of them.
    fn unchanged(&self, _group: &str, _key: &str) -> Result<bool, Error> {
        Ok(false)
    }

    /// Notes from what the files of a group were made, for the next time.
    fn remember(&self, _group: &str, _key: &str, _paths: Vec<String>) {}
}

/// One kind of output, as `outputs.rs` registers it.
pub struct Publisher {
    /// Its name, for `--skip` and for messages.
    pub name: &'static str,
    output: Output,
    threads: Threads,
    caching: fn(&str) -> Caching,
}

/// The declaration of an output's pages.
enum Output {
    /// Pages of the site.
    Site(Pages),
    /// Pages of the site that depend on which others there are: nothing that they list is one of them.
    Overview(Pages),
    /// Files beside the page of each item.
    Item(ItemOutput),
}

/// The pages of an output. Called for each look-up: cheap, nothing is rendered.
type Pages = for<'c> fn(&'c RenderContext) -> Vec<PageSpec<'c>>;

/// On which threads an output is rendered.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Threads {
    /// Those that all outputs share.
    Pool,
    /// Its own, when everything else is rendered: it works in the pool itself and must not wait for it from within.
    Own,
    /// Those that print: few, with large stacks.
    Print,
}

/// How long browsers keep a file without asking again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Caching {
    /// They ask whether it has changed; hosts do this anyhow.
    Revalidate,
    /// They ask, whatever the host would say: the file leads to all others.
    AlwaysRevalidate,
    /// For ever: a changed file has another address.
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

    const fn on(mut self, threads: Threads) -> Self {
        self.threads = threads;
        self
    }

    const fn cached(mut self, caching: fn(&str) -> Caching) -> Self {
        self.caching = caching;
        self
    }
}

/// How long browsers may keep the file at a path of the site, as the output that has it says.
#[must_use]
pub fn caching_of(path: &str) -> Caching {
    let said = PUBLISHERS.iter().map(|publisher| (publisher.caching)(path));
    said.into_iter().find(|caching| *caching != Caching::Revalidate).unwrap_or(Caching::Revalidate)
}
