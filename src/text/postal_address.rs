//! Parts of a street address written in one line.

/// Street, postcode and town of an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddressParts<'t> {
    /// Street and number, and whatever else there is: «via Casilina 711».
    pub street: &'t str,
    /// Postcode of five digits.
    pub postcode: Option<&'t str>,
    /// Whether the town was named.
    pub has_town: bool,
}

/// Digits of an Italian postcode.
const POSTCODE_DIGITS: usize = 5;

/// Splits an address; `town` is the one that it may end with.
///
/// ```
/// use bacheca::text::postal_address::{AddressParts, split_address};
///
/// let parts = split_address("via Casilina 711, 00177 Roma", Some("Roma"));
/// assert_eq!(parts, AddressParts { street: "via Casilina 711", postcode: Some("00177"), has_town: true });
/// assert_eq!(split_address("via Casilina 711, Roma, 00177", Some("Roma")), parts);
/// assert_eq!(split_address("piazza Roma", Some("Roma")).street, "piazza Roma");
/// ```
#[must_use]
pub fn split_address<'t>(address: &'t str, town: Option<&str>) -> AddressParts<'t> {
    let mut parts = AddressParts { street: address.trim(), postcode: None, has_town: false };
    for _ in 0..2 {
        if let Some(street) = town.filter(|_| !parts.has_town).and_then(|town| strip_last(parts.street, town)) {
            parts = AddressParts { street, has_town: true, ..parts };
        }
        let last = parts.street.rsplit([' ', ',']).next().unwrap_or_default();
        let is_postcode = last.len() == POSTCODE_DIGITS && last.bytes().all(|byte| byte.is_ascii_digit());
        if parts.postcode.is_none()
            && is_postcode
            && let Some(street) = strip_last(parts.street, last)
        {
            parts = AddressParts { street, postcode: Some(last), ..parts };
        }
    }
    parts
}

/// The text before its last words, if they stand after a comma or a postcode; the comma is gone.
fn strip_last<'t>(text: &'t str, words: &str) -> Option<&'t str> {
    let before = text.strip_suffix(words)?;
    let rest = before.trim_end();
    let is_apart = rest.ends_with(',') || (before.len() > rest.len() && rest.ends_with(|c: char| c.is_ascii_digit()));
    let rest = rest.trim_end_matches([',', ' ']);
    (is_apart && !rest.is_empty()).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_postcode_or_town_stays_in_the_street() {
        for (address, street, postcode, has_town) in [
            ("via Mario Crescimbeni 25, Roma", "via Mario Crescimbeni 25", None, true),
            ("via Mario Crescimbeni 25", "via Mario Crescimbeni 25", None, false),
            ("via Salaria 3 Roma", "via Salaria 3", None, true),
            ("via Salaria 3, 00015 Monterotondo", "via Salaria 3, 00015 Monterotondo", None, false),
            ("via del Mare 12345", "via del Mare 12345", None, false),
            ("Roma", "Roma", None, false),
            ("", "", None, false),
        ] {
            assert_eq!(split_address(address, Some("Roma")), AddressParts { street, postcode, has_town }, "{address}");
        }
    }
}
