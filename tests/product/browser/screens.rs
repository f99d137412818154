//! Pages with large letters, on a telephone on its side, under a finger, and without what a style sheet has for its authors.

use super::board_address;
use crate::support::webdriver::Browser;
use crate::support::{assert_no_problems, read_tree, real_site, repository_path};

/// Words that are broken although they have less than 200 pixels, and whether the page is too wide.
const BROKEN: &str = r"(() => {
  const found = document.documentElement.scrollWidth > innerWidth ? [`${document.documentElement.scrollWidth} pixels wide`] : [];
  const parts = '.button, .status, .kinds span, .kicker span, .soon, h1, h3, .card-kind, .card-facts';
  const canvas = document.createElement('canvas').getContext('2d');
  for (const part of document.querySelectorAll(parts)) {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (!node.parentElement.checkVisibility() || node.parentElement.closest('.hidden')) continue;
      for (const word of node.data.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
        const range = document.createRange();
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        const lines = new Set([...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => Math.round(top)));
        canvas.font = getComputedStyle(node.parentElement).font;
        if (lines.size > 1 && !/\p{Script=Han}/u.test(word[0]) && canvas.measureText(word[0]).width < 200) found.push(word[0]);
      }
    }
  }
  return found;
})()";

#[test]
fn large_letters_break_no_word_that_fits() {
    let browser = Browser::start(true);
    browser.set_size(360, 640);
    let mut problems = Vec::new();
    for language in ["", "uk/", "ru/", "bn/", "ar/"] {
        for path in ["", "formazione/", "o/italiano-a2-casilina/", "o/contributo-primo-affitto/", "sportelli/"] {
            browser.open(&board_address(&format!("{language}{path}")));
            browser.run("document.documentElement.style.fontSize = '200%'");
            browser.evaluate_async("requestAnimationFrame(() => requestAnimationFrame(() => done(true)))");
            let found = browser.evaluate(BROKEN);
            problems.extend(found.as_array().unwrap().iter().map(|what| format!("{language}{path}: {what}")));
        }
    }
    assert_no_problems(problems);
}

#[test]
fn telephone_on_its_side_shows_status_and_button() {
    let browser = Browser::start(true);
    browser.set_size(640, 360);
    let mut problems = Vec::new();
    for language in ["", "uk/", "bn/", "ar/", "ur/"] {
        for item in ["italiano-a2-casilina", "contributo-primo-affitto", "medico-senza-permesso"] {
            browser.open(&board_address(&format!("{language}o/{item}/")));
            let low = "[...document.querySelectorAll('.status, .main-button')].map((part) => part.getBoundingClientRect().bottom).filter((bottom) => bottom > 360)";
            let low = browser.evaluate(low);
            if !low.as_array().unwrap().is_empty() {
                problems.push(format!("{language}{item}: {low}"));
            }
        }
    }
    assert_no_problems(problems);
}

/// A finger leaves no mark on what it touched last: what the pointer changes is only for those that hover.
#[test]
fn marks_of_a_pointer_are_for_pointers_alone() {
    let browser = Browser::start(true);
    let rules = "[...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).flatMap((rule) => \
         rule.selectorText ? [rule.selectorText] : rule.conditionText?.includes('hover: hover') ? [] \
         : [...(rule.cssRules ?? [])].map((below) => below.selectorText ?? '')).filter((selector) => selector.includes(':hover'))";
    for path in ["", "sportelli/", "aiuto/", "stampa/", "redazione/", "annuncia/formazione/", "o/italiano-a2-casilina/"]
    {
        browser.open(&board_address(path));
        assert_eq!(browser.evaluate(rules), serde_json::json!([]), "{path}");
    }
}

/// Published style sheets are shorter than their files and mean the same.
#[test]
fn published_style_sheets_mean_what_their_files_say() {
    let browser = Browser::start(true);
    browser.open(&board_address(""));
    let rules = |text: &str| {
        let text = serde_json::to_string(text).unwrap();
        browser.evaluate(&format!(
            "(() => {{ const sheet = new CSSStyleSheet(); sheet.replaceSync({text}); return [...sheet.cssRules].map((rule) => rule.cssText.replaceAll(', ', ',')); }})()"
        ))
    };
    let sheets = read_tree(&repository_path("themes/default/assets"));
    let sheets = sheets.iter().filter(|(path, _)| path.ends_with(".css") && *path != "feed.css");
    for (path, written) in sheets {
        let published = std::fs::read(real_site().join("assets").join(path)).unwrap();
        assert!(published.len() < written.len(), "{path}");
        let (written, published) = (std::str::from_utf8(written).unwrap(), std::str::from_utf8(&published).unwrap());
        let (written, published) = (rules(written), rules(published));
        assert!(!written.as_array().unwrap().is_empty(), "{path}");
        assert!(written == published, "{path} means something else");
    }
}
