//! Names and texts of others in messages: nothing in them ends a line, commands a terminal or is hidden.

use std::fmt::Write;
use std::path::Path;

use super::invisible::name_invisible_characters;

/// Formats a name on one line: line ends, control characters and what nobody sees by their code point.
///
/// ```
/// use bacheca::text::visible::show_name;
///
/// assert_eq!(show_name("a\n::error::b\u{1b}[2J"), "a⟨U+000A⟩::error::b⟨U+001B⟩[2J");
/// ```
#[must_use]
pub fn show_name(name: &str) -> String {
    let mut shown = String::with_capacity(name.len());
    for character in name.chars() {
        if character.is_control() {
            // Writing to a string cannot fail.
            let _ = write!(shown, "⟨U+{:04X}⟩", u32::from(character));
        } else {
            shown.push(character);
        }
    }
    name_invisible_characters(&shown)
}

/// Formats a path as [`show_name`] does. Bytes that are not UTF-8 become U+FFFD.
#[must_use]
pub fn show_path(path: &Path) -> String {
    show_name(&path.to_string_lossy())
}

/// Replaces the control characters of a text, line ends apart, by U+FFFD: they could command the terminal.
#[must_use]
pub fn escape_control_characters(text: &str) -> String {
    text.chars().map(|c| if c.is_control() && c != '\n' { char::REPLACEMENT_CHARACTER } else { c }).collect()
}
