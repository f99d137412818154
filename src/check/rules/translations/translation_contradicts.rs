//! A translation has words, and the numbers of its original.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::LazyLock;

use crate::board::{Board, Item};
use crate::check::{Check, Findings, Look};
use crate::diagnostic::{Group, Rule, Severity, text};
use crate::words;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "translation-contradicts",
        severity: Severity::Error,
        group: Group::Translations,
        summary: text("una traduzione ha i numeri dell'originale", "a translation has the numbers of its original"),
        explanation: text(
            "Una data, un'ora, una somma o un telefono che nell'originale non c'è manda qualcuno nel posto sbagliato, e chi legge in un'altra lingua non può accorgersene. Le cifre si confrontano in ogni scrittura (30, ٣٠, ৩০); quelle fino a 9 non si guardano. I fatti stanno nei campi dell'originale: nella traduzione non serve ripeterli.",
            "A date, hour, sum or telephone number that the original does not have sends somebody to the wrong place, and readers of another language cannot notice. Digits are compared in every script (30, ٣٠, ৩০); those up to 9 are not looked at. Facts stand in the original's fields: a translation need not repeat them.",
        ),
        wrong: "date: 2027-01-10\nscadenza: 2026-12-04\n-- content/opportunita/2026/prova.en.md --\n---\ntitolo: Italian course\nmodo: umana\noriginale: \"00000000\"\n---\nEnrol by 24 December.\n",
        right: "date: 2027-01-10\nscadenza: 2026-12-24\n-- content/opportunita/2026/prova.en.md --\n---\ntitolo: Italian course\nmodo: umana\noriginale: \"00000000\"\n---\nEnrol by 24 December.\n",
        origin: "formato dei contenuti: i fatti stanno nei campi, le traduzioni hanno solo parole",
    },
    look: Look::Item(look),
};

fn look(_: &Board, item: &Item, findings: &mut Findings<'_>) {
    if item.translations.is_empty() {
        return;
    }
    // When it was published or checked, and where it was read, is nothing that a translation tells.
    let apart = |line: &&str| {
        !["pubblicato:", "aggiornato:", "verificato:", "fonte:", "codici:"].iter().any(|key| line.starts_with(key))
    };
    let original: String = item.document.source.text.split_inclusive('\n').filter(apart).collect();
    let original = &original;
    let mut known: BTreeSet<String> = numbers(original).into_iter().map(|(number, _)| number).collect();
    known.extend(numbers_in_words(original));
    known.extend(numbers_meant(original));
    let stream: String = original.chars().filter_map(digit).collect();
    for translation in item.translations.values() {
        let document = &translation.document;
        let front = document.body.start;
        let facts = document.facts();
        let words = [&translation.facts.title, &translation.facts.summary].into_iter().flatten();
        let in_facts = words.filter_map(|text| {
            let at = facts.find(text.as_str())? + document.facts.start;
            Some((at, text.as_str()))
        });
        for (start, text) in in_facts.chain([(front, document.body())]) {
            for (number, range) in numbers(text) {
                let twelve_hours =
                    number.parse::<u32>().ok().filter(|hour| *hour <= 12).map(|hour| (hour + 12).to_string());
                // The prefix of Italy may stand before a number that the original writes without.
                let prefix =
                    number == "39" && text.get(..range.start).is_some_and(|before| before.ends_with(['+', '0']));
                let found = known.contains(&number)
                    || prefix
                    || twelve_hours.is_some_and(|hour| known.contains(&hour))
                    || (number.len() >= 3 && stream.contains(&number))
                    || number.len() < 2;
                if found {
                    continue;
                }
                let written = text.get(range.clone()).unwrap_or_default();
                findings.span(
                    document,
                    start + range.start..start + range.end,
                    words!("«{written}» nell'originale non c'è", "`{written}` is not in the original"),
                    words!(
                        "controlla la cifra, o aggiungila all'originale; le date e i prezzi stanno nei suoi campi",
                        "check the number, or add it to the original; dates and prices stand in its fields"
                    ),
                );
            }
        }
    }
}

/// The value of a digit in the scripts of the languages that are written here.
fn digit(character: char) -> Option<char> {
    const ZEROS: [char; 9] = ['0', '٠', '۰', '০', '०', '੦', '௦', '၀', '０'];
    let value =
        ZEROS.iter().find_map(|zero| (character as u32).checked_sub(*zero as u32).filter(|value| *value <= 9))?;
    char::from_digit(value, 10)
}

/// Every number in digits, thousands joined («1.400» is 1400), and where it stands.
fn numbers(text: &str) -> Vec<(String, Range<usize>)> {
    let mut found: Vec<(String, Range<usize>)> = Vec::new();
    let mut open: Option<(String, Range<usize>)> = None;
    for (at, character) in text.char_indices() {
        match (digit(character), &mut open) {
            (Some(value), Some((number, range))) => {
                number.push(value);
                range.end = at + character.len_utf8();
            }
            (Some(value), None) => open = Some((value.to_string(), at..at + character.len_utf8())),
            (None, _) => found.extend(open.take()),
        }
    }
    found.extend(open);
    // A mark and three digits go on with the number before.
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

/// Italian words of numbers up to 999, and round thousands.
static WORDS: LazyLock<BTreeMap<String, u32>> = LazyLock::new(|| {
    const UNITS: [&str; 20] = [
        "",
        "uno",
        "due",
        "tre",
        "quattro",
        "cinque",
        "sei",
        "sette",
        "otto",
        "nove",
        "dieci",
        "undici",
        "dodici",
        "tredici",
        "quattordici",
        "quindici",
        "sedici",
        "diciassette",
        "diciotto",
        "diciannove",
    ];
    const TENS: [&str; 8] = ["venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta", "novanta"];
    let mut below_hundred: Vec<String> = UNITS.iter().map(|word| (*word).to_owned()).collect();
    for ten in TENS {
        for unit in UNITS.iter().take(10) {
            // «Ventuno», «trentotto»: the vowel of the ten falls.
            let stem = if unit.starts_with(['u', 'o']) { ten.get(..ten.len() - 1).unwrap_or(ten) } else { ten };
            below_hundred.push(format!("{stem}{unit}"));
        }
    }
    let mut words = BTreeMap::new();
    let hundreds = std::iter::once((0, String::new())).chain((1..10).map(|hundred| {
        let unit = UNITS.get(hundred).filter(|_| hundred > 1).copied().unwrap_or_default();
        (hundred * 100, format!("{unit}cento"))
    }));
    for (hundred, prefix) in hundreds {
        for (value, word) in below_hundred.iter().enumerate() {
            let number = u32::try_from(hundred + value).unwrap_or_default();
            words.insert(format!("{prefix}{word}"), number);
        }
    }
    words.insert("mille".to_owned(), 1_000);
    for (value, word) in UNITS.iter().enumerate().skip(2) {
        words.insert(format!("{word}mila"), u32::try_from(value).unwrap_or_default() * 1_000);
    }
    words.remove("");
    words
});

/// Numbers that other words mean: «mezz'ora» is thirty minutes, «una ventina» twenty.
fn numbers_meant(text: &str) -> Vec<String> {
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
    // «Quarantacinquemila»
    let words = lower.split(|c: char| !c.is_alphabetic()).filter_map(|word| word.strip_suffix("mila"));
    numbers.extend(words.filter_map(|word| WORDS.get(word)).map(|number| (number * 1_000).to_string()));
    numbers
}

fn numbers_in_words(text: &str) -> impl Iterator<Item = String> {
    let parts = text.split(|c: char| !c.is_alphabetic()).filter(|word| word.len() > 2);
    parts.filter_map(|word| WORDS.get(&word.to_lowercase()).map(ToString::to_string))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_every_script_and_in_words() {
        let shown = |text: &str| numbers(text).into_iter().map(|(number, _)| number).collect::<Vec<_>>();
        assert_eq!(shown("1.400 € il 30/11/2026, ore 09:30"), ["1400", "30", "11", "2026", "9", "30"]);
        assert_eq!(shown("৬০ ঘণ্টা, ٣٠ يوما"), ["60", "30"]);
        let words: Vec<String> =
            numbers_in_words("Sessanta ore, ventuno lezioni, trecento pasti, duemila euro").collect();
        assert_eq!(words, ["60", "21", "300", "2000"]);
    }
}
