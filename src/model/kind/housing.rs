//! Homes and help to pay them.

use super::KindSpec;
use crate::model::last_day_field::LastDayField;

/// Guidelines, section 4; the fields follow those of news (section 5, list 3), with what an aid must say to be asked for.
pub(super) const SPEC: KindSpec = KindSpec {
    key: "abitare",
    emoji: "🏠",
    guideline: "4 e 5, elenco 3",
    required: &[
        "titolo",
        "sintesi",
        "ente",
        "pubblicato",
        "benefici",
        "destinatari",
        "documenti",
        "iscrizione",
        "scadenza",
        "fonte",
        "contatti",
    ],
    optional: &[
        "genere",
        "importo_max",
        "percentuale",
        "alloggi",
        "cumulabile",
        "contratto_registrato",
        "cosa_fare",
        "costo",
        "costi_amministrativi",
        "edizioni",
        "modalita",
        "luogo",
    ],
    last_day: &[LastDayField::Deadline, LastDayField::Editions],
    instead: &[("benefici", &["importo_max", "percentuale", "alloggi", "servizi"])],
    title_example: "Contributo per l'affitto",
    summary_example: "Il Comune paga una parte dell'affitto a chi ha un contratto registrato.",
};
