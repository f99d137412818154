//! The letter by which a contact point is asked, every three months, whether what the board says of it is still right.

use crate::board::Board;
use crate::check::QuestionMessage;
use crate::compose::contact_point::{ContactPointSheet, build_contact_point_sheet, contact_point_page, contacts_of};
use crate::diagnostic::{LocalizedString, MessageLanguage};
use crate::error::Error;
use crate::locale::{Locale, Locales};
use crate::localized;
use crate::model::{ContactPoint, Contacts, Email, Field, LanguageCode, Record};
use crate::text::letter_case::uncapitalize;
use crate::text::mail_address::mail_link;
use crate::theme::Theme;

use super::whatsapp_link;

/// Fields that readers look for first: of these the letter says which are missing.
const WANTED: [&str; 5] = ["indirizzo", "lingue_sportello", "orari", "bisogni", "contatti"];

/// Loads the language of letters: their words are those of the program, not of a theme.
///
/// # Errors
/// A theme without the texts of the language, which the embedded one has.
pub fn load_letter_locales(language: MessageLanguage) -> Result<Locales, Error> {
    let code = match language {
        MessageLanguage::Italian => "it",
        MessageLanguage::English => "en",
    };
    Locales::load(&Theme::embedded(), &[code.to_owned()])
}

/// U+2060: keeps hours on one line of a page; in mail it may show as a box.
const WORD_JOINER: char = '\u{2060}';

/// Composes the letter in Italian or English: what the board says, field by field, and what it does not know.
#[must_use]
pub fn compose_verification_letter(
    board: &Board,
    id: &str,
    contact_point: &ContactPoint,
    locale: &Locale,
) -> QuestionMessage {
    let language = if locale.code == "en" { MessageLanguage::English } else { MessageLanguage::Italian };
    // The letter asks about hours that are too old for a page, too.
    let asked = ContactPoint { verified: Some(board.today), ..contact_point.clone() };
    let sheet = build_contact_point_sheet(board, id, &asked, locale);
    let contacts = contacts_of(board, contact_point);
    let known: Vec<(&Field, String)> = ContactPoint::FIELDS
        .iter()
        .filter_map(|field| {
            let value = describe_field(field.key, &sheet, &asked, contacts, locale)?;
            Some((field, value.replace(WORD_JOINER, "")))
        })
        .collect();
    let label = |field: &Field| field.label.in_language(language);
    let lines: Vec<String> = known.iter().map(|(field, value)| format!("- {}: {value}", label(field))).collect();
    let is_missing =
        |field: &&Field| WANTED.contains(&field.key) && !known.iter().any(|(other, _)| other.key == field.key);
    let missing: Vec<String> =
        ContactPoint::FIELDS.iter().filter(is_missing).map(|field| uncapitalize(label(field))).collect();
    let (name, board_name) = (contact_point.name.as_str(), board.config.bacheca.nome.as_str());
    let address = board.url(&contact_point_page(id));
    let lines = lines.join("\n");
    let missing = match missing.as_slice() {
        [] => localized!("", ""),
        missing => {
            let names = missing.join(", ");
            localized!(
                "Non sappiamo ancora: {names}. Ce lo scrivete?\n\n",
                "We do not know yet: {names}. Could you tell us?\n\n"
            )
        }
    };
    let LocalizedString { it: missing_italian, en: missing_english } = missing;
    let text = localized!(
        "Buongiorno!\n\nChi cerca aiuto vi trova su «{board_name}»: {address}\nOgni tre mesi chiediamo se è ancora tutto giusto. Oggi c'è scritto:\n\n{lines}\n\n{missing_italian}Se va tutto bene basta rispondere SÌ. Se qualcosa è cambiato, scriveteci che cosa; anche le prossime chiusure.\n\nGrazie!\n\n{board_name}",
        "Good morning!\n\nPeople who look for help find you on «{board_name}»: {address}\nEvery three months we ask whether all of it is still right. Today it says:\n\n{lines}\n\n{missing_english}If all is well, just answer YES. If something has changed, tell us what; your next closures too.\n\nThank you!\n\n{board_name}"
    );
    let subject = localized!("È ancora tutto giusto? {name}", "Is all of it still right? {name}")
        .in_language(language)
        .to_owned();
    let text = text.in_language(language).to_owned();
    let recipient = contacts.and_then(|contacts| contacts.email.first()).map(Email::address);
    let mobile = contacts.and_then(|contacts| {
        contacts
            .whatsapp
            .first()
            .or_else(|| contacts.telephone.iter().find(|phone| phone.dialled().starts_with("+393")))
    });
    let number = mobile.map_or("", |phone| phone.dialled().trim_start_matches('+'));
    QuestionMessage {
        mailto_url: mail_link(recipient, &[("subject", &subject), ("body", &text)]),
        whatsapp_url: whatsapp_link(number, &text),
        questions: vec![subject.clone()],
        subject,
        text,
    }
}

/// What the board says in a field, in one line; `None` if nothing, or if it is nothing to ask.
fn describe_field(
    key: &str,
    sheet: &ContactPointSheet<'_>,
    contact_point: &ContactPoint,
    contacts: Option<&Contacts>,
    locale: &Locale,
) -> Option<String> {
    let join = |words: Vec<&str>| (!words.is_empty()).then(|| words.join(", "));
    match key {
        "indirizzo" => contact_point.address.clone(),
        "zona" => sheet.district.as_ref().map(|district| district.label.clone()),
        "mezzi" => contact_point.transport.clone(),
        "accessibilita" => contact_point.accessibility.clone(),
        "lingue_sportello" => {
            let codes = contact_point.desk_languages.iter().map(LanguageCode::as_str);
            join(codes.map(|code| locale.vocabulary_text("language", code).unwrap_or(code)).collect())
        }
        "orari" => {
            let written = sheet.hours.as_written.as_ref().map(|line| line.text.to_string());
            written.or_else(|| (!sheet.hours.short.is_empty()).then(|| sheet.hours.short.join("; ")))
        }
        "aperto_festivi" => {
            let yes = if locale.code == "it" { "sì" } else { "yes" };
            contact_point.open_on_holidays.then(|| yes.to_owned())
        }
        "chiusure" => {
            let notices = sheet.hours.notices.iter();
            let lines: Vec<String> = notices.map(|notice| format!("{} {}", notice.when, notice.what)).collect();
            (!lines.is_empty()).then(|| lines.join("; "))
        }
        "sospeso_fino" => sheet.suspended.clone(),
        "bisogni" => join(sheet.needs.iter().map(|need| need.label).collect()),
        "servizi" => join(contact_point.services.iter().map(String::as_str).collect()),
        "documenti" => join(contact_point.documents.iter().map(String::as_str).collect()),
        "contatti" => {
            let note = contacts.and_then(|contacts| contacts.note.as_deref());
            join(sheet.actions.iter().map(|way| way.target).chain(note).collect())
        }
        _ => None,
    }
}
