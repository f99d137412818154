//! Finds voice messages that no announcement has.

use crate::board::{Board, StrayReason};
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::text::visible::show_name;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "voice-stray",
        severity: Severity::Error,
        group: RuleGroup::Media,
        summary: text("un messaggio vocale sta accanto al suo annuncio", "a voice message is beside its announcement"),
        explanation: text(
            "`corso.ogg` accanto a `corso.md` è la voce nella lingua della bacheca, `corso.bn.ogg` quella in bengalese. Con un altro nome, in un’altra cartella o in una lingua che la bacheca non ha, nessuno la sentirebbe.",
            "`corso.ogg` beside `corso.md` is the voice in the board’s language, `corso.bn.ogg` that in Bengali. Under another name, in another folder or in a language that the board does not have, nobody would hear it.",
        ),
        wrong: "",
        right: "",
        origin: "formato dei contenuti",
    },
    function: CheckFunction::Board(check),
};

fn check(board: &Board, findings: &mut Findings<'_>) {
    for voice in board.stray_voices.iter() {
        let message = match &voice.reason {
            StrayReason::NoItem(name) => {
                localized!("qui accanto non c'è l'annuncio «{name}»", "there is no announcement `{name}` beside it")
            }
            StrayReason::NoLanguage(language) => {
                localized!(
                    "la bacheca non ha la lingua «{language}»",
                    "the board does not have the language `{language}`"
                )
            }
            StrayReason::Second(other) => {
                let other = show_name(other);
                localized!("in questa lingua c'è già {other}", "in this language there is {other} already")
            }
        };
        let hint = localized!(
            "chiamalo come l'annuncio, nella stessa cartella, con la lingua: `corso.bn.ogg` accanto a `corso.md`",
            "name it like the announcement, in the same folder, with the language: `corso.bn.ogg` beside `corso.md`"
        );
        findings.report_in_other_file(&voice.path, 0..0, message, hint);
    }
}
