//! Reports lines in which git left two versions of a text, in any file of a board.

use crate::board::Problem;
use crate::check::{Check, CheckFunction, problem_words::finding};
use crate::diagnostic::{Diagnostic, Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::source::Replacement;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "conflict-markers",
        severity: Severity::Error,
        group: RuleGroup::Syntax,
        summary: text("in un file non restano due versioni dello stesso testo", "no file holds two versions of a text"),
        explanation: text(
            "Quando due persone cambiano le stesse righe, git le lascia tutte e due nel file, fra le righe `<<<<<<<`, `=======` e `>>>>>>>`. Scegli che cosa resta, e togli le tre righe dei segni. Nei file `.pubblicazioni.yaml` restano tutte e due le parti: lo fa `bacheca check --fix`.",
            "When two people change the same lines, git leaves both in the file, between the lines `<<<<<<<`, `=======` and `>>>>>>>`. Choose what stays, and delete the three lines of the markers. In files `.pubblicazioni.yaml` both parts stay: `bacheca check --fix` does it.",
        ),
        wrong: "---\n<<<<<<< HEAD\nLe lezioni sono il lunedì.\n=======\nLe lezioni sono il martedì.\n>>>>>>> correzione\n",
        right: "---\nLe lezioni sono il martedì.\n",
        origin: "git-merge(1), «How conflicts are presented»",
    },
    function: CheckFunction::LoadingProblem,
};

/// Finding for a marker; `both` are the lines of both versions if it is right to keep them all.
pub(in crate::check) fn describe(at: &Problem, both: Option<&Replacement>) -> Diagnostic {
    let message = localized!("qui due modifiche si sono scontrate (git)", "two changes collide here (git)");
    let found = finding(&const { CHECK.rule.brief() }, at, message);
    match both {
        Some(both) => found
            .hint(localized!(
                "tieni tutte e due le parti e togli le righe <<<<<<<, ======= e >>>>>>>: lo fa `bacheca check --fix`",
                "keep both parts and delete the lines <<<<<<<, ======= and >>>>>>>: `bacheca check --fix` does it"
            ))
            .correction(both.span.clone(), both.text.clone(), true),
        None => found.hint(localized!(
            "tieni una delle due parti, o tutte e due, e togli le righe <<<<<<<, ======= e >>>>>>>",
            "keep one of the two parts, or both, and delete the lines <<<<<<<, ======= and >>>>>>>"
        )),
    }
}
