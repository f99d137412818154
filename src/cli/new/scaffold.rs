//! Template of an announcement: required fields in the order of the guidelines, then optional ones as comments.

use std::fmt::Write;

use serde_json::Value as Json;

use super::value::format_yaml;
use crate::board::Board;
use crate::model::{
    EDITORS_FIELDS, Field, Kind, NOT_OFFERED, Opportunity, Record, SCHEMA_PATH, TO_ASK, VOCABULARIES, requirement,
};

/// Other fields than [`EDITORS_FIELDS`] that announcers are not asked for. Editions of several groups are written by hand; the
/// form has the fields of one.
const NOT_ASKED: [&str; 4] = ["tipo", "edizione_di", "prorogata_dal", "edizioni"];

/// Comment line that links the JSON Schema, for completion and validation in editors.
pub(super) fn schema_line(board: &Board) -> String {
    format!("# yaml-language-server: $schema={}", board.url(SCHEMA_PATH))
}

/// Keys to write for a required field: those of a single edition in place of `edizioni`.
pub(super) fn keys_to_write(required: &'static str) -> &'static [&'static str] {
    match required {
        "edizioni" => &["date", "giorni", "orari"],
        _ => std::slice::from_ref(
            Opportunity::FIELDS.iter().find(|field| field.key == required).map_or(&"", |field| &field.key),
        ),
    }
}

/// Fields that an announcer may fill in although nothing requires them.
pub(super) fn optional_fields(kind: Kind) -> impl Iterator<Item = &'static Field> {
    let required = kind.spec().required;
    let is_required =
        |key: &str| required.iter().any(|required| *required == key || keys_to_write(required).contains(&key));
    Opportunity::FIELDS
        .iter()
        .filter(|field| !NOT_ASKED.contains(&field.key) && !EDITORS_FIELDS.contains(&field.key))
        .filter(move |field| kind.has_field(field.key) && !is_required(field.key))
}

pub(super) fn find_field(key: &str) -> Option<&'static Field> {
    Opportunity::FIELDS.iter().find(|field| field.key == key)
}

/// An example of a value as YAML, with the names of this board.
pub(super) fn example_value(board: &Board, kind: Kind, field: &Field) -> String {
    let place = &board.config.territorio;
    match (field.key, &place.citta, place.zone.first()) {
        ("ente", ..) => board.organisations.keys().next().map_or_else(|| kind.example(field).to_owned(), Clone::clone),
        ("luogo", Some(town), Some(zone)) => {
            format!("{{indirizzo: via Roma 1, citta: {}, zona: {}}}", format_yaml(town), format_yaml(zone))
        }
        ("luogo", Some(town), None) => format_yaml(&format!("via Roma 1, {town}")),
        _ => kind.example(field).to_owned(),
    }
}

/// Creates a draft with placeholders in all required fields; it passes `bacheca check` as it is, and with the `#` taken
/// away from any of the other lines.
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
    let optional =
        |field: &Field| format!("# {}: {}   # {}", field.key, example_value(board, kind, field), field.label.it);
    for required in spec.required {
        if let Some(requirement_of_field) = requirement(required) {
            let _ = write!(out, "\n# {}\n", kind.question(requirement_of_field).it);
        }
        for key in keys_to_write(required) {
            let Some(field) = find_field(key) else { continue };
            let value = if *key == "pubblicato" { today.to_string() } else { TO_ASK.to_owned() };
            // Weekdays are optional, so no placeholder is needed.
            let _ = if *key == "giorni" {
                writeln!(out, "{}", optional(field))
            } else {
                let words = closed_words_line(field, kind.example(field));
                writeln!(out, "# Per esempio: {key}: {}\n{words}{key}: {value}", example_value(board, kind, field))
            };
        }
    }
    out.push_str("\n# Se servono, togli il # all'inizio della riga:\n");
    for field in optional_fields(kind) {
        let _ = match field.key {
            // The line works only with the picture.
            "immagine" => {
                writeln!(out, "# Un'immagine? Mettila accanto al file e scrivi: immagine: {}", field.example)
            }
            _ => write!(out, "{}\n{}", optional(field), closed_words_line(field, kind.example(field))),
        };
    }
    out.push_str("# Sotto la riga con i tre trattini scrivi il testo libero, con parole semplici.\n---\n\n");
    out
}

/// Comment line with the words that a field or the fields within it accept; empty if they accept free text.
fn closed_words_line(field: &Field, example: &str) -> String {
    let described = Opportunity::described().find(|(described, _)| described.key == field.key);
    let Some((_, schema)) = described else { return String::new() };
    let schema = schema();
    let mut lists = Vec::new();
    if let Some(words) = closed_words(&schema, example) {
        lists.push(words.join(", "));
    }
    for (key, inner) in properties(&schema) {
        lists.extend(closed_words(inner, "").map(|words| format!("{key}: {}", words.join(", "))));
    }
    if lists.is_empty() { String::new() } else { format!("#   Le parole possibili: {}\n", lists.join("; ")) }
}

/// The schema itself and its alternatives, also as entries of a list.
fn alternatives(schema: &Json) -> Vec<&Json> {
    let inner = schema["anyOf"].as_array().into_iter().flatten().chain(schema.get("items"));
    std::iter::once(schema).chain(inner.flat_map(alternatives)).collect()
}

fn properties(schema: &Json) -> impl Iterator<Item = (&String, &Json)> {
    alternatives(schema).into_iter().filter_map(|one| one["properties"].as_object()).take(1).flatten()
}

/// The words of the vocabulary that a schema accepts, without other spellings; of several the one with the example. `None`
/// for weekdays, which the example shows.
fn closed_words(schema: &Json, example: &str) -> Option<&'static [&'static str]> {
    let schemas = alternatives(schema);
    let accepted: Vec<&str> =
        schemas.iter().filter_map(|one| one["enum"].as_array()).flatten().filter_map(Json::as_str).collect();
    let all = VOCABULARIES
        .iter()
        .filter(|(name, words)| *name != "weekday" && words.iter().all(|word| accepted.contains(word)));
    all.map(|(_, words)| *words).max_by_key(|words| (words.contains(&example), words.len()))
}
