//! Finds «posti limitati» without the number of places.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, Phrase, Prose, word_lists};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;

word_lists! { "limited_places_without_number.txt":
    /// Phrases that call the places limited.
    PHRASES = "limited places";
    /// Numbers of places, spelled out.
    NUMBER_WORDS = "number words";
}

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "limited-places-without-number",
        severity: Severity::Warning,
        group: RuleGroup::Clarity,
        summary: text("se i posti sono limitati si dice quanti sono", "if places are limited, their number is given"),
        explanation: text(
            "«Posti limitati» mette fretta e non aiuta a decidere. Con il numero (`posti: 15`) chi legge capisce se vale la pena provare.",
            "«Posti limitati» presses people and helps nobody decide. With the number (`posti: 15`) readers see whether it is worth trying.",
        ),
        wrong: "---\nI posti sono limitati.",
        right: "posti: 15\n---\nI posti sono limitati.",
        origin: "linee guida del canale, paragrafo 5, criterio «Chiarezza delle informazioni»",
    },
    function: CheckFunction::Phrases(&PHRASES, on_match),
};

fn on_match(_: &Board, item: &Item, _: &Prose<'_>, phrase: &Phrase<'_>, findings: &mut Findings<'_>) {
    let facts = &item.facts;
    if facts.seats.is_some() || facts.editions().iter().any(|edition| edition.seats.is_some()) {
        return;
    }
    // The sentence may give the number: «I posti sono limitati: dodici», «max 15 persone».
    let after = phrase.passage.sentence(&phrase.range).1.to_lowercase();
    let mut near = after.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(6);
    let number = |word: &str| word.parse::<u32>().is_ok_and(|number| number < 1_000) || NUMBER_WORDS.matches(word);
    if near.any(number) && !after.contains("entro") && !after.contains("euro") {
        return;
    }
    let written = phrase.as_written();
    phrase
        .report(
            findings,
            localized!("«{written}»: quanti?", "«{written}»: how many?"),
            localized!("scrivi il numero: `posti: 15`", "write the number: `posti: 15`"),
        )
        .ask(localized!("Quanti posti ci sono?", "How many places are there?"));
}
