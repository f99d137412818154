//! Organisations.

use chrono::NaiveDate;

use super::contact::{Contacts, Link};
use super::problem::Expected;
use super::record::{Reader, Value, decode_record, record_schema};
use super::text::Identifier;
use super::vocabulary::OrganisationKind;
use crate::record;
use crate::source::{Node, Yaml};

record! {
    /// An organisation that announces (`content/enti/<id>.md`).
    pub struct Organisation requires [Name, Type] {
        /// Its name.
        name: String = "nome", "Nome" / "Name", "Caritas di Roma", at most 200 letters;
        /// What it is.
        kind: Option<OrganisationKind> = "tipo", "Tipo" / "Kind of organisation", "ETS";
        /// Whether it belongs to the channel's network.
        in_network: Option<bool> = "rete", "È nella rete?" / "Is it in the network?", "sì";
        /// Why a company may announce (guidelines, section 5, «Finalità sociale»).
        inclusion: Option<String> = "inclusione", "Che cosa fa per l'inclusione" / "What it does for inclusion", "assume persone rifugiate con il programma Welcome";
        /// How to reach it.
        contacts: Option<Contacts> = "contatti", "Contatti" / "Contacts", "{email: info@example.org}";
        /// Its site.
        site: Option<Link> = "sito", "Sito" / "Website", "https://www.caritasroma.it/";
        /// When somebody last made sure.
        verified: Option<NaiveDate> = "verificato", "Verificato il" / "Checked on", "2026-11-21";
        /// Invented.
        example: bool = "esempio", "È un esempio inventato?" / "Is it an invented example?", "sì";
    }
}

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
