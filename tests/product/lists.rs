//! Lists as a reader meets them: groups, counts, districts, cards, what is over, the page for addresses that do not exist.

use crate::support::webdriver::{Browser, serve};
use crate::support::{assert_no_problems, bacheca, real_site, small_board};

/// The part of a page that is its own.
fn main_part(path: &str) -> String {
    let page = std::fs::read_to_string(real_site().join(path)).unwrap();
    page.split_once("<main").unwrap().1.split_once("</main>").unwrap().0.to_owned()
}

/// Headings of the groups on a page, without markup, in order.
fn headings(page: &str) -> Vec<String> {
    let found = page.split("<h2 class=\"quiet\">").skip(1).filter_map(|rest| rest.split("</h2>").next());
    found.map(str::to_owned).collect()
}

/// Cards on a page, as HTML.
fn cards(page: &str) -> Vec<&str> {
    page.split("<li class=\"card ").skip(1).filter_map(|rest| rest.split("</li>").next()).collect()
}

/// Slugs of the cards below the heading with this position.
fn slugs_below(page: &str, heading: usize) -> Vec<&str> {
    let group = page.split("<h2 class=\"quiet\">").nth(heading + 1).unwrap();
    cards(group).into_iter().map(|card| card.split("/o/").nth(1).unwrap().split('/').next().unwrap()).collect()
}

/// Day of the tests: Saturday 21 November 2026.
#[test]
fn home_groups_what_is_open_as_readers_think_of_time() {
    for (language, [near, few, always, december, later]) in [
        (
            "",
            [
                "Nei prossimi 7 giorni",
                "Pochi posti: chi prima arriva",
                "Sempre: servizi, documenti, avvisi",
                "dicembre 2026",
                "gennaio 2027 e dopo",
            ],
        ),
        (
            "ar/",
            [
                "خلال الأيام السبعة القادمة",
                "الأماكن قليلة: من يأتي أولًا",
                "دائمًا: خدمات ووثائق وأخبار",
                "ديسمبر 2026",
                "يناير 2027 وما بعده",
            ],
        ),
        (
            "bn/",
            [
                "আগামী 7 দিনে",
                "আসন কম: যিনি আগে আসবেন",
                "সব সময়: সেবা, কাগজপত্র, খবর",
                "ডিসেম্বর 2026",
                "জানুয়ারি 2027 ও তার পরে",
            ],
        ),
        (
            "ur/",
            [
                "اگلے 7 دنوں میں",
                "جگہیں کم ہیں: جو پہلے آئے",
                "ہمیشہ: سہولتیں، کاغذات، خبریں",
                "دسمبر 2026",
                "جنوری 2027 اور اس کے بعد",
            ],
        ),
    ] {
        let page = main_part(&format!("{language}index.html"));
        assert_eq!(headings(&page), [near, few, always, december, later], "{language}");
        assert!(slugs_below(&page, 1).contains(&"cucito-spazio-bimbi"), "{language}");
        for slug in ["medico-senza-permesso", "duplicato-permesso-smarrito", "suam-nuova-sede"] {
            assert!(slugs_below(&page, 2).contains(&slug), "{language}: {slug}");
        }
        assert!(slugs_below(&page, 3).contains(&"italiano-a2-casilina"), "{language}");
        assert!(slugs_below(&page, 4).contains(&"passeggiate-in-italiano"), "{language}");
        assert!(page.contains("class=\"cards compact\""), "{language}");
    }
}

#[test]
fn home_counts_what_is_open_by_kind_and_by_district() {
    for (language, names) in [
        ("", ["Corsi", "Lavoro", "Casa", "Documenti e leggi", "Avvisi", "Servizi", "Eventi"]),
        ("en/", ["Courses", "Jobs", "Housing", "Documents and laws", "Notices", "Services", "Events"]),
    ] {
        let page = main_part(&format!("{language}index.html"));
        let base = if language.is_empty() { "./" } else { "../en/" };
        for (kind, name) in
            ["formazione", "lavoro", "abitare", "normativa", "notizia", "progetto", "evento"].into_iter().zip(names)
        {
            let open = cards(&page).iter().filter(|card| card.starts_with(&format!("kind-{kind} is-open"))).count();
            let tile = page.split(&format!("href=\"{base}{kind}/\"")).nth(1).unwrap().split("</a>").next().unwrap();
            assert!(tile.ends_with(&format!("<span>{name}</span> <b>{open}</b>")), "{tile}");
            let list = main_part(&format!("{language}{kind}/index.html"));
            assert!(list.contains(&format!("{name}</h1>")), "{list}");
        }
        // As many as open cards name the district.
        let zone = format!("href=\"{base}zone/v/\"");
        let near = page.split("class=\"near\"").nth(1).unwrap().split("</nav>").next().unwrap();
        let open = cards(&page).iter().filter(|card| card.contains(&zone)).count();
        assert!(open > 1 && near.contains(&format!("{zone}>V <b>{open}</b>")), "{near}");
        assert!(!near.contains("zone/xv/"), "nothing is open there: {near}");
    }
    let description =
        "Corsi, lavoro, casa, diritti ed eventi gratuiti per persone rifugiate, richiedenti asilo e migranti a Roma.";
    assert!(main_part("index.html").contains(&format!("<p class=\"lead\">{description}</p>")));
}

#[test]
fn card_is_a_heading_with_words_for_each_pictogram() {
    for (language, folder, place, cost, pay) in [
        ("it", "", "Dove", "Costo", "Retribuzione"),
        ("ar", "ar/", "أين", "التكلفة", "الأجر"),
        ("bn", "bn/", "কোথায়", "খরচ", "বেতন"),
        ("ur", "ur/", "کہاں", "خرچ", "تنخواہ"),
    ] {
        let page = main_part(&format!("{folder}index.html"));
        let all = cards(&page);
        assert!(all.len() > 15, "{language}");
        for card in &all {
            // A link within a link is not valid.
            assert_eq!(card.matches("<h3").count(), 1, "{card}");
            let inside = card.split("<a ").skip(1).map(|rest| rest.split("</a>").next().unwrap());
            assert!(inside.into_iter().all(|link| !link.contains("<h3")), "{card}");
        }
        let card = |slug: &str| *all.iter().find(|card| card.contains(&format!("/o/{slug}/"))).unwrap();
        let course = card("italiano-a2-casilina");
        assert!(course.contains(&format!("<i class=\"hidden\">{place} </i>")), "{course}");
        assert!(course.contains(&format!("<i class=\"hidden\">{cost} </i>")), "{course}");
        assert!(course.contains(&format!("{folder}zone/v/\"><bdi>Municipio V</bdi></a>")), "{course}");
        assert!(card("aiuto-cuoco-mensa").contains(&format!("<i class=\"hidden\">{pay} </i>")), "{language}");
    }
}

#[test]
fn card_date_has_no_year_unless_it_is_far_away() {
    let page = main_part("index.html");
    assert!(page.contains("Iscriviti entro venerdì 4 dicembre</span>"), "{page}");
    assert!(page.contains("da lunedì 11 gennaio a mercoledì 24 marzo</span>"), "{page}");
    // Closed items are years apart.
    let list = main_part("lavoro/index.html");
    let over = list.split("<details class=\"over\">").nth(1).unwrap().split("</details>").next().unwrap();
    assert!(over.contains("Candidature finite mercoledì 8 aprile 2026"), "{over}");
}

#[test]
fn closed_items_are_folded_under_their_name() {
    for (folder, name) in [("", "Già chiusi"), ("ar/", "انتهى"), ("bn/", "বন্ধ হয়ে গেছে"), ("ur/", "بند ہو چکے")]
    {
        let list = main_part(&format!("{folder}lavoro/index.html"));
        let (open, over) = list.split_once("<details class=\"over\">").unwrap();
        assert!(over.starts_with(&format!("<summary><h2 class=\"quiet\">{name}</h2></summary>")), "{over}");
        assert!(open.contains("is-open") && !open.contains("is-closed") && !over.contains("is-open"));
    }
}

#[test]
fn archive_holds_what_is_over_by_month_of_closing() {
    let archive = main_part("archivio/index.html");
    assert!(archive.contains("<a href=\"../\">Ci sono 20 annunci aperti adesso</a>"), "{archive}");
    for year in ["2024", "2026"] {
        let page = main_part(&format!("archivio/{year}/index.html"));
        assert!(page.contains("is-closed") && !page.contains("is-open"), "{year}");
        let months = headings(&page);
        // Each month says how many closed in it, and the year how many of each kind.
        let numbers = |text: &str| text.split(['(', ')']).nth(1).and_then(|number| number.parse::<usize>().ok());
        assert!(!months.is_empty() && months.iter().all(|month| month.contains(&format!("{year} <b>("))), "{months:?}");
        let closed: usize = months.iter().filter_map(|month| numbers(month)).sum();
        let of_kinds = |page: &str| -> usize {
            let line = page.split("<p class=\"card-facts\">").nth(1).unwrap().split("</p>").next().unwrap();
            let counts = line.split("<b>").skip(1).map(|rest| rest.split("</b>").next().unwrap());
            counts.map(|count| count.parse::<usize>().unwrap()).sum()
        };
        assert_eq!((closed, of_kinds(&page)), (cards(&page).len(), closed), "{year}");
        let in_archive = archive.split(&format!("archivio/{year}/")).nth(1).unwrap();
        assert_eq!(of_kinds(in_archive), closed, "{year}");
    }
}

/// What has a day to act by comes before what is always there; the page leads to its poster and to the other districts.
#[test]
fn district_lists_what_has_a_date_first_and_has_a_code() {
    for (folder, up, always) in [("", "../../", "Sempre"), ("ar/", "../../../", "دائمًا")] {
        let page = main_part(&format!("{folder}zone/v/index.html"));
        let groups = headings(&page);
        let undated = groups.iter().position(|heading| heading.starts_with(always)).unwrap();
        assert!(undated > 1 && groups.iter().take(undated).all(|heading| !heading.starts_with(always)), "{groups:?}");
        let dated: Vec<&String> = groups.iter().skip(undated + 1).filter(|heading| heading.contains("202")).collect();
        assert!(dated.is_empty(), "{dated:?}");
        for link in [
            format!("src=\"{up}zone/v/qr.svg\""),
            format!("href=\"{up}stampa/zone-v.pdf\""),
            format!("href=\"{up}{folder}zone/\""),
        ] {
            assert!(page.contains(&link), "{link}");
        }
    }
    let desk = main_part("stampa/index.html");
    assert!(desk.contains("stampa/zone-v.pdf"));
    // With nothing open it leads on at once.
    let quiet = main_part("ar/zone/ii/index.html");
    let (before, _) = quiet.split_once("class=\"feed\"").unwrap();
    for link in ["ar/zone/\"", "ar/sportelli/\""] {
        assert_eq!(before.matches(&format!("href=\"../../../{link}")).count(), 1, "{link}");
    }
}

/// Hosts show one page for every language.
#[test]
fn missing_page_says_so_in_every_language() {
    let page = main_part("404.html");
    for (code, words) in [("en", "This page does not exist"), ("ar", "هذه الصفحة غير موجودة"), ("zh", "没有这个页面")]
    {
        let line = page.split(&format!("<li lang=\"{code}\"")).nth(1).unwrap().split("</li>").next().unwrap();
        assert!(line.contains(words) && line.contains(&format!("href=\"/{code}/\"")), "{line}");
    }
    assert_eq!(page.matches("<li lang=").count(), 10);
}

/// With JavaScript what the reader's language says comes first, and a printed address in a language that the item has no
/// more leads to its page in the board's own.
#[test]
fn missing_page_knows_the_reader_and_items_in_other_languages() {
    let browser = Browser::start(true);
    let address = serve(real_site());
    let first = "document.querySelector('main li').lang";
    for (path, language) in [("ar/non-c-e/", "ar"), ("bn/o/non-c-e/", "bn")] {
        browser.open(&format!("{address}/{path}"));
        browser.wait_for(&format!("{first} === '{language}'"));
        assert_eq!(browser.evaluate("location.pathname"), format!("/{path}"));
    }
    browser.before_each_page("Object.defineProperty(navigator, 'languages', { value: ['uk-UA', 'en'] })");
    browser.open(&format!("{address}/non-c-e/"));
    browser.wait_for(&format!("{first} === 'uk'"));
    // Archived items have pages in Italian only.
    let archived = "o/know-your-rights-lezioni-di-diritti/";
    assert!(!real_site().join("ar").join(archived).exists());
    browser.open(&format!("{address}/ar/{archived}"));
    browser.wait_for(&format!("location.pathname === '/{archived}' && document.querySelector('.item')"));
}

/// On a new board each list says that nothing is there.
#[test]
fn lists_of_an_empty_board_say_so() {
    let board = small_board();
    for folder in ["opportunita", "enti", "centri"] {
        std::fs::remove_dir_all(board.path().join("content").join(folder)).unwrap();
    }
    bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
    let lists = ["", "formazione/", "zone/i/", "archivio/", "enti/", "sportelli/", "stampa/"];
    let silent =
        lists.iter().flat_map(|path| ["", "en/", "ar/"].map(|language| format!("{language}{path}"))).filter(|path| {
            let page = board.path().join("public").join(path).join("index.html");
            // The print desk is Italian alone.
            page.exists() && !std::fs::read_to_string(page).unwrap().contains("class=\"empty\"")
        });
    assert_no_problems(silent.collect());
}

#[test]
fn countdown_starts_at_seven_days_and_is_filled_for_today_and_tomorrow() {
    let browser = Browser::start(true);
    browser.open(&format!("{}/", serve(real_site())));
    let open = "[...document.querySelectorAll('.card.is-open')].filter((card) => card.querySelector('[data-relative]')?.textContent)";
    for (left, shown) in
        [(0, "soon now oggi"), (1, "soon now domani"), (2, "soon fra 2 giorni"), (7, "soon fra 7 giorni"), (8, "none")]
    {
        browser.evaluate(&format!(
            "(() => {{
                const card = ({open})[0];
                const {{ timeZone }} = document.body.dataset;
                const day = new Date(Date.now() + {left} * 86400000).toLocaleDateString('en-CA', {{ timeZone }});
                for (const name of ['lastMoment', 'nextMoment']) delete card.dataset[name];
                Object.assign(card.dataset, {{ lastDay: day, nextDay: day }});
                for (const soon of document.querySelectorAll('.soon')) soon.remove();
                document.dispatchEvent(new CustomEvent('cards', {{ detail: card.parentElement }}));
            }})()"
        ));
        let soon = format!(
            "(() => {{ const soon = ({open})[0].querySelector('.soon'); return soon ? soon.className + ' ' + soon.textContent : 'none'; }})()"
        );
        assert_eq!(browser.evaluate(&soon), shown, "{left} days");
    }
}

#[test]
fn paper_has_the_code_of_an_item_and_no_form() {
    let browser = Browser::start(true);
    let address = serve(real_site());
    let shown = |what: &str| {
        browser.evaluate(&format!("getComputedStyle(document.querySelector('{what}')).display !== 'none'")) == true
    };
    let item = format!("{address}/o/italiano-a2-casilina/");
    browser.open(&item);
    assert!(!shown(".code"), "a telephone cannot read its own screen");
    browser.set_paper();
    assert!(shown(".code") && !shown(".languages"));
    // Printers leave backgrounds out: what lies on a colour on the screen is black on white, in a frame.
    for part in [".status", ".apply .button"] {
        let style = format!(
            "(({{ color, backgroundColor, borderTopStyle }}) => [color, backgroundColor, borderTopStyle].join())(getComputedStyle(document.querySelector('{part}')))"
        );
        assert_eq!(browser.evaluate(&style), "rgb(0, 0, 0),rgba(0, 0, 0, 0),solid", "{part}");
    }
    browser.wait_for("document.querySelector('.code').complete && document.querySelector('.code').naturalWidth > 0");
    browser.open(&format!("{address}/cerca/?q=casilina&stato=open"));
    browser.wait_for("document.querySelector('.results .card')");
    assert!(!shown(".search") && shown(".results .card"));
    assert!(!main_part("o/accoglienza-e-lavoro/index.html").contains("class=\"code\""), "a closed item has no code");
}
