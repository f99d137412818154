//! File names beside an item's page to which other outputs link, and which items have these files.

use crate::board::{Board, Item};
use crate::compose::calendar::has_dates;
use crate::locale::Locale;

/// Card for the channel, 1080 × 1350 pixels.
pub(crate) const CARD: &str = "card.png";
/// Picture for the status of WhatsApp and for stories, 1080 × 1920 pixels, beside the page in the board's own language.
pub(crate) const STATUS: &str = "status.png";
/// Link preview, 1200 × 630 pixels, under 300 KB: beside the page of an open item, and beside each home page for the
/// others.
pub(crate) const PREVIEW: &str = "preview.jpg";
/// Poster in the language of the page beside which it is.
pub(crate) const POSTER: &str = "poster.pdf";
/// Poster with tear-off strips, in the board's own language.
pub(crate) const STRIPS_POSTER: &str = "poster-strips.pdf";
/// Poster in all languages of the board, beside the page in its own language.
pub(crate) const MULTILINGUAL_POSTER: &str = "poster-multilingual.pdf";
/// Calendar of one item, iCalendar.
pub(crate) const CALENDAR: &str = "event.ics";

/// File name of the message in the board's own language and another, beside the page in the former.
pub(crate) fn bilingual_message(own: &Locale, other: &Locale) -> String {
    format!("whatsapp.{}-{}.txt", own.code, other.code)
}

/// Whether an item has posters: only while it is open.
pub(crate) fn has_poster(item: &Item) -> bool {
    item.status.is_open()
}

/// Whether an item has a card and a link preview: only while it is open.
pub(crate) fn has_pictures(item: &Item) -> bool {
    item.status.is_open()
}

/// Whether an item has a calendar file: only while it is open, and if it has any date.
pub(crate) fn has_calendar(board: &Board, item: &Item) -> bool {
    item.status.is_open() && has_dates(board, item)
}
