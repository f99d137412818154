//! Entries of all feeds: which items are recent, and their texts.

use chrono::{DateTime, Days, FixedOffset, NaiveDate, NaiveTime};

use crate::board::{Board, Item, find_local_instant};
use crate::compose::fact_sheet::{build_answers, build_status_line, item_path};
use crate::compose::title_marks::title_marks;
use crate::locale::{Locale, key};
use crate::markdown;
use crate::publish::item_output::has_page;
use crate::publish::{PageSpec, RenderContext};
use crate::text::escape::{FeedHtml, FeedText, Html};

/// Minimum number of items in a feed, even if they are older than [`FEED_DAYS`], so that few are empty.
const MIN_ENTRIES: usize = 30;
/// Days for which published items stay in a feed.
const FEED_DAYS: u64 = 30;

/// One entry of a feed.
pub(crate) struct FeedEntry<'b> {
    pub(crate) item: &'b Item,
    /// Absolute URL of the item's page, which is also the permanent identifier of the entry.
    pub(crate) url: String,
    pub(crate) title: FeedText,
    /// Status, then summary.
    pub(crate) description: FeedText,
    /// Status and answers, then the text with absolute links.
    pub(crate) html: FeedHtml,
    /// Midnight of the day of publication, in the board's time zone.
    pub(crate) date: Option<DateTime<FixedOffset>>,
    /// Midnight of the day on which it was last changed, if that is a later one.
    pub(crate) modified: Option<DateTime<FixedOffset>>,
    pub(crate) kind_label: &'b str,
    pub(crate) organisation: Option<FeedText>,
    /// Its voice message in the language of the feed.
    pub(crate) voice: Option<FeedVoice>,
}

/// A voice message beside the page of an entry.
pub(crate) struct FeedVoice {
    /// Absolute URL.
    pub(crate) url: String,
    pub(crate) media_type: &'static str,
    pub(crate) bytes: u64,
    pub(crate) seconds: Option<u64>,
}

fn voice_of(item: &Item, language: &str, page: &str) -> Option<FeedVoice> {
    let voice = item.published_voice(language)?;
    let url = format!("{page}{}", voice.published_name()?);
    Some(FeedVoice { url, media_type: voice.format?.media_type(), bytes: voice.bytes, seconds: voice.seconds })
}

/// Midnight of the last day, in the board's time zone, on which one of some entries was published or changed; without entries
/// that of the last publication on the board, or today.
pub(crate) fn last_change(context: &RenderContext, entries: &[FeedEntry<'_>]) -> Option<DateTime<FixedOffset>> {
    let changed = entries.iter().flat_map(|entry| [entry.date, entry.modified]).flatten().max();
    changed.or_else(|| {
        let board = &context.board;
        let days = board.published().filter_map(Item::published_on).filter(|day| *day <= board.today);
        midnight(board, days.max().unwrap_or(board.today))
    })
}

/// When a day begins in the board's time zone.
fn midnight(board: &Board, day: NaiveDate) -> Option<DateTime<FixedOffset>> {
    let zone = board.config.bacheca.fuso;
    Some(find_local_instant(zone, day.and_time(NaiveTime::MIN))?.fixed_offset())
}

/// Items published in the last month, and at least [`MIN_ENTRIES`], newest first.
pub(crate) fn recent_entries<'b>(
    context: &'b RenderContext,
    locale: &'b Locale,
    wanted: &(dyn Fn(&Item) -> bool + Sync),
) -> Vec<FeedEntry<'b>> {
    let recent = recent_items(context, wanted);
    recent.map(|(_, item, date)| build_entry(context, locale, item, date)).collect()
}

/// Declares a page as a feed of the items that are wanted: it is rendered again only when these change.
pub(crate) fn declare_feed<'c>(
    context: &'c RenderContext,
    page: PageSpec<'c>,
    wanted: &(dyn Fn(&Item) -> bool + Sync),
) -> PageSpec<'c> {
    let positions: Vec<usize> = recent_items(context, wanted).map(|(position, ..)| position).collect();
    // An empty feed has the date of the last publication on the board.
    let changed = if positions.is_empty() { last_change(context, &[]) } else { None };
    page.showing_items(positions, format!("{changed:?}"))
}

/// Position, item and day of publication of each entry.
fn recent_items<'b>(
    context: &'b RenderContext,
    wanted: &(dyn Fn(&Item) -> bool + Sync),
) -> impl Iterator<Item = (usize, &'b Item, NaiveDate)> {
    let today = context.board.today;
    let month_ago = today.checked_sub_days(Days::new(FEED_DAYS)).unwrap_or_default();
    context
        .index
        .latest
        .iter()
        .filter_map(|index| Some((*index, context.item_at(*index)?)))
        .filter_map(|(index, item)| Some((index, item, item.published_on()?)))
        // Items with a future day of publication appear on that day.
        .filter(move |(_, item, date)| *date <= today && wanted(item))
        .enumerate()
        .take_while(move |(count, (_, _, date))| *count < MIN_ENTRIES || *date >= month_ago)
        .map(|(_, entry)| entry)
}

fn build_entry<'b>(context: &'b RenderContext, locale: &'b Locale, item: &'b Item, date: NaiveDate) -> FeedEntry<'b> {
    let board = &context.board;
    let config = &board.config.bacheca;
    let board_language = &config.lingua;
    let language = if has_page(item, &locale.code, board_language) { &locale.code } else { board_language };
    let url = board.url(&item_path(board, &item.slug, language));
    let status = build_status_line(board, item, locale);
    let status = status.whole();
    let status = status.trim_end_matches('.');
    let summary = item.summary_in(&locale.code);
    FeedEntry {
        item,
        title: FeedText::new(format!("{}{}", title_marks(item, locale), item.title_in(&locale.code))),
        description: FeedText::new(if locale.direction == "rtl" {
            // Unicode isolates keep the direction of the untranslated summary apart from that of the status.
            format!("{status}. \u{2068}{summary}\u{2069}")
        } else {
            format!("{status}. {summary}")
        }),
        voice: voice_of(item, &locale.code, &url),
        html: FeedHtml::from_html(content_html(board, item, locale, status, &url)),
        url,
        date: midnight(board, date),
        modified: item.facts.updated.filter(|updated| *updated > date).and_then(|day| midnight(board, day)),
        kind_label: locale.vocabulary_text("kind", item.kind().key()).unwrap_or_default(),
        organisation: board.organisation_of(item).map(|organisation| FeedText::new(organisation.name.as_str())),
    }
}

/// Content of an entry: its status, who, when, where and how much, then the text.
fn content_html(board: &Board, item: &Item, locale: &Locale, status: &str, url: &str) -> Html {
    let mut parts =
        vec![Html::from_tags("<p><strong>"), Html::from_text(status), Html::from_tags("</strong></p>\n<ul>\n")];
    for answer in build_answers(board, item, locale).iter().filter(|answer| answer.name != "act_by") {
        let details = answer.essential.iter().chain(&answer.detail).map(|line| line.text.as_ref());
        let value = std::iter::once(answer.short.text.as_ref()).chain(details).collect::<Vec<_>>().join(" · ");
        let fact = locale.format(key::name_and_value, &[("name", answer.label.into()), ("value", value.into())]);
        parts.extend([Html::from_tags("<li>"), Html::from_text(&fact), Html::from_tags("</li>\n")]);
    }
    parts.push(Html::from_tags("</ul>\n"));
    parts.push(markdown::render_html_with_absolute_links(item.body_in(&locale.code), url));
    parts.into_iter().collect()
}
