//! `bacheca posted`: adds one entry to the posts beside an announcement and changes nothing else.

use std::io::{self, Write};

use chrono::{NaiveDateTime, NaiveTime, TimeDelta, Utc};
use clap::Args;

use super::{Context, Error, Outcome, find_named_item, reject_draft, reject_unreadable_posts, unknown_language_error};
use crate::board::{Board, Item};
use crate::check::report::Format;
use crate::compose::changes::channel_of_messenger;
use crate::compose::messenger::MESSENGERS;
use crate::config::Config;
use crate::diagnostic::{LocalizedString, MessageLanguage};
use crate::files::{MAX_TEXT_BYTES, read_file_below, replace_file_below};
use crate::localized;
use crate::model::{LanguageCode, PostTime, Publication, TimeOfDay, is_channel_name};
use crate::source::{Yaml, parse_list, split_list_text};
use crate::text::slug::slugify;
use crate::text::visible::show_name;

/// Minutes by which the clock of whoever posts may be fast.
const CLOCK_TOLERANCE: TimeDelta = TimeDelta::minutes(5);

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The announcement's name, or its file
    slug: String,
    /// Where it was posted
    #[arg(long, default_value = "whatsapp", value_name = "CHANNEL")]
    channel: String,
    /// In which language; that of the file, else the board's own, if none is named
    #[arg(long, value_name = "LANG")]
    lang: Option<String>,
    /// When, as 2026-11-21T10:00, or the day alone; now if nothing is said
    #[arg(long, value_name = "TIME", value_parser = parse_post_time)]
    when: Option<PostTime>,
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
    let item = find_named_item(context, board, &arguments.slug)?;
    reject_draft(item)?;
    let publication = describe_post(context, board, item, arguments)?;
    let path = item.publications_path();
    let shown = show_name(&path);
    let entry = publication.to_yaml();
    let by_hand = localized!(
        "{shown}: aggiungi tu, in fondo al file, le righe\n{entry}",
        "{shown}: add yourself, at the end of the file, the lines\n{entry}"
    );
    let file = context.root.join(&path);
    let before = match read_file_below(&context.root, &path, MAX_TEXT_BYTES) {
        Ok(bytes) => String::from_utf8(bytes).map_err(|_| by_hand.clone())?,
        Err(missing) if missing.kind() == io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(Error::read(&file, &error)),
    };
    let after = append_entry(&path, before, &entry).ok_or(by_hand)?;
    // Longer than what is read, all of it would count as never posted.
    if u64::try_from(after.len()).is_ok_and(|length| length > MAX_TEXT_BYTES) {
        return Err(Error::Message(localized!(
            "{shown}: non c'è più posto; togli i post più vecchi",
            "{shown}: there is no room left; remove the oldest posts"
        )));
    }
    replace_file_below(&context.root, &path, after.as_bytes()).map_err(|error| Error::write(&file, &error))?;
    let Publication { channel, when, .. } = &publication;
    let (language, when) = (publication.language_or(""), when.map(|when| when.to_string()).unwrap_or_default());
    writeln!(io::stdout().lock(), "{shown}: {channel}, {language}, {when}")?;
    Ok(Outcome::Done)
}

/// The post that the arguments describe, with the facts that it told; refuses one that there cannot be.
fn describe_post(context: &Context, board: &Board, item: &Item, arguments: &Arguments) -> Result<Publication, Error> {
    let config = &board.config;
    let channel = channel_of_messenger(check_channel(config, &arguments.channel)?);
    let named = language_of_file(&arguments.slug);
    let language = arguments.lang.as_deref().or(named).unwrap_or(&config.bacheca.lingua);
    let known = config.bacheca.lingue.iter().chain([&config.bacheca.lingua]).any(|known| known == language);
    let Some(code) = LanguageCode::new(language).filter(|_| known) else {
        return Err(unknown_language_error(language, &config.bacheca.lingue));
    };
    let now = Utc::now().with_timezone(&config.bacheca.fuso).naive_local();
    // Whoever pretends that it is another day may say any time of it.
    let latest = match context.today {
        Some(today) => today.and_time(NaiveTime::MIN) + TimeDelta::days(1) - TimeDelta::minutes(1),
        None => now + CLOCK_TOLERANCE,
    };
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
    let is_same = |known: &Publication| {
        known.channel == channel
            && known.language_or(&config.bacheca.lingua) == language
            && known.when == Some(PostTime::new(when))
    };
    if item.publications().any(is_same) {
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
        told: item.facts.updated.is_none_or(|updated| updated <= when.date()).then(|| item.facts.told_facts()),
    })
}

/// The language of a translation's file: `ar` of `content/…/corso.ar.md`.
fn language_of_file(name: &str) -> Option<&str> {
    let file = name.rsplit(['/', '\\']).next()?;
    let (_, language) = file.strip_suffix(".md")?.rsplit_once('.')?;
    Some(language)
}

/// A channel that a post can be on: one of the messengers, or a free name; never the code of a language.
fn check_channel<'c>(config: &Config, channel: &'c str) -> Result<&'c str, Error> {
    let is_language = config.bacheca.lingue.iter().chain([&config.bacheca.lingua]).any(|code| code == channel);
    if is_channel_name(channel) && !is_language {
        return Ok(channel);
    }
    let names = MESSENGERS.iter().map(|messenger| messenger.name).collect::<Vec<_>>().join(", ");
    let LocalizedString { it, en } = if is_language {
        localized!("è una lingua: scrivi `--lang {channel}`", "is a language: write `--lang {channel}`")
    } else {
        match slugify(channel) {
            meant if meant.is_empty() => localized!("non va bene", "cannot be used"),
            meant => localized!("non va bene: scrivi `--channel {meant}`", "cannot be used: write `--channel {meant}`"),
        }
    };
    let channel = show_name(channel);
    Err(Error::Message(localized!(
        "il canale «{channel}» {it}. I canali: {names}, o un nome tuo con lettere minuscole, cifre e trattini (gruppo-prato)",
        "the channel `{channel}` {en}. Channels: {names}, or a name of yours with small letters, digits and hyphens (gruppo-prato)"
    )))
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

/// The text of a file of posts with an entry more; `None` if it is to be added by hand.
fn append_entry(path: &str, before: String, entry: &str) -> Option<String> {
    let line_end = if before.contains("\r\n") { "\r\n" } else { "\n" };
    let document = split_list_text(path, before);
    let indent = indentation_of_entries(&document)?;
    let entries = count_entries(&document)?;
    let text = &document.source.text;
    let gap = if text.is_empty() || text.ends_with('\n') { "" } else { line_end };
    let lines = entry.lines().map(|line| format!("{indent}{line}{line_end}"));
    let after = format!("{text}{gap}{}", lines.collect::<String>());
    // A file that ends in a block of text or in another document would take the lines for its own.
    let reread = split_list_text(path, after);
    (count_entries(&reread) == Some(entries + 1)).then_some(reread.source.text)
}

/// Entries of a file of posts; `None` if it cannot be read as it is.
fn count_entries(document: &crate::source::Document) -> Option<usize> {
    let mut problems = Vec::new();
    let root = parse_list(document, &mut problems)?;
    match &root.yaml {
        Yaml::List(entries) if problems.is_empty() => Some(entries.len()),
        _ => None,
    }
}

/// Spaces before the dash of each entry; `None` if the entries are in brackets.
fn indentation_of_entries(document: &crate::source::Document) -> Option<String> {
    let root = parse_list(document, &mut Vec::new())?;
    let Yaml::List(entries) = &root.yaml else { return None };
    let Some(last) = entries.last() else {
        // `[]` is an empty list that nothing can follow.
        return (!document.facts().contains('[')).then(String::new);
    };
    let (_, line) = document.source.line_at(last.span.start);
    let indent = line.trim_start_matches('\u{feff}');
    let spaces = indent.len() - indent.trim_start_matches(' ').len();
    indent.trim_start_matches(' ').starts_with('-').then(|| " ".repeat(spaces))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENTRY: &str = "- canale: telegram\n  lingua: en\n";

    fn appended(before: &str) -> Option<String> {
        append_entry("x.pubblicazioni.yaml", before.to_owned(), ENTRY)
    }

    #[test]
    fn entry_goes_below_the_last_one_and_nothing_else_changes() {
        for before in [
            "",
            "# i post di questo corso\n",
            "- {canale: whatsapp, quando: \"2026-11-20T10:00\"}  # già\n",
            "- canale: whatsapp\n  # una nota\n  lingua: it\n# in fondo\n",
            "\u{feff}- canale: whatsapp\n",
        ] {
            assert_eq!(appended(before), Some(format!("{before}{ENTRY}")), "{before:?}");
        }
        assert_eq!(appended("- canale: a\n  lingua: it").unwrap(), format!("- canale: a\n  lingua: it\n{ENTRY}"));
        assert_eq!(appended("  - canale: a\n").unwrap(), "  - canale: a\n  - canale: telegram\n    lingua: en\n");
        assert_eq!(appended("- canale: a\r\n").unwrap(), "- canale: a\r\n- canale: telegram\r\n  lingua: en\r\n");
    }

    #[test]
    fn file_of_a_translation_says_the_language() {
        assert_eq!(language_of_file("content/opportunita/2026/corso.ar.md"), Some("ar"));
        assert_eq!(language_of_file("content/opportunita/2026/corso.md"), None);
        assert_eq!(language_of_file("corso"), None);
        assert_eq!(language_of_file("corso.pubblicazioni.yaml"), None);
    }

    #[test]
    fn what_would_not_be_read_is_left_to_the_editor() {
        for before in ["[]\n", "[{canale: whatsapp}]\n", "canale: whatsapp\n", "- a: [\n", "- canale: a\n...\n"] {
            assert_eq!(appended(before), None, "{before:?}");
        }
    }
}
