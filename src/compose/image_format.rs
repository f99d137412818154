//! A picture that somebody sent: bounded before it is decoded, then decoded to its last pixel.

use std::fmt::Display;
use std::io::Cursor;
use std::panic::{UnwindSafe, catch_unwind};
use std::path::Path;

use image::{DynamicImage, ImageDecoder, ImageReader, Limits};

/// The largest file read, in bytes.
const LARGEST_FILE: u64 = 12 * 1024 * 1024;
/// The largest side decoded, in pixels.
const LARGEST_SIDE: u32 = 12_000;
/// The most pixels decoded: with four bytes each, what a build may take.
const MOST_PIXELS: u64 = 64 * 1024 * 1024;
/// The most memory a decoder may take, in bytes.
const MEMORY: u64 = 256 * 1024 * 1024;

/// Reads a picture, turned upright. Where it is damaged shows only when all of it is decoded.
///
/// # Errors
/// Why it cannot be opened: what the system says, what the decoder says, or that it is too large.
pub fn open(path: &Path) -> Result<DynamicImage, String> {
    catch_decoder_panic(|| read(path))
}

/// Somebody may send a picture over which a decoder stumbles: it is the picture that is refused then.
fn catch_decoder_panic<T>(decode: impl FnOnce() -> Result<T, String> + UnwindSafe) -> Result<T, String> {
    catch_unwind(decode).unwrap_or_else(|_| Err("il file è rotto".to_owned()))
}

fn read(path: &Path) -> Result<DynamicImage, String> {
    let said = |error: &dyn Display| error.to_string();
    let size = std::fs::metadata(path).map_err(|error| said(&error))?.len();
    if size > LARGEST_FILE {
        return Err(format!("{} MB, al massimo {}", size / 1024 / 1024, LARGEST_FILE / 1024 / 1024));
    }
    let bytes = std::fs::read(path).map_err(|error| said(&error))?;
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|error| said(&error))?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(LARGEST_SIDE);
    limits.max_image_height = Some(LARGEST_SIDE);
    limits.max_alloc = Some(MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|error| said(&error))?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
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
