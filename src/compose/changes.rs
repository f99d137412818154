//! What the channels say of an announcement that is no longer true: the last post compared with the facts of now.

use chrono::{Days, NaiveDate};

use super::messenger::WHATSAPP;
use crate::board::{Board, Item, Status};
use crate::model::{Deadline, FactChange, Publication, ToldFacts};

/// Days after which nobody looks for the place or the hour of a post that named no day.
const MAX_REMEMBERED_DAYS: Days = Days::new(90);

/// The channel on which a text for a messenger is posted: the caption of a picture is for the same channel.
///
/// ```
/// use bacheca::compose::changes::channel_of_messenger;
///
/// assert_eq!(channel_of_messenger("caption"), "whatsapp");
/// assert_eq!(channel_of_messenger("telegram-bot-caption"), "telegram");
/// assert_eq!(channel_of_messenger("gruppo-prato"), "gruppo-prato");
/// ```
#[must_use]
pub fn channel_of_messenger(messenger: &str) -> &str {
    match messenger {
        "caption" => WHATSAPP.name,
        name => {
            let name = name.strip_suffix("-caption").unwrap_or(name);
            name.strip_suffix("-bot").unwrap_or(name)
        }
    }
}

/// Last post of an item on a channel in a language; of several without a day, or on the same one, the last that was noted.
#[must_use]
pub fn last_post_on<'b>(board: &Board, item: &'b Item, channel: &str, language: &str) -> Option<&'b Publication> {
    let is_there = |post: &&Publication| {
        channel_of_messenger(&post.channel) == channel_of_messenger(channel)
            && post.language_or(&board.config.bacheca.lingua) == language
    };
    item.publications().filter(is_there).max_by_key(|post| post.when)
}

/// Last post of an item on any channel in any language.
#[must_use]
pub fn last_post(item: &Item) -> Option<&Publication> {
    item.publications().max_by_key(|post| post.when)
}

/// What is different now from the last post of an item on a channel in a language, from the most important; nothing if it
/// was never posted there, or is over.
#[must_use]
pub fn changes_since_posted(board: &Board, item: &Item, channel: &str, language: &str) -> Vec<FactChange> {
    last_post_on(board, item, channel, language).map_or_else(Vec::new, |post| changes_since(board, item, post))
}

/// What is different now from a post, from the most important; nothing if the item is over.
#[must_use]
pub fn changes_since(board: &Board, item: &Item, post: &Publication) -> Vec<FactChange> {
    if !is_ahead(board, item, post) {
        return Vec::new();
    }
    let changes = match &post.told {
        Some(told) => told.changes(&item.facts.told_facts()),
        None => untold_changes(item, post),
    };
    if changes.is_empty() && item.status.is_open() && is_updated_since(item, post) {
        return vec![FactChange::Corrected];
    }
    changes
}

/// Whether a reader of a post may still go there: by the facts of now, or by those that it told.
fn is_ahead(board: &Board, item: &Item, post: &Publication) -> bool {
    let told = post.told.as_ref().and_then(last_told_day).is_some_and(|day| day >= board.today);
    told || match item.status {
        Status::Withdrawn => {
            post.told.as_ref().is_none_or(|told| last_told_day(told).is_none()) && is_remembered(board, post)
        }
        Status::Closed(_) => false,
        status => status.closing().is_none_or(|closing| closing.day >= board.today),
    }
}

/// Last day that a post told, for acting or of the item itself.
fn last_told_day(told: &ToldFacts) -> Option<NaiveDate> {
    let dates = told.dates.iter().map(|days| days.end.last_day());
    dates.chain(told.deadline.and_then(Deadline::date)).max()
}

fn is_remembered(board: &Board, post: &Publication) -> bool {
    let limit = post.day().and_then(|day| day.checked_add_days(MAX_REMEMBERED_DAYS));
    limit.is_some_and(|limit| limit >= board.today)
}

/// Changes of a post of which nobody noted what it told: as the editors write them into the announcement.
fn untold_changes(item: &Item, post: &Publication) -> Vec<FactChange> {
    // Without a day of the change, or of the post, the post may be older than the change.
    let is_new = item.facts.updated.zip(post.day()).is_none_or(|(updated, posted)| posted < updated);
    let change = match item.status {
        Status::Cancelled(_) if is_new => FactChange::Cancelled,
        Status::Full(_) if is_new => FactChange::Full,
        Status::Withdrawn if is_new => FactChange::Withdrawn,
        Status::Open(_) if is_updated_since(item, post) => {
            let before = item.facts.extended_from.map(|before| Deadline::On(before, None));
            match before {
                Some(before) => FactChange::Deadline { before: Some(before), now: item.facts.told_facts().deadline },
                None => FactChange::Corrected,
            }
        }
        _ => return Vec::new(),
    };
    vec![change]
}

/// Whether an item was changed (`aggiornato`) after a post.
fn is_updated_since(item: &Item, post: &Publication) -> bool {
    item.facts.updated.zip(post.day()).is_some_and(|(updated, posted)| posted < updated)
}
