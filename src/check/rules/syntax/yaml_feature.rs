//! Reports YAML anchors, aliases and tags, which are not supported because they hide values.

use crate::board::Problem;
use crate::check::{Check, CheckFunction, problem_words::finding};
use crate::diagnostic::{Diagnostic, Rule, RuleGroup, Severity, text};
use crate::localized;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "yaml-feature",
        severity: Severity::Error,
        group: RuleGroup::Syntax,
        summary: text(
            "niente ancore (&), rimandi (*) o etichette (!) di YAML",
            "no YAML anchors (&), aliases (*) or tags (!)",
        ),
        explanation: text(
            "Un valore che comincia con &, * o ! ha per YAML un significato speciale, e il testo si perde. Se il segno fa parte del testo, metti il valore fra virgolette doppie.",
            "A value that starts with &, * or ! means something special to YAML, and the text is lost. If the character belongs to the text, put the value in double quotes.",
        ),
        wrong: "titolo: &corso Italiano per tutti",
        right: "titolo: \"&corso Italiano per tutti\"",
        origin: "formato dei contenuti",
    },
    function: CheckFunction::LoadingProblem,
};

pub(in crate::check) fn describe(at: &Problem) -> Diagnostic {
    let message =
        localized!("qui c'è un segno speciale di YAML (&, * o !)", "this is a special character of YAML (&, * or !)");
    finding(&const { CHECK.rule.brief() }, at, message).hint(localized!(
        "se fa parte del testo, metti il valore fra virgolette doppie",
        "if it belongs to the text, put the value in double quotes"
    ))
}
