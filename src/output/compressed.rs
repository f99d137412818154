//! Precompressed files: servers can send `index.html.gz` or `index.html.br` in place of `index.html` without
//! compressing it for each request.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::sync::{Mutex, PoisonError};

use brotli::enc::BrotliEncoderParams;
use brotli::enc::backward_references::BrotliEncoderMode;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::board::Written;
use crate::error::Error;
use crate::publish::{Rendered, Sink, WritePieces};

/// File extensions of compressible texts; other formats are compressed already.
const TEXT_EXTENSIONS: [&str; 12] =
    ["css", "csv", "html", "ics", "js", "json", "jsonld", "svg", "txt", "webmanifest", "xml", "xsl"];
/// Size in bytes up to which compression saves no network packet.
const PACKET_BYTES: usize = 1024;
/// Length in bytes of the pieces that are compressed.
const BUFFER_BYTES: usize = 64 * 1024;
/// Brotli quality; 10 and 11 take ten times as long and save some 3 % of the size.
const BROTLI_QUALITY: i32 = 9;

/// A sink that adds gzip (RFC 1952) and Brotli (RFC 7932) versions of texts, if they are smaller.
pub struct CompressingSink<'s> {
    sink: &'s dyn Sink,
    /// Paths of added files.
    beside: Mutex<BTreeSet<String>>,
}

impl<'s> CompressingSink<'s> {
    /// Wraps `sink`, which receives all files.
    #[must_use]
    pub fn new(sink: &'s dyn Sink) -> Self {
        Self { sink, beside: Mutex::default() }
    }
}

impl Sink for CompressingSink<'_> {
    fn put(&self, path: &str, bytes: Vec<u8>) -> Result<(), Error> {
        if is_text(path) && bytes.len() > PACKET_BYTES {
            let internal_error = |error| Error::internal(path, error);
            let (gzip, brotli) = rayon::join(|| gzip(&bytes), || brotli(&bytes));
            for (ending, packed) in [("gz", gzip.map_err(internal_error)?), ("br", brotli.map_err(internal_error)?)] {
                if packed.len() < bytes.len() {
                    let path = format!("{path}.{ending}");
                    self.beside.lock().unwrap_or_else(PoisonError::into_inner).insert(path.clone());
                    self.sink.put(&path, packed)?;
                }
            }
        }
        self.sink.put(path, bytes)
    }

    /// Writes the file once for each form. What is longer than a packet is taken to be shorter in each.
    fn put_pieces(&self, path: &str, write: WritePieces<'_>) -> Result<(), Error> {
        if is_text(path) && is_longer_than_a_packet(write)? {
            let forms: [(&str, Pack); 2] = [("gz", pack_gzip), ("br", pack_brotli)];
            for (ending, pack) in forms {
                let path = format!("{path}.{ending}");
                self.beside.lock().unwrap_or_else(PoisonError::into_inner).insert(path.clone());
                self.sink.put_pieces(&path, &|out| pack(&path, write, &mut &mut *out))?;
            }
        }
        self.sink.put_pieces(path, write)
    }

    fn written(&self, path: &str) -> Option<Written> {
        self.sink.written(path)
    }

    fn has_unchanged(&self, group: &str, key: &str) -> Result<bool, Error> {
        self.sink.has_unchanged(group, key)
    }

    fn remember(&self, group: &str, key: &str, mut paths: Vec<String>) {
        let beside = self.beside.lock().unwrap_or_else(PoisonError::into_inner);
        let packed = paths.iter().flat_map(|path| [format!("{path}.br"), format!("{path}.gz")]);
        let packed: Vec<String> = packed.filter(|path| beside.contains(path)).collect();
        paths.extend(packed);
        self.sink.remember(group, key, paths);
    }
}

fn is_text(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, ending)| TEXT_EXTENSIONS.contains(&ending))
}

/// A packet that is being filled, which refuses what does not fit.
struct Packet {
    room: usize,
    overflowed: bool,
}

impl Write for Packet {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self.room.checked_sub(bytes.len()) {
            Some(room) => self.room = room,
            None => self.overflowed = true,
        }
        if self.overflowed { Err(io::ErrorKind::StorageFull.into()) } else { Ok(bytes.len()) }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Whether what is written in pieces is longer than a packet; writes no more than that to find out.
fn is_longer_than_a_packet(write: WritePieces<'_>) -> Result<bool, Error> {
    let mut packet = Rendered(Packet { room: PACKET_BYTES, overflowed: false });
    let result = write(&mut packet);
    if packet.0.overflowed { Ok(true) } else { result.map(|()| false) }
}

/// Function that writes the compressed form of what is written in pieces to a file with this path.
type Pack = fn(&str, WritePieces<'_>, &mut dyn Write) -> Result<(), Error>;

fn pack_gzip(path: &str, write: WritePieces<'_>, out: &mut dyn Write) -> Result<(), Error> {
    let mut encoder = Rendered(GzEncoder::new(out, Compression::best()));
    write(&mut encoder)?;
    encoder.0.finish().map(drop).map_err(|error| Error::internal(path, error))
}

fn pack_brotli(path: &str, write: WritePieces<'_>, out: &mut dyn Write) -> Result<(), Error> {
    let parameters = BrotliEncoderParams {
        quality: BROTLI_QUALITY,
        mode: BrotliEncoderMode::BROTLI_MODE_TEXT,
        ..BrotliEncoderParams::default()
    };
    let mut encoder = Rendered(brotli::CompressorWriter::with_params(out, BUFFER_BYTES, &parameters));
    write(&mut encoder)?;
    encoder.flush().map_err(|error| Error::internal(path, error))
}

/// Compresses with gzip, without file name and time, so that the output is reproducible.
fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let parameters = BrotliEncoderParams {
        quality: BROTLI_QUALITY,
        mode: BrotliEncoderMode::BROTLI_MODE_TEXT,
        size_hint: bytes.len(),
        ..BrotliEncoderParams::default()
    };
    let (mut text, mut packed) = (bytes, Vec::new());
    brotli::BrotliCompress(&mut text, &mut packed, &parameters)?;
    Ok(packed)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::super::MemorySink;
    use super::*;

    #[test]
    fn compressed_texts_decompress_to_the_original() {
        let memory = MemorySink::default();
        let text = "un annuncio dopo l'altro\n".repeat(100).into_bytes();
        let sink = CompressingSink::new(&memory);
        sink.put("o/a/index.html", text.clone()).unwrap();
        sink.put("o/a/poster.pdf", text.clone()).unwrap();
        sink.put("robots.txt", b"User-agent: *".to_vec()).unwrap();
        sink.put_pieces("dati/short.csv", &|out| {
            out.write_all(&text[..1024]).map_err(|error| Error::internal("", error))
        })
        .unwrap();
        sink.put_pieces("dati/long.csv", &|out| out.write_all(&text).map_err(|error| Error::internal("", error)))
            .unwrap();
        let files = memory.into_files();
        let paths: Vec<&str> = files.keys().map(String::as_str).collect();
        let (data, pages) = paths.split_at(4);
        assert_eq!(data, ["dati/long.csv", "dati/long.csv.br", "dati/long.csv.gz", "dati/short.csv"]);
        assert_eq!(pages, ["o/a/index.html", "o/a/index.html.br", "o/a/index.html.gz", "o/a/poster.pdf", "robots.txt"]);
        let mut gzip = Vec::new();
        flate2::read::GzDecoder::new(files["o/a/index.html.gz"].as_slice()).read_to_end(&mut gzip).unwrap();
        let mut brotli = Vec::new();
        brotli::BrotliDecompress(&mut files["o/a/index.html.br"].as_slice(), &mut brotli).unwrap();
        assert_eq!((&gzip, &brotli), (&text, &text));
    }
}
