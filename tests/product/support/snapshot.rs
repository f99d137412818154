//! Comparing output with expected files, with a diff.

use std::io::ErrorKind;
use std::path::Path;

use similar::TextDiff;

use super::write;

/// Lines of a diff that are shown for one file.
const MAX_DIFF_LINES: usize = 60;
/// Characters of a line that are shown.
const MAX_LINE_LENGTH: usize = 400;

/// Whether `BLESS` asks to replace the expected files by the current output.
pub fn is_blessing() -> bool {
    std::env::var_os("BLESS").is_some_and(|value| value == "1")
}

/// Compares a text with an expected file, or writes it there if `BLESS` is set. The error is a diff and the command
/// that accepts it; a missing file differs from every text, the empty one too.
pub fn bless(file: &Path, actual: &str, module: &str) -> Result<(), String> {
    let expected = match std::fs::read_to_string(file) {
        Ok(expected) => Some(expected),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(format!("{}: {error}", file.display())),
    };
    if expected.as_deref() == Some(actual) {
        return Ok(());
    }
    if is_blessing() {
        write(file, actual);
        return Ok(());
    }
    let how = format!("if this is right, run: BLESS=1 cargo test --test product {module}");
    let Some(expected) = expected else {
        return Err(format!("{}: nothing is expected there yet\n{}\n{how}", file.display(), shorten(actual)));
    };
    Err(format!("{}\n{}\n{how}", file.display(), shorten(&diff(&expected, actual))))
}

/// Lines that differ, with two lines of context.
fn diff(expected: &str, actual: &str) -> String {
    TextDiff::from_lines(expected, actual).unified_diff().context_radius(2).header("expected", "actual").to_string()
}

/// Shortens a text for a terminal to [`MAX_DIFF_LINES`] lines of [`MAX_LINE_LENGTH`] characters.
fn shorten(text: &str) -> String {
    let shown = text.lines().take(MAX_DIFF_LINES).map(|line| line.chars().take(MAX_LINE_LENGTH).collect());
    let mut shown: Vec<String> = shown.collect();
    let more = text.lines().count().saturating_sub(MAX_DIFF_LINES);
    shown.extend((more > 0).then(|| format!("… and {more} more lines")));
    shown.join("\n")
}

#[test]
fn bless_shows_each_line_that_differs() {
    let folder = tempfile::TempDir::new().unwrap();
    let file = folder.path().join("x.txt");
    if is_blessing() {
        return;
    }
    let output = bless(&file, "", "x").unwrap_err();
    assert!(output.contains("nothing is expected"), "{output}");
    write(&file, "a\nb\nc\nd\ne\nf\n");
    assert_eq!(bless(&file, "a\nb\nc\nd\ne\nf\n", "x"), Ok(()));
    let output = bless(&file, "a\nB\nc\nd\ne\nF\n", "x").unwrap_err();
    for line in ["\n-b\n+B\n", "\n-f\n+F\n", "BLESS=1 cargo test --test product x"] {
        assert!(output.contains(line), "{output}");
    }
}
