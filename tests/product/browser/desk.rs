//! The editors' desk on a phone.

use super::board_address;
use crate::support::real_site;
use crate::support::webdriver::Browser;

/// The page of the course at the desk.
const COURSE_AT_DESK: &str = "redazione/italiano-a2-casilina/";

/// A stand-in for the system's sheet, which keeps what it was given in `shared`, and for a clipboard, which keeps `copied`.
const SHEET: &str = "
window.shared = [];
navigator.canShare = () => true;
navigator.share = async ({ text, files = [] }) => { window.shared.push({ text, files: files.map(({ name, type }) => [name, type]) }); };
";

/// The text under a name in a language.
fn text_named(language: &str, name: &str) -> String {
    let there = format!("document.querySelector('summary > [lang={language}]').closest('details')");
    format!(
        "[...{there}.querySelectorAll('.desk-text')].find((one) => one.querySelector('summary').textContent.trim().startsWith('{name}'))"
    )
}

fn open_text(browser: &Browser, language: &str, name: &str) -> String {
    let text = text_named(language, name);
    browser.evaluate(&format!("document.querySelector('summary > [lang={language}]').closest('details').open = true"));
    browser.evaluate(&format!("{text}.open = true"));
    text
}

#[test]
fn desk_copy_button_copies_exact_file() {
    let browser = Browser::start(true);
    for (code, name, file, limit) in [
        ("it", "WhatsApp con immagine", "caption.txt", 1_024),
        ("ar", "WhatsApp solo testo,", "whatsapp.it-ar.txt", 4_096),
    ] {
        browser.open(&board_address(COURSE_AT_DESK));
        let text = open_text(&browser, code, name);
        let at = |what: &str| format!("{text}.querySelector('{what}')");
        browser.wait_for(&format!("{0} && !{0}.hidden", at("[data-copy]")));
        browser.click(&at("[data-copy]"));
        browser.wait_for("(document.querySelector('.desk-said') || {}).textContent === 'Copiato ✓'");
        // Paste into an empty field.
        browser.evaluate(&format!("Object.assign({}, {{id: 'pasted', value: ''}}).focus()", at("textarea")));
        browser.type_into("#pasted", "\u{e009}v");
        browser.wait_for("document.getElementById('pasted').value.length > 100");
        let pasted = browser.evaluate("document.getElementById('pasted').value");
        let built = std::fs::read_to_string(real_site().join("o/italiano-a2-casilina").join(file)).unwrap();
        assert_eq!(pasted.as_str().unwrap(), built);
        // The counter follows the text.
        browser.type_into("#pasted", "!");
        let length = built.encode_utf16().count() + 1;
        let counted = browser.evaluate(&format!("{}.textContent", at("[data-count]")));
        assert_eq!(counted, format!("{length} di {limit} caratteri"));
    }
    // This site does without cards.
    let errors = browser.console_errors();
    assert!(errors.iter().all(|error| error.contains("/card.png - Failed to load")), "{errors:?}");
}

/// What is in the box is what is sent, also by links.
#[test]
fn desk_sends_what_is_in_the_box() {
    let browser = Browser::start(true);
    browser.before_each_page(SHEET);
    // Without the picture, which this site leaves out, the text goes alone, and the page says so.
    browser.open(&board_address(COURSE_AT_DESK));
    let text = open_text(&browser, "it", "WhatsApp con immagine");
    browser.evaluate(&format!("{text}.querySelector('textarea').value = 'Vieni & *impara*'"));
    browser.wait_for(&format!("!{text}.querySelector('[data-send]').hidden"));
    browser.click(&format!("{text}.querySelector('[data-send]')"));
    browser.wait_for("window.shared.length");
    assert_eq!(browser.evaluate("window.shared[0].text"), "Vieni & *impara*");
    browser.wait_for("document.querySelector('.desk-said').textContent.includes('è andato solo il testo')");
    for (name, address) in [
        ("WhatsApp solo testo", "https://wa.me/?text=Vieni%20%26%20*impara*"),
        ("SMS", "sms:?&body=Vieni%20%26%20*impara*"),
    ] {
        let text = open_text(&browser, "it", name);
        // As a browser that comes back to the page does, without a word to the script.
        browser.evaluate(&format!("{text}.querySelector('textarea').value = 'Vieni & *impara*'"));
        browser.evaluate(&format!("{text}.addEventListener('click', (event) => event.preventDefault())"));
        browser.click(&format!("{text}.querySelector('[data-open]')"));
        assert_eq!(browser.evaluate(&format!("{text}.querySelector('[data-open]').href")), address);
    }
    let text = open_text(&browser, "it", "E-mail");
    let href = browser.evaluate(&format!("{text}.querySelector('[data-open]').href"));
    let href = href.as_str().unwrap();
    assert!(href.starts_with("mailto:?subject=Corso%20") && href.contains("%0D%0A"), "{href}");
}
