//! Plain values: text, booleans, numbers, slugs, language codes.

use std::fmt;

use serde::Serialize;
use serde_json::{Value as Json, json};

use super::problem::{Expected, ExpectedNumber, Problem, Written};
use super::record::{Reader, Value};
use crate::source::{Node, Yaml};

impl Value for String {
    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        match &node.yaml {
            Yaml::Scalar(text, _) => Some(text.trim().to_owned()),
            _ => {
                reader.report_wrong_type(node, Expected::Text);
                None
            }
        }
    }

    fn schema() -> Json {
        json!({"type": ["string", "number"]})
    }
}

impl Value for bool {
    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        match node.text().map(str::to_lowercase).as_deref() {
            Some("true" | "sì" | "si" | "vero") => Some(true),
            Some("false" | "no" | "falso") => Some(false),
            _ => {
                reader.report_wrong_type(node, Expected::YesOrNo);
                None
            }
        }
    }

    fn schema() -> Json {
        json!({"anyOf": [{"type": "boolean"}, {"enum": ["sì", "si", "no"]}]})
    }
}

impl Value for u32 {
    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let number = node.text().and_then(|text| parse_grouped(text.trim()));
        if number.is_none() {
            let whole =
                node.text().and_then(|text| text.trim().split_once([',', '.'])).map(|(whole, _)| whole.to_owned());
            let expected = ExpectedNumber::Whole(whole.filter(|whole| whole.parse::<u32>().is_ok()));
            reader.report(node.span.clone(), Problem::InvalidNumber { written: Written::from_node(node), expected });
        }
        number
    }

    fn schema() -> Json {
        json!({"type": "integer", "minimum": 0})
    }
}

/// Parses a whole number whose dots separate thousands: «1.200», but not «7.5».
fn parse_grouped(text: &str) -> Option<u32> {
    let mut groups = text.split('.');
    groups.next();
    groups.all(|group| group.len() == 3).then(|| text.replace('.', "").parse().ok()).flatten()
}

/// A number of hours, with at most two decimals: «60», «7,5», «1.200».
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Hours(f64);

impl Hours {
    /// Parses hours; `None` if they are no number, or negative.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        if let Some(whole) = parse_grouped(text) {
            return Some(Self(f64::from(whole)));
        }
        let (whole, decimals) = text.split_once([',', '.'])?;
        let is_number = |digits: &str, most: usize| {
            (1..=most).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
        };
        let number = format!("{whole}.{decimals}").parse().ok();
        number.filter(|_| is_number(whole, 5) && is_number(decimals, 2)).map(Self)
    }
}

/// A whole number where it is one: `60`, `7.5`.
impl Serialize for Hours {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "hours are positive and below 2^32"
        )]
        let whole = self.0 as u32;
        if self.0.fract() == 0.0 { serializer.serialize_u32(whole) } else { serializer.serialize_f64(self.0) }
    }
}

impl From<Hours> for f64 {
    fn from(Hours(hours): Hours) -> Self {
        hours
    }
}

impl Value for Hours {
    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let hours = node.text().and_then(|text| Self::new(text.trim()));
        if hours.is_none() {
            let expected = ExpectedNumber::Whole(None);
            reader.report(node.span.clone(), Problem::InvalidNumber { written: Written::from_node(node), expected });
        }
        hours
    }

    fn schema() -> Json {
        json!({"type": "number", "minimum": 0})
    }
}

impl Value for f64 {
    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let number = node
            .text()
            .and_then(|text| text.trim().replace(',', ".").parse::<f64>().ok())
            .filter(|number| number.is_finite());
        if number.is_none() {
            let expected = ExpectedNumber::Decimal;
            reader.report(node.span.clone(), Problem::InvalidNumber { written: Written::from_node(node), expected });
        }
        number
    }

    fn schema() -> Json {
        json!({"type": "number"})
    }
}

/// Slug of an opportunity: lower-case ASCII letters, digits, hyphens; at most 80 bytes.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Slug(String);

impl Slug {
    /// Longest slug, in bytes: its QR code must be readable by a phone at one metre.
    pub const MAX_BYTES: usize = 80;

    /// Validates a text as a slug.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let letters = !text.is_empty()
            && text.len() <= Self::MAX_BYTES
            && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
            && !text.starts_with('-')
            && !text.ends_with('-');
        letters.then(|| Self(text.to_owned()))
    }

    /// Whether Windows takes the name for a device, whatever its extension: a repository with `con.md` cannot be copied there.
    #[must_use]
    pub fn is_device_name(&self) -> bool {
        let numbered = |name: &str| name.len() == 1 && name.bytes().all(|byte| byte.is_ascii_digit());
        let name = self.as_str();
        matches!(name, "con" | "prn" | "aux" | "nul")
            || ["com", "lpt"].iter().any(|port| name.strip_prefix(port).is_some_and(numbered))
    }

    /// The slug as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl Value for Slug {
    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let slug = node.text().and_then(Self::new);
        if slug.is_none() {
            reader.report(node.span.clone(), Problem::InvalidSlug { written: Written::from_node(node) });
        }
        slug
    }

    fn schema() -> Json {
        json!({"type": "string", "pattern": "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$", "maxLength": Self::MAX_BYTES})
    }
}

/// Id of an organisation or contact point: its file name, with the syntax of a [`Slug`].
pub type Identifier = Slug;

/// A BCP 47 language code: `it`, `ar`, `prs`.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct LanguageCode(String);

impl LanguageCode {
    /// Validates a language code: two or three lower-case letters.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let fits = matches!(text.len(), 2 | 3) && text.bytes().all(|byte| byte.is_ascii_lowercase());
        fits.then(|| Self(text.to_owned()))
    }

    /// The code as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Codes of languages (ISO 639) by their Italian names: those that people write in place of the code.
const LANGUAGE_NAMES: [(&str, &[&str]); 34] = [
    ("it", &["italiano"]),
    ("en", &["inglese"]),
    ("fr", &["francese"]),
    ("es", &["spagnolo"]),
    ("de", &["tedesco"]),
    ("pt", &["portoghese"]),
    ("ar", &["arabo"]),
    ("bn", &["bengalese", "bangla", "bengali"]),
    ("uk", &["ucraino"]),
    ("ru", &["russo"]),
    ("ur", &["urdu"]),
    ("fa", &["persiano", "farsi"]),
    ("prs", &["dari"]),
    ("ps", &["pashto", "pashtu"]),
    ("zh", &["cinese", "mandarino"]),
    ("hi", &["hindi"]),
    ("pa", &["punjabi", "panjabi"]),
    ("ro", &["rumeno", "romeno"]),
    ("sq", &["albanese"]),
    ("pl", &["polacco"]),
    ("tr", &["turco"]),
    ("so", &["somalo"]),
    ("am", &["amarico"]),
    ("ti", &["tigrino"]),
    ("wo", &["wolof"]),
    ("bm", &["bambara"]),
    ("ha", &["hausa"]),
    ("sw", &["swahili"]),
    ("tl", &["tagalog"]),
    ("si", &["singalese"]),
    ("ta", &["tamil"]),
    ("ka", &["georgiano"]),
    ("ja", &["giapponese"]),
    ("ko", &["coreano"]),
];

impl Value for LanguageCode {
    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let code = node.text().and_then(Self::new);
        if code.is_none() {
            let name = node.text().unwrap_or_default().trim().to_lowercase();
            let meant = LANGUAGE_NAMES.iter().find(|(_, names)| names.contains(&name.as_str())).map(|(code, _)| *code);
            reader.report_wrong_type(node, Expected::LanguageCode(meant));
        }
        code
    }

    fn schema() -> Json {
        json!({"type": "string", "pattern": "^[a-z]{2,3}$"})
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_separate_thousands_or_decimals_by_what_follows() {
        for (text, whole, hours) in [
            ("60", Some(60), Some(60.0)),
            ("1.200", Some(1_200), Some(1_200.0)),
            ("7.5", None, Some(7.5)),
            ("37,25", None, Some(37.25)),
            ("-5", None, None),
            ("1.2.3", None, None),
            ("1e3", None, None),
        ] {
            assert_eq!(parse_grouped(text), whole, "{text}");
            assert_eq!(Hours::new(text).map(f64::from), hours, "{text}");
        }
    }

    #[test]
    fn names_of_devices_are_told() {
        let is_device = |name: &str| Slug::new(name).unwrap().is_device_name();
        for name in ["con", "aux", "nul", "prn", "com1", "lpt9"] {
            assert!(is_device(name), "{name}");
        }
        for name in ["conto", "corso-con", "com", "com10", "lpt", "auxilium"] {
            assert!(!is_device(name), "{name}");
        }
    }
}
