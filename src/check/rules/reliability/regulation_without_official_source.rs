//! Finds regulations without a link to an official source.

use crate::board::{Board, Item};
use crate::check::placeholders::find_placeholders;
use crate::check::{Check, CheckFunction, Findings, WordList, hosts, word_lists};
use crate::diagnostic::{LocalizedString, Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{Kind, SourceOfFacts, TO_ASK};
use crate::path;

word_lists! { "regulation_without_official_source.txt":
    /// Hosts of public bodies and official journals.
    OFFICIAL_HOSTS = "official hosts";
    /// Hosts of blogs and other sites without editors.
    SELF_PUBLISHING_HOSTS = "self-publishing hosts";
}

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "regulation-without-official-source",
        severity: Severity::Error,
        group: RuleGroup::Reliability,
        summary: text("una norma porta alla sua fonte ufficiale", "a regulation links to its official source"),
        explanation: text(
            "Una regola raccontata male può costare un permesso. Metti il link alla legge, alla circolare o alla pagina dell'ufficio che la applica; se il sito è ufficiale ma il programma non lo conosce, scrivi `ufficiale: sì`. Un blog o una rete sociale non lo è mai.",
            "A rule told wrong may cost somebody a permit. Link to the law, the circular, or the page of the office that applies it; if the site is official and unknown to the program, write `ufficiale: sì`. A blog or a social network never is.",
        ),
        wrong: "tipo: normativa\nfonte: https://blog.example.org/nuove-regole",
        right: "tipo: normativa\nfonte: {url: \"https://www.interno.gov.it/it/circolare\", ufficiale: sì}",
        origin: "linee guida del canale, paragrafo 5, elenco 3, «Fonte ufficiale o link di riferimento»",
    },
    function: CheckFunction::Item(check),
};

fn check(_: &Board, item: &Item, findings: &mut Findings<'_>) {
    // Items closed before they entered the archive keep the sources they had.
    if item.kind() != Kind::Regulation || item.facts.is_archived() {
        return;
    }
    let Some(sources) = item.facts.sources.value() else { return };
    // A draft asks for the official source and keeps the others.
    if item.facts.is_draft() && find_placeholders(item, TO_ASK).any(|(field, _)| field.is_within(&path![fonte])) {
        return;
    }
    // The home page of an office is no act.
    let is_page = |url: &str| url.split_once("://").is_some_and(|(_, rest)| rest.trim_end_matches('/').contains('/'));
    let is_listed = |source: &SourceOfFacts, list: &WordList| {
        source.url.as_ref().is_some_and(|url| hosts::matches_host(url.as_str(), list) && is_page(url.as_str()))
    };
    let official = |source: &SourceOfFacts| match source.official {
        Some(declared_official) => declared_official && (is_listed(source, &OFFICIAL_HOSTS) || !is_blog(source)),
        None => is_listed(source, &OFFICIAL_HOSTS),
    };
    if sources.iter().any(official) {
        return;
    }
    let blog = sources.iter().find(|source| source.official == Some(true)).and_then(|source| source.url.as_ref());
    if let Some(url) = blog {
        let host = hosts::extract_host(url.as_str());
        findings
            .report_at_field(
                item,
                path![fonte],
                localized!("{host} è un blog o una rete sociale, non una fonte ufficiale", "{host} is a blog or a social network, not an official source"),
                localized!(
                    "metti il link alla legge, alla circolare o all'ufficio; il blog può restare come seconda fonte, senza `ufficiale`",
                    "link to the law, the circular or the office; the blog may stay as a second source, without `ufficiale`"
                ),
            )
            .ask(source_question());
    } else {
        findings
            .report_at_field(
                item,
                path![fonte],
                localized!("nessuna fonte è ufficiale", "no source is official"),
                localized!(
                    "aggiungi il link alla legge, alla circolare o all'ufficio; se lo è già: `ufficiale: sì`",
                    "add the link to the law, the circular or the office; if it is one: `ufficiale: sì`"
                ),
            )
            .ask(source_question());
    }
}

fn source_question() -> LocalizedString {
    localized!(
        "Qual è il documento ufficiale (legge, circolare, pagina dell'ufficio)?",
        "Which is the official document (law, circular, page of the office)?"
    )
}

/// Whether the source is a blog, even if the file declares it official.
fn is_blog(source: &SourceOfFacts) -> bool {
    source.url.as_ref().is_some_and(|url| {
        hosts::matches_host(url.as_str(), &SELF_PUBLISHING_HOSTS)
            || hosts::extract_host(url.as_str()).split('.').any(|label| label == "blog")
    })
}
