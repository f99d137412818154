//! What the editors have to look after besides the plan: announcements that wait for them, or for an answer.

use std::collections::HashMap;
use std::hash::BuildHasher;

use chrono::NaiveDate;

use super::changes::last_post_on;
use super::plan::default_stream;
use crate::board::{Board, Item, Status};
use crate::check::compose_questions;
use crate::diagnostic::MessageLanguage;

/// Days before closing from which it is late for a first post.
const CLOSING_DAYS: i64 = 7;

/// Why an announcement has to be mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MendReason {
    /// It closes within days and was never posted on the board's own channel.
    ClosingUnposted {
        /// Days until it closes; 0 today.
        days_left: i64,
    },
    /// Its organisation has to answer (`da chiedere`).
    Unanswered {
        /// Number of questions.
        questions: usize,
    },
    /// It is a draft, without open questions.
    Draft,
    /// It is open, and translations are of an earlier text.
    OldTranslations {
        /// Codes of their languages, sorted.
        languages: Vec<String>,
    },
    /// It has no end, and nobody has looked at it for a year.
    ToRecheck,
}

/// An announcement that has to be mended.
#[derive(Debug, Clone)]
pub struct ThingToMend<'b> {
    /// The announcement.
    pub item: &'b Item,
    /// Why.
    pub reason: MendReason,
    /// Days since a draft was begun, else since the announcement was published, verified or updated, whichever was last;
    /// `None` if no day is known.
    pub age_days: Option<i64>,
}

/// What has to be mended, the most urgent first: what closes soon, then by reason and age, the oldest first. Drafts are
/// among them, which are never published; `begun` says by the paths of their files when they were begun, where it is known.
#[must_use]
pub fn things_to_mend<'b>(
    board: &'b Board,
    begun: &HashMap<String, NaiveDate, impl BuildHasher>,
) -> Vec<ThingToMend<'b>> {
    let only_examples = board.items.iter().all(|item| item.facts.example);
    let items = board.items.iter().filter(|item| only_examples || !item.facts.example);
    let items = items.filter(|item| item.facts.refused.is_none());
    let mut things: Vec<ThingToMend<'_>> = items.flat_map(|item| things_of(board, item, begun)).collect();
    things.sort_by_key(|thing| (rank(&thing.reason), std::cmp::Reverse(thing.age_days), thing.item.slug.as_str()));
    things
}

/// Place of a reason in the list, and days left.
fn rank(reason: &MendReason) -> (u8, i64) {
    match reason {
        MendReason::ClosingUnposted { days_left } => (0, *days_left),
        MendReason::Unanswered { .. } => (1, 0),
        MendReason::Draft => (2, 0),
        MendReason::OldTranslations { .. } => (3, 0),
        MendReason::ToRecheck => (4, 0),
    }
}

fn things_of<'b>(
    board: &'b Board,
    item: &'b Item,
    begun: &HashMap<String, NaiveDate, impl BuildHasher>,
) -> Vec<ThingToMend<'b>> {
    if !(item.facts.is_draft() || item.status.is_open() || item.status == Status::ToRecheck) {
        return Vec::new();
    }
    let questions =
        compose_questions(board, item, &[], MessageLanguage::Italian).map_or(0, |message| message.questions.len());
    let mut reasons = Vec::new();
    if questions > 0 && (item.facts.is_draft() || item.status.is_open()) {
        reasons.push(MendReason::Unanswered { questions });
    } else if item.facts.is_draft() {
        reasons.push(MendReason::Draft);
    }
    if !item.facts.is_draft() {
        let days_left = days_to_closing(board, item).filter(|days| (0..=CLOSING_DAYS).contains(days));
        let (channel, language) = default_stream(board);
        if let Some(days_left) = days_left.filter(|_| last_post_on(board, item, channel, language).is_none()) {
            reasons.push(MendReason::ClosingUnposted { days_left });
        }
        let languages = old_translations(item);
        if item.status.is_open() && !languages.is_empty() {
            reasons.push(MendReason::OldTranslations { languages });
        }
        if item.status == Status::ToRecheck {
            reasons.push(MendReason::ToRecheck);
        }
    }
    let facts = &item.facts;
    let last_touched = [facts.updated, facts.verified, item.published_on()].into_iter().flatten().max();
    let begun = begun.get(&item.document.source.path).copied().filter(|_| facts.is_draft());
    let age_days = begun.or(last_touched).map(|day| (board.today - day).num_days());
    reasons.into_iter().map(|reason| ThingToMend { item, reason, age_days }).collect()
}

fn days_to_closing(board: &Board, item: &Item) -> Option<i64> {
    let closing = item.next_moment(board.today).filter(|_| item.status.is_open())?;
    Some((closing.day - board.today).num_days())
}

/// Languages of the translations of an earlier text.
fn old_translations(item: &Item) -> Vec<String> {
    if item.translations.is_empty() {
        return Vec::new();
    }
    let version = item.version();
    let is_old = |original: &Option<String>| original.as_ref().is_some_and(|original| *original != version);
    let old = item.translations.iter().filter(|(_, translation)| is_old(&translation.facts.original));
    old.map(|(language, _)| language.clone()).collect()
}
