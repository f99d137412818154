//! Typst as a library: fonts and templates loaded once, every sheet set from the same virtual files.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::layout::{Frame, FrameItem};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::{LazyHash, Scalar};
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::super::Failure;
use crate::theme::Theme;

const MAIN: &str = "poster.typ";
const DATA: &str = "data.json";
const CODE: &str = "code.svg";

/// How many sheets Typst may remember: more, and memory grows with every poster.
const REMEMBERED: usize = 5;

/// Everything that all posters share.
pub struct Press {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    main: Source,
    files: HashMap<FileId, Bytes>,
    data: FileId,
    code: FileId,
}

/// A poster that was set.
pub struct Poster {
    document: PagedDocument,
    day: NaiveDate,
}

impl Press {
    /// Loads fonts and the theme's template.
    ///
    /// # Errors
    /// If a file of the theme has a name that cannot be one.
    pub fn new(theme: &Theme) -> Result<Self, Failure> {
        let fonts = super::fonts::load();
        let mut files = HashMap::new();
        for (name, bytes) in theme.folder("icons") {
            files.insert(id(&format!("icons/{name}"))?, Bytes::new(bytes.to_vec()));
        }
        for (name, bytes) in theme.folder("poster") {
            files.insert(id(name)?, Bytes::new(bytes.to_vec()));
        }
        Ok(Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            main: Source::new(id(MAIN)?, theme.text(&format!("poster/{MAIN}")).to_owned()),
            files,
            data: id(DATA)?,
            code: id(CODE)?,
        })
    }

    /// Sets one poster from its data (JSON) and its code (SVG).
    ///
    /// # Errors
    /// What Typst says; a second page; a letter that no font has.
    pub fn set(&self, data: Vec<u8>, code: String, day: NaiveDate) -> Result<Poster, Failure> {
        let sheet = SheetWorld { press: self, data: Bytes::new(data), code: Bytes::from_string(code) };
        let compiled = typst::compile::<PagedDocument>(&sheet);
        comemo::evict(REMEMBERED);
        let document = compiled.output.map_err(|errors| said(&errors))?;
        let pages = document.pages().len();
        if pages != 1 {
            return Err(format!("la locandina occupa {pages} pagine invece di una"));
        }
        let missing: String = document.pages().iter().map(|page| missing_letters(&page.frame)).collect();
        if !missing.is_empty() {
            return Err(format!(
                "nessun carattere tipografico ha queste lettere: «{missing}». Su Debian: apt-get install fonts-noto-core fonts-droid-fallback"
            ));
        }
        Ok(Poster { document, day })
    }
}

impl Poster {
    /// As PDF/UA-1.
    ///
    /// # Errors
    /// What Typst says: of accessibility above all.
    pub fn pdf(&self) -> Result<Vec<u8>, Failure> {
        let standards = PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|error| format!("{error:?}"))?;
        let day = |number: u32| u8::try_from(number).unwrap_or(1);
        let moment = Datetime::from_ymd_hms(self.day.year(), day(self.day.month()), day(self.day.day()), 0, 0, 0);
        let options = PdfOptions {
            ident: Smart::Auto,
            creator: Smart::Custom(Some("bacheca".into())),
            timestamp: moment.map(Timestamp::new_utc),
            standards,
            ..PdfOptions::default()
        };
        typst_pdf::pdf(&self.document, &options).map_err(|errors| said(&errors))
    }

    /// As a picture.
    ///
    /// # Errors
    /// If the picture cannot be encoded.
    pub fn png(&self, pixels_per_point: f64) -> Result<Vec<u8>, Failure> {
        let page = self.document.pages().first().ok_or("nessuna pagina")?;
        let options = typst_render::RenderOptions { pixel_per_pt: Scalar::new(pixels_per_point), ..Default::default() };
        typst_render::render(page, &options).encode_png().map_err(|error| error.to_string())
    }
}

fn id(path: &str) -> Result<FileId, Failure> {
    let path = VirtualPath::new(path).map_err(|error| format!("{path}: {error:?}"))?;
    Ok(FileId::new(RootedPath::new(VirtualRoot::Project, path)))
}

fn said(errors: &[SourceDiagnostic]) -> Failure {
    errors.iter().map(|error| error.message.to_string()).collect::<Vec<_>>().join("; ")
}

/// Letters for which a font had no picture.
fn missing_letters(frame: &Frame) -> String {
    let mut missing = String::new();
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => missing.push_str(&missing_letters(&group.frame)),
            FrameItem::Text(text) => {
                let without = text.glyphs.iter().filter(|glyph| glyph.id == 0);
                for glyph in without {
                    let range = usize::from(glyph.range.start)..usize::from(glyph.range.end);
                    let letters = text.text.get(range).unwrap_or("?");
                    if !missing.contains(letters) {
                        missing.push_str(letters);
                    }
                }
            }
            _ => {}
        }
    }
    missing
}

/// What Typst sees of one poster.
struct SheetWorld<'p> {
    press: &'p Press,
    data: Bytes,
    code: Bytes,
}

impl World for SheetWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.press.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.press.book
    }

    fn main(&self) -> FileId {
        self.press.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.press.main.id() {
            return Ok(self.press.main.clone());
        }
        let bytes = self.file(id)?;
        let text = std::str::from_utf8(&bytes).map_err(|_| FileError::InvalidUtf8)?;
        Ok(Source::new(id, text.to_owned()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.press.data {
            return Ok(self.data.clone());
        }
        if id == self.press.code {
            return Ok(self.code.clone());
        }
        let path = || id.get().vpath().get_without_slash().into();
        self.press.files.get(&id).cloned().ok_or_else(|| FileError::NotFound(path()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.press.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        // A poster says nothing that changes by itself.
        None
    }
}
