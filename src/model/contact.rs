//! How people are reached, and how one enrols.

use std::fmt;

use email_address::EmailAddress;
use serde::{Serialize, Serializer};
use serde_json::{Value as Json, json};
use url::Url;

use super::record::{Reader, Value, shown};
use super::rules::{INVALID_EMAIL, INVALID_PHONE, INVALID_URL, UNUSABLE_ENROLMENT, requirement};
use super::time::TimeSlot;
use super::vocabulary::{Channel, Weekday};
use crate::diagnostic::Diagnostic;
use crate::source::{Node, Yaml};
use crate::{record, record_value, words};

/// An e-mail address.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Email(String);

impl Email {
    /// An address, if the text is one that mail can be sent to.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let text = text.strip_prefix("mailto:").unwrap_or(text);
        let fits = EmailAddress::is_valid(text)
            && text.is_ascii()
            && text.rsplit('@').next().is_some_and(|domain| domain.contains('.'));
        fits.then(|| Self(text.to_owned()))
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Value for Email {
    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let email = node.text().and_then(|text| Self::new(text.trim()));
        if email.is_none() {
            let value = shown(node);
            let hidden = value.to_lowercase().contains("spambot") || value.to_lowercase().contains("javascript");
            let hint = if hidden {
                words!(
                    "il sito nasconde l'indirizzo: apri la pagina nel browser, copia l'e-mail vera e scrivila qui",
                    "the site hides the address: open the page in a browser, copy the real e-mail and write it here"
                )
            } else {
                words!(
                    "scrivi l'indirizzo intero, per esempio `corsi@example.org`, senza spazi né virgole; più indirizzi fanno un elenco",
                    "write the whole address, for example `corsi@example.org`, without spaces or commas; several make a list"
                )
            };
            let message = words!("{value} non è un indirizzo e-mail", "{value} is not an e-mail address");
            let found = Diagnostic::new(&INVALID_EMAIL, reader.path(), node.span.clone(), message).hint(hint);
            reader.push(found.question(words!(
                "Qual è l'indirizzo e-mail a cui scrivere?",
                "Which e-mail address should one write to?"
            )));
        }
        email
    }

    fn schema() -> Json {
        json!({"type": "string", "format": "email"})
    }
}

/// A telephone number: as it is written, and as it is dialled.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Phone {
    written: String,
    dialled: String,
}

impl Phone {
    /// A number, if the text is one that can be called from Italy.
    ///
    /// Numbers without `+` are Italian: 0… is a landline, 3… a mobile (a mobile that starts with
    /// 393 is not the prefix +39), 8… and short numbers are dialled as they are.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let text = text.trim();
        if !text.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '.' | '/' | '-' | '(' | ')' | '+')) {
            return None;
        }
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        let international = text.trim_start().starts_with('+');
        if text.matches('+').count() > usize::from(international) {
            return None;
        }
        let dialled = if international {
            let length_fits = match digits.strip_prefix("39") {
                Some(national) => national_fits(national),
                None => (7..=15).contains(&digits.len()),
            };
            length_fits.then(|| format!("+{digits}"))?
        } else if let Some(rest) = digits.strip_prefix("00") {
            (7..=15).contains(&rest.len()).then(|| format!("+{rest}"))?
        } else {
            national_fits(&digits).then(|| {
                if digits.starts_with(['0', '3']) && digits.len() > 6 { format!("+39{digits}") } else { digits.clone() }
            })?
        };
        Some(Self { written: text.to_owned(), dialled })
    }

    /// As somebody wrote it, with its spaces.
    #[must_use]
    pub fn written(&self) -> &str {
        &self.written
    }

    /// As a telephone dials it: `+390657339332`, `800905570`.
    #[must_use]
    pub fn dialled(&self) -> &str {
        &self.dialled
    }
}

/// Lengths of Italian numbers (ITU-T E.164 national numbering plan): landlines 6-11 digits with
/// their 0, mobiles 9-10, free and shared-cost numbers 6-10, public short numbers 3-6.
fn national_fits(digits: &str) -> bool {
    match digits.bytes().next() {
        Some(b'0') => (6..=11).contains(&digits.len()),
        Some(b'3') => matches!(digits.len(), 9 | 10),
        Some(b'8') => (6..=10).contains(&digits.len()),
        Some(b'1' | b'4') => (3..=6).contains(&digits.len()),
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
    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let phone = node.text().and_then(Self::new);
        if phone.is_none() {
            let value = shown(node);
            let text = node.text().unwrap_or_default();
            let digits = text.chars().filter(char::is_ascii_digit).count();
            let hint = if text.contains("wa.me") {
                words!(
                    "qui va il numero, non il link: `\"+39 333 123 4567\"`",
                    "the number goes here, not the link: `\"+39 333 123 4567\"`"
                )
            } else if digits >= 4 && text.chars().any(|c| matches!(c, 'O' | 'o' | 'l' | 'I')) {
                words!(
                    "c'è una lettera al posto di una cifra (O per 0, l per 1)",
                    "a letter stands in place of a digit (O for 0, l for 1)"
                )
            } else if digits > 11 && text.contains(['/', '-']) {
                words!(
                    "sono più numeri o interni: scrivi il numero principale e metti gli interni in `nota`; più numeri fanno un elenco",
                    "these are several numbers or extensions: write the main number, the extensions in `nota`; several numbers make a list"
                )
            } else {
                words!(
                    "scrivi un solo numero, per esempio `\"06 5733 9332\"`; più numeri fanno un elenco",
                    "write one number, for example `\"06 5733 9332\"`; several numbers make a list"
                )
            };
            let message = words!("{value} non è un numero di telefono", "{value} is not a telephone number");
            let found = Diagnostic::new(&INVALID_PHONE, reader.path(), node.span.clone(), message).hint(hint);
            reader.push(found.question(words!(
                "Qual è il numero di telefono giusto, al posto di {value}?",
                "Which is the right telephone number in place of {value}?"
            )));
        }
        phone
    }

    fn schema() -> Json {
        json!({"type": ["string", "integer"], "pattern": "^\\+?[0-9 ./()-]+$"})
    }
}

/// An address of the web.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Link(String);

impl Link {
    /// An address, if the text is one that any browser opens: http or https, a host, no spaces.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let fits = !text.contains(char::is_whitespace)
            && Url::parse(text).is_ok_and(|url| {
                matches!(url.scheme(), "http" | "https")
                    && url.domain().is_some_and(|domain| domain.contains('.'))
                    && url.username().is_empty()
            });
        fits.then(|| Self(text.to_owned()))
    }

    /// The address as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address without its scheme, for people to read.
    #[must_use]
    pub fn shown(&self) -> &str {
        let shown = self.0.split_once("://").map_or(self.0.as_str(), |(_, rest)| rest);
        shown.strip_prefix("www.").unwrap_or(shown).trim_end_matches('/')
    }
}

impl Value for Link {
    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let text = node.text().unwrap_or_default().trim();
        let link = Self::new(text);
        if link.is_none() {
            let elsewhere = Url::parse(text).ok().filter(|url| !url.username().is_empty());
            if let Some(host) = elsewhere.as_ref().and_then(|url| url.host_str()) {
                let value = shown(node);
                reader.report(
                    &INVALID_URL,
                    node.span.clone(),
                    words!("attenzione: {value} porta a {host}", "beware: {value} leads to {host}"),
                    words!(
                        "quello che sta prima di @ inganna: scrivi l'indirizzo vero del sito",
                        "what stands before the @ deceives: write the site's real address"
                    ),
                );
                return None;
            }
            let hint = match Self::new(&format!("https://{text}")) {
                Some(meant) if text.contains('.') && !text.contains(':') => {
                    let meant = meant.as_str();
                    words!("scrivi l'indirizzo intero: `{meant}`", "write the whole address: `{meant}`")
                }
                _ => words!(
                    "scrivi l'indirizzo intero e senza spazi, per esempio `https://www.comune.roma.it/`",
                    "write the whole address without spaces, for example `https://www.comune.roma.it/`"
                ),
            };
            let value = shown(node);
            reader.report(
                &INVALID_URL,
                node.span.clone(),
                words!("{value} non è un indirizzo web", "{value} is not a web address"),
                hint,
            );
        }
        link
    }

    fn schema() -> Json {
        json!({"type": "string", "format": "uri", "pattern": "^https?://"})
    }
}

record! {
    /// Where to ask.
    pub struct Contacts {
        /// E-mail addresses.
        email: Vec<Email> = "email", "E-mail", "info@example.org";
        /// Certified e-mail addresses.
        certified_email: Vec<Email> = "pec", "PEC", "ente@pec.example.org";
        /// Telephone numbers.
        telephone: Vec<Phone> = "telefono", "Telefono", "\"06 5733 9332\"";
        /// WhatsApp numbers.
        whatsapp: Vec<Phone> = "whatsapp", "WhatsApp", "\"+39 351 592 7691\"";
        /// A page.
        site: Option<Link> = "sito", "Sito", "https://www.example.org/";
        /// When somebody answers.
        hours: Option<String> = "orari", "Quando rispondono", "lunedì e giovedì, 9-13";
        /// Anything else.
        note: Option<String> = "nota", "Nota", "chiedere dello sportello formazione";
    }
}
record_value!(Contacts, text: |text, node, reader| {
    if text.contains("://") {
        Link::decode(node, reader).map(|site| Contacts { site: Some(site), ..Contacts::default() })
    } else if text.contains('@') {
        Email::decode(node, reader).map(|email| Contacts { email: vec![email], ..Contacts::default() })
    } else {
        Phone::decode(node, reader).map(|phone| Contacts { telephone: vec![phone], ..Contacts::default() })
    }
});

impl Contacts {
    /// Nobody can be reached through them.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.email.is_empty()
            && self.certified_email.is_empty()
            && self.telephone.is_empty()
            && self.whatsapp.is_empty()
            && self.site.is_none()
    }
}

record! {
    /// One way to enrol or apply.
    pub struct Enrolment {
        /// Which way.
        channel: Option<Channel> = "canale", "Come", "modulo online";
        /// The form.
        url: Option<Link> = "url", "Indirizzo del modulo", "https://example.org/iscrizione";
        /// The address; left out: that of the contacts.
        email: Option<Email> = "email", "E-mail", "iscrizioni@example.org";
        /// The number; left out: that of the contacts.
        telephone: Option<Phone> = "telefono", "Telefono", "\"06 5733 9332\"";
        /// Where to go or what to write on the envelope; the address of certified mail.
        address: Option<String> = "indirizzo", "Indirizzo", "via delle Zoccolette 19, Roma";
        /// The subject that the e-mail must have.
        subject: Option<String> = "oggetto", "Oggetto dell'e-mail", "ISCRIZIONE ITALIANO A2";
        /// What to attach or bring.
        attachments: Vec<String> = "allegati", "Allegati", "[CV, codice fiscale]";
        /// On which days.
        days: Vec<Weekday> = "giorni", "Giorni", "[mar, gio]";
        /// At which hours.
        hours: Vec<TimeSlot> = "orari", "Orari", "\"9:00-13:00\"";
        /// Which services refer somebody.
        referred_by: Vec<String> = "da", "Chi segnala", "[Segretariato sociale]";
        /// Anything else.
        note: Option<String> = "nota", "Nota", "è gradita la conferma";
    }
}

impl Value for Enrolment {
    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        if let Yaml::Map(entries) = &node.yaml {
            let enrolment: Self = super::record::decode_record(entries, reader);
            if enrolment.channel.is_none() && node.get("canale").is_none() {
                reader.wrong_type(
                    node,
                    words!(
                        "scrivi come: `canale: modulo online`, `email`, `telefono`, `a mano`…",
                        "write which way: `canale: modulo online`, `email`, `telefono`, `a mano`…"
                    ),
                );
            }
            return Some(enrolment);
        }
        let text = node.text().unwrap_or_default().trim();
        let plain = |channel| Self { channel: Some(channel), ..Self::default() };
        if text.contains("://") {
            return Link::decode(node, reader).map(|url| Self { url: Some(url), ..plain(Channel::Form) });
        }
        if text.contains('@') {
            return Email::decode(node, reader).map(|email| Self { email: Some(email), ..plain(Channel::Email) });
        }
        let program = text
            .split(':')
            .next()
            .is_some_and(|scheme| matches!(scheme.to_lowercase().as_str(), "javascript" | "data" | "vbscript"));
        if program {
            let value = shown(node);
            reader.report(
                &INVALID_URL,
                node.span.clone(),
                words!(
                    "{value} non apre una pagina: fa partire un programma",
                    "{value} opens no page: it starts a program"
                ),
                words!("scrivi un indirizzo che comincia con https://", "write an address that starts with https://"),
            );
            return None;
        }
        if let Some(channel) = Channel::ALL.iter().find(|channel| channel.word() == text.to_lowercase()) {
            return Some(plain(*channel));
        }
        if let Some(phone) = Phone::new(text) {
            return Some(Self { telephone: Some(phone), ..plain(Channel::Telephone) });
        }
        let value = shown(node);
        let message = words!("{value} non dice come fare", "{value} does not say how");
        let found = Diagnostic::new(&UNUSABLE_ENROLMENT, reader.path(), node.span.clone(), message);
        let question = requirement("iscrizione").map(|required| required.question.into());
        reader.push(found.question(question.unwrap_or_default()).hint(words!(
                "scrivi l'indirizzo intero del modulo, una e-mail, un telefono, oppure `canale: a mano` con indirizzo e orari; se non serve: `non previsto`",
                "write the whole address of the form, an e-mail, a telephone number, or `canale: a mano` with address and hours; if it is not needed: `non previsto`"
        )));
        None
    }

    fn schema() -> Json {
        json!({"anyOf": [{"type": "string"}, super::record::record_schema::<Self>()]})
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
        ] {
            assert_eq!(Phone::new(written).map(|phone| phone.dialled), Some(dialled.to_owned()), "{written}");
        }
        for written in
            ["", "12", "06", "chiamare Maria", "066729-4841/4842/4843/4844", "555", "+39", "++39 06 5733 9332"]
        {
            assert_eq!(Phone::new(written), None, "{written}");
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
        ] {
            assert!(Link::new(text).is_none(), "{text}");
        }
    }
}
