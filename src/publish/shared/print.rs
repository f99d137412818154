//! Sheets and pictures as files: what was printed before from the same things is taken from the store.

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

/// Where printed things stay from one build to the next.
pub trait PrintStore: Send + Sync {
    /// What was kept under a key.
    fn get(&self, key: &str) -> Option<Vec<u8>>;
    /// Keeps something; that it cannot be kept is no failure.
    fn keep(&self, key: &str, bytes: &[u8]);
}

/// What prints: the typesetter, made when the first sheet is printed, and the store.
pub(crate) struct Printer {
    typesetter: OnceLock<Result<Typesetter, Error>>,
    pub(crate) store: Option<Arc<dyn PrintStore>>,
}

impl Printer {
    pub(crate) fn new(store: Option<Arc<dyn PrintStore>>) -> Self {
        Self { typesetter: OnceLock::new(), store }
    }
}

/// Something to be printed and put into a sink.
pub(crate) type PrintTask<'s> = Box<dyn Fn(&dyn Sink) -> Result<(), Error> + Send + Sync + 's>;

/// A form of a printed thing.
#[derive(Debug, Clone, Copy)]
pub(crate) enum PrintFormat {
    /// PDF/UA-1, every page.
    Pdf,
    /// The first page; pixels for each typographic point.
    Png(f64),
    /// The first page, a pixel for each typographic point; quality up to 100.
    Jpeg(u8),
}

/// What every template is told, and its own content.
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

    /// The document as something to print.
    pub(crate) fn job(
        &self,
        day: Option<NaiveDate>,
        pages: Option<usize>,
        languages: String,
    ) -> Result<PrintJob, Error> {
        let data = serde_json::to_vec(self).map_err(|error| Error::internal("print data", error))?;
        Ok(PrintJob { data, picture: None, day, pages, languages })
    }
}

/// The stack of a thread that prints, in bytes: tables within tables go deep.
const STACK: usize = 16 * 1024 * 1024;

/// Prints everything, on threads of its own. Typst works in rayon's pool: a thread of that pool that waits for it
/// would begin the next sheet within the first, and so on, until its stack is full.
pub(crate) fn run_print_tasks(printings: &[PrintTask<'_>], sink: &dyn Sink) -> Result<(), Error> {
    let next = AtomicUsize::new(0);
    // Of several failures the first in order is told, whichever thread comes first.
    let failed: Mutex<Option<(usize, Error)>> = Mutex::new(None);
    let work = || {
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(printing) = printings.get(index) else { break };
            if let Err(error) = printing(sink) {
                next.store(printings.len(), Ordering::Relaxed);
                let mut failed = failed.lock().unwrap_or_else(PoisonError::into_inner);
                if failed.as_ref().is_none_or(|(first, _)| index < *first) {
                    *failed = Some((index, error));
                }
            }
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..rayon::current_num_threads().min(printings.len()) {
            std::thread::Builder::new()
                .stack_size(STACK)
                .spawn_scoped(scope, work)
                .map_err(|error| Error::internal("printing thread", error))?;
        }
        Ok::<(), Error>(())
    })?;
    failed.into_inner().unwrap_or_else(PoisonError::into_inner).map_or(Ok(()), |(_, error)| Err(error))
}

/// Prints a job in some forms.
///
/// # Errors
/// What Typst says; another number of pages than expected; a letter that no font has.
pub(crate) fn print<const N: usize>(
    context: &RenderContext,
    job: &PrintJob,
    forms: [PrintFormat; N],
) -> Result<[Vec<u8>; N], Error> {
    let languages = &context.board.config.bacheca.lingue;
    let Printer { typesetter, store } = &*context.printer;
    let press = typesetter.get_or_init(|| Typesetter::new(&context.theme, languages)).as_ref().map_err(Clone::clone)?;
    let keys = forms.map(|form| press.cache_key(job, &format!("{form:?}")));
    let mut printed = keys.each_ref().map(|key| store.as_ref().and_then(|store| store.get(key)));
    if printed.iter().any(Option::is_none) {
        let sheets = press.typeset(job)?;
        for ((printed, form), key) in printed.iter_mut().zip(forms).zip(&keys) {
            let bytes = match form {
                PrintFormat::Pdf => sheets.to_pdf()?,
                PrintFormat::Png(scale) => png(&sheets.to_image(scale)?)?,
                PrintFormat::Jpeg(quality) => jpeg(&sheets.to_image(1.0)?, quality)?,
            };
            if let Some(store) = store {
                store.keep(key, &bytes);
            }
            *printed = Some(bytes);
        }
    }
    // Each is there: it was kept, or has just been printed.
    Ok(printed.map(Option::unwrap_or_default))
}

fn png(pixels: &crate::typesetter::RgbImage) -> Result<Vec<u8>, Error> {
    let mut out = Vec::new();
    PngEncoder::new_with_quality(&mut out, CompressionType::Fast, FilterType::Sub)
        .write_image(&pixels.rgb, pixels.width, pixels.height, ExtendedColorType::Rgb8)
        .map_err(|error| Error::internal("PNG", error))?;
    Ok(out)
}

fn jpeg(pixels: &crate::typesetter::RgbImage, quality: u8) -> Result<Vec<u8>, Error> {
    let mut out = Vec::new();
    JpegEncoder::new_with_quality(&mut out, quality)
        .write_image(&pixels.rgb, pixels.width, pixels.height, ExtendedColorType::Rgb8)
        .map_err(|error| Error::internal("JPEG", error))?;
    Ok(out)
}

/// When somebody last changed what an item says: the date that its sheets bear.
///
/// # Errors
/// If the item has no date at all: the check asks each one for the day of its publication.
pub(crate) fn changed(item: &Item, board: &Board) -> Result<NaiveDate, Error> {
    let published = item.facts.published.value().map(|date| date.first_day());
    let dates = [published, item.facts.updated, item.facts.verified];
    // A draft is only previewed; it gets its date when it is published.
    let last = dates.into_iter().flatten().max().or(item.facts.is_draft().then_some(board.today));
    last.ok_or_else(|| {
        let path = &item.document.source.path;
        Error::Message(localized!(
            "{path}: non si può stampare senza una data: scrivi `pubblicato`",
            "{path}: cannot be printed without a date: write `pubblicato`"
        ))
    })
}

/// An address for people to type: without scheme and closing slash.
pub(crate) fn typeable_address(url: &str) -> String {
    let shown = url.split_once("://").map_or(url, |(_, rest)| rest);
    shown.trim_end_matches('/').to_owned()
}
