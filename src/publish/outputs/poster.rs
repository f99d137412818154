//! The poster of an open item: one A4 page in each language, as PDF/UA-1; in the board's own also as a
//! picture for chats, with strips to tear off, and with every language of the board on it.

use crate::compose::qr::ErrorCorrection;
use crate::error::Error;
use crate::locale::Locale;
use crate::publish::shared::item_files::has_poster;
use crate::publish::shared::poster_sheet::{Posters, data, named};
use crate::publish::shared::print::{PrintDocument, PrintFormat, changed, print};
use crate::publish::{ItemPage, Sink, Site};
use crate::text::emoji::strip_emoji;

/// Pixels of the picture for each typographic point: 1,240 × 1,754 for an A4 page, 150 dpi.
const PIXELS_PER_POINT: f64 = 150.0 / 72.0;

pub(in crate::publish) fn publish(site: &Site<'_>, page: &ItemPage<'_>, sink: &dyn Sink) -> Result<(), Error> {
    if !has_poster(page.item) {
        return Ok(());
    }
    let path = |name: &str| format!("{}{name}", page.path);
    let job = |strips, others: &[&Locale]| {
        let data = data(site, page, ErrorCorrection::Medium, others)?;
        let content = Posters { cover: None, four: false, strips, sheets: vec![data] };
        let title = strip_emoji(&page.sheet.title.text);
        let languages = named(std::iter::once(page.locale).chain(others.iter().copied()));
        PrintDocument::new(site, page.locale, "posters", title, content).job(changed(page.item), Some(1), languages)
    };
    if page.locale.code != site.board.config.bacheca.lingua {
        let [pdf] = print(site, &job(false, &[])?, [PrintFormat::Pdf])?;
        return sink.put(&path("poster.pdf"), pdf);
    }
    let [pdf, png] = print(site, &job(false, &[])?, [PrintFormat::Pdf, PrintFormat::Png(PIXELS_PER_POINT)])?;
    sink.put(&path("poster.pdf"), pdf)?;
    sink.put(&path("poster.png"), png)?;
    let [strips] = print(site, &job(true, &[])?, [PrintFormat::Pdf])?;
    sink.put(&path("poster-strips.pdf"), strips)?;
    let others: Vec<&Locale> = site.locales.iter().skip(1).collect();
    if !others.is_empty() {
        let [multilingual] = print(site, &job(false, &others)?, [PrintFormat::Pdf])?;
        sink.put(&path("poster-multilingual.pdf"), multilingual)?;
    }
    Ok(())
}
