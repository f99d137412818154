//! Compares prices, pay, contributions and ISEE limits.

use super::{
    CONTRIBUTION_WORDS, Clash, ISEE_APPLICANTS, ISEE_LIMITS, OFFERS, OTHER_CONTRIBUTIONS, OTHER_ISEE, OTHER_PAY,
    OTHER_PRICES, PARTIAL_PRICES, PRICE_WORDS, Sentence,
};
use crate::board::Item;
use crate::check::{Amount, Token, find_amounts, tokenize};
use crate::model::{Money, PayPeriod, Recipient};

pub(super) fn check(item: &Item, sentence: &Sentence<'_>) -> Vec<Clash> {
    let sums = find_amounts(&sentence.tokens);
    let clash = |sum: &Amount| {
        let found = match find_pay_period(sentence, sum.behind) {
            Some(unit) => check_pay(item, sentence, sum, unit),
            None => check_cost(item, sentence, sum).or_else(|| check_contribution(item, sentence, sum)),
        };
        let (field, value) = found?;
        sentence.clash_between(sum.first, sum.behind - 1, field, value)
    };
    let found = |sum: &Amount| {
        clash(sum).or_else(|| check_isee(item, sentence, sum)).or_else(|| check_months(item, sentence, sum))
    };
    sums.iter().filter_map(found).collect()
}

/// The pay period after a sum: «al mese», «mensili», «all'ora», «/ora».
fn find_pay_period(sentence: &Sentence<'_>, behind: usize) -> Option<PayPeriod> {
    const BETWEEN: [&str; 18] = [
        "al", "alla", "all", "l", "a", "per", "ogni", "il", "la", "netti", "lordi", "nette", "lorde", "circa", "euro",
        "lordo", "netto", "di",
    ];
    for token in sentence.tokens.get(behind..)?.iter().take(4) {
        if matches!(token.sign, Some(',' | ';' | ':' | '(')) {
            return None;
        }
        let units: [(PayPeriod, &[&str]); 5] = [
            (PayPeriod::Month, &["mese", "mensili", "mensile"]),
            (PayPeriod::Hour, &["ora", "orari", "orarie"]),
            (PayPeriod::Day, &["giorno", "giornalieri", "giornata"]),
            (PayPeriod::Week, &["settimana", "settimanali"]),
            (PayPeriod::Year, &["anno", "annui", "annuali"]),
        ];
        if let Some((unit, _)) = units.iter().find(|(_, words)| token.is(words)) {
            return Some(*unit);
        }
        if !token.is(&BETWEEN) {
            return None;
        }
    }
    None
}

/// At most `most` tokens before a sum, in the same clause.
fn preceding_clause<'s, 'p>(sentence: &'s Sentence<'p>, sum: &Amount, most: usize) -> &'s [Token<'p>] {
    let before = sentence.before(sum.first, most);
    let ends = |token: &Token<'_>| matches!(token.sign, Some(',' | ';' | '('));
    let from = match sentence.token(sum.first) {
        Some(own) if ends(own) => before.len(),
        _ => before.iter().rposition(ends).unwrap_or_default(),
    };
    before.get(from..).unwrap_or_default()
}

/// Compares «Costa 30 euro» with `costo`.
fn check_cost(item: &Item, sentence: &Sentence<'_>, sum: &Amount) -> Option<(&'static str, String)> {
    let cost = item.facts.cost.value()?;
    let amount = cost.amount?;
    if !preceding_clause(sentence, sum, 6).iter().any(|token| token.is_in(&PRICE_WORDS)) || sum.money == amount {
        return None;
    }
    let reason = cost.reason.as_deref().unwrap_or_default().to_lowercase();
    if !is_price_of_offer(sentence, sum, &reason) {
        return None;
    }
    let is_other_price = |token: &Token<'_>| {
        let mut stems = PARTIAL_PRICES.forms().iter().filter(|stem| !reason.contains(**stem));
        stems.any(|stem| token.starts_with_any(&[stem]))
    };
    let for_some = sentence.tokens.iter().any(|token| token.is(&["chi", "se", "era", "soci", "non", "ogni"]));
    let is_in_fields =
        cost.state_fees.iter().chain(&item.facts.state_fees).filter_map(|fee| fee.amount).any(|fee| fee == sum.money)
            || [cost.aid.value(), cost.note.as_ref(), cost.reason.as_ref()]
                .into_iter()
                .flatten()
                .any(|text| contains_sum(text, sum.money))
            || item.facts.warnings.iter().chain(&item.facts.source_notes).any(|text| contains_sum(text, sum.money));
    if is_in_fields || for_some || sentence.mentions(&OTHER_PRICES) || sentence.tokens.iter().any(is_other_price) {
        return None;
    }
    Some(("costo", amount.to_italian()))
}

/// Whether the price is that of the offer or of the reason for its fee, and not «il grembiule costa 9 euro».
fn is_price_of_offer(sentence: &Sentence<'_>, sum: &Amount, reason: &str) -> bool {
    let is_offer = |token: &Token<'_>| {
        let word = token.text.to_lowercase();
        token.is_in(&OFFERS) || (word.len() > 3 && reason.contains(&word))
    };
    let before = sentence.before(sum.first, sum.first);
    // The subject before the verb («il corso costa») or after the noun («il costo del corso») may also be left out.
    let verb = before.iter().rposition(|token| token.starts_with_any(&["costa", "costerà"]) || token.is(&["costano"]));
    if verb.is_some_and(|verb| verb > 0 && !before.get(..verb).unwrap_or_default().iter().any(is_offer)) {
        return false;
    }
    let of = |from: usize, joints: &[&str]| {
        let rest = sentence.tokens.get(from..).unwrap_or_default();
        let articles = rest
            .iter()
            .skip(1)
            .take_while(|token| token.is(&["il", "lo", "la", "l", "i", "gli", "le", "tutto"]))
            .count();
        match rest.first() {
            Some(joint) if joint.is(joints) && joint.sign.is_none() => rest.get(1 + articles).is_none_or(is_offer),
            _ => true,
        }
    };
    let noun = before.iter().rposition(|token| token.is(&["costo", "prezzo", "contributo", "quota"]));
    noun.is_none_or(|noun| of(noun + 1, &["del", "dello", "della", "dell", "dei", "degli", "delle", "per"]))
        && of(sum.behind, &["per"])
}

/// Whether a text contains a sum.
fn contains_sum(text: &str, money: Money) -> bool {
    find_amounts(&tokenize(text, &(0..text.len()))).iter().any(|sum| sum.money == money)
}

/// Compares «710 euro al mese» with `retribuzione` and `benefici` of the same period.
fn check_pay(item: &Item, sentence: &Sentence<'_>, sum: &Amount, unit: PayPeriod) -> Option<(&'static str, String)> {
    struct Offer {
        field: &'static str,
        least: Money,
        most: Money,
        gross: Option<bool>,
    }
    let facts = &item.facts;
    let pay_offer = facts.pay.value().filter(|pay| pay.per == Some(unit)).and_then(|pay| {
        let least = pay.amount.or(pay.maximum)?;
        Some(Offer { field: "retribuzione", least, most: pay.maximum.unwrap_or(least), gross: pay.gross })
    });
    let others = facts.benefits.iter().filter(|benefit| benefit.per == Some(unit)).filter_map(|benefit| {
        let to_person = matches!(benefit.recipient, None | Some(Recipient::Person));
        let least = benefit.amount.or(benefit.maximum).filter(|_| to_person)?;
        Some(Offer { field: "benefici", least, most: benefit.maximum.unwrap_or(least), gross: benefit.gross })
    });
    let offers: Vec<Offer> = pay_offer.into_iter().chain(others).collect();
    let offer = offers.first()?;
    let fits = |offer: &Offer| (offer.least..=offer.most).contains(&sum.money);
    // A net sum cannot be compared with a gross one.
    let speaks = |stem: &str| sentence.tokens.iter().any(|token| token.starts_with_any(&[stem]));
    let (net, gross) = (speaks("nett"), speaks("lord"));
    let other_kind = (net && offer.gross != Some(false)) || (gross && offer.gross == Some(false));
    let about = sentence.tokens.iter().any(|token| token.is(&["circa", "più", "meno", "oltre", "almeno", "se", "non"]));
    if offers.iter().any(fits) || other_kind || about || sentence.mentions(&OTHER_PAY) {
        return None;
    }
    Some((offer.field, Money::range_to_italian(offer.least, offer.most)))
}

/// Compares «Ti diamo 250 euro» with `importo_max`.
fn check_contribution(item: &Item, sentence: &Sentence<'_>, sum: &Amount) -> Option<(&'static str, String)> {
    let most = item.facts.maximum_amount?;
    let clause = preceding_clause(sentence, sum, 6);
    let limited = clause.iter().any(|token| token.is(&["fino", "massimo"]));
    let differs = sum.money > most || (sum.money < most && limited);
    if !differs
        || !clause.iter().any(|token| token.is_in(&CONTRIBUTION_WORDS))
        || sentence.mentions(&OTHER_CONTRIBUTIONS)
    {
        return None;
    }
    let is_in_fields =
        item.facts.benefits.iter().any(|benefit| [benefit.amount, benefit.maximum].contains(&Some(sum.money)))
            || item.facts.warnings.iter().chain(&item.facts.source_notes).any(|text| contains_sum(text, sum.money));
    (!is_in_fields).then(|| ("importo_max", most.to_italian()))
}

/// Compares «250 euro al mese, per dodici mesi» with `importo_max`.
fn check_months(item: &Item, sentence: &Sentence<'_>, sum: &Amount) -> Option<Clash> {
    let most = item.facts.maximum_amount.filter(|_| find_pay_period(sentence, sum.behind) == Some(PayPeriod::Month))?;
    let (at, months) = sentence.tokens.iter().enumerate().skip(sum.behind).find_map(|(at, token)| {
        let unit = sentence.token(at + 1).filter(|next| next.sign.is_none())?;
        let months = match token.number() {
            Some(number) if unit.is(&["mesi"]) => number,
            Some(number) if unit.is(&["anni"]) => number.checked_mul(12)?,
            _ if token.is(&["un"]) && unit.is(&["anno"]) => 12,
            _ => return None,
        };
        Some((at + 1, months))
    })?;
    let total = Money(sum.money.0.checked_mul(i64::from(months))?);
    let is_given = !sentence.mentions(&OTHER_CONTRIBUTIONS) && (2..=36).contains(&months);
    (is_given && total > most)
        .then(|| sentence.clash_between(sum.first, at, "importo_max", most.to_italian()))
        .flatten()
}

/// Compares «L'ISEE arriva al massimo a 12.000 euro» with `isee_max`.
fn check_isee(item: &Item, sentence: &Sentence<'_>, sum: &Amount) -> Option<Clash> {
    let audience = item.facts.audience.value()?;
    let most = audience.maximum_isee?;
    let before = sentence.before(sum.first, 12);
    let at = before.iter().rposition(|token| token.is(&["isee"]))?;
    let limited = before.get(at..)?.iter().any(|token| token.is_in(&ISEE_LIMITS));
    let is_in_fields = sum.money == most
        || audience.maximum_income == Some(sum.money)
        || item.facts.warnings.iter().chain(&item.facts.source_notes).any(|text| contains_sum(text, sum.money));
    if is_in_fields || !limited || !sentence.mentions(&ISEE_APPLICANTS) || sentence.mentions(&OTHER_ISEE) {
        return None;
    }
    sentence.clash_between(sum.first, sum.behind - 1, "isee_max", most.to_italian())
}
