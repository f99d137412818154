//! The organisation of the board that an announcement is from, by its name, its domain, its numbers.

use std::ops::Range;

use super::contacts::FoundContact;
use crate::board::Board;
use crate::model::{Organisation, Phone};

/// Organisations of the board that a message names, best first, with the evidence of each.
pub(super) fn find_organisations(
    board: &Board,
    text: &str,
    contacts: &[FoundContact],
) -> Vec<(String, u32, Range<usize>)> {
    let mut found: Vec<(String, u32, Range<usize>)> = Vec::new();
    let lower = text.to_ascii_lowercase();
    for (id, file) in board.organisations.iter() {
        let facts = &file.facts;
        let named = names_of(&facts.name).into_iter().find_map(|name| find_name(text, &lower, &name));
        let reached = contacts.iter().find(|contact| is_contact_of(facts, contact));
        let score = u32::from(named.is_some()) * 2 + u32::from(reached.is_some()) * 3;
        let range = named.or_else(|| reached.map(|contact| contact.range.clone()));
        found.extend(range.map(|range| (id.clone(), score, range)));
    }
    // Within the name of another, the shorter is not meant: «Caritas» in «Caritas di Roma».
    let ranges: Vec<Range<usize>> = found.iter().map(|(.., range)| range.clone()).collect();
    found.retain(|(.., range)| {
        !ranges.iter().any(|other| other.start <= range.start && range.end <= other.end && other.len() > range.len())
    });
    found.sort_by_key(|(_, score, range)| (std::cmp::Reverse(*score), range.start));
    found
}

/// The name of an organisation and its short forms: without what is behind a comma or in brackets, without what it is, and
/// what is in the brackets.
fn names_of(name: &str) -> Vec<String> {
    const KINDS: [&str; 9] = [
        "Associazione",
        "Cooperativa sociale",
        "Cooperativa",
        "Fondazione",
        "Scuola",
        "Ambulatorio",
        "APS",
        "Onlus",
        "ETS",
    ];
    let main = name.split([',', '(']).next().unwrap_or(name).trim();
    let mut names = vec![name.to_owned(), main.to_owned()];
    if let Some((_, short)) = name.split_once('(') {
        names.push(short.trim_end_matches(')').trim().to_owned());
    }
    let bare = KINDS.iter().fold(main, |bare, kind| {
        let bare = bare.strip_prefix(kind).filter(|rest| rest.starts_with(' ')).unwrap_or(bare).trim();
        bare.strip_suffix(kind).filter(|rest| rest.ends_with(' ')).unwrap_or(bare).trim()
    });
    // One word that is left may be any word; two are a name.
    if bare.split_whitespace().count() >= 2 {
        names.push(bare.to_owned());
    }
    if let Some(town) = main.strip_suffix(" e provincia") {
        names.push(town.to_owned());
    }
    names.retain(|name| name.chars().count() >= 3);
    names
}

/// Bytes of the first place where a name stands as whole words. Case is ignored, but for names of one word.
fn find_name(text: &str, lower: &str, name: &str) -> Option<Range<usize>> {
    let mut from = 0;
    let lower_name = name.to_ascii_lowercase();
    let (searched, name) = if name.contains(' ') { (lower, lower_name.as_str()) } else { (text, name) };
    while let Some(at) = searched.get(from..)?.find(name) {
        let (start, end) = (from + at, from + at + name.len());
        let edge = |side: Option<char>| !side.is_some_and(|c| c.is_alphanumeric() || matches!(c, '@' | '.' | '-'));
        let before = text.get(..start).and_then(|before| before.chars().next_back());
        let after = text.get(end..).and_then(|after| after.chars().next());
        if edge(before) && !after.is_some_and(|c| c.is_alphanumeric() || c == '@') {
            return Some(start..end);
        }
        from = start + name.chars().next().map_or(1, char::len_utf8);
    }
    None
}

/// Whether a contact is the organisation's: a number of its file, or a mailbox or page of its domain.
fn is_contact_of(organisation: &Organisation, contact: &FoundContact) -> bool {
    let contacts = organisation.contacts.as_ref();
    let phones = contacts.into_iter().flat_map(|contacts| contacts.telephone.iter().chain(&contacts.whatsapp));
    if let Some(phone) = Phone::new(&contact.value) {
        return phones.into_iter().any(|known| known.dialled() == phone.dialled());
    }
    let mailboxes = contacts.into_iter().flat_map(|contacts| &contacts.email);
    if mailboxes.into_iter().any(|known| known.as_str().eq_ignore_ascii_case(&contact.value)) {
        return true;
    }
    let Some(site) = &organisation.site else { return false };
    let domain = site.without_scheme().split(['/', ':']).next().unwrap_or_default().to_lowercase();
    let host = contact.value.rsplit_once('@').map_or_else(
        || {
            contact
                .value
                .split_once("://")
                .map_or("", |(_, rest)| rest.split(['/', '?', ':']).next().unwrap_or_default())
        },
        |(_, host)| host,
    );
    let host = host.to_lowercase();
    !domain.is_empty()
        && (host == domain || host.trim_start_matches("www.") == domain || host.ends_with(&format!(".{domain}")))
}
