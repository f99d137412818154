//! Texts to be read aloud, for a voice message: no emoji, no web address, numbers as they are said.
//!
//! In Italian, French and Spanish numbers are words. In the other languages they stay figures: there a number in a date
//! is an ordinal or declined, and whoever reads says it right. Telephone numbers are read in pairs everywhere.

mod abbreviations;
mod addresses;
mod figures;

use crate::locale::{Locale, key};
use crate::markdown::find_telephones;
use crate::text::calendar_names::MONTHS;
use crate::text::emoji::{is_emoji, is_emoji_modifier};
use crate::text::invisible::is_zero_width;
use abbreviations::{whole_weekdays, whole_word};
use addresses::{is_host, say_address};
use figures::{is_amount, say_euro, say_figures, say_hour_range, say_telephone, telephone_length};

/// What makes a key of the figure before it.
const KEYCAP: char = '\u{20e3}';

/// Signs behind a word.
const ENDS: [char; 12] = ['.', ',', ';', ':', '!', '?', '،', '。', '，', '；', '।', '۔'];

/// Signs that nobody says: arrows, bullets, marks of styles, lines.
const UNSAID: [char; 17] = ['«', '»', '“', '”', '"', '*', '_', '~', '#', '|', '•', '→', '←', '↑', '↓', '—', '✓'];

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
    let line = &divide_telephones(&without_keycaps(line));
    let is_unsaid = |letter: char| {
        is_emoji(letter)
            || is_emoji_modifier(letter)
            || is_zero_width(letter)
            || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{2066}'..='\u{2069}')
    };
    let plain: String = line.chars().filter(|letter| !is_unsaid(*letter)).collect();
    // What stands between brackets or dots is said one after another.
    let plain = plain.replace(['(', '[', '·'], ", ").replace([')', ']'], "").replace(UNSAID, "").replace(" ,", ",");
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
        let next = later.first().copied();
        if let Some(end) = next.filter(|_| is_amount(first)).and_then(|next| next.strip_prefix('€')) {
            said.push(format!("{}{end}", say_euro(first, locale)));
            rest = later.get(1..).unwrap_or_default();
            continue;
        }
        // «ore 9:30–12:00»: the words of the hours say it.
        if next.is_some_and(|next| say_hour_range(next.trim_end_matches(ENDS), locale).is_some())
            && locale.code == "it"
            && first.eq_ignore_ascii_case("ore")
        {
            rest = later;
            continue;
        }
        said.extend(say_word(first, next, locale));
        rest = later;
    }
    let line = said.join(" ").replace(" ,", ",").replace(",,", ",").replace("..", ".");
    line.trim_matches([' ', ',', ';', ':']).to_owned()
}

/// A line without the numbers on keys that count steps: «1️⃣».
fn without_keycaps(line: &str) -> String {
    let Some((before, after)) = line.split_once(KEYCAP) else { return line.to_owned() };
    let before = before.trim_end_matches('\u{fe0f}');
    let before = before.strip_suffix(|last: char| last.is_ascii_digit()).unwrap_or(before);
    format!("{before}{}", without_keycaps(after))
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

/// A word as it is said; `next` follows it. `None` for web addresses.
fn say_word(word: &str, next: Option<&str>, locale: &Locale) -> Option<String> {
    if word.contains("://") || word.starts_with("www.") {
        return None;
    }
    if let Some(whole) = whole_word(word, locale) {
        return Some(whole);
    }
    let core = word.trim_end_matches(ENDS);
    let end = word.get(core.len()..).unwrap_or_default();
    if core.contains('@') || is_host(core) {
        return Some(format!("{}{end}", say_address(core, locale)));
    }
    if let Some(days) = whole_weekdays(core, locale) {
        return Some(format!("{days}{end}"));
    }
    if let Some(hours) = say_hour_range(core, locale) {
        return Some(format!("{hours}{end}"));
    }
    if core == "1" && locale.code == "it" && next.is_some_and(|next| MONTHS.contains(&next)) {
        return Some("primo".to_owned());
    }
    if core == "1er" && locale.code == "fr" {
        return Some("premier".to_owned());
    }
    let said = match core.strip_prefix('€').or_else(|| core.strip_suffix('€')) {
        Some("") => locale.text(key::spoken_euro).to_owned(),
        Some(amount) => say_euro(amount, locale),
        None => match core {
            "&" => locale.text(key::spoken_and).to_owned(),
            "+" => locale.text(key::spoken_plus).to_owned(),
            // A dash between two words is a pause.
            "–" | "-" => ",".to_owned(),
            core if core.starts_with(|first: char| first.is_ascii_digit()) => {
                // Between figures a dash is «to», between words it is none of our business.
                let to = format!(" {} ", locale.text(key::spoken_to));
                core.split(['–', '-']).map(|part| say_figures(part, locale)).collect::<Vec<_>>().join(&to)
            }
            core => say_figures(core, locale),
        },
    };
    Some(format!("{said}{end}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locales;
    use crate::theme::Theme;

    #[test]
    fn lines_are_said_without_signs_and_figures() {
        let languages = ["it", "fr", "es", "en", "ru", "bn"].map(str::to_owned);
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
                "Lunedì, mercoledì e venerdì dalle nove e mezza alle dodici, dal primo gennaio",
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
            ("it", "Lun–ven 9:30–13:15.", "Da lunedì a venerdì dalle nove e mezza alle tredici e un quarto."),
            ("it", "Sabato ore 13:00–14:40", "Sabato dalle tredici alle quattordici e quaranta"),
            ("it", "1:00–2:00", "dall'una alle due"),
            (
                "it",
                "Costa 46,46 € (16 + 30,46)",
                "Costa quarantasei euro e quarantasei centesimi, sedici più trenta virgola quarantasei",
            ),
            ("it", "7,5 ore · 10–12 lezioni", "sette virgola cinque ore, dieci a dodici lezioni"),
            (
                "it",
                "v.le Manzoni 1, tel. 06 5550 0110",
                "viale Manzoni uno, telefono zero sei, cinquantacinque, cinquanta, zero uno, dieci",
            ),
            ("it", "👉 Chiama → qui • oggi – domani", "Chiama qui oggi, domani"),
            ("fr", "Lun–ven 9:30–12:00", "De lundi à vendredi de neuf heures trente à douze heures"),
            ("fr", "Dès le mardi 1er décembre", "Dès le mardi premier décembre"),
            ("it", "1\u{fe0f}\u{20e3} Salva 2\u{fe0f}\u{20e3} Apri", "Salva Apri"),
            ("fr", "46,46 €", "quarante-six euros et quarante-six centimes"),
            ("es", "lun–vie 9:30–13:00", "de lunes a viernes de las nueve y media a las trece"),
            ("ru", "пн–пт 9:30–12:00", "понедельник – пятница с 9:30 до 12:00"),
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
