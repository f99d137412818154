//! Finds internships that pay less than the minimum allowance of the region.

use std::ops::Range;

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, Passage, Prose, near_after, near_before, word_lists};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{Benefit, BenefitKind, ContractKind, FieldPath, Kind, Money, PayPeriod, Recipient};
use crate::path;

word_lists! { "internship_allowance_low.txt":
    /// Words of a sentence about a sum that the intern receives.
    OF_THE_INTERN = "of the intern";
    /// Words of a sentence about a sum for the company, or a rent.
    OF_SOMEBODY_ELSE = "of somebody else";
}

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "internship-allowance-low",
        severity: Severity::Warning,
        group: RuleGroup::Accessibility,
        summary: text(
            "l'indennità di un tirocinio raggiunge il minimo della regione",
            "the allowance of an internship reaches the region's minimum",
        ),
        explanation: text(
            "Ogni regione fissa un'indennità minima per i tirocini extracurriculari (site.toml, `tirocinio_minimo`). Sotto quella cifra l'annuncio è vecchio, riguarda un'altra regione o un altro tipo di tirocinio: chiedi, e scrivilo.",
            "Every region sets a least allowance for internships (site.toml, `tirocinio_minimo`). Below it the announcement is old, of another region, or another kind of internship: ask, and say so.",
        ),
        wrong: "tipo: lavoro\ncontratto: tirocinio\nretribuzione: {importo: 500, unita: mese}",
        right: "tipo: lavoro\ncontratto: tirocinio\nretribuzione: {importo: 800, unita: mese}",
        origin: "linee guida nazionali sui tirocini, 25 maggio 2017; legge regionale (per il Lazio D.G.R. 576/2019)",
    },
    function: CheckFunction::Prose(check),
};

/// A monthly allowance in cents, and where it is stated.
struct MonthlyAllowance<'p> {
    cents: i64,
    location: Location<'p>,
}

enum Location<'p> {
    Field(FieldPath),
    Words(Passage<'p>, Range<usize>),
}

/// Cents below which a sum without a unit is taken as hourly or daily.
const MIN_MONTHLY_CENTS: i64 = 150 * 100;

fn check(board: &Board, item: &Item, prose: &Prose<'_>, findings: &mut Findings<'_>) {
    let Some(minimum) = board.config.territorio.tirocinio_minimo else { return };
    if item.facts.archived.is_some() || !matches!(item.kind(), Kind::Job | Kind::Training) || !is_internship(item) {
        return;
    }
    let Some(MonthlyAllowance { cents, location: place }) =
        allowance_from_pay(item).or_else(|| allowance_from_benefits(item)).or_else(|| allowance_from_text(item, prose))
    else {
        return;
    };
    if cents >= i64::from(minimum) * 100 {
        return;
    }
    let amount = cents / 100;
    let region = board.config.territorio.regione.as_deref().unwrap_or("questa regione");
    let message = localized!(
        "{amount} euro al mese per un tirocinio: il minimo in {region} è {minimum}",
        "{amount} euro a month for an internship: the minimum in {region} is {minimum}"
    );
    let hint = localized!(
        "controlla la cifra, o scrivi nel testo perché è più bassa",
        "check the sum, or say in the text why it is lower"
    );
    let found = match place {
        Location::Field(path) => findings.report_at_field(item, path, message, hint),
        Location::Words(passage, range) => findings.report_in_passage(&item.document, &passage, range, message, hint),
    };
    found.ask(localized!(
        "L'indennità di {amount} euro al mese è sotto il minimo di {minimum}: è giusta? Per quale tipo di tirocinio?",
        "The allowance of {amount} euro a month is below the minimum of {minimum}: is it right? For what kind of internship?"
    ));
}

/// Whether a job's contract is an internship, or a course says so in its title or benefits.
fn is_internship(item: &Item) -> bool {
    let facts = &item.facts;
    if item.kind() == Kind::Job {
        return facts.contract.value().and_then(|contract| contract.kind.value()) == Some(&ContractKind::Internship);
    }
    let names = |text: &str| text.contains("tirocin") || text.contains("Tirocin");
    let received = || facts.benefits.iter().filter_map(|benefit| benefit.text.as_deref()).any(names);
    names(item.title()) || item.title().contains("stage") || received()
}

/// Converts a sum to cents per month; `None` if the unit does not allow it.
fn cents_per_month(cents: i64, per: Option<PayPeriod>) -> Option<i64> {
    match per {
        Some(PayPeriod::Month) => Some(cents),
        Some(PayPeriod::Week) => Some(cents * 52 / 12),
        Some(PayPeriod::Year) => Some(cents / 12),
        None => (cents >= MIN_MONTHLY_CENTS).then_some(cents),
        Some(PayPeriod::Hour | PayPeriod::Day | PayPeriod::Once) => None,
    }
}

fn allowance_from_pay(item: &Item) -> Option<MonthlyAllowance<'static>> {
    let pay = item.facts.pay.value()?;
    if let Some(Money(cents)) = pay.amount.or(pay.maximum) {
        let field = if pay.amount.is_some() { path![retribuzione.importo] } else { path![retribuzione.massimo] };
        let place = Location::Field(field);
        return Some(MonthlyAllowance { cents: cents_per_month(cents, pay.per)?, location: place });
    }
    let (cents, _) = find_monthly_amounts(pay.text.as_deref()?).next()?;
    Some(MonthlyAllowance { cents, location: Location::Field(path![retribuzione]) })
}

fn allowance_from_benefits(item: &Item) -> Option<MonthlyAllowance<'static>> {
    item.facts.benefits.iter().enumerate().find_map(|(index, benefit)| {
        let wage =
            matches!(benefit.kind, None | Some(BenefitKind::Allowance | BenefitKind::Pay | BenefitKind::Scholarship));
        if is_for_others(benefit) || !wage {
            return None;
        }
        let cents = match benefit.amount.or(benefit.maximum) {
            Some(Money(cents)) => cents_per_month(cents, benefit.per)?,
            None => find_monthly_amounts(benefit.text.as_deref()?).next()?.0,
        };
        let field = if benefit.amount.is_some() { path![benefici[index].importo] } else { path![benefici[index]] };
        Some(MonthlyAllowance { cents, location: Location::Field(field) })
    })
}

/// Whether a benefit goes to a company or family instead of the person: «600 euro all'azienda».
fn is_for_others(benefit: &Benefit) -> bool {
    matches!(benefit.recipient, Some(Recipient::Company | Recipient::Family))
}

/// The allowance stated in the text («Ricevi 500 euro al mese»), if the fields give no sum.
fn allowance_from_text<'p>(item: &Item, prose: &'p Prose<'_>) -> Option<MonthlyAllowance<'p>> {
    let facts = &item.facts;
    let in_fields = facts.pay.value().is_some_and(|pay| pay.amount.or(pay.maximum).is_some());
    if in_fields || facts.benefits.iter().any(|benefit| benefit.amount.is_some() && !is_for_others(benefit)) {
        return None;
    }
    prose.passages().into_iter().find_map(|passage| {
        find_monthly_amounts(passage.text).find_map(|(cents, range)| {
            let (before, after) = passage.sentence(&range);
            let sentence = [before, after].concat();
            let received = OF_THE_INTERN.matches(&sentence) && !OF_SOMEBODY_ELSE.matches(&sentence);
            received.then_some(MonthlyAllowance { cents, location: Location::Words(passage, range) })
        })
    })
}

/// Monthly sums in a text, in cents, and their bytes: «500 euro al mese», «500,00 € mensili», «120 euro a settimana».
fn find_monthly_amounts(text: &str) -> impl Iterator<Item = (i64, Range<usize>)> {
    let signs = text.match_indices("euro").chain(text.match_indices('€'));
    signs.filter_map(move |(at, sign)| parse_monthly_amount(text, at..at + sign.len()))
}

/// The monthly sum around a «euro» or «€» at the bytes `sign`, if it has such a unit.
fn parse_monthly_amount(text: &str, sign: Range<usize>) -> Option<(i64, Range<usize>)> {
    let number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let before = near_before(text, sign.start).trim_end();
    let digits = before.get(before.trim_end_matches(number).len()..).unwrap_or_default();
    let (sum, range) = if digits.is_empty() {
        // «€ 500 al mese»
        let behind = near_after(text, sign.end);
        let digits = behind.trim_start();
        let sum = digits.get(..digits.find(|c| !number(c)).unwrap_or(digits.len()))?.trim_end_matches(['.', ',']);
        (sum, sign.start..sign.end + behind.len() - digits.len() + sum.len())
    } else {
        let start = sign.start - (near_before(text, sign.start).len() - before.len()) - digits.len();
        (digits, start..sign.end)
    };
    let Money(cents) = Money::parse(sum)?;
    let behind: Vec<&str> = near_after(text, range.end).split_whitespace().take(4).collect();
    let word =
        |at: usize| behind.get(at).map_or("", |word| word.trim_matches(|c: char| !c.is_alphabetic() && c != '/'));
    let at = usize::from(matches!(word(0), "lordi" | "netti" | "circa"));
    let per = match (word(at), word(at + 1)) {
        ("mensili" | "mensile" | "/mese", _) | ("al" | "ogni" | "il", "mese") => PayPeriod::Month,
        ("settimanali" | "settimanale" | "/settimana", _) | ("a" | "alla" | "ogni", "settimana") => PayPeriod::Week,
        _ => return None,
    };
    Some((cents_per_month(cents, Some(per))?, range))
}

#[cfg(test)]
mod tests {
    use super::find_monthly_amounts;

    #[test]
    fn monthly_sums_are_found_in_common_spellings() {
        for (text, euro) in [
            ("indennità di 500 euro mensili", Some(500)),
            ("Ricevi € 450,00 al mese.", Some(450)),
            ("una borsa di 600€ lordi al mese", Some(600)),
            ("120 euro a settimana", Some(520)),
            ("il corso costa 20 euro; la borsa è di 700 euro ogni mese", Some(700)),
            ("500 euro alla fine", None),
            ("16 euro", None),
        ] {
            assert_eq!(find_monthly_amounts(text).next().map(|(cents, _)| cents / 100), euro, "{text}");
        }
    }
}
