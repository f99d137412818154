//! Finds items whose only sources are newspapers, blogs or aggregators.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, hosts, word_lists};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::Requirement;
use crate::path;

word_lists! { "source_second_hand.txt":
    /// Hosts of newspapers and aggregators.
    SECOND_HAND_HOSTS = "second-hand hosts";
}

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "source-second-hand",
        severity: Severity::Warning,
        group: RuleGroup::Reliability,
        summary: text("la fonte è chi offre, non chi ne parla", "the source is who offers, not who reports"),
        explanation: text(
            "Blog, giornali e raccolte di annunci copiano, e copiando cambiano date e requisiti. Cerca la pagina dell'ente o il bando e metti quella.",
            "Blogs, newspapers and collections copy, and copying changes dates and requirements. Look for the organisation's page or the call and link that.",
        ),
        wrong: "fonte: https://www.facebook.com/groups/annunci",
        right: "fonte: https://www.example.org/corso",
        origin: "linee guida del canale, paragrafo 5, elenco 3, «Fonte ufficiale o link di riferimento»",
    },
    function: CheckFunction::Item(check),
};

fn check(_: &Board, item: &Item, findings: &mut Findings<'_>) {
    let Some(sources) = item.facts.sources.value() else { return };
    let is_own_site = |source: &crate::model::SourceOfFacts| {
        source.official == Some(true)
            || source.url.as_ref().is_none_or(|url| !hosts::matches_host(url.as_str(), &SECOND_HAND_HOSTS))
    };
    if sources.iter().any(is_own_site) {
        return;
    }
    findings
        .report_at_field(
            item,
            path![fonte],
            localized!("la fonte è di seconda mano", "the source is second hand"),
            localized!("cerca la pagina di chi offre, o il bando", "look for the page of who offers it, or the call"),
        )
        .ask(Requirement::Source.question().into());
}
