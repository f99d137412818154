//! Posts of an announcement on channels, and the facts that they told.

use std::fmt;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use serde::{Serialize, Serializer};
use serde_json::{Value as Json, json};

use super::limit::Limit;
use super::problem::Expected;
use super::record::{Reader, Value, decode_record, keys, record_schema};
use super::text::LanguageCode;
use super::told_facts::ToldFacts;
use crate::record;
use crate::source::write::serialize_plainly;
use crate::source::{Node, Yaml};

/// Ending of the file beside an announcement that holds its posts, in place of `.md`.
pub const PUBLICATIONS_ENDING: &str = ".pubblicazioni.yaml";

/// Limit of the list of posts in a file of their own: what fits its 64 KB, if each told some dates and a place.
pub const PUBLICATIONS_LIMIT: Limit = Limit::LINE.entries(250);

record! {
    /// A post on a channel: an entry of `<slug>.pubblicazioni.yaml`, or of the field `pubblicazioni`.
    pub struct Publication {
        /// On which channel.
        channel: String = "canale", "Canale" / "Channel", "whatsapp", at most 40 letters;
        /// In which language; the board's own if absent.
        language: Option<LanguageCode> = "lingua", "Lingua" / "Language", "it";
        /// When, by the clock of the board.
        when: Option<PostTime> = "quando", "Quando" / "When", "2026-11-21T10:00";
        /// What it said, so that a change is noticed.
        told: Option<ToldFacts> = "detto", "Che cosa diceva" / "What it said", "{stato: aperto, scadenza: 2026-12-11, luogo: via Casilina 711}";
        /// How many people followed the channel, as somebody read it there. An entry with a number is a reading, and no post.
        followers: Option<u32> = "iscritti", "Iscritti al canale" / "Followers of the channel", "1002";
        /// How many reacted to the post, as somebody read it there.
        reactions: Option<u32> = "reazioni", "Reazioni al post" / "Reactions to the post", "14";
    }
}

impl Value for Publication {
    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let Yaml::Map(entries) = &node.yaml else {
            reader.report_wrong_type(node, Expected::Fields(keys::<Self>()));
            return None;
        };
        if node.get("canale").is_none() {
            reader.report_wrong_type(node, Expected::Channel);
        }
        Some(decode_record(entries, reader))
    }

    fn schema() -> Json {
        record_schema::<Self>()
    }
}

impl Publication {
    /// Day of the post, if it is dated.
    #[must_use]
    pub fn day(&self) -> Option<NaiveDate> {
        self.when.map(PostTime::day)
    }

    /// Whether it is a reading of what the channel shows, and no post.
    #[must_use]
    pub fn is_reading(&self) -> bool {
        self.followers.is_some() || self.reactions.is_some()
    }

    /// Code of the language of the post; `own` is the board's.
    #[must_use]
    pub fn language_or<'p>(&'p self, own: &'p str) -> &'p str {
        self.language.as_ref().map_or(own, LanguageCode::as_str)
    }

    /// The entry as lines of a YAML list, each ending in a line feed.
    #[must_use]
    pub fn to_yaml(&self) -> String {
        let Ok(Json::Object(mut facts)) = serde_json::to_value(self) else { return String::new() };
        let told = facts.remove("detto");
        let line = |(key, value): (&String, &Json)| format!("{key}: {}\n", serialize_plainly(value));
        let mut lines: Vec<String> = facts.iter().map(line).collect();
        if let Some(Json::Object(told)) = told {
            lines.push("detto:\n".to_owned());
            lines.extend(told.iter().map(line).map(|line| format!("  {line}")));
        }
        let lines = lines.iter().enumerate().map(|(at, line)| format!("{}{line}", if at == 0 { "- " } else { "  " }));
        lines.collect()
    }
}

/// JSON Schema of a file of posts.
#[must_use]
pub fn publications_schema() -> Json {
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Pubblicazioni di un annuncio sui canali",
        "type": "array",
        "items": Publication::schema(),
    });
    PUBLICATIONS_LIMIT.write_into(&mut schema);
    schema
}

/// Path of the file with the posts of the announcement at `path`.
#[must_use]
pub fn publications_path(path: &str) -> String {
    format!("{}{PUBLICATIONS_ENDING}", path.strip_suffix(".md").unwrap_or(path))
}

/// Day of a post, and the minute if it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct PostTime {
    day: NaiveDate,
    time: Option<NaiveTime>,
}

impl PostTime {
    /// A day and a minute.
    #[must_use]
    pub fn new(moment: NaiveDateTime) -> Self {
        Self { day: moment.date(), time: Some(moment.time()) }
    }

    /// Parses `2026-11-21T10:00`, the same with a space or with seconds, or a day alone.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (day, time) = match text.split_once(['T', ' ']) {
            Some((day, time)) => (day, Some(time)),
            None => (text, None),
        };
        let day = NaiveDate::parse_from_str(day, "%Y-%m-%d").ok().filter(|_| day.len() == 10)?;
        let Some(time) = time else { return Some(Self { day, time: None }) };
        let time = ["%H:%M", "%H:%M:%S"].iter().find_map(|form| NaiveTime::parse_from_str(time, form).ok())?;
        Some(Self { day, time: Some(time) })
    }

    /// Day.
    #[must_use]
    pub fn day(self) -> NaiveDate {
        self.day
    }

    /// Whether the minute is known.
    #[must_use]
    pub fn has_time(self) -> bool {
        self.time.is_some()
    }

    /// The same at a time of the day if none is known.
    #[must_use]
    pub fn at_or(self, time: NaiveTime) -> NaiveDateTime {
        self.day.and_time(self.time.unwrap_or(time))
    }
}

impl fmt::Display for PostTime {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.time {
            Some(time) => write!(formatter, "{}T{}", self.day, time.format("%H:%M")),
            None => write!(formatter, "{}", self.day),
        }
    }
}

impl Serialize for PostTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Value for PostTime {
    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let time = node.text().and_then(Self::parse);
        if time.is_none() {
            reader.report_wrong_type(node, Expected::PostTime);
        }
        time
    }

    fn schema() -> Json {
        json!({"type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}([T ]\\d{2}:\\d{2}(:\\d{2})?)?$"})
    }
}

#[cfg(test)]
mod tests {
    use super::super::told_facts::ToldState;
    use super::*;

    #[test]
    fn post_time_is_a_day_or_a_minute() {
        for (text, shown) in [
            ("2026-11-21T10:00", "2026-11-21T10:00"),
            ("2026-11-21 9:05", "2026-11-21T09:05"),
            ("2026-11-21T10:00:30", "2026-11-21T10:00"),
            ("2026-11-21", "2026-11-21"),
        ] {
            assert_eq!(PostTime::parse(text).map(|time| time.to_string()).as_deref(), Some(shown), "{text}");
        }
        for text in ["", "ieri", "2026-11", "21/11/2026", "2026-02-30", "2026-11-21T25:00", "2026-11-21T"] {
            assert_eq!(PostTime::parse(text), None, "{text}");
        }
    }

    #[test]
    fn entry_is_written_as_people_read_it() {
        let told = ToldFacts {
            state: Some(ToldState::Open),
            places: "Sala: via Roma 1".to_owned().into(),
            ..ToldFacts::default()
        };
        let publication = Publication {
            channel: "whatsapp".to_owned(),
            language: LanguageCode::new("it"),
            when: PostTime::parse("2026-11-21T10:00"),
            told: Some(told),
            ..Publication::default()
        };
        assert_eq!(
            publication.to_yaml(),
            "- canale: whatsapp\n  lingua: it\n  quando: \"2026-11-21T10:00\"\n  detto:\n    stato: aperto\n    luogo: \"Sala: via Roma 1\"\n"
        );
        let reading = Publication { told: None, followers: Some(1002), ..publication };
        assert_eq!(
            reading.to_yaml(),
            "- canale: whatsapp\n  lingua: it\n  quando: \"2026-11-21T10:00\"\n  iscritti: 1002\n"
        );
        assert_eq!(publications_path("content/opportunita/2026/a.md"), "content/opportunita/2026/a.pubblicazioni.yaml");
    }
}
