//! Reports what cannot be used of a board's own theme.

use crate::board::Problem;
use crate::check::{Check, CheckFunction, problem_words::finding};
use crate::diagnostic::{Diagnostic, LocalizedString, Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::theme::{TextFault, Unusable};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "theme-invalid",
        severity: Severity::Error,
        group: RuleGroup::Syntax,
        summary: text("il tema della bacheca si riesce a usare", "the theme of the board can be used"),
        explanation: text(
            "Una bacheca può cambiare testi, pagine e locandine con i file di themes/. Se uno di questi file non si legge, o lascia nel testo una variabile che nessuno riempie, lo vedono tutti i lettori: per questo ferma la pubblicazione.",
            "A board can change texts, pages and posters with the files of themes/. If one of them cannot be read, or leaves a variable in a text that nothing fills, every reader sees it: this is why it stops the publication.",
        ),
        wrong: "-- themes/default/i18n/it.ftl --\npage_of = Pagina { $pag } di { $pages }\n",
        right: "-- themes/default/i18n/it.ftl --\nhome = Inizio\n",
        origin: "formato dei temi",
    },
    function: CheckFunction::LoadingProblem,
};

pub(in crate::check) fn describe(at: &Problem, problem: &Unusable) -> Diagnostic {
    let found = |message| finding(&const { CHECK.rule.brief() }, at, message);
    match problem {
        Unusable::NoFolder(error) => found(error.localized()).hint(localized!(
            "senza un tema della bacheca scrivi `tema = \"default\"`, o togli la riga",
            "without a theme of the board's own write `tema = \"default\"`, or remove the line"
        )),
        Unusable::NoTexts { code, known } => {
            let known = known.join(", ");
            found(localized!("la lingua «{code}» non ha testi", "the language `{code}` has no texts")).hint(localized!(
                "con i testi ci sono: {known}. Per un'altra scrivi il file i18n/{code}.ftl nel tema della bacheca",
                "those with texts are: {known}. For another write the file i18n/{code}.ftl in the theme of the board"
            ))
        }
        Unusable::NotUtf8 => {
            found(localized!("questo file non è un testo in UTF-8", "this file is not a text in UTF-8"))
                .hint(localized!("salvalo come UTF-8", "save it as UTF-8"))
        }
        Unusable::TextSyntax(fault) => {
            let (message, hint) = describe_text_fault(fault);
            found(message).hint(hint)
        }
        Unusable::UnknownVariable { name, known } if known.is_empty() => {
            found(localized!("in questo testo nessuno riempie `{name}`", "nothing fills `{name}` in this text")).hint(
                localized!(
                    "questo testo non ha variabili: togli le graffe",
                    "this text has no variables: remove the braces"
                ),
            )
        }
        Unusable::UnknownVariable { name, known } => {
            let known = known.iter().map(|name| format!("{{ ${name} }}")).collect::<Vec<_>>().join(", ");
            found(localized!("in questo testo nessuno riempie `{name}`", "nothing fills `{name}` in this text"))
                .hint(localized!("questo testo ha {known}", "this text has {known}"))
        }
        Unusable::Template { cause } => {
            found(localized!("il modello non va da qui in poi: {cause}", "the template fails from here on: {cause}"))
                .hint(localized!(
                    "confrontalo con quello del tema di base, che copia `bacheca theme eject`",
                    "compare it with that of the default theme, which `bacheca theme eject` copies"
                ))
        }
    }
}

/// Message and hint for a text that cannot be read.
fn describe_text_fault(fault: &TextFault) -> (LocalizedString, LocalizedString) {
    match fault {
        TextFault::NoText => (
            localized!("questa riga non è un testo", "this line is not a text"),
            localized!(
                "scrivi `chiave = testo`; una riga che continua il testo comincia con uno spazio, un commento con `#`",
                "write `key = text`; a line that goes on with the text begins with a space, a comment with `#`"
            ),
        ),
        TextFault::Braces => (
            localized!("qui le graffe non tornano", "the braces here do not match"),
            localized!(
                "una variabile è `{{ $nome }}`, come nel testo del tema di base; per scrivere una graffa: `{{ \"{{\" }}`",
                "a variable is `{{ $name }}`, as in the text of the default theme; to write a brace: `{{ \"{{\" }}`"
            ),
        ),
        TextFault::NoDefault => (
            localized!(
                "fra questi casi manca quello per tutti gli altri",
                "among these cases that for all others is missing"
            ),
            localized!("metti `*` davanti all'ultimo: `*[other] testo`", "put `*` before the last: `*[other] text`"),
        ),
        TextFault::Other(cause) => (
            LocalizedString {
                it: format!("questo testo non si riesce a leggere ({cause})"),
                en: format!("this text cannot be read ({cause})"),
            },
            localized!(
                "confrontalo con lo stesso testo del tema di base",
                "compare it with the same text of the default theme"
            ),
        ),
    }
}
