//! Recognises phrases that ask people for money, and words around them that deny it.

use std::ops::Range;

use super::{LazyWordList, Phrase, near_after, near_before, word_lists};
use crate::model::number_in_words;
use crate::path;

word_lists! { "payments.txt":
    /// Phrases that ask for money, with a note on the amount and subject that they need.
    pub(super) PAYMENTS = "payments";
    /// Words for payments by others and for optional payments.
    PAID_BY_OTHERS_OR_OPTIONAL = "paid by others or optional";
    /// Participants as the subject of a sentence.
    PARTICIPANT_SUBJECTS = "participant subjects";
    /// Negations: «nessuna quota», «senza cauzione», «quota di iscrizione: 0 euro».
    NEGATIONS = "negations";
    /// Words of a sentence that warns of swindlers.
    PAYMENT_WARNINGS = "payment warnings";
    /// Words for state fees, money received, and money that others pay.
    EXEMPT_PAYMENTS = "exempt payments";
    /// Public transport.
    TRANSPORT = "transport";
    /// Words for what a journey costs.
    FARES = "fares";
    /// Words that ask for a deposit.
    DEMANDS = "demands";
    /// Organisations and funds that pay for people.
    PAYERS = "payers";
    /// Verbs by which they pay.
    PAYING_VERBS = "paying verbs";
    /// What costs something that participants do not pay: «il progetto costa 480.000 euro».
    FUNDED = "funded";
}

/// Note on deposits, which an announcement may also explain, or help with: a word must ask for them, or an amount follow.
const NEEDS_DEMAND: &str = "demand";
/// Note on instalments, in which help may be paid too.
const INSTALMENTS: &str = "instalments";

/// Note on phrases that ask for money only after an amount.
const NEEDS_AMOUNT_BEFORE: &str = "amount before";
/// Note on phrases addressed to the reader that ask for money only before an amount.
const NEEDS_AMOUNT_AFTER: &str = "amount after";
/// Note on phrases before an amount whose subject must be the participants.
const NEEDS_AMOUNT_AFTER_PARTICIPANT: &str = "amount after, participant is subject";
/// Note on forms of «chiedere» before an amount, which may also address others or ask for a donation.
const NEEDS_AMOUNT_AFTER_REQUEST: &str = "amount after, request";

/// Note on words right before an amount: «Costo: 50 euro», which may also be the price of something else.
pub(super) const NEEDS_AMOUNT_CLOSE_AFTER: &str = "amount after, close";

/// Maximum distance in bytes from a phrase to the end of the amount after it.
const MAX_AMOUNT_BYTES: usize = 40;

/// Range and text of the phrase, extended to the amount after it.
pub(super) fn extend_to_amount<'p>(phrase: &Phrase<'p>) -> (Range<usize>, &'p str) {
    let (text, mut range) = (phrase.passage.text, phrase.range.clone());
    if phrase.note.starts_with(NEEDS_AMOUNT_AFTER) {
        let after = near_after(text, range.end);
        let end = after.find("euro").map(|at| at + 4).or_else(|| after.find('€').map(|at| at + '€'.len_utf8()));
        range.end += end.filter(|length| *length < MAX_AMOUNT_BYTES).unwrap_or_default();
    }
    let written = text.get(range.clone()).unwrap_or_default();
    (range, written)
}

/// Whether some words contain a number, in figures or words, and «euro».
fn contains_amount<'t>(words: impl Iterator<Item = &'t str>) -> bool {
    let (mut has_number, mut has_euro) = (false, false);
    let (mut was_number, mut was_euro) = (false, false);
    for word in words {
        let is_euro = word.contains('€') || word.starts_with("euro");
        // «Sei» is a number only beside «euro». Words may come from the last to the first.
        let is_number = !is_euro && number_in_words(word).is_some();
        has_number |= word.bytes().any(|byte| byte.is_ascii_digit()) || is_number && was_euro || is_euro && was_number;
        has_euro |= is_euro;
        (was_number, was_euro) = (is_number, is_euro);
    }
    has_number && has_euro
}

/// Whether a phrase asks people for money: its sentence does not deny it, and it is not a state fee or a payment by
/// others.
pub(super) fn asks_for_money(phrase: &Phrase<'_>) -> bool {
    let (before, after) = phrase.passage.sentence(&phrase.range);
    let (before, after) = (before.to_lowercase(), after.to_lowercase());
    let (before, after) = (split_words(&before), split_words(&after));
    let (text, range) = (phrase.passage.text, &phrase.range);
    let is_benefit = phrase.passage.field.is_within(&path![benefici]);
    if phrase.note == INSTALMENTS && is_benefit {
        return false;
    }
    if phrase.note == NEEDS_DEMAND {
        let near = near_after(text, range.end).trim_start_matches([':', ' ', '(']);
        let is_asked = before.iter().chain(&after).any(|word| DEMANDS.matches(word));
        if !is_asked && (is_benefit || !contains_amount(near.split_whitespace().take(3))) {
            return false;
        }
    }
    let following = near_after(text, range.end).trim_start_matches([':', ' ']);
    let words_to_amount = if phrase.note == NEEDS_AMOUNT_CLOSE_AFTER { 2 } else { 4 };
    if phrase.note.starts_with(NEEDS_AMOUNT_AFTER)
        && !contains_amount(following.split_whitespace().take(words_to_amount))
    {
        return false;
    }
    if phrase.note == NEEDS_AMOUNT_BEFORE {
        // «Versi 50 euro di deposito» is reported once, at its verb.
        let already_reported = before.iter().rev().take(5).any(|word| is_verb_before_amount(word));
        if already_reported || !contains_amount(near_before(text, range.start).split_whitespace().rev().take(4)) {
            return false;
        }
    }
    if phrase.note == NEEDS_AMOUNT_AFTER_PARTICIPANT {
        let near: Vec<&str> = before.iter().rev().take(8).copied().collect();
        // In «A chi si iscrive la Regione versa…» the other party pays.
        let participant_is_recipient =
            near.windows(2).any(|two| matches!(two, ["chi" | "ogni" | "ciascuno", "a" | "ad" | "per"]));
        if participant_is_recipient || !near.iter().any(|word| PARTICIPANT_SUBJECTS.matches(word)) {
            return false;
        }
    }
    let subjects = || before.iter().rev().take(3);
    if phrase.note == NEEDS_AMOUNT_CLOSE_AFTER && subjects().any(|word| FUNDED.matches(behind_elision(word))) {
        return false;
    }
    // Only nearby negations count, because «Se non ricevi la borsa…» is not about paying.
    let is_negated = before.iter().rev().take(8).chain(after.iter().take(3)).any(|word| NEGATIONS.matches(word));
    let words = || before.iter().chain(&after);
    if phrase.note == NEEDS_AMOUNT_AFTER_REQUEST && words().any(|word| PAID_BY_OTHERS_OR_OPTIONAL.matches(word)) {
        return false;
    }
    // «Rimborsare» asks people to pay back, although it resembles a refund.
    let asks_to_pay_back = phrase.form.starts_with("rimbors");
    // «L'affitto»: the word behind its article.
    let matches = |list: &'static LazyWordList| move |word: &&str| list.matches(behind_elision(word));
    // «Costa 50 euro, vicino alla metro» is not the price of the journey; «la metro costa 1,50 euro» is.
    let is_fare = words().any(matches(&TRANSPORT))
        && (words().any(matches(&FARES)) || before.iter().rev().take(2).any(matches(&TRANSPORT)));
    let is_exempt = !asks_to_pay_back && (is_fare || words().any(matches(&EXEMPT_PAYMENTS)));
    // «Costa 95 euro: li paga l'ente», «450.000 euro, pagati dal FAMI».
    let paid_by_other = after.windows(2).take(8).any(|two| {
        matches!(two, ["paga" | "pagano", by] if by.starts_with("l'") || matches!(*by, "il" | "la" | "lo" | "i" | "noi"))
            || matches!(two, ["pagati" | "pagate" | "pagato" | "pagata", "da" | "dal" | "dalla" | "dallo"])
            || matches!(two, ["li" | "lo" | "la" | "le", "paga" | "pagano" | "paghiamo"])
    });
    let paid_by_other = paid_by_other || is_paid_by_subject(&before);
    let warns = words().any(|word| PAYMENT_WARNINGS.matches(word));
    !is_negated && !is_exempt && !paid_by_other && !warns
}

/// Whether the words before a payment name who pays it: «la fondazione versa la caparra».
fn is_paid_by_subject(before: &[&str]) -> bool {
    let near = before.get(before.len().saturating_sub(6)..).unwrap_or_default();
    let clause = near.iter().rposition(|word| matches!(*word, "ma" | "però" | "mentre")).map_or(0, |at| at + 1);
    near.get(clause..)
        .unwrap_or_default()
        .windows(3)
        .chain(near.windows(2))
        .any(|words| matches!(words, [payer, rest @ ..] if PAYERS.matches(behind_elision(payer)) && rest.iter().any(|verb| PAYING_VERBS.matches(verb))))
}

/// The noun of «l'affitto».
fn behind_elision(word: &str) -> &str {
    word.rsplit_once('\'').map_or(word, |(_, noun)| noun)
}

/// Splits a text into words; elisions keep their apostrophe.
fn split_words(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|word| !word.is_empty()).collect()
}

/// Whether a word is a verb that asks for the amount after it: «versi», «lascia».
fn is_verb_before_amount(word: &str) -> bool {
    let verbs = PAYMENTS
        .entries()
        .iter()
        .filter(|entry| matches!(entry.column(0), NEEDS_AMOUNT_AFTER | NEEDS_AMOUNT_AFTER_PARTICIPANT));
    verbs.flat_map(|entry| &entry.forms).any(|form| *form == word)
}
