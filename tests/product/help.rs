//! «What do you need?»: three links from the home page to a telephone that answers in the reader's language, without script.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use bacheca::board::{Board, ContentFiles};
use bacheca::compose::help::{answers_need, find_desks_for_need};
use bacheca::config::Config;
use bacheca::locale::Locales;
use bacheca::model::Need;
use bacheca::theme::Theme;
use percent_encoding::percent_decode_str;

use crate::support::{
    TODAY, assert_no_problems, bacheca, read_tree, real_site, repository_path, small_board, small_site, write,
};

/// Most links from the home page to a telephone number, the number among them.
const MAX_TAPS: usize = 3;

fn read_page(site: &Path, path: &str) -> String {
    std::fs::read_to_string(site.join(path).join("index.html")).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// A page without what a reader sees only with scripts, or only after opening something.
fn visible_part(page: &str) -> String {
    let mut visible = page.split_once("<body").unwrap().1.to_owned();
    for element in ["details", "template", "script"] {
        while let Some(start) = visible.find(&format!("<{element}")) {
            let end = visible[start..].find(&format!("</{element}>")).map_or(visible.len(), |end| start + end + 2);
            visible.replace_range(start..end, "");
        }
    }
    visible
}

/// Targets of the links of a page.
fn links(page: &str) -> Vec<String> {
    let found = page.split("<a ").skip(1).filter_map(|rest| rest.split('>').next()?.split("href=\"").nth(1));
    found.map(|rest| rest.split('"').next().unwrap().replace("&amp;", "&").replace("&#x2F;", "/")).collect()
}

/// Folder of the site to which a relative link on a page in `folder` leads; `None` for other links.
fn resolve(folder: &str, link: &str) -> Option<String> {
    if link.contains(':') || link.starts_with('#') {
        return None;
    }
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in link.split(['?', '#']).next()?.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.iter().flat_map(|part| [part, "/"]).collect())
}

/// Parts of a page in which somebody who speaks a language can be called: cards of contact points where it is spoken, and
/// the telephone with interpreters.
fn parts_that_speak(page: &str, language: &str) -> Vec<String> {
    let cards = page.split("<li class=\"card point").skip(1).filter_map(|rest| rest.split("</li>").next());
    let speaks = |card: &&str| {
        let languages = card.split("data-languages=\"").nth(1).and_then(|rest| rest.split('"').next());
        languages.is_some_and(|languages| languages.split(' ').any(|code| code == language))
    };
    let interpreters = page.split("<section class=\"interpreters\">").skip(1);
    let interpreters = interpreters.filter_map(|rest| rest.split("</section>").next());
    cards.filter(speaks).chain(interpreters).map(str::to_owned).collect()
}

/// Pages by the number of links from the first of them, up to `most`.
fn pages_by_taps(site: &Path, home: &str, most: usize) -> BTreeMap<String, usize> {
    let mut taps = BTreeMap::from([(home.to_owned(), 0)]);
    let mut last = vec![home.to_owned()];
    for tap in 1..=most {
        let mut next = Vec::new();
        for folder in last {
            for target in
                links(&visible_part(&read_page(site, &folder))).iter().filter_map(|link| resolve(&folder, link))
            {
                let is_page = site.join(&target).join("index.html").is_file();
                if is_page && target.starts_with(home) && !taps.contains_key(&target) {
                    taps.insert(target.clone(), tap);
                    next.push(target);
                }
            }
        }
        last = next;
    }
    taps
}

fn languages() -> Locales {
    let config = Config::load(&repository_path("")).map_err(|(_, problem)| format!("{problem:?}")).unwrap();
    Locales::load(&Theme::embedded(), &config.bacheca.lingue).unwrap()
}

#[test]
fn telephone_that_answers_in_ones_language_is_three_links_from_home() {
    let (site, locales) = (real_site(), languages());
    let mut problems = Vec::new();
    for locale in locales.iter() {
        let pages = pages_by_taps(site, &locale.root, MAX_TAPS - 1);
        for need in Need::ALL {
            let path = format!("{}aiuto/{}/", locale.root, need.slug());
            if !pages.contains_key(&path) {
                problems.push(format!("{path} is more than {} links from home", MAX_TAPS - 1));
                continue;
            }
            let page = visible_part(&read_page(site, &path));
            let calls = |part: &String| links(part).iter().any(|link| link.starts_with("tel:"));
            if !parts_that_speak(&page, &locale.code).iter().any(calls) {
                problems.push(format!("{path} has no number where {} is spoken", locale.code));
            }
        }
    }
    assert_no_problems(problems);
}

#[test]
fn prepared_message_says_need_language_and_district_and_nothing_else() {
    let (site, locales) = (real_site(), languages());
    let own = locales.board_locale();
    for locale in locales.iter() {
        for need in Need::ALL {
            let path = format!("{}aiuto/{}/", locale.root, need.slug());
            let links = links(&visible_part(&read_page(site, &path)));
            let text_of = |start: &str, before: &str| {
                let link = links.iter().find(|link| link.starts_with(start) && link.contains(before)).unwrap();
                let text = link.split_once(before).unwrap().1.split('&').next().unwrap();
                percent_decode_str(text).decode_utf8().unwrap().into_owned()
            };
            let whatsapp = text_of("https://wa.me/393515927691", "?text=");
            let word = |in_locale: &bacheca::locale::Locale, vocabulary: &str, word: &str| {
                in_locale.vocabulary_text(vocabulary, word).unwrap().to_owned()
            };
            // Italian first, for who answers.
            let parts: Vec<&str> = whatsapp.split("\n\n").collect();
            let readers = if locale.position == 0 { vec![own] } else { vec![own, locale] };
            assert_eq!(parts.len(), readers.len(), "{path}");
            for (part, part_locale) in parts.iter().zip(readers) {
                let lines: Vec<&str> = part.lines().collect();
                assert_eq!(lines.len(), 4, "{part}");
                assert!(lines[0].ends_with(&word(part_locale, "need", need.word())), "{part}");
                assert!(lines[1].ends_with(&word(part_locale, "language", &locale.code)), "{part}");
                assert!(lines[2].starts_with("Municipio") && lines[2].ends_with('…'), "{part}");
                assert!(lines[3].ends_with('…'), "{part}");
            }
            // One SMS of the basic alphabet: no letter that halves its length.
            let sms = text_of("sms:+393515927691", "?body=");
            assert!(sms.len() <= 160 && sms.is_ascii(), "{sms}");
            assert_eq!(text_of("mailto:", "&body="), whatsapp, "{path}");
        }
    }
}

#[test]
fn pages_of_needs_ask_nothing() {
    let site = read_tree(real_site());
    let of_help = site.iter().filter(|(path, _)| path.contains("aiuto/") && path.ends_with(".html"));
    let mut count = 0;
    for (path, bytes) in of_help {
        let page = String::from_utf8_lossy(bytes);
        count += 1;
        for field in ["<input", "<textarea", "<form"] {
            assert!(!page.contains(field), "{path} has {field}");
        }
        // One field: the district, for the script alone.
        assert!(page.matches("<select").count() <= 1, "{path}");
    }
    assert_eq!(count, 13 * 11);
}

/// A board of contact points, of which each is its needs and languages.
fn board_of(desks: &[(Vec<Need>, Vec<&str>)]) -> Arc<Board> {
    let file = |(needs, languages): &(Vec<Need>, Vec<&str>)| {
        let needs: Vec<&str> = needs.iter().map(|need| need.word()).collect();
        format!(
            "---\nnome: Prova\ntipo: sportello\nindirizzo: via Roma 1\nbisogni: [{}]\nlingue_sportello: [{}]\n---\n",
            needs.join(", "),
            languages.join(", ")
        )
    };
    let files = desks
        .iter()
        .enumerate()
        .map(|(index, desk)| (format!("content/centri/c{index:02}.md"), file(desk).into_bytes()))
        .collect();
    let config =
        "[bacheca]\nnome = \"Prova\"\nindirizzo = \"https://example.org\"\nlingue = [\"it\", \"en\", \"ar\"]\n";
    let config = Config::parse(config.to_owned()).map_err(|(_, problem)| format!("{problem:?}")).unwrap();
    ContentFiles::from_memory(files).load(config, TODAY.parse().unwrap()).board
}

#[test]
fn desks_that_speak_ones_language_stand_above_all_others() {
    const LANGUAGES: [&str; 6] = ["it", "en", "ar", "bn", "ti", "so"];
    let mut random = fastrand::Rng::with_seed(21);
    for _ in 0..300 {
        let desks: Vec<(Vec<Need>, Vec<&str>)> = (0..random.usize(..12))
            .map(|_| {
                let needs = random.choose_multiple(Need::ALL.iter().copied(), 3);
                let spoken = random.usize(..4);
                (needs, random.choose_multiple(LANGUAGES, spoken))
            })
            .collect();
        let board = board_of(&desks);
        for need in Need::ALL.iter().copied() {
            for language in LANGUAGES {
                let found = find_desks_for_need(&board, need, language);
                let order: Vec<usize> = found
                    .spoken
                    .iter()
                    .chain(found.others.iter().flat_map(|group| &group.ids))
                    .map(|id| id[1..].parse().unwrap())
                    .collect();
                let helps = |index: &usize| desks[*index].0.contains(&need);
                // Whoever says nothing of languages speaks the board's own.
                let speaks = |index: &usize| {
                    let spoken = &desks[*index].1;
                    spoken.contains(&language) || (spoken.is_empty() && language == "it")
                };
                assert!(order.iter().all(helps), "{need:?} {language}: {desks:?}");
                let others = order.iter().skip_while(|index| speaks(index));
                assert!(!others.clone().any(speaks), "{need:?} {language}: {order:?} of {desks:?}");
                // Nobody is lost.
                let all: BTreeSet<usize> = (0..desks.len()).filter(helps).collect();
                assert_eq!(order.iter().copied().collect::<BTreeSet<usize>>(), all, "{need:?} {language}");
            }
        }
    }
}

#[test]
fn page_shows_cards_in_that_order() {
    let (site, locales) = (real_site(), languages());
    for locale in locales.iter() {
        for need in Need::ALL {
            let path = format!("{}aiuto/{}/", locale.root, need.slug());
            let page = read_page(site, &path);
            let values = |card: &str, name: &str| {
                let value = card.split(&format!("data-{name}=\"")).nth(1).and_then(|rest| rest.split('"').next());
                value.unwrap_or_default().split_whitespace().map(str::to_owned).collect::<Vec<String>>()
            };
            let cards: Vec<&str> =
                page.split("<li class=\"card point").skip(1).filter_map(|rest| rest.split("</li>").next()).collect();
            let for_need = cards.iter().filter(|card| values(card, "needs").contains(&need.slug()));
            let speaks: Vec<bool> = for_need.map(|card| values(card, "languages").contains(&locale.code)).collect();
            assert!(speaks.is_sorted_by_key(|speaks| !speaks), "{path}: {speaks:?}");
        }
    }
}

#[test]
fn announcements_answer_the_needs_that_their_facts_name() {
    let root = repository_path("");
    let config = Config::load(&root).map_err(|(_, problem)| format!("{problem:?}")).unwrap();
    let board = bacheca::board::load(&root, config, TODAY.parse().unwrap()).board;
    let needs = |slug: &str| {
        let item = board.item(slug).unwrap_or_else(|| panic!("{slug}"));
        Need::ALL.iter().copied().filter(|need| answers_need(item, *need)).collect::<Vec<Need>>()
    };
    for (slug, expected) in [
        ("italiano-a2-casilina", vec![Need::Italian]),
        ("penny-wirton-italiano-uno-a-uno", vec![Need::Italian]),
        // It helps people who study Italian to go by bus.
        ("abbonamento-autobus-studenti", vec![]),
        ("aiuto-cuoco-mensa", vec![Need::Work]),
        ("tirocinio-in-panificio", vec![Need::Work]),
        ("ciclofficina-riparare-biciclette", vec![Need::Work]),
        ("colloqui-veloci", vec![Need::Work]),
        // The course has a room for children, and does not help with them.
        ("cucito-spazio-bimbi", vec![Need::Work]),
        ("computer-da-zero", vec![]),
        ("contributo-primo-affitto", vec![Need::Home]),
        ("sportello-casa-tiburtina", vec![Need::Home]),
        ("duplicato-permesso-smarrito", vec![Need::Documents]),
        ("sportello-aperto-il-sabato", vec![Need::Documents]),
        // «Non serve il permesso» helps nobody with documents.
        ("medico-senza-permesso", vec![Need::Health]),
        ("italiano-e-nido-asinitas", vec![Need::Health, Need::Italian, Need::Children]),
        // For those who run services.
        ("governance-servizi-migranti", vec![]),
    ] {
        assert_eq!(needs(slug), expected, "{slug}");
    }
}

#[test]
fn need_without_a_desk_says_so_and_offers_the_next_best() {
    let site = real_site();
    // Nobody for lawyers speaks Russian but the anti-violence centre; for housing nobody does.
    let page = read_page(site, "ru/aiuto/casa/");
    let visible = visible_part(&page);
    assert!(visible.contains("class=\"empty\""), "{visible}");
    let at = |text: &str| visible.find(text).unwrap_or_else(|| panic!("{text} is not on the page"));
    assert!(at("class=\"empty\"") < at("class=\"interpreters\""));
    assert!(at("class=\"interpreters\"") < at("ambulatorio-esempio-magliana"));
    // The other one is there, once.
    assert_eq!(visible.matches("ru/sportelli/lavoro-e-casa-esempio-tor-bella-monaca/\"").count(), 1);
}

#[test]
fn board_without_numbers_and_desks_has_no_pages_of_needs() {
    let board = small_board();
    std::fs::remove_dir_all(board.path().join("content/centri")).unwrap();
    bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
    let site = read_tree(&board.path().join("public"));
    assert!(!site.keys().any(|path| path.contains("aiuto/")));
    let linking = site
        .iter()
        .filter(|(path, bytes)| path.ends_with(".html") && String::from_utf8_lossy(bytes).contains("aiuto/\""));
    assert_eq!(linking.count(), 0);
}

#[test]
fn board_without_emergency_numbers_shows_no_empty_heading() {
    let page = read_page(small_site(), "aiuto/");
    assert!(!page.contains("class=\"urgent\"") && page.matches("aiuto/documenti/").count() == 1, "{page}");
    let page = read_page(small_site(), "ar/aiuto/violenza/");
    assert!(!page.contains("class=\"urgent\"") && !page.contains("class=\"interpreters\""));
    // Its number is no mobile one: there is e-mail alone.
    let links = links(&page);
    let has = |start: &str| links.iter().any(|link| link.starts_with(start));
    assert!(has("mailto:redazione@example.org?") && !has("https://wa.me/") && !has("sms:"), "{links:?}");
}

#[test]
fn three_hundred_desks_keep_pages_small() {
    let board = small_board();
    for index in 0..300 {
        let text = format!(
            "---\nnome: Sportello numero {index} di un quartiere dal nome piuttosto lungo\ntipo: sportello\nindirizzo: via Roma {index}, Borgo\nzona: {}\nbisogni: [documenti, lavoro]\nlingue_sportello: [{}]\ncontatti: {{telefono: \"06 5550 {index:04}\"}}\nverificato: 2026-11-01\n---\n",
            if index % 2 == 0 { "I" } else { "II" },
            ["it, en, ar", "it, fr", "it, bn, ur", "it"][index % 4],
        );
        write(&board.path().join(format!("content/centri/desk-{index:03}.md")), text);
    }
    bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
    let public = board.path().join("public");
    let compressed = |path: &str| {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        std::io::Write::write_all(&mut encoder, &std::fs::read(public.join(path)).unwrap()).unwrap();
        encoder.finish().unwrap().len()
    };
    let styles = compressed("assets/style.css") + compressed("assets/help.css");
    for language in ["", "en/", "ar/"] {
        let weight = compressed(&format!("{language}aiuto/documenti/index.html")) + styles;
        assert!(weight < 14 * 1024, "{language}: {weight} bytes");
    }
    // What is left out is on the list of contact points.
    assert!(read_page(&public, "ar/aiuto/documenti/").contains("sportelli/#need=documenti\""));
}
