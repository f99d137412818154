//! Small operations on text that every layer needs, each written once: escaping, invisible characters, emoji, slugs,
//! paths with `/`, percent-encoding, sentences, the names of months and weekdays.

pub mod emoji;
pub mod escape;
pub mod invisible;
pub mod percent;
pub mod slash_path;
pub mod slug;
