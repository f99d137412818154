//! What the sheet of every open item of the repository's own board says, in every language, and its code.

use std::collections::BTreeSet;
use std::path::Path;

use bacheca::board::{Board, Item};
use bacheca::compose::fact_sheet::build_fact_sheet;
use bacheca::config::Config;
use bacheca::locale::{Locale, Locales};
use bacheca::theme::Theme;
use unicode_normalization::UnicodeNormalization;

use super::code::{CodePlace, Sheet, code_problems, quiet_zone_problem};
use super::language_prefix;
use crate::support::{
    POPPLER, TODAY, assert_no_problems, bacheca, print_pages, print_pages_at, read_all_qr_codes, repository_path,
    run_tool,
};

/// The repository's own board on the day of the tests.
fn real_board() -> Board {
    let root = repository_path("");
    let Ok(config) = Config::load(&root) else { panic!("site.toml") };
    Board::clone(&bacheca::board::load(&root, config, TODAY.parse().unwrap()).board)
}

/// Words of a text with more than one letter, the letters of each sorted and once: poppler puts those of a ligature, and
/// vowels that stand before their consonant, in an order of its own, and repeats letters that have a mark above them.
fn words_of(text: &str) -> BTreeSet<String> {
    typed_words(text).iter().map(|word| sorted_letters(word)).collect()
}

/// Words of a page, and each two that follow each other as one: poppler parts words after a ligature.
fn words_of_page(text: &str) -> BTreeSet<String> {
    let words = typed_words(text);
    let joined = words.windows(2).map(|pair| sorted_letters(&pair.concat()));
    joined.chain(words.iter().map(|word| sorted_letters(word))).collect()
}

fn sorted_letters(word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    letters.sort_unstable();
    letters.dedup();
    letters.into_iter().collect()
}

/// Words in small letters without vowel signs and signs of direction; a Chinese letter is a word.
fn typed_words(text: &str) -> Vec<String> {
    let typed: String = text
        .nfkc()
        .filter(|letter| !matches!(letter, '\u{64b}'..='\u{652}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}'))
        .flat_map(char::to_lowercase)
        .flat_map(|letter| if is_han(letter) { vec![' ', letter, ' '] } else { vec![letter] })
        .collect();
    let words = typed.split(|letter: char| !letter.is_alphanumeric() || letter == 'ʼ');
    words.filter(|word| word.chars().count() > 1 || word.chars().any(is_han)).map(str::to_owned).collect()
}

/// Whether a letter is Chinese: lines break anywhere between such letters, so that each is a word.
fn is_han(letter: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&letter)
}

/// What a sheet must say of an item in a language: the six answers, the zone, each group with its street, each day.
fn essential_words(board: &Board, item: &Item, locale: &Locale) -> Vec<(&'static str, String)> {
    let sheet = build_fact_sheet(board, item, locale);
    // A sheet has a row for each group, in place of the sentence that says which is the next.
    let has_groups = sheet.editions.len() > 1;
    let said = sheet.answers.iter().filter(|answer| !(has_groups && answer.name == "when"));
    let mut lines: Vec<(&str, String)> = said.map(|answer| (answer.name, answer.short.text.to_string())).collect();
    let places = item.facts.places().iter();
    let zones = places.filter_map(|place| place.zone.as_deref());
    lines.extend(zones.map(|zone| ("zone", board.config.territorio.zone_label(zone))));
    for edition in &sheet.editions {
        lines.push(("group", edition.title.text.to_string()));
        lines.extend(edition.answers.iter().map(|answer| ("group", answer.short.text.to_string())));
    }
    lines.extend(sheet.days.into_iter().map(|day| ("day", day)));
    lines
}

/// Words of the pages of a PDF.
fn words_of_pages(pdf: &Path) -> Vec<BTreeSet<String>> {
    let text = run_tool("pdftotext", POPPLER, &["-raw", pdf.to_str().unwrap(), "-"]);
    String::from_utf8(text).unwrap().split_terminator('\u{c}').map(words_of_page).collect()
}

/// Lines with words that are not on a page. Poppler takes Nastaliq apart, letter by letter, so that words of a page in
/// Urdu are looked for by another test, before they are a PDF.
fn missing_words(name: &str, page: &BTreeSet<String>, lines: &[(&str, String)]) -> Vec<String> {
    let is_nastaliq =
        |word: &String| name.starts_with("ur") && word.contains(|letter| ('\u{600}'..'\u{700}').contains(&letter));
    let is_missing = |word: &String| !page.contains(word) && !is_nastaliq(word);
    // Of «أيضًا» poppler puts the last letter elsewhere.
    let is_apart = |word: &str| words_of(&word.replace("\u{64b}\u{627}", "")).iter().all(|word| page.contains(word));
    let missing = |text: &str| {
        let words = text.split_whitespace().filter(|word| !word.contains("\u{64b}\u{627}") || !is_apart(word));
        words.flat_map(words_of).filter(is_missing).collect::<Vec<String>>()
    };
    let lines = lines.iter().map(|(what, text)| (what, text, missing(text))).filter(|(.., words)| !words.is_empty());
    lines.map(|(what, text, words)| format!("{name}: {what} «{text}»: {words:?} is not on the sheet")).collect()
}

#[test]
fn sheet_of_every_real_open_item_has_its_code_and_every_answer_in_every_language() {
    let board = real_board();
    let locales = Locales::load(&Theme::embedded(), &board.config.bacheca.lingue).unwrap();
    let open: Vec<&Item> = board.published().filter(|item| item.status.is_open()).collect();
    assert!(open.len() > 10);
    let folder = tempfile::tempdir().unwrap();
    let all = board.config.bacheca.lingue.join(",");
    let pages_in = |languages: &str| {
        let pdf = folder.path().join(format!("{languages}.pdf"));
        let arguments = ["poster", "--open", "--lang", languages, "--out", pdf.to_str().unwrap()];
        bacheca(&repository_path(""), &arguments).expect_code(0);
        let language = languages.split(',').next().unwrap();
        let locale = locales.get(language).unwrap();
        // The codes of the other languages differ by two letters of their address.
        let is_whole = languages == "it" || languages == all;
        let pictures = if is_whole { print_pages(&pdf) } else { print_pages_at(&pdf, "100") };
        // The list takes one page.
        assert_eq!(pictures.len(), 1 + open.len(), "{languages}: a page for each");
        let words = words_of_pages(&pdf);
        let mut problems = Vec::new();
        for item in &open {
            let title = [("title", build_fact_sheet(&board, item, locale).short_title.text.to_string())];
            problems.extend(missing_words(&format!("{languages} list"), &words[0], &title));
        }
        let mut found = BTreeSet::new();
        let codes_of_pages = read_all_qr_codes(&pictures.iter().collect::<Vec<_>>());
        let mut sheets = Vec::new();
        for ((picture, codes), words) in pictures.iter().zip(codes_of_pages).zip(&words).skip(1) {
            let path = format!("{}{}o/", board.config.bacheca.indirizzo, language_prefix(language));
            let is_of = |item: &&&Item| codes == [format!("{path}{}/", item.slug)];
            let Some(item) = open.iter().find(is_of) else {
                problems.push(format!("{languages}: {codes:?} is the code of no item"));
                continue;
            };
            found.insert(item.slug.as_str());
            let name = format!("{languages} {}", item.slug);
            let place = CodePlace::of(language, "poster");
            if is_whole {
                sheets.push(Sheet { name: name.clone(), picture, address: codes[0].clone(), place });
            } else {
                problems.extend(quiet_zone_problem(&name, picture, place));
            }
            let mut lines = essential_words(&board, item, locale);
            for other in languages.split(',').skip(1).map(|code| locales.get(code).unwrap()) {
                if other.code == "ur" {
                    continue;
                }
                let sheet = build_fact_sheet(&board, item, other);
                let title = if sheet.short_title.foreign { sheet.kind_label } else { sheet.short_title.text.as_ref() };
                lines.push(("title", title.to_owned()));
                lines.push(("autonym", other.autonym.clone()));
            }
            problems.extend(missing_words(&name, words, &lines));
        }
        assert_eq!(found.len(), open.len(), "{languages}");
        problems.extend(code_problems(&sheets));
        problems
    };
    let sorts: Vec<&str> = board.config.bacheca.lingue.iter().map(String::as_str).chain([all.as_str()]).collect();
    let problems: Vec<String> = std::thread::scope(|scope| {
        let each: Vec<_> = sorts.iter().map(|languages| scope.spawn(|| pages_in(languages))).collect();
        each.into_iter().flat_map(|one| one.join().unwrap()).collect()
    });
    assert_no_problems(problems);
}
