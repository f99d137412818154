//! The items of each year of publication in files of their own, for whoever cannot load all at once, and the index of these
//! files. Those of past years hardly change: with the index, only what has changed need be fetched again.

use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;

use serde::Serialize;

use super::{DataPublisher, items, table};
use crate::board::{Board, FingerprintWriter, Item, Written};
use crate::error::Error;
use crate::publish::shared::addresses::{DATA_INDEX_PATH, DATA_PATH};
use crate::publish::{PageSpec, PieceKeys, PieceWriter, RenderContext, Rendered, Sink};

/// The formats, with the name of the file, whose ending is the name of the format.
const FORMATS: [(&str, WriteYear); 2] = [("json", write_json), ("csv", write_csv)];

type WriteYear = fn(&Board, (i32, &[usize]), PieceKeys<'_>, &mut dyn PieceWriter) -> Result<(), Error>;

/// Published items of a year.
struct Year {
    year: i32,
    /// Positions in the board.
    positions: Vec<usize>,
}

pub(super) fn pages(context: &RenderContext) -> Vec<PageSpec<'_>> {
    let board = &context.board;
    let years: Vec<Arc<Year>> = group_by_year(board).into_iter().map(Arc::new).collect();
    let mut pages = Vec::new();
    for year in &years {
        for (ending, write) in FORMATS {
            let (path, positions, year) = (year.path(ending), year.positions.clone(), Arc::clone(year));
            let page = PageSpec::in_pieces(context, path, move |out, keys| write(board, year.items(), keys, out));
            pages.push(page.showing_items(positions, String::new()));
        }
    }
    pages.push(PageSpec::summary(context, DATA_INDEX_PATH, move |sink| render_index(board, &years, sink)));
    pages
}

/// Groups the published items by year, the newest first.
fn group_by_year(board: &Board) -> Vec<Year> {
    let mut years: BTreeMap<i32, Vec<usize>> = BTreeMap::new();
    for (index, item) in board.items.iter().enumerate().filter(|(_, item)| board.is_published(item)) {
        years.entry(item.year()).or_default().push(index);
    }
    let year = |(year, positions)| Year { year, positions };
    years.into_iter().rev().map(year).collect()
}

impl Year {
    /// Path of a file below the site's root: `dati/2026/opportunita.json`.
    fn path(&self, ending: &str) -> String {
        format!("dati/{}/opportunita.{ending}", self.year)
    }

    /// The year and the positions of its items.
    fn items(&self) -> (i32, &[usize]) {
        (self.year, &self.positions)
    }

    /// What the file of a format has, for a site that does not know: in a preview its files are rendered on request.
    fn measure(&self, board: &Board, write: WriteYear) -> Result<Written, Error> {
        let mut out = Rendered(FingerprintWriter::new(io::sink()));
        write(board, self.items(), &|_| None, &mut out)?;
        out.0.finish().map_err(|error| Error::internal("dati", error))
    }
}

fn write_json(
    board: &Board,
    year: (i32, &[usize]),
    keys: PieceKeys<'_>,
    out: &mut dyn PieceWriter,
) -> Result<(), Error> {
    items::write_items(board, Some(year), keys, out)
}

fn write_csv(
    board: &Board,
    (_, positions): (i32, &[usize]),
    keys: PieceKeys<'_>,
    out: &mut dyn PieceWriter,
) -> Result<(), Error> {
    table::write_items(board, positions, keys, out)
}

#[derive(Serialize)]
struct Index<'b> {
    version: u32,
    data: String,
    bacheca: DataPublisher<'b>,
    #[serde(rename = "intero")]
    whole: Whole,
    #[serde(rename = "parti")]
    parts: Vec<Part>,
}

/// All items in one file.
#[derive(Serialize)]
struct Whole {
    url: String,
    #[serde(rename = "annunci")]
    items: usize,
}

/// The items of a year.
#[derive(Serialize)]
struct Part {
    #[serde(rename = "anno")]
    year: i32,
    #[serde(rename = "annunci")]
    items: usize,
    #[serde(rename = "aperti")]
    open: usize,
    file: Vec<PartFile>,
}

#[derive(Serialize)]
struct PartFile {
    #[serde(rename = "formato")]
    format: &'static str,
    url: String,
    #[serde(rename = "byte")]
    bytes: u64,
    sha256: String,
}

fn render_index(board: &Board, years: &[Arc<Year>], sink: &dyn Sink) -> Result<Vec<u8>, Error> {
    let part_file = |year: &Year, ending: &'static str, write: WriteYear| {
        let written = sink.written(&year.path(ending));
        let Written { bytes, sum } = written.map_or_else(|| year.measure(board, write), Ok)?;
        Ok(PartFile { format: ending, url: board.url(&year.path(ending)), bytes, sha256: sum })
    };
    let part = |year: &Arc<Year>| {
        let files = FORMATS.into_iter().map(|(ending, write)| part_file(year, ending, write));
        let items = || year.positions.iter().filter_map(|index| board.items.get(*index));
        Ok(Part {
            year: year.year,
            items: year.positions.len(),
            open: items().filter(|item: &&Item| item.status.is_open()).count(),
            file: files.collect::<Result<_, Error>>()?,
        })
    };
    let index = Index {
        version: 1,
        data: board.today.to_string(),
        bacheca: DataPublisher::new(board),
        whole: Whole { url: board.url(DATA_PATH), items: board.published().count() },
        parts: years.iter().map(part).collect::<Result<_, Error>>()?,
    };
    serde_json::to_vec_pretty(&index).map_err(|error| Error::internal("dati", error))
}
