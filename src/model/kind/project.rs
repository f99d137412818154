//! Projects and services that start.

use super::KindSpec;
use crate::model::last_day_field::LastDayField;

/// Guidelines, section 5, list 4.
pub(super) const SPEC: KindSpec = KindSpec {
    key: "progetto",
    emoji: "🌱",
    guideline: "5, elenco 4",
    required: &[
        "titolo",
        "sintesi",
        "ente",
        "pubblicato",
        "obiettivi",
        "destinatari",
        "attivita",
        "inizio",
        "fine",
        "contatti",
    ],
    optional: &[
        "durata_mesi",
        "scadenza",
        "edizioni",
        "fasi",
        "accesso",
        "fondo",
        "codici",
        "posti",
        "territori",
        "costo",
        "luogo",
        "iscrizione",
        "modalita",
        "piattaforma",
        "documenti",
        "benefici",
    ],
    last_day: &[LastDayField::DatedDeadline, LastDayField::End],
    instead: &[("fine", &["durata_mesi"])],
    title_example: "Aiuto nei compiti dopo la scuola",
    summary_example: "Tre pomeriggi alla settimana si studia insieme, gratis.",
};
