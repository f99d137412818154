//! A content file as bytes.

use std::io;

/// Bytes of a content file, or the error of reading it.
pub(super) struct RawFile {
    /// Path below the board's root, with `/`.
    pub(super) path: String,
    /// Content of the file.
    pub(super) bytes: io::Result<Vec<u8>>,
}

/// Whether git reads from a file how to treat those in its folder; on some systems its name has capitals.
pub(super) fn is_git_attributes(path: &str) -> bool {
    path.rsplit('/').next().is_some_and(|name| name.eq_ignore_ascii_case(".gitattributes"))
}
