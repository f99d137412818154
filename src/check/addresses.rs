//! Finds the web addresses of all texts of a board, once for all rules that read them.

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem;
use rayon::prelude::*;

use super::{Check, CheckFunction, Findings, rules};
use crate::board::Board;
use crate::diagnostic::Diagnostic;
use crate::source::Document;

type AddressFunction = fn(&Document, &str, Range<usize>, &mut Findings<'_>);

/// Runs the rules that read addresses on each web address.
pub(super) fn check_addresses(board: &Board, found: &mut Vec<Diagnostic>) {
    let checks: Vec<(&Check, AddressFunction)> = rules::checks()
        .filter_map(|check| match check.function {
            CheckFunction::Address(visit) => Some((check, visit)),
            _ => None,
        })
        .collect();
    let documents: Vec<&Document> = board.texts().collect();
    found.par_extend(documents.into_par_iter().flat_map_iter(|document| {
        let mut found = Vec::new();
        for_each_address(document, |address, range| {
            for (check, visit) in &checks {
                visit(document, address, range.clone(), &mut Findings { rule: &check.rule, found: &mut found });
            }
        });
        found
    }));
}

/// Searcher for the separator of web addresses, built once for all files.
static SEPARATOR_FINDER: LazyLock<memmem::Finder<'static>> = LazyLock::new(|| memmem::Finder::new("://"));

fn for_each_address(document: &Document, mut show: impl FnMut(&str, Range<usize>)) {
    let text = &document.source.text;
    let mut read = 0;
    for colon in SEPARATOR_FINDER.find_iter(text.as_bytes()) {
        // An address inside another one, as in links to web archives, is part of it.
        if colon < read {
            continue;
        }
        let before = text.get(..colon).unwrap_or_default();
        let scheme = before.bytes().rev().take_while(u8::is_ascii_alphabetic).count();
        let start = colon - scheme;
        let rest = text.get(colon..).unwrap_or_default();
        let ends = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '<' | '>' | ')' | ']' | '}' | '»' | '`');
        let whole = rest.get(..rest.find(ends).unwrap_or(rest.len())).unwrap_or_default();
        read = colon + whole.len();
        let end = colon + whole.trim_end_matches([',', '.', ';', '!', '?', '*', '_']).len();
        if let Some(address) = text.get(start..end).filter(|address| is_web_address(address)) {
            show(address, start..end);
        }
    }
}

/// Whether the scheme is http or https, ignoring case.
fn is_web_address(address: &str) -> bool {
    address.split("://").next().is_some_and(|scheme| matches!(scheme.to_ascii_lowercase().as_str(), "http" | "https"))
}
