//! The board as it was before a change: what `check --base REF` compares with.

/// What was published before.
#[derive(Debug, Clone, Default)]
pub struct Base {
    /// Files that the change takes away or alters, as they were.
    pub items: Vec<BaseItem>,
}

/// A file of an item as it was.
#[derive(Debug, Clone)]
pub struct BaseItem {
    /// Its path, with `/`.
    pub path: String,
    /// The names under which it could be reached: its own, then its aliases.
    pub names: Vec<String>,
}
