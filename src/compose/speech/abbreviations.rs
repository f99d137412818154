//! Words that are written short and said whole: days of the week in every language, in Italian those of addresses.

use super::figures::split_range;
use crate::locale::{Locale, key, number_in_words_of};
use crate::model::Weekday;
use crate::text::letter_case::capitalize;

/// Short forms of Italian, as people write them in places, contacts and notes.
const ITALIAN: [(&str, &str); 22] = [
    ("tel", "telefono"),
    ("cell", "cellulare"),
    ("v.le", "viale"),
    ("p.za", "piazza"),
    ("p.zza", "piazza"),
    ("p.le", "piazzale"),
    ("l.go", "largo"),
    ("c.so", "corso"),
    ("n", "numero"),
    ("nr", "numero"),
    ("art", "articolo"),
    ("ecc", "eccetera"),
    ("max", "al massimo"),
    ("min", "minuti"),
    ("ca", "circa"),
    ("pag", "pagina"),
    ("ass", "associazione"),
    ("coop", "cooperativa"),
    ("dott", "dottor"),
    ("dott.ssa", "dottoressa"),
    ("sig", "signor"),
    ("sig.ra", "signora"),
];

/// Short forms without a full stop, which are short in any case.
const ITALIAN_WITH_SLASH: [(&str, &str); 3] = [("c/o", "presso"), ("e/o", "o"), ("h", "ore")];

/// The whole of an Italian word that is written short, `written` with what follows it.
pub(super) fn whole_word(written: &str, locale: &Locale) -> Option<String> {
    if locale.code != "it" {
        return None;
    }
    let bare = written.trim_end_matches([',', ';', ':']);
    let end = written.get(bare.len()..).unwrap_or_default();
    let lower = bare.to_lowercase();
    let shortened = lower.strip_suffix('.').or_else(|| lower.contains('.').then_some(lower.as_str()));
    let of_dot = shortened.and_then(|word| ITALIAN.iter().find(|(short, _)| *short == word));
    let whole =
        of_dot.or_else(|| ITALIAN_WITH_SLASH.iter().find(|(short, _)| *short == lower)).map(|(_, whole)| *whole)?;
    let whole = if bare.starts_with(char::is_uppercase) { capitalize(whole) } else { whole.to_owned() };
    Some(format!("{whole}{end}"))
}

/// Days of the week in full: «Lunedì» of `Lun`, «Da lunedì a venerdì» of `Lun–ven`.
pub(super) fn whole_weekdays(word: &str, locale: &Locale) -> Option<String> {
    let said = match split_range(word) {
        Some((start, end)) => {
            let (start, end) = (weekday_name(start, locale)?, weekday_name(end, locale)?);
            locale.format(key::spoken_days, &[("start", start.into()), ("end", end.into())])
        }
        None => weekday_name(word, locale)?.to_owned(),
    };
    Some(if word.starts_with(char::is_uppercase) { capitalize(&said) } else { said })
}

/// The name of a day that is written whole, or by its short name.
fn weekday_name<'l>(word: &str, locale: &'l Locale) -> Option<&'l str> {
    let written = word.trim_end_matches('.').to_lowercase();
    // Where numbers become words, a day may be any three letters of its name: «mer».
    let is_start = |name: &str| {
        written.chars().count() == 3 && name.starts_with(&written) && number_in_words_of(&locale.code, 0).is_some()
    };
    let is_meant = |day: Weekday, name: &str| {
        let name = name.to_lowercase();
        name == written || locale.format_short_weekday(day).to_lowercase() == written || is_start(&name)
    };
    Weekday::ALL
        .iter()
        .find_map(|day| locale.vocabulary_text("weekday", day.word()).filter(|name| is_meant(*day, name)))
}
