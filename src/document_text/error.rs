//! Why the text of a document cannot be read, and what to do.

use crate::diagnostic::LocalizedString;
use crate::error::Error;
use crate::localized;

/// Reason why no text was taken out of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentError {
    /// Larger than [`MAX_DOCUMENT_BYTES`](super::MAX_DOCUMENT_BYTES).
    TooLarge,
    /// More text than [`MAX_TEXT_BYTES`](super::MAX_TEXT_BYTES), or parts that unpack to more than any announcement.
    TooMuchText,
    /// Documents in documents, or elements in elements, deeper than people make them.
    TooNested,
    /// Longer work than a document of this size takes.
    TooSlow,
    /// Cut short, or not as its format says.
    Broken,
    /// No text at all.
    Empty,
    /// Protected by a password.
    Protected,
    /// PDF without letters: a scan or a picture.
    Scanned,
    /// PDF whose fonts do not say which letters they draw.
    Unreadable,
    /// PDF, with a program built without its reader.
    PdfNotBuilt,
    /// Picture.
    Picture,
    /// Word document of before 2007, Outlook message, or a Word document with a password.
    OldOffice,
    /// Document of another program that can save as Word.
    OtherDocument,
    /// Archive or other file without text of its own.
    Unknown,
}

impl DocumentError {
    /// What is wrong and what to do, in both languages.
    #[must_use]
    pub fn localized(self) -> LocalizedString {
        match self {
            Self::TooLarge => localized!(
                "il file supera 12 MB: copia il testo dell'annuncio e incollalo, o manda il documento senza immagini",
                "the file is larger than 12 MB: copy the text of the announcement and paste it, or send the document without pictures"
            ),
            Self::TooMuchText => localized!(
                "il file contiene più testo di qualunque annuncio: copia solo l'annuncio e incollalo",
                "the file holds more text than any announcement: copy only the announcement and paste it"
            ),
            Self::TooNested => localized!(
                "il file contiene troppi messaggi o elementi uno dentro l'altro: apri quello con l'annuncio, copia il testo e incollalo",
                "the file holds too many messages or elements one within the other: open the one with the announcement, copy its text and paste it"
            ),
            Self::TooSlow => localized!(
                "leggere il file richiede troppo tempo: aprilo, copia il testo e incollalo",
                "the file takes too long to read: open it, copy its text and paste it"
            ),
            Self::Broken => localized!(
                "il file è rotto o incompleto: chiedi di rimandarlo, o aprilo, copia il testo e incollalo",
                "the file is broken or cut short: ask for it again, or open it, copy its text and paste it"
            ),
            Self::Empty => localized!(
                "il file non contiene testo: copia le parole dell'annuncio e incollale",
                "the file holds no text: copy the words of the announcement and paste them"
            ),
            Self::Protected => localized!(
                "il file è protetto da una password: aprilo, copia il testo e incollalo",
                "the file is protected by a password: open it, copy its text and paste it"
            ),
            Self::Scanned => localized!(
                "il PDF contiene solo immagini, nessuna lettera: se hai tesseract, `pdftoppm -r 300 -png file.pdf pagina` e poi `tesseract pagina-1.png - -l ita | bacheca intake -`; altrimenti scrivi il testo",
                "the PDF holds only pictures, no letters: if you have tesseract, `pdftoppm -r 300 -png file.pdf page` and then `tesseract page-1.png - -l ita | bacheca intake -`; otherwise write its text"
            ),
            Self::Unreadable => localized!(
                "i caratteri del PDF non dicono quali lettere disegnano: se hai tesseract, `pdftoppm -r 300 -png file.pdf pagina` e poi `tesseract pagina-1.png - -l ita | bacheca intake -`; altrimenti chiedi il documento Word",
                "the fonts of the PDF do not say which letters they draw: if you have tesseract, `pdftoppm -r 300 -png file.pdf page` and then `tesseract page-1.png - -l ita | bacheca intake -`; otherwise ask for the Word document"
            ),
            Self::PdfNotBuilt => localized!(
                "questo programma è stato compilato senza il lettore di PDF: apri il file, copia il testo e incollalo, o usa `pdftotext -layout file.pdf - | bacheca intake -`",
                "this program was built without the reader of PDF: open the file, copy its text and paste it, or use `pdftotext -layout file.pdf - | bacheca intake -`"
            ),
            Self::Picture => localized!(
                "il file è un'immagine: se hai tesseract, `tesseract file.jpg - -l ita | bacheca intake -`; altrimenti scrivi il testo che si legge",
                "the file is a picture: if you have tesseract, `tesseract file.jpg - -l ita | bacheca intake -`; otherwise write the text that it shows"
            ),
            Self::OldOffice => localized!(
                "il file è un vecchio documento di Office, un messaggio di Outlook (.msg) o ha una password: salvalo come .docx o .eml senza password, o copia il testo e incollalo",
                "the file is an old Office document, an Outlook message (.msg) or has a password: save it as .docx or .eml without password, or copy its text and paste it"
            ),
            Self::OtherDocument => localized!(
                "il file è un documento di un altro programma: salvalo come .docx, o copia il testo e incollalo",
                "the file is a document of another program: save it as .docx, or copy its text and paste it"
            ),
            Self::Unknown => localized!(
                "il file non è un testo, una mail (.eml), un documento Word (.docx) o un PDF: apri il file, copia il testo e incollalo",
                "the file is no text, mail (.eml), Word document (.docx) or PDF: open it, copy its text and paste it"
            ),
        }
    }
}

impl From<DocumentError> for Error {
    fn from(error: DocumentError) -> Self {
        Self::Message(error.localized())
    }
}
