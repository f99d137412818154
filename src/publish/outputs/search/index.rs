//! A part of the index as files: which cards hold which words. A search fetches the lists that its words are in, and the
//! blocks of cards that it shows.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use serde_json::{Value, json};
use siphasher::sip128::{Hasher128, SipHasher13};

use super::folding::{Folding, is_unspaced, neighbours};
use super::record::Record;
use crate::error::Error;

/// Cards in a block: few requests for a small board, little that is not shown of a large one.
const CARDS_IN_BLOCK: usize = 8;
/// Size of a list of words in bytes, before compression.
const LIST_BYTES: usize = 24 * 1024;
/// Highest weight of a word in a record: one capital letter for each.
const MAX_WEIGHT: u8 = 26;
/// Fields with this weight or more have words that a slip may have been meant for.
const MIN_WEIGHT_OF_CORRECTION: u8 = 3;
/// Fewest letters of a word that a slip may have been meant for.
const MIN_CORRECTION: usize = 4;

/// A part of the index.
pub(super) struct IndexPart {
    /// Paths below the index's folder, and bytes.
    pub(super) files: Vec<(String, Vec<u8>)>,
    /// What the script reads first: the files by content.
    pub(super) description: Value,
    /// Single letters of scripts without spaces.
    pub(super) letters: BTreeSet<String>,
}

/// Words of a part: the records that have each, with the weight there.
type Postings = BTreeMap<String, BTreeMap<usize, u8>>;

/// Builds a part from its records, in the order in which they are listed without a question.
///
/// # Errors
/// If a value cannot be written as JSON.
pub(super) fn build_part(
    name: &str,
    records: &[Record],
    folding: &Folding,
    ignored: &BTreeSet<String>,
) -> Result<IndexPart, Error> {
    let (postings, corrections) = collect_words(records, folding, ignored);
    let mut files = Files { folder: name.to_owned(), files: Vec::new() };
    let blocks: String = records
        .chunks(CARDS_IN_BLOCK)
        .map(|block| {
            let cards: Vec<Value> = block.iter().map(|record| json!([record.card, record.who])).collect();
            files.add("cards", &json!(cards))
        })
        .collect::<Result<_, Error>>()?;
    let lists = write_lists(&postings);
    let lists = lists.into_iter().map(|(first, list)| Ok(json!([first, files.add_text("words", "txt", list)])));
    let lists: Vec<Value> = lists.collect::<Result<_, Error>>()?;
    let mut facets = BTreeMap::new();
    for (facet, values) in collect_facets(records) {
        facets.insert(facet, files.add("facet", &json!(values))?);
    }
    let corrections = corrections.into_iter().collect::<Vec<_>>().join(" ");
    let corrections = files.add_text("corrections", "txt", corrections);
    let letters = postings.keys().filter(|word| word.chars().all(is_unspaced) && word.chars().nth(1).is_none());
    Ok(IndexPart {
        description: json!({
            "name": name,
            "records": records.len(),
            "inBlock": CARDS_IN_BLOCK,
            "blocks": blocks,
            "lists": lists,
            "facets": facets,
            "corrections": corrections,
        }),
        letters: letters.cloned().collect(),
        files: files.files,
    })
}

/// The words of records with their weights, and those that a slip may have been meant for.
fn collect_words(records: &[Record], folding: &Folding, ignored: &BTreeSet<String>) -> (Postings, BTreeSet<String>) {
    let (mut postings, mut corrections) = (Postings::new(), BTreeSet::new());
    for (id, record) in records.iter().enumerate() {
        for (weight, text) in &record.fields {
            // A word counts once in each field, however often it is there.
            let words: BTreeSet<String> = index_words(text, folding, ignored).collect();
            for word in words {
                if *weight >= MIN_WEIGHT_OF_CORRECTION && is_correction(&word) {
                    corrections.insert(word.clone());
                }
                let total = postings.entry(word).or_default().entry(id).or_default();
                *total = total.saturating_add(*weight).min(MAX_WEIGHT);
            }
        }
    }
    (postings, corrections)
}

/// Every form by which a text is found: words, their parts and wholes, neighbouring letters.
fn index_words<'t>(
    text: &str,
    folding: &'t Folding,
    ignored: &'t BTreeSet<String>,
) -> impl Iterator<Item = String> + use<'t> {
    folding.split_words(text).into_iter().flat_map(|word| {
        // Nobody writes «litaliano».
        let is_elided = word.parts.iter().any(|part| ignored.contains(part));
        let whole = word.whole.filter(|_| !is_elided);
        let parts = word.parts.into_iter().flat_map(|part| {
            if !part.starts_with(is_unspaced) {
                return vec![part];
            }
            let letters = part.chars().map(String::from);
            neighbours(&part).into_iter().chain(letters).collect()
        });
        parts.chain(whole).collect::<Vec<_>>()
    })
}

fn is_correction(word: &str) -> bool {
    word.chars().count() >= MIN_CORRECTION && word.chars().all(|letter| !letter.is_numeric() && !is_unspaced(letter))
}

/// Lists of words, each with its first word. A line is a word, a tab, and for each record the distance from the one
/// before in base 36 and the weight as a capital letter.
fn write_lists(postings: &Postings) -> Vec<(String, String)> {
    // The script compares words by their UTF-16 units.
    let mut words: Vec<(&String, &BTreeMap<usize, u8>)> = postings.iter().collect();
    words.sort_by_cached_key(|(word, _)| word.encode_utf16().collect::<Vec<_>>());
    let mut lists: Vec<(String, String)> = Vec::new();
    for (word, records) in words {
        if lists.last().is_none_or(|(_, list)| list.len() >= LIST_BYTES) {
            lists.push((word.clone(), String::new()));
        }
        let Some((_, list)) = lists.last_mut() else { continue };
        let _ = write!(list, "{word}\t");
        let mut next = 0;
        for (id, weight) in records {
            push_base_36(list, id - next);
            list.push(char::from(b'A' + weight.saturating_sub(1)));
            next = id + 1;
        }
        list.push('\n');
    }
    lists
}

/// Records by value of each facet: distances in base 36, separated by commas.
fn collect_facets(records: &[Record]) -> BTreeMap<&str, BTreeMap<&str, String>> {
    let mut facets: BTreeMap<&str, BTreeMap<&str, (usize, Vec<String>)>> = BTreeMap::new();
    for (id, record) in records.iter().enumerate() {
        for (facet, values) in &record.filters {
            for value in values {
                let (next, ids) = facets.entry(facet).or_default().entry(value).or_default();
                // A value that a record has twice counts once.
                let Some(distance) = id.checked_sub(*next) else { continue };
                let mut digits = String::new();
                push_base_36(&mut digits, distance);
                ids.push(digits);
                *next = id + 1;
            }
        }
    }
    let values = |values: BTreeMap<_, (usize, Vec<String>)>| {
        values.into_iter().map(|(value, (_, ids))| (value, ids.join(","))).collect()
    };
    facets.into_iter().map(|(facet, found)| (facet, values(found))).collect()
}

/// Writes a number in base 36, without leading zeros; nothing for 0.
fn push_base_36(text: &mut String, mut number: usize) {
    let start = text.len();
    while number > 0 {
        let digit = u32::try_from(number % 36).unwrap_or_default();
        text.insert(start, char::from_digit(digit, 36).unwrap_or('0'));
        number /= 36;
    }
}

/// Files of a part, named by their content, so that browsers may keep them.
struct Files {
    folder: String,
    files: Vec<(String, Vec<u8>)>,
}

impl Files {
    /// Adds a value, and returns the name that its content gives it.
    fn add(&mut self, kind: &str, value: &Value) -> Result<String, Error> {
        let text = serde_json::to_string(value).map_err(|error| Error::internal("search index", error))?;
        Ok(self.add_text(kind, "json", text))
    }

    fn add_text(&mut self, kind: &str, extension: &str, text: String) -> String {
        let name = content_name(text.as_bytes());
        let path = format!("{}/{kind}-{name}.{extension}", self.folder);
        // Two files of one content are one file.
        if !self.files.iter().any(|(known, _)| *known == path) {
            self.files.push((path, text.into_bytes()));
        }
        name
    }
}

/// Letters in the name of a file.
const NAME_LETTERS: usize = 8;

/// A name for content: eight digits and small letters, because some disks do not tell small from capital ones.
pub(super) fn content_name(content: &[u8]) -> String {
    let mut hasher = SipHasher13::new();
    std::hash::Hasher::write(&mut hasher, content);
    let mut number = hasher.finish128().as_u128();
    let mut name = String::with_capacity(NAME_LETTERS);
    for _ in 0..NAME_LETTERS {
        let digit = u32::try_from(number % 36).unwrap_or_default();
        name.push(char::from_digit(digit, 36).unwrap_or('0'));
        number /= 36;
    }
    name
}
