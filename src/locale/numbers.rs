//! Amounts and numbers in a language.

use icu_decimal::input::Decimal;

use super::{Locale, key};
use crate::model::Money;

impl Locale {
    /// Formats an amount in euro: «1.400 €».
    #[must_use]
    pub fn format_money(&self, money: Money) -> String {
        self.format(key::money, &[("amount", self.format_amount(money).into())])
    }

    /// Formats an amount in euro without the currency: «1.400», «30,46».
    #[must_use]
    pub fn format_amount(&self, money: Money) -> String {
        let mut decimal = Decimal::from(money.0);
        decimal.multiply_pow10(-2);
        if money.0 % 100 == 0 {
            decimal.trim_end();
        }
        if !(100_000..1_000_000).contains(&money.0) {
            return self.decimal.format(&decimal).to_string();
        }
        // Some languages, Italian among them, group only five digits and more: take the last four of five.
        let mut five = Decimal::from(money.0 + 1_000_000);
        five.multiply_pow10(-2);
        if money.0 % 100 == 0 {
            five.trim_end();
        }
        self.decimal.format(&five).to_string().chars().skip(1).collect()
    }

    /// Formats a number with at most two decimals: «7,5».
    #[must_use]
    pub fn format_decimal(&self, number: f64) -> String {
        #[expect(clippy::cast_possible_truncation, reason = "hours of a course or a week")]
        let mut decimal = Decimal::from((number * 100.0).round() as i64);
        decimal.multiply_pow10(-2);
        decimal.trim_end();
        self.decimal.format(&decimal).to_string()
    }

    /// Formats a number with grouping: «1.234».
    #[must_use]
    pub fn format_number(&self, number: u32) -> String {
        self.decimal.format(&Decimal::from(number)).to_string()
    }
}
