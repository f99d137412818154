//! Finds sentences in which citizenship takes another level of Italian than the law demands.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, Prose, Token, tokenize, word_lists};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;

word_lists! { "citizenship_level.txt":
    /// Words of a sentence about asking for citizenship.
    ASKING = "asking";
    /// Words of a sentence about another thing of that name, or about another paper too.
    OTHER_THINGS = "other things";
}

/// The level that the law demands.
const DEMANDED: &str = "B1";

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "citizenship-level",
        severity: Severity::Warning,
        group: RuleGroup::Reliability,
        summary: text("per la cittadinanza serve il livello B1", "citizenship takes level B1"),
        explanation: text(
            "Chi chiede la cittadinanza per matrimonio o per residenza dimostra il B1 (con eccezioni: l'accordo di integrazione, il permesso UE di lungo periodo). L'A2 serve per il permesso UE. Chi studia per l'esame sbagliato paga una domanda che viene respinta.",
            "Who asks for citizenship by marriage or residence proves B1 (with exceptions: the integration agreement, the long-term EU permit). A2 is for the EU permit. Who studies for the wrong exam pays for an application that is refused.",
        ),
        wrong: "---\nCon il certificato A2 puoi chiedere la cittadinanza italiana.",
        right: "---\nCon il certificato A2 puoi chiedere il permesso UE. Per la cittadinanza italiana serve il B1.",
        origin: "l. 91/1992, art. 9.1 (d.l. 113/2018, art. 14)",
    },
    function: CheckFunction::Prose(check),
};

fn check(_: &Board, item: &Item, prose: &Prose<'_>, findings: &mut Findings<'_>) {
    for passage in prose.passages() {
        // Most texts do not speak of it.
        let Some(at) = passage.text.find("ittadinanza") else { continue };
        let word = at..at + "ittadinanza".len();
        let (before, after) = passage.sentence(&word);
        let [before, after] = [before, after].map(|text| tokenize(text, &(0..text.len())));
        let tokens = || before.iter().chain(&after);
        let level = |token: &&Token<'_>| ["A1", "A2"].into_iter().find(|level| token.is(&[level]));
        let is_right = tokens().any(|token| token.is(&[DEMANDED]) || token.is_in(&OTHER_THINGS));
        let Some(level) = tokens().find_map(|token| level(&token)).filter(|_| !is_right) else { continue };
        if !tokens().any(|token| token.is_in(&ASKING)) {
            continue;
        }
        findings
            .report_in_passage(
                &item.document,
                &passage,
                word,
                localized!("per la cittadinanza serve il {DEMANDED}, non l'{level}", "citizenship takes {DEMANDED}, not {level}"),
                localized!(
                    "scrivi il livello giusto; l'A2 è quello del permesso UE di lungo periodo",
                    "write the right level; A2 is that of the long-term EU permit"
                ),
            )
            .ask(localized!(
                "Nel testo la cittadinanza si chiede con l'{level}, ma la legge chiede il {DEMANDED}: si parla di un'altra domanda?",
                "In the text citizenship is asked for with {level}, but the law demands {DEMANDED}: is another application meant?"
            ));
    }
}
