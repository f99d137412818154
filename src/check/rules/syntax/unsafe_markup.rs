//! Texts come from strangers: no HTML of their own, no links that do something else than lead
//! somewhere, call or write.

use crate::board::Board;
use crate::check::{Check, Findings, Look};
use crate::compose::markdown::{Unsafe, unsafe_parts};
use crate::diagnostic::{Group, Rule, Severity, text};
use crate::words;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "unsafe-markup",
        severity: Severity::Error,
        group: Group::Syntax,
        summary: text(
            "i testi non contengono HTML, e i link cominciano con https, http, mailto o tel",
            "texts hold no HTML, and links start with https, http, mailto or tel",
        ),
        explanation: text(
            "I testi arrivano da molte persone, perciò non possono contenere HTML né link che fanno partire programmi. Si scrive in Markdown: elenchi, **grassetto**, [link](https://example.org/).",
            "Texts come from many people, so they hold no HTML and no links that start programs. One writes Markdown: lists, **bold**, [links](https://example.org/).",
        ),
        wrong: "---\n[Iscriviti](javascript:void)",
        right: "---\n[Iscriviti](https://example.org/)",
        origin: "OWASP, Cross Site Scripting Prevention",
    },
    look: Look::Board(look),
};

fn look(board: &Board, findings: &mut Findings<'_>) {
    for document in board.texts() {
        for part in unsafe_parts(document.body()) {
            let (span, message, hint) = match part {
                Unsafe::Html(span) => (
                    span,
                    words!("nel testo c'è un pezzo di HTML", "the text holds a piece of HTML"),
                    words!(
                        "scrivi solo testo, elenchi, **grassetto** e link",
                        "write only text, lists, **bold** and links"
                    ),
                ),
                Unsafe::Link(span, target) => (
                    span,
                    words!("il link «{target}» non porta a una pagina", "the link `{target}` does not lead to a page"),
                    words!(
                        "usa un indirizzo che comincia con https://, mailto: o tel:",
                        "use an address that starts with https://, mailto: or tel:"
                    ),
                ),
            };
            findings.span(document, document.body.start + span.start..document.body.start + span.end, message, hint);
        }
    }
}
