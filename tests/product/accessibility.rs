//! WCAG 2.2 AA, as far as a program can see: axe-core on a page of each type, narrow and wide, light and dark; and
//! HTML as the Nu checker of the W3C reads it.

use std::process::Command;

use serde_json::Value;

use crate::support::webdriver::{Browser, serve};
use crate::support::{installed, none, real_site};

/// A phone and a desk.
const WIDTHS: [u32; 2] = [360, 1280];

/// The pages that a language has: below its root, one of each type, an item of each kind, open and closed.
fn pages(language: &str) -> Vec<String> {
    let prefix = if language == "it" { String::new() } else { format!("{language}/") };
    let data = std::fs::read(real_site().join("dati/opportunita.json")).unwrap();
    let data: Value = serde_json::from_slice(&data).unwrap();
    let mut items: Vec<(&str, bool, &str)> = Vec::new();
    for item in data["opportunita"].as_array().unwrap() {
        let (kind, open) = (item["tipo"].as_str().unwrap(), item["aperta"].as_bool().unwrap());
        let slug = item["slug"].as_str().unwrap();
        let there = real_site().join(format!("{prefix}o/{slug}/index.html")).is_file();
        if there && !items.iter().any(|(known, was, _)| (*known, *was) == (kind, open)) {
            items.push((kind, open, slug));
        }
    }
    assert!(items.len() >= 7, "{items:?}");
    let below = ["", "formazione/", "cerca/", "archivio/", "archivio/2024/", "zone/v/", "chi-siamo/", "stampa/"];
    let mut pages: Vec<String> = below.iter().map(|path| format!("{prefix}{path}")).collect();
    pages.extend(items.iter().map(|(_, _, slug)| format!("{prefix}o/{slug}/")));
    match language {
        "it" => {
            let own = ["404.html", "regole/", "accessibilita/", "redazione/", "redazione/italiano-a2-casilina/"];
            pages.extend(own.map(str::to_owned));
        }
        _ => pages.push(format!("{prefix}cerca/?q=italiano&stato=&gratis=1")),
    }
    pages
}

/// What axe finds in the page that a browser shows; colours alone, or everything.
fn violations(browser: &Browser, axe: &str, colours_alone: bool) -> Vec<String> {
    let rules = if colours_alone { "runOnly: ['color-contrast']," } else { "" };
    let script = format!(
        "{axe}\naxe.run(document, {{{rules} resultTypes: ['violations']}}).then((found) => done(found.violations.flatMap(\
         (rule) => rule.nodes.map((node) => rule.id + ': ' + node.target + ' ' + node.failureSummary))));"
    );
    let found = browser.says_later(&script);
    let found = found.as_array().unwrap_or_else(|| panic!("axe says {found}"));
    found.iter().map(|line| line.as_str().unwrap_or_default().to_owned()).collect()
}

fn axe_finds_nothing(language: &str) {
    let axe = std::fs::read_to_string(installed("node_modules/axe-core/axe.min.js")).unwrap();
    let address = serve(real_site());
    let browser = Browser::start(true);
    let mut problems = Vec::new();
    for page in pages(language) {
        for (width, dark) in WIDTHS.into_iter().flat_map(|width| [(width, false), (width, true)]) {
            browser.looks(width, dark);
            if !dark {
                browser.open(&format!("{address}/{page}"));
            }
            if page.contains('?') {
                browser.wait_for("document.querySelector('.results .card')");
            }
            let found = violations(&browser, &axe, dark);
            let mode = if dark { "dark" } else { "light" };
            problems.extend(found.into_iter().map(|line| format!("{page} at {width} px, {mode}: {line}")));
            // WCAG 1.4.10: nothing sticks out sideways.
            if browser.says(&format!("document.documentElement.scrollWidth > {width}")) == true {
                problems.push(format!("{page} at {width} px: wider than the screen"));
            }
        }
    }
    none(problems);
}

#[test]
fn axe_finds_nothing_in_italian() {
    axe_finds_nothing("it");
}

#[test]
fn axe_finds_nothing_in_arabic() {
    axe_finds_nothing("ar");
}

#[test]
fn axe_finds_nothing_in_bengali() {
    axe_finds_nothing("bn");
}

#[test]
fn axe_finds_nothing_in_chinese() {
    axe_finds_nothing("zh");
}

#[test]
fn at_320_pixels_and_twice_the_size_of_letters_nothing_sticks_out() {
    let address = serve(real_site());
    let browser = Browser::start(true);
    let mut problems = Vec::new();
    for language in ["it", "ar", "uk"] {
        for page in pages(language) {
            browser.looks(320, false);
            browser.open(&format!("{address}/{page}"));
            for size in ["100%", "200%"] {
                browser.says(&format!("void (document.documentElement.style.fontSize = '{size}')"));
                // A phone shows a page that is too wide smaller, and calls that its width.
                if browser.says("document.documentElement.scrollWidth > 320") == true {
                    problems.push(format!("{page} with letters of {size}"));
                }
            }
        }
    }
    none(problems);
}

#[test]
fn the_checker_of_the_w3c_finds_no_error() {
    let site = real_site();
    let checker = Command::new("java")
        .args(["-Xmx1g", "-jar"])
        .arg(installed("node_modules/vnu-jar/build/dist/vnu.jar"))
        .args(["--errors-only", "--skip-non-html", "--format", "gnu"])
        .arg(site)
        .output()
        .unwrap_or_else(|error| panic!("java: {error}; run: make tools-test"));
    let said = String::from_utf8_lossy(&checker.stderr).into_owned() + &String::from_utf8_lossy(&checker.stdout);
    none(said.lines().map(str::to_owned).collect());
    assert!(checker.status.success(), "{}", checker.status);
}
