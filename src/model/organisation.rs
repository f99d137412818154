//! Organisations and contact points.

use chrono::NaiveDate;

use super::contact::{Contacts, Link};
use super::opening_hours::{Closure, ExtraOpening, OpeningHours};
use super::place::Coordinates;
use super::problem::Expected;
use super::record::{Reader, Value, decode_record, record_schema};
use super::text::{Identifier, LanguageCode};
use super::vocabulary::{CentreKind, OrganisationKind};
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

record! {
    /// A contact point or reception centre (`content/centri/<id>.md`).
    pub struct Centre requires [Name, Type, Address] {
        /// Its name.
        name: String = "nome", "Nome" / "Name", "Sportello unico accoglienza migranti", at most 200 letters;
        /// What it is.
        kind: Option<CentreKind> = "tipo", "Tipo" / "Kind of centre", "sportello";
        /// Id of the organisation that runs it.
        organisation: Option<Identifier> = "ente", "Ente" / "Organisation that runs it", "roma-capitale";
        /// Street address.
        address: Option<String> = "indirizzo", "Indirizzo" / "Address", "via Mario Crescimbeni 25, Roma";
        /// District of the board's territory.
        zone: Option<String> = "zona", "Zona" / "District", "II";
        /// Latitude and longitude.
        coordinates: Option<Coordinates> = "coordinate", "Latitudine e longitudine" / "Latitude and longitude", "[41.8896, 12.4755]";
        /// Languages spoken by its staff.
        desk_languages: Vec<LanguageCode> = "lingue_sportello", "Lingue dello sportello" / "Languages spoken by the staff", "[it, en, fr, ar]";
        /// Languages spoken by its guests.
        guest_languages: Vec<LanguageCode> = "lingue_ospiti", "Lingue degli ospiti" / "Languages spoken by the guests", "[bn, ar]";
        /// Opening hours.
        hours: Option<OpeningHours> = "orari", "Orari" / "Opening hours", "[{giorni: [lun, mer], ore: \"9:00-13:00\"}]", at most 50 entries;
        /// Whether the regular hours hold on public holidays too; by default it is closed on them.
        open_on_holidays: bool = "aperto_festivi", "È aperto nei giorni di festa?" / "Is it open on public holidays?", "sì";
        /// Days on which it is closed, besides holidays.
        closures: Vec<Closure> = "chiusure", "Chiusure" / "Closures", "[{date: 2026-12-24/2027-01-06, motivo: vacanze di Natale}]", at most 50 entries;
        /// Days on which it is open besides the regular hours, even within a closure or on a holiday.
        extra_openings: Vec<ExtraOpening> = "aperture", "Aperture straordinarie" / "Extra openings", "[{date: 2026-12-13, ore: \"9:00-13:00\"}]", at most 50 entries;
        /// Last day of a suspension of the whole service.
        suspended_until: Option<NaiveDate> = "sospeso_fino", "Sospeso fino al" / "Suspended until", "2027-01-31";
        /// Services offered.
        services: Vec<String> = "servizi", "Servizi" / "Services", "[orientamento, documenti]";
        /// How to reach it.
        contacts: Option<Contacts> = "contatti", "Contatti" / "Contacts", "{telefono: \"06 5733 9332\"}";
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
