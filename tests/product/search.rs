//! The search: an index in parts, each with other files only when one of its items changed, and its results.

use std::collections::BTreeSet;
use std::path::Path;

use crate::support::webdriver::{Browser, serve};
use crate::support::{TODAY, Tree, bacheca, read_tree, real_site, repository_path, run_tool, small_board, write};

const BUILD_WITH_SEARCH: [&str; 3] = ["build", "--skip", "poster,card,print"];

/// Paths of the files that differ between two indexes, or are in one only.
fn changed_files(one: &Tree, other: &Tree) -> BTreeSet<String> {
    one.keys().chain(other.keys()).filter(|path| one.get(*path) != other.get(*path)).cloned().collect()
}

fn build_index(board: &Path) -> Tree {
    bacheca(board, &BUILD_WITH_SEARCH).expect_code(0);
    read_tree(&board.join("public/ricerca"))
}

/// Folders of parts, and entries of languages, of changed files.
fn changed_parts(one: &Tree, other: &Tree) -> BTreeSet<String> {
    changed_files(one, other).iter().filter_map(|path| Some(path.split('/').next()?.to_owned())).collect()
}

/// A part gets other files, under other names, only if a record in it changed: browsers keep the rest.
#[test]
fn changed_item_changes_only_its_part_of_the_index() {
    let board = small_board();
    let first = build_index(board.path());
    for name in ["it", "it-1984", "ar", "en"] {
        assert!(first.keys().any(|path| path.starts_with(&format!("{name}/part-"))), "{name}");
    }
    assert_eq!(changed_files(&first, &build_index(board.path())), BTreeSet::new());
    let item = board.path().join("content/opportunita/2026/aiuto-cuoco-mensa.md");
    let text = std::fs::read_to_string(&item).unwrap();
    write(&item, text.replacen("Aiuto cuoco", "Aiuto pizzaiolo", 1));
    let second = build_index(board.path());
    // The item is open and has a page in each language, so no archive changes.
    let parts = ["ar", "ar.json", "en", "en.json", "it", "it.json"].map(str::to_owned);
    assert_eq!(changed_parts(&first, &second), parts.into());
    let over = board.path().join("content/opportunita/2024/porte-aperte.md");
    let text = std::fs::read_to_string(&over).unwrap();
    write(&over, text.replacen("Un pomeriggio", "Una mattina", 1));
    let parts = ["it-1984", "it.json"].map(str::to_owned);
    assert_eq!(changed_parts(&second, &build_index(board.path())), parts.into());
}

#[test]
fn closed_item_is_found_in_the_archive() {
    let browser = Browser::start(true);
    let address = serve(real_site());
    let shown = |query: &str| {
        browser.open(&format!("{address}/{query}"));
        browser.wait_for("document.querySelector('.result-count').textContent");
        let statuses = format!(
            "[...document.querySelectorAll('.results .card, .over .card')].map(card => card.matches('.is-open, .point') || Boolean(card.closest('.results') && card.dataset.lastDay >= '{TODAY}'))"
        );
        let statuses: Vec<bool> = serde_json::from_value(browser.evaluate(&statuses)).unwrap();
        statuses
    };
    let open = shown("cerca/?q=italiano&stato=open");
    assert!(!open.is_empty() && open.iter().all(|open| *open), "{open:?}");
    // Sorted by deadline: open items, the first to close first, then closed ones, the last to close first.
    let everything = shown("cerca/?q=italiano&stato=&ordine=scadenza");
    let days = |cards: &str| -> Vec<String> {
        let days = format!(
            "[...document.querySelectorAll('{cards}')].map(text => text.closest('[data-last-day]').dataset).map(({{ nextDay, lastDay }}) => nextDay || lastDay)"
        );
        serde_json::from_value(browser.evaluate(&days)).unwrap()
    };
    // What has no deadline has no date to count down to.
    let open_days = days(".results .card.is-open[data-last-day] [data-relative]:not(:empty)");
    let over_days = days(".over .card[data-last-day] h3");
    assert!(open_days.len() > 2 && open_days.is_sorted(), "{open_days:?}");
    assert!(over_days.len() > 2 && over_days.is_sorted_by(|one, other| one >= other), "{over_days:?}");
    assert!(everything.is_sorted_by(|one, other| one >= other), "{everything:?}");
    assert!(everything.iter().filter(|open| **open).count() == open.len() && everything.len() > open.len());
    // By relevance too, and the rest is one tap away.
    let by_relevance = shown("cerca/?q=italiano&stato=");
    assert!(by_relevance.is_sorted_by(|one, other| one >= other) && by_relevance.len() == 30, "{by_relevance:?}");
    browser.evaluate("document.querySelector('[data-more]').click()");
    browser.wait_for("document.querySelectorAll('.results .card, .over .card').length > 30");
    // Other forms of a word match, without accents too.
    assert!(shown("cerca/?q=citta&stato=").len() > 1);
    assert!(shown("cerca/?q=corsi+italiani&stato=").contains(&false));
    // An unknown word does not match words with the same beginning.
    assert!(shown("cerca/?q=xilofono&stato=").is_empty());
    // What is open no more is shown if nothing else is there, and it is said.
    assert_eq!(shown("cerca/?q=crotone&stato=open"), [false]);
    let said = "document.querySelector('.none').textContent";
    assert_eq!(browser.evaluate(said), "Adesso non c'è niente di aperto per «crotone».");
    assert_eq!(browser.evaluate("document.querySelector('.ask').hidden"), false);
    let hidden = "getComputedStyle(document.querySelector('[data-more]')).display === 'none'";
    assert_eq!(browser.evaluate(hidden), true);
    assert_eq!(shown("cerca/?q=italiano&stato=open").iter().filter(|open| !**open).count(), 0);
    browser.evaluate("document.querySelector('[data-over]').click()");
    browser.wait_for("document.querySelector('.over .card.is-closed h3 a')");
    assert!(!shown("zh/cerca/?q=%E6%84%8F%E5%A4%A7%E5%88%A9%E8%AF%AD&stato=").is_empty());
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}

/// The order by day is that of the parts, then that in each; how rare a word is among what is open, only that counts; what is
/// over answers if what is open only means the same.
#[test]
fn cards_of_several_parts_are_in_order() {
    let paths = ["tests/product/search.mjs", "themes/default/assets/search-engine.js"].map(repository_path);
    let found = run_tool("node", "nodejs", &paths.each_ref().map(|path| path.to_str().unwrap()));
    let found: serde_json::Value = serde_json::from_slice(&found).unwrap();
    let by_day = serde_json::json!([["open 3", "open 4"], ["2024 5", "2024 7", "2016 2", "2016 6"]]);
    assert_eq!(found[0], by_day);
    // All are as good.
    assert_eq!(found[1], by_day);
    // What is open and has one of the words: the rare one of what is open first, however often the archive has it.
    assert_eq!(found[2], serde_json::json!([["open 0", "open 1", "open 2"], ["2024 9"]]));
    // What is over and has the word itself, if only another that means the same is open; not the other way round.
    assert_eq!(found[3], serde_json::json!([["open 6"], ["2024 11"]]));
    assert_eq!(found[4], serde_json::json!([["open 6"], []]));
}

/// Who asks for Italian in a language that is not written like it means a course, not all that mentions it.
#[test]
fn name_of_the_language_alone_finds_the_course_first() {
    let browser = Browser::start(true);
    let address = serve(real_site());
    for (language, word) in [("ar", "الايطالية"), ("bn", "ইতালীয়"), ("uk", "італійська"), ("it", "italiano")]
    {
        let folder = if language == "it" { String::new() } else { format!("{language}/") };
        browser.open(&format!("{address}/{folder}cerca/?q={word}"));
        browser.wait_for("document.querySelector('.results .card')");
        let first = browser.evaluate("document.querySelector('.results .card h3 a').href");
        assert!(first.as_str().unwrap().ends_with("/o/italiano-a2-casilina/"), "{language}: {first}");
    }
}

/// A result says what lists say, and for whom it is.
#[test]
fn search_result_is_the_card_of_lists_with_its_audience() {
    let browser = Browser::start(true);
    let address = serve(real_site());
    for (folder, words) in [
        ("", ["Iscriviti entro", "Via Casilina 565", "Municipio V", "Gratis", "Da 16 anni"]),
        ("ar/", ["آخر يوم للتسجيل", "Via Casilina 565", "Municipio V", "مجاني", "من عمر 16"]),
        ("bn/", ["নাম লেখানোর শেষ দিন", "Via Casilina 565", "Municipio V", "বিনামূল্যে", "16 বছর থেকে"]),
    ] {
        browser.open(&format!("{address}/{folder}cerca/?q=casilina&stato=open"));
        let card = "[...document.querySelectorAll('.results .card')].find((card) => card.querySelector('h3 a[href$=\"o/italiano-a2-casilina/\"]'))";
        browser.wait_for(card);
        let text = browser.evaluate(&format!("{card}.textContent"));
        for word in words {
            assert!(text.as_str().unwrap().contains(word), "{folder}: no {word} in {text}");
        }
        let zone = browser.evaluate(&format!("{card}.querySelector('.fact a').pathname"));
        assert_eq!(zone, format!("/{folder}zone/v/"));
    }
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}

/// An Italian word searched on an English page is stemmed as Italian.
#[test]
fn italian_word_is_stemmed_as_italian_on_english_pages() {
    let browser = Browser::start(true);
    let address = serve(real_site());
    browser.open(&format!("{address}/en/cerca/?q=lavoratrici&stato="));
    browser.wait_for("document.querySelectorAll('.also .card').length > 5");
    assert_eq!(browser.evaluate("document.querySelector('.also .card a').pathname.startsWith('/o/')"), true);
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}

/// Slugs of the results in a list of the search page.
fn slugs(browser: &Browser, list: &str) -> BTreeSet<String> {
    let links = format!("[...document.querySelectorAll('{list} h3 a')].map(link => link.pathname.split('/').at(-2))");
    serde_json::from_value(browser.evaluate(&links)).unwrap()
}

/// Without a permit, the first group holds only what certainly asks for none; what does not say is a second group.
#[test]
fn search_without_permit_separates_certain_from_unknown() {
    let browser = Browser::start(true);
    let address = serve(real_site());
    for language in ["", "ar/", "bn/"] {
        browser.open(&format!("{address}/{language}cerca/?stato=open&permesso=nessuno"));
        browser.wait_for("!document.querySelector('.maybe').hidden");
        let (certain, unknown) = (slugs(&browser, ".results"), slugs(&browser, ".results-maybe"));
        let expected = ["festa-dei-mestieri", "medico-senza-permesso", "passeggiate-in-italiano"].map(str::to_owned);
        assert_eq!(certain, BTreeSet::from(expected), "{language}");
        assert!(unknown.contains("sportello-aperto-il-sabato"), "{unknown:?}");
        // A permit that allows work, one that is valid, a receipt, any permit.
        for asks in ["aiuto-cuoco-mensa", "addetti-cucina", "patente-teoria-online", "italiano-a2-casilina"] {
            assert!(!certain.contains(asks) && !unknown.contains(asks), "{language}{asks}");
        }
        assert!(certain.is_disjoint(&unknown));
        // Any other choice has no second group.
        browser.open(&format!("{address}/{language}cerca/?stato=open&permesso=asilo"));
        browser.wait_for("document.querySelectorAll('.results .card').length > 3");
        assert_eq!(browser.evaluate("document.querySelector('.maybe').hidden"), true);
    }
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}

/// First cards of a list: what a reader sees of it without looking further.
const FIRST_CARDS: usize = 3;
/// Of a hundred questions, how many must be answered there.
const MIN_ANSWERED: usize = 95;
/// The same of questions of readers who had not seen the words of the search. At first sight it was 68, then 92.
const MIN_ANSWERED_BY_OTHERS: usize = 90;

/// A question on the search page of a language, and what may answer it.
struct Question<'q> {
    language: &'q str,
    words: &'q str,
    answers: Vec<&'q str>,
}

fn read_questions(table: &str) -> Vec<Question<'_>> {
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    let question = |line| {
        let [language, words, answers] = str::split(line, '\t').collect::<Vec<_>>()[..] else { panic!("{line:?}") };
        Question { language, words, answers: answers.split(' ').collect() }
    };
    lines.map(question).collect()
}

/// What people ask, in their own words: right answers are among the first cards.
#[test]
fn questions_in_eleven_languages_find_their_answers() {
    let browser = Browser::start(true);
    browser.open(&format!("{}/cerca/", serve(real_site())));
    for (table, least, answered) in [
        ("questions", 300, MIN_ANSWERED),
        ("second", 100, MIN_ANSWERED_BY_OTHERS),
        ("third", 100, MIN_ANSWERED_BY_OTHERS),
    ] {
        ask_questions(&browser, table, least, answered);
    }
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}

/// Asks a table of at least so many questions, of which so many of a hundred are to be answered.
fn ask_questions(browser: &Browser, table: &str, least: usize, least_answered: usize) {
    let table = std::fs::read_to_string(repository_path("tests/search").join(table).with_extension("tsv")).unwrap();
    let questions = read_questions(&table);
    let asked: Vec<[&str; 2]> = questions.iter().map(|question| [question.language, question.words]).collect();
    let script = format!(
        "(async () => {{
          const engine = makeSearchEngine(async (path) => (await fetch(`../ricerca/${{path}}`)).text());
          const found = [];
          for (const [language, words] of {}) {{
            const {{ open, over }} = await engine.ask(language, words);
            const cards = await engine.loadCards([...open, ...over].slice(0, {FIRST_CARDS}));
            found.push(cards.map(({{ card }}) => /<h3[^>]*><a href=\"([^\"]+)\"/.exec(card)[1].split('/').slice(-2)[0]));
          }}
          done(found);
        }})().catch((error) => done(String(error.stack)));",
        serde_json::to_string(&asked).unwrap()
    );
    let found: Vec<Vec<String>> = serde_json::from_value(browser.evaluate_async(&script)).unwrap();
    let is_answered = |(question, cards): &(&Question<'_>, &Vec<String>)| {
        cards.iter().any(|card| question.answers.contains(&card.as_str()))
    };
    let (answered, missed): (Vec<_>, Vec<_>) = questions.iter().zip(&found).partition(is_answered);
    let lines = missed.iter().map(|(question, cards)| {
        let Question { language, words, answers } = question;
        format!("{language}: «{words}» finds {}, not {}", cards.join(" "), answers.join(" "))
    });
    let languages: BTreeSet<&str> = questions.iter().map(|question| question.language).collect();
    assert!(languages.len() == 11 && questions.len() >= least);
    let (right, all) = (answered.len(), questions.len());
    let lines = lines.collect::<Vec<_>>().join("\n");
    assert!(right * 100 >= all * least_answered, "{right} of {all} questions are answered:\n{lines}");
}

/// What the page says and shows: results right under the question; a slip, words that mean the same, words of which only
/// some are there, filters that hide everything.
#[test]
fn search_page_says_how_it_understood_the_question() {
    let browser = Browser::start(true);
    let address = serve(real_site());
    let ask = |query: &str| {
        browser.open(&format!("{address}/cerca/?{query}"));
        browser.wait_for("document.querySelector('.result-count').textContent");
    };
    let text = |part: &str| browser.evaluate(&format!("document.querySelector('{part}').innerText"));
    let is_shown = |part: &str| browser.evaluate(&format!("document.querySelector('{part}').offsetHeight > 0")) == true;
    ask("q=itliano");
    assert_eq!(text(".instead"), "Non c'è niente con «itliano». Forse cercavi «italiano».");
    browser.wait_for("document.querySelector('.results .card')");
    assert!(
        browser.evaluate("document.querySelector('.results .card').getBoundingClientRect().top").as_f64() < Some(440.0)
    );
    ask("q=dottore");
    assert!(text(".meant").as_str().unwrap().starts_with("Cercato anche: medico"), "{}", text(".meant"));
    assert!(!is_shown(".instead") && !is_shown(".loose") && !is_shown(".nothing") && !is_shown(".ask"));
    assert!(is_shown("[data-over]"));
    ask("q=cuoco+xilofono");
    assert!(is_shown(".loose") && text(".results .card").as_str().unwrap().contains("Aiuto cuoca"));
    ask("q=cuoco&online=1");
    assert!(text(".none").as_str().unwrap().contains("Togli i filtri"), "{}", text(".none"));
    assert_eq!(text(".chosen"), "1");
    // Nothing at all: a number to call, and the tiles.
    ask("q=xilofono");
    assert_eq!(text(".none"), "Adesso non c'è niente di aperto per «xilofono».");
    let write = browser.evaluate("document.querySelector('.ask [data-write]').href");
    assert_eq!(write, "https://wa.me/393515927691?text=xilofono");
    assert!(is_shown(".ask [href^=\"tel:\"]") && is_shown(".ask .kinds") && !is_shown(".over") && !is_shown(".meant"));
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}

/// What cannot be fetched takes nothing away from what this question found, and leaves nothing of what an earlier one did.
#[test]
fn failing_search_shows_nothing_of_before_and_keeps_what_it_has() {
    let browser = Browser::start(true);
    let address = serve(real_site());
    let fail = |part: &str| {
        browser.run(&format!(
            "const fetched = window.fetch.bind(window);
             window.fetch = async (address) => String(address).includes('{part}') ? new Response('', {{status: 503}}) : fetched(address);"
        ));
    };
    let ask = |words: &str| {
        browser.run("document.querySelector('input[type=search]').value = ''");
        browser.type_into("input[type=search]", words);
    };
    let count = "document.querySelector('.result-count').textContent";
    // The Italian results are what an English page adds to few of its own.
    browser.open(&format!("{address}/en/cerca/"));
    browser.wait_for("!document.querySelector('form.search').hidden");
    browser.run("window.failed = 0; console.error = () => { window.failed += 1; }");
    fail("ricerca/it");
    ask("casilina");
    browser.wait_for("window.failed > 0");
    let found = browser.evaluate("document.querySelectorAll('.results .card').length").as_u64().unwrap();
    assert!(found > 0);
    let said = browser.evaluate(count);
    assert!(said.as_str().unwrap().contains(&found.to_string()), "{said}");
    // Another word, whose lists cannot be had.
    fail("ricerca/");
    browser.run("window.failed = 0");
    ask("xilofono");
    browser.wait_for("window.failed > 0");
    browser.wait_for(&format!("{count} !== {said}"));
    let texts = "JSON.parse(document.querySelector('form.search').dataset.texts).failed";
    assert_eq!(browser.evaluate(count), browser.evaluate(texts));
    assert_eq!(browser.evaluate("document.querySelectorAll('.results .card, .over .card').length"), 0);
    assert_eq!(browser.evaluate("document.querySelector('[data-over]').hidden"), true);
}

/// On an Italian page somebody asks in Bengali, Arabic or English: what the board says in that language is shown below its
/// name.
#[test]
fn question_in_another_language_is_answered_in_it() {
    let browser = Browser::start(true);
    let address = serve(real_site());
    for (folder, question, language, name) in [
        ("", "ড্রাইভিং লাইসেন্স", "bn", "বাংলা"),
        ("", "رخصة القيادة", "ar", "العربية"),
        ("zh/", "driving licence", "en", "English"),
    ] {
        browser.open(&format!("{address}/{folder}cerca/?q={question}"));
        browser.wait_for("document.querySelector('.also .card')");
        assert!(slugs(&browser, ".also").contains("patente-teoria-online"), "{question}");
        assert_eq!(browser.evaluate("document.querySelector('.also').lang"), language);
        assert_eq!(browser.evaluate("document.querySelector('.also h2').textContent"), name);
    }
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}

/// A board's theme has words of its own: they take the place of the program's.
#[test]
fn theme_replaces_the_words_of_a_language() {
    let board = small_board();
    let config = board.path().join("site.toml");
    let text = std::fs::read_to_string(&config).unwrap();
    assert!(!text.contains("\ntema"));
    write(&config, text.replacen("[bacheca]\n", "[bacheca]\ntema = \"mio\"\n", 1));
    write(
        &board.path().join("themes/mio/search/it.tsv"),
        "# Nostre.\n-\til\tcerco\n~\to\ti\npizza\tmensa scolastica\n",
    );
    let index = build_index(board.path());
    let entry: serde_json::Value = serde_json::from_slice(&index["it.json"]).unwrap();
    let expected = serde_json::json!({
        "groups": [["pizza", "mensa scolastica"]], "ignored": ["il", "cerco"], "endings": ["o", "i"],
    });
    assert_eq!(entry["language"], expected);
    let english: serde_json::Value = serde_json::from_slice(&index["en.json"]).unwrap();
    assert!(english["language"]["groups"].as_array().unwrap().len() > 40);
}

/// Every language has words, and no line of the program's is without a meaning.
#[test]
fn every_language_has_words_that_mean_the_same() {
    for language in ["it", "en", "fr", "es", "ar", "bn", "uk", "ur", "fa", "ru", "zh"] {
        let words = std::fs::read_to_string(repository_path(&format!("themes/default/search/{language}.tsv"))).unwrap();
        let lines: Vec<&str> = words.lines().filter(|line| !line.starts_with('#')).collect();
        assert!(lines.len() >= 40, "{language}: {}", lines.len());
        for line in lines {
            assert!(line.split('\t').filter(|field| !field.is_empty()).count() >= 2, "{language}: {line:?}");
        }
    }
}
