//! All digits of a text in a row, in which numbers are looked up.

use std::cell::OnceCell;

/// Longest number of an original that is looked up often: a telephone number.
const LONGEST: usize = 13;

/// Digits, and the sorted numbers of each length within them, once one of that length is asked for: thousands of numbers
/// are looked up in a row of thousands without reading it each time.
#[derive(Default)]
pub(super) struct DigitRow {
    digits: String,
    numbers: [OnceCell<Vec<u64>>; LONGEST],
}

impl DigitRow {
    /// Takes ASCII digits.
    pub(super) fn new(digits: String) -> Self {
        Self { digits, ..Self::default() }
    }

    /// Whether a number in ASCII digits occurs anywhere in the row.
    pub(super) fn contains(&self, number: &str) -> bool {
        let (Some(numbers), Ok(value)) = (self.numbers.get(number.len()), number.parse::<u64>()) else {
            return self.digits.contains(number);
        };
        let sorted = || {
            let windows = (0..self.digits.len()).filter_map(|start| self.digits.get(start..start + number.len()));
            let mut numbers: Vec<u64> = windows.filter_map(|digits| digits.parse().ok()).collect();
            numbers.sort_unstable();
            numbers
        };
        numbers.get_or_init(sorted).binary_search(&value).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::DigitRow;

    #[test]
    fn numbers_are_found_anywhere_in_the_row() {
        let row = DigitRow::new("0655500181".repeat(3));
        for (number, expected) in [
            ("065", true),
            ("0655500181", true),
            ("1065550018106", true),
            ("1065550018107", false),
            ("181065550", true),
            ("555001810655500181", true),
            ("555001810655500182", false),
            ("0182", false),
            ("655500181065550018106555001810", false),
        ] {
            assert_eq!(row.contains(number), expected, "{number}");
        }
    }
}
