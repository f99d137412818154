//! Aggregating the public data of other boards.

mod boards;

use std::path::Path;

use bacheca::model::ORGANISATION_EDITORS_FIELDS;
use serde_json::{Map, Value as Json, json};
use tempfile::TempDir;

use crate::support::{
    Run, Tree, assert_no_problems, bacheca, read_tree, real_site, repository_path, site_with_all_kinds, small_board,
    small_site, write,
};

/// Build without fonts and search index.
const QUICK_BUILD: [&str; 3] = ["build", "--skip", "poster,card,print,search"];

/// A board of the same town without announcements.
fn empty_board() -> TempDir {
    let folder = TempDir::new().unwrap();
    let config = std::fs::read_to_string(repository_path("tests/site/board/site.toml")).unwrap();
    write(&folder.path().join("site.toml"), config.replace("borgo.example.org/bacheca", "somma.example.net"));
    std::fs::create_dir_all(folder.path().join("content")).unwrap();
    folder
}

fn public_data(site: &Tree) -> Json {
    serde_json::from_slice(&site["dati/opportunita.json"]).unwrap()
}

fn build_site(board: &Path) -> Tree {
    bacheca(board, &QUICK_BUILD).expect_code(0);
    read_tree(&board.join("public"))
}

/// Runs the command on data in a file, declared as those of the board that they name.
fn run_aggregate(board: &Path, data: &Json) -> Run {
    let file = board.join("feed.json");
    write(&file, data.to_string());
    let config = board.join("site.toml");
    if !std::fs::read_to_string(&config).unwrap().contains("file = \"feed\"") {
        let address = data["bacheca"]["indirizzo"].as_str().unwrap_or("https://altra.example.com/");
        declare_source(board, "feed", data["bacheca"]["nome"].as_str().unwrap_or("Altra"), address);
    }
    bacheca(board, &["aggregate", file.to_str().unwrap()])
}

/// Adds a board to the sources of `site.toml`.
pub fn declare_source(board: &Path, file: &str, name: &str, address: &str) {
    let config = board.join("site.toml");
    let text = std::fs::read_to_string(&config).unwrap();
    write(&config, format!("{text}\n[[fonti]]\nfile = {file:?}\nnome = {name:?}\nindirizzo = {address:?}\n"));
}

/// Public data with one announcement, whose fields `changes` replaces.
pub fn feed_with(changes: Json) -> Json {
    let mut item = json!({
        "slug": "sportello", "url": "https://altra.example.com/o/sportello/", "aperta": true, "tipo": "notizia",
        "titolo": "Lo sportello apre", "sintesi": "Lo sportello apre il lunedì.", "ente": "ponte",
        "destinatari": {"testo": "chi viene allo sportello"}, "azione_richiesta": "non previsto",
        "pubblicato": "2026-11-10", "fonte": [{"url": "https://ponte.example.org/sportello"}],
        "contatti": {"email": ["info@ponte.example.org"]}, "testo": "Si entra senza prenotare."
    });
    item.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
    json!({"version": 1, "data": "2026-11-21", "opportunita": [item]})
}

fn content_files(board: &Path) -> Tree {
    read_tree(&board.join("content"))
}

#[test]
fn aggregated_facts_and_texts_are_unchanged() {
    let data = public_data(site_with_all_kinds());
    let board = empty_board();
    let run = run_aggregate(board.path(), &data).expect_code(0);
    assert_eq!(run.err, "bacheche: 1\n");
    let site = build_site(board.path());
    let (there, here) = (data["opportunita"].as_array().unwrap(), public_data(&site));
    assert!(there.iter().any(|item| item["testo"].as_str().is_some_and(|text| text.contains("](../../chi-siamo/)"))));
    let here = here["opportunita"].as_array().unwrap();
    assert_eq!(here.len(), there.len());
    let kinds: std::collections::BTreeSet<_> = there.iter().map(|item| item["tipo"].as_str().unwrap()).collect();
    assert_eq!(kinds.len(), 7);
    for (there, here) in there.iter().zip(here) {
        let (mut expected, mut actual) = (there.as_object().unwrap().clone(), here.as_object().unwrap().clone());
        assert_eq!(actual.remove("origine").unwrap(), there["url"]);
        for own in ["url", "alias", "silenzia", "pubblicazioni", "immagine"] {
            expected.remove(own);
        }
        actual.remove("url");
        // Links keep their targets.
        let text = expected.get("testo").and_then(Json::as_str).unwrap_or_default();
        let text = text.replace("](../../chi-siamo/)", "](https://borgo.example.org/bacheca/chi-siamo/)");
        if there["stato"] != "ritirato" {
            expected.insert("testo".into(), text.into());
        }
        if there["stato"] != "ritirato" {
            let mut sources = vec![json!({"nome": "Bacheca di Borgo", "url": there["url"]})];
            sources.extend(there["fonte"].as_array().into_iter().flatten().cloned());
            expected.insert("fonte".into(), sources.into());
            if let Some(id) = there["ente"].as_str() {
                // What other editors made sure of is theirs.
                let mut organisation = data["enti"][id].as_object().unwrap().clone();
                organisation.retain(|key, _| {
                    key == "esempio" || key != "carta" && !ORGANISATION_EDITORS_FIELDS.contains(&key.as_str())
                });
                expected.insert("ente".into(), organisation.into());
            }
        }
        let named = |map: &Map<String, Json>| map.get("edizione_di").and_then(Json::as_str).map(str::to_owned);
        if named(&actual) != named(&expected) {
            // These were not published there, or came from a third board.
            let gone = named(&expected).unwrap();
            assert!(!data["opportunita"].as_array().unwrap().iter().any(|item| item["slug"] == gone.as_str()));
        }
        let mut keys: Vec<String> = expected.keys().chain(actual.keys()).cloned().collect();
        keys.sort();
        keys.dedup();
        let references = ["edizione_di", "sostituisce", "sostituita_da"];
        let differs = |key: &String| expected.get(key) != actual.get(key) && !references.contains(&key.as_str());
        assert_no_problems(
            keys.iter()
                .filter(|key| differs(key))
                .map(|key| format!("{} {key}: {:?} -> {:?}", there["slug"], expected.get(key), actual.get(key)))
                .collect(),
        );
    }
}

#[test]
fn merged_board_passes_rules_and_names_each_source() {
    let feeds = TempDir::new().unwrap();
    for (name, site) in [("roma", real_site()), ("borgo", small_site())] {
        std::fs::copy(site.join("dati/opportunita.json"), feeds.path().join(format!("{name}.json"))).unwrap();
    }
    let board = empty_board();
    declare_source(board.path(), "roma", "Bacheca Spazio Comune Roma", "https://bacheca-roma.example.org/");
    declare_source(board.path(), "borgo", "Bacheca di Borgo", "https://borgo.example.org/bacheca/");
    let command = ["aggregate", feeds.path().to_str().unwrap()];
    let output = bacheca(board.path(), &command).expect_code(0).out;
    assert!(output.contains("«Bacheca di Borgo»") && output.contains("«Bacheca Spazio Comune Roma»"), "{output}");
    bacheca(board.path(), &["check"]).expect_code(0);

    let before = content_files(board.path());
    let again = bacheca(board.path(), &command).expect_code(0).out;
    assert!(again.contains("nuovi 0, cambiati 0, tolti 0"), "{again}");
    assert!(before == content_files(board.path()));

    let site = build_site(board.path());
    let page = String::from_utf8_lossy(&site["o/aiuto-cuoco-mensa/index.html"]).into_owned();
    // Both boards have this slug: the one from the file read later gets its board's prefix.
    let other = String::from_utf8_lossy(&site["o/bacheca-roma-aiuto-cuoco-mensa/index.html"]).into_owned();
    for (page, name, address) in [
        (&other, "Bacheca Spazio Comune Roma", "https://bacheca-roma.example.org/o/aiuto-cuoco-mensa/"),
        (&page, "Bacheca di Borgo", "https://borgo.example.org/bacheca/o/aiuto-cuoco-mensa/"),
    ] {
        assert!(page.contains(&format!("<link rel=\"canonical\" href=\"{address}\">")), "{address}");
        assert!(page.contains(name) && page.matches(address).count() >= 2, "{address}");
    }
    let sitemap = String::from_utf8_lossy(&site["sitemap.xml"]).into_owned();
    assert!(!sitemap.contains("<loc>https://somma.example.net/o/aiuto-cuoco-mensa/</loc>"));

    // Aggregated items are not in the board's own public data.
    let third = empty_board();
    let config = third.path().join("site.toml");
    let text = std::fs::read_to_string(&config).unwrap();
    write(&config, text.replace("somma.example.net", "terza.example.net"));
    run_aggregate(third.path(), &public_data(&site)).expect_code(0);
    assert!(content_files(third.path()).is_empty());
}

#[test]
fn taken_slug_gets_a_stable_prefix() {
    let board = small_board();
    let data = feed_with(json!({}));
    let own = board.path().join("content/opportunita/2026/sportello.md");
    std::fs::copy(board.path().join("content/opportunita/2026/sportello-diritti.md"), &own).unwrap();
    run_aggregate(board.path(), &data).expect_code(0);
    let folder = board.path().join("content/opportunita/aggregati/altra-example-com");
    let name = |folder: &Path| read_tree(folder).into_keys().collect::<Vec<_>>();
    assert_eq!(name(&folder), ["altra-sportello.md"]);
    // The slug is free again, but the prefixed address is on printed posters already.
    std::fs::remove_file(&own).unwrap();
    run_aggregate(board.path(), &data).expect_code(0);
    assert_eq!(name(&folder), ["altra-sportello.md"]);
    bacheca(board.path(), &["check"]).expect_code(0);
}

/// What is only a warning in a copy, nobody here can mend; in a translation made here, somebody can.
#[test]
fn warnings_about_copies_are_not_told() {
    let board = small_board();
    let data = feed_with(json!({"titolo": "VIENI SUBITO ALLO SPORTELLO"}));
    run_aggregate(board.path(), &data).expect_code(0);
    let folder = board.path().join("content/opportunita/aggregati/altra-example-com");
    let name = read_tree(&folder).into_keys().next().unwrap();
    assert!(String::from_utf8_lossy(&read_tree(&folder)[&name]).contains("VIENI SUBITO"));
    let about = |root: &Path| -> Vec<String> {
        let found = crate::support::findings(root);
        let files = found.iter().map(|found| found["file"].as_str().unwrap().to_owned());
        files.filter(|file| file.contains("/aggregati/")).collect()
    };
    assert_eq!(about(board.path()), Vec::<String>::new());
    // The same text in a file of this board is reported.
    let own = board.path().join("content/opportunita/2026").join(&name);
    std::fs::rename(folder.join(&name), &own).unwrap();
    let found = crate::support::findings(board.path());
    assert!(found.iter().any(|found| found["rule"] == "shouting"), "{found:?}");
    let slug = name.trim_end_matches(".md");
    std::fs::rename(&own, folder.join(&name)).unwrap();
    write(
        &folder.join(format!("{slug}.en.md")),
        "---\ntitolo: COME TO THE DESK AT ONCE\nsintesi: The desk opens.\nmodo: umana\n---\n\nText.\n",
    );
    assert!(!about(board.path()).is_empty());
}

/// An item that its board renames keeps the address that it has here.
#[test]
fn renamed_item_keeps_its_address() {
    let board = small_board();
    let mut data = feed_with(json!({}));
    run_aggregate(board.path(), &data).expect_code(0);
    let folder = board.path().join("content/opportunita/aggregati/altra-example-com");
    let names = || read_tree(&folder).into_keys().collect::<Vec<_>>();
    assert_eq!(names(), ["sportello.md"]);
    data["opportunita"][0]["slug"] = "sportello-nuovo".into();
    data["opportunita"][0]["url"] = "https://altra.example.com/o/sportello-nuovo/".into();
    data["opportunita"][0]["alias"] = json!(["sportello"]);
    run_aggregate(board.path(), &data).expect_code(0);
    assert_eq!(names(), ["sportello.md"]);
    let text = std::fs::read_to_string(folder.join("sportello.md")).unwrap();
    assert!(text.contains("https://altra.example.com/o/sportello-nuovo/"), "{text}");
}

#[test]
fn removed_item_and_withdrawn_item_keep_their_addresses() {
    let board = small_board();
    let mut data = feed_with(json!({}));
    let mut second = data["opportunita"][0].clone();
    second["slug"] = "secondo".into();
    second["url"] = "https://altra.example.com/o/secondo/".into();
    second["titolo"] = "Un rinoceronte in biblioteca".into();
    data["opportunita"].as_array_mut().unwrap().push(second);
    run_aggregate(board.path(), &data).expect_code(0);
    let others =
        |tree: Tree| tree.into_iter().filter(|(path, _)| !path.contains("altra-example-com")).collect::<Tree>();
    let before = others(content_files(board.path()));
    let folder = board.path().join("content/opportunita/aggregati/altra-example-com");
    assert_eq!(read_tree(&folder).len(), 2);
    // What this board's editors note stays as long as the announcement does.
    let first = read_tree(&folder).into_keys().find(|name| name != "secondo.md").unwrap();
    for name in [first.trim_end_matches(".md"), "secondo"] {
        bacheca(board.path(), &["posted", name, "--when", "2026-11-20"]).expect_code(0);
    }
    run_aggregate(board.path(), &data).expect_code(0);
    assert_eq!(read_tree(&folder).len(), 4);

    data["opportunita"] = json!([{
        "slug": "secondo", "url": "https://altra.example.com/o/secondo/", "aperta": false, "tipo": "notizia",
        "titolo": "Un rinoceronte in biblioteca", "stato": "ritirato"
    }]);
    let output = run_aggregate(board.path(), &data).expect_code(0).out;
    assert!(output.contains("nuovi 0, cambiati 2, tolti 0"), "{output}");
    let left = read_tree(&folder);
    let kept = ["secondo.md", "secondo.pubblicazioni.yaml", "sportello.md", "sportello.pubblicazioni.yaml"];
    assert_eq!(left.keys().collect::<Vec<_>>(), kept);
    assert!(String::from_utf8_lossy(&left["sportello.md"]).contains("stato: \"ritirato\""));
    let again = run_aggregate(board.path(), &data).expect_code(0).out;
    assert!(again.contains("nuovi 0, cambiati 0, tolti 0"), "{again}");
    bacheca(board.path(), &["check"]).expect_code(0);
    assert!(String::from_utf8_lossy(&left["secondo.md"]).contains("stato: \"ritirato\""));
    assert!(before == others(content_files(board.path())));
    let site = build_site(board.path());
    for page in ["o/secondo/index.html", "o/sportello/index.html"] {
        assert!(String::from_utf8_lossy(&site[page]).contains("noindex"), "{page}");
    }
}

#[test]
fn local_translation_survives_and_its_page_names_the_original() {
    let board = small_board();
    let data = feed_with(json!({}));
    run_aggregate(board.path(), &data).expect_code(0);
    let path = board.path().join("content/opportunita/aggregati/altra-example-com/sportello.en.md");
    let text = "---\ntitolo: The desk opens\nsintesi: The desk opens on Mondays.\nmodo: umana\n---\n\nNo booking.\n";
    write(&path, text);
    let again = run_aggregate(board.path(), &data).expect_code(0).out;
    assert!(again.contains("nuovi 0, cambiati 0, tolti 0"), "{again}");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
    let site = build_site(board.path());
    let page = String::from_utf8_lossy(&site["en/o/sportello/index.html"]).into_owned();
    assert!(page.contains("<link rel=\"canonical\" href=\"https://altra.example.com/o/sportello/\">"));
}

#[test]
fn board_that_is_suddenly_empty_is_asked_about() {
    let board = small_board();
    let mut data = feed_with(json!({}));
    data["bacheca"] = json!({"nome": "Altra", "indirizzo": "https://altra.example.com/"});
    run_aggregate(board.path(), &data).expect_code(0);
    let before = content_files(board.path());
    data["opportunita"] = json!([]);
    let run = run_aggregate(board.path(), &data).expect_code(2);
    assert!(
        run.err.contains("«Altra» non ha più nessun annuncio") && run.err.contains("--accept-empty"),
        "{}",
        run.err
    );
    assert!(before == content_files(board.path()));
    let file = board.path().join("feed.json");
    bacheca(board.path(), &["aggregate", "--accept-empty", file.to_str().unwrap()]).expect_code(0);
    let text = &content_files(board.path())["opportunita/aggregati/altra-example-com/sportello.md"];
    assert!(String::from_utf8_lossy(text).contains("stato: \"ritirato\""));
}

#[test]
fn place_in_another_town_shows_town_without_district() {
    let board = small_board();
    let mut data = feed_with(json!({
        "tipo": "progetto", "obiettivi": ["capire"], "destinatari": {"testo": "tutte le persone straniere"},
        "attivita": ["colloqui"], "inizio": "2026-10", "fine": "non previsto", "accesso": {"tipo": "libero"},
        "iscrizione": "non previsto", "luogo": {"indirizzo": "via Po 1", "zona": "II"}, "modalita": "in presenza"
    }));
    data["bacheca"] =
        json!({"nome": "Bacheca di Torino", "indirizzo": "https://altra.example.com/", "citta": "Torino"});
    run_aggregate(board.path(), &data).expect_code(0);
    let files = content_files(board.path());
    let text = String::from_utf8_lossy(&files["opportunita/aggregati/altra-example-com/sportello.md"]).into_owned();
    assert!(text.contains("luogo: {\"indirizzo\": \"via Po 1\", \"citta\": \"Torino\"}"), "{text}");
    assert!(text.contains("territorio: \"Torino\""), "{text}");
}

#[test]
fn invalid_feed_is_rejected_as_a_whole_and_alone() {
    let board = small_board();
    declare_source(board.path(), "prova", "Altra", "https://altra.example.com/");
    declare_source(board.path(), "buona", "Buona", "https://buona.example.com/");
    let before = read_tree(board.path());
    let good = feed_with(json!({})).to_string();
    let own = feed_with(json!({"slug": "x", "url": "https://borgo.example.org/bacheca/o/x/"})).to_string();
    let twice = {
        let mut data = feed_with(json!({}));
        let item = data["opportunita"][0].clone();
        data["opportunita"].as_array_mut().unwrap().push(item);
        data.to_string()
    };
    let language = {
        let mut data = feed_with(json!({}));
        data["bacheca"] = json!({"indirizzo": "https://altra.example.com/", "lingua": "en"});
        data.to_string()
    };
    let of_board = |address: &str| {
        let mut data = feed_with(json!({}));
        data["bacheca"] = json!({"indirizzo": address});
        data.to_string()
    };
    let named = |slug: &str| {
        feed_with(json!({"slug": slug, "url": format!("https://altra.example.com/o/{slug}/")})).to_string()
    };
    let url = |url: &str| feed_with(json!({"url": url})).to_string();
    let cases: &[(&str, &str, &str)] = &[
        ("half", &good[..good.len() / 2], "rotto o incompleto"),
        ("page", "<!doctype html><title>404</title>", "rotto o incompleto"),
        ("nothing", "", "rotto o incompleto"),
        ("newer", &good.replace("\"version\":1", "\"version\":2"), "nella versione 2"),
        ("unversioned", "{}", "non sono i dati di una bacheca"),
        ("shape", "{\"version\":1,\"opportunita\":{}}", "non hanno la forma"),
        ("nameless", "{\"version\":1,\"opportunita\":[]}", "non dice di quale bacheca è"),
        ("deep", &format!("{{\"version\":1,\"x\":{}", "[".repeat(100_000)), "rotto o incompleto"),
        ("own", &own, "sono i dati di questa bacheca"),
        ("twice", &twice, "c'è due volte"),
        ("language", &language, "nella lingua «en»"),
        ("up", &named("../../enti/ponte"), "non può essere un indirizzo"),
        ("absolute", &named("/etc/passwd"), "non può essere un indirizzo"),
        ("elsewhere", &of_board("https://terza.example.com/"), "dicono di venire da https://terza.example.com/"),
        (
            "item elsewhere",
            &of_board("https://altra.example.com/").replace("com/o/", "org/o/"),
            "dice di stare altrove",
        ),
        ("script", &url("javascript:alert(1)//o/sportello/"), "non è l'indirizzo"),
        ("quotes", &url("https://altra.example.com/\"\n---/o/sportello/"), "dicono di venire da"),
    ];
    let feeds = TempDir::new().unwrap();
    write(
        &feeds.path().join("buona.json"),
        feed_with(json!({"url": "https://buona.example.com/o/sportello/"})).to_string(),
    );
    let file = feeds.path().join("prova.json");
    let good_folder = board.path().join("content/opportunita/aggregati/buona-example-com");
    for (name, data, expected) in cases {
        write(&file, data);
        // A valid feed that is read together with the invalid one is written.
        let run = bacheca(board.path(), &["aggregate", feeds.path().to_str().unwrap()]).expect_code(2);
        assert!(run.err.contains(expected) && run.err.contains("prova.json"), "{name}: {}", run.err);
        assert!(run.err.contains("Gli annunci di quella bacheca restano com'erano"), "{name}: {}", run.err);
        assert_eq!(read_tree(&good_folder).len(), 1, "{name}");
        std::fs::remove_dir_all(good_folder.parent().unwrap()).unwrap();
        assert!(before == read_tree(board.path()), "{name}");
    }
    std::fs::remove_file(&file).unwrap();

    let large = feeds.path().join("large.json");
    std::fs::File::create(&large).unwrap().set_len(33 * 1024 * 1024).unwrap();
    assert!(bacheca(board.path(), &["aggregate", large.to_str().unwrap()]).expect_code(2).err.contains("supera 32 MB"));
    assert!(bacheca(board.path(), &["aggregate", "/nowhere.json"]).expect_code(2).err.contains("il file non c'è"));
    assert!(before == read_tree(board.path()));
}

#[test]
fn hostile_item_is_harmless_and_left_out_on_rule_errors() {
    let deep = (0..100).fold(json!("x"), |inner, _| json!([inner]));
    // A change, and whether the item is still accepted.
    let cases = [
        (json!({"titolo": "--- # y: &z *w !t {[", "testo": "---\nente: altro\n---\n\n---"}), true),
        (json!({"titolo": "x\n---\n# y: &z *w !t {["}), false),
        (json!({"sintesi": "Lo \"sportello\" apre: 'sì' \\ #1"}), true),
        (json!({"luogo": deep}), false),
        (json!({"testo": "<script>alert(1)</script>"}), false),
        (json!({"testo": "[qui](javascript:alert(1))"}), false),
        (json!({"testo": "x ".repeat(200_000)}), false),
        (json!({"stato": "bozza"}), false),
        (json!({"tipo": "truffa"}), false),
        (json!({"ente": {"nome": "Ponte", "password": "x"}}), false),
        (json!({"silenzia": {"unsafe-markup": "perché sì"}, "testo": "<script>alert(1)</script>"}), false),
        (json!({"traduzioni": {"../../x": {"titolo": "y", "testo": ""}, "zz": {"titolo": "y", "testo": ""}}}), true),
    ];
    for (change, comes) in cases {
        let board = small_board();
        let before = content_files(board.path());
        let shown = change.to_string().chars().take(80).collect::<String>();
        let run = run_aggregate(board.path(), &feed_with(change));
        assert_eq!(run.code, i32::from(!comes), "{shown}: {}{}", run.out, run.err);
        assert_eq!(
            comes,
            !run.err.contains("lasciato fuori https://altra.example.com/o/sportello/"),
            "{shown}: {}",
            run.err
        );
        let mut after = content_files(board.path());
        let come = after.remove("opportunita/aggregati/altra-example-com/sportello.md");
        assert_eq!(come.is_some(), comes, "{shown}");
        assert!(before == after, "{shown}");
        bacheca(board.path(), &["check"]).expect_code(0);
    }
}

#[cfg(unix)]
#[test]
fn aggregate_does_not_follow_symbolic_links() {
    let board = small_board();
    let outside = TempDir::new().unwrap();
    std::os::unix::fs::symlink(outside.path(), board.path().join("content/opportunita/aggregati")).unwrap();
    assert!(run_aggregate(board.path(), &feed_with(json!({}))).expect_code(2).err.contains("è un collegamento"));
    assert!(read_tree(outside.path()).is_empty());
}

#[test]
fn faulty_translation_is_left_out_alone() {
    let board = small_board();
    let words = json!({"en": {"titolo": "The desk opens", "sintesi": "On Mondays.", "testo": "No booking."},
        "ar": {"titolo": "x", "testo": "<script>alert(1)</script>"}});
    let run = run_aggregate(board.path(), &feed_with(json!({"traduzioni": words}))).expect_code(1);
    assert!(run.err.contains("traduzione «ar»"), "{}", run.err);
    let folder = read_tree(&board.path().join("content/opportunita/aggregati/altra-example-com"));
    assert_eq!(folder.keys().collect::<Vec<_>>(), ["sportello.en.md", "sportello.md"]);
}
