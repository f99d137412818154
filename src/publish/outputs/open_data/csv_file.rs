//! Tables for spreadsheets: CSV (RFC 4180) with semicolons.
//!
//! Semicolons, because Italian spreadsheets divide a file by them. The file starts with a byte order mark, because without
//! one Excel reads UTF-8 as Windows-1252; programs can read the JSON instead. Every cell is quoted.

use std::borrow::Cow;
use std::io::Write;

use crate::error::Error;
use crate::text::csv_cell::CsvCell;

/// UTF-8 byte order mark at the start of the file.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// Renders a table: names of the columns, then the cells of each row. No cell is a formula.
pub(super) fn render_table<'t, R>(
    names: impl IntoIterator<Item = impl AsRef<[u8]>>,
    rows: impl IntoIterator<Item = R>,
) -> Result<Vec<u8>, Error>
where
    R: IntoIterator<Item = Cow<'t, str>>,
{
    let mut bytes = Vec::new();
    write_table(names, rows, &mut bytes)?;
    Ok(bytes)
}

/// Writes a table piece by piece, as [`render_table`].
pub(super) fn write_table<'t, R>(
    names: impl IntoIterator<Item = impl AsRef<[u8]>>,
    rows: impl IntoIterator<Item = R>,
    out: &mut dyn Write,
) -> Result<(), Error>
where
    R: IntoIterator<Item = Cow<'t, str>>,
{
    let csv_error = |error: csv::Error| Error::internal("CSV", error);
    out.write_all(BYTE_ORDER_MARK).map_err(|error| csv_error(error.into()))?;
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .quote_style(csv::QuoteStyle::Always)
        .terminator(csv::Terminator::CRLF)
        .from_writer(out);
    writer.write_record(names).map_err(csv_error)?;
    for row in rows {
        for cell in row {
            writer.write_field(CsvCell::new(cell).as_str()).map_err(csv_error)?;
        }
        writer.write_record(None::<&[u8]>).map_err(csv_error)?;
    }
    writer.flush().map_err(|error| csv_error(error.into()))
}
