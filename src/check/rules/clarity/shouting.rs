//! Finds lines mostly in capitals, which are slower to read.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, Prose, has_pair};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::path;
use crate::text::emoji::is_emoji;
use crate::text::letter_case::eq_ignore_case;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "shouting",
        severity: Severity::Warning,
        group: RuleGroup::Clarity,
        summary: text("niente frasi in maiuscole", "no sentences in capitals"),
        explanation: text(
            "Le parole in maiuscole si leggono più lentamente, e chi impara l'italiano non le riconosce. Per far risaltare una parola c'è il **grassetto**.",
            "Words in capitals are read more slowly, and learners do not recognise them. To stress a word there is **bold**.",
        ),
        wrong: "titolo: FESTA DEI POPOLI",
        right: "titolo: Festa dei popoli",
        origin: "WCAG 2.2, tecnica C30; 30 regole per scrivere testi amministrativi chiari",
    },
    function: CheckFunction::Prose(check),
};

fn check(_: &Board, item: &Item, prose: &Prose<'_>, findings: &mut Findings<'_>) {
    for passage in prose.passages() {
        // A line in capitals has a run of them: this fast test skips most texts.
        if !has_pair(passage.text, 1, |one, other| one.is_ascii_uppercase() & other.is_ascii_uppercase()) {
            continue;
        }
        let mut start = 0;
        for line in passage.text.split_inclusive('\n') {
            let range = start..start + line.trim_end().len();
            start += line.len();
            let is_title = passage.field == path![titolo];
            if !is_shouting(line, is_title) || (is_title && is_quoted_name(line, prose.body().text)) {
                continue;
            }
            let calm = to_sentence_case(line.trim());
            findings.report_in_passage(
                &item.document,
                &passage,
                range,
                localized!("ci sono parole in maiuscole", "there are words in capitals"),
                localized!("scrivi per esempio: {calm}", "write for example: {calm}"),
            );
        }
    }
}

/// Whether more than 60 % of a line's letters are capitals; for a title two such words in a row are enough.
fn is_shouting(line: &str, title: bool) -> bool {
    let letters = line.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = line.chars().filter(|c| c.is_uppercase()).count();
    let loud =
        |word: &str| word.chars().filter(|c| c.is_alphabetic()).count() >= 4 && !word.chars().any(char::is_lowercase);
    let words: Vec<&str> = line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let several = words.iter().filter(|word| loud(word)).count() >= 2;
    // Short words between words in capitals («LOTTO PER MILLE») count as part of the run.
    let in_a_row = title
        && words.windows(3).any(|three| {
            three.iter().all(|word| !word.chars().any(char::is_lowercase))
                && three.iter().filter(|word| loud(word)).count() >= 2
        });
    (letters >= 10 && capitals * 10 > letters * 6 && several) || in_a_row
}

/// Whether the words in capitals at the start of a title are a name that the text quotes: «Work in progress».
fn is_quoted_name(title: &str, body: &str) -> bool {
    let name = title.split([':', ',', '(']).next().unwrap_or_default().trim();
    body.split('«').skip(1).filter_map(|rest| rest.split('»').next()).any(|quoted| eq_ignore_case(quoted, name))
}

/// The line in lower case, with capitals for the start of sentences and acronyms.
fn to_sentence_case(line: &str) -> String {
    let mut calm = String::with_capacity(line.len());
    let mut starts = true;
    for character in line.chars().filter(|c| !is_emoji(*c)) {
        if starts && character.is_alphabetic() {
            calm.extend(character.to_uppercase());
            starts = false;
        } else {
            calm.extend(character.to_lowercase());
        }
        starts |= matches!(character, '.' | '!' | '?');
    }
    let mut calm = calm.split_whitespace().collect::<Vec<_>>().join(" ");
    while calm.contains("!!") {
        calm = calm.replace("!!", "!");
    }
    calm
}
