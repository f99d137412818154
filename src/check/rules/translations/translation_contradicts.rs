//! Finds numbers, dates, times, sums and telephones of a translation that its original does not have.

mod dates;
mod digits;
mod facts;
mod limits;

use std::collections::BTreeSet;
use std::ops::Range;

use self::digits::DigitRow;
use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, Passage, field_words, written_body, written_values};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{Cost, CostKind, FieldPath, Opportunity, number_in_words};
use crate::path;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "translation-contradicts",
        severity: Severity::Error,
        group: RuleGroup::Translations,
        summary: text("una traduzione ha i numeri dell'originale", "a translation has the numbers of its original"),
        explanation: text(
            "Una data, un'ora, una somma o un telefono che nell'originale non c'è manda qualcuno nel posto sbagliato, e chi legge in un'altra lingua non può accorgersene. Le cifre si confrontano in ogni scrittura (30, ٣٠, ৩০), e anche le date con il loro giorno della settimana, le ore («3:30 pm» è 15:30), le somme di denaro e i telefoni interi. I fatti stanno nei campi dell'originale: nella traduzione non serve ripeterli.",
            "A date, hour, sum or telephone number that the original does not have sends people to the wrong place, and readers of another language cannot notice. Digits are compared in every script (30, ٣٠, ৩০), and so are dates with their day of the week, hours («3:30 pm» is 15:30), sums of money and whole telephone numbers. Facts are in the original's fields: a translation need not repeat them.",
        ),
        wrong: "date: 2027-01-10\nscadenza: 2026-12-04\n-- content/opportunita/2026/prova.en.md --\n---\ntitolo: Italian course\nmodo: umana\noriginale: \"00000000\"\n---\nEnrol by 24 December.\n",
        right: "date: 2027-01-10\nscadenza: 2026-12-24\n-- content/opportunita/2026/prova.en.md --\n---\ntitolo: Italian course\nmodo: umana\noriginale: \"00000000\"\n---\nEnrol by 24 December.\n",
        origin: "formato dei contenuti: i fatti stanno nei campi, le traduzioni hanno solo parole",
    },
    function: CheckFunction::Item(check),
};

/// Fields that translations do not repeat: dates of publication and verification, sources, codes.
const UNTRANSLATED_FIELDS: [FieldPath; 5] =
    [path![pubblicato], path![aggiornato], path![verificato], path![fonte], path![codici]];

fn check(_: &Board, item: &Item, findings: &mut Findings<'_>) {
    if item.translations.is_empty() {
        return;
    }
    let values =
        written_values(item).filter(|value| !UNTRANSLATED_FIELDS.iter().any(|field| value.field.is_within(field)));
    let original_passages: Vec<Passage<'_>> = values.chain([written_body(item)]).collect();
    let original = &original_passages.iter().map(|passage| passage.text).collect::<Vec<_>>().join("\n");
    let mut original_numbers: BTreeSet<String> = find_numbers(original).into_iter().map(|(number, _)| number).collect();
    original_numbers.extend(spelled_numbers(original));
    original_numbers.extend(implied_numbers(original));
    original_numbers.extend(facts::roman_and_ordinal_numbers(original));
    let stream = DigitRow::new(original.chars().filter_map(ascii_digit).collect());
    let days = dates::OriginalDates::from_text(original, item.facts.published.value().map(|date| date.first_day()));
    let named = facts::OriginalFacts::collect_facts(
        original_passages.iter().map(|passage| (passage.field, passage.text)),
        is_free(&item.facts),
    );
    let limits = limits::OriginalLimits::from_text(original);
    for (language, translation) in &item.translations {
        let document = &translation.document;
        let words = [(path![titolo], &translation.facts.title), (path![sintesi], &translation.facts.summary)];
        let in_facts =
            words.into_iter().filter_map(|(field, text)| Some(field_words(translation, field, text.as_deref()?)));
        for passage in in_facts.chain([written_body(translation)]) {
            let text = passage.text;
            let mut reported: Vec<Range<usize>> = Vec::new();
            for found in
                dates::check(text, language, &days).into_iter().chain(named.check(text)).chain(limits.check(text))
            {
                let hint = localized!(
                    "controlla l'originale; le date e i prezzi stanno nei suoi campi",
                    "look at the original; dates and prices are in its fields"
                );
                findings.report_in_passage(document, &passage, found.range.clone(), found.message, hint);
                reported.push(found.range);
            }
            // Dates do not overlap, nor do facts: one of the last two that begin before a number holds it, or none.
            reported.sort_by_key(|before| before.start);
            for (number, range) in find_numbers(text) {
                let begun = reported.partition_point(|before| before.start <= range.start);
                if reported.iter().take(begun).rev().take(2).any(|before| range.end <= before.end) {
                    continue;
                }
                let twelve_hours =
                    number.parse::<u32>().ok().filter(|hour| *hour <= 12).map(|hour| (hour + 12).to_string());
                // The translation may add the Italian country code to a telephone number.
                let prefix =
                    number == "39" && text.get(..range.start).is_some_and(|before| before.ends_with(['+', '0']));
                let found = original_numbers.contains(&number)
                    || prefix
                    || twelve_hours.is_some_and(|hour| original_numbers.contains(&hour))
                    || (number.len() >= 3 && stream.contains(&number))
                    || (number.len() < 2 && !is_count(text, &range));
                if found {
                    continue;
                }
                let written = text.get(range.clone()).unwrap_or_default();
                findings.report_in_passage(
                    document,
                    &passage,
                    range.clone(),
                    localized!("«{written}» nell'originale non c'è", "`{written}` is not in the original"),
                    localized!(
                        "controlla la cifra, o aggiungila all'originale; le date e i prezzi stanno nei suoi campi",
                        "check the number, or add it to the original; dates and prices are in its fields"
                    ),
                );
            }
        }
    }
}

/// Whether the opportunity involves no money, so that any sum is a contradiction.
fn is_free(facts: &Opportunity) -> bool {
    let free = Cost { kind: Some(CostKind::Free), ..Cost::default() };
    facts.cost.value() == Some(&free) && facts.benefits.is_empty() && facts.pay.is_absent()
}

/// Bytes of a translation that contradict the original, and the message.
struct Contradiction {
    range: Range<usize>,
    message: crate::diagnostic::LocalizedString,
}

/// Whether a single digit counts something: not an item of a list, a level («A2») or «24/7».
fn is_count(text: &str, range: &Range<usize>) -> bool {
    let before = text.get(..range.start).unwrap_or_default();
    let after = text.get(range.end..).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    // Italian often spells out 1 («un», «una», «primo») and 2 («un paio», «entrambi»).
    let written = text.get(range.clone()).unwrap_or_default();
    let small = written.chars().filter_map(ascii_digit).any(|digit| matches!(digit, '0' | '1' | '2'));
    !small
        && !line.trim().is_empty()
        && before.ends_with([' ', '\u{a0}'])
        && after.starts_with([' ', '\u{a0}'])
        && after.trim_start().starts_with(char::is_alphabetic)
        && !line.trim_end().ends_with(|c: char| ascii_digit(c).is_some() || matches!(c, '+' | '/' | '-' | '–'))
}

/// ASCII digit for a digit of any script of the supported languages.
fn ascii_digit(character: char) -> Option<char> {
    const ZEROS: [char; 9] = ['0', '٠', '۰', '০', '०', '੦', '௦', '၀', '０'];
    let value =
        ZEROS.iter().find_map(|zero| (character as u32).checked_sub(*zero as u32).filter(|value| *value <= 9))?;
    char::from_digit(value, 10)
}

/// Numbers in digits without thousands separators («1.400» gives 1400), and their bytes.
fn find_numbers(text: &str) -> Vec<(String, Range<usize>)> {
    let mut found: Vec<(String, Range<usize>)> = Vec::new();
    let mut open: Option<(String, Range<usize>)> = None;
    for (at, character) in text.char_indices() {
        match (ascii_digit(character), &mut open) {
            (Some(value), Some((number, range))) => {
                number.push(value);
                range.end = at + character.len_utf8();
            }
            (Some(value), None) => open = Some((value.to_string(), at..at + character.len_utf8())),
            (None, _) => found.extend(open.take()),
        }
    }
    found.extend(open);
    // A separator and three digits continue the number.
    let mut joined: Vec<(String, Range<usize>)> = Vec::new();
    for (number, range) in found {
        if let Some((before, place)) = joined.last_mut() {
            let between = text.get(place.end..range.start).unwrap_or_default();
            let thousands = matches!(between, "." | "," | "'" | "’" | "\u{a0}" | "\u{202f}" | "٬");
            if thousands && number.len() == 3 && before.len() <= 3 {
                before.push_str(&number);
                place.end = range.end;
                continue;
            }
        }
        joined.push((number, range));
    }
    for (number, _) in &mut joined {
        let bare = number.trim_start_matches('0');
        *number = if bare.is_empty() { "0".to_owned() } else { bare.to_owned() };
    }
    joined
}

/// Numbers implied by other words: «mezz'ora» is 30 minutes, «una ventina» 20.
fn implied_numbers(text: &str) -> Vec<String> {
    const MEANT: [(&str, &[&str]); 14] = [
        ("mezz'ora", &["30"]),
        ("mezz’ora", &["30"]),
        ("mezza", &["30", "90"]),
        ("mezzogiorno", &["12"]),
        ("mezzanotte", &["24", "12"]),
        ("decina", &["10"]),
        ("quindicina", &["15"]),
        ("ventina", &["20"]),
        ("trentina", &["30"]),
        ("cinquantina", &["50"]),
        ("centinai", &["100"]),
        ("migliai", &["1000"]),
        ("metà", &["50"]),
        ("notte", &["24"]),
    ];
    let lower = text.to_lowercase();
    let mut numbers: Vec<String> = Vec::new();
    for (_, meant) in MEANT.iter().filter(|(word, _)| lower.contains(word)) {
        numbers.extend(meant.iter().map(|number| (*number).to_owned()));
    }
    // «Quarantacinquemila» is 45000.
    let words = lower.split(|c: char| !c.is_alphabetic()).filter_map(|word| word.strip_suffix("mila"));
    numbers.extend(words.filter_map(number_in_words).map(|number| (number * 1_000).to_string()));
    numbers
}

fn spelled_numbers(text: &str) -> impl Iterator<Item = String> {
    let parts = text.split(|c: char| !c.is_alphabetic()).filter(|word| word.len() > 2);
    parts.filter_map(number_in_words).map(|number| number.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_found_in_all_scripts_and_in_words() {
        let shown = |text: &str| find_numbers(text).into_iter().map(|(number, _)| number).collect::<Vec<_>>();
        assert_eq!(shown("1.400 € il 30/11/2026, ore 09:30"), ["1400", "30", "11", "2026", "9", "30"]);
        assert_eq!(shown("৬০ ঘণ্টা, ٣٠ يوما"), ["60", "30"]);
        let words: Vec<String> =
            spelled_numbers("Sessanta ore, ventuno lezioni, trecento pasti, duemila euro").collect();
        assert_eq!(words, ["60", "21", "300", "2000"]);
    }
}
