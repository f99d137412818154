//! The official image of an item: bounded, turned upright, without metadata, as large as a page needs.

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageDecoder, ImageReader};

use crate::board::{Board, ItemImage};
use crate::diagnostic::LocalizedString;
use crate::error::Error;
use crate::image_format;
use crate::localized;

/// The names under which an image is published beside its page, and the longest side of each in pixels: a narrow
/// screen loads the small one.
pub(crate) const PUBLISHED_AS: &str = "image.jpg";
pub(crate) const SMALL: &str = "image-small.jpg";
pub(crate) const SMALL_SIDE: u32 = 600;

/// The longest side published, in pixels.
pub(crate) const SIDE: u32 = 1200;
const QUALITY: u8 = 80;

/// A picture as it is published.
pub(crate) fn published(board: &Board, path: &std::path::Path) -> Result<Vec<u8>, Error> {
    jpeg(&decoded(board, path)?, SIDE)
}

/// The width of the small size of a picture that is published with this width and height.
pub(crate) fn small_width((width, height): (u32, u32)) -> u32 {
    let longest = width.max(height).max(SMALL_SIDE);
    u32::try_from(u64::from(width) * u64::from(SMALL_SIDE) / u64::from(longest)).unwrap_or(width).max(1)
}

/// Width and height of a picture as it is published, from its first bytes.
pub(crate) fn published_size(path: &std::path::Path) -> Option<(u32, u32)> {
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

/// A picture, no larger than it is published.
pub(crate) fn decoded(board: &Board, path: &std::path::Path) -> Result<DynamicImage, Error> {
    let bytes = board.read_file(path)?;
    let picture = image_format::open_image(&ItemImage::Bytes(&bytes)).map_err(|LocalizedString { it, en }| {
        let path = path.display();
        localized!(
            "{path}: l'immagine non si può aprire ({it}): salvala di nuovo come .jpg o .png, più piccola",
            "{path}: the image cannot be opened ({en}): save it again as .jpg or .png, smaller"
        )
    })?;
    let large = picture.width() > SIDE || picture.height() > SIDE;
    Ok(if large { picture.resize(SIDE, SIDE, image::imageops::FilterType::CatmullRom) } else { picture })
}

/// A picture no larger than a side, without whatever else its file held.
pub(crate) fn jpeg(picture: &DynamicImage, side: u32) -> Result<Vec<u8>, Error> {
    let small = picture.width() > side || picture.height() > side;
    let picture = if small {
        picture.resize(side, side, image::imageops::FilterType::CatmullRom).to_rgb8()
    } else {
        picture.to_rgb8()
    };
    let mut out = Vec::new();
    picture
        .write_with_encoder(JpegEncoder::new_with_quality(&mut out, QUALITY))
        .map_err(|error| Error::internal("JPEG", error))?;
    Ok(out)
}
