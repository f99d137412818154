//! Front matter: bytes to tree to facts, and what is said of them.

use bacheca::model::{Centre, Organisation, Page, Reader, Record, Translation, decode_opportunity, decode_record};
use bacheca::source::{Node, Yaml, parse, split};

use super::places::{in_words, of_problems, of_tree, told};

/// The board's own path of an announcement.
const PATH: &str = "content/opportunita/2026/prova.md";

/// Any bytes are read or refused; whatever is said of them points to where it stands.
pub fn holds(bytes: &[u8]) {
    let document = match split(PATH, bytes.to_vec()) {
        Ok(document) => document,
        Err((source, problem)) => {
            told(&source, &in_words(&source, vec![*problem]));
            // Its words are read all the same.
            match split(PATH, source.text.into_bytes()) {
                Ok(document) => document,
                Err(_) => return,
            }
        }
    };
    let text = &document.source.text;
    let mut problems = Vec::new();
    let Some(root) = parse(&document, &mut problems) else {
        assert!(!problems.is_empty(), "nothing was read, and nothing said");
        return told(&document.source, &in_words(&document.source, problems));
    };
    of_tree(text, &root);
    let mut of_values = Vec::new();
    let item = decode_opportunity(&root, &mut Reader::new(&mut of_values));
    serde_json::to_string(&item).expect("facts are data");
    let problems = [in_words(&document.source, problems), in_words(&document.source, of_values)].concat();
    told(&document.source, &problems);
    read_as::<Organisation>(&document.source, &root);
    read_as::<Centre>(&document.source, &root);
    read_as::<Page>(&document.source, &root);
    read_as::<Translation>(&document.source, &root);
}

fn read_as<R: Record>(source: &bacheca::source::Source, root: &Node<'_>) {
    let Yaml::Map(entries) = &root.yaml else { panic!("the facts are no map") };
    let mut problems = Vec::new();
    decode_record::<R>(entries, &mut Reader::new(&mut problems));
    of_problems(source, &in_words(source, problems));
}
