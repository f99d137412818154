//! Parts make their total.

use crate::board::{Board, Item};
use crate::check::{Check, Findings, Look, Passage, Prose, near_after, near_before};
use crate::diagnostic::{Group, Rule, Severity, text};
use crate::model::Money;
use crate::source::Step;
use crate::words;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "sums-disagree",
        severity: Severity::Warning,
        group: Group::Clarity,
        summary: text("le parti fanno il totale", "parts make their total"),
        explanation: text(
            "Le rate non danno il prezzo, i posti delle edizioni non danno il totale, le voci non fanno la somma: uno dei numeri è sbagliato, o manca una parte.",
            "Instalments do not make the price, places of editions do not make the total, entries do not add up: one of the numbers is wrong, or a part is missing.",
        ),
        wrong: "costo: {tipo: a pagamento, importo: 2.300, agevolazione: gratis per 5 persone}\n---\nSi paga in 12 rate da 199 euro.",
        right: "costo: {tipo: a pagamento, importo: 2.388, agevolazione: gratis per 5 persone}\n---\nSi paga in 12 rate da 199 euro.",
        origin: "linee guida del canale, paragrafo 5, criterio «Chiarezza delle informazioni»",
    },
    look: Look::Prose(look),
};

fn look(_: &Board, item: &Item, prose: &Prose<'_>, findings: &mut Findings<'_>) {
    for passage in prose.passages() {
        instalments(item, &passage, findings);
    }
    seats(item, findings);
    counts(item, findings);
}

/// «12 comode rate da 199 euro» against the price.
fn instalments(item: &Item, passage: &Passage<'_>, findings: &mut Findings<'_>) {
    let Some(price) = item.facts.cost.value().and_then(|cost| cost.amount) else { return };
    for (at, _) in passage.text.match_indices("rate ") {
        // Bold and links read as spaces.
        let rest = near_after(passage.text, at + 5);
        let Some(rest) = rest.trim_start().strip_prefix("da ") else { continue };
        let rest = rest.trim_start_matches(['€', ' ']);
        let words = 5 + near_after(passage.text, at + 5).len() - rest.len();
        let mut near = near_before(passage.text, at).split_whitespace().rev().take(3);
        let Some(number) = near.find_map(|word| word.parse::<i64>().ok()) else { continue };
        let amount: String = rest.chars().take_while(|c| c.is_ascii_digit() || matches!(c, '.' | ',')).collect();
        let Some(Money(each)) = Money::parse(amount.trim_end_matches(['.', ','])) else { continue };
        let Some(product) = number.checked_mul(each).map(Money) else { continue };
        if product == price {
            continue;
        }
        let (each, product, price) = (euro(Money(each)), euro(product), euro(price));
        findings
            .within(
                &item.document,
                passage,
                at..at + words + amount.len(),
                words!(
                    "{number} rate da {each} fanno {product}, non {price}",
                    "{number} instalments of {each} make {product}, not {price}"
                ),
                words!("controlla il prezzo e le rate", "check price and instalments"),
            )
            .ask(words!(
                "{number} rate da {each} fanno {product}, ma il costo è {price}: quale cifra è giusta?",
                "{number} instalments of {each} make {product}, but the cost is {price}: which sum is right?"
            ));
    }
}

/// Places of all editions against those of the whole.
fn seats(item: &Item, findings: &mut Findings<'_>) {
    let editions = item.facts.editions();
    let (Some(total), true) = (item.facts.seats, editions.len() > 1) else { return };
    let parts: Vec<u64> = editions.iter().filter_map(|edition| Some(u64::from(edition.seats?.maximum))).collect();
    let (sum, total) = (parts.iter().sum::<u64>(), u64::from(total.maximum));
    if parts.len() == editions.len() && sum != total {
        findings
            .at(
                &item.document,
                &[Step::Key("posti")],
                words!("le edizioni hanno {sum} posti, non {total}", "the editions have {sum} places, not {total}"),
                words!("correggi il totale o le parti", "correct the total or the parts"),
            )
            .ask(words!("I posti in tutto sono {total} o {sum}?", "Are there {total} places in all, or {sum}?"));
    }
}

/// Numbers of news: «totale» against the others.
fn counts(item: &Item, findings: &mut Findings<'_>) {
    let is_total = |item: &str| {
        let item = item.to_lowercase();
        item.contains("total") || item.contains("in tutto") || item.contains("complessiv")
    };
    let counts = &item.facts.counts;
    let mut totals = counts.iter().enumerate().filter(|(_, count)| is_total(&count.item));
    let (Some((index, total)), None) = (totals.next(), totals.next()) else { return };
    let others: Vec<u64> =
        counts.iter().filter(|count| !is_total(&count.item)).map(|count| u64::from(count.number)).collect();
    let (sum, total) = (others.iter().sum::<u64>(), u64::from(total.number));
    if others.len() >= 2 && sum != total {
        findings.at(
            &item.document,
            &[Step::Key("conteggi"), Step::Item(index)],
            words!("le voci fanno {sum}, non {total}", "the entries make {sum}, not {total}"),
            words!("controlla i numeri alla fonte", "check the numbers at the source"),
        );
    }
}

fn euro(Money(cents): Money) -> String {
    if cents % 100 == 0 { format!("{} euro", cents / 100) } else { format!("{},{:02} euro", cents / 100, cents % 100) }
}
