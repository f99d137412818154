//! A nationality is no requirement.

use crate::board::{Board, Item};
use crate::check::{Check, Findings, Look, Phrase, Prose, near_after, near_before};
use crate::diagnostic::{Group, Rule, Severity, text};
use crate::words;

/// Where a nationality is named; «di ogni nazionalità» is not among them.
const PHRASES: &str = "\
nazionalità richiesta|di nazionalità|con nazionalità|avere nazionalità|nazionalità
con cittadinanza|cittadinanza italiana|avere la cittadinanza
solo cittadini|solo cittadine|soltanto cittadini|esclusivamente cittadini";

/// What follows or comes before where no nationality is asked for.
const OPEN: [&str; 15] = [
    "ogni",
    "tutte",
    "tutti",
    "qualsiasi",
    "qualunque",
    "diverse",
    "diversa",
    "varie",
    "altre",
    "più",
    "molte",
    "differenti",
    "indipendentemente",
    "acquisire",
    "ottenere",
];

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "nationality-required",
        severity: Severity::Warning,
        group: Group::Accessibility,
        summary: text("la nazionalità non è un requisito", "nationality is no requirement"),
        explanation: text(
            "Chiedere una nazionalità può essere una discriminazione. Spesso si intende una lingua («chi parla bambara») o un permesso («titolari di protezione temporanea»): scrivi quello. Se un bando la chiede per legge, lascia la frase e silenzia la regola con il motivo.",
            "Asking for a nationality may be discrimination. Often a language is meant («who speaks Bambara») or a permit («holders of temporary protection»): write that. If a call asks for it by law, leave the sentence and silence the rule with the reason.",
        ),
        wrong: "tipo: lavoro\n---\nCerchiamo una persona di nazionalità nigeriana.",
        right: "tipo: lavoro\n---\nCerchiamo una persona che parli inglese e igbo, di qualsiasi nazionalità.",
        origin: "d.lgs. 286/1998, art. 43; d.lgs. 215/2003, art. 2",
    },
    look: Look::Phrases(PHRASES, found),
};

fn found(_: &Board, item: &Item, _: &Prose<'_>, phrase: &Phrase<'_>, findings: &mut Findings<'_>) {
    let text = phrase.passage.text;
    let near = |words: &[&str]| words.iter().any(|word| OPEN.contains(&word.to_lowercase().as_str()));
    let split = |text: &'_ str| {
        text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).map(str::to_owned).collect::<Vec<_>>()
    };
    let before = split(near_before(text, phrase.range.start));
    let after = split(near_after(text, phrase.range.end));
    let before: Vec<&str> = before.iter().rev().take(4).map(String::as_str).collect();
    let after: Vec<&str> = after.iter().take(3).map(String::as_str).collect();
    let named = phrase.written().contains(' ')
        || before.first().is_some_and(|word| matches!(word.to_lowercase().as_str(), "seguenti" | "sola"));
    let not = |words: &[&str]| {
        words.iter().any(|word| matches!(word.to_lowercase().as_str(), "non" | "senza" | "anche" | "nemmeno"))
    };
    if !named || near(&before) || near(&after) || not(&before) || not(&after) {
        return;
    }
    // «Di nazionalità nigeriana»: the word behind says which.
    let next = after.first().filter(|_| phrase.form.contains("nazionalità")).copied().unwrap_or_default();
    let written = format!("{} {next}", phrase.written());
    let written = written.trim();
    findings
        .within(
            &item.document,
            &phrase.passage,
            phrase.range.clone(),
            words!("«{written}» chiede una nazionalità", "«{written}» asks for a nationality"),
            words!(
                "se serve una lingua o un permesso, scrivi quello; se lo chiede la legge: `silenzia: {{nationality-required: \"il motivo\"}}`",
                "if a language or a permit is needed, write that; if the law asks for it: `silenzia: {{nationality-required: \"the reason\"}}`"
            ),
        )
        .ask(words!(
        "Chiedete «{written}»: vi serve davvero una nazionalità, o basta una lingua o un tipo di permesso?",
        "You ask for «{written}»: do you need a nationality, or would a language or a kind of permit do?"
    ));
}
