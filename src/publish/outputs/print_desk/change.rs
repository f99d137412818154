//! What changes on a wall: a list of the posters to take down and of those to put up since a day, then the new posters.

use chrono::{Days, NaiveDate};
use serde::Serialize;

use super::PackOptions;
use super::zone_poster::reject_unknown_zone;
use crate::board::{Board, Item, Status};
use crate::compose::fact_sheet::build_list_line;
use crate::error::Error;
use crate::locale::{Locale, key};
use crate::localized;
use crate::progress::Progress;
use crate::publish::shared::districts;
use crate::publish::shared::poster_sheet::{PosterLayout, name_languages, poster_job};
use crate::publish::shared::print::{Pack, PrintDocument, print_pack};
use crate::publish::{ItemPage, RenderContext};

/// Days after which a wall is changed again.
const WEEK: Days = Days::new(7);
/// Days after its publication for which the poster of a withdrawn item may still hang: nobody notes when it was withdrawn.
const MAX_HANGING: Days = Days::new(90);

/// What to take down and what to put up.
pub(super) struct WallChange<'b> {
    since: NaiveDate,
    /// By title.
    pub(super) down: Vec<&'b Item>,
    /// Soonest closing first. What has changed is in both: its old poster is no longer true.
    pub(super) up: Vec<&'b Item>,
}

impl<'b> WallChange<'b> {
    /// The change of the last week, in the whole territory.
    pub(super) fn of_week(board: &'b Board) -> Self {
        let since = board.today.checked_sub_days(WEEK).unwrap_or(board.today);
        Self::since(board, since, |_| true)
    }

    fn since(board: &'b Board, since: NaiveDate, is_wanted: impl Fn(&Item) -> bool) -> Self {
        let is_there = |item: &&Item| is_wanted(item);
        let mut down: Vec<&Item> =
            board.items_to_post().filter(is_there).filter(|item| comes_down(item, since, board.today)).collect();
        down.sort_by_cached_key(|item| item.short_title().to_lowercase());
        let up = board.open_items_to_post().into_iter().filter(is_there);
        Self { since, down, up: up.filter(|item| goes_up(item, since, board.today)).collect() }
    }
}

/// Whether a poster that hung on a day is no longer true today.
fn comes_down(item: &Item, since: NaiveDate, today: NaiveDate) -> bool {
    let facts = &item.facts;
    let closing = item.status.closing().map(|closing| closing.day);
    // The last day that the poster itself names.
    let is_over = || item.timing(since).last_useful_day(item).is_some_and(|last| (since..today).contains(&last));
    match item.status {
        Status::Open(_) => is_replaced(item, since) || is_over(),
        // Without a day of the change it may be new until the last day has passed.
        Status::Full(_) | Status::Cancelled(_) => {
            facts.updated.map_or_else(|| closing.is_none_or(|day| day >= today), |day| day >= since)
        }
        // `aggiornato` is the day on which it was withdrawn, and often all that is left of it.
        Status::Withdrawn => match (facts.updated, item.published_on()) {
            (Some(day), _) => day >= since,
            (None, Some(day)) => day.checked_add_days(MAX_HANGING).is_none_or(|day| day >= today),
            (None, None) => true,
        },
        Status::ToRecheck => Status::on_day(facts, since).is_open(),
        Status::Closed(_) => match facts.archived {
            Some(archived) => archived >= since && closing.is_none_or(|day| day >= since),
            None => is_over(),
        },
    }
}

/// Whether a poster belongs on the wall that did not hang there on a day, or said something else.
fn goes_up(item: &Item, since: NaiveDate, today: NaiveDate) -> bool {
    let is_new = item.published_on().is_some_and(|day| day >= since);
    (is_new || is_replaced(item, since)) && !item.timing(today).is_booking_over(item)
}

/// Whether an open item was changed after a day on which its poster hung.
fn is_replaced(item: &Item, since: NaiveDate) -> bool {
    let hung = item.published_on().is_none_or(|day| day < since);
    hung && item.status.is_open() && item.facts.updated.is_some_and(|day| day >= since)
}

/// The list in front of the posters.
#[derive(Serialize)]
struct ChangeList<'p> {
    /// From when to when.
    period: String,
    sections: [Section<'p>; 2],
}

#[derive(Serialize)]
struct Section<'p> {
    title: &'p str,
    /// Instead of rows if there are none.
    nothing: &'p str,
    /// How to find the posters on the wall.
    note: Option<&'p str>,
    rows: Vec<Row<'p>>,
}

#[derive(Serialize)]
struct Row<'p> {
    kind: &'p str,
    title: &'p str,
    title_lang: &'p str,
    title_dir: &'p str,
    /// End of the address that is printed on the poster, in every language.
    address: String,
    /// Why it comes down, or until when it is open.
    reason: String,
}

/// Renders the change of a wall as PDF: a list, then the posters to put up, in the first language with the title and key
/// facts in the others. Since a week ago, or a day; in the whole territory, or a district. `progress` is told of each poster.
///
/// # Errors
/// If there is no language, the day is after the board's, the board has no such district, an item has no date, or the
/// posters cannot be typeset.
pub fn render_change(
    context: &RenderContext,
    since: Option<NaiveDate>,
    zone: Option<&str>,
    languages: &[&Locale],
    paper: PackOptions,
    progress: &dyn Progress,
) -> Result<Vec<u8>, Error> {
    let (first, others) = languages.split_first().ok_or_else(|| Error::internal("print change", "no language"))?;
    let board = &context.board;
    if let Some(day) = since.filter(|day| *day > board.today) {
        let today = board.today;
        return Err(Error::Message(localized!("{day} è dopo oggi, {today}", "{day} is after today, {today}")));
    }
    if let Some(zone) = zone {
        reject_unknown_zone(context, zone)?;
    }
    let week = WallChange::of_week(board).since;
    let change =
        WallChange::since(board, since.unwrap_or(week), |item| zone.is_none_or(|zone| districts::is_in(item, zone)));
    let pages: Vec<ItemPage<'_>> = change.up.iter().map(|item| context.item_page(item, first)).collect();
    let layout = PosterLayout { size: paper.sheet_size(), strips: paper.strips, level: paper.qr_level(), others };
    let sheets = pages.iter().map(|page| poster_job(context, page, layout)).collect::<Result<_, Error>>()?;
    let title = first.text(key::print_change_title).to_owned();
    let list = PrintDocument::new(context, first, "change", title.clone(), to_list(context, first, &change));
    let cover = Some(list.to_job(Some(board.today), None, name_languages(std::iter::once(*first)))?);
    let four = paper.four.then(|| paper.four_up(first));
    print_pack(context, &Pack { title, cover, sheets, four }, progress)
}

fn to_list<'p>(context: &'p RenderContext, locale: &'p Locale, change: &WallChange<'p>) -> ChangeList<'p> {
    let day = |day: NaiveDate| locale.format_date_with_weekday(day);
    let period = [("from", day(change.since).into()), ("to", day(context.board.today).into())];
    let replaced =
        |item: &Item| is_replaced(item, change.since).then(|| locale.text(key::print_change_replaced).to_owned());
    let row = |item: &'p Item| to_row(context, locale, item);
    let down = change.down.iter().map(|item| Row { reason: replaced(item).unwrap_or(row(item).reason), ..row(item) });
    ChangeList {
        period: locale.format(key::print_change_period, &period),
        sections: [
            Section {
                title: locale.text(key::print_change_down),
                nothing: locale.text(key::print_change_nothing_down),
                note: Some(locale.text(key::print_change_find)),
                rows: down.collect(),
            },
            Section {
                title: locale.text(key::print_change_up),
                nothing: locale.text(key::print_change_nothing_up),
                note: None,
                rows: change.up.iter().map(|item| row(item)).collect(),
            },
        ],
    }
}

fn to_row<'p>(context: &'p RenderContext, locale: &'p Locale, item: &'p Item) -> Row<'p> {
    let translation = item.translation(&locale.code).and_then(|translation| translation.facts.short_title());
    let title_locale = if translation.is_some() { locale } else { context.locales.board_locale() };
    Row {
        kind: item.kind().key(),
        title: translation.unwrap_or(item.short_title()),
        title_lang: &title_locale.code,
        title_dir: &title_locale.direction,
        address: format!("o/{}", item.slug),
        reason: build_list_line(&context.board, item, locale).sentence,
    }
}
