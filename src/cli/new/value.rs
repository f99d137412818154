//! Typed answers as YAML values: quoted where needed, in the form that their field takes.

use crate::board::{Board, Problem};
use crate::check::to_diagnostic;
use crate::diagnostic::Diagnostic;
use crate::model::{self, Email, Kind, Phone, Reader, Weekday, decode_opportunity};
use crate::source::{Yaml, parse, split};
use crate::text::calendar_names::WEEKDAYS;
use crate::text::escape::quote_yaml;

/// The YAML value that an answer means: as typed, or as a list or a group of fields if only that is valid.
///
/// # Errors
/// The first problem of the value as typed, if no reading of it is valid.
pub(super) fn read_answer(board: &Board, kind: Kind, key: &str, typed: &str) -> Result<String, Box<Diagnostic>> {
    if let Some(days) = format_weekdays(typed).filter(|_| key == "giorni") {
        return Ok(days);
    }
    let value = match (key, typed.to_lowercase().as_str()) {
        ("costo", "sì" | "si") => "gratuito".to_owned(),
        _ => format_yaml(typed),
    };
    let Some(problem) = find_problem(board, kind, key, &value) else { return Ok(value) };
    let parts: Vec<&str> = typed.split([',', ';']).flat_map(|part| part.split(" e ")).map(str::trim).collect();
    let other = if key == "contatti" {
        format_contacts(&parts)
    } else {
        (parts.len() > 1)
            .then(|| format!("[{}]", parts.iter().map(|part| format_yaml(part)).collect::<Vec<_>>().join(", ")))
    };
    other.filter(|other| find_problem(board, kind, key, other).is_none()).ok_or_else(|| Box::new(problem))
}

/// Names of days, «lunedì e mercoledì» or «dal lunedì al venerdì», as the field has them; `None` if anything else is said.
fn format_weekdays(typed: &str) -> Option<String> {
    const JOINTS: [&str; 8] = ["e", "ed", "il", "la", "di", "ogni", "tutti", "i"];
    let typed = typed.to_lowercase();
    let words = typed.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut days: Vec<Weekday> = Vec::new();
    // Whether a range has begun, and whether the next day ends it.
    let (mut is_begun, mut is_end) = (false, false);
    for word in words {
        match word {
            "dal" | "dalla" | "da" => is_begun = true,
            "al" | "alla" | "a" => is_end = true,
            _ if JOINTS.contains(&word) => {}
            _ => {
                let is_day = |(name, day): &(&str, &Weekday)| {
                    word == day.word() || word == *name || word == name.replace('ì', "i")
                };
                let (_, day) = WEEKDAYS.into_iter().zip(Weekday::ALL).find(is_day)?;
                let first = days.last().copied().filter(|_| is_end);
                let until = Weekday::ALL.iter().take_while(|other| *other <= day);
                days.extend(until.filter(|other| first.map_or(*other == day, |first| **other > first)));
                is_begun &= !is_end;
                is_end = false;
            }
        }
    }
    let words: Vec<&str> = days.iter().map(|day| day.word()).collect();
    (!words.is_empty() && !is_end && !is_begun).then(|| format!("[{}]", words.join(", ")))
}

/// E-mail addresses and telephone numbers as the fields of `contatti`, if that is all that was typed.
fn format_contacts(parts: &[&str]) -> Option<String> {
    let fields = parts.iter().map(|part| match (Email::new(part), Phone::new(part)) {
        (Some(email), _) => Some(format!("email: {}", email.as_str())),
        (None, Some(_)) => Some(format!("telefono: {}", quote_yaml(part))),
        (None, None) => None,
    });
    Some(format!("{{{}}}", fields.collect::<Option<Vec<_>>>()?.join(", ")))
}

/// First problem of a value in its field, if any.
fn find_problem(board: &Board, kind: Kind, key: &str, value: &str) -> Option<Diagnostic> {
    const NAME: &str = "nuovo.md";
    let published = if key == "pubblicato" { String::new() } else { format!("pubblicato: {}\n", board.today) };
    let text = format!("---\ntipo: {}\n{published}{key}: {value}\n---\n", kind.key());
    let document = split(NAME, text.into_bytes()).ok()?;
    let (mut source_problems, mut value_problems) = (Vec::new(), Vec::new());
    if let Some(root) = parse(&document, &mut source_problems) {
        decode_opportunity(&root, &mut Reader::new(&mut value_problems));
    }
    // Fields not asked yet are not missing.
    value_problems.retain(|found| {
        !matches!(found.problem, model::Problem::MissingField { .. } | model::Problem::MissingInEdition { .. })
    });
    let line = document.source.text.find(&format!("\n{key}: "))? + 1;
    let source_problems = source_problems.into_iter().map(|found| Problem::in_file(NAME, found));
    let value_problems = value_problems.into_iter().map(|found| Problem::in_file(NAME, found));
    source_problems.chain(value_problems).find(|problem| problem.span.start >= line).as_ref().map(to_diagnostic)
}

/// Formats typed text as a YAML value, quoted if YAML would read it differently.
pub(super) fn format_yaml(typed: &str) -> String {
    let quoted = || quote_yaml(typed);
    let Ok(document) = split("x.md", format!("---\nx: {typed}\n---\n").into_bytes()) else { return quoted() };
    let mut problems = Vec::new();
    let root = parse(&document, &mut problems);
    match root.as_ref().and_then(|root| root.get("x")).map(|node| &node.yaml) {
        Some(Yaml::Scalar(text, _)) if problems.is_empty() && text == typed => typed.to_owned(),
        Some(Yaml::List(_) | Yaml::Map(_)) if problems.is_empty() => typed.to_owned(),
        _ => quoted(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_text_is_quoted_where_yaml_needs_it() {
        for (typed, value) in [
            ("Corso di italiano", "Corso di italiano"),
            ("Festa: musica", "\"Festa: musica\""),
            ("Corso #1", "\"Corso #1\""),
            ("[lun, mer]", "[lun, mer]"),
            ("{inizio: 2026-12-01}", "{inizio: 2026-12-01}"),
            ("*Corso*", "\"*Corso*\""),
        ] {
            assert_eq!(format_yaml(typed), value);
        }
    }

    #[test]
    fn names_of_days_are_understood_if_nothing_else_is_said() {
        for (typed, days) in [
            ("lunedì e mercoledì", Some("[lun, mer]")),
            ("Lunedi, giovedi", Some("[lun, gio]")),
            ("dal lunedì al venerdì", Some("[lun, mar, mer, gio, ven]")),
            ("il sabato", Some("[sab]")),
            ("lun mer", Some("[lun, mer]")),
            ("lunedì pomeriggio", None),
            ("lunedì alle 10", None),
            ("dal lunedì", None),
            ("lunedì 10", None),
            ("", None),
        ] {
            assert_eq!(format_weekdays(typed).as_deref(), days, "{typed}");
        }
    }

    #[test]
    fn contacts_are_grouped_only_if_all_of_them_is_understood() {
        let grouped = format_contacts(&["06 5550 0199", "info@ponte.it"]);
        assert_eq!(grouped.as_deref(), Some("{telefono: \"06 5550 0199\", email: info@ponte.it}"));
        assert_eq!(format_contacts(&["06 5550 0199", "chiedi di Giulia"]), None);
    }
}
