//! The print desk in a browser: what is ticked becomes one file, made on the device.

use crate::support::webdriver::{Browser, serve};
use crate::support::{POPPLER, SITE_URL, print_pages, read_qr_codes, run_tool, small_site};

#[test]
fn ticked_announcements_become_one_file_to_print() {
    let browser = Browser::start(true);
    let folder = tempfile::tempdir().unwrap();
    browser.download_to(folder.path());
    browser.open(&format!("{}/stampa/", serve(small_site())));
    let made = "document.querySelector('[data-made]')";
    let submit = "document.querySelector('#print-make button')";
    let is_hidden = format!("{made}.hidden");
    assert_eq!(browser.evaluate(&is_hidden), true);
    browser.click(submit);
    browser.wait_for("document.querySelector('#print-make [data-said]').textContent.startsWith('Segna almeno')");
    for slug in ["aiuto-cuoco-mensa", "italiano-a2"] {
        browser.click(&format!("document.querySelector('.print-tick input[value={slug}]')"));
    }
    browser.click("document.querySelector('#print-choice [data-root=\"ar/\"]')");
    let bind = |layout: &str| {
        browser.click(&format!("document.querySelector('[name=layout][value={layout}]')"));
        assert_eq!(browser.evaluate(&is_hidden), true, "{layout}: a file of an earlier choice is offered");
        browser.click(submit);
        browser.wait_for(&format!("!{is_hidden}"));
        browser.click(made);
        let file = folder.path().join("stampa.pdf");
        for _ in 0..100 {
            if file.exists() {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        let path = file.to_str().unwrap();
        let facts = String::from_utf8(run_tool("pdfinfo", POPPLER, &[path])).unwrap();
        assert!(facts.contains("(A4)"), "{facts}");
        let codes: Vec<Vec<String>> = print_pages(&file).iter().map(read_qr_codes).collect();
        std::fs::remove_file(&file).unwrap();
        (browser.evaluate(&format!("{made}.textContent")).as_str().unwrap().to_owned(), codes)
    };
    let address = |path: &str| format!("{SITE_URL}{path}/");
    let (said, codes) = bind("one");
    assert!(said.contains("4 × A4") && said.contains("kB"), "{said}");
    let expected = ["o/aiuto-cuoco-mensa", "ar/o/aiuto-cuoco-mensa", "o/italiano-a2", "ar/o/italiano-a2"];
    assert_eq!(codes, expected.map(|path| vec![address(path)]));
    let (said, codes) = bind("four");
    assert!(said.contains("1 × A4"), "{said}");
    let mut sorted = expected.map(address);
    sorted.sort();
    assert_eq!(codes, [sorted]);
    let (said, _) = bind("strips");
    assert!(said.contains("2 × A4"), "{said}");
    assert_eq!(browser.evaluate("document.querySelector('#print-choice fieldset').disabled"), true);
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}
