//! URLs, e-mail addresses and telephone codes inside text: formatters must leave them unchanged byte for byte.

use crate::text::percent::percent_decode;

/// Punctuation that many phones take as part of a preceding URL.
pub(super) const TRAILING_PUNCTUATION: [char; 6] = ['.', ',', ';', ':', '!', '?'];

/// A link target as readers see it: `mailto:` and `tel:` removed, query dropped, percent-encoding decoded.
pub(super) fn display_address(link: &str) -> String {
    let shown = link
        .strip_prefix("mailto:")
        .map(|mail| mail.split('?').next().unwrap_or_default())
        .or(link.strip_prefix("tel:"));
    shown.map_or_else(|| link.to_owned(), percent_decode)
}

/// Whether `address` occurs in `text` on its own, not as part of a longer one.
pub(super) fn contains_standalone(text: &str, address: &str) -> bool {
    text.match_indices(address).any(|(at, _)| {
        let joins = |letter: Option<char>| {
            letter.is_some_and(|letter| {
                !letter.is_whitespace() && !matches!(letter, '(' | ')' | '«' | '»' | '.' | ',' | ';' | ':' | '!' | '?')
            })
        };
        let mut after = text.get(at + address.len()..).unwrap_or_default().chars();
        let (next, then) = (after.next(), after.next());
        let ends = !(joins(next) || next.is_some_and(|next| TRAILING_PUNCTUATION.contains(&next)) && joins(then));
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        ends && before.is_none_or(|letter| letter.is_whitespace() || matches!(letter, '(' | '«'))
    })
}

/// Whether any word of a text is a web or e-mail address.
pub(super) fn contains_address(text: &str) -> bool {
    let is_mail = |word: &str| {
        let (name, host) = word.split_once('@').unwrap_or_default();
        name.ends_with(char::is_alphanumeric) && host.trim_end_matches(TRAILING_PUNCTUATION).contains('.')
    };
    text.split(char::is_whitespace).any(|word| is_web_address(word) || is_mail(word))
}

/// Whether a word, leading punctuation ignored, is a web address: it has a scheme or begins with `www.`.
pub(super) fn is_web_address(word: &str) -> bool {
    word.contains("://") || word.trim_start_matches(|letter: char| !letter.is_alphanumeric()).starts_with("www.")
}

/// Whether a word is a telephone service code such as `*123#`.
pub(super) fn is_dial_code(word: &str) -> bool {
    let code = word.trim_end_matches(TRAILING_PUNCTUATION);
    code.ends_with('#')
        && code.bytes().any(|byte| byte.is_ascii_digit())
        && code.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'*' | b'#'))
}

/// Splits a word into the address and its trailing punctuation; a closing bracket stays if the address opens it.
pub(super) fn split_trailing_punctuation(word: &str) -> (&str, &str) {
    let mut address = word.trim_end_matches(TRAILING_PUNCTUATION);
    // As in https://example.org/a_(b): the bracket belongs to the address.
    let mut excess = address.matches(')').count().saturating_sub(address.matches('(').count());
    while excess > 0
        && let Some(shorter) = address.strip_suffix(')')
    {
        address = shorter.trim_end_matches(TRAILING_PUNCTUATION);
        excess -= 1;
    }
    word.split_at(address.len())
}
