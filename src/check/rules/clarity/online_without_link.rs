//! Finds online activities without enrolment whose address nobody says.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, Prose, word_lists};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{Attendance, Kind};
use crate::path;

word_lists! { "online_without_link.txt":
    /// Words by which a text says where to find the address, or gives it.
    ADDRESS_WORDS = "address words";
}

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "online-without-link",
        severity: Severity::Warning,
        group: RuleGroup::Clarity,
        summary: text("di ciò che è online si sa come collegarsi", "how to join online is said"),
        explanation: text(
            "Se è online e non ci si iscrive, chi legge deve trovare qui l'indirizzo: «su Zoom» non basta. Scrivi il link nella piattaforma o nel testo, o a chi chiederlo.",
            "If it is online and nobody enrols, readers must find the address here: «on Zoom» is not enough. Write the link in the platform or in the text, or whom to ask for it.",
        ),
        wrong: "tipo: evento\nmodalita: online\n# luogo:\npiattaforma: Zoom\ningresso: libero\niscrizione: non previsto\n---\nCi vediamo su Zoom.",
        right: "tipo: evento\nmodalita: online\n# luogo:\npiattaforma: \"Zoom: https://example.org/incontro\"\ningresso: libero\niscrizione: non previsto\n---\nCi vediamo su Zoom.",
        origin: "linee guida del canale, paragrafo 5, «Modalità di iscrizione»",
    },
    function: CheckFunction::Prose(check),
};

fn check(_: &Board, item: &Item, prose: &Prose<'_>, findings: &mut Findings<'_>) {
    let facts = &item.facts;
    let is_online = matches!(facts.attendance.value(), Some(Attendance::Online | Attendance::Remote));
    let is_meeting = matches!(item.kind(), Kind::Event | Kind::Training);
    if !is_online || !is_meeting || facts.is_draft() || facts.is_archived() || !facts.enrolment_ways().is_empty() {
        return;
    }
    let platforms =
        facts.editions().iter().filter_map(|edition| edition.platform.as_deref()).chain(facts.platform.as_deref());
    let texts = prose.passages().into_iter().map(|passage| passage.text);
    if platforms.chain(texts).any(|text| ADDRESS_WORDS.matches(&text.to_lowercase())) {
        return;
    }
    findings
        .report_at_field(
            item,
            path![modalita],
            localized!("è online, ma non si sa come collegarsi", "it is online, but nobody says how to join"),
            localized!(
                "scrivi l'indirizzo: `piattaforma: \"Zoom: https://…\"`, o nel testo a chi si chiede il link",
                "write the address: `piattaforma: \"Zoom: https://…\"`, or in the text whom to ask for the link"
            ),
        )
        .ask(localized!("A quale indirizzo ci si collega?", "At which address does one join?"));
}
