//! Pages in a real browser, as somebody with a phone meets them: the repository's own board.

use crate::support::webdriver::{Browser, Served, serve};
use crate::support::{real_site, small_site, tree};

/// An open, free Italian course in Municipio V with a telephone: what most readers look for.
const COURSE: &str = "o/italiano-a2-casilina/";

fn address(path: &str) -> String {
    static ADDRESS: std::sync::OnceLock<String> = std::sync::OnceLock::new();
    format!("{}/{path}", ADDRESS.get_or_init(|| serve(real_site())))
}

#[test]
fn an_open_course_is_two_taps_from_the_home() {
    let browser = Browser::start(true);
    browser.open(&address(""));
    assert!(browser.says("document.querySelectorAll('.card').length").as_u64().unwrap() >= 10);
    browser.open(&address("formazione/"));
    let link = format!("document.querySelector('a[href$=\"{COURSE}\"]')");
    assert_eq!(browser.says(&format!("Boolean({link})")), true);
    browser.says(&format!("{link}.click()"));
    browser.wait_for(&format!("location.pathname.endsWith('{COURSE}')"));
    assert!(browser.text().contains("Municipio V"));
    assert_eq!(browser.says("document.querySelector('a[href^=\"tel:\"]').getAttribute('href')"), "tel:+390655500110");
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
fn searching_a_word_finds_the_course() {
    let browser = Browser::start(true);
    browser.open(&address("cerca/"));
    browser.wait_for("!document.querySelector('form.search').hidden");
    browser.type_into("input[type=search]", "casilina");
    browser.wait_for(&format!("document.querySelector('.results a[href$=\"{COURSE}\"]')"));
    // Only what is open is asked for at first.
    assert_eq!(browser.says("document.querySelectorAll('.results .is-closed').length"), 0);
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
fn filters_and_order_can_be_shared_as_a_link() {
    let browser = Browser::start(true);
    browser.open(&address("cerca/?q=italiano&stato=open&zona=V&tipo=formazione&ordine=scadenza"));
    browser.wait_for("document.querySelectorAll('.results .card').length > 0");
    let kinds =
        "[...document.querySelectorAll('.results .card')].every(card => card.classList.contains('kind-formazione'))";
    assert_eq!(browser.says(kinds), true);
    assert_eq!(browser.says(&format!("Boolean(document.querySelector('.results a[href$=\"{COURSE}\"]'))")), true);
    assert_eq!(browser.says("document.querySelector('[name=zona]').value"), "V");
}

#[test]
fn each_language_is_searched_in_its_own_words() {
    let browser = Browser::start(true);
    browser.open(&address("ar/cerca/?q=دورة&stato=open"));
    browser.wait_for("document.querySelectorAll('.results .card').length > 0");
    assert_eq!(browser.says("document.querySelector('.results a').pathname.startsWith('/ar/o/')"), true);
}

#[test]
fn arabic_reads_from_right_to_left() {
    let browser = Browser::start(true);
    browser.open(&address(&format!("ar/{COURSE}")));
    assert_eq!(browser.says("document.documentElement.dir"), "rtl");
    assert_eq!(browser.says("getComputedStyle(document.body).direction"), "rtl");
    // Nothing sticks out sideways.
    assert_eq!(browser.says("document.documentElement.scrollWidth <= innerWidth"), true);
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
fn a_page_read_after_its_last_day_says_so() {
    let browser = Browser::start(true);
    // The browser's clock is that of the machine; the page's last day is moved instead.
    browser.open(&address(COURSE));
    assert_eq!(browser.says("Boolean(document.querySelector('.actions'))"), true);
    let page = "(() => { const status = document.querySelector('.status'); status.dataset.lastDay = '2020-01-01'; })()";
    browser.says(page);
    browser.says("(() => { const script = document.createElement('script'); script.src = document.querySelector('script[src*=\"script.js\"]').src + '&again'; document.head.append(script); })()");
    browser.wait_for("document.querySelector('.item.is-closed')");
}

#[test]
fn a_feed_opened_in_a_browser_explains_itself() {
    let browser = Browser::start(true);
    browser.looks(360, false);
    for (feed, entry) in
        [("feed.xml", "o/sportello-aperto-il-sabato/"), ("ar/formazione/feed.xml", "ar/o/italiano-a2-casilina/")]
    {
        browser.open(&address(feed));
        let shown = |what: &str| browser.says(&format!("getComputedStyle(document.querySelector('{what}')).display"));
        assert_eq!((shown("channel"), shown("pubDate")), ("block".into(), "none".into()), "{feed}");
        assert_eq!(browser.says("innerWidth"), 360, "{feed} is as wide as the telephone");
        // The explanation, in the feed's language; a title that one can click.
        assert_eq!(browser.says("document.querySelector('p').namespaceURI"), "http://www.w3.org/1999/xhtml");
        assert!(browser.says("document.querySelector('p').textContent.length").as_u64().unwrap() > 80);
        assert_eq!(browser.says(&format!("Boolean(document.querySelector('a[href$=\"/{entry}\"]'))")), true, "{feed}");
        assert_eq!(browser.says("document.querySelector('a').matches(':any-link')"), true, "{feed}");
    }
}

#[test]
fn data_in_a_page_is_no_script_to_the_policy() {
    let browser = Browser::start(true);
    browser.open(&address("o/a-porte-aperte-abitare/"));
    let data = "JSON.parse(document.querySelector('script[type=\"application/ld+json\"]').textContent)['@type']";
    assert_eq!(browser.says(data), "Event");
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
fn without_javascript_everything_can_be_read() {
    let browser = Browser::start(false);
    browser.open(&address(""));
    assert!(browser.text().contains("Corso gratuito di italiano A2"));
    browser.open(&address("zone/v/"));
    assert!(browser.text().contains("Corso gratuito di italiano A2"));
    browser.open(&address(COURSE));
    let text = browser.text();
    assert!(text.contains("06 5550 0110") && text.contains("2026"), "{text}");
    browser.open(&address("cerca/"));
    assert!(browser.text().contains("JavaScript"), "the search says what to do");
}

#[test]
fn what_the_desk_copies_is_the_file_byte_for_byte() {
    let browser = Browser::start(true);
    for (language, code) in [("", "it"), ("ar/", "ar")] {
        browser.open(&address("redazione/italiano-a2-casilina/"));
        let there = format!("document.querySelector('summary[lang={code}]').parentElement");
        let at = |what: &str| format!("{there}.querySelector('{what}')");
        browser.says(&format!("{there}.open = true"));
        browser.wait_for(&at("[data-copy]"));
        // With a key: a browser gives the clipboard only to whoever touches something.
        browser.says(&format!("Object.assign({}, {{id: 'copy'}})", at("[data-copy]")));
        browser.type_into("#copy", "\u{e007}");
        browser.wait_for(&format!("{}.textContent.startsWith('Copiato')", at("[data-copy]")));
        // Pasted as people do, into an empty field.
        browser.says(&format!("Object.assign({}, {{id: 'pasted', value: ''}}).focus()", at("textarea")));
        browser.type_into("#pasted", "\u{e009}v");
        browser.wait_for("document.getElementById('pasted').value.length > 100");
        let pasted = browser.says("document.getElementById('pasted').value");
        let file = real_site().join(format!("{language}{COURSE}whatsapp.txt"));
        assert_eq!(pasted.as_str().unwrap(), std::fs::read_to_string(file).unwrap());
        // Writing counts.
        browser.type_into("#pasted", "!");
        let counted = format!("{}.querySelector('[data-count]').textContent", at(".desk-text"));
        let length = pasted.as_str().unwrap().encode_utf16().count() + 1;
        assert_eq!(browser.says(&counted), format!("{length} di 4096 caratteri"));
    }
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
fn what_concerns_me_can_be_chosen_and_shared() {
    let browser = Browser::start(true);
    browser.open(&address("cerca/"));
    browser.wait_for("!document.querySelector('form.search').hidden");
    browser.says("document.querySelector('.for-me').open = true");
    for (name, value) in [("italiano", "A1"), ("permesso", "asilo"), ("zona", "V")] {
        let field = format!("document.querySelector('[name={name}]')");
        browser.says(&format!(
            "Object.assign({field}, {{value: '{value}'}}).dispatchEvent(new Event('input', {{bubbles: true}}))"
        ));
    }
    browser.says("document.querySelector('[name=gratis]').click()");
    browser.wait_for(&format!("document.querySelector('.results a[href$=\"{COURSE}\"]')"));
    let shared = browser.says("location.search").as_str().unwrap().to_owned();
    for part in ["italiano=A1", "permesso=asilo", "zona=V", "gratis=1"] {
        assert!(shared.contains(part), "{shared}");
    }
    // Whoever gets the link has the same choice before them.
    browser.open(&address(&format!("cerca/{shared}")));
    browser.wait_for(&format!("document.querySelector('.results a[href$=\"{COURSE}\"]')"));
    assert_eq!(browser.says("document.querySelector('.for-me').open"), true);
    assert_eq!(browser.says("document.querySelector('[name=gratis]').checked"), true);
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
fn who_chose_a_language_gets_it_from_italian_links_too() {
    let browser = Browser::start(true);
    browser.open(&address(COURSE));
    browser.says("document.querySelector('.languages [hreflang=bn]').click()");
    browser.wait_for("location.pathname.startsWith('/bn/')");
    browser.open("about:blank");
    browser.open(&address(COURSE));
    browser.wait_for(&format!("location.pathname === '/bn/{COURSE}'"));
    // Italian is chosen as any other language is.
    browser.says("document.querySelector('.languages [hreflang=it]').click()");
    browser.wait_for(&format!("location.pathname === '/{COURSE}'"));
    browser.open("about:blank");
    browser.open(&address(COURSE));
    assert_eq!(browser.says("location.pathname"), format!("/{COURSE}"));
}

#[test]
fn the_way_to_apply_is_on_the_first_screen() {
    let browser = Browser::start(true);
    browser.looks(360, false);
    for language in ["", "ar/", "bn/", "uk/"] {
        browser.open(&address(&format!("{language}o/contributo-primo-affitto/")));
        let button = "document.querySelector('.main-button').getBoundingClientRect()";
        assert_eq!(browser.says(&format!("{button}.bottom <= innerHeight")), true, "{language}");
        // What a keyboard comes to is not behind it.
        browser.says("void document.querySelector('.ways a').focus()");
        browser.wait_for("scrollY > 0");
        let hidden = format!(
            "document.querySelector('.ways a').getBoundingClientRect().bottom > {button}.top && {button}.top > 400"
        );
        assert_eq!(browser.says(&hidden), false, "{language}");
    }
}

/// A device that speaks Italian, Mandarin and Arabic, once its voices have come, and writes down what it is asked to say.
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
fn a_page_is_read_aloud_each_part_in_its_language() {
    let browser = Browser::start(true);
    browser.before_each_page(RECORDER);
    let button = "document.querySelector('[data-listen]')";
    // Nobody speaks Bengali here.
    browser.open(&address(&format!("bn/{COURSE}")));
    browser.says("voicesCome()");
    assert_eq!(browser.says(&format!("{button}.hidden")), true);
    browser.open(&address(&format!("zh/{COURSE}")));
    browser.says("voicesCome()");
    assert_eq!(browser.says(&format!("{button}.hidden")), false, "Mandarin is Chinese");
    browser.open(&address(&format!("ar/{COURSE}")));
    assert_eq!(browser.says(&format!("{button}.hidden")), true, "no voice yet");
    browser.says("voicesCome()");
    assert_eq!(browser.says(&format!("{button}.hidden")), false);
    let name = || browser.says(&format!("{button}.textContent"));
    assert_eq!(name(), "استمع");
    browser.says(&format!("{button}.click()"));
    let said = browser.says("said");
    let said: Vec<Vec<&str>> = said
        .as_array()
        .unwrap()
        .iter()
        .map(|part| part.as_array().unwrap().iter().map(|value| value.as_str().unwrap()).collect())
        .collect();
    let title = browser.says("document.querySelector('h1').textContent");
    assert_eq!(said[0], [title.as_str().unwrap(), "ar", "ar-EG"]);
    // Streets and names are Italian, hours are not; nothing is said twice.
    assert!(said.contains(&vec!["via Casilina 565, 00177 Roma", "it", "it_IT"]), "{said:?}");
    assert!(said.iter().any(|part| part[0].contains("من 9:30 إلى 12:00") && part[1] == "ar"), "{said:?}");
    let arabic = |text: &str| text.chars().any(|letter| ('\u{600}'..'\u{700}').contains(&letter));
    assert!(said.iter().all(|part| part[1] == "ar" || !arabic(part[0])), "{said:?}");
    assert!(said.iter().all(|part| part[1] == "it" || !part[0].contains("Scuola")), "{said:?}");
    let paragraphs = said.iter().filter(|part| part[0].len() > 60).collect::<std::collections::BTreeSet<_>>();
    assert_eq!(paragraphs.len(), said.iter().filter(|part| part[0].len() > 60).count(), "{said:?}");
    // The button says what it does now; a second press stops the voice.
    assert_eq!(name(), "أوقف الصوت");
    browser.says(&format!("{button}.click()"));
    assert_eq!(browser.says("speechSynthesis.speaking"), false);
    assert_eq!(name(), "استمع");
    // So does the end of the page.
    browser.says(&format!("{button}.click()"));
    browser.says("silence()");
    assert_eq!(name(), "استمع");
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
fn what_could_not_be_kept_is_asked_for_again_and_only_in_one_language() {
    let folder: &'static std::path::Path = Box::leak(Box::new(tempfile::TempDir::new().unwrap())).path();
    let mut lists = Vec::new();
    for (path, bytes) in tree(small_site()) {
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
    assert_eq!(browser.says_later(keep), false, "there is no list to keep");
    assert_eq!(browser.says("localStorage.getItem('kept')"), serde_json::Value::Null);
    for (path, bytes) in lists {
        std::fs::write(folder.join(path), bytes).unwrap();
    }
    browser.open(&format!("{site}/"));
    browser.wait_for("localStorage.getItem('kept')?.startsWith('it ')");
    // An address without its last slash is sent on by the host.
    browser.open(&format!("{site}/formazione"));
    assert_eq!(browser.says("document.querySelector('h1').textContent"), "Formazione");
    // A look at another language fetches nothing; choosing it does.
    browser.open(&format!("{site}/ar/"));
    browser.wait_for("document.readyState === 'complete'");
    let count = "(async () => done((await (await caches.open('pages')).keys()).filter((page) => page.url.includes('/ar/')).length))()";
    assert_eq!(browser.says_later(count), 1);
    browser.open(&format!("{site}/"));
    browser.says("document.querySelector('.languages [hreflang=ar]').click()");
    browser.wait_for("localStorage.getItem('kept')?.startsWith('ar ')");
    assert!(browser.says_later(count).as_u64().unwrap() > 5);
}

#[test]
fn who_saves_data_keeps_what_was_seen_and_nothing_else() {
    let browser = Browser::start(true);
    browser.before_each_page("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })");
    let site = Served::new(real_site());
    let address = site.address.clone();
    browser.open(&format!("{address}/"));
    browser.says_later("navigator.serviceWorker.ready.then(() => done(true))");
    browser.wait_for("navigator.serviceWorker.controller");
    browser.open(&format!("{address}/{COURSE}"));
    browser.wait_for("document.readyState === 'complete'");
    let pages =
        "(async () => done((await (await caches.open('pages')).keys()).map((page) => new URL(page.url).pathname)))()";
    assert_eq!(browser.says_later(pages), serde_json::json!(["/", format!("/{COURSE}")]));
    drop(site);
    browser.open(&format!("{address}/{COURSE}"));
    browser.wait_for("document.querySelector('.saved')");
}

#[test]
fn with_the_network_cut_after_a_first_visit_the_course_is_still_found() {
    let browser = Browser::start(true);
    let site = Served::new(real_site());
    let address = site.address.clone();
    browser.open(&format!("{address}/"));
    // Everything that is worth keeping, in half a megabyte.
    let kept = "(async () => { const saved = await (await caches.open('saved')).match('saved.json'); done(Boolean(saved) && '' in await saved.json()); })()";
    let start = std::time::Instant::now();
    while browser.says_later(kept) != true {
        assert!(start.elapsed().as_secs() < 60, "nothing was kept: {:?}", browser.complaints());
        std::thread::sleep(std::time::Duration::from_millis(200));
    }
    let weight = "(async () => { let bytes = 0; const cache = await caches.open('pages'); \
         for (const key of await cache.keys()) bytes += (await (await cache.match(key)).arrayBuffer()).byteLength; done(bytes); })()";
    let weight = browser.says_later(weight).as_u64().unwrap();
    assert!((100_000..=500_000).contains(&weight), "{weight} bytes were fetched ahead");
    drop(site);
    browser.open(&format!("{address}/formazione/"));
    assert!(browser.text().contains("Sei senza rete"), "{}", browser.text());
    let link = format!("document.querySelector('a[href$=\"{COURSE}\"]')");
    browser.says(&format!("{link}.click()"));
    browser.wait_for(&format!("location.pathname.endsWith('{COURSE}')"));
    browser.wait_for("document.querySelector('.saved')");
    let text = browser.text();
    assert!(text.contains("Municipio V") && text.contains("06 5550 0110"), "{text}");
    // It is dressed as always.
    assert_eq!(browser.says("getComputedStyle(document.querySelector('.main-button')).display"), "flex");
    // What was not kept leads to what was.
    browser.open(&format!("{address}/archivio/2013/"));
    assert!(browser.text().contains("Sei senza rete"), "{}", browser.text());
    assert_eq!(browser.says(&format!("Boolean({link})")), true);
}
