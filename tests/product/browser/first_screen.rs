//! What a small telephone shows of a page without scrolling.

use super::board_address;
use crate::support::webdriver::{Browser, FRAMES};
use crate::support::{assert_no_problems, real_site};

/// Shows pages in frames as large as a small telephone, and says what of their answers is not readable without scrolling.
const FIRST_SCREENS: &str = "async (paths) => {
    const problems = [];
    const look = (path) => new Promise((ready) => {
        const frame = document.createElement('iframe');
        Object.assign(frame.style, { width: '360px', height: '640px', border: 0 });
        frame.src = '/' + path;
        frame.onload = () => {
            const page = frame.contentDocument;
            // Of what has closed since the build, other items come first.
            const isOver = page.querySelector('.item.is-closed');
            const bar = page.querySelector('.apply')?.getBoundingClientRect();
            const lines = [...page.querySelectorAll('.status, .answer dt + dd, .main-button')];
            if (!isOver && lines.length < 3) problems.push(`${path}: ${lines.length} lines`);
            for (const line of isOver ? [] : lines) {
                const { top, bottom, left, right } = line.getBoundingClientRect();
                const end = bar && !line.matches('.main-button') ? Math.min(bar.top + 8, 640) : 640;
                if (bottom > end || left < 0 || right > 360 || line.scrollWidth > line.clientWidth) {
                    problems.push(`${path}: ${Math.round(top)}-${Math.round(bottom)} of ${Math.round(end)}: ${line.textContent}`);
                }
            }
            frame.remove();
            ready();
        };
        document.body.append(frame);
    });
    const left = [...paths];
    const work = async () => { while (left.length) await look(left.pop()); };
    await Promise.all([1, 2, 3, 4].map(work));
    return problems;
}";

#[test]
fn first_screen_of_every_open_item_answers_in_every_language() {
    let data = std::fs::read(real_site().join("dati/opportunita.json")).unwrap();
    let data: serde_json::Value = serde_json::from_slice(&data).unwrap();
    let open = data["opportunita"].as_array().unwrap().iter().filter(|item| item["aperta"] == true);
    let open: Vec<&str> = open.map(|item| item["slug"].as_str().unwrap()).collect();
    assert!(open.len() >= 15, "{open:?}");
    let browser = Browser::start(true);
    browser.open(&board_address(FRAMES));
    let mut problems = Vec::new();
    for language in ["", "en/", "fr/", "es/", "ar/", "bn/", "uk/", "ur/", "fa/", "ru/", "zh/"] {
        let paths: Vec<String> = open.iter().map(|slug| format!("{language}o/{slug}/")).collect();
        let found = browser.evaluate_async(&format!("({FIRST_SCREENS})({}).then(done)", serde_json::json!(paths)));
        problems.extend(found.as_array().unwrap().iter().map(|line| line.as_str().unwrap().to_owned()));
    }
    assert_no_problems(problems);
}

/// What of the answers of the page that is shown is not readable without scrolling, while the languages are open.
const FIRST_VISIT: &str = "(() => {
    const bar = document.querySelector('.apply')?.getBoundingClientRect();
    const lines = [...document.querySelectorAll('.status, .answer dt + dd, .main-button')];
    const problems = lines.length < 3 ? [`${lines.length} lines`] : [];
    const names = [...document.querySelectorAll('.languages a')];
    if (!document.querySelector('.languages').open || names.length < 11 || names[1].getBoundingClientRect().height < 40) {
        problems.push('the languages are not open');
    }
    if (document.documentElement.scrollWidth > innerWidth) problems.push('the page is too wide');
    for (const line of lines) {
        const { top, bottom } = line.getBoundingClientRect();
        const end = bar && !line.matches('.main-button') ? Math.min(bar.top + 8, 640) : 640;
        if (bottom > end) problems.push(`${Math.round(top)}-${Math.round(bottom)} of ${Math.round(end)}: ${line.textContent}`);
    }
    return problems;
})()";

#[test]
fn first_visit_shows_the_languages_and_every_answer() {
    let data = std::fs::read(real_site().join("dati/opportunita.json")).unwrap();
    let data: serde_json::Value = serde_json::from_slice(&data).unwrap();
    let open = data["opportunita"].as_array().unwrap().iter().filter(|item| item["aperta"] == true);
    let open: Vec<&str> = open.map(|item| item["slug"].as_str().unwrap()).collect();
    let browser = Browser::start(true);
    browser.set_size(360, 640);
    browser.before_each_page(
        "Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
        Object.defineProperty(navigator, 'languages', { value: ['bn', 'en'] });
        if (location.protocol !== 'about:') localStorage.clear();",
    );
    let mut problems = Vec::new();
    for slug in &open {
        browser.open("about:blank");
        browser.open(&board_address(&format!("o/{slug}/")));
        browser.wait_for("document.readyState === 'complete'");
        let found = browser.evaluate(&format!("document.querySelector('.item.is-closed') ? [] : {FIRST_VISIT}"));
        problems.extend(found.as_array().unwrap().iter().map(|line| format!("{slug}: {}", line.as_str().unwrap())));
    }
    assert_no_problems(problems);
}

#[test]
fn apply_button_is_on_first_screen() {
    let browser = Browser::start(true);
    browser.set_screen(360, false);
    for language in ["", "ar/", "bn/", "uk/"] {
        browser.open(&board_address(&format!("{language}o/contributo-primo-affitto/")));
        let button = "document.querySelector('.main-button').getBoundingClientRect()";
        assert_eq!(browser.evaluate(&format!("{button}.bottom <= innerHeight")), true, "{language}");
        // The bar does not cover the element with keyboard focus.
        browser.evaluate("void document.querySelector('.how a').focus()");
        browser.wait_for("scrollY > 0");
        let hidden = format!(
            "document.querySelector('.how a').getBoundingClientRect().bottom > {button}.top && {button}.top > 400"
        );
        assert_eq!(browser.evaluate(&hidden), false, "{language}");
    }
}
