//! The posting plan of the channel: what to post in the next two weeks, when, and why.
//!
//! Nearest deadlines come first, with time left to apply; consecutive posts alternate between kinds unless a deadline is
//! urgent; nothing is posted twice. Posted items that close soon get one reminder; what has changed since it was posted
//! comes before everything else.

use chrono::{Datelike, Days, NaiveDate};

use crate::board::{Board, Item, Status};
use crate::error::Error;
use crate::localized;
use crate::model::Weekday;

/// Days that the plan covers, today included.
const HORIZON_DAYS: usize = 14;
/// Posts per week if `[piano] per_settimana` is absent.
const DEFAULT_POSTS_PER_WEEK: u32 = 3;
/// Days that a post must leave for applying.
const MIN_DAYS_TO_APPLY: u64 = 2;
/// Days before closing from which a reminder is due.
const LAST_DAYS: u64 = 3;
/// Days after a post during which no reminder is sent.
const REMINDER_REST_DAYS: i64 = 5;
/// Number of most urgent items among which kinds are alternated.
const MAX_CANDIDATES: usize = 3;
/// Days before closing below which an item does not wait for another kind's turn.
const URGENT_DAYS: u64 = 6;

/// Why an item is to be posted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PostReason {
    /// It was never posted.
    New,
    /// It was posted and closes within [`LAST_DAYS`] days.
    LastDays,
    /// It was posted, and since then it was cancelled, its places were taken, its last day or its facts have changed.
    Changed,
}

/// One post of the plan.
#[derive(Debug, Clone, Copy)]
pub struct PlannedPost<'b> {
    /// Day of the post.
    pub day: NaiveDate,
    /// Item to post.
    pub item: &'b Item,
    /// Reason of the post.
    pub reason: PostReason,
}

/// Plans the posts of the next two weeks, in chronological order.
///
/// # Errors
/// An entry of `[piano] giorni` that is not a day of the week.
pub fn plan_posts(board: &Board) -> Result<Vec<PlannedPost<'_>>, Error> {
    let closing_day = |item: &Item| item.next_moment(board.today).map(|next| next.day);
    let mut waiting: Vec<&Item> =
        board.published().filter(|item| can_take_part(board, item) && item.facts.publications.is_empty()).collect();
    waiting.sort_by_key(|item| (closing_day(item).is_none(), closing_day(item), item.slug.as_str()));
    let posted: Vec<&Item> =
        board.published().filter(|item| can_take_part(board, item) && !item.facts.publications.is_empty()).collect();
    let changed =
        changed_since_posted(board).map(|item| PlannedPost { day: board.today, item, reason: PostReason::Changed });
    let mut planned: Vec<PlannedPost<'_>> = changed.collect();
    let slots = posting_days(board)?;
    for (index, day) in slots.iter().copied().enumerate() {
        // An urgent item ignores the alternation of kinds: waiting would cost readers the deadline.
        let last_kind =
            planned.iter().rev().find(|planned| planned.reason == PostReason::New).map(|planned| planned.item.kind());
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
        // A reminder goes out on the last posting day before closing.
        let next = slots.get(index + 1).copied();
        for item in &posted {
            let Some(closing) = closing_day(item) else { continue };
            let near = day <= closing && closing <= day + Days::new(LAST_DAYS);
            let last = next.is_none_or(|next| next > closing);
            let rested = last_posted_on(item).is_none_or(|posted| (day - posted).num_days() >= REMINDER_REST_DAYS);
            if near && last && rested {
                planned.push(PlannedPost { day, item, reason: PostReason::LastDays });
            }
        }
    }
    Ok(planned)
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

/// Items that were posted and have changed since, so that the channel says something that is no longer true.
pub fn changed_since_posted(board: &Board) -> impl Iterator<Item = &Item> {
    board.published().filter(|item| {
        let is_off = matches!(item.status, Status::Cancelled(_) | Status::Full(_));
        let is_ahead = item.status.closing().is_none_or(|closing| closing.day >= board.today);
        // Without a day of the change, every post may be older than it.
        let is_new = item.facts.updated.is_none() && !item.facts.publications.is_empty();
        is_ahead && (is_off && is_new || (is_off || item.status.is_open()) && is_corrected(item))
    })
}

/// Whether an item was changed (`aggiornato`) after it was last posted.
#[must_use]
pub fn is_corrected(item: &Item) -> bool {
    item.facts.updated.zip(last_posted_on(item)).is_some_and(|(updated, posted)| posted < updated)
}

fn can_take_part(board: &Board, item: &Item) -> bool {
    item.status.is_open() && !item.timing(board.today).is_booking_over(item)
}

/// Formats an entry of `pubblicazioni` as inline YAML; `when` as `2026-11-21T10:00`.
#[must_use]
pub fn format_publication(channel: &str, language: &str, when: &str) -> String {
    format!("{{canale: {channel}, lingua: {language}, quando: \"{when}\"}}")
}

/// Day of the latest dated publication, if any.
#[must_use]
pub fn last_posted_on(item: &Item) -> Option<NaiveDate> {
    item.facts.posted_on().max()
}
