//! A content file as bytes.

use std::io;

/// A content file.
pub(super) struct File {
    /// Below the board's root, with `/`.
    pub(super) path: String,
    pub(super) bytes: io::Result<Vec<u8>>,
}
