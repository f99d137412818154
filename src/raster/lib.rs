//! Encoders of pictures to files.

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ImageResult, RgbImage};

/// Encodes a picture as PNG, fast rather than small.
///
/// # Errors
/// A side longer than the format allows.
pub fn encode_png(picture: &RgbImage) -> ImageResult<Vec<u8>> {
    let mut out = Vec::new();
    picture.write_with_encoder(PngEncoder::new_with_quality(&mut out, CompressionType::Fast, FilterType::Sub))?;
    Ok(out)
}

/// Encodes a picture as JPEG with a quality from 1 to 100.
///
/// # Errors
/// A side longer than the format allows.
pub fn encode_jpeg(picture: &RgbImage, quality: u8) -> ImageResult<Vec<u8>> {
    let mut out = Vec::new();
    picture.write_with_encoder(JpegEncoder::new_with_quality(&mut out, quality))?;
    Ok(out)
}
