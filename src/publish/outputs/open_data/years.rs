//! The items of each year of publication in files of their own, for whoever cannot load all at once, and the index of these
//! files. Those of past years hardly change: with the index, only what has changed need be fetched again.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::sync::{Arc, OnceLock};

use serde::Serialize;

use super::{DataPublisher, items, table};
use crate::board::{Board, FingerprintWriter, Item, Written};
use crate::error::Error;
use crate::publish::shared::addresses::{DATA_INDEX_PATH, DATA_PATH};
use crate::publish::{PageSpec, RenderContext};

/// The formats, with the name of the file, whose ending is the name of the format.
const FORMATS: [(&str, WriteYear); 2] = [("json", write_json), ("csv", write_csv)];

type WriteYear = fn(&Board, i32, &[usize], &mut dyn Write) -> Result<(), Error>;

/// Published items of a year.
struct Year {
    year: i32,
    /// Positions in the board.
    positions: Vec<usize>,
    /// What each file has, in the order of [`FORMATS`], once it is written.
    written: [OnceLock<Written>; FORMATS.len()],
}

pub(super) fn pages(context: &RenderContext) -> Vec<PageSpec<'_>> {
    let board = &context.board;
    let years: Vec<Arc<Year>> = group_by_year(board).into_iter().map(Arc::new).collect();
    let mut pages = Vec::new();
    for year in &years {
        for (format, (ending, _)) in FORMATS.iter().enumerate() {
            let (path, positions, year) = (year.path(ending), year.positions.clone(), Arc::clone(year));
            let page = PageSpec::in_pieces(context, path, move |out| year.write(board, format, out).map(drop));
            pages.push(page.showing_items(positions, String::new()));
        }
    }
    // Behind them, so that they are not written for it once more.
    pages.push(PageSpec::at_root(context, DATA_INDEX_PATH, move |_, _| render_index(board, &years)));
    pages
}

/// Groups the published items by year, the newest first.
fn group_by_year(board: &Board) -> Vec<Year> {
    let mut years: BTreeMap<i32, Vec<usize>> = BTreeMap::new();
    for (index, item) in board.items.iter().enumerate().filter(|(_, item)| board.is_published(item)) {
        years.entry(item.year()).or_default().push(index);
    }
    let year = |(year, positions)| Year { year, positions, written: Default::default() };
    years.into_iter().rev().map(year).collect()
}

impl Year {
    /// Path of a file below the site's root: `dati/2026/opportunita.json`.
    fn path(&self, ending: &str) -> String {
        format!("dati/{}/opportunita.{ending}", self.year)
    }

    /// Writes the file of a format, given by its number, and notes what it has.
    fn write(&self, board: &Board, format: usize, out: &mut dyn Write) -> Result<Written, Error> {
        let (Some((_, write)), Some(noted)) = (FORMATS.get(format), self.written.get(format)) else {
            return Err(Error::internal("dati", format!("there is no format number {format}")));
        };
        let mut out = FingerprintWriter::new(out);
        write(board, self.year, &self.positions, &mut out)?;
        let written = out.finish().map_err(|error| Error::internal("dati", error))?;
        Ok(noted.get_or_init(|| written).clone())
    }

    /// What the file of a format has. A file that was kept from the last build is written for this, to nowhere.
    fn written(&self, board: &Board, format: usize) -> Result<Written, Error> {
        match self.written.get(format).and_then(OnceLock::get) {
            Some(written) => Ok(written.clone()),
            None => self.write(board, format, &mut io::sink()),
        }
    }
}

fn write_json(board: &Board, year: i32, positions: &[usize], out: &mut dyn Write) -> Result<(), Error> {
    items::write_items(board, Some((year, positions)), out)
}

fn write_csv(board: &Board, _: i32, positions: &[usize], out: &mut dyn Write) -> Result<(), Error> {
    table::write_items(board, positions.iter().filter_map(|index| board.items.get(*index)), out)
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

fn render_index(board: &Board, years: &[Arc<Year>]) -> Result<Vec<u8>, Error> {
    let part_file = |year: &Year, format: usize, ending: &'static str| {
        let Written { bytes, sum } = year.written(board, format)?;
        Ok(PartFile { format: ending, url: board.url(&year.path(ending)), bytes, sha256: sum })
    };
    let part = |year: &Arc<Year>| {
        let files = FORMATS.iter().enumerate().map(|(format, (ending, _))| part_file(year, format, ending));
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
