//! The folding of searches: what is written in several ways and meant alike becomes one, in what is indexed and in what
//! is asked. It is declared here once: the page's script is given the same tables, and a test compares the words of both.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_script::{Script, UnicodeScript};

/// Letters that stand for one: each of the first, then that one.
const LETTERS: &[(&str, &str)] = &[
    ("´", "'"),
    ("ß", "ss"),
    ("æ", "ae"),
    ("œ", "oe"),
    ("ø", "o"),
    ("đð", "d"),
    ("ł", "l"),
    ("ı", "i"),
    ("þ", "th"),
    ("ς", "σ"),
    ("ґ", "г"),
    // Arabic, Persian and Urdu keyboards have letters of their own for the same sound.
    ("ىيېۍے", "ی"),
    ("كڪ", "ک"),
    ("ةۃهہھەۀۂ", "ه"),
    ("أإآٱ", "ا"),
    ("ں", "ن"),
    ("ئؤ", "ء"),
    // Bengali vowels and consonants that sound alike are the most frequent slips.
    ("ী", "ি"),
    ("ূ", "ু"),
    ("ণ", "ন"),
    ("ষ", "শ"),
    ("ঙ", "ং"),
    ("ৎ", "ত"),
];

/// First digit of each script.
const ZEROS: [char; 4] = ['٠', '۰', '০', '०'];

/// Ranges of signs that count for nothing: accents, vowel points, marks of direction, joiners.
const DROPPED: &[(char, char)] = &[
    ('\u{ad}', '\u{ad}'),
    ('\u{300}', '\u{36f}'),
    ('\u{483}', '\u{487}'),
    ('\u{591}', '\u{5bd}'),
    ('\u{610}', '\u{61a}'),
    ('\u{640}', '\u{640}'),
    ('\u{64b}', '\u{65f}'),
    ('\u{670}', '\u{670}'),
    ('\u{6d6}', '\u{6dc}'),
    ('\u{6df}', '\u{6e8}'),
    ('\u{6ea}', '\u{6ed}'),
    ('\u{93c}', '\u{93c}'),
    ('\u{981}', '\u{981}'),
    ('\u{9bc}', '\u{9bc}'),
    ('\u{200b}', '\u{200b}'),
    ('\u{200d}', '\u{200f}'),
    ('\u{202a}', '\u{202e}'),
    ('\u{2060}', '\u{2069}'),
    ('\u{fe00}', '\u{fe0f}'),
    ('\u{feff}', '\u{feff}'),
];

/// Signs inside a word, which is found in parts and as a whole: «Wi-Fi», «l'italiano», «ثبت‌نام». An abbreviation with
/// dots, «s.r.l.», is one part.
const JOINTS: &str = "'’‘ʼ′`-‐‑‒–—.&\u{200c}";

/// Articles that are written as part of a word, longest first.
const ARTICLES: [&str; 6] = ["وال", "بال", "کال", "فال", "لل", "ال"];
/// Fewest letters that must be left of a word without its article.
const MIN_WITHOUT_ARTICLE: usize = 3;

/// Scripts that are written without spaces between words.
const UNSPACED: [(Script, &str); 7] = [
    (Script::Han, "Han"),
    (Script::Hiragana, "Hiragana"),
    (Script::Katakana, "Katakana"),
    (Script::Thai, "Thai"),
    (Script::Lao, "Lao"),
    (Script::Khmer, "Khmer"),
    (Script::Myanmar, "Myanmar"),
];

/// Longest whole of a word with joints, in letters: addresses of sites and mails are found by their parts.
const MAX_WHOLE: usize = 24;

/// Chinese letters as they are simplified: from the transliterator Hant-Hans of Unicode CLDR 42 (Unicode License v3), of
/// whose rules those are here that replace one letter by one.
const SIMPLIFIED: &str = include_str!("simplified.txt");

/// A word of a text, folded.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// Its parts: one for most words.
    pub(super) parts: Vec<String>,
    /// The parts in one, if there are several.
    pub(super) whole: Option<String>,
}

/// The tables of the folding, ready for use.
pub(super) struct Folding {
    letters: BTreeMap<char, String>,
}

impl Folding {
    pub(super) fn new() -> Self {
        let mut letters = BTreeMap::new();
        for (from, to) in LETTERS {
            letters.extend(from.chars().map(|letter| (letter, (*to).to_owned())));
        }
        for zero in ZEROS {
            letters.extend((zero..).take(10).zip("0123456789".chars()).map(|(digit, to)| (digit, to.to_string())));
        }
        for line in SIMPLIFIED.lines() {
            let mut pair = line.chars();
            let (Some(from), Some(to)) = (pair.next(), pair.next()) else { continue };
            letters.insert(from, to.to_string());
        }
        Self { letters }
    }

    /// Splits a text into folded words.
    pub(super) fn split_words(&self, text: &str) -> Vec<Word> {
        let mut splitter = Splitter::default();
        for letter in self.fold(text).chars() {
            splitter.push(letter);
        }
        splitter.finish_word();
        splitter.words
    }

    /// Folds the letters of a text.
    fn fold(&self, text: &str) -> String {
        let composed = self.replace_letters(text.nfc());
        let lower = composed.nfkd().flat_map(char::to_lowercase);
        let is_kept = |letter: &char| !DROPPED.iter().any(|(first, last)| (first..=last).contains(&letter));
        self.replace_letters(lower.filter(is_kept))
    }

    fn replace_letters(&self, text: impl Iterator<Item = char>) -> String {
        let mut replaced = String::new();
        for letter in text {
            match self.letters.get(&letter) {
                Some(other) => replaced.push_str(other),
                None => replaced.push(letter),
            }
        }
        replaced
    }

    /// The tables for the page's script. Of the letters that stand for another those are left out whose other one is a
    /// Chinese letter that nothing on the board has.
    pub(super) fn to_json(&self, vocabulary: &BTreeSet<&str>) -> Value {
        let is_needed =
            |to: &&String| to.chars().all(|letter| !is_unspaced(letter)) || vocabulary.contains(to.as_str());
        let needed = self.letters.iter().filter(|(_, to)| is_needed(to));
        let (single, several): (Vec<_>, Vec<_>) = needed.partition(|(_, to)| to.chars().nth(1).is_none());
        let pairs: String =
            single.into_iter().flat_map(|(from, to)| std::iter::once(*from).chain(to.chars())).collect();
        let several: BTreeMap<String, &String> = several.into_iter().map(|(from, to)| (from.to_string(), to)).collect();
        let dropped = DROPPED.iter().map(|(first, last)| format!("{first}{last}"));
        json!({
            "pairs": pairs,
            "several": several,
            "dropped": dropped.collect::<String>(),
            "joints": JOINTS,
            "articles": ARTICLES,
            "minWithoutArticle": MIN_WITHOUT_ARTICLE,
            "unspaced": UNSPACED.map(|(_, name)| name),
            "maxWhole": MAX_WHOLE,
        })
    }
}

/// Whether a letter is of a script without spaces between words.
pub(super) fn is_unspaced(letter: char) -> bool {
    UNSPACED.iter().any(|(script, _)| letter.script() == *script)
}

/// Divides a run of letters without spaces into each two neighbours; a letter alone stays alone.
pub(super) fn neighbours(run: &str) -> Vec<String> {
    let letters: Vec<char> = run.chars().collect();
    if letters.len() < 2 {
        return vec![run.to_owned()];
    }
    letters.windows(2).map(|pair| pair.iter().collect()).collect()
}

/// Collects words letter by letter.
#[derive(Default)]
struct Splitter {
    words: Vec<Word>,
    parts: Vec<String>,
    part: String,
    is_unspaced: bool,
    /// Whether the last of the parts is of letters with a dot behind each.
    is_abbreviation: bool,
}

impl Splitter {
    fn push(&mut self, letter: char) {
        if letter.is_alphanumeric() || is_combining_mark(letter) {
            // Vowel signs are written with the letter before them.
            let unspaced = if is_combining_mark(letter) { self.is_unspaced } else { is_unspaced(letter) };
            let is_inside = !self.part.is_empty() || !self.parts.is_empty();
            if is_inside && unspaced != self.is_unspaced {
                self.finish_word();
            }
            self.is_unspaced = unspaced;
            self.part.push(letter);
        } else if JOINTS.contains(letter) && !self.part.is_empty() && !self.is_unspaced {
            self.finish_part();
            self.is_abbreviation &= letter == '.';
        } else {
            self.finish_word();
        }
    }

    /// Letters with dots are one part: «A.S.L.» is asked as «asl», and each alone says nothing.
    fn finish_part(&mut self) {
        let part = std::mem::take(&mut self.part);
        if part.is_empty() {
            return;
        }
        let is_letter = is_one_letter(&part);
        match self.parts.last_mut() {
            Some(letters) if self.is_abbreviation && is_letter => letters.push_str(&part),
            _ => self.parts.push(part),
        }
        self.is_abbreviation = is_letter;
    }

    fn finish_word(&mut self) {
        self.finish_part();
        let parts = std::mem::take(&mut self.parts);
        self.is_unspaced = false;
        self.is_abbreviation = false;
        if parts.is_empty() {
            return;
        }
        let whole = (parts.len() > 1).then(|| parts.concat()).filter(|whole| whole.chars().count() <= MAX_WHOLE);
        let parts = parts.iter().map(|part| strip_article(part).to_owned()).collect();
        self.words.push(Word { parts, whole: whole.map(|whole| strip_article(&whole).to_owned()) });
    }
}

/// Whether a part of a word is a letter alone, not a digit.
fn is_one_letter(part: &str) -> bool {
    let mut letters = part.chars();
    letters.next().is_some_and(|letter| !letter.is_numeric()) && letters.next().is_none()
}

/// A word without its article.
fn strip_article(word: &str) -> &str {
    let mut rest = ARTICLES.iter().filter_map(|article| word.strip_prefix(article));
    rest.find(|rest| rest.chars().count() >= MIN_WITHOUT_ARTICLE).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;
    use std::process::{Command, Stdio};

    use super::*;
    use crate::theme::Theme;

    const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/themes/default/assets/search-engine.js");

    /// Words of a text: parts, then the whole.
    fn words_of(folding: &Folding, text: &str) -> Vec<String> {
        folding.split_words(text).into_iter().flat_map(|word| word.parts.into_iter().chain(word.whole)).collect()
    }

    #[test]
    fn what_is_meant_alike_is_one_word() {
        let folding = Folding::new();
        for (text, words) in [
            ("Corso d'italiano", &["corso", "d", "italiano", "ditaliano"][..]),
            ("l’affitto l´affitto", &["l", "affitto", "laffitto", "l", "affitto", "laffitto"]),
            ("A2/B1, 4G/5G", &["a2", "b1", "4g", "5g"]),
            ("per l'8 marzo", &["per", "l", "8", "l8", "marzo"]),
            ("Wi-Fi wifi", &["wi", "fi", "wifi", "wifi"]),
            ("casa–lavoro", &["casa", "lavoro", "casalavoro"]),
            ("Perché città ÑANDÚ", &["perche", "citta", "nandu"]),
            ("كلاس ثبت‌نام", &["کلاس", "ثبت", "نام", "ثبتنام"]),
            ("مسؤول مسئول", &["مسءول", "مسءول"]),
            ("ہے ھے هے", &["هی", "هی", "هی"]),
            ("العمل ٢٠٢٦", &["عمل", "2026"]),
            ("र‍ि র‍্যালি র্যালি", &["रि", "র্যালি", "র্যালি"]),
            ("難民A2课程", &["难民", "a2", "课程"]),
            ("A2-意大利语", &["a2", "意大利语"]),
            ("Wi-Fi-意大利语", &["wi", "fi", "wifi", "意大利语"]),
            ("A.S.L., C.P.I.A. R.I.C.O.", &["asl", "cpia", "rico"]),
            ("l'A.S.L. s.r.l", &["l", "asl", "lasl", "srl"]),
            ("A.S.L-Roma a-b", &["asl", "roma", "aslroma", "a", "b", "ab"]),
            ("S. Maria B.1", &["s", "maria", "b", "1", "b1"]),
            ("ｗｉｆｉ ﬁne", &["wifi", "fine"]),
            ("--' . 😀", &[]),
        ] {
            assert_eq!(words_of(&folding, text), words, "{text}");
        }
    }

    /// Texts of the scripts of the board, and letters at random.
    fn texts() -> Vec<String> {
        let theme = Theme::embedded();
        let files = theme.files().filter(|(path, _)| path.starts_with("search/") || path.starts_with("i18n/"));
        let lines = files.flat_map(|(path, _)| theme.text(path).lines());
        let mut texts: Vec<String> = lines.map(str::to_owned).collect();
        let ranges = [
            (0x20, 0x7e),
            (0xa0, 0x17f),
            (0x370, 0x3ff),
            (0x400, 0x4ff),
            (0x600, 0x6ff),
            (0x900, 0x9ff),
            (0xe00, 0xe4f),
            (0x2000, 0x206f),
            (0x3040, 0x30ff),
            (0x4e00, 0x9fa5),
            (0xfb00, 0xfb06),
            (0xff00, 0xff5e),
        ];
        let mut state = 22_u32;
        let mut random = |below: u32| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 8) % below
        };
        for _ in 0..4000 {
            let length = 1 + random(12);
            let mut letter = || {
                let (first, last) = ranges[random(12) as usize];
                char::from_u32(first + random(last - first + 1)).unwrap()
            };
            texts.push((0..length).map(|_| letter()).collect());
        }
        texts
    }

    #[test]
    fn script_folds_as_the_index_does() {
        let folding = Folding::new();
        let simplified: Vec<String> = folding.letters.values().cloned().collect();
        let tables = folding.to_json(&simplified.iter().map(String::as_str).collect());
        let texts = texts();
        let program = "const [script, input] = [process.argv[1], require('fs').readFileSync(0, 'utf8')];
            const { tables, texts } = JSON.parse(input);
            const { splitWords } = require(script).makeFolding(tables);
            const words = (text) => [].concat(...splitWords(text).map(({ parts, whole }) => parts.concat(whole || [])));
            console.log(JSON.stringify(texts.map(words)));";
        let mut node = Command::new("node")
            .args(["-e", program, SCRIPT])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("install nodejs");
        node.stdin
            .take()
            .unwrap()
            .write_all(json!({ "tables": tables, "texts": texts }).to_string().as_bytes())
            .unwrap();
        let output = node.wait_with_output().unwrap();
        let words: Vec<Vec<String>> = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(words.len(), texts.len());
        for (text, words) in texts.iter().zip(words) {
            assert_eq!(words, words_of(&folding, text), "{text:?}");
        }
    }
}
