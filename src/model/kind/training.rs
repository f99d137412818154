//! Courses, workshops, seminars, scholarships.

use super::KindSpec;

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
    optional: &["piattaforma", "livello", "materia", "frequenza", "stage", "selezione", "documenti", "benefici"],
};
