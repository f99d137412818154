//! Telephone numbers that resemble each other.

use crate::model::Phone;

/// Digits of a number without the Italian country code.
pub(super) fn national_digits(phone: &Phone) -> &str {
    phone.dialled().trim_start_matches("+39")
}

/// Whether two numbers differ by one or two digits, or one has an additional digit.
pub(super) fn differs_slightly(one: &str, other: &str) -> bool {
    let (short, long) =
        if one.len() <= other.len() { (one.as_bytes(), other.as_bytes()) } else { (other.as_bytes(), one.as_bytes()) };
    if short.len() < 8 {
        return false;
    }
    let same = short.iter().zip(long).take_while(|(left, right)| left == right).count();
    match long.len() - short.len() {
        0 => (1..=2).contains(&short.iter().zip(long).filter(|(left, right)| left != right).count()),
        1 => short.get(same..) == long.get(same + 1..),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::differs_slightly;

    #[test]
    fn phone_numbers_with_a_wrong_digit_are_recognised() {
        for (one, other) in [
            ("0655500610", "0655500160"),
            ("0655500160", "0655500161"),
            ("065550160", "0655500160"),
            ("3515927691", "3515927961"),
        ] {
            assert!(differs_slightly(one, other), "{one} {other}");
        }
        for (one, other) in [("0655500160", "0655500160"), ("0655500160", "0645460301"), ("800905570", "3515927691")] {
            assert!(!differs_slightly(one, other), "{one} {other}");
        }
    }
}
