//! Finds spaces before punctuation, often left by a link lost in copying.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, Prose, has_pair};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "space-before-punctuation",
        severity: Severity::Warning,
        group: RuleGroup::Clarity,
        summary: text("nessuno spazio prima di punto e virgola", "no space before commas and full stops"),
        explanation: text(
            "Uno spazio prima del punto di solito è il buco lasciato da un link perso nel copiare: «compila il modulo a questo .». Controlla se mancava un indirizzo.",
            "A space before a full stop is usually the gap of a link lost in copying: «compila il modulo a questo .». See whether an address is missing.",
        ),
        wrong: "---\nCompila il modulo a questo indirizzo .",
        right: "---\nCompila il modulo a questo indirizzo: https://example.org/modulo.",
        origin: "norma UNI 6461",
    },
    function: CheckFunction::Prose(check),
};

fn check(_: &Board, item: &Item, prose: &Prose<'_>, findings: &mut Findings<'_>) {
    let text = &item.document.source.text;
    for passage in prose.passages() {
        let is_gap = |space: u8, sign: u8| (space == b' ') & matches!(sign, b',' | b'.' | b';' | b'!' | b'?');
        if !has_pair(passage.text, 1, is_gap) {
            continue;
        }
        let gaps = passage.text.as_bytes().windows(2).enumerate();
        for (at, _) in gaps.filter(|(_, two)| matches!(two, [space, sign] if is_gap(*space, *sign))) {
            let at = at + 1;
            let sign = passage.text.get(at..=at).unwrap_or_default();
            let place = passage.in_file(&(at..at + sign.len()));
            // Look at the file itself, because the prose has spaces in place of markup and addresses.
            let before = text.get(..place.start).unwrap_or_default();
            let after = text.get(place.end..).and_then(|after| after.chars().next());
            let word = before.strip_suffix(' ').is_some_and(|before| before.ends_with(char::is_alphanumeric));
            let last = after.is_none_or(|after| after.is_whitespace() || matches!(after, '"' | '\''));
            // «La scuola ? aperta»: a letter that was lost, which has a rule of its own.
            let is_letter = sign == "?"
                && text
                    .get(place.end..)
                    .and_then(|after| after.trim_start_matches(' ').chars().next())
                    .is_some_and(char::is_lowercase);
            if word && last && !is_letter && text.get(place.clone()) == Some(sign) {
                findings.report_at_span(
                    &item.document,
                    place.start - 1..place.end,
                    localized!(
                        "c'è uno spazio prima di «{sign}»: forse manca un link",
                        "there is a space before «{sign}»: a link may be missing"
                    ),
                    localized!("aggiungi l'indirizzo, o togli lo spazio", "add the address, or delete the space"),
                );
            }
        }
    }
}
