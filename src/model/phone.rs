//! Italian telephone numbers, as written and as dialled.

use std::fmt;

use serde::{Serialize, Serializer};
use serde_json::{Value as Json, json};

use super::limit::Limit;
use super::problem::{PhoneFault, Problem, Written};
use super::record::{Reader, Value};
use crate::source::Node;

/// A telephone number, as written and as dialled.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Phone {
    written: String,
    dialled: String,
}

impl Phone {
    /// Parses a number that can be called from Italy.
    ///
    /// Numbers without `+` are Italian: 0… is a landline, 3… a mobile (a mobile starting with 393 is not the prefix +39),
    /// 8… and short numbers are dialled as they are.
    ///
    /// ```
    /// use bacheca::model::Phone;
    ///
    /// assert_eq!(Phone::new("06 5550 0110").unwrap().dialled(), "+390655500110");
    /// assert!(Phone::new("06").is_none());
    /// ```
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let text = text.trim();
        if !text.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '.' | '/' | '-' | '(' | ')' | '+')) {
            return None;
        }
        let international = text.trim_start().starts_with('+');
        let mut digits: String = text.chars().filter(char::is_ascii_digit).collect();
        // «+49 (0)30»: the zero is dialled only within that country. In Italy it always is: «+39 (0)6».
        let abroad =
            international && !digits.starts_with("39") || digits.starts_with("00") && !digits.starts_with("0039");
        if abroad {
            digits = text.replace("(0)", "").chars().filter(char::is_ascii_digit).collect();
        }
        if text.matches('+').count() > usize::from(international) {
            return None;
        }
        let dialled = if international {
            let length_fits = match digits.strip_prefix("39") {
                Some(national) => is_national_number(national),
                None => (7..=15).contains(&digits.len()),
            };
            length_fits.then(|| format!("+{digits}"))?
        } else if let Some(rest) = digits.strip_prefix("00") {
            (7..=15).contains(&rest.len()).then(|| format!("+{rest}"))?
        } else {
            is_national_number(&digits).then(|| {
                if digits.starts_with(['0', '3']) && digits.len() > 6 { format!("+39{digits}") } else { digits.clone() }
            })?
        };
        Some(Self { written: text.to_owned(), dialled })
    }

    /// The number as written, spaces included.
    #[must_use]
    pub fn as_written(&self) -> &str {
        &self.written
    }

    /// The number as dialled: `+390657339332`, `800905570`.
    #[must_use]
    pub fn dialled(&self) -> &str {
        &self.dialled
    }
}

/// Whether digits have a valid length for their range (ITU-T E.164, Italian numbering plan): landlines 6-11 digits with
/// their 0, mobiles 9-10, free and shared-cost numbers 6-10, public short numbers 3-6.
fn is_national_number(digits: &str) -> bool {
    match digits.bytes().next() {
        Some(b'0') => (6..=11).contains(&digits.len()),
        Some(b'3') => matches!(digits.len(), 9 | 10),
        Some(b'8') => (6..=10).contains(&digits.len()),
        Some(b'1' | b'4') => (3..=6).contains(&digits.len()) || digits.starts_with("199") && digits.len() == 9,
        _ => false,
    }
}

impl fmt::Display for Phone {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.written)
    }
}

impl Serialize for Phone {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.dialled)
    }
}

impl Value for Phone {
    const LIMIT: Limit = Limit::LINE.letters(60).entries(20);

    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let phone = node.text().and_then(Self::new);
        if phone.is_none() {
            let text = node.text().unwrap_or_default();
            let digits = text.chars().filter(char::is_ascii_digit).count();
            let cause = if text.contains("wa.me") {
                PhoneFault::WhatsappLink
            } else if digits >= 4 && text.chars().any(|c| matches!(c, 'O' | 'o' | 'l' | 'I')) {
                PhoneFault::LetterForDigit
            } else if digits > 11 && text.contains(['/', '-']) {
                PhoneFault::SeveralNumbers
            } else {
                PhoneFault::Other
            };
            reader.report(node.span.clone(), Problem::InvalidPhone { written: Written::from_node(node), cause });
        }
        phone
    }

    fn schema() -> Json {
        json!({"type": ["string", "integer"], "pattern": "^\\+?[0-9 ./()-]+$"})
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn italian_numbers_in_the_forms_people_use() {
        for (written, dialled) in [
            ("06.7180018", "+39067180018"),
            ("06/45508600", "+390645508600"),
            ("066871532", "+39066871532"),
            ("06 5733 9332", "+390657339332"),
            ("+ 39 06 5733 9332", "+390657339332"),
            ("0545 955653", "+390545955653"),
            ("800 905 570", "800905570"),
            ("393 851 2345", "+393938512345"),
            ("060606", "060606"),
            ("+39 351 592 7691", "+393515927691"),
            ("0039 06 5733 9332", "+390657339332"),
            ("1522", "1522"),
            ("+49 (0)30 1234567", "+49301234567"),
            ("+41 (0)44 555 01 23", "+41445550123"),
            ("0044 (0)20 7946 0123", "+442079460123"),
            ("+44(0)20 7946 0123", "+442079460123"),
            ("+39 (06) 5550 0199", "+390655500199"),
            ("+39 (0)6 5550 0199", "+390655500199"),
        ] {
            assert_eq!(Phone::new(written).map(|phone| phone.dialled), Some(dialled.to_owned()), "{written}");
        }
        for written in
            ["", "12", "06", "chiamare Maria", "066729-4841/4842/4843/4844", "555", "+39", "++39 06 5733 9332"]
        {
            assert_eq!(Phone::new(written), None, "{written}");
        }
    }
}
