//! Amounts of money.

use std::fmt;

use serde::{Serialize, Serializer};
use serde_json::{Value as Json, json};

use super::problem::{ExpectedNumber, Problem, Written};
use super::record::{Reader, Value};
use crate::source::Node;

/// An amount in euro cents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Money(pub i64);

impl Money {
    /// Parses an amount in Italian notation: `200`, `200.00`, `200,00`, `3.000,00`, `€ 16`. A point followed by three digits
    /// is a thousands separator, a comma is the decimal separator.
    ///
    /// ```
    /// use bacheca::model::Money;
    ///
    /// assert_eq!(Money::parse("3.000,50"), Some(Money(300_050)));
    /// assert_eq!(Money::parse("gratis"), None);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().trim_start_matches('€').trim_end_matches('€').trim_end_matches("euro").trim();
        let (whole, cents) = match text.rsplit_once(',') {
            Some((whole, cents)) => (whole.replace('.', ""), cents.to_owned()),
            None => match text.rsplit_once('.') {
                Some((whole, cents)) if cents.len() < 3 => (whole.replace('.', ""), cents.to_owned()),
                _ => (text.replace('.', ""), String::new()),
            },
        };
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || whole.len() > 12 || cents.len() > 2 || !digits(&whole) || !digits(&cents) {
            return None;
        }
        let cents = format!("{cents:0<2}").parse::<i64>().ok()?;
        Some(Self(whole.parse::<i64>().ok()? * 100 + cents))
    }

    /// The sum as an Italian sentence has it: `25 euro`, `16,50 euro`.
    #[must_use]
    pub fn to_italian(self) -> String {
        format!("{} euro", self.number())
    }

    /// Two amounts as an Italian sentence has them: `800-1000 euro`, `7,50-9 euro`; one if they are equal.
    #[must_use]
    pub fn range_to_italian(least: Self, most: Self) -> String {
        if least == most { most.to_italian() } else { format!("{}-{}", least.number(), most.to_italian()) }
    }

    /// Euro with a comma before the cents, if there are any.
    fn number(self) -> String {
        let Self(cents) = self;
        if cents % 100 == 0 { (cents / 100).to_string() } else { format!("{},{:02}", cents / 100, cents % 100) }
    }
}

impl fmt::Display for Money {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}

impl Serialize for Money {
    #[expect(clippy::cast_precision_loss, reason = "sums stay far below 2^52 cents")]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0 % 100 == 0 {
            serializer.serialize_i64(self.0 / 100)
        } else {
            serializer.serialize_f64(self.0 as f64 / 100.0)
        }
    }
}

impl Value for Money {
    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let money = node.text().and_then(Self::parse);
        if money.is_none() {
            let expected = ExpectedNumber::Money;
            reader.report(node.span.clone(), Problem::InvalidNumber { written: Written::from_node(node), expected });
        }
        money
    }

    fn schema() -> Json {
        json!({"type": ["number", "string"]})
    }
}

#[cfg(test)]
mod tests {
    use super::Money;

    #[test]
    fn sums_as_italians_write_them() {
        for (text, cents) in [
            ("200", 20_000),
            ("200,00", 20_000),
            ("3.000,00", 300_000),
            ("16.5", 1_650),
            ("€ 14.000", 1_400_000),
            ("53869.26", 5_386_926),
            ("25 euro", 2_500),
        ] {
            assert_eq!(Money::parse(text), Some(Money(cents)), "{text}");
        }
        for text in ["", "gratis", "1e3", "-5", "1,234", "99999999999999"] {
            assert_eq!(Money::parse(text), None, "{text}");
        }
    }
}
