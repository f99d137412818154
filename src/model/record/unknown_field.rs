//! Reports keys without a value and keys that a record does not have, with the field that is meant.

use super::super::field_path::Step;
use super::super::problem::{MeantField, Problem};
use super::reader::Reader;
use crate::diagnostic::nearest;
use crate::source::{Key, Node};

/// Reports a key without a value and records where it is.
pub(in crate::model) fn report_empty_field(key: &Key<'_>, node: &Node<'_>, reader: &mut Reader<'_>) {
    reader.locate(Step::key(&key.text), node, |_, _| None::<()>);
    let name = key.text.clone().into_owned();
    let problem = if name.bytes().all(|byte| byte.is_ascii_digit()) {
        Problem::CommaSplitsValue { key: name }
    } else {
        Problem::EmptyField { key: name }
    };
    reader.report(key.span.clone(), problem);
}

/// Reports an unknown key with the most similar field.
pub(in crate::model) fn report_unknown_field(
    key: &Key<'_>,
    known: impl Iterator<Item = &'static str> + Clone,
    reader: &mut Reader<'_>,
) {
    let name = &key.text;
    let is_known = |field: &str| known.clone().any(|other| other == field);
    let meant = if matches!(name.as_ref(), "inizio" | "fine" | "dal" | "al") && is_known("date") {
        MeantField::EndOfPeriod
    } else if matches!(name.as_ref(), "inizio" | "fine" | "dal" | "al") && is_known("canale") {
        MeantField::EndOfEnrolment
    } else {
        let meant = find_synonym(name).filter(|meant| is_known(meant)).or_else(|| nearest(name, known.clone()));
        meant.map_or_else(|| MeantField::OneOf(known.collect()), MeantField::Field)
    };
    reader.report(key.span.clone(), Problem::UnknownField { key: name.clone().into_owned(), meant });
}

/// Maps a common word for a field to its key.
fn find_synonym(key: &str) -> Option<&'static str> {
    Some(match key.to_lowercase().as_str() {
        "nome" | "title" => "titolo",
        "municipio" | "quartiere" => "zona",
        "descrizione" | "descrizione_breve" | "sommario" => "sintesi",
        "organizzazione" | "promotore" => "ente",
        "data" | "quando" | "giorno" => "date",
        "ora" | "ore" | "orario" => "orari",
        "sede" | "dove" | "indirizzo" => "luogo",
        "appuntamento" => "su_appuntamento",
        "prezzo" | "costi" | "quota" => "costo",
        "requisiti" | "pubblico_destinatario" => "destinatari",
        "candidature" | "come_candidarsi" => "candidatura",
        "iscrizioni" | "come_iscriversi" | "registrazione" => "iscrizione",
        "scadenza_iscrizione" | "termine" | "entro" => "scadenza",
        "contatto" | "recapiti" | "email" | "telefono" => "contatti",
        "link" | "sito" | "url" => "fonte",
        "stipendio" | "paga" | "compenso" => "retribuzione",
        "durata" => "durata_mesi",
        _ => return None,
    })
}
