//! Posters as a printer and a telephone see them: rendered by poppler, read by a decoder of codes
//! that is not ours.

#![allow(clippy::cast_precision_loss, reason = "pixels of a sheet are few")]

use std::collections::BTreeSet;

use image::{GrayImage, Luma};
use serde_json::Value as Json;
use unicode_normalization::UnicodeNormalization;

use crate::site::ADDRESS;
use crate::support::{bacheca, none, real_site, repository, small_board, small_site, tool, tree, write};

const POPPLER: &str = "poppler-utils";

/// A poster of the small site.
struct Poster {
    slug: String,
    language: String,
    /// `poster`, `poster-strips`, `poster-multilingual`.
    variant: String,
    file: String,
}

impl Poster {
    /// The address that its code must have.
    fn address(&self) -> String {
        format!("{ADDRESS}{}o/{}/", prefix(&self.language), self.slug)
    }
}

/// Where a language's pages start.
fn prefix(language: &str) -> String {
    if language == "it" { String::new() } else { format!("{language}/") }
}

/// Every poster of the small site.
fn posters() -> Vec<Poster> {
    let files = tree(small_site()).into_keys().filter(|path| path.contains("/poster") && path.ends_with(".pdf"));
    let posters: Vec<Poster> = files
        .map(|path| {
            let (language, below) = if path.starts_with("o/") { ("it", &*path) } else { path.split_once('/').unwrap() };
            let (slug, variant) = below.strip_prefix("o/").unwrap().split_once('/').unwrap();
            Poster {
                slug: slug.to_owned(),
                language: language.to_owned(),
                variant: variant.trim_end_matches(".pdf").to_owned(),
                file: small_site().join(&path).to_str().unwrap().to_owned(),
            }
        })
        .collect();
    let of = |wanted: &str| {
        let some = posters.iter().filter(|poster| format!("{} {}", poster.language, poster.variant) == wanted);
        some.map(|poster| poster.slug.as_str()).collect::<Vec<&str>>()
    };
    for wanted in ["it poster", "it poster-strips", "it poster-multilingual", "en poster", "ar poster"] {
        assert_eq!(of(wanted), ["aiuto-cuoco-mensa", "italiano-a2", "sportello-diritti"], "{wanted}: what is open");
    }
    assert_eq!(posters.len(), 15);
    posters
}

/// Every code on a picture, decoded by a program that telephones' makers use too.
fn codes(picture: &GrayImage) -> Vec<String> {
    let file = tempfile::Builder::new().suffix(".png").tempfile().unwrap();
    picture.save(file.path()).unwrap();
    let output = std::process::Command::new("zbarimg").args(["-q", "--raw", file.path().to_str().unwrap()]).output();
    // It ends with 4 where there is none.
    let output = output.unwrap_or_else(|error| panic!("zbarimg: {error}; run: apt-get install zbar-tools"));
    let mut codes: Vec<String> = String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect();
    codes.sort();
    codes
}

/// What an office printer without greys makes of a picture.
fn black_and_white(picture: &GrayImage) -> GrayImage {
    GrayImage::from_fn(picture.width(), picture.height(), |x, y| {
        Luma([if picture.get_pixel(x, y).0[0] < 128 { 0 } else { 255 }])
    })
}

/// What somebody gets who photographs a poster from some way off, holding the telephone askew: blurred, turned by
/// three degrees, a quarter as large.
fn photographed(picture: &GrayImage) -> GrayImage {
    let blurred = image::imageops::blur(picture, 1.0);
    let (sine, cosine) = 3_f32.to_radians().sin_cos();
    let (middle_x, middle_y) = (picture.width() as f32 / 2.0, picture.height() as f32 / 2.0);
    let turned = GrayImage::from_fn(picture.width(), picture.height(), |x, y| {
        let (x, y) = (x as f32 - middle_x, y as f32 - middle_y);
        let from = (x * cosine + y * sine + middle_x, y * cosine - x * sine + middle_y);
        image::imageops::interpolate_bilinear(&blurred, from.0, from.1).unwrap_or(Luma([255]))
    });
    image::imageops::resize(&turned, picture.width() / 4, picture.height() / 4, image::imageops::FilterType::Triangle)
}

/// What is wrong with the code of a sheet, read in three ways.
fn unread(name: &str, picture: &GrayImage, address: &str) -> Vec<String> {
    let ways = [
        ("in greys", picture.clone()),
        ("in black and white", black_and_white(picture)),
        ("photographed", photographed(picture)),
    ];
    ways.into_iter()
        .map(|(how, picture)| (how, codes(&picture)))
        .filter(|(_, codes)| *codes != [address])
        .map(|(how, codes)| format!("{name} {how}: {codes:?}, expected {address}"))
        .collect()
}

#[test]
fn a_telephone_reads_the_code_of_every_poster() {
    let mut problems = Vec::new();
    for poster in posters() {
        let printed = tool("pdftoppm", POPPLER, &["-r", "150", "-gray", "-png", &poster.file]);
        let picture = image::load_from_memory(&printed).unwrap().into_luma8();
        problems.extend(unread(&poster.file, &picture, &poster.address()));
    }
    for slug in ["aiuto-cuoco-mensa", "italiano-a2", "sportello-diritti"] {
        let shared = std::fs::read(small_site().join(format!("o/{slug}/poster.png"))).unwrap();
        let picture = image::load_from_memory(&shared).unwrap().into_luma8();
        problems.extend(unread("poster.png", &picture, &format!("{ADDRESS}o/{slug}/")));
    }
    none(problems);
}

#[test]
fn a_telephone_reads_the_code_of_every_open_item_of_the_real_board_in_every_language() {
    let config: toml::Table = std::fs::read_to_string(repository("site.toml")).unwrap().parse().unwrap();
    let board = &config["bacheca"];
    let data: Json =
        serde_json::from_slice(&std::fs::read(real_site().join("dati/opportunita.json")).unwrap()).unwrap();
    let open: Vec<&str> = data["opportunita"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|item| item["aperta"] == true)
        .map(|item| item["slug"].as_str().unwrap())
        .collect();
    let folder = tempfile::tempdir().unwrap();
    let languages = board["lingue"].as_array().unwrap().iter().map(|language| language.as_str().unwrap());
    let of_language = |language: &str| {
        let pdf = folder.path().join(format!("{language}.pdf"));
        let pages = folder.path().join(language);
        let (pdf, pages) = (pdf.to_str().unwrap(), pages.to_str().unwrap());
        bacheca(
            &repository(""),
            &["poster", "--lang", language, "--out", pdf, &open.join("\n")]
                .iter()
                .flat_map(|argument| argument.split('\n'))
                .collect::<Vec<_>>(),
        )
        .ends(0);
        tool("pdftoppm", POPPLER, &["-r", "150", "-gray", "-png", pdf, pages]);
        let mut problems = Vec::new();
        let width = open.len().to_string().len();
        for (index, slug) in open.iter().enumerate() {
            let file = format!("{pages}-{:0width$}.png", index + 1);
            let picture = image::open(&file).unwrap_or_else(|error| panic!("{file}: {error}")).into_luma8();
            let address = format!("{}{}o/{slug}/", board["indirizzo"].as_str().unwrap(), prefix(language));
            problems.extend(unread(&format!("{language} {slug}"), &picture, &address));
        }
        problems
    };
    let problems: Vec<String> = std::thread::scope(|scope| {
        let each: Vec<_> = languages.map(|language| scope.spawn(move || of_language(language))).collect();
        each.into_iter().flat_map(|one| one.join().unwrap()).collect()
    });
    none(problems);
}

#[test]
fn a_poster_is_one_tagged_page_with_a_title() {
    let mut problems = Vec::new();
    for poster in posters() {
        let text = tool("pdfinfo", POPPLER, &[&poster.file]);
        let text = String::from_utf8(text).unwrap();
        let value = |key: &str| text.lines().find_map(|line| Some(line.strip_prefix(key)?.trim())).unwrap_or_default();
        let fits = value("Pages:") == "1"
            && value("Tagged:") == "yes"
            && value("Page size:").contains("(A4)")
            && !value("Title:").is_empty();
        let accessible =
            String::from_utf8_lossy(&tool("pdfinfo", POPPLER, &["-meta", &poster.file])).contains("<pdfuaid:part>1<");
        if !fits || !accessible {
            problems.push(format!("{}:\n{text}", poster.file));
        }
    }
    none(problems);
}

#[test]
fn a_poster_carries_all_its_fonts() {
    let mut problems = Vec::new();
    for Poster { file, .. } in posters() {
        let text = String::from_utf8(tool("pdffonts", POPPLER, &[&file])).unwrap();
        // name, type, encoding, embedded, subset, unicode, object: the names of types have spaces.
        let fonts: Vec<&str> = text.lines().skip(2).collect();
        let embedded = |line: &&str| {
            line.split_whitespace().rev().nth(4) == Some("yes") && line.split_whitespace().rev().nth(2) == Some("yes")
        };
        problems.extend(fonts.is_empty().then(|| format!("{file}: no fonts\n{text}")));
        problems.extend(fonts.iter().filter(|line| !embedded(line)).map(|line| format!("{file}: {line}")));
    }
    none(problems);
}

/// The words of a PDF, one space between them, Arabic letters as they are typed.
fn words(file: &str) -> String {
    let text = String::from_utf8(tool("pdftotext", POPPLER, &["-layout", file, "-"])).unwrap();
    let typed: String = text
        .nfkc()
        .filter(|letter| !matches!(letter, '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
        .collect();
    typed.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// The letters of each longer word, sorted: poppler turns round the two letters of an Arabic ligature.
fn letters_of_words(text: &str) -> impl Iterator<Item = String> {
    text.split(|letter: char| !letter.is_alphabetic()).filter(|word| word.chars().count() > 3).map(|word| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters.into_iter().collect()
    })
}

#[test]
fn a_poster_says_what_one_must_know() {
    for poster in posters().iter().filter(|poster| poster.language == "it" && poster.variant == "poster") {
        let text = words(&poster.file);
        let expected: &[&str] = match poster.slug.as_str() {
            "italiano-a2" => &[
                "Italiano A2: tre gruppi in biblioteca",
                "Esempio",
                "4 dicembre 2026",
                "12:00",
                "06 5550 0111",
                "borgo.example.org/bacheca/o/italiano-a2",
            ],
            "aiuto-cuoco-mensa" => &[
                "Aiuto cuoco o cuoca nella mensa della scuola",
                "30 novembre 2026",
                "lavoro@example.org",
                "CUOCO_26*B",
            ],
            _ => &["Sportello diritti", "piazza Grande 1", "Associazione Il Ponte"],
        };
        for word in expected {
            assert!(text.contains(&word.to_lowercase()), "{}: «{word}» is not on the poster: {text}", poster.slug);
        }
    }
}

#[test]
fn the_title_can_be_copied_from_a_poster_in_each_script() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("poster.pdf");
    let file = file.to_str().unwrap();
    for (slug, language) in
        [("italiano-a2-casilina", "ar"), ("italiano-a2-casilina", "bn"), ("italiano-a2-casilina", "uk")]
    {
        let page = repository(&format!("content/opportunita/esempi/{slug}.{language}.md"));
        let page = std::fs::read_to_string(page).unwrap();
        let title = page.lines().find_map(|line| line.strip_prefix("titolo:")).unwrap().trim().trim_matches('"');
        bacheca(&repository(""), &["poster", slug, "--lang", language, "--out", file]).ends(0);
        let text = words(file);
        let text: BTreeSet<String> = letters_of_words(&text).collect();
        for word in letters_of_words(&title.nfkc().collect::<String>().to_lowercase()) {
            assert!(text.contains(&word), "{language}: «{word}» of «{title}» is not in: {text:?}");
        }
    }
}

#[test]
fn a_poster_in_many_languages_says_each() {
    for poster in posters().iter().filter(|poster| poster.variant == "poster-multilingual") {
        let text = words(&poster.file);
        assert!(text.contains("english") && text.contains("العربية"), "{}: {text}", poster.slug);
    }
}

#[test]
fn a_poster_has_eight_strips_to_tear_off() {
    for poster in posters().iter().filter(|poster| poster.variant == "poster-strips") {
        let text = String::from_utf8(tool("pdftotext", POPPLER, &[&poster.file, "-"])).unwrap();
        let address = format!("bacheca/o/{}", poster.slug).replace(['/', '-', '.'], "");
        let plain: String = text.chars().filter(|letter| letter.is_alphanumeric()).collect();
        assert!(plain.matches(&address).count() >= 9, "{}: {text}", poster.slug);
    }
}

#[test]
fn the_print_desk_has_everything_that_is_open() {
    let pages = |file: &str| {
        let path = small_site().join(file);
        let text = String::from_utf8(tool("pdfinfo", POPPLER, &[path.to_str().unwrap()])).unwrap();
        let value = |key: &str| text.lines().find_map(|line| Some(line.strip_prefix(key)?.trim().to_owned())).unwrap();
        assert_eq!(value("Tagged:"), "yes", "{file}");
        (value("Pages:"), value("Page size:"))
    };
    // A list, then three posters; or all of them on one sheet.
    for (file, expected, size) in [
        ("stampa/it.pdf", "4", "(A4)"),
        ("stampa/it-4.pdf", "2", "(A4)"),
        ("stampa/ar.pdf", "4", "(A4)"),
        ("stampa/centri/sportello-borgo.pdf", "4", "(A4)"),
        ("stampa/centri/sportello-borgo-4.pdf", "2", "(A4)"),
        ("stampa/settimana.pdf", "1", "(A3)"),
        ("stampa/canale.pdf", "1", "(A4)"),
    ] {
        let (count, paper) = pages(file);
        assert!(count == expected && paper.contains(size), "{file}: {count} pages, {paper}");
    }
    let channel = small_site().join("stampa/canale.pdf");
    let printed = tool("pdftoppm", POPPLER, &["-r", "150", "-gray", "-png", channel.to_str().unwrap()]);
    let picture = image::load_from_memory(&printed).unwrap().into_luma8();
    assert_eq!(codes(&picture), ["https://whatsapp.com/channel/0029VaBORGO"]);
    let week = small_site().join("stampa/settimana.pdf");
    let printed = tool("pdftoppm", POPPLER, &["-r", "150", "-gray", "-png", week.to_str().unwrap()]);
    let found = codes(&image::load_from_memory(&printed).unwrap().into_luma8());
    let addresses = ["aiuto-cuoco-mensa", "italiano-a2", "sportello-diritti"].map(|slug| format!("{ADDRESS}o/{slug}/"));
    assert_eq!(found, addresses);
}

#[test]
fn one_command_prints_any_selection() {
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
        bacheca(board.path(), &[arguments, &["--out", file]].concat()).ends(0);
        let text = String::from_utf8(tool("pdfinfo", POPPLER, &[file])).unwrap();
        let value = |key: &str| text.lines().find_map(|line| Some(line.strip_prefix(key)?.trim())).unwrap();
        assert!(value("Pages:") == pages && value("Page size:").contains(size), "{arguments:?}: {text}");
    }
    assert!(bacheca(board.path(), &["poster", "italiano-a"]).ends(2).err.contains("«italiano-a2»"));
    assert!(bacheca(board.path(), &["poster", "italiano-a2", "--lang", "xx"]).ends(2).err.contains("it, en, ar"));
    assert!(bacheca(board.path(), &["poster", "--centre", "x"]).ends(2).err.contains("sportello-borgo"));
    bacheca(board.path(), &["poster"]).ends(2);
}

#[test]
fn cards_and_previews_are_as_large_as_they_must_be() {
    for page in ["o/italiano-a2", "ar/o/italiano-a2", "o/aiuto-cuoco-mensa", "en/o/sportello-diritti"] {
        let card = image::open(small_site().join(page).join("card.png")).unwrap();
        assert_eq!((card.width(), card.height()), (1080, 1350));
        let bytes = std::fs::read(small_site().join(page).join("preview.jpg")).unwrap();
        let preview = image::load_from_memory(&bytes).unwrap();
        assert_eq!((preview.width(), preview.height()), (1200, 630));
        assert!(bytes.len() < 300_000, "{page}/preview.jpg has {} bytes", bytes.len());
        let html = std::fs::read_to_string(small_site().join(page).join("index.html")).unwrap();
        let tag = format!("<meta property=\"og:image\" content=\"{ADDRESS}{page}/preview.jpg\">");
        assert!(html.contains(&tag), "{page} has no {tag}");
    }
}

#[test]
fn what_did_not_change_is_not_printed_again() {
    let board = small_board();
    bacheca(board.path(), &["build"]).ends(0);
    let poster = |slug: &str| std::fs::read(board.path().join(format!("public/o/{slug}/poster.pdf"))).unwrap();
    let (kept, changed) = (poster("italiano-a2"), poster("aiuto-cuoco-mensa"));
    let paper = board.path().join(".bacheca/paper");
    // What is kept is the sheet behind its sum. An hour of long ago shows that it was not written again.
    let kept_as = |sheet: &[u8]| {
        let found = tree(&paper).into_iter().find(|(_, bytes)| bytes.ends_with(sheet));
        paper.join(found.expect("a sheet is kept").0)
    };
    let long_ago = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000_000);
    let (kept_file, changed_file) = (kept_as(&kept), kept_as(&changed));
    std::fs::File::options().write(true).open(&kept_file).unwrap().set_modified(long_ago).unwrap();
    let item = board.path().join("content/opportunita/2026/aiuto-cuoco-mensa.md");
    let text = std::fs::read_to_string(&item).unwrap();
    write(&item, text.replacen("Aiuto cuoco", "Aiuto pizzaiolo", 1));
    bacheca(board.path(), &["build"]).ends(0);
    assert!(poster("italiano-a2") == kept && poster("aiuto-cuoco-mensa") != changed);
    assert_eq!(std::fs::metadata(&kept_file).unwrap().modified().unwrap(), long_ago);
    assert!(!changed_file.exists());
}

#[test]
fn a_letter_that_no_font_has_stops_the_build_and_says_what_to_install() {
    let board = small_board();
    bacheca(board.path(), &["build", "--skip", "card,print,search"]).ends(0);
    let before = tree(&board.path().join("public"));
    let item = board.path().join("content/opportunita/2026/aiuto-cuoco-mensa.md");
    let text = std::fs::read_to_string(&item).unwrap();
    write(&item, text.replacen("Aiuto cuoco", "Aiuto ཀ cuoco", 1));
    let said = bacheca(board.path(), &["build", "--skip", "card,print,search"]).ends(2).err;
    assert!(said.contains("(it)") && said.contains("«ཀ»") && said.contains("apt-get install fonts-noto"), "{said}");
    assert_eq!(tree(&board.path().join("public")), before);
}

#[test]
fn a_code_has_its_white_border() {
    let mut problems = Vec::new();
    for (path, bytes) in tree(small_site()).into_iter().filter(|(path, _)| path.ends_with("qr.svg")) {
        let svg = String::from_utf8(bytes).unwrap();
        let side = svg.split("viewBox=\"0 0 ").nth(1).and_then(|rest| rest.split([' ', '"']).next()).unwrap();
        let side: i64 = side.parse().unwrap();
        // Dark bars: where each starts, and how long it is. The first drawn thing is the white ground.
        let bars = svg.split(" d=\"").nth(2).unwrap().split('"').next().unwrap().split('M').skip(1);
        let numbers = bars.map(|bar| {
            bar.split(|letter: char| !letter.is_ascii_digit())
                .take(3)
                .map(|number| number.parse::<i64>().unwrap())
                .collect::<Vec<_>>()
        });
        let edges: Vec<(i64, i64, i64)> = numbers.map(|bar| (bar[0], bar[1], bar[0] + bar[2])).collect();
        let least = |numbers: Vec<i64>| numbers.into_iter().min().unwrap();
        let margins = [
            least(edges.iter().map(|edge| edge.0).collect()),
            least(edges.iter().map(|edge| edge.1).collect()),
            least(edges.iter().map(|edge| side - edge.2).collect()),
            least(edges.iter().map(|edge| side - 1 - edge.1).collect()),
        ];
        // ISO/IEC 18004: four modules on each side.
        if margins != [4; 4] {
            problems.push(format!("{path}: margins of {margins:?} modules"));
        }
    }
    none(problems);
}
