//! Finds acronyms followed by a full form in brackets that is not theirs.

use crate::board::{Board, Item};
use crate::check::acronyms::Acronym;
use crate::check::{Check, CheckFunction, Findings, Prose, near_after, near_before};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "acronym-misread",
        severity: Severity::Warning,
        group: RuleGroup::Clarity,
        summary: text("una sigla è sciolta nelle sue parole", "an acronym is expanded correctly"),
        explanation: text(
            "Le parole fra parentesi non sono quelle della sigla. Chi cerca l'ufficio con il nome sbagliato non lo trova.",
            "The words in brackets are not those of the acronym. People who look for the office under the wrong name do not find it.",
        ),
        wrong: "---\nSi accede tramite il PUA (Piano di Zona Unico).",
        right: "---\nSi accede tramite il PUA (Punto unico di accesso).",
        origin: "linee guida del canale, paragrafo 5, criterio «Qualità e affidabilità»",
    },
    function: CheckFunction::Prose(check),
};

fn check(_: &Board, item: &Item, prose: &Prose<'_>, findings: &mut Findings<'_>) {
    for passage in prose.passages() {
        for open in memchr::memchr_iter(b'(', passage.text.as_bytes()) {
            let before = near_before(passage.text, open).trim_end_matches([' ', '*']);
            let start = before
                .rfind(|c: char| !c.is_alphanumeric())
                .map_or(0, |at| at + before.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8));
            let acronym = before.get(start..).unwrap_or_default();
            let rest = near_after(passage.text, open + 1);
            let Some(inner) = rest.find(')').and_then(|close| rest.get(..close)) else { continue };
            let Some(meant) = Acronym::find(acronym).filter(|_| looks_like_full_form(inner)) else { continue };
            if meant.expansions().any(|form| matches_full_form(form, inner)) {
                continue;
            }
            let right = meant.expansion();
            let range = open + 1..open + 1 + inner.len();
            findings
                .report_in_passage(
                    &item.document,
                    &passage,
                    range,
                    localized!("«{acronym}» non vuol dire «{inner}»", "«{acronym}» does not mean «{inner}»"),
                    localized!("di solito {acronym} è: {right}", "{acronym} usually means: {right}"),
                )
                .ask(localized!("Con «{acronym}» intendete «{right}»?", "By «{acronym}», do you mean «{right}»?"));
        }
    }
}

/// Whether the words in brackets are a full form (a capital and several words) and not an explanation («il documento…»).
fn looks_like_full_form(inner: &str) -> bool {
    let words = inner.split_whitespace().count();
    inner.starts_with(char::is_uppercase) && (2..=9).contains(&words) && !inner.contains(|c: char| c.is_ascii_digit())
}

fn matches_full_form(form: &str, inner: &str) -> bool {
    let plain = |text: &str| text.to_lowercase().replace(['\'', '’', '-'], " ");
    let (form, inner) = (plain(form), plain(inner));
    inner.contains(&form) || form.contains(&inner) || strsim::normalized_levenshtein(&form, &inner) > 0.7
}
