//! Requests of a page to the program in it, and their answers, as JSON.

use std::borrow::Cow;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json, json};

use super::board_file::{BoardFile, other_version};
use super::file::FormFile;
use super::preview::LoadPreviews;
use super::published::{read_published, renew};
use super::session::{FilledForm, Session, read_for_form};
use super::subject::FormSubject;
use crate::diagnostic::{LocalizedString, MessageLanguage};
use crate::intake::{Draft, Options, read_message};
use crate::localized;
use crate::model::Kind;

/// What is wanted; its other parts are read when that is known.
#[derive(Deserialize)]
struct Wanted<'r> {
    #[serde(borrow, rename = "do", default)]
    name: Cow<'r, str>,
}

#[derive(Deserialize)]
struct OpenRequest {
    today: NaiveDate,
    lang: Language,
}

/// The board of a request that opens a form; apart, because what is wrong with it says something else.
#[derive(Deserialize)]
struct OpenedBoard<'r> {
    #[serde(borrow)]
    board: BoardFile<'r>,
}

#[derive(Deserialize)]
struct ReadRequest {
    file: String,
}

#[derive(Deserialize)]
struct IntakeRequest {
    message: String,
    #[serde(default)]
    kind: Option<String>,
}

#[derive(Deserialize)]
struct CorrectRequest {
    item: Json,
    #[serde(default)]
    renew: bool,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Language {
    It,
    En,
}

/// A filled form, and what is wanted of it.
#[derive(Deserialize)]
struct FormRequest {
    kind: String,
    facts: Map<String, Json>,
    #[serde(default)]
    body: String,
    #[serde(default)]
    slug: Option<String>,
    #[serde(default)]
    year: Option<i32>,
    #[serde(default)]
    preview: bool,
    /// Number of the finding to correct.
    #[serde(default)]
    finding: usize,
}

/// Facts of a file for its form.
#[derive(Serialize)]
struct Filled<'a> {
    kind: &'a str,
    facts: &'a Map<String, Json>,
    body: &'a str,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    lost: &'a [String],
    /// What could not be read as it is written.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    unread: Vec<&'a str>,
}

impl<'a> Filled<'a> {
    fn new(file: &'a FormFile, language: MessageLanguage) -> Self {
        let FormFile { subject, facts, body, comments, unread } = file;
        let unread = unread.iter().map(|problem| problem.in_language(language)).collect();
        Self { kind: subject.key(), facts, body, lost: comments, unread }
    }
}

/// A draft that was read from a message.
#[derive(Serialize)]
struct ReadDraft {
    kind: &'static str,
    facts: Map<String, Json>,
    body: String,
    slug: String,
    notes: Vec<String>,
    evidence: Vec<ReadEvidence>,
}

/// Where in a message a value was found.
#[derive(Serialize)]
struct ReadEvidence {
    field: &'static str,
    /// Starts and ends in units of UTF-16, as JavaScript counts them.
    ranges: Vec<(usize, usize)>,
}

/// Answers a request; `session` is that of the page, `None` until it opens one.
///
/// Requests and answers are JSON: `{"do": "open", …}` opens a session, `write`, `fix`, `read`, `intake` and `correct` work
/// on it. A request that cannot be answered gets `{"error": "…"}` in the language of the session, and so does one for a
/// preview without `previews`.
pub fn answer(session: &mut Option<Session>, request: &[u8], previews: Option<LoadPreviews>) -> Vec<u8> {
    let language = language_of(session.as_ref());
    let answered = answer_request(session, request, previews);
    answered.unwrap_or_else(|error| json!({ "error": error.in_language(language) })).to_string().into_bytes()
}

/// Language of the messages: the session's, before it is open Italian.
fn language_of(session: Option<&Session>) -> MessageLanguage {
    session.map_or(MessageLanguage::Italian, |session| session.language)
}

fn answer_request(
    session: &mut Option<Session>,
    request: &[u8],
    previews: Option<LoadPreviews>,
) -> Result<Json, LocalizedString> {
    let wanted = parse::<Wanted<'_>>(request)?.name;
    let wanted = wanted.as_ref();
    if wanted == "open" {
        let OpenRequest { today, lang } = parse(request)?;
        let OpenedBoard { board } = serde_json::from_slice(request).map_err(other_version)?;
        let language = match lang {
            Language::It => MessageLanguage::Italian,
            Language::En => MessageLanguage::English,
        };
        let opened = session.insert(Session::open(board, today, language, previews)?);
        let organisations: Vec<Json> =
            opened.organisations().map(|(id, name)| json!({ "id": id, "nome": name })).collect();
        return Ok(json!({ "enti": organisations, "version": env!("CARGO_PKG_VERSION") }));
    }
    if wanted == "read" {
        let file = read_for_form(&parse::<ReadRequest>(request)?.file)?;
        return to_json(&Filled::new(&file, language_of(session.as_ref())));
    }
    let session =
        session.as_mut().ok_or_else(|| localized!("la bacheca non è ancora aperta", "the board is not open yet"))?;
    match wanted {
        "write" => {
            let form: FormRequest = parse(request)?;
            to_json(&session.write(&form.filled()?, form.preview)?)
        }
        "fix" => {
            let form: FormRequest = parse(request)?;
            to_json(&Filled::new(&session.fix(&form.filled()?, form.finding)?, session.language))
        }
        "intake" => {
            let IntakeRequest { message, kind } = parse(request)?;
            let options = Options { kind: kind.as_deref().map(find_kind).transpose()?, image: None };
            let drafts = read_message(&session.board, &message, &options)?;
            let drafts = drafts.iter().map(|draft| describe_draft(&message, draft, session.language));
            Ok(json!({ "drafts": drafts.map(|draft| to_json(&draft?)).collect::<Result<Vec<Json>, _>>()? }))
        }
        "correct" => {
            let CorrectRequest { item, renew } = parse(request)?;
            correct(session, &item, renew)
        }
        other => Err(localized!("la richiesta «{other}» non c'è", "there is no request `{other}`")),
    }
}

/// The parts of a request.
fn parse<'r, T: Deserialize<'r>>(request: &'r [u8]) -> Result<T, LocalizedString> {
    serde_json::from_slice(request).map_err(|error| invalid(&error))
}

fn invalid(error: &serde_json::Error) -> LocalizedString {
    localized!("richiesta non valida: {error}", "invalid request: {error}")
}

impl FormRequest {
    fn filled(&self) -> Result<FilledForm<'_>, LocalizedString> {
        let Self { facts, body, slug, year, .. } = self;
        let subject = FormSubject::from_key(&self.kind)?;
        Ok(FilledForm { subject, facts, body, slug: slug.as_deref(), year: *year })
    }
}

fn find_kind(key: &str) -> Result<Kind, LocalizedString> {
    Kind::from_key(key).ok_or_else(|| {
        let kinds = Kind::ALL.map(Kind::key).join(", ");
        localized!("il tipo «{key}» non c'è: i tipi sono {kinds}", "there is no kind `{key}`: the kinds are {kinds}")
    })
}

fn correct(session: &Session, item: &Json, is_new: bool) -> Result<Json, LocalizedString> {
    let (mut announcement, slug) = read_published(item)?;
    if is_new {
        renew(&mut announcement, &slug);
    }
    let FormFile { subject, facts, body, .. } = announcement;
    let path = session.board.item(&slug).map(|item| item.document.source.path.as_str());
    let year = path.and_then(|path| path.rsplit('/').nth(1)?.parse::<i32>().ok());
    let kept = (!is_new).then_some((slug, year));
    let (slug, year) = kept.map_or((None, None), |(slug, year)| (Some(slug), year));
    Ok(json!({ "kind": subject.key(), "facts": facts, "body": body, "slug": slug, "year": year }))
}

fn describe_draft(message: &str, draft: &Draft, language: MessageLanguage) -> Result<ReadDraft, LocalizedString> {
    let FormFile { subject, facts, body, .. } = read_for_form(&draft.text)?;
    let units = |at: usize| message.get(..at).map_or(0, |before| before.encode_utf16().count());
    let evidence = draft.evidence.iter().map(|evidence| ReadEvidence {
        field: evidence.field,
        ranges: evidence.ranges.iter().map(|range| (units(range.start), units(range.end))).collect(),
    });
    Ok(ReadDraft {
        kind: subject.key(),
        facts,
        body,
        slug: draft.slug.clone(),
        notes: draft.notes.iter().map(|note| note.in_language(language).to_owned()).collect(),
        evidence: evidence.collect(),
    })
}

fn to_json(answer: &impl Serialize) -> Result<Json, LocalizedString> {
    serde_json::to_value(answer).map_err(|error| invalid(&error))
}
