//! What a file of audio is by its first bytes, and how long it says that it is.

/// Samples a second of which Opus counts, whatever it was recorded with (RFC 7845, 4).
const OPUS_RATE: u64 = 48_000;

/// Container of a voice message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AudioFormat {
    /// Ogg, with Opus or Vorbis.
    Ogg,
    /// MPEG audio.
    Mp3,
    /// MPEG-4.
    M4a,
}

impl AudioFormat {
    /// Recognises a file by its first bytes.
    ///
    /// ```
    /// use bacheca::board::AudioFormat;
    ///
    /// assert_eq!(AudioFormat::of(b"OggS\0\x02"), Some(AudioFormat::Ogg));
    /// assert_eq!(AudioFormat::of(b"<html>"), None);
    /// ```
    #[must_use]
    pub fn of(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [b'O', b'g', b'g', b'S', ..] => Some(Self::Ogg),
            [b'I', b'D', b'3', ..] => Some(Self::Mp3),
            // Eleven bits of synchronisation, then layer III.
            [0xff, second, ..] if second & 0xe6 == 0xe2 => Some(Self::Mp3),
            [_, _, _, _, b'f', b't', b'y', b'p', ..] => Some(Self::M4a),
            _ => None,
        }
    }

    /// Ending under which it is published.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Ogg => "ogg",
            Self::Mp3 => "mp3",
            Self::M4a => "m4a",
        }
    }

    /// Media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Ogg => "audio/ogg",
            Self::Mp3 => "audio/mpeg",
            Self::M4a => "audio/mp4",
        }
    }

    /// Length in seconds, rounded up, if the file says.
    pub(super) fn seconds(self, bytes: &[u8]) -> Option<u64> {
        match self {
            Self::Ogg => ogg_seconds(bytes),
            Self::Mp3 => mp3_seconds(bytes),
            Self::M4a => m4a_seconds(bytes),
        }
    }
}

fn number(bytes: &[u8], at: usize, length: usize, big_endian: bool) -> Option<u64> {
    let part = bytes.get(at..at.checked_add(length)?)?;
    let join = |sum: u64, byte: &u8| sum << 8 | u64::from(*byte);
    Some(if big_endian { part.iter().fold(0, join) } else { part.iter().rev().fold(0, join) })
}

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    memchr::memmem::find(bytes, part)
}

/// Position of the last sample by the rate (RFC 3533, 6).
fn ogg_seconds(bytes: &[u8]) -> Option<u64> {
    let last = memchr::memmem::rfind(bytes, b"OggS")?;
    let samples = number(bytes, last + 6, 8, false).filter(|samples| *samples < u64::MAX / 2)?;
    let head = bytes.get(..bytes.len().min(256))?;
    let rate = match find(head, b"OpusHead") {
        Some(_) => OPUS_RATE,
        None => number(bytes, find(head, b"\x01vorbis")? + 12, 4, false)?,
    };
    (rate > 0).then(|| samples.div_ceil(rate))
}

/// Kilobits a second of MPEG-1 and of MPEG-2, layer III, by the code in a frame's head.
const MPEG_1_RATES: [u64; 15] = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const MPEG_2_RATES: [u64; 15] = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];

/// Number of frames if the first one says it, else the bytes by the first one's rate.
fn mp3_seconds(bytes: &[u8]) -> Option<u64> {
    let tag = match bytes.get(..10)? {
        [b'I', b'D', b'3', _, _, _, a, b, c, d] => {
            10 + [a, b, c, d].iter().fold(0, |sum, byte| sum << 7 | usize::from(**byte & 0x7f))
        }
        _ => 0,
    };
    let frames = bytes.get(tag..)?;
    let start = frames.windows(2).take(4096).position(|pair| matches!(pair, [0xff, next] if next & 0xe6 == 0xe2))?;
    let frames = frames.get(start..)?;
    let (version, code) = (frames.get(1)? >> 3 & 3, *frames.get(2)?);
    let (rates, samples, base) = match version {
        3 => (&MPEG_1_RATES, 1152, 1),
        2 => (&MPEG_2_RATES, 576, 2),
        _ => (&MPEG_2_RATES, 576, 4),
    };
    let frequency = [44_100, 48_000, 32_000].get(usize::from(code >> 2 & 3)).map(|rate| rate / base)?;
    let head = frames.get(..frames.len().min(200))?;
    let counted = find(head, b"Xing").or_else(|| find(head, b"Info")).filter(|at| {
        // Whether the number of frames follows.
        number(head, at + 4, 4, true).is_some_and(|flags| flags & 1 == 1)
    });
    match counted.and_then(|at| number(head, at + 8, 4, true)) {
        Some(count) => Some((count * samples).div_ceil(frequency)),
        None => {
            let rate = *rates.get(usize::from(code >> 4)).filter(|rate| **rate > 0)?;
            Some((frames.len() as u64 * 8).div_ceil(rate * 1000))
        }
    }
}

/// Duration of the movie header by its time scale (ISO/IEC 14496-12, 8.2.2).
fn m4a_seconds(bytes: &[u8]) -> Option<u64> {
    let head = find(bytes, b"mvhd")? + 4;
    let (scale, duration) = match bytes.get(head)? {
        0 => (number(bytes, head + 12, 4, true)?, number(bytes, head + 16, 4, true)?),
        _ => (number(bytes, head + 20, 4, true)?, number(bytes, head + 24, 8, true)?),
    };
    (scale > 0).then(|| duration.div_ceil(scale))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn length_is_what_the_file_says() {
        let mut opus = b"OggS\0\x02".to_vec();
        opus.extend([0; 22]);
        opus.extend(b"OpusHead");
        opus.extend([0; 40]);
        opus.extend(b"OggS\0\x04");
        opus.extend((48_000_u64 * 61 + 1).to_le_bytes());
        assert_eq!(AudioFormat::Ogg.seconds(&opus), Some(62));
        let mut mp3 = vec![0xff, 0xfb, 0x50, 0];
        mp3.resize(64_000 * 30 / 8, 0);
        assert_eq!((AudioFormat::of(&mp3), AudioFormat::Mp3.seconds(&mp3)), (Some(AudioFormat::Mp3), Some(30)));
        let mut m4a = b"\0\0\0\x18ftypM4A \0\0\0\0mvhd".to_vec();
        m4a.extend([0; 12]);
        m4a.extend(1000_u32.to_be_bytes());
        m4a.extend(45_500_u32.to_be_bytes());
        assert_eq!((AudioFormat::of(&m4a), AudioFormat::M4a.seconds(&m4a)), (Some(AudioFormat::M4a), Some(46)));
        for cut in 0..opus.len() {
            let _ = AudioFormat::Ogg.seconds(&opus[..cut]);
        }
        for cut in 0..m4a.len() {
            let _ = AudioFormat::M4a.seconds(&m4a[..cut]);
        }
        for cut in 0..220 {
            let _ = AudioFormat::Mp3.seconds(&mp3[..cut]);
        }
    }
}
