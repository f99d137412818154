//! The facts of a contact point in one language, in display order: what it helps with, languages, hours, place, contacts.
//!
//! Pages, cards and sheets of paper lay out the same sheet. Hours that nobody has verified for a year are not in it.

mod distinct;
mod hours;
mod schedule;

pub use distinct::distinct;
pub use hours::{DayLine, DayNotice, HoursSheet, SlotLine};
pub use schedule::{SCHEDULE_DAYS, Schedule};

use std::borrow::Cow;

use serde::Serialize;

use crate::board::{Board, Verification};
use crate::compose::chat_link;
use crate::compose::fact_sheet::{Action, FactRow, FactSheetBuilder, Line, MapLinks};
use crate::compose::organisation::organisation_path;
use crate::locale::{Locale, TextKey, find_autonym, key};
use crate::model::{ContactPoint, ContactPointKind, Contacts, LanguageCode, Need, Place};
use crate::text::letter_case::capitalize;
use crate::text::postal_address::split_address;

/// A need that a contact point helps with.
#[derive(Debug, Clone, Serialize)]
pub struct NeedLabel<'b> {
    /// The need in addresses: `chiedere-asilo`.
    pub slug: String,
    /// Name of its pictogram in templates: `need_chiedere_asilo`.
    pub icon: String,
    /// The need in the page's language.
    pub label: &'b str,
}

/// A language in which people are helped.
#[derive(Debug, Clone, Serialize)]
pub struct SpokenLanguage<'b> {
    /// ISO 639 code.
    pub code: &'b str,
    /// Its name in itself; in the page's language, or the code, if that is not known.
    pub name: &'b str,
    /// Direction of the name; `None` if it is not in the language itself.
    pub direction: Option<&'static str>,
}

/// A district of the territory.
#[derive(Debug, Clone, Serialize)]
pub struct District<'b> {
    /// As in the file: `V`.
    pub zone: &'b str,
    /// «Municipio V»
    pub label: String,
    /// Neighbourhoods by which people know it.
    pub neighbourhoods: Option<&'b str>,
}

/// How old the facts are, in words.
#[derive(Debug, Clone, Serialize)]
pub struct VerificationNote<'b> {
    /// «Verificato: 12 ottobre 2026»; `None` if never.
    pub verified: Option<String>,
    /// What a reader had better do first, if the facts are old.
    pub advice: Option<&'b str>,
    /// Whether the hours may be relied on.
    pub is_reliable: bool,
}

/// The organisation that runs a contact point.
#[derive(Debug, Clone, Serialize)]
pub struct RunBy<'b> {
    /// Name of its file.
    pub id: &'b str,
    /// Its name.
    pub name: &'b str,
    /// Its page below the site's root, if it has one.
    pub path: Option<String>,
}

/// A contact point in one language, ready for templates.
#[derive(Debug, Clone, Serialize)]
pub struct ContactPointSheet<'b> {
    /// Name of its file.
    pub id: &'b str,
    /// Path of its page below the site's root.
    pub path: String,
    /// Its name, in the board's language.
    pub name: &'b str,
    /// The page is in another language than the board's: name and address are to be marked.
    pub foreign: bool,
    /// What it is, in the page's language; empty if that is unknown.
    pub kind_label: String,
    /// An invented example (`esempio: true`).
    pub example: bool,
    /// What it helps with, the most important first.
    pub needs: Vec<NeedLabel<'b>>,
    /// Languages of its staff.
    pub languages: Vec<SpokenLanguage<'b>>,
    /// Sentence with the last day of a suspension of the whole service.
    pub suspended: Option<String>,
    /// When it is open.
    pub hours: HoursSheet<'b>,
    /// Street and number, without postcode and the board's town.
    pub street: Option<Cow<'b, str>>,
    /// District.
    pub district: Option<District<'b>>,
    /// Links to a map.
    pub map: Option<MapLinks>,
    /// Public transport.
    pub transport: Option<Line<'b>>,
    /// Steps, lifts, toilets.
    pub accessibility: Option<Line<'b>>,
    /// Services offered.
    pub services: Vec<Line<'b>>,
    /// Documents to bring.
    pub documents: Vec<Line<'b>>,
    /// Ways to reach it, the best first: to call, WhatsApp, e-mail, its site. At most one of each.
    pub actions: Vec<ContactAction<'b>>,
    /// All contacts.
    pub contacts: Vec<FactRow<'b>>,
    /// The contacts are those of its organisation, because it has none of its own.
    pub has_contacts_of_organisation: bool,
    /// Who runs it.
    pub run_by: Option<RunBy<'b>>,
    /// When somebody last made sure.
    pub verification: VerificationNote<'b>,
}

/// A way to reach a contact point, with what is called or written to.
#[derive(Debug, Clone, Serialize)]
pub struct ContactAction<'b> {
    /// The button.
    #[serde(flatten)]
    pub action: Action<'b>,
    /// Number or address as written.
    pub target: &'b str,
}

/// Path of the page of a contact point below the site's root: `ar/sportelli/suam/`.
///
/// ```
/// use bacheca::compose::contact_point::contact_point_path;
/// use bacheca::{locale::Locales, theme::Theme};
///
/// let locales = Locales::load(&Theme::embedded(), &["it".to_owned(), "ar".to_owned()]).unwrap();
/// assert_eq!(contact_point_path(locales.get("ar").unwrap(), "suam"), "ar/sportelli/suam/");
/// ```
#[must_use]
pub fn contact_point_path(locale: &Locale, id: &str) -> String {
    format!("{}{}", locale.root, contact_point_page(id))
}

/// Path of the page of a contact point below a language's root.
#[must_use]
pub fn contact_point_page(id: &str) -> String {
    format!("sportelli/{id}/")
}

/// Street and number, with the town if it is another than the board's.
fn street_of<'b>(board: &Board, address: &'b str) -> Cow<'b, str> {
    let territory = &board.config.territorio;
    let parts = split_address(address, territory.citta.as_deref());
    match parts.town {
        Some(town) if !territory.is_own_town(parts.town) => format!("{}, {town}", parts.street).into(),
        _ => parts.street.into(),
    }
}

/// Contacts of a contact point: its own, else its organisation's.
#[must_use]
pub fn contacts_of<'b>(board: &'b Board, contact_point: &'b ContactPoint) -> Option<&'b Contacts> {
    let own = contact_point.contacts.as_ref().filter(|contacts| !contacts.is_empty());
    own.or_else(|| {
        let organisation = board.organisations.get(contact_point.organisation.as_ref()?.as_str())?;
        organisation.facts.contacts.as_ref().filter(|contacts| !contacts.is_empty())
    })
}

/// Builds the sheet of a contact point in a language.
#[must_use]
pub fn build_contact_point_sheet<'b>(
    board: &'b Board,
    id: &'b str,
    contact_point: &'b ContactPoint,
    locale: &'b Locale,
) -> ContactPointSheet<'b> {
    let writer = FactSheetBuilder::new(board, locale);
    let place =
        Place { address: contact_point.address.clone(), coordinates: contact_point.coordinates, ..Place::default() };
    let contacts = contacts_of(board, contact_point);
    let has_own = contact_point.contacts.as_ref().is_some_and(|contacts| !contacts.is_empty());
    let verification = Verification::new(contact_point.verified, board.today);
    let suspended = contact_point.suspended_until.filter(|last| board.today <= *last);
    ContactPointSheet {
        id,
        path: contact_point_path(locale, id),
        name: &contact_point.name,
        foreign: writer.foreign,
        kind_label: contact_point
            .kind
            .map(|kind| capitalize(writer.vocabulary_word(ContactPointKind::VOCABULARY, kind.word())))
            .unwrap_or_default(),
        example: contact_point.example,
        needs: distinct(&contact_point.needs, |need| *need).map(|need| need_label(*need, locale)).collect(),
        languages: distinct(&contact_point.desk_languages, LanguageCode::as_str)
            .map(|code| spoken_language(code.as_str(), locale))
            .collect(),
        suspended: suspended
            .map(|last| locale.format(key::suspended_until, &[("date", locale.format_date_with_weekday(last).into())])),
        hours: hours::build_hours_sheet(&writer, contact_point, verification),
        street: contact_point.address.as_deref().map(|address| street_of(board, address)),
        district: contact_point.zone.as_deref().map(|zone| District {
            zone,
            label: board.config.territorio.zone_label(zone),
            neighbourhoods: board.config.territorio.neighbourhoods.get(zone).map(String::as_str),
        }),
        map: writer.place_map(&place),
        transport: contact_point.transport.as_deref().map(|text| writer.in_board_language(text)),
        accessibility: contact_point.accessibility.as_deref().map(|text| writer.in_board_language(text)),
        services: contact_point.services.iter().map(|word| writer.vocabulary_line("service", word)).collect(),
        documents: contact_point.documents.iter().map(|word| writer.vocabulary_line("document", word)).collect(),
        actions: contacts.map(|contacts| contact_actions(contacts, locale)).unwrap_or_default(),
        contacts: writer.contact_rows(contacts),
        has_contacts_of_organisation: contacts.is_some() && !has_own,
        run_by: contact_point.organisation.as_ref().and_then(|id| {
            let organisation = board.organisations.get(id.as_str())?;
            let path = board.publishes_organisation(id.as_str()).then(|| organisation_path(locale, id.as_str()));
            Some(RunBy { id: id.as_str(), name: &organisation.facts.name, path })
        }),
        verification: verification_note(verification, locale),
    }
}

/// The label of a need in a language.
#[must_use]
pub fn need_label(need: Need, locale: &Locale) -> NeedLabel<'_> {
    let slug = need.slug();
    NeedLabel {
        icon: format!("need_{}", slug.replace('-', "_")),
        slug,
        label: locale.vocabulary_text(Need::VOCABULARY, need.word()).unwrap_or(need.word()),
    }
}

/// A language by its own name.
fn spoken_language<'b>(code: &'b str, locale: &'b Locale) -> SpokenLanguage<'b> {
    match find_autonym(code) {
        Some(autonym) => SpokenLanguage { code, name: autonym.name, direction: Some(autonym.direction) },
        None => {
            SpokenLanguage { code, name: locale.vocabulary_text("language", code).unwrap_or(code), direction: None }
        }
    }
}

/// One button of each sort, the first number or address of it.
fn contact_actions<'b>(contacts: &'b Contacts, locale: &'b Locale) -> Vec<ContactAction<'b>> {
    let button = |icon, label: TextKey, href, target| ContactAction {
        action: Action { icon, label: locale.text(label), href },
        target,
    };
    let telephone = contacts
        .telephone
        .first()
        .map(|phone| button("phone", key::action_call, format!("tel:{}", phone.dialled()), phone.as_written()));
    let whatsapp = contacts.whatsapp.first().map(|phone| {
        let href = chat_link(phone);
        button("whatsapp", key::action_whatsapp, href, phone.as_written())
    });
    let email = contacts.email.iter().chain(&contacts.certified_email).next();
    let email = email.map(|email| button("mail", key::action_email, email.address().link(None), email.as_str()));
    let site = contacts
        .site
        .as_ref()
        .map(|site| button("web", key::action_site, site.as_str().to_owned(), site.without_scheme()));
    [telephone, whatsapp, email, site].into_iter().flatten().collect()
}

fn verification_note(verification: Verification, locale: &Locale) -> VerificationNote<'_> {
    let advice = match verification {
        Verification::Current(_) => None,
        Verification::Due(_) => Some(key::status_recheck),
        Verification::Outdated(_) => Some(key::verification_missing),
        Verification::Never => Some(key::verification_never),
    };
    VerificationNote {
        verified: verification
            .day()
            .map(|day| locale.format(key::verified_on, &[("date", locale.format_day(day).into())])),
        advice: advice.map(|text| locale.text(text)),
        is_reliable: verification.is_reliable(),
    }
}
