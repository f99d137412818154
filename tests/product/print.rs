//! The print desk, the command `poster`, images for chats, and the cache of printed sheets.

use tempfile::TempDir;

use crate::support::{
    POPPLER, SITE_URL, bacheca, print_pages, read_qr_codes, read_tree, repository_path, run_tool, small_board,
    small_site, write,
};

#[test]
fn print_desk_has_every_open_item() {
    let pages = |file: &str| {
        let path = small_site().join(file);
        let text = String::from_utf8(run_tool("pdfinfo", POPPLER, &[path.to_str().unwrap()])).unwrap();
        let value = |key: &str| text.lines().find_map(|line| Some(line.strip_prefix(key)?.trim().to_owned())).unwrap();
        assert_eq!(value("Tagged:"), "yes", "{file}");
        (value("Pages:"), value("Page size:"))
    };
    // A list and three posters, or all posters on one sheet.
    for (file, expected, size) in [
        ("stampa/it.pdf", "4", "(A4)"),
        ("stampa/it-4.pdf", "2", "(A4)"),
        ("stampa/ar.pdf", "4", "(A4)"),
        ("stampa/centri/sportello-borgo.pdf", "4", "(A4)"),
        ("stampa/centri/sportello-borgo-4.pdf", "2", "(A4)"),
        ("stampa/centri/sportello-borgo-bacheca.pdf", "1", "(A4)"),
        ("stampa/settimana.pdf", "1", "(A3)"),
        ("stampa/settimana-a4.pdf", "1", "(A4)"),
        ("stampa/canale.pdf", "1", "(A4)"),
        ("stampa/zone-ii.pdf", "1", "(A4)"),
        ("stampa/cambio.pdf", "2", "(A4)"),
    ] {
        let (count, paper) = pages(file);
        assert!(count == expected && paper.contains(size), "{file}: {count} pages, {paper}");
    }
    // The page leads to every sheet of every item, and to the messages in two languages.
    for (page, up, files) in [
        ("stampa/", "../", ["poster.pdf", "poster-multilingual.pdf", "poster-strips.pdf", "whatsapp.it-ar.txt"]),
        ("ar/stampa/", "../../", ["poster.pdf", "poster-multilingual.pdf", "poster-strips.pdf", "whatsapp.it-ar.txt"]),
    ] {
        let text = std::fs::read_to_string(small_site().join(page).join("index.html")).unwrap();
        for slug in ["aiuto-cuoco-mensa", "italiano-a2", "sportello-diritti"] {
            let links = files.iter().map(|file| format!("href=\"{up}o/{slug}/{file}\""));
            for link in links.chain([format!("href=\"{up}ar/o/{slug}/poster.pdf\"")]) {
                assert_eq!(text.matches(&link).count(), 1, "{page}: {link}");
            }
        }
        assert!(
            text.contains(&format!("main-button\" href=\"{up}stampa/"))
                && !text.contains("main-button\" href=\"{up}stampa/settimana")
        );
    }
    let channel = small_site().join("stampa/canale.pdf");
    assert_eq!(read_qr_codes(&print_pages(&channel)[0]), ["https://whatsapp.com/channel/0029VaBORGO"]);
    let codes = |file: &str| read_qr_codes(&print_pages(&small_site().join(file))[0]);
    for file in ["stampa/settimana.pdf", "stampa/settimana-a4.pdf"] {
        assert_eq!(codes(file), [SITE_URL], "{file}: one code for all");
    }
    let of_languages = ["", "ar/"].map(|path| format!("{SITE_URL}{path}"));
    assert_eq!(codes("stampa/centri/sportello-borgo-bacheca.pdf"), of_languages);
}

/// Text of a PDF with single spaces.
fn pdf_text(file: &str) -> String {
    let path = small_site().join(file);
    let text = String::from_utf8(run_tool("pdftotext", POPPLER, &["-raw", path.to_str().unwrap(), "-"])).unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn board_of_what_is_open_has_bands_places_and_money() {
    for file in ["stampa/settimana.pdf", "stampa/settimana-a4.pdf"] {
        let text = pdf_text(file);
        let words = [
            "Aperto adesso",
            "Più avanti",
            "Sempre aperti",
            "Aiuto cuoco o cuoca nella mensa della scuola",
            "Piazza Grande 1 · Quartiere I",
            "Ti pagano 1.100 € al mese",
            "Everything open now",
        ];
        for word in words {
            assert!(text.contains(word), "{file}: «{word}» is not in: {text}");
        }
    }
}

#[test]
fn permanent_sheet_of_a_place_speaks_its_languages() {
    let text = pdf_text("stampa/centri/sportello-borgo-bacheca.pdf");
    for word in ["Bacheca: Sportello di Borgo", "Inquadra il codice", "Tutto quello che è aperto adesso", "دورات"]
    {
        assert!(text.contains(word), "«{word}» is not in: {text}");
    }
}

#[test]
fn poster_command_prints_any_selection() {
    let board = small_board();
    let file = board.path().join("out.pdf");
    let file = file.to_str().unwrap();
    for (arguments, pages, size) in [
        (&["poster", "italiano-a2"][..], "1", "(A4)"),
        (&["poster", "italiano-a2", "aiuto-cuoco-mensa", "--size", "a3"], "2", "(A3)"),
        (&["poster", "italiano-a2", "--lang", "ar,it", "--strips", "--photocopy"], "1", "(A4)"),
        (&["poster", "--open"], "4", "(A4)"),
        (&["poster", "--centre", "sportello-borgo", "--four"], "2", "(A4)"),
        (&["poster", "--week"], "1", "(A3)"),
        (&["poster", "--channel", "--size", "a3"], "1", "(A3)"),
    ] {
        bacheca(board.path(), &[arguments, &["--out", file]].concat()).expect_code(0);
        let text = String::from_utf8(run_tool("pdfinfo", POPPLER, &[file])).unwrap();
        let value = |key: &str| text.lines().find_map(|line| Some(line.strip_prefix(key)?.trim())).unwrap();
        assert!(value("Pages:") == pages && value("Page size:").contains(size), "{arguments:?}: {text}");
    }
    assert!(bacheca(board.path(), &["poster", "italiano-a"]).expect_code(2).err.contains("«italiano-a2»"));
    assert!(
        bacheca(board.path(), &["poster", "italiano-a2", "--lang", "xx"]).expect_code(2).err.contains("it, en, ar")
    );
    assert!(bacheca(board.path(), &["poster", "--centre", "x"]).expect_code(2).err.contains("sportello-borgo"));
    bacheca(board.path(), &["poster"]).expect_code(2);
}

#[test]
fn board_of_what_is_open_names_kinds_in_five_languages_and_who_is_behind_it() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("week.pdf");
    let file = file.to_str().unwrap();
    for size in ["a3", "a4"] {
        bacheca(&repository_path(""), &["poster", "--week", "--size", size, "--out", file]).expect_code(0);
        let text = String::from_utf8(run_tool("pdftotext", POPPLER, &["-layout", file, "-"])).unwrap();
        for name in ["Corsi", "Courses", "Cours", "Cursos", "Servizi", "Services", "Servicios"] {
            assert!(text.contains(name), "{size}, {name}: {text}");
        }
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        for sentence in ["Servizio gratuito di Roma Capitale, UNHCR e Programma integra.", "Non chiediamo mai soldi."] {
            assert!(words.contains(sentence), "{size}: {words}");
        }
    }
}

#[test]
fn poster_says_in_its_language_that_nobody_asks_for_money() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("poster.pdf");
    let file = file.to_str().unwrap();
    for (language, words) in [("it", "Non chiediamo mai soldi."), ("fr", "Nous ne demandons jamais d'argent.")] {
        let arguments = ["poster", "duplicato-permesso-smarrito", "--lang", language, "--out", file];
        bacheca(&repository_path(""), &arguments).expect_code(0);
        let text = String::from_utf8(run_tool("pdftotext", POPPLER, &["-layout", file, "-"])).unwrap();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains("Roma Capitale, UNHCR") && text.contains(words), "{language}: {text}");
    }
}

#[test]
fn social_cards_and_previews_have_required_size() {
    for page in ["o/italiano-a2", "ar/o/italiano-a2", "o/aiuto-cuoco-mensa", "en/o/sportello-diritti"] {
        let card = image::open(small_site().join(page).join("card.png")).unwrap();
        assert_eq!((card.width(), card.height()), (1080, 1350));
        let bytes = std::fs::read(small_site().join(page).join("preview.jpg")).unwrap();
        let preview = image::load_from_memory(&bytes).unwrap();
        assert_eq!((preview.width(), preview.height()), (1200, 630));
        assert!(bytes.len() < 300_000, "{page}/preview.jpg has {} bytes", bytes.len());
        let html = std::fs::read_to_string(small_site().join(page).join("index.html")).unwrap();
        let tag = format!("<meta property=\"og:image\" content=\"{SITE_URL}{page}/preview.jpg\">");
        assert!(html.contains(&tag), "{page} has no {tag}");
    }
}

#[test]
fn picture_for_statuses_leaves_its_edges_empty_and_its_code_is_read() {
    let (made, board) = (TempDir::new().unwrap(), small_board());
    for (language, path) in [("it", "o/italiano-a2/"), ("ar", "ar/o/italiano-a2/")] {
        let file = made.path().join(format!("{language}.png"));
        let file = file.to_str().unwrap();
        let arguments = ["poster", "italiano-a2", "--status", "--lang", language, "--out", file];
        bacheca(board.path(), &arguments).expect_code(0);
        let picture = image::open(file).unwrap();
        let read = read_qr_codes(&picture.to_luma8());
        assert_eq!(read, [format!("{SITE_URL}{path}")]);
        let picture = picture.into_rgb8();
        assert_eq!((picture.width(), picture.height()), (1080, 1920));
        // One colour above and below, where applications lay their own signs.
        for edge in [0..250, 1670..1920] {
            let first = *picture.get_pixel(0, edge.start);
            assert!(edge.clone().all(|y| (0..1080).all(|x| *picture.get_pixel(x, y) == first)), "{language}, {edge:?}");
        }
    }
    assert!(small_site().join("o/italiano-a2/status.png").is_file());
    assert!(!small_site().join("ar/o/italiano-a2/status.png").exists());
}

#[test]
fn unchanged_sheet_is_not_printed_again() {
    let board = small_board();
    bacheca(board.path(), &["build"]).expect_code(0);
    let poster = |slug: &str| std::fs::read(board.path().join(format!("public/o/{slug}/poster.pdf"))).unwrap();
    let (kept, changed) = (poster("italiano-a2"), poster("aiuto-cuoco-mensa"));
    let paper = board.path().join(".bacheca/paper");
    // A cached sheet follows its fingerprint; an old modification time shows that it was not written again.
    let kept_as = |sheet: &[u8]| {
        let found = read_tree(&paper).into_iter().find(|(_, bytes)| bytes.ends_with(sheet));
        paper.join(found.expect("a sheet is kept").0)
    };
    let long_ago = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000_000);
    let (kept_file, changed_file) = (kept_as(&kept), kept_as(&changed));
    std::fs::File::options().write(true).open(&kept_file).unwrap().set_modified(long_ago).unwrap();
    let item = board.path().join("content/opportunita/2026/aiuto-cuoco-mensa.md");
    let text = std::fs::read_to_string(&item).unwrap();
    write(&item, text.replacen("Aiuto cuoco", "Aiuto pizzaiolo", 1));
    bacheca(board.path(), &["build"]).expect_code(0);
    assert!(poster("italiano-a2") == kept && poster("aiuto-cuoco-mensa") != changed);
    assert_eq!(std::fs::metadata(&kept_file).unwrap().modified().unwrap(), long_ago);
    assert!(!changed_file.exists());
}

#[test]
fn missing_glyph_stops_the_build_and_names_the_package() {
    let board = small_board();
    bacheca(board.path(), &["build", "--skip", "card,print,search"]).expect_code(0);
    let before = read_tree(&board.path().join("public"));
    let item = board.path().join("content/opportunita/2026/aiuto-cuoco-mensa.md");
    let text = std::fs::read_to_string(&item).unwrap();
    // Letters that no font has, in the order in which they are written, each once.
    write(&item, text.replacen("Aiuto cuoco", "Aiuto \u{16d41}\u{16d40}\u{16d41} cuoco", 1));
    let output = bacheca(board.path(), &["build", "--skip", "card,print,search"]).expect_code(2).err;
    assert!(
        output.contains("(it)")
            && output.contains("«\u{16d41}\u{16d40}»")
            && output.contains("apt-get install fonts-noto-core"),
        "{output}"
    );
    assert_eq!(read_tree(&board.path().join("public")), before);
}

#[test]
fn signs_and_scripts_of_every_sort_are_printed() {
    let board = small_board();
    let with = |slug: &str, key: &str, value: &str| {
        let item = board.path().join(format!("content/opportunita/2026/{slug}.md"));
        let text = std::fs::read_to_string(&item).unwrap();
        let line = |line: &str| if line.starts_with(key) { format!("{key}: {value}\n") } else { format!("{line}\n") };
        write(&item, text.lines().map(line).collect::<String>());
    };
    with("aiuto-cuoco-mensa", "titolo", "⏰ Aiuto ▸ cuoco ① 👩🏽‍🍳 H₂O ★ র‍্যালি");
    with("sportello-diritti", "titolo", "Per chi parla ਪੰਜਾਬੀ, தமிழ், ქართული, 中文, አማርኛ, עברית");
    let file = board.path().join("out.pdf");
    let file = file.to_str().unwrap();
    bacheca(board.path(), &["poster", "aiuto-cuoco-mensa", "sportello-diritti", "--out", file]).expect_code(0);
    let text = String::from_utf8(run_tool("pdftotext", POPPLER, &["-raw", file, "-"])).unwrap();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for word in ["Aiuto • cuoco 1 H2O", "র\u{200d}্যালি", "ਪੰਜਾਬੀ", "தமிழ்", "ქართული", "中文", "አማርኛ"]
    {
        assert!(text.contains(word), "«{word}» is not in: {text}");
    }
    let fonts = String::from_utf8(run_tool("pdffonts", POPPLER, &[file])).unwrap();
    for font in ["Gurmukhi", "Tamil", "Georgian", "CJK", "Ethiopic", "Bengali", "Hebrew"] {
        assert!(fonts.contains(font), "{font}: {fonts}");
    }
}

/// One code for all languages: it opens the page of the district, whose address is written too.
#[test]
fn poster_of_a_district_has_one_code_and_words_in_every_language() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("zone.pdf");
    bacheca(&repository_path(""), &["poster", "--zone", "V", "--out", file.to_str().unwrap()]).expect_code(0);
    let pages = print_pages(&file);
    assert_eq!(pages.len(), 1);
    assert_eq!(read_qr_codes(&pages[0]), ["https://bacheca-roma.example.org/zone/v/"]);
    let text = String::from_utf8(run_tool("pdftotext", POPPLER, &[file.to_str().unwrap(), "-"])).unwrap();
    // A long address may break after a sign.
    let text = text.replace('\u{200b}', "");
    for words in ["Municipio V", "Centocelle", "bacheca-roma.example.org/zone/v", "Scan the code", "en esta zona"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    let error = bacheca(&repository_path(""), &["poster", "--zone", "XX"]).expect_code(2).err;
    assert!(error.contains("«XX»") && error.contains("XIV"), "{error}");
    bacheca(&repository_path(""), &["poster", "--zone", "V", "--open"]).expect_code(2);
}

/// Text of a PDF that the command prints for a board, its pages each with single spaces.
fn print_change(board: &std::path::Path, arguments: &[&str]) -> (Vec<String>, Vec<Vec<String>>) {
    let file = board.join("change.pdf");
    let file = file.to_str().unwrap();
    bacheca(board, &[&["poster", "--change", "--out", file], arguments].concat()).expect_code(0);
    let text = String::from_utf8(run_tool("pdftotext", POPPLER, &["-raw", file, "-"])).unwrap();
    let pages = text.trim_end_matches('\u{c}').split('\u{c}');
    let pages = pages.map(|page| page.replace('\u{200b}', "").split_whitespace().collect::<Vec<_>>().join(" "));
    let codes = print_pages(std::path::Path::new(file)).iter().map(read_qr_codes).collect();
    (pages.collect(), codes)
}

/// First what to take down and to put up, by the addresses on the posters; then a page for each new poster.
#[test]
fn change_of_the_week_lists_what_comes_down_and_prints_what_goes_up() {
    let board = small_board();
    let with = |slug: &str, changes: &[(&str, &str)]| {
        let folder = if slug == "italiano-a2" { "esempi" } else { "2026" };
        let item = board.path().join(format!("content/opportunita/{folder}/{slug}.md"));
        let mut text = std::fs::read_to_string(&item).unwrap();
        for (key, value) in changes {
            let kept =
                text.lines().filter(|line| !line.starts_with(&format!("{key}:"))).map(|line| format!("{line}\n"));
            text = kept.collect::<String>().replacen("---\n", &format!("---\n{key}: {value}\n"), 1);
        }
        write(&item, text);
    };
    // An example is never sent out, nor hung; of one withdrawn a long time ago no poster hangs any more.
    let (pages, _) = print_change(board.path(), &[]);
    assert!(pages[0].contains("o/spostamento-sportello") && !pages[0].contains("italiano-a2"), "{pages:?}");
    // Nothing is new, and nothing is over.
    let (old, yesterday) = ("2026-08-01", "2026-11-20");
    for slug in ["aiuto-cuoco-mensa", "italiano-a2", "sportello-diritti", "spostamento-sportello"] {
        with(slug, &[("pubblicato", old), ("verificato", old)]);
    }
    with("italiano-a2", &[("esempio", "no")]);
    let (pages, _) = print_change(board.path(), &["--since", "2026-11-21"]);
    assert_eq!(pages.len(), 1, "{pages:?}");
    for words in ["non c'è niente da togliere", "niente di nuovo da appendere"] {
        assert!(pages[0].contains(words), "{words}: {pages:?}");
    }
    // One is full since yesterday, one was changed, one is new.
    with("aiuto-cuoco-mensa", &[("stato", "posti esauriti"), ("aggiornato", yesterday)]);
    with("italiano-a2", &[("aggiornato", yesterday)]);
    with("sportello-diritti", &[("pubblicato", yesterday), ("verificato", yesterday)]);
    let (pages, codes) = print_change(board.path(), &[]);
    assert_eq!(pages.len(), 3, "{pages:?}");
    let (down, up) = pages[0].split_once("Appendi questi").unwrap();
    assert!(down.contains("o/aiuto-cuoco-mensa") && down.contains("Posti esauriti"), "{down}");
    assert!(down.contains("o/italiano-a2") && down.contains("Cambiato"), "{down}");
    assert!(!down.contains("o/sportello-diritti") && !up.contains("o/aiuto-cuoco-mensa"), "{pages:?}");
    assert!(up.contains("o/italiano-a2") && up.contains("o/sportello-diritti"), "{up}");
    assert!(codes[0].is_empty(), "{codes:?}");
    let mut printed = codes[1..].concat();
    printed.sort();
    assert_eq!(printed, ["italiano-a2", "sportello-diritti"].map(|slug| format!("{SITE_URL}o/{slug}/")));
    // In another language, and for four on a page.
    let (pages, codes) = print_change(board.path(), &["--lang", "ar", "--four"]);
    assert_eq!((pages.len(), codes[1].len()), (2, 2), "{pages:?}");
    assert!(codes[1].iter().all(|code| code.starts_with(&format!("{SITE_URL}ar/o/"))), "{codes:?}");
    // What was changed before the last change hangs already.
    let (pages, _) = print_change(board.path(), &["--since", "2026-11-21"]);
    assert_eq!(pages.len(), 1, "{pages:?}");
    let late = bacheca(board.path(), &["poster", "--change", "--since", "2099-01-01"]).expect_code(2).err;
    assert!(late.contains("dopo oggi"), "{late}");
    let nowhere = bacheca(board.path(), &["poster", "--change", "--zone", "XX"]).expect_code(2).err;
    assert!(nowhere.contains("«XX»"), "{nowhere}");
}
