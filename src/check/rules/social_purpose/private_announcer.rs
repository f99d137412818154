//! Finds announcements of private persons and families, whom nobody can look up.

use crate::board::{Board, Item};
use crate::check::first_names::FIRST_NAMES;
use crate::check::{Check, CheckFunction, Findings, Phrase, Prose, word_lists};
use crate::diagnostic::{LocalizedString, Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::path;

word_lists! { "private_announcer.txt":
    /// Phrases with which a family or a person looks for somebody.
    PHRASES = "private search";
    /// First words of a name that is not an organisation's.
    PRIVATE_BEGINNINGS = "private beginnings";
}

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "private-announcer",
        severity: Severity::Error,
        group: RuleGroup::SocialPurpose,
        summary: text("chi annuncia è un'organizzazione", "whoever announces is an organisation"),
        explanation: text(
            "Il canale pubblica annunci di organizzazioni che si possono cercare e chiamare. Di una persona o di una famiglia non sappiamo chi è: chi cerca una badante o affitta una stanza può rivolgersi a un'associazione, a un patronato o a un centro per l'impiego, che controllano l'offerta e la pubblicano.",
            "The channel publishes announcements of organisations that can be looked up and called. Nobody knows who a private person or family is: whoever needs a carer or lets a room can go to an association, a patronato or an employment centre, which check the offer and publish it.",
        ),
        wrong: "ente: {nome: Famiglia Bianchi, tipo: associazione, contatti: {telefono: \"06 5550 0111\"}}",
        right: "ente: {nome: Associazione Bianchi, tipo: associazione, contatti: {telefono: \"06 5550 0111\"}}",
        origin: "linee guida del canale, paragrafo 4, «Opportunità di lavoro», e paragrafo 5, criterio «Finalità sociale»",
    },
    function: CheckFunction::Several(&[CheckFunction::Item(check), CheckFunction::Phrases(&PHRASES, on_match)]),
};

fn check(board: &Board, item: &Item, findings: &mut Findings<'_>) {
    if item.facts.is_archived() || !board.has_inline_organisation(item) {
        return;
    }
    let Some(organisation) = board.organisation_of(item).filter(|organisation| is_private(&organisation.name)) else {
        return;
    };
    let name = &organisation.name;
    let message = localized!("«{name}» è una persona o una famiglia", "`{name}` is a person or a family");
    findings.report_at_field(item, path![ente.nome], message, hint());
}

/// Whether a name is that of a person: a form of address, or a first name and one surname.
fn is_private(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    match words.as_slice() {
        [first, _, ..] if PRIVATE_BEGINNINGS.matches(first.trim_end_matches('.')) => true,
        [first, last] => FIRST_NAMES.matches(first) && last.starts_with(char::is_uppercase),
        _ => false,
    }
}

fn on_match(_: &Board, item: &Item, _: &Prose<'_>, phrase: &Phrase<'_>, findings: &mut Findings<'_>) {
    if item.facts.is_archived() {
        return;
    }
    let written = phrase.as_written();
    phrase.report(
        findings,
        localized!("«{written}»: è l'annuncio di un privato", "«{written}»: a private person announces this"),
        hint(),
    );
}

fn hint() -> LocalizedString {
    localized!(
        "non pubblichiamo annunci di privati: in `ente` va l'organizzazione che ha controllato l'offerta",
        "we do not publish announcements of private persons: `ente` names the organisation that has checked the offer"
    )
}

#[cfg(test)]
mod tests {
    use super::is_private;

    #[test]
    fn organisations_named_after_people_are_organisations() {
        for name in ["Mario Rossi", "Famiglia Bianchi", "Sig.ra Anna", "Privato Roma"] {
            assert!(is_private(name), "{name}");
        }
        for name in
            ["Fondazione Mario Rossi", "Penny Wirton", "Mario Negri Onlus", "Centro Astalli", "Casa Giulia", "Anna"]
        {
            assert!(!is_private(name), "{name}");
        }
    }
}
