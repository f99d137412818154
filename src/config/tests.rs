//! Tests of reading `site.toml`.

use super::*;

const BOARD: &str = "[bacheca]\nnome = \"Prova\"\nindirizzo = \"https://example.org/b\"\n";

#[test]
fn defaults_are_settled() {
    let config = Config::parse(format!("{BOARD}lingue = [\"en\", \"it\"]\n")).unwrap();
    assert_eq!(config.bacheca.indirizzo, "https://example.org/b/");
    assert_eq!(config.bacheca.lingue, ["it", "en"]);
}

#[test]
fn sources_are_other_boards_each_of_them_once() {
    let source = |file: &str, address: &str| {
        format!("[[fonti]]\nfile = \"{file}\"\nnome = \"Altra\"\nindirizzo = \"{address}\"\n")
    };
    let parse = |sources: &[String]| Config::parse(format!("{BOARD}{}", sources.concat()));
    let config = parse(&[source("a", "https://Città.example.org:443"), source("b", "https://b.example.org/")]).unwrap();
    assert_eq!(config.fonti.first().unwrap().indirizzo.get_ref(), "https://xn--citt-3na.example.org/");
    for (file, address, problem) in [
        ("b", "http://EXAMPLE.org.:80//b", Problem::OwnSource),
        ("b", "example.com", Problem::PartialAddress),
        ("b", "https://a.example.org@evil.example/", Problem::PartialAddress),
        ("a", "https://b.example.org/", Problem::RepeatedSource),
        ("b", "http://a.example.org", Problem::RepeatedSource),
    ] {
        let (source, found) = parse(&[source("a", "https://a.example.org/"), source(file, address)]).unwrap_err();
        assert_eq!(found.problem, problem, "{address}");
        assert_eq!(source.text.get(found.span), Some(format!("\"{address}\"").as_str()));
    }
}

#[test]
fn places_of_the_data_are_in_tables_that_portals_know() {
    let parse = |places: &str| Config::parse(format!("{BOARD}[dati]\ntipo = \"non-profit\"\nluoghi = {places}\n"));
    let places =
        "[\"https://sws.geonames.org/3169070/\", \"http://publications.europa.eu/resource/authority/place/ITA_ROM\"]";
    let config = parse(places).unwrap();
    assert_eq!(config.dati.publisher_type, Some(PublisherType::NonProfit));
    for place in ["Roma", "https://sws.geonames.org/", "https://sws.geonames.org/1>", "https://example.org/roma"] {
        let (source, found) = parse(&format!("[\"{place}\"]")).unwrap_err();
        assert_eq!(found.problem, Problem::NotAPlace(place.to_owned()));
        assert_eq!(source.text.get(found.span), Some(format!("[\"{place}\"]").as_str()));
    }
}

#[test]
fn each_district_is_on_the_map_once() {
    let parse = |territory: &str| {
        Config::parse(format!("{BOARD}[territorio]\nzone = [\"I\", \"II\", \"San Lorenzo\"]\n{territory}\n"))
    };
    let config = parse("mappa = [\"- I\", [\"II\", \"San Lorenzo\"]]").unwrap();
    let rows: Vec<Vec<Option<&str>>> = config.territorio.map_rows.iter().map(MapRow::tiles).collect();
    assert_eq!(rows, [[None, Some("I")], [Some("II"), Some("San Lorenzo")]]);
    for (map, problem) in [
        ("mappa = [\"I II III\"]", Problem::UnknownZone("III".to_owned())),
        ("mappa = [\"I II II\"]", Problem::RepeatedTile("II".to_owned())),
        ("mappa = [\"I II -\"]", Problem::MissingTile("San Lorenzo".to_owned())),
    ] {
        let (source, found) = parse(map).unwrap_err();
        assert_eq!(found.problem, problem);
        assert_eq!(source.text.get(found.span), map.strip_prefix("mappa = "));
    }
    let (_, found) = parse("nomi = {IV = \"Tiburtino\"}").unwrap_err();
    assert_eq!(found.problem, Problem::UnknownZone("IV".to_owned()));
}

#[test]
fn districts_are_found_by_number_label_and_neighbourhood() {
    let territory = "[territorio]\nnome_zona = \"Municipio\"\nzone = [\"I\", \"V\", \"XIV\"]\n[territorio.nomi]\nV = \"Centocelle, Pigneto\"\n";
    let territory = Config::parse(format!("{BOARD}{territory}")).unwrap().territorio;
    for (written, zone) in [
        ("V", Some("V")),
        ("v", Some("V")),
        ("5", Some("V")),
        ("municipio 5", Some("V")),
        ("Municipio XIV", Some("XIV")),
        ("14", Some("XIV")),
        ("centocelle", Some("V")),
        ("Pigneto", Some("V")),
        ("", None),
        ("municipio", None),
        ("6", None),
        ("Ostia", None),
    ] {
        assert_eq!(territory.find_zone(written), zone, "{written}");
    }
}

#[test]
fn districts_have_addresses_of_their_own() {
    let parse = |zones: &str| Config::parse(format!("{BOARD}[territorio]\nzone = [{zones}]\n"));
    for (zones, wrong) in [
        (r#""Centro", "Центр""#, "Центр"),
        (r#""San Lorenzo", "San-Lorenzo""#, "San-Lorenzo"),
        (r#""I", "i""#, "i"),
        (r#""Città Alta", "Citta Alta""#, "Citta Alta"),
    ] {
        let (source, found) = parse(zones).unwrap_err();
        assert_eq!(source.text.get(found.span), Some(format!("\"{wrong}\"").as_str()));
        assert_eq!(found.problem, Problem::UnusableZone(wrong.to_owned()));
    }
    assert!(parse(r#""I", "II", "Ostia", "Ostia Antica""#).is_ok());
}

#[test]
fn paths_can_be_put_behind_the_address_of_a_board() {
    for address in [
        "https://example.org/?a=b",
        "https://example.org/#a",
        "https://example.org/a b",
        "https://example.org/\\\";a",
        "https://example.org/<a>",
    ] {
        let (source, found) =
            Config::parse(format!("[bacheca]\nnome = \"Prova\"\nindirizzo = \"{address}\"\n")).unwrap_err();
        assert_eq!(found.problem, Problem::PartialAddress, "{address}");
        assert_eq!(source.text.get(found.span), Some(format!("\"{address}\"").as_str()));
    }
}

#[test]
fn an_unknown_key_is_shown_where_it_stands() {
    let (source, problem) = Config::parse(format!("{BOARD}colore = \"rosso\"\n")).unwrap_err();
    assert_eq!(source.position(problem.span.start).line, 4);
}

#[test]
fn values_are_short_lines_that_can_be_seen() {
    let long = "a".repeat(601);
    let entries = "\"I\", ".repeat(501);
    for (entry, expected) in [
        (format!("descrizione = \"{long}\""), Problem::TextTooLong { written: 601, limit: 600 }),
        ("lingue_passate = [\"it\"]".to_owned(), Problem::NotAFormerLanguage("it".to_owned())),
        ("lingue_passate = [\"../x\"]".to_owned(), Problem::NotAFormerLanguage("../x".to_owned())),
        (format!("lingue = [{entries}]"), Problem::ListTooLong { written: 501, limit: 500 }),
        ("descrizione = \"a\\r\\nb\"".to_owned(), Problem::HiddenCharacter('\r')),
        ("descrizione = \"\"\"a\nb\"\"\"".to_owned(), Problem::HiddenCharacter('\n')),
        ("descrizione = \"a\\u202eb\"".to_owned(), Problem::HiddenCharacter('\u{202e}')),
        ("descrizione = \"\\u2067a\"".to_owned(), Problem::HiddenCharacter('\u{2067}')),
        ("# invisible: \u{e0061}".to_owned(), Problem::HiddenCharacter('\u{e0061}')),
        ("descrizione = \"perch\u{fffd}\"".to_owned(), Problem::HiddenCharacter('\u{fffd}')),
        (
            format!("[territorio]\nzone = [\"I\", \"{}\"]", "è".repeat(101)),
            Problem::TextTooLong { written: 101, limit: 100 },
        ),
        (
            "descrizione = \"www.comune.roma.it@evil.example/x\"".to_owned(),
            Problem::MisleadingText("evil.example".to_owned()),
        ),
        (
            "[territorio]\ncitta = \"https://comune.roma.it@evil.example\"".to_owned(),
            Problem::MisleadingText("evil.example".to_owned()),
        ),
    ] {
        let (_, found) = Config::parse(format!("{BOARD}{entry}\n")).unwrap_err();
        assert_eq!(found.problem, expected, "{entry}");
    }
    let good = "descrizione = \"Opportunità ❤\u{fe0f} a Roma – \u{200f}فرص\u{200f} 👩\u{200d}🍳\"";
    assert!(Config::parse(format!("{BOARD}{good}\n")).is_ok());
}

#[test]
fn addresses_are_checked_where_they_stand() {
    for (entry, expected) in [
        ("canale = \"javascript:alert(1)\"", Problem::NotALink("canale")),
        ("canale = \"http://t.me/x\"", Problem::InsecureChannelAddress("https://t.me/x".to_owned())),
        ("repository = \"https://github.com@evil.example/x\"", Problem::NotALink("repository")),
        ("email = \"a@example.org?bcc=b@example.org\"", Problem::NotAnEmail),
        ("telefono = \"chiamare Maria\"", Problem::NotAPhone),
    ] {
        let (source, problem) = Config::parse(format!("# canale, email\n{BOARD}{entry}\n")).unwrap_err();
        assert_eq!(problem.problem, expected);
        assert_eq!(source.text.get(problem.span.clone()), entry.split_once(" = ").map(|(_, value)| value));
        assert_eq!(source.position(problem.span.start).line, 5);
    }
    let (_, problem) = Config::parse(BOARD.replace("//", "//u@")).unwrap_err();
    assert_eq!(problem.problem, Problem::PartialAddress);
    let good = "canale = \"https://whatsapp.com/channel/x\"\nemail = \"a@example.org\"\ntelefono = \"06 5550 0110\"\n";
    assert!(Config::parse(format!("{BOARD}{good}")).is_ok());
}
