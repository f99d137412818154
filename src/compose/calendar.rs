//! iCalendar files (RFC 5545, with the names and refresh intervals of RFC 7986).
//!
//! `ical-rs` writes the lines: CRLF, escapes, folds at 75 octets. Nothing depends on the clock: an event's `DTSTAMP` is the
//! day on which its facts last changed.

mod entry;
mod identity;
mod times;
mod zone;

use std::borrow::Cow;

use chrono::{Days, NaiveDate};
use ical::component::{IcalComponent, IcalComponentKind};
use ical::ical::Ical;
use ical::param::IcalParam;
use ical::prop::IcalProp;
use ical::value::IcalValue;
use ical::value::datetime::{IcalDate, IcalDateTime, IcalDateTimeList};
use ical::value::duration::IcalDuration;
use ical::value::text::IcalText;
use ical::value::uri::IcalUri;
use ical::version::IcalVersion;

use crate::board::{Board, Item, Status};
use crate::locale::{Locale, key};
use crate::model::{Edition, PartialDate, Place, Weekday};
use crate::text::calendar_names::english_weekday_name;
use crate::text::escape::IcsText;

use entry::EventWriter;
use identity::{NamedOccurrence, name_deadlines, name_occurrences};

/// Days for which past events stay in subscribed calendars.
const PAST_EVENT_DAYS: u64 = 30;

/// Refresh interval suggested to subscribers (RFC 7986, section 5.7), an ISO 8601 duration.
const REFRESH_INTERVAL: &str = "PT12H";

/// Properties of a calendar file.
pub struct CalendarInfo<'h> {
    /// Display name.
    pub name: &'h str,
    /// Absolute URL of a calendar that can be subscribed to; `None` for the file of a single item.
    pub source: Option<&'h str>,
}

/// A `VEVENT`, ready to be written.
pub struct CalendarEvent {
    component: IcalComponent<'static>,
    /// First and last day, which the `VTIMEZONE` must cover; `None` for all-day events.
    zoned: Option<(NaiveDate, NaiveDate)>,
}

/// Whether an item has any event or deadline with a day.
#[must_use]
pub fn has_dates(board: &Board, item: &Item) -> bool {
    let occurrences = |edition| times::edition_occurrences(&board.config.territorio, item, edition);
    item.facts.deadlines().any(|(date, _)| matches!(date, PartialDate::Day(_)))
        || item.facts.editions().iter().any(|edition| !occurrences(edition).is_empty())
}

/// Events of an item, one or more per edition, without those that ended before `since`.
#[must_use]
pub fn events(board: &Board, item: &Item, locale: &Locale, since: NaiveDate) -> Vec<CalendarEvent> {
    let entry = EventWriter { board, item, locale, reminds: false };
    write_events(entry, since)
}

/// All events of an item for somebody who has chosen it: what takes place once has an alarm on the morning of the day before.
#[must_use]
pub fn events_with_alarms(board: &Board, item: &Item, locale: &Locale) -> Vec<CalendarEvent> {
    let entry = EventWriter { board, item, locale, reminds: true };
    write_events(entry, NaiveDate::MIN)
}

fn write_events(entry: EventWriter<'_>, since: NaiveDate) -> Vec<CalendarEvent> {
    let EventWriter { board, item, locale, .. } = entry;
    if !is_listed(item) || item.facts.editions().iter().all(|edition| is_over(edition, since)) {
        return Vec::new();
    }
    let occurrences = item.facts.editions().iter().flat_map(|edition| {
        let place = edition.place.as_ref().or(item.facts.places().first());
        let times = times::edition_occurrences(&board.config.territorio, item, edition).into_iter();
        times.map(move |time| ((time, edition.name.as_deref()), place))
    });
    let (times, places): (Vec<NamedOccurrence<'_>>, Vec<Option<&Place>>) = occurrences.unzip();
    let parts = name_occurrences(&times);
    times
        .into_iter()
        .zip(places)
        .zip(parts)
        .filter(|(((time, _), _), _)| time.last() >= since)
        .map(|(((time, name), place), part)| {
            let title = match name {
                Some(name) => Cow::Owned(format!("{} ({name})", item.title_in(&locale.code))),
                None => Cow::Borrowed(item.title_in(&locale.code)),
            };
            entry.event(&part, &title, &time, place)
        })
        .collect()
}

/// Whether an edition cannot take place on `since` or later: most of an old board are over, and their occurrences need not
/// be computed.
fn is_over(edition: &Edition, since: NaiveDate) -> bool {
    edition.dates.value().is_none_or(|dates| {
        // What begins in the evening may end on the next day.
        let last = dates.start().last_day().max(dates.end().last_day()).checked_add_days(Days::new(2));
        last.is_some_and(|last| last < since)
    })
}

/// Deadlines of an item on or after `since`: all-day events with an alarm.
#[must_use]
pub fn deadlines(board: &Board, item: &Item, locale: &Locale, since: NaiveDate) -> Vec<CalendarEvent> {
    if !is_listed(item) {
        return Vec::new();
    }
    let entry = EventWriter { board, item, locale, reminds: true };
    name_deadlines(item)
        .into_iter()
        .filter(|(day, ..)| *day >= since)
        .map(|(day, time, part)| {
            let hour = time.map(|time| format!(" {time}")).unwrap_or_default();
            let title = format!(
                "{}{hour}{}{}",
                locale.text(key::row_deadline),
                locale.text(key::colon),
                item.title_in(&locale.code)
            );
            entry.deadline(&part, &title, day)
        })
        .collect()
}

/// First day that a subscribed calendar covers: [`PAST_EVENT_DAYS`] before today.
#[must_use]
pub fn subscription_start(today: NaiveDate) -> NaiveDate {
    today.checked_sub_days(Days::new(PAST_EVENT_DAYS)).unwrap_or_default()
}

/// Writes a `.ics` file.
#[must_use]
pub fn write_calendar(board: &Board, head: &CalendarInfo<'_>, locale: &Locale, events: Vec<CalendarEvent>) -> Vec<u8> {
    let zone = board.config.bacheca.fuso;
    let mut props = vec![
        text_property(
            "PRODID",
            IcsText::new(format!(
                "-//{}//bacheca//{}",
                board.config.bacheca.nome.replace('/', " "),
                locale.code.to_uppercase()
            )),
        ),
        word_property("CALSCALE", "GREGORIAN"),
        text_property("NAME", IcsText::new(head.name)),
        text_property("X-WR-CALNAME", IcsText::new(head.name)),
        word_property("X-WR-TIMEZONE", zone.name()),
    ];
    if let Some(source) = head.source {
        let duration = vec![IcalParam::Value(Cow::Borrowed("DURATION"))];
        props.push(property(
            "REFRESH-INTERVAL",
            duration,
            IcalValue::Duration(IcalDuration(Cow::Borrowed(REFRESH_INTERVAL))),
        ));
        props.push(word_property("X-PUBLISHED-TTL", REFRESH_INTERVAL));
        let uri = vec![IcalParam::Value(Cow::Borrowed("URI"))];
        props.push(property("SOURCE", uri, IcalValue::Uri(IcalUri(Cow::Owned(source.to_owned())))));
    }
    let zoned = || events.iter().filter_map(|event| event.zoned);
    let years = zoned().map(|(first, _)| first).min().zip(zoned().map(|(_, last)| last).max());
    let mut components: Vec<IcalComponent<'_>> = Vec::with_capacity(events.len() + 1);
    components.extend(years.map(|(first, last)| zone::vtimezone(zone, first, last)));
    components.extend(events.into_iter().map(|event| event.component));
    Ical { version: IcalVersion::V2_0, props, components }.to_string().into_bytes()
}

/// A calendar of some components, for tests.
#[cfg(test)]
fn write_components(components: Vec<IcalComponent<'_>>) -> String {
    Ical { version: IcalVersion::V2_0, props: Vec::new(), components }.to_string()
}

/// Archived and withdrawn items are in no calendar.
fn is_listed(item: &Item) -> bool {
    !item.facts.is_archived() && item.status != Status::Withdrawn
}

/// An iCalendar property.
fn property<'a>(name: &'a str, params: Vec<IcalParam<'a>>, value: IcalValue<'a>) -> IcalProp<'a> {
    IcalProp { name: name.into(), params, value }
}

/// A property of type TEXT (RFC 5545, section 3.3.11).
fn text_property(name: &str, text: IcsText) -> IcalProp<'_> {
    property(name, Vec::new(), IcalValue::Text(IcalText(Cow::Owned(text.into()))))
}

/// A property of type TEXT with a value of the standard, such as `GREGORIAN`.
fn word_property(name: &'static str, word: &'static str) -> IcalProp<'static> {
    property(name, Vec::new(), IcalValue::Text(IcalText(Cow::Borrowed(word))))
}

/// A property of type DATE (RFC 5545, section 3.3.4).
fn date_property(name: &'static str, date: NaiveDate) -> IcalProp<'static> {
    let value = IcalValue::Date(IcalDate(Cow::Owned(date.format("%Y%m%d").to_string())));
    property(name, vec![IcalParam::Value(Cow::Borrowed("DATE"))], value)
}

/// A property of type DATE-TIME; `written` is already in the form of RFC 5545, section 3.3.5.
fn date_time_property(name: &'static str, params: Vec<IcalParam<'static>>, written: String) -> IcalProp<'static> {
    property(name, params, IcalValue::DateTime(IcalDateTime(Cow::Owned(written))))
}

/// `EXDATE`: starts of a recurrence that are left out (RFC 5545, section 3.8.5.1), in the type of its `DTSTART`.
fn exception_property(params: Vec<IcalParam<'static>>, written: Vec<Cow<'static, str>>) -> IcalProp<'static> {
    property("EXDATE", params, IcalValue::DateTimeList(IcalDateTimeList(written)))
}

/// Weekday code of RFC 5545, section 3.3.10: `MO`.
fn weekday_code(day: Weekday) -> String {
    english_weekday_name(day.to_chrono()).chars().take(2).collect::<String>().to_ascii_uppercase()
}

/// A component with properties.
fn component(
    kind: IcalComponentKind,
    props: Vec<IcalProp<'static>>,
    components: Vec<IcalComponent<'static>>,
) -> IcalComponent<'static> {
    IcalComponent { name: kind.into(), props, components }
}
