//! A line of text, and whether it is in the board's language on a page of another.

use std::borrow::Cow;

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::text::no_break::keep_numbers_together;

/// A line of text, and whether it is in the board's language on a page of another.
///
/// Serialised for templates as a plain string if it has neither link nor foreign text, as most lines, else as a map
/// with `text`, `href`, `foreign`: strings are quicker for Tera to look up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line<'b> {
    /// Text of the line.
    pub text: Cow<'b, str>,
    /// The text is in the board's language and the page in another.
    pub foreign: bool,
    /// The text is a name, street or stop, which nobody needs to be told is not in the language of the page.
    pub is_name: bool,
    /// The text is the district and town behind a street.
    pub is_area: bool,
    /// Link target.
    pub href: Option<String>,
}

impl Serialize for Line<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.href.is_none() && !self.foreign {
            return serializer.serialize_str(&keep_numbers_together(&self.text));
        }
        serialize_parts(self, &keep_numbers_together(&self.text), serializer)
    }
}

/// Serialises a line always as a map: templates read `text` and `foreign` of titles.
pub(super) fn serialize_expanded<S: Serializer>(line: &Line<'_>, serializer: S) -> Result<S::Ok, S::Error> {
    serialize_parts(line, &line.text, serializer)
}

fn serialize_parts<S: Serializer>(line: &Line<'_>, text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    let mut parts = serializer.serialize_struct("Line", 3)?;
    parts.serialize_field("text", text)?;
    parts.serialize_field("foreign", &line.foreign)?;
    parts.serialize_field("href", &line.href)?;
    parts.end()
}
