//! Finds phrases that require a nationality, which may be discrimination.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, Phrase, Prose, near_after, near_before, word_lists};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{FieldPath, Kind};
use crate::path;

word_lists! { "nationality_required.txt":
    /// Phrases that may ask for a nationality; «di ogni nazionalità» is not one of them.
    PHRASES = "nationality";
    /// Adjectives of nationality.
    ADJECTIVES = "adjectives of nationality";
    /// Words that introduce a requirement.
    REQUIREMENT_WORDS = "requirement words";
    /// Neighbouring words that show that no nationality is required.
    OPEN_TO_ALL = "open to all";
    /// Words near the phrase that deny a requirement.
    NEGATIONS = "negations";
    /// Words before «cittadinanza» for people who have it.
    HOLDING_WORDS = "holding words";
    /// Words before «cittadinanza» for people who apply for it.
    APPLICATION_WORDS = "application words";
}

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "nationality-required",
        severity: Severity::Warning,
        group: RuleGroup::Accessibility,
        summary: text("la nazionalità non è un requisito", "nationality is not a requirement"),
        explanation: text(
            "Chiedere una nazionalità può essere una discriminazione. Spesso si intende una lingua («chi parla bambara») o un permesso («titolari di protezione temporanea»): scrivi quello. Se un bando la chiede per legge, lascia la frase e silenzia la regola con il motivo.",
            "Requiring a nationality may be discrimination. Often a language is meant («who speaks Bambara») or a permit («holders of temporary protection»): write that. If the law requires it, keep the sentence and suppress the rule, with the reason.",
        ),
        wrong: "tipo: lavoro\n---\nCerchiamo una persona di nazionalità nigeriana.",
        right: "tipo: lavoro\n---\nCerchiamo una persona che parli inglese e igbo, di qualsiasi nazionalità.",
        origin: "d.lgs. 286/1998, art. 43; d.lgs. 215/2003, art. 2",
    },
    function: CheckFunction::Phrases(&PHRASES, on_match),
};

fn on_match(_: &Board, item: &Item, _: &Prose<'_>, phrase: &Phrase<'_>, findings: &mut Findings<'_>) {
    let text = phrase.passage.text;
    // The words before the phrase are reversed: the nearest comes first.
    let before: Vec<&str> = split_words(near_before(text, phrase.range.start)).rev().take(4).collect();
    let after: Vec<&str> = split_words(near_after(text, phrase.range.end)).take(3).collect();
    let denies_requirement = |word: &&str| OPEN_TO_ALL.matches(word) || NEGATIONS.matches(word);
    if !requires_nationality(item, phrase, &before, &after) || before.iter().chain(&after).any(denies_requirement) {
        return;
    }
    // «La cittadinanza italiana o un permesso che consenta di lavorare» leaves a choice.
    let (_, rest) = phrase.passage.sentence(&phrase.range);
    if rest.contains("permess") && split_words(rest).any(|word| matches!(word, "o" | "oppure")) {
        return;
    }
    // «Di nazionalità nigeriana»: the next word names the nationality.
    let names_nationality = ["nazionalità", "cittadinanza", "origin"].iter().any(|word| phrase.form.contains(word));
    let next = after.first().filter(|word| names_nationality || ADJECTIVES.matches(word)).copied().unwrap_or_default();
    let written = format!("{} {next}", phrase.as_written());
    let written = written.trim();
    phrase
        .report(
            findings,
            localized!("«{written}» chiede una nazionalità", "«{written}» requires a nationality"),
            localized!(
                "se serve una lingua o un permesso, scrivi quello; se lo chiede la legge: `silenzia: {{nationality-required: \"il motivo\"}}`",
                "if you need a language or a permit, write that; if the law requires a nationality: `silenzia: {{nationality-required: \"the reason\"}}`"
            ),
        )
        .ask(localized!(
        "Chiedete «{written}»: vi serve davvero una nazionalità, o basta una lingua o un tipo di permesso?",
        "You ask for «{written}»: do you really need a nationality, or would a language or a type of permit be enough?"
    ));
}

/// Splits a text into words of letters only.
fn split_words(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty())
}

/// Whether the phrase requires people of a nationality, and does not only mention them. `before` and `after` are the
/// words around it, the nearest first.
fn requires_nationality(item: &Item, phrase: &Phrase<'_>, before: &[&str], after: &[&str]) -> bool {
    let form = phrase.form;
    if form.ends_with("cittadini") || form.ends_with("cittadine") || form == "nazionalità richiesta" {
        return true;
    }
    let previous = before.first().map(|word| word.to_lowercase()).unwrap_or_default();
    if form == "nazionalità" {
        return matches!(previous.as_str(), "seguenti" | "sola");
    }
    let adjective_follows = after.first().is_some_and(|word| ADJECTIVES.matches(word));
    let within = |fields: &[FieldPath]| fields.iter().any(|field| phrase.passage.field.is_within(field));
    // A task or a topic is not a requirement: «accompagnare ospiti di origine somala».
    if within(&[path![mansioni], path![attivita], path![obiettivi], path![programma], path![servizi]]) {
        return false;
    }
    if form.ends_with("nazionalità") {
        return true;
    }
    // Regulations refer to citizenships, and Italian citizenship may be required or applied for.
    let is_about_law = matches!(item.kind(), Kind::Regulation | Kind::News);
    let in_requirements = within(&[path![requisiti], path![destinatari]]);
    let (sentence, _) = phrase.passage.sentence(&phrase.range);
    let has_requirement_word = || split_words(sentence).any(|word| REQUIREMENT_WORDS.matches(word));
    if !adjective_follows || is_about_law || !(in_requirements || has_requirement_word()) {
        return false;
    }
    if form != "cittadinanza" {
        return true;
    }
    // «Chiedere la cittadinanza italiana» is an application, «avere la cittadinanza» a requirement.
    let mut words = before.iter().map(|word| word.to_lowercase());
    let previous = words.find(|word| !matches!(word.as_str(), "la" | "della" | "una"));
    let sentence = sentence.trim_end();
    let starts_value = in_requirements && (sentence.is_empty() || sentence.ends_with([',', '"', '\'', ':', '-']));
    let must_be_held = starts_value || previous.is_some_and(|word| HOLDING_WORDS.matches(&word));
    must_be_held && !before.iter().any(|word| APPLICATION_WORDS.matches(word))
}
