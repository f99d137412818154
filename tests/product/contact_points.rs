//! Pages, vCards and structured data of contact points, from boards with desks of every sort.

use std::io::Write;
use std::process::{Command, Stdio};

use calcard::Parser;
use calcard::vcard::{VCard, VCardProperty, VCardValue};
use serde_json::Value as Json;
use tempfile::TempDir;

use crate::support::{
    Tree, assert_no_problems, bacheca, installed_tool, read_tree, real_site, run_program, small_board, small_site,
    write,
};

/// A desk with hours of every sort, verified this month.
const DESK: &str = "nome: Sportello Prova\ntipo: sportello\nente: ponte\nindirizzo: \"via Verdi 3, 00100 Borgo\"\nzona: II\n\
    mezzi: autobus 5\nbisogni: [documenti, avvocato]\nlingue_sportello: [it, ar, ps]\norari:\n  \
    - {giorni: [lun, mar, mer, gio], ore: \"9:00-13:00\"}\n  - {giorni: [mer], ore: \"15:00-17:00\", per: mamme}\n  \
    - {giorni: [ven], ore: \"9:00-13:00\", su_appuntamento: sì}\nchiusure: [{date: 2026-12-24/2027-01-06, motivo: ferie}]\n\
    aperture: [{date: 2026-12-13, ore: \"10:00-12:00\", motivo: festa}]\ndocumenti: [passaporto]\n\
    contatti: {telefono: \"06 5550 0199\", email: prova@example.org}\nverificato: 2026-11-02\n";

/// Builds the small board with contact points, given by id and front matter, on a day.
pub fn site_with(desks: &[(&str, &str)], today: &str) -> (TempDir, Tree) {
    let board = small_board();
    for (id, facts) in desks {
        write(&board.path().join(format!("content/centri/{id}.md")), format!("---\n{facts}---\n"));
    }
    let root = board.path().to_str().unwrap();
    run_program(&["--root", root, "build", "--today", today, "--skip", "poster,card,print,search"]).expect_code(0);
    let site = read_tree(&board.path().join("public"));
    (board, site)
}

fn page(site: &Tree, path: &str) -> String {
    let bytes = site.get(path).unwrap_or_else(|| panic!("there is no {path}"));
    String::from_utf8(bytes.clone()).unwrap()
}

/// The page says in every language what one needs first, and each language of the desk under its own name.
#[test]
fn page_has_needs_languages_hours_and_telephone() {
    let (_board, site) = site_with(&[("prova", DESK)], "2026-11-21");
    for (path, words) in [
        (
            "",
            ["Documenti", "Avvocato", "lunedì", "su appuntamento", "giovedì 24 dicembre 2026", "chiuso", "Passaporto"],
        ),
        ("ar/", ["الوثائق", "محامٍ", "الاثنين", "بموعد", "2026", "مغلق", "جواز"]),
    ] {
        let page = page(&site, &format!("{path}sportelli/prova/index.html"));
        for word in words.iter().chain(&["tel:+390655500199", "lang=\"ps\">پښتو", "via Verdi 3", "autobus\u{a0}5"])
        {
            let is_there = page.to_lowercase().contains(&word.to_lowercase());
            assert!(is_there, "{path}: {word} in {page}");
        }
        // In Italian, whatever the page: marked as such.
        assert_eq!(page.contains("lang=\"it\">mamme<"), path == "ar/", "{path}");
    }
    let italian = page(&site, "sportelli/prova/index.html");
    assert!(italian.contains("<strong>domenica 13 dicembre 2026</strong>: aperto 10:00\u{2060}–\u{2060}12:00 (festa)"));
    // Without a script nothing is claimed about this moment.
    assert!(italian.contains("<p class=\"open-now\" hidden "));
    let list = page(&site, "sportelli/index.html");
    assert!(list.contains("Sportello Prova") && list.contains("Sportelli: 2") && list.contains("tel:+390655500199"));
}

/// Of what nobody has verified for a year, or ever, hours are nowhere; the page says to ask first.
#[test]
fn hours_of_unverified_desk_are_nowhere() {
    let never = DESK.replace("verificato: 2026-11-02\n", "");
    let old = DESK.replace("verificato: 2026-11-02", "verificato: 2025-11-02");
    let (_board, site) = site_with(&[("mai", &never), ("vecchio", &old), ("prova", DESK)], "2026-11-21");
    for (id, claims) in [("mai", false), ("vecchio", false), ("prova", true)] {
        for file in ["index.html", "contatto.vcf"] {
            let text = page(&site, &format!("sportelli/{id}/{file}"));
            assert_eq!(text.contains("9:00"), claims, "{id}/{file}");
            let asks = text.replace("\r\n ", "").contains("chiedi prima di andare");
            assert_eq!(asks, !claims, "{id}/{file}: {text}");
        }
        let html = page(&site, &format!("sportelli/{id}/index.html"));
        assert_eq!(html.contains("data-week") && html.contains("openingHoursSpecification"), claims, "{id}");
    }
    assert_eq!(
        page(&site, "sportelli/index.html").matches("data-week").count(),
        2,
        "one of the board, one of this test"
    );
    // After three months the hours stay, and the reader is told.
    let due = DESK.replace("verificato: 2026-11-02", "verificato: 2026-08-02");
    let (_board, site) = site_with(&[("prova", &due)], "2026-11-21");
    let html = page(&site, "sportelli/prova/index.html");
    assert!(html.contains("data-week") && html.contains("Da ricontrollare: chiedi prima di andare"));
}

/// Hours in words that nobody could read stand as they were written, and nothing is concluded from them.
#[test]
fn hours_in_words_are_shown_as_written() {
    let words = "nome: Sportello Prova\ntipo: sportello\nindirizzo: via Verdi 3\norari: \"quasi sempre, di mattina\"\nverificato: 2026-11-02\n";
    let (_board, site) = site_with(&[("prova", words)], "2026-11-21");
    let arabic = page(&site, "ar/sportelli/prova/index.html");
    assert!(arabic.contains("lang=\"it\">quasi sempre, di mattina<"), "{arabic}");
    assert!(!arabic.contains("data-week") && !arabic.contains("openingHours"));
    // There is nobody to call: no button, no empty section.
    assert!(!arabic.contains("main-button") && !arabic.contains("class=\"row row-phone\""));
}

#[test]
fn suspended_desk_says_so_first() {
    let suspended = format!("{DESK}sospeso_fino: 2027-01-31\n");
    let (_board, site) = site_with(&[("prova", &suspended)], "2026-11-21");
    let html = page(&site, "sportelli/prova/index.html");
    let said = html.find("Servizio sospeso fino a domenica 31 gennaio 2027").expect("it is said");
    assert!(said < html.find("<h1").unwrap());
    assert!(page(&site, "sportelli/index.html").contains("Servizio sospeso"));
}

/// A board without contact points has the list, which says that there are none; an example is not published where the board
/// publishes none.
#[test]
fn list_without_desks_says_so() {
    let board = small_board();
    std::fs::remove_file(board.path().join("content/centri/sportello-borgo.md")).unwrap();
    bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
    let site = read_tree(&board.path().join("public"));
    assert!(page(&site, "sportelli/index.html").contains("ancora nessuno sportello"));
    assert_eq!(page(&site, "sportelli/sportelli.vcf"), "");
}

const NAMES: [&str; 4] = ["Ascolto e orientamento", "Scuola popolare", "Sportello sociale", "Ambulatorio solidale"];
const STREETS: [&str; 3] = ["via Giuseppe Garibaldi", "piazza della Repubblica", "largo Caduti"];
const NEEDS: [&str; 3] = ["[documenti, avvocato]", "[salute, altro, lavoro]", "[italiano, figli e scuola, casa]"];
const LANGUAGES: [&str; 3] = ["[it, ar, ps]", "[it, en, fr, es, uk, ru, zh]", "[it, bn, ur, fa, ti]"];

/// Three hundred desks are a list of pages, each within the limit.
#[test]
fn three_hundred_desks_are_divided_into_pages() {
    let desks: Vec<(String, String)> = (0..300)
        .map(|number| {
            let zone = if number % 2 == 0 { "I" } else { "II" };
            // As different from each other as real ones.
            let (needs, languages) = (NEEDS[number % NEEDS.len()], LANGUAGES[number % LANGUAGES.len()]);
            let street = format!("{} {number}", STREETS[number % STREETS.len()]);
            let facts = DESK
                .replace("Prova", &format!("{} {street}", NAMES[number % NAMES.len()]))
                .replace("zona: II", &format!("zona: {zone}"))
                .replace("[documenti, avvocato]", needs)
                .replace("[it, ar, ps]", languages)
                .replace("via Verdi 3", &street)
                .replace("9:00-13:00", &format!("{}:30-{}:15", 7 + number % 4, 12 + number % 3))
                .replace("06 5550 0199", &format!("06 5550 {:04}", number * 37 % 10_000));
            (format!("prova-{number}"), facts)
        })
        .collect();
    let desks: Vec<(&str, &str)> = desks.iter().map(|(id, facts)| (id.as_str(), facts.as_str())).collect();
    let (_board, site) = site_with(&desks, "2026-11-21");
    let pages: Vec<&String> = site.keys().filter(|path| path.starts_with("sportelli/pagina/")).collect();
    assert_eq!(pages.len(), 15, "{pages:?}");
    let compressed = |bytes: &[u8]| {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap().len()
    };
    let style = compressed(&site["assets/style.css"]);
    let heavy = site.iter().filter(|(path, _)| path.contains("sportelli/") && path.ends_with("index.html"));
    let heavy = heavy.map(|(path, bytes)| (path, compressed(bytes) + style)).filter(|(_, weight)| *weight > 14 * 1024);
    assert_no_problems(heavy.map(|(path, weight)| format!("{path} and the style sheet: {weight} bytes")).collect());
    assert!(page(&site, "sportelli/index.html").contains("Sportelli: 301"));
}

/// Text of a property of a vCard.
fn card_text(card: &VCard, wanted: &VCardProperty) -> Vec<String> {
    let entries = card.entries.iter().filter(|entry| entry.name == *wanted);
    let values = entries.flat_map(|entry| &entry.values);
    values
        .map(|value| match value {
            VCardValue::Text(text) => text.clone(),
            VCardValue::Component(parts) => parts.join(";"),
            other => panic!("{other:?}"),
        })
        .collect()
}

/// Two independent readers take all cards of the board, those in other scripts too.
#[test]
fn vcards_are_read_by_two_parsers() {
    let (_board, site) = site_with(&[("prova", DESK)], "2026-11-21");
    let text = page(&site, "ar/sportelli/sportelli.vcf");
    assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')), "{text}");
    let parsed = VCard::parse(page(&site, "ar/sportelli/prova/contatto.vcf")).unwrap();
    assert_eq!(card_text(&parsed, &VCardProperty::Fn), ["Sportello Prova"]);
    assert_eq!(card_text(&parsed, &VCardProperty::Tel), ["+390655500199"]);
    assert_eq!(card_text(&parsed, &VCardProperty::Org), ["Associazione Il Ponte"]);
    assert!(card_text(&parsed, &VCardProperty::Note)[0].contains("الوثائق، محامٍ\n"), "{parsed:?}");
    let mut reader = Parser::new(&text);
    assert!(matches!((reader.entry(), reader.entry()), (calcard::Entry::VCard(_), calcard::Entry::VCard(_))));

    let everything = ["sportelli/sportelli.vcf", "ar/sportelli/sportelli.vcf"].map(|path| page(&site, path)).concat();
    let real = page(&read_tree(&real_site().join("bn/sportelli")), "sportelli.vcf");
    let cards = read_with_vobject(&format!("{everything}{real}"));
    let cards = cards.as_array().unwrap();
    assert_eq!(cards.len(), real.matches("BEGIN:VCARD").count() + 4);
    let card = cards.iter().find(|card| card["name"] == "Sportello Prova").unwrap();
    for (key, value) in [
        ("version", "3.0"),
        ("family", "Sportello Prova"),
        ("street", "via Verdi 3"),
        ("town", "Borgo"),
        ("postcode", "00100"),
        ("url", "https://borgo.example.org/bacheca/sportelli/prova/"),
    ] {
        assert_eq!(card[key], value, "{card}");
    }
    assert_eq!(card["phones"][0], "+390655500199");
    assert_eq!(card["emails"][0], "prova@example.org");
    assert!(card["note"].as_str().unwrap().contains("Documenti, Avvocato\n"), "{card}");
}

fn read_with_vobject(cards: &str) -> Json {
    let script = crate::support::repository_path("tests/product/vcards.py");
    let mut process = Command::new(installed_tool("moto/bin/python"))
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    process.stdin.take().unwrap().write_all(cards.as_bytes()).unwrap();
    let output = process.wait_with_output().unwrap();
    assert!(output.status.success(), "vobject reads the cards; make tools-test installs it");
    serde_json::from_slice(&output.stdout).unwrap()
}

fn json_ld(site: &Tree, id: &str) -> Json {
    let html = page(site, &format!("sportelli/{id}/index.html"));
    let data = html.split("<script type=\"application/ld+json\">").nth(1).unwrap();
    serde_json::from_str(data.split("</script>").next().unwrap()).unwrap()
}

#[test]
fn structured_data_have_class_place_and_hours() {
    let library = DESK.replace("tipo: sportello", "tipo: biblioteca");
    let night = "nome: Notte\ntipo: centro diurno\nindirizzo: via Verdi 5\norari: [{ore: \"20:00-8:00\"}]\naperto_festivi: sì\nverificato: 2026-11-02\n";
    let (_board, site) = site_with(&[("prova", DESK), ("libri", &library), ("notte", night)], "2026-11-21");
    let data = json_ld(&site, "prova");
    for (pointer, value) in [
        ("/@context", "https://schema.org"),
        ("/name", "Sportello Prova"),
        ("/url", "https://borgo.example.org/bacheca/sportelli/prova/"),
        ("/address/streetAddress", "via Verdi 3"),
        ("/address/postalCode", "00100"),
        ("/address/addressLocality", "Borgo"),
        ("/contactPoint/telephone", "+390655500199"),
        ("/contactPoint/availableLanguage/2", "ps"),
        ("/openingHoursSpecification/0/dayOfWeek", "https://schema.org/Monday"),
        ("/openingHoursSpecification/0/opens", "09:00"),
        ("/openingHoursSpecification/0/closes", "13:00"),
        // A closure lasts from midnight to midnight.
        ("/specialOpeningHoursSpecification/0/validFrom", "2026-12-24"),
        ("/specialOpeningHoursSpecification/0/validThrough", "2027-01-06"),
        ("/specialOpeningHoursSpecification/0/closes", "00:00"),
    ] {
        assert_eq!(data.pointer(pointer).and_then(Json::as_str), Some(value), "{pointer} in {data}");
    }
    // Neither the afternoon for women nor the appointments of Friday are hours for everybody.
    assert_eq!(data["openingHoursSpecification"].as_array().unwrap().len(), 4);
    let special = data["specialOpeningHoursSpecification"].as_array().unwrap();
    let on = |day: &str| special.iter().find(|hours| hours["validFrom"] == day).unwrap_or_else(|| panic!("{day}"));
    assert_eq!((&on("2026-12-13")["opens"], &on("2026-12-13")["closes"]), (&"10:00".into(), &"12:00".into()));
    assert_eq!(on("2026-12-08")["closes"], "00:00", "a holiday");
    assert_eq!(json_ld(&site, "libri")["@type"], "Library");
    let night = &json_ld(&site, "notte")["openingHoursSpecification"][6];
    assert_eq!((&night["opens"], &night["closes"]), (&"20:00".into(), &"08:00".into()));
}

/// The page of a desk shows what is open there; the page of such an item leads to the desk.
#[test]
fn items_and_desks_at_the_same_address_lead_to_each_other() {
    let item = std::fs::read_to_string(crate::support::repository_path("tests/examples/formazione.md")).unwrap();
    let address = item.lines().find_map(|line| line.split_once("indirizzo: ")).unwrap_or_else(|| panic!("{item}")).1;
    let address = address.split(&['"', ',', '}'][..]).find(|part| part.contains(' ')).unwrap().to_owned();
    let board = crate::support::board_with("corso-prova", &item);
    let desk =
        DESK.replace("via Verdi 3, 00100 Borgo", &format!("{address}, 00100 Borgo")).replace("ente: ponte\n", "");
    write(&board.path().join("content/centri/prova.md"), format!("---\n{desk}---\n"));
    let elsewhere = DESK.replace("ente: ponte\n", "");
    write(&board.path().join("content/centri/altrove.md"), format!("---\n{elsewhere}---\n"));
    bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
    let site = read_tree(&board.path().join("public"));
    assert!(page(&site, "sportelli/prova/index.html").contains("o/corso-prova/"), "{address}");
    assert!(page(&site, "ar/o/corso-prova/index.html").contains("ar/sportelli/prova/"));
    // A desk elsewhere shows nothing of it.
    assert!(!page(&site, "sportelli/altrove/index.html").contains("o/corso-prova/"));
    assert!(small_site().join("sportelli/sportello-borgo/index.html").is_file());
}
