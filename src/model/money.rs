//! Costs, fees, benefits, pay.

use serde_json::{Value as Json, json};

pub use super::amount::Money;
use super::fact::Fact;
use super::free_for::FreeFor;
use super::problem::{CostWithoutAid, Expected, Problem};
use super::record::{Reader, Value};
use super::vocabulary::{BenefitKind, CostKind, PayPeriod, Recipient};
use crate::source::Node;
use crate::{record, record_value};

record! {
    /// A fee to the state or for an expense, not a price of the offer itself.
    pub struct Fee {
        /// Purpose.
        reason: String = "causale", "Per che cosa" / "What it is for", "marca da bollo";
        /// How much.
        amount: Option<Money> = "importo", "Importo in euro" / "Amount in euros", "16,00";
    }
}
record_value!(Fee);

record! {
    /// Cost of taking part (field `costo`; guidelines, section 5, «Accessibilità»).
    pub struct Cost {
        /// Free, small fee, paid, voluntary offering, deferred.
        kind: Option<CostKind> = "tipo", "Gratuito o a pagamento" / "Free or paid", "gratuito";
        /// How much.
        amount: Option<Money> = "importo", "Importo in euro" / "Amount in euros", "25";
        /// Whether the fee is mandatory.
        compulsory: Option<bool> = "obbligatorio", "È obbligatorio?" / "Is it compulsory?", "sì";
        /// Purpose of the fee.
        reason: Option<String> = "causale", "Per che cosa" / "What it is for", "assicurazione";
        /// Scholarships or discounts, without which nothing that costs money is published.
        aid: Fact<String> = "agevolazione", "Borse di studio o agevolazioni" / "Scholarships or discounts", "gratuito con ISEE sotto 10.000 euro";
        /// Number of equal instalments in which the amount may be paid.
        instalments: Option<u32> = "rate", "In quante rate" / "Number of instalments", "4";
        /// Conditions under which one pays nothing.
        free_for: Vec<FreeFor> = "gratis_per", "Gratis per chi" / "Who pays nothing", "[accoglienza, isee_9000]";
        /// Stamp duties and the like, which do not count as a price.
        state_fees: Vec<Fee> = "costi_amministrativi", "Costi dello Stato" / "Fees to the state", "[{causale: marca da bollo, importo: 16}]";
        /// Note in free text.
        note: Option<String> = "nota", "Nota" / "Note", "si paga alla prima lezione";
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
            _ if !self.free_for.is_empty() => true,
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
        kind: Option<BenefitKind> = "genere", "Che cosa" / "What", "indennità";
        /// How much, or at least.
        amount: Option<Money> = "importo", "Importo in euro" / "Amount in euros", "800";
        /// At most.
        maximum: Option<Money> = "massimo", "Al massimo, in euro" / "At most, in euros", "3.000";
        /// Per how much time.
        per: Option<PayPeriod> = "unita", "Ogni quanto" / "Paid per", "mese";
        /// Before taxes.
        gross: Option<bool> = "lordo", "È lordo?" / "Is it before tax?", "sì";
        /// Recipient; if absent, the participant.
        recipient: Option<Recipient> = "a_chi", "A chi" / "Who receives it", "persona";
        /// In words.
        text: Option<String> = "testo", "In parole" / "In words", "rimborso dei trasporti";
    }
}
record_value!(Benefit, text: |text, _, _| Some(Benefit { text: Some(text.to_owned()), ..Benefit::default() }));

record! {
    /// Pay of a job (field `retribuzione`; guidelines, section 5, list 2).
    pub struct Pay {
        /// How much, or at least.
        amount: Option<Money> = "importo", "Importo in euro" / "Amount in euros", "1.400";
        /// At most.
        maximum: Option<Money> = "massimo", "Al massimo, in euro" / "At most, in euros", "1.600";
        /// Per how much time.
        per: Option<PayPeriod> = "unita", "Ogni quanto" / "Paid per", "mese";
        /// Before taxes.
        gross: Option<bool> = "lordo", "È lordo?" / "Is it before tax?", "sì";
        /// In words.
        text: Option<String> = "testo", "In parole" / "In words", "secondo il contratto nazionale delle cooperative sociali";
    }
}
record_value!(Pay, text: |text, _, _| Some(match Money::parse(text) {
    Some(amount) => Pay { amount: Some(amount), ..Pay::default() },
    None => Pay { text: Some(text.to_owned()), ..Pay::default() },
}));

#[cfg(test)]
mod tests {
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
}
