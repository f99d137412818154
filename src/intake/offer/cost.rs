//! What taking part costs.

use std::ops::Range;

use serde_json::{Value as Json, json};

use super::{
    AID, DEFERRED, FEES, FREE, FREE_BESIDES, NOT_FREE, OFFERING, PRICE, PURPOSES, RECEIVED, amount_json, sums,
    words_after, words_before,
};
use crate::intake::facts::Facts;
use crate::intake::lines::Unit;
use crate::model::{Kind, Money};

/// Reads what taking part costs. Free is only what the text calls free.
pub(in crate::intake) fn read_cost(units: &[Unit<'_>], kind: Kind, facts: &mut Facts) {
    if matches!(kind, Kind::Job | Kind::Regulation | Kind::Housing) {
        return;
    }
    let (mut free, mut offering, mut conditional) = (None, None, Vec::new());
    let mut prices: Vec<(Money, Json, Range<usize>)> = Vec::new();
    let mut deferred = None;
    for unit in units {
        if let Some((range, _)) = DEFERRED.find_words(unit.text).first() {
            deferred = Some(unit.at(range));
        }
        if let Some((range, _)) = OFFERING.find_words(unit.text).first() {
            offering = offering.or(Some(unit.at(range)));
        }
        let conditions = NOT_FREE.find_words(unit.text);
        conditional.extend(conditions.iter().map(|(range, _)| unit.at(range)));
        if conditions.is_empty() {
            let has_sum = sums(unit).iter().any(|sum| !RECEIVED.is_in_words(&words_before(unit, sum.range.start, 4)));
            let said = FREE.find_words(unit.text).into_iter().map(|(range, _)| unit.at(&range)).find(|range| {
                let (before, after) = (words_before(unit, range.start, 3), words_after(unit, range.end, 3));
                !FREE_BESIDES.is_in_words(&before)
                    && !FREE_BESIDES.is_in_words(&after)
                    && !before.to_lowercase().ends_with("non è")
            });
            match said {
                Some(range) if has_sum => conditional.push(range),
                said => free = free.or(said),
            }
        }
        for sum in sums(unit) {
            let near = format!("{} {}", words_before(unit, sum.range.start, 6), words_after(unit, sum.range.end, 4));
            // «Il libro costa 12 euro» is the price of something else.
            if FREE_BESIDES.is_in_words(&words_before(unit, sum.range.start, 4)) {
                continue;
            }
            let about = unit.is_about("costo");
            if !about
                && !PRICE.is_in_words(&words_before(unit, sum.range.start, 6))
                && !PRICE.is_in_words(&words_after(unit, sum.range.end, 3))
                || RECEIVED.is_in_words(&near) && !about
                || AID.is_in_words(&near)
            {
                continue;
            }
            if sum.money == Money(0) {
                free = free.or(Some(sum.range));
                continue;
            }
            let kind = if FEES.is_in_words(&near) { "contributo" } else { "a pagamento" };
            let mut value = json!({"tipo": kind, "importo": amount_json(sum.money)});
            if let (Some((_, entry)), Json::Object(map)) = (PURPOSES.find_words(&near).first(), &mut value) {
                map.insert("causale".to_owned(), entry.column(0).into());
            }
            prices.push((sum.money, value, sum.range));
        }
    }
    let mut amounts: Vec<Money> = prices.iter().map(|(money, ..)| *money).collect();
    amounts.sort_unstable();
    amounts.dedup();
    if let Some(range) = deferred {
        facts.set("costo", json!({"tipo": "differito"}), range);
    } else if let ([_], Some((_, value, range))) = (amounts.as_slice(), prices.first()) {
        facts.set("costo", value.clone(), range.clone());
    } else if !amounts.is_empty() || !conditional.is_empty() {
        let readings = prices.into_iter().map(|(.., range)| range).chain(free).chain(conditional);
        facts.doubt("costo", readings.collect::<Vec<_>>());
    } else if let Some(range) = offering {
        facts.set("costo", "offerta libera", range);
    } else if let Some(range) = free {
        facts.set("costo", "gratuito", range);
    }
}
