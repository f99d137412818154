//! Typesetting with Typst: fonts and templates are loaded once, every job is laid out from the same virtual files.

mod binding;
mod faults;
mod fonts;
mod layout;
mod signs;

use std::collections::{BTreeSet, HashMap};
use std::hash::Hasher;

use chrono::{Datelike, NaiveDate};
use image::{DynamicImage, RgbImage, RgbaImage};
use siphasher::sip128::{Hasher128, SipHasher13};
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::layout::{Frame, FrameItem};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::{LazyHash, Scalar};
use typst::{Library, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::board::Fingerprint;
use crate::error::Error;
use crate::localized;
use crate::theme::Theme;

use faults::{format_export_errors, format_layout_errors};
use fonts::{Fonts, Typefaces};
use layout::lay_out;

pub use binding::FourUp;
pub use faults::find_sheet_faults;

/// Folder of Typst templates in the theme, and the names of the virtual files of a job.
const TEMPLATE_FOLDER: &str = "poster";
const MAIN_FILE: &str = "main.typ";
const DATA_FILE: &str = "data.json";
const PICTURE_FILE: &str = "picture.jpg";

/// Age, in jobs, at which entries of Typst's cache are evicted: with a larger one memory grows with every poster.
const CACHE_GENERATIONS: usize = 2;

/// One document to lay out.
#[derive(Debug)]
pub struct PrintJob {
    /// Data of the template, as JSON.
    pub data: Vec<u8>,
    /// JPEG that the template shows as `picture.jpg`.
    pub picture: Option<Vec<u8>>,
    /// Day of the last change of the content: document date of the PDF; `None` for what is of no day.
    pub day: Option<NaiveDate>,
    /// Expected number of pages, if known; another number is an error.
    pub pages: Option<usize>,
    /// Names of its languages, for error messages.
    pub languages: String,
}

/// Fonts and templates shared by all jobs.
pub struct Typesetter {
    library: LazyHash<Library>,
    main: Source,
    sources: HashMap<FileId, Source>,
    files: HashMap<FileId, Bytes>,
    data: FileId,
    picture: FileId,
    fonts: Fonts,
    fingerprint: u128,
}

/// Fingerprint of the fonts that sheets may use, with the family that a board asks for.
#[must_use]
pub fn fonts_fingerprint(family: Option<&str>) -> Fingerprint {
    Fonts::find(family).fingerprint()
}

/// Whether the machine has a family of letters.
#[must_use]
pub fn has_family(family: &str) -> bool {
    Fonts::find(Some(family)).has_own()
}

/// Laid-out pages of a job.
pub struct TypesetSheets {
    document: PagedDocument,
    day: Option<NaiveDate>,
}

impl Typesetter {
    /// Loads the theme's templates and finds the fonts.
    ///
    /// # Errors
    /// A file of the theme whose name is not a valid virtual path.
    pub fn new(theme: &Theme) -> Result<Self, Error> {
        let mut hasher = SipHasher13::new();
        hasher.write(env!("CARGO_PKG_VERSION").as_bytes());
        let (mut files, mut sources) = (HashMap::new(), HashMap::new());
        for (name, bytes) in theme.files_below("icons") {
            hasher.write(bytes);
            files.insert(file_id(&format!("icons/{name}"))?, Bytes::new(bytes.to_vec()));
        }
        for (name, bytes) in theme.files_below(TEMPLATE_FOLDER) {
            hasher.write(name.as_bytes());
            hasher.write(bytes);
            let id = file_id(name)?;
            if let Ok(text) = std::str::from_utf8(bytes) {
                sources.insert(id, Source::new(id, text.to_owned()));
            }
            files.insert(id, Bytes::new(bytes.to_vec()));
        }
        let fonts = Fonts::find(theme.print_family());
        hasher.write(&fonts.fingerprint());
        let main = file_id(MAIN_FILE)?;
        Ok(Self {
            library: LazyHash::new(layout::library()),
            main: sources.get(&main).cloned().ok_or_else(|| {
                localized!(
                    "nel tema manca {TEMPLATE_FOLDER}/{MAIN_FILE}: rimettilo",
                    "the theme lacks {TEMPLATE_FOLDER}/{MAIN_FILE}: put it back"
                )
            })?,
            sources,
            files,
            data: file_id(DATA_FILE)?,
            picture: file_id(PICTURE_FILE)?,
            fonts,
            fingerprint: hasher.finish128().as_u128(),
        })
    }

    /// The same without Nastaliq, whose text cannot be read back from a layout: its letters come apart.
    #[cfg(test)]
    pub(crate) fn without_nastaliq(mut self) -> Self {
        self.fonts.leave_out("NotoNastaliqUrdu");
        self
    }

    /// Cache key of a printed form of a job: hash of fonts, templates, program version, data.
    #[must_use]
    pub fn cache_key(&self, job: &PrintJob, form: &str) -> String {
        let mut hasher = SipHasher13::new();
        hasher.write(&self.fingerprint.to_le_bytes());
        hasher.write(&job.data);
        hasher.write_u64(job.data.len() as u64);
        hasher.write(job.picture.as_deref().unwrap_or_default());
        hasher.write(format!("{:?}", job.day).as_bytes());
        hasher.write(form.as_bytes());
        format!("{:032x}", hasher.finish128().as_u128())
    }

    /// Lays out a job.
    ///
    /// # Errors
    /// Typst's errors; an unexpected number of pages; a character that no font has, with the package to install.
    pub fn typeset(&self, job: &PrintJob) -> Result<TypesetSheets, Error> {
        let text = std::str::from_utf8(&job.data).map_err(|error| Error::internal("print data", error))?;
        let letters = self.fonts.choose(text);
        let text = signs::replace_signs(text, |sign| letters.has(sign));
        let sheet = SheetWorld {
            press: self,
            letters: &letters,
            data: Bytes::from_string(text.clone()),
            picture: job.picture.clone().map(Bytes::new),
        };
        let laid_out = lay_out(&sheet);
        comemo::evict(CACHE_GENERATIONS);
        let document = laid_out.map_err(|errors| format_layout_errors(&sheet, &errors))?;
        let pages = document.pages().len();
        if let Some(expected) = job.pages.filter(|expected| *expected != pages) {
            return Err(Error::Message(localized!(
                "la locandina occupa {pages} pagine invece di {expected}: accorcia il titolo o la sintesi",
                "the poster takes {pages} pages instead of {expected}: shorten the title or the summary"
            )));
        }
        let mut missing = BTreeSet::new();
        document.pages().iter().for_each(|page| collect_missing(&page.frame, &mut missing));
        if !missing.is_empty() {
            // Each once, in the order in which they are written.
            let letters: String = text.chars().filter(|letter| missing.remove(letter)).collect();
            let (languages, package) = (&job.languages, fonts::font_package(&letters));
            return Err(Error::Message(localized!(
                "{languages}: nessun carattere tipografico ha queste lettere: «{letters}». Scrivile in un altro alfabeto, o installa un carattere che le ha (Debian: apt-get install {package})",
                "{languages}: no font has these letters: `{letters}`. Write them in another alphabet, or install a font that has them (Debian: apt-get install {package})"
            )));
        }
        Ok(TypesetSheets { document, day: job.day })
    }
}

impl TypesetSheets {
    /// Exports the pages as PDF/UA-1.
    ///
    /// # Errors
    /// Typst's errors, most of them about accessibility.
    pub fn to_pdf(&self) -> Result<Vec<u8>, Error> {
        let standards = PdfStandards::new(&[PdfStandard::Ua_1])
            .map_err(|error| Error::internal("PDF/UA-1", format!("{error:?}")))?;
        let day = |number: u32| u8::try_from(number).unwrap_or(1);
        let midnight =
            |date: NaiveDate| Datetime::from_ymd_hms(date.year(), day(date.month()), day(date.day()), 0, 0, 0);
        let options = PdfOptions {
            ident: Smart::Auto,
            creator: Smart::Custom(Some("bacheca".into())),
            timestamp: self.day.and_then(midnight).map(Timestamp::new_utc),
            standards,
            ..PdfOptions::default()
        };
        typst_pdf::pdf(&self.document, &options).map_err(|errors| format_export_errors(&errors))
    }

    /// Texts of the pages, in the order in which they are laid out.
    #[cfg(test)]
    pub(crate) fn text(&self) -> String {
        fn collect(frame: &Frame, text: &mut String) {
            for (_, item) in frame.items() {
                match item {
                    FrameItem::Group(group) => collect(&group.frame, text),
                    FrameItem::Text(run) => text.push_str(&run.text),
                    _ => {}
                }
            }
        }
        let mut text = String::new();
        self.document.pages().iter().for_each(|page| collect(&page.frame, &mut text));
        text
    }

    /// Renders the first page at a resolution in pixels per point.
    ///
    /// # Errors
    /// If there is no page.
    pub fn to_image(&self, pixels_per_point: f64) -> Result<RgbImage, Error> {
        let page = self.document.pages().first().ok_or_else(|| Error::internal("typesetter", "no page"))?;
        let options = typst_render::RenderOptions { pixel_per_pt: Scalar::new(pixels_per_point), ..Default::default() };
        let drawn = typst_render::render(page, &options);
        let (width, height) = (drawn.width(), drawn.height());
        let drawn = RgbaImage::from_raw(width, height, drawn.take())
            .ok_or_else(|| Error::internal("typesetter", "a page without all its pixels"))?;
        // Pages have an opaque background, so alpha is dropped.
        Ok(DynamicImage::from(drawn).into_rgb8())
    }
}

fn file_id(path: &str) -> Result<FileId, Error> {
    let path = VirtualPath::new(path).map_err(|error| {
        let reason = format!("{error:?}");
        localized!(
            "tema: «{path}» non può essere il nome di un file ({reason}): cambialo",
            "theme: `{path}` cannot be the name of a file ({reason}): change it"
        )
    })?;
    Ok(FileId::new(RootedPath::new(VirtualRoot::Project, path)))
}

/// Collects the characters without a glyph in any font (glyph id 0).
fn collect_missing(frame: &Frame, missing: &mut BTreeSet<char>) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => collect_missing(&group.frame, missing),
            FrameItem::Text(text) => {
                for glyph in text.glyphs.iter().filter(|glyph| glyph.id == 0) {
                    let range = usize::from(glyph.range.start)..usize::from(glyph.range.end);
                    missing.extend(text.text.get(range).unwrap_or("?").chars());
                }
            }
            _ => {}
        }
    }
}

/// Typst `World` of one job.
struct SheetWorld<'p> {
    press: &'p Typesetter,
    letters: &'p Typefaces,
    data: Bytes,
    picture: Option<Bytes>,
}

impl World for SheetWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.press.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.letters.book
    }

    fn main(&self) -> FileId {
        self.press.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.press.sources.get(&id).cloned().ok_or_else(|| not_found(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.press.data {
            return Ok(self.data.clone());
        }
        if id == self.press.picture {
            return self.picture.clone().ok_or_else(|| not_found(id));
        }
        self.press.files.get(&id).cloned().ok_or_else(|| not_found(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.letters.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        // Output must not depend on the clock.
        None
    }
}

fn not_found(id: FileId) -> FileError {
    FileError::NotFound(id.get().vpath().get_without_slash().into())
}
