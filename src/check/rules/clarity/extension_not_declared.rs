//! Finds announcements of an extended deadline without the previous one in `prorogata_dal`.

use crate::board::{Board, Item};
use crate::check::{BaseBoard, Check, CheckFunction, Findings, Phrase, Prose, word_lists};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::path;

word_lists! { "extension_not_declared.txt":
    /// Phrases that announce an extension.
    PHRASES = "extensions";
    /// Words of sentences about applying, where the extension is that of the offer.
    APPLYING_WORDS = "applying";
    /// Words of sentences about something else that is extended or postponed.
    OTHER_POSTPONEMENTS = "other postponements";
    /// Words of a title or summary that already announces a postponement.
    ANNOUNCED_POSTPONEMENT = "announced postponement";
    /// Forms used for lessons and meetings too.
    FORMS_FOR_LESSONS_TOO = "forms for lessons too";
}

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "extension-not-declared",
        severity: Severity::Warning,
        group: RuleGroup::Clarity,
        summary: text("una proroga dice la scadenza che aveva prima", "an extension names the deadline it had before"),
        explanation: text(
            "Se la scadenza è stata spostata, `scadenza` è quella nuova e `prorogata_dal` quella vecchia: la pagina mostra tutte e due, e chi ha visto la vecchia capisce. «PROROGA» nel titolo non serve. Una scadenza pubblicata che va più avanti si vede con `bacheca check --base`.",
            "If the deadline was moved, `scadenza` is the new one and `prorogata_dal` the old: the page shows both, so people who saw the old one understand. «PROROGA» in the title is not needed. A published deadline that moves on is seen with `bacheca check --base`.",
        ),
        wrong: "titolo: \"PROROGA: corso di italiano\"",
        right: "titolo: Corso di italiano\nscadenza: 2026-12-04\nprorogata_dal: 2026-11-27",
        origin: "linee guida del canale, paragrafo 5, «Scadenza per l'iscrizione»",
    },
    function: CheckFunction::Several(&[CheckFunction::Phrases(&PHRASES, on_match), CheckFunction::Change(compare)]),
};

/// A published deadline that is later now, without the one before.
fn compare(board: &Board, base: &BaseBoard, findings: &mut Findings<'_>) {
    for before in &base.items {
        let Some(item) = before.names.iter().find_map(|name| board.item(name)) else { continue };
        let (Some((_, old, _)), Some((field, new, _))) = (before.facts.extendable_day(), item.facts.extendable_day())
        else {
            continue;
        };
        let is_moved = field.is_deadline() && old.last_day() < new.last_day();
        let is_declared =
            item.facts.extended_from != before.facts.extended_from || item.facts.extended_from == Some(old);
        if !is_moved || is_declared || !board.is_published(item) || item.permalink_elsewhere().is_some() {
            continue;
        }
        let slug = &item.slug;
        findings.report_at_field(
            item,
            field.field_path(),
            localized!(
                "la scadenza pubblicata era {old} e adesso è {new}: chi ha letto quella di prima non capisce quale vale",
                "the published deadline was {old} and is {new} now: whoever has read the one before does not know which holds"
            ),
            localized!(
                "aggiungi `prorogata_dal: {old}` (`bacheca extend {slug} --to …` scrive tutto insieme); se la data di prima era uno sbaglio scrivi `silenzia: {{extension-not-declared: la data di prima era sbagliata}}`",
                "add `prorogata_dal: {old}` (`bacheca extend {slug} --to …` writes all of it); if the date before was a mistake write `silenzia: {{extension-not-declared: the date before was wrong}}`"
            ),
        );
    }
}

fn on_match(_: &Board, item: &Item, prose: &Prose<'_>, phrase: &Phrase<'_>, findings: &mut Findings<'_>) {
    use crate::model::Kind;
    let has_deadline_kind =
        matches!(item.kind(), Kind::Training | Kind::Job | Kind::Housing | Kind::Event | Kind::News);
    if item.facts.extended_from.is_some() || !has_deadline_kind {
        return;
    }
    let (title, summary) = (item.title().to_lowercase(), prose.summary().text.to_lowercase());
    let written = phrase.as_written().to_lowercase();
    let sentence = phrase.passage.sentence_around(&phrase.range);
    let is_about_applying = APPLYING_WORDS.matches(sentence) && !OTHER_POSTPONEMENTS.matches(sentence);
    // Lessons and meetings may be postponed too.
    let moved = FORMS_FOR_LESSONS_TOO.matches(phrase.form);
    let message =
        localized!("è una proroga, ma non si sa di quale scadenza", "this is an extension, but of which deadline?");
    let hint = localized!(
        "scrivi la scadenza di prima: `prorogata_dal: 2026-11-15`; la nuova resta in `scadenza`",
        "write the deadline before: `prorogata_dal: 2026-11-15`; the new one stays in `scadenza`"
    );
    let field =
        [(path![titolo], &title), (path![sintesi], &summary)].into_iter().find(|(_, text)| text.contains(&written));
    let found = match field {
        Some((field, _)) if !moved || is_about_applying => findings.report_at_field(item, field, message, hint),
        // A permit or a contract may be extended too: the text must refer to applying, and one finding is enough.
        None if phrase.passage.is_body()
            && phrase.form.contains(' ')
            && is_about_applying
            && !ANNOUNCED_POSTPONEMENT.matches(&title)
            && !ANNOUNCED_POSTPONEMENT.matches(&summary) =>
        {
            phrase.report(findings, message, hint)
        }
        _ => return,
    };
    found.ask(localized!("Qual era la scadenza prima della proroga?", "Which was the deadline before the extension?"));
}
