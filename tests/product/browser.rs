//! The repository's own board in a real browser with the screen of a phone.

use crate::support::webdriver::{Browser, FRAMES, StaticServer, serve};
use crate::support::{assert_no_problems, read_tree, real_site, small_site};

/// Path of an open, free Italian course in Municipio V with a phone number, the most wanted kind of item.
const COURSE: &str = "o/italiano-a2-casilina/";

fn board_address(path: &str) -> String {
    static ADDRESS: std::sync::OnceLock<String> = std::sync::OnceLock::new();
    format!("{}/{path}", ADDRESS.get_or_init(|| serve(real_site())))
}

#[test]
fn open_course_is_two_taps_from_home() {
    let browser = Browser::start(true);
    browser.open(&board_address(""));
    assert!(browser.evaluate("document.querySelectorAll('.card').length").as_u64().unwrap() >= 10);
    browser.open(&board_address("formazione/"));
    let link = format!("document.querySelector('a[href$=\"{COURSE}\"]')");
    assert_eq!(browser.evaluate(&format!("Boolean({link})")), true);
    browser.evaluate(&format!("{link}.click()"));
    browser.wait_for(&format!("location.pathname.endsWith('{COURSE}')"));
    assert!(browser.text().contains("Municipio V"));
    assert_eq!(
        browser.evaluate("document.querySelector('a[href^=\"tel:\"]').getAttribute('href')"),
        "tel:+390655500110"
    );
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}

#[test]
fn search_for_a_word_finds_course() {
    let browser = Browser::start(true);
    browser.open(&board_address("cerca/"));
    browser.wait_for("!document.querySelector('form.search').hidden");
    browser.type_into("input[type=search]", "casilina");
    browser.wait_for(&format!("document.querySelector('.results a[href$=\"{COURSE}\"]')"));
    // The search starts with open items only.
    assert_eq!(browser.evaluate("document.querySelectorAll('.results .is-closed').length"), 0);
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}

#[test]
fn search_filters_and_order_are_kept_in_the_address() {
    let browser = Browser::start(true);
    browser.open(&board_address("cerca/?q=italiano&stato=open&zona=V&tipo=formazione&ordine=scadenza"));
    browser.wait_for("document.querySelectorAll('.results .card').length > 0");
    let kinds =
        "[...document.querySelectorAll('.results .card')].every(card => card.classList.contains('kind-formazione'))";
    assert_eq!(browser.evaluate(kinds), true);
    assert_eq!(browser.evaluate(&format!("Boolean(document.querySelector('.results a[href$=\"{COURSE}\"]'))")), true);
    assert_eq!(browser.evaluate("document.querySelector('[name=zona]').value"), "V");
}

#[test]
fn search_works_in_each_language() {
    let browser = Browser::start(true);
    browser.open(&board_address("ar/cerca/?q=دورة&stato=open"));
    browser.wait_for("document.querySelectorAll('.results .card').length > 0");
    assert_eq!(browser.evaluate("document.querySelector('.results a').pathname.startsWith('/ar/o/')"), true);
}

#[test]
fn arabic_page_is_laid_out_right_to_left() {
    let browser = Browser::start(true);
    browser.open(&board_address(&format!("ar/{COURSE}")));
    assert_eq!(browser.evaluate("document.documentElement.dir"), "rtl");
    assert_eq!(browser.evaluate("getComputedStyle(document.body).direction"), "rtl");
    // The page does not scroll horizontally.
    assert_eq!(browser.evaluate("document.documentElement.scrollWidth <= innerWidth"), true);
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}

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

#[test]
fn feed_opened_in_browser_shows_explanation() {
    let browser = Browser::start(true);
    browser.set_screen(360, false);
    for (feed, entry) in
        [("feed.xml", "o/sportello-aperto-il-sabato/"), ("ar/formazione/feed.xml", "ar/o/italiano-a2-casilina/")]
    {
        browser.open(&board_address(feed));
        let shown =
            |what: &str| browser.evaluate(&format!("getComputedStyle(document.querySelector('{what}')).display"));
        assert_eq!((shown("channel"), shown("pubDate")), ("block".into(), "none".into()), "{feed}");
        assert_eq!(browser.evaluate("innerWidth"), 360, "{feed} is as wide as the telephone");
        // The explanation is in the feed's language, and titles are links.
        assert_eq!(browser.evaluate("document.querySelector('p').namespaceURI"), "http://www.w3.org/1999/xhtml");
        assert!(browser.evaluate("document.querySelector('p').textContent.length").as_u64().unwrap() > 80);
        assert_eq!(
            browser.evaluate(&format!("Boolean(document.querySelector('a[href$=\"/{entry}\"]'))")),
            true,
            "{feed}"
        );
        assert_eq!(browser.evaluate("document.querySelector('a').matches(':any-link')"), true, "{feed}");
    }
}

#[test]
fn json_ld_is_allowed_by_content_security_policy() {
    let browser = Browser::start(true);
    browser.open(&board_address("o/a-porte-aperte-abitare/"));
    let data = "JSON.parse(document.querySelector('script[type=\"application/ld+json\"]').textContent)['@type']";
    assert_eq!(browser.evaluate(data), "Event");
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}

#[test]
fn site_is_readable_without_javascript() {
    let browser = Browser::start(false);
    browser.open(&board_address(""));
    assert!(browser.text().contains("Corso gratuito di italiano A2"));
    browser.open(&board_address("zone/v/"));
    assert!(browser.text().contains("Corso gratuito di italiano A2"));
    browser.open(&board_address(COURSE));
    let text = browser.text();
    assert!(text.contains("06 5550 0110") && text.contains("2026"), "{text}");
    browser.open(&board_address("cerca/"));
    assert!(browser.text().contains("JavaScript"), "the search says what to do");
}

#[test]
fn desk_copy_button_copies_exact_file() {
    let browser = Browser::start(true);
    // In another language the text in two languages comes first.
    for (code, text) in [("it", "whatsapp.txt"), ("ar", "whatsapp.it-ar.txt")] {
        browser.open(&board_address("redazione/italiano-a2-casilina/"));
        let there = format!("document.querySelector('summary[lang={code}]').parentElement");
        let at = |what: &str| format!("{there}.querySelector('{what}')");
        browser.evaluate(&format!("{there}.open = true"));
        browser.wait_for(&at("[data-copy]"));
        // With a key, because a browser allows the clipboard only after a user action.
        browser.evaluate(&format!("Object.assign({}, {{id: 'copy'}})", at("[data-copy]")));
        browser.type_into("#copy", "\u{e007}");
        browser.wait_for(&format!("{}.textContent.startsWith('Copiato')", at("[data-copy]")));
        // Paste into an empty field.
        browser.evaluate(&format!("Object.assign({}, {{id: 'pasted', value: ''}}).focus()", at("textarea")));
        browser.type_into("#pasted", "\u{e009}v");
        browser.wait_for("document.getElementById('pasted').value.length > 100");
        let pasted = browser.evaluate("document.getElementById('pasted').value");
        let file = real_site().join(format!("{COURSE}{text}"));
        assert_eq!(pasted.as_str().unwrap(), std::fs::read_to_string(file).unwrap());
        // The counter follows the text.
        browser.type_into("#pasted", "!");
        let counted = format!("{}.querySelector('[data-count]').textContent", at(".desk-text"));
        let length = pasted.as_str().unwrap().encode_utf16().count() + 1;
        assert_eq!(browser.evaluate(&counted), format!("{length} di 4096 caratteri"));
    }
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}

#[test]
fn search_profile_can_be_set_and_shared() {
    let browser = Browser::start(true);
    browser.open(&board_address("cerca/"));
    browser.wait_for("!document.querySelector('form.search').hidden");
    browser.evaluate("document.querySelector('.for-me').open = true");
    for (name, value) in [("italiano", "A1"), ("permesso", "asilo"), ("zona", "V")] {
        let field = format!("document.querySelector('[name={name}]')");
        browser.evaluate(&format!(
            "Object.assign({field}, {{value: '{value}'}}).dispatchEvent(new Event('input', {{bubbles: true}}))"
        ));
    }
    browser.evaluate("document.querySelector('[name=gratis]').click()");
    browser.wait_for(&format!("document.querySelector('.results a[href$=\"{COURSE}\"]')"));
    let shared = browser.evaluate("location.search").as_str().unwrap().to_owned();
    for part in ["italiano=A1", "permesso=asilo", "zona=V", "gratis=1"] {
        assert!(shared.contains(part), "{shared}");
    }
    // The link restores the same choices.
    browser.open(&board_address(&format!("cerca/{shared}")));
    browser.wait_for(&format!("document.querySelector('.results a[href$=\"{COURSE}\"]')"));
    assert_eq!(browser.evaluate("document.querySelector('.for-me').open"), true);
    assert_eq!(browser.evaluate("document.querySelector('[name=gratis]').checked"), true);
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}

#[test]
fn chosen_language_applies_to_italian_links() {
    let browser = Browser::start(true);
    browser.open(&board_address(COURSE));
    browser.evaluate("document.querySelector('.languages [hreflang=bn]').click()");
    browser.wait_for("location.pathname.startsWith('/bn/')");
    browser.open("about:blank");
    browser.open(&board_address(COURSE));
    browser.wait_for(&format!("location.pathname === '/bn/{COURSE}'"));
    // Italian can be chosen like any other language.
    browser.evaluate("document.querySelector('.languages [hreflang=it]').click()");
    browser.wait_for(&format!("location.pathname === '/{COURSE}'"));
    browser.open("about:blank");
    browser.open(&board_address(COURSE));
    assert_eq!(browser.evaluate("location.pathname"), format!("/{COURSE}"));
}

/// Shows pages in frames as large as a small telephone, and says what of their answers is not readable without scrolling.
const FIRST_SCREENS: &str = "async (paths) => {
    const problems = [];
    const look = (path) => new Promise((ready) => {
        const frame = document.createElement('iframe');
        Object.assign(frame.style, { width: '360px', height: '640px', border: 0 });
        frame.src = '/' + path;
        frame.onload = () => {
            const page = frame.contentDocument;
            // Of what has closed since the build, other items come first.
            const isOver = page.querySelector('.item.is-closed');
            const bar = page.querySelector('.apply')?.getBoundingClientRect();
            const lines = [...page.querySelectorAll('.status, .answer dt + dd, .main-button')];
            if (!isOver && lines.length < 3) problems.push(`${path}: ${lines.length} lines`);
            for (const line of isOver ? [] : lines) {
                const { top, bottom, left, right } = line.getBoundingClientRect();
                const end = bar && !line.matches('.main-button') ? Math.min(bar.top + 8, 640) : 640;
                if (bottom > end || left < 0 || right > 360 || line.scrollWidth > line.clientWidth) {
                    problems.push(`${path}: ${Math.round(top)}-${Math.round(bottom)} of ${Math.round(end)}: ${line.textContent}`);
                }
            }
            frame.remove();
            ready();
        };
        document.body.append(frame);
    });
    const left = [...paths];
    const work = async () => { while (left.length) await look(left.pop()); };
    await Promise.all([1, 2, 3, 4].map(work));
    return problems;
}";

#[test]
fn first_screen_of_every_open_item_answers_in_every_language() {
    let data = std::fs::read(real_site().join("dati/opportunita.json")).unwrap();
    let data: serde_json::Value = serde_json::from_slice(&data).unwrap();
    let open = data["opportunita"].as_array().unwrap().iter().filter(|item| item["aperta"] == true);
    let open: Vec<&str> = open.map(|item| item["slug"].as_str().unwrap()).collect();
    assert!(open.len() >= 15, "{open:?}");
    let browser = Browser::start(true);
    // Nothing is fetched ahead for offline use.
    browser.before_each_page("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })");
    browser.open(&board_address(FRAMES));
    let mut problems = Vec::new();
    for language in ["", "en/", "fr/", "es/", "ar/", "bn/", "uk/", "ur/", "fa/", "ru/", "zh/"] {
        let paths: Vec<String> = open.iter().map(|slug| format!("{language}o/{slug}/")).collect();
        let found = browser.evaluate_async(&format!("({FIRST_SCREENS})({}).then(done)", serde_json::json!(paths)));
        problems.extend(found.as_array().unwrap().iter().map(|line| line.as_str().unwrap().to_owned()));
    }
    assert_no_problems(problems);
}

#[test]
fn apply_button_is_on_first_screen() {
    let browser = Browser::start(true);
    browser.set_screen(360, false);
    for language in ["", "ar/", "bn/", "uk/"] {
        browser.open(&board_address(&format!("{language}o/contributo-primo-affitto/")));
        let button = "document.querySelector('.main-button').getBoundingClientRect()";
        assert_eq!(browser.evaluate(&format!("{button}.bottom <= innerHeight")), true, "{language}");
        // The bar does not cover the element with keyboard focus.
        browser.evaluate("void document.querySelector('.how a').focus()");
        browser.wait_for("scrollY > 0");
        let hidden = format!(
            "document.querySelector('.how a').getBoundingClientRect().bottom > {button}.top && {button}.top > 400"
        );
        assert_eq!(browser.evaluate(&hidden), false, "{language}");
    }
}

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

#[test]
fn service_worker_retries_failed_files_in_one_language() {
    let folder: &'static std::path::Path = Box::leak(Box::new(tempfile::TempDir::new().unwrap())).path();
    let mut lists = Vec::new();
    for (path, bytes) in read_tree(small_site()) {
        if path.ends_with("offline.json") {
            lists.push((path, bytes));
            continue;
        }
        let file = folder.join(path);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, bytes).unwrap();
    }
    let site = serve(folder);
    let browser = Browser::start(true);
    browser.open(&format!("{site}/"));
    let keep = "(async () => { const answer = new MessageChannel(); answer.port1.onmessage = ({data}) => done(data); \
         const worker = (await navigator.serviceWorker.ready).active; \
         worker.postMessage({keep: new URL('offline.json', location).href}, [answer.port2]); })()";
    assert_eq!(browser.evaluate_async(keep), false, "there is no list to keep");
    assert_eq!(browser.evaluate("localStorage.getItem('kept')"), serde_json::Value::Null);
    for (path, bytes) in lists {
        std::fs::write(folder.join(path), bytes).unwrap();
    }
    browser.open(&format!("{site}/"));
    browser.wait_for("localStorage.getItem('kept')?.startsWith('it ')");
    // The host redirects an address without the last slash.
    browser.open(&format!("{site}/formazione"));
    assert_eq!(browser.evaluate("document.querySelector('h1').textContent"), "Corsi");
    // Opening a page in another language fetches no files for offline use; choosing the language does.
    browser.open(&format!("{site}/ar/"));
    browser.wait_for("document.readyState === 'complete'");
    let count = "(async () => done((await (await caches.open('pages')).keys()).filter((page) => page.url.includes('/ar/')).length))()";
    assert_eq!(browser.evaluate_async(count), 1);
    browser.open(&format!("{site}/"));
    browser.evaluate("document.querySelector('.languages [hreflang=ar]').click()");
    browser.wait_for("localStorage.getItem('kept')?.startsWith('ar ')");
    assert!(browser.evaluate_async(count).as_u64().unwrap() > 5);
}

#[test]
fn service_worker_with_save_data_keeps_visited_pages_only() {
    let browser = Browser::start(true);
    browser.before_each_page("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })");
    let site = StaticServer::new(real_site());
    let address = site.address.clone();
    browser.open(&format!("{address}/"));
    browser.evaluate_async("navigator.serviceWorker.ready.then(() => done(true))");
    browser.wait_for("navigator.serviceWorker.controller");
    browser.open(&format!("{address}/{COURSE}"));
    browser.wait_for("document.readyState === 'complete'");
    let pages =
        "(async () => done((await (await caches.open('pages')).keys()).map((page) => new URL(page.url).pathname)))()";
    assert_eq!(browser.evaluate_async(pages), serde_json::json!(["/", format!("/{COURSE}")]));
    drop(site);
    browser.open(&format!("{address}/{COURSE}"));
    browser.wait_for("document.querySelector('.saved')");
}

#[test]
fn course_is_found_offline_after_first_visit() {
    let browser = Browser::start(true);
    let site = StaticServer::new(real_site());
    let address = site.address.clone();
    browser.open(&format!("{address}/"));
    // All files for offline use take at most half a megabyte.
    let kept = "(async () => { const saved = await (await caches.open('saved')).match('saved.json'); done(Boolean(saved) && '' in await saved.json()); })()";
    let start = std::time::Instant::now();
    while browser.evaluate_async(kept) != true {
        assert!(start.elapsed().as_secs() < 60, "nothing was kept: {:?}", browser.console_errors());
        std::thread::sleep(std::time::Duration::from_millis(200));
    }
    let weight = "(async () => { let bytes = 0; const cache = await caches.open('pages'); \
         for (const key of await cache.keys()) bytes += (await (await cache.match(key)).arrayBuffer()).byteLength; done(bytes); })()";
    let weight = browser.evaluate_async(weight).as_u64().unwrap();
    assert!((100_000..=500_000).contains(&weight), "{weight} bytes were fetched ahead");
    drop(site);
    browser.open(&format!("{address}/formazione/"));
    assert!(browser.text().contains("Sei senza rete"), "{}", browser.text());
    let link = format!("document.querySelector('a[href$=\"{COURSE}\"]')");
    browser.evaluate(&format!("{link}.click()"));
    browser.wait_for(&format!("location.pathname.endsWith('{COURSE}')"));
    browser.wait_for("document.querySelector('.saved')");
    let text = browser.text();
    assert!(text.contains("Municipio V") && text.contains("06 5550 0110"), "{text}");
    // The style sheet is applied.
    assert_eq!(browser.evaluate("getComputedStyle(document.querySelector('.main-button')).display"), "flex");
    // A page that was not cached leads to the cached ones.
    browser.open(&format!("{address}/archivio/2013/"));
    assert!(browser.text().contains("Sei senza rete"), "{}", browser.text());
    assert_eq!(browser.evaluate(&format!("Boolean({link})")), true);
}

#[test]
fn chosen_language_never_leads_to_another_site() {
    let browser = Browser::start(true);
    browser.open(&board_address(""));
    browser.evaluate("localStorage.setItem('lingua', 'en')");
    let address = |path: &str| {
        // Nothing was opened before, so that the page takes the reader to the chosen language.
        browser.open("about:blank");
        browser.open(&board_address(path));
        browser.wait_for("document.readyState === 'complete'");
        browser.evaluate("location.href")
    };
    assert_eq!(address(COURSE), board_address(&format!("en/{COURSE}")));
    assert_eq!(address(""), board_address("en/"));
    assert_eq!(address("?q=1#x"), board_address("en/?q=1#x"));
    // Servers that merge slashes answer `//` as they answer `/`.
    let twice = address("/").as_str().unwrap().to_owned();
    assert!(twice.starts_with(&board_address("")), "{twice}");
    assert_eq!(address("n/"), board_address("n/"));
    assert_eq!(address("o/chi-non-c-e/"), board_address("o/chi-non-c-e/"));
}
