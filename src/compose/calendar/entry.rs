//! Writes `VEVENT` components (RFC 5545, section 3.6.1).

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
use super::{
    CalendarEvent, component, date_property, date_time_property, exception_property, property, text_property,
    word_property,
};
use crate::board::{Board, Item, Status};
use crate::compose::fact_sheet::{build_status_line, item_path};
use crate::locale::{Locale, key};
use crate::model::{Place, Weekday};
use crate::text::calendar_names::english_weekday_name;
use crate::text::escape::IcsText;

/// `TRIGGER` of a deadline's alarm: three days before.
const ALARM_BEFORE_DEADLINE: &str = "-P3D";

/// Writes the events of one item.
#[derive(Clone, Copy)]
pub(super) struct EventWriter<'b> {
    pub(super) board: &'b Board,
    pub(super) item: &'b Item,
    pub(super) locale: &'b Locale,
}

impl EventWriter<'_> {
    /// Event of one occurrence of the item.
    pub(super) fn event(self, part: &str, title: &str, time: &Occurrence, place: Option<&Place>) -> CalendarEvent {
        let zone = self.board.config.bacheca.fuso;
        let mut props = self.common_properties(part, title);
        match time.span {
            Span::Days(first, last) => {
                props.push(date_property("DTSTART", first));
                // DTEND is exclusive: the day after the last.
                props.push(date_property("DTEND", last.succ_opt().unwrap_or(last)));
            }
            Span::Hours(start, end) => {
                let local = |name, time: NaiveDateTime| {
                    let zone = vec![IcalParam::TzId(Cow::Borrowed(zone.name()))];
                    date_time_property(name, zone, time.format("%Y%m%dT%H%M%S").to_string())
                };
                props.push(local("DTSTART", start));
                props.extend(end.map(|end| local("DTEND", end)));
            }
        }
        if let Some(repeat) = &time.repeat {
            let rule = self.recurrence_rule(repeat, matches!(time.span, Span::Days(..)));
            props.push(property("RRULE", Vec::new(), IcalValue::Recur(IcalRecur(Cow::Owned(rule)))));
            props.extend(self.exceptions(repeat, time.span));
        }
        if let Some(place) = place {
            props.extend(self.place(place));
        }
        let zoned = matches!(time.span, Span::Hours(..)).then(|| (time.first(), time.last()));
        CalendarEvent { component: component(IcalComponentKind::VEvent, props, Vec::new()), zoned }
    }

    /// All-day event of a deadline, with an alarm.
    pub(super) fn deadline(self, part: &str, title: &str, last: NaiveDate) -> CalendarEvent {
        let mut props = self.common_properties(part, title);
        props.push(date_property("DTSTART", last));
        props.push(date_property("DTEND", last.succ_opt().unwrap_or(last)));
        // A deadline does not make anybody busy.
        props.push(word_property("TRANSP", "TRANSPARENT"));
        let alarm = vec![
            word_property("ACTION", "DISPLAY"),
            text_property("DESCRIPTION", IcsText::new(title)),
            property("TRIGGER", Vec::new(), IcalValue::Duration(IcalDuration(Cow::Borrowed(ALARM_BEFORE_DEADLINE)))),
        ];
        // No alarm for what is cancelled or full.
        let rings = matches!(self.item.status, Status::Open(_) | Status::ToRecheck);
        let alarms: Vec<IcalComponent<'static>> =
            rings.then(|| component(IcalComponentKind::VAlarm, alarm, Vec::new())).into_iter().collect();
        CalendarEvent { component: component(IcalComponentKind::VEvent, props, alarms), zoned: None }
    }

    /// Properties of every event: UID, stamp, summary, description, URL.
    fn common_properties(self, part: &str, title: &str) -> Vec<IcalProp<'static>> {
        let Self { board, item, locale } = self;
        let host = url::Url::parse(&board.config.bacheca.indirizzo).ok();
        let host = host.as_ref().and_then(url::Url::host_str).unwrap_or_default();
        let url = board.url(&item_path(board, &item.slug, &locale.code));
        let mark = if item.facts.example { format!("[{}] ", locale.text(key::example)) } else { String::new() };
        let status = build_status_line(board, item, locale).whole();
        let mut lines: Vec<String> = vec![status, item.summary_in(&locale.code).trim().to_owned(), url.clone()];
        lines.retain(|line| !line.is_empty());
        let stamp = item.last_changed().unwrap_or(board.today).format("%Y%m%dT000000Z").to_string();
        let kind = locale.vocabulary_text("kind", item.kind().key()).unwrap_or_default().to_owned();
        let mut props = vec![
            text_property("UID", IcsText::new(format!("{}{part}@{host}", item.slug))),
            date_time_property("DTSTAMP", Vec::new(), stamp.clone()),
            date_time_property("LAST-MODIFIED", Vec::new(), stamp),
            number_property("SEQUENCE", self.sequence()),
            text_property("SUMMARY", IcsText::new(format!("{mark}{title}"))),
            text_property("DESCRIPTION", IcsText::new(lines.join("\n"))),
            property("URL", Vec::new(), IcalValue::Uri(IcalUri(Cow::Owned(url)))),
            property("CATEGORIES", Vec::new(), IcalValue::TextList(IcalTextList(vec![Cow::Owned(kind)]))),
        ];
        if matches!(item.status, Status::Cancelled(_)) {
            props.push(word_property("STATUS", "CANCELLED"));
        }
        props
    }

    /// `SEQUENCE`: must grow with each revision, so it is derived from the day of the last change.
    fn sequence(self) -> i64 {
        let published = self.item.published_on();
        let days = published.zip(self.item.facts.updated).map(|(first, last)| (last - first).num_days());
        days.unwrap_or_default().max(0)
    }

    fn recurrence_rule(self, repeat: &Recurrence, whole_days: bool) -> String {
        let until = if whole_days {
            repeat.until.format("%Y%m%d").to_string()
        } else {
            // With a zoned DTSTART, UNTIL must be in UTC (RFC 5545, section 3.3.10).
            let end = repeat.until.and_hms_opt(23, 59, 59).unwrap_or_default();
            let end = self.board.config.bacheca.fuso.from_local_datetime(&end).latest();
            end.map(|end| end.with_timezone(&Utc).format("%Y%m%dT%H%M%SZ").to_string()).unwrap_or_default()
        };
        if repeat.days.is_empty() {
            return format!("FREQ=DAILY;UNTIL={until}");
        }
        let days: Vec<String> = repeat.days.iter().map(|day| weekday_code(*day)).collect();
        format!("FREQ=WEEKLY;UNTIL={until};BYDAY={}", days.join(","))
    }

    /// Lessons that do not take place: at the hour of the first one.
    fn exceptions(self, repeat: &Recurrence, span: Span) -> Option<IcalProp<'static>> {
        if repeat.except.is_empty() {
            return None;
        }
        let days = repeat.except.iter();
        Some(match span {
            Span::Days(..) => exception_property(
                vec![IcalParam::Value(Cow::Borrowed("DATE"))],
                days.map(|day| Cow::Owned(day.format("%Y%m%d").to_string())).collect(),
            ),
            Span::Hours(start, _) => exception_property(
                vec![IcalParam::TzId(Cow::Borrowed(self.board.config.bacheca.fuso.name()))],
                days.map(|day| Cow::Owned(day.and_time(start.time()).format("%Y%m%dT%H%M%S").to_string())).collect(),
            ),
        })
    }

    fn place(self, place: &Place) -> Vec<IcalProp<'static>> {
        let street = place.postal_address();
        let town = match (&place.town, self.board.config.territorio.citta.as_deref()) {
            (None, Some(town)) if !street.contains(town) => Some(town.to_owned()),
            _ => None,
        };
        let parts = [place.name.clone(), Some(street).filter(|street| !street.is_empty()), town];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        let location = text_property("LOCATION", IcsText::new(parts.join(", ")));
        let geo = place.coordinates.map(|point| {
            let value = IcalGeo {
                latitude: Cow::Owned(point.latitude.to_string()),
                longitude: Cow::Owned(point.longitude.to_string()),
            };
            property("GEO", Vec::new(), IcalValue::Geo(value))
        });
        std::iter::once(location).chain(geo).collect()
    }
}

fn number_property(name: &'static str, value: i64) -> IcalProp<'static> {
    property(name, Vec::new(), IcalValue::Integer(IcalInteger(Cow::Owned(value.to_string()))))
}

/// Weekday code of RFC 5545, section 3.3.10: `MO`.
fn weekday_code(day: Weekday) -> String {
    english_weekday_name(day.to_chrono()).chars().take(2).collect::<String>().to_ascii_uppercase()
}
