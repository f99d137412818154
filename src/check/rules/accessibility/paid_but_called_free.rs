//! Finds «gratuito» in the text of an opportunity that has a cost.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, Phrase, Prose, near_before, word_lists};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{CostKind, Fact};

word_lists! { "paid_but_called_free.txt":
    /// Phrases that call the opportunity free.
    PHRASES = "free";
}

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "paid-but-called-free",
        severity: Severity::Warning,
        group: RuleGroup::Accessibility,
        summary: text("ciò che si paga non si chiama gratuito", "what is paid for is not called free"),
        explanation: text(
            "Il costo dice che si paga, e il testo dice «gratuito». Se è gratuito solo per alcuni, scrivilo in `agevolazione`; se è gratuita solo una parte, di' quale.",
            "The cost says that there is a fee, and the text says free. If it is free for some people only, say so in `agevolazione`; if only a part is free, say which.",
        ),
        wrong: "titolo: Corso gratuito di italiano\ncosto: {tipo: differito, nota: si paga dopo il primo stipendio}",
        right: "titolo: Corso di italiano\ncosto: {tipo: differito, nota: si paga dopo il primo stipendio}",
        origin: "linee guida del canale, paragrafo 5, criterio «Accessibilità»",
    },
    function: CheckFunction::Phrases(&PHRASES, on_match),
};

fn on_match(_: &Board, item: &Item, prose: &Prose<'_>, phrase: &Phrase<'_>, findings: &mut Findings<'_>) {
    let Some(cost) = item.facts.cost.value() else { return };
    let is_paid = matches!(cost.kind, Some(CostKind::Paid | CostKind::Deferred));
    // With an aid, «gratuito» in the text usually refers to the aid; in the title it is a promise to all readers.
    let in_title =
        !phrase.passage.is_body() && prose.title().text.to_lowercase().contains(&phrase.as_written().to_lowercase());
    let may_mean_aid = matches!(cost.aid, Fact::Known(_)) && !in_title;
    let in_other_field = !phrase.passage.is_body() && !in_title;
    let before = near_before(phrase.passage.text, phrase.range.start);
    let is_negated = before.split_whitespace().next_back().is_some_and(|word| word.eq_ignore_ascii_case("non"));
    if !is_paid || may_mean_aid || in_other_field || is_negated {
        return;
    }
    let written = phrase.as_written();
    phrase
        .report(
            findings,
            localized!(
                "«{written}», ma il costo dice che si paga",
                "«{written}», but the cost says that there is a fee"
            ),
            localized!(
                "togli la parola, o scrivi per chi è gratuito in `agevolazione`",
                "delete the word, or write for whom it is free in `agevolazione`"
            ),
        )
        .ask(localized!("È gratuito o si paga? Per chi?", "Is it free or paid for? For whom?"));
}
