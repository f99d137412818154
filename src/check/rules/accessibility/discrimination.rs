//! Finds conditions that the law forbids: sex, looks, religion, family, age, origin.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, Phrase, Prose, word_lists};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::Kind;

word_lists! { "discrimination.txt":
    /// Conditions, with the law that forbids them and, where there is one, the kind of item.
    PHRASES = "conditions";
    /// Words of a sentence that excludes somebody.
    EXCLUSIONS = "exclusions";
    /// Words of a sentence that denies a condition or speaks about it.
    DENIALS = "denials";
}

/// Note on conditions that are forbidden for work only: courses for women or the young may be lawful.
const FOR_WORK: &str = "work";

/// Note on people who are often helped: only a word of exclusion makes it a condition.
const IF_EXCLUDED: &str = "excluded";

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "discrimination",
        severity: Severity::Error,
        group: RuleGroup::Accessibility,
        summary: text(
            "nessuno è escluso per origine, sesso, aspetto, religione, famiglia o età",
            "nobody is excluded for origin, sex, looks, religion, family or age",
        ),
        explanation: text(
            "La legge vieta di scegliere chi lavora per sesso, aspetto, stato di famiglia, religione, età o origine, e di escludere per nazionalità da un servizio. Si può chiedere quello che il lavoro richiede davvero: una lingua, una patente, un titolo. Dove la legge lo permette (mediatrici per un centro antiviolenza, corsi per donne, limiti di età di un bando) lascia la frase e silenzia la regola con il motivo.",
            "The law forbids choosing workers by sex, looks, family, religion, age or origin, and excluding a nationality from a service. What the work really needs may be asked: a language, a licence, a diploma. Where the law allows it (female mediators in a shelter, courses for women, age limits of a call) keep the sentence and suppress the rule, with the reason.",
        ),
        wrong: "tipo: lavoro\n---\nCerchiamo una ragazza di bella presenza.",
        right: "tipo: lavoro\n---\nCerchiamo una persona che parli arabo.",
        origin: "d.lgs. 215/2003, artt. 2 e 3; d.lgs. 216/2003, artt. 2 e 3; d.lgs. 198/2006, art. 27; l. 300/1970, art. 8",
    },
    function: CheckFunction::Phrases(&PHRASES, on_match),
};

fn on_match(_: &Board, item: &Item, _: &Prose<'_>, phrase: &Phrase<'_>, findings: &mut Findings<'_>) {
    let (before, after) = phrase.passage.sentence(&phrase.range);
    let around = format!("{before} {after}").to_lowercase();
    let is_lawful = match phrase.note {
        FOR_WORK => item.kind() != Kind::Job,
        IF_EXCLUDED => !EXCLUSIONS.matches(&around),
        _ => false,
    };
    if is_lawful || DENIALS.matches(&around) || item.facts.is_archived() {
        return;
    }
    let written = phrase.as_written();
    phrase
        .report(
            findings,
            localized!("«{written}» esclude persone: la legge lo vieta", "«{written}» excludes people: the law forbids it"),
            localized!(
                "scrivi che cosa serve davvero (una lingua, un titolo, un'esperienza); se una legge lo permette: `silenzia: {{discrimination: \"il motivo\"}}`",
                "write what is really needed (a language, a diploma, experience); if a law allows it: `silenzia: {{discrimination: \"the reason\"}}`"
            ),
        )
        .ask(localized!(
            "C'è scritto «{written}»: è una condizione che una legge permette (quale?), o si può togliere?",
            "It says «{written}»: does a law allow this condition (which one?), or can it be taken out?"
        ));
}
