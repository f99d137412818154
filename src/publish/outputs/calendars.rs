//! Calendars to subscribe to, `eventi.ics` and `scadenze.ics`, and the file of one opportunity, `event.ics`, in each
//! language (RFC 5545, RFC 7986).

use chrono::NaiveDate;
use rayon::prelude::*;

use crate::compose::calendar::{CalendarEvent, CalendarInfo, deadlines, events, subscription_start, write_calendar};
use crate::error::Error;
use crate::locale::Locale;
use crate::publish::shared::addresses::{DEADLINES, EVENTS};
use crate::publish::shared::item_files::{CALENDAR, has_calendar};
use crate::publish::{ItemPage, Sink, Site};

pub(super) fn publish(site: &Site<'_>, sink: &dyn Sink) -> Result<(), Error> {
    let since = subscription_start(site.board.today);
    let locales: Vec<&Locale> = site.locales.iter().collect();
    locales.into_par_iter().try_for_each(|locale| {
        let (mut takes_place, mut closes) = (Vec::new(), Vec::new());
        for item in site.latest.iter().filter_map(|index| site.item_at(*index)) {
            takes_place.extend(events(site.board, item, locale, since));
            closes.extend(deadlines(site.board, item, locale, since));
        }
        write(site, locale, EVENTS, "calendar_events", takes_place, sink)?;
        write(site, locale, DEADLINES, "calendar_deadlines", closes, sink)
    })
}

fn write(
    site: &Site<'_>,
    locale: &Locale,
    file_name: &str,
    title: &str,
    events: Vec<CalendarEvent>,
    sink: &dyn Sink,
) -> Result<(), Error> {
    let path = format!("{}{file_name}", site.prefix(locale));
    let name = format!("{}: {}", site.board.config.bacheca.nome, locale.text(title));
    let address = site.board.url(&path);
    let head = CalendarInfo { name: &name, source: Some(&address) };
    sink.put(&path, write_calendar(site.board, &head, locale, events))
}

/// The file of one opportunity.
pub(super) fn publish_item(site: &Site<'_>, page: &ItemPage<'_>, sink: &dyn Sink) -> Result<(), Error> {
    if !has_calendar(page.item) {
        return Ok(());
    }
    let mut all = events(site.board, page.item, page.locale, NaiveDate::MIN);
    all.extend(deadlines(site.board, page.item, page.locale, NaiveDate::MIN));
    let head = CalendarInfo { name: &page.sheet.title.text, source: None };
    sink.put(&format!("{}{CALENDAR}", page.path), write_calendar(site.board, &head, page.locale, all))
}
