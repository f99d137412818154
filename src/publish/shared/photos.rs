//! The official image of an item: size limited, rotated upright, without metadata.

use std::sync::Arc;

use image::DynamicImage;

use crate::board::{Board, ItemImage, fingerprint, hex};
use crate::diagnostic::LocalizedString;
use crate::error::Error;
use crate::files::MAX_PICTURE_BYTES;
use crate::image_format;
use crate::localized;
use crate::publish::RenderContext;
use crate::text::visible::show_path;

/// File names of the image beside the item's page; narrow screens load the small one.
pub(crate) const IMAGE_FILE: &str = "image.jpg";
pub(crate) const SMALL_FILE: &str = "image-small.jpg";
pub(crate) const SMALL_SIDE_PX: u32 = 600;

/// Maximum side of the large image, in pixels.
pub(crate) const MAX_SIDE_PX: u32 = 1200;
const JPEG_QUALITY: u8 = 80;

/// Reads an image, and encodes it in the large size: once for the cards of an item in all languages.
pub(crate) fn published_jpeg(context: &RenderContext, path: &std::path::Path) -> Result<Arc<Vec<u8>>, Error> {
    let bytes = context.board.read_file(path, MAX_PICTURE_BYTES)?;
    let make = || encode_jpeg(&decode_bytes(path, &bytes)?, MAX_SIDE_PX);
    let key = hex(&fingerprint([bytes.as_slice()]));
    context.printer.photos.get_or_make(key, context.index.open.len(), make)
}

/// Width in pixels of the small image, from width and height of the large one.
pub(crate) fn small_width((width, height): (u32, u32)) -> u32 {
    let longest = width.max(height).max(SMALL_SIDE_PX);
    u32::try_from(u64::from(width) * u64::from(SMALL_SIDE_PX) / u64::from(longest)).unwrap_or(width).max(1)
}

/// Width and height of the large image in pixels, computed from the header of the original.
pub(crate) fn published_size(board: &Board, path: &std::path::Path) -> Option<(u32, u32)> {
    let (width, height) =
        image_format::upright_size(&ItemImage::Bytes(&board.read_file(path, MAX_PICTURE_BYTES).ok()?))?;
    let longest = width.max(height).max(MAX_SIDE_PX);
    let scaled = |side: u32| u32::try_from(u64::from(side) * u64::from(MAX_SIDE_PX) / u64::from(longest)).ok();
    Some((scaled(width)?.max(1), scaled(height)?.max(1)))
}

/// Reads and decodes an image, and scales it down to the large size.
pub(crate) fn decode_image(board: &Board, path: &std::path::Path) -> Result<DynamicImage, Error> {
    decode_bytes(path, &board.read_file(path, MAX_PICTURE_BYTES)?)
}

fn decode_bytes(path: &std::path::Path, bytes: &[u8]) -> Result<DynamicImage, Error> {
    image_format::open_image(&ItemImage::Bytes(bytes), MAX_SIDE_PX).map_err(|LocalizedString { it, en }| {
        let path = show_path(path);
        localized!(
            "{path}: l'immagine non si può aprire ({it}): salvala di nuovo come .jpg o .png, più piccola",
            "{path}: the image cannot be opened ({en}): save it again as .jpg or .png, smaller"
        )
        .into()
    })
}

/// Encodes an image as JPEG with neither side above `side` pixels, without the metadata of the original.
pub(crate) fn encode_jpeg(picture: &DynamicImage, side: u32) -> Result<Vec<u8>, Error> {
    let small = picture.width() > side || picture.height() > side;
    let picture = if small {
        picture.resize(side, side, image::imageops::FilterType::CatmullRom).to_rgb8()
    } else {
        picture.to_rgb8()
    };
    bacheca_raster::encode_jpeg(&picture, JPEG_QUALITY).map_err(|error| Error::internal("JPEG", error))
}

#[cfg(test)]
mod tests {
    use image::{Rgb, RgbImage};

    #[test]
    fn jpeg_shows_what_was_drawn() {
        let colours = [Rgb([251, 250, 247]), Rgb([29, 95, 166]), Rgb([23, 32, 42])];
        // Flat squares with edges between them, and sides that no square divides.
        for (width, height) in [(1, 1), (37, 21), (96, 48)] {
            let picture =
                RgbImage::from_fn(width, height, |x, y| colours[usize::try_from((x / 32 + y / 16) % 3).unwrap()]);
            let bytes = bacheca_raster::encode_jpeg(&picture, 82).unwrap();
            let read = image::load_from_memory_with_format(&bytes, image::ImageFormat::Jpeg).unwrap().to_rgb8();
            assert_eq!(read.dimensions(), picture.dimensions());
            let differences =
                picture.as_raw().iter().zip(read.as_raw()).map(|(one, other)| u32::from(one.abs_diff(*other)));
            let mean = f64::from(differences.sum::<u32>()) / f64::from(width * height * 3);
            assert!(mean < 3.0, "{width} × {height}: {mean}");
        }
    }
}
