//! What decides whether a test runs, and how often it tries.

use std::io::Write;

/// Says that a test is left out, and what it takes. Where `CI` is set nothing may be left out: whatever a test takes
/// is installed there.
#[track_caller]
pub fn skip(needs: &str) {
    note_left_out(needs);
    assert!(std::env::var_os("CI").is_none_or(|value| value.is_empty()), "left out although CI is set: {needs}");
}

/// Says that a part of a test is left out, and what it takes.
///
/// It writes to the error stream itself: `eprintln!` is shown of tests that fail only.
#[track_caller]
pub fn note_left_out(needs: &str) {
    let _ = writeln!(std::io::stderr(), "SKIPPED: {}: {needs}", std::panic::Location::caller());
}

/// Whether there is time for many more attempts.
pub fn soak() -> bool {
    std::env::var_os("BACHECA_SOAK").is_some_and(|value| !value.is_empty() && value != "0")
}
