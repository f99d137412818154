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
    names: impl IntoIterator<Item = impl Into<Cow<'t, str>>>,
    rows: impl IntoIterator<Item = R>,
) -> Result<Vec<u8>, Error>
where
    R: IntoIterator<Item = Cow<'t, str>>,
{
    let mut bytes = Vec::new();
    write_head(names.into_iter().map(Into::into), &mut bytes)?;
    rows.into_iter().try_for_each(|row| write_row(row, &mut bytes))?;
    Ok(bytes)
}

/// Writes the start of a table: the names of its columns.
pub(super) fn write_head<'t>(
    names: impl IntoIterator<Item = Cow<'t, str>>,
    out: &mut (impl Write + ?Sized),
) -> Result<(), Error> {
    out.write_all(BYTE_ORDER_MARK).map_err(|error| Error::internal("CSV", error))?;
    write_row(names, out)
}

/// Writes the cells of a row. No cell is a formula.
pub(super) fn write_row<'t>(
    cells: impl IntoIterator<Item = Cow<'t, str>>,
    out: &mut (impl Write + ?Sized),
) -> Result<(), Error> {
    let mut line = String::new();
    for cell in cells {
        let cell = CsvCell::new(cell);
        line.push_str(if line.is_empty() { "\"" } else { ";\"" });
        for (number, part) in cell.as_str().split('"').enumerate() {
            line.push_str(if number > 0 { "\"\"" } else { "" });
            line.push_str(part);
        }
        line.push('"');
    }
    line.push_str("\r\n");
    out.write_all(line.as_bytes()).map_err(|error| Error::internal("CSV", error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cell_is_quoted_on_one_line_and_quotes_are_doubled() {
        let rows = [vec!["«a»; b".into(), "".into(), "dice \"ciao\"\nqui".into()]];
        let table = render_table(["uno", "due", "tre"], rows).unwrap();
        let expected = "\u{feff}\"uno\";\"due\";\"tre\"\r\n\"«a»; b\";\"\";\"dice \"\"ciao\"\" qui\"\r\n";
        assert_eq!(String::from_utf8(table).unwrap(), expected);
    }
}
