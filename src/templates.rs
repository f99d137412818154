//! Compiled templates of the theme: pages, with HTML escaping, and messages, with Markdown escaping.

use std::io::Write;

use tera::{Context, Tera};

use crate::error::Error;
use crate::localized;
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
        messages.set_escape_fn(escape_markdown);
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
    tera.add_raw_templates(templates).map_err(|error| format_template_error(&error))?;
    Ok(tera)
}

fn escape_markdown(text: &str, out: &mut dyn Write) -> std::io::Result<()> {
    out.write_all(escape_markdown_value(text).as_bytes())
}

/// Escapes a value for Markdown, so that it is shown literally.
#[must_use]
pub fn escape_markdown_value(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for (index, character) in text.chars().enumerate() {
        let special = matches!(character, '\\' | '`' | '*' | '_' | '~' | '[' | ']' | '<' | '>' | '#' | '&' | '!' | '|');
        // List markers at the start of a line.
        let opens = index == 0 && matches!(character, '-' | '+' | '=');
        if special || opens {
            out.push('\\');
        }
        // Ordered list marker at the start of a line: `1.` or `1)`.
        if matches!(character, '.' | ')')
            && index > 0
            && text.chars().take(index).all(|earlier| earlier.is_ascii_digit())
        {
            out.push('\\');
        }
        out.push(character);
    }
    out
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
