//! Reports values outside the vocabulary of their field.

use crate::board::Problem;
use crate::check::problem_words::quote;
use crate::check::{Check, CheckFunction, problem_words::finding};
use crate::diagnostic::{Diagnostic, Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{ItemState, Written};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "unknown-word",
        severity: Severity::Error,
        group: RuleGroup::Syntax,
        summary: text(
            "dove c'è un elenco di parole si usa una di quelle",
            "fields with a list of words use one of them",
        ),
        explanation: text(
            "Dove le parole possibili sono poche e note (il tipo di contratto, il permesso, il giorno) se ne usa una dell'elenco: così si può cercare, filtrare e tradurre. Un annuncio aperto non ha `stato`, e uno di nuovo aperto nemmeno: la riga si toglie, e `aggiornato` dice da quando (`bacheca reopen NOME` fa tutte e due le cose).",
            "Where the possible words are few and known (the contract, the permit, the day) one of the list is used: so it can be searched, filtered and translated. An open announcement has no `stato`, nor has one that is open again: the line is taken away, and `aggiornato` says since when (`bacheca reopen NAME` does both).",
        ),
        wrong: "modalita: di persona",
        right: "modalita: in presenza",
        origin: "formato dei contenuti",
    },
    function: CheckFunction::LoadingProblem,
};

/// What people write for what needs no word: an announcement without a state is open.
const OPEN_WORDS: [&str; 14] = [
    "aperto",
    "aperta",
    "aperte",
    "riaperto",
    "riaperta",
    "di nuovo aperto",
    "di nuovo aperta",
    "attivo",
    "attiva",
    "pubblicato",
    "pubblicata",
    "disponibile",
    "posti disponibili",
    "iscrizioni aperte",
];

/// What people write for an extension, which the dates say.
const EXTENDED_WORDS: [&str; 3] = ["prorogato", "prorogata", "proroga"];

/// What people write for what is over, which the dates say.
const CLOSED_WORDS: [&str; 8] =
    ["chiuso", "chiusa", "scaduto", "scaduta", "terminato", "concluso", "finito", "iscrizioni chiuse"];

/// Finding for an unknown word; `meant` is the most similar word of the vocabulary.
pub(in crate::check) fn describe(at: &Problem, written: &Written, words: &[&str], meant: Option<&str>) -> Diagnostic {
    let plain = match written {
        Written::Text(text) => text.trim().to_lowercase(),
        _ => String::new(),
    };
    let (written, all) = (quote(written), words.join(", "));
    let is_state = words == ItemState::ALL.iter().map(|state| state.word()).collect::<Vec<_>>();
    let hint = match meant {
        _ if is_state && OPEN_WORDS.contains(&plain.as_str()) => localized!(
            "un annuncio aperto non ha `stato`: togli la riga. Se era pieno o annullato e adesso è di nuovo aperto, `bacheca reopen` la toglie e scrive `aggiornato`; se ricomincia con altre date, è un'edizione nuova (`edizione_di`)",
            "an open announcement has no `stato`: delete the line. If it was full or cancelled and is open again, `bacheca reopen` deletes it and writes `aggiornato`; if it begins anew with other dates, it is a new edition (`edizione_di`)"
        ),
        _ if is_state && EXTENDED_WORDS.contains(&plain.as_str()) => localized!(
            "una proroga si scrive nelle date: la nuova in `scadenza`, quella di prima in `prorogata_dal`; `bacheca extend` scrive tutte e due. La riga `stato` si toglie",
            "an extension is written in the dates: the new one in `scadenza`, the one before in `prorogata_dal`; `bacheca extend` writes both. Delete the line `stato`"
        ),
        _ if is_state && CLOSED_WORDS.contains(&plain.as_str()) => localized!(
            "un annuncio si chiude da solo quando passa la sua data: togli la riga. Se si è chiuso prima: `posti esauriti`, `annullato` o `ritirato`",
            "an announcement closes by itself when its date is over: delete the line. If it closed before: `posti esauriti`, `annullato` or `ritirato`"
        ),
        Some(meant) => localized!(
            "volevi dire `{meant}`? Le parole possibili: {all}",
            "did you mean `{meant}`? The possible words: {all}"
        ),
        None => localized!("le parole possibili sono: {all}", "the possible words are: {all}"),
    };
    finding(
        &const { CHECK.rule.brief() },
        at,
        localized!("{written} non è fra le parole previste", "{written} is not among the expected words"),
    )
    .hint(hint)
}
