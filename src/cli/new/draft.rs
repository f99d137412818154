//! The answers of an interview, and the file that they make: kept from the first answer on, so that nothing typed is lost.

use std::collections::BTreeMap;
use std::fs;

use super::super::{Error, free_item_path};
use super::scaffold::{keys_to_write, optional_fields, schema_line};
use super::value::format_yaml;
use crate::board::Board;
use crate::files::{create_file_below, replace_file_below};
use crate::model::{Kind, OrganisationKind, Slug, TO_ASK};
use crate::text::slug::slugify_within;

/// Maximum length of a suggested slug, in characters.
pub(super) const MAX_SLUG_CHARS: usize = 60;

/// One thing that is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Question {
    /// A field of the announcement.
    Field(&'static str),
    /// What a new organisation is.
    OrganisationKind,
    /// What it does for inclusion.
    OrganisationInclusion,
    /// Its mailbox.
    OrganisationEmail,
    /// Which optional fields there are.
    Optional,
    /// Text below the fields.
    Body,
    /// Name of the file.
    FileName,
    /// Whether all of it is right.
    Summary,
}

/// An organisation that the board does not have yet.
#[derive(Default)]
pub(super) struct NewOrganisation {
    pub(super) name: String,
    pub(super) kind: Option<OrganisationKind>,
    pub(super) inclusion: Option<String>,
    pub(super) email: Option<String>,
}

impl NewOrganisation {
    /// Its facts as YAML keys and values; what is not known is to ask, if `with_open` says so.
    fn facts(&self, with_open: bool) -> Vec<String> {
        let kind = self.kind.map(OrganisationKind::word).or(with_open.then_some(TO_ASK));
        let facts = [
            Some(format!("nome: {}", format_yaml(&self.name))),
            kind.map(|kind| format!("tipo: {kind}")),
            self.inclusion.as_deref().map(|does| format!("inclusione: {}", format_yaml(does))),
            self.email.as_ref().map(|email| format!("contatti: {{email: {email}}}")),
        ];
        facts.into_iter().flatten().collect()
    }
}

/// What was answered so far.
pub(super) struct Draft<'b> {
    board: &'b Board,
    kind: Kind,
    /// YAML values by field.
    pub(super) values: BTreeMap<&'static str, String>,
    /// The organisation, if it is new; `values` has no `ente` then.
    pub(super) organisation: Option<NewOrganisation>,
    /// Whether the organisation has contacts, so that the item needs none.
    pub(super) reachable: bool,
    pub(super) body: String,
    /// Answers that no field could take, by field: kept beside it.
    pub(super) unread: BTreeMap<&'static str, String>,
    /// Path of the file that keeps the answers, once there is one.
    pub(super) kept: Option<String>,
}

impl<'b> Draft<'b> {
    pub(super) fn new(board: &'b Board, kind: Kind) -> Self {
        let (values, unread) = (BTreeMap::new(), BTreeMap::new());
        Self { board, kind, values, organisation: None, reachable: false, body: String::new(), unread, kept: None }
    }

    /// What is asked, in the order of the guidelines, given what was answered so far.
    pub(super) fn questions(&self) -> Vec<Question> {
        let is_remote = self.values.get("modalita").is_some_and(|value| value == "online" || value == "da remoto");
        let required = self.kind.spec().required.iter().filter(|key| !(is_remote && **key == "luogo"));
        let mut questions: Vec<Question> = Vec::new();
        for key in required.flat_map(|required| keys_to_write(required)) {
            questions.push(Question::Field(key));
            if *key == "ente" && self.organisation.is_some() {
                questions.extend([
                    Question::OrganisationKind,
                    Question::OrganisationInclusion,
                    Question::OrganisationEmail,
                ]);
            }
        }
        questions.extend([Question::Optional, Question::Body, Question::FileName, Question::Summary]);
        questions
    }

    /// Keys of the fields that are asked, then of the optional ones that were filled in.
    fn keys(&self) -> Vec<&'static str> {
        let asked = self.questions().into_iter().filter_map(|question| match question {
            Question::Field(key) => Some(key),
            _ => None,
        });
        let is_filled = |key: &&str| self.values.contains_key(key) || self.unread.contains_key(key);
        asked.chain(optional_fields(self.kind).map(|field| field.key).filter(is_filled)).collect()
    }

    /// What was answered, a line for each field, as the file will have it.
    pub(super) fn summary(&self) -> Vec<String> {
        let line = |key: &&'static str| match (self.values.get(key), *key) {
            (Some(value), _) => Some(format!("{key}: {value}")),
            (None, "ente") => self.organisation.as_ref().map(|new| format!("ente: {}", new.name)),
            (None, "giorni") => None,
            (None, "contatti") if self.reachable => None,
            (None, "pubblicato") => Some(format!("pubblicato: {}", self.board.today)),
            (None, key) => Some(format!("{key}: {TO_ASK}")),
        };
        self.keys().iter().filter_map(line).collect()
    }

    /// The whole file, and whether it is a draft: something is still to ask, or it is only `kept`.
    fn compose(&self, organisation: Option<&str>, kept: bool) -> (String, bool) {
        let mut lines: Vec<String> = Vec::new();
        let mut is_draft = kept;
        for key in self.keys() {
            if let Some(typed) = self.unread.get(key) {
                lines.push(format!("# Da correggere: {typed}\n"));
            }
            let value = match (self.values.get(key), key, organisation) {
                (_, "ente", Some(organisation)) => organisation.to_owned(),
                (Some(value), ..) => value.clone(),
                (None, "giorni", _) => continue,
                (None, "contatti", _) if self.reachable => continue,
                (None, "pubblicato", _) => self.board.today.to_string(),
                (None, ..) => TO_ASK.to_owned(),
            };
            is_draft |= value.contains(TO_ASK);
            lines.push(format!("{key}: {value}\n"));
        }
        let (schema, kind) = (schema_line(self.board), self.kind.key());
        let state = if is_draft { "stato: bozza\n" } else { "" };
        let body = self.body.trim_end();
        (format!("---\n{schema}\ntipo: {kind}\n{state}{}---\n\n{body}\n", lines.concat()), is_draft)
    }

    /// The new organisation as a value of `ente`.
    fn inline_organisation(&self) -> Option<String> {
        Some(format!("{{{}}}", self.organisation.as_ref()?.facts(true).join(", ")))
    }

    /// Writes all answers to a draft of the board; returns its path if it is new.
    pub(super) fn keep(&mut self) -> Result<Option<String>, Error> {
        let is_new = self.kept.is_none();
        let path =
            self.kept.clone().unwrap_or_else(|| free_item_path(self.board, &format!("bozza-{}", self.kind.key())));
        let (text, _) = self.compose(self.inline_organisation().as_deref(), true);
        let root = &self.board.root;
        let written = if is_new {
            create_file_below(root, &path, text.as_bytes())
        } else {
            replace_file_below(root, &path, text.as_bytes())
        };
        written.map_err(|error| Error::write(&root.join(&path), &error))?;
        self.kept = Some(path.clone());
        Ok(is_new.then_some(path))
    }

    /// Writes the announcement, and the file of a new organisation whose kind is known, in place of the kept draft. Returns
    /// the paths, that of the announcement last, and whether it is a draft.
    pub(super) fn finish(&mut self, slug: &str) -> Result<(Vec<String>, bool), Error> {
        let root = &self.board.root;
        let create = |path: &str, text: &str| {
            create_file_below(root, path, text.as_bytes()).map_err(|error| Error::write(&root.join(path), &error))
        };
        let mut paths = Vec::new();
        let mut organisation = self.inline_organisation();
        if let Some(new) = self.organisation.as_ref().filter(|new| new.kind.is_some()) {
            let id = slugify_within(&new.name, MAX_SLUG_CHARS);
            if Slug::new(&id).is_some() {
                let path = format!("content/enti/{id}.md");
                let facts = new.facts(false).join("\n");
                create(&path, &format!("---\n{facts}\nverificato: {}\n---\n", self.board.today))?;
                organisation = Some(id);
                paths.push(path);
            }
        }
        let (text, is_draft) = self.compose(organisation.as_deref(), false);
        let path = format!("content/opportunita/{}/{slug}.md", self.board.today.format("%Y"));
        create(&path, &text)?;
        paths.push(path);
        if let Some(kept) = self.kept.take() {
            fs::remove_file(root.join(&kept)).map_err(|error| Error::write(&root.join(&kept), &error))?;
        }
        Ok((paths, is_draft))
    }
}
