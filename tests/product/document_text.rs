//! Text of mails, Word documents and PDFs: samples with their text beside them, posters against poppler, hostile files.

mod hostile;
mod oracle;

use bacheca::diagnostic::MessageLanguage;
use bacheca::document_text::read_document;

use crate::support::{Tree, assert_no_problems, bless, read_tree, repository_path};

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
