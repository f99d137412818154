//! What the posters of the small board say.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

use super::posters;
use crate::support::{POPPLER, bacheca, repository_path, run_tool};

/// Text of a PDF with single spaces, Arabic characters in their basic forms.
fn pdf_text(file: &str) -> String {
    let text = String::from_utf8(run_tool("pdftotext", POPPLER, &["-layout", file, "-"])).unwrap();
    let typed: String = text
        .nfkc()
        .filter(|letter| !matches!(letter, '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
        .collect();
    typed.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Sorted characters of each longer word, because poppler swaps the two characters of an Arabic ligature.
fn sorted_chars_of_words(text: &str) -> impl Iterator<Item = String> {
    text.split(|letter: char| !letter.is_alphabetic()).filter(|word| word.chars().count() > 3).map(|word| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters.into_iter().collect()
    })
}

#[test]
fn poster_has_the_essential_facts() {
    for poster in posters().iter().filter(|poster| poster.language == "it" && poster.variant == "poster") {
        let text = pdf_text(&poster.file);
        let expected: &[&str] = match poster.slug.as_str() {
            "italiano-a2" => &[
                "Italiano A2: tre gruppi in biblioteca",
                "Esempio",
                "4 dicembre 2026",
                "12:00",
                "06 5550 0111",
                "borgo.example.org/bacheca/o/italiano-a2",
            ],
            "aiuto-cuoco-mensa" => &[
                "Aiuto cuoco o cuoca nella mensa della scuola",
                "30 novembre 2026",
                "lavoro@example.org",
                "CUOCO_26*B",
            ],
            _ => &["Sportello diritti", "piazza Grande 1", "Associazione Il Ponte"],
        };
        for word in expected {
            assert!(text.contains(&word.to_lowercase()), "{}: «{word}» is not on the poster: {text}", poster.slug);
        }
    }
}

#[test]
fn poster_title_can_be_copied_in_each_script() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("poster.pdf");
    let file = file.to_str().unwrap();
    for (slug, language) in
        [("italiano-a2-casilina", "ar"), ("italiano-a2-casilina", "bn"), ("italiano-a2-casilina", "uk")]
    {
        let page = repository_path(&format!("content/opportunita/esempi/{slug}.{language}.md"));
        let page = std::fs::read_to_string(page).unwrap();
        let title = page.lines().find_map(|line| line.strip_prefix("titolo:")).unwrap().trim().trim_matches('"');
        bacheca(&repository_path(""), &["poster", slug, "--lang", language, "--out", file]).expect_code(0);
        let text = pdf_text(file);
        let text: BTreeSet<String> = sorted_chars_of_words(&text).collect();
        for word in sorted_chars_of_words(&title.nfkc().collect::<String>().to_lowercase()) {
            assert!(text.contains(&word), "{language}: «{word}» of «{title}» is not in: {text:?}");
        }
    }
}

#[test]
fn multilingual_poster_has_every_language() {
    for poster in posters().iter().filter(|poster| poster.variant == "poster-multilingual") {
        let text = pdf_text(&poster.file);
        assert!(text.contains("english") && text.contains("العربية"), "{}: {text}", poster.slug);
    }
}
