//! What is there already, made from the same, is not made again.

use std::sync::{Mutex, PoisonError};

use super::{Error, Sink};

/// Makes a group of files, unless the sink has them already from what the key says.
pub(super) fn reuse_or_render(
    group: &str,
    key: &str,
    sink: &dyn Sink,
    make: impl Fn(&dyn Sink) -> Result<(), Error>,
) -> Result<(), Error> {
    if sink.unchanged(group, key)? {
        return Ok(());
    }
    let noted = RecordingSink { sink, paths: Mutex::default() };
    make(&noted)?;
    sink.remember(group, key, noted.paths.into_inner().unwrap_or_else(PoisonError::into_inner));
    Ok(())
}

/// A sink that notes what is put into another.
struct RecordingSink<'s> {
    sink: &'s dyn Sink,
    paths: Mutex<Vec<String>>,
}

impl Sink for RecordingSink<'_> {
    fn put(&self, path: &str, bytes: Vec<u8>) -> Result<(), Error> {
        self.paths.lock().unwrap_or_else(PoisonError::into_inner).push(path.to_owned());
        self.sink.put(path, bytes)
    }
}
