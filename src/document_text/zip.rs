//! Files in a zip archive, as far as Word documents need: the central directory, stored and deflated entries.
//!
//! PKWARE's APPNOTE.TXT 6.3.9, sections 4.3.7, 4.3.12 and 4.3.16. No part is unpacked beyond a limit.

use std::io::Read;

use flate2::read::DeflateDecoder;

use super::error::DocumentError;

/// Most files in an archive.
const MAX_ENTRIES: usize = 4096;
/// Most bytes of one unpacked file.
const MAX_UNPACKED_BYTES: u64 = 16 * 1024 * 1024;
/// Longest comment after the end of the directory, and its record.
const MAX_TAIL_BYTES: usize = 65_535 + 22;

/// Archive whose directory was read.
pub(super) struct Archive<'b> {
    bytes: &'b [u8],
    entries: Vec<Entry>,
}

struct Entry {
    name: String,
    is_encrypted: bool,
    method: u16,
    packed_length: usize,
    /// Offset of the header before its data.
    offset: usize,
}

impl<'b> Archive<'b> {
    /// Reads the directory.
    ///
    /// # Errors
    /// A directory that is missing, cut short, or longer than that of any document.
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, DocumentError> {
        let entries = read_directory(bytes).ok_or(DocumentError::Broken)?;
        if entries.len() > MAX_ENTRIES {
            return Err(DocumentError::TooMuchText);
        }
        Ok(Self { bytes, entries })
    }

    /// Names of the files, with `/` between folders.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| entry.name.as_str())
    }

    /// Unpacks a file; `None` if there is none of this name.
    ///
    /// # Errors
    /// A file that is encrypted, damaged, or longer than the limit.
    pub(super) fn read(&self, name: &str) -> Result<Option<Vec<u8>>, DocumentError> {
        let Some(entry) = self.entries.iter().find(|entry| entry.name == name) else { return Ok(None) };
        if entry.is_encrypted {
            return Err(DocumentError::Protected);
        }
        let packed = self.packed(entry).ok_or(DocumentError::Broken)?;
        let mut unpacked = Vec::new();
        let read = match entry.method {
            0 => packed.take(MAX_UNPACKED_BYTES + 1).read_to_end(&mut unpacked),
            8 => DeflateDecoder::new(packed).take(MAX_UNPACKED_BYTES + 1).read_to_end(&mut unpacked),
            _ => return Err(DocumentError::Broken),
        };
        if unpacked.len() as u64 > MAX_UNPACKED_BYTES {
            return Err(DocumentError::TooMuchText);
        }
        read.map_err(|_| DocumentError::Broken)?;
        Ok(Some(unpacked))
    }

    /// Packed data of a file.
    fn packed(&self, entry: &Entry) -> Option<&'b [u8]> {
        let header = self.bytes.get(entry.offset..)?;
        if !header.starts_with(b"PK\x03\x04") {
            return None;
        }
        let start = 30 + usize::from(read_u16(header, 26)?) + usize::from(read_u16(header, 28)?);
        header.get(start..)?.get(..entry.packed_length)
    }
}

/// Entries of the directory, one more than [`MAX_ENTRIES`] at most.
fn read_directory(bytes: &[u8]) -> Option<Vec<Entry>> {
    let tail_start = bytes.len().saturating_sub(MAX_TAIL_BYTES);
    let end = bytes.get(tail_start + memchr::memmem::rfind(bytes.get(tail_start..)?, b"PK\x05\x06")?..)?;
    let count = usize::from(read_u16(end, 10)?);
    let mut rest = bytes.get(read_usize(end, 16)?..)?;
    let mut entries = Vec::new();
    for _ in 0..count.min(MAX_ENTRIES + 1) {
        if !rest.starts_with(b"PK\x01\x02") {
            return None;
        }
        let [name, extra, comment] = [28, 30, 32].map(|at| read_u16(rest, at).map(usize::from));
        let (name, extra, comment) = (name?, extra?, comment?);
        entries.push(Entry {
            name: String::from_utf8_lossy(rest.get(46..46 + name)?).into_owned(),
            is_encrypted: read_u16(rest, 8)? & 1 == 1,
            method: read_u16(rest, 10)?,
            packed_length: read_usize(rest, 20)?,
            offset: read_usize(rest, 42)?,
        });
        rest = rest.get(46 + name + extra + comment..)?;
    }
    Some(entries)
}

fn read_u16(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

fn read_usize(bytes: &[u8], at: usize) -> Option<usize> {
    usize::try_from(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?)).ok()
}
