//! Numbers in Italian words: «quattro», «ventuno», «duemila».

use std::collections::HashMap;
use std::sync::LazyLock;

/// The number that an Italian word means, up to 999 and round thousands; a vowel that fell before an apostrophe
/// («trent'anni») may be missing. «Un» is an article more often than a number: it is none here.
#[must_use]
pub fn number_in_words(word: &str) -> Option<u32> {
    // Shorter than «due», or longer than any: most words of a text end here or at the first two letters.
    let [first, second, _, ..] = word.as_bytes() else { return None };
    let begins = [*first, *second].map(|letter| letter.to_ascii_lowercase());
    if word.len() > 30 || !BEGINNINGS.contains(&&begins) {
        return None;
    }
    // «Trentatré» has an accent, «tre» has none.
    let lower = word.to_lowercase().replace('é', "e");
    // «Vent», «trent»: of the tens, that all end so.
    let elided = || {
        let stem = lower.strip_suffix("nt")?;
        ["nti", "nta"].iter().find_map(|end| WORDS.get(&format!("{stem}{end}")).filter(|number| **number < 100))
    };
    WORDS.get(&lower).or_else(elided).copied()
}

/// How the words of numbers begin.
const BEGINNINGS: [&[u8; 2]; 13] =
    [b"ce", b"ci", b"di", b"do", b"du", b"mi", b"no", b"ot", b"qu", b"se", b"tr", b"un", b"ve"];

/// Words of numbers up to 999, and round thousands.
static WORDS: LazyLock<HashMap<String, u32>> = LazyLock::new(|| {
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
    let mut words = HashMap::new();
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

#[cfg(test)]
mod tests {
    use super::number_in_words;

    #[test]
    fn every_number_begins_as_the_list_of_beginnings_says() {
        #[expect(clippy::iter_over_hash_type, reason = "each is looked at by itself")]
        for (word, number) in &*super::WORDS {
            assert_eq!(number_in_words(word), Some(*number), "{word}");
        }
    }

    #[test]
    fn numbers_are_read_in_words() {
        for (word, number) in [
            ("due", 2),
            ("Dieci", 10),
            ("ventuno", 21),
            ("trentotto", 38),
            ("trentatré", 33),
            ("quarant", 40),
            ("vent", 20),
            ("duecentocinquanta", 250),
            ("mille", 1_000),
            ("duemila", 2_000),
        ] {
            assert_eq!(number_in_words(word), Some(number), "{word}");
        }
        for word in ["un", "una", "seide", "se", "otto ore", "nov", "cent"] {
            assert_eq!(number_in_words(word), None, "{word}");
        }
    }
}
