//! Finds organisations and contact points that have two files.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::board::{Board, Located};
use crate::check::{Check, CheckFunction, Findings};
use crate::diagnostic::{LocalizedString, Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{ContactPoint, FieldPath, Organisation};
use crate::path;
use crate::text::visible::show_name;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        name: "duplicate-profile",
        severity: Severity::Warning,
        group: RuleGroup::Reliability,
        summary: text("ogni ente e ogni sportello ha un file solo", "each organisation and contact point has one file"),
        explanation: text(
            "Due file dicono chi è lo stesso ente, o dov'è lo stesso sportello: quando cambia un telefono se ne corregge uno, e l'altro resta sbagliato. Due enti sono lo stesso se hanno lo stesso codice fiscale o lo stesso nome; due sportelli se hanno lo stesso nome e lo stesso indirizzo.",
            "Two files say who the same organisation is, or where the same contact point is: when a telephone number changes one is corrected, and the other stays wrong. Two organisations are the same if they have one tax code or one name; two contact points if they have one name and one address.",
        ),
        wrong: "-- content/enti/ponte-aps.md --\n---\nnome: Associazione Ponte APS\ntipo: ETS\n---\n-- content/enti/ponte-roma.md --\n---\nnome: «Associazione Ponte» aps\ntipo: ETS\n---\n",
        right: "-- content/enti/ponte-aps.md --\n---\nnome: Associazione Ponte APS\ntipo: ETS\n---\n-- content/enti/ponte-roma.md --\n---\nnome: Associazione Ponte Roma APS\ntipo: ETS\n---\n",
        origin: "linee guida del canale, paragrafo 5, criterio «Qualità e affidabilità»",
    },
    function: CheckFunction::Board(check),
};

/// Legal forms that some write after a name and some do not.
const LEGAL_FORMS: [&str; 9] = ["aps", "ets", "odv", "onlus", "ong", "scs", "srl", "spa", "coop"];

fn check(board: &Board, findings: &mut Findings<'_>) {
    let mut codes = HashMap::new();
    let mut names = HashMap::new();
    for file in board.organisations.values() {
        let code = file.facts.tax_code.as_ref().map(|code| code.as_str().to_owned());
        if !report_repeated(file, code, path![codice_fiscale], &mut codes, findings) {
            report_repeated(file, name_key(&file.facts), path![nome], &mut names, findings);
        }
    }
    let mut desks = HashMap::new();
    for file in board.contact_points.values() {
        report_repeated(file, desk_key(&file.facts), path![nome], &mut desks, findings);
    }
}

/// Reports a file whose key another file has; whether it did.
fn report_repeated<'b>(
    file: &'b dyn Located,
    key: Option<String>,
    field: FieldPath,
    seen: &mut HashMap<String, &'b str>,
    findings: &mut Findings<'_>,
) -> bool {
    let Some(key) = key else { return false };
    let path = file.document().source.path.as_str();
    let other = match seen.entry(key) {
        Entry::Vacant(entry) => {
            entry.insert(path);
            return false;
        }
        Entry::Occupied(entry) => show_name(entry.get()),
    };
    findings.report_at_field(file, field, describe_duplicate(&other), advise_one_file(&other));
    true
}

fn describe_duplicate(other: &str) -> LocalizedString {
    localized!("c'è già: è anche in {other}", "this is there already: it is in {other} too")
}

fn advise_one_file(other: &str) -> LocalizedString {
    localized!(
        "tieni un file solo, qui o in {other}; se sono due, scrivi nel nome che cosa li distingue",
        "keep one file, here or {other}; if they are two, say in the name what tells them apart"
    )
}

fn name_key(organisation: &Organisation) -> Option<String> {
    fold(&organisation.name)
}

fn desk_key(desk: &ContactPoint) -> Option<String> {
    Some(format!("{}\n{}", fold(&desk.name)?, fold(desk.address.as_deref()?)?))
}

/// The words of a text in small letters, without signs and legal forms; `None` if nothing is left.
fn fold(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric() && c != '.').map(|word| word.replace('.', ""));
    let words: Vec<String> = words.filter(|word| !word.is_empty() && !LEGAL_FORMS.contains(&word.as_str())).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn names_are_compared_without_signs_and_legal_forms() {
        for (one, other) in
            [("Associazione Ponte O.N.L.U.S.", "«associazione  ponte»"), ("via Appia, 12", "Via Appia 12")]
        {
            assert_eq!(fold(one), fold(other));
        }
        assert_ne!(fold("Ponte Roma"), fold("Ponte Ostia"));
        assert_eq!(fold("APS"), None);
    }
}
