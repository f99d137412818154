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
    ASKED = "asking";
    /// Neighbouring words that show that no nationality is required.
    OPEN = "open to all";
    /// Words near the phrase that deny a requirement.
    NEGATIONS = "negations";
    /// Words before «cittadinanza» for people who have it.
    HOLDING = "holding";
    /// Words before «cittadinanza» for people who apply for it.
    APPLICATION = "application";
}

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "nationality-required",
        severity: Severity::Warning,
        group: RuleGroup::Accessibility,
        summary: text("la nazionalità non è un requisito", "nationality is no requirement"),
        explanation: text(
            "Chiedere una nazionalità può essere una discriminazione. Spesso si intende una lingua («chi parla bambara») o un permesso («titolari di protezione temporanea»): scrivi quello. Se un bando la chiede per legge, lascia la frase e silenzia la regola con il motivo.",
            "Asking for a nationality may be discrimination. Often a language is meant («who speaks Bambara») or a permit («holders of temporary protection»): write that. If a call asks for it by law, leave the sentence and silence the rule with the reason.",
        ),
        wrong: "tipo: lavoro\n---\nCerchiamo una persona di nazionalità nigeriana.",
        right: "tipo: lavoro\n---\nCerchiamo una persona che parli inglese e igbo, di qualsiasi nazionalità.",
        origin: "d.lgs. 286/1998, art. 43; d.lgs. 215/2003, art. 2",
    },
    function: CheckFunction::Phrases(&PHRASES, on_match),
};

fn on_match(_: &Board, item: &Item, _: &Prose<'_>, phrase: &Phrase<'_>, findings: &mut Findings<'_>) {
    let text = phrase.passage.text;
    let near = |words: &[&str]| words.iter().any(|word| OPEN.matches(word));
    let split = |text: &'_ str| {
        text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).map(str::to_owned).collect::<Vec<_>>()
    };
    let before = near_before(text, phrase.range.start);
    let before = split(before);
    let after = split(near_after(text, phrase.range.end));
    let before: Vec<&str> = before.iter().rev().take(4).map(String::as_str).collect();
    let after: Vec<&str> = after.iter().take(3).map(String::as_str).collect();
    let not = |words: &[&str]| words.iter().any(|word| NEGATIONS.matches(word));
    if !requires_nationality(item, phrase, &before, &after)
        || near(&before)
        || near(&after)
        || not(&before)
        || not(&after)
    {
        return;
    }
    // «Di nazionalità nigeriana»: the next word names the nationality.
    let says_which = ["nazionalità", "cittadinanza", "origin"].iter().any(|word| phrase.form.contains(word));
    let next = after.first().filter(|_| says_which).copied().unwrap_or_default();
    let written = format!("{} {next}", phrase.written());
    let written = written.trim();
    phrase
        .report(
            findings,
            localized!("«{written}» chiede una nazionalità", "«{written}» asks for a nationality"),
            localized!(
                "se serve una lingua o un permesso, scrivi quello; se lo chiede la legge: `silenzia: {{nationality-required: \"il motivo\"}}`",
                "if a language or a permit is needed, write that; if the law asks for it: `silenzia: {{nationality-required: \"the reason\"}}`"
            ),
        )
        .ask(localized!(
        "Chiedete «{written}»: vi serve davvero una nazionalità, o basta una lingua o un tipo di permesso?",
        "You ask for «{written}»: do you need a nationality, or would a language or a kind of permit do?"
    ));
}

/// Whether the phrase requires people of a nationality, and does not only mention them.
fn requires_nationality(item: &Item, phrase: &Phrase<'_>, before: &[&str], after: &[&str]) -> bool {
    let form = phrase.form;
    if form.ends_with("cittadini") || form.ends_with("cittadine") || form == "nazionalità richiesta" {
        return true;
    }
    let last = before.first().map(|word| word.to_lowercase()).unwrap_or_default();
    if form == "nazionalità" {
        return matches!(last.as_str(), "seguenti" | "sola");
    }
    let adjective = after.first().is_some_and(|word| ADJECTIVES.matches(word));
    let within = |fields: &[FieldPath]| fields.iter().any(|field| phrase.passage.field.is_within(field));
    // A task or a topic is not a requirement: «accompagnare ospiti di origine somala».
    if within(&[path![mansioni], path![attivita], path![obiettivi], path![programma], path![servizi]]) {
        return false;
    }
    if form.ends_with("nazionalità") {
        return true;
    }
    // Regulations refer to citizenships, and Italian citizenship may be required or applied for.
    let about_the_law = matches!(item.kind(), Kind::Regulation | Kind::News);
    let of_people = within(&[path![requisiti], path![destinatari]]);
    let (sentence, _) = phrase.passage.sentence(&phrase.range);
    let asked = || sentence.split(|c: char| !c.is_alphabetic()).any(|word| ASKED.matches(word));
    if !adjective || about_the_law || !(of_people || asked()) {
        return false;
    }
    if form != "cittadinanza" {
        return true;
    }
    // «Chiedere la cittadinanza italiana» is an application, «avere la cittadinanza» a requirement.
    let mut holders = before.iter().map(|word| word.to_lowercase());
    let holder = holders.find(|word| !matches!(word.as_str(), "la" | "della" | "una"));
    let sentence = sentence.trim_end();
    let first_of_value = of_people && (sentence.is_empty() || sentence.ends_with([',', '"', '\'', ':', '-']));
    let held = first_of_value || holder.is_some_and(|word| HOLDING.matches(&word));
    let of_an_application = before.iter().any(|word| APPLICATION.matches(word));
    held && !of_an_application
}
