//! Printing of documents to PDF and image files, with results of earlier builds taken from a store.

use chrono::NaiveDate;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder};
use serde::Serialize;

use crate::board::{Board, Item};
use crate::error::Error;
use crate::locale::Locale;
use crate::localized;
use crate::publish::{RenderContext, Sink};
use crate::typesetter::{PrintJob, Typesetter};

/// Cache of printed files between builds.
pub trait PrintStore: Send + Sync {
    /// Bytes kept under a key.
    fn get(&self, key: &str) -> Option<Vec<u8>>;
    /// Keeps bytes under a key. Failures are ignored, because the file is printed again when it is missing.
    fn keep(&self, key: &str, bytes: &[u8]);
}

/// The typesetter, created when the first document is printed, and the store.
pub(crate) struct Printer {
    typesetter: OnceLock<Result<Typesetter, Error>>,
    pub(crate) store: Option<Arc<dyn PrintStore>>,
}

impl Printer {
    pub(crate) fn new(store: Option<Arc<dyn PrintStore>>) -> Self {
        Self { typesetter: OnceLock::new(), store }
    }
}

/// A task that prints documents and puts the files into a sink.
pub(crate) type PrintTask<'s> = Box<dyn Fn(&dyn Sink) -> Result<(), Error> + Send + Sync + 's>;

/// File format of a printed document.
#[derive(Debug, Clone, Copy)]
pub(crate) enum PrintFormat {
    /// PDF/UA-1, all pages.
    Pdf,
    /// PNG of the first page; pixels per typographic point.
    Png(f64),
    /// JPEG of the first page, one pixel per typographic point; quality from 1 to 100.
    Jpeg(u8),
}

/// Data of a print template: values common to all templates, and the template's own content.
#[derive(Serialize)]
pub(crate) struct PrintDocument<'d, C> {
    pub(crate) layout: &'static str,
    pub(crate) size: &'static str,
    pub(crate) title: String,
    pub(crate) lang: &'d str,
    pub(crate) dir: &'d str,
    pub(crate) board: &'d str,
    pub(crate) channel: Option<&'d str>,
    pub(crate) content: C,
}

impl<'d, C: Serialize> PrintDocument<'d, C> {
    pub(crate) fn new(
        context: &'d RenderContext,
        locale: &'d Locale,
        layout: &'static str,
        title: String,
        content: C,
    ) -> Self {
        let config = &context.board.config.bacheca;
        Self {
            layout,
            size: "a4",
            title,
            lang: &locale.code,
            dir: &locale.direction,
            board: &config.nome,
            channel: config.canale.as_deref(),
            content,
        }
    }

    /// Converts the document to a print job, with its date, its expected number of pages, and its languages by name.
    pub(crate) fn to_job(
        &self,
        day: Option<NaiveDate>,
        pages: Option<usize>,
        languages: String,
    ) -> Result<PrintJob, Error> {
        let data = serde_json::to_vec(self).map_err(|error| Error::internal("print data", error))?;
        Ok(PrintJob { data, picture: None, day, pages, languages })
    }
}

/// Stack of a printing thread, in bytes: Typst recurses deeply in nested tables.
const STACK_BYTES: usize = 16 * 1024 * 1024;

/// Runs print tasks on separate threads. Typst uses rayon's pool: a thread of that pool that waits for Typst would
/// start the next task within the first, and so on, until its stack overflows.
pub(crate) fn run_print_tasks(tasks: &[PrintTask<'_>], sink: &dyn Sink) -> Result<(), Error> {
    let next = AtomicUsize::new(0);
    // The failure of the first task in order is reported, so that the message does not depend on timing.
    let failed: Mutex<Option<(usize, Error)>> = Mutex::new(None);
    let work = || {
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(task) = tasks.get(index) else { break };
            if let Err(error) = task(sink) {
                next.store(tasks.len(), Ordering::Relaxed);
                let mut failed = failed.lock().unwrap_or_else(PoisonError::into_inner);
                if failed.as_ref().is_none_or(|(first, _)| index < *first) {
                    *failed = Some((index, error));
                }
            }
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..rayon::current_num_threads().min(tasks.len()) {
            std::thread::Builder::new()
                .stack_size(STACK_BYTES)
                .spawn_scoped(scope, work)
                .map_err(|error| Error::internal("printing thread", error))?;
        }
        Ok::<(), Error>(())
    })?;
    failed.into_inner().unwrap_or_else(PoisonError::into_inner).map_or(Ok(()), |(_, error)| Err(error))
}

/// Prints a job in several formats.
///
/// # Errors
/// An error of Typst; an unexpected number of pages; a character that no font has.
pub(crate) fn print<const N: usize>(
    context: &RenderContext,
    job: &PrintJob,
    formats: [PrintFormat; N],
) -> Result<[Vec<u8>; N], Error> {
    let languages = &context.board.config.bacheca.lingue;
    let Printer { typesetter, store } = &*context.printer;
    let typst = typesetter.get_or_init(|| Typesetter::new(&context.theme, languages)).as_ref().map_err(Clone::clone)?;
    let keys = formats.map(|format| typst.cache_key(job, &format!("{format:?}")));
    let mut printed = keys.each_ref().map(|key| store.as_ref().and_then(|store| store.get(key)));
    if printed.iter().any(Option::is_none) {
        let document = typst.typeset(job)?;
        for ((printed, format), key) in printed.iter_mut().zip(formats).zip(&keys) {
            let bytes = match format {
                PrintFormat::Pdf => document.to_pdf()?,
                PrintFormat::Png(scale) => encode_png(&document.to_image(scale)?)?,
                PrintFormat::Jpeg(quality) => encode_jpeg(&document.to_image(1.0)?, quality)?,
            };
            if let Some(store) = store {
                store.keep(key, &bytes);
            }
            *printed = Some(bytes);
        }
    }
    // Every entry is filled: from the store, or by printing above.
    Ok(printed.map(Option::unwrap_or_default))
}

fn encode_png(pixels: &crate::typesetter::RgbImage) -> Result<Vec<u8>, Error> {
    let mut out = Vec::new();
    PngEncoder::new_with_quality(&mut out, CompressionType::Fast, FilterType::Sub)
        .write_image(&pixels.rgb, pixels.width, pixels.height, ExtendedColorType::Rgb8)
        .map_err(|error| Error::internal("PNG", error))?;
    Ok(out)
}

fn encode_jpeg(pixels: &crate::typesetter::RgbImage, quality: u8) -> Result<Vec<u8>, Error> {
    let mut out = Vec::new();
    JpegEncoder::new_with_quality(&mut out, quality)
        .write_image(&pixels.rgb, pixels.width, pixels.height, ExtendedColorType::Rgb8)
        .map_err(|error| Error::internal("JPEG", error))?;
    Ok(out)
}

/// Day of the last change to an item, which is the date of its printed documents.
///
/// # Errors
/// If the item has no date at all. The check requires the day of publication.
pub(crate) fn change_day(item: &Item, board: &Board) -> Result<NaiveDate, Error> {
    let published = item.facts.published.value().map(|date| date.first_day());
    let dates = [published, item.facts.updated, item.facts.verified];
    // A draft gets its date when it is published; until then it is only previewed.
    let last = dates.into_iter().flatten().max().or(item.facts.is_draft().then_some(board.today));
    last.ok_or_else(|| {
        let path = &item.document.source.path;
        Error::Message(localized!(
            "{path}: non si può stampare senza una data: scrivi `pubblicato`",
            "{path}: cannot be printed without a date: write `pubblicato`"
        ))
    })
}

/// Shortens a URL for people who type it: without scheme and trailing slash.
pub(crate) fn typeable_address(url: &str) -> String {
    let shown = url.split_once("://").map_or(url, |(_, rest)| rest);
    shown.trim_end_matches('/').to_owned()
}
