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
        hours: Option<OpeningHours> = "orari", "Orari" / "Opening hours", "[{giorni: [lun, mer], ore: \"9:00-13:00\"}]", at most 20 entries;
        /// Whether the regular hours hold on public holidays too; by default it is closed on them.
        open_on_holidays: bool = "aperto_festivi", "È aperto nei giorni di festa?" / "Is it open on public holidays?", "sì";
        /// Days on which it is closed, besides holidays.
        closures: Vec<Closure> = "chiusure", "Chiusure" / "Closures", "[{date: 2026-12-24/2027-01-06, motivo: vacanze di Natale}]", at most 50 entries;
        /// Days on which it is open besides the regular hours, even within a closure or on a holiday.
        extra_openings: Vec<ExtraOpening> = "aperture", "Aperture straordinarie" / "Extra openings", "[{date: 2026-12-13, ore: \"9:00-13:00\"}]", at most 30 entries;
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

#[cfg(test)]
mod tests {
    use super::super::record::decode_record;
    use super::super::{Problem, Reader};
    use super::ContactPoint;
    use crate::source::{Yaml, parse, split};

    /// Lengths of the lists that are too long, with what is allowed.
    fn too_long(facts: &str) -> Vec<(usize, usize)> {
        let document = split("x.md", format!("---\n{facts}\n---\n").into_bytes()).unwrap();
        let root = parse(&document, &mut Vec::new()).unwrap();
        let Yaml::Map(entries) = &root.yaml else { panic!("{facts}") };
        let mut problems = Vec::new();
        let _: ContactPoint = decode_record(entries, &mut Reader::new(&mut problems));
        let limits = problems.into_iter().map(|found| match found.problem {
            Problem::ListTooLong { written, limit } => (written, limit),
            other => panic!("{other:?}"),
        });
        limits.collect()
    }

    #[test]
    fn hours_that_no_desk_has_are_refused() {
        let list = |entry: &str, count: usize| vec![entry; count].join(", ");
        for (key, entry, limit) in [
            ("orari", "{ore: \"9:00-13:00\"}", 20),
            ("aperture", "{date: 2026-12-13, ore: \"9:00-13:00\"}", 30),
            ("chiusure", "2026-12-24", 50),
        ] {
            let written = |count: usize| too_long(&format!("{key}: [{}]", list(entry, count)));
            assert_eq!(written(limit), [], "{key}");
            assert_eq!(written(limit + 1), [(limit + 1, limit)], "{key}");
        }
        let hours = |count: usize| list("\"9:00-13:00\"", count);
        let weekly = |count: usize| format!("orari: [{{giorni: [lun], ore: [{}]}}]", hours(count));
        let extra = |days: usize, count: usize| {
            format!("aperture: [{{date: [{}], ore: [{}]}}]", list("2026-12-13", days), hours(count))
        };
        assert_eq!([too_long(&weekly(4)), too_long(&extra(31, 4))], [[], []]);
        assert_eq!(too_long(&weekly(5)), [(5, 4)]);
        assert_eq!(too_long(&extra(31, 5)), [(5, 4)]);
        assert_eq!(too_long(&extra(32, 4)), [(32, 31)]);
    }
}
