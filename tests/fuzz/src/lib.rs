//! Properties that must hold for every input. A violated property panics.

mod assertions;
pub mod board;
pub mod feed;
pub mod front_matter;
pub mod html;
pub mod messages;
pub mod values;

/// Checks a property on an input; panics if it is violated.
pub type Property = fn(&[u8]);

/// Fuzz targets by name.
pub const TARGETS: [(&str, Property); 6] = [
    ("board", board::assert_holds),
    ("feed", feed::assert_holds),
    ("front_matter", front_matter::assert_holds),
    ("html", html::assert_holds),
    ("messages", messages::assert_holds),
    ("values", values::assert_holds),
];

/// Checks the property of the fuzz target of this name.
pub fn assert_target_holds(name: &str, bytes: &[u8]) {
    let (_, holds) = TARGETS.into_iter().find(|(target, _)| *target == name).expect("a target of this name");
    holds(bytes);
}

/// Body of a content file below its front matter; a text without front matter is returned whole.
fn text_below_front_matter(text: &str) -> &str {
    text.strip_prefix("---\n").and_then(|facts| facts.split_once("\n---\n")).map_or(text, |(_, body)| body)
}
