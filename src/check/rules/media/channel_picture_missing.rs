//! Finds channels whose picture of the code is not there.

use crate::board::Board;
use crate::check::{Check, CheckFunction, Findings};
use crate::config;
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::files::is_plain_file;
use crate::localized;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "channel-picture-missing",
        severity: Severity::Error,
        group: RuleGroup::Media,
        summary: text(
            "l'immagine del codice di un canale sta in static/",
            "the picture of a channel's code is in static/",
        ),
        explanation: text(
            "`qr` sotto `[[canali]]` è il nome di un’immagine nella cartella static/. Se non c’è, la locandina del canale non si può fare.",
            "`qr` below `[[canali]]` is the name of a picture in the folder static/. Without it the channel’s poster cannot be made.",
        ),
        wrong: "",
        right: "",
        origin: "formato di site.toml",
    },
    function: CheckFunction::Board(check),
};

fn check(board: &Board, findings: &mut Findings<'_>) {
    // A form has no folder.
    if !board.knows_pictures || board.root.as_os_str().is_empty() {
        return;
    }
    for channel in board.config.channels() {
        let Some(picture) = channel.picture else { continue };
        if !is_plain_file(&board.root.join("static").join(picture)) {
            findings.report_in_other_file(
                config::FILE,
                board.config.find_word(picture),
                localized!("static/{picture} non c'è", "static/{picture} is not there"),
                localized!(
                    "metti in static/ l'immagine del codice che dà il servizio, o togli `qr`",
                    "put the picture of the code that the service gives into static/, or remove `qr`"
                ),
            );
        }
    }
}
