//! Reports values outside the vocabulary of their field.

use crate::board::Problem;
use crate::check::problem_words::quote;
use crate::check::{Check, CheckFunction, problem_words::finding};
use crate::diagnostic::{Diagnostic, Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::Written;

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
            "Dove le parole possibili sono poche e note (il tipo di contratto, il permesso, il giorno) se ne usa una dell'elenco: così si può cercare, filtrare e tradurre.",
            "Where the possible words are few and known (the contract, the permit, the day) one of the list is used: so it can be searched, filtered and translated.",
        ),
        wrong: "modalita: di persona",
        right: "modalita: in presenza",
        origin: "formato dei contenuti",
    },
    function: CheckFunction::LoadingProblem,
};

/// Finding for an unknown word; `meant` is the most similar word of the vocabulary.
pub(in crate::check) fn describe(at: &Problem, written: &Written, words: &[&str], meant: Option<&str>) -> Diagnostic {
    let (written, all) = (quote(written), words.join(", "));
    let hint = match meant {
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
