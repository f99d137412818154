//! Kind of a document, by its first bytes.

use super::error::DocumentError;
use super::zip::Archive;

/// Kind of a document that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentKind {
    /// Plain text.
    Text,
    /// Web page, or the part of a mail that is one.
    Html,
    /// Mail, RFC 5322.
    Mail,
    /// Word document, ECMA-376.
    Word,
    /// PDF, ISO 32000.
    Pdf,
}

/// First bytes of pictures, after as many others.
const PICTURES: &[(usize, &[u8])] = &[
    (0, b"\xff\xd8\xff"),
    (0, b"\x89PNG\r\n"),
    (0, b"GIF8"),
    (0, b"II*\0"),
    (0, b"MM\0*"),
    (8, b"WEBP"),
    (4, b"ftyphei"),
    (4, b"ftypmif"),
    (4, b"ftypavif"),
];
/// Headers that programs write and nobody types.
const MAIL_HEADERS: &[&str] = &[
    "arc-seal",
    "content-transfer-encoding",
    "content-type",
    "delivered-to",
    "dkim-signature",
    "message-id",
    "mime-version",
    "received",
    "return-path",
    "x-mozilla-status",
    "x-original-to",
];

impl DocumentKind {
    /// Recognises a document by its content.
    ///
    /// # Errors
    /// A kind that is not read, with what to do.
    pub fn recognise(bytes: &[u8]) -> Result<Self, DocumentError> {
        let starts = |at: usize, magic: &[u8]| bytes.get(at..).is_some_and(|rest| rest.starts_with(magic));
        let first = bytes.get(..1024).unwrap_or(bytes);
        if PICTURES.iter().any(|(at, magic)| starts(*at, magic)) {
            return Err(DocumentError::Picture);
        }
        if starts(0, b"\xd0\xcf\x11\xe0") {
            return Err(DocumentError::OldOffice);
        }
        if starts(0, b"{\\rtf") {
            return Err(DocumentError::OtherDocument);
        }
        if starts(0, b"PK\x03\x04") {
            return recognise_archive(bytes);
        }
        if memchr::memmem::find(first, b"%PDF-").is_some_and(|at| at == 0 || !is_mail(bytes)) {
            return Ok(Self::Pdf);
        }
        if is_mail(bytes) {
            return Ok(Self::Mail);
        }
        let start = String::from_utf8_lossy(first).trim_start_matches('\u{feff}').trim_start().to_lowercase();
        let is_page = ["<!doctype html", "<html", "<head", "<body"].iter().any(|tag| start.starts_with(tag));
        Ok(if is_page { Self::Html } else { Self::Text })
    }
}

/// Word documents, and the other archives that people send.
fn recognise_archive(bytes: &[u8]) -> Result<DocumentKind, DocumentError> {
    let archive = Archive::open(bytes)?;
    if archive.names().any(|name| name == "word/document.xml") {
        return Ok(DocumentKind::Word);
    }
    let is_office =
        |name: &str| ["xl/", "ppt/", "Index/"].iter().any(|folder| name.starts_with(folder)) || name == "content.xml";
    Err(if archive.names().any(is_office) { DocumentError::OtherDocument } else { DocumentError::Unknown })
}

/// Whether the file begins with mail headers, one of which only programs write.
fn is_mail(bytes: &[u8]) -> bool {
    let mut written_by_program = false;
    for line in bytes.split(|byte| *byte == b'\n').take(500) {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if line.is_empty() {
            break;
        }
        // A folded line goes on; a mailbox writes `From ` before each mail.
        if line.starts_with(b" ") || line.starts_with(b"\t") || line.starts_with(b"From ") {
            continue;
        }
        let Some(colon) = memchr::memchr(b':', line) else { return false };
        let name = line.get(..colon).unwrap_or_default();
        if name.is_empty() || !name.iter().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(byte)) {
            return false;
        }
        let name = String::from_utf8_lossy(name).to_lowercase();
        written_by_program |= MAIL_HEADERS.contains(&name.as_str());
    }
    written_by_program
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kind_is_that_of_the_content() {
        let kind = |bytes: &[u8]| DocumentKind::recognise(bytes);
        assert_eq!(kind(b"Received: by x\n\tfolded\nSubject: y\n\nCiao"), Ok(DocumentKind::Mail));
        assert_eq!(kind(b"From: Anna\nSubject: festa\n\nCiao"), Ok(DocumentKind::Text));
        assert_eq!(kind(b"Quando: domani\nmime-version"), Ok(DocumentKind::Text));
        assert_eq!(kind(b" \n<!DOCTYPE html><p>Ciao"), Ok(DocumentKind::Html));
        assert_eq!(kind(b"junk\n%PDF-1.7"), Ok(DocumentKind::Pdf));
        assert_eq!(kind(b"\xff\xd8\xff\xe0"), Err(DocumentError::Picture));
        assert_eq!(kind(b"RIFF1234WEBP"), Err(DocumentError::Picture));
        assert_eq!(kind(b"{\\rtf1 Ciao}"), Err(DocumentError::OtherDocument));
        assert_eq!(kind(b"PK\x03\x04"), Err(DocumentError::Broken));
        assert_eq!(kind(b""), Ok(DocumentKind::Text));
    }
}
