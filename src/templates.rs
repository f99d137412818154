//! Compiled templates of the theme: pages, with HTML escaping, and messages, with Markdown escaping.

use std::io::Write;

use tera::{Context, ErrorKind, Kwargs, State, Tera, Value};

use crate::error::Error;
use crate::localized;
use crate::markdown::link_addresses;
use crate::text::escape::escape_markdown;
use crate::theme::{Theme, ThemeFault, Unusable};

/// Initial buffer of a rendered page, in bytes: enough for most pages.
const PAGE_CAPACITY: usize = 24 * 1024;

/// Most characters of what is told about a failing template: of an unknown variable Tera lists all others.
const MAX_CAUSE_CHARS: usize = 600;

/// Page and message templates of a theme.
pub struct Templates {
    pages: Tera,
    messages: Tera,
}

impl Templates {
    /// Compiles all templates of a theme.
    ///
    /// # Errors
    /// Tera's error: template, line, and what is wrong.
    pub fn load(theme: &Theme) -> Result<Self, Error> {
        let mut pages = compile(theme, "pages")?;
        pages.autoescape_on([".html"]);
        let mut messages = compile(theme, "messages")?;
        messages.autoescape_on([".md"]);
        messages.set_escape_fn(write_escaped);
        Ok(Self { pages, messages })
    }

    /// Renders a page.
    ///
    /// # Errors
    /// What Tera says.
    pub fn render_page(&self, name: &str, context: &Context) -> Result<Vec<u8>, Error> {
        let mut out = Vec::with_capacity(PAGE_CAPACITY);
        self.pages.render_to(name, context, &mut out).map_err(|error| format_template_error(&error))?;
        Ok(out)
    }

    /// Renders a message as Markdown.
    ///
    /// # Errors
    /// What Tera says.
    pub fn render_message(&self, name: &str, context: &Context) -> Result<String, Error> {
        self.messages.render(name, context).map_err(|error| format_template_error(&error))
    }
}

/// Folders of templates in a theme.
const FOLDERS: [&str; 2] = ["pages", "messages"];

/// Finds the first error in the board's own templates of pages, and in those of messages.
#[must_use]
pub fn find_template_faults(theme: &Theme) -> Vec<ThemeFault> {
    let in_folder = |folder: &'static str| match compile(theme, folder) {
        Ok(_) => None,
        Err(CompileError::NotUtf8(path)) => Some(ThemeFault::new(&path, 0..0, Unusable::NotUtf8)),
        Err(CompileError::Template(error)) => {
            let (named, span, cause) = match error.kind() {
                ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                    (report.filename(), report.span().range.clone(), report.message().to_owned())
                }
                ErrorKind::MissingParent { current, .. } => (current.as_str(), 0..0, describe_cause(&error)),
                _ => ("", 0..0, describe_cause(&error)),
            };
            let path = format!("{folder}/{named}");
            if theme.is_overridden(&path) {
                return Some(ThemeFault::new(&path, span, Unusable::Template { cause }));
            }
            // One of the default theme fails because of what it includes.
            let (own, _) = theme.own_files().find(|(path, _)| path.starts_with(folder))?;
            Some(ThemeFault::new(own, 0..0, Unusable::Template { cause: format!("{path}: {cause}") }))
        }
    };
    FOLDERS.into_iter().filter_map(in_folder).collect()
}

/// Why the templates of a folder cannot be compiled.
enum CompileError {
    /// Path in the theme of a file that is not UTF-8.
    NotUtf8(String),
    Template(tera::Error),
}

impl From<CompileError> for Error {
    fn from(error: CompileError) -> Self {
        match error {
            CompileError::NotUtf8(path) => Self::Message(localized!(
                "tema: {path} non è un testo in UTF-8: salvalo come UTF-8",
                "theme: {path} is not a text in UTF-8: save it as UTF-8"
            )),
            CompileError::Template(error) => format_template_error(&error),
        }
    }
}

fn compile(theme: &Theme, folder: &str) -> Result<Tera, CompileError> {
    let mut tera = Tera::new();
    let mut templates: Vec<(String, String)> = Vec::new();
    for (name, bytes) in theme.files_below(folder) {
        let path = format!("{folder}/{name}");
        let Ok(text) = std::str::from_utf8(bytes) else { return Err(CompileError::NotUtf8(path)) };
        templates.push((name.to_owned(), text.to_owned()));
        // The replaced template stays available as `default/<name>`, so that a board's template can extend it.
        if let Some(embedded) = Theme::embedded_text(&path).filter(|_| theme.is_overridden(&path)) {
            templates.push((format!("default/{name}"), embedded.to_owned()));
        }
    }
    tera.register_filter("linked", link_in_template);
    tera.add_raw_templates(templates).map_err(CompileError::Template)?;
    Ok(tera)
}

/// The filter `linked`: a text as HTML in which addresses are links.
fn link_in_template(text: &str, _: Kwargs, _: &State<'_>) -> Value {
    Value::safe_string(link_addresses(text).as_str())
}

fn write_escaped(text: &str, out: &mut dyn Write) -> std::io::Result<()> {
    out.write_all(escape_markdown(text).as_bytes())
}

/// What Tera says, without the list of everything that a page has.
fn describe_cause(error: &tera::Error) -> String {
    let mut text = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let (file, line, message) = (report.filename(), report.span().start_line, report.message());
            format!("{file}:{line}: {message}")
        }
        kind => kind.to_string(),
    };
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        source = cause.source();
    }
    match text.char_indices().nth(MAX_CAUSE_CHARS) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or(&text)),
        None => text,
    }
}

fn format_template_error(error: &tera::Error) -> Error {
    let text = describe_cause(error);
    Error::Message(localized!("un modello del tema non va: {text}", "a template of the theme fails: {text}"))
}
