//! Finds addresses in the street of the place with another house number, and places in a street that no field has.

use super::{Clash, OTHER_PLACES, STREET_KINDS, Sentence};
use crate::board::Item;
use crate::check::{Passage, Token, tokenize, written_values};
use crate::path;

/// A street address found in a text.
struct Street {
    first: usize,
    last: usize,
    kind: String,
    name: Vec<String>,
    numbers: Vec<u32>,
}

pub(super) fn check(item: &Item, sentence: &Sentence<'_>) -> Option<Clash> {
    let written = find_addresses(&sentence.tokens);
    if written.is_empty() || sentence.mentions(&OTHER_PLACES) {
        return None;
    }
    let mut field_streets: Vec<(Street, String)> = Vec::new();
    let elsewhere = |value: &Passage<'_>| ![path![titolo], path![sintesi]].contains(&value.field);
    for line in written_values(item).filter(elsewhere).flat_map(|value| value.text.lines()) {
        let tokens = tokenize(line, &(0..line.len()));
        field_streets.extend(find_addresses(&tokens).into_iter().filter_map(|street| {
            let range = tokens.get(street.first)?.start..tokens.get(street.last)?.end();
            Some((street, line.get(range)?.to_owned()))
        }));
    }
    written.into_iter().find_map(|street| {
        if let Some(shown) = find_other_street(item, sentence, &street, &field_streets) {
            return sentence.clash_between(street.first, street.last, "indirizzo", shown);
        }
        let mut same = field_streets.iter().filter(|(other, _)| is_same_street(&street, other)).peekable();
        let (_, shown) = *same.peek()?;
        let fits = same.any(|(other, _)| other.numbers.iter().any(|number| street.numbers.contains(number)));
        (!fits).then(|| sentence.clash_between(street.first, street.last, "indirizzo", shown.clone())).flatten()
    })
}

/// The street of the fields if a sentence says that the activity is elsewhere: «ci trovi in via di Portonaccio 23».
fn find_other_street(
    item: &Item,
    sentence: &Sentence<'_>,
    street: &Street,
    field_streets: &[(Street, String)],
) -> Option<String> {
    const VERBS: [&str; 13] = [
        "trovi",
        "trovate",
        "siamo",
        "saremo",
        "vediamo",
        "riceviamo",
        "svolge",
        "svolgono",
        "tiene",
        "tengono",
        "vieni",
        "venite",
        "aspettiamo",
    ];
    let [.., verb, preposition] = sentence.before(street.first, 2) else { return None };
    let says_where = verb.is(&VERBS) && preposition.is(&["in"]);
    // «Ci trovi in» the old seat of news about a move.
    let (old, new) = (item.facts.before.as_deref(), item.facts.after.as_deref());
    let is_in = |text: Option<&str>| {
        let tokens = tokenize(text.unwrap_or_default(), &(0..text.map_or(0, str::len)));
        find_addresses(&tokens).iter().any(|other| is_same_street(street, other))
    };
    if says_where && is_in(old) && !is_in(new) {
        return new.map(str::to_owned);
    }
    let is_known = field_streets.iter().any(|(other, _)| is_same_street(street, other));
    // An item in several places may leave one to the text.
    let is_single = item.facts.editions().iter().all(|edition| edition.place.is_none());
    let (_, shown) = field_streets.last().filter(|_| says_where && !is_known && is_single)?;
    Some(shown.clone())
}

/// Whether two addresses name the same street, with or without a first name: «viale Marconi», «viale Guglielmo Marconi».
fn is_same_street(one: &Street, other: &Street) -> bool {
    let within = |one: &Street, other: &Street| one.name.iter().all(|word| other.name.contains(word));
    one.kind == other.kind && one.name.last() == other.name.last() && (within(one, other) || within(other, one))
}

/// Finds addresses with a house number.
fn find_addresses(tokens: &[Token<'_>]) -> Vec<Street> {
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
