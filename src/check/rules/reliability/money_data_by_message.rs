//! Finds requests for bank data, cards, codes and passwords by message, with which people are robbed.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, Phrase, Prose, near_after, word_lists};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::Kind;

word_lists! { "money_data_by_message.txt":
    /// Data that give access to money, with the note whether an office may ask for them.
    PHRASES = "money data";
    /// Words of a sentence in which they are sent by message.
    MESSAGES = "by message";
    /// Words by which somebody asks for what no office asks for.
    REQUESTS = "requests";
    /// Words of a sentence that warns of such requests.
    WARNINGS = "warnings";
    /// Words of a sentence in which the data are given to somebody who is there.
    IN_PERSON = "in person";
}

/// Note on data that nobody may ask for in any way.
const NEVER: &str = "never";

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "money-data-by-message",
        severity: Severity::Error,
        group: RuleGroup::Reliability,
        summary: text(
            "nessuno chiede dati bancari, carte o codici per messaggio",
            "nobody asks for bank data, cards or codes by message",
        ),
        explanation: text(
            "Chi chiede IBAN, carta, PIN o codici per messaggio, o prima di un lavoro, di solito truffa. Un ente che paga un contributo chiede l'IBAN nel modulo della domanda; PIN e password non li chiede nessuno.",
            "Whoever asks for IBAN, card, PIN or codes by message, or before a job, is usually a swindler. A body that pays a grant asks for the IBAN in the form of the application; nobody asks for a PIN or password.",
        ),
        wrong: "---\nMandaci i dati bancari su WhatsApp.",
        right: "---\nL'IBAN si scrive nella domanda, sul sito del Comune.",
        origin: "linee guida del canale, paragrafo 5, criterio «Qualità e affidabilità»",
    },
    function: CheckFunction::Phrases(&PHRASES, on_match),
};

fn words(sentence: &str) -> impl Iterator<Item = &str> {
    sentence.split(|c: char| !c.is_alphanumeric())
}

fn on_match(_: &Board, item: &Item, _: &Prose<'_>, phrase: &Phrase<'_>, findings: &mut Findings<'_>) {
    let (before, after) = phrase.passage.sentence(&phrase.range);
    let sentence = format!("{before} {after}").to_lowercase();
    // «La carta ha un codice segreto (PIN)» asks for nothing.
    let is_requested = phrase.note == NEVER && words(&sentence).any(|word| REQUESTS.matches(word));
    let is_message = words(&sentence).any(|word| MESSAGES.matches(word));
    // «Il giorno della firma porta in ufficio l'IBAN».
    let is_in_person = !is_message && phrase.note != NEVER && IN_PERSON.matches(&sentence);
    let is_asked = is_requested || is_message || (item.kind() == Kind::Job && !is_in_person);
    // «… mandare l'IBAN. Non farlo: è una truffa».
    let next = near_after(phrase.passage.text, phrase.range.end + after.len());
    let next = next.get(1..).and_then(|next| next.split(['.', '\n', ';']).next()).unwrap_or_default().to_lowercase();
    let is_warning = WARNINGS.matches(&sentence) || next.contains("truff") || next.contains("non farlo");
    if !is_asked || is_warning || item.facts.is_archived() {
        return;
    }
    let written = phrase.as_written();
    phrase
        .report(
            findings,
            localized!("«{written}»: è una richiesta da truffatori", "«{written}»: swindlers ask for this"),
            localized!(
                "togli la richiesta; se l'ente deve pagare, l'IBAN si dà nel suo ufficio o nel suo modulo, dopo",
                "delete the request; if the organisation has to pay, the IBAN is given at its office or in its form, later"
            ),
        )
        .ask(localized!(
            "Perché chiedete «{written}», e come si dà in modo sicuro?",
            "Why do you ask for «{written}», and how is it given safely?"
        ));
}
