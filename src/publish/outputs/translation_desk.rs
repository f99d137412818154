//! The editors' desk of translations, `redazione/traduzioni/`: what is open by languages, what to translate first.

use serde::Serialize;

use crate::error::Error;
use crate::publish::shared::page_shell::PageHead;
use crate::publish::{PageSpec, RenderContext};
use crate::theme::Theme;
use crate::translation::{LanguageStatus, StatusCounts, TranslationState, translation_status};

const PATH: &str = "redazione/traduzioni/";

/// Most announcements in the table: who has more to translate does the first ones first.
const MAX_ROWS: usize = 200;

/// A language with what is left.
#[derive(Serialize)]
struct LanguageColumn<'c> {
    code: &'c str,
    autonym: &'c str,
    #[serde(flatten)]
    counts: StatusCounts,
}

/// An announcement that is not whole in every language.
#[derive(Serialize)]
struct ItemRow<'b> {
    slug: &'b str,
    title: &'b str,
    file: &'b str,
    /// When it closes, in words.
    closing: Option<String>,
    cells: Vec<Cell>,
}

/// State of one translation.
#[derive(Serialize, Clone)]
struct Cell {
    is_whole: bool,
    /// The word for it.
    state: &'static str,
    /// Words left.
    words: usize,
}

pub(super) fn pages(context: &RenderContext) -> Vec<PageSpec<'_>> {
    if context.locales.iter().nth(1).is_none() {
        return Vec::new();
    }
    let page = PageSpec::at_root(context, PATH, |page, _| render(context, page));
    vec![page.not_indexed("a tool for editors, linked from nowhere public")]
}

fn render(context: &RenderContext, page: &PageSpec<'_>) -> Result<Vec<u8>, Error> {
    let (board, own) = (&*context.board, context.locales.board_locale());
    let known = Theme::embedded().text("i18n/it.ftl").to_string();
    let others: Vec<_> = context.locales.iter().skip(1).collect();
    let statuses: Vec<Vec<LanguageStatus<'_>>> =
        others.iter().map(|locale| translation_status(board, &locale.code, &known)).collect();
    let columns: Vec<LanguageColumn<'_>> = others
        .iter()
        .zip(&statuses)
        .map(|(locale, statuses)| LanguageColumn {
            code: &locale.code,
            autonym: &locale.autonym,
            counts: StatusCounts::of(statuses),
        })
        .collect();
    // All languages have the same announcements in the same order.
    let mut rows: Vec<ItemRow<'_>> = statuses.first().into_iter().flatten().filter_map(item_row).collect();
    for statuses in &statuses {
        for (row, status) in rows.iter_mut().zip(statuses) {
            let is_whole = status.state == TranslationState::Whole;
            row.cells.push(Cell { is_whole, state: status.state.word(), words: status.words });
        }
    }
    rows.retain(|row| row.cells.iter().any(|cell| !cell.is_whole));
    let left_out = rows.len().saturating_sub(MAX_ROWS);
    rows.truncate(MAX_ROWS);
    let title = "Traduzioni";
    let head = page.head(context, own, title);
    let mut values = context.page_values(own, &PageHead { description: title, languages: Vec::new(), ..head })?;
    values.insert("columns", &columns);
    values.insert("rows", &rows);
    values.insert("left_out", &left_out);
    context.templates.render_page("desk-translations.html", &values)
}

fn item_row<'b>(status: &LanguageStatus<'b>) -> Option<ItemRow<'b>> {
    let item = status.original.item?;
    let file = item.document.source.path.as_str();
    let closing = status.closing_words();
    Some(ItemRow { slug: item.slug.as_str(), title: item.short_title(), file, closing, cells: Vec::new() })
}
