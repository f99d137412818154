//! Finds the full name of a person with their age, as in the story of somebody who was helped.

use std::ops::Range;

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, Prose, Token, tokenize, written_values};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "personal-story",
        severity: Severity::Warning,
        group: RuleGroup::Reliability,
        summary: text("le storie non dicono chi è la persona", "stories do not tell who the person is"),
        explanation: text(
            "Nome, cognome ed età in un archivio pubblico fanno ritrovare una persona: per chi è fuggito, o ha denunciato, è un pericolo. Togli il cognome e i luoghi, o racconta senza nome; se la persona vuole comparire, silenzia la regola con il motivo.",
            "First name, surname and age in a public archive let a person be found: for somebody who fled or testified this is a danger. Delete the surname and the places, or tell the story without a name; if the person wants to appear, suppress the rule with the reason.",
        ),
        wrong: "---\nBlessing Osaze, 24 anni, oggi lavora in una pasticceria.",
        right: "---\nUna ragazza di 24 anni oggi lavora in una pasticceria.",
        origin: "regolamento (UE) 2016/679, artt. 5 e 9",
    },
    function: CheckFunction::Prose(check),
};

fn check(_: &Board, item: &Item, prose: &Prose<'_>, findings: &mut Findings<'_>) {
    for passage in prose.passages().into_iter().chain(written_values(item)) {
        // Most texts tell no age.
        if !passage.text.contains(" anni") {
            continue;
        }
        let tokens: Vec<Token<'_>> = tokenize(passage.text, &(0..passage.text.len())).into_iter().collect();
        for range in tokens.windows(4).filter_map(|words| find_person(passage.text, words)) {
            let name = passage.text.get(range.clone()).unwrap_or_default().to_owned();
            findings
                .report_in_passage(
                    &item.document,
                    &passage,
                    range,
                    localized!(
                        "«{name}», con l'età: si riconosce la persona",
                        "«{name}», with an age: the person can be recognised"
                    ),
                    localized!(
                        "togli il cognome e i luoghi, o racconta senza nome",
                        "delete the surname and the places, or tell it without a name"
                    ),
                )
                .ask(localized!(
                    "«{name}» ha dato il permesso di comparire con nome, cognome ed età? Altrimenti li togliamo.",
                    "Did «{name}» agree to appear with name, surname and age? Otherwise we delete them."
                ));
        }
    }
}

/// Bytes of the name in «Blessing Osaze, 24 anni»: two words with a capital, a comma, an age.
fn find_person(text: &str, words: &[Token<'_>]) -> Option<Range<usize>> {
    let [first, last, age, years] = words else { return None };
    let is_name = |word: &Token<'_>| {
        let mut letters = word.text.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
    };
    let between = text.get(last.end()..age.start)?.trim();
    let is_age = age.text.parse::<u32>().is_ok_and(|age| (1..=110).contains(&age));
    let is_person = is_name(first)
        && is_name(last)
        && text.get(first.end()..last.start)? == " "
        && between == ","
        && is_age
        && years.text == "anni";
    is_person.then(|| first.start..last.end())
}
