//! One document from the sheets of several: the layout of each sheet is used again, one or four to a page.

use typst::foundations::Smart;
use typst::introspection::Tag;
use typst::layout::{Abs, Frame, FrameItem, Point, Ratio, Size, Transform};
use typst::model::{Destination, Document};
use typst_layout::{Page, PagedDocument};

use super::TypesetSheets;
use crate::error::Error;

/// Four sheets on a page: two rows of two.
#[derive(Debug, Clone, Copy)]
pub struct FourUp {
    /// Width and height of the page, in millimetres.
    pub paper: (f64, f64),
    /// Factor by which the sheets are made smaller.
    pub scale: f64,
    /// Whether the first sheet of a row is at its right.
    pub right_to_left: bool,
}

impl TypesetSheets {
    /// Binds documents into one with a title: the pages of a cover, then those of the sheets.
    ///
    /// # Errors
    /// If there is neither a cover nor a sheet.
    pub fn bind(title: &str, cover: Option<&Self>, sheets: &[&Self], four: Option<FourUp>) -> Result<Self, Error> {
        let first = cover.or(sheets.first().copied()).ok_or_else(|| Error::internal("typesetter", "no sheet"))?;
        let mut pages: Vec<Page> = cover.iter().flat_map(|cover| cover.document.pages()).cloned().collect();
        let sheet_pages = sheets.iter().enumerate().flat_map(|(number, sheet)| {
            sheet.document.pages().iter().cloned().map(move |mut page| {
                relocate(&mut page.frame, number);
                page
            })
        });
        match four {
            None => pages.extend(sheet_pages),
            Some(four) => {
                let sheet_pages: Vec<Page> = sheet_pages.collect();
                pages.extend(sheet_pages.chunks(4).filter_map(|group| four.impose(group)));
            }
        }
        for (page, number) in pages.iter_mut().zip(1..) {
            page.number = number;
        }
        let mut info = first.document.info().clone();
        info.title = Some(title.into());
        info.date = Smart::Custom(None);
        let day = cover.into_iter().chain(sheets.iter().copied()).filter_map(|sheet| sheet.day).max();
        Ok(Self { document: PagedDocument::new(pages.into(), info), day })
    }
}

impl FourUp {
    /// Places up to four pages on one, in the order in which they are read.
    fn impose(self, group: &[Page]) -> Option<Page> {
        let (width, height) = (Abs::mm(self.paper.0), Abs::mm(self.paper.1));
        let mut frame = Frame::hard(Size::new(width, height));
        let (first, second) = if self.right_to_left { (1.0, 0.0) } else { (0.0, 1.0) };
        for (page, (column, row)) in group.iter().zip([(first, 0.0), (second, 0.0), (first, 1.0), (second, 1.0)]) {
            let mut sheet = page.frame.clone();
            sheet.transform(Transform::scale(Ratio::new(self.scale), Ratio::new(self.scale)));
            let size = page.frame.size() * self.scale;
            frame.push_frame(Point::new(size.x * column, size.y * row), sheet);
        }
        group.first().map(|page| Page { frame, ..page.clone() })
    }
}

/// Gives the elements of a sheet locations of their own: documents that are laid out apart have the same ones, and
/// headings and tags of a PDF are found by them.
fn relocate(frame: &mut Frame, number: usize) {
    frame.retain(|item| {
        match item {
            FrameItem::Tag(Tag::Start(element, _)) => {
                if let Some(location) = element.location() {
                    element.set_location(location.variant(number));
                }
            }
            FrameItem::Tag(Tag::End(location, ..)) | FrameItem::Link(Destination::Location(location), _) => {
                *location = location.variant(number);
            }
            FrameItem::Group(group) => {
                relocate(&mut group.frame, number);
                if let Some(parent) = &mut group.parent {
                    parent.location = parent.location.variant(number);
                }
            }
            _ => {}
        }
        true
    });
}
