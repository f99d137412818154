//! What has closed since the site was built.

use super::{COURSE, board_address};
use crate::support::webdriver::Browser;

#[test]
fn page_opened_after_deadline_says_closed() {
    let browser = Browser::start(true);
    // The browser uses the machine's clock, so the deadline in the page is changed instead.
    browser.open(&board_address(COURSE));
    assert_eq!(browser.evaluate("Boolean(document.querySelector('.actions'))"), true);
    let page = "(() => { const status = document.querySelector('.status'); status.dataset.lastDay = '2020-01-01'; })()";
    browser.evaluate(page);
    browser.evaluate("(() => { const script = document.createElement('script'); script.src = document.querySelector('script[src*=\"script.js\"]').src + '&again'; document.head.append(script); })()");
    browser.wait_for("document.querySelector('.item.is-closed')");
    // What has ended and what is open come first; the old text is folded and leads to no way to apply.
    let over = browser.evaluate("document.querySelector('.ended').textContent");
    assert_eq!(over.as_str().unwrap().trim(), "Iscrizioni finite venerdì 4 dicembre 2026");
    assert_eq!(browser.evaluate("document.querySelectorAll('.instead:not([hidden]) .card').length"), 3);
    assert_eq!(browser.evaluate("document.querySelector('details.rest').open"), false);
    let ways =
        "document.querySelectorAll('main :is([href^=\"tel:\"], [href^=\"mailto:\"], .main-button, .how a)').length";
    assert_eq!(browser.evaluate(ways), 0);
}

#[test]
fn cards_closed_since_build_go_to_the_end() {
    let browser = Browser::start(true);
    browser.open(&board_address(""));
    let first = "document.querySelector('main .card[data-last-day]')";
    browser
        .evaluate(&format!("void Object.assign({first}, {{id: 'over'}}).setAttribute('data-last-day', '2020-01-01')"));
    browser.evaluate("(() => { const script = document.createElement('script'); script.src = document.querySelector('script[src*=\"script.js\"]').src + '&again'; document.head.append(script); })()");
    browser.wait_for("document.querySelector('#over.is-closed')");
    assert_eq!(browser.evaluate("[...document.querySelectorAll('main .card')].at(-1).id"), "over");
    let group = "document.querySelector('#over').closest('details').textContent.startsWith('Già chiusi')";
    assert_eq!(browser.evaluate(group), true);
}

#[test]
fn event_opened_after_last_day_for_booking_stays_open_without_button() {
    let browser = Browser::start(true);
    browser.open(&board_address("o/colloqui-veloci/"));
    assert_eq!(browser.evaluate("Boolean(document.querySelector('.main-button'))"), true);
    browser.evaluate("(() => { const { dataset } = document.querySelector('.status'); dataset.nextDay = '2020-01-01'; dataset.nextMoment = '2020-01-01T18:00'; })()");
    browser.evaluate("(() => { const script = document.createElement('script'); script.src = document.querySelector('script[src*=\"script.js\"]').src + '&again'; document.head.append(script); })()");
    browser.wait_for("document.querySelector('.status strong').textContent === 'Prenotazioni chiuse'");
    assert_eq!(browser.evaluate("Boolean(document.querySelector('.main-button'))"), false);
    assert_eq!(browser.evaluate("Boolean(document.querySelector('.item.is-open'))"), true);
}
