//! Finds wa.me links whose number is not in international format.

use std::ops::Range;

use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::source::Document;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "whatsapp-link-wrong",
        severity: Severity::Error,
        group: RuleGroup::Reliability,
        summary: text("i link wa.me aprono una conversazione", "wa.me links open a conversation"),
        explanation: text(
            "Dopo wa.me/ va il numero con il prefisso del paese, senza + e senza zeri davanti: 39 e poi il numero.",
            "After wa.me/ comes the number with its country's prefix, without + and leading zeros: 39 and then the number.",
        ),
        wrong: "iscrizione: https://wa.me/00393515927691",
        right: "iscrizione: https://wa.me/393515927691",
        origin: "WhatsApp, «How to use click to chat»",
    },
    function: CheckFunction::Address(check),
};

fn check(document: &Document, address: &str, range: Range<usize>, findings: &mut Findings<'_>) {
    let Some((_, rest)) = address.split_once("://wa.me/") else { return };
    let number = rest.split(['?', '/']).next().unwrap_or_default();
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let meant = digits.trim_start_matches('0');
    let bare_mobile = digits.starts_with('3') && digits.len() == 10;
    if !number.starts_with(|c: char| c.is_ascii_digit() || c == '+' || c == '%') || (number == meant && !bare_mobile) {
        return;
    }
    let meant = if bare_mobile { format!("39{meant}") } else { meant.to_owned() };
    let corrected = address.replacen(number, &meant, 1);
    findings
        .report_at_span(
            document,
            range.clone(),
            localized!("«{address}» non apre nessuna conversazione", "`{address}` opens no conversation"),
            localized!("scrivi `{corrected}`", "write `{corrected}`"),
        )
        .correct(range, corrected, false);
}
