//! Finds age limits in the text that differ from those of the fields («28 anni e 364 giorni» counts as 28).

use std::ops::Range;
use std::sync::LazyLock;

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, Passage, PatternSet, Prose, WordList, near_before, word_lists};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{Audience, Kind, number_in_words};
use crate::path;

word_lists! { "age_disagrees.txt":
    /// Words of a sentence that says who may take part.
    PARTICIPATION_WORDS = "participation";
    /// Words of a sentence about a reduced price or the age of a child.
    PRICE_OR_FAMILY_WORDS = "price or family";
    /// People who help those who take part.
    HELPER_WORDS = "helpers";
    /// People whom somebody works for.
    SERVED_WORDS = "served";
}

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "age-disagrees",
        severity: Severity::Warning,
        group: RuleGroup::Accessibility,
        summary: text("l'età nel testo è quella dei campi", "ages in the text are those of the fields"),
        explanation: text(
            "Chi ha un'età al limite deve sapere se può partecipare. `eta_min` e `eta_max` comprendono gli anni scritti: «fino a 28 anni e 364 giorni» è `eta_max: 28`, «under 30» è `eta_max: 29`.",
            "Whoever is of the limiting age must know. `eta_min` and `eta_max` include the years written: «up to 28 years and 364 days» is `eta_max: 28`, «under 30» is `eta_max: 29`.",
        ),
        wrong: "destinatari: {eta_min: 18, eta_max: 29}\n---\nPossono partecipare giovani dai 18 ai 35 anni.",
        right: "destinatari: {eta_min: 18, eta_max: 28}\n---\nPossono partecipare giovani dai 18 ai 28 anni e 364 giorni.",
        origin: "linee guida del canale, paragrafo 5, «Destinatari»",
    },
    function: CheckFunction::Prose(check),
};

/// An age limit found in the text.
struct AgeLimits {
    range: Range<usize>,
    minimum: Option<u32>,
    maximum: Option<u32>,
    /// «Under 30» and «over 40»: the year itself may be included or not.
    vague: bool,
    /// An explicit limit («L'età massima è di 40 anni»), reported even if the field is missing.
    named: bool,
}

fn check(_: &Board, item: &Item, prose: &Prose<'_>, findings: &mut Findings<'_>) {
    let Some(audience) = item.facts.audience.value() else { return };
    if let (Some(minimum), Some(maximum)) = (audience.minimum_age, audience.maximum_age)
        && minimum > maximum
    {
        findings.report_at_field(
            item,
            path![destinatari.eta_max],
            localized!(
                "da {minimum} a {maximum} anni non c'è nessuno",
                "nobody is from {minimum} to {maximum} years old"
            ),
            localized!("scambia `eta_min` e `eta_max`", "exchange `eta_min` and `eta_max`"),
        );
        return;
    }
    if audience.minimum_age.is_none() && audience.maximum_age.is_none() {
        return;
    }
    for passage in prose.passages() {
        for limits in find_age_limits(passage.text) {
            compare(item, audience, &passage, &limits, findings);
        }
    }
}

fn compare(item: &Item, audience: &Audience, passage: &Passage<'_>, limits: &AgeLimits, findings: &mut Findings<'_>) {
    // «Over 60? C'è un altro corso» is about other people.
    let others = limits.minimum.zip(audience.maximum_age).is_some_and(|(written, oldest)| written > oldest)
        || limits.maximum.zip(audience.minimum_age).is_some_and(|(written, youngest)| written < youngest);
    if (limits.vague && others) || is_about_others(item.kind(), passage.sentence_around(&limits.range)) {
        return;
    }
    // «Under 30» may be 29 or 30, «over 40» 40 or 41.
    let differs = |written: Option<u32>, field: Option<u32>, other: fn(u32) -> u32| {
        written.is_some_and(|written| match field {
            Some(field) => field != written && !(limits.vague && field == other(written)),
            None => limits.named,
        })
    };
    let minimum = differs(limits.minimum, audience.minimum_age, |age| age + 1);
    let maximum = differs(limits.maximum, audience.maximum_age, |age| age - 1);
    if !minimum && !maximum {
        return;
    }
    let field = match (audience.minimum_age, audience.maximum_age) {
        (Some(minimum), Some(maximum)) => format!("{minimum}-{maximum}"),
        (Some(minimum), None) => format!("{minimum}+"),
        (None, maximum) => format!("0-{}", maximum.unwrap_or_default()),
    };
    let written = passage.text.get(limits.range.clone()).unwrap_or_default();
    findings
        .report_in_passage(
            &item.document,
            passage,
            limits.range.clone(),
            localized!("nel testo «{written}», nei campi {field}", "«{written}» in the text, {field} in the fields"),
            localized!("scrivi la stessa età nei due posti", "write the same age in both places"),
        )
        .ask(localized!(
            "Per l'età leggiamo «{written}» e anche {field}: qual è giusta?",
            "For the age we read «{written}» and also {field}: which is right?"
        ));
}

/// Whether a sentence gives the age of people who help («i buddy hanno fra i 19 e i 25 anni»), or whom one works for («nella
/// comunità vivono ragazzi fra i 15 e i 17 anni»).
fn is_about_others(kind: Kind, sentence: &str) -> bool {
    let some = |list: &WordList| sentence.split(|c: char| !c.is_alphanumeric()).any(|word| list.matches(word));
    !some(&PARTICIPATION_WORDS) && (some(&HELPER_WORDS) || (kind == Kind::Job && some(&SERVED_WORDS)))
}

/// Whether an age is a condition for taking part: «Puoi iscriverti se hai compiuto 16 anni», but not «se hai compiuto 65
/// anni non paghi».
fn is_condition(before: &str, after: &str) -> bool {
    let ends = |c: char| matches!(c, '.' | '!' | '?' | '\n' | ';' | ':');
    let before = before.rsplit(ends).next().unwrap_or_default();
    // «Chi ha compiuto 36 anni non può» excludes that age.
    if after.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty()) == Some("non") {
        return false;
    }
    let sentence = [
        before,
        " ",
        after.get(..after.floor_char_boundary(120)).unwrap_or_default().split(ends).next().unwrap_or_default(),
    ]
    .concat();
    let some = |list: &WordList| sentence.split(|c: char| !c.is_alphanumeric()).any(|word| list.matches(word));
    some(&PARTICIPATION_WORDS) && !some(&PRICE_OR_FAMILY_WORDS) && !before.contains("non ha")
}

/// Whether a text ends in two numbers with a dash: «18-45 ».
fn joins_with_dash(before: &str) -> bool {
    let rest = before.trim_end().trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
    rest.strip_suffix(['-', '–']).is_some_and(|rest| rest.trim_end().ends_with(|c: char| c.is_ascii_digit()))
}

static AGE_WORDS: LazyLock<PatternSet> = LazyLock::new(|| PatternSet::new(&["anni", "nder ", "over ", "Over "]));

/// Finds age limits in a text: «dai 18 ai 28 anni e 364 giorni», «tra i 16 e i 24 anni», «under 35», «fino a 30 anni»,
/// «almeno 18 anni».
fn find_age_limits(text: &str) -> Vec<AgeLimits> {
    let mut found = Vec::new();
    if !AGE_WORDS.matches(text) {
        return found;
    }
    let lower = text.to_lowercase();
    // Only numbers are compared: «maggiorenni» states the same as the fields.
    if lower.len() != text.len() {
        return found;
    }
    for (at, _) in lower.match_indices("anni") {
        let before = near_before(&lower, at);
        if before.ends_with(char::is_alphabetic)
            || lower.get(at + 4..).is_some_and(|rest| rest.starts_with(char::is_alphabetic))
        {
            continue;
        }
        let words: Vec<&str> = before.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let mut words = words.into_iter().rev();
        let age =
            |word: &str| word.parse().ok().or_else(|| number_in_words(word)).filter(|age| (10..=99).contains(age));
        let Some(last) = words.next().and_then(age) else { continue };
        let rest: Vec<&str> = words.take(4).collect();
        let named = rest.contains(&"età") && (rest.contains(&"massima") || rest.contains(&"minima"));
        let limits = match rest.as_slice() {
            ["ai" | "i" | "a", first, "dai" | "da", ..]
            | ["i", "e", first, ..]
            | ["e", first, "i" | "fra" | "tra", ..] => age(first).map(|first| (Some(first), Some(last))),
            [first, ..] if joins_with_dash(before) => age(first).map(|first| (Some(first), Some(last))),
            ["almeno", "avere" | "aver" | "compiuto" | "ha" | "hai" | "abbia" | "abbiano" | "età", ..]
            | ["minima", ..]
            | ["è", "minima", ..]
            | ["di", "è", "minima", ..] => Some((Some(last), None)),
            ["compiuto", "ha" | "hai" | "hanno" | "abbia" | "abbiano" | "avete" | "aver" | "avere", ..]
                if is_condition(before, lower.get(at + 4..).unwrap_or_default()) =>
            {
                Some((Some(last), None))
            }
            ["massima", "età", ..] | ["è", "massima", "età", ..] | ["di", "è", "massima", "età"] => {
                Some((None, Some(last)))
            }
            ["a" | "ai", "fino" | "sino", ..] | ["massimo" | "oltre", "non" | "al", ..] | ["i", "entro", ..] => {
                Some((None, Some(last)))
            }
            _ => None,
        };
        if let Some((minimum, maximum)) = limits {
            let start = text.ceil_char_boundary(at.saturating_sub(41));
            let start = lower.get(start..at).and_then(|near| {
                [
                    "hai compiuto ",
                    "compiuto ",
                    "dai ",
                    "da ",
                    "tra ",
                    "fra ",
                    "almeno ",
                    "fino ",
                    "sino ",
                    "non oltre ",
                    "massimo ",
                    "entro ",
                ]
                .iter()
                .filter_map(|word| near.rfind(word))
                .min()
                .map(|offset| start + offset)
            });
            // «L'età massima è di quarant'anni» names the limit before the number.
            let dashed =
                || before.trim_end().rfind(|c: char| c.is_whitespace()).map(|space| at - before.len() + space + 1);
            let start = start.or_else(|| dashed().filter(|_| joins_with_dash(before)));
            let start =
                start.or_else(|| before.rfind("età").filter(|_| named).map(|offset| at - before.len() + offset));
            found.push(AgeLimits { range: start.unwrap_or(at)..at + 4, minimum, maximum, vague: false, named });
        }
    }
    for word in ["under ", "over "] {
        for (at, _) in lower.match_indices(word) {
            if lower.get(..at).is_some_and(|before| before.ends_with(char::is_alphanumeric)) {
                continue;
            }
            let rest = lower.get(at + word.len()..).unwrap_or_default();
            let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
            let Some(age) = digits.parse::<u32>().ok().filter(|age| (10..=99).contains(age)) else { continue };
            let (minimum, maximum) = if word == "over " { (Some(age), None) } else { (None, Some(age)) };
            found.push(AgeLimits {
                range: at..at + word.len() + digits.len(),
                minimum,
                maximum,
                vague: true,
                named: false,
            });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::find_age_limits;

    #[test]
    fn age_limits_are_found_in_common_spellings() {
        for (text, expected) in [
            ("giovani dai 18 ai 28 anni e 364 giorni", Some((Some(18), Some(28)))),
            ("tra i 16 e i 24 anni", Some((Some(16), Some(24)))),
            ("donne 18-45 anni", Some((Some(18), Some(45)))),
            ("da 18 a 35 anni", Some((Some(18), Some(35)))),
            ("fino a 30 anni", Some((None, Some(30)))),
            ("per chi ha almeno 18 anni", Some((Some(18), None))),
            ("Possono iscriversi le persone che hanno compiuto 17 anni", Some((Some(17), None))),
            ("Chi ha compiuto 65 anni può entrare gratis", None),
            ("Chi ha compiuto 41 anni non può partecipare", None),
            ("Puoi venire se non hai compiuto 30 anni", None),
            ("under 35", Some((None, Some(35)))),
            ("persone over 40", Some((Some(40), None))),
            ("dai diciotto ai trentacinque anni", Some((Some(18), Some(35)))),
            ("L'età massima è di quarant'anni", Some((None, Some(40)))),
            ("lavoriamo da vent'anni", None),
            ("esperienza di 3 anni", None),
            ("da 20 anni lavoriamo", None),
            ("residenza da almeno 10 anni in Italia", None),
        ] {
            let found = find_age_limits(text).first().map(|limits| (limits.minimum, limits.maximum));
            assert_eq!(found, expected, "{text}");
        }
    }
}
