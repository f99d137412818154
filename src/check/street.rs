//! Street addresses in texts.

use super::{Token, tokenize, word_lists};

word_lists! { "street.txt":
    /// Kinds of streets.
    STREET_KINDS = "street kinds";
}

/// A street address found in a text.
pub(super) struct Street {
    /// Index of its first token.
    pub(super) first: usize,
    /// Index of its last token, that of a house number.
    pub(super) last: usize,
    /// Kind of street, in small letters: «via».
    pub(super) kind: String,
    /// Capitalised words of its name, in small letters.
    pub(super) name: Vec<String>,
    /// House numbers, at least one.
    pub(super) numbers: Vec<u32>,
}

/// The streets with house numbers that an address names.
pub struct StreetAddress(Vec<Street>);

impl StreetAddress {
    /// Reads an address; one without a street and a number is the same as no other.
    ///
    /// ```
    /// use bacheca::check::StreetAddress;
    ///
    /// let [desk, course, other] = ["Viale Guglielmo Marconi 110, 00146 Roma", "viale Marconi, 110", "viale Marconi 12"]
    ///     .map(StreetAddress::new);
    /// assert!(desk.is_same(&course) && !desk.is_same(&other));
    /// ```
    #[must_use]
    pub fn new(address: &str) -> Self {
        Self(find_addresses(&tokenize(address, &(0..address.len()))))
    }

    /// Whether it names a street and a number that the other names too.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        let is_same = |one: &Street, other: &Street| {
            is_same_street(one, other) && one.numbers.iter().any(|number| other.numbers.contains(number))
        };
        self.0.iter().any(|one| other.0.iter().any(|other| is_same(one, other)))
    }
}

/// Whether two addresses name the same street, with or without a first name: «viale Marconi», «viale Guglielmo Marconi».
pub(super) fn is_same_street(one: &Street, other: &Street) -> bool {
    let within = |one: &Street, other: &Street| one.name.iter().all(|word| other.name.contains(word));
    one.kind == other.kind && one.name.last() == other.name.last() && (within(one, other) || within(other, one))
}

/// Finds addresses with a house number.
pub(super) fn find_addresses(tokens: &[Token<'_>]) -> Vec<Street> {
    let starts = tokens.iter().enumerate().filter(|(_, token)| token.is_in(&STREET_KINDS));
    starts.filter_map(|(first, token)| parse_address(tokens, first, token)).collect()
}

fn parse_address(tokens: &[Token<'_>], first: usize, kind: &Token<'_>) -> Option<Street> {
    const NAME_PARTICLES: [&str; 17] = [
        "di", "del", "dei", "della", "degli", "delle", "dello", "dell", "d", "da", "de", "e", "la", "le", "lo", "san",
        "santa",
    ];
    // Words that may follow a house number without a comma; «100 persone» is not an address.
    const FOLLOWING_WORDS: [&str; 32] = [
        "a",
        "al",
        "alla",
        "alle",
        "e",
        "ed",
        "in",
        "con",
        "per",
        "dal",
        "dalle",
        "il",
        "la",
        "ogni",
        "è",
        "si",
        "vicino",
        "presso",
        "zona",
        "municipio",
        "roma",
        "dove",
        "entro",
        "o",
        "oppure",
        "scala",
        "interno",
        "piano",
        "davanti",
        "nel",
        "nella",
        "citofono",
    ];
    let mut name: Vec<String> = Vec::new();
    let mut at = first + 1;
    loop {
        let token = tokens.get(at)?;
        if matches!(token.sign, Some(';' | ':' | '(' | ')')) {
            return None;
        }
        let counts = token.is(&["n", "nr", "num", "numero", "civico"]);
        if token.is_digits() && !name.is_empty() {
            break;
        }
        if counts && !name.is_empty() {
            at += 1;
            continue;
        }
        let named = token.text.starts_with(char::is_uppercase) || (token.is_digits() && at == first + 1);
        if !(named || token.is(&NAME_PARTICLES)) || matches!(token.sign, Some(',')) || at > first + 7 {
            return None;
        }
        if named && token.text.chars().count() > 1 {
            name.push(token.text.to_lowercase());
        }
        at += 1;
    }
    let house =
        |token: &Token<'_>| token.number().filter(|number| (1..3_000).contains(number) && !token.text.starts_with('0'));
    let mut numbers = vec![house(tokens.get(at)?)?];
    let mut last = at;
    while let Some(next) = tokens.get(last + 1).filter(|next| matches!(next.sign, Some('/' | '-')) && next.is_digits())
    {
        numbers.push(house(next)?);
        last += 1;
    }
    let goes_on =
        tokens.get(last + 1).is_none_or(|next| next.sign.is_some_and(|sign| sign != '°') || next.is(&FOLLOWING_WORDS));
    goes_on.then(|| Street { first, last, kind: kind.text.to_lowercase(), name, numbers })
}

#[cfg(test)]
mod tests {
    use super::super::tokenize;
    use super::*;

    #[test]
    fn addresses_are_found_with_their_numbers() {
        for (text, numbers) in [
            ("L'aula è in viale Marconi 110.", &[&[110][..]][..]),
            ("via Casilina, 711, Roma", &[&[711]]),
            ("via Assisi 39/A e piazza Giovanni da Verrazzano n. 7", &[&[39], &[7]]),
            ("via 4 Novembre 149", &[&[149]]),
            ("in via Roma 19 gennaio 2027", &[]),
            ("via Appia Nuova 100 persone", &[]),
            ("un corso per 12 persone, via mail 5", &[]),
            ("via Roma alle 10:30", &[]),
            ("via Tiburtina 73/75", &[&[73, 75]]),
        ] {
            let tokens = tokenize(text, &(0..text.len()));
            let found: Vec<Vec<u32>> = find_addresses(&tokens).into_iter().map(|street| street.numbers).collect();
            assert_eq!(found, numbers, "{text}");
        }
    }
}
