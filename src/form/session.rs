//! A form being filled in: the board that it is checked against stays loaded, and each change is answered with the file, the
//! findings at their fields and the texts that will be published.

use std::cell::OnceCell;

use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use serde_json::{Map, Value as Json};

use super::board_file::{BoardFile, read_board_file};
use super::field_of_finding::{FieldStep, fields_of_findings};
use super::file::{FormFile, is_to_ask, read_file, tidy_facts, write_file};
use super::preview::{LoadPreviews, MakePreview, Preview};
use super::registration::{CHARTER_KEY, missing_answers};
use super::subject::FormSubject;
use super::wording::{hint_for_form, name_fields};
use crate::board::{Board, ContentFile, PlacedItem, PlacedOrganisation};
use crate::check::{check_organisation, check_single, compose_questions, to_diagnostic};
use crate::diagnostic::{Correction, Diagnostic, LocalizedString, MessageLanguage, Severity};
use crate::intake::compact;
use crate::localized;
use crate::model::{ItemState, Kind, Organisation, Slug};
use crate::text::slug::slugify_within;

/// Longest name of a file that is made of a title, in bytes.
const MAX_NAME_BYTES: usize = 60;
/// Longest summary for the body of a mail, in characters.
const MAX_SUMMARY_CHARS: usize = 400;

/// Rule about organisations that have not accepted the charter.
const CHARTER_RULE: &str = "organisation-charter-missing";

/// A form on a board.
pub struct Session {
    pub(super) board: Board,
    pub(super) language: MessageLanguage,
    /// Loads what makes previews; `None` in a program that makes none.
    load_previews: Option<LoadPreviews>,
    previews: OnceCell<Box<dyn MakePreview>>,
}

/// An announcement or organisation as a form holds it.
pub struct FilledForm<'f> {
    /// What the form is for.
    pub subject: FormSubject,
    /// Facts by key.
    pub facts: &'f Map<String, Json>,
    /// Text below the front matter.
    pub body: &'f str,
    /// Name of the file that is corrected; a new one gets its name from the title or the organisation's name.
    pub slug: Option<&'f str>,
    /// Folder of its year; this year if it is new. Organisations have none.
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
    /// The compact text, which is read back without loss; the file of an organisation.
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
    placed: Placed,
}

/// What was put into the board.
enum Placed {
    Item(PlacedItem),
    Organisation(Box<PlacedOrganisation>),
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
        self.take_back(checked.placed);
        written
    }

    /// Applies the correction of a finding, given its number in the answer of [`Session::write`].
    ///
    /// # Errors
    /// A number without correction, or a correction after which the file cannot be read.
    pub fn fix(&mut self, form: &FilledForm<'_>, finding: usize) -> Result<FormFile, LocalizedString> {
        let checked = self.put(form);
        let correction = checked.findings.get(finding).and_then(|finding| finding.correction.as_ref());
        let corrected = correction.and_then(|correction| {
            let (before, after) =
                (checked.file.get(..correction.span.start)?, checked.file.get(correction.span.end..)?);
            Some([before, &correction.text, after].concat())
        });
        self.take_back(checked.placed);
        let corrected = corrected.ok_or_else(|| {
            localized!("qui non c'è una correzione da applicare", "there is no correction to apply here")
        })?;
        read_for_form(&corrected)
    }

    /// Writes the file and puts it into the board, checked.
    fn put(&mut self, form: &FilledForm<'_>) -> Checked {
        let facts = tidy_facts(form.subject, form.facts.clone());
        match form.subject {
            FormSubject::Announcement(kind) => self.put_announcement(form, kind, facts),
            FormSubject::Organisation => self.put_organisation(form, facts),
        }
    }

    fn put_organisation(&mut self, form: &FilledForm<'_>, facts: Map<String, Json>) -> Checked {
        let file = write_file(form.subject, &facts, form.body);
        let known = |id: &str| self.board.organisations.contains_key(id);
        let name = form.slug.map_or_else(|| free_name(&facts, form.subject, known), str::to_owned);
        let path = format!("content/enti/{name}.md");
        let mut placed = self.board.put_organisation(&path, file.clone());
        let problems = std::mem::take(&mut placed.problems);
        let mut findings = check_organisation(&self.board, &path, problems);
        // The rule asks those that announce already: the form asks everybody, at the field.
        findings.retain(|finding| finding.rule != CHARTER_RULE);
        Checked { file, path, facts, findings, placed: Placed::Organisation(Box::new(placed)) }
    }

    /// Takes out what was put in.
    fn take_back(&mut self, placed: Placed) {
        match placed {
            Placed::Item(placed) => self.board.take_back(placed),
            Placed::Organisation(placed) => self.board.take_back_organisation(*placed),
        }
    }

    fn put_announcement(&mut self, form: &FilledForm<'_>, kind: Kind, mut facts: Map<String, Json>) -> Checked {
        facts.entry("pubblicato").or_insert_with(|| self.board.today.to_string().into());
        let file = write_file(kind, &facts, form.body);
        let path = self.path_of(form, &facts);
        let mut placed = self.board.put_item(&path, file.clone());
        let problems = std::mem::take(&mut placed.problems);
        let index = placed.slug.as_ref().and_then(|slug| self.board.position(slug.as_str()));
        let findings = match index {
            Some(index) => check_single(&self.board, index, problems),
            None => problems.iter().map(to_diagnostic).collect(),
        };
        Checked { file, path, facts, findings, placed: Placed::Item(placed) }
    }

    /// Path of the file: that of the corrected announcement, else a free name of the title's words.
    fn path_of(&self, form: &FilledForm<'_>, facts: &Map<String, Json>) -> String {
        let year = form.year.unwrap_or(self.board.today.year());
        let path = |name: &str| format!("content/opportunita/{year}/{name}.md");
        if let Some(slug) = form.slug.and_then(Slug::new) {
            let known = self.board.item(slug.as_str()).map(|item| item.document.source.path.clone());
            return known.unwrap_or_else(|| path(slug.as_str()));
        }
        path(&free_name(facts, form.subject, |name| self.board.item(name).is_some()))
    }

    fn describe(&self, form: &FilledForm<'_>, checked: &Checked, preview: bool) -> Result<Written, LocalizedString> {
        let FormSubject::Announcement(kind) = form.subject else { return Ok(self.describe_organisation(checked)) };
        let item = match &checked.placed {
            Placed::Item(placed) => placed.slug.as_ref().and_then(|slug| self.board.item(slug.as_str())),
            Placed::Organisation(_) => None,
        };
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
            compact: compact::write(kind, &checked.facts, form.body),
            summary: summarize(form.subject, &checked.facts),
            file: checked.file.clone(),
            preview,
        })
    }

    /// What the registration of an organisation becomes: its file is short enough to be the message too.
    fn describe_organisation(&self, checked: &Checked) -> Written {
        let mut findings = self.findings(checked);
        findings.extend(missing_answers(&self.board, &checked.facts).map(|key| self.missing_answer(key)));
        Written {
            name: checked.path.rsplit('/').next().unwrap_or_default().to_owned(),
            path: checked.path.clone(),
            draft: false,
            findings,
            questions: Vec::new(),
            notes: self.namesake_note(checked).into_iter().collect(),
            compact: checked.file.clone(),
            summary: summarize(FormSubject::Organisation, &checked.facts),
            file: checked.file.clone(),
            preview: None,
        }
    }

    /// The finding about an answer that the registration needs.
    fn missing_answer(&self, key: &'static str) -> FormFinding {
        let message = match key {
            CHARTER_KEY => localized!("la carta non è ancora accettata", "the charter is not accepted yet"),
            _ => localized!("mancano i contatti", "there are no contacts"),
        };
        FormFinding {
            field: vec![FieldStep::Key(key.to_owned())],
            rule: if key == CHARTER_KEY { CHARTER_RULE } else { "contacts-missing" },
            severity: Severity::Error.as_str(),
            message: message.in_language(self.language).to_owned(),
            hint: None,
            corrected: None,
            fix: false,
        }
    }

    /// Says that the board has an organisation of this name already, which the editors will bring together with this one.
    fn namesake_note(&self, checked: &Checked) -> Option<String> {
        let name = checked.facts.get("nome").and_then(Json::as_str)?.trim().to_lowercase();
        let is_same = |(_, file): &(&String, &ContentFile<Organisation>)| {
            file.document.source.path != checked.path && file.facts.name.trim().to_lowercase() == name
        };
        let (id, _) = self.board.organisations.iter().find(is_same)?;
        let note = localized!(
            "sulla bacheca c'è già un ente con questo nome (content/enti/{id}.md): la redazione unisce i due file",
            "the board has an organisation of this name already (content/enti/{id}.md): the editors join the two files"
        );
        Some(note.in_language(self.language).to_owned())
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
pub fn read_for_form(file: &str) -> Result<FormFile, LocalizedString> {
    let mut announcement = read_file(file)?;
    let is_draft = announcement.facts.get("stato").and_then(Json::as_str) == Some(ItemState::Draft.word());
    if is_draft && announcement.facts.values().any(is_to_ask) {
        announcement.facts.shift_remove("stato");
    }
    Ok(announcement)
}

/// A free name for a file, of the words of its title or of the organisation's name.
fn free_name(facts: &Map<String, Json>, subject: FormSubject, is_taken: impl Fn(&str) -> bool) -> String {
    let title = facts.get(subject.name_key()).and_then(Json::as_str).unwrap_or_default();
    let name = slugify_within(title, MAX_NAME_BYTES);
    let is_name = Slug::new(&name).is_some_and(|slug| !slug.is_device_name());
    let fallback = || match subject {
        FormSubject::Announcement(kind) => format!("annuncio-{}", kind.key()),
        FormSubject::Organisation => "nuovo-ente".to_owned(),
    };
    let name = if is_name { name } else { fallback() };
    let numbered = (2..1000).map(|number| format!("{name}-{number}"));
    let free = std::iter::once(name.clone()).chain(numbered).find(|name| !is_taken(name));
    free.unwrap_or(name)
}

/// Title, summary and deadline, or name and site, on lines of their own, within [`MAX_SUMMARY_CHARS`].
fn summarize(subject: FormSubject, facts: &Map<String, Json>) -> String {
    let text = |key: &str| facts.get(key).and_then(Json::as_str);
    let deadline = text("scadenza").map(|deadline| format!("scadenza: {deadline}"));
    let lines = [text(subject.name_key()), text("sintesi"), text("sito"), deadline.as_deref()];
    let lines: Vec<&str> = lines.into_iter().flatten().collect();
    let whole = lines.join("\n");
    if whole.chars().count() <= MAX_SUMMARY_CHARS {
        return whole;
    }
    whole.chars().take(MAX_SUMMARY_CHARS - 1).chain(['…']).collect()
}
