//! Help with housing, and legal acts.

use std::ops::Range;

use serde_json::json;

use super::{ACTS, HOUSING, amount_json, sums, words_before};
use crate::check::WordList;
use crate::intake::facts::Facts;
use crate::intake::lines::Unit;
use crate::model::Money;

/// Reads what help with housing is: its form, its highest amount, who may ask.
pub(in crate::intake) fn read_housing(units: &[Unit<'_>], facts: &mut Facts) {
    let mut amounts: Vec<(Money, Range<usize>)> = Vec::new();
    for unit in units {
        let lower = unit.text.to_lowercase();
        for sum in sums(unit) {
            let before = words_before(unit, sum.range.start, 7).to_lowercase();
            let clause = before.rsplit(['.', ';']).next().unwrap_or(&before);
            if clause.contains("isee") {
                facts.set_part("destinatari", "isee_max", amount_json(sum.money), sum.range);
            } else if clause.contains("reddit") {
                facts.set_part("destinatari", "reddito_max", amount_json(sum.money), sum.range);
            } else if clause.ends_with("fino a")
                || clause.ends_with("massimo")
                || clause.ends_with("max")
                || clause.ends_with("massimo di")
            {
                amounts.push((sum.money, sum.range));
            }
        }
        if lower.contains("contratto di affitto registrato")
            || lower.contains("contratto registrato")
            || lower.contains("contratto di locazione registrato")
        {
            facts.set("contratto_registrato", true, unit.range.clone());
        }
        if lower.contains("nessuna casa di proprietà")
            || lower.contains("senza casa di proprietà")
            || lower.contains("non possedere casa")
            || lower.contains("nessun alloggio di proprietà")
        {
            facts.set_part("destinatari", "no_proprieta", true, unit.range.clone());
        }
    }
    take_word("genere", &HOUSING, units, facts);
    if let [(money, range)] = amounts.as_slice() {
        facts.set("importo_max", amount_json(*money), range.clone());
    } else if !amounts.is_empty() {
        facts.doubt("importo_max", amounts.into_iter().map(|(_, range)| range));
    }
}

/// Takes the word of a list that a message names, if it is the only one, or the only one of the first lines.
fn take_word(key: &'static str, list: &WordList, units: &[Unit<'_>], facts: &mut Facts) {
    let found = |units: &[Unit<'_>]| -> Vec<(&'static str, Range<usize>)> {
        let mut words: Vec<(&str, Range<usize>)> = units
            .iter()
            .flat_map(|unit| {
                list.find_words(unit.text).into_iter().map(|(range, entry)| (entry.column(0), unit.at(&range)))
            })
            .collect();
        words.sort_by_key(|(word, _)| *word);
        words.dedup_by_key(|(word, _)| *word);
        words
    };
    let [all, first] = [found(units), found(units.get(..2.min(units.len())).unwrap_or_default())];
    match (all.as_slice(), first.as_slice()) {
        ([(word, range)], _) | (_, [(word, range)]) => facts.set(key, *word, range.clone()),
        _ => {}
    }
}

/// Reads the legal act that a regulation is about: its kind, number and day; and what the state asks for it.
pub(in crate::intake) fn read_regulation(units: &[Unit<'_>], facts: &mut Facts) {
    for unit in units {
        if let Some((range, entry)) = ACTS.find_words(unit.text).into_iter().next() {
            let rest = unit.text.get(range.end..).unwrap_or_default();
            let number = rest
                .trim_start()
                .trim_start_matches("numero")
                .trim_start_matches("n.")
                .trim_start_matches('n')
                .trim_start();
            let digits: String = number.chars().take_while(char::is_ascii_digit).collect();
            if !digits.is_empty() && digits.len() < 9 {
                facts.set_part("atto", "tipo", entry.column(0), unit.at(&range));
                facts.set_part("atto", "numero", digits, unit.at(&range));
                let days = crate::model::find_written_dates(number);
                if let Some(day) = days
                    .first()
                    .filter(|day| day.year.is_some())
                    .and_then(|day| day.resolve(chrono::NaiveDate::default()))
                {
                    facts.set_part("atto", "data", day.to_string(), unit.at(&range));
                }
            }
        }
        for sum in sums(unit) {
            let before = words_before(unit, sum.range.start, 4).to_lowercase();
            let reason = if before.contains("marca da bollo") {
                "marca da bollo"
            } else if before.contains("bollettino") {
                "bollettino"
            } else {
                continue;
            };
            facts.push(
                "costi_amministrativi",
                None,
                json!({"causale": reason, "importo": amount_json(sum.money)}),
                sum.range,
            );
        }
    }
}
