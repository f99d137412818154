//! Text of a Word document: ECMA-376, part 1, WordprocessingML.

use std::collections::BTreeMap;

use encoding_rs::UTF_8;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::MAX_TEXT_BYTES;
use super::error::DocumentError;
use super::tidy::show_target;
use super::zip::Archive;

/// Most elements within each other.
const MAX_ELEMENTS_DEEP: usize = 512;
/// Most headers, and most footers: each section may have three.
const MAX_MARGINS: usize = 6;
/// Beginnings of the names of styles whose paragraphs are points of a list, in English and Italian Word.
const LIST_STYLES: &[&str] = &["ListBullet", "ListNumber", "Puntoelenco", "Numeroelenco", "Elenco"];

/// Text of a Word document: paragraphs, tables and text boxes in their order, then headers and footers, so that the title
/// comes before the letterhead.
///
/// # Errors
/// An archive or XML that is broken, nested too deep, or unpacks to more than the limits.
pub(super) fn read_word(bytes: &[u8]) -> Result<String, DocumentError> {
    let archive = Archive::open(bytes)?;
    let margins = |kind: &str| {
        let prefix = format!("word/{kind}");
        let mut names: Vec<&str> =
            archive.names().filter(|name| name.starts_with(&prefix) && name.ends_with(".xml")).collect();
        names.sort_unstable();
        names.truncate(MAX_MARGINS);
        names
    };
    let (headers, footers) = (margins("header"), margins("footer"));
    let mut texts: Vec<String> = Vec::new();
    for name in ["word/document.xml"].into_iter().chain(headers).chain(footers) {
        let Some(xml) = archive.read(name)? else { return Err(DocumentError::Broken) };
        let targets = name.strip_prefix("word/").map(|file| format!("word/_rels/{file}.rels"));
        let targets = targets.map(|targets| archive.read(&targets)).transpose()?.flatten();
        let targets = targets.map(|xml| read_targets(&xml)).transpose()?.unwrap_or_default();
        let text = read_part(&xml, &targets)?;
        // The header of the first page often is that of the others again.
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
    Ok(texts.join("\n"))
}

/// Targets of links, by the names that the text uses for them.
fn read_targets(xml: &[u8]) -> Result<BTreeMap<String, String>, DocumentError> {
    let (xml, ..) = UTF_8.decode(xml);
    let mut reader = Reader::from_str(&xml);
    let mut targets = BTreeMap::new();
    loop {
        match reader.read_event().map_err(|_| DocumentError::Broken)? {
            Event::Empty(tag) | Event::Start(tag) if tag.local_name().as_ref() == "Relationship" => {
                if let (Some(id), Some(target)) = (attribute(&tag, "Id"), attribute(&tag, "Target")) {
                    targets.insert(id, target);
                }
            }
            Event::Eof => return Ok(targets),
            _ => {}
        }
    }
}

/// Text of one part: the document, a header, a footer.
fn read_part(xml: &[u8], targets: &BTreeMap<String, String>) -> Result<String, DocumentError> {
    let (xml, ..) = UTF_8.decode(xml);
    let mut reader = Reader::from_str(&xml);
    let mut part = Part::new(targets);
    let mut depth = 0_usize;
    loop {
        match reader.read_event().map_err(|_| DocumentError::Broken)? {
            Event::Start(tag) => {
                depth += 1;
                if depth > MAX_ELEMENTS_DEEP {
                    return Err(DocumentError::TooNested);
                }
                part.start(&tag, depth);
            }
            Event::Empty(tag) => {
                part.start(&tag, depth + 1);
                part.end(tag.local_name().as_ref(), depth + 1);
            }
            Event::End(tag) => {
                part.end(tag.local_name().as_ref(), depth);
                depth = depth.saturating_sub(1);
            }
            Event::Text(text) => part.text(&text.xml10_content()),
            Event::CData(text) => part.text(&text.xml10_content()),
            Event::GeneralRef(reference) => {
                let character = reference.resolve_char_ref().map_err(|_| DocumentError::Broken)?;
                match character {
                    Some(character) => part.text(character.encode_utf8(&mut [0; 4])),
                    // No other entity is declared: a document with a declaration of its own is not from Word.
                    None => part.text(predefined_entity(&reference.xml10_content()).ok_or(DocumentError::Broken)?),
                }
            }
            Event::DocType(_) => return Err(DocumentError::Broken),
            Event::Eof => break,
            _ => {}
        }
        if part.length > MAX_TEXT_BYTES {
            return Err(DocumentError::TooMuchText);
        }
    }
    // A document that is cut short.
    if depth > 0 { Err(DocumentError::Broken) } else { Ok(part.finish()) }
}

fn predefined_entity(name: &str) -> Option<&'static str> {
    Some(match name {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => return None,
    })
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
    found.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}

/// Paragraph, or the words between two breaks of one.
#[derive(Default)]
struct Paragraph {
    text: String,
    is_point: bool,
    /// Text boxes anchored in it, which stand after it.
    boxes: Vec<String>,
    /// Where the words of an open link begin, and its target.
    link: Option<(usize, String)>,
}

/// Text of a part as it is read.
struct Part<'t> {
    targets: &'t BTreeMap<String, String>,
    /// Text of the part, and of the open cells and text boxes within.
    containers: Vec<String>,
    paragraphs: Vec<Paragraph>,
    /// Cells of the open rows.
    rows: Vec<Vec<String>>,
    /// Depth of an element that is left out.
    skipped: Option<usize>,
    in_text: bool,
    in_field: bool,
    is_run_hidden: bool,
    /// Bytes of text so far.
    length: usize,
}

impl<'t> Part<'t> {
    fn new(targets: &'t BTreeMap<String, String>) -> Self {
        Self {
            targets,
            containers: vec![String::new()],
            paragraphs: Vec::new(),
            rows: Vec::new(),
            skipped: None,
            in_text: false,
            in_field: false,
            is_run_hidden: false,
            length: 0,
        }
    }

    fn start(&mut self, tag: &BytesStart<'_>, depth: usize) {
        if self.skipped.is_some() {
            return;
        }
        match tag.local_name().as_ref() {
            // Programs that know text boxes read the first of two, the others this one.
            "Fallback" | "del" | "moveFrom" => self.skipped = Some(depth),
            "p" => self.paragraphs.push(Paragraph::default()),
            "r" => self.is_run_hidden = false,
            "vanish" => self.is_run_hidden = !matches!(attribute(tag, "val").as_deref(), Some("0" | "false")),
            "t" => self.in_text = true,
            "instrText" => self.in_field = true,
            "tab" if self.is_in_run(tag) => self.push("\t"),
            "br" | "cr" => self.push("\n"),
            "noBreakHyphen" => self.push("-"),
            "sym" => self.push("•"),
            "numPr" => self.mark_point(),
            "numId" if attribute(tag, "val").as_deref() == Some("0") => self.unmark_point(),
            "pStyle" if attribute(tag, "val").is_some_and(|style| is_list_style(&style)) => self.mark_point(),
            "hyperlink" => {
                let target = attribute(tag, "id").and_then(|id| self.targets.get(&id).cloned());
                self.open_link(target);
            }
            "fldChar" if attribute(tag, "fldCharType").as_deref() == Some("end") => self.close_link(),
            "tr" => self.rows.push(Vec::new()),
            "tc" | "txbxContent" => self.containers.push(String::new()),
            _ => {}
        }
    }

    fn end(&mut self, name: &str, depth: usize) {
        if let Some(skipped) = self.skipped {
            if depth <= skipped {
                self.skipped = None;
            }
            return;
        }
        match name {
            "t" => self.in_text = false,
            "instrText" => self.in_field = false,
            "hyperlink" => self.close_link(),
            "p" => {
                self.close_link();
                if let Some(paragraph) = self.paragraphs.pop()
                    && let Some(container) = self.containers.last_mut()
                {
                    push_paragraph(container, &paragraph);
                }
            }
            "tc" => {
                if let (Some(cell), Some(row)) = (self.close_container(), self.rows.last_mut()) {
                    row.push(cell);
                }
            }
            "tr" => {
                if let (Some(row), Some(container)) = (self.rows.pop(), self.containers.last_mut()) {
                    push_row(container, &row);
                }
            }
            "txbxContent" => {
                if let Some(text) = self.close_container() {
                    match (self.paragraphs.last_mut(), self.containers.last_mut()) {
                        (Some(paragraph), _) => paragraph.boxes.push(text),
                        (None, Some(container)) => container.push_str(&text),
                        (None, None) => {}
                    }
                }
            }
            _ => {}
        }
    }

    /// Closes a cell or text box; the text of the part itself stays open.
    fn close_container(&mut self) -> Option<String> {
        if self.containers.len() > 1 { self.containers.pop() } else { None }
    }

    fn text(&mut self, text: &str) {
        if self.skipped.is_some() {
            return;
        }
        if self.in_text && !self.is_run_hidden {
            self.push(text);
        } else if self.in_field {
            // `HYPERLINK "https://..." \h`
            let target = text.trim_start().strip_prefix("HYPERLINK").and_then(|rest| rest.split('"').nth(1));
            if let Some(target) = target {
                self.open_link(Some(target.to_owned()));
            }
        }
    }

    fn push(&mut self, text: &str) {
        self.length += text.len();
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.text.push_str(text);
        }
    }

    /// Whether a tab is one of the text, not one of the places where tabs end.
    fn is_in_run(&self, tag: &BytesStart<'_>) -> bool {
        !self.paragraphs.is_empty() && attribute(tag, "pos").is_none()
    }

    fn mark_point(&mut self) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.is_point = true;
        }
    }

    /// A paragraph whose style is a point, and which is none.
    fn unmark_point(&mut self) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.is_point = false;
        }
    }

    fn open_link(&mut self, target: Option<String>) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.link = target.map(|target| (paragraph.text.len(), target));
        }
    }

    fn close_link(&mut self) {
        if let Some(paragraph) = self.paragraphs.last_mut()
            && let Some((start, target)) = paragraph.link.take()
            && let Some(target) = show_target(paragraph.text.get(start..).unwrap_or_default(), &target)
        {
            self.length += target.len();
            paragraph.text.push_str(&target);
        }
    }

    /// The text, with that of paragraphs that were never closed.
    fn finish(mut self) -> String {
        self.containers.drain(..).collect()
    }
}

fn is_list_style(style: &str) -> bool {
    LIST_STYLES.iter().any(|start| style.starts_with(start))
}

/// Appends a paragraph as lines, then its text boxes.
fn push_paragraph(container: &mut String, paragraph: &Paragraph) {
    let text = paragraph.text.trim_end();
    if paragraph.is_point && !text.trim().is_empty() {
        container.push_str("- ");
    }
    container.push_str(text);
    container.push('\n');
    for text in &paragraph.boxes {
        container.push_str(text);
    }
}

/// Appends a row of a table: cells by tab, or by lines after a cell of several lines, which holds more than a word.
fn push_row(container: &mut String, cells: &[String]) {
    let mut before: Option<&str> = None;
    for cell in cells.iter().map(|cell| cell.trim_matches('\n')) {
        if let Some(before) = before {
            container.push(if before.contains('\n') { '\n' } else { '\t' });
        }
        container.push_str(cell);
        before = Some(cell);
    }
    container.push('\n');
}
