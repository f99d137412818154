//! Addresses of sites and mailboxes in words.

use super::figures::say_figures;
use crate::locale::{Locale, key};

/// Whether a word is a host without scheme: `example.org/corsi`.
pub(super) fn is_host(word: &str) -> bool {
    let host = word.split('/').next().unwrap_or_default();
    let Some((name, last)) = host.rsplit_once('.') else { return false };
    let is_label = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || matches!(letter, '.' | '-');
    name.len() > 1
        && name.chars().all(is_label)
        && name.contains(|letter: char| letter.is_ascii_lowercase())
        && (2..=6).contains(&last.len())
        && last.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// A host or an e-mail address in words: «bacheca trattino roma punto example punto org».
pub(super) fn say_address(address: &str, locale: &Locale) -> String {
    let mut said = String::new();
    for letter in address.split('/').next().unwrap_or_default().chars() {
        let name = match letter {
            '.' => locale.text(key::spoken_dot),
            '-' => locale.text(key::spoken_dash),
            '@' => locale.text(key::spoken_at),
            letter => {
                said.push(letter);
                continue;
            }
        };
        said.extend([" ", name, " "]);
    }
    say_figures(&said, locale)
}
