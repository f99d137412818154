//! Finds `altre_lingue`, which may mean languages that one must speak or languages that are spoken there.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{Audience, FieldPath, LanguageCode};
use crate::path;

const FIELD: &str = "altre_lingue";
const REQUIRED: &str = "lingue_richieste";
const SPOKEN: &str = "lingue_attivita";

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "languages-ambiguous",
        severity: Severity::Warning,
        group: RuleGroup::Clarity,
        summary: text(
            "una lingua è richiesta, o è parlata lì: lo dice il campo",
            "a language is required, or spoken there: the field says which",
        ),
        explanation: text(
            "«altre_lingue» si può leggere in due modi: chi non parla arabo rinuncia a un corso dove l'arabo è solo un aiuto. Scrivi «lingue_richieste» fra i destinatari se senza quelle lingue non si può partecipare, «lingue_attivita» in cima se lì si parlano. Le stesse lingue nei due campi sono un errore: la pagina direbbe «devi parlarle» di lingue che sono un aiuto.",
            "`altre_lingue` can be read in two ways: who does not speak Arabic gives up a course where Arabic is only a help. Write `lingue_richieste` in the audience if one cannot take part without those languages, `lingue_attivita` at the top if they are spoken there. The same languages in both are an error: the page would demand what is only a help.",
        ),
        wrong: "destinatari: {altre_lingue: [en]}",
        right: "destinatari: {lingue_richieste: [en]}",
        origin: "linee guida del canale, paragrafo 5, criterio «Chiarezza»",
    },
    function: CheckFunction::Item(check),
};

fn check(_: &Board, item: &Item, findings: &mut Findings<'_>) {
    let facts = &item.facts;
    if let Some(audience) = facts.audience.value() {
        check_audience(item, audience, path![destinatari.altre_lingue], findings);
    }
    for (index, edition) in facts.editions().iter().enumerate() {
        if let Some(audience) = &edition.audience {
            check_audience(item, audience, path![edizioni[index].destinatari.altre_lingue], findings);
        }
    }
}

fn check_audience(item: &Item, audience: &Audience, path: FieldPath, findings: &mut Findings<'_>) {
    let codes = &audience.other_languages;
    if codes.is_empty() {
        return;
    }
    let spoken: Vec<&str> =
        codes.iter().filter(|code| item.facts.activity_languages.contains(code)).map(LanguageCode::as_str).collect();
    if spoken.is_empty() {
        let message = localized!(
            "«{FIELD}» non dice se quelle lingue sono richieste o se lì si parlano",
            "`{FIELD}` does not say whether those languages are required or spoken there"
        );
        let hint = localized!(
            "se bisogna parlarle scrivi `{REQUIRED}`; se lì si parlano, toglile e scrivi in cima `{SPOKEN}`",
            "if one must speak them write `{REQUIRED}`; if they are spoken there, remove them and write `{SPOKEN}` at the top"
        );
        // No correction: which of the two is meant, only those who wrote it know.
        findings.report_at_field(item, path, message, hint).ask(localized!(
            "Bisogna parlare queste lingue per partecipare, o le parla chi accoglie le persone?",
            "Must one speak these languages to take part, or do those who welcome people speak them?"
        ));
        return;
    }
    let spoken = spoken.join(", ");
    let message = localized!(
        "«{spoken}» è sia in «{FIELD}» sia in «{SPOKEN}»",
        "`{spoken}` is both in `{FIELD}` and in `{SPOKEN}`"
    );
    let hint = localized!(
        "lì si parla: togli «{FIELD}»; se invece bisogna parlarla scrivi `{REQUIRED}`",
        "it is spoken there: remove `{FIELD}`; if one must speak it write `{REQUIRED}`"
    );
    findings.report_at_field(item, path, message, hint).severity = Severity::Error;
}
