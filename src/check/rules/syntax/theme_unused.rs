//! Reports what nobody sees of a board's own theme.

use crate::board::Problem;
use crate::check::{Check, CheckFunction, problem_words::finding};
use crate::diagnostic::{Diagnostic, Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::text::visible::show_name;
use crate::theme::Unused;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "theme-unused",
        severity: Severity::Warning,
        group: RuleGroup::Syntax,
        summary: text("tutto il tema della bacheca si usa", "all of the board's theme is used"),
        explanation: text(
            "Un testo con una chiave sbagliata, o un file con un altro nome, non cambia niente e nessuno se ne accorge. Di una lingua aggiunta dalla bacheca si dice quanti testi mancano: nel sito sono in un'altra lingua.",
            "A text with a wrong key, or a file with another name, changes nothing and nobody notices. Of a language that the board adds it is said how many texts are missing: on the site they are in another language.",
        ),
        wrong: "-- themes/default/i18n/it.ftl --\nhomme = Inizio\n",
        right: "-- themes/default/i18n/it.ftl --\nhome = Inizio\n",
        origin: "formato dei temi",
    },
    function: CheckFunction::LoadingProblem,
};

pub(in crate::check) fn describe(at: &Problem, problem: &Unused) -> Diagnostic {
    let found = |message| finding(&const { CHECK.rule.brief() }, at, message);
    match problem {
        Unused::UnknownText { key, meant } => {
            let found = found(localized!("nessuno usa il testo «{key}»", "nothing uses the text `{key}`"));
            match meant {
                Some(meant) => found.hint(localized!("volevi dire `{meant}`?", "did you mean `{meant}`?")),
                None => found.hint(localized!(
                    "le chiavi sono quelle di i18n/it.ftl del tema di base",
                    "the keys are those of i18n/it.ftl of the default theme"
                )),
            }
        }
        Unused::NoFont { family } => {
            found(localized!("questo computer non ha il carattere «{family}»", "this machine does not have the font `{family}`"))
                .hint(localized!(
                    "sui fogli resta Noto Sans: installa il carattere, con il nome della famiglia nel nome del file",
                    "sheets keep Noto Sans: install the font, with the family's name in the name of the file"
                ))
        }
        Unused::NoMonthNames { code } => {
            found(localized!(
                "della lingua «{code}» non si conoscono i nomi dei mesi",
                "the names of months are not known for the language `{code}`"
            ))
            .hint(localized!(
                "nelle sue pagine le date sono cifre; controlla il codice: l'albanese è `sq`, il cinese `zh`",
                "dates on its pages are figures; check the code: Albanian is `sq`, Chinese `zh`"
            ))
        }
        Unused::RepeatedText { key } => {
            found(localized!("il testo «{key}» c'è già più sopra", "the text `{key}` is further up already"))
                .hint(localized!("vale questo: togli l'altro", "this one counts: remove the other"))
        }
        Unused::MissingTexts { missing, all, first } => {
            let first = first.join(", ");
            found(localized!("mancano {missing} testi su {all}", "{missing} texts of {all} are missing")).hint(localized!(
                "nel sito restano nella lingua della bacheca; i primi: {first}",
                "on the site they stay in the language of the board; the first: {first}"
            ))
        }
        Unused::NotNamed { folder } => {
            let folder = show_name(folder);
            found(localized!("la cartella themes/{folder} non si usa", "the folder themes/{folder} is not used")).hint(localized!(
                "se è il tema della bacheca scrivi `tema = \"{folder}\"` in [bacheca]",
                "if it is the theme of the board write `tema = \"{folder}\"` in [bacheca]"
            ))
        }
        Unused::NotRead { meant: Some(meant) } => {
            found(localized!("nessuno usa questo file del tema", "nothing uses this file of the theme"))
                .hint(localized!("volevi dire {meant}?", "did you mean {meant}?"))
        }
        Unused::NotRead { meant: None } => {
            found(localized!("nessuno usa questo file del tema", "nothing uses this file of the theme")).hint(localized!(
                "`bacheca theme list` elenca i file che una bacheca può cambiare; di una lingua si legge solo se sta in `lingue`",
                "`bacheca theme list` lists the files that a board can change; that of a language is read only if it is in `lingue`"
            ))
        }
    }
}
