//! Decoding of submitted images: size is limited before decoding, then every pixel is decoded.

use std::io::Cursor;
use std::panic::{UnwindSafe, catch_unwind};

use image::{DynamicImage, ImageDecoder, ImageReader, Limits};

use crate::board::ItemImage;
use crate::diagnostic::LocalizedString;
use crate::error::Cause;
use crate::localized;

/// Largest file, in bytes.
const MAX_FILE_BYTES: u64 = 12 * 1024 * 1024;
/// Longest side, in pixels.
const MAX_SIDE_PIXELS: u32 = 12_000;
/// Most pixels; at four bytes each this bounds the memory of a build.
const MAX_PIXELS: u64 = 64 * 1024 * 1024;
/// Most memory a decoder may allocate, in bytes.
const MAX_DECODER_BYTES: u64 = 256 * 1024 * 1024;

/// Decodes an image and applies its EXIF orientation. The whole image is decoded, so that damage anywhere is found.
///
/// # Errors
/// An unreadable file, a decoder error, or an image over the limits.
pub fn open_image(image: &ItemImage<'_>) -> Result<DynamicImage, LocalizedString> {
    catch_decoder_panic(|| decode(image))
}

/// Turns a panic of an image decoder into an error: a crafted image must not stop the build.
fn catch_decoder_panic<T>(
    decode: impl FnOnce() -> Result<T, LocalizedString> + UnwindSafe,
) -> Result<T, LocalizedString> {
    catch_unwind(decode).unwrap_or_else(|_| Err(broken_file()))
}

fn decode(image: &ItemImage<'_>) -> Result<DynamicImage, LocalizedString> {
    let decoder_error =
        |error: image::ImageError| localized!("il file è rotto: {error}", "the file is broken: {error}");
    let io_error = |error| Cause::new(&error).localized();
    let size = image.length().map_err(io_error)?;
    if size > MAX_FILE_BYTES {
        let (megabytes, most) = (size / 1024 / 1024, MAX_FILE_BYTES / 1024 / 1024);
        return Err(localized!("{megabytes} MB, al massimo {most}", "{megabytes} MB, {most} at most"));
    }
    let bytes = image.read().map_err(io_error)?;
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(io_error)?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE_PIXELS);
    limits.max_image_height = Some(MAX_SIDE_PIXELS);
    limits.max_alloc = Some(MAX_DECODER_BYTES);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(decoder_error)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Err(localized!("{width} × {height} pixel", "{width} × {height} pixels"));
    }
    let orientation = decoder.orientation().map_err(decoder_error)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(decoder_error)?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

fn broken_file() -> LocalizedString {
    localized!("il file è rotto", "the file is broken")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decoder_that_stumbles_refuses_the_picture() {
        assert_eq!(catch_decoder_panic(|| -> Result<(), LocalizedString> { panic!("a decoder") }), Err(broken_file()));
        assert_eq!(catch_decoder_panic(|| Ok(1)), Ok(1));
    }
}
