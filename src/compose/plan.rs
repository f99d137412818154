//! The plan of the channel: what to post in the next two weeks, when, and why.
//!
//! Nearest deadlines come first, early enough to apply; two posts in a row are of different kinds where that costs
//! nobody a deadline; nothing is posted twice. What was posted and closes soon is recalled at the end of a day.

use chrono::{Datelike, Days, NaiveDate};

use crate::board::{Board, Item};
use crate::model::Weekday;

/// How far the plan looks, in days.
const HORIZON: usize = 14;
/// Posts a week where the board does not say.
const A_WEEK: u32 = 3;
/// Days before closing on which a post still leaves time to apply.
const TO_APPLY: u64 = 2;
/// Days before closing from which a reminder is due.
const LAST_DAYS: u64 = 3;
/// Days after a post in which nobody needs a reminder.
const REST: i64 = 5;
/// How many of the most urgent a balance of kinds chooses among.
const CHOICE: usize = 3;
/// Days within which a deadline is too near to wait for another kind's turn.
const URGENT: u64 = 6;

/// Why something is to be posted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PostReason {
    /// Nobody has posted it.
    New,
    /// It was posted, and closes within three days.
    LastDays,
}

/// One post of the plan.
#[derive(Debug, Clone, Copy)]
pub struct PlannedPost<'b> {
    /// The day.
    pub day: NaiveDate,
    /// What.
    pub item: &'b Item,
    /// Why.
    pub why: PostReason,
}

/// The posts of the next two weeks, in order.
///
/// # Errors
/// A day of `[piano] giorni` that is none.
pub fn plan(board: &Board) -> Result<Vec<PlannedPost<'_>>, String> {
    let mut waiting: Vec<&Item> =
        board.published().filter(|item| item.status.is_open() && item.facts.publications.is_empty()).collect();
    waiting.sort_by_key(|item| (closing_day(item).is_none(), closing_day(item), item.slug.as_str()));
    let posted: Vec<&Item> =
        board.published().filter(|item| item.status.is_open() && !item.facts.publications.is_empty()).collect();
    let mut planned: Vec<PlannedPost<'_>> = Vec::new();
    let slots = slots(board)?;
    for (index, day) in slots.iter().copied().enumerate() {
        // What closes too soon is late already: it is posted now or never.
        let last_kind =
            planned.iter().rev().find(|planned| planned.why == PostReason::New).map(|planned| planned.item.kind());
        let in_time = |item: &&Item| closing_day(item).is_none_or(|closing| closing >= day + Days::new(TO_APPLY));
        let urgent = |item: &Item| closing_day(item).is_some_and(|closing| closing <= day + Days::new(URGENT));
        let due: Vec<&Item> = waiting.iter().copied().filter(in_time).take(CHOICE).collect();
        let chosen = match due.first() {
            Some(first) if urgent(first) => Some(*first),
            _ => due.iter().copied().find(|item| Some(item.kind()) != last_kind).or(due.first().copied()),
        };
        if let Some(item) = chosen {
            waiting.retain(|other| !std::ptr::eq(*other, item));
            planned.push(PlannedPost { day, item, why: PostReason::New });
        }
        // The last slot from which a reminder still helps.
        let next = slots.get(index + 1).copied();
        for item in &posted {
            let Some(closing) = closing_day(item) else { continue };
            let near = day <= closing && closing <= day + Days::new(LAST_DAYS);
            let last = next.is_none_or(|next| next > closing);
            let rested = last_posted(item).is_none_or(|posted| (day - posted).num_days() >= REST);
            if near && last && rested {
                planned.push(PlannedPost { day, item, why: PostReason::LastDays });
            }
        }
    }
    Ok(planned)
}

/// Days on which one posts.
fn slots(board: &Board) -> Result<Vec<NaiveDate>, String> {
    let config = &board.config.piano;
    let week: Vec<&str> = board.today.iter_days().take(7).map(|day| Weekday::weekday_of(day).word()).collect();
    if let Some(unknown) = config.giorni.iter().find(|day| !week.contains(&day.as_str())) {
        return Err(format!(
            "site.toml, [piano] giorni: «{unknown}» non è un giorno; scrivi lun, mar, mer, gio, ven, sab, dom"
        ));
    }
    let days: Vec<&str> = match config.giorni.as_slice() {
        [] => vec!["lun", "mer", "ven"],
        days => days.iter().map(String::as_str).collect(),
    };
    let most = config.per_settimana.unwrap_or(A_WEEK);
    let mut slots: Vec<NaiveDate> = Vec::new();
    for day in board.today.iter_days().take(HORIZON) {
        let same_week = slots.iter().filter(|slot| slot.iso_week() == day.iso_week()).count();
        if days.contains(&Weekday::weekday_of(day).word()) && u32::try_from(same_week).is_ok_and(|posts| posts < most) {
            slots.push(day);
        }
    }
    Ok(slots)
}

fn closing_day(item: &Item) -> Option<NaiveDate> {
    item.status.closing().map(|closing| closing.day)
}

/// The entry of `pubblicazioni` that notes a post; `when` as `2026-11-21T10:00`.
#[must_use]
pub fn entry(channel: &str, language: &str, when: &str) -> String {
    format!("{{canale: {channel}, lingua: {language}, quando: \"{when}\"}}")
}

/// The day of the last post, as far as it is known.
#[must_use]
pub fn last_posted(item: &Item) -> Option<NaiveDate> {
    let day = |when: &str| when.get(..10)?.parse().ok();
    item.facts.publications.iter().filter_map(|publication| day(publication.when.as_deref()?)).max()
}
