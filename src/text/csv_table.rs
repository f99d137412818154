//! Reading of tables with the place of each cell: CSV (RFC 4180), as spreadsheets save it.

use std::ops::Range;

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
/// The byte of a quote that does not close, or that is followed by other text.
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
    let bytes = text.as_bytes();
    let (mut rows, mut row) = (Vec::new(), Vec::new());
    // A byte order mark belongs to no cell.
    let mut at = text.len() - text.trim_start_matches('\u{feff}').len();
    while at < bytes.len() {
        let (cell, end) = if bytes.get(at) == Some(&b'"') {
            read_quoted(text, at, delimiter)?
        } else {
            let rest = bytes.get(at..).unwrap_or_default();
            let length = rest.iter().position(|byte| *byte == delimiter || *byte == b'\n').unwrap_or(rest.len());
            let written = text.get(at..at + length).unwrap_or_default().trim_end_matches('\r');
            (TableCell { text: written.to_owned(), span: at..at + written.len() }, at + length)
        };
        row.push(cell);
        match bytes.get(end) {
            Some(byte) if *byte == delimiter => {
                at = end + 1;
                // A delimiter at the end of the file has an empty cell behind it.
                if at == bytes.len() {
                    row.push(TableCell { text: String::new(), span: at..at });
                }
            }
            _ => {
                rows.push(std::mem::take(&mut row));
                at = end + 1;
            }
        }
        if bytes.get(end) == Some(&delimiter) && bytes.get(at) == Some(&b'\n') {
            row.push(TableCell { text: String::new(), span: at..at });
            rows.push(std::mem::take(&mut row));
            at += 1;
        }
    }
    if !row.is_empty() {
        rows.push(row);
    }
    rows.retain(|row| row.iter().any(|cell| !cell.text.trim().is_empty()));
    Ok(rows)
}

/// Reads a cell in quotes; also the byte behind it, a delimiter or a line end.
fn read_quoted(text: &str, start: usize, delimiter: u8) -> Result<(TableCell, usize), usize> {
    let bytes = text.as_bytes();
    let (mut written, mut at) = (String::new(), start + 1);
    loop {
        let rest = text.get(at..).unwrap_or_default();
        let Some(quote) = rest.find('"') else { return Err(start) };
        written.push_str(rest.get(..quote).unwrap_or_default());
        at += quote + 1;
        if bytes.get(at) != Some(&b'"') {
            break;
        }
        written.push('"');
        at += 1;
    }
    let span = start..at;
    if bytes.get(at) == Some(&b'\r') {
        at += 1;
    }
    match bytes.get(at) {
        None | Some(b'\n') => {}
        Some(byte) if *byte == delimiter => {}
        Some(_) => return Err(at),
    }
    Ok((TableCell { text: written, span }, at))
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
        assert_eq!(read_table("a;b\n\"1\" x;2\n"), Err(7));
    }
}
