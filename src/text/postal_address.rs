//! Parts of a street address written in one line.

/// Street, postcode and town of an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddressParts<'t> {
    /// Street and number, and whatever else there is: «via Casilina 711».
    pub street: &'t str,
    /// Postcode of five digits.
    pub postcode: Option<&'t str>,
    /// Town, if it is named.
    pub town: Option<&'t str>,
}

/// Digits of an Italian postcode.
const POSTCODE_DIGITS: usize = 5;

/// Splits an address. `town` is that of the board, which may stand at the end without a comma; another is recognised by
/// its capital letter after a comma, with or without a postcode.
///
/// ```
/// use bacheca::text::postal_address::{AddressParts, split_address};
///
/// let parts = split_address("via Casilina 711, 00177 Roma", Some("Roma"));
/// assert_eq!(parts, AddressParts { street: "via Casilina 711", postcode: Some("00177"), town: Some("Roma") });
/// assert_eq!(split_address("via Casilina 711, Roma, 00177", Some("Roma")), parts);
/// assert_eq!(split_address("via Salaria 3, 00015 Monterotondo", Some("Roma")).town, Some("Monterotondo"));
/// assert_eq!(split_address("piazza Roma", Some("Roma")).street, "piazza Roma");
/// ```
#[must_use]
pub fn split_address<'t>(address: &'t str, town: Option<&str>) -> AddressParts<'t> {
    let mut parts = AddressParts { street: address.trim(), postcode: None, town: None };
    for _ in 0..2 {
        if parts.town.is_none() {
            let own = town.and_then(|town| strip_last(parts.street, town));
            if let Some((street, town)) = own.or_else(|| strip_other_town(parts.street)) {
                parts = AddressParts { street, town: Some(town), ..parts };
            }
        }
        let last = parts.street.rsplit([' ', ',']).next().unwrap_or_default();
        if parts.postcode.is_none()
            && is_postcode(last)
            && let Some((street, postcode)) = strip_last(parts.street, last)
        {
            parts = AddressParts { street, postcode: Some(postcode), ..parts };
        }
    }
    parts
}

fn is_postcode(word: &str) -> bool {
    word.len() == POSTCODE_DIGITS && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// A town after the last comma, behind a postcode or not: words of letters, the first with a capital. Not «interno B».
fn strip_other_town(text: &str) -> Option<(&str, &str)> {
    let (before, last) = text.rsplit_once(',')?;
    let last = last.trim();
    let (kept, town) = match last.split_once(' ') {
        Some((postcode, town)) if is_postcode(postcode) => (text.strip_suffix(town)?.trim_end(), town),
        _ => (before.trim_end(), last),
    };
    let is_name = town.starts_with(char::is_uppercase) && !town.contains(|c: char| c.is_ascii_digit());
    (is_name && !kept.is_empty()).then_some((kept, town))
}

/// The text before its last words, and these, if they stand after a comma or a number; the comma is gone.
fn strip_last<'t>(text: &'t str, words: &str) -> Option<(&'t str, &'t str)> {
    let before = text.strip_suffix(words)?;
    let rest = before.trim_end();
    let is_apart = rest.ends_with(',') || (before.len() > rest.len() && rest.ends_with(|c: char| c.is_ascii_digit()));
    let rest = rest.trim_end_matches([',', ' ']);
    (is_apart && !rest.is_empty()).then_some((rest, text.get(before.len()..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_postcode_or_town_stays_in_the_street() {
        for (address, street, postcode, town) in [
            ("via Mario Crescimbeni 25, Roma", "via Mario Crescimbeni 25", None, Some("Roma")),
            ("via Mario Crescimbeni 25", "via Mario Crescimbeni 25", None, None),
            ("via Salaria 3 Roma", "via Salaria 3", None, Some("Roma")),
            ("via Salaria 3, 00015 Monterotondo", "via Salaria 3", Some("00015"), Some("Monterotondo")),
            ("via delle Zoccolette 19, Ostia", "via delle Zoccolette 19", None, Some("Ostia")),
            ("via Rossi, 2", "via Rossi, 2", None, None),
            ("via Rossi 2, 00185", "via Rossi 2", Some("00185"), None),
            ("via Rossi 2, interno B", "via Rossi 2, interno B", None, None),
            ("via Rossi 2, Scala 3", "via Rossi 2, Scala 3", None, None),
            ("via del Mare 12345", "via del Mare 12345", None, None),
            (", Ostia", ", Ostia", None, None),
            ("Roma", "Roma", None, None),
            ("", "", None, None),
        ] {
            assert_eq!(split_address(address, Some("Roma")), AddressParts { street, postcode, town }, "{address}");
        }
    }
}
