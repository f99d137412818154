//! Telephone numbers that resemble each other.

use crate::model::Phone;

/// Digits of a number without the Italian country code.
pub(super) fn national_digits(phone: &Phone) -> &str {
    phone.dialled().trim_start_matches("+39")
}

/// Whether a number as dialled, or its digits, is charged at a premium or shared rate: Agcom's numbering plan, articles
/// «servizi a sovrapprezzo», «servizi ad addebito ripartito» and «numero unico». Seven digits are its least length, six for 892.
pub(super) fn is_premium(dialled: &str) -> bool {
    let begins = ["144", "163", "164", "166", "199", "892", "893", "894", "895", "899"];
    dialled.len() >= 6 && begins.iter().any(|range| dialled.starts_with(range))
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
    use super::{differs_slightly, is_premium};

    #[test]
    fn premium_numbers_are_told_from_free_ones() {
        for (dialled, premium) in [
            ("899123456", true),
            ("892424", true),
            ("199303060", true),
            ("800905570", false),
            ("848800444", false),
            ("1522", false),
            ("1990", false),
            ("+390689912345", false),
        ] {
            assert_eq!(is_premium(dialled), premium, "{dialled}");
        }
    }

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
