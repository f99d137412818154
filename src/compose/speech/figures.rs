//! Figures as they are said: hours, sums, telephone numbers, the rest number by number.

use crate::locale::{Locale, hour_in_words_of, key, number_in_words_of};

/// Figures from which on a row of them is a telephone number.
const MIN_TELEPHONE: usize = 6;

/// How many words from the first on are a telephone number; zero if none is.
pub(super) fn telephone_length(words: &[&str]) -> usize {
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
pub(super) fn say_telephone(number: &str, locale: &Locale) -> String {
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

/// «Dalle nove e mezza alle dodici» of `9:30–12:00`; `None` of anything else.
pub(super) fn say_hour_range(word: &str, locale: &Locale) -> Option<String> {
    let (start, end) = split_range(word)?;
    let (start, end) = (say_hour(start, locale)?, say_hour(end, locale)?);
    let said = locale.format(key::spoken_hours, &[("start", start.into()), ("end", end.into())]);
    // Of one o'clock the article is singular.
    Some(match locale.code.as_str() {
        "it" => said.replace("dalle una", "dall'una").replace("alle una", "all'una"),
        "es" => said.replace("las una", "la una"),
        _ => said,
    })
}

/// An hour in words, in figures where the language has no words here; `None` if it is none: `9:30`.
pub(super) fn say_hour(word: &str, locale: &Locale) -> Option<String> {
    let (hour, minutes) = word.split_once(':')?;
    let is_number = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(hour) || !is_number(minutes) || minutes.len() != 2 {
        return None;
    }
    let (hour, minutes) = (hour.parse().ok()?, minutes.parse().ok()?);
    if hour > 24 || minutes > 59 {
        return None;
    }
    hour_in_words_of(&locale.code, hour, minutes).or_else(|| Some(word.to_owned()))
}

/// What stands on both sides of a dash, if there is one.
pub(super) fn split_range(word: &str) -> Option<(&str, &str)> {
    let (start, end) = word.split_once(['–', '-'])?;
    (!start.is_empty() && !end.is_empty() && !end.contains(['–', '-'])).then_some((start, end))
}

/// A sum in euro: «quarantasei euro e quarantasei centesimi» of `46,46`.
pub(super) fn say_euro(amount: &str, locale: &Locale) -> String {
    let euro = locale.text(key::spoken_euro);
    let joined = join_thousands(amount);
    if let Some((whole, cents)) = split_decimals(&joined).filter(|_| has_number_words(locale)) {
        let cents = if cents.len() == 1 { format!("{cents}0") } else { cents.to_owned() };
        let whole = say_figures(whole, locale);
        // «06» is a number here, no code.
        let cents = cents.trim_start_matches('0');
        if cents.is_empty() {
            return format!("{whole} {euro}");
        }
        let (and, of_cents) = (locale.text(key::spoken_and), locale.text(key::spoken_cents));
        return format!("{whole} {euro} {and} {} {of_cents}", say_figures(cents, locale));
    }
    match amount {
        "1" if locale.code == "it" => format!("un {euro}"),
        amount => format!("{} {euro}", say_figures(amount, locale)),
    }
}

/// Whether a word is an amount of money, without its currency.
pub(super) fn is_amount(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_digit())
        && word.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '.' | ',' | '\u{a0}' | '\u{202f}'))
}

/// Whole part and decimals of a number that has both, one or two of them: `7,5`.
fn split_decimals(word: &str) -> Option<(&str, &str)> {
    let (whole, decimals) = word.split_once(',')?;
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    (is_number(whole) && is_number(decimals) && decimals.len() <= 2).then_some((whole, decimals))
}

fn has_number_words(locale: &Locale) -> bool {
    number_in_words_of(&locale.code, 0).is_some()
}

/// Figures of a word in words: an hour, decimals, thousands, the rest number by number.
pub(super) fn say_figures(word: &str, locale: &Locale) -> String {
    if !has_number_words(locale) || !word.contains(|letter: char| letter.is_ascii_digit()) {
        return word.to_owned();
    }
    if let Some(hour) = say_hour(word, locale) {
        return hour;
    }
    let joined = join_thousands(word);
    if let Some((whole, decimals)) = split_decimals(&joined) {
        let comma = locale.text(key::spoken_comma);
        return [say_figures(whole, locale), comma.to_owned(), say_figures(decimals, locale)].join(" ");
    }
    let mut said = String::new();
    let mut rest = joined.as_str();
    while let Some(start) = rest.find(|letter: char| letter.is_ascii_digit()) {
        let (before, figures) = rest.split_at(start);
        let length = figures.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(figures.len());
        let (number, behind) = figures.split_at(length);
        said.push_str(before);
        if said.ends_with(char::is_alphanumeric) {
            said.push(' ');
        }
        // A number that begins with a zero is a code.
        let is_code = number.len() > 1 && number.starts_with('0');
        let words =
            number.parse().ok().filter(|_| !is_code).and_then(|number| number_in_words_of(&locale.code, number));
        said.push_str(&words.unwrap_or_else(|| say_telephone(number, locale)));
        rest = behind;
        if rest.starts_with(char::is_alphanumeric) {
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
