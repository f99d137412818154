//! Encoders of pictures to files.

mod jpeg;

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ImageResult, RgbImage};

pub use jpeg::encode_jpeg;

/// Encodes a picture as PNG, fast rather than small.
///
/// # Errors
/// A side longer than the format allows.
pub fn encode_png(picture: &RgbImage) -> ImageResult<Vec<u8>> {
    let mut out = Vec::new();
    picture.write_with_encoder(PngEncoder::new_with_quality(&mut out, CompressionType::Fast, FilterType::Sub))?;
    Ok(out)
}
