//! Finds sites whose names have letters of several alphabets, or letters that look like those of another.

use std::ops::Range;

use memchr::memmem;
use unicode_script::{Script, UnicodeScript};
use url::Url;

use crate::board::Board;
use crate::check::addresses::for_each_address;
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::markdown::find_encoded_links;
use crate::source::{Document, parse};

/// Longest name of a site (RFC 1035, 2.3.4), each letter of up to four bytes.
const MAX_HOST_BYTES: usize = 4 * 253;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "lookalike-host",
        severity: Severity::Warning,
        group: RuleGroup::Syntax,
        summary: text("i nomi dei siti sono scritti in un alfabeto solo", "names of sites are written in one alphabet"),
        explanation: text(
            "La «с» russa e la «c» italiana si vedono uguali, ma portano a due siti diversi: chi imita un sito conosciuto ne cambia una lettera. Copia l'indirizzo dal sito vero, o scrivilo a mano.",
            "The Russian «с» and the Latin «c» look the same, but lead to two sites: who imitates a known site changes one of its letters. Copy the address from the real site, or type it.",
        ),
        wrong: "iscrizione: https://www.ponte.ex\u{430}mple.org/corso",
        right: "iscrizione: https://www.ponte.example.org/corso",
        origin: "Unicode Technical Standard 39, 5.1",
    },
    function: CheckFunction::Board(check),
};

fn check(board: &Board, findings: &mut Findings<'_>) {
    for document in board.texts() {
        let (text, body) = (&document.source.text, &document.body);
        let mut report = |address: &str, range: Range<usize>| check_host(document, address, range, findings);
        for_each_address(document, &mut report);
        // Messengers make links of these too.
        for start in memmem::find_iter(text.as_bytes(), "www.") {
            let word = text.get(start..).and_then(|rest| rest.split(|ch: char| ch.is_whitespace() || ch == '/').next());
            let Some(word) = word.filter(|word| !word.is_ascii() && word.len() <= MAX_HOST_BYTES) else { continue };
            let word = word.trim_end_matches(|ch: char| !ch.is_alphanumeric());
            if !text.get(..start).unwrap_or_default().ends_with('/') {
                report(&format!("https://{word}/"), start..start + word.len());
            }
        }
        for (span, target) in find_encoded_links(document.body()) {
            report(&target, body.start + span.start..body.start + span.end);
        }
        if memchr::memchr(b'\\', document.facts().as_bytes()).is_some()
            && let Some(root) = parse(document, &mut Vec::new())
        {
            root.visit(&mut |node| {
                let written = text.get(node.span.clone()).unwrap_or_default();
                if let Some(value) = node.text().filter(|value| value.contains("://") && !written.contains(*value)) {
                    report(value.trim(), node.span.clone());
                }
            });
        }
    }
}

fn check_host(document: &Document, address: &str, range: Range<usize>, findings: &mut Findings<'_>) {
    // Most hosts are plain letters; a percent sign may stand for others.
    let (_, rest) = address.split_once("://").unwrap_or_default();
    let start = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if start.is_ascii() && !start.contains('%') && !start.to_ascii_lowercase().contains("xn--") {
        return;
    }
    let Some(host) = Url::parse(address).ok().and_then(|url| url.host_str().map(str::to_owned)) else { return };
    let (shown, _) = idna::domain_to_unicode(&host);
    if !is_lookalike(&shown) {
        return;
    }
    findings.report_at_span(
        document,
        range,
        localized!(
            "il nome del sito «{shown}» ({host}) ha lettere di alfabeti diversi, che possono somigliarsi",
            "the name of the site `{shown}` ({host}) has letters of different alphabets, which may look alike"
        ),
        localized!(
            "controlla che sia il sito giusto, e copia l'indirizzo da lì",
            "make sure that it is the right site, and copy the address from there"
        ),
    );
}

/// Whether the letters of a host belong to several scripts, or are Latin ones that no language of Europe writes, or have
/// accents of their own or signs that look like punctuation beside them. Scripts that Chinese, Japanese and Korean mix
/// count as one.
fn is_lookalike(host: &str) -> bool {
    let script = |letter: char| match letter.script() {
        Script::Common | Script::Inherited => None,
        Script::Hiragana | Script::Katakana | Script::Hangul | Script::Bopomofo => Some(Script::Han),
        script => Some(script),
    };
    let mut scripts = host.chars().filter_map(script);
    let first = scripts.next();
    let is_latin = first == Some(Script::Latin);
    let odd = |letter: char| match letter.script() {
        Script::Latin => letter > '\u{17f}' || matches!(letter, 'ı' | 'ĸ' | 'ŉ' | 'ſ'),
        Script::Common | Script::Inherited => is_latin && !letter.is_ascii(),
        _ => false,
    };
    scripts.any(|script| Some(script) != first) || host.chars().any(odd)
}

#[cfg(test)]
mod tests {
    use super::is_lookalike;

    #[test]
    fn letters_of_one_alphabet_look_like_themselves() {
        for host in ["www.comune.roma.it", "citt\u{e0}.example.org", "бібліотека.укр", "例え.テスト", "a-1.it"]
        {
            assert!(!is_lookalike(host), "{host}");
        }
        for host in [
            "www.\u{441}omune.roma.it",
            "сосо.it",
            "comune.rom\u{251}.it",
            "ponte.ıt",
            "οικος.com",
            "c\u{323}omune.it",
            "roma.it\u{2d0}.evil.it",
        ] {
            assert!(is_lookalike(host), "{host}");
        }
    }
}
