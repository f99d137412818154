//! Posters as a printer and a telephone see them: rendered by poppler, read by a decoder of codes
//! that is not ours.

#![allow(clippy::cast_precision_loss, reason = "pixels of a sheet are few")]

use std::collections::BTreeSet;

use image::{GrayImage, Luma};
use serde_json::Value as Json;
use unicode_normalization::UnicodeNormalization;

use crate::support::{ADDRESS, POPPLER, bacheca, codes, none, real_site, repository, small_site, tool, tree};

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
