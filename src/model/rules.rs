//! What can be wrong with a single file: fields, types, required facts.

use crate::diagnostic::Rule;

const FORMAT: &str = "formato dei contenuti";
const GUIDELINES: &str = "linee guida del canale, paragrafo 5";

macro_rules! rules {
    ($( $(#[$doc:meta])* $name:ident = $rule:expr; )*) => {
        $( $(#[$doc])* pub const $name: Rule = $rule; )*
        const PLAIN: &[Rule] = &[$($name),*];
    };
}

rules! {
    /// A key that is no field.
    UNKNOWN_FIELD = Rule::error("unknown-field", "ogni campo ha un nome conosciuto", "every field has a known name", FORMAT);
    /// A field of other kinds.
    FIELD_OF_OTHER_KIND = Rule::error("field-of-other-kind", "ogni campo appartiene al tipo dell'annuncio", "every field belongs to the item's kind", GUIDELINES);
    /// A key without a value.
    EMPTY_FIELD = Rule::error("field-empty", "nessun campo è vuoto", "no field is empty", FORMAT);
    /// A list where a text belongs, and the like.
    WRONG_TYPE = Rule::error("wrong-type", "ogni valore ha la forma del suo campo", "every value has the shape of its field", FORMAT);
    /// A word outside the vocabulary.
    UNKNOWN_WORD = Rule::error("unknown-word", "dove c'è un elenco di parole si usa una di quelle", "where there is a list of words, one of them is used", FORMAT);
    /// `tipo` is missing or none of the seven.
    UNKNOWN_KIND = Rule::error("unknown-kind", "il tipo è uno dei sette", "the kind is one of the seven", GUIDELINES);
    /// A date that does not exist or has another form.
    INVALID_DATE = Rule::error("invalid-date", "le date esistono e sono scritte anno-mese-giorno", "dates exist and are written year-month-day", "ISO 8601");
    /// An hour that does not exist.
    INVALID_TIME = Rule::error("invalid-time", "le ore sono scritte 09:30", "hours are written 09:30", "ISO 8601");
    /// A period that ends before it starts.
    INVERTED_PERIOD = Rule::error("inverted-period", "un periodo finisce dopo l'inizio", "a period ends after it starts", FORMAT);
    /// Not a number, not a sum of money.
    INVALID_NUMBER = Rule::error("invalid-number", "numeri e somme sono cifre", "numbers and sums are digits", FORMAT);
    /// Not an address mail can be sent to.
    INVALID_EMAIL = Rule::error("invalid-email", "le e-mail sono indirizzi veri", "e-mail addresses are real addresses", "RFC 5321");
    /// Not a number that can be called.
    INVALID_PHONE = Rule::error("invalid-phone", "i telefoni sono numeri che si possono chiamare", "phone numbers can be called", "ITU-T E.164");
    /// Not an address a browser opens.
    INVALID_URL = Rule::error("invalid-url", "i link sono indirizzi interi che cominciano con https://", "links are whole addresses that start with https://", "RFC 3986");
    /// Not a name for an address of the site.
    INVALID_SLUG = Rule::error("invalid-slug", "il nome del file è fatto di lettere minuscole, cifre e trattini", "the file name is made of small letters, digits and hyphens", FORMAT);
    /// No way in which somebody could enrol: «clicca qui».
    UNUSABLE_ENROLMENT = Rule::error("unusable-enrolment", "si capisce come iscriversi", "it is clear how to enrol", GUIDELINES);
    /// Paid, and no aid: refused by the guidelines.
    COST_WITHOUT_AID = Rule::error("cost-without-aid", "ciò che si paga prevede un'agevolazione", "what is paid for comes with aid", "linee guida del canale, paragrafo 5, criterio «Accessibilità»");
}

/// The rule of a required field that is missing: `deadline-missing`, `cost-missing`, …
///
/// Its name comes from the field's English name; there is one for each field that a kind requires.
#[must_use]
pub fn missing_rule(key: &str) -> Option<Rule> {
    MISSING.iter().find(|(field, _)| *field == key).map(|(_, rule)| *rule)
}

macro_rules! missing {
    ($($key:literal => $name:literal, $en:literal;)*) => {
        const MISSING: &[(&str, Rule)] = &[
            $(($key, Rule::error(
                concat!($name, "-missing"),
                concat!("è indicato: ", $key),
                concat!("given: ", $en),
                GUIDELINES,
            )),)*
        ];
    };
}

missing! {
    "titolo" => "title", "title";
    "sintesi" => "summary", "short description";
    "ente" => "organisation", "organisation";
    "pubblicato" => "publication-date", "date of publication";
    "contatti" => "contacts", "contacts";
    "destinatari" => "audience", "audience";
    "edizioni" => "dates", "dates";
    "orari" => "hours", "hours";
    "modalita" => "attendance", "attendance";
    "luogo" => "place", "place";
    "costo" => "cost", "cost";
    "iscrizione" => "enrolment", "how to enrol";
    "scadenza" => "deadline", "deadline";
    "mansioni" => "duties", "duties";
    "requisiti" => "requirements", "requirements";
    "contratto" => "contract", "contract";
    "retribuzione" => "pay", "pay";
    "candidatura" => "application", "how to apply";
    "fonte" => "source", "source";
    "obiettivi" => "goals", "goals";
    "attivita" => "activities", "activities";
    "inizio" => "start", "start";
    "fine" => "end", "end";
    "programma" => "programme", "programme";
    "nome" => "name", "name";
    "tipo" => "type", "type";
    "indirizzo" => "address", "address";
    "modo" => "translation-mode", "how it was translated";
    "originale" => "translated-version", "version of the original";
}

/// Every rule of this stage.
pub const RULES: &[&[Rule]] = &[PLAIN, &MISSING_RULES];

const MISSING_RULES: [Rule; MISSING.len()] = {
    let mut rules = [UNKNOWN_FIELD; MISSING.len()];
    let mut index = 0;
    while index < MISSING.len() {
        #[expect(clippy::indexing_slicing, reason = "evaluated by the compiler, bounded by the loop")]
        {
            rules[index] = MISSING[index].1;
        }
        index += 1;
    }
    rules
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Kind, Opportunity, Record};

    #[test]
    fn every_required_field_exists_and_has_a_rule() {
        for kind in Kind::ALL {
            for key in kind.spec().required {
                assert!(missing_rule(key).is_some(), "{key} has no rule");
                assert!(Opportunity::FIELDS.iter().any(|field| field.key == *key), "{key} is no field");
            }
            for key in kind.spec().optional {
                assert!(Opportunity::FIELDS.iter().any(|field| field.key == *key), "{key} is no field");
            }
        }
    }
}
