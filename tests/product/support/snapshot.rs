//! What the program does now against the files that hold what is expected, with a diff where they differ.

use std::io::ErrorKind;
use std::path::Path;

use similar::TextDiff;

use super::write;

/// How many lines of a diff are shown of one file.
const MAX_DIFF_LINES: usize = 60;
/// How many characters of a line are shown.
const MAX_LINE_LENGTH: usize = 400;

/// Whether what the program does now becomes what is expected.
pub fn blessing() -> bool {
    std::env::var_os("BLESS").is_some_and(|value| value == "1")
}

/// Compares a text with the file that holds what is expected, or writes it there. Gives a diff of
/// both, with the command that accepts it; a file that is not there is a difference too, even from nothing.
pub fn bless(file: &Path, actual: &str, module: &str) -> Result<(), String> {
    let expected = match std::fs::read_to_string(file) {
        Ok(expected) => Some(expected),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(format!("{}: {error}", file.display())),
    };
    if expected.as_deref() == Some(actual) {
        return Ok(());
    }
    if blessing() {
        write(file, actual);
        return Ok(());
    }
    let how = format!("if this is right, run: BLESS=1 cargo test --test product {module}");
    let Some(expected) = expected else {
        return Err(format!("{}: nothing is expected there yet\n{}\n{how}", file.display(), cut(actual)));
    };
    Err(format!("{}\n{}\n{how}", file.display(), cut(&diff(&expected, actual))))
}

/// The lines that differ, with two around them.
fn diff(expected: &str, actual: &str) -> String {
    TextDiff::from_lines(expected, actual).unified_diff().context_radius(2).header("expected", "actual").to_string()
}

/// A text that somebody reads in a terminal: some lines of it, each of some length.
fn cut(text: &str) -> String {
    let shown = text.lines().take(MAX_DIFF_LINES).map(|line| line.chars().take(MAX_LINE_LENGTH).collect());
    let mut shown: Vec<String> = shown.collect();
    let more = text.lines().count().saturating_sub(MAX_DIFF_LINES);
    shown.extend((more > 0).then(|| format!("… and {more} more lines")));
    shown.join("\n")
}

#[test]
fn blessing_shows_each_line_that_differs() {
    let folder = tempfile::TempDir::new().unwrap();
    let file = folder.path().join("x.txt");
    if blessing() {
        return;
    }
    let said = bless(&file, "", "x").unwrap_err();
    assert!(said.contains("nothing is expected"), "{said}");
    write(&file, "a\nb\nc\nd\ne\nf\n");
    assert_eq!(bless(&file, "a\nb\nc\nd\ne\nf\n", "x"), Ok(()));
    let said = bless(&file, "a\nB\nc\nd\ne\nF\n", "x").unwrap_err();
    for line in ["\n-b\n+B\n", "\n-f\n+F\n", "BLESS=1 cargo test --test product x"] {
        assert!(said.contains(line), "{said}");
    }
}
