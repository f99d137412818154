//! A content file as bytes.

use std::io;

/// A content file, read or not.
pub(super) struct RawFile {
    /// Path below the board's root, with `/`.
    pub(super) path: String,
    pub(super) bytes: io::Result<Vec<u8>>,
}
