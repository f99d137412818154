//! Finds telephone numbers that differ from a number of the fields by a digit or two.

use super::{Clash, OTHER_NUMBERS, Sentence};
use crate::board::{Board, Item};
use crate::check::phones::{differs_slightly, national_digits};
use crate::model::{Contacts, Phone};

pub(super) fn check(board: &Board, item: &Item, sentence: &Sentence<'_>) -> Option<Clash> {
    let (first, last, digits) = find_phone_number(sentence)?;
    if sentence.mentions(&OTHER_NUMBERS) {
        return None;
    }
    let facts = &item.facts;
    let organisation = board.organisation_of(item);
    let contacts = [facts.contacts.value(), organisation.and_then(|organisation| organisation.contacts.as_ref())];
    let edition_contacts = facts.editions().iter().filter_map(|edition| edition.contacts.as_ref());
    let numbers = |contacts: &'_ Contacts| -> Vec<Phone> {
        contacts.telephone.iter().chain(&contacts.whatsapp).cloned().collect()
    };
    let mut field_phones: Vec<Phone> =
        contacts.into_iter().flatten().chain(edition_contacts).flat_map(numbers).collect();
    field_phones.extend(facts.enrolment_ways().iter().filter_map(|way| way.telephone.clone()));
    // The number may be in any other field, such as a note.
    let stream: String = item.document.facts().chars().filter(char::is_ascii_digit).collect();
    if stream.contains(&digits) {
        return None;
    }
    let meant = field_phones.iter().find(|phone| differs_slightly(&digits, national_digits(phone)))?;
    if field_phones.iter().any(|phone| national_digits(phone) == digits) {
        return None;
    }
    sentence.clash_between(first, last, "telefono", meant.as_written().to_owned())
}

/// First telephone number of a sentence: its first and last token, and its digits without the Italian country code.
fn find_phone_number(sentence: &Sentence<'_>) -> Option<(usize, usize, String)> {
    let mut index = 0;
    while let Some(token) = sentence.token(index) {
        let first = index;
        index += 1;
        if !token.text.starts_with(['0', '3', '8']) {
            continue;
        }
        let mut digits = phone_digits(token.text)?;
        while let Some(next) = sentence.token(index)
            && next.is_digits()
            && matches!(next.sign, None | Some('/' | '-' | '.'))
            && digits.len() < 12
        {
            let Some(more_digits) = phone_digits(next.text) else { break };
            digits.push_str(&more_digits);
            index += 1;
        }
        let international = token.sign == Some('+') || digits.starts_with("0039");
        let national = digits.trim_start_matches("00");
        let digits = if international { national.strip_prefix("39").unwrap_or(national).to_owned() } else { digits };
        let fax = sentence.before(first, 3).iter().any(|token| token.is(&["fax"]));
        if (8..=11).contains(&digits.len()) && !fax {
            return Some((first, index - 1, digits));
        }
    }
    None
}

/// Digits of a group of a telephone number; `None` for a time or a sum with cents.
fn phone_digits(text: &str) -> Option<String> {
    text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.').then(|| text.replace('.', ""))
}
