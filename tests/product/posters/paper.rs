//! Posters as files for a printer: one tagged A4 page, fonts, margins.

use super::{Poster, posters};
use crate::support::{POPPLER, assert_no_problems, print_pages_at, read_qr_codes, run_tool};

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
