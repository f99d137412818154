//! Finds links of texts that lead elsewhere than they say: the same checks as for addresses in fields, and words that are
//! another address.

use std::ops::Range;

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::markdown::{LinkFault, MarkupFinding, check_words};
use crate::path;
use crate::source::Document;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "misleading-link",
        severity: Severity::Error,
        group: RuleGroup::Syntax,
        summary: text("i link dei testi portano dove dicono le loro parole", "links lead where their words say"),
        explanation: text(
            "Chi legge si fida delle parole del link. Se le parole sono un indirizzo, un'e-mail o un numero, il link porta proprio lì; prima del nome del sito non c'è una @; un link `mailto:` scrive a un indirizzo solo, senza copie ad altri e senza parole già scritte.",
            "Readers trust the words of a link. If the words are an address, a mailbox or a number, the link leads just there; no @ stands before the site's name; a `mailto:` link writes to one address, without copies to others and without words written beforehand.",
        ),
        wrong: "---\nVai su [www.comune.roma.it](https://example.org/).",
        right: "---\nVai su [www.comune.roma.it](https://www.comune.roma.it/).",
        origin: "OWASP, Unvalidated Redirects; RFC 6068, 7",
    },
    function: CheckFunction::Several(&[CheckFunction::Markup(check), CheckFunction::Item(check_sources)]),
};

fn check(document: &Document, finding: &MarkupFinding, span: Range<usize>, findings: &mut Findings<'_>) {
    if let MarkupFinding::Link(address, fault) = finding {
        report(document, address, fault, span, findings);
    }
}

/// The name of a source is the words of the link to it.
fn check_sources(_: &Board, item: &Item, findings: &mut Findings<'_>) {
    for (index, source) in item.facts.sources.value().into_iter().flatten().enumerate() {
        let (Some(name), Some(url)) = (&source.name, &source.url) else { continue };
        if let Err(fault) = check_words(name, url.as_str()) {
            let span = item.spans.nearest(&path![fonte[index].nome]);
            report(&item.document, url.as_str(), &fault, span, findings);
        }
    }
}

fn report(document: &Document, address: &str, fault: &LinkFault, span: Range<usize>, findings: &mut Findings<'_>) {
    let (message, hint) = match fault {
        LinkFault::Scheme => return,
        LinkFault::LeadsElsewhere(host) => (
            localized!("attenzione: «{address}» porta a {host}", "beware: `{address}` leads to {host}"),
            localized!(
                "quello che sta prima di @ inganna: scrivi l'indirizzo vero del sito",
                "the part before the @ is misleading: write the site's real address"
            ),
        ),
        LinkFault::Mail => (
            localized!(
                "il link «{address}» fa più che scrivere a un indirizzo e-mail",
                "the link `{address}` does more than write to one e-mail address"
            ),
            localized!(
                "scrivi un indirizzo solo, senza copie (cc, bcc) e senza testo (body): `mailto:corsi@example.org`",
                "write one address without copies (cc, bcc) and without a text (body): `mailto:corsi@example.org`"
            ),
        ),
        LinkFault::OtherPathThanShown { shown, target } | LinkFault::OtherThanShown { shown, target } => (
            localized!("il link dice «{shown}» ma porta a {target}", "the link says `{shown}` but leads to {target}"),
            localized!(
                "fa' che le parole e l'indirizzo siano gli stessi, o scrivi parole che dicono che cosa si trova lì",
                "make the words and the address the same, or write words that say what is there"
            ),
        ),
    };
    let found = findings.report_at_span(document, span, message, hint);
    // Who moved to another page of the site may have forgotten the words.
    if matches!(fault, LinkFault::OtherPathThanShown { .. }) {
        found.severity = Severity::Warning;
    }
}
