//! E-mail addresses, and the links that write to them.

use std::fmt;

use email_address::EmailAddress;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::percent::{percent_decode, percent_encode};

/// Field of a `mailto:` link that decides neither who reads the message nor what its sender says (RFC 6068, section 4).
const HARMLESS_FIELD: &str = "subject";

/// An e-mail address (RFC 5321) of which each sign stands for itself in a link too: letters, digits, `.`, `+`, `-`, `_`
/// before the `@`, a domain after it.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
pub struct MailAddress(String);

impl MailAddress {
    /// Validates a text as an e-mail address.
    ///
    /// ```
    /// use bacheca::text::mail_address::MailAddress;
    ///
    /// assert!(MailAddress::new("corsi+a2@example.org").is_some());
    /// assert!(MailAddress::new("a%40example.org?bcc=b@example.org").is_none());
    /// ```
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let (name, domain) = text.rsplit_once('@')?;
        let fits = EmailAddress::is_valid(text)
            && domain.contains('.')
            && text.is_ascii()
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'+' | b'-' | b'_'))
            && domain.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'));
        fits.then(|| Self(text.to_owned()))
    }

    /// The address as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Target of a link that writes to the address, with a subject if there is one.
    #[must_use]
    pub fn link(&self, subject: Option<&str>) -> String {
        let fields: Vec<(&str, &str)> = subject.map(|subject| ("subject", subject)).into_iter().collect();
        mail_link(Some(self), &fields)
    }

    /// Address to which a `mailto:` link writes; `None` if it writes to none, to several, to others in copy, or
    /// brings a text, which its sender did not write.
    #[must_use]
    pub fn from_link(target: &str) -> Option<Self> {
        let scheme = "mailto:";
        let rest = target
            .get(..scheme.len())
            .filter(|start| start.eq_ignore_ascii_case(scheme))
            .and(target.get(scheme.len()..))?;
        let (address, fields) = rest.split_once('?').unwrap_or((rest, ""));
        let harmless = |field: &str| {
            let (name, value) = field.split_once('=').unwrap_or((field, ""));
            // A line end in a subject begins another field of the message.
            percent_decode(name).eq_ignore_ascii_case(HARMLESS_FIELD)
                && !percent_decode(value).contains(char::is_control)
        };
        let harmless = fields.split(['&', ';']).filter(|field| !field.is_empty()).all(harmless);
        Self::new(&percent_decode(address)).filter(|_| harmless)
    }
}

impl fmt::Display for MailAddress {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// Target of a link that opens a message (RFC 6068) to an address, or to nobody yet, with some fields.
#[must_use]
pub fn mail_link(to: Option<&MailAddress>, fields: &[(&str, &str)]) -> String {
    const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'@').remove(b'.').remove(b'+').remove(b'-').remove(b'_');
    let address = utf8_percent_encode(to.map_or("", MailAddress::as_str), ENCODED);
    let fields: Vec<String> = fields.iter().map(|(name, value)| format!("{name}={}", percent_encode(value))).collect();
    let query = if fields.is_empty() { String::new() } else { format!("?{}", fields.join("&")) };
    format!("mailto:{address}{query}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_carry_nothing_else() {
        for text in ["info@example.org", "corsi+a2@example.org", "a.b-c_d@sub.example.org"] {
            let address = MailAddress::new(text).unwrap();
            assert_eq!(address.link(None), format!("mailto:{text}"));
            assert_eq!(address.link(Some("a & b")), format!("mailto:{text}?subject=a%20%26%20b"));
            assert_eq!(MailAddress::from_link(&address.link(Some("a?bcc=b"))), Some(address));
        }
        for text in [
            "lavoro%40example.org?bcc=evil%40evil.example&x=@example.org",
            "a&b@example.org",
            "\"a b\"@example.org",
            "a'b@example.org",
            "a@example.org,b@example.org",
            "a@[127.0.0.1]",
            "a@example",
            "è@example.org",
        ] {
            assert_eq!(MailAddress::new(text), None, "{text}");
        }
    }

    #[test]
    fn links_write_to_one_address() {
        for target in ["mailto:a@b.it", "MAILTO:a@b.it?Subject=x", "mailto:a%40b.it"] {
            assert_eq!(MailAddress::from_link(target).unwrap().as_str(), "a@b.it", "{target}");
        }
        for target in [
            "mailto:a@b.it?bcc=evil@evil.example",
            "mailto:a@b.it?subject=x&amp;cc=c@d.it",
            "mailto:a@b.it?subject=x;%62cc=c@d.it",
            "mailto:a@b.it?subject=a%0D%0ABcc:evil@evil.example",
            "mailto:a@b.it?subject=a%0ABcc%3Aevil@evil.example",
            "mailto:a@b.it?SUBJECT=a%0d",
            "mailto:a@b.it?to=c@d.it",
            "mailto:a@b.it?body=mando%20il%20permesso",
            "mailto:a@b.it?subject=x&%62ody=y",
            "mailto:a@b.it?attach=/etc/passwd",
            "mailto:a@b.it,c@d.it",
            "mailto:a@b.it%3Fbcc=c@d.it",
            "mailto:?to=c@d.it",
            "mailto:",
            "mail",
        ] {
            assert_eq!(MailAddress::from_link(target), None, "{target}");
        }
    }
}
