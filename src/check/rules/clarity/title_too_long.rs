//! Finds titles that cards, sheets and chats have no room for.

use crate::board::{Board, Item, Located};
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::path;

/// Most characters of a title that has no short form: on a telephone of 360 pixels more take a fifth line, and the board
/// of what is open cuts them.
const MAX_LETTERS: usize = 72;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "title-too-long",
        severity: Severity::Warning,
        group: RuleGroup::Clarity,
        summary: text("un titolo lungo ha anche una forma breve", "a long title has a short form too"),
        explanation: text(
            "Oltre 72 lettere un titolo prende cinque righe sul telefono, e sulla locandina di tutto quello che è aperto si taglia. Accorcialo; se servono tutte le parole, scrivi in «titolo_breve» la stessa cosa in 40 lettere al massimo: la usano gli elenchi, le locandine, i messaggi e la scheda del browser. Vale anche per una traduzione.",
            "Beyond 72 letters a title takes five lines on a telephone, and the sheet of all that is open cuts it. Shorten it; if all its words are needed, write the same in at most 40 letters in `titolo_breve`: lists, posters, messages and the tab of the browser use it. The same holds for a translation.",
        ),
        wrong: "titolo: Contributo per la caparra e i primi mesi di affitto per chi lascia un centro",
        right: "titolo: Contributo per la caparra e i primi mesi di affitto per chi lascia un centro\ntitolo_breve: Aiuto per la caparra e l'affitto",
        origin: "formato dei contenuti; linee guida del canale, paragrafo 7.1",
    },
    function: CheckFunction::Item(check),
};

fn check(_: &Board, item: &Item, findings: &mut Findings<'_>) {
    // Nobody hangs or sends what is only kept in the archive.
    if item.facts.is_archived() {
        return;
    }
    ask_for_short_title(item, item.facts.short_title.as_deref(), item.title(), findings);
    for translation in item.translations.values() {
        let title = translation.facts.title.as_deref().unwrap_or_default();
        ask_for_short_title(translation, translation.facts.short_title.as_deref(), title, findings);
    }
}

fn ask_for_short_title(file: &dyn Located, short: Option<&str>, title: &str, findings: &mut Findings<'_>) {
    let letters = title.chars().count();
    if short.is_none() && letters > MAX_LETTERS {
        findings.report_at_field(
            file,
            path![titolo],
            localized!(
                "il titolo ha {letters} lettere: su telefono, locandine e messaggi non ci sta",
                "the title has {letters} letters: telephones, posters and messages have no room for it"
            ),
            localized!(
                "accorcialo, o aggiungi `titolo_breve:` con la stessa cosa in 40 lettere al massimo",
                "shorten it, or add `titolo_breve:` with the same in at most 40 letters"
            ),
        );
    }
}
