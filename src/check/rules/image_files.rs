//! An image is a file beside its item, with words for those who do not see it.

use crate::board::{Board, Item};
use crate::check::{Check, Findings, Look};
use crate::diagnostic::Rule;
use crate::source::Step;
use crate::words;

pub(super) const CHECK: Check = Check {
    rule: Rule::error(
        "image-incomplete",
        "un'immagine ha il suo file accanto e un testo alternativo",
        "an image has its file beside it and an alternative text",
        "WCAG 2.2, criterio 1.1.1; linee guida del canale, paragrafo 4",
    ),
    look: Look::Item(look),
};

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
