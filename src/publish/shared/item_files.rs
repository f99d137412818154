//! The files beside an item's page that other outputs lead to, and which items have them.

use crate::board::Item;
use crate::compose::calendar::has_dates;

/// The card for the channel, 1080 × 1350 pixels.
pub(crate) const CARD: &str = "card.png";
/// The preview of a link, 1200 × 630 pixels, under 300 KB.
pub(crate) const PREVIEW: &str = "preview.jpg";
/// The calendar of one item, iCalendar.
pub(crate) const CALENDAR: &str = "event.ics";

/// Whether an item has posters: it is open.
pub(crate) fn has_poster(item: &Item) -> bool {
    item.status.is_open()
}

/// Whether an item has a card and a link preview: it is open.
pub(crate) fn has_pictures(item: &Item) -> bool {
    item.status.is_open()
}

/// Whether an item has a calendar file: it is open and has a day.
pub(crate) fn has_calendar(item: &Item) -> bool {
    item.status.is_open() && has_dates(item)
}
