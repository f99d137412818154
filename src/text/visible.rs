//! Names and texts of others in messages: nothing in them ends a line, commands a terminal or is hidden.

use std::fmt::Write;
use std::path::Path;

use super::invisible::{Invisible, name_invisible_characters};

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

/// Replaces by U+FFFD what in a text could command the terminal, or turn round what it shows: control characters, line
/// ends apart, and overrides of direction.
#[must_use]
pub fn escape_control_characters(text: &str) -> String {
    let commands = |c: char| c.is_control() && c != '\n' || Invisible::kind_of(c) == Some(Invisible::DirectionOverride);
    text.chars().map(|c| if commands(c) { char::REPLACEMENT_CHARACTER } else { c }).collect()
}

/// Spaces out what the runner of a forge takes for a command in the log of a job: `##[` wherever it stands, and `::` at
/// the start of a line.
///
/// ```
/// use bacheca::text::visible::defuse_log_commands;
///
/// assert_eq!(defuse_log_commands("a ##[error]b\n  ::error::c d::e"), "a ## [error]b\n  : :error::c d::e");
/// ```
#[must_use]
pub fn defuse_log_commands(text: &str) -> String {
    let spaced = text.replace("##[", "## [");
    let lines = spaced.split('\n').map(|line| match line.trim_start().strip_prefix("::") {
        Some(rest) => format!("{}: :{rest}", line.get(..line.len() - rest.len() - 2).unwrap_or_default()),
        None => line.to_owned(),
    });
    lines.collect::<Vec<_>>().join("\n")
}
