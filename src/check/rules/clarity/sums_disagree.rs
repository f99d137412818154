//! Finds totals that differ from the sum of their parts: instalments, places of editions, counts.

mod percentages;

use std::ops::Range;

use crate::board::{Board, Item};
use crate::check::{
    Check, CheckFunction, Findings, Passage, Prose, Token, near_after, near_before, tokenize, word_lists,
};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{Money, number_in_words};
use crate::path;

word_lists! { "sums_disagree.txt":
    /// Units counted in parts.
    UNITS = "units";
    /// Words before a number that is not a part: a time, an age, a share.
    OTHER_NUMBERS = "other numbers";
}

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "sums-disagree",
        severity: Severity::Warning,
        group: RuleGroup::Clarity,
        summary: text("le parti fanno il totale", "parts make their total"),
        explanation: text(
            "Le rate non danno il prezzo, i posti delle edizioni non danno il totale, le voci non fanno la somma («30 posti: 12 al mattino e 10 la sera»): uno dei numeri è sbagliato, o manca una parte.",
            "Instalments do not make the price, places of editions do not make the total, entries do not add up («30 places: 12 in the morning and 10 in the evening»): one of the numbers is wrong, or a part is missing.",
        ),
        wrong: "costo: {tipo: a pagamento, importo: 2.300, agevolazione: gratis per 5 persone}\n---\nSi paga in 12 rate da 199 euro.",
        right: "costo: {tipo: a pagamento, importo: 2.388, agevolazione: gratis per 5 persone}\n---\nSi paga in 12 rate da 199 euro.",
        origin: "linee guida del canale, paragrafo 5, criterio «Chiarezza delle informazioni»",
    },
    function: CheckFunction::Prose(check),
};

fn check(_: &Board, item: &Item, prose: &Prose<'_>, findings: &mut Findings<'_>) {
    for passage in prose.passages() {
        check_instalments(item, &passage, findings);
        percentages::check(item, &passage, findings);
    }
    for (passage, sentence) in prose.sentences() {
        check_sentence(item, &passage, &sentence.range, findings);
    }
    check_seats(item, findings);
    check_counts(item, findings);
}

/// Compares «12 comode rate da 199 euro» with the price.
fn check_instalments(item: &Item, passage: &Passage<'_>, findings: &mut Findings<'_>) {
    let Some(price) = item.facts.cost.value().and_then(|cost| cost.amount) else { return };
    for (at, _) in passage.text.match_indices("rate ") {
        // The prose has spaces in place of markup.
        let rest = near_after(passage.text, at + 5);
        let Some(rest) = rest.trim_start().strip_prefix("da ") else { continue };
        let rest = rest.trim_start_matches(['€', ' ']);
        let words = 5 + near_after(passage.text, at + 5).len() - rest.len();
        let mut near = near_before(passage.text, at).split_whitespace().rev().take(3);
        let Some(number) =
            near.find_map(|word| word.parse::<i64>().ok().or_else(|| number_in_words(word).map(i64::from)))
        else {
            continue;
        };
        let amount: String = rest.chars().take_while(|c| c.is_ascii_digit() || matches!(c, '.' | ',')).collect();
        let Some(Money(each)) = Money::parse(amount.trim_end_matches(['.', ','])) else { continue };
        let Some(product) = number.checked_mul(each).map(Money) else { continue };
        if product == price {
            continue;
        }
        let (each, product, price) = (Money(each).to_italian(), product.to_italian(), price.to_italian());
        findings
            .report_in_passage(
                &item.document,
                passage,
                at..at + words + amount.len(),
                localized!(
                    "{number} rate da {each} fanno {product}, non {price}",
                    "{number} instalments of {each} make {product}, not {price}"
                ),
                localized!("controlla il prezzo e le rate", "check price and instalments"),
            )
            .ask(localized!(
                "{number} rate da {each} fanno {product}, ma il costo è {price}: quale cifra è giusta?",
                "{number} instalments of {each} make {product}, but the cost is {price}: which sum is right?"
            ));
    }
}

/// Compares the places of all editions with the total places.
fn check_seats(item: &Item, findings: &mut Findings<'_>) {
    let editions = item.facts.editions();
    let (Some(total), true) = (item.facts.seats, editions.len() > 1) else { return };
    let parts: Vec<u64> = editions.iter().filter_map(|edition| Some(u64::from(edition.seats?.maximum))).collect();
    let (sum, total) = (parts.iter().sum::<u64>(), u64::from(total.maximum));
    if parts.len() == editions.len() && sum != total {
        findings
            .report_at_field(
                item,
                path![posti],
                localized!("le edizioni hanno {sum} posti, non {total}", "the editions have {sum} places, not {total}"),
                localized!("correggi il totale o le parti", "correct the total or the parts"),
            )
            .ask(localized!("I posti in tutto sono {total} o {sum}?", "Are there {total} places in all, or {sum}?"));
    }
}

/// Compares the count called «totale» of a news item with the other counts.
fn check_counts(item: &Item, findings: &mut Findings<'_>) {
    let is_total = |item: &str| {
        let item = item.to_lowercase();
        item.contains("total") || item.contains("in tutto") || item.contains("complessiv")
    };
    let counts = &item.facts.counts;
    let mut totals = counts.iter().enumerate().filter(|(_, count)| is_total(&count.item));
    let (Some((index, total)), None) = (totals.next(), totals.next()) else { return };
    let others: Vec<u64> =
        counts.iter().filter(|count| !is_total(&count.item)).map(|count| u64::from(count.number)).collect();
    let (sum, total) = (others.iter().sum::<u64>(), u64::from(total.number));
    if others.len() >= 2 && sum != total {
        findings.report_at_field(
            item,
            path![conteggi[index]],
            localized!("le voci fanno {sum}, non {total}", "the entries make {sum}, not {total}"),
            localized!("controlla i numeri alla fonte", "check the numbers at the source"),
        );
    }
}

/// A total and its parts, and their range of tokens.
#[derive(Debug, PartialEq, Eq)]
struct Parts {
    first: usize,
    last: usize,
    total: u64,
    parts: Vec<u64>,
}

/// Checks totals in a sentence: «30 posti: 12 al mattino, 10 al pomeriggio e 6 la sera»; «100 ore di aula e 200 di stage,
/// in tutto 320».
fn check_sentence(item: &Item, passage: &Passage<'_>, range: &Range<usize>, findings: &mut Findings<'_>) {
    let counts = |text: &str| {
        let digits = text.bytes().any(|byte| byte.is_ascii_digit());
        let sign = memchr::memchr2(b':', b'=', text.as_bytes()).is_some();
        sign || (digits && (text.contains("di cui") || text.contains("dei quali") || text.contains("delle quali")))
            || (digits && (text.contains("totale di") || text.contains("in tot") || text.contains("in tutto")))
    };
    if !passage.text.get(range.clone()).is_some_and(counts) {
        return;
    }
    let tokens = tokenize(passage.text, range);
    let read = parse_equation(&tokens)
        .or_else(|| parse_product(&tokens))
        .or_else(|| parse_announced_total(&tokens))
        .or_else(|| parse_final_total(&tokens))
        .or_else(|| parse_excessive_part(&tokens));
    let Some(Parts { first, last, total, parts }) = read else { return };
    let sum: u64 = parts.iter().sum();
    let (Some(first), Some(last)) = (tokens.get(first), tokens.get(last)) else { return };
    if sum == total {
        return;
    }
    let message = if parts.len() == 1 {
        localized!("{sum} è più di {total}", "{sum} is more than {total}")
    } else {
        let parts = join_parts(&parts);
        localized!("{parts} fa {sum}, non {total}", "{parts} makes {sum}, not {total}")
    };
    findings
        .report_in_passage(
            &item.document,
            passage,
            first.start..last.end(),
            message,
            localized!(
                "controlla il totale e le parti, o aggiungi quella che manca",
                "check the total and its parts, or add the one that is missing"
            ),
        )
        .ask(localized!(
            "Le parti fanno {sum}, ma il totale dice {total}: quale numero è giusto?",
            "The parts make {sum}, but the total says {total}: which number is right?"
        ));
}

/// The parts of a total for a message: «12 + 10», or «800 × 12» of equal ones.
fn join_parts(parts: &[u64]) -> String {
    match parts {
        [first, rest @ ..] if rest.len() > 3 && rest.iter().all(|part| part == first) => {
            format!("{first} × {}", parts.len())
        }
        _ => parts.iter().map(ToString::to_string).collect::<Vec<_>>().join(" + "),
    }
}

/// Reads an equation: «450 + 100 + 400 = 900».
fn parse_equation(tokens: &[Token<'_>]) -> Option<Parts> {
    let last = tokens.iter().position(|token| token.sign == Some('=') && token.is_digits())?;
    let total = u64::from(tokens.get(last)?.number()?);
    let mut first = last.checked_sub(1)?;
    let mut parts = vec![u64::from(tokens.get(first)?.number()?)];
    while tokens.get(first).is_some_and(|token| token.sign == Some('+')) {
        first = first.checked_sub(1)?;
        parts.push(u64::from(tokens.get(first)?.number()?));
    }
    parts.reverse();
    (parts.len() >= 2).then_some(Parts { first, last, total, parts })
}

/// Reads a product: «800 € × 12 = 9.000 €», «20 x 5 = 120».
fn parse_product(tokens: &[Token<'_>]) -> Option<Parts> {
    let last = tokens.iter().position(|token| token.sign == Some('=') && token.is_digits())?;
    let total = u64::from(tokens.get(last)?.number()?);
    let is_euro = |token: &&Token<'_>| token.is(&["euro", "€"]);
    let numbers: Vec<usize> = (0..last).filter(|index| tokens.get(*index).is_some_and(Token::is_digits)).collect();
    let [first, second] = numbers[..] else { return None };
    let (one, two) = (tokens.get(first)?, tokens.get(second)?);
    let between: Vec<&Token<'_>> = tokens.get(first + 1..second)?.iter().filter(|token| !is_euro(token)).collect();
    let behind = tokens.get(second + 1..last)?.iter().all(|token| is_euro(&token) || token.is(&["mesi", "ore"]));
    let times = match between[..] {
        [] => {
            matches!(two.sign, Some('×' | '*'))
                || tokens.get(second - 1).is_some_and(|token| matches!(token.sign, Some('×' | '*')))
        }
        [by] => by.is(&["x", "per", "×"]),
        _ => false,
    };
    let (one, two) = (u64::from(one.number()?), u64::from(two.number()?));
    (times && behind && two <= 60).then(|| Parts {
        first,
        last,
        total,
        parts: vec![one; usize::try_from(two).unwrap_or_default()],
    })
}

/// Reads a part that is more than its total: «70 ore, di cui 80 di osservazione».
fn parse_excessive_part(tokens: &[Token<'_>]) -> Option<Parts> {
    let which = tokens
        .windows(2)
        .position(|two| matches!(two, [of, which] if of.is(&["di", "dei", "delle"]) && which.is(&["cui", "quali"])))?;
    let unit = which.checked_sub(1).filter(|unit| tokens.get(*unit).is_some_and(|token| token.is_in(&UNITS)))?;
    let first = unit.checked_sub(1)?;
    let total = u64::from(number_of(tokens.get(first)?)?);
    let last = which + 2;
    let part = u64::from(number_of(tokens.get(last)?)?);
    let other_unit = tokens
        .get(last + 1)
        .is_some_and(|next| next.sign.is_none() && (next.is_month() || next.is(&["anni", "euro", "mesi"])));
    (part > total && !other_unit).then(|| Parts { first, last, total, parts: vec![part] })
}

/// Reads a total, a colon and its parts alone: «30 posti: 12 al mattino e 10 la sera».
fn parse_announced_total(tokens: &[Token<'_>]) -> Option<Parts> {
    let colon = tokens.iter().position(|token| token.sign == Some(':'))?;
    let mut totals = (0..colon).filter(|index| tokens.get(*index).is_some_and(|token| number_of(token).is_some()));
    let (first, None) = (totals.next()?, totals.next()) else { return None };
    let total = u64::from(number_of(tokens.get(first)?)?);
    let unit = tokens.get(..colon)?.iter().find(|token| token.is_in(&UNITS))?;
    find_parts(tokens, colon..tokens.len(), unit.text, total).map(|(last, parts)| Parts { first, last, total, parts })
}

/// Reads parts followed by their total: «100 ore di aula e 200 di stage, in tutto 320».
fn parse_final_total(tokens: &[Token<'_>]) -> Option<Parts> {
    let last = tokens.iter().enumerate().find_map(|(index, token)| {
        let before = index.checked_sub(2).and_then(|from| tokens.get(from..index))?;
        let follows_total = matches!(before, [one, two] if (one.is(&["in"]) && two.is(&["tutto", "totale"])) || (one.is(&["totale"]) && two.is(&["di"])));
        (follows_total && token.is_digits()).then_some(index)
    })?;
    let total = u64::from(tokens.get(last)?.number()?);
    let end = last - 2;
    let unit = tokens.get(..end)?.iter().find(|token| token.is_in(&UNITS))?;
    let first = tokens.iter().position(|token| number_of(token).is_some())?;
    let (_, parts) = find_parts(tokens, first..end, unit.text, total)?;
    Some(Parts { first, last, total, parts })
}

/// The value of a number; «sei» and «una» are excluded, because they are usually other words.
fn number_of(token: &Token<'_>) -> Option<u32> {
    if token.is(&["sei", "uno"]) { None } else { token.number() }
}

/// Parts of a total: at least two, of the same unit, none of them a time, a date, an age or a share.
fn find_parts(tokens: &[Token<'_>], range: Range<usize>, unit: &str, total: u64) -> Option<(usize, Vec<u64>)> {
    let (mut parts, mut last) = (Vec::new(), range.start);
    for index in range {
        let token = tokens.get(index)?;
        let next = tokens.get(index + 1);
        let starts = parts.is_empty()
            || matches!(token.sign, Some(',' | ';' | '+'))
            || tokens
                .get(index.checked_sub(1)?)
                .is_some_and(|before| before.is(&["e", "ed", "più", "poi", "altri", "altre"]));
        let one = starts && token.is(&["un", "una", "uno"]) && next.is_some_and(|next| next.sign.is_none());
        let Some(number) = number_of(token).or(one.then_some(1)).or_else(|| token.number().filter(|_| starts)) else {
            if token.is_digits()
                || (token.is_in(&OTHER_NUMBERS)
                    && !token.text.eq_ignore_ascii_case(unit)
                    && tokens.get(index + 1).is_some_and(Token::is_digits))
            {
                return None;
            }
            continue;
        };
        let other_unit = next.is_some_and(|next| {
            next.is_month()
                || next.is(&["anni", "mesi", "settimane", "giorni", "minuti"])
                || (next.is_in(&UNITS) && !next.text.eq_ignore_ascii_case(unit))
        });
        let product = next.is_some_and(|next| next.is(&["per"])) && tokens.get(index + 2).is_some_and(Token::is_digits);
        let before = index.checked_sub(1).and_then(|before| tokens.get(before));
        let follows_time_word = before
            .is_some_and(|before| before.is_in(&OTHER_NUMBERS) && !before.text.eq_ignore_ascii_case(unit))
            && !starts;
        if !starts || other_unit || product || follows_time_word || u64::from(number) >= total {
            return None;
        }
        // «72 a Roma e 16 in ognuna delle altre tre province».
        let each = tokens.get(index..(index + 5).min(tokens.len())).unwrap_or_default();
        if let Some(each) = each.iter().position(|token| token.starts_with_any(&["ognun", "ciascun"])) {
            let times = tokens.get(index + each + 1..)?.iter().position(|token| number_of(token).is_some())?;
            let times = index + each + 1 + times;
            let count = number_of(tokens.get(times)?)?;
            if parts.is_empty() || times + 3 < tokens.len() || count > 20 {
                return None;
            }
            parts.extend(std::iter::repeat_n(u64::from(number), count as usize));
            return Some((times, parts));
        }
        parts.push(u64::from(number));
        last = index;
    }
    (parts.len() >= 2).then_some((last, parts))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals_and_their_parts_are_read_in_sentences() {
        let read = |text: &str| {
            let tokens = tokenize(text, &(0..text.len()));
            let parts = parse_equation(&tokens)
                .or_else(|| parse_product(&tokens))
                .or_else(|| parse_excessive_part(&tokens))
                .or_else(|| parse_announced_total(&tokens))
                .or_else(|| parse_final_total(&tokens))?;
            Some((parts.total, parts.parts))
        };
        for (text, total, parts) in [
            ("Sono trenta posti: 12 al mattino, 10 al pomeriggio e 6 la sera.", 30, &[12, 10, 6][..]),
            ("Le 1.000 ore sono divise: 450 di teoria, 100 di laboratorio e 400 di tirocinio", 1_000, &[450, 100, 400]),
            ("100 ore d'aula e 200 di stage, in tutto 320", 320, &[100, 200]),
            ("450 + 100 + 400 = 900", 900, &[450, 100, 400]),
            ("130 posti: 72 a Roma e 16 in ognuna delle altre tre province", 130, &[72, 16, 16, 16]),
            ("3.000 € x 3 = 9.500 €", 9_500, &[3_000, 3_000, 3_000]),
            ("20 × 2 = 50", 50, &[20, 20]),
            ("70 ore, di cui 80 di osservazione", 70, &[80]),
            ("Cerchiamo quattro persone: due cuochi e un lavapiatti.", 4, &[2, 1]),
            ("Cerchiamo 4 persone: 2 per la mattina e 1 per la notte.", 4, &[2, 1]),
        ] {
            assert_eq!(read(text), Some((total, parts.to_vec())), "{text}");
        }
        for text in [
            "60 ore: 20 incontri di 3 ore",
            "Quattro incontri: 12, 19 e 26 gennaio e 2 febbraio",
            "12 posti: chiama il 06 5550 0181",
            "Due incontri: alle 9 e alle 11",
            "30 posti, di cui 10 per donne",
            "70 ore, di cui 40 in aula",
            "12 posti, dei quali 20 anni fa ce n'erano due",
            "3 lezioni: dalle 9 alle 10, dalle 10 alle 11",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
