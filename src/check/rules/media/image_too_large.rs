//! Finds image files larger than 8 MiB, which stay in the repository's history for ever.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::path;

/// Maximum size in bytes; photos from phones are smaller.
const MAX_BYTES: u64 = 8 * 1024 * 1024;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "image-too-large",
        severity: Severity::Error,
        group: RuleGroup::Media,
        summary: text("un'immagine non supera gli 8 MB", "an image has at most 8 MB"),
        explanation: text(
            "Il sito la rimpicciolisce comunque, ma il file grande resta per sempre nella storia del repository e rallenta tutti. Una foto di telefono basta e avanza.",
            "The site makes it smaller anyway, but the large file stays in the repository's history for ever and slows everybody down. A phone's photo is more than enough.",
        ),
        wrong: "",
        right: "",
        origin: "formato dei contenuti",
    },
    function: CheckFunction::Item(check),
};

fn check(board: &Board, item: &Item, findings: &mut Findings<'_>) {
    let size = board.image_of(item).and_then(|image| image.length().ok());
    let Some(size) = size.filter(|size| *size > MAX_BYTES) else { return };
    let megabytes = size / (1024 * 1024);
    findings.report_at_field(
        item,
        path![immagine.file],
        localized!("l'immagine è di {megabytes} MB", "the image has {megabytes} MB"),
        localized!(
            "riducila (1600 pixel di lato bastano) e salvala come .jpg",
            "make it smaller (1600 pixels a side are enough) and save it as .jpg"
        ),
    );
}
