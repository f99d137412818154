//! WCAG 2.2 AA as far as a program can check it: axe-core on a page of each type, narrow and wide, light and dark; and
//! valid HTML according to the Nu checker of the W3C.

use std::process::Command;

use serde_json::Value;

use crate::support::webdriver::{Browser, serve};
use crate::support::{assert_no_problems, installed_tool, real_site};

/// Widths of a phone and of a desktop screen, in pixels.
const WIDTHS: [u32; 2] = [360, 1280];

/// Addresses of the pages to check in a language: one of each type, and an item of each kind, open and closed.
fn page_addresses(language: &str) -> Vec<String> {
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

/// Violations that axe finds in the browser's current page, for colours only or for all rules.
fn axe_violations(browser: &Browser, axe: &str, colours_alone: bool) -> Vec<String> {
    let rules = if colours_alone { "runOnly: ['color-contrast']," } else { "" };
    let script = format!(
        "{axe}\naxe.run(document, {{{rules} resultTypes: ['violations']}}).then((found) => done(found.violations.flatMap(\
         (rule) => rule.nodes.map((node) => rule.id + ': ' + node.target + ' ' + node.failureSummary))));"
    );
    let found = browser.evaluate_async(&script);
    let found = found.as_array().unwrap_or_else(|| panic!("axe says {found}"));
    found.iter().map(|line| line.as_str().unwrap_or_default().to_owned()).collect()
}

fn assert_no_axe_violation(language: &str) {
    let axe = std::fs::read_to_string(installed_tool("node_modules/axe-core/axe.min.js")).unwrap();
    let address = serve(real_site());
    let browser = Browser::start(true);
    let mut problems = Vec::new();
    for page in page_addresses(language) {
        for (width, dark) in WIDTHS.into_iter().flat_map(|width| [(width, false), (width, true)]) {
            browser.set_screen(width, dark);
            if !dark {
                browser.open(&format!("{address}/{page}"));
            }
            if page.contains('?') {
                browser.wait_for("document.querySelector('.results .card')");
            }
            let found = axe_violations(&browser, &axe, dark);
            let mode = if dark { "dark" } else { "light" };
            problems.extend(found.into_iter().map(|line| format!("{page} at {width} px, {mode}: {line}")));
            // WCAG 1.4.10: no horizontal scrolling.
            if browser.evaluate(&format!("document.documentElement.scrollWidth > {width}")) == true {
                problems.push(format!("{page} at {width} px: wider than the screen"));
            }
        }
    }
    assert_no_problems(problems);
}

#[test]
fn axe_reports_no_violation_in_italian() {
    assert_no_axe_violation("it");
}

#[test]
fn axe_reports_no_violation_in_arabic() {
    assert_no_axe_violation("ar");
}

#[test]
fn axe_reports_no_violation_in_bengali() {
    assert_no_axe_violation("bn");
}

#[test]
fn axe_reports_no_violation_in_chinese() {
    assert_no_axe_violation("zh");
}

#[test]
fn page_at_320_pixels_with_double_text_does_not_overflow() {
    let address = serve(real_site());
    let browser = Browser::start(true);
    let mut problems = Vec::new();
    for language in ["it", "ar", "uk"] {
        for page in page_addresses(language) {
            browser.set_screen(320, false);
            browser.open(&format!("{address}/{page}"));
            for size in ["100%", "200%"] {
                browser.evaluate(&format!("void (document.documentElement.style.fontSize = '{size}')"));
                // A phone zooms out if a page is too wide, and then reports the larger width.
                if browser.evaluate("document.documentElement.scrollWidth > 320") == true {
                    problems.push(format!("{page} with letters of {size}"));
                }
            }
        }
    }
    assert_no_problems(problems);
}

#[test]
fn w3c_html_checker_reports_no_error() {
    let site = real_site();
    let checker = Command::new("java")
        .args(["-Xmx1g", "-jar"])
        .arg(installed_tool("node_modules/vnu-jar/build/dist/vnu.jar"))
        .args(["--errors-only", "--skip-non-html", "--format", "gnu"])
        .arg(site)
        .output()
        .unwrap_or_else(|error| panic!("java: {error}; run: make tools-test"));
    let output = String::from_utf8_lossy(&checker.stderr).into_owned() + &String::from_utf8_lossy(&checker.stdout);
    assert_no_problems(output.lines().map(str::to_owned).collect());
    assert!(checker.status.success(), "{}", checker.status);
}
