//! Tax codes of organisations: eleven digits, as in the registers of Italian organisations.

use std::fmt;

use serde::{Serialize, Serializer};
use serde_json::{Value as Json, json};

use super::limit::Limit;
use super::problem::{Problem, TaxCodeFault};
use super::record::{Reader, Value};
use crate::source::Node;

/// Digits of the tax code (codice fiscale) or VAT number (partita IVA) of an organisation, the last a check digit.
const DIGITS: usize = 11;
/// Letters and digits of the tax code of a person.
const PERSONAL_CHARACTERS: usize = 16;

/// The tax code of an organisation (decree of the Minister of Finance of 23 December 1976): eleven digits. Codes of
/// people, sixteen letters and digits, are refused, because they tell name, sex, day and place of birth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaxCode(String);

impl TaxCode {
    /// Parses the tax code of an organisation; spaces between the digits are ignored.
    ///
    /// ```
    /// use bacheca::model::TaxCode;
    ///
    /// assert_eq!(TaxCode::new("97000 000006").unwrap().as_str(), "97000000006");
    /// assert!(TaxCode::new("97000000007").is_err());
    /// ```
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn new(text: &str) -> Result<Self, TaxCodeFault> {
        let code: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        if is_personal(&code) {
            return Err(TaxCodeFault::Person);
        }
        if code.is_empty() || !code.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(TaxCodeFault::Other);
        }
        if code.len() != DIGITS {
            return Err(TaxCodeFault::Length(code.len()));
        }
        if has_check_digit(&code) { Ok(Self(code)) } else { Err(TaxCodeFault::CheckDigit) }
    }

    /// The eleven digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether a code has the form of a person's: six letters, then letters and digits, up to sixteen.
fn is_personal(code: &str) -> bool {
    code.len() == PERSONAL_CHARACTERS
        && code.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && code.bytes().take(6).all(|byte| byte.is_ascii_alphabetic())
}

/// Whether the sum of the digits, of which every second one counts double and a double of two digits counts the sum of
/// them, is a multiple of ten (Luhn).
fn has_check_digit(digits: &str) -> bool {
    let weigh = |(position, byte): (usize, u8)| {
        let digit = u32::from(byte - b'0');
        match (position % 2, digit * 2) {
            (0, _) => digit,
            (_, double) if double > 9 => double - 9,
            (_, double) => double,
        }
    };
    digits.bytes().enumerate().map(weigh).sum::<u32>().is_multiple_of(10)
}

impl fmt::Display for TaxCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl Serialize for TaxCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl Value for TaxCode {
    const LIMIT: Limit = Limit::LINE.letters(40);

    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        match node.text().ok_or(TaxCodeFault::Other).and_then(Self::new) {
            Ok(code) => Some(code),
            Err(fault) => {
                reader.report(node.span.clone(), Problem::InvalidTaxCode(fault));
                None
            }
        }
    }

    fn schema() -> Json {
        json!({"type": ["string", "integer"], "pattern": "^[0-9]{11}$"})
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_organisations_and_what_is_wrong_with_others() {
        for code in ["97000000006", "02438750586", "80 000 000 002", " 97123450005 "] {
            assert!(TaxCode::new(code).is_ok(), "{code}");
        }
        for (code, fault) in [
            ("97000000005", TaxCodeFault::CheckDigit),
            // Two digits that changed places.
            ("79000000006", TaxCodeFault::CheckDigit),
            ("9700000000", TaxCodeFault::Length(10)),
            ("970000000060", TaxCodeFault::Length(12)),
            ("RSSMRA80A01H501U", TaxCodeFault::Person),
            ("rssmra 80a01 h501u", TaxCodeFault::Person),
            // With letters in the place of digits, because two people would have the same.
            ("RSSMRA80A01H50MU", TaxCodeFault::Person),
            ("IT97000000006", TaxCodeFault::Other),
            ("non so", TaxCodeFault::Other),
            ("", TaxCodeFault::Other),
        ] {
            assert_eq!(TaxCode::new(code), Err(fault), "{code}");
        }
    }
}
