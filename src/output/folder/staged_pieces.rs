//! A file that the site receives piece by piece. While it is as the last site has it nothing is written; from the first
//! difference on it is a new file, which takes over pieces of the old one by their keys.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::Path;

use super::super::build_record::{FilePiece, FilePieces, FileRecord};
use super::SiteFolder;
use crate::board::{FingerprintWriter, Written};
use crate::error::Error;
use crate::files::{open_new_file, open_plain_file};
use crate::publish::{PieceKey, PieceWriter, RenderPiece};

/// Length in bytes of what is read and written at once.
const BUFFER_BYTES: usize = 128 * 1024;

/// A file that is being staged.
pub(super) struct StagedPieces<'f> {
    folder: &'f SiteFolder,
    path: &'f str,
    to: &'f Path,
    old: Option<OldFile>,
    /// Length of what has been written; as long as `new` is `None` the old file begins with the same.
    length: u64,
    new: Option<FingerprintWriter<BufWriter<File>>>,
    pieces: Vec<FilePiece>,
    /// What is read from the old file.
    buffer: Vec<u8>,
    /// What is written to the new one.
    piece: Vec<u8>,
    /// The first error: whoever writes may report another.
    error: Option<Error>,
}

/// How a staged file turned out.
pub(super) enum StagedFile {
    /// The same as in the last site, so that nothing was written.
    Kept(Written),
    /// Written.
    New(Written),
}

impl<'f> StagedPieces<'f> {
    /// Begins a file that is to be staged at `to`.
    pub(super) fn new(folder: &'f SiteFolder, path: &'f str, to: &'f Path) -> Self {
        let old = folder.last.files.get(path).and_then(|record| OldFile::open(folder, record));
        let (pieces, buffer, piece) = (Vec::new(), Vec::new(), Vec::new());
        Self { folder, path, to, old, length: 0, new: None, pieces, buffer, piece, error: None }
    }

    /// Ends the file, given how writing it went.
    pub(super) fn finish(mut self, result: Result<(), Error>) -> Result<(StagedFile, Vec<FilePiece>), Error> {
        // A full disk is the reason of what the writer says.
        if let Some(error) = self.error.take() {
            return Err(error);
        }
        result?;
        if let (None, Some(old)) = (&self.new, &self.old)
            && old.length == self.length
        {
            let kept = Written { bytes: old.length, sum: old.sum.clone() };
            return Ok((StagedFile::Kept(kept), self.pieces));
        }
        let io_error = |error: io::Error| Error::write_site(self.to, &error);
        let begun = self.begin_new();
        let new = self.new.take().ok_or_else(|| match (begun, self.error.take()) {
            (_, Some(error)) => error,
            (Err(error), None) => io_error(error),
            (Ok(()), None) => Error::internal("site", format!("{} was not begun", self.path)),
        })?;
        let written = new.finish().map_err(io_error)?;
        Ok((StagedFile::New(written), self.pieces))
    }

    /// Creates the new file, with the beginning that it shares with the old one.
    fn begin_new(&mut self) -> io::Result<()> {
        if self.new.is_some() {
            return Ok(());
        }
        if let Err(error) = self.folder.clear_path(self.path, self.to) {
            self.error.get_or_insert(error);
            return Err(io::ErrorKind::Other.into());
        }
        let mut new = FingerprintWriter::new(BufWriter::with_capacity(BUFFER_BYTES, open_new_file(self.to)?));
        if let Some(old) = &mut self.old {
            old.copy(0, self.length, &mut self.buffer, &mut new)?;
        }
        self.new = Some(new);
        Ok(())
    }

    fn write_bytes(&mut self, bytes: &[u8]) -> io::Result<()> {
        let is_same = self.new.is_none()
            && self.old.as_mut().is_some_and(|old| old.has_at(self.length, bytes, &mut self.buffer).unwrap_or(false));
        if !is_same {
            self.begin_new()?;
            self.new.as_mut().map_or(Ok(()), |new| new.write_all(bytes))?;
        }
        self.length += bytes.len() as u64;
        Ok(())
    }

    /// Takes over a piece of the old file.
    fn take_over(&mut self, start: u64, length: u64) -> io::Result<()> {
        if self.new.is_some() || start != self.length {
            self.begin_new()?;
            if let (Some(old), Some(new)) = (&mut self.old, &mut self.new) {
                old.copy(start, length, &mut self.buffer, new)?;
            }
        }
        self.length += length;
        Ok(())
    }

    fn note(&mut self, result: io::Result<()>) -> io::Result<()> {
        result.map_err(|error| {
            let kind = error.kind();
            self.error.get_or_insert(Error::write_site(self.to, &error));
            kind.into()
        })
    }
}

impl Write for StagedPieces<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes).map(|()| bytes.len())
    }

    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        let result = self.write_bytes(bytes);
        self.note(result)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl PieceWriter for StagedPieces<'_> {
    fn write_piece(&mut self, key: Option<PieceKey>, render: RenderPiece<'_>) -> Result<(), Error> {
        let start = self.length;
        let known = key.and_then(|key| self.old.as_ref()?.pieces.get(&key).copied());
        let result = match known {
            Some((start, length)) => self.take_over(start, length),
            None => {
                self.piece.clear();
                let mut piece = std::mem::take(&mut self.piece);
                render(&mut piece)?;
                let result = self.write_bytes(&piece);
                self.piece = piece;
                result
            }
        };
        self.note(result).map_err(|error| Error::write_site(self.to, &error))?;
        self.pieces.extend(key.map(|key| FilePiece { key, start, length: self.length - start }));
        Ok(())
    }
}

/// A file of the last site.
struct OldFile {
    reader: BufReader<File>,
    /// Where the reader is.
    position: u64,
    length: u64,
    /// SHA-256, 64 hexadecimal digits.
    sum: String,
    /// Start and length of its pieces.
    pieces: HashMap<PieceKey, (u64, u64)>,
}

impl OldFile {
    /// Opens a file of the last site; `None` if it cannot be read.
    fn open(folder: &SiteFolder, record: &FileRecord) -> Option<Self> {
        let file = open_plain_file(&folder.target.join(&record.path)).ok()?;
        let pieces = folder.last_pieces().get(&record.path).filter(|pieces| pieces.sum == record.sum);
        let pieces = pieces.map(FilePieces::places).unwrap_or_default();
        let reader = BufReader::with_capacity(BUFFER_BYTES, file);
        Some(Self { reader, position: 0, length: record.size, sum: record.sum.clone(), pieces })
    }

    fn go_to(&mut self, position: u64) -> io::Result<()> {
        if self.position != position {
            match i64::try_from(position).ok().zip(i64::try_from(self.position).ok()) {
                Some((to, from)) => self.reader.seek_relative(to - from)?,
                None => drop(self.reader.seek(SeekFrom::Start(position))?),
            }
            self.position = position;
        }
        Ok(())
    }

    /// Reads some bytes into the buffer, which may be longer.
    fn read(&mut self, start: u64, length: usize, buffer: &mut Vec<u8>) -> io::Result<()> {
        self.go_to(start)?;
        if buffer.len() < length {
            buffer.resize(length, 0);
        }
        self.reader.read_exact(buffer.get_mut(..length).unwrap_or_default())?;
        self.position += length as u64;
        Ok(())
    }

    /// Whether the file has these bytes at a place.
    fn has_at(&mut self, start: u64, bytes: &[u8], buffer: &mut Vec<u8>) -> io::Result<bool> {
        if start + bytes.len() as u64 > self.length {
            return Ok(false);
        }
        self.read(start, bytes.len(), buffer)?;
        Ok(buffer.get(..bytes.len()) == Some(bytes))
    }

    /// Copies a part of the file.
    fn copy(&mut self, start: u64, length: u64, buffer: &mut Vec<u8>, out: &mut impl Write) -> io::Result<()> {
        let mut done = 0;
        while done < length {
            let part = usize::try_from(length - done).unwrap_or(BUFFER_BYTES).min(BUFFER_BYTES);
            self.read(start + done, part, buffer)?;
            out.write_all(buffer.get(..part).unwrap_or_default())?;
            done += part as u64;
        }
        Ok(())
    }
}
