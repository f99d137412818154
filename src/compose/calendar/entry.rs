//! One entry of a calendar: the lines of a `VEVENT` (RFC 5545, section 3.6.1).

use std::borrow::Cow;

use chrono::{NaiveDate, NaiveDateTime, TimeZone, Utc};
use ical::component::{IcalComponent, IcalComponentKind};
use ical::param::IcalParam;
use ical::prop::IcalProp;
use ical::value::IcalValue;
use ical::value::duration::IcalDuration;
use ical::value::geo::IcalGeo;
use ical::value::integer::IcalInteger;
use ical::value::recur::IcalRecur;
use ical::value::text::IcalTextList;
use ical::value::uri::IcalUri;

use super::times::{Occurrence, Recurrence, Span};
use super::{CalendarEvent, component, day, moment, prop, text};
use crate::board::{Board, Item, Status};
use crate::compose::fact_sheet::item_path;
use crate::locale::Locale;
use crate::model::{Place, Weekday};

/// How long before a deadline a calendar rings.
const ALARM: &str = "-P3D";

/// What the entries of an item are written with.
#[derive(Clone, Copy)]
pub(super) struct Entry<'b> {
    pub(super) board: &'b Board,
    pub(super) item: &'b Item,
    pub(super) locale: &'b Locale,
}

impl Entry<'_> {
    /// A time at which the item takes place.
    pub(super) fn event(self, part: &str, title: &str, time: &Occurrence, place: Option<&Place>) -> CalendarEvent {
        let zone = self.board.config.bacheca.fuso;
        let mut props = self.common(part, title);
        match time.span {
            Span::Days(first, last) => {
                props.push(day("DTSTART", first));
                // The end is the first day on which it is over.
                props.push(day("DTEND", last.succ_opt().unwrap_or(last)));
            }
            Span::Hours(start, end) => {
                let local = |name, time: NaiveDateTime| {
                    let zone = vec![IcalParam::TzId(Cow::Borrowed(zone.name()))];
                    moment(name, zone, time.format("%Y%m%dT%H%M%S").to_string())
                };
                props.push(local("DTSTART", start));
                props.extend(end.map(|end| local("DTEND", end)));
            }
        }
        if let Some(repeat) = &time.repeat {
            let rule = self.rule(repeat, matches!(time.span, Span::Days(..)));
            props.push(prop("RRULE", Vec::new(), IcalValue::Recur(IcalRecur(Cow::Owned(rule)))));
        }
        if let Some(place) = place {
            props.extend(self.place(place));
        }
        let zoned = matches!(time.span, Span::Hours(..)).then(|| (time.first(), time.last()));
        CalendarEvent { component: component(IcalComponentKind::VEvent, props, Vec::new()), zoned }
    }

    /// The last day on which one can apply: whole, and three days before it an alarm.
    pub(super) fn deadline(self, part: &str, title: &str, last: NaiveDate) -> CalendarEvent {
        let mut props = self.common(part, title);
        props.push(day("DTSTART", last));
        props.push(day("DTEND", last.succ_opt().unwrap_or(last)));
        // It takes no time of anybody's day.
        props.push(text("TRANSP", "TRANSPARENT"));
        let alarm = vec![
            text("ACTION", "DISPLAY"),
            text("DESCRIPTION", title.to_owned()),
            prop("TRIGGER", Vec::new(), IcalValue::Duration(IcalDuration(Cow::Borrowed(ALARM)))),
        ];
        // What is cancelled or full needs no hurry.
        let rings = matches!(self.item.status, Status::Open(_) | Status::ToRecheck);
        let alarms: Vec<IcalComponent<'static>> =
            rings.then(|| component(IcalComponentKind::VAlarm, alarm, Vec::new())).into_iter().collect();
        CalendarEvent { component: component(IcalComponentKind::VEvent, props, alarms), zoned: None }
    }

    /// What every entry says: which it is, of when, what, where to read more.
    fn common(self, part: &str, title: &str) -> Vec<IcalProp<'static>> {
        let Self { board, item, locale } = self;
        let host = url::Url::parse(&board.config.bacheca.indirizzo).ok();
        let host = host.as_ref().and_then(url::Url::host_str).unwrap_or_default();
        let url = board.url(&item_path(board, &item.slug, &locale.code));
        let mark = if item.facts.example { format!("[{}] ", locale.text("example")) } else { String::new() };
        let mut lines: Vec<String> = vec![item.summary_in(&locale.code).trim().to_owned()];
        if let Some(deadline) = item.facts.deadline.value().and_then(|deadline| deadline.date()) {
            lines.push(format!("{}: {}", locale.text("row_deadline"), locale.date(deadline)));
        }
        lines.push(url.clone());
        lines.retain(|line| !line.is_empty());
        let stamp = item.changed().unwrap_or(board.today).format("%Y%m%dT000000Z").to_string();
        let kind = locale.word("kind", item.kind().key()).unwrap_or_default().to_owned();
        let mut props = vec![
            text("UID", format!("{}{part}@{host}", item.slug)),
            moment("DTSTAMP", Vec::new(), stamp.clone()),
            moment("LAST-MODIFIED", Vec::new(), stamp),
            number("SEQUENCE", self.sequence()),
            text("SUMMARY", format!("{mark}{title}")),
            text("DESCRIPTION", lines.join("\n")),
            prop("URL", Vec::new(), IcalValue::Uri(IcalUri(Cow::Owned(url)))),
            prop("CATEGORIES", Vec::new(), IcalValue::TextList(IcalTextList(vec![Cow::Owned(kind)]))),
        ];
        if matches!(item.status, Status::Cancelled(_)) {
            props.push(text("STATUS", "CANCELLED"));
        }
        props
    }

    /// How many times it has changed: a number that grows with the day of the last change.
    fn sequence(self) -> i64 {
        let published = self.item.facts.published.value().map(|date| date.first_day());
        let days = published.zip(self.item.facts.updated).map(|(first, last)| (last - first).num_days());
        days.unwrap_or_default().max(0)
    }

    fn rule(self, repeat: &Recurrence, whole_days: bool) -> String {
        let until = if whole_days {
            repeat.until.format("%Y%m%d").to_string()
        } else {
            // A start with a time zone wants its last moment in UTC (RFC 5545, section 3.3.10).
            let end = repeat.until.and_hms_opt(23, 59, 59).unwrap_or_default();
            let end = self.board.config.bacheca.fuso.from_local_datetime(&end).latest();
            end.map(|end| end.with_timezone(&Utc).format("%Y%m%dT%H%M%SZ").to_string()).unwrap_or_default()
        };
        if repeat.days.is_empty() {
            return format!("FREQ=DAILY;UNTIL={until}");
        }
        let days: Vec<&str> = repeat.days.iter().map(|day| two_letters(*day)).collect();
        format!("FREQ=WEEKLY;UNTIL={until};BYDAY={}", days.join(","))
    }

    fn place(self, place: &Place) -> Vec<IcalProp<'static>> {
        let street = place.street();
        let town = match (&place.town, self.board.config.territorio.citta.as_deref()) {
            (None, Some(town)) if !street.contains(town) => Some(town.to_owned()),
            _ => None,
        };
        let parts = [place.name.clone(), Some(street).filter(|street| !street.is_empty()), town];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        let location = text("LOCATION", parts.join(", "));
        let geo = place.coordinates.map(|point| {
            let value = IcalGeo {
                latitude: Cow::Owned(point.latitude.to_string()),
                longitude: Cow::Owned(point.longitude.to_string()),
            };
            prop("GEO", Vec::new(), IcalValue::Geo(value))
        });
        std::iter::once(location).chain(geo).collect()
    }
}

fn number(name: &'static str, value: i64) -> IcalProp<'static> {
    prop(name, Vec::new(), IcalValue::Integer(IcalInteger(Cow::Owned(value.to_string()))))
}

/// The days of the week of RFC 5545, section 3.3.10.
fn two_letters(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "MO",
        Weekday::Tuesday => "TU",
        Weekday::Wednesday => "WE",
        Weekday::Thursday => "TH",
        Weekday::Friday => "FR",
        Weekday::Saturday => "SA",
        Weekday::Sunday => "SU",
    }
}
