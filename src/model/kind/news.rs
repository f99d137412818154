//! News.

use super::KindSpec;
use crate::model::last_day_field::LastDayField;

/// Guidelines, section 5, list 3.
pub(super) const SPEC: KindSpec = KindSpec {
    key: "notizia",
    emoji: "🌍",
    guideline: "5, elenco 3",
    required: &["titolo", "sintesi", "ente", "pubblicato", "destinatari", "azione_richiesta", "fonte", "contatti"],
    optional: &[
        "validita_fino",
        "costo",
        "prima",
        "dopo",
        "conteggi",
        "luogo",
        "accesso",
        "edizioni",
        "vigore_dal",
        "documenti",
        "benefici",
    ],
    last_day: &[LastDayField::ActionDeadline, LastDayField::ValidUntil],
    instead: &[("destinatari", &["pubblico"]), ("azione_richiesta", &["accesso"])],
    title_example: "Nuovo orario dello sportello",
    summary_example: "Lo sportello di via Assisi apre anche il sabato mattina.",
};
