//! A content file as bytes.

use std::io;

/// Bytes of a content file, or the error of reading it.
pub(super) struct RawFile {
    /// Path below the board's root, with `/`.
    pub(super) path: String,
    /// Content of the file.
    pub(super) bytes: io::Result<Vec<u8>>,
}
