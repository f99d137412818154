//! What the streams of a PDF unpack to, counted before anybody else unpacks them: a few bytes can hold a gigabyte, or arrays
//! within arrays without end.

use std::io::Read;
use std::time::Instant;

use flate2::read::ZlibDecoder;

use super::error::DocumentError;

/// Most bytes to which the streams of a file unpack, pictures included.
const MAX_UNPACKED_BYTES: u64 = 256 * 1024 * 1024;
/// Longest file with streams that are packed in ways nobody uses any more, which may unpack to a thousand times as much.
const MAX_OLD_BYTES: usize = 128 * 1024;
/// Names of these ways.
const OLD_FILTERS: [&str; 4] = ["LZWDecode", "LZW", "RunLengthDecode", "RL"];
/// Names of the ways to write a stream in letters.
const LETTER_FILTERS: [&str; 4] = ["ASCIIHexDecode", "AHx", "ASCII85Decode", "A85"];
/// Names of the usual way.
const USUAL_FILTERS: [&str; 2] = ["FlateDecode", "Fl"];
/// Keys that say how a stream is packed, in whole and in short.
const FILTER_KEYS: [&str; 2] = ["Filter", "F"];
/// Most bytes of a name that are looked at, codes for its letters included.
const MAX_NAME_BYTES: usize = 60;
/// Most bytes of the dictionary of a stream that are looked at.
const MAX_DICTIONARY_BYTES: usize = 4096;
/// Most bytes of a list of filters.
const MAX_FILTER_BYTES: usize = 200;
/// Most arrays and dictionaries within each other, for which the stack is made. Fonts and photographs, read as if they were
/// objects, come to a thousand.
const MAX_OBJECTS_DEEP: usize = 20_000;
/// Most drawing states saved at once, of about a kilobyte each.
const MAX_SAVED_STATES: usize = 20_000;

/// Unpacks every stream once, without keeping it, and counts: bytes, and objects within each other.
///
/// # Errors
/// A file that unpacks to too much, is nested too deeply, or takes longer than until `deadline`.
pub(super) fn check_streams(bytes: &[u8], deadline: Instant) -> Result<(), DocumentError> {
    let mut counter = Counter { in_picture: false, unpacked: 0, depth: 0, saved: 0, deadline };
    counter.count_depth(bytes)?;
    check_filters(bytes, deadline)?;
    check_hidden_filters(bytes)?;
    for at in memchr::memmem::find_iter(bytes, b"stream") {
        let rest = bytes.get(at + 6..).unwrap_or_default();
        let data = rest.strip_prefix(b"\r").unwrap_or(rest);
        let Some(data) = data.strip_prefix(b"\n") else { continue };
        // Colours of pictures are no objects: a grey one can be a million brackets.
        counter.in_picture = memchr::memmem::find(dictionary_before(bytes, at), b"/Image").is_some();
        (counter.depth, counter.saved) = (0, 0);
        counter.unpack(data, 0)?;
    }
    Ok(())
}

/// Counts arrays, dictionaries and saved drawing states of the instructions of a page, unpacked.
///
/// # Errors
/// Too many within each other, or the end of the time.
pub(super) fn check_instructions(instructions: &[u8], deadline: Instant) -> Result<(), DocumentError> {
    Counter { in_picture: false, unpacked: 0, depth: 0, saved: 0, deadline }.count_depth(instructions)
}

/// Refuses streams, other than pictures, that are packed in old ways in a file that is not small, or several times.
fn check_filters(bytes: &[u8], deadline: Instant) -> Result<(), DocumentError> {
    for at in memchr::memchr_iter(b'/', bytes) {
        let name = filter_name(bytes.get(at + 1..).unwrap_or_default());
        let is_old = OLD_FILTERS.contains(&name);
        if !is_old && !LETTER_FILTERS.contains(&name) {
            continue;
        }
        if Instant::now() > deadline {
            return Err(DocumentError::TooSlow);
        }
        let after = bytes.get(at..bytes.len().min(at + MAX_DICTIONARY_BYTES)).unwrap_or_default();
        let stream = memchr::memmem::find(after, b"stream").map(|found| at + found);
        let dictionary = stream.map(|stream| dictionary_before(bytes, stream)).unwrap_or_default();
        if memchr::memmem::find(dictionary, b"/Image").is_some() {
            continue;
        }
        let before = bytes.get(at.saturating_sub(MAX_FILTER_BYTES)..at).unwrap_or_default();
        let before = before.rsplit(|byte| *byte == b'[').next().unwrap_or_default();
        let beside = after.get(1..MAX_FILTER_BYTES.min(after.len())).unwrap_or_default();
        let beside = beside.split(|byte| *byte == b']').next().unwrap_or_default();
        let mut others =
            [before, beside].into_iter().flat_map(|part| part.split(|byte| *byte == b'/').skip(1)).map(filter_name);
        let again = |other: &str| {
            if is_old {
                OLD_FILTERS.contains(&other) || USUAL_FILTERS.contains(&other)
            } else {
                LETTER_FILTERS.contains(&other)
            }
        };
        if before.len() < MAX_FILTER_BYTES && others.any(again) {
            return Err(DocumentError::TooNested);
        }
        if is_old && bytes.len() > MAX_OLD_BYTES {
            return Err(DocumentError::TooMuchText);
        }
    }
    Ok(())
}

/// Refuses ways of packing that are said elsewhere in the file, where a packed list of objects may keep them from being
/// counted, and names of these ways whose letters are written as codes (PDF 32000-1, 7.3.5 and 7.3.8.2): programs that write
/// documents do neither.
fn check_hidden_filters(bytes: &[u8]) -> Result<(), DocumentError> {
    for at in memchr::memchr_iter(b'/', bytes) {
        let rest = bytes.get(at + 1..).unwrap_or_default();
        let written = rest.get(..rest.len().min(MAX_NAME_BYTES)).unwrap_or_default();
        if let Some(value) = written.strip_prefix(b"Filter".as_slice())
            && is_reference(value)
        {
            return Err(DocumentError::TooNested);
        }
        let name = written.split(|byte| !byte.is_ascii_alphanumeric() && *byte != b'#').next().unwrap_or_default();
        if !name.contains(&b'#') {
            continue;
        }
        let name = decode_name(name);
        let mut known = FILTER_KEYS.iter().chain(&OLD_FILTERS).chain(&LETTER_FILTERS).chain(&USUAL_FILTERS);
        if known.any(|known| known.as_bytes() == name) {
            return Err(DocumentError::TooNested);
        }
    }
    Ok(())
}

/// Whether a value is that of another object: its number, its generation, `R`.
fn is_reference(value: &[u8]) -> bool {
    let mut words = value.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty());
    let is_number = |word: Option<&[u8]>| word.is_some_and(|word| word.iter().all(u8::is_ascii_digit));
    is_number(words.next()) && is_number(words.next()) && words.next().is_some_and(|word| word.starts_with(b"R"))
}

/// A name with its codes (`#46`) as letters.
fn decode_name(written: &[u8]) -> Vec<u8> {
    let mut parts = written.split(|byte| *byte == b'#');
    let mut name = parts.next().unwrap_or_default().to_vec();
    for part in parts {
        let code = part.get(..2).and_then(|code| std::str::from_utf8(code).ok());
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(letter) => {
                name.push(letter);
                name.extend_from_slice(part.get(2..).unwrap_or_default());
            }
            None => name.extend_from_slice(part),
        }
    }
    name
}

/// The name at the beginning of a text.
fn filter_name(text: &[u8]) -> &str {
    let length = text.iter().take(20).take_while(|byte| byte.is_ascii_alphanumeric()).count();
    text.get(..length).and_then(|name| std::str::from_utf8(name).ok()).unwrap_or_default()
}

/// What a stream in hexadecimal digits or in base 85 holds, if that begins like a packed stream.
fn decode_letters(data: &[u8]) -> Option<Vec<u8>> {
    let letters = || data.iter().copied().filter(|byte| !byte.is_ascii_whitespace());
    if is_packed(&decode_hex(letters().take(4))) {
        return Some(decode_hex(letters()));
    }
    is_packed(&decode_base_85(letters().take(5))).then(|| decode_base_85(letters()))
}

fn decode_hex(letters: impl Iterator<Item = u8>) -> Vec<u8> {
    let digits = letters.map_while(|byte| u8::try_from(char::from(byte).to_digit(16)?).ok());
    let digits: Vec<u8> = digits.collect();
    digits.chunks(2).map(|pair| pair.iter().fold(0, |byte, digit| (byte << 4) | digit)).collect()
}

/// Whole groups of five letters, each of four bytes (PDF 32000-1, 7.4.3).
fn decode_base_85(letters: impl Iterator<Item = u8>) -> Vec<u8> {
    let (mut bytes, mut value, mut count) = (Vec::new(), 0_u32, 0);
    for letter in letters {
        match letter {
            b'z' if count == 0 => bytes.extend([0; 4]),
            b'!'..=b'u' => {
                value = value.wrapping_mul(85).wrapping_add(u32::from(letter - b'!'));
                count += 1;
            }
            _ => break,
        }
        if count == 5 {
            bytes.extend(value.to_be_bytes());
            (value, count) = (0, 0);
        }
    }
    bytes
}

/// Whether bytes begin as zlib packs them (RFC 1950, section 2.2).
fn is_packed(data: &[u8]) -> bool {
    matches!(data, [method, flags, ..] if method & 0x0f == 8 && u16::from_be_bytes([*method, *flags]).is_multiple_of(31))
}

/// The dictionary before a stream, and perhaps what is before it.
fn dictionary_before(bytes: &[u8], stream: usize) -> &[u8] {
    let before = bytes.get(stream.saturating_sub(MAX_DICTIONARY_BYTES)..stream).unwrap_or_default();
    let start = memchr::memmem::rfind(before, b"obj").unwrap_or_default();
    before.get(start..).unwrap_or_default()
}

/// Counts what the streams of a file unpack to.
struct Counter {
    in_picture: bool,
    unpacked: u64,
    depth: usize,
    saved: usize,
    deadline: Instant,
}

impl Counter {
    /// Unpacks a stream that is `layers` streams deep: one can be packed more than once.
    fn unpack(&mut self, data: &[u8], layers: usize) -> Result<(), DocumentError> {
        let letters = decode_letters(data);
        if !is_packed(data) && letters.is_none() {
            return Ok(());
        }
        if layers > 1 {
            return Err(DocumentError::TooNested);
        }
        if Instant::now() > self.deadline {
            return Err(DocumentError::TooSlow);
        }
        if let Some(data) = letters {
            return self.unpack(&data, layers + 1);
        }
        let mut decoder = ZlibDecoder::new(data);
        let mut inner: Vec<u8> = Vec::new();
        let mut buffer = [0; 16 * 1024];
        loop {
            // What comes after damage, or after the end of what only looked packed, is not unpacked by anybody.
            let read = match decoder.read(&mut buffer) {
                Ok(0) | Err(_) => break,
                Ok(read) => buffer.get(..read).unwrap_or_default(),
            };
            self.unpacked += read.len() as u64;
            if self.unpacked > MAX_UNPACKED_BYTES {
                return Err(DocumentError::TooMuchText);
            }
            self.count_depth(read)?;
            // Packed twice, a bomb is small after the first time.
            if inner.len() < 1024 * 1024 {
                inner.extend_from_slice(read);
            }
        }
        (self.depth, self.saved) = (0, 0);
        self.unpack(&inner, layers + 1)
    }

    /// Counts arrays and dictionaries within each other, and saved drawing states.
    fn count_depth(&mut self, bytes: &[u8]) -> Result<(), DocumentError> {
        if Instant::now() > self.deadline {
            return Err(DocumentError::TooSlow);
        }
        if self.in_picture {
            return Ok(());
        }
        let mut before = b' ';
        for byte in bytes {
            match byte {
                b'[' | b'<' => self.depth += 1,
                b']' | b'>' => self.depth = self.depth.saturating_sub(1),
                // The operators that save a drawing state and go back to it.
                b'q' if before.is_ascii_whitespace() => self.saved += 1,
                b'Q' if before.is_ascii_whitespace() => self.saved = self.saved.saturating_sub(1),
                _ => {}
            }
            before = *byte;
            if self.depth > MAX_OBJECTS_DEEP || self.saved > MAX_SAVED_STATES {
                return Err(DocumentError::TooNested);
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{DocumentError, check_hidden_filters};

    #[test]
    fn filters_that_are_said_elsewhere_or_in_codes_are_refused() {
        for hidden in [
            "<</Length 5/Filter 7 0 R>>stream",
            "<</Filter\n12\n0\nR/Length 5>>",
            "<</Fi#6cter/FlateDecode>>",
            "<</Filter/LZW#44ecode>>",
            "<</#46[/A#485]>>",
        ] {
            assert_eq!(check_hidden_filters(hidden.as_bytes()), Err(DocumentError::TooNested), "{hidden}");
        }
        for usual in [
            "<</Length 7 0 R/Filter/FlateDecode>>stream",
            "<</Filter[/ASCII85Decode/FlateDecode]>>",
            "<</Filter/FlateDecode/N 3 0 R>>",
            "<</BaseFont/ABCDEF+Noto#20Sans>>",
            "/#",
            "/Filter 7",
        ] {
            assert_eq!(check_hidden_filters(usual.as_bytes()), Ok(()), "{usual}");
        }
    }
}
