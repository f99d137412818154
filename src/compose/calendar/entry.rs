//! Writes `VEVENT` components (RFC 5545, section 3.6.1).

use std::borrow::Cow;

use chrono::{Duration, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc};
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

use super::identity::uid;
use super::times::{Occurrence, Recurrence, Span};
use super::{
    CalendarEvent, component, date_property, date_time_property, exception_property, property, text_property,
    weekday_code, word_property,
};
use crate::board::{Board, Item, Status};
use crate::compose::fact_sheet::{build_status_line, item_path};
use crate::compose::title_marks::title_marks;
use crate::locale::{Locale, key};
use crate::model::{Deadline, PartialDate, Place};
use crate::text::escape::IcsText;

/// Days before a deadline on whose morning its alarm rings.
const DAYS_BEFORE_DEADLINE: i64 = 3;

/// Hour at which alarms ring: that of an all-day event would ring at midnight by itself.
const ALARM_HOUR: i64 = 9;

/// Length of an event whose end nobody has said: without one calendars show a moment, some nothing at all.
const ASSUMED_LENGTH: Duration = Duration::hours(2);

/// Writes the events of one item.
#[derive(Clone, Copy)]
pub(super) struct EventWriter<'b> {
    pub(super) board: &'b Board,
    pub(super) item: &'b Item,
    pub(super) locale: &'b Locale,
    /// Whether what takes place once has an alarm on the day before.
    pub(super) reminds: bool,
}

impl EventWriter<'_> {
    /// Event of one occurrence of the item.
    pub(super) fn event(self, part: &str, title: &str, time: &Occurrence, place: Option<&Place>) -> CalendarEvent {
        let zone = self.board.config.bacheca.fuso;
        let is_length_assumed = matches!(time.span, Span::Hours(_, None));
        let note = is_length_assumed.then(|| self.locale.text(key::calendar_end_unknown));
        let mut props = self.common_properties(part, title, note);
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
                props.push(local("DTEND", end.unwrap_or(start + ASSUMED_LENGTH)));
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
        // Each lesson of a course would ring.
        let alarm = (self.reminds && time.repeat.is_none()).then(|| {
            let start = match time.span {
                Span::Days(first, _) => first.and_time(NaiveTime::MIN),
                Span::Hours(start, _) => start,
            };
            self.alarm(title, start, 1)
        });
        let alarms = alarm.flatten().into_iter().collect();
        CalendarEvent { component: component(IcalComponentKind::VEvent, props, alarms), zoned }
    }

    /// All-day event of a deadline, with an alarm.
    pub(super) fn deadline(self, part: &str, title: &str, last: NaiveDate) -> CalendarEvent {
        let mut props = self.common_properties(part, title, None);
        props.push(date_property("DTSTART", last));
        props.push(date_property("DTEND", last.succ_opt().unwrap_or(last)));
        // A deadline does not make anybody busy.
        props.push(word_property("TRANSP", "TRANSPARENT"));
        let alarms = self.alarm(title, last.and_time(NaiveTime::MIN), DAYS_BEFORE_DEADLINE).into_iter().collect();
        CalendarEvent { component: component(IcalComponentKind::VEvent, props, alarms), zoned: None }
    }

    /// Alarm at [`ALARM_HOUR`] some days before the day of a start; none for what is cancelled or full.
    fn alarm(self, title: &str, start: NaiveDateTime, days: i64) -> Option<IcalComponent<'static>> {
        if !matches!(self.item.status, Status::Open(_) | Status::ToRecheck) {
            return None;
        }
        let rings = start.date().and_time(NaiveTime::MIN) - Duration::days(days) + Duration::hours(ALARM_HOUR);
        let trigger = IcalDuration(Cow::Owned(format!("-{}", format_duration(start - rings))));
        let props = vec![
            word_property("ACTION", "DISPLAY"),
            text_property("DESCRIPTION", IcsText::new(title)),
            property("TRIGGER", Vec::new(), IcalValue::Duration(trigger)),
        ];
        Some(component(IcalComponentKind::VAlarm, props, Vec::new()))
    }

    /// Properties of every event: UID, stamp, summary, description with a note if there is one, URL.
    fn common_properties(self, part: &str, title: &str, note: Option<&str>) -> Vec<IcalProp<'static>> {
        let Self { board, item, locale, .. } = self;
        let url = board.url(&item_path(board, &item.slug, &locale.code));
        let mark = title_marks(item, locale);
        let status = build_status_line(board, item, locale).whole();
        let note = note.unwrap_or_default().to_owned();
        let mut lines: Vec<String> = vec![status, item.summary_in(&locale.code).trim().to_owned(), note, url.clone()];
        lines.retain(|line| !line.is_empty());
        let stamp = item.last_changed().unwrap_or(board.today).format("%Y%m%dT000000Z").to_string();
        let kind = locale.vocabulary_text("kind", item.kind().key()).unwrap_or_default().to_owned();
        let mut props = vec![
            text_property("UID", IcsText::new(uid(board, item, part))),
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

    /// `SEQUENCE`: must grow with each revision, but no build knows the one before. So it is the sum of what only grows when
    /// an announcement is revised: days from publication to the last change and days by which the deadline was extended,
    /// four times, and one or two for what is full or cancelled, three for what is open again or otherwise changed. Two
    /// changes of facts with no new `aggiornato` have the same number.
    fn sequence(self) -> i64 {
        let facts = &self.item.facts;
        let days = |first: Option<NaiveDate>, last: Option<NaiveDate>| {
            first.zip(last).map_or(0, |(first, last)| (last - first).num_days().max(0))
        };
        let deadline = facts.deadline.value().and_then(|deadline| match deadline {
            Deadline::On(day, _) => Some(day.last_day()),
            _ => None,
        });
        let revisions = days(self.item.published_on(), self.item.last_changed())
            + days(facts.extended_from.map(PartialDate::last_day), deadline);
        let state = match self.item.status {
            Status::Full(_) => 1,
            Status::Cancelled(_) => 2,
            _ if facts.updated.is_some() => 3,
            _ => 0,
        };
        4 * revisions + state
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

/// Duration of whole minutes (RFC 5545, section 3.3.6): `P2DT15H`.
fn format_duration(length: Duration) -> String {
    let (days, hours, minutes) = (length.num_days(), length.num_hours() % 24, length.num_minutes() % 60);
    let part = |number: i64, unit: char| if number == 0 { String::new() } else { format!("{number}{unit}") };
    let time = format!("{}{}", part(hours, 'H'), part(minutes, 'M'));
    let divider = if time.is_empty() { "" } else { "T" };
    format!("P{}{divider}{time}", part(days, 'D'))
}
