//! The sheet to hand over: on paper, as a text, and on its page in a real browser.

use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::support::webdriver::{Browser, serve};
use crate::support::{
    POPPLER, assert_no_problems, bacheca, print_pages, read_qr_codes, real_site, repository_path, run_tool,
};

/// A course, a doctor, a job, a course in groups, a procedure.
const ITEMS: [&str; 5] = [
    "italiano-a2-casilina",
    "medico-senza-permesso",
    "aiuto-cuoco-mensa",
    "computer-da-zero",
    "duplicato-permesso-smarrito",
];

fn print(items: &[&str], language: &str) -> (TempDir, PathBuf) {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("foglio.pdf");
    let end = ["--lang", language, "--out", file.to_str().unwrap()];
    bacheca(&repository_path(""), &[&["poster", "--sheet"], items, &end].concat()).expect_code(0);
    (folder, file)
}

fn pdf_text(file: &Path) -> String {
    let text = String::from_utf8(run_tool("pdftotext", POPPLER, &["-raw", file.to_str().unwrap(), "-"])).unwrap();
    text.replace(['\u{2060}', '\u{200b}'], "").replace('\u{a0}', " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Facts of an item as the site publishes them.
fn facts(language: &str, slug: &str) -> serde_json::Value {
    let path = real_site().join(format!("{language}o/{slug}/foglio.json"));
    serde_json::from_slice(&std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))).unwrap()
}

#[test]
fn three_items_fit_one_sheet_in_every_script_and_each_has_its_code() {
    for language in ["bn", "ar", "ur", "zh", "uk", "it"] {
        let (_folder, file) = print(&ITEMS[..3], language);
        let pages = print_pages(&file);
        assert_eq!(pages.len(), 1, "{language}");
        let root = if language == "it" { String::new() } else { format!("{language}/") };
        let mut expected: Vec<String> =
            ITEMS[..3].iter().map(|slug| format!("https://bacheca-roma.example.org/{root}o/{slug}/")).collect();
        expected.push(format!("https://bacheca-roma.example.org/{root}"));
        expected.sort();
        let mut codes = read_qr_codes(&pages[0]);
        codes.sort();
        assert_eq!(codes, expected, "{language}");
    }
}

#[test]
fn five_items_take_two_sheets_and_nothing_is_cut() {
    let (_folder, file) = print(&ITEMS, "fr");
    let pages = print_pages(&file);
    assert_eq!(pages.len(), 2);
    assert_eq!(pages.iter().map(|page| read_qr_codes(page).len()).sum::<usize>(), 7);
    let text = pdf_text(&file).to_lowercase();
    let mut missing = Vec::new();
    for slug in ITEMS {
        for language in ["fr/", ""] {
            let item = facts(language, slug);
            let lines = item["facts"].as_array().unwrap().iter().flat_map(|fact| fact["lines"].as_array().unwrap());
            for line in lines.map(|line| line["text"].as_str().unwrap()) {
                // Words, because a line is broken where it has to.
                let words = line.split(|letter: char| !letter.is_alphanumeric()).filter(|word| word.len() > 3);
                let lost = words.filter(|word| !text.contains(&word.to_lowercase())).collect::<Vec<_>>();
                missing.extend(lost.into_iter().map(|word| format!("{slug}, {language}: «{word}» of «{line}»")));
            }
        }
    }
    assert_no_problems(missing);
}

#[test]
fn text_has_each_fact_in_both_languages() {
    let board = repository_path("");
    let post = |arguments: &[&str]| bacheca(&board, &[&["post"], arguments].concat());
    let text = post(&["--sheet", ITEMS[0], ITEMS[1], "--lang", "en"]).expect_code(0).out;
    let lines: Vec<&str> = text.lines().collect();
    assert!(lines[0].starts_with('*') && lines[1] == "Corso gratuito di italiano A2 sulla via Casilina", "{text}");
    let cost = lines.iter().position(|line| line.starts_with("💶")).unwrap();
    assert_eq!((lines[cost], lines[cost + 1]), ("💶 Free", "Gratis"), "{text}");
    assert!(text.contains("06 5550 0110") && text.contains("/en/o/medico-senza-permesso/"), "{text}");
    // The number that both languages write alike stands once.
    assert_eq!(text.matches("📞").count(), 1, "{text}");
    assert_eq!(text.matches("06 5550 0171").count(), 1, "{text}");
    let error = post(&["--sheet", ITEMS[0], "--lang", "en,bn"]).expect_code(2).err;
    assert!(error.contains("una lingua sola"), "{error}");
    let error = post(&[ITEMS[0], ITEMS[1]]).expect_code(2).err;
    assert!(error.contains("--sheet"), "{error}");
    let error = bacheca(&board, &["poster", "--sheet", "niente"]).expect_code(2).err;
    assert!(error.contains("«niente»"), "{error}");
}

/// The page puts side by side facts of one name: a fact that a language lacks would stand in the other alone.
#[test]
fn open_item_has_the_same_facts_in_every_language() {
    let mut problems = Vec::new();
    let mut items = 0;
    for folder in std::fs::read_dir(real_site().join("o")).unwrap() {
        let slug = folder.unwrap().file_name().into_string().unwrap();
        if !real_site().join(format!("o/{slug}/foglio.json")).exists() {
            continue;
        }
        items += 1;
        let names = |item: &serde_json::Value| -> Vec<String> {
            item["facts"].as_array().unwrap().iter().map(|fact| fact["name"].as_str().unwrap().to_owned()).collect()
        };
        let own = names(&facts("", &slug));
        for language in ["en/", "fr/", "es/", "ar/", "bn/", "uk/", "ur/", "fa/", "ru/", "zh/"] {
            let other = facts(language, &slug);
            if names(&other) != own {
                problems.push(format!("{slug}: {own:?}, in {language} {:?}", names(&other)));
            }
            let empty =
                other["facts"].as_array().unwrap().iter().filter(|fact| fact["lines"].as_array().unwrap().is_empty());
            problems.extend(empty.map(|fact| format!("{slug}, {language}: {fact} has no line")));
        }
    }
    assert!(items > 10);
    assert_no_problems(problems);
}

fn address(path: &str) -> String {
    static ADDRESS: std::sync::OnceLock<String> = std::sync::OnceLock::new();
    format!("{}/{path}", ADDRESS.get_or_init(|| serve(real_site())))
}

/// A ticked card's checkbox.
fn tick(slug: &str) -> String {
    format!("document.querySelector('.choose input[value=\"{slug}\"]')")
}

#[test]
fn what_is_ticked_on_cards_is_on_the_sheet_in_two_languages() {
    let browser = Browser::start(true);
    browser.set_screen(360, false);
    browser.open(&address(""));
    browser.wait_for(&tick(ITEMS[0]));
    assert_eq!(browser.evaluate("document.querySelector('.sheet-bar').hidden"), true);
    for slug in &ITEMS[..2] {
        browser.evaluate(&format!("{}.click()", tick(slug)));
    }
    let bar = "document.querySelector('.sheet-bar a').textContent";
    assert_eq!(browser.evaluate(bar), "Foglio da consegnare (2)");
    // The page of an item knows what was ticked on its card.
    browser.open(&address(&format!("bn/o/{}/", ITEMS[0])));
    browser.wait_for(&tick(ITEMS[0]));
    assert_eq!(browser.evaluate(&format!("{}.checked", tick(ITEMS[0]))), true);
    browser.open(&address("bn/foglio/"));
    browser.wait_for("document.querySelectorAll('.handout-fact').length > 10");
    let languages =
        "[...new Set([...document.querySelectorAll('.handout-cell')].map((cell) => cell.lang))].sort().join()";
    assert_eq!(browser.evaluate(languages), "bn,it");
    // What is copied is what the program writes.
    browser.evaluate("Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.copied = text; } } })");
    browser.evaluate("document.querySelector('[data-do=text]').click()");
    browser.wait_for("window.copied");
    let copied = browser.evaluate("window.copied");
    let written =
        bacheca(&repository_path(""), &["post", "--sheet", ITEMS[0], ITEMS[1], "--lang", "bn"]).expect_code(0).out;
    let plain = |text: &str| {
        text.replace('\u{a0}', " ").replace(['\u{2060}', '\u{2066}', '\u{2068}', '\u{2069}'], "").trim().to_owned()
    };
    assert_eq!(plain(copied.as_str().unwrap()), plain(&written));
    // One is taken off, then all.
    browser.evaluate("document.querySelector('.handout-remove').click()");
    browser.wait_for("document.querySelectorAll('.handout-item').length === 1");
    browser.evaluate("document.querySelector('[data-do=clear]').click()");
    browser.wait_for("!document.querySelector('#handout-empty').hidden");
    assert_eq!(browser.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('foglio')).length"), 0);
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}

/// The address of a sheet opens it on another device, which keeps its own choice; what has gone is said.
#[test]
fn sheet_can_be_sent_and_works_without_storage() {
    let browser = Browser::start(true);
    browser
        .before_each_page("Object.defineProperty(window, 'localStorage', { get() { throw new Error('forbidden'); } })");
    browser.open(&address(&format!("foglio/#items={},non-esiste&l=ar", ITEMS[2])));
    browser.wait_for("document.querySelectorAll('.handout-item').length === 2");
    assert_eq!(browser.evaluate("document.querySelector('.handout-cell').lang"), "ar");
    assert_eq!(browser.evaluate("document.querySelector('.handout-cell').dir"), "rtl");
    let gone = browser.evaluate("document.querySelector('.handout-item .note').textContent");
    assert_eq!(gone, "Questo annuncio non è più aperto: non esiste");
    browser.open(&address(""));
    browser.wait_for(&tick(ITEMS[0]));
    browser.evaluate(&format!("{}.click()", tick(ITEMS[0])));
    let link = browser.evaluate("document.querySelector('.sheet-bar a').href");
    assert!(link.as_str().unwrap().ends_with(&format!("foglio/#items={}", ITEMS[0])), "{link}");
}

/// The address of a message has a limit: the text in it becomes shorter, and the page says so.
#[test]
fn message_that_is_too_long_keeps_what_nobody_can_do_without() {
    let browser = Browser::start(true);
    let sent = "document.querySelector('[data-do=send]').href";
    for (language, items) in [("uk", &ITEMS[..1]), ("bn", &ITEMS[..1]), ("ar", &ITEMS[3..4]), ("bn", &ITEMS[..])] {
        browser.open("about:blank");
        browser.open(&address(&format!("foglio/#items={}&l={language}", items.join(","))));
        browser.wait_for(&format!("{sent}.length > 60"));
        let link = browser.evaluate(sent);
        let text = browser.evaluate(&format!("new URL({sent}).searchParams.get('text')"));
        let text = text.as_str().unwrap();
        assert!(link.as_str().unwrap().len() < 4100, "{language}: {text}");
        for slug in items {
            let path = format!("/{language}/o/{slug}/");
            assert!(text.contains(&path) && !text.contains("foglio/"), "{language}: {path} in {text}");
        }
        let first = facts(&format!("{language}/"), items[0]);
        for name in ["status", "where"] {
            let fact = first["facts"].as_array().unwrap().iter().find(|fact| fact["name"] == name).unwrap();
            let line = fact["lines"][0]["text"].as_str().unwrap();
            assert!(text.contains(line), "{language}: {line} in {text}");
        }
        assert!(text.contains("06 5550 01"), "{language}: {text}");
        assert_eq!(
            browser.evaluate("document.querySelector('[data-shortened]').checkVisibility()"),
            true,
            "{language}"
        );
    }
    browser.open("about:blank");
    browser.open(&address(&format!("foglio/#items={}&l=en", ITEMS[0])));
    browser.wait_for(&format!("{sent}.length > 60"));
    assert_eq!(browser.evaluate("document.querySelector('[data-shortened]').checkVisibility()"), false);
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}

/// Lines of an Arabic sheet run from right to left even if a name begins them; its day is in Arabic on every page.
#[test]
fn sheet_is_laid_out_in_the_language_of_who_gets_it() {
    let browser = Browser::start(true);
    browser.open(&address(&format!("bn/foglio/#items={}&l=ar", ITEMS[3])));
    browser.wait_for("document.querySelectorAll('.handout-fact').length > 5");
    let directions = |language: &str| {
        browser.evaluate(&format!(
            "[...new Set([...document.querySelectorAll('.handout-cell bdi')].filter((line) => line.closest('[lang]').lang === '{language}').map((line) => getComputedStyle(line).direction))].join()"
        ))
    };
    assert_eq!((directions("ar"), directions("it")), ("rtl".into(), "ltr".into()));
    let day = browser.evaluate("[...document.querySelectorAll('[data-day] bdi')].map((day) => day.lang).join()");
    assert_eq!(day, "ar,it");
    let groups = facts("ar/", ITEMS[3]);
    let when = groups["facts"].as_array().unwrap().iter().find(|fact| fact["name"] == "when").unwrap();
    let group = when["lines"][1]["text"].as_str().unwrap();
    assert!(group.contains("\u{2066}Via Appia Nuova 290\u{2069}"), "{group}");
}

#[test]
fn search_results_have_ticks_and_closed_cards_none() {
    let browser = Browser::start(true);
    browser.open(&address("cerca/?q=italiano&stato="));
    browser.wait_for("document.querySelector('.results .card.is-open .choose')");
    assert_eq!(browser.evaluate("document.querySelectorAll('.card:not(.is-open) .choose').length"), 0);
}

#[test]
fn sheet_says_without_scripts_what_to_do_instead() {
    let browser = Browser::start(false);
    browser.open(&address("bn/foglio/"));
    assert!(browser.text().contains("bacheca poster --sheet NOME NOME --lang bn"), "{}", browser.text());
}
