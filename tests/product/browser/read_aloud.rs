//! Pages read aloud.

use super::{COURSE, board_address};
use crate::support::webdriver::Browser;

/// Replacement of the speech API: it has Italian, Mandarin and Arabic voices after a delay and records what is spoken.
const RECORDER: &str = "(() => {
    let voices = [];
    const listeners = [];
    window.said = [];
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
    const speech = {
        speaking: false, pending: false,
        getVoices: () => voices,
        addEventListener: (name, listener) => listeners.push(listener),
        cancel() { speech.speaking = false; },
        speak(part) { speech.speaking = true; speech.last = part; said.push([part.text, part.lang, part.voice?.lang]); },
    };
    Object.defineProperty(window, 'speechSynthesis', { value: speech });
    window.voicesCome = () => { voices = ['it_IT', 'cmn', 'ar-EG'].map((lang) => ({ lang })); for (const listener of listeners) listener(); };
    window.silence = () => { speech.speaking = false; speech.last.onend(); };
})()";

#[test]
fn read_aloud_uses_language_of_each_part() {
    let browser = Browser::start(true);
    browser.before_each_page(RECORDER);
    let button = "document.querySelector('[data-listen]')";
    // There is no Bengali voice.
    browser.open(&board_address(&format!("bn/{COURSE}")));
    browser.evaluate("voicesCome()");
    assert_eq!(browser.evaluate(&format!("{button}.hidden")), true);
    browser.open(&board_address(&format!("zh/{COURSE}")));
    browser.evaluate("voicesCome()");
    assert_eq!(browser.evaluate(&format!("{button}.hidden")), false, "Mandarin is Chinese");
    browser.open(&board_address(&format!("ar/{COURSE}")));
    assert_eq!(browser.evaluate(&format!("{button}.hidden")), true, "no voice yet");
    browser.evaluate("voicesCome()");
    assert_eq!(browser.evaluate(&format!("{button}.hidden")), false);
    let name = || browser.evaluate(&format!("{button}.textContent"));
    assert_eq!(name(), "استمع");
    browser.evaluate(&format!("{button}.click()"));
    let said = browser.evaluate("said");
    let said: Vec<Vec<&str>> = said
        .as_array()
        .unwrap()
        .iter()
        .map(|part| part.as_array().unwrap().iter().map(|value| value.as_str().unwrap()).collect())
        .collect();
    let title = browser.evaluate("document.querySelector('h1').textContent");
    assert_eq!(said[0], [title.as_str().unwrap(), "ar", "ar-EG"]);
    // Streets and names are read in Italian, times in Arabic, and every part once.
    assert!(said.contains(&vec!["Via Casilina 565", "it", "it_IT"]), "{said:?}");
    assert!(said.iter().any(|part| part[0].contains("من 9:30 إلى 12:00") && part[1] == "ar"), "{said:?}");
    let arabic = |text: &str| text.chars().any(|letter| ('\u{600}'..'\u{700}').contains(&letter));
    assert!(said.iter().all(|part| part[1] == "ar" || !arabic(part[0])), "{said:?}");
    assert!(said.iter().all(|part| part[1] == "it" || !part[0].contains("Scuola")), "{said:?}");
    let paragraphs = said.iter().filter(|part| part[0].len() > 60).collect::<std::collections::BTreeSet<_>>();
    assert_eq!(paragraphs.len(), said.iter().filter(|part| part[0].len() > 60).count(), "{said:?}");
    // The button's label changes, and a second press stops the voice.
    assert_eq!(name(), "أوقف الصوت");
    browser.evaluate(&format!("{button}.click()"));
    assert_eq!(browser.evaluate("speechSynthesis.speaking"), false);
    assert_eq!(name(), "استمع");
    // Leaving the page stops the voice too.
    browser.evaluate(&format!("{button}.click()"));
    browser.evaluate("silence()");
    assert_eq!(name(), "استمع");
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}
