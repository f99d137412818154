//! `bacheca posted`: adds entries to the posts beside announcements and changes nothing else: one post, or those of a week
//! that a telephone sent.

mod append;
mod reading;
mod week;

use std::io::Write;
use std::path::PathBuf;

use chrono::{NaiveDateTime, NaiveTime, TimeDelta, Utc};
use clap::Args;

use self::append::write_entries;
use super::channel_names::check_channel;
use super::{Context, Error, Outcome, find_named_item, reject_draft, reject_unreadable_posts, unknown_language_error};
use crate::board::{Board, Item};
use crate::check::report::Format;
use crate::compose::changes::channel_of_messenger;
use crate::diagnostic::MessageLanguage;
use crate::localized;
use crate::model::{LanguageCode, PostTime, Publication, TimeOfDay};
use crate::text::visible::show_name;

/// Minutes by which the clock of whoever posts may be fast.
const CLOCK_TOLERANCE: TimeDelta = TimeDelta::minutes(5);

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The announcement's name, or its file
    #[arg(required_unless_present_any = ["read", "followers"])]
    slug: Option<String>,
    /// The text of the week that a telephone sent from the desk: a file, or - for standard input
    #[arg(long, value_name = "FILE", conflicts_with_all = ["slug", "channel", "lang", "when", "followers", "reactions"])]
    read: Option<PathBuf>,
    /// Where it was posted
    #[arg(long, default_value = "whatsapp", value_name = "CHANNEL")]
    channel: String,
    /// In which language, or languages with a comma; that of the file, else the board's own, if none is named
    #[arg(long, value_name = "LANG", value_delimiter = ',', num_args = 1)]
    lang: Vec<String>,
    /// When, as 2026-11-21T10:00, or the day alone; now if nothing is said
    #[arg(long, value_name = "TIME", value_parser = parse_post_time)]
    when: Option<PostTime>,
    /// How many people follow the channel, as it shows: noted for the figures, as no post
    #[arg(long, value_name = "N")]
    followers: Option<u32>,
    /// How many reacted to the announcement's post, as the channel shows: likewise
    #[arg(long, value_name = "N", requires = "slug")]
    reactions: Option<u32>,
}

impl Arguments {
    /// Whether numbers are noted, and no post.
    fn is_reading(&self) -> bool {
        self.followers.is_some() || self.reactions.is_some()
    }
}

fn parse_post_time(text: &str) -> Result<PostTime, String> {
    PostTime::parse(text).ok_or_else(|| "scrivi per esempio 2026-11-21T10:00, o il giorno: 2026-11-21".to_owned())
}

pub(super) fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Error> {
    let Some(loaded) = context.load(Format::Terminal, MessageLanguage::Italian)? else {
        return Ok(Outcome::ContentErrors);
    };
    reject_unreadable_posts(&loaded)?;
    let board = &loaded.board;
    if let Some(file) = &arguments.read {
        return week::run(context, board, file);
    }
    if arguments.is_reading() {
        return reading::run(context, board, arguments);
    }
    let slug = arguments.slug.as_deref().ok_or_else(|| Error::internal("posted", "no name"))?;
    let item = find_named_item(context, board, slug)?;
    reject_draft(item)?;
    let named = language_of_file(slug).map(str::to_owned);
    let languages = match arguments.lang.as_slice() {
        [] => vec![named.unwrap_or_else(|| board.config.bacheca.lingua.clone())],
        languages => languages.to_vec(),
    };
    let mut publications: Vec<Publication> = Vec::new();
    for language in &languages {
        let publication = describe_post(context, board, item, arguments, language)?;
        // «--lang it,it» is one post.
        if !publications.contains(&publication) {
            publications.push(publication);
        }
    }
    write_entries(context, item, &publications)?;
    say_posted(item, &publications)?;
    Ok(Outcome::Done)
}

/// Says what was noted, a line for each post.
fn say_posted(item: &Item, publications: &[Publication]) -> Result<(), Error> {
    let shown = show_name(&item.publications_path());
    let mut out = std::io::stdout().lock();
    for publication in publications {
        let Publication { channel, when, .. } = publication;
        let (language, when) = (publication.language_or(""), when.map(|when| when.to_string()).unwrap_or_default());
        writeln!(out, "{shown}: {channel}, {language}, {when}")?;
    }
    Ok(())
}

/// The post that the arguments describe, with the facts that it told; refuses one that there cannot be.
fn describe_post(
    context: &Context,
    board: &Board,
    item: &Item,
    arguments: &Arguments,
    language: &str,
) -> Result<Publication, Error> {
    let config = &board.config;
    let channel = channel_of_messenger(check_channel(config, &arguments.channel)?);
    let code = find_language(board, language)?;
    let now = Utc::now().with_timezone(&config.bacheca.fuso).naive_local();
    let latest = latest_post_time(context, board);
    let when = match arguments.when {
        Some(time) if time.has_time() => time.at_or(NaiveTime::MIN),
        Some(day) => day.at_or(posting_hour(board)).min(latest.max(day.day().and_time(NaiveTime::MIN))),
        None => board.today.and_time(now.time()),
    };
    if when > latest {
        let when = PostTime::new(when);
        return Err(Error::Message(localized!(
            "{when} deve ancora venire: scrivi quando è uscito, o niente se è uscito adesso",
            "{when} is still to come: write when it was posted, or nothing if it was now"
        )));
    }
    let when = minute_of(when);
    if !arguments.is_reading() && is_noted(board, item, (channel, language), PostTime::new(when)) {
        let (slug, when) = (&item.slug, PostTime::new(when));
        return Err(Error::Message(localized!(
            "«{slug}» risulta già uscito: {channel}, {language}, {when}. Se è un altro post, scrivi la sua ora con --when",
            "`{slug}` is noted already: {channel}, {language}, {when}. If it is another post, write its time with --when"
        )));
    }
    Ok(Publication {
        channel: channel.to_owned(),
        language: Some(code),
        when: Some(PostTime::new(when)),
        // What a post said before the last change nobody knows.
        told: (!arguments.is_reading() && item.facts.updated.is_none_or(|updated| updated <= when.date()))
            .then(|| item.facts.told_facts()),
        followers: arguments.followers,
        reactions: arguments.reactions,
    })
}

/// The code of a language of the board.
fn find_language(board: &Board, language: &str) -> Result<LanguageCode, Error> {
    let config = &board.config.bacheca;
    let known = config.lingue.iter().chain([&config.lingua]).any(|known| known == language);
    LanguageCode::new(language).filter(|_| known).ok_or_else(|| unknown_language_error(language, &config.lingue))
}

/// The latest time at which a post may have been. Whoever pretends that it is another day may say any time of it.
fn latest_post_time(context: &Context, board: &Board) -> NaiveDateTime {
    match context.today {
        Some(today) => today.and_time(NaiveTime::MIN) + TimeDelta::days(1) - TimeDelta::minutes(1),
        None => Utc::now().with_timezone(&board.config.bacheca.fuso).naive_local() + CLOCK_TOLERANCE,
    }
}

/// Whether a post of an item is noted already.
fn is_noted(board: &Board, item: &Item, (channel, language): (&str, &str), when: PostTime) -> bool {
    let own = &board.config.bacheca.lingua;
    item.publications()
        .any(|known| known.channel == channel && known.language_or(own) == language && known.when == Some(when))
}

/// The language of a translation's file: `ar` of `content/…/corso.ar.md`.
fn language_of_file(name: &str) -> Option<&str> {
    let file = name.rsplit(['/', '\\']).next()?;
    let (_, language) = file.strip_suffix(".md")?.rsplit_once('.')?;
    Some(language)
}

/// The hour at which the board posts.
fn posting_hour(board: &Board) -> NaiveTime {
    let minutes = TimeOfDay::parse(board.config.piano.hour()).map_or(0, TimeOfDay::clock_minutes);
    NaiveTime::MIN + TimeDelta::minutes(minutes.into())
}

/// A moment without its seconds.
fn minute_of(moment: NaiveDateTime) -> NaiveDateTime {
    let text = moment.format("%Y-%m-%dT%H:%M").to_string();
    NaiveDateTime::parse_from_str(&text, "%Y-%m-%dT%H:%M").unwrap_or(moment)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_of_a_translation_says_the_language() {
        assert_eq!(language_of_file("content/opportunita/2026/corso.ar.md"), Some("ar"));
        assert_eq!(language_of_file("content/opportunita/2026/corso.md"), None);
        assert_eq!(language_of_file("corso"), None);
        assert_eq!(language_of_file("corso.pubblicazioni.yaml"), None);
    }
}
