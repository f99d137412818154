//! Reuse of files from an earlier build whose inputs have not changed.

use std::sync::{Mutex, PoisonError};

use super::{Error, Sink, WritePieces};
use crate::board::Written;

/// Renders a group of files, unless the sink already has them under the same key.
pub(super) fn reuse_or_render(
    group: &str,
    key: &str,
    sink: &dyn Sink,
    render: impl Fn(&dyn Sink) -> Result<(), Error>,
) -> Result<(), Error> {
    if sink.has_unchanged(group, key)? {
        return Ok(());
    }
    let recorder = RecordingSink { sink, paths: Mutex::default() };
    render(&recorder)?;
    sink.remember(group, key, recorder.paths.into_inner().unwrap_or_else(PoisonError::into_inner));
    Ok(())
}

/// A sink that forwards files to another and records their paths.
struct RecordingSink<'s> {
    sink: &'s dyn Sink,
    paths: Mutex<Vec<String>>,
}

impl Sink for RecordingSink<'_> {
    fn put(&self, path: &str, bytes: Vec<u8>) -> Result<(), Error> {
        self.paths.lock().unwrap_or_else(PoisonError::into_inner).push(path.to_owned());
        self.sink.put(path, bytes)
    }

    fn put_pieces(&self, path: &str, write: WritePieces<'_>) -> Result<(), Error> {
        self.paths.lock().unwrap_or_else(PoisonError::into_inner).push(path.to_owned());
        self.sink.put_pieces(path, write)
    }

    fn written(&self, path: &str) -> Option<Written> {
        self.sink.written(path)
    }
}
