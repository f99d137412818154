//! The theme's templates, compiled once: pages, which escape for HTML, and messages, which escape
//! for Markdown.

use std::io::Write;

use tera::{Context, Tera};

use crate::theme::Theme;

/// Room for most pages, in bytes.
const PAGE: usize = 24 * 1024;

/// Every template of a theme.
pub struct Templates {
    pages: Tera,
    messages: Tera,
}

impl Templates {
    /// Compiles the theme's templates.
    ///
    /// # Errors
    /// What Tera says of a template: its name, line, and what is wrong.
    pub fn load(theme: &Theme) -> Result<Self, String> {
        let mut pages = compile(theme, "pages")?;
        pages.autoescape_on([".html"]);
        let mut messages = compile(theme, "messages")?;
        messages.autoescape_on([".md"]);
        messages.set_escape_fn(escape_markdown);
        Ok(Self { pages, messages })
    }

    /// A page.
    ///
    /// # Errors
    /// What Tera says.
    pub fn page(&self, name: &str, context: &Context) -> Result<Vec<u8>, String> {
        let mut out = Vec::with_capacity(PAGE);
        self.pages.render_to(name, context, &mut out).map_err(|error| format_template_error(&error))?;
        Ok(out)
    }

    /// The Markdown of a message.
    ///
    /// # Errors
    /// What Tera says.
    pub fn message(&self, name: &str, context: &Context) -> Result<String, String> {
        self.messages.render(name, context).map_err(|error| format_template_error(&error))
    }
}

fn compile(theme: &Theme, folder: &str) -> Result<Tera, String> {
    let mut tera = Tera::new();
    let mut templates: Vec<(String, String)> = Vec::new();
    for (name, bytes) in theme.folder(folder) {
        let text = std::str::from_utf8(bytes).map_err(|_| format!("{folder}/{name}: non è testo UTF-8"))?;
        templates.push((name.to_owned(), text.to_owned()));
        // A board's template can extend the one that it replaces.
        let path = format!("{folder}/{name}");
        if let Some(embedded) = Theme::embedded_text(&path).filter(|_| theme.is_overridden(&path)) {
            templates.push((format!("default/{name}"), embedded.to_owned()));
        }
    }
    tera.add_raw_templates(templates).map_err(|error| format_template_error(&error))?;
    Ok(tera)
}

fn escape_markdown(text: &str, out: &mut dyn Write) -> std::io::Result<()> {
    out.write_all(escape(text).as_bytes())
}

/// Puts a value into Markdown so that it reads as itself: nothing in it styles anything.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for (index, character) in text.chars().enumerate() {
        let special = matches!(character, '\\' | '`' | '*' | '_' | '~' | '[' | ']' | '<' | '>' | '#' | '&' | '!' | '|');
        // At the start of a line these open lists.
        let opens = index == 0 && matches!(character, '-' | '+' | '=');
        if special || opens {
            out.push('\\');
        }
        // A number with a point or a bracket at the start of a line opens a list.
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

fn format_template_error(error: &tera::Error) -> String {
    let mut text = error.to_string();
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        source = cause.source();
    }
    text
}
