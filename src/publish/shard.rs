//! A part of a site that is built by itself, where the whole is too much for one computer or for one night.

use std::fmt::{self, Display};
use std::hash::Hasher;
use std::str::FromStr;

use siphasher::sip::SipHasher13;

use crate::board::Item;

/// Word for the part that lists all items.
const INDEX: &str = "index";
/// Most parts of the items.
const MAX_PARTS: u64 = 1000;

/// A part of a site. All parts together have each file of the whole once, with the same bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shard {
    /// The pages and files of some items, chosen by their slugs: part `number`, from 1, of `parts`.
    Items {
        /// Number of the part.
        number: u64,
        /// Number of all parts.
        parts: u64,
    },
    /// All that is beside no item: lists, feeds, data, sitemap, search, what is printed of several items.
    Index,
}

impl Shard {
    /// Whether the files beside an item are in this part.
    #[must_use]
    pub fn has_item(&self, item: &Item) -> bool {
        match self {
            Self::Items { number, parts } => {
                let mut hasher = SipHasher13::new();
                hasher.write(item.slug.as_str().as_bytes());
                hasher.finish() % parts == number - 1
            }
            Self::Index => false,
        }
    }

    /// Whether this part has what is beside no item.
    #[must_use]
    pub fn has_pages(&self) -> bool {
        *self == Self::Index
    }
}

impl Display for Shard {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Items { number, parts } => write!(out, "{number}/{parts}"),
            Self::Index => out.write_str(INDEX),
        }
    }
}

/// A text that names no part of a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAShard;

impl Display for NotAShard {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "a part of the announcements, as 2/8 (at most {MAX_PARTS} parts), or {INDEX}")
    }
}

impl std::error::Error for NotAShard {}

impl FromStr for Shard {
    type Err = NotAShard;

    fn from_str(text: &str) -> Result<Self, NotAShard> {
        if text == INDEX {
            return Ok(Self::Index);
        }
        let (number, parts) = text.split_once('/').ok_or(NotAShard)?;
        let count = |text: &str| text.parse::<u64>().ok().filter(|count| (1..=MAX_PARTS).contains(count));
        let (number, parts) = (count(number).ok_or(NotAShard)?, count(parts).ok_or(NotAShard)?);
        if number <= parts { Ok(Self::Items { number, parts }) } else { Err(NotAShard) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_read_as_they_are_written() {
        for text in ["1/1", "2/8", "1000/1000", "index"] {
            assert_eq!(text.parse::<Shard>().unwrap().to_string(), text);
        }
        for text in ["", "0/8", "9/8", "1/0", "1/1001", "-1/2", "1", "a/b", "indice", "1/2/3"] {
            assert_eq!(text.parse::<Shard>(), Err(NotAShard), "{text}");
        }
    }
}
