//! Pagefind at work: records to the files of a part of the index, kept from one build to the next.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::Hash;

use pagefind::api::PagefindIndex;
use pagefind::options::PagefindServiceConfig;
use serde_json::{Map, Value, json};
use siphasher::sip128::{Hasher128, SipHasher13};

use super::record::Record;
use crate::error::Error;
use crate::publish::PrintStore;

use crate::text::slash_path::slash_path;

/// What tells the script where everything is.
const ENTRY: &str = "pagefind-entry.json";
/// How many bytes of a kept part say how long the list of its files is.
const LENGTH: usize = 8;

/// Paths below Pagefind's folder, in order, and bytes.
pub(super) type Files = Vec<(String, Vec<u8>)>;

/// What all parts share: the script, the engine of each language, and what an index made by this Pagefind begins with.
pub(super) struct Engine {
    pub(super) files: Files,
    entry: Map<String, Value>,
    fingerprint: u128,
}

/// A part of the index.
pub(super) struct IndexPart {
    pub(super) files: Files,
    /// How the script finds it; nothing, if there is no word in it.
    pub(super) entry: Option<Value>,
}

impl Engine {
    /// Pagefind's files for some languages.
    ///
    /// # Errors
    /// What Pagefind says.
    pub(super) fn new(languages: &BTreeSet<String>) -> Result<Self, Error> {
        // A language's engine comes with whatever is said in it.
        let word = |language: &String| {
            let record = Record {
                url: format!("/{language}"),
                content: "a".to_owned(),
                meta: BTreeMap::new(),
                filters: BTreeMap::new(),
                sort: BTreeMap::new(),
            };
            (language.clone(), record)
        };
        let mut files = index(languages.iter().map(word).collect())?;
        let entry = entry(&files)?;
        files.retain(|(path, _)| is_engine(path));
        let mut hasher = SipHasher13::new();
        files.hash(&mut hasher);
        Ok(Self { files, entry, fingerprint: hasher.finish128().as_u128() })
    }

    /// The part of the index that holds some pages.
    ///
    /// # Errors
    /// What Pagefind says.
    pub(super) fn part(
        &self,
        name: &str,
        records: Vec<Record>,
        store: Option<&dyn PrintStore>,
    ) -> Result<IndexPart, Error> {
        let key = self.key(name, &records);
        if let Some(files) = store.and_then(|store| store.get(&key)).and_then(|kept| unpack(&kept)) {
            return IndexPart::of(name, files);
        }
        let mut files = index(records.into_iter().map(|record| (name.to_owned(), record)).collect())?;
        files.retain(|(path, _)| path == ENTRY || is_part(path));
        if let Some(store) = store {
            store.keep(&key, &packed(&files)?);
        }
        IndexPart::of(name, files)
    }

    /// The file that names all parts.
    ///
    /// # Errors
    /// None that is known: what was JSON is JSON.
    pub(super) fn entry(&self, parts: BTreeMap<String, Value>) -> Result<(&'static str, Vec<u8>), Error> {
        let mut entry = self.entry.clone();
        entry.insert("languages".to_owned(), Value::Object(parts.into_iter().collect()));
        Ok((ENTRY, serde_json::to_vec(&entry).map_err(|error| describe_error(&error))?))
    }

    /// Everything that a part is made from, as one short name.
    fn key(&self, name: &str, records: &[Record]) -> String {
        let mut hasher = SipHasher13::new();
        (env!("CARGO_PKG_VERSION"), self.fingerprint, name, records).hash(&mut hasher);
        format!("{:032x}", hasher.finish128().as_u128())
    }
}

impl IndexPart {
    fn of(name: &str, mut files: Files) -> Result<Self, Error> {
        let mut entry = entry(&files)?.get("languages").and_then(|languages| languages.get(name)).cloned();
        // All parts of a language share its engine.
        if let Some(wasm) = entry.as_mut().and_then(|entry| entry.get_mut("wasm")).filter(|wasm| wasm.is_string()) {
            *wasm = json!(name.split('-').next());
        }
        files.retain(|(path, _)| is_part(path));
        Ok(Self { files, entry })
    }
}

/// A file of one part alone: their names begin with the part's.
fn is_part(path: &str) -> bool {
    path.contains('/') || path.ends_with(".pf_meta")
}

/// A file that the search page loads for every part; Pagefind's ready-made interfaces stay out.
fn is_engine(path: &str) -> bool {
    ["pagefind.js", "pagefind-worker.js"].contains(&path) || path.starts_with("wasm.")
}

fn entry(files: &Files) -> Result<Map<String, Value>, Error> {
    let bytes = files.iter().find(|(path, _)| path == ENTRY).map_or(&[][..], |(_, bytes)| bytes);
    serde_json::from_slice(bytes).map_err(|error| describe_error(&error))
}

fn describe_error(error: &dyn std::fmt::Display) -> Error {
    Error::internal("Pagefind", error)
}

/// Lets Pagefind index records, each in its language.
fn index(records: Vec<(String, Record)>) -> Result<Files, Error> {
    let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(|error| describe_error(&error))?;
    runtime.block_on(async {
        let options = PagefindServiceConfig::builder().build();
        let mut index = PagefindIndex::new(Some(options)).map_err(|error| describe_error(&error))?;
        for (language, Record { url, content, meta, filters, sort }) in records {
            index
                .add_custom_record(url, content, language, Some(meta), Some(filters), Some(sort))
                .await
                .map_err(|error| describe_error(&error))?;
        }
        let files = index.get_files().await.map_err(|error| describe_error(&error))?;
        let mut files: Files = files.into_iter().map(|file| (slash_path(&file.filename), file.contents)).collect();
        files.sort_by(|(one, _), (other, _)| one.cmp(other));
        Ok(files)
    })
}

/// Files as one: the length of a list of names and lengths, the list, the files.
fn packed(files: &Files) -> Result<Vec<u8>, Error> {
    let list: Vec<(&str, usize)> = files.iter().map(|(path, bytes)| (path.as_str(), bytes.len())).collect();
    let list = serde_json::to_vec(&list).map_err(|error| describe_error(&error))?;
    let mut packed = (list.len() as u64).to_le_bytes().to_vec();
    packed.extend_from_slice(&list);
    for (_, bytes) in files {
        packed.extend_from_slice(bytes);
    }
    Ok(packed)
}

/// The files again; nothing, if it was not all.
fn unpack(packed: &[u8]) -> Option<Files> {
    let (length, rest) = packed.split_at_checked(LENGTH)?;
    let length = usize::try_from(u64::from_le_bytes(length.try_into().ok()?)).ok()?;
    let (list, mut rest) = rest.split_at_checked(length)?;
    let list: Vec<(String, usize)> = serde_json::from_slice(list).ok()?;
    let mut files = Vec::with_capacity(list.len());
    for (path, length) in list {
        let (bytes, others) = rest.split_at_checked(length)?;
        files.push((path, bytes.to_vec()));
        rest = others;
    }
    rest.is_empty().then_some(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_packed_comes_out_whole_or_not_at_all() {
        let files = vec![("a/b".to_owned(), b"one".to_vec()), ("c".to_owned(), Vec::new())];
        let whole = packed(&files).unwrap();
        assert_eq!(unpack(&whole), Some(files));
        for end in 0..whole.len() {
            assert_eq!(unpack(&whole[..end]), None, "{end}");
        }
        assert_eq!(unpack(&[&whole[..], b"!"].concat()), None);
    }
}
