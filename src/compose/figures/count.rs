//! Announcements that are open, and that are not.

use serde::Serialize;

use crate::board::Item;

/// How many announcements are open, and how many take nobody any more.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Count {
    /// Open.
    #[serde(rename = "aperti")]
    pub open: u32,
    /// Over, full, cancelled, or not verified for so long that nobody knows.
    #[serde(rename = "chiusi")]
    pub over: u32,
}

impl Count {
    /// Adds an announcement.
    pub(super) fn add(&mut self, item: &Item) {
        if item.status.is_open() {
            self.open += 1;
        } else {
            self.over += 1;
        }
    }

    /// Both together.
    #[must_use]
    pub fn sum(self) -> u32 {
        self.open + self.over
    }
}
