//! Addresses, mailboxes and telephone numbers that stand in a text without brackets: pages, feeds and letters make links of
//! them, as messengers do.

use std::ops::Range;

use linkify::{LinkFinder, LinkKind};

use super::link_target::check_target;
use crate::model::Phone;
use crate::text::mail_address::MailAddress;

/// Signs between groups of digits of a telephone number.
const SEPARATORS: [char; 5] = [' ', '\u{a0}', '.', '/', '-'];
/// Digits before those of free numbers and numbers of shared cost.
const SHARED_COST: [&str; 7] = ["800", "803", "840", "841", "843", "847", "848"];
/// Digits of a free number; fewer may be an amount: «800.000».
const FREE_DIGITS: usize = 9;
/// Fewest digits of a landline without country code.
const MIN_LANDLINE_DIGITS: usize = 8;
/// Most groups in which one writes a number: `06 55 50 01 10` has five.
const MAX_PHONE_GROUPS: usize = 8;

/// A part of a text and the target of its link.
pub(super) type BareLink = (Range<usize>, String);

/// Finds what a text names with `https://`, as a mailbox, or as a telephone number that can be told from other numbers; in
/// order, without overlaps. Each target is one that a link written in Markdown could have.
pub(super) fn find_bare_links(text: &str) -> Vec<BareLink> {
    let bytes = text.as_bytes();
    let mut found: Vec<BareLink> = Vec::new();
    if memchr::memchr2(b':', b'@', bytes).is_some() {
        let mut finder = LinkFinder::new();
        finder.kinds(&[LinkKind::Url, LinkKind::Email]);
        found.extend(finder.links(text).filter_map(|link| {
            let range = link.start()..link.end();
            let target = match link.kind() {
                LinkKind::Email => MailAddress::new(link.as_str())?.link(None),
                _ => link.as_str().to_owned(),
            };
            let is_page =
                *link.kind() != LinkKind::Url || target.starts_with("https://") || target.starts_with("http://");
            (is_page && check_target(&target).is_ok()).then_some((range, target))
        }));
    }
    let mut numbers = Vec::new();
    let mut read = 0;
    for (range, _) in &found {
        numbers.extend(find_phones(text, read..range.start));
        read = range.end;
    }
    numbers.extend(find_phones(text, read..text.len()));
    found.extend(numbers);
    found.sort_by_key(|(range, _)| range.start);
    found
}

/// Where telephone numbers stand in a text.
pub fn find_telephones(text: &str) -> Vec<Range<usize>> {
    find_phones(text, 0..text.len()).into_iter().map(|(range, _)| range).collect()
}

/// Telephone numbers in a part of a text.
fn find_phones(text: &str, part: Range<usize>) -> Vec<BareLink> {
    let mut found = Vec::new();
    let mut at = part.start;
    while let Some(rest) = text.get(at..part.end) {
        let Some(start) = rest.find(|ch: char| ch.is_ascii_digit() || ch == '+') else { break };
        let start = at + start;
        let groups = digit_groups(text.get(start..part.end).unwrap_or_default());
        let Some(last) = groups.last().map(|group| start + group.end) else {
            at = start + 1;
            continue;
        };
        let phone = (1..=groups.len().min(MAX_PHONE_GROUPS)).rev().find_map(|count| {
            let end = start + groups.get(count - 1)?.end;
            let written = text.get(start..end)?;
            let number = phone_number(written, groups.get(..count)?)?;
            stands_alone(text, start..end).then(|| (start..end, format!("tel:{}", number.dialled())))
        });
        at = phone.as_ref().map_or(last, |(range, _)| range.end);
        found.extend(phone);
    }
    found
}

/// Groups of digits at the start of a text, the first with its plus, divided by one sign each.
fn digit_groups(text: &str) -> Vec<Range<usize>> {
    let mut groups: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    loop {
        let rest = text.get(start..).unwrap_or_default();
        let sign = usize::from(start == 0 && rest.starts_with('+'));
        let digits = rest.bytes().skip(sign).take_while(u8::is_ascii_digit).count();
        if digits == 0 {
            return groups;
        }
        let end = start + sign + digits;
        groups.push(start..end);
        let Some(separator) = text.get(end..).and_then(|rest| rest.chars().next()) else { return groups };
        if !SEPARATORS.contains(&separator) {
            return groups;
        }
        start = end + separator.len_utf8();
    }
}

/// The number that groups of digits are, if nothing else is written so: no date, amount, code or span of years.
fn phone_number(written: &str, groups: &[Range<usize>]) -> Option<Phone> {
    let number = Phone::new(&written.replace('\u{a0}', " "))?;
    if written.starts_with('+') {
        return Some(number);
    }
    let lengths: Vec<usize> = groups.iter().map(Range::len).collect();
    if matches!(lengths.as_slice(), [1 | 2, 1 | 2, 4] | [4, 2, 2]) {
        return None;
    }
    // «06 4567890 12 dicembre»: a pair behind a long group is another number.
    let is_stray = lengths.split_last().is_some_and(|(last, before)| {
        *last < 3 && before.iter().enumerate().any(|(at, length)| *length > if at == 0 { 4 } else { 3 })
    });
    // «prot. 0123456/2026».
    let is_protocol = written.contains('/')
        && groups.len() == 2
        && groups
            .last()
            .and_then(|last| written.get(last.clone()))
            .is_some_and(|last| last.len() == 4 && (last.starts_with("19") || last.starts_with("20")));
    if is_stray || is_protocol {
        return None;
    }
    let digits: usize = lengths.iter().sum();
    let begins = |start: &str| written.starts_with(start);
    let is_phone = match written.bytes().next()? {
        // Eleven digits in one group are a VAT number.
        b'0' => digits >= MIN_LANDLINE_DIGITS && !(lengths.len() == 1 && digits == 11) && !begins("00"),
        b'3' => digits >= 9,
        b'8' => digits == FREE_DIGITS && SHARED_COST.iter().any(|start| begins(start)),
        _ => false,
    };
    is_phone.then_some(number)
}

/// Whether nothing beside a number makes it a part of something else: a code, an amount, a share.
fn stands_alone(text: &str, range: Range<usize>) -> bool {
    let joins = |ch: char| ch.is_alphanumeric() || "+-_/=#@%€$£".contains(ch);
    let before = text.get(..range.start).and_then(|before| before.chars().next_back());
    let mut after = text.get(range.end..).unwrap_or_default().chars();
    let (next, second) = (after.next(), after.next());
    let goes_on = next.is_some_and(|ch| ",.:".contains(ch)) && second.is_some_and(|ch| ch.is_ascii_digit());
    let amount = matches!((next, second), (Some(' ' | '\u{a0}'), Some('€' | '%')));
    !before.is_some_and(|ch| joins(ch) || ",.".contains(ch)) && !next.is_some_and(joins) && !goes_on && !amount
}

#[cfg(test)]
mod tests {
    use super::find_bare_links;

    fn links(text: &str) -> Vec<(&str, String)> {
        find_bare_links(text).into_iter().map(|(range, target)| (text.get(range).unwrap_or_default(), target)).collect()
    }

    #[test]
    fn addresses_mailboxes_and_numbers_are_found() {
        let text = "Info su https://example.org/corsi. Scrivi a corsi@example.org, tel. 06 5550 0199!";
        let found = links(text);
        assert_eq!(links("chiama 06 4567890 12 dicembre"), [("06 4567890", "tel:+39064567890".to_owned())]);
        assert_eq!(links("prot. 0123456/2026"), []);
        let expected = [
            ("https://example.org/corsi", "https://example.org/corsi"),
            ("corsi@example.org", "mailto:corsi@example.org"),
            ("06 5550 0199", "tel:+390655500199"),
        ];
        assert_eq!(found, expected.map(|(words, target)| (words, target.to_owned())));
    }

    #[test]
    fn telephone_numbers_are_told_from_other_numbers() {
        for (text, number) in [
            ("chiama +39 351 592 7691 ore 9-13", "+39 351 592 7691"),
            ("06.5550.0199", "06.5550.0199"),
            ("(06/5550199)", "06/5550199"),
            ("tel:0655500199", "0655500199"),
            ("333 1234567 10-12", "333 1234567"),
            ("800 905 570", "800 905 570"),
            ("+44 20 7946 0123", "+44 20 7946 0123"),
            ("اتصل: 351 592 7691.", "351 592 7691"),
        ] {
            assert_eq!(links(text).iter().map(|(words, _)| *words).collect::<Vec<_>>(), [number], "{text}");
        }
        for text in [
            "dal 09/12/2026 al 26-02-2027",
            "2026-12-09",
            "01.12.2026, 09:30-12:30",
            "2026/2027",
            "P.IVA 01234567890",
            "800.000 persone",
            "300.000.000 €",
            "3.500.000 euro",
            "IT60X0542811101000000123456",
            "legge 104/1992, art. 33",
            "CAP 00185",
            "matricola 0655500199B",
            "112, 1522",
            "dalle 9 alle 12",
            "1-2-3 stella",
        ] {
            assert_eq!(links(text), [], "{text}");
        }
    }

    #[test]
    fn what_would_mislead_is_no_link() {
        for text in
            ["https://comune.roma.it@evil.example/", "javascript://example.org/%0aalert(1)", "ftp://example.org/x"]
        {
            assert_eq!(links(text).iter().filter(|(_, target)| !target.starts_with("mailto:")).count(), 0, "{text}");
        }
    }
}
