//! What an offer costs or pays, how many it takes, how long it lasts, under which contract.

pub(super) mod cost;
pub(super) mod help;
pub(super) mod job;

use std::ops::Range;

use serde_json::{Value as Json, json};

use super::facts::Facts;
use super::lines::Unit;
use crate::check::{Amount, Token, find_amounts, word_lists};
use crate::model::{Kind, Money};

word_lists! { "intake_offers.txt":
    /// Phrases that say that it is free.
    FREE = "free";
    /// Words of what is free besides the offer itself.
    FREE_BESIDES = "free besides";
    /// Phrases that deny that it is free, or set a condition.
    NOT_FREE = "not free";
    /// Phrases that say that one gives back a part of a later income.
    DEFERRED = "deferred";
    /// Phrases that say that one gives what one likes.
    OFFERING = "offering";
    /// Words of a price.
    PRICE = "price";
    /// Words of a small fee.
    FEES = "fees";
    /// What a fee is for.
    PURPOSES = "purposes";
    /// Words of a sentence about a discount, an aid or a payment by others.
    AID = "aid";
    /// Words of a sentence about money that the reader receives, or another sum.
    RECEIVED = "received";
    /// Words of a sentence about pay.
    PAY = "pay";
    /// Words of a sentence about money that another receives.
    PAY_OF_OTHERS = "pay of others";
    /// Words behind a sum for how often it is paid.
    PERIODS = "periods";
    /// Kinds of contract.
    CONTRACTS = "contracts";
    /// Phrases for working time.
    SCHEDULES = "schedules";
    /// Phrases that say that a contract may go on.
    RENEWABLE = "renewable";
    /// Words for places of a course or positions of a job.
    SEATS = "seats";
    /// Words of a sentence about some of the places or about those that were.
    PARTS_OF_SEATS = "parts of seats";
    /// Forms of help with housing.
    HOUSING = "housing";
    /// Legal acts.
    ACTS = "acts";
}

/// A sum of a sentence with its bytes.
struct Sum {
    money: Money,
    range: Range<usize>,
}

/// An amount as the field has it: a number, a text if it has cents.
fn amount_json(money: Money) -> Json {
    if money.0 % 100 == 0 { json!(money.0 / 100) } else { json!(format!("{},{:02}", money.0 / 100, money.0 % 100)) }
}

fn sums(unit: &Unit<'_>) -> Vec<Sum> {
    let range = |amount: &Amount| {
        let (first, last) = (unit.tokens.get(amount.first)?, unit.tokens.get(amount.behind.checked_sub(1)?)?);
        Some(Sum { money: amount.money, range: first.start..last.end() })
    };
    find_amounts(&unit.tokens).iter().filter_map(range).collect()
}

/// At most `count` words before a byte of the message, in order.
fn words_before(unit: &Unit<'_>, at: usize, count: usize) -> String {
    let mut words: Vec<&str> = unit.before(at).split_whitespace().rev().take(count).collect();
    words.reverse();
    words.join(" ")
}

/// At most `count` words from a byte of the message on.
fn words_after(unit: &Unit<'_>, at: usize, count: usize) -> String {
    unit.after(at).split_whitespace().take(count).collect::<Vec<_>>().join(" ")
}

/// Reads numbers of places, hours in all and, for housing, of homes.
pub(super) fn read_numbers(units: &[Unit<'_>], kind: Kind, facts: &mut Facts) {
    let mut seats: Vec<(u32, Range<usize>)> = Vec::new();
    let mut hours: Vec<(u32, Range<usize>, bool)> = Vec::new();
    for unit in units {
        let tokens = &unit.tokens;
        for (index, token) in tokens.iter().enumerate() {
            let Some(number) =
                token.number().filter(|number| (1..5_000).contains(number) && !token.text.starts_with('0'))
            else {
                continue;
            };
            let (before, next) = (
                index.checked_sub(1).and_then(|at| tokens.get(at)),
                tokens.get(index + 1).filter(|next| next.sign.is_none()),
            );
            let lead = words_before(unit, token.start, 4).to_lowercase();
            let range = token.start..next.map_or(token.end(), Token::end);
            let some = PARTS_OF_SEATS.is_in_words(unit.text)
                || before.is_some_and(|before| matches!(token.sign, Some('-' | '/')) && before.is_digits());
            if is_seats(unit, index, kind, &lead) && !some {
                seats.push((number, range.clone()));
            }
            let of_clock = tokens.get(index + 2).is_some_and(|time| time.is_digits() && time.sign.is_none());
            if !of_clock
                && next.is_some_and(|next| next.is(&["ore", "hours"]))
                && number < 3_000
                && kind == Kind::Training
            {
                let after = words_after(unit, next.map_or(token.end(), Token::end), 3).to_lowercase();
                let weekly = [
                    "settiman",
                    "al giorno",
                    "a sett",
                    "al mese",
                    "ciascun",
                    "l'uno",
                    "prima",
                    "di stage",
                    "di tirocinio",
                    "di pratica",
                    "tra aula",
                    "in aula",
                    "di aula",
                    "di lezione e",
                    "di teoria",
                    "d'aula",
                    "ognun",
                ]
                .iter()
                .any(|word| after.contains(word));
                let part = weekly
                    || [
                        "lezioni da",
                        "incontri da",
                        "volte",
                        "ogni",
                        "alle",
                        "dalle",
                        "di cui",
                        "quasi",
                        "circa",
                        "almeno",
                        "lezioni di",
                        "incontri di",
                        "minimo",
                        "incontro di",
                        "lezione di",
                        " e ",
                    ]
                    .iter()
                    .any(|word| format!("{lead} ").contains(word));
                let total = unit.is_about("ore_totali")
                    || ["total", "durata", "dura", "complessiv", "in tutto", "corso di", "percorso di"]
                        .iter()
                        .any(|word| lead.contains(word) || after.contains(word));
                if (!part || total) && !weekly && !PARTS_OF_SEATS.is_in_words(&lead) && !some {
                    hours.push((number, range.clone(), total || number >= 10));
                }
            }
            let home = next.is_some_and(|next| next.is(&["case", "alloggi", "appartamenti"]));
            if kind == Kind::Housing && home && !facts.has("alloggi") {
                facts.set("alloggi", number, range);
            }
        }
    }
    take_number("posti", seats, facts);
    let parted = units.iter().any(|unit| unit.text.contains("hanno preso") || unit.text.contains("si è chiuso"));
    let hours: Vec<(u32, Range<usize>)> =
        hours.into_iter().filter(|(.., sure)| *sure && !parted).map(|(number, range, _)| (number, range)).collect();
    // «488 ore: 128 di aula e 360 di stage»: the first, if the others make it.
    let rest: u32 = hours.iter().skip(1).map(|(number, _)| *number).fold(0, u32::saturating_add);
    match hours.first() {
        Some((total, range)) if rest == *total => facts.set("ore_totali", *total, range.clone()),
        _ => take_number("ore_totali", hours, facts),
    }
}

/// Whether a number counts places of a course or positions of a job.
fn is_seats(unit: &Unit<'_>, index: usize, kind: Kind, lead: &str) -> bool {
    let next = unit.tokens.get(index + 1).filter(|next| next.sign.is_none());
    let counted = next.is_some_and(|next| SEATS.matches(next.text));
    let places = next.is_some_and(|next| next.is(&["posti", "places", "posizioni"]));
    let limits = ["massimo", "max", "numero chiuso", "fino a"].iter().any(|word| lead.contains(word));
    let labelled = unit.is_about("posti") && index <= 3;
    let hires = kind == Kind::Job
        && [
            "cerca",
            "cerchiamo",
            "assume",
            "assumiamo",
            "ricerca",
            "seleziona",
            "cercano",
            "assumono",
            "n.",
            "selezioniamo",
        ]
        .iter()
        .any(|word| lead.split_whitespace().next_back() == Some(word));
    let of_course = kind == Kind::Training
        && counted
        && lead
            .split_whitespace()
            .next_back()
            .is_some_and(|word| matches!(word, "per" | "a" | "massimo" | "max" | "solo" | "sole"));
    let titled = places && matches!(kind, Kind::Job | Kind::Training);
    let behind = unit.tokens.get(index.wrapping_sub(1)).is_some_and(|token| token.is(&["posti"]))
        && unit.tokens.get(index).is_some_and(|token| matches!(token.sign, None | Some('(' | ':')))
        && kind != Kind::Event;
    labelled || behind || titled || limits && counted || hires && next.is_some() || of_course
}

/// Takes a number if all readings agree.
fn take_number(key: &'static str, found: Vec<(u32, Range<usize>)>, facts: &mut Facts) {
    let Some((number, range)) = found.first() else { return };
    if found.iter().all(|(other, _)| other == number) {
        facts.set(key, *number, range.clone());
    } else {
        facts.doubt(key, found.into_iter().map(|(_, range)| range));
    }
}
