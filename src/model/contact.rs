//! Contacts: e-mail addresses, web links, and the record that groups them.

use serde::Serialize;
use serde_json::{Value as Json, json};

use super::limit::Limit;
use super::phone::Phone;
use super::problem::{EmailFault, Problem, UrlFault, Written};
use super::record::{Reader, Value};
use crate::source::Node;
use crate::text::mail_address::MailAddress;
use crate::text::web_address::{find_misleading_addresses, parse_web_address};
use crate::{record, record_value};

/// An e-mail address (RFC 5321), valid by syntax.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Email(MailAddress);

impl Email {
    /// Validates a text as an e-mail address.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        MailAddress::new(text.strip_prefix("mailto:").unwrap_or(text)).map(Self)
    }

    /// Parses an obfuscated address from the text before and after «(at)».
    ///
    /// ```
    /// use bacheca::model::Email;
    ///
    /// let email = Email::parse_spelled_out("info (", ") example.org").unwrap();
    /// assert_eq!(email.as_str(), "info@example.org");
    /// ```
    #[must_use]
    pub fn parse_spelled_out(before: &str, after: &str) -> Option<Self> {
        let bracket = |c: char| c.is_whitespace() || matches!(c, '(' | '[' | '{' | '<' | ')' | ']' | '}' | '>');
        // A bracketed «(at)» is unambiguous; a bare «chiocciola» needs «punto» spelled out as well.
        let bare = !before.ends_with(['(', '[', '{', '<']);
        let who = before.trim_end_matches(bracket);
        let who =
            who.get(who.trim_end_matches(|c: char| !c.is_whitespace()).len()..)?.trim_start_matches(['"', '«', ':']);
        let mut address = format!("{who}@");
        let (mut joined, mut dotted) = (true, false);
        for word in after.trim_start_matches(bracket).split(bracket).filter(|word| !word.is_empty()).take(8) {
            if matches!(word, "dot" | "punto" | "DOT") {
                address.push('.');
                (joined, dotted) = (true, true);
            } else if joined {
                address.push_str(word);
                joined = false;
            } else {
                break;
            }
        }
        if bare && !dotted {
            return None;
        }
        Self::new(address.trim_end_matches(['.', ',', ';', ':', '"', '»', '!', '?']))
    }

    /// The address as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The address, for links that write to it.
    #[must_use]
    pub fn address(&self) -> &MailAddress {
        &self.0
    }
}

impl Value for Email {
    // RFC 5321 allows no more; nobody has more addresses to write to.
    const LIMIT: Limit = Limit::LINE.letters(254).entries(20);

    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let email = node.text().and_then(|text| Self::new(text.trim()));
        if email.is_none() {
            let small = node.text().unwrap_or_default().to_lowercase();
            let hidden =
                ["spambot", "javascript", "protect", "protett", "bot spam"].iter().any(|word| small.contains(word));
            let text = node.text().unwrap_or_default();
            let spelt_out =
                ["(at)", "[at]", " at ", "(chiocciola)", "[chiocciola]", " chiocciola "].iter().find_map(|at| {
                    let (before, after) = text.split_once(at)?;
                    // The opening bracket is at the end of the first part.
                    let opened = format!("{before}{}", at.chars().next().unwrap_or_default());
                    Self::parse_spelled_out(&opened, after)
                });
            let named = text.trim().strip_suffix('>').and_then(|text| Self::new(text.rsplit_once('<')?.1));
            let cause = match spelt_out.or(named) {
                Some(meant) => EmailFault::SpelledOut(meant.0.to_string()),
                None if hidden => EmailFault::Hidden,
                None => EmailFault::Other,
            };
            reader.report(node.span.clone(), Problem::InvalidEmail { written: Written::from_node(node), cause });
        }
        email
    }

    fn schema() -> Json {
        json!({"type": "string", "format": "email"})
    }
}

/// An `http` or `https` URL.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Link(String);

impl Link {
    /// Validates a URL: scheme http or https, a host and nothing before it, no white space.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        parse_web_address(text).map(|_| Self(text.to_owned()))
    }

    /// The URL as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The URL without scheme and final slash, for display.
    ///
    /// ```
    /// use bacheca::model::Link;
    ///
    /// assert_eq!(Link::new("https://example.org/").unwrap().without_scheme(), "example.org");
    /// ```
    #[must_use]
    pub fn without_scheme(&self) -> &str {
        let shown = self.0.split_once("://").map_or(self.0.as_str(), |(_, rest)| rest);
        shown.strip_prefix("www.").unwrap_or(shown).trim_end_matches('/')
    }
}

impl Value for Link {
    const LIMIT: Limit = Limit::LINE.letters(500).entries(30);

    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let text = node.text().unwrap_or_default().trim();
        let link = Self::new(text);
        // An address that misleads is reported in every value.
        if link.is_none() && find_misleading_addresses(text).next().is_none() {
            let cause = Self::new(&format!("https://{text}"))
                .filter(|_| text.contains('.') && !text.contains(':'))
                .map_or(UrlFault::Other, |meant| UrlFault::NoScheme(meant.0));
            reader.report(node.span.clone(), Problem::InvalidUrl { written: Written::from_node(node), cause });
        }
        link
    }

    fn schema() -> Json {
        json!({"type": "string", "format": "uri", "pattern": "^https?://"})
    }
}

record! {
    /// Contacts (field `contatti`).
    pub struct Contacts {
        /// E-mail addresses.
        email: Vec<Email> = "email", "E-mail" / "E-mail", "info@example.org";
        /// Certified e-mail addresses.
        certified_email: Vec<Email> = "pec", "PEC" / "PEC (certified e-mail)", "ente@pec.example.org";
        /// Telephone numbers.
        telephone: Vec<Phone> = "telefono", "Telefono" / "Telephone", "\"06 5733 9332\"";
        /// WhatsApp numbers.
        whatsapp: Vec<Phone> = "whatsapp", "WhatsApp" / "WhatsApp", "\"+39 351 592 7691\"";
        /// Web page.
        site: Option<Link> = "sito", "Sito" / "Website", "https://www.example.org/";
        /// Hours at which somebody answers.
        hours: Option<String> = "orari", "Quando rispondono" / "When they answer", "lunedì e giovedì, 9-13";
        /// Note in free text.
        note: Option<String> = "nota", "Nota" / "Note", "chiedere dello sportello formazione";
    }
}
record_value!(Contacts, json!({"anyOf": [Link::schema(), Email::schema(), Phone::schema()]}), text: |text, node, reader| {
    if text.contains("://") {
        Link::decode(node, reader).map(|site| Contacts { site: Some(site), ..Contacts::default() })
    } else if text.contains('@') {
        Email::decode(node, reader).map(|email| Contacts { email: vec![email], ..Contacts::default() })
    } else {
        Phone::decode(node, reader).map(|phone| Contacts { telephone: vec![phone], ..Contacts::default() })
    }
});

impl Contacts {
    /// Whether no contact is given.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.email.is_empty()
            && self.certified_email.is_empty()
            && self.telephone.is_empty()
            && self.whatsapp.is_empty()
            && self.site.is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelled_out_addresses_are_parsed() {
        for (before, after, meant) in [
            ("Scrivi a info (", ") ponte (dot) org.\n\nPoi chiama.", Some("info@ponte.org")),
            ("corsi[", "]scuola.it oppure chiama", Some("corsi@scuola.it")),
            ("la mail è lavoro ", " scuola punto it", Some("lavoro@scuola.it")),
            ("Look ", " the wall", None),
            ("una torta con la ", " sopra", None),
        ] {
            assert_eq!(Email::parse_spelled_out(before, after).as_ref().map(Email::as_str), meant, "{before}{after}");
        }
    }

    #[test]
    fn addresses_that_work_and_addresses_that_do_not() {
        assert!(Email::new("destinazionecomune.folias@gmail.com").is_some());
        for text in
            ["info@", "info @example.org", "info@example.org,", "a@b", "Questo indirizzo è protetto", "è@example.org"]
        {
            assert!(Email::new(text).is_none(), "{text}");
        }
        assert!(Link::new("https://www.mediatoreinterculturale.it:443/emergency?Itemid=1794&catid=2").is_some());
        for text in [
            "www.comune.roma.it",
            "https://a b.it",
            "javascript:alert(1)",
            "https://localhost/",
            "ftp://x.it/",
            "https://u:p@x.it/",
            "https://:p@x.it/",
            "https:x.it",
        ] {
            assert!(Link::new(text).is_none(), "{text}");
        }
    }
}
