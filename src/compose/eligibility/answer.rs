//! The answer to «can this person go?».

/// The answer, from the worst to the best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Answer {
    /// Something that the item asks is not so.
    No,
    /// Something is not known, of the person or of the item.
    Ask,
    /// All that the item asks is so.
    Yes,
}
