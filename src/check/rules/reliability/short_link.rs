//! Finds addresses of link shorteners, which hide their destination.

use std::ops::Range;

use crate::check::{Check, CheckFunction, Findings, hosts, word_lists};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::source::Document;

word_lists! { "short_link.txt":
    /// Full host names of link shorteners.
    SHORTENERS = "shorteners";
}

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "short-link",
        severity: Severity::Warning,
        group: RuleGroup::Reliability,
        summary: text("i link mostrano dove portano", "links show where they lead"),
        explanation: text(
            "Un link accorciato (bit.ly e simili) nasconde dove porta, può smettere di funzionare, e su carta non dice niente. Aprilo e copia l'indirizzo vero.",
            "A shortened link (bit.ly and the like) hides where it leads, may stop working, and says nothing on paper. Open it and copy the real address.",
        ),
        wrong: "iscrizione: https://bit.ly/3abcXYZ",
        right: "iscrizione: https://example.org/iscrizione",
        origin: "linee guida del canale, paragrafo 5, criterio «Qualità e affidabilità»",
    },
    function: CheckFunction::Address(check),
};

fn check(document: &Document, address: &str, range: Range<usize>, findings: &mut Findings<'_>) {
    // The host must match as a whole: `goo.gl` hides its destination, `maps.app.goo.gl` does not.
    let host = hosts::extract_host(address);
    let host = host.strip_prefix("www.").unwrap_or(&host);
    if SHORTENERS.matches(host) {
        findings.report_at_span(
            document,
            range,
            localized!("«{address}» non mostra dove porta", "`{address}` does not show where it leads"),
            localized!("apri il link e copia l'indirizzo vero", "open the link and copy the real address"),
        );
    }
}
