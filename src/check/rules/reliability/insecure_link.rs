//! Finds `http://` addresses, whose pages others on the same network can read and change.

use std::ops::Range;

use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::source::Document;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "insecure-link",
        severity: Severity::Warning,
        group: RuleGroup::Reliability,
        summary: text("i link cominciano con https", "links start with https"),
        explanation: text(
            "Con http chi è sulla stessa rete può leggere e cambiare la pagina, e il telefono avvisa che il sito «non è sicuro». Quasi sempre basta aggiungere una s: prova nel browser.",
            "With http anybody on the same network can read and change the page, and phones warn that the site is «not secure». Usually it is enough to add an s: try it in a browser.",
        ),
        wrong: "iscrizione: http://example.org/iscrizione",
        right: "iscrizione: https://example.org/iscrizione",
        origin: "RFC 9110, 4.2.2",
    },
    function: CheckFunction::Address(check),
};

fn check(document: &Document, address: &str, range: Range<usize>, findings: &mut Findings<'_>) {
    let (scheme, rest) = address.split_once("://").unwrap_or_default();
    if scheme.eq_ignore_ascii_case("http") {
        let corrected = format!("https://{}", rest.replacen(":80/", "/", 1));
        findings
            .report_at_span(
                document,
                range.clone(),
                localized!("«{address}» non è protetto", "`{address}` is not protected"),
                localized!(
                    "prova `{corrected}` nel browser; se si apre, scrivi quello",
                    "try `{corrected}` in a browser; if it opens, write that"
                ),
            )
            .correct(range, corrected, false);
    }
}
