//! Finds Markdown links that are not recognised because their address has a space.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, Prose, near_after, near_before};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "link-unreadable",
        severity: Severity::Error,
        group: RuleGroup::Clarity,
        summary: text("i link del testo si riescono a leggere", "links of the text can be read"),
        explanation: text(
            "Un link si scrive `[parole](indirizzo)`. Se l'indirizzo contiene uno spazio non è un link: sulla pagina restano le parentesi. Un numero di telefono si scrive senza spazi: `tel:0657339332`.",
            "A link is written `[words](address)`. If the address contains a space, it is not a link: the brackets stay on the page. A telephone number is written without spaces: `tel:0657339332`.",
        ),
        wrong: "---\nPer informazioni [chiama](tel:06 5733 9332).",
        right: "---\nPer informazioni [chiama](tel:0657339332).",
        origin: "CommonMark 0.31, 6.3",
    },
    function: CheckFunction::Prose(check),
};

fn check(_: &Board, item: &Item, prose: &Prose<'_>, findings: &mut Findings<'_>) {
    let body = prose.body();
    // Recognised links have no brackets left in the prose.
    for (at, _) in body.text.match_indices("](") {
        let open =
            near_before(body.text, at).rfind('[').map_or(at, |open| at - near_before(body.text, at).len() + open);
        let rest = near_after(body.text, at);
        let end = rest.find([')', '\n']).map_or(at + 2, |close| at + close + 1);
        findings.report_in_passage(
            &item.document,
            &body,
            open..end,
            localized!("questo link non si riesce a leggere", "this link cannot be read"),
            localized!(
                "l'indirizzo fra parentesi non deve contenere spazi",
                "the address in brackets must not hold spaces"
            ),
        );
    }
}
