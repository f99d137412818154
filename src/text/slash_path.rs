//! Paths with `/`, whatever the system writes between folders.

use std::path::Path;

/// A path with `/` between its parts: the form in which contents, pages and themes are named. Parts that are not
/// UTF-8 hold U+FFFD.
#[must_use]
pub fn slash_path(path: &Path) -> String {
    path.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}
