//! Forms: files of facts and back.

mod registration;
mod session;

use std::collections::BTreeMap;

use bacheca::form::{FormFile, read_file, write_file};
use bacheca::model::{Kind, Opportunity, Reader, Record, SINGLE_EDITION, decode_opportunity};
use bacheca::source::{parse, split};
use serde_json::{Map, Value as Json, json};

use crate::support::{read_tree, repository_path};

/// Characters that files of any sort stumble over.
const PIECES: [&str; 30] = [
    ":", "#", "'", "\"", "\n", "🎓", "\u{202e}", "a", "è", " ", "  ", "-", "---", "{", "}", "[", "]", ",", "&", "*",
    "!", "|", ">", "%", "@", "`", "\t", "\\", "sì", "0",
];

fn random_text(random: &mut fastrand::Rng) -> String {
    (0..random.usize(1..8)).map(|_| PIECES[random.usize(..PIECES.len())]).collect()
}

fn random_value(random: &mut fastrand::Rng, depth: usize) -> Json {
    match random.usize(..if depth == 0 { 1 } else { 4 }) {
        0 | 1 => random_text(random).into(),
        2 => (0..random.usize(1..4)).map(|_| random_value(random, depth - 1)).collect(),
        _ => (0..random.usize(1..4)).map(|_| (random_text(random), random_value(random, depth - 1))).collect(),
    }
}

/// What a file keeps of a value: nothing that is empty.
fn without_empty(value: &Json) -> Option<Json> {
    match value {
        Json::String(text) => (!text.trim().is_empty()).then(|| value.clone()),
        Json::Array(items) => {
            let kept: Vec<Json> = items.iter().filter_map(without_empty).collect();
            (!kept.is_empty()).then_some(Json::Array(kept))
        }
        Json::Object(map) => {
            let kept: Map<String, Json> =
                map.iter().filter_map(|(key, value)| Some((key.clone(), without_empty(value)?))).collect();
            (!kept.is_empty()).then_some(Json::Object(kept))
        }
        other => Some(other.clone()),
    }
}

#[test]
fn files_keep_facts_of_any_text() {
    let mut random = fastrand::Rng::with_seed(20);
    for _ in 0..2_000 {
        let kind = Kind::ALL[random.usize(..Kind::ALL.len())];
        // Those of a single edition are read as an entry of `edizioni`.
        let fields = Opportunity::FIELDS.iter().map(|field| field.key);
        let fields: Vec<&str> = fields.filter(|key| *key != "tipo" && !SINGLE_EDITION.contains(key)).collect();
        let keys = (0..random.usize(1..6)).map(|_| fields[random.usize(..fields.len())].to_owned());
        let keys: Vec<String> = keys.collect();
        let mut facts: Map<String, Json> = keys.into_iter().map(|key| (key, random_value(&mut random, 3))).collect();
        facts.insert("edizioni".to_owned(), random_value(&mut random, 3));
        let body = random_text(&mut random);
        let file = write_file(kind, &facts, &body);
        let read = read_file(&file).unwrap_or_else(|error| panic!("{}\n{file}", error.it));
        let expected = without_empty(&Json::Object(facts)).unwrap_or_else(|| json!({}));
        assert_eq!((read.subject, Json::Object(read.facts.clone())), (kind.into(), expected), "{file}");
        assert_eq!(read.body, body.trim(), "{file}");
        assert_eq!(write_file(kind, &read.facts, &read.body), file);
    }
}

/// Facts of a file, decoded.
fn decode(file: &str) -> Opportunity {
    let document = split("x.md", file.as_bytes().to_vec()).unwrap();
    let root = parse(&document, &mut Vec::new()).unwrap();
    decode_opportunity(&root, &mut Reader::new(&mut Vec::new()))
}

/// Every kind in full and as short as possible, by name.
fn cases_of_kinds() -> BTreeMap<String, String> {
    let files = read_tree(&repository_path("tests/kinds")).into_iter();
    files
        .filter(|(path, _)| path.ends_with(".md"))
        .map(|(path, text)| (path, String::from_utf8(text).unwrap()))
        .collect()
}

#[test]
fn every_kind_survives_reading_and_writing() {
    for (path, text) in cases_of_kinds() {
        let FormFile { subject, facts, body, .. } = read_file(&text).unwrap();
        let kind = subject.kind().unwrap();
        let file = write_file(kind, &facts, &body);
        assert_eq!(decode(&file), decode(&text), "{path}\n{file}");
        assert!(file.lines().all(|line| line.chars().count() < 600), "{file}");
    }
}

#[test]
fn comments_that_facts_lose_are_named() {
    let file =
        "---\n# Da chiedere ad Anna\ntipo: evento\ntitolo: Festa # in cortile\nfonte: \"https://x.it/#a\"\n---\n";
    assert_eq!(read_file(file).unwrap().comments, ["Da chiedere ad Anna", "in cortile"]);
}

#[test]
fn fields_without_a_value_are_no_answers_and_what_is_not_read_is_said() {
    let file =
        "---\ntipo: formazione\ntitolo:\nsintesi: ~\nluogo: {nome: , citta: null}\nente: ponte\nente: altro\n---\n";
    let read = read_file(file).unwrap();
    assert_eq!(Json::Object(read.facts), json!({"luogo": {}, "ente": "ponte"}));
    assert!(read.unread.len() == 1 && read.unread[0].it.contains("ente"), "{:?}", read.unread);
}
