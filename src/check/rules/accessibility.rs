//! «Accessibilità»: free, or with aid; nobody is left out without a reason.

mod age_disagrees;
mod audience_not_people;
mod free_but_paid;
mod internship_allowance_low;
mod nationality_required;
mod paid_but_called_free;
mod payment_asked_of_candidate;

use crate::check::{Check, Phrase};

pub(super) const CHECKS: &[Check] = &[
    age_disagrees::CHECK,
    audience_not_people::CHECK,
    free_but_paid::CHECK,
    internship_allowance_low::CHECK,
    nationality_required::CHECK,
    paid_but_called_free::CHECK,
    payment_asked_of_candidate::CHECK,
];

/// Words with which money is asked for. State fees (marca da bollo, bollettino) are not among them.
const PAYMENTS: &str = "\
quota di iscrizione|quota d'iscrizione|quota associativa|quota di partecipazione|quota mensile
cauzione|caparra|acconto|deposito cauzionale
un anticipo|anticipo di|versare un anticipo
income share agreement|income share|income sharing|una quota del tuo stipendio|una parte del tuo stipendio|percentuale dello stipendio|restituire il costo|restituisci il costo|pagherai dopo|paghi dopo|pagare dopo|paghi quando trovi lavoro|pagamento posticipato
comode rate|rate mensili|rate da|si paga in rate
contributo spese|spese di segreteria|spese di iscrizione|tassa di iscrizione|costo della pratica|spese di istruttoria|costo di attivazione
bonifico|versamento di|dovrai versare|dovrà versare|è necessario versare|bisogna versare|bisogna pagare|occorre pagare|devi pagare|dovrai pagare|pagamento di euro|pagamento anticipato";

/// Words just before that turn it round: «nessuna quota», «senza cauzione», «non devi pagare».
const NEGATIONS: [&str; 16] = [
    "senza",
    "nessun",
    "nessuna",
    "nessun'",
    "non",
    "né",
    "zero",
    "mai",
    "alcuna",
    "alcun",
    "diffidate",
    "diffida",
    "attenzione",
    "se",
    "rimborso",
    "rimborsiamo",
];

/// Words of fees that go to the state, or of money that people receive.
const OF_OTHERS: [&str; 14] = [
    "marca",
    "bollo",
    "bollettino",
    "f24",
    "pagopa",
    "questura",
    "ministero",
    "postale",
    "affitto",
    "locazione",
    "proprietario",
    "canone",
    "ricevi",
    "riceverai",
];

/// Whether a phrase asks for money: nothing near it says the contrary, and it is no fee of the state.
fn asks_for_money(phrase: &Phrase<'_>) -> bool {
    let text = phrase.passage.text;
    let start =
        text.get(..phrase.range.start).and_then(|before| before.rfind(['.', '!', '?', '\n'])).map_or(0, |at| at + 1);
    let end = text
        .get(phrase.range.end..)
        .and_then(|after| after.find(['.', '!', '?', '\n']))
        .map_or(text.len(), |at| phrase.range.end + at);
    let words = |range: std::ops::Range<usize>| {
        let text = text.get(range).unwrap_or_default().to_lowercase();
        text.split(|c: char| !c.is_alphanumeric() && c != '\'').map(str::to_owned).collect::<Vec<String>>()
    };
    let before = words(start..phrase.range.start);
    let negated =
        before.iter().rev().filter(|word| !word.is_empty()).take(5).any(|word| NEGATIONS.contains(&word.as_str()));
    let of_others = words(start..end).iter().any(|word| OF_OTHERS.contains(&word.as_str()));
    !negated && !of_others
}
