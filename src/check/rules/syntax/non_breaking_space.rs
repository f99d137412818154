//! Finds no-break spaces (U+00A0).

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem;

use crate::board::Board;
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::source::structural_spaces;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "non-breaking-space",
        severity: Severity::Warning,
        group: RuleGroup::Syntax,
        summary: text("gli spazi sono spazi", "spaces are spaces"),
        explanation: text(
            "Copiando da Word o da un sito restano spazi speciali (NBSP). Sembrano spazi ma non lo sono: una parola cercata non si trova, e un campo non si legge. `bacheca check --fix` li cambia.",
            "Copying from Word or a site leaves special spaces (NBSP). They look like spaces but are not: searches do not find words next to them, and a field is not read. `bacheca check --fix` changes them.",
        ),
        wrong: "titolo: Corso\u{a0}di\u{a0}italiano",
        right: "titolo: Corso di italiano",
        origin: "formato dei contenuti",
    },
    function: CheckFunction::Board(check),
};

static SPACE_FINDER: LazyLock<memmem::Finder<'static>> = LazyLock::new(|| memmem::Finder::new("\u{a0}"));

fn check(board: &Board, findings: &mut Findings<'_>) {
    for document in board.texts() {
        // French puts one before punctuation, so translations may have them.
        let translation = document.source.path.matches('.').count() > 1;
        let text = &document.source.text;
        if translation || SPACE_FINDER.find(text.as_bytes()).is_none() {
            continue;
        }
        // Where YAML needs a space it is an error of syntax.
        let start = document.facts.start;
        let reported: Vec<usize> = structural_spaces(document.facts()).map(|span| span.start + start).collect();
        for (at, space) in text.match_indices('\u{a0}').filter(|(at, _)| !reported.contains(at)) {
            let span = at..at + space.len();
            let message = localized!(
                "qui c'è uno spazio speciale (NBSP), non uno spazio",
                "this is a special space (NBSP), not a space"
            );
            if is_between_words(text, &span, at < document.body.start) {
                let by_itself = localized!(
                    "cancellalo e premi la barra spaziatrice; `bacheca check --fix` lo fa da solo",
                    "delete it and press the space bar; `bacheca check --fix` does so by itself"
                );
                findings.report_at_span(document, span.clone(), message, by_itself).correct(span, " ".to_owned(), true);
            } else {
                let by_hand = localized!(
                    "cancellalo e guarda se lì ci vuole uno spazio: qui cambia quello che si legge",
                    "delete it and see whether a space belongs there: here it changes what is read"
                );
                findings.report_at_span(document, span, message, by_hand);
            }
        }
    }
}

/// Whether a space in place of this one changes nothing but the space: between words, where it begins no comment, value,
/// heading or list, and is in no address. In front matter what stands around it must be letters or signs of sentences.
fn is_between_words(text: &str, space: &Range<usize>, in_front_matter: bool) -> bool {
    let line_start = text.get(..space.start).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1);
    let before = text.get(line_start..space.start).unwrap_or_default();
    let after = text.get(space.end..).unwrap_or_default();
    let last = before.chars().next_back();
    let ends_word = |letter: char| letter.is_alphanumeric() || ",.;!?)»”’\"'%€".contains(letter);
    let begins_word = |letter: char| letter.is_alphanumeric() || "«“(€".contains(letter);
    if !after.starts_with(begins_word) {
        return false;
    }
    if in_front_matter {
        return last.is_some_and(ends_word) && !is_within_address(before);
    }
    let marker = before.trim_start();
    let begins_block = marker.chars().all(|letter| letter.is_ascii_digit() || "#-*+>.)=~`|".contains(letter));
    !begins_block && last.is_some_and(|last| ends_word(last) || last == ':') && !is_within_address(before)
}

/// Whether a line ends within an address, or within the target of a link.
fn is_within_address(line: &str) -> bool {
    let word = line.rsplit(char::is_whitespace).next().unwrap_or_default();
    word.contains("://")
        || word.contains("www.")
        || word.rsplit_once("](").is_some_and(|(_, target)| !target.contains(')'))
}

#[cfg(test)]
mod tests {
    use super::is_between_words;

    #[test]
    fn only_spaces_between_words_are_replaced() {
        for (line, in_front_matter, safe) in [
            ("titolo: Corso\u{a0}di italiano", true, true),
            ("costo: 10\u{a0}€", true, true),
            ("titolo: Sportello\u{a0}# diritti", true, false),
            ("titolo: Sportello:\u{a0}diritti", true, false),
            ("attivita: [colloqui\u{a0}#uno]", true, false),
            ("fonte: https://example.org/a\u{a0}b", true, false),
            ("Orari:\u{a0}dalle 9", false, true),
            ("Il\u{a0}corso", false, true),
            ("#\u{a0}1 in Italia", false, false),
            ("1.\u{a0}Vieni", false, false),
            ("-\u{a0}20 posti", false, false),
            ("---\u{a0}", false, false),
            ("\u{a0}Testo", false, false),
            ("Vai [qui](https://example.org/a\u{a0}b)", false, false),
        ] {
            let at = line.find('\u{a0}').unwrap();
            assert_eq!(is_between_words(line, &(at..at + 2), in_front_matter), safe, "{line}");
        }
    }
}
