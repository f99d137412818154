//! Leaving out tests whose tools are missing, and running longer ones on request.

use std::io::Write;

/// Reports that a test is left out and what it needs. Fails if `CI` is set, because everything is installed there.
#[track_caller]
pub fn skip_test(needs: &str) {
    report_skipped(needs);
    assert!(std::env::var_os("CI").is_none_or(|value| value.is_empty()), "left out although CI is set: {needs}");
}

/// Reports that a part of a test is left out and what it needs.
///
/// Writes to the error stream directly, because the output of `eprintln!` is shown for failing tests only.
#[track_caller]
pub fn report_skipped(needs: &str) {
    let _ = writeln!(std::io::stderr(), "SKIPPED: {}: {needs}", std::panic::Location::caller());
}

/// Whether `BACHECA_SOAK` asks for many more attempts.
pub fn is_soak() -> bool {
    std::env::var_os("BACHECA_SOAK").is_some_and(|value| !value.is_empty() && value != "0")
}
