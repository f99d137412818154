//! Reading of tables with the place of each cell: CSV (RFC 4180), as spreadsheets save it.

use std::ops::Range;

use csv_core::ReadFieldResult;

/// A cell: its text without quotes, and its bytes in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableCell {
    /// Text of the cell.
    pub text: String,
    /// Bytes of the cell, quotes included.
    pub span: Range<usize>,
}

/// Reads a table divided by semicolons, commas or tabs, whichever its first line has most of. Lines without any text are
/// left out.
///
/// # Errors
/// The byte at which a cell begins whose quotes do not close, or have other text behind them.
///
/// ```
/// use bacheca::text::csv_table::read_table;
///
/// let rows = read_table("a;b\n1;\"due; \"\"tre\"\"\"\n").unwrap();
/// assert_eq!(rows[1][1].text, "due; \"tre\"");
/// assert_eq!(read_table("a\n\"b\n"), Err(2));
/// ```
pub fn read_table(text: &str) -> Result<Vec<Vec<TableCell>>, usize> {
    let first = text.lines().next().unwrap_or_default();
    let delimiter =
        [b';', b',', b'\t'].into_iter().rev().max_by_key(|sign| first.bytes().filter(|byte| byte == sign).count());
    let delimiter = delimiter.unwrap_or(b';');
    let mut reader = csv_core::ReaderBuilder::new().delimiter(delimiter).build();
    let (mut rows, mut row) = (Vec::new(), Vec::new());
    // No cell is longer than the file. A byte order mark belongs to none.
    let mut cell = vec![0; text.len() + 1];
    let mut at = text.len() - text.trim_start_matches('\u{feff}').len();
    let (mut start, mut length) = (at, 0);
    loop {
        // Nothing more to read says that the file is over.
        let rest = text.as_bytes().get(at..).unwrap_or_default();
        let (result, read, written) = reader.read_field(rest, cell.get_mut(length..).unwrap_or_default());
        (at, length) = (at + read, length + written);
        match result {
            ReadFieldResult::InputEmpty => {}
            ReadFieldResult::OutputFull => return Err(start),
            ReadFieldResult::Field { record_end } => {
                row.push(locate_cell(text, start..at, delimiter, cell.get(..length).unwrap_or_default())?);
                if record_end {
                    rows.push(std::mem::take(&mut row));
                }
                (start, length) = (at, 0);
            }
            ReadFieldResult::End => break,
        }
    }
    rows.retain(|row: &Vec<TableCell>| row.iter().any(|cell| !cell.text.trim().is_empty()));
    Ok(rows)
}

/// A cell with its place among the bytes read for it, which include line ends before it and what divides it from the next.
fn locate_cell(text: &str, read: Range<usize>, delimiter: u8, cell: &[u8]) -> Result<TableCell, usize> {
    let all = text.get(read.clone()).unwrap_or_default();
    let written = all.trim_start_matches(['\r', '\n']);
    let start = read.end - written.len();
    let written = written.trim_end_matches(['\r', '\n']);
    let written = written.strip_suffix(char::from(delimiter)).unwrap_or(written);
    let cell = String::from_utf8_lossy(cell).into_owned();
    if written.starts_with('"') && written != format!("\"{}\"", cell.replace('"', "\"\"")) {
        return Err(start);
    }
    Ok(TableCell { text: cell, span: start..start + written.len() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<Vec<String>> {
        read_table(text).unwrap().into_iter().map(|row| row.into_iter().map(|cell| cell.text).collect()).collect()
    }

    #[test]
    fn tables_of_spreadsheets_are_read() {
        assert_eq!(texts("\u{feff}a;b\r\n1;2\r\n"), [["a", "b"], ["1", "2"]]);
        assert_eq!(texts("a,b\n\"x\ny\",2"), [["a", "b"], ["x\ny", "2"]]);
        assert_eq!(texts("a\tb\n1\t"), [["a", "b"], ["1", ""]]);
        assert_eq!(texts("a;b\n;\n\n1;\n"), [["a", "b"], ["1", ""]]);
        assert_eq!(texts(""), Vec::<Vec<String>>::new());
        let rows = read_table("a;b\ncittà;\"è\"\n").unwrap();
        assert_eq!(rows[1][1].span, 11..15);
    }

    #[test]
    fn quotes_that_do_not_close_are_told() {
        assert_eq!(read_table("a;b\n1;\"due\n"), Err(6));
        assert_eq!(read_table("a;b\n\"1\" x;2\n"), Err(4));
        assert_eq!(read_table("a;b\n\"1\"2\"3\";2\n"), Err(4));
        assert_eq!(read_table("a;b\n\"1\"\"\n"), Err(4));
    }
}
