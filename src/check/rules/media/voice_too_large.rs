//! Finds voice messages larger than 2 MB, which nobody with prepaid data can hear.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::files::MAX_VOICE_BYTES;
use crate::localized;
use crate::path;
use crate::text::visible::show_name;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "voice-too-large",
        severity: Severity::Error,
        group: RuleGroup::Media,
        summary: text("un messaggio vocale non supera i 2 MB", "a voice message has at most 2 MB"),
        explanation: text(
            "Chi ha pochi dati non lo può ascoltare, e il file resta per sempre nella storia del repository. Un minuto di voce registrato da WhatsApp pesa 150 kB.",
            "People with little data cannot hear it, and the file stays in the history of the repository for ever. A minute of speech recorded by WhatsApp has 150 kB.",
        ),
        wrong: "",
        right: "",
        origin: "formato dei contenuti",
    },
    function: CheckFunction::Item(check),
};

fn check(_: &Board, item: &Item, findings: &mut Findings<'_>) {
    for voice in item.voices.values().filter(|voice| voice.bytes > MAX_VOICE_BYTES) {
        let (file, kilobytes) = (show_name(&voice.path), voice.bytes / 1000);
        findings.report_at_field(
            item,
            path![],
            localized!(
                "il messaggio vocale {file} è di {kilobytes} kB, al massimo 2000",
                "the voice message {file} has {kilobytes} kB, 2000 at most"
            ),
            localized!(
                "accorcialo, o registralo di nuovo con WhatsApp",
                "make it shorter, or record it again with WhatsApp"
            ),
        );
    }
}
