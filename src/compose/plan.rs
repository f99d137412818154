//! The posting plan of a channel in a language: what to post in the next two weeks, when, and why.
//!
//! Nearest deadlines come first, with time left to apply; consecutive posts alternate between kinds unless a deadline is
//! urgent; nothing is posted twice. Posted items that close soon get one reminder, at least a day before; what has changed
//! since it was posted comes before everything else. A post on another channel, or in another language, counts for nothing
//! here. Invented examples are planned only on a board that has nothing else.

use chrono::{Datelike, Days, NaiveDate, TimeDelta};

use super::changes::{changes_since_posted, last_post_on};
use super::messenger::WHATSAPP;
use crate::board::{Board, Item};
use crate::error::Error;
use crate::localized;
use crate::model::{FactChange, Kind, Publication, Weekday};

/// Days that the plan covers, today included.
const HORIZON_DAYS: usize = 14;
/// Posts per week if `[piano] per_settimana` is absent.
const DEFAULT_POSTS_PER_WEEK: u32 = 3;
/// Days that a post must leave for applying.
const MIN_DAYS_TO_APPLY: u64 = 2;
/// Days before closing from which a reminder is due: of what takes place on that day, the day before.
pub(super) const LAST_DAYS: i64 = 4;
/// Days that a reminder leaves: on the last day it comes too late.
const MIN_DAYS_TO_REACT: u64 = 1;
/// Days after a post during which no reminder is sent.
const REMINDER_REST_DAYS: i64 = 5;
/// Number of most urgent items among which kinds are alternated.
const MAX_CANDIDATES: usize = 3;
/// Days before closing below which an item does not wait for another kind's turn.
const URGENT_DAYS: u64 = 6;

/// Why an item is to be posted.
#[derive(Debug, Clone, PartialEq)]
pub enum PostReason {
    /// It was never posted on the channel in the language.
    New,
    /// It was posted and closes within [`LAST_DAYS`] days.
    LastDays,
    /// It was posted, and since then this has changed, the most important first.
    Changed(Vec<FactChange>),
}

impl PostReason {
    /// Whether it is the first post, with the whole text; the others are notices.
    #[must_use]
    pub fn is_new(&self) -> bool {
        matches!(self, Self::New)
    }
}

/// One post of the plan.
#[derive(Debug, Clone)]
pub struct PlannedPost<'b> {
    /// Day of the post.
    pub day: NaiveDate,
    /// Item to post.
    pub item: &'b Item,
    /// Reason of the post.
    pub reason: PostReason,
}

/// Channel and language of a board's own plan.
#[must_use]
pub fn default_stream(board: &Board) -> (&'static str, &str) {
    (WHATSAPP.name, &board.config.bacheca.lingua)
}

/// Plans the posts of the next two weeks on a channel in a language, in chronological order.
///
/// # Errors
/// An entry of `[piano] giorni` that is not a day of the week.
pub fn plan_posts<'b>(board: &'b Board, channel: &str, language: &str) -> Result<Vec<PlannedPost<'b>>, Error> {
    let closing_day = |item: &Item| item.next_moment(board.today).map(|next| next.day);
    let is_posted = |item: &&Item| last_post_on(board, item, channel, language).is_some();
    let (posted, mut waiting): (Vec<&Item>, Vec<&Item>) =
        board.items_to_post().filter(|item| can_take_part(board, item)).partition(is_posted);
    waiting.sort_by_key(|item| (closing_day(item).is_none(), closing_day(item), item.slug.as_str()));
    let mut planned: Vec<PlannedPost<'_>> = changed_items(board, channel, language)
        .map(|(item, changes)| PlannedPost { day: board.today, item, reason: PostReason::Changed(changes) })
        .collect();
    let changed: Vec<&Item> = planned.iter().map(|planned| planned.item).collect();
    let slots = posting_days(board)?;
    for day in slots.iter().copied() {
        // An urgent item ignores the alternation of kinds: waiting would cost readers the deadline.
        let last_kind = planned.iter().rev().find(|planned| planned.reason.is_new()).map(|planned| planned.item.kind());
        let in_time =
            |item: &&Item| closing_day(item).is_none_or(|closing| closing >= day + Days::new(MIN_DAYS_TO_APPLY));
        let urgent = |item: &Item| closing_day(item).is_some_and(|closing| closing <= day + Days::new(URGENT_DAYS));
        let due: Vec<&Item> = waiting.iter().copied().filter(in_time).take(MAX_CANDIDATES).collect();
        let chosen = match due.first() {
            Some(first) if urgent(first) => Some(*first),
            _ => due.iter().copied().find(|item| Some(item.kind()) != last_kind).or(due.first().copied()),
        };
        if let Some(item) = chosen {
            waiting.retain(|other| !std::ptr::eq(*other, item));
            planned.push(PlannedPost { day, item, reason: PostReason::New });
        }
    }
    // A notice of a change says already how long there is time.
    for item in posted.into_iter().filter(|item| !changed.iter().any(|other| std::ptr::eq(*other, *item))) {
        let last = last_post_on(board, item, channel, language).and_then(Publication::day);
        let day = closing_day(item).and_then(|closing| reminder_day(board, &slots, item, closing));
        let day = day.filter(|day| last.is_none_or(|posted| (*day - posted).num_days() >= REMINDER_REST_DAYS));
        planned.extend(day.map(|day| PlannedPost { day, item, reason: PostReason::LastDays }));
    }
    planned.sort_by_key(|planned| planned.day);
    Ok(planned)
}

/// Day of the reminder of an item that closes on a day: the last posting day that leaves time to react, or the day before
/// closing if there is none; `None` if that is beyond the plan, or over.
fn reminder_day(board: &Board, slots: &[NaiveDate], item: &Item, closing: NaiveDate) -> Option<NaiveDate> {
    let last = closing.checked_sub_days(Days::new(MIN_DAYS_TO_REACT))?;
    let first =
        if item.kind() == Kind::Event { last } else { closing.checked_sub_signed(TimeDelta::days(LAST_DAYS))? };
    let horizon = board.today.iter_days().nth(HORIZON_DAYS - 1)?;
    let slot = slots.iter().rev().copied().find(|slot| (first..=last).contains(slot));
    slot.or(Some(last)).filter(|day| (board.today..=horizon).contains(day))
}

/// Posting days within the horizon, at most `per_settimana` in each ISO week.
fn posting_days(board: &Board) -> Result<Vec<NaiveDate>, Error> {
    let config = &board.config.piano;
    let week: Vec<&str> = Weekday::ALL.iter().map(|day| day.word()).collect();
    if let Some(unknown) = config.giorni.iter().find(|day| !week.contains(&day.as_str())) {
        return Err(Error::Message(localized!(
            "site.toml, [piano] giorni: «{unknown}» non è un giorno; scrivi lun, mar, mer, gio, ven, sab, dom",
            "site.toml, [piano] giorni: `{unknown}` is not a day; write lun, mar, mer, gio, ven, sab, dom"
        )));
    }
    let days: Vec<&str> = match config.giorni.as_slice() {
        [] => vec!["lun", "mer", "ven"],
        days => days.iter().map(String::as_str).collect(),
    };
    let most = config.per_settimana.unwrap_or(DEFAULT_POSTS_PER_WEEK);
    let mut slots: Vec<NaiveDate> = Vec::new();
    for day in board.today.iter_days().take(HORIZON_DAYS) {
        let same_week = slots.iter().filter(|slot| slot.iso_week() == day.iso_week()).count();
        if days.contains(&Weekday::weekday_of(day).word()) && u32::try_from(same_week).is_ok_and(|posts| posts < most) {
            slots.push(day);
        }
    }
    Ok(slots)
}

/// Items of which a channel says in a language something that is no longer true, with what has changed.
pub fn changed_items<'b>(
    board: &'b Board,
    channel: &str,
    language: &str,
) -> impl Iterator<Item = (&'b Item, Vec<FactChange>)> {
    let changes = move |item: &'b Item| (item, changes_since_posted(board, item, channel, language));
    board.items_to_post().map(changes).filter(|(_, changes)| !changes.is_empty())
}

fn can_take_part(board: &Board, item: &Item) -> bool {
    item.status.is_open() && !item.timing(board.today).is_booking_over(item)
}

/// Day of the latest dated publication on any channel, if any.
#[must_use]
pub fn last_posted_on(item: &Item) -> Option<NaiveDate> {
    item.publications().filter_map(Publication::day).max()
}
