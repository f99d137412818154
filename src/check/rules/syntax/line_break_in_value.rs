//! Reports values of the facts with line ends or tabs.

use crate::board::Problem;
use crate::check::{Check, CheckFunction, problem_words::finding};
use crate::diagnostic::{Diagnostic, Rule, RuleGroup, Severity, text};
use crate::localized;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "line-break-in-value",
        severity: Severity::Error,
        group: RuleGroup::Syntax,
        summary: text("i valori dei fatti stanno su una riga", "values of the facts are on one line"),
        explanation: text(
            "Un titolo o una sintesi finisce su una riga di un messaggio, di un calendario, di una tabella: un «a capo» o una tabulazione la spezza, e quello che segue può sembrare un'altra informazione. Un testo lungo si scrive con `>` su più righe, che diventano una; gli elenchi si scrivono come elenchi.",
            "A title or a summary ends up on one line of a message, a calendar, a table: a line end or a tab breaks it, and what follows may look like other information. A long text is written with `>` on several lines, which become one; lists are written as lists.",
        ),
        wrong: "titolo: \"Festa\\nin cortile\"",
        right: "titolo: Festa in cortile",
        origin: "RFC 5545, 3.1; RFC 4180",
    },
    function: CheckFunction::LoadingProblem,
};

pub(in crate::check) fn describe(at: &Problem) -> Diagnostic {
    let message = localized!("il valore contiene un «a capo» o una tabulazione", "the value holds a line end or a tab");
    finding(&const { CHECK.rule.brief() }, at, message).hint(localized!(
        "scrivilo su una riga sola; più voci fanno un elenco",
        "write it on one line; several entries make a list"
    ))
}
