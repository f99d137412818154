//! The poster of an open item: one A4 page in each language, as PDF/UA-1; in the board's own also as a
//! picture for chats, with strips to tear off, and with every language of the board on it.

use crate::board::Item;
use crate::compose::qr::ErrorCorrection;
use crate::error::Error;
use crate::locale::Locale;
use crate::publish::shared::item_files::has_poster;
use crate::publish::shared::poster_sheet::{Posters, data, named};
use crate::publish::shared::print::{PrintDocument, PrintFormat, changed, print};
use crate::publish::{Indexing, ItemOutput, ItemPage, RenderContext, Sink};
use crate::text::emoji::strip_emoji;

/// Pixels of the picture for each typographic point: 1,240 × 1,754 for an A4 page, 150 dpi.
const PIXELS_PER_POINT: f64 = 150.0 / 72.0;

pub(super) const OUTPUT: ItemOutput = ItemOutput { files, render };

const PDF: &str = "poster.pdf";
const PICTURE: &str = "poster.png";
const STRIPS: &str = "poster-strips.pdf";
const MULTILINGUAL: &str = "poster-multilingual.pdf";

fn files(context: &RenderContext, item: &Item, locale: &Locale, file: &mut dyn FnMut(&str, Indexing)) {
    if !has_poster(item) {
        return;
    }
    file(PDF, Indexing::File);
    if locale.position == 0 {
        file(PICTURE, Indexing::File);
        file(STRIPS, Indexing::File);
        if context.locales.iter().count() > 1 {
            file(MULTILINGUAL, Indexing::File);
        }
    }
}

fn render(context: &RenderContext, page: &ItemPage<'_>, sink: &dyn Sink) -> Result<(), Error> {
    let path = |name: &str| format!("{}{name}", page.path);
    let job = |strips, others: &[&Locale]| {
        let data = data(context, page, ErrorCorrection::Medium, others)?;
        let content = Posters { cover: None, four: false, strips, sheets: vec![data] };
        let title = strip_emoji(&page.sheet.title.text);
        let languages = named(std::iter::once(page.locale).chain(others.iter().copied()));
        PrintDocument::new(context, page.locale, "posters", title, content).job(
            Some(changed(page.item, &context.board)?),
            Some(1),
            languages,
        )
    };
    if page.locale.position > 0 {
        let [pdf] = print(context, &job(false, &[])?, [PrintFormat::Pdf])?;
        return sink.put(&path(PDF), pdf);
    }
    let [pdf, png] = print(context, &job(false, &[])?, [PrintFormat::Pdf, PrintFormat::Png(PIXELS_PER_POINT)])?;
    sink.put(&path(PDF), pdf)?;
    sink.put(&path(PICTURE), png)?;
    let [strips] = print(context, &job(true, &[])?, [PrintFormat::Pdf])?;
    sink.put(&path(STRIPS), strips)?;
    let others: Vec<&Locale> = context.locales.iter().skip(1).collect();
    if !others.is_empty() {
        let [multilingual] = print(context, &job(false, &others)?, [PrintFormat::Pdf])?;
        sink.put(&path(MULTILINGUAL), multilingual)?;
    }
    Ok(())
}
