//! Finds HTML in texts and values, and links with other schemes than https, http, mailto or tel, because texts are not trusted.

use std::ops::Range;

use crate::board::Problem;
use crate::check::{Check, CheckFunction, Findings, problem_words::finding};
use crate::diagnostic::{Diagnostic, Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::markdown::{LinkFault, MarkupFinding};
use crate::source::Document;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "unsafe-markup",
        severity: Severity::Error,
        group: RuleGroup::Syntax,
        summary: text(
            "testi e valori non contengono HTML, e i link cominciano con https, http, mailto o tel",
            "texts and values hold no HTML, and links start with https, http, mailto or tel",
        ),
        explanation: text(
            "I testi arrivano da molte persone, perciò non possono contenere HTML né link che fanno partire programmi. Si scrive in Markdown: elenchi, **grassetto**, [link](https://example.org/).",
            "Texts come from many people, so they hold no HTML and no links that start programs. One writes Markdown: lists, **bold**, [links](https://example.org/).",
        ),
        wrong: "---\n[Iscriviti](javascript:void)",
        right: "---\n[Iscriviti](https://example.org/)",
        origin: "OWASP, Cross Site Scripting Prevention",
    },
    function: CheckFunction::Markup(check),
};

fn check(document: &Document, finding: &MarkupFinding, span: Range<usize>, findings: &mut Findings<'_>) {
    let (message, hint) = match finding {
        MarkupFinding::Html => (
            localized!("nel testo c'è un pezzo di HTML", "the text holds a piece of HTML"),
            localized!(
                "scrivi solo testo, elenchi, **grassetto** e link",
                "write only text, lists, **bold** and links"
            ),
        ),
        MarkupFinding::Link(target, LinkFault::Scheme) => (
            localized!("il link «{target}» non porta a una pagina", "the link `{target}` does not lead to a page"),
            localized!(
                "usa un indirizzo che comincia con https://, mailto: o tel:",
                "use an address that starts with https://, mailto: or tel:"
            ),
        ),
        // Other rules report these.
        MarkupFinding::Link(..) | MarkupFinding::EncodedLink(_) | MarkupFinding::InvisibleReference(_) => return,
    };
    findings.report_at_span(document, span, message, hint);
}

pub(in crate::check) fn describe(at: &Problem) -> Diagnostic {
    let message = localized!("nel valore c'è un pezzo di HTML", "the value holds a piece of HTML");
    finding(&const { CHECK.rule.brief() }, at, message)
        .hint(localized!("scrivi solo testo, senza parole fra < e >", "write only text, without words between < and >"))
}
