//! A file of data whose length and sum the catalogue tells.

use std::io;
use std::sync::Arc;

use crate::board::{FingerprintWriter, Written};
use crate::error::Error;
use crate::publish::{PageSpec, PieceKeys, PieceWriter, RenderContext, Rendered, Sink};

type WriteFile = fn(&RenderContext, PieceKeys<'_>, &mut dyn PieceWriter) -> Result<(), Error>;

/// A file of data.
pub(super) struct DataFile {
    /// Path below the site's root.
    pub(super) path: &'static str,
    write: WriteFile,
}

impl DataFile {
    /// A file with what writes it.
    pub(super) fn new(path: &'static str, write: WriteFile) -> Arc<Self> {
        Arc::new(Self { path, write })
    }

    /// The page of the file.
    pub(super) fn page<'c>(&self, context: &'c RenderContext) -> PageSpec<'c> {
        let write = self.write;
        PageSpec::in_pieces(context, self.path, move |out, keys| write(context, keys, out))
    }

    /// What the file has. Where the site does not know, as in a preview, it is written for this, to nowhere.
    pub(super) fn written(&self, context: &RenderContext, sink: &dyn Sink) -> Result<Written, Error> {
        if let Some(written) = sink.written(self.path) {
            return Ok(written);
        }
        let mut out = Rendered(FingerprintWriter::new(io::sink()));
        (self.write)(context, &|_| None, &mut out)?;
        out.0.finish().map_err(|error| Error::internal("dati", error))
    }
}
