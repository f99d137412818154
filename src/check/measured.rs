//! On how many announcements each rule was tried, and how often it found something: `measured.txt`, which a test computes.

/// How often a rule finds something in announcements that are in order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Measured {
    /// Number of announcements, with their translations, on which all rules were tried.
    pub announcements: u32,
    /// Findings that a report shows.
    pub reported: u32,
    /// Findings that the file suppresses with a reason.
    pub suppressed: u32,
}

/// The figures of a rule.
#[must_use]
pub fn measured(rule: &str) -> Measured {
    let mut found = Measured::default();
    for line in include_str!("measured.txt").lines() {
        let mut words = line.split(' ');
        let name = words.next().unwrap_or_default();
        let mut number = || words.next().and_then(|word| word.parse().ok()).unwrap_or_default();
        if name == "announcements" {
            found.announcements = number();
        } else if name == rule {
            (found.reported, found.suppressed) = (number(), number());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{Measured, measured};

    #[test]
    fn figures_of_a_rule_are_read() {
        let never = measured("unreadable-file");
        assert!(never.announcements > 50 && measured("insecure-link").reported > 0);
        assert_eq!(never, Measured { reported: 0, suppressed: 0, ..never });
    }
}
