//! How much: a price, a wage and a grant are three things, each with its word and pictogram.

use crate::board::Item;
use crate::locale::{TextKey, key};
use crate::model::{Benefit, BenefitKind, Cost, CostKind, Fee, FreeFor, Kind, Money, Pay, Recipient};

use super::super::{FactSheetBuilder, Line};
use super::{Answer, AnswerLines};

impl<'b> FactSheetBuilder<'b> {
    pub(super) fn cost_answer(&self, item: &'b Item) -> Option<Answer<'b>> {
        let facts = &item.facts;
        if item.kind() == Kind::Job {
            return match (facts.pay.value(), facts.pay.placeholder()) {
                (Some(pay), _) => self.answer("cost", "pay", key::row_pay, self.wage_lines(pay)),
                (None, word) => self.answer("cost", "pay", key::row_pay, word.map(|word| self.placeholder_line(word))),
            };
        }
        let mut price = match (facts.cost.value(), facts.cost.placeholder()) {
            (Some(cost), _) => self.price_lines(cost, &facts.state_fees),
            (None, Some(word)) => vec![self.placeholder_line(word)].into(),
            (None, None) => {
                self.fees_amount(&facts.state_fees).map(|fees| self.money_line(key::money_price, fees)).into()
            }
        };
        price.detail.extend(facts.state_fees.iter().map(|fee| self.fee_line(fee)));
        let Some((amount, benefit)) = self.grant(item) else {
            return self.answer("cost", "cost", key::row_cost, price);
        };
        let grant = self.money_line(key::money_grant, amount);
        let text = benefit.and_then(|benefit| benefit.text.as_deref()).map(|text| self.in_board_language(text));
        let share = facts.percentage.map(|number| self.format(key::percentage, &[("number", number.into())]));
        let is_free = facts.cost.value().is_some_and(Cost::is_free);
        let mut price_lines = price.essential.into_iter();
        // Who gets help with housing is told that to ask for it is free; a course that pays may cost something itself.
        let first: Vec<Line<'b>> = if item.kind() == Kind::Housing && is_free {
            price_lines.next();
            vec![grant, self.in_page_language(self.locale.text(key::money_request_free))]
        } else {
            price_lines.next().into_iter().chain([grant]).collect()
        };
        let short: Vec<String> = first.into_iter().map(|line| line.text.into_owned()).collect();
        let short = self.in_page_language(self.locale.join_commas(&short));
        let essential = std::iter::once(short).chain(share).chain(price_lines);
        let detail = text.into_iter().chain(price.detail);
        self.answer("cost", "grant", key::row_benefits, AnswerLines::new(essential, detail))
    }

    fn placeholder_line(&self, word: &'b str) -> Line<'b> {
        self.in_page_language(self.vocabulary_word("fact", word))
    }

    fn money_line(&self, key: TextKey, amount: String) -> Line<'b> {
        self.format(key, &[("amount", amount.into())])
    }

    /// «Ti pagano 850 € al mese», then whether that is before taxes, and the text.
    fn wage_lines(&self, pay: &'b Pay) -> AnswerLines<'b> {
        let amount = self.amount(pay.amount, pay.maximum, pay.per, None);
        let taxes = pay.gross.filter(|_| amount.is_some());
        let taxes = taxes.map(|gross| self.locale.text(if gross { key::gross } else { key::net }));
        let is_new = |taxes: &&str| !pay.text.as_deref().is_some_and(|text| text.contains(*taxes));
        let taxes = taxes.filter(is_new).map(|taxes| self.in_page_language(taxes));
        let wage = amount.map(|amount| self.money_line(key::money_wage, amount));
        let text = pay.text.as_deref().map(|text| self.in_board_language(text));
        AnswerLines::new(wage.into_iter().chain(taxes), text)
    }

    /// «Gratis», «costa 240 € in 4 rate da 60 €», always with the aid; then aid and notes in full.
    fn price_lines(&self, cost: &'b Cost, more_fees: &'b [Fee]) -> AnswerLines<'b> {
        let amount = cost.amount.map(|amount| self.amount_in_instalments(amount, cost.instalments));
        let word = |kind: CostKind| self.vocabulary_word("cost", kind.word()).to_owned();
        let mut price = match (cost.kind, amount.clone()) {
            (Some(CostKind::Free), _) => Some(self.locale.text(key::money_free).to_owned()),
            (Some(CostKind::Fee), Some(amount)) if cost.compulsory == Some(false) => {
                Some(self.money_line(key::money_optional, amount).text.into_owned())
            }
            (Some(kind @ (CostKind::Offering | CostKind::Deferred)), Some(amount)) => {
                Some(self.locale.join_commas(&[amount, word(kind)]))
            }
            (_, Some(amount)) => Some(self.money_line(key::money_price, amount).text.into_owned()),
            (kind, None) => kind.map(word),
        };
        if let (Some(who), Some(amount)) = (self.free_for_text(cost), amount) {
            price = Some(self.locale.format(key::money_free_if, &[("who", who.into()), ("amount", amount.into())]));
        } else if let (Some(aid), Some(whole)) = (cost.aid.value().filter(|_| !cost.is_free()), &price) {
            let key =
                if aid.to_lowercase().contains("grat") { key::money_free_for_some } else { key::money_less_for_some };
            price = Some(self.locale.format(key, &[("amount", whole.as_str().into())]));
        }
        let fees: Vec<&Fee> = cost.state_fees.iter().chain(more_fees).collect();
        if let (Some(fees), Some(whole)) = (self.fees_amount(fees.iter().copied()), &price) {
            price = Some(
                self.locale.format(key::money_plus_fees, &[("price", whole.as_str().into()), ("fees", fees.into())]),
            );
        }
        let short = price.map(|price| self.in_page_language(price));
        let aid = cost.aid.value().map(|aid| self.in_board_language(aid));
        let reason = cost.reason.as_deref().map(|reason| self.in_board_language(reason));
        let note = cost.note.as_deref().map(|note| self.in_board_language(note));
        let fees = cost.state_fees.iter().map(|fee| self.fee_line(fee));
        // The short form of structured aid says who pays nothing; of a text it only hints.
        let (text, repeated) = if cost.free_for.is_empty() { (aid, None) } else { (None, aid) };
        AnswerLines::new(short.into_iter().chain(text).chain(reason).chain(note), repeated.into_iter().chain(fees))
    }

    /// «240 €», «240 € in 4 rate da 60 €».
    fn amount_in_instalments(&self, amount: Money, instalments: Option<u32>) -> String {
        let whole = self.locale.format_money(amount);
        match instalments.map(i64::from).filter(|count| *count > 1) {
            Some(count) => {
                let each = self.locale.format_money(Money((amount.0 + count - 1) / count));
                let parts = [("amount", whole.into()), ("count", count.into()), ("each", each.into())];
                self.locale.format(key::money_instalments, &parts)
            }
            None => whole,
        }
    }

    /// «se vivi in un centro di accoglienza o con ISEE fino a 9.000 €».
    fn free_for_text(&self, cost: &'b Cost) -> Option<String> {
        let conditions: Vec<String> = cost
            .free_for
            .iter()
            .map(|condition| match condition {
                FreeFor::Group(group) => self.vocabulary_word("free-for", group.word()).to_owned(),
                FreeFor::Isee(isee) => {
                    self.locale.format(key::free_for_isee, &[("amount", self.locale.format_money(*isee).into())])
                }
            })
            .collect();
        (!conditions.is_empty()).then(|| self.locale.join_or(conditions.iter().map(String::as_str)))
    }

    /// Sum of the state's fees, with its parts if there are several: «46,46 € (16 + 30,46)».
    fn fees_amount<'f>(&self, fees: impl IntoIterator<Item = &'f Fee>) -> Option<String> {
        let amounts: Vec<Money> = fees.into_iter().filter_map(|fee| fee.amount).collect();
        let total = self.locale.format_money(Money(amounts.iter().map(|amount| amount.0).sum()));
        match amounts.as_slice() {
            [] => None,
            [_] => Some(total),
            several => {
                let parts: Vec<String> = several.iter().map(|amount| self.locale.format_amount(*amount)).collect();
                Some(format!("{total} {}", self.isolate_ltr(&format!("({})", parts.join(" + ")))))
            }
        }
    }

    /// What a person or family gets, apart from a wage: the amount in words and where it comes from.
    fn grant(&self, item: &'b Item) -> Option<(String, Option<&'b Benefit>)> {
        let is_paid_to_people = |benefit: &&Benefit| {
            benefit.recipient != Some(Recipient::Company) && benefit.kind != Some(BenefitKind::Refund)
        };
        let mut benefits = item.facts.benefits.iter().filter(is_paid_to_people);
        let found = benefits.find_map(|benefit| {
            let per = benefit.per.filter(|per| *per != crate::model::PayPeriod::Once);
            Some((self.amount(benefit.amount, benefit.maximum, per, None)?, Some(benefit)))
        });
        found.or_else(|| Some((self.amount(None, item.facts.maximum_amount, None, None)?, None)))
    }
}
