//! Contact points: `GovernmentOffice`, `Library`, `School`, `NGO` and others, with their hours as far as they may be relied
//! on.

use chrono::{Days, NaiveDate};

use super::data::{JsonObject, Property, nested_object, one_or_many, scalar};
use super::parts::COUNTRY;
use crate::board::{AccessKind, Board, DaySlot, HoursException, OpeningCalendar, Verification};
use crate::compose::contact_point::{SCHEDULE_DAYS, contacts_of};
use crate::model::{
    ContactPoint, ContactPointKind, HoursOfDay, OpeningHours, OrganisationKind, TimeOfDay, TimeSlot, Weekday,
};
use crate::text::escape::escape_script;
use crate::text::postal_address::split_address;

/// JSON-LD of a contact point, escaped for a `<script>` element; `url` is the absolute address of its page. `None` for
/// examples.
#[must_use]
pub fn contact_point_json_ld(board: &Board, contact_point: &ContactPoint, url: &str) -> Option<String> {
    if contact_point.example {
        return None;
    }
    let class = class_of(board, contact_point);
    let hours = Hours::new(board, contact_point);
    let place = [
        ("address", contact_point.address.as_deref().map(|address| postal_address(board, address))),
        (
            "geo",
            contact_point.coordinates.map(|at| {
                let point = [("latitude", Some(scalar(at.latitude))), ("longitude", Some(scalar(at.longitude)))];
                nested_object("GeoCoordinates", point)
            }),
        ),
        ("openingHoursSpecification", hours.regular),
        ("specialOpeningHoursSpecification", hours.special),
    ];
    let thing = JsonObject::with_type(
        class,
        [
            ("name", Some(contact_point.name.as_str().into())),
            ("url", Some(url.into())),
            ("contactPoint", Some(contact(board, contact_point))),
            ("parentOrganization", parent_organisation(board, contact_point)),
        ],
    );
    // An association is no place, but it has one.
    let thing = if class == "NGO" {
        thing.with([("location", Some(nested_object("Place", place)))])
    } else {
        thing.with(place)
    };
    let text = serde_json::to_string(&thing.in_context("https://schema.org")).ok()?;
    Some(escape_script(text))
}

/// The class of a contact point: what it is, else who runs it.
fn class_of(board: &Board, contact_point: &ContactPoint) -> &'static str {
    let organisation = contact_point.organisation.as_ref().and_then(|id| board.organisations.get(id.as_str()));
    match (contact_point.kind, organisation.and_then(|organisation| organisation.facts.kind)) {
        (Some(ContactPointKind::Library), _) => "Library",
        (Some(ContactPointKind::School), _) => "School",
        (Some(ContactPointKind::HealthService), _) => "MedicalClinic",
        (_, Some(OrganisationKind::PublicBody)) | (Some(ContactPointKind::JobCentre), _) => "GovernmentOffice",
        (_, Some(OrganisationKind::Ngo)) => "NGO",
        // All others receive people in a place of their own.
        _ => "LocalBusiness",
    }
}

fn postal_address<'s>(board: &'s Board, address: &'s str) -> Property<'s> {
    let territory = &board.config.territorio;
    let parts = split_address(address, territory.citta.as_deref());
    nested_object(
        "PostalAddress",
        [
            ("streetAddress", Some(parts.street.into())),
            ("postalCode", parts.postcode.map(Property::from)),
            ("addressLocality", parts.town.or(territory.citta.as_deref()).map(Property::from)),
            // A place in another town may be in another region.
            (
                "addressRegion",
                territory.regione.as_ref().filter(|_| territory.is_own_town(parts.town)).map(Property::from),
            ),
            ("addressCountry", Some(COUNTRY.into())),
        ],
    )
}

/// How it is reached, and in what languages.
fn contact<'s>(board: &'s Board, contact_point: &'s ContactPoint) -> Property<'s> {
    let contacts = contacts_of(board, contact_point);
    let languages = contact_point.desk_languages.iter().map(|language| language.as_str().into()).collect();
    nested_object(
        "ContactPoint",
        [
            ("contactType", Some("customer service".into())),
            ("telephone", contacts.and_then(|contacts| contacts.telephone.first()).map(|phone| phone.dialled().into())),
            ("email", contacts.and_then(|contacts| contacts.email.first()).map(|email| email.as_str().into())),
            ("availableLanguage", one_or_many(languages)),
        ],
    )
}

fn parent_organisation<'s>(board: &'s Board, contact_point: &'s ContactPoint) -> Option<Property<'s>> {
    let organisation = &board.organisations.get(contact_point.organisation.as_ref()?.as_str())?.facts;
    let site = organisation.site.as_ref().map(|site| site.as_str().into());
    Some(nested_object("Organization", [("name", Some((&organisation.name).into())), ("sameAs", site)]))
}

/// Hours at which everybody is received without an appointment: of others, these words cannot say more.
struct Hours<'s> {
    regular: Option<Property<'s>>,
    special: Option<Property<'s>>,
}

impl<'s> Hours<'s> {
    fn new(board: &'s Board, contact_point: &'s ContactPoint) -> Self {
        let is_reliable = Verification::new(contact_point.verified, board.today).is_reliable();
        if !is_reliable || !matches!(contact_point.hours, Some(OpeningHours::Slots(_))) {
            return Self { regular: None, special: None };
        }
        let calendar = OpeningCalendar::new(&board.config.territorio, contact_point);
        let regular = calendar.regular_week().flat_map(|(day, slots)| {
            slots.iter().filter_map(move |slot| {
                let (opens, closes) = open_hours(slot)?;
                let day = format!("https://schema.org/{}", english_name(day));
                Some(specification([("dayOfWeek", Some(day.into()))], opens, closes))
            })
        });
        let regular: Vec<Property<'_>> = regular.collect();
        if regular.is_empty() {
            return Self { regular: None, special: None };
        }
        Self {
            regular: one_or_many(regular),
            special: one_or_many(special_hours(board.today, contact_point, &calendar)),
        }
    }
}

/// Days of the coming weeks that differ: closed ones from midnight to midnight, as search engines read it.
fn special_hours<'s>(
    today: NaiveDate,
    contact_point: &ContactPoint,
    calendar: &OpeningCalendar<'_>,
) -> Vec<Property<'s>> {
    let on = |first: NaiveDate, last: NaiveDate, opens: String, closes: String| {
        let days = [("validFrom", Some(scalar(first))), ("validThrough", Some(scalar(last)))];
        specification(days, opens, closes)
    };
    let midnight = || "00:00".to_owned();
    let end = today.checked_add_days(Days::new(SCHEDULE_DAYS)).unwrap_or(NaiveDate::MAX);
    let suspension = contact_point.suspended_until.filter(|last| *last >= today).map(|last| (today, last));
    let closures = contact_point.closures.iter().filter_map(|closure| closure.dates);
    let closures = closures.map(|dates| (dates.start.first_day(), dates.end.last_day()));
    let holidays = today.iter_days().take_while(|day| *day < end);
    let holidays = holidays.filter(|day| calendar.day(*day).exception == Some(HoursException::Holiday));
    let closed = suspension.into_iter().chain(closures).chain(holidays.map(|day| (day, day)));
    let closed = closed.filter(|(first, last)| *first < end && *last >= today);
    let openings =
        contact_point.extra_openings.iter().filter(|opening| !opening.by_appointment && opening.audience.is_none());
    let openings = openings.flat_map(|opening| opening.dates.iter().map(move |day| (*day, &opening.hours)));
    let openings = openings
        .filter(|(day, _)| (today..end).contains(day))
        .flat_map(|(day, hours)| hours.iter().filter_map(move |HoursOfDay(hours)| Some((day, format_slot(hours)?))));
    closed
        .map(|(first, last)| on(first, last, midnight(), midnight()))
        .chain(openings.map(|(day, (opens, closes))| on(day, day, opens, closes)))
        .collect()
}

fn specification<'s, const N: usize>(
    days: [(&'static str, Option<Property<'s>>); N],
    opens: String,
    closes: String,
) -> Property<'s> {
    let hours = JsonObject::with_type("OpeningHoursSpecification", days);
    Property::Object(hours.with([("opens", Some(opens.into())), ("closes", Some(closes.into()))]))
}

fn open_hours(slot: &DaySlot<'_>) -> Option<(String, String)> {
    let is_for_everybody = slot.kind == AccessKind::WalkIn && slot.audience.is_none();
    format_slot(slot.hours.filter(|_| is_for_everybody)?)
}

/// Opening and closing time; a night ends earlier than it begins.
fn format_slot(slot: &TimeSlot) -> Option<(String, String)> {
    Some((format_time(slot.start?), format_time(slot.end?)))
}

/// `09:00`; the end of a day is its last minute.
fn format_time(time: TimeOfDay) -> String {
    let minutes = if time.minutes() == 24 * 60 { 24 * 60 - 1 } else { time.clock_minutes() };
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

fn english_name(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}
