//! Paths separated by `/` on all operating systems.

use std::path::Path;

/// Converts a path to one separated by `/`, as used for contents, pages and themes. Bytes that are not UTF-8 become
/// U+FFFD.
#[must_use]
pub fn slash_path(path: &Path) -> String {
    path.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}
