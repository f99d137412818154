//! `check --fix`: applies corrections that preserve the meaning to the files and prints a diff. Comments, order
//! and everything else are kept.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::Path;

use similar::TextDiff;

use super::Error;
use crate::check::rules;
use crate::diagnostic::{Correction, Diagnostic};
use crate::files::{MAX_TEXT_BYTES, read_file_below, replace_file_below};
use crate::source::decode_legacy;
use crate::text::invisible::name_invisible_characters;
use crate::text::visible::show_name;

/// Applies the corrections of findings to the files below `root` and prints each diff; returns the number of changed
/// files.
pub(super) fn fix_files(root: &Path, problems: &[Diagnostic], out: &mut dyn Write) -> Result<usize, Error> {
    let mut by_file: BTreeMap<&str, Vec<&Diagnostic>> = BTreeMap::new();
    for problem in problems {
        by_file.entry(&problem.file).or_default().push(problem);
    }
    let mut changed = 0;
    for (file, problems) in by_file {
        let path = root.join(file);
        let encoding = problems.iter().any(|problem| problem.rule == rules::NOT_UTF8.name);
        let corrections: Vec<&Correction> = problems
            .iter()
            .filter_map(|problem| problem.correction.as_ref())
            .filter(|correction| correction.safe)
            .collect();
        if !encoding && corrections.is_empty() {
            continue;
        }
        let bytes = read_file_below(root, file, MAX_TEXT_BYTES).map_err(|error| Error::read(&path, &error))?;
        let before = String::from_utf8_lossy(&bytes).into_owned();
        let after = if encoding {
            // What no encoding explains is left alone.
            let Some(decoded) = decode_legacy(&bytes, file) else { continue };
            decoded.text
        } else {
            apply_corrections(&before, corrections)
        };
        if after.as_bytes() == bytes {
            continue;
        }
        replace_file_below(root, file, after.as_bytes()).map_err(|error| Error::write(&path, &error))?;
        print_diff(out, file, &before, &after)?;
        changed += 1;
    }
    Ok(changed)
}

/// Applies corrections to a text; of overlapping ones only the first, the others come in the next round.
fn apply_corrections(text: &str, mut corrections: Vec<&Correction>) -> String {
    corrections.sort_by_key(|correction| correction.span.start);
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for correction in corrections {
        let Some(between) = text.get(at..correction.span.start) else { continue };
        if text.get(correction.span.clone()).is_none() {
            continue;
        }
        out.push_str(between);
        out.push_str(&correction.text);
        at = correction.span.end;
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out
}

/// Prints a unified diff in which invisible characters are named.
fn print_diff(out: &mut dyn Write, file: &str, before: &str, after: &str) -> io::Result<()> {
    let (before, after) = (name_invisible_characters(before), name_invisible_characters(after));
    let file = show_name(file);
    write!(out, "{}", TextDiff::from_lines(&before, &after).unified_diff().context_radius(1).header(&file, &file))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corrections_change_nothing_else() {
        let correction = |span, text: &str| Correction { span, text: text.to_owned(), safe: true };
        let (first, second, over) = (correction(2..4, "X"), correction(6..7, ""), correction(3..5, "no"));
        assert_eq!(apply_corrections("abcdefgh", vec![&second, &first, &over]), "abXefh");
    }
}
