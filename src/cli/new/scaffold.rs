//! Template of an announcement: required fields in the order of the guidelines, then optional ones as comments.

use std::fmt::Write;

use crate::board::Board;
use crate::model::{Field, Kind, NOT_OFFERED, Opportunity, Record, SCHEMA_PATH, TO_ASK, requirement};

/// Fields for the program or its editors, which announcers are not asked for.
const NOT_ASKED: [&str; 13] = [
    "tipo",
    "stato",
    "esempio",
    "aggiornato",
    "verificato",
    "archiviato",
    "alias",
    "edizione_di",
    "sostituisce",
    "sostituita_da",
    "silenzia",
    "pubblicazioni",
    "prorogata_dal",
];

/// Comment line that links the JSON Schema, for completion and validation in editors.
pub(super) fn schema_line(board: &Board) -> String {
    format!("# yaml-language-server: $schema={}", board.url(SCHEMA_PATH))
}

/// Keys to write for a required field: those of a single edition in place of `edizioni`.
pub(super) fn keys_to_write(required: &'static str) -> &'static [&'static str] {
    match required {
        "edizioni" => &["date", "giorni", "orari"],
        "titolo" => &["titolo"],
        _ => std::slice::from_ref(
            Opportunity::FIELDS.iter().find(|field| field.key == required).map_or(&"", |field| &field.key),
        ),
    }
}

pub(super) fn find_field(key: &str) -> Option<&'static Field> {
    Opportunity::FIELDS.iter().find(|field| field.key == key)
}

/// Creates a draft with placeholders in all required fields; it passes `bacheca check` as it is.
pub(super) fn scaffold(board: &Board, kind: Kind) -> String {
    let (spec, today) = (kind.spec(), board.today);
    let mut out = format!("---\n{}\n", schema_line(board));
    let _ = write!(
        out,
        "# Un annuncio di tipo «{}». Le righe che cominciano con # sono spiegazioni: il programma non le legge.\n\
         # Quello che non sai ancora resta «{TO_ASK}»; quello che non c'è diventa «{NOT_OFFERED}».\n\
         # Quando hai tutte le risposte togli la riga «stato: bozza».\n\
         # Salva il file in content/opportunita/{}/ con un nome corto: lettere minuscole, cifre e trattini, poi .md\n\
         tipo: {}\nstato: bozza\n",
        spec.key,
        today.format("%Y"),
        spec.key
    );
    for required in spec.required {
        if let Some(requirement_of_field) = requirement(required) {
            let _ = write!(out, "\n# {}\n", requirement_of_field.question().it);
        }
        for key in keys_to_write(required) {
            let Some(field) = find_field(key) else { continue };
            let value = if *key == "pubblicato" { today.to_string() } else { TO_ASK.to_owned() };
            let _ = writeln!(out, "# Per esempio: {}: {}", field.key, field.example);
            // Weekdays are optional, so no placeholder is needed.
            if *key != "giorni" {
                let _ = writeln!(out, "{key}: {value}");
            }
        }
    }
    out.push_str("\n# Se servono, togli il # davanti:\n");
    for field in Opportunity::FIELDS {
        let requirement_of_field =
            spec.required.iter().any(|required| *required == field.key || keys_to_write(required).contains(&field.key));
        if kind.has_field(field.key) && !requirement_of_field && !NOT_ASKED.contains(&field.key) {
            let _ = writeln!(out, "# {}: {}   ({})", field.key, field.example, field.label);
        }
    }
    out.push_str("# Sotto la riga con i tre trattini scrivi il testo libero, con parole semplici.\n---\n\n");
    out
}
