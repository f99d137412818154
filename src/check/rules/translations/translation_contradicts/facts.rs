//! Compares times, sums of money and telephone numbers of a translation with those of the original.

use std::collections::BTreeSet;
use std::ops::Range;

use super::digits::DigitRow;
use super::{Contradiction, ascii_digit, find_numbers};
use crate::localized;
use crate::model::{FieldPath, Step, number_in_words};

/// Facts of an original.
pub(super) struct OriginalFacts {
    /// Times with minutes, in minutes from midnight.
    times: BTreeSet<u32>,
    /// Numbers that may be full hours.
    hours: BTreeSet<u32>,
    /// Sums in whole euro.
    sums: BTreeSet<String>,
    /// Whether it is free, so that any sum is a contradiction.
    free: bool,
    /// All digits in order, without anything between them.
    stream: DigitRow,
}

/// Words for euro in the supported languages.
const EURO_WORDS: [&str; 8] = ["euro", "€", "eur", "يورو", "یورو", "ইউরো", "євро", "евро"];

/// Fields of sums.
const SUM_FIELDS: [&str; 6] = ["importo", "importo_max", "massimo", "isee_max", "reddito_max", "agevolazione"];

/// Words of lines that contain sums.
const MONEY_WORDS: [&str; 5] = ["importo", "massimo", "euro", "€", "agevolazione"];

impl OriginalFacts {
    /// Collects the facts from the fields and the text of an original.
    pub(super) fn collect_facts<'o>(original: impl Iterator<Item = (FieldPath, &'o str)>, free: bool) -> Self {
        let (times, hours, sums) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        let mut known = Self { times, hours, sums, free, stream: DigitRow::default() };
        let mut stream = String::new();
        for (field, line) in original.flat_map(|(field, text)| text.lines().map(move |line| (field, line))) {
            stream.extend(line.chars().filter_map(ascii_digit));
            let lower = line.to_lowercase();
            let is_money_field = SUM_FIELDS.iter().any(|key| field.ends_with(key))
                || MONEY_WORDS.iter().any(|word| lower.contains(word));
            let written = find_numbers(line);
            let from = first_time_byte(&field, line);
            for (index, (number, range)) in written.iter().enumerate() {
                if let Some(hour) = number.parse::<u32>().ok().filter(|hour| *hour <= 24) {
                    if from.is_some_and(|from| from <= range.start) {
                        known.hours.insert(hour);
                    }
                    if let Some((minutes, _)) = written.get(index + 1).filter(|(_, next)| is_time(line, range, next)) {
                        known.times.extend(minutes.parse::<u32>().ok().map(|minutes| hour * 60 + minutes));
                    }
                }
                if is_money_field {
                    known.sums.insert(number.clone());
                }
            }
            let words = || lower.split(|c: char| !c.is_alphabetic()).filter_map(number_in_words);
            if from == Some(0) {
                known.hours.extend(words().filter(|hour| *hour <= 24));
            }
            if is_money_field {
                known.sums.extend(words().map(|number| number.to_string()));
            }
            for (word, hour) in [("mezzogiorno", 12), ("mezzanotte", 24), ("mezzanotte", 0)] {
                if lower.contains(word) {
                    known.hours.insert(hour);
                }
            }
        }
        known.stream = DigitRow::new(stream);
        known
    }

    pub(super) fn check(&self, text: &str) -> Vec<Contradiction> {
        let written = find_numbers(text);
        let mut found: Vec<Contradiction> = Vec::new();
        for (index, (number, range)) in written.iter().enumerate() {
            if found.last().is_some_and(|last| range.start < last.range.end) {
                continue;
            }
            let next = written.get(index + 1);
            found.extend(
                self.check_time(text, number, range, next)
                    .or_else(|| self.check_sum(text, number, range))
                    .or_else(|| self.check_phone(text, written.get(index..).unwrap_or_default())),
            );
        }
        found
    }

    /// Checks a time; «3:30 pm» is 15:30.
    fn check_time(
        &self,
        text: &str,
        hour: &str,
        range: &Range<usize>,
        next: Option<&(String, Range<usize>)>,
    ) -> Option<Contradiction> {
        let hour: u32 = hour.parse().ok().filter(|hour| *hour <= 24)?;
        let minutes = next.filter(|(_, next)| is_time(text, range, next));
        let end = minutes.map_or(range.end, |(_, next)| next.end);
        // As many letters as «p.m.» has, and the next.
        let rest = text.get(end..)?.trim_start().chars().take(5).collect::<String>().to_lowercase();
        let half = |word: &str| rest.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
        let (morning, afternoon) = (half("am") || half("a.m."), half("pm") || half("p.m."));
        let minute: u32 = match minutes {
            Some((minute, _)) => minute.parse().ok()?,
            None if morning || afternoon => 0,
            None => return None,
        };
        let hour_meant = match hour {
            12 if morning => 0,
            1..=11 if afternoon => hour + 12,
            _ => hour,
        };
        // Without «am» and «pm» an hour up to 12 may be either.
        let either = !morning && !afternoon && hour < 12;
        let has = |hour: u32| self.times.contains(&(hour * 60 + minute)) || (minute == 0 && self.hours.contains(&hour));
        // Times in words («mezz'ora dopo», «alle otto e mezza») cannot be compared here.
        if has(hour_meant) || (either && has(hour + 12)) || self.times.is_empty() {
            return None;
        }
        Some(Contradiction {
            range: range.start..end,
            message: localized!(
                "nell'originale non ci sono le {hour_meant}:{minute:02}",
                "{hour_meant}:{minute:02} is not in the original"
            ),
        })
    }

    /// Checks a sum of money: «35 euros» for 25 in the original.
    fn check_sum(&self, text: &str, number: &str, range: &Range<usize>) -> Option<Contradiction> {
        let (before, after) = (text.get(..range.start)?, text.get(range.end..)?);
        let named = |rest: &str| EURO_WORDS.iter().any(|euro| rest.to_lowercase().starts_with(euro));
        let near: String = after.trim_start_matches([' ', '\u{a0}', '*', '\u{202f}']).chars().take(6).collect();
        let is_money = named(&near) || before.trim_end_matches([' ', '\u{a0}']).ends_with('€');
        // Cents are compared as separate numbers.
        let cents = before.ends_with([',', '.']);
        if !is_money || cents || (self.sums.is_empty() && !self.free) || self.sums.contains(number) || number == "0" {
            return None;
        }
        let written = text.get(range.clone()).unwrap_or_default();
        Some(Contradiction {
            range: range.clone(),
            message: localized!(
                "«{written}» euro nell'originale non ci sono",
                "{written} euro are not in the original"
            ),
        })
    }

    /// Checks a whole telephone number, because its groups may all be in the original in another order.
    fn check_phone(&self, text: &str, numbers: &[(String, Range<usize>)]) -> Option<Contradiction> {
        let (_, first) = numbers.first()?;
        let mut end = first.end;
        for (_, range) in numbers.iter().skip(1) {
            let between = text.get(end..range.start)?;
            if !matches!(between, " " | "." | "/" | "-" | "\u{a0}") {
                break;
            }
            end = range.end;
            // Longer than any number, country code included.
            if end - first.start > 128 {
                return None;
            }
        }
        let digits: String = text.get(first.start..end)?.chars().filter_map(ascii_digit).collect();
        let national = digits
            .strip_prefix("0039")
            .or_else(|| digits.strip_prefix("39").filter(|_| digits.len() > 10))
            .unwrap_or(&digits);
        let is_phone = (8..=12).contains(&national.len()) && national.starts_with(['0', '3', '8']);
        (is_phone && !self.stream.contains(national)).then(|| {
            let written = text.get(first.start..end).unwrap_or_default();
            Contradiction {
                range: first.start..end,
                message: localized!(
                    "il telefono «{written}» nell'originale non c'è",
                    "the telephone number {written} is not in the original"
                ),
            }
        })
    }
}

/// Fields whose numbers are times only if a word announces them.
const FIELDS_WITHOUT_TIMES: [&str; 24] = [
    "ore_totali",
    "ore_settimana",
    "ore",
    "posti",
    "eta_min",
    "eta_max",
    "importo",
    "importo_max",
    "percentuale",
    "alloggi",
    "durata",
    "durata_mesi",
    "date",
    "inizio",
    "fine",
    "aperto_dal",
    "cap",
    "zona",
    "numero",
    "retribuzione",
    "costo",
    "conteggi",
    "benefici",
    "voce",
];

/// First byte of a line from which numbers may be times; `None` if the field's numbers are not (`ore_totali: 9`, dates).
fn first_time_byte(field: &FieldPath, line: &str) -> Option<usize> {
    if field.ends_with("scadenza") {
        return line.find(" ore ");
    }
    let is_hours_field = field.passes(&["orari", "orario", "ora"].map(Step::key));
    let says_so = ["orari", "alle ", "all'", " ore "].iter().any(|word| line.contains(word));
    (is_hours_field || says_so || !field.passes(&FIELDS_WITHOUT_TIMES.map(Step::key))).then_some(0)
}

/// Whether two numbers are hour and minutes: «15:30», «15h30», or «15.30» if it is not a date.
fn is_time(text: &str, hour: &Range<usize>, minutes: &Range<usize>) -> bool {
    let sign = text.get(hour.end..minutes.start).unwrap_or_default();
    let two = text.get(minutes.clone()).is_some_and(|digits| digits.chars().count() == 2);
    let small = text
        .get(minutes.clone())
        .and_then(|digits| digits.chars().next())
        .and_then(ascii_digit)
        .is_some_and(|first| first <= '5');
    let ends = !text.get(minutes.end..).unwrap_or_default().starts_with(['.', '/', '-']) || sign == ":";
    two && small
        && (matches!(sign, ":" | "h") || (sign == "." && ends && text.get(..hour.start).is_some_and(announces_hour)))
}

/// Whether the text before a number announces a time: «Alle 15.30», «ore 9.00», «"9.00-13.00"».
fn announces_hour(before: &str) -> bool {
    let before = before.trim_end();
    before.ends_with(['-', '–', '"']) || ["alle", "dalle", "ore"].iter().any(|word| ends_with_word(before, word))
}

/// Whether a text ends with an ASCII word, in small letters or capitals.
fn ends_with_word(text: &str, word: &str) -> bool {
    let end = text.len().checked_sub(word.len()).and_then(|start| text.get(start..));
    end.is_some_and(|end| end.eq_ignore_ascii_case(word))
}

/// Values of roman numerals («Municipio XI» is 11) and ordinals («terzo» is 3).
pub(super) fn roman_and_ordinal_numbers(text: &str) -> impl Iterator<Item = String> {
    const ROMAN: [&str; 20] = [
        "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII",
        "XVIII", "XIX", "XX",
    ];
    const ORDINALS: [&str; 10] =
        ["prim", "second", "terz", "quart", "quint", "sest", "settim", "ottav", "non", "decim"];
    text.split(|c: char| !c.is_alphanumeric()).filter_map(|word| {
        let ordinal = || {
            let stem = word.strip_suffix(['o', 'a', 'i', 'e'])?.to_lowercase();
            ORDINALS.iter().position(|ordinal| *ordinal == stem)
        };
        ROMAN.iter().position(|roman| *roman == word).or_else(ordinal).map(|index| (index + 1).to_string())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::path;

    fn messages(text: &str) -> Vec<String> {
        let original = [
            (path![orari], "15:30-19:00"),
            (path![costo.importo], "25"),
            (path![posti], "35"),
            (path![ore_totali], "9"),
            (path![contatti.telefono], "06 5550 0181"),
            (path![], "Si comincia alle 16. Chiama lo 06 5550 0181."),
        ];
        OriginalFacts::collect_facts(original.into_iter(), false)
            .check(text)
            .into_iter()
            .map(|found| found.message.en)
            .collect()
    }

    #[test]
    fn translated_times_sums_and_phones_are_compared() {
        for text in [
            "at 3:30 pm",
            "from 15:30 to 7 pm",
            "à 15h30",
            "25 euros, 35 places",
            "call +39 06 5550 0181",
            "4 pm",
            "٢٥ يورو",
        ] {
            assert_eq!(messages(text), Vec::<String>::new(), "{text}");
        }
        for (text, expected) in [
            ("at 3:15 pm", "15:15 is not in the original"),
            ("at 3:30 am", "3:30 is not in the original"),
            ("at 9:00", "9:00 is not in the original"),
            ("35 euros", "35 euro are not in the original"),
            ("৩৫ ইউরো", "৩৫ euro are not in the original"),
            ("call 06 0181 5550", "the telephone number 06 0181 5550 is not in the original"),
        ] {
            assert_eq!(messages(text), [expected], "{text}");
        }
    }
}
