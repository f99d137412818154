//! Finds sites whose names have letters of several alphabets, or letters that look like those of another.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;
use unicode_script::{Script, UnicodeScript};
use url::Url;

use crate::board::Board;
use crate::check::addresses::for_each_address;
use crate::check::{Check, CheckFunction, Findings};
use crate::config;
use crate::diagnostic::{LocalizedString, Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::markdown::MarkupFinding;
use crate::source::{Document, parse};
use crate::text::web_address::{COMMON_TLDS, site_named_before};

/// Longest name of a site (RFC 1035, 2.3.4), each letter of up to four bytes.
const MAX_HOST_BYTES: usize = 4 * 253;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "lookalike-host",
        severity: Severity::Warning,
        group: RuleGroup::Syntax,
        summary: text("i nomi dei siti sono scritti in un alfabeto solo", "names of sites are written in one alphabet"),
        explanation: text(
            "La «с» russa e la «c» italiana si vedono uguali, ma portano a due siti diversi: chi imita un sito conosciuto ne cambia una lettera, o ne mette il nome davanti al proprio. Copia l'indirizzo dal sito vero, o scrivilo a mano.",
            "The Russian «с» and the Latin «c» look the same, but lead to two sites: who imitates a known site changes one of its letters, or puts its name before their own. Copy the address from the real site, or type it.",
        ),
        wrong: "iscrizione: https://www.ponte.ex\u{430}mple.org/corso",
        right: "iscrizione: https://www.ponte.example.org/corso",
        origin: "Unicode Technical Standard 39, 5.1",
    },
    function: CheckFunction::Several(&[CheckFunction::Board(check), CheckFunction::Markup(check_encoded_link)]),
};

fn check(board: &Board, findings: &mut Findings<'_>) {
    let own = &board.config.bacheca;
    let channels = board.config.channels();
    let channels = channels.iter().filter_map(|channel| channel.link());
    for address in channels.chain(own.repository.as_deref()) {
        if let Some(message) = describe_lookalike(address) {
            findings.report_in_other_file(config::FILE, board.config.find_word(address), message, hint());
        }
    }
    for document in board.texts() {
        let text = &document.source.text;
        let mut report = |address: &str, range: Range<usize>| check_host(document, address, range, findings);
        for_each_address(document, &mut report);
        for_each_bare_host(text, |host, range| report(&format!("https://{host}/"), range));
        if memchr::memchr(b'\\', document.facts().as_bytes()).is_some()
            && let Some(root) = parse(document, &mut Vec::new())
        {
            root.visit(&mut |node| {
                let written = text.get(node.span.clone()).unwrap_or_default();
                let Some(value) = node.text().filter(|value| !written.contains(*value)) else { return };
                if value.contains("://") {
                    report(value.trim(), node.span.clone());
                }
                for_each_bare_host(value, |host, _| report(&format!("https://{host}/"), node.span.clone()));
            });
        }
    }
}

fn check_encoded_link(document: &Document, finding: &MarkupFinding, span: Range<usize>, findings: &mut Findings<'_>) {
    if let MarkupFinding::EncodedLink(target) = finding {
        check_host(document, target, span, findings);
    }
}

/// Calls `report` with each name of a site or of a mailbox's host that stands without a scheme, and its bytes: messengers
/// make links of these too. A name begins with `www.` or ends in a known domain; plain letters need no look.
fn for_each_bare_host(text: &str, mut report: impl FnMut(&str, Range<usize>)) {
    let mut read = 0;
    for dot in memchr::memchr_iter(b'.', text.as_bytes()) {
        let (before, after) = (text.get(read..dot).unwrap_or_default(), text.get(dot..).unwrap_or_default());
        if before.is_empty() || !after.starts_with(|ch: char| !ch.is_whitespace()) {
            continue;
        }
        let is_part = |ch: char| ch.is_alphanumeric() || matches!(ch, '.' | '-' | '%') || is_combining_mark(ch);
        let start = dot - before.len() + before.trim_end_matches(is_part).len();
        let length = after.find(|ch: char| !is_part(ch)).unwrap_or(after.len());
        read = dot + length;
        let host = text.get(start..read).unwrap_or_default().trim_matches(['.', '-', '%']);
        let named = || {
            let ending = host.rsplit('.').next().unwrap_or_default();
            host.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www."))
                || COMMON_TLDS.iter().any(|known| ending.eq_ignore_ascii_case(known))
        };
        let is_in_address = text.get(..start).unwrap_or_default().ends_with('/');
        if host.len() <= MAX_HOST_BYTES && needs_look(host) && named() && !is_in_address {
            report(host, start..start + host.len());
        }
    }
}

/// Whether a name of a site has letters that are not plain, or stand for others, or begins with the name of another site.
fn needs_look(host: &str) -> bool {
    !host.is_ascii()
        || host.contains('%')
        || host.to_ascii_lowercase().contains("xn--")
        || site_named_before(host).is_some()
}

fn check_host(document: &Document, address: &str, range: Range<usize>, findings: &mut Findings<'_>) {
    if let Some(message) = describe_lookalike(address) {
        findings.report_at_span(document, range, message, hint());
    }
}

/// Message about an address whose host may look like another; `None` for others.
fn describe_lookalike(address: &str) -> Option<LocalizedString> {
    // Most hosts are plain letters; a percent sign may stand for others.
    let (_, rest) = address.split_once("://").unwrap_or_default();
    let start = rest.split(['/', '?', '#']).next().filter(|start| needs_look(start));
    let host = start.and_then(|_| Url::parse(address).ok()?.host_str().map(str::to_owned))?;
    if let Some(named) = site_named_before(&host) {
        return Some(localized!(
            "il nome del sito «{host}» comincia come «{named}», ma è un altro sito",
            "the name of the site `{host}` begins like `{named}`, but it is another site"
        ));
    }
    let (shown, _) = idna::domain_to_unicode(&host);
    is_lookalike(&shown).then(|| {
        localized!(
            "il nome del sito «{shown}» ({host}) ha lettere di alfabeti diversi, che possono somigliarsi",
            "the name of the site `{shown}` ({host}) has letters of different alphabets, which may look alike"
        )
    })
}

fn hint() -> LocalizedString {
    localized!(
        "controlla che sia il sito giusto, e copia l'indirizzo da lì",
        "make sure that it is the right site, and copy the address from there"
    )
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
