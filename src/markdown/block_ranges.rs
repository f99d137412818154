//! Bytes of the blocks of a text, for whoever puts other words into them and leaves the rest as it is.

use std::ops::Range;

use pulldown_cmark::Event;

use super::parser;

/// Byte ranges of the outermost blocks of words (paragraphs, headings, lists, quotations, code), without the white space
/// around them. What is between them, blank lines, rules and the targets of links, is in none.
///
/// ```
/// use bacheca::markdown::block_ranges;
///
/// let text = "\nVieni.\n\n- uno\n- due\n";
/// let blocks: Vec<&str> = block_ranges(text).into_iter().map(|range| &text[range]).collect();
/// assert_eq!(blocks, ["Vieni.", "- uno\n- due"]);
/// ```
#[must_use]
pub fn block_ranges(text: &str) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut depth = 0_usize;
    for (event, range) in parser(text).into_offset_iter() {
        match event {
            Event::Start(_) => {
                if depth == 0 {
                    let block = text.get(range.clone()).unwrap_or_default();
                    let start = range.start + block.len() - block.trim_start().len();
                    ranges.push(start..start + block.trim().len());
                }
                depth += 1;
            }
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    ranges.retain(|range| !range.is_empty());
    ranges
}
