//! The page of an item as its reader meets it: on a telephone, on its side, on a wide screen, in four languages.

use crate::support::webdriver::{Browser, FRAMES, serve};
use crate::support::{assert_no_problems, read_tree, real_site, repository_path, small_site};

/// Languages of the tests at the level of the surface, with the folder of their pages.
const LANGUAGES: [(&str, &str); 4] = [("it", ""), ("ar", "ar/"), ("bn", "bn/"), ("ur", "ur/")];

fn address(path: &str) -> String {
    static ADDRESS: std::sync::OnceLock<String> = std::sync::OnceLock::new();
    format!("{}/{path}", ADDRESS.get_or_init(|| serve(real_site())))
}

/// A page with its apostrophes and ampersands as one reads them.
fn plain(html: &str) -> String {
    html.replace("&#39;", "'").replace("&amp;", "&")
}

fn page_of(folder: &str, slug: &str) -> String {
    plain(&std::fs::read_to_string(real_site().join(format!("{folder}o/{slug}/index.html"))).unwrap())
}

/// The element of a page that begins with `start` and ends with `end`.
#[track_caller]
fn part<'p>(page: &'p str, start: &str, end: &str) -> &'p str {
    let rest = page.split_once(start).unwrap_or_else(|| panic!("no {start} in {page}")).1;
    rest.split_once(end).unwrap().0
}

/// A text of the theme in a language, without its variables.
fn words(language: &str, key: &str) -> String {
    let file = repository_path(&format!("themes/default/i18n/{language}.ftl"));
    let texts = std::fs::read_to_string(file).unwrap();
    let line = texts.lines().find_map(|line| line.strip_prefix(&format!("{key} = ")));
    let line = line.unwrap_or_else(|| panic!("{language}: {key}"));
    line.split_once("{ $").map_or(line, |(before, _)| before).trim().to_owned()
}

/// The text that a link carries in one of its parameters.
fn carried(link: &str, parameter: &str) -> String {
    let value = link.split(&format!("{parameter}=")).nth(1).unwrap_or_else(|| panic!("no {parameter} in {link}"));
    let value = value.split(['&', '\"']).next().unwrap();
    percent_encoding::percent_decode_str(value).decode_utf8().unwrap().into_owned()
}

/// Shows a page in a frame of a size, and returns the value of an expression in it, in which `page` is its document.
fn in_frame(browser: &Browser, (width, height): (u32, u32), path: &str, expression: &str) -> serde_json::Value {
    browser.evaluate_async(&format!(
        "const frame = document.createElement('iframe');
        Object.assign(frame.style, {{ width: '{width}px', height: '{height}px', border: 0 }});
        frame.src = '/{path}';
        frame.onload = async () => {{
            const page = frame.contentDocument;
            const settled = () => new Promise((ready) => frame.contentWindow.requestAnimationFrame(() => setTimeout(ready, 50)));
            const value = await (async () => ({expression}))();
            frame.remove();
            done(value);
        }};
        document.body.append(frame);"
    ))
}

/// A browser on an empty page in which frames can be shown; nothing is fetched ahead for offline use.
fn frames() -> Browser {
    let browser = Browser::start(true);
    browser.before_each_page("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })");
    browser.open(&address(FRAMES));
    browser
}

#[test]
fn wide_screen_keeps_action_answers_and_ways_out_beside_the_text() {
    let browser = Browser::start(true);
    for dark in [false, true] {
        browser.set_screen(1280, dark);
        for (language, folder) in LANGUAGES {
            for slug in ["italiano-a2-casilina", "contributo-primo-affitto", "medico-senza-permesso"] {
                browser.open(&address(&format!("{folder}o/{slug}/")));
                let seen = "(() => {
                    const box = (name) => document.querySelector(name).getBoundingClientRect();
                    const text = box('div.rest > .lead');
                    const all = ['.status', '.answers', '.main-button', '.panel .actions', '.panel .code'].map(box);
                    const beside = all.every((one) => document.dir === 'rtl' ? one.right < text.left : one.left > text.right);
                    return [beside, all.slice(0, 3).every((one) => one.top >= 0 && one.bottom <= 800)];
                })()";
                let place = format!("{language} {slug}, dark: {dark}");
                assert_eq!(browser.evaluate(seen), serde_json::json!([true, true]), "{place}");
                // It stays in sight while one reads.
                browser.evaluate("void scrollTo(0, 500)");
                assert_eq!(browser.evaluate(seen), serde_json::json!([true, true]), "{place}, further down");
            }
        }
    }
}

#[test]
fn telephone_on_its_side_shows_action_and_button() {
    let browser = frames();
    for (language, folder) in LANGUAGES {
        let seen = "[page.querySelector('header').offsetHeight <= 52, getComputedStyle(page.querySelector('.apply')).position,
            ...['.status', '.main-button'].map((name) => page.querySelector(name).getBoundingClientRect().bottom <= 360)]";
        let path = format!("{folder}o/italiano-a2-casilina/");
        let found = in_frame(&browser, (640, 360), &path, seen);
        assert_eq!(found, serde_json::json!([true, "static", true, true]), "{language}");
    }
}

#[test]
fn bar_of_the_button_covers_little_of_the_screen() {
    let browser = frames();
    for (language, folder) in LANGUAGES {
        for slug in ["italiano-a2-casilina", "ciclofficina-riparare-biciclette", "contributo-primo-affitto"] {
            let path = format!("{folder}o/{slug}/");
            let bar = "(() => { const bar = page.querySelector('.apply'); return [getComputedStyle(bar).position, bar.offsetHeight]; })()";
            let found = in_frame(&browser, (360, 640), &path, &format!("(await settled(), {bar})"));
            let height = found[1].as_u64().unwrap();
            assert!(found[0] == "sticky" && height <= 96 || found[0] == "static", "{language} {slug}: {found}");
            // With letters of double size it stays in its place.
            let large =
                format!("(page.documentElement.style.fontSize = '200%', await settled(), await settled(), ({bar})[0])");
            assert_eq!(in_frame(&browser, (360, 640), &path, &large), "static", "{language} {slug}");
        }
    }
}

#[test]
fn urdu_is_set_in_nastaliq_behind_a_latin_font() {
    let browser = Browser::start(true);
    browser.open(&address("ur/o/italiano-a2-casilina/"));
    let same = "(() => {
        const pen = document.createElement('canvas').getContext('2d');
        const width = (font, text) => { pen.font = `40px ${font}`; return Math.round(pen.measureText(text).width); };
        const own = getComputedStyle(document.querySelector('h1')).fontFamily;
        const nastaliq = '\"Noto Nastaliq Urdu\"';
        return [width(own, 'لکھوانے') === width(nastaliq, 'لکھوانے'),
            width(own, '06 5550 0110') === width(nastaliq, '06 5550 0110'),
            parseFloat(getComputedStyle(document.querySelector('.lead')).lineHeight) /
                parseFloat(getComputedStyle(document.querySelector('.lead')).fontSize) > 2];
    })()";
    assert_eq!(browser.evaluate(same), serde_json::json!([true, false, true]));
}

#[test]
fn head_says_what_the_board_is_in_the_language_of_the_reader() {
    let browser = frames();
    for language in ["en", "fr", "es", "ar", "bn", "uk", "ur", "fa", "ru", "zh"] {
        let head = "[page.querySelector('.brand small').textContent, page.querySelector('.top').offsetHeight <= 52,
            page.querySelector('.brand').scrollHeight <= page.querySelector('.brand').clientHeight + 1]";
        let found = in_frame(&browser, (360, 640), &format!("{language}/"), head);
        assert_eq!(found, serde_json::json!([words(language, "board_gloss"), true, true]), "{language}");
    }
    assert!(!page_of("", "italiano-a2-casilina").contains("<small>"), "its name is in its own language");
}

#[test]
fn words_without_translation_are_copied_for_a_translator() {
    let browser = Browser::start(true);
    let board = serve(small_site());
    // On the last day, and after it, when the announcement is folded.
    for (language, moment) in [("ar", "2026-11-30T10:00:00Z"), ("en", "2026-12-01T10:00:00Z")] {
        browser.before_each_page(&clock(moment));
        browser.open(&format!("{board}/{language}/o/aiuto-cuoco-mensa/"));
        let copy = "document.querySelector('.copy')";
        browser.wait_for(&format!("{copy} && !{copy}.hidden"));
        assert_eq!(browser.evaluate(&format!("{copy}.textContent")), words(language, "copy_to_translate"));
        // With a key, because a browser allows the clipboard only after a user action.
        browser.type_into(".copy", "\u{e007}");
        browser.wait_for(&format!("{copy}.textContent === '{}'", words(language, "copied")));
        browser.evaluate(
            "void document.body.prepend(Object.assign(document.createElement('textarea'), { id: 'pasted' }))",
        );
        browser.type_into("#pasted", "\u{e009}v");
        browser.wait_for("document.getElementById('pasted').value.length > 150");
        let pasted = browser.evaluate("document.getElementById('pasted').value");
        let pasted = pasted.as_str().unwrap();
        assert!(pasted.starts_with("Aiuto cuoco o cuoca nella mensa della scuola\n"), "{pasted}");
        assert!(pasted.contains("Si lavora dal lunedì al venerdì."), "{pasted}");
        let arabic = |letter: char| ('\u{600}'..'\u{700}').contains(&letter);
        assert!(!pasted.contains(arabic) && !pasted.contains(&words("en", "how_to_apply")), "{pasted}");
    }
    // What is translated offers no copy.
    assert!(!page_of("bn/", "italiano-a2-casilina").contains("class=\"copy\""));
}

#[test]
fn moved_office_says_where_it_is_and_where_it_was() {
    for (language, folder) in LANGUAGES {
        let page = page_of(folder, "suam-nuova-sede");
        let status = part(&page, "<p class=\"status\"", "</p>");
        assert!(status.contains("via Mario Crescimbeni 25"), "{language}: {status}");
        assert!(status.contains(&words(language, "was")) && status.contains("via Assisi"), "{language}: {status}");
        // A card says the new street once.
        let list = std::fs::read_to_string(real_site().join(format!("{folder}notizia/index.html"))).unwrap();
        let card = list.split("<li class=\"card").find(|card| card.contains("/o/suam-nuova-sede/")).unwrap();
        let card = card.split("</li>").next().unwrap().to_lowercase();
        assert_eq!(card.matches("via mario crescimbeni 25").count(), 1, "{language}: {card}");
    }
}

#[test]
fn button_to_come_says_when() {
    for (language, folder) in LANGUAGES {
        for (slug, hour) in [("medico-senza-permesso", "15:00"), ("passeggiate-in-italiano", "10:00")] {
            let page = page_of(folder, slug);
            let button = part(&page, "<p class=\"apply\"", "</p>");
            assert!(button.contains(&words(language, "way_come")) && button.contains("data-geo"), "{language} {slug}");
            assert!(button.contains(hour), "{language} {slug}: {button}");
        }
    }
}

#[test]
fn button_opens_a_written_italian_message_and_says_its_meaning() {
    let table = [
        // Item, start of the link, parameter with the message, its words in Italian, key of its words.
        (
            "cucito-spazio-bimbi",
            "https://wa.me/393555000017?",
            "text",
            "vorrei iscrivermi a «Taglio e",
            "message_enrol",
        ),
        (
            "suam-nuova-sede",
            "https://wa.me/393515927691?",
            "text",
            "vorrei informazioni su «Lo Sportello",
            "message_ask",
        ),
        (
            "computer-da-zero",
            "mailto:corsi@clicevai.example.org?",
            "body",
            "vorrei iscrivermi a «Computer",
            "message_enrol",
        ),
        (
            "aiuto-cuoco-mensa",
            "mailto:lavoro@bottegamestieri.example.org?",
            "body",
            "vorrei candidarmi",
            "message_apply",
        ),
        (
            "ciclofficina-riparare-biciclette",
            "https://wa.me/393555000012?",
            "text",
            "vorrei entrare nella lista d'attesa per «Ciclofficina",
            "message_wait",
        ),
    ];
    for (language, folder) in LANGUAGES {
        for (slug, start, parameter, sentence, key) in table {
            let page = page_of(folder, slug);
            let link = part(&page, "main-button\" href=\"", "\"");
            assert!(link.starts_with(start), "{language} {slug}: {link}");
            let message = carried(link, parameter);
            assert!(message.starts_with("Buongiorno,") && message.contains(sentence), "{language} {slug}: {message}");
            // Under the button: the same words, or their meaning.
            let meaning = part(&page, "<p class=\"small\" data-apply>", "</p>");
            let own = words(language, key);
            assert!(meaning.starts_with(&words(language, "message_ready")), "{language} {slug}: {meaning}");
            assert!(meaning.contains(own.trim_end_matches(['«', 'ـ', 'ل'])), "{language} {slug}: {meaning}");
        }
        // Full with a waiting list: that is the button.
        let page = page_of(folder, "ciclofficina-riparare-biciclette");
        let button = part(&page, "<p class=\"apply\"", "</p>");
        assert!(button.contains(&words(language, "action_wait")), "{language}: {button}");
        // A form says where it leads, and needs no message.
        let page = page_of(folder, "addetti-cucina");
        assert!(part(&page, "<p class=\"apply\"", "</p>").contains("bottegamestieri.example.org</bdi>"), "{language}");
        assert!(!page.contains("<p class=\"small\" data-apply>"), "{language}");
    }
}

/// A clock that stands still.
fn clock(moment: &str) -> String {
    format!(
        "globalThis.Date = class extends Date {{
            constructor(...parts) {{ super(...(parts.length ? parts : ['{moment}'])); }}
            static now() {{ return new Date('{moment}').getTime(); }}
        }}"
    )
}

#[test]
fn button_to_call_says_whether_somebody_answers_now_or_from_when() {
    // The school answers on Tuesday, Thursday and Friday from 9:30 to 13:00.
    for (moment, key, day) in [
        ("2026-12-01T09:29:00+01:00", "answers_later", Some("2026-12-01")),
        ("2026-12-01T09:30:00+01:00", "answers_now", None),
        ("2026-12-01T12:59:00+01:00", "answers_now", None),
        ("2026-12-01T13:00:00+01:00", "answers_later", Some("2026-12-03")),
        ("2026-11-27T18:00:00+01:00", "answers_later", Some("2026-12-01")),
        // In another time zone the school keeps its own hours.
        ("2026-12-01T02:31:00-06:00", "answers_now", None),
    ] {
        let browser = Browser::start(true);
        browser.before_each_page(&clock(moment));
        for (language, folder) in LANGUAGES {
            browser.open(&address(&format!("{folder}o/italiano-a2-casilina/")));
            let said = browser.evaluate("document.querySelector('[data-slots]').textContent");
            let said = said.as_str().unwrap();
            assert!(said.starts_with(&words(language, key)), "{moment} {language}: {said}");
            let Some(day) = day else { continue };
            let weekday = browser.evaluate(&format!(
                "new Intl.DateTimeFormat('{language}', {{ timeZone: 'UTC', weekday: 'long' }}).format(new Date('{day}'))"
            ));
            let hour = format!("{} 9:30", weekday.as_str().unwrap());
            assert!(said.contains(&hour), "{moment} {language}: {said}, not {hour}");
        }
    }
}

#[test]
fn every_page_in_every_language_says_who_asks_no_money_and_takes_reports() {
    let mut problems = Vec::new();
    let mut seen = std::collections::BTreeSet::new();
    for (path, bytes) in read_tree(real_site()) {
        let page = plain(&String::from_utf8_lossy(&bytes));
        if !path.ends_with(".html") || page.contains("http-equiv=\"refresh\"") {
            continue;
        }
        let language = part(&page, "<html lang=\"", "\"").to_owned();
        let Some((_, trust)) = page.split_once("<p class=\"trust\">") else {
            problems.push(format!("{path}: no line of trust"));
            continue;
        };
        let trust = trust.split_once("</p>").unwrap().0;
        let link = part(trust, "<a href=\"", "\"");
        let about = format!("https://bacheca-roma.example.org/{}", path.trim_end_matches("index.html"));
        let fits = link.starts_with("https://wa.me/393515927691?")
            && carried(link, "text").ends_with(&about)
            && trust.contains(&words(&language, "report_page"))
            && trust.contains(&words(&language, "never_money"))
            && trust.contains("Roma Capitale");
        problems.extend((!fits).then(|| format!("{path}: {link}")));
        seen.insert(language);
    }
    assert_eq!(seen.len(), 11, "{seen:?}");
    assert_no_problems(problems);
}
