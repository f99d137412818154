//! Audience and documents to bring.

use serde::{Serialize, Serializer, ser::SerializeMap};
use serde_json::{Value as Json, json};

use super::field_path::Step;
use super::money::Money;
use super::problem::Expected;
use super::record::{Reader, Value};
use super::required_language::RequiredLanguage;
use super::text::LanguageCode;
use super::vocabulary::{Gender, Level, Permit, PermitState};
use crate::source::{Node, Yaml};
use crate::{record, record_value};

record! {
    /// Who can take part (field `destinatari`).
    pub struct Audience {
        /// Accepted residence permits.
        permits: Vec<Permit> = "permessi", "Permessi di soggiorno" / "Residence permits", "[asilo, protezione sussidiaria]";
        /// Required state of the permit: valid, being renewed, first application.
        permit_state: Vec<PermitState> = "permesso_stato", "Stato del permesso" / "State of the permit", "in corso di validità";
        /// Kinds of reception centre.
        reception: Vec<String> = "accoglienza", "Accoglienza" / "Reception system", "[ospite SAI]";
        /// Lowest age, inclusive.
        minimum_age: Option<u32> = "eta_min", "Età minima" / "Minimum age", "16";
        /// Highest age, inclusive.
        maximum_age: Option<u32> = "eta_max", "Età massima" / "Maximum age", "35";
        /// Gender, if restricted.
        gender: Option<Gender> = "genere", "Donne o tutti" / "Women or everyone", "solo donne";
        /// Lowest level of Italian (CEFR).
        minimum_level: Option<Level> = "lingua_min", "Italiano, almeno" / "Italian, at least", "A2";
        /// Highest level of Italian (CEFR).
        maximum_level: Option<Level> = "lingua_max", "Italiano, al massimo" / "Italian, at most", "B1";
        /// Languages that one must speak, besides Italian.
        required_languages: Vec<RequiredLanguage> = "lingue_richieste", "Lingue che bisogna parlare" / "Languages one must speak", "[en, {una_di: [ar, bn]}]";
        /// Languages required or spoken there: retired, because it does not say which.
        other_languages: Vec<LanguageCode> = "altre_lingue", "Altre lingue (non usarlo più)" / "Other languages (no longer in use)", "[en]";
        /// Educational qualification.
        qualification: Option<String> = "titolo_studio", "Titolo di studio" / "School or university qualification", "licenza media";
        /// Employment status: unemployed, registered.
        employment: Option<String> = "lavoro", "Situazione di lavoro" / "Employment situation", "disoccupato";
        /// Highest ISEE (equivalent economic situation indicator), in euro.
        maximum_isee: Option<Money> = "isee_max", "ISEE massimo" / "Maximum ISEE, in euros", "14.000";
        /// Highest income other than ISEE, in euro.
        maximum_income: Option<Money> = "reddito_max", "Reddito massimo" / "Maximum income, in euros", "28.000";
        /// Required residence.
        residence: Vec<String> = "residenza", "Residenza" / "Place of residence", "[Roma]";
        /// A digital identity (SPID, CIE or CNS) is required.
        digital_identity: Option<bool> = "identita_digitale", "Serve SPID o CIE?" / "Is SPID or CIE needed?", "sì";
        /// Required household.
        household: Vec<String> = "nucleo", "Famiglia" / "Household", "[giovani coppie]";
        /// Home owners are excluded.
        owns_no_home: Option<bool> = "no_proprieta", "Senza casa di proprietà" / "Must not own a home", "sì";
        /// Other requirements.
        other: Vec<String> = "altro", "Altri requisiti" / "Other requirements", "[un computer]";
        /// The audience in free text.
        text: Option<String> = "testo", "In parole" / "In words", "persone rifugiate e richiedenti asilo";
    }
}

impl Audience {
    /// Conditions in free text, each of which excludes people.
    pub fn free_conditions(&self) -> impl Iterator<Item = &String> {
        let lists = [&self.reception, &self.household, &self.other].into_iter().flatten();
        lists.chain(&self.qualification).chain(&self.employment)
    }
}

record_value!(Audience, text: |text, node, reader| {
    if matches!(text.to_lowercase().as_str(), "no" | "sì" | "si" | "yes" | "true" | "false" | "nessuno") {
        reader.report_wrong_type(node, Expected::Audience);
        return None;
    }
    Some(Audience { text: Some(text.to_owned()), ..Audience::default() })
});

/// A document to bring or send, or alternatives.
#[derive(Debug, Clone, PartialEq)]
pub struct RequiredDocument {
    /// Accepted alternatives, at least one.
    pub one_of: Vec<String>,
    /// Condition under which it is needed.
    pub when: Option<String>,
}

impl Value for RequiredDocument {
    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        if !matches!(node.yaml, Yaml::Map(_)) {
            return String::decode(node, reader).map(|document| Self { one_of: vec![document], when: None });
        }
        let one_of = node
            .get("uno_di")
            .and_then(|node| reader.locate(Step::key("uno_di"), node, Vec::decode))
            .unwrap_or_default();
        let when = node.get("quando").and_then(|node| reader.locate(Step::key("quando"), node, String::decode));
        if one_of.is_empty() {
            reader.report_wrong_type(node, Expected::RequiredDocument);
            return None;
        }
        Some(Self { one_of, when })
    }

    fn schema() -> Json {
        json!({"anyOf": [
            {"type": "string"},
            {"type": "object", "properties": {"uno_di": Vec::<String>::schema(), "quando": {"type": "string"}}, "required": ["uno_di"], "additionalProperties": false},
        ]})
    }
}

impl Serialize for RequiredDocument {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if let ([document], None) = (self.one_of.as_slice(), &self.when) {
            return serializer.serialize_str(document);
        }
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("uno_di", &self.one_of)?;
        if let Some(when) = &self.when {
            map.serialize_entry("quando", when)?;
        }
        map.end()
    }
}
