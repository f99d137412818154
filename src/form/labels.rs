//! Words of forms that no field declares: keys of values with a notation of their own, words without texts in the theme.

use crate::diagnostic::{StaticText, text};

/// Keys of maps that no record declares, in the order in which they are written, with their labels.
pub(super) const NOTATION_KEYS: [(&str, StaticText); 9] = [
    ("inizio", text("Dal", "From")),
    ("fine", text("Al", "To")),
    ("min", text("Almeno", "At least")),
    ("max", text("Al massimo", "At most")),
    ("giorni", text("In questi giorni", "On these days")),
    ("ore", text("A che ora", "At what time")),
    ("uno_di", text("Ne basta uno", "One of these is enough")),
    ("una_di", text("Ne basta una", "One of these is enough")),
    ("quando", text("Quando serve", "When it is needed")),
];

/// Label of a key in a map that no record declares.
pub(super) fn key_label(key: &str) -> Option<StaticText> {
    NOTATION_KEYS.iter().find(|(known, _)| *known == key).map(|(_, label)| *label)
}

/// English label of a word whose vocabulary has no texts in the theme, because no page shows it.
pub(super) fn english_word(vocabulary: &str, word: &str) -> Option<&'static str> {
    Some(match (vocabulary, word) {
        ("", "nessuna") => "none, not even on public holidays",
        ("readership", "persone") => "people who look for it themselves",
        ("readership", "operatori") => "social workers",
        ("readership", "enti") => "organisations",
        ("readership" | "recipient", "famiglie" | "famiglia") => "families",
        ("recipient", "persona") => "the person",
        ("recipient", "azienda") => "a company",
        ("subject", "italiano") => "Italian",
        ("subject", "professionale") => "vocational",
        ("subject", "digitale") => "computers and digital skills",
        ("subject", "civica") => "rights and life in Italy",
        ("subject", "patente") => "driving licence",
        ("subject", "università") => "university",
        ("subject", "cura") => "caring for people",
        ("subject", "altro") => "something else",
        ("channel", "modulo online") => "online form",
        ("channel", "email") => "e-mail",
        ("channel", "pec") => "certified e-mail (PEC)",
        ("channel", "telefono") => "telephone",
        ("channel", "whatsapp") => "WhatsApp",
        ("channel", "piattaforma") => "online portal",
        ("channel", "a mano") => "in person, on paper",
        ("channel", "raccomandata") => "registered letter",
        ("channel", "prima lezione") => "at the first lesson",
        ("channel", "su segnalazione") => "through a social service",
        ("channel", "nessuna") => "no enrolment needed",
        _ => return None,
    })
}
