//! A form being filled in: the board that it is checked against stays loaded, and each change is answered with the file, the
//! findings at their fields and the texts that will be published.

use std::cell::OnceCell;

use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use serde_json::{Map, Value as Json};

use super::board_file::{BoardFile, read_board_file};
use super::field_of_finding::{FieldStep, fields_of_findings};
use super::file::{Announcement, is_to_ask, read_file, tidy_facts, write_file};
use super::preview::{LoadPreviews, MakePreview, Preview};
use super::wording::{hint_for_form, name_fields};
use crate::board::{Board, PlacedItem};
use crate::check::{check_single, compose_questions, to_diagnostic};
use crate::diagnostic::{Correction, Diagnostic, LocalizedString, MessageLanguage};
use crate::intake::compact;
use crate::localized;
use crate::model::{ItemState, Kind, Slug};
use crate::text::slug::slugify_within;

/// Longest name of a file that is made of a title, in bytes.
const MAX_NAME_BYTES: usize = 60;
/// Longest summary for the body of a mail, in characters.
const MAX_SUMMARY_CHARS: usize = 400;

/// A form on a board.
pub struct Session {
    pub(super) board: Board,
    pub(super) language: MessageLanguage,
    /// Loads what makes previews; `None` in a program that makes none.
    load_previews: Option<LoadPreviews>,
    previews: OnceCell<Box<dyn MakePreview>>,
}

/// An announcement as a form holds it.
pub struct FilledForm<'f> {
    /// Kind.
    pub kind: Kind,
    /// Facts by key.
    pub facts: &'f Map<String, Json>,
    /// Text below the front matter.
    pub body: &'f str,
    /// Slug of the announcement that is corrected; a new one gets its name from the title.
    pub slug: Option<&'f str>,
    /// Folder of its year; this year if it is new.
    pub year: Option<i32>,
}

/// What a form becomes.
#[derive(Debug, Serialize)]
pub struct Written {
    /// The whole file.
    pub file: String,
    /// Name of the file.
    pub name: String,
    /// Its path below the board's root.
    pub path: String,
    /// Whether something is to ask, so that it is not published yet.
    pub draft: bool,
    /// Findings of the rules, as the command line has them for the file.
    pub findings: Vec<FormFinding>,
    /// Questions to whoever organises it.
    pub questions: Vec<String>,
    /// What else the sender should know.
    pub notes: Vec<String>,
    /// The compact text, which is read back without loss.
    pub compact: String,
    /// Title, summary and deadline, at most 400 characters.
    pub summary: String,
    /// What readers will see, if that was asked for.
    #[serde(flatten)]
    pub preview: Option<Preview>,
}

/// A finding at a field of a form.
#[derive(Debug, Serialize)]
pub struct FormFinding {
    /// Steps to the field; none for the whole, `testo` for the text below the fields.
    pub field: Vec<FieldStep>,
    /// Name of the rule.
    pub rule: &'static str,
    /// `error` or `warning`.
    pub severity: &'static str,
    /// What is wrong.
    pub message: String,
    /// What to write instead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    /// The line of the file with the correction made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub corrected: Option<String>,
    /// Whether [`Session::fix`] can correct it.
    pub fix: bool,
}

/// The file of a form and the findings about it.
struct Checked {
    file: String,
    path: String,
    facts: Map<String, Json>,
    findings: Vec<Diagnostic>,
    placed: PlacedItem,
}

impl Session {
    /// Opens a form on the board of a [`board_file`](super::board_file).
    ///
    /// # Errors
    /// A file of another version of the program.
    pub(super) fn open(
        board: BoardFile<'_>,
        today: NaiveDate,
        language: MessageLanguage,
        load_previews: Option<LoadPreviews>,
    ) -> Result<Self, LocalizedString> {
        let board = read_board_file(board, today)?;
        Ok(Self { board, language, load_previews, previews: OnceCell::new() })
    }

    /// Ids and names of the board's organisations.
    pub fn organisations(&self) -> impl Iterator<Item = (&str, &str)> {
        self.board.organisations.iter().map(|(id, file)| (id.as_str(), file.facts.name.as_str()))
    }

    /// Writes the file of a form and checks it; with a `preview`, also what readers will see.
    ///
    /// # Errors
    /// A preview whose texts the theme does not have, or of a program that makes none.
    pub fn write(&mut self, form: &FilledForm<'_>, preview: bool) -> Result<Written, LocalizedString> {
        let checked = self.put(form);
        let written = self.describe(form, &checked, preview);
        self.board.take_back(checked.placed);
        written
    }

    /// Applies the correction of a finding, given its number in the answer of [`Session::write`].
    ///
    /// # Errors
    /// A number without correction, or a correction after which the file cannot be read.
    pub fn fix(&mut self, form: &FilledForm<'_>, finding: usize) -> Result<Announcement, LocalizedString> {
        let checked = self.put(form);
        let correction = checked.findings.get(finding).and_then(|finding| finding.correction.as_ref());
        let corrected = correction.and_then(|correction| {
            let (before, after) =
                (checked.file.get(..correction.span.start)?, checked.file.get(correction.span.end..)?);
            Some([before, &correction.text, after].concat())
        });
        self.board.take_back(checked.placed);
        let corrected = corrected.ok_or_else(|| {
            localized!("qui non c'è una correzione da applicare", "there is no correction to apply here")
        })?;
        read_for_form(&corrected)
    }

    /// Writes the file and puts it into the board, checked.
    fn put(&mut self, form: &FilledForm<'_>) -> Checked {
        let mut facts = tidy_facts(form.facts.clone());
        facts.entry("pubblicato").or_insert_with(|| self.board.today.to_string().into());
        let file = write_file(form.kind, &facts, form.body);
        let path = self.path_of(form, &facts);
        let mut placed = self.board.put_item(&path, file.clone());
        let problems = std::mem::take(&mut placed.problems);
        let index = placed.slug.as_ref().and_then(|slug| self.board.position(slug.as_str()));
        let findings = match index {
            Some(index) => check_single(&self.board, index, problems),
            None => problems.iter().map(to_diagnostic).collect(),
        };
        Checked { file, path, facts, findings, placed }
    }

    /// Path of the file: that of the corrected announcement, else a free name of the title's words.
    fn path_of(&self, form: &FilledForm<'_>, facts: &Map<String, Json>) -> String {
        let year = form.year.unwrap_or(self.board.today.year());
        let path = |name: &str| format!("content/opportunita/{year}/{name}.md");
        if let Some(slug) = form.slug.and_then(Slug::new) {
            let known = self.board.item(slug.as_str()).map(|item| item.document.source.path.clone());
            return known.unwrap_or_else(|| path(slug.as_str()));
        }
        let title = facts.get("titolo").and_then(Json::as_str).unwrap_or_default();
        let name = slugify_within(title, MAX_NAME_BYTES);
        let is_name = Slug::new(&name).is_some_and(|slug| !slug.is_device_name());
        let name = if is_name { name } else { format!("annuncio-{}", form.kind.key()) };
        let numbered = (2..1000).map(|number| format!("{name}-{number}"));
        let free = std::iter::once(name.clone()).chain(numbered).find(|name| self.board.item(name).is_none());
        path(&free.unwrap_or(name))
    }

    fn describe(&self, form: &FilledForm<'_>, checked: &Checked, preview: bool) -> Result<Written, LocalizedString> {
        let item = checked.placed.slug.as_ref().and_then(|slug| self.board.item(slug.as_str()));
        let letter = item.and_then(|item| compose_questions(&self.board, item, &checked.findings, self.language));
        let questions = letter.as_ref().map(|letter| letter.questions.clone()).unwrap_or_default();
        let previews = preview.then(|| self.previews()).transpose()?;
        let preview = match item.zip(previews) {
            Some((item, previews)) => Some(previews.preview(&self.board, item, letter, self.language)?),
            None => None,
        };
        Ok(Written {
            name: checked.path.rsplit('/').next().unwrap_or_default().to_owned(),
            path: checked.path.clone(),
            draft: item.is_none_or(|item| item.facts.is_draft()),
            findings: self.findings(checked),
            questions,
            notes: self.notes(&checked.facts),
            compact: compact::write(form.kind, &checked.facts, form.body),
            summary: summarize(&checked.facts),
            file: checked.file.clone(),
            preview,
        })
    }

    fn previews(&self) -> Result<&dyn MakePreview, LocalizedString> {
        if let Some(previews) = self.previews.get() {
            return Ok(previews.as_ref());
        }
        let load = self.load_previews.ok_or_else(|| {
            localized!("questa parte del programma non fa anteprime", "this part of the program makes no previews")
        })?;
        let loaded = load(&self.board)?;
        Ok(self.previews.get_or_init(|| loaded).as_ref())
    }

    fn findings(&self, checked: &Checked) -> Vec<FormFinding> {
        let corrections: Vec<&Correction> =
            checked.findings.iter().filter_map(|finding| finding.correction.as_ref()).collect();
        let fields = fields_of_findings(&checked.file, &checked.findings);
        let describe = |(finding, field): (&Diagnostic, Vec<FieldStep>)| {
            let others = || corrections.iter().copied().filter(|other| !other.text.is_empty());
            let corrected = finding.correction.as_ref();
            FormFinding {
                field,
                rule: finding.rule,
                severity: finding.severity.as_str(),
                message: name_fields(finding.message.in_language(self.language), self.language),
                hint: finding
                    .hint
                    .as_ref()
                    .and_then(|hint| hint_for_form(hint.in_language(self.language), self.language)),
                corrected: corrected.and_then(|correction| correction.corrected_line(&checked.file, others())),
                fix: corrected.is_some(),
            }
        };
        checked.findings.iter().zip(fields).map(describe).collect()
    }

    fn notes(&self, facts: &Map<String, Json>) -> Vec<String> {
        let picture = facts.get("immagine").and_then(|image| image.get("file")).and_then(Json::as_str);
        let note = picture.map(|file| {
            localized!(
                "manda l'immagine «{file}» insieme all'annuncio: con quel nome, più piccola di 1 MB",
                "send the picture `{file}` together with the announcement: under that name, smaller than 1 MB"
            )
        });
        note.map(|note| note.in_language(self.language).to_owned()).into_iter().collect()
    }
}

/// Reads a file for a form: that it is a draft because something is to ask is written anew each time.
///
/// # Errors
/// As [`read_file`].
pub fn read_for_form(file: &str) -> Result<Announcement, LocalizedString> {
    let mut announcement = read_file(file)?;
    let is_draft = announcement.facts.get("stato").and_then(Json::as_str) == Some(ItemState::Draft.word());
    if is_draft && announcement.facts.values().any(is_to_ask) {
        announcement.facts.shift_remove("stato");
    }
    Ok(announcement)
}

/// Title, summary and deadline on lines of their own, within [`MAX_SUMMARY_CHARS`].
fn summarize(facts: &Map<String, Json>) -> String {
    let text = |key: &str| facts.get(key).and_then(Json::as_str);
    let deadline = text("scadenza").map(|deadline| format!("scadenza: {deadline}"));
    let lines: Vec<&str> = [text("titolo"), text("sintesi"), deadline.as_deref()].into_iter().flatten().collect();
    let whole = lines.join("\n");
    if whole.chars().count() <= MAX_SUMMARY_CHARS {
        return whole;
    }
    whole.chars().take(MAX_SUMMARY_CHARS - 1).chain(['…']).collect()
}
