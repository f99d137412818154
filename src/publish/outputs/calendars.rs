//! Subscription calendars, `eventi.ics` and `scadenze.ics`, and the calendar file of each item, `event.ics`, in each
//! language (RFC 5545, RFC 7986).

use chrono::NaiveDate;

use crate::board::{Board, Item};
use crate::compose::calendar::{
    CalendarEvent, CalendarInfo, deadlines, events, events_with_alarms, subscription_start, write_calendar,
};
use crate::error::Error;
use crate::locale::{Locale, TextKey, key};
use crate::publish::shared::addresses::{DEADLINES, EVENTS};
use crate::publish::shared::item_files::{CALENDAR, has_calendar};
use crate::publish::{Indexing, ItemOutput, ItemPage, PageSpec, RenderContext, Sink};

/// Function that returns the calendar events of an item in a language, without those that ended before a day.
type EventsOf = fn(&Board, &Item, &Locale, NaiveDate) -> Vec<CalendarEvent>;

/// The subscription calendars.
pub(super) fn pages(context: &RenderContext) -> Vec<PageSpec<'_>> {
    let calendar = |file: &'static str, title: TextKey, events_of: EventsOf| {
        PageSpec::new(context, file, move |page, locale| {
            let since = subscription_start(context.board.today);
            let items = context.index.latest.iter().filter_map(|index| context.item_at(*index));
            let events = items.flat_map(|item| events_of(&context.board, item, locale, since)).collect();
            let name =
                format!("{}{}{}", context.board.config.bacheca.nome, locale.text(key::colon), locale.text(title));
            let address = context.board.url(&page.path_in(locale));
            let head = CalendarInfo { name: &name, source: Some(&address) };
            Ok(write_calendar(&context.board, &head, locale, events))
        })
    };
    vec![calendar(EVENTS, key::calendar_events, events), calendar(DEADLINES, key::calendar_deadlines, deadlines)]
}

/// The calendar file of one item.
pub(super) const OUTPUT: ItemOutput = ItemOutput { files, render };

fn files(context: &RenderContext, item: &Item, _: &Locale, file: &mut dyn FnMut(&str, Indexing)) {
    if has_calendar(&context.board, item) {
        file(CALENDAR, Indexing::File);
    }
}

fn render(context: &RenderContext, page: &ItemPage<'_>, sink: &dyn Sink) -> Result<(), Error> {
    let mut all = events_with_alarms(&context.board, page.item, page.locale);
    all.extend(deadlines(&context.board, page.item, page.locale, NaiveDate::MIN));
    let head = CalendarInfo { name: &page.sheet.title.text, source: None };
    sink.put(&format!("{}{CALENDAR}", page.path), write_calendar(&context.board, &head, page.locale, all))
}
