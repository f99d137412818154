//! Finds addresses in the street of the place with another house number, and places in a street that no field has.

use super::{Clash, OTHER_PLACES, Sentence};
use crate::board::Item;
use crate::check::street::{Street, find_addresses, is_same_street};
use crate::check::{Passage, tokenize, written_values};
use crate::path;

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
