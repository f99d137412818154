//! Lines of a text that Markdown joins to one.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::parser;

/// Ends of lines at which a paragraph goes on, of each paragraph that has some, outside lists: every reader sees a space there.
#[must_use]
pub fn find_joined_lines(text: &str) -> Vec<Vec<Range<usize>>> {
    let mut paragraphs = Vec::new();
    let (mut breaks, mut lists) = (Vec::new(), 0_usize);
    for (event, span) in parser(text).into_offset_iter() {
        match event {
            Event::Start(Tag::List(_)) => lists += 1,
            Event::End(TagEnd::List(_)) => lists = lists.saturating_sub(1),
            Event::SoftBreak if lists == 0 => breaks.push(span),
            Event::End(TagEnd::Paragraph) if !breaks.is_empty() => paragraphs.push(std::mem::take(&mut breaks)),
            _ => {}
        }
    }
    paragraphs
}

#[cfg(test)]
mod tests {
    use super::find_joined_lines;

    #[test]
    fn line_ends_within_paragraphs_are_found() {
        let text = "uno\ndue\ntre\n\nquattro\\\ncinque  \nsei\n\n- a\n  b\n\n    codice\n    altro\n\nsette\notto";
        let found = find_joined_lines(text);
        let lines: Vec<Vec<&str>> = found
            .iter()
            .map(|ends| {
                ends.iter().map(|end| text.get(..end.start).unwrap_or_default().rsplit('\n').next().unwrap()).collect()
            })
            .collect();
        assert_eq!(lines, [vec!["uno", "due"], vec!["sette"]]);
    }
}
