//! What must hold for every text that somebody may send. A property that does not hold panics.

pub mod board;
pub mod front_matter;
pub mod html;
pub mod messages;
mod places;
pub mod values;

/// A property and the bytes it is held against.
pub type Property = fn(&[u8]);

/// Every target, by name.
pub const TARGETS: [(&str, Property); 5] = [
    ("board", board::holds),
    ("front_matter", front_matter::holds),
    ("html", html::holds),
    ("messages", messages::holds),
    ("values", values::holds),
];

/// The words of a content file below its facts; a text without facts whole.
fn body(text: &str) -> &str {
    text.strip_prefix("---\n").and_then(|facts| facts.split_once("\n---\n")).map_or(text, |(_, body)| body)
}
