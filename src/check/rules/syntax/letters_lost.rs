//! Finds letters that a program has turned into question marks: «perch?», «l?ufficio».

use std::ops::Range;

use crate::board::Board;
use crate::check::{Check, CheckFunction, Findings, word_lists};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;

word_lists! { "letters_lost.txt":
    /// Words without their last letter, which has an accent.
    CUT_WORDS = "cut words";
    /// Ends of such words.
    CUT_ENDS = "cut ends";
    /// Words that end with an apostrophe before the next one.
    ELIDED_WORDS = "elided words";
}

/// Most bytes of a word on each side of a sign: a text may be one long word.
const MAX_WORD: usize = 40;

/// What is left of U+FFFD, the sign for a letter that could not be read, encoded twice.
const BROKEN_SIGN: &str = "ï¿½";

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "letters-lost",
        severity: Severity::error_after(0, 1),
        group: RuleGroup::Syntax,
        summary: text("le lettere accentate ci sono tutte", "no accented letter is missing"),
        explanation: text(
            "«Perch?» era «perché»: un programma non conosceva la lettera accentata e ha messo un punto di domanda. Quale lettera era lo sa solo chi legge, quindi non si corregge da sola. Di solito manca in tutto il testo: copialo di nuovo dall'originale.",
            "«Perch?» was «perché»: a program did not know the accented letter and put a question mark. Only a reader knows which letter it was, so nothing corrects it. Usually they are missing all through the text: copy it again from the original.",
        ),
        wrong: "---\nLa scuola ? aperta a chi vive in citt? e all?estero.",
        right: "---\nLa scuola è aperta a chi vive in città e all'estero. Vuoi venire? Chiama.",
        origin: "formato dei contenuti",
    },
    function: CheckFunction::Board(check),
};

fn check(board: &Board, findings: &mut Findings<'_>) {
    for document in board.texts() {
        for range in find_lost_letters(&document.source.text) {
            let written = document.source.text.get(range.clone()).unwrap_or_default();
            findings.report_at_span(
                document,
                range.clone(),
                localized!("in «{written}» manca una lettera", "a letter is missing in «{written}»"),
                localized!(
                    "al posto del punto di domanda scrivi la lettera che c'era, e salva come UTF-8",
                    "write the letter that was there in place of the question mark, and save as UTF-8"
                ),
            );
        }
    }
}

/// Words in which a letter became a question mark, by their bytes.
fn find_lost_letters(text: &str) -> Vec<Range<usize>> {
    let marks = memchr::memchr_iter(b'?', text.as_bytes()).map(|at| at..at + 1);
    let words = marks.filter_map(|mark| {
        let word = word_around(text, &mark);
        is_lost_letter(text, mark.start, &word).then_some(word)
    });
    let signs = text.match_indices(BROKEN_SIGN).map(|(at, sign)| word_around(text, &(at..at + sign.len())));
    let mut found: Vec<Range<usize>> = words.chain(signs).collect();
    found.sort_by_key(|word| word.start);
    // A word that has lost several letters is one.
    found.dedup_by_key(|word| word.start);
    found
}

/// The word of a sign: everything around it up to a space, without brackets, quotes and stops.
fn word_around(text: &str, sign: &Range<usize>) -> Range<usize> {
    let is_edge = |ch: char| ch.is_whitespace() || matches!(ch, '"' | '(' | ')' | '[' | ']' | '«' | '»' | ',' | ';');
    let from = text.ceil_char_boundary(sign.start.saturating_sub(MAX_WORD));
    let to = text.floor_char_boundary(sign.end.saturating_add(MAX_WORD).min(text.len()));
    let before = text.get(from..sign.start).and_then(|before| before.rsplit(is_edge).next()).map_or(0, str::len);
    let after = text.get(sign.end..to).and_then(|after| after.split(is_edge).next());
    let after = after.map_or(0, |after| after.trim_end_matches(['.', '!', ':']).len());
    sign.start - before..sign.end + after
}

/// Whether a question mark stands for a letter: within a word, as «è» between two words, or at the end of a word that ends
/// with an accented letter.
fn is_lost_letter(text: &str, at: usize, word: &Range<usize>) -> bool {
    let (Some(before), Some(after), Some(whole)) =
        (text.get(word.start..at), text.get(at + 1..), text.get(word.clone()))
    else {
        return false;
    };
    // The mark of a web address, of a pattern, of code.
    if whole.contains(['/', '=', '&', '`', '@', '{', '|', '\\', '*']) || whole.contains("www.") {
        return false;
    }
    let is_letter = |ch: Option<char>| ch.is_some_and(char::is_alphabetic);
    let next = after.chars().next();
    if before.is_empty() {
        // «La scuola ? aperta», «? gratis» at the beginning of a sentence.
        let has_word_before = text
            .get(..word.start)
            .is_some_and(|text| text.ends_with(' ') && is_letter(text.trim_end_matches(' ').chars().next_back()));
        let has_word_after =
            after.strip_prefix(' ').and_then(|after| after.chars().next()).is_some_and(char::is_lowercase);
        return has_word_before && has_word_after;
    }
    if !is_letter(before.chars().next_back()) {
        // «c'?», «cos'?».
        return before.ends_with(['\'', '’']) && next.is_none_or(|ch| ch == ' ');
    }
    if is_letter(next) {
        // «L?ufficio»; «venire?chiama» is a question without the space behind it.
        return next.is_some_and(char::is_lowercase) && (ELIDED_WORDS.matches(before) || is_cut(before));
    }
    is_cut(before)
}

/// Whether a word lacks its last letter, an accented one; «l'universit» is the word behind its article.
fn is_cut(word: &str) -> bool {
    let word = word.rsplit(['\'', '’']).next().unwrap_or(word);
    let mut ends = CUT_ENDS.entries().iter().flat_map(|entry| &entry.forms);
    CUT_WORDS.matches(word) || ends.any(|end| word.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lost_letters_are_told_from_questions() {
        for (text, expected) in [
            ("La citt? offre un corso di qualit?.", vec!["citt?", "qualit?"]),
            ("Perch? venire: si impara e c'? posto.", vec!["Perch?", "c'?"]),
            ("La scuola ? aperta (gioved?).", vec!["?", "gioved?"]),
            ("L?ufficio apre gi? luned?, pi? tardi", vec!["L?ufficio", "gi?", "luned?", "pi?"]),
            ("Le universitï¿½ aiutano.", vec!["universitï¿½"]),
            ("Vuoi venire? Chiama. Perché? Si impara. Quando? Il lunedì.", vec![]),
            ("Vuoi venire?chiama. Hai domande?scrivi a noi", vec![]),
            ("All?universit? di Roma, dell'et? di 18 anni", vec!["All?universit?", "dell'et?"]),
            ("Hai un permit? Chi ti visit? Che cos'è? E ora che si fa ?", vec![]),
            ("https://example.org/cerca?lingua=it e www.example.org?x", vec![]),
            ("Chi? Come? Che cosa? Dov'è? Boh?? Davvero?!", vec![]),
            ("Is it free? Who may come?", vec![]),
        ] {
            let found: Vec<&str> = find_lost_letters(text).into_iter().filter_map(|range| text.get(range)).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
