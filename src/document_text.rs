//! Plain text of the files in which announcements are sent: mails, Word documents, PDFs, web pages.
//!
//! Bytes in, lines of text out. A file is recognised by its content, for people rename files. Every reader is bounded: a
//! file of [`MAX_DOCUMENT_BYTES`] gives at most [`MAX_TEXT_BYTES`] of text, whatever it unpacks to, and a crafted file is
//! refused with words.

mod error;
mod html;
mod kind;
mod mail;
mod tidy;
mod word;
mod zip;

#[cfg(feature = "site")]
mod pdf;
#[cfg(feature = "site")]
mod pdf_layout;
#[cfg(feature = "site")]
mod pdf_streams;

use std::panic::catch_unwind;

pub use error::DocumentError;
pub use kind::DocumentKind;

use crate::diagnostic::LocalizedString;
use crate::source::{decode_legacy, decode_utf16};

/// Largest file that is read, in bytes.
pub const MAX_DOCUMENT_BYTES: usize = 12 * 1024 * 1024;
/// Longest text that is taken out of a file, in bytes.
pub const MAX_TEXT_BYTES: usize = 1_000_000;
/// Most documents within documents: a mail forwarded in a mail, a Word file attached to it.
const MAX_DEPTH: usize = 5;

/// Text taken out of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentText {
    /// Kind of the document.
    pub kind: DocumentKind,
    /// Lines of text, ended by `\n`.
    pub text: String,
    /// Parts that were not read, such as a picture attached to a mail, each with what to do.
    pub left_out: Vec<LocalizedString>,
}

/// Reads the text of a document: plain text in any usual encoding, a web page, a mail (`.eml`), a Word document (`.docx`),
/// or, with the feature `site`, a PDF.
///
/// ```
/// let document = bacheca::document_text::read_document(b"From: a@b.it\r\nMIME-Version: 1.0\r\nSubject: Corso\r\n\r\nCiao\r\n");
/// assert!(document.is_ok_and(|document| document.text.ends_with("Ciao\n")));
/// ```
///
/// # Errors
/// A file that is too large, broken, protected by a password, without letters, or of a kind that is not read.
pub fn read_document(bytes: &[u8]) -> Result<DocumentText, DocumentError> {
    // A panic in a parser of another crate must not stop the command.
    catch_unwind(|| read_within(bytes, 0)).unwrap_or(Err(DocumentError::Broken))
}

/// Reads a document that is `depth` documents deep in others.
fn read_within(bytes: &[u8], depth: usize) -> Result<DocumentText, DocumentError> {
    if depth > MAX_DEPTH {
        return Err(DocumentError::TooNested);
    }
    if bytes.len() > MAX_DOCUMENT_BYTES {
        return Err(DocumentError::TooLarge);
    }
    let kind = DocumentKind::recognise(bytes)?;
    let mut left_out = Vec::new();
    let text = match kind {
        DocumentKind::Text => decode_text(bytes)?,
        DocumentKind::Html => html::html_to_text(&decode_text(bytes)?),
        DocumentKind::Mail => mail::read_mail(bytes, depth, &mut left_out)?,
        DocumentKind::Word => word::read_word(bytes)?,
        DocumentKind::Pdf => read_pdf(bytes, &mut left_out)?,
    };
    let text = tidy::tidy_lines(&text);
    if text.is_empty() {
        return Err(DocumentError::Empty);
    }
    if text.len() > MAX_TEXT_BYTES {
        return Err(DocumentError::TooMuchText);
    }
    Ok(DocumentText { kind, text, left_out })
}

#[cfg(feature = "site")]
fn read_pdf(bytes: &[u8], left_out: &mut Vec<LocalizedString>) -> Result<String, DocumentError> {
    pdf::read_pdf(bytes, left_out)
}

#[cfg(not(feature = "site"))]
fn read_pdf(_: &[u8], _: &mut Vec<LocalizedString>) -> Result<String, DocumentError> {
    Err(DocumentError::PdfNotBuilt)
}

/// Decodes plain text: UTF-8, UTF-16, or the encoding of an old program.
fn decode_text(bytes: &[u8]) -> Result<String, DocumentError> {
    if let Some(decoded) = decode_utf16(bytes) {
        return Ok(decoded.text);
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => decode_legacy(bytes, "message.txt").ok_or(DocumentError::Unknown)?.text,
    };
    if text.contains('\0') { Err(DocumentError::Unknown) } else { Ok(text) }
}
