//! Helpers for the messages of reading problems.

use crate::board::Problem;
use crate::diagnostic::{Diagnostic, LocalizedString, Rule};
use crate::localized;
use crate::model::Written;

/// A finding of `rule` at the position of a problem.
pub(super) fn finding(rule: &Rule, at: &Problem, message: LocalizedString) -> Diagnostic {
    Diagnostic::new(rule, &at.file, at.span.clone(), message)
}

/// A finding of `rule` at a line that is not valid YAML; `detail` is the parser's message.
pub(super) fn unreadable_line(rule: &Rule, at: &Problem, detail: &str) -> Diagnostic {
    let message = LocalizedString {
        it: "questa riga non si riesce a leggere".to_owned(),
        en: format!("this line cannot be read ({detail})"),
    };
    finding(rule, at, message).hint(localized!(
        "controlla i rientri (solo spazi), i due punti e le virgolette; nel dubbio metti il valore fra virgolette doppie",
        "check the indentation (spaces only), colons and quotes; when in doubt put the value in double quotes"
    ))
}

/// Quotes a value for a message in either language.
pub(super) fn quote(written: &Written) -> String {
    match written {
        Written::Text(text) => format!("«{text}»"),
        Written::List => "«[…]»".to_owned(),
        Written::Map => "«{…}»".to_owned(),
    }
}
