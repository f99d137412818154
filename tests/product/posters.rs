//! Posters as a printer and a telephone see them: rendered by poppler, read by a decoder of codes
//! that is not ours.

use image::{GrayImage, Luma};

use crate::site::ADDRESS;
use crate::support::{none, small_site, tool, tree};

const POPPLER: &str = "poppler-utils";

/// The posters of the small site: the item's name and the file.
fn posters() -> Vec<(String, String)> {
    let files = tree(small_site()).into_keys().filter(|path| path.ends_with("poster.pdf"));
    let posters: Vec<_> = files
        .map(|path| {
            let slug = path.strip_prefix("o/").and_then(|path| path.strip_suffix("/poster.pdf"));
            let slug = slug.unwrap_or_else(|| panic!("{path}: posters stand in the board's own language")).to_owned();
            (slug, small_site().join(path).to_str().unwrap().to_owned())
        })
        .collect();
    let slugs: Vec<&str> = posters.iter().map(|(slug, _)| slug.as_str()).collect();
    assert_eq!(slugs, ["aiuto-cuoco-mensa", "italiano-a2", "sportello-diritti"], "what is open, and nothing else");
    posters
}

/// Every code on a picture, decoded.
fn codes(picture: &GrayImage) -> Vec<String> {
    let grey = |x: usize, y: usize| picture.get_pixel(u32::try_from(x).unwrap(), u32::try_from(y).unwrap()).0[0];
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    let mut prepared = rqrr::PreparedImage::prepare_from_greyscale(width, height, grey);
    prepared.detect_grids().iter().filter_map(|grid| Some(grid.decode().ok()?.1)).collect()
}

/// What an office printer without greys makes of a picture.
fn black_and_white(picture: &GrayImage) -> GrayImage {
    GrayImage::from_fn(picture.width(), picture.height(), |x, y| {
        Luma([if picture.get_pixel(x, y).0[0] < 128 { 0 } else { 255 }])
    })
}

#[test]
fn a_telephone_reads_the_code_of_every_poster() {
    let mut problems = Vec::new();
    for (slug, pdf) in posters() {
        let address = format!("{ADDRESS}o/{slug}/");
        let printed = tool("pdftoppm", POPPLER, &["-r", "150", "-gray", "-png", &pdf]);
        let shared = std::fs::read(small_site().join(format!("o/{slug}/poster.png"))).unwrap();
        for (name, bytes) in [("poster.pdf", printed), ("poster.png", shared)] {
            let picture = image::load_from_memory(&bytes).unwrap().into_luma8();
            for (how, picture) in [("in greys", picture.clone()), ("in black and white", black_and_white(&picture))] {
                // A second code may lead to the channel.
                if !codes(&picture).contains(&address) {
                    problems.push(format!("o/{slug}/{name} {how}: {:?}, expected {address}", codes(&picture)));
                }
            }
        }
    }
    none(problems);
}

#[test]
fn a_poster_is_one_tagged_page_with_a_title() {
    let mut problems = Vec::new();
    for (slug, pdf) in posters() {
        let text = tool("pdfinfo", POPPLER, &[&pdf]);
        let text = String::from_utf8(text).unwrap();
        let value = |key: &str| text.lines().find_map(|line| Some(line.strip_prefix(key)?.trim())).unwrap_or_default();
        let fits = value("Pages:") == "1"
            && value("Tagged:") == "yes"
            && value("Page size:").contains("(A4)")
            && !value("Title:").is_empty();
        let accessible =
            String::from_utf8_lossy(&tool("pdfinfo", POPPLER, &["-meta", &pdf])).contains("<pdfuaid:part>1<");
        if !fits || !accessible {
            problems.push(format!("{slug}:\n{text}"));
        }
    }
    none(problems);
}

#[test]
fn a_poster_carries_all_its_fonts() {
    let mut problems = Vec::new();
    for (slug, pdf) in posters() {
        let text = String::from_utf8(tool("pdffonts", POPPLER, &[&pdf])).unwrap();
        // name, type, encoding, embedded, subset, unicode, object: the names of types have spaces.
        let fonts: Vec<&str> = text.lines().skip(2).collect();
        let embedded = |line: &&str| {
            line.split_whitespace().rev().nth(4) == Some("yes") && line.split_whitespace().rev().nth(2) == Some("yes")
        };
        problems.extend(fonts.is_empty().then(|| format!("{slug}: no fonts\n{text}")));
        problems.extend(fonts.iter().filter(|line| !embedded(line)).map(|line| format!("{slug}: {line}")));
    }
    none(problems);
}

#[test]
fn a_poster_says_what_one_must_know() {
    for (slug, pdf) in posters() {
        let text = String::from_utf8(tool("pdftotext", POPPLER, &["-layout", &pdf, "-"])).unwrap();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let words: &[&str] = match slug.as_str() {
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
        for word in words {
            assert!(
                text.to_lowercase().contains(&word.to_lowercase()),
                "{slug}: «{word}» is not on the poster: {text}"
            );
        }
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
