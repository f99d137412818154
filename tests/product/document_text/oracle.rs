//! Words of PDFs against those that poppler reads.

use std::collections::BTreeMap;
use std::path::Path;

use bacheca::document_text::read_document;

use super::{FOLDER, samples};
use crate::support::{POPPLER, assert_no_problems, read_tree, repository_path, run_tool, small_site};

/// Words as often as they stand in a text, without what the two readers may part differently: punctuation between words,
/// and addresses of links that are not printed.
fn count_words(text: &str) -> BTreeMap<String, usize> {
    let mut words = BTreeMap::new();
    for word in text.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty()) {
        *words.entry(word.to_lowercase()).or_default() += 1;
    }
    words
}

/// Words that one text has more often than the other.
fn difference(ours: &str, theirs: &str) -> Vec<String> {
    let (ours, theirs) = (count_words(ours), count_words(theirs));
    let mut words: Vec<String> = ours.keys().chain(theirs.keys()).cloned().collect();
    words.sort_unstable();
    words.dedup();
    let count = |words: &BTreeMap<String, usize>, word: &str| words.get(word).copied().unwrap_or_default();
    let unequal = words.into_iter().filter(|word| count(&ours, word) != count(&theirs, word));
    unequal.map(|word| format!("{word}: {} for {}", count(&ours, &word), count(&theirs, &word))).collect()
}

/// Text of a PDF by us, without the addresses of links, and by poppler.
fn read_both(file: &Path) -> (String, String) {
    let document =
        read_document(&std::fs::read(file).unwrap()).unwrap_or_else(|error| panic!("{}: {error:?}", file.display()));
    let theirs = String::from_utf8(run_tool("pdftotext", POPPLER, &["-layout", file.to_str().unwrap(), "-"])).unwrap();
    // Addresses of links stand on lines of their own.
    let printed = document.text.lines().filter(|line| !line.starts_with("http"));
    (printed.collect::<Vec<_>>().join("\n"), theirs)
}

#[test]
fn pdfs_of_word_processors_have_the_words_that_poppler_reads() {
    let mut problems = Vec::new();
    for path in samples().into_keys().filter(|path| path.ends_with(".pdf")) {
        let (ours, theirs) = read_both(&repository_path(FOLDER).join(&path));
        problems.extend(difference(&ours, &theirs).into_iter().map(|word| format!("{path}: {word}")));
    }
    assert_no_problems(problems);
}

#[test]
fn posters_have_the_words_and_lines_that_poppler_reads() {
    let mut problems = Vec::new();
    let posters = read_tree(small_site()).into_keys().filter(|path| path.ends_with("/poster.pdf"));
    for path in posters {
        let (ours, theirs) = read_both(&small_site().join(&path));
        // Both readers guess where a vowel sign stands: Arabic words with one are left out, and lines of Arabic.
        if path.starts_with("ar/") {
            let plain = |text: &str| text.replace(|character: char| !character.is_ascii_alphanumeric(), " ");
            let words = difference(&plain(&ours), &plain(&theirs));
            problems.extend(words.into_iter().map(|word| format!("{path}: {word}")));
            if theirs.contains("06 5550 0111") && !ours.contains("06 5550 0111") {
                problems.push(format!("{path}: a telephone number is turned round"));
            }
            continue;
        }
        problems.extend(difference(&ours, &theirs).into_iter().map(|word| format!("{path}: {word}")));
        // Each part of a line of ours is part of a line of theirs: nothing was joined over a gap, and no line broken.
        let squeeze = |line: &str| line.chars().filter(|character| character.is_alphanumeric()).collect::<String>();
        let theirs: Vec<String> = theirs.lines().map(squeeze).collect();
        for part in ours.split(['\n', '\t']) {
            if !theirs.iter().any(|line| line.contains(&squeeze(part))) {
                problems.push(format!("{path}: no line of poppler: {part}"));
            }
        }
    }
    assert_no_problems(problems);
}
