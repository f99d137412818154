//! Finds announcements of an extended deadline without the previous one in `prorogata_dal`.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, Phrase, Prose, word_lists};
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
            "Se la scadenza è stata spostata, `scadenza` è quella nuova e `prorogata_dal` quella vecchia: la pagina mostra tutte e due, e chi ha visto la vecchia capisce. «PROROGA» nel titolo non serve.",
            "If the deadline was moved, `scadenza` is the new one and `prorogata_dal` the old: the page shows both, so people who saw the old one understand. «PROROGA» in the title is not needed.",
        ),
        wrong: "titolo: \"PROROGA: corso di italiano\"",
        right: "titolo: Corso di italiano\nscadenza: 2026-12-04\nprorogata_dal: 2026-11-27",
        origin: "linee guida del canale, paragrafo 5, «Scadenza per l'iscrizione»",
    },
    function: CheckFunction::Phrases(&PHRASES, on_match),
};

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
