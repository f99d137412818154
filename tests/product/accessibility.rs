//! WCAG 2.2 AA as far as a program can check it: axe-core on a page of each type, narrow and wide, light and dark; and
//! valid HTML according to the Nu checker of the W3C.

use std::process::Command;

use serde_json::Value;

use crate::support::webdriver::{Browser, serve};
use crate::support::{assert_no_problems, installed_tool, real_site};

/// Widths of a phone and of a desktop screen, in pixels.
const WIDTHS: [u32; 2] = [360, 1280];

/// A page to check.
struct Page {
    address: String,
    /// Whether it is the first of its type: an item of another kind has the same parts in the same style.
    is_first: bool,
}

/// Pages to check in a language: one of each type, and an item of each kind, open and closed.
fn pages_to_check(language: &str) -> Vec<Page> {
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
    let below = [
        "",
        "formazione/",
        "cerca/",
        "archivio/",
        "archivio/2024/",
        "zone/",
        "zone/v/",
        "foglio/#items=italiano-a2-casilina,computer-da-zero",
        "chi-siamo/",
        "stampa/",
        "annuncia/",
        "aiuto/",
        "aiuto/avvocato/",
        "posso-andare/",
        "carta/",
        "enti/",
        "enti/esempio-ponte-casilino/",
        "sportelli/",
        "sportelli/legale-esempio-pigneto/",
    ];
    let mut pages: Vec<String> = below.iter().map(|path| format!("{prefix}{path}")).collect();
    match language {
        "it" => {
            let own = [
                "404.html",
                "regole/",
                "regole/work-without-permit/",
                "accessibilita/",
                "redazione/",
                "redazione/italiano-a2-casilina/",
                "annuncia/formazione/",
                "annuncia/ente/",
                "en/annuncia/evento/",
            ];
            pages.extend(own.map(str::to_owned));
        }
        _ => pages.push(format!("{prefix}cerca/?q=italiano&stato=&gratis=1")),
    }
    let firsts = [true, false].map(|open| items.iter().position(|(_, is_open, _)| *is_open == open));
    let items = items.iter().enumerate().map(|(index, (_, _, slug))| Page {
        address: format!("{prefix}o/{slug}/"),
        is_first: firsts.contains(&Some(index)),
    });
    pages.into_iter().map(|address| Page { address, is_first: true }).chain(items).collect()
}

/// Violations that axe, which is in the browser's current page, finds there, for colours only or for all rules.
pub fn axe_violations(browser: &Browser, colours_alone: bool) -> Vec<String> {
    let rules = if colours_alone { "runOnly: ['color-contrast']," } else { "" };
    // Style sheets and films of other sites are not fetched: there are none.
    let script = format!(
        "axe.run(document, {{{rules} preload: false, resultTypes: ['violations']}}).then((found) => done(found.violations.flatMap(\
         (rule) => rule.nodes.map((node) => rule.id + ': ' + node.target + ' ' + node.failureSummary))));"
    );
    let found = browser.evaluate_async(&script);
    let found = found.as_array().unwrap_or_else(|| panic!("axe says {found}"));
    found.iter().map(|line| line.as_str().unwrap_or_default().to_owned()).collect()
}

/// What axe looks at, beside the width of pages.
#[derive(PartialEq)]
enum Axe {
    Nothing,
    /// Light pages on a phone.
    Phone,
    /// Of the first page of each type wide and dark ones too, which differ by the style sheet alone: once of pages as
    /// they were written, and once of translated ones, from right to left.
    AllModes,
}

/// The first thing that sticks out of a narrow screen.
const WIDEST: &str = "(() => {
    const wide = [...document.querySelectorAll('body *')].find((part) => part.getBoundingClientRect().right > 320.5);
    return wide ? `${wide.tagName} ${wide.className} ${wide.textContent.trim().slice(0, 60)}` : '';
})()";

/// Checks the pages of a language: none is too wide for a narrow screen with large letters, nor for a usual one, and axe
/// finds nothing.
fn assert_accessible(language: &str, looks_at: Axe) {
    let axe = std::fs::read_to_string(installed_tool("node_modules/axe-core/axe.min.js")).unwrap();
    let address = serve(real_site());
    let browser = Browser::start(true);
    let mut problems = Vec::new();
    for Page { address: page, is_first } in pages_to_check(language) {
        browser.set_screen(WIDTHS[0], false);
        browser.open(&format!("{address}/{page}"));
        if page.contains('?') {
            browser.wait_for("document.querySelector('.results .card')");
        }
        if page.contains('#') {
            browser.wait_for("document.querySelectorAll('.handout-item').length === 2");
        }
        if looks_at != Axe::Nothing {
            browser.run(&axe);
        }
        let modes: &[(u32, bool)] = match looks_at {
            Axe::Nothing => &[],
            Axe::AllModes if is_first => {
                &[(WIDTHS[0], false), (WIDTHS[0], true), (WIDTHS[1], false), (WIDTHS[1], true)]
            }
            Axe::Phone | Axe::AllModes => &[(WIDTHS[0], false)],
        };
        for &(width, dark) in modes {
            browser.set_screen(width, dark);
            let found = axe_violations(&browser, dark);
            let mode = if dark { "dark" } else { "light" };
            problems.extend(found.into_iter().map(|line| format!("{page} at {width} px, {mode}: {line}")));
        }
        // WCAG 1.4.10: no horizontal scrolling.
        for width in WIDTHS {
            browser.set_screen(width, false);
            if browser.evaluate(&format!("document.documentElement.scrollWidth > {width}")) == true {
                problems.push(format!("{page} at {width} px: wider than the screen"));
            }
        }
        // WCAG 1.4.4: letters of twice the size.
        browser.set_screen(320, false);
        for size in ["100%", "200%"] {
            browser.evaluate(&format!("void (document.documentElement.style.fontSize = '{size}')"));
            // A phone zooms out if a page is too wide, and then reports the larger width.
            if browser.evaluate("document.documentElement.scrollWidth > 320") == true {
                let widest = browser.evaluate(WIDEST);
                problems.push(format!("{page} at 320 px with letters of {size}: {widest}"));
            }
        }
    }
    assert_no_problems(problems);
}

#[test]
fn axe_finds_nothing_and_no_page_overflows_in_italian() {
    assert_accessible("it", Axe::AllModes);
}

#[test]
fn axe_finds_nothing_and_no_page_overflows_in_arabic() {
    assert_accessible("ar", Axe::AllModes);
}

#[test]
fn axe_finds_nothing_and_no_page_overflows_in_bengali() {
    assert_accessible("bn", Axe::Phone);
}

#[test]
fn axe_finds_nothing_and_no_page_overflows_in_chinese() {
    assert_accessible("zh", Axe::Phone);
}

#[test]
fn no_page_overflows_in_ukrainian() {
    assert_accessible("uk", Axe::Nothing);
}

#[test]
fn w3c_html_checker_reports_no_error() {
    let site = real_site();
    let checker = Command::new("java")
        // Compiling its own code thoroughly takes the checker longer than reading these pages; its schemas nest deep.
        .args(["-Xmx1g", "-Xss16m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar"])
        .arg(installed_tool("node_modules/vnu-jar/build/dist/vnu.jar"))
        .args(["--errors-only", "--skip-non-html", "--format", "gnu"])
        .arg(site)
        .output()
        .unwrap_or_else(|error| panic!("java: {error}; run: make tools-test"));
    let output = String::from_utf8_lossy(&checker.stderr).into_owned() + &String::from_utf8_lossy(&checker.stdout);
    assert_no_problems(output.lines().map(str::to_owned).collect());
    assert!(checker.status.success(), "{}", checker.status);
}
