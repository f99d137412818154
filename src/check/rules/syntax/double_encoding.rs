//! Finds letters that were encoded twice: «etÃ » for «età», «lâ€™ora» for «l’ora».

use std::ops::Range;

use crate::board::Board;
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::source::Document;
use crate::text::invisible::{Invisible, is_lost};
use crate::text::visible::show_name;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "double-encoding",
        severity: Severity::Error,
        group: RuleGroup::Syntax,
        summary: text("le lettere accentate non sono rotte", "accented letters are not broken"),
        explanation: text(
            "«etÃ » era «età»: un programma ha letto il testo con un'altra codifica e l'ha salvato così. Scrivi le lettere giuste, e salva come UTF-8.",
            "«etÃ » was «età»: a program read the text in another encoding and saved it so. Write the right letters, and save as UTF-8.",
        ),
        wrong: "---\nÃˆ gratis per tutte le etÃ\u{a0}.",
        right: "---\nÈ gratis per tutte le età.",
        origin: "formato dei contenuti",
    },
    function: CheckFunction::Board(check),
};

fn check(board: &Board, findings: &mut Findings<'_>) {
    for document in board.texts() {
        report_letters(document, findings);
    }
}

fn report_letters(document: &Document, findings: &mut Findings<'_>) {
    let text = document.source.text.as_str();
    // Where the broken letter before ends.
    let mut end = 0;
    for at in memchr::memchr_iter(0xc3, text.as_bytes()) {
        // One begins with Â, Ã, Ä, Å or â; other letters with the same first byte are many. Æ and Ë begin one beside
        // another, where a text was broken several times.
        let is_start = match text.as_bytes().get(at + 1) {
            Some(0x82..=0x85 | 0xa2) => true,
            Some(0x86 | 0x8b) => at == end,
            _ => false,
        };
        let Some((range, letter)) = is_start.then(|| decode_twice(text, at)).flatten() else { continue };
        end = range.end;
        let hides = is_hidden(&letter);
        let (written, shown) = (show_name(text.get(range.clone()).unwrap_or_default()), show_name(&letter));
        let found = findings.report_at_span(
            document,
            range.clone(),
            localized!(
                "«{written}» è «{shown}», rovinata da un programma",
                "«{written}» is «{shown}», broken by a program"
            ),
            if hides {
                localized!("cancellala: è un segno che non si vede", "delete it: it is a sign that nobody sees")
            } else {
                localized!("scrivi «{shown}», e salva come UTF-8", "write «{shown}», and save as UTF-8")
            },
        );
        // What another rule would refuse is not written.
        if !hides {
            found.correct(range, letter, true);
        }
    }
}

/// Whether a letter is one that nobody sees, a no-break space apart.
fn is_hidden(letter: &str) -> bool {
    letter.chars().any(|ch| is_lost(ch) || Invisible::kind_of(ch).is_some_and(Invisible::can_hide_text))
}

/// The letter that was encoded twice at an offset, with the bytes that stand for it now.
fn decode_twice(text: &str, at: usize) -> Option<(Range<usize>, String)> {
    let rest = text.get(at..)?;
    // Letters beyond ASCII are encoded in two or three bytes, each of which became a letter.
    [3, 2].into_iter().find_map(|count| {
        let length: usize = rest.chars().take(count).map(char::len_utf8).sum();
        let written = rest.get(..length).filter(|written| written.chars().count() == count)?;
        let bytes = written.chars().map(byte_of).collect::<Option<Vec<u8>>>()?;
        let letter = std::str::from_utf8(&bytes).ok()?;
        (letter.chars().count() == 1).then(|| (at..at + length, letter.to_owned()))
    })
}

/// Letters of the bytes from 0x80 in windows-1252; the other bytes have the numbers of their letters. A table, so that the
/// module for browsers need not hold every encoding.
const FROM_0X80: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// The byte that stands for a letter in windows-1252, if there is one.
fn byte_of(letter: char) -> Option<u8> {
    match FROM_0X80.chars().position(|other| other == letter) {
        Some(place) => u8::try_from(0x80 + place).ok(),
        None => u8::try_from(letter).ok().filter(|byte| !(0x80..0xa0).contains(byte)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_those_of_windows_1252() {
        for byte in 0..=u8::MAX {
            let bytes = [byte];
            let (letter, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(&bytes);
            assert_eq!(letter.chars().next().and_then(byte_of), Some(byte));
        }
        assert_eq!(byte_of('ж'), None);
    }

    #[test]
    fn letters_are_decoded_that_were_encoded_twice() {
        for (text, expected) in [
            ("etÃ\u{a0} ", Some("à")),
            ("Ãˆ", Some("È")),
            ("lâ€™ora", Some("’")),
            ("Ão", None),
            ("âge", None),
            ("è", None),
        ] {
            let found = text.char_indices().find_map(|(at, _)| decode_twice(text, at));
            assert_eq!(found.map(|(_, letter)| letter).as_deref(), expected, "{text}");
        }
    }
}
