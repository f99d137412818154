//! Parses numbers in Italian words: «quattro», «ventuno», «duemila».

use std::collections::HashMap;
use std::sync::LazyLock;

/// Value of an Italian number word, up to 999 and round thousands. The vowel elided before an apostrophe («trent'anni»)
/// may be missing. «Un» is not a number here, because usually it is an article.
///
/// ```
/// use bacheca::model::number_in_words;
///
/// assert_eq!(number_in_words("ventuno"), Some(21));
/// assert_eq!(number_in_words("corso"), None);
/// ```
#[must_use]
pub fn number_in_words(word: &str) -> Option<u32> {
    // Fast path: most words differ in length or in the first two letters.
    let [first, second, _, ..] = word.as_bytes() else { return None };
    let begins = [*first, *second].map(|letter| letter.to_ascii_lowercase());
    if word.len() > 30 || !FIRST_LETTERS.contains(&&begins) {
        return None;
    }
    // «trentatré» has an accent, «tre» has none.
    let lower = word.to_lowercase().replace('é', "e");
    // Elided tens: «vent», «trent».
    let elided = || {
        let stem = lower.strip_suffix("nt")?;
        ["nti", "nta"].iter().find_map(|end| NUMBER_WORDS.get(&format!("{stem}{end}")).filter(|number| **number < 100))
    };
    NUMBER_WORDS.get(&lower).or_else(elided).copied()
}

/// First two letters of all number words.
const FIRST_LETTERS: [&[u8; 2]; 13] =
    [b"ce", b"ci", b"di", b"do", b"du", b"mi", b"no", b"ot", b"qu", b"se", b"tr", b"un", b"ve"];

/// Number words up to 999 and round thousands, with their values.
static NUMBER_WORDS: LazyLock<HashMap<String, u32>> = LazyLock::new(|| {
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
            // «ventuno», «trentotto»: the final vowel of the tens is dropped.
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
        for (word, number) in &*super::NUMBER_WORDS {
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
