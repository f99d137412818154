//! Reports file names that cannot be part of an address.

use crate::board::Problem;
use crate::check::{Check, CheckFunction, problem_words::finding};
use crate::diagnostic::{Diagnostic, Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::Slug;
use crate::text::visible::show_name;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "invalid-file-name",
        severity: Severity::Error,
        group: RuleGroup::Syntax,
        summary: text(
            "il nome del file è fatto di lettere minuscole, cifre e trattini",
            "a file name is made of small letters, digits and hyphens",
        ),
        explanation: text(
            "Il nome del file diventa l'indirizzo della pagina, stampato nei codici QR: lettere minuscole senza accenti, cifre e trattini, al massimo 80.",
            "The file's name becomes the page's address, printed in QR codes: small letters without accents, digits and hyphens, 80 at most.",
        ),
        wrong: "-- content/opportunita/2026/Corso di Italiano.md --\n---\ntitolo: Corso\n---\n",
        right: "titolo: Corso di italiano",
        origin: "formato dei contenuti",
    },
    function: CheckFunction::LoadingProblem,
};

/// Finding for an invalid file name; `stem` is the name without `.md`.
pub(in crate::check) fn describe(at: &Problem, stem: &str) -> Diagnostic {
    let name = stem.split('.').next().unwrap_or_default();
    if Slug::new(name).is_some_and(|slug| slug.is_device_name()) {
        let message = localized!(
            "per Windows «{name}» è un dispositivo, non il nome di un file",
            "to Windows `{name}` is a device, not the name of a file"
        );
        return finding(&const { CHECK.rule.brief() }, at, message).hint(localized!(
            "aggiungi una parola al nome: la cartella non si potrebbe copiare su un computer con Windows",
            "add a word to the name: the folder could not be copied to a computer with Windows"
        ));
    }
    let (stem, longest) = (show_name(stem), Slug::MAX_BYTES);
    let message = localized!("«{stem}» non può diventare un indirizzo", "`{stem}` cannot become an address");
    finding(&const { CHECK.rule.brief() }, at, message).hint(localized!(
        "usa lettere minuscole senza accenti, cifre e trattini, al massimo {longest}: per esempio `corso-italiano-a2.md`",
        "use small letters without accents, digits and hyphens, {longest} at most: for example `corso-italiano-a2.md`"
    ))
}
