//! Finds values that stand for something unknown in words of their own: `da definire`, `TBD`, `???`.

use std::sync::LazyLock;

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, word_lists, written_values};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{FieldPath, placeholder};
use crate::path;

word_lists! { "unclear_placeholder.txt":
    /// Whole values that say that something is not known.
    UNKNOWN = "unknown";
    /// Beginnings of such values.
    UNKNOWN_BEGINNINGS = "beginnings of unknown";
    /// Beginnings of values that are the example of a form.
    EXAMPLE_BEGINNINGS = "beginnings of examples";
}

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "unclear-placeholder",
        severity: Severity::Error,
        group: RuleGroup::Clarity,
        summary: text("quello che non si sa è scritto `da chiedere`", "what is not known is written `da chiedere`"),
        explanation: text(
            "«Da definire», «TBD» o «???» finirebbero sulla pagina come se fossero una risposta. `da chiedere`, in una bozza, fa scrivere le domande a `bacheca ask`; `non previsto` dice che la cosa non c'è.",
            "«Da definire», «TBD» or «???» would be published as if they were an answer. `da chiedere`, in a draft, lets `bacheca ask` write the questions; `non previsto` says that there is none.",
        ),
        wrong: "luogo: da definire",
        right: "stato: bozza\nluogo: da chiedere",
        origin: "linee guida del canale, paragrafo 5, criterio «Chiarezza delle informazioni»",
    },
    function: CheckFunction::Item(check),
};

fn check(_: &Board, item: &Item, findings: &mut Findings<'_>) {
    for value in written_values(item).filter(|value| may_be_unknown(value.text)) {
        let text = value.text.trim().trim_end_matches(['.', '!', '?', '…', ' ']);
        // Nothing but marks: «???», «...», «-».
        let is_unknown = text.trim_matches(['-', '–', '—', '_', '*']).is_empty()
            || UNKNOWN.matches(text)
            || UNKNOWN_BEGINNINGS.matches(text)
            || (is_answer(value.field) && EXAMPLE_BEGINNINGS.matches(text));
        if !is_unknown || placeholder(value.text).is_some() || value.text.trim().is_empty() {
            continue;
        }
        let written = value.text.trim();
        findings.report_in_passage(
            &item.document,
            &value,
            0..value.text.len(),
            localized!("«{written}» non è una risposta per chi legge", "`{written}` is no answer for the reader"),
            localized!(
                "non lo sai ancora? `stato: bozza` e `da chiedere`; se non c'è: `non previsto`",
                "if you do not know yet: `stato: bozza` and `da chiedere`; if there is none: `non previsto`"
            ),
        );
    }
}

/// Whether a field answers what, who or where, so that an example cannot stand in it: «es. via Roma 1».
fn is_answer(field: FieldPath) -> bool {
    [path![titolo], path![sintesi], path![ente], path![luogo], path![contatti], path![destinatari]]
        .iter()
        .any(|answer| field.is_within(answer))
}

/// Whether the first letter of a value is that of an entry, or it has none: most values need not be compared.
fn may_be_unknown(text: &str) -> bool {
    static FIRST: LazyLock<Vec<u8>> = LazyLock::new(|| {
        let forms = [&UNKNOWN, &UNKNOWN_BEGINNINGS, &EXAMPLE_BEGINNINGS].into_iter().flat_map(|list| list.entries());
        forms.flat_map(|entry| &entry.forms).filter_map(|form| form.bytes().next()).collect()
    });
    let first = text.bytes().next().unwrap_or_default();
    text.len() < 80 && (!first.is_ascii_alphanumeric() || FIRST.contains(&first.to_ascii_lowercase()))
}
