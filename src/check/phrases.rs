//! Searches an item for the phrases of all rules in one pass.
//!
//! Forms match whole words; [`super::word_list`] explains the role of capitals.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::sync::LazyLock;

use foldhash::fast::FixedState;

use super::prose::{Passage, Prose, near_before};
use super::{Check, CheckFunction, Findings, rules};
use crate::board::{Board, Item};
use crate::diagnostic::{Diagnostic, LocalizedString};
use crate::model::Step;
use crate::source::Document;
use crate::text::letter_case::eq_ignore_case;

type PhraseFunction = fn(&Board, &Item, &Prose<'_>, &Phrase<'_>, &mut Findings<'_>);

/// A match of a phrase of a word list.
pub struct Phrase<'p> {
    /// File of the match.
    document: &'p Document,
    /// Passage of the match.
    pub passage: Passage<'p>,
    /// Bytes in the passage.
    pub range: Range<usize>,
    /// The form as written in the list.
    pub form: &'p str,
    /// First column after the forms in the list, e.g. a correction or a condition; empty if it is missing.
    pub note: &'static str,
}

impl Phrase<'_> {
    /// The phrase as written in the text.
    #[must_use]
    pub fn as_written(&self) -> &str {
        self.passage.text.get(self.range.clone()).unwrap_or_default()
    }

    /// Reports a finding at the phrase.
    pub fn report<'f>(
        &self,
        findings: &'f mut Findings<'_>,
        message: LocalizedString,
        hint: LocalizedString,
    ) -> &'f mut Diagnostic {
        findings.report_in_passage(self.document, &self.passage, self.range.clone(), message, hint)
    }
}

struct Entry {
    check: &'static Check,
    on_match: PhraseFunction,
    note: &'static str,
}

struct Search {
    entries: Vec<Entry>,
    /// Forms in lower case, with the entries that contain them and their spelling there.
    forms: Vec<(String, Vec<(usize, String)>)>,
    /// Forms by the hash of their first one or two words, longest first.
    starts: HashMap<u64, Vec<usize>, FixedState>,
    /// Bitmap over the low 16 bits of the hashes, which rules out most words of a text.
    sieve: Vec<u64>,
}

impl Search {
    fn starting_with(&self, hash: u64) -> Option<&Vec<usize>> {
        let (word, bit) = sieve_bit(hash);
        (self.sieve.get(word)? & bit != 0).then(|| self.starts.get(&hash)).flatten()
    }
}

/// Hash of the start of a form; it covers two words, because hundreds of forms start with «in» or «di».
fn start_hash(first: u64, second: Option<u64>) -> u64 {
    second.map_or(first, |second| first.rotate_left(17) ^ second)
}

/// Index and mask of a hash in the sieve.
fn sieve_bit(hash: u64) -> (usize, u64) {
    let word = (hash >> 6 & 0x3ff) as usize;
    (word, 1 << (hash & 0x3f))
}

static SEARCH: LazyLock<Search> = LazyLock::new(build_search);

fn build_search() -> Search {
    let mut entries = Vec::new();
    // Keyed by lower case, because forms that differ only in capitals are one pattern.
    let mut forms: BTreeMap<String, Vec<(usize, String)>> = BTreeMap::new();
    for check in rules::checks() {
        let CheckFunction::Phrases(list, on_match) = check.function else { continue };
        for entry in list.entries() {
            for form in &entry.forms {
                // Texts use both the straight and the curly apostrophe.
                for form in [(*form).to_owned(), form.replace('\'', "’")] {
                    let holders = forms.entry(form.to_lowercase()).or_default();
                    if !holders.contains(&(entries.len(), form.clone())) {
                        holders.push((entries.len(), form));
                    }
                }
            }
            entries.push(Entry { check, on_match, note: entry.column(0) });
        }
    }
    let forms: Vec<(String, Vec<(usize, String)>)> = forms.into_iter().collect();
    let mut starts: HashMap<u64, Vec<usize>, FixedState> = HashMap::default();
    for (index, (form, _)) in forms.iter().enumerate() {
        let mut words = hash_words(form).map(|(_, hash)| hash);
        if let Some(first) = words.next() {
            starts.entry(start_hash(first, words.next())).or_default().push(index);
        }
    }
    #[expect(clippy::iter_over_hash_type, reason = "each list is sorted by itself")]
    for list in starts.values_mut() {
        list.sort_by_key(|index| std::cmp::Reverse(forms.get(*index).map_or(0, |(form, _)| form.len())));
    }
    let mut sieve = vec![0; 1024];
    starts.keys().map(|hash| sieve_bit(*hash)).for_each(|(word, bit)| {
        if let Some(word) = sieve.get_mut(word) {
            *word |= bit;
        }
    });
    Search { entries, forms, starts, sieve }
}

/// Length of the character that starts with each byte, if it belongs to a word, else zero: ASCII letters and digits, and
/// lead bytes of two-byte letters; quotes and dashes have other lead bytes.
static CHARACTER_LENGTHS: LazyLock<[u8; 256]> = LazyLock::new(|| {
    std::array::from_fn(|byte| {
        let byte = u8::try_from(byte).unwrap_or_default();
        u8::from(byte.is_ascii_alphanumeric()) + 2 * u8::from(is_lead_of_two(byte))
    })
});

const fn is_lead_of_two(byte: u8) -> bool {
    byte >= 0xc3 && byte <= 0xdf
}

/// Words of a text, with a hash that ignores case.
fn hash_words(text: &str) -> impl Iterator<Item = (Range<usize>, u64)> {
    let letters: &'static [u8; 256] = &CHARACTER_LENGTHS;
    let bytes = text.as_bytes();
    let length = move |at: usize| bytes.get(at).and_then(|byte| letters.get(usize::from(*byte))).copied();
    let mut at = 0;
    std::iter::from_fn(move || {
        while length(at)? == 0 {
            at += 1;
        }
        let start = at;
        while let Some(length @ 1..) = length(at) {
            at += usize::from(length);
        }
        at = at.min(bytes.len());
        Some((start..at, hash_word(bytes, start..at)))
    })
}

/// Hashes a word eight bytes at a time, ignoring case: one bit distinguishes upper and lower case, in ASCII and in the
/// second byte of two-byte letters. Other characters that differ in that bit collide, which costs one comparison.
fn hash_word(bytes: &[u8], word: Range<usize>) -> u64 {
    const LOWER_CASE_BITS: u64 = 0x2020_2020_2020_2020;
    const MULTIPLIER: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut hash = word.len() as u64;
    let mut at = word.start;
    while at < word.end {
        let eight = match bytes.get(at..at + 8).and_then(|eight| <[u8; 8]>::try_from(eight).ok()) {
            Some(eight) => u64::from_le_bytes(eight),
            None => bytes.get(at..).unwrap_or_default().iter().rev().fold(0, |sum, byte| sum << 8 | u64::from(*byte)),
        };
        let bytes_of_word = (word.end - at).min(8);
        let eight = (eight | LOWER_CASE_BITS) & (u64::MAX >> (64 - 8 * bytes_of_word));
        hash = (hash ^ eight).wrapping_mul(MULTIPLIER);
        hash ^= hash >> 29;
        at += 8;
    }
    hash
}

/// Calls `show` for each match of a phrase in the fields or the text of an item.
pub(super) fn for_each_phrase(prose: &Prose<'_>, mut show: impl FnMut(&'static Check, PhraseFunction, &Phrase<'_>)) {
    let document = prose.document();
    find_forms(document.facts(), |range, form, entry| {
        if let Some((passage, range)) = phrase_in_facts(prose, &range) {
            show_phrase(Phrase { document, passage, range, form, note: entry.note }, entry, &mut show);
        }
    });
    let passage = prose.body();
    find_forms(passage.text, |range, form, entry| {
        show_phrase(Phrase { document, passage, range, form, note: entry.note }, entry, &mut show);
    });
}

/// Calls `show` for a phrase, unless it is inside quotation marks.
fn show_phrase(
    phrase: Phrase<'_>,
    entry: &'static Entry,
    show: &mut impl FnMut(&'static Check, PhraseFunction, &Phrase<'_>),
) {
    if !is_quoted(phrase.passage.text, &phrase.range) {
        show(entry.check, entry.on_match, &phrase);
    }
}

/// Finds the forms of all lists in a text: the longest at each position, without overlaps.
fn find_forms<'s>(text: &str, mut report: impl FnMut(Range<usize>, &'s str, &'s Entry)) {
    let search: &'s Search = &SEARCH;
    let mut end = 0;
    let mut words = hash_words(text);
    let mut ahead = words.next();
    while let Some((word, hash)) = ahead {
        ahead = words.next();
        if word.start < end {
            continue;
        }
        let next = ahead.as_ref().map(|(_, hash)| *hash);
        let fits = |index: &&usize| {
            let form = search.forms.get(**index).map_or("", |(form, _)| form);
            let range = word.start..word.start + form.len();
            text.get(range.clone()).is_some_and(|words| eq_ignore_case(words, form)) && is_whole_words(text, &range)
        };
        let longer = next.and_then(|next| search.starting_with(start_hash(hash, Some(next))));
        let shorter = search.starting_with(hash);
        let mut list = [longer, shorter].into_iter().flatten().flatten();
        let Some((form, holders)) = list.find(fits).and_then(|index| search.forms.get(*index)) else { continue };
        let range = word.start..word.start + form.len();
        end = range.end;
        let written = text.get(range.clone()).unwrap_or_default();
        for (index, form) in holders {
            // A form with a capital matches only with the same case.
            let case_matches = form == written || !form.contains(char::is_uppercase);
            if let Some(entry) = search.entries.get(*index).filter(|_| case_matches) {
                report(range.clone(), form, entry);
            }
        }
    }
}

/// Whether the range is inside quotation marks: «…», “…”.
fn is_quoted(text: &str, range: &Range<usize>) -> bool {
    let line = near_before(text, range.start).rsplit('\n').next().unwrap_or_default();
    let open =
        |from: char, to: char| line.rfind(from).is_some_and(|open| line.rfind(to).is_none_or(|close| close < open));
    open('«', '»') || open('“', '”')
}

/// Fields with names that the editor cannot change: a subject line to copy, a source, a partner, an act, a place.
const NAME_FIELDS: [Step; 5] =
    [Step::key("oggetto"), Step::key("fonte"), Step::key("partner"), Step::key("atto"), Step::key("luogo")];

/// The field value that contains a range of the facts, and the range in it; `None` in keys, comments and names, and for
/// whole values, which other rules check.
fn phrase_in_facts<'p>(prose: &Prose<'p>, range: &Range<usize>) -> Option<(Passage<'p>, Range<usize>)> {
    let start = prose.document().facts.start;
    let (passage, range) = prose.value_at(&(start + range.start..start + range.end))?;
    let (before, after) = (passage.text.get(..range.start)?, passage.text.get(range.end..)?);
    let is_whole_value = before.trim().is_empty() && after.trim().is_empty();
    (!is_whole_value && !passage.field.passes(&NAME_FIELDS)).then_some((passage, range))
}

/// Whether a range consists of whole words and is not part of an address.
fn is_whole_words(text: &str, range: &Range<usize>) -> bool {
    let joins = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '/' | '@' | '=' | '&');
    let before = text.get(..range.start).and_then(|before| before.chars().next_back());
    let mut after = text.get(range.end..).unwrap_or_default().chars();
    let (next, second) = (after.next(), after.next());
    let continues_word = |neighbour: Option<char>, edge: Option<char>| {
        // At a phrase's edge, punctuation such as `%` or `!` needs no word boundary.
        edge.is_some_and(char::is_alphanumeric) && neighbour.is_some_and(joins)
    };
    let phrase = text.get(range.clone()).unwrap_or_default();
    let is_in_address = next == Some('.') && second.is_some_and(char::is_alphanumeric);
    !continues_word(before, phrase.chars().next())
        && !continues_word(next, phrase.chars().next_back())
        && !is_in_address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_hashed_with_their_ranges() {
        let text = "L’attività: «È» qui, 24h!";
        let shown: Vec<&str> = hash_words(text).map(|(range, _)| text.get(range).unwrap()).collect();
        assert_eq!(shown, ["L", "attività", "È", "qui", "24h"]);
        let hashes = |text| hash_words(text).map(|(_, hash)| hash).collect::<Vec<_>>();
        assert_eq!(hashes("DOMANI"), hashes("domani"));
    }

    #[test]
    fn every_form_of_every_list_is_found_as_written_and_in_capitals() {
        let mut missing = Vec::new();
        for check in rules::checks() {
            let CheckFunction::Phrases(list, _) = check.function else { continue };
            for form in list.forms() {
                let exact = form.contains(char::is_uppercase);
                let capitals = (!exact).then(|| form.to_uppercase());
                for written in std::iter::once((*form).to_owned()).chain(capitals) {
                    for written in [written.replace('\'', "’"), written] {
                        let text = format!("Ecco: {written}.");
                        let mut rules = Vec::new();
                        find_forms(&text, |range, _, entry| {
                            if text.get(range) == Some(&written) {
                                rules.push(entry.check.rule.name);
                            }
                        });
                        if !rules.contains(&check.rule.name) {
                            missing.push(format!("{}: {written}", check.rule.name));
                        }
                    }
                }
            }
        }
        assert!(missing.is_empty(), "{missing:#?}");
    }

    #[test]
    fn a_form_with_a_capital_is_found_only_as_it_is_written() {
        let found = |text: &str| {
            let mut found = false;
            find_forms(text, |_, form, _| found |= form == "VEDO");
            found
        };
        assert!(found("Serve il VEDO.") && !found("Ti vedo domani.") && !found("Vedo bene."));
    }
}
