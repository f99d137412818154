//! Entries at the end of a file of posts, which otherwise stays byte for byte.

use std::io;

use super::super::{Context, Error};
use crate::board::Item;
use crate::files::{MAX_TEXT_BYTES, read_file_below, replace_file_below};
use crate::localized;
use crate::model::Publication;
use crate::source::{Yaml, parse_list, split_list_text};
use crate::text::visible::show_name;

/// Adds posts of an item to the file beside it, all or none.
pub(super) fn write_entries(context: &Context, item: &Item, publications: &[Publication]) -> Result<(), Error> {
    let path = item.publications_path();
    let shown = show_name(&path);
    let entries: String = publications.iter().map(Publication::to_yaml).collect();
    let by_hand = localized!(
        "{shown}: aggiungi tu, in fondo al file, le righe\n{entries}",
        "{shown}: add yourself, at the end of the file, the lines\n{entries}"
    );
    let file = context.root.join(&path);
    let before = match read_file_below(&context.root, &path, MAX_TEXT_BYTES) {
        Ok(bytes) => String::from_utf8(bytes).map_err(|_| by_hand.clone())?,
        Err(missing) if missing.kind() == io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(Error::read(&file, &error)),
    };
    let after = append_entries(&path, before, &entries, publications.len()).ok_or(by_hand)?;
    // Longer than what is read, all of it would count as never posted.
    if u64::try_from(after.len()).is_ok_and(|length| length > MAX_TEXT_BYTES) {
        return Err(Error::Message(localized!(
            "{shown}: non c'è più posto; togli i post più vecchi",
            "{shown}: there is no room left; remove the oldest posts"
        )));
    }
    replace_file_below(&context.root, &path, after.as_bytes()).map_err(|error| Error::write(&file, &error))
}

/// The text of a file of posts with `count` entries more; `None` if they are to be added by hand.
fn append_entries(path: &str, before: String, added: &str, count: usize) -> Option<String> {
    let line_end = if before.contains("\r\n") { "\r\n" } else { "\n" };
    let document = split_list_text(path, before);
    let indent = indentation_of_entries(&document)?;
    let entries = count_entries(&document)?;
    let text = &document.source.text;
    let gap = if text.is_empty() || text.ends_with('\n') { "" } else { line_end };
    let lines = added.lines().map(|line| format!("{indent}{line}{line_end}"));
    let after = format!("{text}{gap}{}", lines.collect::<String>());
    // A file that ends in a block of text or in another document would take the lines for its own.
    let reread = split_list_text(path, after);
    (count_entries(&reread) == Some(entries + count)).then_some(reread.source.text)
}

/// Entries of a file of posts; `None` if it cannot be read as it is.
fn count_entries(document: &crate::source::Document) -> Option<usize> {
    let mut problems = Vec::new();
    let root = parse_list(document, &mut problems)?;
    match &root.yaml {
        Yaml::List(entries) if problems.is_empty() => Some(entries.len()),
        _ => None,
    }
}

/// Spaces before the dash of each entry; `None` if the entries are in brackets.
fn indentation_of_entries(document: &crate::source::Document) -> Option<String> {
    let root = parse_list(document, &mut Vec::new())?;
    let Yaml::List(entries) = &root.yaml else { return None };
    let Some(last) = entries.last() else {
        // `[]` is an empty list that nothing can follow.
        return (!document.facts().contains('[')).then(String::new);
    };
    let (_, line) = document.source.line_at(last.span.start);
    let indent = line.trim_start_matches('\u{feff}');
    let spaces = indent.len() - indent.trim_start_matches(' ').len();
    indent.trim_start_matches(' ').starts_with('-').then(|| " ".repeat(spaces))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENTRY: &str = "- canale: telegram\n  lingua: en\n";

    fn appended(before: &str) -> Option<String> {
        append_entries("x.pubblicazioni.yaml", before.to_owned(), ENTRY, 1)
    }

    #[test]
    fn entry_goes_below_the_last_one_and_nothing_else_changes() {
        for before in [
            "",
            "# i post di questo corso\n",
            "- {canale: whatsapp, quando: \"2026-11-20T10:00\"}  # già\n",
            "- canale: whatsapp\n  # una nota\n  lingua: it\n# in fondo\n",
            "\u{feff}- canale: whatsapp\n",
        ] {
            assert_eq!(appended(before), Some(format!("{before}{ENTRY}")), "{before:?}");
        }
        assert_eq!(appended("- canale: a\n  lingua: it").unwrap(), format!("- canale: a\n  lingua: it\n{ENTRY}"));
        assert_eq!(appended("  - canale: a\n").unwrap(), "  - canale: a\n  - canale: telegram\n    lingua: en\n");
        assert_eq!(appended("- canale: a\r\n").unwrap(), "- canale: a\r\n- canale: telegram\r\n  lingua: en\r\n");
    }

    #[test]
    fn what_would_not_be_read_is_left_to_the_editor() {
        for before in ["[]\n", "[{canale: whatsapp}]\n", "canale: whatsapp\n", "- a: [\n", "- canale: a\n...\n"] {
            assert_eq!(appended(before), None, "{before:?}");
        }
    }
}
