//! Posts a week, and what editors read on the channels: followers, reactions.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate};
use serde::Serialize;

use crate::board::{Board, Item};
use crate::compose::changes::channel_of_messenger;

/// Posts a week by the guidelines of the channel, for a board whose `site.toml` has no plan.
const GUIDELINE_POSTS: u32 = 3;

/// Most weeks that are counted.
const MAX_WEEKS: usize = 520;

/// Posts, followers and reactions.
#[derive(Debug, Serialize)]
pub struct ChannelFigures {
    /// Posts that are planned a week.
    #[serde(rename = "previsti_a_settimana")]
    pub planned: u32,
    /// Channel with most posts, of which the weeks tell; `None` if none was noted.
    #[serde(rename = "canale")]
    pub channel: Option<String>,
    /// Posts of each week on it, from the first to that of the day of the figures, without gaps.
    #[serde(rename = "settimane")]
    pub weeks: Vec<WeekFigures>,
    /// Followers, by channel and day.
    #[serde(rename = "iscritti")]
    pub followers: Vec<FollowerReading>,
    /// Reactions to announcements, most first.
    #[serde(rename = "reazioni")]
    pub reactions: Vec<ReactionFigures>,
}

/// Posts of a week.
#[derive(Debug, Serialize)]
pub struct WeekFigures {
    /// Its Monday.
    #[serde(rename = "dal")]
    pub monday: NaiveDate,
    /// Announcements posted, each once whatever its languages.
    #[serde(rename = "post")]
    pub posts: u32,
}

/// How many people followed a channel on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FollowerReading {
    /// The channel.
    #[serde(rename = "canale")]
    pub channel: String,
    /// The day.
    #[serde(rename = "giorno")]
    pub day: NaiveDate,
    /// How many.
    #[serde(rename = "iscritti")]
    pub followers: u32,
}

/// Reactions to an announcement.
#[derive(Debug, Serialize)]
pub struct ReactionFigures {
    /// Its slug.
    pub slug: String,
    /// Its title.
    #[serde(rename = "titolo")]
    pub title: String,
    /// Reactions, as they were last read on each channel and in each language, together.
    #[serde(rename = "reazioni")]
    pub reactions: u32,
}

pub(super) fn count_channel(board: &Board, items: &[&Item]) -> ChannelFigures {
    let planned = board.config.piano.per_settimana.unwrap_or(GUIDELINE_POSTS);
    let posts = posts_by_channel(board, items);
    // Of equals the first by name.
    let busiest = posts.iter().rev().max_by_key(|(_, weeks)| weeks.values().map(Vec::len).sum::<usize>());
    let (channel, weeks) = match busiest {
        Some((channel, weeks)) => (Some((*channel).to_owned()), fill_weeks(weeks, board.today)),
        None => (None, Vec::new()),
    };
    ChannelFigures {
        planned,
        channel,
        weeks,
        followers: read_followers(board, items),
        reactions: sum_reactions(board, items),
    }
}

/// Announcements posted in each week, by channel and Monday.
type Posts<'b> = BTreeMap<&'b str, BTreeMap<NaiveDate, Vec<usize>>>;

fn posts_by_channel<'b>(board: &Board, items: &[&'b Item]) -> Posts<'b> {
    let mut posts = Posts::new();
    for (index, item) in items.iter().enumerate() {
        for post in item.publications() {
            let Some(day) = post.day().filter(|day| *day <= board.today) else { continue };
            let Some(monday) = monday_of(day) else { continue };
            let posted = posts.entry(channel_of_messenger(&post.channel)).or_default().entry(monday).or_default();
            if posted.last() != Some(&index) {
                posted.push(index);
            }
        }
    }
    posts
}

fn monday_of(day: NaiveDate) -> Option<NaiveDate> {
    day.checked_sub_days(Days::new(day.weekday().num_days_from_monday().into()))
}

/// The weeks from the first post to today.
fn fill_weeks(posts: &BTreeMap<NaiveDate, Vec<usize>>, today: NaiveDate) -> Vec<WeekFigures> {
    let Some(first) = posts.keys().next() else { return Vec::new() };
    let Some(last) = monday_of(today) else { return Vec::new() };
    let weeks = std::iter::successors(Some(last), |monday| monday.checked_sub_days(Days::new(7)));
    let weeks = weeks.take_while(|monday| monday >= first).take(MAX_WEEKS).map(|monday| {
        let posts = posts.get(&monday).map_or(0, Vec::len);
        WeekFigures { monday, posts: u32::try_from(posts).unwrap_or(u32::MAX) }
    });
    let mut weeks: Vec<WeekFigures> = weeks.collect();
    weeks.reverse();
    weeks
}

fn read_followers(board: &Board, items: &[&Item]) -> Vec<FollowerReading> {
    let mut readings = BTreeMap::new();
    for reading in items.iter().flat_map(|item| item.channel_readings()) {
        let (Some(when), Some(followers)) = (reading.when, reading.followers) else { continue };
        if when.day() > board.today {
            continue;
        }
        // The last of a day.
        let last = readings.entry((channel_of_messenger(&reading.channel), when.day())).or_insert((when, followers));
        *last = (*last).max((when, followers));
    }
    let readings = readings.into_iter();
    readings
        .map(|((channel, day), (_, followers))| FollowerReading { channel: channel.to_owned(), day, followers })
        .collect()
}

fn sum_reactions(board: &Board, items: &[&Item]) -> Vec<ReactionFigures> {
    let own = &board.config.bacheca.lingua;
    let figures = items.iter().filter_map(|item| {
        let mut last = BTreeMap::new();
        for reading in item.channel_readings() {
            let Some(reactions) = reading.reactions else { continue };
            let known = last.entry((channel_of_messenger(&reading.channel), reading.language_or(own)));
            let known = known.or_insert((reading.when, reactions));
            if reading.when >= known.0 {
                *known = (reading.when, reactions);
            }
        }
        let reactions = last.values().map(|(_, reactions)| *reactions).fold(0, u32::saturating_add);
        let figures = || ReactionFigures { slug: item.slug.to_string(), title: item.title().to_owned(), reactions };
        (!last.is_empty()).then(figures)
    });
    let mut figures: Vec<ReactionFigures> = figures.collect();
    figures.sort_by_key(|figures| std::cmp::Reverse(figures.reactions));
    figures
}
