//! Finds addresses that only their owner can open: the editor of a form, a mailbox, a draft.

use std::ops::Range;

use crate::check::{Check, CheckFunction, Findings, word_lists};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::source::Document;

word_lists! { "link_not_public.txt":
    /// Pages where a form is changed and its answers are read.
    FORM_EDITORS = "form editors";
    /// Mailboxes, sign-in pages, drafts and networks of a house.
    PRIVATE_PAGES = "private pages";
}

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "link-not-public",
        severity: Severity::Error,
        group: RuleGroup::Reliability,
        summary: text("i link si aprono senza la password di chi scrive", "links open without the author's password"),
        explanation: text(
            "L'indirizzo copiato mentre si lavora porta alla pagina per modificare il modulo, alla posta o a una bozza: chi legge non ci entra, o peggio vede le risposte degli altri. Per un modulo usa «Invia» e copia il link; poi prova l'indirizzo in una finestra anonima.",
            "An address copied while working leads to the editor of the form, to a mailbox or to a draft: readers cannot enter, or worse, they see what others answered. For a form use «Send» and copy the link; then try the address in a private window.",
        ),
        wrong: "iscrizione: https://docs.google.com/forms/d/1kTq7VbZx0R4/edit#responses",
        right: "iscrizione: https://docs.google.com/forms/d/e/1kTq7VbZx0R4/viewform",
        origin: "linee guida del canale, paragrafo 5, criterio «Qualità e affidabilità»",
    },
    function: CheckFunction::Address(check),
};

fn check(document: &Document, address: &str, range: Range<usize>, findings: &mut Findings<'_>) {
    let is_form_editor = is_google_form_editor(address) || FORM_EDITORS.matches(address);
    let (message, hint) = if is_form_editor {
        (
            localized!(
                "«{address}» serve a modificare il modulo, non a compilarlo",
                "`{address}` edits the form instead of filling it in"
            ),
            localized!(
                "nel modulo premi «Invia», copia il link (finisce in `/viewform`) e provalo in una finestra anonima",
                "in the form press «Send», copy the link (it ends in `/viewform`) and try it in a private window"
            ),
        )
    } else if PRIVATE_PAGES.matches(address) {
        (
            localized!("«{address}» si apre solo a chi l'ha copiato", "`{address}` opens only for whoever copied it"),
            localized!(
                "scrivi l'indirizzo pubblico, e provalo in una finestra anonima",
                "write the public address, and try it in a private window"
            ),
        )
    } else {
        return;
    };
    findings.report_at_span(document, range, message, hint).ask(localized!(
        "Qual è l'indirizzo pubblico al posto di «{address}»?",
        "What is the public address instead of «{address}»?"
    ));
}

/// Whether an address is `docs.google.com/forms/…/edit`, with whatever follows.
fn is_google_form_editor(address: &str) -> bool {
    let path = address.split_once("docs.google.com/forms/").map_or("", |(_, path)| path);
    path.split(['?', '#']).next().is_some_and(|path| path.trim_end_matches('/').ends_with("/edit"))
}
