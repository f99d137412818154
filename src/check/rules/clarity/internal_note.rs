//! Finds notes among editors and placeholders that stayed in a text.

use std::ops::Range;

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, Phrase, Prose, near_after, word_lists, written_values};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;

word_lists! { "internal_note.txt":
    /// Phrases that editors write to each other.
    PHRASES = "notes";
    /// What a placeholder in capitals stands for.
    PLACEHOLDER_WORDS = "placeholder words";
    /// First words of a note in square brackets.
    BRACKET_WORDS = "bracket words";
}

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "internal-note",
        severity: Severity::Error,
        group: RuleGroup::Clarity,
        summary: text("le note fra colleghi non si pubblicano", "notes among colleagues are not published"),
        explanation: text(
            "Una frase per una collega («qui andrebbe aggiunto…») o un segnaposto (`NOME_MODULO`) è rimasta nel testo: chi legge non la capisce. Scrivi il fatto, o lascia `stato: bozza` e `da chiedere`.",
            "A sentence meant for a colleague («qui andrebbe aggiunto…») or a placeholder (`NOME_MODULO`) stayed in the text, and readers do not understand it. Write the fact, or leave `stato: bozza` and `da chiedere`.",
        ),
        wrong: "---\nQui andrebbe aggiunto qualcosa sul coro.",
        right: "---\nAlle 17:45 canta il coro del quartiere.",
        origin: "linee guida del canale, paragrafo 5, criterio «Chiarezza delle informazioni»",
    },
    function: CheckFunction::Several(&[
        CheckFunction::Phrases(&PHRASES, on_match),
        CheckFunction::Prose(check_placeholders),
    ]),
};

fn on_match(_: &Board, item: &Item, _: &Prose<'_>, phrase: &Phrase<'_>, findings: &mut Findings<'_>) {
    // A draft still says what is missing.
    if item.facts.is_draft() || item.facts.is_archived() {
        return;
    }
    let written = phrase.as_written();
    phrase
        .report(
            findings,
            localized!("«{written}» sembra una nota fra colleghi", "«{written}» looks like a note among colleagues"),
            localized!("scrivi il fatto, o togli la frase", "write the fact, or delete the sentence"),
        )
        .ask(localized!(
            "Nel testo c'è «{written}»: che cosa va scritto al suo posto?",
            "The text says «{written}»: what should be written instead?"
        ));
}

/// Reports placeholders such as `NOME_MODULO_2`.
fn check_placeholders(_: &Board, item: &Item, prose: &Prose<'_>, findings: &mut Findings<'_>) {
    if item.facts.is_draft() || item.facts.is_archived() {
        return;
    }
    for passage in prose.passages().into_iter().chain(written_values(item)) {
        let note = || find_note_in_brackets(passage.text);
        let Some(range) = find_placeholder(passage.text).or_else(note) else { continue };
        let written = passage.text.get(range.clone()).unwrap_or_default().to_owned();
        findings
            .report_in_passage(
                &item.document,
                &passage,
                range,
                localized!("«{written}» sembra un segnaposto", "«{written}» looks like a placeholder"),
                localized!("scrivi il fatto, o togli la frase", "write the fact, or delete the sentence"),
            )
            .ask(localized!(
                "Nel testo c'è «{written}»: che cosa va scritto al suo posto?",
                "The text says «{written}»: what should be written instead?"
            ));
    }
}

/// Bytes of the first placeholder: a word in capitals with an underscore that names a kind of value, not in an address.
fn find_placeholder(text: &str) -> Option<Range<usize>> {
    // Most texts have no underscore.
    memchr::memchr_iter(b'_', text.as_bytes()).find_map(|at| {
        let is_word = |c: char| c.is_alphanumeric() || c == '_';
        let start = text.get(..at)?.rfind(|c| !is_word(c)).map_or(0, |before| text.ceil_char_boundary(before + 1));
        let end = text.get(at..)?.find(|c| !is_word(c)).map_or(text.len(), |length| at + length);
        let word = text.get(start..end)?;
        let before = text.get(..start)?.chars().next_back();
        let after = text.get(end..)?.chars().next();
        let in_address =
            |side: Option<char>| side.is_some_and(|c| matches!(c, '/' | '@' | '=' | '?' | '&' | '#' | '-'));
        let is_placeholder =
            !word.contains(char::is_lowercase) && word.split('_').any(|part| PLACEHOLDER_WORDS.matches(part));
        (is_placeholder && !in_address(before) && !in_address(after)).then_some(start..end)
    })
}

/// Bytes of the first note among colleagues in square brackets: «il numero [chiedere a Paola]».
fn find_note_in_brackets(text: &str) -> Option<Range<usize>> {
    memchr::memchr_iter(b'[', text.as_bytes()).find_map(|at| {
        let inside = near_after(text, at + 1).split_once(']')?.0;
        let first = inside.split(|c: char| !c.is_alphanumeric()).next()?;
        let is_note = BRACKET_WORDS.matches(first) || inside.trim_matches(['.', '?', '…', ' ', 'x', 'X']).is_empty();
        (is_note && !inside.contains('\n')).then(|| at..at + inside.len() + 2)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_in_brackets_are_told_from_other_brackets() {
        for (text, expected) in [
            ("il numero [chiedere a Paola, controllare fermata].", Some("[chiedere a Paola, controllare fermata]")),
            ("costa [???] euro", Some("[???]")),
            ("«Il [nostro] corso»", None),
            ("[", None),
        ] {
            assert_eq!(find_note_in_brackets(text).and_then(|range| text.get(range)), expected, "{text}");
        }
    }

    #[test]
    fn placeholders_are_words_in_capitals_with_an_underscore() {
        for (text, expected) in [
            ("lezioni su NOME_MODULO_2 tenute da lui", Some("NOME_MODULO_2")),
            ("È_DATA", Some("È_DATA")),
            ("_corsivo_ e snake_case", None),
            ("https://example.org/CORSO_BASE", None),
            ("oggetto PONTE_26", None),
            ("senza", None),
        ] {
            assert_eq!(find_placeholder(text).and_then(|range| text.get(range)), expected, "{text}");
        }
    }
}
