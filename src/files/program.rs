//! The program itself, as an input of what it makes.

use std::sync::LazyLock;
use std::time::UNIX_EPOCH;

static VERSION: LazyLock<String> = LazyLock::new(|| {
    let file = std::env::current_exe().and_then(std::fs::metadata).ok();
    let size = file.as_ref().map(std::fs::Metadata::len);
    let written = file.and_then(|file| file.modified().ok()?.duration_since(UNIX_EPOCH).ok());
    format!("{} {size:?} {written:?}", env!("CARGO_PKG_VERSION"))
});

/// Identifies this program, including recompilations of the same version.
#[must_use]
pub fn program_version() -> &'static str {
    &VERSION
}
