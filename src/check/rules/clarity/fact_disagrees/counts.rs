//! Compares numbers of places, weekly hours, homes and months.

use super::{Clash, HIRING_VERBS, OTHER_MONTHS, OTHER_WEEKLY_HOURS, PARTS_OF_PLACES, Sentence, Token};
use crate::board::Item;
use crate::check::tokenize;
use crate::model::{Kind, PartialDate};

pub(super) fn check(item: &Item, sentence: &Sentence<'_>) -> Vec<Clash> {
    [
        check_weekly_hours(item, sentence),
        check_places(item, sentence),
        check_homes(item, sentence),
        check_months(item, sentence),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Compares «25 ore settimanali» with `contratto.ore_settimana`.
fn check_weekly_hours(item: &Item, sentence: &Sentence<'_>) -> Option<Clash> {
    let contracts = item.facts.contracts().iter();
    let known: Vec<f64> = contracts.filter_map(|contract| contract.weekly_hours.map(f64::from)).collect();
    let hours = *known.first()?;
    let at = sentence.tokens.iter().enumerate().find_map(|(index, token)| {
        let number = index.checked_sub(1)?;
        let is_weekly = match (sentence.token(index + 1), sentence.token(index + 2)) {
            (Some(next), _) if next.is(&["settimanali"]) => true,
            (Some(next), Some(week)) => next.is(&["a", "alla", "la", "per", "ogni"]) && week.is(&["settimana"]),
            _ => false,
        };
        (token.is(&["ore"]) && is_weekly).then_some(number)
    })?;
    let number = sentence.token(at)?;
    let range = matches!(number.sign, Some('-' | '–' | '/'))
        || sentence
            .before(at, 1)
            .iter()
            .any(|token| token.is(&["fino", "almeno", "a", "ai", "alle", "e", "o", "tra", "fra"]));
    let written = f64::from(number.number()?);
    if range || known.iter().any(|hours| (written - hours).abs() < 1.0) || sentence.mentions(&OTHER_WEEKLY_HOURS) {
        return None;
    }
    sentence.clash_between(at, at + 1, "ore_settimana", hours.to_string())
}

/// Compares «Posti disponibili: 12» or «cerchiamo quattro persone» with `posti`.
fn check_places(item: &Item, sentence: &Sentence<'_>) -> Option<Clash> {
    let facts = &item.facts;
    let edition_seats = || facts.editions().iter().filter_map(|edition| edition.seats);
    let shown = facts.seats.or_else(|| edition_seats().next())?.maximum;
    let edition_sum = edition_seats().map(|seats| seats.maximum).fold(0, u32::saturating_add);
    let all = facts.seats.map_or(edition_sum, |seats| seats.maximum.max(edition_sum));
    let (first, last) = find_places(item, sentence, all)?;
    let mut field_seats: Vec<u32> = facts
        .seats
        .into_iter()
        .chain(edition_seats())
        .flat_map(|seats| [Some(seats.maximum), seats.minimum])
        .flatten()
        .collect();
    field_seats.push(edition_sum);
    field_seats.extend(facts.counts.iter().map(|count| count.number));
    // «2 cuochi e 1 lavapiatti» are three places.
    let numbers: Vec<u32> = sentence.tokens.iter().filter_map(Token::number).collect();
    let sum = numbers.iter().fold(0, |sum: u32, number| sum.saturating_add(*number));
    if field_seats.contains(&sum)
        || numbers.iter().any(|number| field_seats.contains(number))
        || sentence.mentions(&PARTS_OF_PLACES)
    {
        return None;
    }
    sentence.clash_between(first, last, "posti", shown.to_string())
}

/// Beginnings of words for rooms, whose seats are not the places of a course.
const ROOMS: [&str; 5] = ["sala", "teatr", "auditor", "parchegg", "palazz"];

/// First and last token that state the number of places; `all` are those of the fields.
fn find_places(item: &Item, sentence: &Sentence<'_>, all: u32) -> Option<(usize, usize)> {
    sentence.tokens.iter().enumerate().find_map(|(index, token)| {
        let number = |at: usize| sentence.token(at).is_some_and(|token| token.number().is_some());
        if token.is(&["posti"]) {
            if let Some(before) = index.checked_sub(1).filter(|before| number(*before) && token.sign.is_none()) {
                // «12 posti per donne» and «12 posti nella sede di Ostia» are a part of all places.
                let next = sentence.token(index + 1).filter(|next| next.sign.is_none());
                let is_total = sentence.token(index + 2).is_some_and(|token| token.is(&["tutto", "totale"]));
                let some = next.is_some_and(|next| {
                    next.is(&["per", "a", "ai", "agli", "alle", "alla", "al", "in", "nel", "nella", "su"])
                });
                // A part is never more than all: «71 posti in 10 progetti» of 70.
                let over = sentence.token(before).and_then(Token::number).is_some_and(|part| part > all)
                    && next.is_some_and(|next| next.is(&["in", "per", "nei", "nelle"]));
                let in_a_room = sentence.before(index, 6).iter().any(|token| token.starts_with_any(&ROOMS));
                return ((is_total || !some || over) && !in_a_room).then_some((before, index));
            }
            // «I posti sono trenta», «posti disponibili: 12».
            let between = |token: &&Token<'_>| token.is(&["disponibili", "sono", "in", "tutto", "totali"]);
            let skipped = sentence.tokens.get(index + 1..)?.iter().take_while(between).count();
            let at = index + 1 + skipped;
            return (number(at) && (skipped > 0 || sentence.token(at)?.sign == Some(':'))).then_some((index, at));
        }
        let hires = item.kind() == Kind::Job && token.is_in(&HIRING_VERBS);
        if hires
            && number(index + 1)
            && sentence.token(index + 2).is_some_and(|what| what.sign.is_none() && !what.is_month())
        {
            return Some((index, index + 2));
        }
        let people = token.is(&["persone", "partecipanti", "iscritti", "studenti"]) && token.sign.is_none();
        let before = index.checked_sub(1).filter(|before| people && number(*before))?;
        let most =
            before.checked_sub(1).filter(|most| sentence.token(*most).is_some_and(|token| token.is(&["massimo"])))?;
        Some((most, index))
    })
}

/// Compares «Dodici alloggi» with `alloggi`.
fn check_homes(item: &Item, sentence: &Sentence<'_>) -> Option<Clash> {
    let homes = item.facts.homes?;
    let at = sentence.tokens.iter().position(|token| token.is(&["alloggi"]) && token.sign.is_none())?.checked_sub(1)?;
    let numbers: Vec<u32> = sentence.tokens.iter().filter_map(Token::number).collect();
    let number = sentence.token(at)?.number()?;
    if numbers.contains(&homes) || number < 2 || sentence.mentions(&PARTS_OF_PLACES) {
        return None;
    }
    sentence.clash_between(at, at + 1, "alloggi", homes.to_string())
}

/// Compares «Contratto di 6 mesi» with `contratto.durata`, and «il progetto dura due anni» with its dates.
fn check_months(item: &Item, sentence: &Sentence<'_>) -> Option<Clash> {
    let facts = &item.facts;
    let (field, value, known) = match item.kind() {
        Kind::Job => {
            // Of several contracts the text may mean any.
            let [contract] = facts.contracts() else { return None };
            let text = contract.duration.as_deref().unwrap_or_default();
            let tokens = tokenize(text, &(0..text.len()));
            let is_stated =
                parse_duration(&tokens, 0).filter(|(_, behind)| *behind == tokens.len()).map(|(months, _)| months);
            let counted = contract.start.zip(contract.end).map(|(start, end)| months_between(start, end));
            let shown = if is_stated.is_some() { text.to_owned() } else { format!("{}", counted?) };
            ("durata", shown, [is_stated, counted])
        }
        Kind::Project => {
            let counted = facts.start.value().zip(facts.end.value()).map(|(start, end)| months_between(*start, *end));
            ("durata_mesi", facts.months.or(counted)?.to_string(), [facts.months, counted])
        }
        _ => return None,
    };
    let subject_words: &[&str] = if item.kind() == Kind::Job { &["contratt", "assunzion"] } else { &["progett"] };
    for (index, token) in sentence.tokens.iter().enumerate() {
        let Some((months, behind)) = parse_duration(&sentence.tokens, index) else { continue };
        let before = sentence.before(index, 6);
        let lasts = before.iter().any(|token| token.starts_with_any(&["dur"]) || token.is(&["di", "da", "per"]));
        let is_duration =
            token.sign.is_none() && lasts && before.iter().any(|token| token.starts_with_any(subject_words));
        // A difference of one month comes from inclusive and exclusive counts.
        let fits = known
            .iter()
            .flatten()
            .any(|known| known.abs_diff(months) <= u32::from(*known != months && item.kind() == Kind::Project));
        let denied = sentence.tokens.iter().any(|token| token.is(&["non", "se"]));
        if !is_duration || fits || denied || sentence.mentions(&OTHER_MONTHS) {
            return None;
        }
        return sentence.clash_between(index, behind - 1, field, value);
    }
    None
}

/// Months from the first to the last day, both included.
fn months_between(start: PartialDate, end: PartialDate) -> u32 {
    use chrono::Datelike;
    let (first, last) = (start.first_day(), end.last_day());
    let after = last.succ_opt().unwrap_or(last);
    let months =
        (i64::from(after.year()) - i64::from(first.year())) * 12 + i64::from(after.month()) - i64::from(first.month());
    u32::try_from(months).unwrap_or_default()
}

/// Reads a duration («6 mesi», «un anno», «un anno e mezzo»): months, and the index after its last token.
fn parse_duration(tokens: &[Token<'_>], at: usize) -> Option<(u32, usize)> {
    let token = tokens.get(at)?;
    let number = if token.is(&["un"]) { 1 } else { token.number().filter(|number| *number <= 120)? };
    let unit = tokens.get(at + 1).filter(|unit| unit.sign.is_none())?;
    if unit.is(&["mese", "mesi"]) {
        return Some((number, at + 2));
    }
    if !unit.is(&["anno", "anni"]) {
        return None;
    }
    let half = tokens.get(at + 2).is_some_and(|token| token.is(&["e"]))
        && tokens.get(at + 3).is_some_and(|token| token.is(&["mezzo"]));
    Some(if half { (number * 12 + 6, at + 4) } else { (number * 12, at + 2) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_converted_to_months() {
        for (text, months) in [
            ("6 mesi", Some(6)),
            ("un anno", Some(12)),
            ("un anno e mezzo", Some(18)),
            ("due anni", Some(24)),
            ("3 settimane", None),
        ] {
            let tokens = tokenize(text, &(0..text.len()));
            assert_eq!(parse_duration(&tokens, 0).map(|(months, _)| months), months, "{text}");
        }
    }
}
