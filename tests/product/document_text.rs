//! Text of mails, Word documents and PDFs: samples with their text beside them, posters against poppler, hostile files.

mod hostile;
mod oracle;

use bacheca::diagnostic::MessageLanguage;
use bacheca::document_text::read_document;

use crate::support::{Tree, assert_no_problems, bacheca, bless, read_tree, repository_path};

/// Samples, with the text of `NAME` in `NAME.txt`.
const FOLDER: &str = "tests/intake/documents";

/// The samples, without their texts.
fn samples() -> Tree {
    read_tree(&repository_path(FOLDER)).into_iter().filter(|(path, _)| !path.ends_with(".txt")).collect()
}

/// The text of a document, then what was left out; or why it is refused.
fn describe(bytes: &[u8]) -> String {
    match read_document(bytes) {
        Ok(document) => {
            let notes =
                document.left_out.iter().map(|note| format!("! {}\n", note.in_language(MessageLanguage::Italian)));
            document.text + &notes.collect::<String>()
        }
        Err(error) => format!("! {}\n", error.localized().in_language(MessageLanguage::Italian)),
    }
}

#[test]
fn samples_have_the_text_beside_them() {
    let folder = repository_path(FOLDER);
    let problems = samples().into_iter().filter_map(|(path, bytes)| {
        bless(&folder.join(format!("{path}.txt")), &describe(&bytes), "document_text::").err()
    });
    assert_no_problems(problems.collect());
}

#[test]
fn links_of_a_pdf_are_read_where_its_words_do_not_show_them() {
    let words = "BT /F 12 Tf 50 700 Td (Per iscriversi al corso: qui o www.x.it) Tj ET";
    let link = |target: &str| format!("<</Type/Annot/Subtype/Link/A<</S/URI/URI({target})>>>>");
    let links = link("https://ponte.example.org/modulo") + &link("http://www.x.it/") + &link("javascript:alert");
    let text = describe(&hostile::page_with(words.as_bytes(), &format!("/Annots[{links}]")));
    assert_eq!(text, "Per iscriversi al corso: qui o www.x.it\nhttps://ponte.example.org/modulo\n");
}

/// What `bacheca intake` prints for a file.
fn intake(file: &std::path::Path) -> crate::support::Run {
    bacheca(&repository_path("tests/intake/board"), &["intake", file.to_str().unwrap()])
}

#[test]
fn intake_makes_of_a_document_what_it_makes_of_its_text() {
    let folder = tempfile::tempdir().unwrap();
    let text_file = folder.path().join("message.txt");
    let mut problems = Vec::new();
    for (path, bytes) in samples() {
        std::fs::write(&text_file, read_document(&bytes).unwrap().text).unwrap();
        let (document, text) = (intake(&repository_path(FOLDER).join(&path)), intake(&text_file));
        if document.out != text.out || !document.out.contains("stato: bozza") {
            problems.push(format!("{path}: {}", document.out + &document.err));
        }
    }
    assert_no_problems(problems);
}

#[test]
fn intake_says_what_to_do_with_what_it_does_not_read() {
    let folder = tempfile::tempdir().unwrap();
    let picture = folder.path().join("locandina.txt");
    std::fs::write(&picture, b"\xff\xd8\xff\xe0 picture").unwrap();
    let run = intake(&picture);
    assert!(run.code != 0 && run.err.contains("tesseract file.jpg - -l ita | bacheca intake -"), "{}", run.err);
    let run = intake(&repository_path(FOLDER).join("inoltrata.eml"));
    assert!(run.err.contains("allegato locandina.jpg non letto"), "{}", run.err);
}
