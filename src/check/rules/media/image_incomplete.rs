//! Finds images without a file beside the item or without an alternative text.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{LocalizedString, Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::path;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "image-incomplete",
        severity: Severity::Error,
        group: RuleGroup::Media,
        summary: text(
            "un'immagine ha il suo file accanto e un testo alternativo",
            "an image has its file beside it and an alternative text",
        ),
        explanation: text(
            "L'immagine è un file .jpg, .png o .webp nella stessa cartella dell'annuncio: niente indirizzi di altri siti, niente percorsi. Il testo alternativo dice a chi non la vede quello che dice a chi la vede.",
            "An image is a .jpg, .png or .webp file in the item's own folder: no addresses of other sites, no paths. The alternative text tells people who cannot see the image what it shows.",
        ),
        wrong: "immagine: {file: ../../segreti.png, testo_alternativo: Una chiave}",
        right: "titolo: Corso di italiano",
        origin: "WCAG 2.2, criterio 1.1.1; linee guida del canale, paragrafo 4",
    },
    function: CheckFunction::Item(check),
};

fn check(board: &Board, item: &Item, findings: &mut Findings<'_>) {
    let Some(image) = &item.facts.image else { return };
    let file = image.file.as_deref().unwrap_or_default();
    let extension = file.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
    let readable = matches!(extension.as_deref(), Some("jpg" | "jpeg" | "png" | "webp"));
    let beside = board.image_of(item);
    // A form has no folder: whoever names a picture sends it beside the announcement.
    let is_a_path = file.contains(['/', '\\', '%', '\0']) || file.starts_with('.');
    let is_missing = beside.is_none() && (board.knows_pictures || is_a_path);
    if !readable || is_missing {
        let (message, hint) = if file.contains("://") {
            (
                localized!("«{file}» è un'immagine di un altro sito", "`{file}` is an image of another site"),
                localized!(
                    "salvala nella cartella dell'annuncio e scrivi qui solo il nome del file",
                    "save it in the item's folder and write only the file's name here"
                ),
            )
        } else if is_a_path {
            (
                localized!("«{file}» non è il nome di un file", "`{file}` is not the name of a file"),
                localized!(
                    "scrivi solo il nome, senza cartelle: `festa.jpg`",
                    "write only the name, without folders: `festa.jpg`"
                ),
            )
        } else if readable {
            (
                localized!(
                    "l'immagine «{file}» non è accanto all'annuncio",
                    "the image `{file}` is not beside the item"
                ),
                match board.similar_file(item, file) {
                    Some(other) => localized!(
                        "accanto c'è «{other}»: rinominalo con lettere minuscole e senza accenti, e scrivi qui quel nome",
                        "beside it is `{other}`: rename it in small letters without accents, and write that name here"
                    ),
                    None => localized!(
                        "metti il file nella stessa cartella dell'annuncio",
                        "put the file in the item's own folder"
                    ),
                },
            )
        } else {
            (
                localized!("«{file}» non è un'immagine che si accetta", "`{file}` is not an accepted image"),
                localized!("salvala come .jpg, .png o .webp", "save it as .jpg, .png or .webp"),
            )
        };
        findings.report_at_field(item, path![immagine.file], message, hint);
    }
    let problem = beside.filter(|_| readable).and_then(|beside| findings.problem_of_picture(&beside));
    if let Some(LocalizedString { it, en }) = problem {
        findings.report_at_field(
            item,
            path![immagine.file],
            localized!(
                "«{file}» non è un'immagine che si può aprire: {it}",
                "`{file}` is not a picture that can be opened: {en}"
            ),
            localized!(
                "salvala di nuovo come .jpg o .png: bastano 1.600 pixel per lato, al massimo sono 25 milioni in tutto",
                "save it again as .jpg or .png: 1,600 pixels a side are enough, 25 million in all at most"
            ),
        );
    }
    if image.alternative_text.is_none() {
        findings.report_at_field(
            item,
            path![immagine],
            localized!("l'immagine non ha un testo alternativo", "the image has no alternative text"),
            localized!(
                "aggiungi `testo_alternativo:` con quello che l'immagine dice a chi la vede",
                "add `testo_alternativo:` with what the image tells those who see it"
            ),
        );
    }
}
