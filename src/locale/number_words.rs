//! Numbers in words, for texts that are read aloud: in Italian, French and Spanish, in whose dates and hours the plain
//! number is what people say. ICU4X has no such data yet; in the other languages of the board a number in a date is
//! declined or ordinal, and whoever reads says figures right.

/// A number below a million in words; `None` in a language that this module does not know.
#[must_use]
pub(crate) fn number_in_words_of(language: &str, number: u32) -> Option<String> {
    let of_language: fn(u32) -> String = match language {
        "it" => italian,
        "fr" => french,
        "es" => spanish,
        _ => return None,
    };
    (number < 1_000_000).then(|| of_language(number))
}

/// An hour of the day in words, as it follows its article: «nove e mezza», «neuf heures trente», «nueve y media»; `None` in a
/// language that this module does not know.
#[must_use]
pub(crate) fn hour_in_words_of(language: &str, hour: u32, minutes: u32) -> Option<String> {
    match language {
        "it" => {
            let hour = if hour == 1 { "una".to_owned() } else { italian(hour) };
            Some(match minutes {
                0 => hour,
                15 => format!("{hour} e un quarto"),
                30 => format!("{hour} e mezza"),
                minutes => format!("{hour} e {}", italian(minutes)),
            })
        }
        "fr" => {
            // Hours are feminine.
            let words = french(hour);
            let words = if words.ends_with("un") { format!("{words}e") } else { words };
            let unit = if hour < 2 { "heure" } else { "heures" };
            Some(if minutes == 0 { format!("{words} {unit}") } else { format!("{words} {unit} {}", french(minutes)) })
        }
        "es" => {
            let words = spanish(hour);
            let words = words.strip_suffix("uno").map_or(words.clone(), |stem| format!("{stem}una"));
            Some(match minutes {
                0 => words,
                15 => format!("{words} y cuarto"),
                30 => format!("{words} y media"),
                minutes => format!("{words} y {}", spanish(minutes)),
            })
        }
        _ => None,
    }
}

/// The word at a position of a list that has it.
fn word(words: &'static str, at: u32) -> &'static str {
    usize::try_from(at).ok().and_then(|at| words.split(' ').nth(at)).unwrap_or_default()
}

fn italian(number: u32) -> String {
    const UNITS: &str = "zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici \
                         quindici sedici diciassette diciotto diciannove";
    const TENS: &str = "- - venti trenta quaranta cinquanta sessanta settanta ottanta novanta";
    match number {
        0..20 => word(UNITS, number).to_owned(),
        20..100 => {
            let (ten, unit) = (word(TENS, number / 10), number % 10);
            let stem = if matches!(unit, 1 | 8) { ten.trim_end_matches(['a', 'i']) } else { ten };
            match unit {
                0 => ten.to_owned(),
                3 => format!("{stem}tré"),
                unit => format!("{stem}{}", word(UNITS, unit)),
            }
        }
        100..1_000 => {
            let hundred = if number < 200 { String::new() } else { italian(number / 100) } + "cento";
            match number % 100 {
                0 => hundred,
                rest => hundred + &italian(rest),
            }
        }
        _ => {
            let thousand = if number < 2_000 {
                "mille".to_owned()
            } else {
                italian(number / 1_000).replace("tré", "tre") + "mila"
            };
            match number % 1_000 {
                0 => thousand,
                rest => thousand + &italian(rest),
            }
        }
    }
}

fn french(number: u32) -> String {
    const UNITS: &str = "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize \
                         dix-sept dix-huit dix-neuf";
    const TENS: &str = "- - vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt";
    match number {
        0..20 => word(UNITS, number).to_owned(),
        20..100 => {
            let ten = word(TENS, number / 10);
            // Seventy and ninety go on to nineteen.
            let rest = if matches!(number / 10, 7 | 9) { number % 10 + 10 } else { number % 10 };
            match (number / 10, rest) {
                (8, 0) => format!("{ten}s"),
                (_, 0) => ten.to_owned(),
                (2..=6, 1) | (7, 11) => format!("{ten} et {}", word(UNITS, rest)),
                _ => format!("{ten}-{}", word(UNITS, rest)),
            }
        }
        100..1_000 => match (number / 100, number % 100) {
            (1, 0) => "cent".to_owned(),
            (1, rest) => format!("cent {}", french(rest)),
            (hundreds, 0) => format!("{} cents", word(UNITS, hundreds)),
            (hundreds, rest) => format!("{} cent {}", word(UNITS, hundreds), french(rest)),
        },
        _ => {
            let thousand = if number < 2_000 {
                "mille".to_owned()
            } else {
                // «Cents» and «vingts» lose their s before another number.
                let thousands = french(number / 1_000);
                let stem = thousands.strip_suffix("cents").map(|stem| format!("{stem}cent"));
                let stem = stem.or_else(|| thousands.strip_suffix("vingts").map(|stem| format!("{stem}vingt")));
                format!("{} mille", stem.unwrap_or(thousands))
            };
            match number % 1_000 {
                0 => thousand,
                rest => format!("{thousand} {}", french(rest)),
            }
        }
    }
}

fn spanish(number: u32) -> String {
    const UNITS: &str = "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince \
                         dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro \
                         veinticinco veintiséis veintisiete veintiocho veintinueve";
    const TENS: &str = "- - - treinta cuarenta cincuenta sesenta setenta ochenta noventa";
    const HUNDREDS: &str = "- ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos \
                            ochocientos novecientos";
    match number {
        0..30 => word(UNITS, number).to_owned(),
        30..100 => match number % 10 {
            0 => word(TENS, number / 10).to_owned(),
            unit => format!("{} y {}", word(TENS, number / 10), word(UNITS, unit)),
        },
        100 => "cien".to_owned(),
        101..1_000 => match number % 100 {
            0 => word(HUNDREDS, number / 100).to_owned(),
            rest => format!("{} {}", word(HUNDREDS, number / 100), spanish(rest)),
        },
        _ => {
            let thousand = match number / 1_000 {
                1 => "mil".to_owned(),
                thousands => {
                    // «Uno» is shortened before «mil».
                    let words = spanish(thousands);
                    let stem = match words.strip_suffix("veintiuno") {
                        Some(stem) => format!("{stem}veintiún"),
                        None => words
                            .strip_suffix('o')
                            .filter(|stem| stem.ends_with("un"))
                            .map_or(words.clone(), str::to_owned),
                    };
                    format!("{stem} mil")
                }
            };
            match number % 1_000 {
                0 => thousand,
                rest => format!("{thousand} {}", spanish(rest)),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{hour_in_words_of, number_in_words_of};
    use crate::model::number_in_words;

    #[test]
    fn italian_words_are_read_back() {
        for number in 1..1_000 {
            let words = number_in_words_of("it", number).unwrap_or_default();
            assert_eq!(number_in_words(&words).or((words == "uno").then_some(1)), Some(number), "{words}");
        }
    }

    #[test]
    fn hours_are_said_as_people_say_them() {
        for (language, hour, minutes, words) in [
            ("it", 1, 0, "una"),
            ("it", 9, 30, "nove e mezza"),
            ("it", 21, 5, "ventuno e cinque"),
            ("fr", 1, 0, "une heure"),
            ("fr", 21, 30, "vingt et une heures trente"),
            ("es", 1, 15, "una y cuarto"),
            ("es", 21, 0, "veintiuna"),
        ] {
            assert_eq!(hour_in_words_of(language, hour, minutes).as_deref(), Some(words));
        }
        assert_eq!(hour_in_words_of("ru", 9, 30), None);
    }

    #[test]
    fn numbers_are_said_as_people_say_them() {
        for (language, number, words) in [
            ("it", 0, "zero"),
            ("it", 28, "ventotto"),
            ("it", 33, "trentatré"),
            ("it", 1_100, "millecento"),
            ("it", 2_026, "duemilaventisei"),
            ("it", 23_000, "ventitremila"),
            ("fr", 21, "vingt et un"),
            ("fr", 71, "soixante et onze"),
            ("fr", 77, "soixante-dix-sept"),
            ("fr", 80, "quatre-vingts"),
            ("fr", 81, "quatre-vingt-un"),
            ("fr", 95, "quatre-vingt-quinze"),
            ("fr", 200, "deux cents"),
            ("fr", 201, "deux cent un"),
            ("fr", 1_100, "mille cent"),
            ("fr", 80_000, "quatre-vingt mille"),
            ("fr", 2_026, "deux mille vingt-six"),
            ("es", 16, "dieciséis"),
            ("es", 31, "treinta y uno"),
            ("es", 100, "cien"),
            ("es", 565, "quinientos sesenta y cinco"),
            ("es", 1_100, "mil cien"),
            ("es", 21_000, "veintiún mil"),
            ("es", 31_000, "treinta y un mil"),
            ("es", 2_026, "dos mil veintiséis"),
        ] {
            assert_eq!(number_in_words_of(language, number).as_deref(), Some(words));
        }
        assert_eq!(number_in_words_of("ru", 4), None);
    }
}
