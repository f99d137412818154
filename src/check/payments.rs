//! Recognises phrases that ask people for money, and words around them that deny it.

use std::ops::Range;

use super::{Phrase, near_after, near_before, word_lists};

word_lists! { "payments.txt":
    /// Phrases that ask for money, with the condition for their neighbourhood.
    pub(super) PAYMENTS = "payments";
    /// Words of payments by others, or that are optional.
    NOT_OF_PEOPLE = "not of people";
    /// Participants as the subject of a sentence.
    WHO_TAKES_PART = "who takes part";
    /// Negations: «nessuna quota», «senza cauzione», «quota di iscrizione: 0 euro».
    NEGATIONS = "negations";
    /// Words for state fees, money received, and money that others pay.
    OF_OTHERS = "of others";
}

/// Advice for phrases that ask for money only after a sum.
const NEEDS_AMOUNT_BEFORE: &str = "sum before";
/// Advice for phrases addressed to the reader before a sum.
const NEEDS_AMOUNT_AFTER: &str = "sum behind";
/// Advice for phrases before a sum whose subject must be the participants.
const NEEDS_AMOUNT_AFTER_PARTICIPANT: &str = "sum behind, by whoever takes part";
/// Advice for forms of «chiedere» before a sum, which may also address others or ask for a donation.
const NEEDS_AMOUNT_AFTER_REQUEST: &str = "sum behind, request";

/// Range and text of the phrase, extended to the sum after it.
pub(super) fn extend_to_amount<'p>(phrase: &Phrase<'p>) -> (Range<usize>, &'p str) {
    let (text, mut range) = (phrase.passage.text, phrase.range.clone());
    if phrase.note.starts_with(NEEDS_AMOUNT_AFTER) {
        let behind = near_after(text, range.end);
        let euro = behind.find("euro").map(|at| at + 4).or_else(|| behind.find('€').map(|at| at + '€'.len_utf8()));
        range.end += euro.filter(|length| *length < 40).unwrap_or_default();
    }
    let written = text.get(range.clone()).unwrap_or_default();
    (range, written)
}

/// Whether some words contain a number and «euro».
fn contains_amount<'t>(words: impl Iterator<Item = &'t str>) -> bool {
    let (mut number, mut euro) = (false, false);
    for word in words {
        number |= word.bytes().any(|byte| byte.is_ascii_digit());
        euro |= word.contains('€') || word.starts_with("euro");
    }
    number && euro
}

/// Whether a phrase asks people for money: its sentence does not deny it, and it is not a state fee or a payment by
/// others.
pub(super) fn asks_for_money(phrase: &Phrase<'_>) -> bool {
    let (before, after) = phrase.passage.sentence(&phrase.range);
    let (before, after) = (before.to_lowercase(), after.to_lowercase());
    let (before, after) = (split_words(&before), split_words(&after));
    let (text, range) = (phrase.passage.text, &phrase.range);
    if phrase.note.starts_with(NEEDS_AMOUNT_AFTER)
        && !contains_amount(near_after(text, range.end).split_whitespace().take(4))
    {
        return false;
    }
    if phrase.note == NEEDS_AMOUNT_BEFORE {
        // «Versi 50 euro di deposito» is reported once, at its verb.
        let told = before.iter().rev().take(5).any(|word| is_verb_before_amount(word));
        if told || !contains_amount(near_before(text, range.start).split_whitespace().rev().take(4)) {
            return false;
        }
    }
    if phrase.note == NEEDS_AMOUNT_AFTER_PARTICIPANT {
        let near: Vec<&str> = before.iter().rev().take(8).copied().collect();
        // In «A chi si iscrive la Regione versa…» the other party pays.
        let to_whom = near.windows(2).any(|two| matches!(two, ["chi" | "ogni" | "ciascuno", "a" | "ad" | "per"]));
        if to_whom || !near.iter().any(|word| WHO_TAKES_PART.matches(word)) {
            return false;
        }
    }
    // Only nearby negations count, because «Se non ricevi la borsa…» is not about paying.
    let negated = before.iter().rev().take(8).chain(after.iter().take(3)).any(|word| NEGATIONS.matches(word));
    let all = || before.iter().chain(&after);
    if phrase.note == NEEDS_AMOUNT_AFTER_REQUEST && all().any(|word| NOT_OF_PEOPLE.matches(word)) {
        return false;
    }
    // «Rimborsare» asks people to pay back, although it resembles a refund.
    let later = phrase.form.starts_with("rimbors");
    let of_others = !later && all().any(|word| OF_OTHERS.matches(word));
    let paid_by = after.windows(2).take(4).any(|two| matches!(two, ["paga", "il" | "la" | "l'ente" | "lo"]));
    !negated && !of_others && !paid_by
}

/// Splits a text into words; elisions keep their apostrophe.
fn split_words(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|word| !word.is_empty()).collect()
}

/// Whether a word is a verb that asks for the sum after it: «versi», «lascia».
fn is_verb_before_amount(word: &str) -> bool {
    let verbs = PAYMENTS
        .entries()
        .iter()
        .filter(|entry| matches!(entry.column(0), NEEDS_AMOUNT_AFTER | NEEDS_AMOUNT_AFTER_PARTICIPANT));
    verbs.flat_map(|entry| &entry.forms).any(|form| *form == word)
}
