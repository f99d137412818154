//! Browsers of 2019: Chrome 70 (Android 4.4 and later), Safari 13 (iPhone 6s), and the browser inside WhatsApp, which is the
//! device's own without its storage. Where something is missing, pages do without it:
//!
//! | missing | what the reader has instead |
//! |---|---|
//! | scripts | every list and page; filters, countdowns and reading aloud are not offered |
//! | syntax of scripts after 2019 | nothing is missing: the scripts of pages do without it; the form for partners, which is written for browsers of 2022, leaves the ways to announce on paper and by message |
//! | modules, WebAssembly, its policy | the search page lists where else to look |
//! | service workers, caches | the board with a network |
//! | room for more, storage at all | the board with a network; what was kept stays; no language, district or draft is remembered |
//! | `AbortSignal.timeout` | the same: the worker's clock is a timer |
//! | `ResizeObserver` | the bar of the button stays in its place on a low screen (by the style sheet) |
//! | `speechSynthesis`, a voice | no button to listen |
//! | `navigator.clipboard`, `navigator.share` | the text to select by hand; the editors' desk saves the image |
//! | `:is()`, `inset`, `gap` and other style | plain pages: everything legible in one column, in the same order |

use std::collections::BTreeSet;

use crate::support::webdriver::{Browser, serve};
use crate::support::{assert_no_problems, installed_tool, real_site, repository_path, run_tool};

/// Takes away what browsers of 2019 do not have.
pub const OLD_BROWSER: &str = r"
for (const [owner, names] of [
  [Array.prototype, ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with']],
  [String.prototype, ['at', 'replaceAll', 'matchAll', 'isWellFormed']],
  [Object, ['fromEntries', 'hasOwn', 'groupBy']],
  [Map, ['groupBy']],
  [Promise, ['allSettled', 'any', 'withResolvers', 'try']],
  [URLSearchParams.prototype, ['size']],
  [URL, ['canParse', 'parse']],
  [AbortSignal, ['timeout', 'any']],
  [Element.prototype, ['replaceChildren', 'checkVisibility', 'setHTML']],
  [Document.prototype, ['replaceChildren']],
  [DocumentFragment.prototype, ['replaceChildren']],
  [Blob.prototype, ['text', 'arrayBuffer', 'stream']],
  [Intl, ['ListFormat', 'RelativeTimeFormat', 'DisplayNames', 'Segmenter']],
  [Navigator.prototype, ['clipboard', 'share', 'canShare', 'connection', 'userAgentData', 'storage']],
  [Crypto.prototype, ['randomUUID']],
  [window, ['speechSynthesis', 'SpeechSynthesisUtterance', 'ResizeObserver', 'structuredClone', 'requestIdleCallback', 'queueMicrotask', 'BroadcastChannel']],
]) for (const name of names) delete owner[name];
for (const owner of [Document.prototype, DocumentFragment.prototype, Element.prototype]) {
  for (const name of ['querySelector', 'querySelectorAll', 'matches', 'closest']) {
    const own = owner[name];
    if (!own) continue;
    owner[name] = function (selector) {
      if (/:(is|where|has)\(/.test(selector)) throw new DOMException(selector, 'SyntaxError');
      return own.call(this, selector);
    };
  }
}
const Format = Intl.DateTimeFormat;
Intl.DateTimeFormat = function (tag, options) {
  const { hourCycle, dateStyle, timeStyle, ...known } = options || {};
  return new Format(tag, known);
};
";

/// Pages that together load every script.
const PAGES: [&str; 15] = [
    "",
    "o/italiano-a2-casilina/",
    "ar/o/italiano-a2-casilina/",
    "bn/",
    "cerca/",
    "sportelli/",
    "aiuto/mangiare-e-lavarsi/",
    "senza-rete/",
    "annuncia/formazione/",
    "redazione/",
    "redazione/italiano-a2-casilina/",
    "stampa/",
    "zone/v/",
    "posso-andare/",
    SHEET,
];

/// The sheet to hand over, which its script puts together.
const SHEET: &str = "foglio/#items=italiano-a2-casilina&l=bn";

/// Scripts parse as what browsers of 2019 know. The modules of the form for partners are loaded by browsers that know more.
#[test]
fn scripts_have_the_syntax_of_2019() {
    let theme = repository_path("themes/default");
    let acorn = installed_tool("node_modules/acorn/dist/acorn.js");
    let check = repository_path("tests/product/old_browsers.mjs");
    let arguments = [&check, &acorn, &theme].map(|path| path.to_str().unwrap().to_owned());
    let found = run_tool("node", "nodejs", &arguments.each_ref().map(String::as_str));
    assert_no_problems(String::from_utf8(found).unwrap().lines().map(str::to_owned).collect());
}

#[test]
fn pages_have_no_errors_in_old_browsers() {
    let address = serve(real_site());
    let browser = Browser::start(true);
    browser.before_each_page(OLD_BROWSER);
    let (mut problems, mut loaded) = (Vec::new(), BTreeSet::new());
    // The print desk asks how large the files are, and the editors' shows cards: this site does without both.
    let is_missing = |error: &str| {
        error.contains("/stampa/") && error.contains(".pdf - Failed to load")
            || error.contains("/card.png - Failed to load")
    };
    for path in PAGES {
        browser.open(&format!("{address}/{path}"));
        browser.wait_for("document.readyState === 'complete'");
        if path == SHEET {
            browser.wait_for("document.querySelector('.handout-fact')");
        }
        assert_eq!(browser.evaluate("'speechSynthesis' in window"), false);
        let sources = browser.evaluate("[...document.scripts].map((script) => script.src).join(' ')");
        loaded.extend(sources.as_str().unwrap().split(' ').map(|source| {
            let file = source.split('?').next().unwrap();
            file.rsplit('/').next().unwrap().to_owned()
        }));
        problems.extend(
            browser
                .console_errors()
                .into_iter()
                .filter(|error| !is_missing(error))
                .map(|error| format!("{path}: {error}")),
        );
    }
    let scripts = std::fs::read_dir(repository_path("themes/default/assets")).unwrap();
    let scripts = scripts.map(|file| file.unwrap().file_name().into_string().unwrap());
    let left_out = scripts.filter(|name| name.ends_with(".js") && !loaded.contains(name));
    problems.extend(left_out.map(|name| format!("no page loads {name}")));
    assert_no_problems(problems);
}

#[test]
fn pages_say_what_depends_on_time_in_old_browsers() {
    let address = serve(real_site());
    let browser = Browser::start(true);
    browser.before_each_page(OLD_BROWSER);
    // Cards and pages whose last day has passed.
    browser.before_each_page(
        "document.addEventListener('readystatechange', () => { \
         for (const element of document.querySelectorAll('.status, main .card')) element.dataset.lastDay = '2020-01-01'; });",
    );
    browser.open(&format!("{address}/o/italiano-a2-casilina/"));
    browser.wait_for("document.querySelector('.item.is-closed details.rest')");
    browser.open(&format!("{address}/formazione/"));
    browser.wait_for("document.querySelector('details.over .card.is-closed')");
    // The form of partners leaves its plain page.
    browser.open(&format!("{address}/annuncia/formazione/"));
    browser.wait_for("document.readyState === 'complete'");
    assert_eq!(browser.evaluate("document.querySelector('#announce').hidden"), true);
}
