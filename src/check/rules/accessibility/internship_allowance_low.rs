//! Finds internships that pay less than the minimum allowance of the region.

use std::ops::Range;

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, Passage, Prose, near_after, near_before, word_lists};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{Benefit, BenefitKind, Contract, ContractKind, FieldPath, Kind, Money, PayPeriod, Recipient};
use crate::path;

word_lists! { "internship_allowance_low.txt":
    /// Words of a sentence about a sum that the intern receives.
    INTERN_IS_RECIPIENT = "intern is recipient";
    /// Words of a sentence about a sum for the company, or a rent.
    OTHER_IS_RECIPIENT = "other is recipient";
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
            "Every region sets a minimum allowance for internships (site.toml, `tirocinio_minimo`). Below it, the announcement is old or concerns another region or another kind of internship: ask, and say which.",
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

/// Cents below which an amount without a unit is taken as hourly or daily.
const MIN_MONTHLY_CENTS: i64 = 150 * 100;

fn check(board: &Board, item: &Item, prose: &Prose<'_>, findings: &mut Findings<'_>) {
    let Some(minimum) = board.config.territorio.tirocinio_minimo else { return };
    if item.facts.is_archived() || !matches!(item.kind(), Kind::Job | Kind::Training) || !is_internship(item) {
        return;
    }
    let Some(MonthlyAllowance { cents, location }) =
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
        "check the amount, or say in the text why it is lower"
    );
    let diagnostic = match location {
        Location::Field(path) => findings.report_at_field(item, path, message, hint),
        Location::Words(passage, range) => findings.report_in_passage(&item.document, &passage, range, message, hint),
    };
    diagnostic.ask(localized!(
        "L'indennità di {amount} euro al mese è sotto il minimo di {minimum}: è giusta? Per quale tipo di tirocinio?",
        "The allowance of {amount} euro a month is below the minimum of {minimum}: is it right? For what kind of internship?"
    ));
}

/// Whether a job's contract is an internship, or a course says so in its title or benefits.
fn is_internship(item: &Item) -> bool {
    let facts = &item.facts;
    if item.kind() == Kind::Job {
        // Of several contracts the pay may be that of another.
        let is_internship = |contract: &Contract| contract.kind.value() == Some(&ContractKind::Internship);
        return !facts.contracts().is_empty() && facts.contracts().iter().all(is_internship);
    }
    let mentions_internship = |text: &str| text.contains("tirocin") || text.contains("Tirocin");
    let mut benefits = facts.benefits.iter().filter_map(|benefit| benefit.text.as_deref());
    mentions_internship(item.title()) || item.title().contains("stage") || benefits.any(mentions_internship)
}

/// Converts an amount to cents per month; `None` if the unit does not allow it.
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
        let location = Location::Field(field);
        return Some(MonthlyAllowance { cents: cents_per_month(cents, pay.per)?, location });
    }
    let (cents, _) = find_monthly_amounts(pay.text.as_deref()?).next()?;
    Some(MonthlyAllowance { cents, location: Location::Field(path![retribuzione]) })
}

fn allowance_from_benefits(item: &Item) -> Option<MonthlyAllowance<'static>> {
    item.facts.benefits.iter().enumerate().find_map(|(index, benefit)| {
        let may_be_allowance =
            matches!(benefit.kind, None | Some(BenefitKind::Allowance | BenefitKind::Pay | BenefitKind::Scholarship));
        if is_for_others(benefit) || !may_be_allowance {
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

/// The allowance stated in the text («Ricevi 500 euro al mese»), if the fields give no amount.
fn allowance_from_text<'p>(item: &Item, prose: &'p Prose<'_>) -> Option<MonthlyAllowance<'p>> {
    let facts = &item.facts;
    let pay_has_amount = facts.pay.value().is_some_and(|pay| pay.amount.or(pay.maximum).is_some());
    if pay_has_amount || facts.benefits.iter().any(|benefit| benefit.amount.is_some() && !is_for_others(benefit)) {
        return None;
    }
    prose.passages().into_iter().find_map(|passage| {
        find_monthly_amounts(passage.text).find_map(|(cents, range)| {
            let (before, after) = passage.sentence(&range);
            let sentence = [before, after].concat();
            let is_received = INTERN_IS_RECIPIENT.matches(&sentence) && !OTHER_IS_RECIPIENT.matches(&sentence);
            is_received.then_some(MonthlyAllowance { cents, location: Location::Words(passage, range) })
        })
    })
}

/// Monthly amounts in a text, in cents, and their bytes: «500 euro al mese», «500,00 € mensili», «120 euro a settimana».
fn find_monthly_amounts(text: &str) -> impl Iterator<Item = (i64, Range<usize>)> {
    let currencies = text.match_indices("euro").chain(text.match_indices('€'));
    currencies.filter_map(move |(start, currency)| parse_monthly_amount(text, start..start + currency.len()))
}

/// The monthly amount before or after «euro» or «€» at the bytes `currency`, if it has a unit that allows it.
fn parse_monthly_amount(text: &str, currency: Range<usize>) -> Option<(i64, Range<usize>)> {
    let is_number_char = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let before = near_before(text, currency.start).trim_end();
    let digits = before.get(before.trim_end_matches(is_number_char).len()..).unwrap_or_default();
    let (amount, range) = if digits.is_empty() {
        // «€ 500 al mese»
        let after = near_after(text, currency.end);
        let digits = after.trim_start();
        let amount =
            digits.get(..digits.find(|c| !is_number_char(c)).unwrap_or(digits.len()))?.trim_end_matches(['.', ',']);
        (amount, currency.start..currency.end + after.len() - digits.len() + amount.len())
    } else {
        let start = currency.start - (near_before(text, currency.start).len() - before.len()) - digits.len();
        (digits, start..currency.end)
    };
    let Money(cents) = Money::parse(amount)?;
    let words: Vec<&str> = near_after(text, range.end).split_whitespace().take(4).collect();
    let word =
        |index: usize| words.get(index).map_or("", |word| word.trim_matches(|c: char| !c.is_alphabetic() && c != '/'));
    let first = usize::from(matches!(word(0), "lordi" | "netti" | "circa"));
    let per = match (word(first), word(first + 1)) {
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
    fn monthly_amounts_are_found_in_common_spellings() {
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
