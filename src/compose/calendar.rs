//! Dates of opportunities as calendars understand them: RFC 5545 (iCalendar) and RFC 7986 (names, refreshing).
//!
//! `ical-rs` writes the lines: CRLF, escapes, folds at 75 octets outside of characters. Nothing depends on the
//! clock: an entry is stamped with the day on which its facts last changed.

mod entry;
mod times;
mod zone;

use std::borrow::Cow;

use chrono::{Days, NaiveDate};
use ical::component::{IcalComponent, IcalComponentKind};
use ical::ical::Ical;
use ical::param::IcalParam;
use ical::prop::IcalProp;
use ical::value::IcalValue;
use ical::value::datetime::{IcalDate, IcalDateTime};
use ical::value::duration::IcalDuration;
use ical::value::text::IcalText;
use ical::value::uri::IcalUri;
use ical::version::IcalVersion;

use crate::board::{Board, Item, Status};
use crate::locale::Locale;
use crate::model::Deadline;

use entry::Entry;

/// What is over stays in calendars for so many days, that nobody wonders where it went.
const KEPT_DAYS: u64 = 30;

/// How often a calendar that somebody subscribed to should look again (RFC 7986, section 5.7).
const REFRESH: &str = "PT12H";

/// What a calendar says of itself.
pub struct CalendarInfo<'h> {
    /// What it is called in people's calendars.
    pub name: &'h str,
    /// Its own address, if one can subscribe to it; the file of a single item has none.
    pub source: Option<&'h str>,
}

/// An entry of a calendar, ready to be written.
pub struct CalendarEvent {
    component: IcalComponent<'static>,
    /// From its first day to its last, for the rules of the time zone; `None` if it is of whole days.
    zoned: Option<(NaiveDate, NaiveDate)>,
}

/// Whether an item has a day to put into a calendar.
#[must_use]
pub fn has_dates(item: &Item) -> bool {
    deadline_days(item).next().is_some()
        || item.facts.editions().iter().any(|edition| !times::of(item, edition).is_empty())
}

/// When an item takes place: its editions, without those that were over before a day.
#[must_use]
pub fn events(board: &Board, item: &Item, locale: &Locale, since: NaiveDate) -> Vec<CalendarEvent> {
    if !is_shown(item) {
        return Vec::new();
    }
    let times = item.facts.editions().iter().flat_map(|edition| {
        let place = edition.place.as_ref().or(item.facts.place.value());
        times::of(item, edition).into_iter().map(move |time| (time, place, edition.name.as_deref()))
    });
    let entry = Entry { board, item, locale };
    times
        .enumerate()
        .filter(|(_, (time, ..))| time.last() >= since)
        .map(|(number, (time, place, name))| {
            // The first keeps the item's name, so that a second date does not make the first another event.
            let part = if number == 0 { String::new() } else { format!(".{}", number + 1) };
            let title = match name {
                Some(name) => Cow::Owned(format!("{} ({name})", item.title_in(&locale.code))),
                None => Cow::Borrowed(item.title_in(&locale.code)),
            };
            entry.event(&part, &title, &time, place)
        })
        .collect()
}

/// Until when one can apply: whole days, the last one included, with an alarm; without those before a day.
#[must_use]
pub fn deadlines(board: &Board, item: &Item, locale: &Locale, since: NaiveDate) -> Vec<CalendarEvent> {
    if !is_shown(item) {
        return Vec::new();
    }
    let mut days: Vec<NaiveDate> = deadline_days(item).collect();
    days.sort_unstable();
    days.dedup();
    let entry = Entry { board, item, locale };
    let title = format!("{}: {}", locale.text("row_deadline"), item.title_in(&locale.code));
    days.into_iter()
        .enumerate()
        .filter(|(_, day)| *day >= since)
        .map(|(number, day)| {
            let part = if number == 0 { ".scadenza".to_owned() } else { format!(".scadenza.{}", number + 1) };
            entry.deadline(&part, &title, day)
        })
        .collect()
}

/// From which day on a calendar to subscribe to has what took place.
#[must_use]
pub fn since(today: NaiveDate) -> NaiveDate {
    today.checked_sub_days(Days::new(KEPT_DAYS)).unwrap_or_default()
}

/// The file of a calendar.
#[must_use]
pub fn file(board: &Board, head: &CalendarInfo<'_>, locale: &Locale, events: Vec<CalendarEvent>) -> Vec<u8> {
    let zone = board.config.bacheca.fuso;
    let mut props = vec![
        text(
            "PRODID",
            format!("-//{}//bacheca//{}", board.config.bacheca.nome.replace('/', " "), locale.code.to_uppercase()),
        ),
        text("CALSCALE", "GREGORIAN"),
        text("NAME", head.name.to_owned()),
        text("X-WR-CALNAME", head.name.to_owned()),
        text("X-WR-TIMEZONE", zone.name()),
    ];
    if let Some(source) = head.source {
        let duration = vec![IcalParam::Value(Cow::Borrowed("DURATION"))];
        props.push(prop("REFRESH-INTERVAL", duration, IcalValue::Duration(IcalDuration(Cow::Borrowed(REFRESH)))));
        props.push(text("X-PUBLISHED-TTL", REFRESH));
        let uri = vec![IcalParam::Value(Cow::Borrowed("URI"))];
        props.push(prop("SOURCE", uri, IcalValue::Uri(IcalUri(Cow::Owned(source.to_owned())))));
    }
    let zoned = || events.iter().filter_map(|event| event.zoned);
    let years = zoned().map(|(first, _)| first).min().zip(zoned().map(|(_, last)| last).max());
    let mut components: Vec<IcalComponent<'_>> = Vec::with_capacity(events.len() + 1);
    components.extend(years.map(|(first, last)| zone::timezone(zone, first, last)));
    components.extend(events.into_iter().map(|event| event.component));
    Ical { version: IcalVersion::V2_0, props, components }.to_string().into_bytes()
}

/// What was closed when it came, or was taken back, is in no calendar.
fn is_shown(item: &Item) -> bool {
    item.facts.archived.is_none() && item.status != Status::Withdrawn
}

/// Every day that is a deadline of an item.
fn deadline_days(item: &Item) -> impl Iterator<Item = NaiveDate> {
    let facts = &item.facts;
    let action = facts.requested_action.as_ref().and_then(|action| action.deadline.as_ref());
    let editions = facts.editions().iter().filter_map(|edition| edition.deadline.as_ref());
    facts.deadline.value().into_iter().chain(action).chain(editions).filter_map(|deadline: &Deadline| deadline.date())
}

/// A property.
fn prop<'a>(name: &'a str, params: Vec<IcalParam<'a>>, value: IcalValue<'a>) -> IcalProp<'a> {
    IcalProp { name: name.into(), params, value }
}

/// A property that is a text.
fn text<'a>(name: &'a str, value: impl Into<Cow<'a, str>>) -> IcalProp<'a> {
    prop(name, Vec::new(), IcalValue::Text(IcalText(value.into())))
}

/// A property that is a whole day.
fn day(name: &'static str, date: NaiveDate) -> IcalProp<'static> {
    let value = IcalValue::Date(IcalDate(Cow::Owned(date.format("%Y%m%d").to_string())));
    prop(name, vec![IcalParam::Value(Cow::Borrowed("DATE"))], value)
}

/// A property that is a moment, in the form that RFC 5545 gives it.
fn moment(name: &'static str, params: Vec<IcalParam<'static>>, written: String) -> IcalProp<'static> {
    prop(name, params, IcalValue::DateTime(IcalDateTime(Cow::Owned(written))))
}

/// A component with properties.
fn component(
    kind: IcalComponentKind,
    props: Vec<IcalProp<'static>>,
    components: Vec<IcalComponent<'static>>,
) -> IcalComponent<'static> {
    IcalComponent { name: kind.into(), props, components }
}
