//! Printing of documents to PDF and image files, with results of earlier builds taken from a store.

use chrono::NaiveDate;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use bacheca_raster::{encode_jpeg, encode_png};
use serde::Serialize;

use crate::board::{Board, Item};
use crate::error::Error;
use crate::locale::Locale;
use crate::localized;
use crate::progress::{Progress, Stage};
use crate::publish::shared::shelf::Shelf;
use crate::publish::{RenderContext, Sink};
use crate::typesetter::{FourUp, PrintJob, TypesetSheets, Typesetter};

/// Cache of printed files between builds.
pub trait PrintStore: Send + Sync {
    /// Bytes kept under a key.
    fn get(&self, key: &str) -> Option<Vec<u8>>;
    /// Keeps bytes under a key. Failures are ignored, because the file is printed again when it is missing.
    fn keep(&self, key: &str, bytes: &[u8]);
}

/// The typesetter, created when the first document is printed; the store; the sheets and pictures that several files
/// share.
pub(crate) struct Printer {
    typesetter: OnceLock<Result<Typesetter, Error>>,
    pub(crate) store: Option<Arc<dyn PrintStore>>,
    sheets: Shelf<TypesetSheets>,
    pub(crate) photos: Shelf<Vec<u8>>,
}

impl Printer {
    pub(crate) fn new(store: Option<Arc<dyn PrintStore>>) -> Self {
        Self { typesetter: OnceLock::new(), store, sheets: Shelf::new(), photos: Shelf::new() }
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
    /// Who is behind the board, and that it asks for no money.
    pub(crate) trust: String,
    /// Address of its first channel for those who read the language.
    pub(crate) channel: Option<String>,
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
            trust: context.trust(locale),
            channel: context.board.config.channels_for(&locale.code).first().map(|channel| match channel.link() {
                Some(link) => link.to_owned(),
                None => format!("{}: {}", channel.name, channel.address),
            }),
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
pub(crate) fn run_print_tasks(tasks: &[PrintTask<'_>], sink: &dyn Sink, progress: &dyn Progress) -> Result<(), Error> {
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
            progress.step();
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
    print_sheets(context, job, formats, |typesetter| typesetter.typeset(job).map(Arc::new))
}

/// Prints a sheet that packs have too, in several formats.
///
/// # Errors
/// Those of [`print`].
pub(crate) fn print_shared<const N: usize>(
    context: &RenderContext,
    job: &PrintJob,
    formats: [PrintFormat; N],
) -> Result<[Vec<u8>; N], Error> {
    print_sheets(context, job, formats, |typesetter| shared_sheet(context, typesetter, job))
}

/// Sheets to bind into one PDF.
pub(crate) struct Pack {
    /// Title of the PDF.
    pub(crate) title: String,
    /// Pages before the sheets.
    pub(crate) cover: Option<PrintJob>,
    /// Sheets, in order.
    pub(crate) sheets: Vec<PrintJob>,
    /// How four sheets are placed on a page; `None` for one sheet a page.
    pub(crate) four: Option<FourUp>,
}

/// Prints a pack as PDF. Its sheets are laid out unless another file has them too and they are there.
///
/// # Errors
/// Those of [`print`]; a pack without cover and sheets.
pub(crate) fn print_pack(context: &RenderContext, pack: &Pack, progress: &dyn Progress) -> Result<Vec<u8>, Error> {
    let Pack { title, cover, sheets, four } = pack;
    let typesetter = find_typesetter(context)?;
    let keys = cover.iter().chain(sheets).map(|job| typesetter.cache_key(job, ""));
    let data = format!("{title}\n{four:?}\n{}", keys.collect::<String>()).into_bytes();
    let all = PrintJob { data, picture: None, day: None, pages: None, languages: String::new() };
    let [pdf] = print_sheets(context, &all, [PrintFormat::Pdf], |typesetter| {
        let cover = cover.as_ref().map(|cover| typesetter.typeset(cover)).transpose()?;
        progress.begin(Stage::Print, sheets.len());
        let sheets = sheets.iter().map(|job| shared_sheet(context, typesetter, job).inspect(|_| progress.step()));
        let sheets = sheets.collect::<Result<Vec<_>, Error>>()?;
        let sheets: Vec<&TypesetSheets> = sheets.iter().map(Arc::as_ref).collect();
        TypesetSheets::bind(title, cover.as_ref(), &sheets, *four).map(Arc::new)
    })?;
    Ok(pdf)
}

fn find_typesetter(context: &RenderContext) -> Result<&Typesetter, Error> {
    let typesetter = context.printer.typesetter.get_or_init(|| Typesetter::new(&context.theme));
    typesetter.as_ref().map_err(Clone::clone)
}

/// Lays out a sheet, or takes it from the shelf. Packs follow the posters of their language, so the shelf holds the
/// posters of two languages: that of the pack being printed, and the next.
fn shared_sheet(context: &RenderContext, typesetter: &Typesetter, job: &PrintJob) -> Result<Arc<TypesetSheets>, Error> {
    let most = 2 * context.index.open.len();
    let key = typesetter.cache_key(job, "");
    context.printer.sheets.get_or_make(key, most, || typesetter.typeset(job))
}

/// Takes the formats of a job from the store, and prints those that it lacks from the sheets that `typeset` returns.
fn print_sheets<const N: usize>(
    context: &RenderContext,
    job: &PrintJob,
    formats: [PrintFormat; N],
    typeset: impl FnOnce(&Typesetter) -> Result<Arc<TypesetSheets>, Error>,
) -> Result<[Vec<u8>; N], Error> {
    let (typesetter, store) = (find_typesetter(context)?, &context.printer.store);
    let keys = formats.map(|format| typesetter.cache_key(job, &format!("{format:?}")));
    let mut printed = keys.each_ref().map(|key| store.as_ref().and_then(|store| store.get(key)));
    if printed.iter().any(Option::is_none) {
        let document = typeset(typesetter)?;
        for ((printed, format), key) in printed.iter_mut().zip(formats).zip(&keys) {
            let bytes = match format {
                PrintFormat::Pdf => document.to_pdf()?,
                PrintFormat::Png(scale) => {
                    encode_png(&document.to_image(scale)?).map_err(|error| Error::internal("PNG", error))?
                }
                PrintFormat::Jpeg(quality) => {
                    encode_jpeg(&document.to_image(1.0)?, quality).map_err(|error| Error::internal("JPEG", error))?
                }
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
