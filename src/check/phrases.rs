//! One search for the phrases of every rule at once.
//!
//! A list has a line for each entry: forms separated by `|`, then a tab and what to say about it,
//! then a tab and more, if the rule wants it. Lines that start with `#` are remarks. Forms are found
//! as whole words, whatever the case of their letters.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

use super::prose::{Part, Passage, Prose};
use super::{Check, Look, rules};

type Found = fn(&crate::board::Board, &crate::board::Item, &Prose<'_>, &Phrase<'_>, &mut super::Findings<'_>);

/// A phrase of a list, found in a text.
pub struct Phrase<'p> {
    /// Where it was read.
    pub passage: Passage<'p>,
    /// Its bytes in the passage.
    pub range: Range<usize>,
    /// The form as it stands in the list.
    pub form: &'p str,
    /// What the list says about it: the first column behind the forms, or nothing.
    pub advice: &'static str,
}

impl Phrase<'_> {
    /// The phrase as it stands in the text.
    #[must_use]
    pub fn written(&self) -> &str {
        self.passage.text.get(self.range.clone()).unwrap_or_default()
    }
}

struct Entry {
    check: &'static Check,
    found: Found,
    advice: &'static str,
}

struct Search {
    automaton: AhoCorasick,
    entries: Vec<Entry>,
    /// Every form in small letters, and the entries that have it, as they write it.
    forms: Vec<(String, Vec<(usize, String)>)>,
}

static SEARCH: LazyLock<Option<Search>> = LazyLock::new(build);

/// The lines of a list: forms, and the columns behind them.
pub(super) fn lines(list: &'static str) -> impl Iterator<Item = (&'static str, std::str::Split<'static, char>)> {
    list.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).filter_map(|line| {
        let mut columns = line.split('\t');
        Some((columns.next()?, columns))
    })
}

fn build() -> Option<Search> {
    let mut entries = Vec::new();
    // By their small letters: forms that differ in capitals alone are one pattern.
    let mut forms: BTreeMap<String, Vec<(usize, String)>> = BTreeMap::new();
    for check in rules::checks() {
        let Look::Phrases(list, found) = check.look else { continue };
        for (line, mut columns) in lines(list) {
            for form in line.split('|') {
                // Both apostrophes that people write.
                for form in [form.to_owned(), form.replace('\'', "’")] {
                    let holders = forms.entry(form.to_lowercase()).or_default();
                    match holders.last_mut().filter(|(entry, _)| *entry == entries.len()) {
                        // In small letters it matches however it is written.
                        Some((_, known)) if form.to_lowercase() == form => *known = form,
                        Some(_) => {}
                        None => holders.push((entries.len(), form)),
                    }
                }
            }
            entries.push(Entry { check, found, advice: columns.next().unwrap_or_default() });
        }
    }
    let forms: Vec<(String, Vec<(usize, String)>)> = forms.into_iter().collect();
    let automaton = AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .ascii_case_insensitive(true)
        .kind(Some(AhoCorasickKind::ContiguousNFA))
        .build(forms.iter().map(|(form, _)| form))
        .ok()?;
    Some(Search { automaton, entries, forms })
}

/// Shows every phrase of every list that stands in the facts or the text of an item.
pub(super) fn each(prose: &Prose<'_>, mut show: impl FnMut(&'static Check, Found, &Phrase<'_>)) {
    let Some(search) = SEARCH.as_ref() else { return };
    for passage in prose.everything() {
        for found in search.automaton.find_iter(passage.text) {
            let range = found.range();
            if !whole_words(passage.text, &range)
                || is_quoted(passage.text, &range)
                || (passage.part == Part::Facts && is_key_or_value(passage.text, &range))
            {
                continue;
            }
            let Some((_, holders)) = search.forms.get(found.pattern().as_usize()) else { continue };
            for (index, form) in holders {
                let Some(entry) = search.entries.get(*index) else { continue };
                let phrase = Phrase { passage, range: range.clone(), form, advice: entry.advice };
                show(entry.check, entry.found, &phrase);
            }
        }
    }
}

/// Somebody else's words: «…».
fn is_quoted(text: &str, range: &Range<usize>) -> bool {
    let line = text.get(..range.start).and_then(|before| before.rsplit('\n').next()).unwrap_or_default();
    line.rfind('«').is_some_and(|open| line.rfind('»').is_none_or(|close| close < open))
}

/// A key, or a whole value: words of the form, which rules about values look at.
fn is_key_or_value(text: &str, range: &Range<usize>) -> bool {
    let (before, after) = (text.get(..range.start).unwrap_or_default(), text.get(range.end..).unwrap_or_default());
    let key = after.starts_with(':') && before.trim_end_matches(' ').ends_with(['\n', '{', ',', '-']);
    let before = before.trim_end_matches([' ', '"', '\'']);
    let after = after.trim_start_matches([' ', '"', '\'']);
    let remark = before.rsplit('\n').next().is_some_and(|line| line.trim_start().starts_with('#'));
    let starts = before.is_empty() || before.ends_with([':', '[', '{', ',', '-', '\n']);
    let ends = after.is_empty() || after.starts_with(['\n', '\r', ',', ']', '}']);
    remark || key || (starts && ends)
}

/// The bytes start and end with words, and belong to no address.
fn whole_words(text: &str, range: &Range<usize>) -> bool {
    let joins = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '/' | '@' | '=' | '&');
    let before = text.get(..range.start).and_then(|before| before.chars().next_back());
    let mut after = text.get(range.end..).unwrap_or_default().chars();
    let (next, then) = (after.next(), after.next());
    let inner = |c: Option<char>, at_edge: Option<char>| {
        // Signs such as `%` or `!` at the edge of a phrase end no word.
        at_edge.is_some_and(char::is_alphanumeric) && c.is_some_and(joins)
    };
    let phrase = text.get(range.clone()).unwrap_or_default();
    let address = next == Some('.') && then.is_some_and(char::is_alphanumeric);
    !inner(before, phrase.chars().next()) && !inner(next, phrase.chars().next_back()) && !address
}
