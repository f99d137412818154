//! What is new, as every feed tells it: which items, and what each says.

use chrono::{DateTime, Days, FixedOffset, NaiveDate, NaiveTime, TimeZone};

use crate::board::{Item, Status};
use crate::compose::fact_sheet::item_path;
use crate::locale::{Locale, key};
use crate::markdown;
use crate::publish::RenderContext;
use crate::publish::item_output::has_page;

/// A feed holds the last month, and at least this many items, so that it is never empty.
const LEAST: usize = 30;
const DAYS: u64 = 30;

/// One entry of a feed.
pub(crate) struct FeedEntry<'b> {
    pub(crate) item: &'b Item,
    /// Its page, whole: it is known by it for ever.
    pub(crate) url: String,
    pub(crate) title: String,
    /// A sentence or two, and until when it is open.
    pub(crate) description: String,
    /// Its text with whole addresses.
    pub(crate) html: String,
    /// Midnight of the day of its publication, in the board's time zone.
    pub(crate) date: Option<DateTime<FixedOffset>>,
    pub(crate) kind_label: &'b str,
    pub(crate) organisation: Option<&'b str>,
}

/// What was published in the last month, newest first.
pub(crate) fn recent<'b>(
    context: &'b RenderContext,
    locale: &'b Locale,
    wanted: &(dyn Fn(&Item) -> bool + Sync),
) -> Vec<FeedEntry<'b>> {
    let today = context.board.today;
    let month_ago = today.checked_sub_days(Days::new(DAYS)).unwrap_or_default();
    context
        .index
        .latest
        .iter()
        .filter_map(|index| context.item_at(*index))
        .filter_map(|item| Some((item, item.published_on()?)))
        // An announcement for tomorrow is not news yet.
        .filter(|(item, date)| *date <= today && item.status != Status::Withdrawn && wanted(item))
        .enumerate()
        .take_while(|(position, (_, date))| *position < LEAST || *date >= month_ago)
        .map(|(_, (item, date))| entry(context, locale, item, date))
        .collect()
}

fn entry<'b>(context: &'b RenderContext, locale: &'b Locale, item: &'b Item, date: NaiveDate) -> FeedEntry<'b> {
    let board = &context.board;
    let own = &board.config.bacheca.lingua;
    let language = if has_page(item, &locale.code, own) { &locale.code } else { own };
    let url = board.url(&item_path(board, &item.slug, language));
    let mark = if item.facts.example { format!("[{}] ", locale.text(key::example)) } else { String::new() };
    let closing = item.status.closing().filter(|_| item.status.is_open());
    let deadline = closing.map(|closing| {
        locale.format(key::status_open_until, &[("date", locale.format_date_with_weekday(closing.day).into())])
    });
    let summary = item.summary_in(&locale.code);
    FeedEntry {
        item,
        title: format!("{mark}{}", item.title_in(&locale.code)),
        description: match deadline {
            // Words of the board's language are kept whole before Arabic ones (Unicode isolates).
            Some(deadline) if locale.direction == "rtl" => format!("\u{2068}{summary}\u{2069} {deadline}."),
            Some(deadline) => format!("{summary} {deadline}."),
            None => summary.to_owned(),
        },
        html: markdown::render_html_with_absolute_links(item.body_in(&locale.code), &url),
        url,
        date: board
            .config
            .bacheca
            .fuso
            .from_local_datetime(&date.and_time(NaiveTime::MIN))
            .earliest()
            .map(|midnight| midnight.fixed_offset()),
        kind_label: locale.vocabulary_text("kind", item.kind().key()).unwrap_or_default(),
        organisation: board.organisation_of(item).map(|organisation| organisation.name.as_str()),
    }
}
