//! Finds addresses that are reserved for examples, and so belong to nobody.

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem;

use crate::board::Board;
use crate::check::hosts::extract_host;
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "invented-address",
        severity: Severity::Error,
        group: RuleGroup::Reliability,
        summary: text("gli indirizzi sono di qualcuno", "addresses belong to somebody"),
        explanation: text(
            "`example.org`, `.example`, `.test`, `.invalid` e `localhost` sono riservati agli esempi: non sono di nessuno, e chi scrive o apre la pagina non trova niente. Di solito è rimasto un esempio del modulo. Va bene solo dove c'è `esempio: sì`, e in una bacheca di prova, che ha essa stessa un indirizzo così in site.toml.",
            "`example.org`, `.example`, `.test`, `.invalid` and `localhost` are reserved for examples: they belong to nobody, and who writes there or opens the page finds nothing. Usually an example of the form was left. Allowed only where there is `esempio: sì`, and on a board for trying out, whose own address in site.toml is one of these.",
        ),
        wrong: "iscrizione: corsi@example.org\n-- site.toml --\n[bacheca]\nnome = \"Prova\"\nindirizzo = \"https://bacheca.comune.borgo.it/\"\n",
        right: "iscrizione: corsi@comune.borgo.it",
        origin: "RFC 2606, RFC 6761",
    },
    function: CheckFunction::Board(check),
};

/// Parts of all reserved names, to skip most files.
static FINDERS: LazyLock<[memmem::Finder<'static>; 4]> =
    LazyLock::new(|| ["example", ".test", ".invalid", "localhost"].map(memmem::Finder::new));

fn check(board: &Board, findings: &mut Findings<'_>) {
    if is_reserved(&extract_host(&board.config.bacheca.indirizzo)) {
        return;
    }
    let items =
        board.items.iter().filter(|item| !item.facts.example).flat_map(|item| {
            std::iter::once(&item.document).chain(item.translations.values().map(|file| &file.document))
        });
    let organisations = board.organisations.values().filter(|file| !file.facts.example).map(|file| &file.document);
    let contact_points = board.contact_points.values().filter(|file| !file.facts.example).map(|file| &file.document);
    let pages = board.pages.values().map(|page| &page.original.document);
    for document in items.chain(organisations).chain(contact_points).chain(pages) {
        for range in reserved_addresses(&document.source.text) {
            let address = document.source.text.get(range.clone()).unwrap_or_default();
            findings
                .report_at_span(
                    document,
                    range,
                    localized!("«{address}» è un indirizzo inventato", "`{address}` is an invented address"),
                    localized!(
                        "scrivi quello vero; non lo sai? `stato: bozza` e `da chiedere`; se tutto l'annuncio è inventato: `esempio: sì`",
                        "write the real one; unknown? `stato: bozza` and `da chiedere`; if all of it is invented: `esempio: sì`"
                    ),
                )
                .ask(localized!(
                    "Qual è l'indirizzo vero, al posto di {address}?",
                    "Which is the real address, in place of {address}?"
                ));
        }
    }
}

/// Byte ranges of the e-mail and web addresses of a text whose host is reserved.
fn reserved_addresses(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let ends = |ch: char| {
        ch.is_whitespace()
            || matches!(ch, '"' | '\'' | '<' | '>' | '(' | ')' | '[' | ']' | '{' | '}' | ',' | ';' | '«' | '»' | '`')
    };
    for at in FINDERS.iter().flat_map(|finder| finder.find_iter(text.as_bytes())) {
        let (before, after) = text.split_at_checked(at).unwrap_or_default();
        let start = before
            .rfind(ends)
            .map_or(0, |end| end + before.get(end..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8));
        let end = at + after.find(ends).unwrap_or(after.len());
        let token = text.get(start..end).unwrap_or_default().trim_end_matches(['.', ':', '!', '?', '*', '_']);
        let token_start = start + token.rfind("mailto:").map_or(0, |at| at + "mailto:".len());
        let range = token_start..start + token.len();
        let address = text.get(range.clone()).unwrap_or_default();
        let is_address = address.contains('@') || address.contains("://") || address.starts_with("www.");
        let host = address.rsplit_once('@').map_or_else(|| extract_host(address), |(_, host)| extract_host(host));
        if is_address && is_reserved(&host) && !found.contains(&range) {
            found.push(range);
        }
    }
    found.sort_by_key(|range| range.start);
    found
}

/// Whether a host is one of those that nobody can have.
fn is_reserved(host: &str) -> bool {
    let mut labels = host.trim_end_matches('.').rsplit('.');
    let (last, second) = (labels.next().unwrap_or_default(), labels.next());
    match second {
        Some(second) => {
            matches!(last, "example" | "test" | "invalid" | "localhost")
                || second == "example" && matches!(last, "org" | "com" | "net")
        }
        None => last == "localhost",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reserved_addresses_are_found_and_others_are_not() {
        let text = "a@example.org https://www.example.com/x. <mailto:b@corsi.test> [qui](https://x.invalid:80/a) http://localhost/ \
                    www.example.net https://ente.example/";
        let found: Vec<&str> = reserved_addresses(text).into_iter().filter_map(|range| text.get(range)).collect();
        assert_eq!(
            found,
            [
                "a@example.org",
                "https://www.example.com/x",
                "b@corsi.test",
                "https://x.invalid:80/a",
                "http://localhost/",
                "www.example.net",
                "https://ente.example/"
            ]
        );
        for text in [
            "for example, a@b.org",
            "https://example-project.org/ https://notexample.org/ a@myexample.com",
            "https://b.it/example.org https://b.it/?u=a.test",
            "si fa il test. localhost example.org",
        ] {
            assert!(reserved_addresses(text).is_empty(), "{text}");
        }
    }
}
