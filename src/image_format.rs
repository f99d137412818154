//! Decoding of submitted images: size is limited before decoding, then every pixel is decoded.

mod shown_colours;

use std::borrow::Cow;
use std::io::Cursor;
use std::panic::{UnwindSafe, catch_unwind};
use std::sync::{Mutex, PoisonError};

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits};

use crate::board::ItemImage;
use crate::diagnostic::LocalizedString;
use crate::error::Cause;
use crate::localized;
use shown_colours::{convert_to_srgb, lay_on_white};

/// Largest file, in bytes.
const MAX_FILE_BYTES: u64 = 12 * 1024 * 1024;
/// Longest side, in pixels.
const MAX_SIDE_PIXELS: u32 = 12_000;
/// Most pixels, those of a good camera.
const MAX_PIXELS: u64 = 25_000_000;
/// Most pixels of a JPEG in several scans, whose decoder keeps all coefficients until the last: half a picture's memory
/// again for each colour.
const MAX_PIXELS_IN_SCANS: u64 = 12_500_000;
/// Most pixels of a WebP, whose decoder keeps the picture twice.
const MAX_PIXELS_IN_WEBP: u64 = 16_000_000;
/// Longest colour profile of a PNG, packed: those of screens and cameras take up to 3 KB.
const MAX_PROFILE_BYTES: usize = 4096;
/// Most scans of such a JPEG, each of which goes over all pixels; programs write about ten.
const MAX_SCANS: usize = 30;
/// Most memory of all pixels, at four bytes each, and most that a decoder may allocate besides.
const MAX_DECODER_BYTES: u64 = 4 * MAX_PIXELS;
/// One picture at a time, so that several large ones do not add up.
static DECODING: Mutex<()> = Mutex::new(());

/// Decodes an image, applies its EXIF orientation and scales it down to `side` pixels, if a side is longer. The whole
/// image is decoded, so that damage anywhere is found.
///
/// # Errors
/// An unreadable file, a decoder error, or an image over the limits.
pub fn open_image(image: &ItemImage<'_>, side: u32) -> Result<DynamicImage, LocalizedString> {
    let _alone = DECODING.lock().unwrap_or_else(PoisonError::into_inner);
    catch_decoder_panic(|| decode(image, side))
}

/// Width and height of an image in pixels, upright; `None` if [`open_image`] refuses its header.
pub fn upright_size(image: &ItemImage<'_>) -> Option<(u32, u32)> {
    let header = || {
        let bytes = read(image)?;
        let (decoder, orientation) = open_decoder(&bytes)?;
        Ok((decoder.dimensions(), orientation))
    };
    let ((width, height), orientation) = catch_decoder_panic(header).ok()?;
    let turned = matches!(
        orientation,
        Orientation::Rotate90 | Orientation::Rotate270 | Orientation::Rotate90FlipH | Orientation::Rotate270FlipH
    );
    Some(if turned { (height, width) } else { (width, height) })
}

/// Turns a panic of an image decoder into an error: a crafted image must not stop the build.
fn catch_decoder_panic<T>(
    decode: impl FnOnce() -> Result<T, LocalizedString> + UnwindSafe,
) -> Result<T, LocalizedString> {
    catch_unwind(decode).unwrap_or_else(|_| Err(broken_file()))
}

fn decoder_error(error: ImageError) -> LocalizedString {
    match error {
        ImageError::Limits(_) => localized!("è troppo grande", "it is too large"),
        ImageError::Unsupported(_) => {
            localized!("dentro non è un JPEG, un PNG o un WebP", "it holds no JPEG, PNG or WebP")
        }
        error => localized!("il file è rotto: {error}", "the file is broken: {error}"),
    }
}

fn decode(image: &ItemImage<'_>, side: u32) -> Result<DynamicImage, LocalizedString> {
    let bytes = read(image)?;
    let (mut decoder, orientation) = open_decoder(&bytes)?;
    let profile = decoder.icc_profile().ok().flatten();
    let mut picture = DynamicImage::from_decoder(decoder).map_err(decoder_error)?;
    // Before it is made smaller, which would mix in the colours that transparent points have and nobody sees.
    picture = lay_on_white(picture);
    // The finer filter keeps a row of its results in floating point for each row of the original: averages first.
    let twice = side.saturating_mul(2);
    if picture.width() > twice || picture.height() > twice {
        picture = picture.thumbnail(twice, twice);
    }
    if picture.width() > side || picture.height() > side {
        picture = picture.resize(side, side, image::imageops::FilterType::CatmullRom);
    }
    picture.apply_orientation(orientation);
    Ok(convert_to_srgb(picture, profile.as_deref()))
}

/// Reads a file within the limit of length.
fn read<'b>(image: &'b ItemImage<'_>) -> Result<Cow<'b, [u8]>, LocalizedString> {
    let io_error = |error| Cause::new(&error).localized();
    let size = image.length().map_err(io_error)?;
    if size > MAX_FILE_BYTES {
        let (megabytes, most) = (size / 1024 / 1024, MAX_FILE_BYTES / 1024 / 1024);
        return Err(localized!("{megabytes} MB, al massimo {most}", "{megabytes} MB, {most} at most"));
    }
    image.read().map_err(io_error)
}

/// Starts decoding within the limits; returns the turn that a camera noted as well.
fn open_decoder(bytes: &[u8]) -> Result<(impl ImageDecoder, Orientation), LocalizedString> {
    let (bytes, scans) = without_fill_bytes(bytes).unwrap_or_else(|| (without_packed_chunks(bytes), 0));
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format();
    let mut reader = reader.map_err(|error| Cause::new(&error).localized())?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE_PIXELS);
    limits.max_image_height = Some(MAX_SIDE_PIXELS);
    limits.max_alloc = Some(MAX_DECODER_BYTES);
    reader.limits(limits);
    let is_webp = reader.format() == Some(ImageFormat::WebP);
    let mut decoder = reader.into_decoder().map_err(decoder_error)?;
    let (width, height) = decoder.dimensions();
    let most = if is_webp { MAX_PIXELS_IN_WEBP } else { MAX_PIXELS };
    if u64::from(width) * u64::from(height) > most || decoder.total_bytes() > MAX_DECODER_BYTES {
        let (bits, most) = (decoder.color_type().bits_per_pixel(), most / 1_000_000);
        return Err(localized!(
            "{width} × {height} pixel a {bits} bit, al massimo {most} milioni a 32 bit",
            "{width} × {height} pixels of {bits} bits, {most} million of 32 bits at most"
        ));
    }
    if scans > 1 && (scans > MAX_SCANS || u64::from(width) * u64::from(height) > MAX_PIXELS_IN_SCANS) {
        let most = MAX_PIXELS_IN_SCANS / 1_000_000;
        return Err(localized!(
            "un JPEG progressivo di {width} × {height} pixel in {scans} passate, al massimo {most} milioni in {MAX_SCANS}: salvalo come JPEG normale",
            "a progressive JPEG of {width} × {height} pixels in {scans} scans, {most} million in {MAX_SCANS} at most: save it as a normal JPEG"
        ));
    }
    let orientation = decoder.orientation().map_err(decoder_error)?;
    Ok((decoder, orientation))
}

/// A PNG without its packed chunks, texts that nobody sees and a long colour profile, which may be a thousand times as long
/// unpacked; another file as it is.
fn without_packed_chunks(bytes: &[u8]) -> Cow<'_, [u8]> {
    const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
    let Some(mut rest) = bytes.strip_prefix(SIGNATURE) else { return Cow::Borrowed(bytes) };
    let mut kept = SIGNATURE.to_vec();
    // A chunk: length of its data, name, data, checksum.
    while let Some((length, after)) = rest.split_first_chunk::<4>() {
        let chunk_length = usize::try_from(u32::from_be_bytes(*length)).ok().and_then(|length| length.checked_add(12));
        let Some((chunk, later)) = chunk_length.and_then(|chunk_length| rest.split_at_checked(chunk_length)) else {
            break;
        };
        let is_short_profile = after.starts_with(b"iCCP") && chunk.len() <= MAX_PROFILE_BYTES;
        if is_short_profile || !["iCCP", "zTXt", "iTXt"].iter().any(|packed| after.starts_with(packed.as_bytes())) {
            kept.extend_from_slice(chunk);
        }
        rest = later;
    }
    // A chunk that is cut short: for the decoder to refuse.
    kept.extend_from_slice(rest);
    Cow::Owned(kept)
}

/// A JPEG without the fill bytes that may stand before each marker (ITU-T T.81, B.1.1.2), over which a decoder goes one by
/// one, and the number of its scans; a progressive one has two at least, however few are there. `None` for another file.
fn without_fill_bytes(bytes: &[u8]) -> Option<(Cow<'_, [u8]>, usize)> {
    const START_OF_IMAGE: &[u8] = b"\xff\xd8";
    const START_OF_SCAN: u8 = 0xda;
    const PROGRESSIVE: u8 = 0xc2;
    let mut rest = bytes.strip_prefix(START_OF_IMAGE)?;
    // What follows the last fill byte is copied when the next one is found.
    let (mut kept, mut uncopied) = (Vec::new(), bytes);
    let (mut scans, mut least) = (0, 0);
    // A marker: 0xff and its number. Some stand alone; the others begin a segment with its length.
    while let Some(at) = memchr::memchr(0xff, rest) {
        rest = rest.get(at + 1..)?;
        let fill = rest.iter().take_while(|byte| **byte == 0xff).count();
        if fill > 0 {
            kept.extend_from_slice(uncopied.get(..uncopied.len() - rest.len())?);
            rest = rest.get(fill..)?;
            uncopied = rest;
        }
        let Some((marker, after)) = rest.split_first() else { break };
        rest = after;
        if matches!(marker, 0x00 | 0x01 | 0xd0..=0xd9) {
            continue;
        }
        scans += usize::from(*marker == START_OF_SCAN);
        least = if *marker == PROGRESSIVE { 2 } else { least };
        let length = after.first_chunk::<2>().map_or(0, |length| usize::from(u16::from_be_bytes(*length)));
        rest = after.get(length..).unwrap_or_default();
    }
    let without = if kept.is_empty() { Cow::Borrowed(bytes) } else { Cow::Owned([&kept, uncopied].concat()) };
    Some((without, scans.max(least)))
}

fn broken_file() -> LocalizedString {
    localized!("il file è rotto", "the file is broken")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fill_bytes_before_markers_are_left_out() {
        let jpeg = b"\xff\xd8\xff\xe0\0\x04\xff\xff\xff\xda\0\x02a\xff\0b\xff\xd9";
        assert_eq!(without_fill_bytes(jpeg), Some((Cow::Borrowed(&jpeg[..]), 1)));
        let filled = b"\xff\xd8\xff\xff\xff\xe0\0\x04\xff\xff\xff\xff\xda\0\x02a\xff\xff\0b\xff\xff\xff\xd9\xff\xff";
        let (kept, scans) = without_fill_bytes(filled).unwrap();
        assert_eq!((kept.strip_prefix(jpeg).unwrap(), scans), (&b"\xff"[..], 1));
        assert_eq!(without_fill_bytes(b"\x89PNG"), None);
    }

    #[test]
    fn a_decoder_that_stumbles_refuses_the_picture() {
        assert_eq!(catch_decoder_panic(|| -> Result<(), LocalizedString> { panic!("a decoder") }), Err(broken_file()));
        assert_eq!(catch_decoder_panic(|| Ok(1)), Ok(1));
    }
}
