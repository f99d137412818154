//! Codes of posters, decoded from what a printer prints and from a photo of it.

#![allow(clippy::cast_precision_loss, reason = "pixels of a sheet are few")]

use std::collections::BTreeSet;

use image::{GrayImage, Luma};

use super::posters;
use crate::support::{SITE_URL, assert_no_problems, print_pages, read_all_qr_codes, read_tree, small_site};

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

/// A sheet with one code, as a printer or a chat gets it.
pub(super) struct Sheet<'a> {
    pub name: String,
    pub picture: &'a GrayImage,
    /// Address that its code must hold.
    pub address: String,
    pub place: CodePlace,
}

/// Problems of the codes of sheets on worse paper: in black and white, and as a photo; and of their quiet zones. Of a sheet
/// only the part with the code is looked at.
pub(super) fn code_problems(sheets: &[Sheet]) -> Vec<String> {
    let ways: Vec<(&Sheet, &str, GrayImage)> = sheets
        .iter()
        .flat_map(|sheet| {
            // Where there is no code at its place, nothing is read there either.
            let part = part_with_code(sheet.picture, sheet.place).unwrap_or_else(|| GrayImage::new(64, 64));
            [(sheet, "in black and white", to_black_and_white(&part)), (sheet, "photographed", simulate_photo(&part))]
        })
        .collect();
    let pictures: Vec<&GrayImage> = ways.iter().map(|(.., picture)| picture).collect();
    let read = ways.iter().zip(read_all_qr_codes(&pictures));
    let wrong = read.filter_map(|((sheet, how, _), codes)| wrong_code(sheet, how, codes));
    wrong.chain(sheets.iter().filter_map(|sheet| quiet_zone_problem(&sheet.name, sheet.picture, sheet.place))).collect()
}

/// The problem of a sheet on which other codes than its own were read. Each strip has the code again.
fn wrong_code(sheet: &Sheet, how: &str, codes: Vec<String>) -> Option<String> {
    let Sheet { name, address, .. } = sheet;
    let codes: BTreeSet<String> = codes.into_iter().collect();
    (codes != BTreeSet::from([address.clone()])).then(|| format!("{name} {how}: {codes:?}, expected {address}"))
}

/// The problem of a sheet whose code has less than four modules of white around it.
pub(super) fn quiet_zone_problem(name: &str, picture: &GrayImage, place: CodePlace) -> Option<String> {
    let modules = quiet_zone(picture, place);
    let is_enough = modules.is_some_and(|modules| modules >= 4.0);
    (!is_enough).then(|| format!("{name}: a quiet zone of {modules:?} modules, expected four"))
}

/// Where the dark modules of a sheet's code are, in millimetres.
#[derive(Debug, Clone, Copy)]
pub(super) struct CodePlace {
    left: f32,
    side: f32,
}

impl CodePlace {
    /// On a poster: within the margin, on the side on which reading begins.
    pub(super) fn of(language: &str, variant: &str) -> Self {
        let side = if variant == "poster-strips" { 46.0 } else { 60.0 };
        let is_right_to_left = ["ar", "fa", "ur"].contains(&language);
        Self { left: if is_right_to_left { 198.0 - side } else { 12.0 }, side }
    }
}

/// A code that was found at its place, in pixels.
struct FoundCode {
    left: u32,
    top: u32,
    side: u32,
    /// Side of one module.
    module: f32,
}

/// Pixels of a length on an A4 sheet.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pixels of a sheet")]
fn pixels(picture: &GrayImage, millimetres: f32) -> u32 {
    (millimetres * picture.width() as f32 / 210.0).round() as u32
}

/// The code of an A4 sheet; `None` if there is none at the place.
fn find_code(picture: &GrayImage, place: CodePlace) -> Option<FoundCode> {
    let is_dark = |x: u32, y: u32| picture.get_pixel(x, y).0[0] < 128;
    // The lower left finder pattern: the last seven modules that are dark from top to bottom at the left edge.
    let left = pixels(picture, place.left);
    let inside = left + 2;
    let shortest = pixels(picture, place.side * 7.0 / 45.0);
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
    let side = pixels(picture, place.side);
    let (right, top) = (left + side, bottom.checked_sub(side)?);
    // Both ends of the upper finder patterns belong to the code.
    (length >= shortest && is_dark(inside, top + 2) && is_dark(right - 3, top + 2)).then_some(())?;
    Some(FoundCode { left, top, side, module: length as f32 / 7.0 })
}

/// The code of an A4 sheet with twelve millimetres of what is around it, more than its quiet zone.
fn part_with_code(picture: &GrayImage, place: CodePlace) -> Option<GrayImage> {
    let code = find_code(picture, place)?;
    let around = pixels(picture, 12.0);
    let (left, top) = (code.left.saturating_sub(around), code.top.saturating_sub(around));
    let end = |start: u32, most: u32| (start + code.side + around).min(most);
    let (right, bottom) = (end(code.left, picture.width()), end(code.top, picture.height()));
    Some(image::imageops::crop_imm(picture, left, top, right - left, bottom - top).to_image())
}

/// White space around the code of an A4 sheet, in modules; `None` if there is no code at the place.
fn quiet_zone(picture: &GrayImage, place: CodePlace) -> Option<f32> {
    let FoundCode { left, top, side, module } = find_code(picture, place)?;
    let (right, bottom) = (left + side, top + side);
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
    let posters = posters();
    let printed = posters.iter().map(|poster| {
        let mut pages = print_pages(poster.file.as_ref());
        assert_eq!(pages.len(), 1, "{}", poster.file);
        let place = CodePlace::of(&poster.language, &poster.variant);
        (poster.file.clone(), pages.remove(0), poster.address(), place)
    });
    let shared = ["aiuto-cuoco-mensa", "italiano-a2", "sportello-diritti"].map(|slug| {
        let bytes = std::fs::read(small_site().join(format!("o/{slug}/poster.png"))).unwrap();
        let picture = image::load_from_memory(&bytes).unwrap().into_luma8();
        (format!("{slug}/poster.png"), picture, format!("{SITE_URL}o/{slug}/"), CodePlace::of("it", "poster"))
    });
    let pictures: Vec<(String, GrayImage, String, CodePlace)> = printed.chain(shared).collect();
    let sheets = pictures.iter().map(|(name, picture, address, place)| Sheet {
        name: name.clone(),
        picture,
        address: address.clone(),
        place: *place,
    });
    let sheets: Vec<Sheet> = sheets.collect();
    let whole = read_all_qr_codes(&sheets.iter().map(|sheet| sheet.picture).collect::<Vec<_>>());
    let wrong = sheets.iter().zip(whole).filter_map(|(sheet, codes)| wrong_code(sheet, "in greys", codes));
    assert_no_problems(wrong.chain(code_problems(&sheets)).collect());
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
