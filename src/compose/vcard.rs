//! Contact points as vCard 3.0 (RFC 2426), the version that every telephone imports.

use crate::board::Board;
use crate::compose::contact_point::{ContactPointSheet, contact_point_page, contacts_of, distinct};
use crate::locale::{Locale, key};
use crate::model::{ContactPoint, Phone};
use crate::text::postal_address::split_address;

/// Octets of a line without its line end.
const MAX_OCTETS: usize = 75;
/// The addresses of the model are in Italy.
const COUNTRY: &str = "Italia";

/// A vCard of a contact point, whose note is in the language of its sheet. UTF-8, lines end with CRLF.
#[must_use]
pub fn write_vcard(
    board: &Board,
    contact_point: &ContactPoint,
    sheet: &ContactPointSheet<'_>,
    locale: &Locale,
) -> String {
    let mut card = CardWriter::default();
    card.line("BEGIN", "VCARD");
    card.line("VERSION", "3.0");
    let name = escape(&display_name(sheet, locale));
    card.line("FN", &name);
    card.line("N", &format!("{name};;;;"));
    let organisation = sheet.run_by.as_ref().map_or(sheet.name, |organisation| organisation.name);
    card.line("ORG", &escape(organisation));
    // Without this, iPhones sort it among people.
    card.line("X-ABShowAs", "COMPANY");
    if let Some(contacts) = contacts_of(board, contact_point) {
        for phone in distinct(&contacts.telephone, Phone::dialled) {
            card.line("TEL;TYPE=WORK,VOICE", phone.dialled());
        }
        // A number that is called and written to is there once.
        let is_new = |phone: &&Phone| !contacts.telephone.iter().any(|other| other.dialled() == phone.dialled());
        for phone in distinct(&contacts.whatsapp, Phone::dialled).filter(is_new) {
            card.line("TEL;TYPE=CELL", phone.dialled());
        }
        for email in contacts.email.iter().chain(&contacts.certified_email) {
            card.line("EMAIL;TYPE=INTERNET", &escape(email.as_str()));
        }
        if let Some(site) = &contacts.site {
            card.line("URL", site.as_str());
        }
    }
    if let Some(address) = &contact_point.address {
        card.line("ADR;TYPE=WORK", &postal_address(board, address));
    }
    if let Some(at) = contact_point.coordinates {
        card.line("GEO", &format!("{};{}", at.latitude, at.longitude));
    }
    card.line("URL", &board.url(&sheet.path));
    card.line("NOTE", &escape(&note(sheet, locale)));
    card.line("UID", &board.url(&contact_point_page(sheet.id)));
    card.line("END", "VCARD");
    card.0
}

/// The name, and that it is invented if it is.
fn display_name(sheet: &ContactPointSheet<'_>, locale: &Locale) -> String {
    if sheet.example { format!("{} ({})", sheet.name, locale.text(key::example)) } else { sheet.name.to_owned() }
}

/// The seven parts of an address, the first two of which are for boxes and rooms.
fn postal_address(board: &Board, address: &str) -> String {
    let territory = &board.config.territorio;
    let parts = split_address(address, territory.citta.as_deref());
    let town = parts.town.or(territory.citta.as_deref()).unwrap_or_default();
    // A place in another town may be in another region.
    let region = territory.regione.as_deref().filter(|_| territory.is_own_town(parts.town)).unwrap_or_default();
    let parts = [parts.street, town, region, parts.postcode.unwrap_or_default(), COUNTRY].map(escape);
    format!(";;{}", parts.join(";"))
}

/// What it helps with, languages, hours, and how old that is, one line each.
fn note(sheet: &ContactPointSheet<'_>, locale: &Locale) -> String {
    let needs: Vec<String> = sheet.needs.iter().map(|need| need.label.to_owned()).collect();
    let languages: Vec<String> = sheet.languages.iter().map(|language| language.name.to_owned()).collect();
    let lines = [
        sheet.suspended.clone().unwrap_or_default(),
        locale.join_commas(&needs),
        locale.join_commas(&languages),
        sheet.hours.short.join("\n"),
        sheet.hours.as_written.as_ref().map(|line| line.text.to_string()).unwrap_or_default(),
        sheet.verification.advice.unwrap_or_default().to_owned(),
        sheet.verification.verified.clone().unwrap_or_default(),
    ];
    lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// Escapes a text value (RFC 2426, section 5).
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            '\r' => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// Collects lines, folded between letters.
#[derive(Default)]
struct CardWriter(String);

impl CardWriter {
    fn line(&mut self, property: &str, value: &str) {
        let mut octets = 0;
        for letter in property.chars().chain([':']).chain(value.chars()) {
            if octets + letter.len_utf8() > MAX_OCTETS {
                self.0.push_str("\r\n ");
                octets = 1;
            }
            self.0.push(letter);
            octets += letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_between_letters_and_texts_escaped() {
        let mut card = CardWriter::default();
        let text = "বাংলা, ".repeat(12);
        card.line("NOTE", &escape(&text));
        assert!(card.0.split("\r\n").all(|line| line.len() <= MAX_OCTETS), "{}", card.0);
        assert_eq!(card.0.replace("\r\n ", ""), format!("NOTE:{}\r\n", text.replace(',', "\\,")));
        assert_eq!(escape("a;b\\c\r\nd"), "a\\;b\\\\c\\nd");
    }
}
