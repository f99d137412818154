//! The form with which an organisation registers: its own fields, and the charter that it accepts.

use serde_json::{Map, Value as Json};

use super::{Describer, Form, FormField, FormSubject, Shape, condition, fields_of};
use crate::board::Board;
use crate::diagnostic::{MessageLanguage, StaticText, text};
use crate::locale::Locales;
use crate::model::{Organisation, OrganisationKind, Record, record_schema};

/// Key of the charter's acceptance.
pub(super) const CHARTER_KEY: &str = "carta";
/// Fields that a registration must have, besides those that every file of an organisation has.
pub(super) const NEEDED: [&str; 4] = ["nome", "tipo", "contatti", CHARTER_KEY];

/// Fields about which forms have more to say than their label.
const QUESTIONS: [(&str, StaticText); 5] = [
    (
        "contatti",
        text(
            "A quale telefono o e-mail rispondete? Quelli dell'ufficio, non di una persona.",
            "At which telephone or e-mail do you answer? The office's, not a person's.",
        ),
    ),
    (
        CHARTER_KEY,
        text(
            "È una pagina sola: che cosa promette chi annuncia, e che cosa fa la redazione.",
            "It is one page: what announcers promise, and what the editors do.",
        ),
    ),
    (
        "codice_fiscale",
        text(
            "Undici cifre: serve a trovarvi nei registri. Mai quello di una persona.",
            "Eleven digits: it serves to find you in the registers. Never a person's.",
        ),
    ),
    (
        "registro",
        text(
            "RUNTS per gli enti del terzo settore, IPA per gli enti pubblici, e il numero o codice.",
            "RUNTS for third-sector organisations, IPA for public bodies, and the number or code.",
        ),
    ),
    (
        "inclusione",
        text(
            "Un'azienda può annunciare se aiuta davvero le persone migranti e rifugiate: dite come.",
            "A company may announce if it really helps migrants and refugees: say how.",
        ),
    ),
];

/// Describes the form with which an organisation registers, in the language of the page.
#[must_use]
pub fn organisation_form(board: &Board, locales: &Locales, language: MessageLanguage) -> Form {
    let describer = Describer::new(board, locales, None, language);
    let schema = record_schema::<Organisation>();
    let charter = board.charter_version();
    let describe = |key: &str, is_required: bool| -> Option<FormField> {
        let field = Organisation::FIELDS.iter().find(|field| field.key == key)?;
        let when = condition(key, Organisation::FIELDS);
        let described = describer.field(field, schema.get("properties")?.get(key)?, is_required, when)?;
        let question = QUESTIONS.iter().find(|(known, _)| *known == key);
        let question = question.map(|(_, question)| question.in_language(language).to_owned()).or(described.question);
        let shape = match (key, charter) {
            (CHARTER_KEY, Some(version)) => Shape::Agreement { version: version.to_owned() },
            (CHARTER_KEY, None) => return None,
            _ => described.shape,
        };
        let has_example = !matches!(shape, Shape::Agreement { .. });
        let example = described.example.filter(|_| has_example);
        // Nothing of it is asked later: without these answers there is no organisation to look up.
        Some(FormField { question, shape, example, none: None, unknown: None, ..described })
    };
    let needed = NEEDED.iter().filter_map(|key| describe(key, true)).collect();
    let own = Organisation::FIELDS.iter().filter(|field| {
        !NEEDED.contains(&field.key) && !FormSubject::Organisation.editors_fields().contains(&field.key)
    });
    let own = own.filter_map(|field| describe(field.key, false)).collect();
    Form { kind: FormSubject::Organisation.key(), groups: fields_of(needed, own, Vec::new()) }
}

/// Kinds of organisation that need not say what they do for inclusion.
pub(super) fn kinds_without_inclusion() -> Vec<&'static str> {
    let asked = [OrganisationKind::Company, OrganisationKind::EmploymentAgency];
    OrganisationKind::ALL.iter().filter(|kind| !asked.contains(kind)).map(|kind| kind.word()).collect()
}

/// Needed answers that a registration lacks although no rule asks for them: contacts, and the charter of a board that has
/// one.
pub(super) fn missing_answers<'k>(
    board: &'k Board,
    facts: &'k Map<String, Json>,
) -> impl Iterator<Item = &'static str> + 'k {
    let is_asked = |key: &&str| *key == "contatti" || *key == CHARTER_KEY && board.charter_version().is_some();
    NEEDED.into_iter().filter(is_asked).filter(|key| !facts.contains_key(*key))
}
