//! News.

use super::KindSpec;

/// Guidelines, section 5, list 3.
pub(super) const SPEC: KindSpec = KindSpec {
    key: "notizia",
    emoji: "🌍",
    guideline: "5, elenco 3",
    required: &["titolo", "sintesi", "ente", "pubblicato", "fonte", "contatti"],
    optional: &[
        "azione_richiesta",
        "validita_fino",
        "costo",
        "prima",
        "dopo",
        "conteggi",
        "luogo",
        "accesso",
        "edizioni",
        "vigore_dal",
        "destinatari",
        "documenti",
        "benefici",
    ],
};
