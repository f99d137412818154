//! State of a board before a change, for `check --base REF`.

use crate::model::Opportunity;

/// Items published before a change.
#[derive(Debug, Clone, Default)]
pub struct BaseBoard {
    /// Items whose files the change removes or modifies.
    pub items: Vec<ItemBefore>,
    /// Paths of the files that the change adds, separated by `/`.
    pub added: Vec<String>,
    /// Languages of the site, if its settings could be read.
    pub languages: Vec<String>,
}

/// An item before the change.
#[derive(Debug, Clone)]
pub struct ItemBefore {
    /// Path of the file, separated by `/`.
    pub path: String,
    /// Slugs under which it was published: its own, then its aliases.
    pub names: Vec<String>,
    /// Whether it was on a channel.
    pub was_posted: bool,
    /// Its facts.
    pub facts: Box<Opportunity>,
}
