//! Finds the web addresses of a text.

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem;

use crate::source::Document;

/// Searcher for the separator after the scheme of a web address, built once for all files.
static SEPARATOR_FINDER: LazyLock<memmem::Finder<'static>> = LazyLock::new(|| memmem::Finder::new("://"));

/// Calls `report` with each web address of a document and its bytes in the file.
pub(super) fn for_each_address(document: &Document, mut report: impl FnMut(&str, Range<usize>)) {
    let text = &document.source.text;
    let mut end_of_last = 0;
    for colon in SEPARATOR_FINDER.find_iter(text.as_bytes()) {
        // An address inside another one, as in links to web archives, is part of it.
        if colon < end_of_last {
            continue;
        }
        let before = text.get(..colon).unwrap_or_default();
        let scheme = before.bytes().rev().take_while(u8::is_ascii_alphabetic).count();
        let start = colon - scheme;
        let rest = text.get(colon..).unwrap_or_default();
        let ends_address =
            |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '<' | '>' | ')' | ']' | '}' | '»' | '`');
        let after_scheme = rest.get(..rest.find(ends_address).unwrap_or(rest.len())).unwrap_or_default();
        end_of_last = colon + after_scheme.len();
        let end = colon + after_scheme.trim_end_matches([',', '.', ';', '!', '?', '*', '_']).len();
        if let Some(address) = text.get(start..end).filter(|address| is_web_address(address)) {
            report(address, start..end);
        }
    }
}

/// Whether the scheme is http or https, ignoring case.
fn is_web_address(address: &str) -> bool {
    address.split("://").next().is_some_and(|scheme| matches!(scheme.to_ascii_lowercase().as_str(), "http" | "https"))
}
