//! Front matter: bytes to tree to records, and the problems on the way.

use bacheca::model::{
    ContactPoint, Organisation, Page, Reader, Record, Translation, decode_opportunity, decode_record,
};
use bacheca::source::{Node, Yaml, parse, split};

use super::assertions::{assert_findings_reportable, assert_findings_within, assert_tree_within, describe_problems};

/// Path of the announcement in the board.
const PATH: &str = "content/opportunita/2026/prova.md";

/// Asserts that any bytes are read or rejected, and that every problem points into the text.
pub fn assert_holds(bytes: &[u8]) {
    let document = match split(PATH, bytes.to_vec()) {
        Ok(document) => document,
        Err((source, problem)) => {
            assert_findings_reportable(&source, &describe_problems(&source, vec![*problem]));
            // The body is read nevertheless.
            match split(PATH, source.text.into_bytes()) {
                Ok(document) => document,
                Err(_) => return,
            }
        }
    };
    let text = &document.source.text;
    let mut problems = Vec::new();
    let Some(root) = parse(&document, &mut problems) else {
        assert!(!problems.is_empty(), "nothing was read and no problem reported");
        return assert_findings_reportable(&document.source, &describe_problems(&document.source, problems));
    };
    assert_tree_within(text, &root);
    let mut of_values = Vec::new();
    let item = decode_opportunity(&root, &mut Reader::new(&mut of_values));
    serde_json::to_string(&item).expect("facts are data");
    let problems =
        [describe_problems(&document.source, problems), describe_problems(&document.source, of_values)].concat();
    assert_findings_reportable(&document.source, &problems);
    assert_record_readable::<Organisation>(&document.source, &root);
    assert_record_readable::<ContactPoint>(&document.source, &root);
    assert_record_readable::<Page>(&document.source, &root);
    assert_record_readable::<Translation>(&document.source, &root);
}

fn assert_record_readable<R: Record>(source: &bacheca::source::Source, root: &Node<'_>) {
    let Yaml::Map(entries) = &root.yaml else { panic!("the facts are no map") };
    let mut problems = Vec::new();
    decode_record::<R>(entries, &mut Reader::new(&mut problems));
    assert_findings_within(source, &describe_problems(source, problems));
}
