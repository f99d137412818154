//! Courses, workshops, seminars, scholarships.

use super::KindSpec;
use crate::model::last_day_field::LastDayField;

/// Guidelines, section 5, list 1.
pub(super) const SPEC: KindSpec = KindSpec {
    key: "formazione",
    emoji: "🎓",
    guideline: "5, elenco 1",
    required: &[
        "titolo",
        "sintesi",
        "ente",
        "pubblicato",
        "destinatari",
        "edizioni",
        "modalita",
        "luogo",
        "costo",
        "iscrizione",
        "scadenza",
        "contatti",
    ],
    optional: &[
        "genere",
        "piattaforma",
        "livello",
        "materia",
        "frequenza",
        "stage",
        "selezione",
        "documenti",
        "benefici",
    ],
    last_day: &[LastDayField::Deadline, LastDayField::Editions],
    instead: &[],
    title_example: "Corso gratuito di italiano A2",
    summary_example: "Sessanta ore di italiano per chi capisce già frasi semplici.",
};

/// What a scholarship must say (`genere: borsa di studio`): what it is worth, and neither dates, hours nor a place.
pub(super) const SCHOLARSHIP: &[&str] = &[
    "titolo",
    "sintesi",
    "ente",
    "pubblicato",
    "destinatari",
    "benefici",
    "documenti",
    "costo",
    "iscrizione",
    "scadenza",
    "contatti",
];
