//! Addresses of the web, of mail, of telephones within words: they come out byte for byte, whatever the channel.

/// Signs behind an address that become part of it on many phones.
pub(super) const FULL_STOPS: [char; 6] = ['.', ',', ';', ':', '!', '?'];

/// An address as people write it: mail without its subject, a number without the signs of addresses.
pub(super) fn shown_address(link: &str) -> String {
    let shown = link
        .strip_prefix("mailto:")
        .map(|mail| mail.split('?').next().unwrap_or_default())
        .or(link.strip_prefix("tel:"));
    shown.map_or_else(
        || link.to_owned(),
        |shown| percent_encoding::percent_decode_str(shown).decode_utf8_lossy().into_owned(),
    )
}

/// Whether an address stands in a text by itself, not within a longer one.
pub(super) fn holds(text: &str, address: &str) -> bool {
    text.match_indices(address).any(|(at, _)| {
        let joins = |letter: Option<char>| {
            letter.is_some_and(|letter| {
                !letter.is_whitespace() && !matches!(letter, '(' | ')' | '«' | '»' | '.' | ',' | ';' | ':' | '!' | '?')
            })
        };
        let mut behind = text.get(at + address.len()..).unwrap_or_default().chars();
        let (next, then) = (behind.next(), behind.next());
        let ends = !(joins(next) || next.is_some_and(|next| FULL_STOPS.contains(&next)) && joins(then));
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        ends && before.is_none_or(|letter| letter.is_whitespace() || matches!(letter, '(' | '«'))
    })
}

/// An address of the web or of mail, somewhere in a text.
pub(super) fn is_address(text: &str) -> bool {
    let is_mail = |word: &str| {
        let (name, host) = word.split_once('@').unwrap_or_default();
        name.ends_with(char::is_alphanumeric) && host.trim_end_matches(FULL_STOPS).contains('.')
    };
    text.split(char::is_whitespace).any(|word| is_web(word) || is_mail(word))
}

/// An address of the web, whatever signs stand around it.
pub(super) fn is_web(word: &str) -> bool {
    word.contains("://") || word.trim_start_matches(|letter: char| !letter.is_alphanumeric()).starts_with("www.")
}

/// `*123#`: digits and signs of a telephone's keys.
pub(super) fn is_dial_code(word: &str) -> bool {
    let code = word.trim_end_matches(FULL_STOPS);
    code.ends_with('#')
        && code.bytes().any(|byte| byte.is_ascii_digit())
        && code.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'*' | b'#'))
}

/// A word and the punctuation at its end.
pub(super) fn split_address(word: &str) -> (&str, &str) {
    let mut address = word.trim_end_matches(FULL_STOPS);
    // A bracket belongs to an address that opens it.
    while let Some(shorter) =
        address.strip_suffix(')').filter(|_| address.matches(')').count() > address.matches('(').count())
    {
        address = shorter.trim_end_matches(FULL_STOPS);
    }
    word.split_at(address.len())
}
