//! Laws, circulars, procedures.

use super::KindSpec;
use crate::model::last_day_field::LastDayField;

/// Guidelines, section 4; the fields follow those of news (section 5, list 3).
pub(super) const SPEC: KindSpec = KindSpec {
    key: "normativa",
    emoji: "📜",
    guideline: "4 e 5, elenco 3",
    required: &[
        "titolo",
        "sintesi",
        "ente",
        "pubblicato",
        "destinatari",
        "vigore_dal",
        "cosa_fare",
        "fonte",
        "contatti",
    ],
    optional: &["atto", "vigore_al", "permessi_toccati", "documenti", "costi_amministrativi"],
    last_day: &[LastDayField::InForceUntil],
    instead: &[("destinatari", &["permessi_toccati"]), ("vigore_dal", &["vigore_al", "atto"])],
    title_example: "\"Permesso di soggiorno: cambia il modulo\"",
    summary_example: "Per rinnovare il permesso si usa un modulo nuovo.",
};
