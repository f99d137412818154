//! Contact points of a generated board: each with its needs, languages, hours of the week, a closure.

use std::fs;
use std::io;
use std::path::Path;

use super::{SeededRandom, organisation_id};

/// Number of contact points, those of a large city.
pub(crate) const CONTACT_POINTS: usize = 300;

const NEEDS: [&str; 11] = [
    "documenti",
    "chiedere asilo",
    "avvocato",
    "dove dormire",
    "casa",
    "mangiare e lavarsi",
    "salute",
    "italiano",
    "lavoro",
    "figli e scuola",
    "violenza",
];
const LANGUAGES: [&str; 12] = ["en", "fr", "es", "ar", "bn", "uk", "ur", "fa", "ru", "zh", "ti", "so"];
const DAYS: [&str; 6] = ["lun", "mar", "mer", "gio", "ven", "sab"];
const HOURS: [&str; 5] =
    ["9:00-13:00", "14:30-18:00", "[\"9:00-12:00\", \"15:00-18:30\"]", "8:30-16:30", "17:00-20:00"];
const ZONES: [&str; 15] =
    ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV"];

/// Writes the contact points below a board's root.
pub(crate) fn write_contact_points(root: &Path) -> io::Result<()> {
    let folder = root.join("content/centri");
    fs::create_dir_all(&folder)?;
    (0..CONTACT_POINTS).try_for_each(|number| fs::write(folder.join(format!("sportello-{number}.md")), file(number)))
}

fn file(number: usize) -> String {
    let mut random = SeededRandom::for_item(number);
    let needs = random.pick_some(3, &NEEDS).join(", ");
    let languages = random.pick_some(4, &LANGUAGES).join(", ");
    let (days, hours) = (random.pick_some(3, &DAYS).join(", "), random.pick(&HOURS));
    let zone = random.pick(&ZONES);
    let verified = 1 + random.below(20);
    format!(
        "---\nnome: \"Sportello numero {number}\"\ntipo: sportello\nente: {}\nindirizzo: \"via della Prova {number}, Roma\"\n\
         zona: {zone}\nbisogni: [{needs}]\nlingue_sportello: [it, {languages}]\norari:\n  - {{giorni: [{days}], ore: {}}}\n\
         chiusure:\n  - {{date: 2026-12-24/2027-01-06, motivo: \"vacanze\"}}\nservizi: [ascolto, orientamento]\n\
         contatti:\n  telefono: [\"06 5551 {number:04}\"]\nverificato: 2026-11-{verified:02}\n---\n\nSportello inventato per misurare. Non esiste.\n",
        organisation_id(number % super::ORGANISATIONS),
        if hours.starts_with('[') { hours.to_owned() } else { format!("\"{hours}\"") },
    )
}
