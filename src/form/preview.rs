//! What readers will see of an announcement: the posts of each language and the facts as the page shows them.

use serde::Serialize;

use crate::board::{Board, Item};
use crate::check::QuestionMessage;
use crate::compose::fact_sheet::{FactRow, FactSheet, Line, build_fact_sheet, item_path};
use crate::compose::message::{MessageContext, render_text};
use crate::compose::messenger::find_messenger;
use crate::diagnostic::{LocalizedString, MessageLanguage};
use crate::error::Error;
use crate::locale::{Locale, Locales};
use crate::localized;
use crate::templates::Templates;
use crate::theme::Theme;

/// What readers will see, and the letter with the questions.
#[derive(Debug, Serialize)]
pub struct Preview {
    /// Letter to whoever organises it, if something is open.
    pub letter: Option<QuestionLetter>,
    /// Texts for WhatsApp, one for each language of the board.
    pub posts: Vec<Post>,
    /// Facts as the page shows them.
    pub rows: Vec<PreviewRow>,
}

/// A letter with questions.
#[derive(Debug, Serialize)]
pub struct QuestionLetter {
    /// Subject, one line.
    pub subject: String,
    /// Text.
    pub text: String,
}

/// A text for WhatsApp.
#[derive(Debug, Serialize)]
pub struct Post {
    /// Code of its language.
    pub lang: String,
    /// The text.
    pub text: String,
}

/// A row of facts.
#[derive(Debug, Serialize)]
pub struct PreviewRow {
    /// What it is about.
    pub label: String,
    /// Its lines.
    pub lines: Vec<String>,
}

/// What makes previews.
pub trait MakePreview {
    /// Renders an item that is on the board; rows are in the language of the form if the board has it.
    ///
    /// # Errors
    /// A text that the theme does not have.
    fn preview(
        &self,
        board: &Board,
        item: &Item,
        letter: Option<QuestionMessage>,
        language: MessageLanguage,
    ) -> Result<Preview, LocalizedString>;
}

/// Loads what makes the previews of a board. Called through a pointer, so that a program that makes none does not hold the
/// texts, templates and calendars of all languages.
pub type LoadPreviews = fn(&Board) -> Result<Box<dyn MakePreview>, LocalizedString>;

/// Texts and templates of the theme, loaded once: those of the program, because a form has no folder.
struct Renderer {
    locales: Locales,
    templates: Templates,
}

/// Loads the texts and templates of the program for the languages of a board; a [`LoadPreviews`].
///
/// # Errors
/// A language without texts.
pub fn load_previews(board: &Board) -> Result<Box<dyn MakePreview>, LocalizedString> {
    let theme = Theme::embedded();
    let locales = Locales::load(&theme, &board.config.bacheca.lingue).map_err(|error| describe_error(&error))?;
    let templates = Templates::load(&theme).map_err(|error| describe_error(&error))?;
    Ok(Box::new(Renderer { locales, templates }))
}

impl MakePreview for Renderer {
    fn preview(
        &self,
        board: &Board,
        item: &Item,
        letter: Option<QuestionMessage>,
        language: MessageLanguage,
    ) -> Result<Preview, LocalizedString> {
        let code = if language == MessageLanguage::English { "en" } else { "it" };
        let locale = self.locales.get(code).unwrap_or(self.locales.board_locale());
        let posts = self.locales.iter().map(|locale| self.post(board, item, locale));
        Ok(Preview {
            letter: letter.map(|QuestionMessage { subject, text, .. }| QuestionLetter { subject, text }),
            posts: posts.collect::<Result<_, _>>().map_err(|error| describe_error(&error))?,
            rows: rows_of(&build_fact_sheet(board, item, locale)),
        })
    }
}

impl Renderer {
    fn post(&self, board: &Board, item: &Item, locale: &Locale) -> Result<Post, Error> {
        let messenger = find_messenger("whatsapp").ok_or_else(|| Error::internal("preview", "no WhatsApp"))?;
        let sheet = build_fact_sheet(board, item, locale);
        let url = board.url(&item_path(board, &item.slug, &locale.code));
        let context = MessageContext { templates: &self.templates, board, locale, item, sheet: &sheet, url: &url };
        Ok(Post { lang: locale.code.clone(), text: render_text(&context, messenger)? })
    }
}

/// Rows of a fact sheet in the order of the page.
fn rows_of(sheet: &FactSheet<'_>) -> Vec<PreviewRow> {
    let lines = |lines: &[Line<'_>]| lines.iter().map(|line| line.text.to_string()).collect::<Vec<_>>();
    let row = |row: &FactRow<'_>| PreviewRow { label: row.label.to_owned(), lines: lines(&row.lines) };
    let ways = sheet.ways.iter().map(|way| PreviewRow { label: way.head.text.to_string(), lines: lines(&way.details) });
    let editions = sheet.editions.iter().flat_map(|edition| {
        let title = PreviewRow { label: edition.title.text.to_string(), lines: Vec::new() };
        std::iter::once(title).chain(edition.rows.iter().map(row))
    });
    let facts = sheet.facts.iter().map(row).chain(editions).chain(sheet.rows.iter().map(row));
    facts.chain(ways).chain(sheet.contacts.iter().map(row)).collect()
}

fn describe_error(error: &Error) -> LocalizedString {
    localized!("l'anteprima non si può fare: {error}", "the preview cannot be made: {error}")
}
