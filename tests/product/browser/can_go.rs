//! «Can I go?» on a telephone: the questions, the answers on every page, and that nothing of it is sent or stays.

use super::{COURSE, board_address};
use crate::support::webdriver::Browser;

/// What is kept on the device below names that begin so, as a list.
const KEPT: &str =
    "Object.keys(localStorage).filter(name => name.startsWith('posso-andare /')).map(name => localStorage[name])";

/// Answers by what is tapped: a radio for each, and the kind of permit from its list.
fn answer(browser: &Browser, said: &[(&str, &str)], permit: Option<&str>) {
    for (name, value) in said {
        browser.click(&format!("document.querySelector('[name={name}][value=\"{value}\"] + span')"));
    }
    if let Some(permit) = permit {
        browser.run(&format!("document.querySelector('[name=permesso]').value = '{permit}'"));
    }
    browser.click("document.querySelector('form.person [type=submit]')");
    browser.wait_for("!document.querySelector('.found').hidden");
}

fn answers_on_page(browser: &Browser, slug: &str) -> String {
    let card =
        format!("[...document.querySelectorAll('.card')].find(card => card.querySelector('a[href*=\"/{slug}/\"]'))");
    browser.wait_for(&format!("{card}.querySelector('.fit')"));
    browser.evaluate(&format!("{card}.querySelector('.fit').className")).as_str().unwrap().to_owned()
}

#[test]
fn answers_are_on_every_page_until_they_are_deleted() {
    let browser = Browser::start(true);
    browser.set_screen(360, false);
    browser.open(&board_address("posso-andare/"));
    browser.wait_for("!document.querySelector('form.person').hidden");
    assert_eq!(browser.evaluate("document.querySelector('.which').hidden"), true);
    let said = [("stato", "valido"), ("eta", "25-29"), ("italiano", "A2"), ("sesso", "uomo")];
    answer(&browser, &said, Some("studio"));
    // A permit for study may not be enough for a job, and the women's course is not for a man.
    let home = board_address("");
    browser.open(&home);
    for (slug, class) in [
        ("italiano-a2-casilina", "fit fit-yes"),
        ("festa-dei-mestieri", "fit fit-yes"),
        // «Senza medico di famiglia»: words that no question of ours settles.
        ("medico-senza-permesso", "fit fit-ask"),
        ("aiuto-cuoco-mensa", "fit fit-ask"),
        ("cucito-spazio-bimbi", "fit fit-no"),
        ("mediatrice-bengalese-arabo", "fit fit-no"),
        ("tirocinio-in-panificio", "fit fit-no"),
    ] {
        assert_eq!(answers_on_page(&browser, slug), class, "{slug}");
    }
    // A law, what is full and what has closed since the build have no answer.
    let right = "[...document.querySelectorAll('.card')].every(card => \
                 Boolean(card.querySelector('.fit')) === card.matches('.is-open[data-asks]'))";
    assert_eq!(browser.evaluate(right), true);
    // In the reader's language, on the item itself, before anything else.
    browser.open(&board_address(&format!("bn/{COURSE}")));
    browser.wait_for("document.querySelector('h1 + .fit.fit-yes')");
    assert!(browser.text().contains("হ্যাঁ, যেতে পারেন"));
    assert_eq!(browser.evaluate("document.documentElement.scrollWidth <= innerWidth"), true);
    // The edition that fits is named.
    browser.open(&board_address("o/computer-da-zero/"));
    browser.wait_for("document.querySelector('.fit')");
    assert!(
        browser.evaluate("document.querySelector('.fit').textContent").as_str().unwrap().contains("Marconi, per tutti")
    );
    assert_eq!(browser.evaluate(&format!("{KEPT}.length")), 1);
    browser.open(&board_address("posso-andare/"));
    browser.wait_for("!document.querySelector('.found').hidden");
    browser.click("document.querySelector('.forget')");
    assert_eq!(browser.evaluate(&format!("{KEPT}.length")), 0);
    assert_eq!(browser.evaluate("document.querySelector('[name=eta]:checked').value"), "");
    browser.open(&home);
    browser.wait_for("document.readyState === 'complete'");
    assert_eq!(browser.evaluate("document.querySelectorAll('.fit').length"), 0);
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}

#[test]
fn answers_in_an_address_are_shown_but_not_kept() {
    let browser = Browser::start(true);
    browser.open(&board_address("ar/posso-andare/#stato=nessuno&eta=18-24&italiano=pre-A1&sesso=donna"));
    browser.wait_for("!document.querySelector('.found').hidden");
    assert_eq!(browser.evaluate("document.querySelector('[name=stato]:checked').value"), "nessuno");
    assert_eq!(browser.evaluate(&format!("{KEPT}.length")), 0);
    // No job for somebody without a permit: neither a yes nor something to ask about.
    let jobs = "document.querySelectorAll('[data-answer=\"2\"] .kind-lavoro, [data-answer=\"1\"] .kind-lavoro').length";
    assert_eq!(browser.evaluate(jobs), 0);
    assert!(browser.evaluate("document.querySelectorAll('[data-answer=\"2\"] .card').length").as_u64().unwrap() >= 1);
    // Who finds no course of Italian is one tap from who can help.
    assert_eq!(browser.evaluate("document.querySelectorAll('.found a[href$=\"aiuto/italiano/\"]').length"), 1);
    // The address to send has the answers behind `#`, which no server sees.
    let share = "decodeURIComponent(document.querySelector('.share').href)";
    let share = browser.evaluate(share).as_str().unwrap().to_owned();
    assert!(share.contains("posso-andare/#stato=nessuno&eta=18-24"), "{share}");
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}

/// Has pages and tables wait in `held` until the test lets them come: one card, for women.
const HOLD: &str = "(async () => {
    const tables = await (await fetch('condizioni.json')).text();
    const card = '<li class=\"card is-open\" data-asks=\"p0 ec gd\"><h3><a href=\"o/x/\">X</a></h3></li>';
    window.held = [];
    window.fetch = (address) => new Promise((come) => held.push(() =>
        come(new Response(String(address).endsWith('.json') ? tables : card))));
    done(true);
})()";

fn submit(browser: &Browser, sex: &str) {
    browser.click(&format!("document.querySelector('[name=sesso][value=\"{sex}\"] + span')"));
    browser.click("document.querySelector('form.person [type=submit]')");
}

/// Lets what the page waits for come, from this place to that, and whatever follows happen.
fn release(browser: &Browser, from: usize, to: usize) {
    browser.evaluate_async(&format!("held.slice({from}, {to}).forEach((come) => come()); setTimeout(done, 300)"));
}

#[test]
fn what_the_reader_did_last_counts() {
    let browser = Browser::start(true);
    browser.open(&board_address("posso-andare/"));
    browser.wait_for("!document.querySelector('form.person').hidden");
    browser.evaluate_async(HOLD);
    // The answer to the first question comes after that to the second.
    submit(&browser, "donna");
    submit(&browser, "uomo");
    assert_eq!(browser.evaluate("held.length"), 4);
    release(&browser, 2, 4);
    let of_man = "document.querySelectorAll('[data-answer=\"0\"] .card').length";
    assert_eq!(browser.evaluate(of_man), 1);
    release(&browser, 0, 2);
    assert_eq!(browser.evaluate(of_man), 1);
    // What is forgotten while it loads stays forgotten.
    submit(&browser, "donna");
    browser.click("document.querySelector('.forget')");
    release(&browser, 4, 6);
    assert_eq!(browser.evaluate("document.querySelector('.found').hidden"), true);
    assert_eq!(browser.evaluate("document.querySelector('.forgotten').hidden"), false);
    assert_eq!(browser.evaluate("document.querySelector('.share').href"), "https://wa.me/");
    assert_eq!(browser.evaluate(&format!("{KEPT}.length")), 0);
    let names = "Object.keys(localStorage).filter(name => name.startsWith('posso-andare')).length";
    assert_eq!(browser.evaluate(names), 0);
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}

/// A server that fails is not a board on which nothing fits.
#[test]
fn failing_server_is_said() {
    let browser = Browser::start(true);
    browser.open(&board_address("posso-andare/"));
    browser.wait_for("!document.querySelector('form.person').hidden");
    browser.evaluate_async(HOLD);
    submit(&browser, "donna");
    release(&browser, 0, 2);
    assert_eq!(browser.evaluate("document.querySelector('.found').hidden"), false);
    browser.run(
        "window.fetch = async () => new Response('', { status: 503 });
         caches.match = async () => undefined;",
    );
    submit(&browser, "donna");
    browser.wait_for("!document.querySelector('.failed').hidden");
    assert_eq!(browser.evaluate("document.querySelector('.found').hidden"), true);
}

#[test]
fn search_results_begin_with_the_answer() {
    let browser = Browser::start(true);
    browser.open(&board_address("posso-andare/"));
    browser.wait_for("!document.querySelector('form.person').hidden");
    answer(&browser, &[("stato", "nessuno"), ("eta", "30-35")], None);
    browser.open(&board_address("cerca/?q=medico&stato=open"));
    browser.wait_for("document.querySelector('.results .fit')");
    assert_eq!(answers_on_page(&browser, "medico-senza-permesso"), "fit fit-ask");
}

#[test]
fn without_script_the_page_leads_to_lists() {
    let browser = Browser::start(false);
    browser.open(&board_address("posso-andare/"));
    assert!(browser.text().contains("ogni annuncio dice per chi è"));
    assert!(browser.text().contains("Corsi"));
}
