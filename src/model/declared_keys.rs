//! Every key that a record declares: what a path may lead to.

use super::field_path::FieldPath;
use super::{
    Audience, Benefit, CharterAcceptance, Closure, ContactPoint, Contacts, Contract, Cost, CourseInternship, Edition,
    Enrolment,
};
use super::{
    ExtraOpening, Fee, Field, Image, LegalAct, NewsFigure, Opportunity, Organisation, Page, Pay, Place, ProgrammeEntry,
    ProjectAccess,
};
use super::{
    ProjectPhase, Publication, Record, Refusal, RequestedAction, SourceOfFacts, ToldFacts, TranslatedText, Translation,
    WeeklySlot,
};

/// Everything that is declared with [`record!`](crate::record).
const RECORDS: [&[Field]; 32] = [
    Opportunity::FIELDS,
    Edition::FIELDS,
    Audience::FIELDS,
    Benefit::FIELDS,
    CharterAcceptance::FIELDS,
    ContactPoint::FIELDS,
    Closure::FIELDS,
    Contacts::FIELDS,
    Contract::FIELDS,
    Cost::FIELDS,
    CourseInternship::FIELDS,
    Enrolment::FIELDS,
    ExtraOpening::FIELDS,
    Fee::FIELDS,
    Image::FIELDS,
    LegalAct::FIELDS,
    NewsFigure::FIELDS,
    Organisation::FIELDS,
    Page::FIELDS,
    Pay::FIELDS,
    Place::FIELDS,
    ProgrammeEntry::FIELDS,
    ProjectAccess::FIELDS,
    ProjectPhase::FIELDS,
    Publication::FIELDS,
    Refusal::FIELDS,
    RequestedAction::FIELDS,
    SourceOfFacts::FIELDS,
    ToldFacts::FIELDS,
    TranslatedText::FIELDS,
    Translation::FIELDS,
    WeeklySlot::FIELDS,
];

/// Whether some record has a field with this key: [`path!`](crate::path) asks at compile time.
#[must_use]
pub const fn is_declared(key: &str) -> bool {
    let mut records = RECORDS.as_slice();
    while let Some((fields, others)) = records.split_first() {
        let mut fields: &[Field] = fields;
        while let Some((field, rest)) = fields.split_first() {
            if equal(field.key.as_bytes(), key.as_bytes()) {
                return true;
            }
            fields = rest;
        }
        records = others;
    }
    false
}

/// Fields of the map that a field takes; none if it takes no map.
#[must_use]
pub fn fields_within(key: &str) -> &'static [Field] {
    match key {
        "edizioni" => Edition::FIELDS,
        "ente" => Organisation::FIELDS,
        "destinatari" => Audience::FIELDS,
        "luogo" => Place::FIELDS,
        "costo" => Cost::FIELDS,
        "iscrizione" | "candidatura" => Enrolment::FIELDS,
        "contatti" => Contacts::FIELDS,
        "contratto" => Contract::FIELDS,
        "retribuzione" => Pay::FIELDS,
        "benefici" => Benefit::FIELDS,
        "costi_amministrativi" => Fee::FIELDS,
        "stage" => CourseInternship::FIELDS,
        "atto" => LegalAct::FIELDS,
        "azione_richiesta" => RequestedAction::FIELDS,
        "conteggi" => NewsFigure::FIELDS,
        "fasi" => ProjectPhase::FIELDS,
        "accesso" => ProjectAccess::FIELDS,
        "programma" => ProgrammeEntry::FIELDS,
        "fonte" => SourceOfFacts::FIELDS,
        "immagine" => Image::FIELDS,
        "carta" => CharterAcceptance::FIELDS,
        "chiusure" => Closure::FIELDS,
        "aperture" => ExtraOpening::FIELDS,
        _ => &[],
    }
}

/// Fields of the record that has exactly these keys, in this order; no two records have the same.
pub fn record_with_keys<'k>(keys: impl Iterator<Item = &'k str> + Clone) -> Option<&'static [Field]> {
    RECORDS.into_iter().find(|fields| fields.iter().map(|field| field.key).eq(keys.clone()))
}

/// The last key of a path, if some record declares it.
#[must_use]
pub fn last_key(path: &FieldPath) -> Option<&'static str> {
    RECORDS.iter().flat_map(|fields| fields.iter()).map(|field| field.key).find(|key| path.ends_with(key))
}

const fn equal(mut one: &[u8], mut other: &[u8]) -> bool {
    loop {
        match (one.split_first(), other.split_first()) {
            (None, None) => return true,
            (Some((first, rest)), Some((same, remaining))) if *first == *same => (one, other) = (rest, remaining),
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::super::field_path::Step;
    use super::*;
    use crate::diagnostic::StaticText;

    /// A label is translated, and a question in both languages or in neither; within a record each field has its own.
    #[test]
    fn fields_have_a_label_in_both_languages() {
        for fields in RECORDS {
            let mut labels = BTreeMap::new();
            for field in fields {
                let StaticText { it, en } = field.label;
                assert!([it, en].iter().all(|label| label.starts_with(char::is_uppercase)), "{}", field.key);
                assert_eq!(it.ends_with('?'), en.ends_with('?'), "{}", field.key);
                assert_eq!(it == en, ["E-mail", "File", "WhatsApp"].contains(&it), "{}: «{it}»", field.key);
                if let Some(other) = labels.insert(en, field.key) {
                    panic!("`{other}` and `{}` are both «{en}»", field.key);
                }
            }
        }
    }

    #[test]
    fn no_two_declared_keys_share_a_hash() {
        let mut keys_by_bits = BTreeMap::new();
        for field in RECORDS.iter().flat_map(|fields| fields.iter()) {
            let other = keys_by_bits.insert(Step::key(field.key).bits(), field.key).unwrap_or(field.key);
            assert_eq!(other, field.key);
        }
        for fields in RECORDS {
            let keys = fields.iter().map(|field| field.key);
            assert!(record_with_keys(keys.clone()).is_some());
            let same = RECORDS.into_iter().filter(|other| other.iter().map(|field| field.key).eq(keys.clone()));
            assert_eq!(same.count(), 1, "{}", fields[0].key);
        }
        assert!(keys_by_bits.len() > 150 && is_declared("ore_totali") && !is_declared("ore_total"));
    }
}
