//! Forms for people who announce: what a kind asks, from the one declaration of its fields.
//!
//! [`form`] describes the controls, in the language of the page; a page draws them and carries values, which are what the
//! front matter holds by key: texts, lists and maps of texts. In the page [`answer`] writes and checks the file in a
//! [`Session`], against what [`board_file`] says of the board.

mod answer;
mod board_file;
mod cms;
mod field_of_finding;
mod file;
mod issue_form;
mod labels;
mod preview;
mod published;
mod registration;
mod session;
mod shape;
mod subject;
mod wording;

use serde::Serialize;
use serde_json::{Map, Value as Json};

use crate::board::Board;
use crate::diagnostic::MessageLanguage;
use crate::locale::{Locale, Locales};
use crate::model::{
    Attendance, COMMON_FIELDS, CostKind, EDITORS_FIELDS, EnrolmentWay, Field, Kind, ORGANISATION_EDITORS_FIELDS,
    Opportunity, Record, Requirement, SINGLE_EDITION, TO_ASK, kind_schema, read_yaml, record_with_keys, requirement,
};
use crate::source::{Node, Yaml};

pub use answer::answer;
pub use board_file::{BOARD_FILE_PATH, board_file};
pub use cms::{Cms, write_cms_config};
pub use field_of_finding::FieldStep;
pub use file::{FormFile, read_file, write_file};
pub use issue_form::{ISSUE_FORM_PATH, Issue, read_issue, write_issue_form};
pub use preview::{LoadPreviews, MakePreview, Post, Preview, PreviewRow, QuestionLetter, load_previews};
pub use published::renew;
pub use registration::organisation_form;
pub use session::{FilledForm, FormFinding, Session, Written};
pub use shape::{Alternative, Input, Shape, WordOption};
pub use subject::{FormSubject, ORGANISATION_FORM};
pub use wording::name_fields;

/// Fields that are not asked although announcers may write them: the kind is chosen before, and a new edition knows of which.
const NOT_ASKED: [&str; 2] = ["tipo", "edizione_di"];

/// Fields of an organisation that an announcement does not ask, because its registration does.
const ASKED_AT_REGISTRATION: [&str; 3] = ["codice_fiscale", "registro", "carta"];

/// What a form asks: of whoever announces something of a kind, or of an organisation that registers.
#[derive(Debug, Serialize)]
pub struct Form {
    /// Word of the kind in the front matter, or `ente`.
    pub kind: &'static str,
    /// `needed`: required fields in the order of the guidelines; `own`: optional ones of this kind, which readers often
    /// need; `more`: those that any announcement may have. Both in the order of the file.
    pub groups: Vec<FieldGroup>,
}

/// Fields that a form shows together.
#[derive(Debug, Serialize)]
pub struct FieldGroup {
    /// `needed`, `own` or `more`.
    pub name: &'static str,
    /// The fields.
    pub fields: Vec<FormField>,
}

/// One field of a form, or of a group within.
#[derive(Debug, Serialize)]
pub struct FormField {
    /// Key in the front matter.
    pub key: String,
    /// Short name.
    pub label: String,
    /// What to ask, a whole sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub question: Option<String>,
    /// Example of a value as text, not as YAML.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub example: Option<String>,
    /// Whether an announcement without it is not published.
    pub required: bool,
    /// Value that says that there is none, where there may be none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub none: Option<&'static str>,
    /// Value that says that it is not known yet, of required fields.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unknown: Option<&'static str>,
    /// Condition under which it is asked; if absent, always.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// What a value looks like.
    pub shape: Shape,
}

/// A field beside this one, and its values for which this one is not asked. A field that has a value already is shown
/// nevertheless, so that nothing is lost.
#[derive(Debug, Serialize)]
pub struct Condition {
    /// Key of the other field.
    pub field: &'static str,
    /// Its values.
    pub not: Vec<&'static str>,
}

/// Describes the form of a kind in the language of the page; words of vocabularies in English are the board's texts.
#[must_use]
pub fn form(board: &Board, locales: &Locales, kind: Kind, language: MessageLanguage) -> Form {
    let describer = Describer::new(board, locales, Some(kind), language);
    let schema = kind_schema(kind);
    let required = kind.spec().required;
    let describe = |key: &'static str| {
        let field = Opportunity::FIELDS.iter().find(|field| field.key == key)?;
        let when = condition(key, Opportunity::FIELDS);
        describer.field(field, schema.get("properties")?.get(key)?, required.contains(&key), when)
    };
    let needed = required.iter().filter_map(|key| describe(key)).collect();
    let (own, more) = optional_fields(kind).partition::<Vec<_>, _>(|field| !COMMON_FIELDS.contains(&field.key));
    let optional =
        |fields: Vec<&'static Field>| fields.into_iter().filter_map(|field| describe(field.key)).collect::<Vec<_>>();
    Form { kind: kind.key(), groups: fields_of(needed, optional(own), optional(more)) }
}

/// The groups of a form.
fn fields_of(needed: Vec<FormField>, own: Vec<FormField>, more: Vec<FormField>) -> Vec<FieldGroup> {
    let groups = [("needed", needed), ("own", own), ("more", more)];
    groups.into_iter().map(|(name, fields)| FieldGroup { name, fields }).collect()
}

/// Fields that an announcer may fill in although nothing requires them; those of a single edition are asked in `edizioni`.
fn optional_fields(kind: Kind) -> impl Iterator<Item = &'static Field> {
    let spec = kind.spec();
    let in_edition = |key: &str| SINGLE_EDITION.contains(&key) && !spec.optional.contains(&key);
    Opportunity::FIELDS.iter().filter(move |field| {
        let key = field.key;
        kind.has_field(key)
            && !spec.required.contains(&key)
            && !EDITORS_FIELDS.contains(&key)
            && !NOT_ASKED.contains(&key)
            && !in_edition(key)
    })
}

/// Whether a field of a map is asked: neither what only editors say, nor what an organisation says when it registers.
fn is_asked_within(key: &str) -> bool {
    !EDITORS_FIELDS.contains(&key)
        && !ORGANISATION_EDITORS_FIELDS.contains(&key)
        && !ASKED_AT_REGISTRATION.contains(&key)
}

/// Describes fields and their values for one form.
struct Describer<'b> {
    board: &'b Board,
    /// Kind of announcement; `None` of anything else.
    kind: Option<Kind>,
    /// Whether what only editors write is described too.
    for_editors: bool,
    language: MessageLanguage,
    /// Texts of vocabularies, if the reader does not know their Italian words.
    locale: Option<&'b Locale>,
}

impl<'b> Describer<'b> {
    fn new(board: &'b Board, locales: &'b Locales, kind: Option<Kind>, language: MessageLanguage) -> Self {
        let locale = if language == MessageLanguage::English { locales.get("en") } else { None };
        Self { board, kind, for_editors: false, language, locale }
    }

    /// Whether a field of a map is described.
    fn is_described_within(&self, key: &str) -> bool {
        self.for_editors || is_asked_within(key)
    }

    /// Describes a declared field from the schema of its value; `None` if no control is known for that.
    fn field(&self, field: &Field, schema: &Json, is_required: bool, when: Option<Condition>) -> Option<FormField> {
        let key = field.key;
        let asked = requirement(key).filter(|_| schema.get("description").is_some());
        let example = example_text(self.kind.map_or(field.example, |kind| kind.example(field)));
        let question =
            |asked: Requirement| self.kind.map_or_else(|| asked.question().into(), |kind| kind.question(asked));
        Some(FormField {
            key: key.to_owned(),
            label: field.label.in_language(self.language).to_owned(),
            question: asked.map(|asked| question(asked).in_language(self.language).to_owned()),
            required: is_required,
            // Contacts that are left out are the organisation's.
            none: asked
                .filter(|asked| is_required && *asked != Requirement::Contacts)
                .and_then(Requirement::word_for_none),
            unknown: is_required.then_some(TO_ASK),
            when,
            shape: self.shape(key, schema, example.as_deref())?,
            example,
        })
    }

    /// Describes the fields of a map: those of a record, or those of a value with a notation of its own.
    fn fields_within(&self, properties: &Map<String, Json>) -> Option<Vec<FormField>> {
        if let Some(fields) = record_with_keys(properties.keys().map(String::as_str)) {
            let asked = fields
                .iter()
                .filter_map(|field| Some((field, properties.get(field.key)?)))
                .filter(|(field, schema)| self.is_described_within(field.key) && schema.get("deprecated").is_none());
            let describe = |(field, schema): (&Field, &Json)| {
                let when = condition(field.key, fields);
                // What may be unknown is what readers need, unless it depends on something else.
                self.field(field, schema, shape::may_be_unknown(schema) && when.is_none(), when)
            };
            return asked.map(describe).collect();
        }
        let describe = |(key, schema): (&String, &Json)| {
            Some(FormField {
                key: key.clone(),
                label: labels::key_label(key)?.in_language(self.language).to_owned(),
                question: None,
                example: None,
                required: false,
                none: None,
                unknown: None,
                when: None,
                shape: self.shape(key, schema, None)?,
            })
        };
        properties.iter().map(describe).collect()
    }
}

/// When a field is asked, by a field beside it.
fn condition(key: &str, beside: &[Field]) -> Option<Condition> {
    use EnrolmentWay::{ByHand, CertifiedEmail, Email, Form, Platform, Referral, RegisteredMail, Telephone, Whatsapp};
    let other_ways = |ways: &[EnrolmentWay]| {
        EnrolmentWay::ALL.iter().filter(|way| !ways.contains(way)).map(|way| way.word()).collect::<Vec<_>>()
    };
    let (field, not) = match key {
        "luogo" => ("modalita", vec![Attendance::Online.word(), Attendance::Remote.word()]),
        "piattaforma" => ("modalita", vec![Attendance::InPerson.word()]),
        "importo" | "obbligatorio" | "causale" | "agevolazione" | "rate" | "gratis_per" => {
            ("tipo", vec![CostKind::Free.word()])
        }
        "inclusione" => ("tipo", registration::kinds_without_inclusion()),
        "url" => ("canale", other_ways(&[Form, Platform])),
        "email" => ("canale", other_ways(&[Email, CertifiedEmail])),
        "telefono" => ("canale", other_ways(&[Telephone, Whatsapp])),
        "indirizzo" => ("canale", other_ways(&[CertifiedEmail, ByHand, RegisteredMail])),
        "oggetto" => ("canale", other_ways(&[Email, CertifiedEmail])),
        "da" => ("canale", other_ways(&[Referral])),
        _ => return None,
    };
    beside.iter().any(|other| other.key == field).then_some(Condition { field, not })
}

/// Text of an example: a scalar, or the first entry of a list of them; maps have examples in their fields.
fn example_text(yaml: &str) -> Option<String> {
    let text = |node: &Node<'_>| node.text().map(str::to_owned);
    read_yaml(yaml, |node| match &node.yaml {
        Yaml::List(items) => items.first().and_then(text),
        _ => text(node),
    })?
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::theme::Theme;

    fn forms() -> Vec<Form> {
        let board = crate::board::ContentFiles::from_memory(std::collections::BTreeMap::new());
        let config = crate::config::Config::from_bytes(
            b"[bacheca]\nnome = \"B\"\nindirizzo = \"https://x.example/\"\nlingua = \"it\"\nlingue = [\"it\", \"en\"]\n[territorio]\nzone = [\"I\", \"II\"]\n".to_vec(),
        )
        .unwrap();
        let board = board.load(config, "2026-11-21".parse().unwrap()).board;
        let locales = Locales::load(&Theme::embedded(), &["it".to_owned(), "en".to_owned()]).unwrap();
        let languages = [MessageLanguage::Italian, MessageLanguage::English];
        Kind::ALL
            .into_iter()
            .flat_map(|kind| languages.map(|language| form(&board, &locales, kind, language)))
            .collect()
    }

    /// Calls `look` with each field of a form, the outer ones first, and its path.
    fn visit(fields: &[FormField], above: &str, look: &mut impl FnMut(&str, &FormField)) {
        for field in fields {
            let path = format!("{above}.{}", field.key);
            look(&path, field);
            visit_shape(&field.shape, &path, look);
        }
    }

    fn visit_shape(shape: &Shape, path: &str, look: &mut impl FnMut(&str, &FormField)) {
        match shape {
            Shape::Group { fields } | Shape::Organisation { fields } => visit(fields, path, look),
            Shape::List { of, .. } => visit_shape(of, path, look),
            Shape::Choice { of } => of.iter().for_each(|one| visit_shape(&one.shape, path, look)),
            Shape::Text { .. } | Shape::Words { .. } | Shape::YesNo | Shape::Agreement { .. } => {}
        }
    }

    #[test]
    fn every_field_of_every_kind_is_asked_once_with_a_control() {
        for form in forms() {
            let kind = Kind::from_key(form.kind).unwrap();
            let fields = || form.groups.iter().flat_map(|group| &group.fields);
            let asked: BTreeSet<&str> = fields().map(|field| field.key.as_str()).collect();
            assert_eq!(asked.len(), fields().count());
            for field in Opportunity::FIELDS {
                let key = field.key;
                let elsewhere = EDITORS_FIELDS.contains(&key)
                    || NOT_ASKED.contains(&key)
                    || SINGLE_EDITION.contains(&key) && !kind.spec().optional.contains(&key);
                assert_eq!(asked.contains(key), kind.has_field(key) && !elsewhere, "{}: {key}", form.kind);
            }
            let needed: Vec<&str> = form.groups[0].fields.iter().map(|field| field.key.as_str()).collect();
            assert_eq!(needed, kind.spec().required);
            // Each map within has all its fields.
            for (key, schema) in kind_schema(kind)["properties"].as_object().unwrap() {
                if asked.contains(key.as_str()) {
                    let found = fields().find(|field| field.key == *key).unwrap();
                    let mut count = 0;
                    visit_shape(&found.shape, key, &mut |_, _| count += 1);
                    let mut declared = 0;
                    shape::visit_properties(schema, &mut |key, schema| {
                        declared += usize::from(is_asked_within(key) && schema.get("deprecated").is_none());
                    });
                    assert_eq!(count, declared, "{}: {key}", form.kind);
                }
            }
        }
    }

    #[test]
    fn alternatives_have_names_of_their_own_and_options_words_in_both_languages() {
        for (index, form) in forms().iter().enumerate() {
            for group in &form.groups {
                visit(&group.fields, form.kind, &mut |path, field| {
                    if let Shape::Choice { of } = &field.shape {
                        let names: BTreeSet<&str> = of.iter().map(|one| one.name).collect();
                        assert_eq!(names.len(), of.len(), "{path}: {names:?}");
                    }
                    if let (Shape::Words { options }, true) = (&field.shape, index % 2 == 1) {
                        let level = options.iter().any(|option| option.value == "A1");
                        let international = ["online", "voucher", "II", "I"];
                        let same = |option: &&WordOption| {
                            option.value == option.label && !international.contains(&option.value.as_str())
                        };
                        assert!(level || options.iter().find(same).is_none(), "{path}: {options:?}");
                    }
                });
            }
        }
    }

    #[test]
    fn inputs_fit_their_values() {
        let forms = forms();
        let mut inputs = std::collections::BTreeMap::new();
        for form in &forms {
            for group in &form.groups {
                visit(&group.fields, form.kind, &mut |path, field| {
                    let path = path.split_once('.').map_or(path, |(_, path)| path);
                    if let Shape::Text { input, .. } = &field.shape {
                        inputs.insert(path.to_owned(), serde_json::to_value(input).unwrap());
                    }
                });
            }
        }
        for (path, input) in [
            ("titolo", "line"),
            ("sintesi", "long"),
            ("pubblicato", "month-or-day"),
            ("costo.importo", "amount"),
            ("diretta", "url"),
            ("iscrizione.email", "email"),
            ("iscrizione.telefono", "phone"),
            ("programma.giorno", "day"),
            ("iscrizione.orari.ore", "hours"),
            ("destinatari.eta_min", "number"),
            ("edizioni.ore_totali", "number"),
        ] {
            assert_eq!(inputs[path], input, "{path}");
        }
    }
}
