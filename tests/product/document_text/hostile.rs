//! Files made to break a reader: each is refused with words within the time limit, and nothing panics.

use std::io::Write;
use std::panic::catch_unwind;
use std::time::Duration;

use bacheca::document_text::{DocumentError, MAX_DOCUMENT_BYTES, read_document};
use flate2::Compression;
use flate2::write::{DeflateEncoder, ZlibEncoder};

use super::samples;
use crate::support::{assert_no_problems, is_soak, thread_time};

/// Longest time for any file; builds for tests are slow.
const LIMIT: Duration = Duration::from_secs(10);

/// A zip archive of deflated files, with the length that the directory claims.
fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in files {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(content).unwrap();
        let packed = encoder.finish().unwrap();
        let (offset, length) = (u32::try_from(out.len()).unwrap(), u32::try_from(packed.len()).unwrap());
        let name_length = u16::try_from(name.len()).unwrap();
        let fields = [
            &[20, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0][..],
            &length.to_le_bytes(),
            &[0; 4],
            &name_length.to_le_bytes(),
            &[0; 2],
        ]
        .concat();
        out.extend([b"PK\x03\x04", &*fields, name.as_bytes(), &*packed].concat());
        directory.extend([b"PK\x01\x02\x14\0", &*fields, &[0; 10], &offset.to_le_bytes(), name.as_bytes()].concat());
    }
    let count = u16::try_from(files.len()).unwrap().to_le_bytes();
    let (length, offset) = (u32::try_from(directory.len()).unwrap(), u32::try_from(out.len()).unwrap());
    out.extend(
        [&*directory, b"PK\x05\x06\0\0\0\0", &count, &count, &length.to_le_bytes(), &offset.to_le_bytes(), &[0; 2]]
            .concat(),
    );
    out
}

fn word(body: &str) -> Vec<u8> {
    let xml = format!("<w:document xmlns:w='w'><w:body>{body}</w:body></w:document>");
    zip(&[("word/document.xml", xml.as_bytes())])
}

/// A PDF of these objects, the first of which is the catalogue.
fn pdf(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n".to_vec();
    let mut offsets = Vec::new();
    for (number, object) in (1..).zip(objects) {
        offsets.push(out.len());
        out.extend([format!("{number} 0 obj\n").as_bytes(), object, b"\nendobj\n"].concat());
    }
    let start = out.len();
    let entries: Vec<String> = offsets.iter().map(|offset| format!("{offset:010} 00000 n \n")).collect();
    let entries = entries.concat();
    let count = objects.len() + 1;
    out.extend(format!("xref\n0 {count}\n0000000000 65535 f \n{entries}trailer <</Size {count} /Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n").into_bytes());
    out
}

fn object(text: &str) -> Vec<u8> {
    text.as_bytes().to_vec()
}

fn stream(entries: &str, data: &[u8]) -> Vec<u8> {
    [format!("<<{entries} /Length {}>>\nstream\n", data.len()).as_bytes(), data, b"\nendstream"].concat()
}

fn in_hex(data: &[u8]) -> Vec<u8> {
    data.iter().flat_map(|byte| format!("{byte:02x}").into_bytes()).collect()
}

/// Groups of four bytes as five letters; the last one is filled with zeros.
fn in_base_85(data: &[u8]) -> Vec<u8> {
    let group = |bytes: &[u8]| {
        let mut whole = [0; 4];
        whole[..bytes.len()].copy_from_slice(bytes);
        let value = u32::from_be_bytes(whole);
        [4, 3, 2, 1, 0].map(|place| u8::try_from(value / 85_u32.pow(place) % 85).unwrap() + b'!')
    };
    data.chunks(4).flat_map(group).chain(*b"~>").collect()
}

fn packed(data: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(data).unwrap();
    encoder.finish().unwrap()
}

/// A PDF of one page with letters, and these entries of the page.
pub(super) fn page_with(content: &[u8], entries: &str) -> Vec<u8> {
    pdf_of_page(stream("", content), HELVETICA, entries, Vec::new())
}

/// A PDF of one page with this content and these further objects, from the fifth on.
fn page(content: Vec<u8>, resources: &str, others: Vec<Vec<u8>>) -> Vec<u8> {
    pdf_of_page(content, resources, "", others)
}

fn pdf_of_page(content: Vec<u8>, resources: &str, entries: &str, others: Vec<Vec<u8>>) -> Vec<u8> {
    let mut objects = vec![
        object("<</Type/Catalog/Pages 2 0 R>>"),
        object("<</Type/Pages/Kids[3 0 R]/Count 1>>"),
        object(&format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<{resources}>>{entries}>>"
        )),
        content,
    ];
    objects.extend(others);
    pdf(&objects)
}

const HELVETICA: &str = "/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>>>";
const SENTENCE: &str = "BT /F 12 Tf 50 700 Td (Corso di italiano gratuito, marted\\354) Tj ET";

/// Name, file, answer.
type Case = (&'static str, Vec<u8>, Option<Result<&'static str, DocumentError>>);

/// Hostile files with the answer, if there is only one.
fn cases() -> Vec<Case> {
    use DocumentError::{Broken, OtherDocument, Scanned, TooLarge, TooMuchText, TooNested, TooSlow, Unknown};
    let megabyte = vec![b' '; 1024 * 1024];
    let nested_mails = "Content-Type: message/rfc822\n\n".repeat(300_000);
    let many_mails = "Content-Type: message/rfc822\n\n".repeat(20) + "MIME-Version: 1.0\n\nciao";
    let deep = |open: &str, count: usize| page(stream("", open.repeat(count).as_bytes()), "", Vec::new());
    // Each form draws the next ten times.
    let forms = (5..45).map(|number| {
        let resources =
            format!("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X {} 0 R>>>>", number + 1);
        stream(&resources, b"/X Do ".repeat(10).as_slice())
    });
    let bomb = packed(&packed(&vec![b' '; 1024 * 1024 * 700]));
    vec![
        ("too large", vec![b'a'; MAX_DOCUMENT_BYTES + 1], Some(Err(TooLarge))),
        ("long text", vec![b'a'; 1_000_001], Some(Err(TooMuchText))),
        ("mails within mails", nested_mails.into_bytes(), Some(Err(TooNested))),
        ("twenty mails", many_mails.into_bytes(), Some(Err(TooNested))),
        ("word: bomb", zip(&[("word/document.xml", &megabyte.repeat(40))]), Some(Err(TooMuchText))),
        (
            "word: long text",
            word(&format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", "a".repeat(1_100_000))),
            Some(Err(TooMuchText)),
        ),
        ("word: elements within elements", word(&"<w:p>".repeat(100_000)), Some(Err(TooNested))),
        ("word: not closed", word("<w:p><w:r><w:t>ciao"), Some(Err(Broken))),
        (
            "word: entities",
            zip(&[("word/document.xml", b"<!DOCTYPE x [<!ENTITY a 'aaaa'>]><w:document>&a;</w:document>")]),
            Some(Err(Broken)),
        ),
        ("word: unknown entity", word("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>"), Some(Err(Broken))),
        ("word: many files", zip(&vec![("word/document.xml", b"".as_slice()); 5000]), Some(Err(TooMuchText))),
        (
            "pdf: letters",
            page(stream("", SENTENCE.as_bytes()), HELVETICA, Vec::new()),
            Some(Ok("Corso di italiano gratuito, martedì\n")),
        ),
        ("pdf: no letters", page(stream("", b"0 0 9 9 re f"), "", Vec::new()), Some(Err(Scanned))),
        (
            "pdf: bomb",
            page(stream("/Filter/FlateDecode", &packed(&megabyte.repeat(300))), "", Vec::new()),
            Some(Err(TooMuchText)),
        ),
        (
            "pdf: packed twice",
            page(stream("/Filter[/FlateDecode/FlateDecode]", &bomb), "", Vec::new()),
            Some(Err(TooMuchText)),
        ),
        (
            "pdf: letters in hexadecimal digits",
            page(
                stream("/Filter[/ASCIIHexDecode/FlateDecode]", &in_hex(&packed(SENTENCE.as_bytes()))),
                HELVETICA,
                Vec::new(),
            ),
            Some(Ok("Corso di italiano gratuito, martedì\n")),
        ),
        (
            "pdf: letters in base 85",
            page(
                stream("/Filter[/ASCII85Decode/FlateDecode]", &in_base_85(&packed(SENTENCE.as_bytes()))),
                HELVETICA,
                Vec::new(),
            ),
            Some(Ok("Corso di italiano gratuito, martedì\n")),
        ),
        (
            "pdf: bomb in hexadecimal digits",
            page(
                stream("/Filter[/ASCIIHexDecode/FlateDecode]", &in_hex(&packed(&megabyte.repeat(300)))),
                "",
                Vec::new(),
            ),
            Some(Err(TooMuchText)),
        ),
        (
            "pdf: bomb in base 85",
            page(
                stream("/Filter[/ASCII85Decode/FlateDecode]", &in_base_85(&packed(&b"0 0 m ".repeat(50_000_000)))),
                "",
                Vec::new(),
            ),
            Some(Err(TooMuchText)),
        ),
        (
            "pdf: letters in runs",
            page(
                stream(
                    "/Filter/RunLengthDecode",
                    &[&[u8::try_from(SENTENCE.len() - 1).unwrap()][..], SENTENCE.as_bytes(), &[128]].concat(),
                ),
                HELVETICA,
                Vec::new(),
            ),
            Some(Ok("Corso di italiano gratuito, martedì\n")),
        ),
        (
            "pdf: many runs",
            page(stream("/Filter/RunLengthDecode", &b"\x81 ".repeat(3_000_000)), "", Vec::new()),
            Some(Err(TooMuchText)),
        ),
        (
            "pdf: runs of runs",
            page(stream("/Filter[/RunLengthDecode/RL]", &b"\x81\x81".repeat(5_000)), "", Vec::new()),
            Some(Err(TooNested)),
        ),
        ("pdf: arrays within arrays", deep("[", 5_000_000), Some(Err(TooNested))),
        ("pdf: dictionaries within dictionaries", deep("<</A ", 2_000_000), Some(Err(TooNested))),
        (
            "pdf: arrays in what is called a picture",
            page(stream("/Subtype/Image/Filter/FlateDecode", &packed(&b"[".repeat(5_000_000))), "", Vec::new()),
            Some(Err(TooNested)),
        ),
        (
            "pdf: picture of the colour of brackets",
            page(
                stream("", SENTENCE.as_bytes()),
                HELVETICA,
                vec![stream("/Subtype/Image/Filter/FlateDecode", &packed(&b"[".repeat(5_000_000)))],
            ),
            Some(Ok("Corso di italiano gratuito, martedì\n")),
        ),
        ("pdf: as deep as the stack is made for", deep("[", 19_000), None),
        ("pdf: dictionaries as deep", deep("<</A ", 9_000), None),
        ("pdf: parentheses", deep("(", 5_000_000), None),
        (
            "pdf: forms within forms",
            page(stream("", b"/X Do"), "/XObject<</X 5 0 R>>", forms.collect()),
            Some(Err(TooSlow)),
        ),
        (
            "pdf: form within itself",
            page(
                stream("", b"/X Do"),
                "/XObject<</X 5 0 R>>",
                vec![stream(
                    "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>",
                    b"/X Do /X Do",
                )],
            ),
            None,
        ),
        (
            "pdf: saved states",
            page(stream("/Filter/FlateDecode", &packed(&b"q ".repeat(2_000_000))), "", Vec::new()),
            Some(Err(TooNested)),
        ),
        (
            "pdf: pages within themselves",
            pdf(&[object("<</Type/Catalog/Pages 2 0 R>>"), object("<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>")]),
            None,
        ),
        (
            "pdf: one stream many times",
            pdf(&[
                object("<</Type/Catalog/Pages 2 0 R>>"),
                object("<</Type/Pages/Kids[3 0 R]/Count 1>>"),
                object(&format!("<</Type/Page/Parent 2 0 R/Contents[{}]>>", "4 0 R ".repeat(200_000))),
                stream("/Filter/FlateDecode", &packed(&megabyte)),
            ]),
            Some(Err(TooMuchText)),
        ),
        (
            "pdf: many glyphs",
            page(stream("/Filter/FlateDecode", &packed(SENTENCE.repeat(300_000).as_bytes())), HELVETICA, Vec::new()),
            Some(Err(TooSlow)),
        ),
        ("pdf: no pages", pdf(&[object("<</Type/Catalog/Pages 2 0 R>>")]), Some(Err(Broken))),
        ("pdf: only its name", b"%PDF-1.7".to_vec(), Some(Err(Broken))),
        ("zip: no Word document", zip(&[("a.txt", b"ciao")]), Some(Err(Unknown))),
        ("zip: table", zip(&[("xl/workbook.xml", b"")]), Some(Err(OtherDocument))),
    ]
}

#[test]
fn hostile_files_are_refused_within_the_limit() {
    let mut problems = Vec::new();
    for (name, bytes, expected) in cases() {
        let before = thread_time();
        let read = read_document(&bytes);
        let took = thread_time().saturating_sub(before);
        println!("{name}: {took:?} {:?}", read.as_ref().map(|document| document.text.len()));
        if took > LIMIT {
            problems.push(format!("{name}: {took:?}"));
        }
        let read = read.as_ref().map(|document| document.text.as_str()).map_err(|error| *error);
        if expected.is_some_and(|expected| expected != read) {
            problems.push(format!("{name}: {read:?}"));
        }
    }
    assert_no_problems(problems);
}

#[test]
fn cut_and_changed_files_do_not_panic() {
    let mut random = fastrand::Rng::with_seed(20);
    let rounds = if is_soak() { 3000 } else { 25 };
    let mut problems = Vec::new();
    for (path, bytes) in samples() {
        for round in 0..rounds {
            let mut changed = bytes.clone();
            if round % 2 == 0 {
                changed.truncate(random.usize(..bytes.len()));
            }
            for _ in 0..random.usize(..8) {
                if let Some(byte) = changed.get_mut(random.usize(..bytes.len())) {
                    *byte = random.u8(..);
                }
            }
            let before = thread_time();
            let read = catch_unwind(|| read_document(&changed));
            let took = thread_time().saturating_sub(before);
            if read.is_err() || took > LIMIT {
                problems.push(format!("{path}, round {round}: {took:?}"));
            }
        }
    }
    assert_no_problems(problems);
}
