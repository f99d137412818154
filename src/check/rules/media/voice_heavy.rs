//! Finds voice messages that take much of what a prepaid card holds.

use crate::board::{Board, Item};
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{Rule, RuleGroup, Severity, text};
use crate::files::MAX_VOICE_BYTES;
use crate::localized;
use crate::path;
use crate::text::visible::show_name;

/// Size in bytes above which it is reported; four minutes of speech.
const HEAVY_BYTES: u64 = 600_000;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "voice-heavy",
        severity: Severity::Warning,
        group: RuleGroup::Media,
        summary: text("un messaggio vocale sta in 600 kB", "a voice message has at most 600 kB"),
        explanation: text(
            "Chi ascolta paga ogni byte: un minuto di voce registrato da WhatsApp pesa 150 kB. Accorcialo, o registralo di nuovo con il telefono.",
            "Listeners pay for every byte: a minute of speech recorded by WhatsApp has 150 kB. Make it shorter, or record it again with the telephone.",
        ),
        wrong: "",
        right: "",
        origin: "formato dei contenuti",
    },
    function: CheckFunction::Item(check),
};

fn check(_: &Board, item: &Item, findings: &mut Findings<'_>) {
    for voice in item.voices.values().filter(|voice| (HEAVY_BYTES + 1..=MAX_VOICE_BYTES).contains(&voice.bytes)) {
        let (file, kilobytes) = (show_name(&voice.path), voice.bytes / 1000);
        findings.report_at_field(
            item,
            path![],
            localized!("il messaggio vocale {file} è di {kilobytes} kB", "the voice message {file} has {kilobytes} kB"),
            localized!(
                "bastano 600 kB: un minuto registrato da WhatsApp ne pesa 150",
                "600 kB are enough: a minute recorded by WhatsApp has 150"
            ),
        );
    }
}
