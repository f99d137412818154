//! Decoding of submitted images: size is limited before decoding, then every pixel is decoded.

use std::fmt::Display;
use std::io::Cursor;
use std::panic::{UnwindSafe, catch_unwind};
use std::path::Path;

use image::{DynamicImage, ImageDecoder, ImageReader, Limits};

/// Largest file, in bytes.
const MAX_FILE_BYTES: u64 = 12 * 1024 * 1024;
/// Longest side, in pixels.
const MAX_SIDE_PIXELS: u32 = 12_000;
/// Most pixels; at four bytes each this bounds the memory of a build.
const MAX_PIXELS: u64 = 64 * 1024 * 1024;
/// Most memory a decoder may allocate, in bytes.
const MAX_DECODER_BYTES: u64 = 256 * 1024 * 1024;

/// Decodes an image file and applies its EXIF orientation. The whole image is decoded, so that damage anywhere is found.
///
/// # Errors
/// An unreadable file, a decoder error, or an image over the limits, as an Italian sentence.
pub fn open_image(path: &Path) -> Result<DynamicImage, String> {
    catch_decoder_panic(|| decode_file(path))
}

/// Turns a panic of an image decoder into an error: a crafted image must not stop the build.
fn catch_decoder_panic<T>(decode: impl FnOnce() -> Result<T, String> + UnwindSafe) -> Result<T, String> {
    catch_unwind(decode).unwrap_or_else(|_| Err("il file è rotto".to_owned()))
}

fn decode_file(path: &Path) -> Result<DynamicImage, String> {
    let said = |error: &dyn Display| error.to_string();
    let size = std::fs::metadata(path).map_err(|error| said(&error))?.len();
    if size > MAX_FILE_BYTES {
        return Err(format!("{} MB, al massimo {}", size / 1024 / 1024, MAX_FILE_BYTES / 1024 / 1024));
    }
    let bytes = std::fs::read(path).map_err(|error| said(&error))?;
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|error| said(&error))?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE_PIXELS);
    limits.max_image_height = Some(MAX_SIDE_PIXELS);
    limits.max_alloc = Some(MAX_DECODER_BYTES);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|error| said(&error))?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Err(format!("{width} × {height} pixel"));
    }
    let orientation = decoder.orientation().map_err(|error| said(&error))?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|error| said(&error))?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decoder_that_stumbles_refuses_the_picture() {
        assert_eq!(
            catch_decoder_panic(|| -> Result<(), String> { panic!("a decoder") }),
            Err("il file è rotto".to_owned())
        );
        assert_eq!(catch_decoder_panic(|| Ok(1)), Ok(1));
    }
}
