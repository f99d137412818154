//! Letters in a row, and the rows of a page.

/// Distance of two baselines that begins a paragraph, by the size of the font.
pub(super) const PARAGRAPH_GAP: f64 = 1.9;

/// Letters in a row.
#[derive(Debug, Clone)]
pub(super) struct Fragment {
    pub(super) text: String,
    pub(super) start: f64,
    pub(super) end: f64,
    pub(super) y: f64,
    pub(super) size: f64,
}

/// Fragments on one baseline, from left to right.
pub(super) type Line = Vec<Fragment>;
