//! Cost, pay, benefits.

use crate::locale::key;
use crate::model::{Benefit, Contract, Cost, CostKind, Fee, Money, Opportunity, Pay, PayPeriod, Recipient};

use super::{FactSheetBuilder, Line};

impl<'b> FactSheetBuilder<'b> {
    pub(super) fn cost_lines(&self, cost: &'b Cost) -> Vec<Line<'b>> {
        let mut lines = Vec::new();
        let kind = cost.kind.map(|kind| self.vocabulary_word("cost", kind.word()));
        let amount = cost.amount.map(|amount| match &cost.reason {
            Some(reason) => self.locale.format(
                key::cost_reason,
                &[("amount", self.locale.format_money(amount).into()), ("reason", self.words(reason).into())],
            ),
            None => self.locale.format_money(amount),
        });
        let line = match (kind, amount, cost.kind) {
            (Some(kind), Some(amount), _) => Some(self.name_and_value(kind, &amount)),
            (Some(kind), None, _) => Some(kind.to_owned()),
            (None, amount, _) => amount,
        };
        lines.extend(line.map(|line| self.in_page_language(line)));
        if cost.kind == Some(CostKind::Fee) && cost.compulsory == Some(false) {
            lines.push(self.in_page_language(self.locale.text(key::cost_optional)));
        }
        if let Some(aid) = cost.aid.value() {
            lines.push(self.format(key::aid, &[("aid", self.words(aid).into())]));
        }
        if !cost.state_fees.is_empty() {
            let fees =
                cost.state_fees.iter().map(|fee| self.fee_line(fee).text.into_owned()).collect::<Vec<_>>().join(", ");
            lines.push(self.in_page_language(self.name_and_value(self.locale.text(key::state_fees), &fees)));
        }
        lines.extend(cost.note.as_deref().map(|note| self.in_board_language(note)));
        lines
    }

    /// «Piccolo contributo: 10 €», with the colon of the page's language.
    fn name_and_value(&self, name: &str, value: &str) -> String {
        self.locale.format(key::name_and_value, &[("name", name.into()), ("value", value.into())])
    }

    pub(super) fn fee_line(&self, fee: &'b Fee) -> Line<'b> {
        let reason = self.vocabulary_line("document", &fee.reason);
        match fee.amount {
            Some(amount) => {
                Line { text: self.name_and_value(&reason.text, &self.locale.format_money(amount)).into(), ..reason }
            }
            None => reason,
        }
    }

    pub(super) fn amount(
        &self,
        amount: Option<Money>,
        maximum: Option<Money>,
        per: Option<PayPeriod>,
        gross: Option<bool>,
    ) -> Option<String> {
        let money = |money| self.locale.format_money(money);
        let mut text = match (amount, maximum) {
            (Some(least), Some(most)) => {
                self.locale.format(key::money_between, &[("min", money(least).into()), ("max", money(most).into())])
            }
            (Some(amount), None) => money(amount),
            (None, Some(most)) => self.locale.format(key::money_up_to, &[("amount", money(most).into())]),
            (None, None) => return None,
        };
        if let Some(per) = per {
            text = self.locale.format(
                key::money_per,
                &[("amount", text.into()), ("per", self.vocabulary_word("per", per.word()).into())],
            );
        }
        if let Some(gross) = gross {
            text = format!("{text} ({})", self.locale.text(if gross { key::gross } else { key::net }));
        }
        Some(text)
    }

    pub(super) fn pay_lines(&self, pay: &'b Pay) -> Vec<Line<'b>> {
        let amount =
            self.amount(pay.amount, pay.maximum, pay.per, pay.gross).map(|amount| self.in_page_language(amount));
        amount.into_iter().chain(pay.text.as_deref().map(|text| self.in_board_language(text))).collect()
    }

    pub(super) fn benefit_line(&self, benefit: &'b Benefit) -> Line<'b> {
        let kind = benefit.kind.map(|kind| self.vocabulary_word("benefit", kind.word()).to_owned());
        let amount = self.amount(benefit.amount, benefit.maximum, benefit.per, benefit.gross);
        let recipient = match benefit.recipient {
            Some(Recipient::Company) => Some(format!("({})", self.locale.text(key::to_company))),
            Some(Recipient::Family) => Some(format!("({})", self.locale.text(key::to_family))),
            Some(Recipient::Person) | None => None,
        };
        let what = match (kind, amount) {
            (Some(kind), Some(amount)) => Some(self.name_and_value(&kind, &amount)),
            (kind, amount) => kind.or(amount),
        };
        let words = what.into_iter().chain(recipient).map(|part| self.in_page_language(part));
        let text = benefit.text.as_deref().map(|text| self.in_board_language(text));
        self.join_lines(words.chain(text), " ")
    }

    pub(super) fn housing_amount_lines(&self, facts: &'b Opportunity) -> Vec<Line<'b>> {
        let amount = facts
            .maximum_amount
            .map(|amount| self.format(key::money_up_to, &[("amount", self.locale.format_money(amount).into())]));
        let share = facts.percentage.map(|number| self.format(key::percentage, &[("number", number.into())]));
        let homes = facts.homes.map(|count| self.format(key::homes, &[("count", count.into())]));
        amount.into_iter().chain(share).chain(homes).collect()
    }

    pub(super) fn housing_rule_lines(&self, facts: &'b Opportunity) -> Vec<Line<'b>> {
        let lease = (facts.registered_lease == Some(true))
            .then(|| self.in_page_language(self.locale.text(key::registered_lease)));
        lease.into_iter().chain(facts.combinable.as_deref().map(|text| self.in_board_language(text))).collect()
    }

    pub(super) fn contract_lines(&self, contract: &'b Contract) -> Vec<Line<'b>> {
        let mut lines = Vec::new();
        lines.extend(
            contract.kind.value().map(|kind| self.in_page_language(self.vocabulary_word("contract", kind.word()))),
        );
        lines.extend(contract.kind.placeholder().map(|word| self.in_page_language(self.vocabulary_word("fact", word))));
        lines
            .extend(contract.weekly_hours.map(|hours| self.format(key::weekly_hours, &[("hours", self.hours(hours))])));
        lines.extend(contract.schedule.iter().chain(&contract.duration).map(|text| self.hours_in_words(text)));
        let value = |text: &'b String| self.words(text).into();
        let agreement =
            contract.agreement.as_ref().map(|name| self.format(key::agreement, &[("agreement", value(name))]));
        let grade = contract.grade.as_ref().map(|name| self.format(key::grade, &[("grade", value(name))]));
        lines.extend(agreement.into_iter().chain(grade));
        match (contract.start, contract.end) {
            (Some(start), Some(end)) => lines.push(self.format(
                key::date_from_to,
                &[
                    ("start", self.locale.format_partial_date(start).into()),
                    ("end", self.locale.format_partial_date(end).into()),
                ],
            )),
            (Some(start), None) => {
                lines.push(self.format(key::date_from, &[("start", self.locale.format_partial_date(start).into())]));
            }
            (None, _) => {}
        }
        if contract.renewable == Some(true) {
            lines.push(self.in_page_language(self.locale.text(key::renewable)));
        }
        lines
    }
}
