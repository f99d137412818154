//! The official image of an item: bounded, turned upright, without metadata, as large as a page needs.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageDecoder, ImageReader, Limits};

use super::{Failure, PageOf, Sink, Site};

/// The name under which an image is published beside its page.
pub(super) const PUBLISHED_AS: &str = "image.jpg";

/// The largest file read, in bytes.
const LARGEST_FILE: u64 = 12 * 1024 * 1024;
/// The largest side decoded, in pixels.
const LARGEST_SIDE: u32 = 12_000;
/// The most memory a decoder may take, in bytes.
const MEMORY: u64 = 256 * 1024 * 1024;
/// The longest side published, in pixels.
const SIDE: u32 = 1200;
const QUALITY: u8 = 80;

pub(super) fn publish(site: &Site<'_>, page: &PageOf<'_>, sink: &dyn Sink) -> Result<(), Failure> {
    let Some(path) = page.item.image_path(&site.board.root) else { return Ok(()) };
    // Pages of other languages show the picture beside the page in the board's own.
    if page.locale.code != site.board.config.bacheca.lingua {
        return Ok(());
    }
    sink.put(&format!("{}{PUBLISHED_AS}", page.path), published(&path)?)
}

/// Width and height of a picture as it is published, from its first bytes.
pub(super) fn published_size(path: &std::path::Path) -> Option<(u32, u32)> {
    let mut decoder = ImageReader::open(path).ok()?.with_guessed_format().ok()?.into_decoder().ok()?;
    let (width, height) = decoder.dimensions();
    let turned = decoder.orientation().is_ok_and(|orientation| {
        use image::metadata::Orientation::{Rotate90, Rotate90FlipH, Rotate270, Rotate270FlipH};
        matches!(orientation, Rotate90 | Rotate270 | Rotate90FlipH | Rotate270FlipH)
    });
    let (width, height) = if turned { (height, width) } else { (width, height) };
    let longest = width.max(height).max(SIDE);
    let scaled = |side: u32| u32::try_from(u64::from(side) * u64::from(SIDE) / u64::from(longest)).ok();
    Some((scaled(width)?.max(1), scaled(height)?.max(1)))
}

fn published(path: &std::path::Path) -> Result<Vec<u8>, Failure> {
    let shown = path.display();
    let said = |error: &dyn std::fmt::Display| format!("{shown}: {error}");
    let size = std::fs::metadata(path).map_err(|error| said(&error))?.len();
    if size > LARGEST_FILE {
        return Err(format!("{shown}: {} MB, al massimo {}", size / 1024 / 1024, LARGEST_FILE / 1024 / 1024));
    }
    let bytes = std::fs::read(path).map_err(|error| said(&error))?;
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|error| said(&error))?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(LARGEST_SIDE);
    limits.max_image_height = Some(LARGEST_SIDE);
    limits.max_alloc = Some(MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|error| said(&error))?;
    let orientation = decoder.orientation().map_err(|error| said(&error))?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|error| said(&error))?;
    picture.apply_orientation(orientation);
    if picture.width() > SIDE || picture.height() > SIDE {
        picture = picture.resize(SIDE, SIDE, image::imageops::FilterType::CatmullRom);
    }
    let mut out = Vec::new();
    picture
        .to_rgb8()
        .write_with_encoder(JpegEncoder::new_with_quality(&mut out, QUALITY))
        .map_err(|error| said(&error))?;
    Ok(out)
}
