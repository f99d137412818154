//! Finds images whose file name suggests a personal document.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings, word_lists};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::path;

word_lists! { "image_name_personal.txt":
    /// Names of personal documents as parts of file names.
    PERSONAL_DOCUMENTS = "personal documents";
}

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "image-name-personal",
        severity: Severity::Warning,
        group: RuleGroup::Media,
        summary: text("un'immagine non è il documento di qualcuno", "an image is not a personal document"),
        explanation: text(
            "Il nome del file fa pensare a un documento personale. Quello che entra nel sito si copia e non torna indietro: guarda l'immagine, e se non è un documento cambiale nome.",
            "The file's name looks like that of a personal document. What is published is copied and cannot be taken back: look at the image, and if it is not a document, rename it.",
        ),
        wrong: "immagine: {file: foto-permesso-di-soggiorno.jpg, testo_alternativo: Una mano}",
        right: "titolo: Corso di italiano",
        origin: "regolamento (UE) 2016/679, art. 5",
    },
    function: CheckFunction::Item(check),
};

fn check(_: &Board, item: &Item, findings: &mut Findings<'_>) {
    let Some(file) = item.facts.image.as_ref().and_then(|image| image.file.as_deref()) else { return };
    if let Some(paper) = PERSONAL_DOCUMENTS.find_in(file) {
        findings.report_at_field(
            item,
            path![immagine.file],
            localized!(
                "«{file}» fa pensare al documento di una persona ({paper})",
                "`{file}` looks like a personal document ({paper})"
            ),
            localized!(
                "guardala bene: se non è un documento, cambia nome al file",
                "look at it carefully: if it is not a personal document, rename the file"
            ),
        );
    }
}
