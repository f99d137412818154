//! Finds pay without an amount or a collective agreement («Retribuzione: sì»).

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, word_lists};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::path;

word_lists! { "pay_vague.txt":
    /// Beginnings of vague values.
    VAGUE_BEGINNINGS = "vague values";
}

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "pay-vague",
        severity: Severity::Error,
        group: RuleGroup::Clarity,
        summary: text(
            "la retribuzione dice quanto, o secondo quale contratto",
            "the pay says how much, or by which agreement",
        ),
        explanation: text(
            "«Sì» non dice se si guadagnano 500 o 1.500 euro. Scrivi la cifra, o il contratto nazionale e il livello; se è gratuito, `non previsto`.",
            "«Sì» does not say whether the pay is 500 or 1,500 euro. Write the amount, or the collective agreement and grade; if there is none, `non previsto`.",
        ),
        wrong: "tipo: lavoro\nretribuzione: sì",
        right: "tipo: lavoro\nretribuzione: {importo: 1.400, unita: mese, lordo: sì}",
        origin: "linee guida del canale, paragrafo 5, elenco 2, «Retribuzione o indicazione se è prevista»",
    },
    function: CheckFunction::Item(check),
};

fn check(_: &Board, item: &Item, findings: &mut Findings<'_>) {
    let Some(pay) = item.facts.pay.value() else { return };
    let text = pay.text.as_deref().map(|text| text.trim().trim_end_matches(['.', '!']).to_lowercase());
    let vague = text.as_deref().is_some_and(|text| {
        let names_pay = text.chars().any(|c| c.is_ascii_digit()) || text.contains("contratt") || text.contains("ccnl");
        let is_bare_answer = matches!(text, "sì" | "si" | "yes" | "true" | "ok" | "no");
        is_bare_answer || (!names_pay && VAGUE_BEGINNINGS.matches(text))
    });
    if pay.amount.is_some() || pay.maximum.is_some() || !vague {
        return;
    }
    let written = pay.text.as_deref().unwrap_or_default();
    findings
        .report_at_field(
            item,
            path![retribuzione],
            localized!("«{written}» non dice quanto si guadagna", "«{written}» does not say what the pay is"),
            localized!(
                "scrivi `{{importo: 1.400, unita: mese, lordo: sì}}`, il contratto nazionale, o `non previsto`",
                "write `{{importo: 1.400, unita: mese, lordo: sì}}`, the collective agreement, or `non previsto`"
            ),
        )
        .ask(localized!(
            "Quanto si guadagna (lordo o netto, al mese o all'ora), o quale contratto nazionale si applica?",
            "What is the pay (before or after tax, a month or an hour), or which collective agreement applies?"
        ));
}
