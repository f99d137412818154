//! Contract, working time, duration and pay of a job.

use std::ops::Range;

use serde_json::{Value as Json, json};

use super::{
    CONTRACTS, PAY, PAY_OF_OTHERS, PERIODS, RENEWABLE, SCHEDULES, amount_json, sums, words_after, words_before,
};
use crate::intake::days::{DayGroup, Role, Shape, find_months};
use crate::intake::facts::Facts;
use crate::intake::lines::Unit;
use crate::model::{Level, NOT_OFFERED};

/// Reads contract, working time, duration and pay of a job.
pub(in crate::intake) fn read_job(units: &[Unit<'_>], days: &[DayGroup], facts: &mut Facts) {
    read_start(units, days, facts);
    read_qualifications(units, facts);
    let mut kinds: Vec<(&str, Range<usize>)> = Vec::new();
    let mut pay: Vec<(Json, Range<usize>)> = Vec::new();
    for unit in units {
        for (range, entry) in CONTRACTS.find_words(unit.text) {
            kinds.push((entry.column(0), unit.at(&range)));
        }
        if let Some((range, entry)) = SCHEDULES.find_words(unit.text).into_iter().next() {
            facts.set_part("contratto", "orario", entry.column(0), unit.at(&range));
        }
        if let Some((range, _)) = RENEWABLE.find_words(unit.text).into_iter().next() {
            facts.set_part("contratto", "prolungabile", true, unit.at(&range));
        }
        read_duration(unit, facts);
        for sum in sums(unit) {
            let (before, after) = (words_before(unit, sum.range.start, 8), words_after(unit, sum.range.end, 8));
            let clause = before.rsplit(['.', ';', ':']).next().unwrap_or(&before).to_owned();
            let around = format!("{clause} {}", after.split(['.', ';', ',']).next().unwrap_or_default());
            if !unit.is_about("retribuzione") && !PAY.is_in_words(&around)
                || PAY_OF_OTHERS.is_in_words(&clause) && !clause.to_lowercase().contains("tirocin")
            {
                continue;
            }
            let mut value = json!({"importo": amount_json(sum.money)});
            let behind = after.split(['.', ';', ',', '(']).next().unwrap_or_default();
            if let Json::Object(map) = &mut value {
                if let Some((_, entry)) = PERIODS.find_words(behind).first().or(PERIODS.find_words(&clause).first()) {
                    map.insert("unita".to_owned(), entry.column(0).into());
                }
                let lower = around.to_lowercase();
                if lower.contains("lord") != lower.contains("nett") {
                    map.insert("lordo".to_owned(), lower.contains("lord").into());
                }
            }
            pay.push((value, sum.range.start..sum.range.end));
        }
    }
    // «Tirocinio» may be the start of «tempo determinato»; «servizio civile» names itself in every line.
    let mut words: Vec<&str> = kinds.iter().map(|(word, _)| *word).collect();
    words.dedup();
    words.sort_unstable();
    words.dedup();
    match (words.as_slice(), kinds.first()) {
        ([word], Some((_, range))) => facts.set_part("contratto", "tipo", *word, range.clone()),
        ([], _) => {}
        _ => {
            let labelled = units.iter().filter(|unit| unit.is_about("contratto")).find_map(|unit| {
                CONTRACTS
                    .find_words(unit.text)
                    .into_iter()
                    .next()
                    .map(|(range, entry)| (entry.column(0), unit.at(&range)))
            });
            if let Some((word, range)) = labelled {
                facts.set_part("contratto", "tipo", word, range);
            }
        }
    }
    match pay.as_slice() {
        [] => {}
        [(value, range)] => facts.set("retribuzione", value.clone(), range.clone()),
        [(value, range), rest @ ..] if rest.iter().all(|(other, _)| other == value) => {
            facts.set("retribuzione", value.clone(), range.clone());
        }
        several => facts.doubt("retribuzione", several.iter().map(|(_, range)| range.clone())),
    }
    let unpaid = units.iter().find_map(|unit| {
        let at = unit
            .text
            .to_lowercase()
            .find("non è prevista retribuzione")
            .or_else(|| unit.text.to_lowercase().find("nessuna retribuzione"))?;
        Some(unit.at(&(at..at + 22)))
    });
    if let Some(range) = unpaid.filter(|_| !facts.has("retribuzione")) {
        facts.set("retribuzione", NOT_OFFERED, range);
    }
}

/// Reads «6 mesi», «un anno» and «25 ore a settimana».
fn read_duration(unit: &Unit<'_>, facts: &mut Facts) {
    let tokens = &unit.tokens;
    for (index, token) in tokens.iter().enumerate() {
        let Some(number) = index.checked_sub(1).and_then(|at| tokens.get(at)).filter(|_| token.sign.is_none()) else {
            continue;
        };
        let range = number.start..token.end();
        let written = unit
            .text
            .get(range.start - unit.range.start..range.end - unit.range.start)
            .map(crate::intake::place::collapse);
        let one = number.is(&["un"]) && token.is(&["anno", "mese"]);
        let lead = words_before(unit, number.start, 3).to_lowercase();
        let is_length = token.is(&["mesi", "anni"]) && number.number().is_some() || one;
        let elsewhere =
            ["esperienza", "almeno", "da ", "età", "dai", "ogni", "passare"].iter().any(|word| lead.contains(word))
                || words_after(unit, token.end(), 2).to_lowercase().contains("esperienza")
                || words_before(unit, number.start, 1).to_lowercase() == "età";
        let aged = token.is(&["anni"])
            && (unit.text.to_lowercase().contains("età")
                || unit.text.contains("esperienza")
                || number.sign == Some('-')
                || matches!(number.number(), Some(7..)));
        if is_length
            && !elsewhere
            && !aged
            && let Some(written) = written
        {
            facts.set_part("contratto", "durata", written.to_lowercase(), range.clone());
        }
        let after = words_after(unit, token.end(), 2).to_lowercase();
        let weekly = token.is(&["ore"])
            && ["settiman", "a settiman", "alla settiman", "a sett"].iter().any(|week| after.starts_with(week));
        let is_range = matches!(number.sign, Some('-' | '/' | '–'));
        if weekly
            && !is_range
            && let Some(hours) = number.number()
        {
            facts.set_part("contratto", "ore_settimana", hours, range);
        }
    }
}

/// Reads from when and until when: «inizio 11 gennaio 2027», «da febbraio 2027 a dicembre 2027».
fn read_start(units: &[Unit<'_>], days: &[DayGroup], facts: &mut Facts) {
    let held: Vec<&DayGroup> = days.iter().filter(|group| group.role == Role::Held && !group.days.is_empty()).collect();
    if let [group] = held.as_slice() {
        let (first, last) = (group.days.first(), group.days.last());
        if let Some(first) = first.filter(|_| group.starts || group.shape == Shape::Period) {
            facts.set_part("contratto", "inizio", first.to_string(), group.range.clone());
        }
        if let Some(last) = last.filter(|_| group.shape == Shape::Period) {
            facts.set_part("contratto", "fine", last.to_string(), group.range.clone());
        }
    } else if held.is_empty() {
        let found: Vec<_> = units.iter().filter_map(find_months).collect();
        if let [(start, end, range)] = found.as_slice() {
            facts.set_part("contratto", "inizio", start.clone(), range.clone());
            if let Some(end) = end {
                facts.set_part("contratto", "fine", end.clone(), range.clone());
            }
        }
    }
}

/// Reads the collective agreement, the driving licence and the level of Italian.
fn read_qualifications(units: &[Unit<'_>], facts: &mut Facts) {
    for unit in units {
        for pair in unit.tokens.windows(2) {
            let [token, next] = pair else { continue };
            let range = token.start..next.end();
            let is_licence =
                token.is(&["patente"]) && next.sign.is_none() && matches!(next.text, "A" | "B" | "C" | "D" | "E");
            if is_licence && !facts.has("patente") {
                facts.set("patente", next.text, range.clone());
            }
            let level = Level::ALL.iter().copied().find(|level| next.text == level.word());
            if let Some(level) =
                level.filter(|_| token.is(&["italiano", "italian"]) && matches!(next.sign, None | Some('(')))
            {
                facts.set_part("destinatari", "lingua_min", level.word(), range.clone());
            }
            if token.text.eq_ignore_ascii_case("ccnl") {
                let rest = unit.after(token.end());
                let name = rest.split([',', '.', ';', '(', '|']).next().unwrap_or_default();
                let words = name.split_whitespace().count();
                if (1..=5).contains(&words) && !name.bytes().any(|byte| byte.is_ascii_digit()) {
                    let end = token.end() + name.len();
                    facts.set_part(
                        "contratto",
                        "ccnl",
                        crate::intake::place::collapse(name).to_lowercase(),
                        token.start..end,
                    );
                }
            }
        }
    }
}
