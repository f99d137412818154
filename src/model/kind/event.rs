//! Meetings, open days, fairs.

use super::KindSpec;
use crate::model::last_day_field::LastDayField;

/// Guidelines, section 5, list 5.
pub(super) const SPEC: KindSpec = KindSpec {
    key: "evento",
    emoji: "📅",
    guideline: "5, elenco 5",
    required: &[
        "titolo",
        "sintesi",
        "ente",
        "pubblicato",
        "edizioni",
        "modalita",
        "luogo",
        "programma",
        "destinatari",
        "costo",
        "iscrizione",
        "contatti",
    ],
    optional: &["scadenza", "ingresso", "accesso", "diretta", "piattaforma", "documenti"],
    last_day: &[LastDayField::Editions],
    instead: &[("destinatari", &["pubblico"])],
    title_example: "Festa di quartiere",
    summary_example: "Una merenda in cortile per conoscere chi abita vicino.",
};
