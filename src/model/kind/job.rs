//! Jobs, internships, civil service.

use super::KindSpec;
use crate::model::last_day_field::LastDayField;

/// Guidelines, section 5, list 2.
pub(super) const SPEC: KindSpec = KindSpec {
    key: "lavoro",
    emoji: "💼",
    guideline: "5, elenco 2",
    required: &[
        "titolo",
        "sintesi",
        "ente",
        "pubblicato",
        "mansioni",
        "requisiti",
        "modalita",
        "luogo",
        "contratto",
        "retribuzione",
        "candidatura",
        "scadenza",
        "contatti",
    ],
    optional: &["destinatari", "posti", "lingue", "patente", "turni", "documenti", "benefici", "piattaforma"],
    last_day: &[LastDayField::Deadline, LastDayField::Editions],
    instead: &[],
    title_example: "Aiuto cuoco in una mensa",
    summary_example: "Prepari i pasti di una mensa, dal lunedì al venerdì.",
};
