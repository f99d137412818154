//! Reports tax codes that no organisation can have, and those of people.

use crate::board::Problem;
use crate::check::{Check, CheckFunction, problem_words::finding};
use crate::diagnostic::{Diagnostic, Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::TaxCodeFault;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "invalid-tax-code",
        severity: Severity::Error,
        group: RuleGroup::Clarity,
        summary: text(
            "il codice fiscale di un ente ha undici cifre giuste, e non è di una persona",
            "the tax code of an organisation has eleven right digits, and is not a person's",
        ),
        explanation: text(
            "Con il codice fiscale si trova un ente nei registri pubblici (RUNTS, IPA, Registro imprese). L'ultima delle undici cifre è di controllo: se non torna, almeno una è sbagliata. Il codice di sedici lettere e cifre è di una persona e dice quando e dove è nata: qui non si scrive mai.",
            "By its tax code an organisation is found in the public registers (RUNTS, IPA, Registro imprese). The last of its eleven digits is a check digit: if it does not fit, one of them at least is wrong. A code of sixteen letters and digits is a person's and tells when and where they were born: it is never written here.",
        ),
        wrong: "-- content/enti/quadrifoglio.md --\n---\nnome: Associazione Quadrifoglio\ntipo: associazione\ncodice_fiscale: 97000000005\n---\n",
        right: "-- content/enti/quadrifoglio.md --\n---\nnome: Associazione Quadrifoglio\ntipo: associazione\ncodice_fiscale: 97000000006\n---\n",
        origin: "decreto del Ministro delle finanze 23 dicembre 1976",
    },
    function: CheckFunction::LoadingProblem,
};

/// Describes the fault without the code, which may be a person's.
pub(in crate::check) fn describe(at: &Problem, fault: TaxCodeFault) -> Diagnostic {
    let message = match fault {
        TaxCodeFault::Person => localized!(
            "questo è il codice fiscale di una persona, che non va scritto",
            "this is the tax code of a person, which must not be written"
        ),
        TaxCodeFault::Length(digits) => localized!(
            "il codice fiscale di un ente ha 11 cifre, qui sono {digits}",
            "the tax code of an organisation has 11 digits, here are {digits}"
        ),
        TaxCodeFault::CheckDigit => localized!(
            "nel codice fiscale almeno una cifra è sbagliata: quella di controllo non torna",
            "one digit of the tax code at least is wrong: the check digit does not fit"
        ),
        TaxCodeFault::Other => {
            localized!("questo non è il codice fiscale di un ente", "this is not the tax code of an organisation")
        }
    };
    let hint = match fault {
        TaxCodeFault::Person => localized!(
            "scrivi quello dell'ente, di 11 cifre; se l'ente non ne ha uno, togli la riga",
            "write the organisation's, of 11 digits; if it has none, take the line out"
        ),
        _ => localized!(
            "copialo dallo statuto o dal registro: 11 cifre, senza altro",
            "copy it from the statute or the register: 11 digits, nothing else"
        ),
    };
    finding(&const { CHECK.rule.brief() }, at, message).hint(hint).question(localized!(
        "Qual è il codice fiscale dell'ente, di 11 cifre?",
        "What is the organisation's tax code, of 11 digits?"
    ))
}
