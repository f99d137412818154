//! Compares «il 40 % di 500 euro, cioè 200 euro» with the sum that it makes.

use std::ops::Range;

use crate::board::Item;
use crate::check::{Findings, Passage, near_after, near_before};
use crate::localized;
use crate::model::Money;

/// Words between a share and what it makes.
const MEANS: [&str; 9] = ["cioè", "ossia", "ovvero", "pari a", "quindi", "sono", "fa", "fanno", "="];

/// Reports shares that are not what the text says that they are.
pub(super) fn check(item: &Item, passage: &Passage<'_>, findings: &mut Findings<'_>) {
    for (at, sign) in passage.text.match_indices('%').chain(passage.text.match_indices("per cento")) {
        let Some(share) = read_share(passage.text, at, sign.len()) else { continue };
        let Share { range, percent, whole, part } = share;
        let Some(made) = percent.0.checked_mul(whole.0).map(|product| Money(product / 10_000)) else { continue };
        // A euro is within rounding.
        if (made.0 - part.0).abs() <= 100 {
            continue;
        }
        let (percent, whole, part) = (plain(percent), plain(whole), plain(part));
        let made = plain(made);
        findings
            .report_in_passage(
                &item.document,
                passage,
                range,
                localized!(
                    "il {percent} % di {whole} fa {made}, non {part}",
                    "{percent} % of {whole} makes {made}, not {part}"
                ),
                localized!("controlla i tre numeri", "check the three numbers"),
            )
            .ask(localized!(
                "Il {percent} % di {whole} fa {made}, ma c'è scritto {part}: qual è giusto?",
                "{percent} % of {whole} makes {made}, but it says {part}: which is right?"
            ));
    }
}

/// A share of a whole and what the text says that it makes; numbers in hundredths.
struct Share {
    range: Range<usize>,
    percent: Money,
    whole: Money,
    part: Money,
}

/// Reads «40 % di 500 euro, cioè 200» around its sign; `None` if anything else stands between the numbers.
fn read_share(text: &str, at: usize, sign: usize) -> Option<Share> {
    let before = near_before(text, at).trim_end();
    let digits = before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',')).len();
    let (percent, _) = read_number(before.get(before.len() - digits..)?)?;
    let behind = near_after(text, at + sign);
    let rest = strip_word(behind, &["di", "dei", "del", "delle", "su"])?;
    let (whole, rest) = read_number(rest)?;
    let rest = rest.trim_start();
    let rest = ["euro", "€", "persone", "posti", "ore"].iter().find_map(|unit| rest.strip_prefix(unit)).unwrap_or(rest);
    let rest = rest.trim_start_matches([' ', ',', ':', '(', '\u{a0}']);
    let rest = strip_word(rest, &MEANS)?;
    let (part, rest) = read_number(rest)?;
    let end = at + sign + (behind.len() - rest.len());
    let start = text.get(..at)?.trim_end().len() - digits;
    Some(Share { range: start..end, percent, whole, part })
}

/// The rest behind the first of some words.
fn strip_word<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    let text = text.trim_start();
    words.iter().find_map(|word| text.strip_prefix(word).filter(|rest| rest.starts_with([' ', '\u{a0}'])))
}

/// A number and the rest behind it, its last full stop or comma apart.
fn read_number(text: &str) -> Option<(Money, &str)> {
    let text = text.trim_start_matches([' ', '\u{a0}', '€']);
    let length = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',')).len();
    let (number, _) = text.split_at_checked(length)?;
    let number = number.trim_end_matches(['.', ',']);
    Some((Money::parse(number)?, text.get(number.len()..)?))
}

/// A number without the currency: «40», «12,50».
fn plain(number: Money) -> String {
    number.to_italian().trim_end_matches([' ', '\u{a0}', '€']).trim_end_matches("euro").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::read_share;

    #[test]
    fn shares_are_read_whole_or_not_at_all() {
        for (text, numbers) in [
            ("il 40 % di 500 euro, cioè 250 euro", Some((4_000, 50_000, 25_000))),
            ("il 40% di 1.500 euro (pari a 600 euro)", Some((4_000, 150_000, 60_000))),
            ("il 12,5 % di 80 posti sono 10.", Some((1_250, 8_000, 1_000))),
            ("il 40 % di 500 euro", None),
            ("il 40 % delle persone sono 200", None),
            ("il 40 % di 500 euro al mese, fino a 250 euro", None),
        ] {
            let at = text.find('%').unwrap();
            let share = read_share(text, at, 1).map(|share| (share.percent.0, share.whole.0, share.part.0));
            assert_eq!(share, numbers, "{text}");
        }
        let text = "Paga il 40 per cento di 500 euro, cioè 250 euro.";
        let share = read_share(text, text.find("per cento").unwrap(), "per cento".len()).unwrap();
        assert_eq!(text.get(share.range), Some("40 per cento di 500 euro, cioè 250"));
    }
}
