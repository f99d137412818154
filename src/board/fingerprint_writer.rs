//! The fingerprint of a file that is written piece by piece.

use std::io::{self, Write};

use sha2::{Digest, Sha256};

use super::{Fingerprint, hex};

/// Passes what is written to it on, and computes its SHA-256.
pub struct FingerprintWriter<W> {
    out: W,
    hasher: Sha256,
    bytes: u64,
    /// The first error of `out`: whoever writes may report another, or none.
    error: Option<io::Error>,
}

/// What a [`FingerprintWriter`] has passed on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Length, in bytes.
    pub bytes: u64,
    /// SHA-256, 64 hexadecimal digits.
    pub sum: String,
}

impl<W: Write> FingerprintWriter<W> {
    /// Begins with nothing.
    pub fn new(out: W) -> Self {
        Self { out, hasher: Sha256::new(), bytes: 0, error: None }
    }

    /// Writes out what is left.
    ///
    /// # Errors
    /// The first error of what is written to.
    pub fn finish(mut self) -> io::Result<Written> {
        let flushed = self.out.flush();
        if let Some(error) = self.error {
            return Err(error);
        }
        let sum: Fingerprint = self.hasher.finalize().into();
        flushed.map(|()| Written { bytes: self.bytes, sum: hex(&sum) })
    }
}

impl<W: Write> Write for FingerprintWriter<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes).map(|()| bytes.len())
    }

    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.hasher.update(bytes);
        self.bytes += bytes.len() as u64;
        self.out.write_all(bytes).map_err(|error| {
            let kind = error.kind();
            self.error.get_or_insert(error);
            kind.into()
        })
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_have_the_fingerprint_of_the_whole() {
        let mut out = FingerprintWriter::new(Vec::new());
        for piece in ["un", "", "o"] {
            out.write_all(piece.as_bytes()).unwrap();
        }
        assert_eq!(out.finish().unwrap(), Written { bytes: 3, sum: hex(&Sha256::digest("uno").into()) });
    }

    #[test]
    fn an_error_that_the_writer_hides_is_reported() {
        let mut room = [0; 2];
        let mut out = FingerprintWriter::new(room.as_mut_slice());
        let _ = out.write_all(b"uno");
        assert_eq!(out.finish().unwrap_err().kind(), io::ErrorKind::WriteZero);
    }
}
