//! The issue form of GitHub with which people without git propose an announcement, and what it says when it comes back.

use serde_json::{Map, Value as Json, json};

use crate::model::{Field, Kind, Opportunity, Record, read_yaml, requirement};
use crate::source::write::serialize_block;

/// Path of the form in a repository.
pub const ISSUE_FORM_PATH: &str = ".github/ISSUE_TEMPLATE/annuncio.yml";

/// Label of issues that came from the form; an editor adds another to have a draft made (`.github/workflows/draft.yml`).
const LABEL: &str = "annuncio";
/// Label of the question about the kind, and of the one about everything in one's own words.
const KIND: &str = "Che cosa annunci?";
const MESSAGE: &str = "L'annuncio, con le tue parole";
/// Answer of who does not know the kind.
const UNKNOWN_KIND: &str = "non lo so";
/// What GitHub writes where nothing was answered.
const NO_ANSWER: &str = "_No response_";

/// How many kinds must require a field for the form to ask it: what only one needs is in the letter with the questions.
const COMMON_TO: usize = 3;
/// Required by most kinds, and not asked: the title of the issue, what is in the message, the day of the issue.
const NOT_ASKED: [&str; 3] = ["titolo", "sintesi", "pubblicato"];

/// What an issue says.
#[derive(Debug, PartialEq, Eq)]
pub struct Issue {
    /// Kind, if it was chosen.
    pub kind: Option<Kind>,
    /// The message: its title, its words, and a line for each answer, after the label of its field.
    pub text: String,
}

/// Writes the form, as YAML.
///
/// ```
/// assert!(bacheca::form::write_issue_form().contains("label: \"Scadenza\""));
/// ```
#[must_use]
pub fn write_issue_form() -> String {
    let kinds: Vec<&str> = Kind::ALL.into_iter().map(Kind::key).chain([UNKNOWN_KIND]).collect();
    let mut body = vec![
        json!({"type": "markdown", "attributes": {"value":
            "Non serve sapere tutto: quello che manca lo chiede la redazione. **Questa pagina è pubblica**: niente nomi, telefoni o indirizzi di persone private. Senza un account si usa la pagina annuncia/ della bacheca."
        }}),
        json!({"type": "dropdown", "id": "tipo", "attributes": {"label": KIND, "options": kinds}, "validations": {"required": true}}),
        json!({"type": "textarea", "id": "messaggio", "attributes": {"label": MESSAGE, "description":
            "Incolla il messaggio che mandi di solito: va bene com'è. Se c'è già tutto, le altre righe restano vuote."
        }, "validations": {"required": true}}),
    ];
    body.extend(asked_fields().map(|field| {
        let mut attributes = json!({"label": field.label.it});
        if let Json::Object(map) = &mut attributes {
            map.extend(requirement(field.key).map(|asked| ("description".to_owned(), asked.question().it.into())));
            let example = read_yaml(field.example, |node| node.text().map(str::to_owned)).flatten();
            map.extend(example.map(|example| ("placeholder".to_owned(), example.into())));
        }
        let kind = if field.key == "edizioni" { "textarea" } else { "input" };
        json!({"type": kind, "id": field.key, "attributes": attributes, "validations": {"required": false}})
    }));
    let form = Map::from_iter([
        ("name".to_owned(), "Proponi un annuncio".into()),
        (
            "description".to_owned(),
            "Un corso, un lavoro, una casa, un avviso, un servizio, un evento: la redazione ne riceve una bozza."
                .into(),
        ),
        ("labels".to_owned(), json!([LABEL])),
        ("body".to_owned(), Json::Array(body)),
    ]);
    let mut text =
        "# Scritto da «bacheca schema --issue-form»: le domande sono quelle dei campi degli annunci.\n".to_owned();
    text.push_str(&serialize_block(&form));
    text
}

/// Fields that the form asks, in the order of the file.
fn asked_fields() -> impl Iterator<Item = &'static Field> {
    let required_by = |key: &str| Kind::ALL.into_iter().filter(|kind| kind.spec().required.contains(&key)).count();
    Opportunity::FIELDS
        .iter()
        .filter(move |field| required_by(field.key) >= COMMON_TO && !NOT_ASKED.contains(&field.key))
}

/// Reads an issue: one that came from the form, or any other. Everything in it is somebody's words.
#[must_use]
pub fn read_issue(title: &str, body: &str) -> Issue {
    let mut kind = None;
    let mut text = format!("{}\n", title.trim());
    let labels: Vec<&str> = asked_fields().map(|field| field.label.it).chain([KIND, MESSAGE]).collect();
    let mut label = None;
    let mut answer = String::new();
    let mut keep = |label: Option<&str>, answer: &str| {
        let answer = answer.trim();
        match label {
            _ if answer.is_empty() || answer == NO_ANSWER => {}
            Some(KIND) => kind = Kind::from_key(answer),
            Some(label) if label != MESSAGE => text.extend(["\n", label, ": ", answer, "\n"]),
            _ => text.extend(["\n", answer, "\n"]),
        }
    };
    for line in body.lines() {
        match line.strip_prefix("### ").map(str::trim).filter(|heading| labels.contains(heading)) {
            Some(heading) => {
                keep(label, &answer);
                answer.clear();
                label = Some(heading);
            }
            None => {
                answer.push_str(line);
                answer.push('\n');
            }
        }
    }
    keep(label, &answer);
    Issue { kind, text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_stand_after_their_labels_and_what_is_not_answered_is_left_out() {
        let body = "### Che cosa annunci?\r\n\r\nformazione\r\n\r\n### L'annuncio, con le tue parole\r\n\r\nCorso.\r\n### Altro\r\n\r\n### Scadenza\r\n\r\n30 novembre 2026\r\n\r\n### Luogo\r\n\r\n_No response_\r\n";
        let issue = read_issue("Corso di italiano", body);
        assert_eq!(issue.kind, Some(Kind::Training));
        assert_eq!(issue.text, "Corso di italiano\n\nCorso.\n### Altro\n\nScadenza: 30 novembre 2026\n");
        let other = read_issue("Ciao", "Solo parole.");
        assert_eq!(other, Issue { kind: None, text: "Ciao\n\nSolo parole.\n".to_owned() });
        assert_eq!(read_issue("x", "### Che cosa annunci?\n\nnon lo so").kind, None);
    }

    #[test]
    fn labels_are_those_of_fields_once_each() {
        let labels: Vec<&str> = asked_fields().map(|field| field.label.it).collect();
        assert!(labels.contains(&"Scadenza") && labels.contains(&"Chi lo organizza"), "{labels:?}");
        let form = write_issue_form();
        for label in labels {
            assert_eq!(form.matches(&format!("label: \"{label}\"")).count(), 1, "{label}");
        }
    }
}
