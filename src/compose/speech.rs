//! Texts to be read aloud, for a voice message: no emoji, no web address, numbers as they are said.
//!
//! In Italian, French and Spanish numbers are words. In the other languages they stay figures: there a number in a date
//! is an ordinal or declined, and whoever reads says it right. Telephone numbers are read in pairs everywhere.

use crate::locale::{Locale, key, number_in_words_of};
use crate::markdown::find_telephones;
use crate::model::Weekday;
use crate::text::calendar_names::MONTHS;
use crate::text::emoji::{is_emoji, is_emoji_modifier};
use crate::text::invisible::is_zero_width;
use crate::text::letter_case::capitalize;

/// Figures from which on a row of them is a telephone number.
const MIN_TELEPHONE: usize = 6;

/// The text as somebody reads it aloud, a sentence a line.
pub(super) fn read_aloud(text: &str, locale: &Locale) -> String {
    let lines = text.lines().map(|line| say_line(line, locale)).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// Words of a text, as long as they take to say: of Chinese, which has no spaces, two characters are one.
pub(super) fn count_spoken_words(text: &str) -> usize {
    let is_chinese = |letter: &char| matches!(letter, '\u{3400}'..='\u{9fff}');
    let chinese = text.chars().filter(is_chinese).count();
    let others = text.split(|letter: char| letter.is_whitespace() || is_chinese(&letter));
    chinese.div_ceil(2) + others.filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

fn say_line(line: &str, locale: &Locale) -> String {
    let line = &divide_telephones(line);
    let is_unsaid = |letter: char| {
        is_emoji(letter)
            || is_emoji_modifier(letter)
            || is_zero_width(letter)
            || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{2066}'..='\u{2069}')
    };
    let plain: String = line.chars().filter(|letter| !is_unsaid(*letter)).collect();
    // What stands between brackets or dots is said one after another.
    let plain =
        plain.replace(['(', '[', '·'], ", ").replace([')', ']', '«', '»', '“', '”', '*'], "").replace(" ,", ",");
    let tokens: Vec<&str> = plain.split_whitespace().collect();
    let mut said: Vec<String> = Vec::new();
    let mut rest = tokens.as_slice();
    while let Some((first, later)) = rest.split_first() {
        let row = telephone_length(rest);
        if row > 0 {
            let (number, behind) = rest.split_at(row.min(rest.len()));
            said.push(say_telephone(&number.concat(), locale));
            rest = behind;
            continue;
        }
        said.extend(say_word(first, later.first().copied(), locale));
        rest = later;
    }
    let line = said.join(" ").replace(" ,", ",").replace(",,", ",").replace("..", ".");
    line.trim_matches([' ', ',', ';', ':']).to_owned()
}

/// A line in which only spaces divide telephone numbers.
fn divide_telephones(line: &str) -> String {
    let mut divided = line.to_owned();
    for range in find_telephones(line).into_iter().rev() {
        if let Some(number) = line.get(range.clone()) {
            divided.replace_range(range, &number.replace(['.', '/', '-'], " "));
        }
    }
    divided
}

/// How many words from the first on are a telephone number; zero if none is.
fn telephone_length(words: &[&str]) -> usize {
    let is_figures = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let mut figures = 0;
    let mut length = 0;
    for word in words {
        let core = word.trim_end_matches(['.', ',', ';', ':']);
        let number = if length == 0 { core.strip_prefix('+').unwrap_or(core) } else { core };
        if !is_figures(number) {
            break;
        }
        figures += number.len();
        length += 1;
        if core != *word {
            break;
        }
    }
    if figures >= MIN_TELEPHONE { length } else { 0 }
}

/// A telephone number in pairs, and what followed it.
fn say_telephone(number: &str, locale: &Locale) -> String {
    let end: String = number.chars().filter(|letter| matches!(letter, '.' | ',' | ';' | ':')).collect();
    let national = number.strip_prefix("+39").unwrap_or(number);
    let figures: Vec<char> = national.chars().filter(char::is_ascii_digit).collect();
    let pairs = figures.chunks(2).map(|pair| {
        let written: String = pair.iter().collect();
        let one_by_one = || pair.iter().filter_map(|figure| in_words(*figure, locale)).collect::<Vec<_>>().join(" ");
        let words = if written.starts_with('0') { Some(one_by_one()).filter(|words| !words.is_empty()) } else { None };
        words.or_else(|| number_in_words_of(&locale.code, written.parse().ok()?)).unwrap_or(written)
    });
    format!("{}{end}", pairs.collect::<Vec<_>>().join(", "))
}

fn in_words(figure: char, locale: &Locale) -> Option<String> {
    number_in_words_of(&locale.code, figure.to_digit(10)?)
}

/// A word as it is said; `next` follows it. `None` for web addresses.
fn say_word(word: &str, next: Option<&str>, locale: &Locale) -> Option<String> {
    if word.contains("://") || word.starts_with("www.") {
        return None;
    }
    let core = word.trim_end_matches(['.', ',', ';', ':', '!', '?', '،', '。', '，', '；', '।', '۔']);
    let end = word.get(core.len()..).unwrap_or_default();
    if core.contains('@') || is_host(core) {
        return Some(format!("{}{end}", say_address(core, locale)));
    }
    if let Some(day) = whole_weekday(core, locale) {
        return Some(format!("{day}{end}"));
    }
    if core == "1" && locale.code == "it" && next.is_some_and(|next| MONTHS.contains(&next)) {
        return Some("primo".to_owned());
    }
    let said = match core.strip_prefix('€').or_else(|| core.strip_suffix('€')) {
        Some("") => return Some(format!("{}{end}", locale.text(key::spoken_euro))),
        Some(amount) => format!("{} {}", say_figures(amount, locale), locale.text(key::spoken_euro)),
        None if core.starts_with(|first: char| first.is_ascii_digit()) => {
            // Between figures a dash is «to», between words it is none of our business.
            let to = format!(" {} ", locale.text(key::spoken_to));
            core.split(['–', '-']).map(|part| say_figures(part, locale)).collect::<Vec<_>>().join(&to)
        }
        None => say_figures(core, locale),
    };
    Some(format!("{said}{end}"))
}

/// The name of a day of which `word` is the first three letters, as «Lun»; only in the languages that shorten them so.
fn whole_weekday(word: &str, locale: &Locale) -> Option<String> {
    if word.chars().count() != 3 || number_in_words_of(&locale.code, 0).is_none() {
        return None;
    }
    let mut names = Weekday::ALL.iter().filter_map(|day| locale.vocabulary_text("weekday", day.word()));
    let name = names.find(|name| name.starts_with(&word.to_lowercase()))?;
    Some(if word.starts_with(char::is_uppercase) { capitalize(name) } else { name.to_owned() })
}

/// Whether a word is a host without scheme: `example.org/corsi`.
fn is_host(word: &str) -> bool {
    let host = word.split('/').next().unwrap_or_default();
    let Some((name, last)) = host.rsplit_once('.') else { return false };
    let is_label = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || matches!(letter, '.' | '-');
    name.len() > 1
        && name.chars().all(is_label)
        && name.contains(|letter: char| letter.is_ascii_lowercase())
        && (2..=6).contains(&last.len())
        && last.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// A host or an e-mail address in words: «bacheca trattino roma punto example punto org».
fn say_address(address: &str, locale: &Locale) -> String {
    let mut said = String::new();
    for letter in address.split('/').next().unwrap_or_default().chars() {
        let name = match letter {
            '.' => locale.text(key::spoken_dot),
            '-' => locale.text(key::spoken_dash),
            '@' => locale.text(key::spoken_at),
            letter => {
                said.push(letter);
                continue;
            }
        };
        said.extend([" ", name, " "]);
    }
    say_figures(&said, locale)
}

/// Figures of a word in words: hours, thousands, the rest number by number.
fn say_figures(word: &str, locale: &Locale) -> String {
    if number_in_words_of(&locale.code, 0).is_none() || !word.contains(|letter: char| letter.is_ascii_digit()) {
        return word.to_owned();
    }
    let joined = join_thousands(word);
    let mut said = String::new();
    let mut rest = joined.as_str();
    while let Some(start) = rest.find(|letter: char| letter.is_ascii_digit()) {
        let (before, figures) = rest.split_at(start);
        let length = figures.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(figures.len());
        let (number, behind) = figures.split_at(length);
        let is_minutes = before == ":" && !said.is_empty();
        let is_whole_hour = is_minutes && number.bytes().all(|byte| byte == b'0');
        if !is_whole_hour {
            let between = if is_minutes { locale.text(key::spoken_and) } else { before };
            said.push_str(between);
            if said.ends_with(char::is_alphanumeric) {
                said.push(' ');
            }
            // A number that begins with a zero is a code, but for minutes.
            let is_code = !is_minutes && number.len() > 1 && number.starts_with('0');
            let words =
                number.parse().ok().filter(|_| !is_code).and_then(|number| number_in_words_of(&locale.code, number));
            said.push_str(&words.unwrap_or_else(|| say_telephone(number, locale)));
        }
        rest = behind;
        if rest.starts_with(char::is_alphanumeric) {
            said.push(' ');
        }
        if rest.starts_with(':') && rest.chars().nth(1).is_some_and(|next| next.is_ascii_digit()) {
            said.push(' ');
        }
    }
    said.push_str(rest);
    said.trim_end().to_owned()
}

/// `1.100` without its point.
fn join_thousands(word: &str) -> String {
    let mut out = String::new();
    let letters: Vec<char> = word.chars().collect();
    for (at, letter) in letters.iter().enumerate() {
        let figures = |from: usize| letters.iter().skip(from).take_while(|letter| letter.is_ascii_digit()).count();
        let is_separator = matches!(letter, '.' | '\u{a0}' | '\u{202f}')
            && at.checked_sub(1).and_then(|at| letters.get(at)).is_some_and(char::is_ascii_digit)
            && figures(at + 1) == 3;
        if !is_separator {
            out.push(*letter);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locales;
    use crate::theme::Theme;

    #[test]
    fn lines_are_said_without_signs_and_figures() {
        let languages = ["it", "fr", "es", "en"].map(str::to_owned);
        let Ok(locales) = Locales::load(&Theme::embedded(), &languages) else { return assert!(languages.is_empty()) };
        for (code, written, said) in [
            (
                "it",
                "⏳ Iscriviti entro venerdì 4 dicembre 2026, ore 12:00.",
                "Iscriviti entro venerdì quattro dicembre duemilaventisei, ore dodici.",
            ),
            (
                "it",
                "Lun, mer e ven 9:30–12:00 · dal 1 gennaio",
                "Lunedì, mercoledì e venerdì nove e trenta fino a dodici, dal primo gennaio",
            ),
            ("it", "Chiama 06 5550 0110.", "Chiama zero sei, cinquantacinque, cinquanta, zero uno, dieci."),
            ("it", "Chiama 06.5550.0110", "Chiama zero sei, cinquantacinque, cinquanta, zero uno, dieci"),
            ("it", "Chiama +39 351 592 7691", "Chiama trentacinque, quindici, novantadue, settantasei, novantuno"),
            ("it", "Ti pagano 1.100 € al mese (lordi)", "Ti pagano millecento euro al mese, lordi"),
            ("it", "Corso A2 in via Casilina 565", "Corso A due in via Casilina cinquecentosessantacinque"),
            ("it", "bacheca-roma.example.org", "bacheca trattino roma punto example punto org"),
            (
                "it",
                "Vai su https://example.org/a e scrivi a corsi@example.org",
                "Vai su e scrivi a corsi chiocciola example punto org",
            ),
            (
                "es",
                "Hasta el viernes, 4 de diciembre de 2026",
                "Hasta el viernes, cuatro de diciembre de dos mil veintiséis",
            ),
            (
                "en",
                "Call 06 5550 0110, Friday, 4 December at 12:00",
                "Call 06, 55, 50, 01, 10, Friday, 4 December at 12:00",
            ),
        ] {
            let spoken = locales.get(code).map(|locale| read_aloud(written, locale));
            assert_eq!(spoken.as_deref(), Some(said));
        }
    }

    #[test]
    fn chinese_is_as_long_as_it_takes_to_say() {
        assert_eq!(count_spoken_words("Vieni il 4 dicembre – ore 12"), 6);
        assert_eq!(count_spoken_words("免费课程。via Casilina"), 4);
    }
}
