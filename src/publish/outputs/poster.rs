//! The poster of an open item: one A4 page in each language, as PDF/UA-1. In the board's own language also as an image
//! for chats, with tear-off strips, and with all languages of the board on one sheet.

use crate::board::Item;
use crate::error::Error;
use crate::locale::Locale;
use crate::publish::shared::item_files::{MULTILINGUAL_POSTER, POSTER, STRIPS_POSTER, has_poster};
use crate::publish::shared::poster_sheet::{PosterLayout, poster_job};
use crate::publish::shared::print::{PrintFormat, print, print_shared};
use crate::publish::{Indexing, ItemOutput, ItemPage, RenderContext, Sink};

/// Resolution of the image, pixels per typographic point: 1,240 × 1,754 for an A4 page, 150 dpi.
const PIXELS_PER_POINT: f64 = 150.0 / 72.0;

pub(super) const OUTPUT: ItemOutput = ItemOutput { files, render };

const PNG_FILE: &str = "poster.png";

fn files(context: &RenderContext, item: &Item, locale: &Locale, file: &mut dyn FnMut(&str, Indexing)) {
    if !has_poster(item) {
        return;
    }
    file(POSTER, Indexing::File);
    if locale.position == 0 {
        file(PNG_FILE, Indexing::File);
        file(STRIPS_POSTER, Indexing::File);
        if context.locales.iter().count() > 1 {
            file(MULTILINGUAL_POSTER, Indexing::File);
        }
    }
}

fn render(context: &RenderContext, page: &ItemPage<'_>, sink: &dyn Sink) -> Result<(), Error> {
    let path = |name: &str| format!("{}{name}", page.path);
    let job = |layout| poster_job(context, page, layout);
    let poster = job(PosterLayout::default())?;
    if page.locale.position > 0 {
        let [pdf] = print_shared(context, &poster, [PrintFormat::Pdf])?;
        return sink.put(&path(POSTER), pdf);
    }
    let [pdf, png] = print_shared(context, &poster, [PrintFormat::Pdf, PrintFormat::Png(PIXELS_PER_POINT)])?;
    sink.put(&path(POSTER), pdf)?;
    sink.put(&path(PNG_FILE), png)?;
    let strips = job(PosterLayout { strips: true, ..PosterLayout::default() })?;
    let [strips] = print(context, &strips, [PrintFormat::Pdf])?;
    sink.put(&path(STRIPS_POSTER), strips)?;
    let others: Vec<&Locale> = context.locales.iter().skip(1).collect();
    if !others.is_empty() {
        let multilingual = job(PosterLayout { others: &others, ..PosterLayout::default() })?;
        let [multilingual] = print(context, &multilingual, [PrintFormat::Pdf])?;
        sink.put(&path(MULTILINGUAL_POSTER), multilingual)?;
    }
    Ok(())
}
