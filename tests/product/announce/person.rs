//! A person at the form: writes, clicks and presses keys. Fields are named by their keys on the way to them.

use serde_json::Value as Json;

use crate::support::webdriver::Browser;

/// Key that moves the focus on.
pub const TAB: &str = "\u{e004}";

/// Somebody who uses the form of a page.
pub struct Person<'b> {
    browser: &'b Browser,
}

/// Selector of a field: `edizioni date` is the field `date` within `edizioni`; anything else is a selector itself.
fn selector(field: &str) -> String {
    if field.contains('>') {
        return field.to_owned();
    }
    field.split(' ').map(|key| format!("[data-key=\"{key}\"]")).collect::<Vec<_>>().join(" ")
}

impl<'b> Person<'b> {
    /// Waits until the form is there.
    pub fn new(browser: &'b Browser) -> Self {
        browser.wait_for("document.querySelector('#announce:not([hidden]) form')");
        Self { browser }
    }

    /// Expression for the first visible element within a field that has a property.
    fn within(field: &str, elements: &str, property: &str) -> String {
        let field = selector(field);
        format!(
            "[...document.querySelectorAll('{field}')].flatMap((field) => [...field.querySelectorAll('{elements}')])\
             .find((one) => one.checkVisibility() && ({property}))"
        )
    }

    /// Types a text into the first input of a field.
    #[track_caller]
    pub fn write(&self, field: &str, text: &str) {
        let input = Self::within(field, "input:not([type=checkbox], [type=radio]), textarea", "true");
        self.browser.type_at(&input, text);
    }

    /// Types a day as a browser in English asks for it.
    #[track_caller]
    pub fn write_day(&self, field: &str, year: u32, month: u32, day: u32) {
        let input = Self::within(field, "input[type=date]", "true");
        self.browser.type_at(&input, &format!("{month:02}{day:02}{year}"));
    }

    /// Types an hour as a browser in English asks for it: `0130PM`.
    #[track_caller]
    pub fn write_hour(&self, field: &str, hour: &str) {
        self.browser.type_at(&Self::within(field, "input[type=time]", "true"), hour);
    }

    /// Clicks an answer, among radios and boxes, by its words.
    #[track_caller]
    pub fn choose(&self, field: &str, answer: &str) {
        let is_meant = format!("(one.querySelector('span').firstChild.textContent === {answer:?})");
        self.browser.click(&Self::within(field, "label:has(input)", &is_meant));
    }

    /// Chooses from a list by typing the word.
    #[track_caller]
    pub fn select(&self, field: &str, word: &str) {
        self.browser.type_at(&Self::within(field, "select", "true"), word);
    }

    /// Presses a button of a field by its words; opens what is folded around it before.
    #[track_caller]
    pub fn press_button(&self, field: &str, words: &str) {
        let field_selector = selector(field);
        let is_meant = format!("one.firstChild.textContent === {words:?}");
        let folded = format!(
            "[...document.querySelectorAll('{field_selector} button')].find((one) => {is_meant} && !one.hidden)?.closest('details:not([open])')?.firstChild"
        );
        if !self.browser.evaluate(&folded).is_null() {
            self.browser.click(&folded);
        }
        // A button that stands in the folded part itself.
        let inside = Self::within(field, "button", &is_meant);
        self.browser.click(&inside);
    }

    /// Types where the focus is.
    #[track_caller]
    pub fn type_here(&self, text: &str) {
        self.browser.press(text);
    }

    /// Moves the focus by the tabulator alone until it is on an element.
    #[track_caller]
    pub fn tab_to(&self, selector: &str) {
        let there = format!("document.activeElement.matches('{selector}')");
        for _ in 0..200 {
            if self.browser.evaluate(&there) == true {
                return;
            }
            self.browser.press(TAB);
        }
        panic!("the tabulator never reaches {selector}");
    }

    /// Waits until the rules have answered what was written last.
    pub fn wait_for_rules(&self) {
        self.browser.wait_for("!document.querySelector('.send-bar[aria-busy]')");
    }

    /// Presses the button for the ways to send, and waits for them.
    pub fn press_send(&self) {
        self.browser.click("[...document.querySelectorAll('.send-bar .button')].at(-1)");
        self.browser.wait_for("document.querySelector('.send:not([hidden]) h2')");
    }

    /// The file as the preview shows it.
    pub fn file(&self) -> String {
        self.wait_for_rules();
        self.browser.click("document.querySelector('.send-bar .button')");
        self.browser.wait_for("document.querySelector('.preview:not([hidden]) pre')");
        self.text_of("[...document.querySelectorAll('.preview pre')].at(-1)")
    }

    /// Text of the element that an expression gives, also where it is folded.
    #[track_caller]
    pub fn text_of(&self, expression: &str) -> String {
        Self::text_at(self.browser, expression)
    }

    /// Text of an element of a page without a form.
    #[track_caller]
    pub fn text_at(browser: &Browser, expression: &str) -> String {
        match browser.evaluate(&format!("{expression}?.textContent")) {
            Json::String(text) => text,
            other => panic!("{expression}: {other}\n{}", browser.text()),
        }
    }
}
