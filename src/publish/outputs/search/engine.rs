//! Pagefind: turns records into the files of an index shard, and caches them between builds.

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

/// Name of the file that lists all shards for the script.
const ENTRY_FILE: &str = "pagefind-entry.json";
/// Size in bytes of the length field at the start of a packed shard.
const LIST_LENGTH_BYTES: usize = 8;

/// Paths below Pagefind's folder, sorted, with the bytes of each file.
pub(super) type Files = Vec<(String, Vec<u8>)>;

/// Data that all shards share: script, engine of each language, and the fields of Pagefind's entry file.
pub(super) struct Engine {
    pub(super) files: Files,
    entry: Map<String, Value>,
    fingerprint: u128,
}

/// A shard of the index.
pub(super) struct IndexShard {
    pub(super) files: Files,
    /// The shard's object in the entry file; `None` if no word is indexed.
    pub(super) entry: Option<Value>,
}

impl Engine {
    /// Builds Pagefind's own files for a set of languages.
    ///
    /// # Errors
    /// An error of Pagefind.
    pub(super) fn new(languages: &BTreeSet<String>) -> Result<Self, Error> {
        // Pagefind returns the engine of a language only if there is a record in it.
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
        let mut files = index_records(languages.iter().map(word).collect())?;
        let entry = parse_entry(&files)?;
        files.retain(|(path, _)| is_engine_file(path));
        let mut hasher = SipHasher13::new();
        files.hash(&mut hasher);
        Ok(Self { files, entry, fingerprint: hasher.finish128().as_u128() })
    }

    /// Builds the shard that holds these pages, or reads it from `store`.
    ///
    /// # Errors
    /// An error of Pagefind.
    pub(super) fn build_shard(
        &self,
        name: &str,
        records: Vec<Record>,
        store: Option<&dyn PrintStore>,
    ) -> Result<IndexShard, Error> {
        let key = self.cache_key(name, &records);
        if let Some(files) = store.and_then(|store| store.get(&key)).and_then(|kept| unpack(&kept)) {
            return IndexShard::from_files(name, files);
        }
        let mut files = index_records(records.into_iter().map(|record| (name.to_owned(), record)).collect())?;
        files.retain(|(path, _)| path == ENTRY_FILE || is_shard_file(path));
        if let Some(store) = store {
            store.keep(&key, &pack(&files)?);
        }
        IndexShard::from_files(name, files)
    }

    /// Path and bytes of the file that lists all shards.
    ///
    /// # Errors
    /// If the entries cannot be written as JSON.
    pub(super) fn entry_file(&self, shards: BTreeMap<String, Value>) -> Result<(&'static str, Vec<u8>), Error> {
        let mut entry = self.entry.clone();
        entry.insert("languages".to_owned(), Value::Object(shards.into_iter().collect()));
        Ok((ENTRY_FILE, serde_json::to_vec(&entry).map_err(|error| pagefind_error(&error))?))
    }

    /// Fingerprint of all inputs of a shard, as 32 hexadecimal digits.
    fn cache_key(&self, name: &str, records: &[Record]) -> String {
        let mut hasher = SipHasher13::new();
        (env!("CARGO_PKG_VERSION"), self.fingerprint, name, records).hash(&mut hasher);
        format!("{:032x}", hasher.finish128().as_u128())
    }
}

impl IndexShard {
    fn from_files(name: &str, mut files: Files) -> Result<Self, Error> {
        let mut entry = parse_entry(&files)?.get("languages").and_then(|languages| languages.get(name)).cloned();
        // All shards of a language share its engine.
        if let Some(wasm) = entry.as_mut().and_then(|entry| entry.get_mut("wasm")).filter(|wasm| wasm.is_string()) {
            *wasm = json!(name.split('-').next());
        }
        files.retain(|(path, _)| is_shard_file(path));
        Ok(Self { files, entry })
    }
}

/// Whether a file belongs to one shard: index and fragment folders, and the metadata file.
fn is_shard_file(path: &str) -> bool {
    path.contains('/') || path.ends_with(".pf_meta")
}

/// Whether a file is one that the search page loads for every shard. Pagefind's own user interfaces are left out.
fn is_engine_file(path: &str) -> bool {
    ["pagefind.js", "pagefind-worker.js"].contains(&path) || path.starts_with("wasm.")
}

fn parse_entry(files: &Files) -> Result<Map<String, Value>, Error> {
    let bytes = files.iter().find(|(path, _)| path == ENTRY_FILE).map_or(&[][..], |(_, bytes)| bytes);
    serde_json::from_slice(bytes).map_err(|error| pagefind_error(&error))
}

fn pagefind_error(error: &dyn std::fmt::Display) -> Error {
    Error::internal("Pagefind", error)
}

/// Indexes records, each in its language.
fn index_records(records: Vec<(String, Record)>) -> Result<Files, Error> {
    let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(|error| pagefind_error(&error))?;
    runtime.block_on(async {
        let options = PagefindServiceConfig::builder().build();
        let mut index = PagefindIndex::new(Some(options)).map_err(|error| pagefind_error(&error))?;
        for (language, Record { url, content, meta, filters, sort }) in records {
            index
                .add_custom_record(url, content, language, Some(meta), Some(filters), Some(sort))
                .await
                .map_err(|error| pagefind_error(&error))?;
        }
        let files = index.get_files().await.map_err(|error| pagefind_error(&error))?;
        let mut files: Files = files.into_iter().map(|file| (slash_path(&file.filename), file.contents)).collect();
        files.sort_by(|(one, _), (other, _)| one.cmp(other));
        Ok(files)
    })
}

/// Packs files into one byte string: length of the file list (8 bytes, little endian), list of names and lengths as
/// JSON, contents.
fn pack(files: &Files) -> Result<Vec<u8>, Error> {
    let list: Vec<(&str, usize)> = files.iter().map(|(path, bytes)| (path.as_str(), bytes.len())).collect();
    let list = serde_json::to_vec(&list).map_err(|error| pagefind_error(&error))?;
    let mut packed = (list.len() as u64).to_le_bytes().to_vec();
    packed.extend_from_slice(&list);
    for (_, bytes) in files {
        packed.extend_from_slice(bytes);
    }
    Ok(packed)
}

/// Unpacks files; `None` if the bytes are truncated or damaged.
fn unpack(packed: &[u8]) -> Option<Files> {
    let (length, rest) = packed.split_at_checked(LIST_LENGTH_BYTES)?;
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
    fn unpack_restores_every_file_or_none() {
        let files = vec![("a/b".to_owned(), b"one".to_vec()), ("c".to_owned(), Vec::new())];
        let packed = pack(&files).unwrap();
        assert_eq!(unpack(&packed), Some(files));
        for end in 0..packed.len() {
            assert_eq!(unpack(&packed[..end]), None, "{end}");
        }
        assert_eq!(unpack(&[&packed[..], b"!"].concat()), None);
    }
}
