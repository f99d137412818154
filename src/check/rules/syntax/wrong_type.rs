//! Reports values of the wrong type, such as a list in place of a text.

use crate::board::Problem;
use crate::check::problem_words::quote;
use crate::check::{Check, CheckFunction, problem_words::finding};
use crate::diagnostic::LocalizedString;
use crate::diagnostic::{Diagnostic, Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{Expected, Written};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "wrong-type",
        severity: Severity::Error,
        group: RuleGroup::Syntax,
        summary: text("ogni valore ha la forma del suo campo", "every value has the shape of its field"),
        explanation: text(
            "Alcuni campi sono testi, altri elenchi, altri gruppi di campi. Il messaggio mostra come si scrive quello che manca.",
            "Some fields are texts, some lists, some maps of fields. The message shows how this one is written.",
        ),
        wrong: "titolo: [Corso, Italiano]",
        right: "titolo: Corso di italiano",
        origin: "formato dei contenuti",
    },
    function: CheckFunction::LoadingProblem,
};

pub(in crate::check) fn describe(at: &Problem, written: &Written, expected: &Expected) -> Diagnostic {
    let written = quote(written);
    let found = finding(
        &const { CHECK.rule.brief() },
        at,
        localized!("{written} non va bene qui", "{written} does not fit here"),
    )
    .hint(describe_expected(expected));
    match expected {
        Expected::LanguageCode(Some(code)) => found.correction(at.span.clone(), (*code).to_owned(), false),
        _ => found,
    }
}

/// Hint with an example of the expected type.
fn describe_expected(expected: &Expected) -> LocalizedString {
    match expected {
        Expected::Text => localized!(
            "scrivi un testo, fra virgolette se contiene « : » o «#»",
            "write a text, in quotes if it holds ` : ` or `#`"
        ),
        Expected::YesOrNo => localized!("scrivi `sì` o `no`", "write `sì` or `no`"),
        Expected::Date => {
            localized!("scrivi una data, per esempio `2026-11-30`", "write a date, for example `2026-11-30`")
        }
        Expected::Fields(keys) => {
            let keys = keys.join(", ");
            localized!("scrivi un gruppo di campi: {keys}", "write a map of fields: {keys}")
        }
        Expected::TextOrFields(keys) => {
            let keys = keys.join(", ");
            localized!("scrivi un testo, o un gruppo di campi: {keys}", "write a text, or a map of fields: {keys}")
        }
        Expected::LanguageCode(Some(code)) => {
            localized!("scrivi la sigla della lingua: `{code}`", "write the code of the language: `{code}`")
        }
        Expected::LanguageCode(None) => localized!(
            "scrivi la sigla di una lingua: it, en, fr, ar, bn, uk…",
            "write the code of a language: it, en, fr, ar, bn, uk…"
        ),
        Expected::Coordinates => localized!(
            "scrivi latitudine e longitudine: `[41.8896, 12.4755]`",
            "write latitude and longitude: `[41.8896, 12.4755]`"
        ),
        Expected::Audience => localized!(
            "scrivi a chi è rivolto, per esempio `persone rifugiate e richiedenti asilo`; se è per chiunque: `tutti`",
            "write whom it is for, for example `persone rifugiate e richiedenti asilo`; if it is for everybody: `tutti`"
        ),
        Expected::Channel => {
            localized!("scrivi dove è uscito: `canale: whatsapp`", "write where it was posted: `canale: whatsapp`")
        }
        Expected::PostTime => localized!(
            "scrivi quando è uscito, per esempio `\"2026-11-21T10:00\"`",
            "write when it was posted, for example `\"2026-11-21T10:00\"`"
        ),
        Expected::RequiredLanguage => localized!(
            "scrivi il codice della lingua, o `una_di: [ar, bn]` se ne basta una",
            "write the code of the language, or `una_di: [ar, bn]` if one is enough"
        ),
        Expected::RequiredDocument => localized!(
            "scrivi il nome del documento, o `uno_di: [passaporto, carta d'identità]`",
            "write the document's name, or `uno_di: [passaporto, carta d'identità]`"
        ),
        Expected::EnrolmentWay => localized!(
            "scrivi come: `canale: modulo online`, `email`, `telefono`, `a mano`…",
            "write which way: `canale: modulo online`, `email`, `telefono`, `a mano`…"
        ),
        Expected::Seats => localized!(
            "scrivi `posti: 15` o `posti: {{min: 50, max: 100}}`",
            "write `posti: 15` or `posti: {{min: 50, max: 100}}`"
        ),
        Expected::PeriodStart => {
            localized!("scrivi almeno `inizio: 2026-12-01`", "write at least `inizio: 2026-12-01`")
        }
        Expected::HoursOfDays => localized!(
            "scrivi `giorni: [mar, gio]` e `ore: \"9:00-11:00\"`",
            "write `giorni: [mar, gio]` and `ore: \"9:00-11:00\"`"
        ),
        Expected::HoursOfDates => localized!(
            "scrivi il giorno e le ore: `{{date: 2026-12-13, ore: \"9:00-13:00\"}}`",
            "write the day and the hours: `{{date: 2026-12-13, ore: \"9:00-13:00\"}}`"
        ),
        Expected::ClosedDates => localized!(
            "scrivi i giorni e il motivo: `{{date: 2026-08-10/2026-08-21, motivo: ferie}}`",
            "write the days and the reason: `{{date: 2026-08-10/2026-08-21, motivo: ferie}}`"
        ),
        Expected::CostKind => localized!(
            "scrivi il tipo: `costo: gratuito` o `costo: {{tipo: contributo, importo: 25}}`",
            "write its kind: `costo: gratuito` or `costo: {{tipo: contributo, importo: 25}}`"
        ),
        Expected::OrganisationName => localized!(
            "scrivi almeno il nome: `ente: {{nome: Caritas di Roma}}`",
            "write at least its name: `ente: {{nome: Caritas di Roma}}`"
        ),
        Expected::Suppressions => localized!(
            "scrivi la regola e il motivo: `silenzia: {{relative-time: \"lo dice il bando\"}}`",
            "write the rule and the reason: `silenzia: {{relative-time: \"lo dice il bando\"}}`"
        ),
    }
}
