//! Contact points: desks, reception centres, schools, libraries where somebody helps.

use chrono::NaiveDate;

use super::contact::Contacts;
use super::opening_hours::{Closure, ExtraOpening, OpeningHours};
use super::place::Coordinates;
use super::text::{Identifier, LanguageCode};
use super::vocabulary::{ContactPointKind, Need};
use crate::record;
use crate::text::slug::slugify;

record! {
    /// A contact point or reception centre (`content/centri/<id>.md`).
    pub struct ContactPoint requires [Name, Type, Address] {
        /// Its name.
        name: String = "nome", "Nome" / "Name", "Sportello unico accoglienza migranti", at most 200 letters;
        /// What it is.
        kind: Option<ContactPointKind> = "tipo", "Tipo" / "Kind of centre", "sportello";
        /// Id of the organisation that runs it.
        organisation: Option<Identifier> = "ente", "Ente" / "Organisation that runs it", "roma-capitale";
        /// Street address.
        address: Option<String> = "indirizzo", "Indirizzo" / "Address", "via Mario Crescimbeni 25, Roma";
        /// District of the board's territory.
        zone: Option<String> = "zona", "Zona" / "District", "II";
        /// Public transport and directions.
        transport: Option<String> = "mezzi", "Come arrivare" / "How to get there", "metro A, fermata Vittorio Emanuele";
        /// Accessibility: steps, lifts, toilets.
        accessibility: Option<String> = "accessibilita", "Accessibilità" / "Accessibility", "ascensore";
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
        /// What it helps with, the most important first.
        needs: Vec<Need> = "bisogni", "Per quali bisogni" / "What it helps with", "[documenti, chiedere asilo]";
        /// Services offered.
        services: Vec<String> = "servizi", "Servizi" / "Services", "[orientamento, documenti]";
        /// Documents to bring.
        documents: Vec<String> = "documenti", "Documenti da portare" / "Documents to bring", "[passaporto, permesso di soggiorno]";
        /// How to reach it.
        contacts: Option<Contacts> = "contatti", "Contatti" / "Contacts", "{telefono: \"06 5733 9332\"}";
        /// When somebody last made sure.
        verified: Option<NaiveDate> = "verificato", "Verificato il" / "Checked on", "2026-11-21";
        /// Invented.
        example: bool = "esempio", "È un esempio inventato?" / "Is it an invented example?", "sì";
    }
}

impl Need {
    /// The need in addresses and names of pictograms: `chiedere-asilo`.
    ///
    /// ```
    /// assert_eq!(bacheca::model::Need::Asylum.slug(), "chiedere-asilo");
    /// ```
    #[must_use]
    pub fn slug(self) -> String {
        slugify(self.word())
    }
}
