//! Compiled templates of the theme: pages, with HTML escaping, and messages, with Markdown escaping.

use std::io::Write;

use tera::{Context, Kwargs, State, Tera, Value};

use crate::error::Error;
use crate::localized;
use crate::markdown::link_addresses;
use crate::text::escape::escape_markdown;
use crate::theme::Theme;

/// Initial buffer of a rendered page, in bytes: enough for most pages.
const PAGE_CAPACITY: usize = 24 * 1024;

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

fn compile(theme: &Theme, folder: &str) -> Result<Tera, Error> {
    let mut tera = Tera::new();
    let mut templates: Vec<(String, String)> = Vec::new();
    for (name, bytes) in theme.files_below(folder) {
        let text = std::str::from_utf8(bytes).map_err(|_| {
            localized!(
                "tema: {folder}/{name} non è un testo in UTF-8: salvalo come UTF-8",
                "theme: {folder}/{name} is not a text in UTF-8: save it as UTF-8"
            )
        })?;
        templates.push((name.to_owned(), text.to_owned()));
        // The replaced template stays available as `default/<name>`, so that a board's template can extend it.
        let path = format!("{folder}/{name}");
        if let Some(embedded) = Theme::embedded_text(&path).filter(|_| theme.is_overridden(&path)) {
            templates.push((format!("default/{name}"), embedded.to_owned()));
        }
    }
    tera.register_filter("linked", link_in_template);
    tera.add_raw_templates(templates).map_err(|error| format_template_error(&error))?;
    Ok(tera)
}

/// The filter `linked`: a text as HTML in which addresses are links.
fn link_in_template(text: &str, _: Kwargs, _: &State<'_>) -> Value {
    Value::safe_string(link_addresses(text).as_str())
}

fn write_escaped(text: &str, out: &mut dyn Write) -> std::io::Result<()> {
    out.write_all(escape_markdown(text).as_bytes())
}

fn format_template_error(error: &tera::Error) -> Error {
    let mut text = error.to_string();
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        source = cause.source();
    }
    Error::Message(localized!("un modello del tema non va: {text}", "a template of the theme fails: {text}"))
}
