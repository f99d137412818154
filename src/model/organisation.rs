//! Organisations.

use chrono::NaiveDate;

use super::contact::{Contacts, Link};
use super::problem::Expected;
use super::record::{Reader, Value, decode_record, record_schema};
use super::tax_code::TaxCode;
use super::text::Identifier;
use super::vocabulary::{OrganisationKind, OrganisationState, VerifiedAspect};
use crate::source::{Node, Yaml};
use crate::{record, record_value};

record! {
    /// An organisation that announces (`content/enti/<id>.md`).
    pub struct Organisation requires [Name, Type] {
        /// Its name.
        name: String = "nome", "Nome" / "Name", "Caritas di Roma", at most 200 letters;
        /// What it is.
        kind: Option<OrganisationKind> = "tipo", "Tipo" / "Kind of organisation", "ETS";
        /// Whether it belongs to the channel's network.
        in_network: Option<bool> = "rete", "È nella rete?" / "Is it in the network?", "sì";
        /// Number by which registers know it.
        tax_code: Option<TaxCode> = "codice_fiscale", "Codice fiscale dell'ente" / "Tax code of the organisation", "97000000006";
        /// Public register in which it is entered, and its number or code there.
        register: Option<String> = "registro", "Registro in cui è iscritto" / "Register in which it is entered", "RUNTS, repertorio 12345", at most 200 letters;
        /// Why a company may announce (guidelines, section 5, «Finalità sociale»).
        inclusion: Option<String> = "inclusione", "Che cosa fa per l'inclusione" / "What it does for inclusion", "assume persone rifugiate con il programma Welcome";
        /// How to reach it.
        contacts: Option<Contacts> = "contatti", "Contatti" / "Contacts", "{email: info@example.org}";
        /// Its site.
        site: Option<Link> = "sito", "Sito" / "Website", "https://www.caritasroma.it/";
        /// The charter that it has accepted.
        charter: Option<CharterAcceptance> = "carta", "Carta di chi annuncia" / "Charter for announcers", "{versione: 2026-1, data: 2026-11-30}";
        /// State, if it is not simply on the board.
        state: Option<OrganisationState> = "stato", "Stato" / "State", "ritirato";
        /// When somebody last made sure.
        verified: Option<NaiveDate> = "verificato", "Verificato il" / "Checked on", "2026-11-21";
        /// Who made sure: a role or a team, never the name of a person.
        verified_by: Option<String> = "verificato_da", "Verificato da" / "Checked by", "redazione", at most 80 letters;
        /// What they made sure of.
        verified_aspects: Vec<VerifiedAspect> = "verifica", "Che cosa è stato verificato" / "What was checked", "[registro, richiamata]";
        /// Invented.
        example: bool = "esempio", "È un esempio inventato?" / "Is it an invented example?", "sì";
    }
}

record! {
    /// That an organisation has accepted the charter for announcers (`content/pagine/carta.md`).
    pub struct CharterAcceptance {
        /// Version of the charter.
        version: Option<String> = "versione", "Versione" / "Version", "2026-1";
        /// Day on which it was accepted.
        date: Option<NaiveDate> = "data", "Accettata il" / "Accepted on", "2026-11-30";
    }
}
record_value!(CharterAcceptance);

/// Keys of an organisation that only the editors write.
pub const ORGANISATION_EDITORS_FIELDS: [&str; 6] =
    ["rete", "stato", "verificato", "verificato_da", "verifica", "esempio"];

/// Organiser of an opportunity: reference to a file in `content/enti/`, or a description inside the announcement.
#[derive(Debug, Clone, PartialEq)]
pub enum Organiser {
    /// Reference by file name.
    Known(Identifier),
    /// Description, `nome` included.
    Described(Box<Organisation>),
}

impl Organiser {
    /// Identifies the organiser: file name, or name of the description.
    #[must_use]
    pub fn key(&self) -> &str {
        match self {
            Self::Known(id) => id.as_str(),
            Self::Described(organisation) => &organisation.name,
        }
    }
}

impl Value for Organiser {
    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let Yaml::Map(entries) = &node.yaml else { return Identifier::decode(node, reader).map(Self::Known) };
        let organisation: Organisation = decode_record(entries, reader);
        if organisation.name.is_empty() {
            reader.report_wrong_type(node, Expected::OrganisationName);
            return None;
        }
        Some(Self::Described(Box::new(organisation)))
    }

    fn schema() -> serde_json::Value {
        serde_json::json!({"anyOf": [Identifier::schema(), record_schema::<Organisation>()]})
    }
}

impl serde::Serialize for Organiser {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Known(id) => id.serialize(serializer),
            Self::Described(organisation) => organisation.serialize(serializer),
        }
    }
}
