//! Channels in their languages: where an item was posted, and where what was said is no longer true.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::board::{Board, Item};
use crate::compose::changes::{changes_since_posted, channel_of_messenger};
use crate::compose::messenger::name_app;
use crate::model::FactChange;

/// A channel in a language, with the changes since an item was last posted there.
pub(super) struct ChangedStream<'b> {
    pub(super) channel: &'b str,
    pub(super) language: &'b str,
    pub(super) changes: Vec<FactChange>,
}

/// Latest day of the posts of an item, by channel and language.
pub(super) fn last_days<'b>(board: &'b Board, item: &'b Item) -> BTreeMap<(&'b str, &'b str), Option<NaiveDate>> {
    let own = &board.config.bacheca.lingua;
    let mut days = BTreeMap::new();
    for post in item.publications() {
        let last: &mut Option<NaiveDate> =
            days.entry((channel_of_messenger(&post.channel), post.language_or(own))).or_default();
        *last = post.day().max(*last);
    }
    days
}

/// Where an item was posted and has changed since.
pub(super) fn changed_streams<'b>(board: &'b Board, item: &'b Item) -> Vec<ChangedStream<'b>> {
    let streams = last_days(board, item).into_keys().map(|(channel, language)| {
        let changes = changes_since_posted(board, item, channel, language);
        ChangedStream { channel, language, changes }
    });
    streams.filter(|stream| !stream.changes.is_empty()).collect()
}

/// Where and when an item was last posted: «WhatsApp: it 21/11, bn 22/11 · Telegram: it»; empty if it never was.
pub(super) fn describe_posts(board: &Board, item: &Item) -> String {
    let mut channels: Vec<(&str, Vec<String>)> = Vec::new();
    for ((channel, language), day) in last_days(board, item) {
        let post = day.map_or_else(|| language.to_owned(), |day| format!("{language} {}", day.format("%-d/%-m")));
        match channels.last_mut().filter(|(last, _)| *last == channel) {
            Some((_, posts)) => posts.push(post),
            None => channels.push((channel, vec![post])),
        }
    }
    let channels = channels.iter().map(|(channel, posts)| format!("{}: {}", name_app(channel), posts.join(", ")));
    channels.collect::<Vec<_>>().join(" · ")
}

/// Where and when an item was last posted in a language: «WhatsApp 21/11, Telegram»; empty if it never was.
pub(super) fn describe_posts_in(board: &Board, item: &Item, language: &str) -> String {
    let posts = last_days(board, item).into_iter().filter(|((_, other), _)| *other == language);
    let posts = posts.map(|((channel, _), day)| {
        let app = name_app(channel);
        day.map_or_else(|| app.to_owned(), |day| format!("{app} {}", day.format("%-d/%-m")))
    });
    posts.collect::<Vec<_>>().join(", ")
}

/// The streams of planned posts as the page's script reads them: `whatsapp:it whatsapp:bn`.
pub(super) fn write_streams<'s>(streams: impl Iterator<Item = (&'s str, &'s str)>) -> String {
    streams.map(|(channel, language)| format!("{channel}:{language}")).collect::<Vec<_>>().join(" ")
}
