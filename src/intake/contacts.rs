//! Telephone numbers, mailboxes and addresses of pages in a sentence, and whether they are a private person's.

use std::ops::Range;

use super::lines::Unit;
use crate::check::{find_first_name, word_lists};
use crate::model::{Email, Link, Phone};

word_lists! { "intake_contacts.txt":
    /// Words of a sentence by which one applies or enrols.
    pub(super) APPLYING = "applying";
    /// Words for asking.
    pub(super) ASKING = "asking";
    /// Words for WhatsApp.
    pub(super) WHATSAPP = "whatsapp";
    /// Words for certified mail.
    CERTIFIED_MAIL = "certified mail";
    /// Words before numbers that are no telephone.
    NO_TELEPHONES = "no telephones";
    /// Hosts of forms to fill in.
    FORMS = "forms";
    /// Hosts of platforms on which a public body takes applications.
    PLATFORMS = "platforms";
    /// Hosts of mailboxes that anybody may have.
    PRIVATE_MAILBOXES = "private mailboxes";
    /// Titles before the name of a person.
    TITLES = "titles";
    /// Words before a number that name no person.
    ANSWERING = "answering";
    /// Phrases by which one applies at a place.
    pub(super) BY_HAND = "by hand";
    /// Phrases by which one applies by coming.
    pub(super) FIRST_LESSON = "first lesson";
    /// Phrases that say that nobody need enrol.
    pub(super) NO_ENROLMENT = "no enrolment";
    /// Words before the subject that a mail must have.
    SUBJECT = "subject";
}

/// What a contact is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Medium {
    Telephone,
    Whatsapp,
    /// A number for calls and for WhatsApp.
    Both,
    Email,
    CertifiedEmail,
    Page,
    Form,
    Platform,
}

/// A contact in a sentence.
#[derive(Debug, Clone)]
pub(super) struct FoundContact {
    pub(super) medium: Medium,
    /// As the field has it.
    pub(super) value: String,
    /// Bytes in the message.
    pub(super) range: Range<usize>,
    /// Whether it is likely a private person's.
    pub(super) is_private: bool,
}

impl FoundContact {
    /// Whether it is an Italian mobile number.
    pub(super) fn is_mobile(&self) -> bool {
        Phone::new(&self.value).is_some_and(|phone| phone.dialled().starts_with("+393"))
    }
}

/// Contacts of a sentence, in order.
pub(super) fn find_contacts(unit: &Unit<'_>) -> Vec<FoundContact> {
    let mut found = Vec::new();
    for (at, word) in words(unit.text) {
        found.extend(parse_link(word).or_else(|| parse_mail(unit, at, word)).map(|(medium, value)| {
            let is_private = matches!(medium, Medium::Email) && is_private_mailbox(&value);
            let lead = word.find(|c: char| c.is_alphanumeric()).unwrap_or_default();
            let start = unit.range.start + at + lead;
            let end = start + word.get(lead..).map_or(0, |word| word.trim_end_matches(CLOSING).len());
            FoundContact { medium, value, range: start..end, is_private }
        }));
    }
    found.extend(spelled_out_mails(unit));
    let taken: Vec<Range<usize>> = found.iter().map(|contact| contact.range.clone()).collect();
    found.extend(find_phones(unit, &taken));
    found.sort_by_key(|contact| contact.range.start);
    found
}

/// Signs that may stand behind an address without being a part of it.
const CLOSING: [char; 14] = ['.', ',', ';', ':', ')', ']', '}', '>', '»', '"', '”', '!', '?', '\''];

/// Words between spaces, with their offsets.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let start = text.as_ptr() as usize;
    text.split(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '(' | '|'))
        .filter(|word| !word.is_empty())
        .map(move |word| (word.as_ptr() as usize - start, word))
}

/// The address of a page: with a scheme, or beginning with `www.`.
fn parse_link(word: &str) -> Option<(Medium, String)> {
    let word = word.trim_start_matches(|c: char| !c.is_alphanumeric()).trim_end_matches(CLOSING);
    let at =
        word.find("https://").or_else(|| word.find("http://")).or_else(|| word.find("www.").filter(|at| *at == 0))?;
    let word = word.get(at..)?;
    let address = if word.starts_with("www.") { format!("https://{word}") } else { word.to_owned() };
    let link = Link::new(&address)?;
    let host = address.split_once("://")?.1.split(['/', '?', '#', ':']).next()?.to_lowercase();
    if host == "wa.me" || host == "api.whatsapp.com" {
        let digits: String = address.rsplit(['/', '=']).next()?.chars().take_while(char::is_ascii_digit).collect();
        return Phone::new(&format!("+{digits}")).map(|_| (Medium::Whatsapp, format!("+{digits}")));
    }
    let medium = if FORMS.matches(&host) {
        Medium::Form
    } else if PLATFORMS.matches(&host) {
        Medium::Platform
    } else {
        Medium::Page
    };
    Some((medium, link.as_str().to_owned()))
}

fn parse_mail(unit: &Unit<'_>, at: usize, word: &str) -> Option<(Medium, String)> {
    let word = word.trim_matches(|c: char| !c.is_ascii_alphanumeric());
    // What follows `?` or `&` is for programs, and may name other mailboxes: who is written to stands before it.
    let word = word.split(['?', '&']).next()?;
    let word = match word.split_once([':', '=']) {
        Some((mailbox, _)) if mailbox.contains('@') => mailbox,
        Some((_, behind_label)) => behind_label,
        None => word,
    };
    let email = Email::new(word)?;
    let before = unit.text.get(..at).unwrap_or_default();
    let near: Vec<&str> = before.split_whitespace().rev().take(3).collect();
    let is_certified = near.iter().any(|word| CERTIFIED_MAIL.is_in_words(word))
        || email.as_str().contains("@pec.")
        || email.as_str().contains(".pec.");
    Some((if is_certified { Medium::CertifiedEmail } else { Medium::Email }, email.as_str().to_owned()))
}

/// Mailboxes written «info (at) ponte.org» or «info chiocciola ponte punto org».
fn spelled_out_mails(unit: &Unit<'_>) -> Vec<FoundContact> {
    const SIGNS: [&str; 5] = ["(at)", "[at]", "(chiocciola)", "[chiocciola]", " chiocciola "];
    let lower = unit.text.to_ascii_lowercase();
    let found =
        SIGNS.iter().flat_map(|sign| lower.match_indices(sign).map(|(at, sign)| (at, sign.len())).collect::<Vec<_>>());
    found
        .filter_map(|(at, length)| {
            let opened = unit.text.get(..at + 1)?;
            let near = opened.get(opened.floor_char_boundary(opened.len().saturating_sub(80))..)?;
            let after = unit.text.get(at + length..)?;
            let email = Email::parse_spelled_out(near, after.get(..after.floor_char_boundary(120))?)?;
            let name = email.as_str().split('@').next()?;
            let start = unit.text.get(..at)?.rfind(name)?;
            let is_private = is_private_mailbox(email.as_str());
            Some(FoundContact {
                medium: Medium::Email,
                value: email.as_str().to_owned(),
                range: unit.at(&(start..at + length)),
                is_private,
            })
        })
        .collect()
}

/// Whether a mailbox is named after a person and of those that anybody may have.
fn is_private_mailbox(address: &str) -> bool {
    let Some((name, host)) = address.split_once('@') else { return false };
    let mut parts = name.split(['.', '_', '-']).map(|part| part.trim_end_matches(|c: char| c.is_ascii_digit()));
    let is_name =
        parts.any(|part| find_first_name(&crate::text::letter_case::capitalize(&part.to_lowercase())).is_some());
    PRIVATE_MAILBOXES.matches(host) && is_name
}

/// Telephone numbers of a sentence, outside of addresses.
fn find_phones(unit: &Unit<'_>, taken: &[Range<usize>]) -> Vec<FoundContact> {
    let mut found: Vec<FoundContact> = Vec::new();
    let bytes = unit.text.as_bytes();
    let mut at = 0;
    while let Some(offset) =
        bytes.get(at..).and_then(|rest| rest.iter().position(|byte| byte.is_ascii_digit() || *byte == b'+'))
    {
        let start = at + offset;
        let end = start
            + bytes.get(start..).map_or(0, |rest| {
                rest.iter()
                    .position(|byte| {
                        !byte.is_ascii_digit() && !matches!(byte, b' ' | b'.' | b'/' | b'-' | b'+' | b'(' | b')')
                    })
                    .unwrap_or(rest.len())
            });
        at = end.max(start + 1);
        let before = unit.text.get(..start).unwrap_or_default();
        if before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '=' | '#' | '_' | '@' | '.' | ','))
            && !before.ends_with("tel.")
            && !before.ends_with("cell.")
        {
            continue;
        }
        let whole = unit.text.get(start..end).unwrap_or_default();
        let Some((length, dialled)) = longest_phone(whole) else { continue };
        let range = unit.at(&(start..start + length));
        let inside = taken.iter().any(|other| other.start < range.end && range.start < other.end);
        let lead: String = before.split_whitespace().rev().take(2).collect::<Vec<_>>().join(" ");
        if inside || NO_TELEPHONES.is_in_words(&lead.replace(['.', ':'], " ")) {
            continue;
        }
        at = start + length;
        let behind = unit.text.get(at..).unwrap_or_default();
        let near_behind: String = behind
            .split([',', ';', '.', '/'])
            .next()
            .unwrap_or_default()
            .split_whitespace()
            .take(4)
            // What follows «oppure» is said of the next number: «06 5550 0199 oppure WhatsApp 355 500 0012».
            .take_while(|word| !matches!(*word, "o" | "oppure" | "e" | "anche" | "or" | "and" | "ou" | "et"))
            .collect::<Vec<_>>()
            .join(" ");
        let clause = before.rsplit([',', ';', '(']).next().unwrap_or(before);
        let near_before: String = clause.split_whitespace().rev().take(5).collect::<Vec<_>>().join(" ");
        let alone = unit.text.matches(|c: char| c.is_ascii_digit()).count() < 16 && WHATSAPP.is_in_words(unit.text);
        let says_whatsapp = alone
            || WHATSAPP.is_in_words(unit.label)
            || WHATSAPP.is_in_words(&near_before)
            || WHATSAPP.is_in_words(&near_behind);
        let calls =
            |words: &str| ["tel", "chiam", "cell", "telefon"].iter().any(|call| words.to_lowercase().contains(call));
        let is_mobile = dialled.starts_with("+393");
        let medium = match says_whatsapp {
            true if calls(&near_before) || calls(&near_behind) => Medium::Both,
            true => Medium::Whatsapp,
            false => Medium::Telephone,
        };
        // The name of a person beside a mobile number: «chiamare Sara al 350…», «350… (Giulia)».
        let around = format!(
            "{} {}",
            before.get(before.floor_char_boundary(before.len().saturating_sub(60))..).unwrap_or_default(),
            behind.get(..behind.floor_char_boundary(40)).unwrap_or_default()
        );
        let is_private = is_mobile
            && (find_first_name(&around).is_some()
                || calls_a_person(&near_before)
                || ends_with_a_person(before)
                || asks_for_a_person(behind));
        found.push(FoundContact {
            medium,
            value: whole.get(..length).map(tidy_phone).unwrap_or_default(),
            range,
            is_private,
        });
    }
    found
}

/// Whether words ask to call somebody by name: «chiamare Gino», «chiedere di Samira».
fn calls_a_person(words: &str) -> bool {
    let words: Vec<&str> = words.split_whitespace().rev().collect();
    words.windows(2).any(|pair| {
        let [verb, name] = *pair else { return false };
        let calls =
            ["chiam", "contatt", "sentire", "di", "cell"].iter().any(|call| verb.to_lowercase().starts_with(call));
        calls
            && name.starts_with(char::is_uppercase)
            && name.chars().skip(1).all(char::is_lowercase)
            && name.chars().count() > 2
    })
}

/// Whether the words before a number end with somebody's name: «dott. Anselmi 335…», or «Lamin 351…» alone in a sentence.
fn ends_with_a_person(before: &str) -> bool {
    let is_name = |word: &str| {
        word.starts_with(char::is_uppercase)
            && word.chars().skip(1).all(char::is_lowercase)
            && word.chars().count() > 2
            && !ANSWERING.is_in_words(word)
    };
    let words: Vec<&str> = before.split_whitespace().map(|word| word.trim_end_matches([':', ',', '-', '–'])).collect();
    match *words.as_slice() {
        [name] => is_name(name),
        [.., title, name] => is_name(name) && TITLES.is_in_words(title.trim_end_matches('.')),
        [] => false,
    }
}

/// Whether the words behind a number name whom to ask for: «Chiedere di Robert», «(cell di Martina)».
pub(super) fn asks_for_a_person(behind: &str) -> bool {
    let near = behind.get(..behind.floor_char_boundary(50)).unwrap_or(behind);
    let words: Vec<&str> = near.split_whitespace().collect();
    words.windows(3).any(|three| {
        let [asks, of, name] = *three else { return false };
        let asks = ["chied", "cell"].iter().any(|word| asks.to_lowercase().trim_start_matches('(').starts_with(word));
        asks && of == "di" && name.starts_with(char::is_uppercase)
    })
}

/// A number with single spaces between its groups.
fn tidy_phone(written: &str) -> String {
    written.replace(['/', '.', '-'], " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The longest telephone number with which a row of digits and signs begins: its length and the number as dialled.
fn longest_phone(row: &str) -> Option<(usize, String)> {
    let mut ends: Vec<usize> =
        row.char_indices().filter(|(_, c)| c.is_ascii_digit()).map(|(at, _)| at + 1).take(20).collect();
    ends.retain(|end| !row.get(*end..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit())));
    ends.into_iter().rev().find_map(|end| {
        let text = row.get(..end)?;
        let digits = text.chars().filter(char::is_ascii_digit).count();
        let is_date = text.len() == 10
            && (text.matches('/').count() == 2 || text.matches('.').count() == 2 || text.matches('-').count() == 2);
        let phone = Phone::new(text)?;
        let long = digits >= 9 || digits == 8 && (text.starts_with("800") || text.starts_with("06"));
        let starts_well = text.starts_with(['+', '3', '0', '8']);
        (long && starts_well && !is_date).then(|| (end, phone.dialled().to_owned()))
    })
}

/// Subject that a mail must have: «oggetto: MEDIATORE ROMA».
pub(super) fn find_subject(unit: &Unit<'_>) -> Option<(String, Range<usize>)> {
    let (found, _) = SUBJECT.find_words(unit.text).into_iter().next_back()?;
    // «?subject=» is a parameter of an address.
    let rest = unit.text.get(found.end..).filter(|rest| !rest.starts_with('='))?;
    let value = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '«' | '"' | '“' | '\''));
    let from = found.end + rest.len() - value.len();
    let quoted = rest.get(..rest.len() - value.len()).is_some_and(|lead| lead.contains(['«', '"', '“']));
    let end = value
        .find(|c: char| if quoted { matches!(c, '»' | '"' | '”') } else { matches!(c, '.' | ',' | ';' | '\n' | '(') })
        .unwrap_or(value.len());
    let subject = value.get(..end)?.trim();
    let fits = (3..=80).contains(&subject.chars().count())
        && (quoted || subject.split_whitespace().count() <= 8)
        && rest.get(..1).is_none_or(|c| c != "o");
    fits.then(|| (super::place::collapse(subject), unit.at(&(from..from + subject.len()))))
}
