//! Reports YAML syntax errors.

use crate::board::Problem;
use crate::check::{
    Check, CheckFunction,
    problem_words::{finding, unreadable_line},
};
use crate::diagnostic::LocalizedString;
use crate::diagnostic::{Diagnostic, Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::source::{SyntaxFault, ValueFault};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "yaml-syntax",
        severity: Severity::Error,
        group: RuleGroup::Syntax,
        summary: text("le informazioni si riescono a leggere", "the facts can be read"),
        explanation: text(
            "Ogni riga è «campo: valore». Se il valore contiene due punti e uno spazio, o comincia con un segno come `[`, `{`, `@`, va messo fra virgolette doppie. I rientri si fanno con gli spazi, mai con il tasto TAB.",
            "Every line is `field: value`. A value that holds a colon and a space, or starts with a character such as `[`, `{`, `@`, must be in double quotes. Indent with spaces, never with tabs.",
        ),
        wrong: "titolo: Festa: musica e cibo",
        right: "titolo: \"Festa: musica e cibo\"",
        origin: "YAML 1.2.2",
    },
    function: CheckFunction::LoadingProblem,
};

pub(in crate::check) fn describe(at: &Problem, fault: &SyntaxFault) -> Diagnostic {
    match fault {
        SyntaxFault::TabIndentation => finding(
            &const { CHECK.rule.brief() },
            at,
            localized!("il rientro è fatto con il tasto TAB", "the indentation is made with a tab"),
        )
        .hint(localized!("usa due spazi per ogni livello", "use two spaces for each level")),
        SyntaxFault::Spacing { correction, certain: true } => finding(
            &const { CHECK.rule.brief() },
            at,
            localized!(
                "qui c'è uno spazio speciale o un segno che sembra i due punti: il campo non si legge",
                "this is a special space, or a character that looks like a colon: the field cannot be read"
            ),
        )
        .hint(localized!(
            "cancellalo e scrivilo con la tastiera; `bacheca check --fix` lo fa da solo",
            "delete it and type it again; `bacheca check --fix` does so by itself"
        ))
        .correction(correction.span.clone(), correction.text.clone(), true),
        SyntaxFault::Spacing { correction, certain: false } => finding(
            &const { CHECK.rule.brief() },
            at,
            localized!("dopo i due punti ci vuole uno spazio", "a space is missing after the colon"),
        )
        .correction(correction.span.clone(), correction.text.clone(), false),
        SyntaxFault::Value { fault, quoted } => finding(&const { CHECK.rule.brief() }, at, describe_value(fault))
            .hint(localized!("metti tutto il valore fra virgolette doppie", "put the whole value in double quotes"))
            .correction(quoted.span.clone(), quoted.text.clone(), false),
        SyntaxFault::UnreadableLine { detail } => unreadable_line(&const { CHECK.rule.brief() }, at, detail),
        SyntaxFault::NotAMap => finding(
            &const { CHECK.rule.brief() },
            at,
            localized!(
                "le informazioni devono essere righe «campo: valore»",
                "the facts must be lines of `field: value`"
            ),
        )
        .hint(localized!("per esempio `titolo: Corso di italiano`", "for example `titolo: Corso di italiano`")),
        SyntaxFault::NotAList => finding(
            &const { CHECK.rule.brief() },
            at,
            localized!(
                "qui ci vuole un elenco, una voce per ogni post",
                "this must be a list, one entry for each post"
            ),
        )
        .hint(localized!(
            "ogni voce comincia con un trattino: `- canale: whatsapp`, e sotto, con due spazi, `lingua` e `quando`",
            "each entry begins with a dash: `- canale: whatsapp`, and below, after two spaces, `lingua` and `quando`"
        )),
    }
}

/// Explains why a value is not valid YAML.
fn describe_value(fault: &ValueFault) -> LocalizedString {
    match fault {
        ValueFault::NestedTooDeep => {
            localized!("ci sono troppi livelli uno dentro l'altro", "there are too many levels within each other")
        }
        ValueFault::ColonAndSpace => {
            localized!("nel testo ci sono due punti seguiti da uno spazio", "the text holds a colon and a space")
        }
        ValueFault::UnclosedQuote => {
            localized!("le virgolette si aprono e non si chiudono bene", "the quotes open and do not close well")
        }
        ValueFault::UnclosedBracket(bracket) => localized!(
            "la parentesi {bracket} si apre e non si chiude",
            "the bracket {bracket} opens and does not close"
        ),
        ValueFault::SpecialStart(first) => localized!(
            "il testo comincia con {first}, che per YAML è un segno speciale",
            "the text starts with {first}, a special character of YAML"
        ),
        ValueFault::Other { detail } => LocalizedString {
            it: "questo valore non si riesce a leggere".to_owned(),
            en: format!("this value cannot be read ({detail})"),
        },
    }
}
