//! Posters, rendered by poppler and read by an independent QR decoder.

#![allow(clippy::cast_precision_loss, reason = "pixels of a sheet are few")]

use std::collections::BTreeSet;
use std::path::Path;

use bacheca::board::{Board, Item};
use bacheca::compose::fact_sheet::build_fact_sheet;
use bacheca::config::Config;
use bacheca::locale::{Locale, Locales};
use bacheca::theme::Theme;
use image::{GrayImage, Luma};
use unicode_normalization::UnicodeNormalization;

use crate::support::{
    POPPLER, SITE_URL, TODAY, assert_no_problems, bacheca, print_pages, print_pages_at, read_qr_codes, read_tree,
    repository_path, run_tool, small_site,
};

/// A poster of the small site.
struct Poster {
    slug: String,
    language: String,
    /// `poster`, `poster-strips`, `poster-multilingual`.
    variant: String,
    file: String,
}

impl Poster {
    /// Address that the QR code must contain.
    fn address(&self) -> String {
        format!("{SITE_URL}{}o/{}/", language_prefix(&self.language), self.slug)
    }
}

/// Path prefix of a language's pages.
fn language_prefix(language: &str) -> String {
    if language == "it" { String::new() } else { format!("{language}/") }
}

/// Every poster of the small site.
fn posters() -> Vec<Poster> {
    let files = read_tree(small_site()).into_keys().filter(|path| path.contains("/poster") && path.ends_with(".pdf"));
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

/// Converts an image to black and white, as an office printer does.
fn to_black_and_white(picture: &GrayImage) -> GrayImage {
    GrayImage::from_fn(picture.width(), picture.height(), |x, y| {
        Luma([if picture.get_pixel(x, y).0[0] < 128 { 0 } else { 255 }])
    })
}

/// Simulates a photo from a distance with a tilted phone: a quarter of the size, blurred, rotated by three degrees.
fn simulate_photo(picture: &GrayImage) -> GrayImage {
    // Rotating half the size takes a quarter of the time.
    let half = GrayImage::from_fn(picture.width() / 2, picture.height() / 2, |x, y| {
        let grey = |x, y| u16::from(picture.get_pixel(x, y).0[0]);
        let (x, y) = (2 * x, 2 * y);
        let sum = grey(x, y) + grey(x + 1, y) + grey(x, y + 1) + grey(x + 1, y + 1);
        Luma([u8::try_from(sum / 4).unwrap()])
    });
    let blurred = image::imageops::blur(&half, 0.5);
    let (sine, cosine) = 3_f32.to_radians().sin_cos();
    let (middle_x, middle_y) = (half.width() as f32 / 2.0, half.height() as f32 / 2.0);
    let turned = GrayImage::from_fn(half.width(), half.height(), |x, y| {
        let (x, y) = (x as f32 - middle_x, y as f32 - middle_y);
        let from = (x * cosine + y * sine + middle_x, y * cosine - x * sine + middle_y);
        image::imageops::interpolate_bilinear(&blurred, from.0, from.1).unwrap_or(Luma([255]))
    });
    image::imageops::resize(&turned, half.width() / 2, half.height() / 2, image::imageops::FilterType::Triangle)
}

/// Problems of a sheet's QR code, read as printed, in black and white, and as a photo; and of its quiet zone.
fn code_problems(name: &str, picture: &GrayImage, address: &str, place: CodePlace) -> Vec<String> {
    let in_greys = read_qr_codes(picture);
    let ways = [
        ("in greys", in_greys),
        ("in black and white", read_qr_codes(&to_black_and_white(picture))),
        ("photographed", read_qr_codes(&simulate_photo(picture))),
    ];
    let mut problems: Vec<String> = ways
        .into_iter()
        .map(|(how, codes)| (how, codes.into_iter().collect::<BTreeSet<String>>()))
        .filter(|(_, codes)| *codes != BTreeSet::from([address.to_owned()]))
        .map(|(how, codes)| format!("{name} {how}: {codes:?}, expected {address}"))
        .collect();
    problems.extend(quiet_zone_problem(name, picture, place));
    problems
}

/// The problem of a sheet whose code has less than four modules of white around it.
fn quiet_zone_problem(name: &str, picture: &GrayImage, place: CodePlace) -> Option<String> {
    let modules = quiet_zone(picture, place);
    let is_enough = modules.is_some_and(|modules| modules >= 4.0);
    (!is_enough).then(|| format!("{name}: a quiet zone of {modules:?} modules, expected four"))
}

/// Where the dark modules of a sheet's code are, in millimetres.
#[derive(Debug, Clone, Copy)]
struct CodePlace {
    left: f32,
    side: f32,
}

impl CodePlace {
    /// On a poster: within the margin, on the side on which reading begins.
    fn of(language: &str, variant: &str) -> Self {
        let side = if variant == "poster-strips" { 46.0 } else { 60.0 };
        let is_right_to_left = ["ar", "fa", "ur"].contains(&language);
        Self { left: if is_right_to_left { 198.0 - side } else { 12.0 }, side }
    }
}

/// White space around the code of an A4 sheet, in modules; `None` if there is no code at the place.
fn quiet_zone(picture: &GrayImage, place: CodePlace) -> Option<f32> {
    let pixel = picture.width() as f32 / 210.0;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pixels of a sheet")]
    let at = |millimetres: f32| (millimetres * pixel).round() as u32;
    let is_dark = |x: u32, y: u32| picture.get_pixel(x, y).0[0] < 128;
    // The lower left finder pattern: the last seven modules that are dark from top to bottom at the left edge.
    let left = at(place.left);
    let inside = left + 2;
    let shortest = at(place.side * 7.0 / 45.0);
    let (mut bottom, mut length) = (0, 0);
    for y in (0..picture.height()).rev() {
        if is_dark(inside, y) {
            bottom = if length == 0 { y + 1 } else { bottom };
            length += 1;
        } else if length >= shortest {
            break;
        } else {
            length = 0;
        }
    }
    let module = length as f32 / 7.0;
    let side = at(place.side);
    let (right, top) = (left + side, bottom.checked_sub(side)?);
    // Both ends of the upper finder patterns belong to the code.
    (length >= shortest && is_dark(inside, top + 2) && is_dark(right - 3, top + 2)).then_some(())?;
    let is_white = |x: u32, y: u32| picture.get_pixel(x, y).0[0] > 200;
    let ring = |distance: u32| {
        let (left, top) = (left.checked_sub(distance)?, top.checked_sub(distance)?);
        let (right, bottom) = (right + distance - 1, bottom + distance - 1);
        if right >= picture.width() || bottom >= picture.height() {
            return None;
        }
        let rows = (left..=right).all(|x| is_white(x, top) && is_white(x, bottom));
        let columns = (top..=bottom).all(|y| is_white(left, y) && is_white(right, y));
        Some(rows && columns)
    };
    // The first ring may have half a pixel of ink.
    let clear = (2..picture.width()).take_while(|distance| ring(*distance) == Some(true)).count();
    Some((clear + 1) as f32 / module)
}

#[test]
fn qr_code_of_every_poster_is_readable() {
    let mut problems = Vec::new();
    for poster in posters() {
        let pages = print_pages(poster.file.as_ref());
        assert_eq!(pages.len(), 1, "{}", poster.file);
        let place = CodePlace::of(&poster.language, &poster.variant);
        problems.extend(code_problems(&poster.file, &pages[0], &poster.address(), place));
    }
    for slug in ["aiuto-cuoco-mensa", "italiano-a2", "sportello-diritti"] {
        let shared = std::fs::read(small_site().join(format!("o/{slug}/poster.png"))).unwrap();
        let picture = image::load_from_memory(&shared).unwrap().into_luma8();
        let place = CodePlace::of("it", "poster");
        problems.extend(code_problems("poster.png", &picture, &format!("{SITE_URL}o/{slug}/"), place));
    }
    assert_no_problems(problems);
}

/// The repository's own board on the day of the tests.
fn real_board() -> Board {
    let root = repository_path("");
    let Ok(config) = Config::load(&root) else { panic!("site.toml") };
    Board::clone(&bacheca::board::load(&root, config, TODAY.parse().unwrap()).board)
}

/// Words of a text with more than one letter, the letters of each sorted and once: poppler puts those of a ligature, and
/// vowels that stand before their consonant, in an order of its own, and repeats letters that have a mark above them.
fn words_of(text: &str) -> BTreeSet<String> {
    let typed: String = text
        .nfkc()
        .filter(|letter| !matches!(letter, '\u{64b}'..='\u{652}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}'))
        .flat_map(char::to_lowercase)
        .flat_map(|letter| if is_han(letter) { vec![' ', letter, ' '] } else { vec![letter] })
        .collect();
    let words = typed
        .split(|letter: char| !letter.is_alphanumeric() || letter == 'ʼ')
        .filter(|word| word.chars().count() > 1 || word.chars().any(is_han));
    words
        .map(|word| {
            let mut letters: Vec<char> = word.chars().collect();
            letters.sort_unstable();
            letters.dedup();
            letters.into_iter().collect()
        })
        .collect()
}

/// Whether a letter is Chinese: lines break anywhere between such letters, so that each is a word.
fn is_han(letter: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&letter)
}

/// What a sheet must say of an item in a language: the six answers, the zone, each group with its street, each day.
fn essential_words(board: &Board, item: &Item, locale: &Locale) -> Vec<(&'static str, String)> {
    let sheet = build_fact_sheet(board, item, locale);
    let mut lines: Vec<(&str, String)> =
        sheet.answers.iter().map(|answer| (answer.name, answer.short.text.to_string())).collect();
    let places = item.facts.place.value().into_iter();
    let zones = places.filter_map(|place| place.zone.as_deref());
    lines.extend(zones.map(|zone| ("zone", board.config.territorio.zone_label(zone))));
    for edition in &sheet.editions {
        lines.push(("group", edition.title.text.to_string()));
        lines.extend(edition.answers.iter().map(|answer| ("group", answer.short.text.to_string())));
    }
    lines.extend(sheet.days.into_iter().map(|day| ("day", day)));
    lines
}

/// Words of the pages of a PDF.
fn words_of_pages(pdf: &Path) -> Vec<BTreeSet<String>> {
    let text = run_tool("pdftotext", POPPLER, &["-raw", pdf.to_str().unwrap(), "-"]);
    String::from_utf8(text).unwrap().split_terminator('\u{c}').map(words_of).collect()
}

/// Lines with words that are not on a page. Poppler takes Nastaliq apart, letter by letter, so that words of a page in
/// Urdu are looked for by another test, before they are a PDF.
fn missing_words(name: &str, page: &BTreeSet<String>, lines: &[(&str, String)]) -> Vec<String> {
    let is_nastaliq =
        |word: &String| name.starts_with("ur") && word.contains(|letter| ('\u{600}'..'\u{700}').contains(&letter));
    let is_missing = |word: &String| !page.contains(word) && !is_nastaliq(word);
    let missing = |text: &str| words_of(text).into_iter().filter(is_missing).collect::<Vec<String>>();
    let lines = lines.iter().map(|(what, text)| (what, text, missing(text))).filter(|(.., words)| !words.is_empty());
    lines.map(|(what, text, words)| format!("{name}: {what} «{text}»: {words:?} is not on the sheet")).collect()
}

#[test]
fn sheet_of_every_real_open_item_has_its_code_and_every_answer_in_every_language() {
    let board = real_board();
    let locales = Locales::load(&Theme::embedded(), &board.config.bacheca.lingue).unwrap();
    let open: Vec<&Item> = board.published().filter(|item| item.status.is_open()).collect();
    assert!(open.len() > 10);
    let folder = tempfile::tempdir().unwrap();
    let all = board.config.bacheca.lingue.join(",");
    let pages_in = |languages: &str| {
        let pdf = folder.path().join(format!("{languages}.pdf"));
        let arguments = ["poster", "--open", "--lang", languages, "--out", pdf.to_str().unwrap()];
        bacheca(&repository_path(""), &arguments).expect_code(0);
        let language = languages.split(',').next().unwrap();
        let locale = locales.get(language).unwrap();
        let pictures = print_pages(&pdf);
        // The list takes one page.
        assert_eq!(pictures.len(), 1 + open.len(), "{languages}: a page for each");
        let words = words_of_pages(&pdf);
        let mut problems = Vec::new();
        for item in &open {
            let title = [("title", build_fact_sheet(&board, item, locale).title.text.to_string())];
            problems.extend(missing_words(&format!("{languages} list"), &words[0], &title));
        }
        let mut found = BTreeSet::new();
        for (picture, words) in pictures.iter().zip(&words).skip(1) {
            let codes = read_qr_codes(picture);
            let path = format!("{}{}o/", board.config.bacheca.indirizzo, language_prefix(language));
            let is_of = |item: &&&Item| codes == [format!("{path}{}/", item.slug)];
            let Some(item) = open.iter().find(is_of) else {
                problems.push(format!("{languages}: {codes:?} is the code of no item"));
                continue;
            };
            found.insert(item.slug.as_str());
            let name = format!("{languages} {}", item.slug);
            let place = CodePlace::of(language, "poster");
            // The codes of the other languages differ by two letters of their address.
            if languages == "it" || languages == all {
                problems.extend(code_problems(&name, picture, &codes[0], place));
            } else {
                problems.extend(quiet_zone_problem(&name, picture, place));
            }
            let mut lines = essential_words(&board, item, locale);
            for other in languages.split(',').skip(1).map(|code| locales.get(code).unwrap()) {
                if other.code == "ur" {
                    continue;
                }
                let sheet = build_fact_sheet(&board, item, other);
                let title = if sheet.title.foreign { sheet.kind_label } else { sheet.title.text.as_ref() };
                lines.push(("title", title.to_owned()));
                lines.push(("autonym", other.autonym.clone()));
            }
            problems.extend(missing_words(&name, words, &lines));
        }
        assert_eq!(found.len(), open.len(), "{languages}");
        problems
    };
    let sorts: Vec<&str> = board.config.bacheca.lingue.iter().map(String::as_str).chain([all.as_str()]).collect();
    let problems: Vec<String> = std::thread::scope(|scope| {
        let each: Vec<_> = sorts.iter().map(|languages| scope.spawn(|| pages_in(languages))).collect();
        each.into_iter().flat_map(|one| one.join().unwrap()).collect()
    });
    assert_no_problems(problems);
}

#[test]
fn poster_is_one_tagged_page_with_title() {
    let mut problems = Vec::new();
    for poster in posters() {
        let text = run_tool("pdfinfo", POPPLER, &[&poster.file]);
        let text = String::from_utf8(text).unwrap();
        let value = |key: &str| text.lines().find_map(|line| Some(line.strip_prefix(key)?.trim())).unwrap_or_default();
        let fits = value("Pages:") == "1"
            && value("Tagged:") == "yes"
            && value("Page size:").contains("(A4)")
            && !value("Title:").is_empty();
        let accessible = String::from_utf8_lossy(&run_tool("pdfinfo", POPPLER, &["-meta", &poster.file]))
            .contains("<pdfuaid:part>1<");
        if !fits || !accessible {
            problems.push(format!("{}:\n{text}", poster.file));
        }
    }
    assert_no_problems(problems);
}

#[test]
fn poster_embeds_all_fonts() {
    let mut problems = Vec::new();
    for Poster { file, .. } in posters() {
        let text = String::from_utf8(run_tool("pdffonts", POPPLER, &[&file])).unwrap();
        // Columns: name, type, encoding, embedded, subset, unicode, object; names of types contain spaces.
        let fonts: Vec<&str> = text.lines().skip(2).collect();
        let embedded = |line: &&str| {
            line.split_whitespace().rev().nth(4) == Some("yes") && line.split_whitespace().rev().nth(2) == Some("yes")
        };
        problems.extend(fonts.is_empty().then(|| format!("{file}: no fonts\n{text}")));
        problems.extend(fonts.iter().filter(|line| !embedded(line)).map(|line| format!("{file}: {line}")));
    }
    assert_no_problems(problems);
}

/// Text of a PDF with single spaces, Arabic characters in their basic forms.
fn pdf_text(file: &str) -> String {
    let text = String::from_utf8(run_tool("pdftotext", POPPLER, &["-layout", file, "-"])).unwrap();
    let typed: String = text
        .nfkc()
        .filter(|letter| !matches!(letter, '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
        .collect();
    typed.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Sorted characters of each longer word, because poppler swaps the two characters of an Arabic ligature.
fn sorted_chars_of_words(text: &str) -> impl Iterator<Item = String> {
    text.split(|letter: char| !letter.is_alphabetic()).filter(|word| word.chars().count() > 3).map(|word| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters.into_iter().collect()
    })
}

#[test]
fn poster_has_the_essential_facts() {
    for poster in posters().iter().filter(|poster| poster.language == "it" && poster.variant == "poster") {
        let text = pdf_text(&poster.file);
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
fn poster_title_can_be_copied_in_each_script() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("poster.pdf");
    let file = file.to_str().unwrap();
    for (slug, language) in
        [("italiano-a2-casilina", "ar"), ("italiano-a2-casilina", "bn"), ("italiano-a2-casilina", "uk")]
    {
        let page = repository_path(&format!("content/opportunita/esempi/{slug}.{language}.md"));
        let page = std::fs::read_to_string(page).unwrap();
        let title = page.lines().find_map(|line| line.strip_prefix("titolo:")).unwrap().trim().trim_matches('"');
        bacheca(&repository_path(""), &["poster", slug, "--lang", language, "--out", file]).expect_code(0);
        let text = pdf_text(file);
        let text: BTreeSet<String> = sorted_chars_of_words(&text).collect();
        for word in sorted_chars_of_words(&title.nfkc().collect::<String>().to_lowercase()) {
            assert!(text.contains(&word), "{language}: «{word}» of «{title}» is not in: {text:?}");
        }
    }
}

#[test]
fn multilingual_poster_has_every_language() {
    for poster in posters().iter().filter(|poster| poster.variant == "poster-multilingual") {
        let text = pdf_text(&poster.file);
        assert!(text.contains("english") && text.contains("العربية"), "{}: {text}", poster.slug);
    }
}

#[test]
fn poster_has_seven_tear_off_strips_within_the_margins() {
    for poster in posters().iter().filter(|poster| poster.variant == "poster-strips") {
        let text = String::from_utf8(run_tool("pdftotext", POPPLER, &[&poster.file, "-"])).unwrap();
        let address = format!("bacheca/o/{}", poster.slug).replace(['/', '-', '.'], "");
        let plain: String = text.chars().filter(|letter| letter.is_alphanumeric()).collect();
        assert_eq!(plain.matches(&address).count(), 8, "{}: {text}", poster.slug);
        // Small codes are looked at from near.
        let picture = &print_pages_at(poster.file.as_ref(), "300")[0];
        assert_eq!(read_qr_codes(picture), vec![poster.address(); 8], "{}", poster.slug);
        // Office printers do not reach the last five millimetres.
        let edge = picture.width() * 5 / 210;
        let (width, height) = (picture.width(), picture.height());
        let is_white = |x: u32, y: u32| picture.get_pixel(x, y).0[0] > 200;
        let strips = height * 235 / 297..height;
        assert!(strips.clone().all(|y| (0..edge).all(|x| is_white(x, y) && is_white(width - 1 - x, y))));
        assert!((height - edge..height).all(|y| (0..width).all(|x| is_white(x, y))));
    }
}

#[test]
fn qr_code_has_its_quiet_zone() {
    let mut problems = Vec::new();
    for (path, bytes) in read_tree(small_site()).into_iter().filter(|(path, _)| path.ends_with("qr.svg")) {
        let svg = String::from_utf8(bytes).unwrap();
        let side = svg.split("viewBox=\"0 0 ").nth(1).and_then(|rest| rest.split([' ', '"']).next()).unwrap();
        let side: i64 = side.parse().unwrap();
        // Start and length of each dark bar; the first shape is the white background.
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
    assert_no_problems(problems);
}
