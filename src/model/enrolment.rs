//! Ways to enrol or apply.

use serde_json::{Value as Json, json};

use super::contact::{Email, Link};
use super::phone::Phone;
use super::problem::{Expected, Problem, UnusableEnrolment, UrlFault, Written};
use super::record::{Reader, Value};
use super::time::TimeSlot;
use super::vocabulary::{EnrolmentWay, Weekday};
use crate::record;
use crate::source::{Node, Yaml};

record! {
    /// One way to enrol or apply (fields `iscrizione`, `candidatura`).
    pub struct Enrolment {
        /// Medium.
        channel: Option<EnrolmentWay> = "canale", "Come" / "How", "modulo online";
        /// Address of the form.
        url: Option<Link> = "url", "Indirizzo del modulo" / "Web address of the form", "https://example.org/iscrizione";
        /// E-mail address; if absent, that of the contacts.
        email: Option<Email> = "email", "E-mail" / "E-mail", "iscrizioni@example.org";
        /// Telephone number; if absent, that of the contacts.
        telephone: Option<Phone> = "telefono", "Telefono" / "Telephone", "\"06 5733 9332\"";
        /// Postal address, or address of certified mail.
        address: Option<String> = "indirizzo", "Indirizzo" / "Address", "via delle Zoccolette 19, Roma";
        /// Required subject of the e-mail.
        subject: Option<String> = "oggetto", "Oggetto dell'e-mail" / "Subject of the e-mail", "ISCRIZIONE ITALIANO A2";
        /// Documents to attach or bring.
        attachments: Vec<String> = "allegati", "Allegati" / "Documents to attach or bring", "[CV, codice fiscale]";
        /// Weekdays on which it is possible.
        days: Vec<Weekday> = "giorni", "Giorni" / "Days", "[mar, gio]";
        /// Time slots in which it is possible.
        hours: Vec<TimeSlot> = "orari", "Orari" / "Times", "\"9:00-13:00\"";
        /// Services that refer candidates.
        referred_by: Vec<String> = "da", "Chi segnala" / "Who refers people", "[Segretariato sociale]";
        /// Note in free text.
        note: Option<String> = "nota", "Nota" / "Note", "è gradita la conferma";
    }
}

impl Value for Enrolment {
    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        if let Yaml::Map(entries) = &node.yaml {
            let enrolment: Self = super::record::decode_record(entries, reader);
            if enrolment.channel.is_none() && node.get("canale").is_none() {
                reader.report_wrong_type(node, Expected::EnrolmentWay);
            }
            let form = matches!(enrolment.channel, Some(EnrolmentWay::Form | EnrolmentWay::Platform));
            let by_referral = enrolment.channel == Some(EnrolmentWay::Referral);
            let says_nothing = enrolment.referred_by.is_empty() && enrolment.note.is_none() && node.get("da").is_none();
            if by_referral && says_nothing {
                let problem = Problem::UnusableEnrolment(UnusableEnrolment::Unclear(Written::Text(
                    EnrolmentWay::Referral.word().to_owned(),
                )));
                reader.report(node.span.clone(), problem);
            }
            if form && enrolment.url.is_none() && enrolment.note.is_none() && node.get("url").is_none() {
                let problem = Problem::UnusableEnrolment(UnusableEnrolment::FormWithoutAddress);
                reader.report(node.span.clone(), problem);
            }
            return Some(enrolment);
        }
        let text = node.text().unwrap_or_default().trim();
        let plain = |channel| Self { channel: Some(channel), ..Self::default() };
        if text.contains("://") {
            return Link::decode(node, reader).map(|url| Self { url: Some(url), ..plain(EnrolmentWay::Form) });
        }
        if text.contains('@') {
            return Email::decode(node, reader).map(|email| Self { email: Some(email), ..plain(EnrolmentWay::Email) });
        }
        let program = text
            .split(':')
            .next()
            .is_some_and(|scheme| matches!(scheme.to_lowercase().as_str(), "javascript" | "data" | "vbscript"));
        if program {
            let problem = Problem::InvalidUrl { written: Written::from_node(node), cause: UrlFault::StartsProgram };
            reader.report(node.span.clone(), problem);
            return None;
        }
        if let Some(channel) = EnrolmentWay::ALL.iter().find(|channel| channel.word() == text.to_lowercase()) {
            if matches!(channel, EnrolmentWay::Form | EnrolmentWay::Platform) {
                let problem = Problem::UnusableEnrolment(UnusableEnrolment::FormWithoutAddress);
                reader.report(node.span.clone(), problem);
            }
            return Some(plain(*channel));
        }
        // `borsespi.laziodisu.it`: an address without its beginning.
        if let Some(url) = complete_address(text) {
            let problem = Problem::InvalidUrl { written: Written::from_node(node), cause: UrlFault::NoScheme(url) };
            reader.report(node.span.clone(), problem);
            return None;
        }
        if let Some(phone) = Phone::new(text) {
            return Some(Self { telephone: Some(phone), ..plain(EnrolmentWay::Telephone) });
        }
        if says_no_enrolment(text) {
            return Some(Self { note: Some(text.to_owned()), ..plain(EnrolmentWay::None) });
        }
        let calls = ["chiam", "telefon"].iter().any(|word| text.to_lowercase().starts_with(word));
        let problem = if calls && !text.bytes().any(|byte| byte.is_ascii_digit()) {
            UnusableEnrolment::NoNumber(Written::from_node(node))
        } else {
            UnusableEnrolment::Unclear(Written::from_node(node))
        };
        reader.report(node.span.clone(), Problem::UnusableEnrolment(problem));
        None
    }

    fn schema() -> Json {
        json!({"anyOf": [{"type": "string"}, super::record::record_schema::<Self>()]})
    }
}

/// The address that a text without `https://` means, if it is one: a host with a top-level domain, and perhaps a path.
fn complete_address(text: &str) -> Option<String> {
    let host = text.split('/').next()?;
    let (name, domain) = host.rsplit_once('.')?;
    let is_domain = domain.len() >= 2 && domain.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_host = name.contains(|c: char| c.is_ascii_alphabetic())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'));
    (is_domain && is_host && !text.contains(char::is_whitespace)).then(|| format!("https://{text}"))
}

/// Whether a text says that no enrolment is needed: «ingresso libero», «non serve iscriversi».
fn says_no_enrolment(text: &str) -> bool {
    const FREE: [&str; 10] = [
        "ingresso libero",
        "accesso libero",
        "entrata libera",
        "libero accesso",
        "presentati ",
        "basta presentarsi",
        "basta venire",
        "basta presentarti",
        "vieni direttamente",
        "vieni quando vuoi",
    ];
    const NOT_NEEDED: [&str; 9] = [
        "non serve",
        "non occorre",
        "non è necessari",
        "non bisogna",
        "non è richiest",
        "non devi",
        "non c'è bisogno",
        "non è obbligatori",
        "senza",
    ];
    const ENROLLING: [&str; 5] = ["iscri", "prenot", "registra", "appuntament", "fare domanda"];
    // After these words something has to be done after all.
    const TO_DO: [&str; 10] =
        ["modul", "link", "clicca", "sito", "chiama", "telefon", "scriv", "mail", "whatsapp", "messaggi"];
    let lower = text.to_lowercase().replace('’', "'");
    let without = NOT_NEEDED.iter().find_map(|not| lower.split_once(not)).is_some_and(|(_, behind)| {
        let behind = behind.split([',', ';', ':', '.']).next().unwrap_or_default();
        let near: Vec<&str> = behind.split_whitespace().take(4).collect();
        near.iter().any(|word| ENROLLING.iter().any(|stem| word.starts_with(stem))) || behind.contains("fare domanda")
    });
    let asks = !without && ENROLLING.iter().any(|stem| lower.contains(stem));
    (without || FREE.iter().any(|free| lower.contains(free)))
        && !asks
        && !lower.split(|c: char| !c.is_alphanumeric()).any(|word| TO_DO.iter().any(|stem| word.starts_with(stem)))
}

#[cfg(test)]
mod tests {
    use super::says_no_enrolment;

    #[test]
    fn words_that_say_that_there_is_nothing_to_do() {
        for (text, expected) in [
            ("Non devi iscriverti: ti aspettiamo il primo lunedì", true),
            ("Non occorre prenotarsi, la sala è grande.", true),
            ("Senza appuntamento: si viene e si aspetta il proprio turno", true),
            ("ingresso libero fino a esaurimento dei posti", true),
            ("Presentati il primo giorno in aula 3", true),
            ("ingresso libero con prenotazione obbligatoria", false),
            ("Non serve iscriversi, ma scrivi a Samira", false),
            ("Non serve il permesso, iscriviti", false),
            ("compila il modulo", false),
            ("Chiedi in sede", false),
        ] {
            assert_eq!(says_no_enrolment(text), expected, "{text}");
        }
    }
}
