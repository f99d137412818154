//! Finds voice messages that are no audio, whatever their name says.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::path;
use crate::text::visible::show_name;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "voice-unreadable",
        severity: Severity::Error,
        group: RuleGroup::Media,
        summary: text("un messaggio vocale è un file audio", "a voice message is an audio file"),
        explanation: text(
            "I primi byte del file dicono che cosa è: Ogg, MP3 o MPEG-4. Un altro formato con il nome cambiato non si sente in nessun telefono.",
            "The first bytes of the file say what it is: Ogg, MP3 or MPEG-4. Another format under a changed name plays on no telephone.",
        ),
        wrong: "",
        right: "",
        origin: "formato dei contenuti",
    },
    function: CheckFunction::Item(check),
};

fn check(_: &Board, item: &Item, findings: &mut Findings<'_>) {
    for voice in item.voices.values().filter(|voice| voice.format.is_none()) {
        let file = show_name(&voice.path);
        findings.report_at_field(
            item,
            path![],
            localized!("{file} non è un file audio Ogg, MP3 o M4A", "{file} is no Ogg, MP3 or M4A audio file"),
            localized!(
                "esportalo di nuovo da WhatsApp o dal registratore del telefono, senza cambiargli nome a mano",
                "export it again from WhatsApp or the telephone's recorder, without renaming it by hand"
            ),
        );
    }
}
