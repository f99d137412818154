//! The pages on which partners announce: the choice of a kind, a form for each kind and one for the organisation itself,
//! and what their script reads. The script draws the form; without it the page is the questionnaire on paper. Italian and English have the form, the
//! other languages a page that leads to it.

mod paper;
mod words;

use std::hash::Hasher;
use std::sync::{Arc, OnceLock};

use serde::Serialize;
use tera::{Context, Value};

use crate::board::CHARTER_PAGE;
use crate::compose::qr::{ErrorCorrection, render_svg};
use crate::diagnostic::{MessageLanguage, StaticText, text};
use crate::error::Error;
use crate::files::MAX_STATIC_BYTES;
use crate::form::{BOARD_FILE_PATH, FormSubject, board_file, form, organisation_form};
use crate::locale::{Locale, key};
use crate::markdown;
use crate::model::Kind;
use crate::publish::shared::addresses::DATA_PATH;
use crate::publish::shared::announcing::{ANNOUNCE_PATH, form_language};
use crate::publish::shared::page_shell::PageHead;
use crate::publish::{Caching, PageSpec, RenderContext};
use crate::text::escape::escape_script;
use paper::questionnaire;
use words::words_in;

/// Path of the module that checks in the page, if the board has it in its `static/` folder.
const MODULE_PATH: &str = "annuncia/bacheca.wasm";
/// Path of the module that makes previews, loaded when somebody wants to see one; likewise.
const PREVIEW_MODULE_PATH: &str = "annuncia/anteprima.wasm";
/// Name of the page that says who can announce.
const GUIDE: &str = "come-annunciare";

/// Attributes of the sections that the script fills.
#[derive(Serialize)]
struct ScriptValues<'b> {
    kind: Option<&'static str>,
    /// Keys of all kinds, the only ones of which addresses are made.
    kinds: String,
    lang: &'static str,
    /// Addresses relative to the page; those of the modules are empty if the board has none.
    module: String,
    preview: String,
    board: String,
    data: String,
    repository: Option<&'b str>,
    branch: &'b str,
    email: Option<&'b str>,
    telephone: Option<&'b str>,
    /// Digits of the board's number if it is a mobile one, as `wa.me` takes them.
    whatsapp: Option<String>,
}

/// A kind among which to choose.
#[derive(Serialize)]
struct Tile<'t> {
    key: &'static str,
    label: &'static str,
    lead: &'t str,
}

/// A language that has the form.
#[derive(Serialize)]
struct FormLink<'t> {
    lang: &'t str,
    autonym: &'t str,
    /// Path of the choice of a kind below the site's root.
    path: String,
}

/// The charter that an organisation accepts.
#[derive(Serialize)]
struct Charter {
    title: String,
    body: Value,
    /// Whether it is in the board's own language while the page is in another.
    is_foreign: bool,
}

/// Title of the form with which an organisation registers.
const INTRODUCE: StaticText = text("Presenta la tua organizzazione", "Introduce your organisation");
/// What happens with it.
const INTRODUCE_LEAD: StaticText = text(
    "Una volta sola, prima del primo annuncio: chi siete, come vi si raggiunge, e il sì alla carta di chi annuncia. La redazione controlla e pubblica la vostra pagina.",
    "Once, before the first announcement: who you are, how to reach you, and your yes to the charter for announcers. The editors check, and publish your page.",
);

/// Versions of the files that the script fetches, computed when the first page needs them.
type Versions = Arc<OnceLock<Result<FileVersions, Error>>>;

/// Versions of the files that the script fetches: hashes of their bytes.
#[derive(Clone)]
struct FileVersions {
    /// `None` if the board does not have the module.
    module: Option<String>,
    /// Likewise.
    preview: Option<String>,
    board: String,
    /// The board's file itself, of which the version is: it takes as long as some hundred pages.
    board_file: Arc<Vec<u8>>,
}

pub(super) fn pages(context: &RenderContext) -> Vec<PageSpec<'_>> {
    let versions = Versions::default();
    let (shared, of_board) = (versions.clone(), versions.clone());
    let index = PageSpec::new(context, ANNOUNCE_PATH, move |page, locale| match form_language(context, locale) {
        Some(language) => render_index(context, page, locale, language, &shared),
        None => render_short(context, page, locale),
    });
    let forms = FormSubject::all().map(move |subject| {
        let versions = versions.clone();
        let path = format!("{ANNOUNCE_PATH}{}/", subject.key());
        let page =
            PageSpec::new(context, path, move |page, locale| render_form(context, page, locale, subject, &versions));
        let has_form = |code: &str| context.locales.get(code).and_then(|locale| form_language(context, locale));
        page.in_languages(|code| has_form(code).map(|_| true))
            .not_indexed("a form: the page on which one chooses it is listed")
    });
    let board = PageSpec::at_root(context, BOARD_FILE_PATH, move |_, _| {
        Ok(FileVersions::of(context, &of_board)?.board_file.to_vec())
    });
    [index, board].into_iter().chain(forms).collect()
}

/// Pages refer to the modules and to the board's file with `?v=`.
pub(super) fn caching(path: &str) -> Caching {
    if [MODULE_PATH, PREVIEW_MODULE_PATH, BOARD_FILE_PATH].contains(&path) {
        Caching::Versioned
    } else {
        Caching::Revalidate
    }
}

/// Renders the choice of a kind.
fn render_index(
    context: &RenderContext,
    page: &PageSpec<'_>,
    locale: &Locale,
    language: MessageLanguage,
    versions: &Versions,
) -> Result<Vec<u8>, Error> {
    let text_in = |it, en| text(it, en).in_language(language);
    let lead = text_in(
        "Per chi lavora in un'associazione, in un centro o in un ufficio. Non serve un account: scrivi, guarda come sarà, mandalo come preferisci.",
        "For people who work in an association, a centre or an office. You need no account: write, see how it will look, send it the way you like.",
    );
    let title = text_in("Annuncia un'opportunità", "Announce an opportunity");
    let head = PageHead { description: lead, ..page.head(context, locale, title) };
    let mut values = context.page_values(locale, &head)?;
    let tile =
        |kind: Kind| Tile { key: kind.key(), label: noun(kind).in_language(language), lead: locale.kind_lead(kind) };
    values.insert("tiles", &Kind::ALL.map(tile));
    values.insert(
        "by_paper",
        text_in(
            "Ogni modulo si può anche stampare: sono al massimo due fogli da riempire a penna.",
            "Each form can be printed too: two sheets at most, to fill in by hand.",
        ),
    );
    values.insert("introduce", INTRODUCE.in_language(language));
    values.insert("introduce_lead", INTRODUCE_LEAD.in_language(language));
    values.insert("choose", text_in("Che cosa annunci?", "What do you announce?"));
    insert_shared(context, language, None, &mut values, versions)?;
    context.templates.render_page("announce.html", &values)
}

/// Renders the form of a kind, or of an organisation.
fn render_form(
    context: &RenderContext,
    page: &PageSpec<'_>,
    locale: &Locale,
    subject: FormSubject,
    versions: &Versions,
) -> Result<Vec<u8>, Error> {
    let language = form_language(context, locale)
        .ok_or_else(|| Error::internal("forms", format!("{} has no form", locale.code)))?;
    let text_in = |it, en| text(it, en).in_language(language);
    let (title, lead) = match subject {
        FormSubject::Announcement(kind) => (
            format!("{}: {}", text_in("Annuncia", "Announce"), noun(kind).in_language(language)),
            text_in(
                "Scrivi quello che sai. Quello che non sai ancora lo chiediamo noi: quasi nessun annuncio arriva completo.",
                "Write what you know. What you do not know yet we will ask for: hardly any announcement arrives complete.",
            ),
        ),
        FormSubject::Organisation => (INTRODUCE.in_language(language).to_owned(), INTRODUCE_LEAD.in_language(language)),
    };
    let head = PageHead { description: lead, ..page.head(context, locale, &title) };
    let mut values = context.page_values(locale, &head)?;
    values.insert("kind", subject.key());
    let (board, locales) = (&context.board, &context.locales);
    let form = match subject {
        FormSubject::Announcement(kind) => form(board, locales, kind, language),
        FormSubject::Organisation => organisation_form(board, locales, language),
    };
    values.insert("charter", &(subject == FormSubject::Organisation).then(|| charter(context, locale)).flatten());
    values.insert("read_charter", text_in("Leggi la carta", "Read the charter"));
    values.insert_value("form", script_data(&form)?);
    values.insert("paper", &questionnaire(form, subject, language));
    values.insert("paper_title", text_in("Il questionario su carta", "The questionnaire on paper"));
    values.insert(
        "paper_lead",
        text_in(
            "Riempi a penna quello che sai, fotografa i fogli e mandali. Il modulo per scrivere dal telefono o dal computer è qui:",
            "Fill in what you know, take a photo of the sheets and send it. The form for a telephone or a computer is here:",
        ),
    );
    values.insert("paper_code", text_in("Codice QR di questa pagina", "QR code of this page"));
    values.insert("paper_more", text_in("Se c'è, scrivi anche", "If there is any, write this too"));
    let code = render_svg(&context.board.url(&head.path), ErrorCorrection::Medium)?;
    values.insert_value("code", Value::safe_string(&code));
    insert_shared(context, language, Some(subject), &mut values, versions)?;
    context.templates.render_page("announce-form.html", &values)
}

/// The charter in the language of a page, as the form shows it; `None` of a board without one.
fn charter(context: &RenderContext, locale: &Locale) -> Option<Charter> {
    context.board.charter_version()?;
    let page = context.board.pages.get(CHARTER_PAGE)?;
    let translation = page.translations.get(&locale.code);
    let document = translation.map_or(&page.original.document, |translation| &translation.document);
    let is_foreign = translation.is_none() && locale.code != context.board.config.bacheca.lingua;
    let title = match translation {
        Some(translation) => translation.facts.title.clone(),
        None => page.original.facts.title.clone(),
    };
    Some(Charter {
        title: title.unwrap_or_default(),
        body: Value::safe_string(markdown::render_html(document.body()).as_str()),
        is_foreign,
    })
}

/// Renders the page of a language without the form, which leads to the languages that have it.
fn render_short(context: &RenderContext, page: &PageSpec<'_>, locale: &Locale) -> Result<Vec<u8>, Error> {
    let head = PageHead {
        description: locale.text(key::announce_lead),
        ..page.head(context, locale, locale.text(key::announce))
    };
    let mut values = context.page_values(locale, &head)?;
    let has_form = |other: &&Locale| form_language(context, other).is_some();
    let links = context.locales.iter().filter(has_form).map(|other| FormLink {
        lang: &other.code,
        autonym: &other.autonym,
        path: page.path_in(other),
    });
    values.insert("forms", &links.collect::<Vec<_>>());
    context.templates.render_page("announce-elsewhere.html", &values)
}

/// What is announced, as one says it to whoever announces.
const fn noun(kind: Kind) -> StaticText {
    match kind {
        Kind::Training => text("un corso o una borsa di studio", "a course or a scholarship"),
        Kind::Job => text("un lavoro o un tirocinio", "a job or an internship"),
        Kind::Housing => text("una casa o un aiuto per la casa", "a home or help with housing"),
        Kind::Regulation => text("una regola che cambia", "a rule that changes"),
        Kind::News => text("una notizia utile", "useful news"),
        Kind::Project => text("un servizio o un progetto", "a service or a project"),
        Kind::Event => text("un evento", "an event"),
    }
}

/// Inserts what the choice of a kind and the forms share: words, attributes for the script, ways to send by hand.
fn insert_shared(
    context: &RenderContext,
    language: MessageLanguage,
    subject: Option<FormSubject>,
    values: &mut Context,
    versions: &Versions,
) -> Result<(), Error> {
    let text_in = |it, en| text(it, en).in_language(language);
    let config = &context.board.config.bacheca;
    let versions = FileVersions::of(context, versions)?;
    let to_root = values.get("root").and_then(Value::as_str);
    let to_root = to_root.ok_or_else(|| Error::internal("forms", "the page has no path to the root"))?.to_owned();
    let address = |path: &str, version: String| format!("{to_root}{path}?v={version}");
    let address_of_module =
        |path: &str, version: Option<String>| version.map_or_else(String::new, |version| address(path, version));
    let script = ScriptValues {
        kind: subject.map(FormSubject::key),
        kinds: FormSubject::all().map(FormSubject::key).collect::<Vec<_>>().join(" "),
        lang: text_in("it", "en"),
        module: address_of_module(MODULE_PATH, versions.module),
        preview: address_of_module(PREVIEW_MODULE_PATH, versions.preview),
        board: address(BOARD_FILE_PATH, versions.board),
        data: format!("{to_root}{DATA_PATH}"),
        repository: config.repository.as_deref().map(|repository| repository.trim_end_matches('/')),
        branch: &config.ramo,
        email: config.email.as_deref(),
        telephone: config.telefono.as_deref(),
        whatsapp: context.whatsapp_number(),
    };
    values.insert("script", &script);
    values.insert_value("words", script_data(&words_in(language, subject == Some(FormSubject::Organisation)))?);
    values.insert("by_hand", text_in("Senza il modulo", "Without the form"));
    values.insert(
        "by_hand_lead",
        text_in(
            "Manda tutti i dati come vuoi: anche una foto della locandina va bene.",
            "Send all the facts the way you like: a photo of the poster is fine too.",
        ),
    );
    values.insert("by_email", text_in("Per e-mail", "By e-mail"));
    values.insert("by_whatsapp", text_in("Su WhatsApp", "On WhatsApp"));
    values.insert("by_telephone", text_in("Per telefono", "By telephone"));
    values.insert("by_board", text_in("A chi cura la bacheca", "To those who run the board"));
    values.insert("by_repository", text_in("Con una proposta (pull request)", "With a proposal (pull request)"));
    values.insert("has_guide", &context.board.pages.contains_key(GUIDE));
    values.insert("guide", text_in("Chi può annunciare e che cosa serve", "Who can announce, and what is needed"));
    values.insert("rules", text_in("Le regole, una per una", "The rules, one by one"));
    Ok(())
}

/// Data for the page's script.
fn script_data(data: &impl Serialize) -> Result<Value, Error> {
    let json = serde_json::to_string(data).map_err(|error| Error::internal("data of the form", error))?;
    Ok(Value::safe_string(&escape_script(json)))
}

impl FileVersions {
    /// The versions, computed if they were not yet.
    fn of(context: &RenderContext, versions: &Versions) -> Result<Self, Error> {
        versions.get_or_init(|| Self::new(context)).clone()
    }

    fn new(context: &RenderContext) -> Result<Self, Error> {
        let version = |bytes: &[u8]| {
            let mut hasher = siphasher::sip::SipHasher13::new();
            hasher.write(bytes);
            format!("{:08x}", hasher.finish() >> 32)
        };
        let version_of_static = |path: &str| {
            let file = context.board.root.join("static").join(path);
            let bytes = file.is_file().then(|| context.board.read_file(&file, MAX_STATIC_BYTES)).transpose()?;
            Ok::<_, Error>(bytes.map(|bytes| version(&bytes)))
        };
        let board_file = board_file(&context.board)?;
        Ok(Self {
            module: version_of_static(MODULE_PATH)?,
            preview: version_of_static(PREVIEW_MODULE_PATH)?,
            board: version(&board_file),
            board_file: Arc::new(board_file),
        })
    }
}
