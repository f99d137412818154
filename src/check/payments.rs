//! Phrases with which an announcement asks people for money, and what around them says the contrary.

use std::ops::Range;

use super::{Phrase, near_after, near_before, word_lists};

word_lists! { "payments.txt":
    /// Phrases with which money is asked for, and what has to stand near them.
    pub(super) PAYMENTS = "payments";
    /// Who else is asked, or that nobody has to.
    NOT_OF_PEOPLE = "not of people";
    /// Who takes part, as the subject of a sentence.
    WHO_TAKES_PART = "who takes part";
    /// Words that turn it round: «nessuna quota», «senza cauzione», «quota di iscrizione: 0 euro».
    NEGATIONS = "negations";
    /// Words of fees that go to the state, of money that people receive, or that somebody else pays.
    OF_OTHERS = "of others";
}

/// What the list says of a phrase that asks for money only behind a sum.
const SUM_BEFORE: &str = "sum before";
/// The same before a sum, of the reader.
const SUM_BEHIND: &str = "sum behind";
/// The same before a sum, of whoever takes part and nobody else.
const BY_WHOEVER_TAKES_PART: &str = "sum behind, by whoever takes part";
/// Forms of «chiedere» before a sum, which one also does of others, or as an offering.
const REQUEST: &str = "sum behind, request";

/// What asks for money, and the sum behind it.
pub(super) fn payment_and_amount<'p>(phrase: &Phrase<'p>) -> (Range<usize>, &'p str) {
    let (text, mut range) = (phrase.passage.text, phrase.range.clone());
    if phrase.advice.starts_with(SUM_BEHIND) {
        let behind = near_after(text, range.end);
        let euro = behind.find("euro").map(|at| at + 4).or_else(|| behind.find('€').map(|at| at + '€'.len_utf8()));
        range.end += euro.filter(|length| *length < 40).unwrap_or_default();
    }
    let written = text.get(range.clone()).unwrap_or_default();
    (range, written)
}

/// A number and «euro» among some words that stand together.
fn is_sum<'t>(words: impl Iterator<Item = &'t str>) -> bool {
    let (mut number, mut euro) = (false, false);
    for word in words {
        number |= word.bytes().any(|byte| byte.is_ascii_digit());
        euro |= word.contains('€') || word.starts_with("euro");
    }
    number && euro
}

/// Whether a phrase asks for money: nothing in its sentence says the contrary, it is no fee of the state, and
/// nobody else pays.
pub(super) fn asks_for_money(phrase: &Phrase<'_>) -> bool {
    let (before, after) = phrase.passage.sentence(&phrase.range);
    let (before, after) = (before.to_lowercase(), after.to_lowercase());
    let (before, after) = (words(&before), words(&after));
    let (text, range) = (phrase.passage.text, &phrase.range);
    if phrase.advice.starts_with(SUM_BEHIND) && !is_sum(near_after(text, range.end).split_whitespace().take(4)) {
        return false;
    }
    if phrase.advice == SUM_BEFORE {
        // «Versi 50 euro di deposito» is told once, by its verb.
        let told = before.iter().rev().take(5).any(|word| is_verb_before_sum(word));
        if told || !is_sum(near_before(text, range.start).split_whitespace().rev().take(4)) {
            return false;
        }
    }
    if phrase.advice == BY_WHOEVER_TAKES_PART {
        let near: Vec<&str> = before.iter().rev().take(8).copied().collect();
        // «A chi si iscrive la Regione versa…»: there it is the other who pays.
        let to_whom = near.windows(2).any(|two| matches!(two, ["chi" | "ogni" | "ciascuno", "a" | "ad" | "per"]));
        if to_whom || !near.iter().any(|word| WHO_TAKES_PART.matches(word)) {
            return false;
        }
    }
    // «Se non ricevi la borsa…» is not about paying: only what stands near counts before, and less behind.
    let negated = before.iter().rev().take(8).chain(after.iter().take(3)).any(|word| NEGATIONS.matches(word));
    let all = || before.iter().chain(&after);
    if phrase.advice == REQUEST && all().any(|word| NOT_OF_PEOPLE.matches(word)) {
        return false;
    }
    // Paying back later is what is asked, though it is called a refund.
    let later = phrase.form.starts_with("rimbors");
    let of_others = !later && all().any(|word| OF_OTHERS.matches(word));
    let paid_by = after.windows(2).take(4).any(|two| matches!(two, ["paga", "il" | "la" | "l'ente" | "lo"]));
    !negated && !of_others && !paid_by
}

/// The words of a text, elisions with their apostrophe.
fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|word| !word.is_empty()).collect()
}

/// Whether a word alone asks for money before a sum: «versi», «lascia».
fn is_verb_before_sum(word: &str) -> bool {
    let verbs = PAYMENTS.entries().iter().filter(|entry| matches!(entry.column(0), SUM_BEHIND | BY_WHOEVER_TAKES_PART));
    verbs.flat_map(|entry| &entry.forms).any(|form| *form == word)
}
