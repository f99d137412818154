//! Text of a PDF: glyphs with their letters and places, from the interpreter that Typst draws PDF pictures with.
//!
//! A crafted file can ask for endless work in a few bytes. Before the interpreter sees it, its streams are unpacked and
//! counted; then it works in a thread of its own, with a deep stack, for [`MAX_TIME`] at most.

use std::collections::HashSet;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use hayro_interpret::font::{FontData, Glyph};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::content::TypedIter;
use hayro_interpret::hayro_syntax::object::{Array, Dict, Stream, String as PdfString};
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache, InterpreterSettings, Paint,
    PathDrawMode, SoftMask, interpret,
};
use kurbo::{Affine, BezPath, Point, Rect};

use super::MAX_TEXT_BYTES;
use super::error::DocumentError;
use super::pdf_layout::{PlacedGlyph, lay_out};
use super::pdf_streams::{check_instructions, check_streams};
use super::tidy::show_target;
use crate::diagnostic::LocalizedString;
use crate::localized;
use crate::text::invisible::Invisible;

/// Most pages that are read.
const MAX_PAGES: usize = 40;
/// Most glyphs of a page: a page of the smallest print has 15,000.
const MAX_GLYPHS_PER_PAGE: usize = 60_000;
/// Most links of a page whose targets are read.
const MAX_LINKS_PER_PAGE: usize = 100;
/// Most bytes of the drawing instructions of a page.
const MAX_PAGE_BYTES: usize = 32 * 1024 * 1024;
/// Stack of the thread. The system gives memory only for what is used.
const STACK_BYTES: usize = 512 * 1024 * 1024;
/// Longest time that reading takes.
const MAX_TIME: Duration = Duration::from_secs(4);
/// Fewest letters of a PDF that is no scan.
const MIN_LETTERS: usize = 20;

/// Text of a PDF, page by page, with the targets of its links.
///
/// # Errors
/// A PDF that is broken, protected, without letters, or too much work.
pub(super) fn read_pdf(bytes: &[u8], left_out: &mut Vec<LocalizedString>) -> Result<String, DocumentError> {
    let deadline = Instant::now() + MAX_TIME;
    check_streams(bytes, deadline)?;
    let data = Arc::new(bytes.to_vec());
    let (sender, receiver) = mpsc::channel();
    let work = move || {
        // The receiver is gone if the time is over.
        let _ = sender.send(catch_unwind(AssertUnwindSafe(|| extract(data, deadline))));
    };
    thread::Builder::new()
        .name("pdf".to_owned())
        .stack_size(STACK_BYTES)
        .spawn(work)
        .map_err(|_| DocumentError::TooSlow)?;
    let left = deadline.saturating_duration_since(Instant::now()) + Duration::from_millis(500);
    let read = match receiver.recv_timeout(left) {
        Ok(Ok(read)) => read?,
        Ok(Err(panic)) => {
            return Err(if panic.is::<OutOfTime>() { DocumentError::TooSlow } else { DocumentError::Broken });
        }
        Err(_) => return Err(DocumentError::TooSlow),
    };
    if read.pages > MAX_PAGES {
        let pages = read.pages;
        left_out.push(localized!(
            "il PDF ha {pages} pagine: lette le prime {MAX_PAGES}",
            "the PDF has {pages} pages: the first {MAX_PAGES} were read"
        ));
    }
    let letters = read.text.chars().filter(|character| character.is_alphanumeric()).count();
    if read.unreadable > letters {
        return Err(DocumentError::Unreadable);
    }
    if letters < MIN_LETTERS {
        return Err(DocumentError::Scanned);
    }
    Ok(read.text)
}

/// What was found in a PDF.
struct Extracted {
    text: String,
    pages: usize,
    /// Glyphs whose letter nobody knows.
    unreadable: usize,
}

/// Interprets the pages.
fn extract(data: Arc<Vec<u8>>, deadline: Instant) -> Result<Extracted, DocumentError> {
    let pdf = Pdf::new(data).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected | DecryptionError::UnsupportedAlgorithm) => {
            DocumentError::Protected
        }
        LoadPdfError::Decryption(_) | LoadPdfError::Invalid => DocumentError::Broken,
    })?;
    let pages = pdf.pages();
    let mut extracted = Extracted { text: String::new(), pages: pages.len(), unreadable: 0 };
    let cache = InterpreterCache::new();
    for page in pages.iter().take(MAX_PAGES) {
        let instructions = read_instructions(page)?;
        // What a file says of a stream need not be what it is.
        check_instructions(&instructions, deadline)?;
        let (width, height) = page.render_dimensions();
        let sheet = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let transform = Affine::new(page.initial_transform(true).as_coeffs());
        let mut context = Context::new(transform, sheet, &cache, pdf.xref(), settings());
        let mut collector = Collector { sheet, deadline, glyphs: Vec::new(), drawn: HashSet::new(), unreadable: 0 };
        interpret(TypedIter::new(&instructions), page.resources(), &mut context, &mut collector);
        let text = lay_out(collector.glyphs);
        extracted.unreadable += collector.unreadable;
        extracted.text.push_str(&text);
        push_links(&mut extracted.text, &text, page);
        extracted.text.push('\n');
        if extracted.text.len() > MAX_TEXT_BYTES {
            return Err(DocumentError::TooMuchText);
        }
    }
    Ok(extracted)
}

/// Settings that draw letters of fonts outside the file with the one of this program: only their letters and widths matter.
fn settings() -> InterpreterSettings {
    InterpreterSettings {
        font_resolver: Arc::new(|_| {
            let font: FontData = Arc::new(notosans::REGULAR_TTF);
            Some((font, 0))
        }),
        render_annotations: false,
        ..InterpreterSettings::default()
    }
}

/// Drawing instructions of a page, which may be in several streams, or in one that is named many times.
fn read_instructions(page: &Page<'_>) -> Result<Vec<u8>, DocumentError> {
    let mut instructions = Vec::new();
    let mut append = |stream: &Stream<'_>| {
        if let Ok(data) = stream.decoded() {
            instructions.extend_from_slice(&data);
            instructions.push(b' ');
        }
        if instructions.len() > MAX_PAGE_BYTES { Err(DocumentError::TooMuchText) } else { Ok(()) }
    };
    if let Some(stream) = page.raw().get::<Stream<'_>>(b"Contents".as_slice()) {
        append(&stream)?;
    } else if let Some(streams) = page.raw().get::<Array<'_>>(b"Contents".as_slice()) {
        for stream in streams.iter::<Stream<'_>>() {
            append(&stream)?;
        }
    }
    Ok(instructions)
}

/// Appends the addresses that the links of a page lead to, if its text does not show them.
fn push_links(out: &mut String, text: &str, page: &Page<'_>) {
    let Some(annotations) = page.raw().get::<Array<'_>>(b"Annots".as_slice()) else { return };
    let mut shown = text.split_whitespace().collect::<String>();
    for annotation in annotations.iter::<Dict<'_>>().take(MAX_LINKS_PER_PAGE) {
        let action = annotation.get::<Dict<'_>>(b"A".as_slice());
        let target = action.and_then(|action| action.get::<PdfString<'_>>(b"URI".as_slice()));
        let Some(target) = target else { continue };
        let target = String::from_utf8_lossy(target.as_bytes()).into_owned();
        if let Some(address) = show_target(&shown, &target) {
            let address = address.trim_matches([' ', '(', ')']);
            out.push_str(address);
            out.push('\n');
            shown.push_str(address);
        }
    }
}

/// What a [`Collector`] unwinds with when the time is over: the interpreter asks nobody whether to go on.
struct OutOfTime;

/// Device that draws nothing and collects glyphs.
struct Collector {
    sheet: Rect,
    deadline: Instant,
    glyphs: Vec<PlacedGlyph>,
    /// Letters, sizes and places of the glyphs, to leave out shadows: letters drawn twice to look bold.
    drawn: HashSet<(String, i64, i64, i64)>,
    unreadable: usize,
}

impl Collector {
    fn check_time(&self) {
        if Instant::now() > self.deadline || self.glyphs.len() > MAX_GLYPHS_PER_PAGE {
            resume_unwind(Box::new(OutOfTime));
        }
    }

    fn collect(&mut self, glyph: &Glyph<'_>, transform: Affine) {
        let origin = transform * Point::ORIGIN;
        let [a, b, c, d, ..] = transform.as_coeffs();
        // Units are thousandths of the size of the font.
        let (size, along) = (c.hypot(d) * 1000.0, a.hypot(b) * 1000.0);
        if !(origin.is_finite() && size.is_finite() && size > 0.5 && self.sheet.inflate(size, size).contains(origin)) {
            return;
        }
        let text = match glyph.as_unicode() {
            Some(BfString::Char(character)) => character.to_string(),
            Some(BfString::String(text)) => text,
            None => String::new(),
        };
        if text.chars().all(|character| character == '\0') {
            self.unreadable += 1;
            return;
        }
        // What joins letters and turns directions has no place on the sheet.
        let is_drawn = |character: &char| {
            use Invisible::{DirectionMark, DirectionOverride, ZeroWidth};
            !matches!(Invisible::kind_of(*character), Some(DirectionMark | DirectionOverride | ZeroWidth))
        };
        let text: String = text.chars().filter(is_drawn).collect();
        if text.is_empty() {
            return;
        }
        let advance = match glyph {
            Glyph::Outline(outline) => outline.advance_width().map(f64::from),
            Glyph::Type3(_) => None,
        };
        // Without a width, that of a usual letter.
        let length = advance.filter(|advance| advance.is_finite()).unwrap_or(500.0) / 1000.0 * along;
        let angle = b.atan2(a);
        let glyph = PlacedGlyph { text, x: origin.x, y: origin.y, length, size, angle };
        if !glyph.text.trim().is_empty() && self.is_shadow(&glyph) {
            return;
        }
        self.glyphs.push(glyph);
    }

    /// Whether the same letter was drawn at nearly the same place.
    fn is_shadow(&mut self, glyph: &PlacedGlyph) -> bool {
        #[expect(clippy::cast_possible_truncation, reason = "places within the sheet")]
        let cell = |at: f64, width: f64| (at / width).round() as i64;
        // Places in tenths of the size, so the size is part of what is compared.
        let (x, y) = (cell(glyph.x, glyph.size * 0.1), cell(glyph.y, glyph.size * 0.1));
        let key = |right: i64, down: i64| (glyph.text.clone(), cell(glyph.size, 0.1), x + right, y + down);
        let mut near = (-1..=1).flat_map(|right| (-1..=1).map(move |down| (right, down)));
        let found = near.any(|(right, down)| self.drawn.contains(&key(right, down)));
        if !found {
            self.drawn.insert(key(0, 0));
        }
        found
    }
}

impl<'a> Device<'a> for Collector {
    fn draw_glyph(
        &mut self,
        glyph: &Glyph<'a>,
        transform: Affine,
        glyph_transform: Affine,
        _: &Paint<'a>,
        _: &GlyphDrawMode,
    ) {
        self.check_time();
        self.collect(glyph, transform * glyph_transform);
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'a>>) {
        self.check_time();
    }

    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'a>, _: &PathDrawMode) {
        self.check_time();
    }

    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: Affine) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
