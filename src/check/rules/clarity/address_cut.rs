//! Finds web addresses that were cut or broken in copying: `https://romapertutti.it/accogl…`.

use std::ops::Range;

use crate::check::{Check, CheckFunction, Findings, near_after};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::source::Document;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "address-cut",
        severity: Severity::Error,
        group: RuleGroup::Clarity,
        summary: text("gli indirizzi web sono interi", "web addresses are whole"),
        explanation: text(
            "Copiando da un messaggio un indirizzo lungo arriva tagliato («…») o con uno spazio dentro: non porta da nessuna parte. Apri la pagina e copia l'indirizzo dalla barra del browser.",
            "In copying from a message a long address is cut («…») or gets a space inside: it leads nowhere. Open the page and copy the address from the browser.",
        ),
        wrong: "---\nLeggi https://www.comune.roma.it/corsi-di-ital… per i corsi.",
        right: "---\nLeggi https://www.comune.roma.it/corsi-di-italiano per i corsi.",
        origin: "RFC 3986",
    },
    function: CheckFunction::Address(check),
};

fn check(document: &Document, address: &str, range: Range<usize>, findings: &mut Findings<'_>) {
    let rest = near_after(&document.source.text, range.end);
    // A hyphen at the end, a space, and the rest of the path: «accoglienti-di- roma/».
    let next = rest.strip_prefix(' ').unwrap_or_default().split_whitespace().next().unwrap_or_default();
    let is_split = address.ends_with('-') && next.contains('/') && !next.contains("://");
    let is_cut = address.contains('…') || rest.starts_with("...") || rest.starts_with('…');
    if !is_split && !is_cut {
        return;
    }
    findings
        .report_at_span(
            document,
            range,
            localized!("«{address}» non è intero", "`{address}` is not whole"),
            localized!(
                "apri la pagina e copia l'indirizzo dalla barra del browser",
                "open the page and copy the address from the browser"
            ),
        )
        .ask(localized!(
            "Qual è l'indirizzo intero della pagina ({address})?",
            "What is the whole address of the page ({address})?"
        ));
}
