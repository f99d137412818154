//! An image is a file beside its item, with words for those who do not see it.

use std::path::Path;

use image::ImageReader;

use crate::board::{Board, Item};
use crate::check::{Check, Findings, Look};
use crate::diagnostic::Rule;
use crate::source::Step;
use crate::words;

/// The largest side that is decoded, in pixels.
const LARGEST_SIDE: u32 = 12_000;

pub(super) const CHECK: Check = Check {
    rule: Rule::error(
        "image-incomplete",
        "un'immagine ha il suo file accanto e un testo alternativo",
        "an image has its file beside it and an alternative text",
        "WCAG 2.2, criterio 1.1.1; linee guida del canale, paragrafo 4",
    ),
    look: Look::Item(look),
};

/// The first bytes are those of a picture of a size that can be worked on.
fn is_picture(path: &Path) -> bool {
    let reader = ImageReader::open(path).and_then(ImageReader::with_guessed_format);
    let size = reader.ok().and_then(|reader| reader.into_dimensions().ok());
    size.is_some_and(|(width, height)| width.max(height) <= LARGEST_SIDE)
}

fn look(board: &Board, item: &Item, findings: &mut Findings<'_>) {
    let Some(image) = &item.facts.image else { return };
    let file = image.file.as_deref().unwrap_or_default();
    let extension = file.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
    let readable = matches!(extension.as_deref(), Some("jpg" | "jpeg" | "png" | "webp"));
    let beside = item.image_path(&board.root);
    if !readable || beside.is_none() {
        findings.at(
            &item.document,
            &[Step::Key("immagine"), Step::Key("file")],
            words!("l'immagine «{file}» non è accanto all'annuncio", "the image `{file}` is not beside the item"),
            words!(
                "metti il file (.jpg, .png o .webp) nella stessa cartella e scrivi qui solo il suo nome",
                "put the file (.jpg, .png or .webp) in the same folder and write only its name here"
            ),
        );
    }
    if let Some(path) = beside.filter(|path| readable && !is_picture(path)) {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        findings.at(
            &item.document,
            &[Step::Key("immagine"), Step::Key("file")],
            words!("«{name}» non è un'immagine che si può aprire", "`{name}` is not a picture that can be opened"),
            words!(
                "salvala di nuovo come .jpg o .png, al massimo 12.000 pixel per lato",
                "save it again as .jpg or .png, 12,000 pixels a side at most"
            ),
        );
    }
    if image.alternative_text.is_none() {
        findings.at(
            &item.document,
            &[Step::Key("immagine")],
            words!("l'immagine non ha un testo alternativo", "the image has no alternative text"),
            words!(
                "aggiungi `testo_alternativo:` con quello che l'immagine dice a chi la vede",
                "add `testo_alternativo:` with what the image tells those who see it"
            ),
        );
    }
}
