//! Amounts of money, costs, fees, benefits, pay.

use std::fmt;

use serde::{Serialize, Serializer};
use serde_json::{Value as Json, json};

use super::fact::Fact;
use super::problem::{CostWithoutAid, Expected, ExpectedNumber, Problem, Written};
use super::record::{Reader, Value};
use super::vocabulary::{BenefitKind, CostKind, PayPeriod, Recipient};
use crate::source::Node;
use crate::{record, record_value};

/// An amount in euro cents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Money(pub i64);

impl Money {
    /// Parses an amount in Italian notation: `200`, `200.00`, `200,00`, `3.000,00`, `€ 16`. A point followed by three digits
    /// is a thousands separator, a comma is the decimal separator.
    ///
    /// ```
    /// use bacheca::model::Money;
    ///
    /// assert_eq!(Money::parse("3.000,50"), Some(Money(300_050)));
    /// assert_eq!(Money::parse("gratis"), None);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().trim_start_matches('€').trim_end_matches('€').trim_end_matches("euro").trim();
        let (whole, cents) = match text.rsplit_once(',') {
            Some((whole, cents)) => (whole.replace('.', ""), cents.to_owned()),
            None => match text.rsplit_once('.') {
                Some((whole, cents)) if cents.len() < 3 => (whole.replace('.', ""), cents.to_owned()),
                _ => (text.replace('.', ""), String::new()),
            },
        };
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || whole.len() > 12 || cents.len() > 2 || !digits(&whole) || !digits(&cents) {
            return None;
        }
        let cents = format!("{cents:0<2}").parse::<i64>().ok()?;
        Some(Self(whole.parse::<i64>().ok()? * 100 + cents))
    }

    /// The sum as an Italian sentence has it: `25 euro`, `16,50 euro`.
    #[must_use]
    pub fn to_italian(self) -> String {
        let Self(cents) = self;
        if cents % 100 == 0 {
            format!("{} euro", cents / 100)
        } else {
            format!("{},{:02} euro", cents / 100, cents % 100)
        }
    }
}

impl fmt::Display for Money {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}

impl Serialize for Money {
    #[expect(clippy::cast_precision_loss, reason = "sums stay far below 2^52 cents")]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0 % 100 == 0 {
            serializer.serialize_i64(self.0 / 100)
        } else {
            serializer.serialize_f64(self.0 as f64 / 100.0)
        }
    }
}

impl Value for Money {
    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let money = node.text().and_then(Self::parse);
        if money.is_none() {
            let expected = ExpectedNumber::Money;
            reader.report(node.span.clone(), Problem::InvalidNumber { written: Written::from_node(node), expected });
        }
        money
    }

    fn schema() -> Json {
        json!({"type": ["number", "string"]})
    }
}

record! {
    /// A fee to the state or for an expense, not a price of the offer itself.
    pub struct Fee {
        /// Purpose.
        reason: String = "causale", "Per che cosa", "marca da bollo";
        /// How much.
        amount: Option<Money> = "importo", "Importo in euro", "16,00";
    }
}
record_value!(Fee);

record! {
    /// Cost of taking part (field `costo`; guidelines, section 5, «Accessibilità»).
    pub struct Cost {
        /// Free, small fee, paid, voluntary offering, deferred.
        kind: Option<CostKind> = "tipo", "Gratuito o a pagamento", "gratuito";
        /// How much.
        amount: Option<Money> = "importo", "Importo in euro", "25";
        /// Whether the fee is mandatory.
        compulsory: Option<bool> = "obbligatorio", "È obbligatorio?", "sì";
        /// Purpose of the fee.
        reason: Option<String> = "causale", "Per che cosa", "assicurazione";
        /// Scholarships or discounts, without which nothing that costs money is published.
        aid: Fact<String> = "agevolazione", "Borse di studio o agevolazioni", "gratuito con ISEE sotto 10.000 euro";
        /// Stamp duties and the like, which do not count as a price.
        state_fees: Vec<Fee> = "costi_amministrativi", "Costi dello Stato", "[{causale: marca da bollo, importo: 16}]";
        /// Note in free text.
        note: Option<String> = "nota", "Nota", "si paga alla prima lezione";
    }
}

impl Cost {
    /// Whether it is free of charge, apart from state fees.
    #[must_use]
    pub fn is_free(&self) -> bool {
        self.kind == Some(CostKind::Free)
    }

    /// Reason to refuse the cost by the guidelines: paid, and without aid.
    fn reason_to_refuse(&self) -> Option<CostWithoutAid> {
        /// Highest amount that counts as a small fee; above it is a price.
        const HIGHEST_FEE: Money = Money(100 * 100);
        let aided = match &self.aid {
            Fact::Known(aid) => is_aid(aid),
            Fact::Absent | Fact::NotOffered => false,
            Fact::ToAsk | Fact::NotStated => true,
        };
        let instalments = self.aid.value().is_some();
        match (self.kind?, self.amount) {
            _ if aided => None,
            (CostKind::Paid, _) if instalments => Some(CostWithoutAid::NotAnAid),
            (CostKind::Paid, _) => Some(CostWithoutAid::NoAid),
            (CostKind::Fee, Some(amount)) if amount > HIGHEST_FEE && self.compulsory != Some(false) => {
                Some(CostWithoutAid::FeeIsPrice(amount))
            }
            (CostKind::Deferred, None) if self.note.is_none() => Some(CostWithoutAid::UnknownTerms),
            _ => None,
        }
    }
}

/// Whether a text names an aid that lowers the price; «nessuna» and instalments do not.
fn is_aid(aid: &str) -> bool {
    const CHEAPER: [&str; 15] = [
        "grat", "scont", "ridu", "ridott", "borsa", "borse", "esoner", "esent", "metà", "%", "isee", "rimbors",
        "copert", "voucher", "meno",
    ];
    let aid = aid.trim().trim_end_matches('.').to_lowercase();
    let none = aid == "no" || aid.starts_with("nessun") || aid.starts_with("non ");
    let instalments = aid.split(|c: char| !c.is_alphabetic()).any(|word| {
        matches!(
            word,
            "rata" | "rate" | "rateale" | "rateali" | "rateizzazione" | "rateizzato" | "rateizzare" | "dilazionato"
        )
    });
    !none && (!instalments || CHEAPER.iter().any(|word| aid.contains(word)))
}

impl Value for Cost {
    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let cost = match &node.yaml {
            crate::source::Yaml::Map(entries) => super::record::decode_record::<Self>(entries, reader),
            _ => Self { kind: Some(CostKind::decode(node, reader)?), ..Self::default() },
        };
        if cost.kind.is_none() && node.get("tipo").is_none() {
            reader.report_wrong_type(node, Expected::CostKind);
        }
        if let Some(reason) = cost.reason_to_refuse() {
            reader.report(node.span.clone(), Problem::CostWithoutAid(reason));
        }
        Some(cost)
    }

    fn schema() -> Json {
        json!({"anyOf": [CostKind::schema(), super::record::record_schema::<Self>()]})
    }
}

record! {
    /// Money or help given to participants (field `benefici`).
    pub struct Benefit {
        /// Kind of benefit.
        kind: Option<BenefitKind> = "genere", "Che cosa", "indennità";
        /// How much, or at least.
        amount: Option<Money> = "importo", "Importo in euro", "800";
        /// At most.
        maximum: Option<Money> = "massimo", "Al massimo, in euro", "3.000";
        /// Per how much time.
        per: Option<PayPeriod> = "unita", "Ogni quanto", "mese";
        /// Before taxes.
        gross: Option<bool> = "lordo", "È lordo?", "sì";
        /// Recipient; if absent, the participant.
        recipient: Option<Recipient> = "a_chi", "A chi", "persona";
        /// In words.
        text: Option<String> = "testo", "In parole", "rimborso dei trasporti";
    }
}
record_value!(Benefit, text: |text, _, _| Some(Benefit { text: Some(text.to_owned()), ..Benefit::default() }));

record! {
    /// Pay of a job (field `retribuzione`; guidelines, section 5, list 2).
    pub struct Pay {
        /// How much, or at least.
        amount: Option<Money> = "importo", "Importo in euro", "1.400";
        /// At most.
        maximum: Option<Money> = "massimo", "Al massimo, in euro", "1.600";
        /// Per how much time.
        per: Option<PayPeriod> = "unita", "Ogni quanto", "mese";
        /// Before taxes.
        gross: Option<bool> = "lordo", "È lordo?", "sì";
        /// In words.
        text: Option<String> = "testo", "In parole", "secondo il contratto nazionale delle cooperative sociali";
    }
}
record_value!(Pay, text: |text, _, _| Some(match Money::parse(text) {
    Some(amount) => Pay { amount: Some(amount), ..Pay::default() },
    None => Pay { text: Some(text.to_owned()), ..Pay::default() },
}));

#[cfg(test)]
mod tests {
    use super::Money;

    #[test]
    fn instalments_are_no_aid() {
        for (aid, expected) in [
            ("gratuito con ISEE sotto 10.000 euro", true),
            ("tre borse di studio, oppure dieci rate", true),
            ("due posti per persone rifugiate", true),
            ("si può pagare in quattro rate", false),
            ("pagamento rateale", false),
            ("nessuna", false),
        ] {
            assert_eq!(super::is_aid(aid), expected, "{aid}");
        }
    }

    #[test]
    fn sums_as_italians_write_them() {
        for (text, cents) in [
            ("200", 20_000),
            ("200,00", 20_000),
            ("3.000,00", 300_000),
            ("16.5", 1_650),
            ("€ 14.000", 1_400_000),
            ("53869.26", 5_386_926),
            ("25 euro", 2_500),
        ] {
            assert_eq!(Money::parse(text), Some(Money(cents)), "{text}");
        }
        for text in ["", "gratis", "1e3", "-5", "1,234", "99999999999999"] {
            assert_eq!(Money::parse(text), None, "{text}");
        }
    }
}
