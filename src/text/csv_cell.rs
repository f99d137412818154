//! Cells of tables that people open in a spreadsheet: no cell is a formula, however the file is divided.

use std::borrow::Cow;
use std::fmt::Write;

use unicode_normalization::UnicodeNormalization;

/// What a file may be divided by, tabs apart: Italian programs take the semicolon, English ones the comma.
const DELIMITERS: [char; 3] = [';', ',', '|'];

/// A cell of a table. Before what a spreadsheet would take for a formula (OWASP, «CSV Injection»), at the start of the cell
/// and after each delimiter within it, stands an apostrophe, which marks it as text. Telephone numbers stay whole: of a
/// plus and digits a spreadsheet makes a number at most.
///
/// ```
/// use bacheca::text::csv_cell::CsvCell;
///
/// assert_eq!(CsvCell::new("=1+1").as_str(), "'=1+1");
/// assert_eq!(CsvCell::new("Sportello;=1+1").as_str(), "Sportello;'=1+1");
/// assert_eq!(CsvCell::new("+390655500199").as_str(), "+390655500199");
/// ```
pub struct CsvCell<'t>(Cow<'t, str>);

impl<'t> CsvCell<'t> {
    /// Marks what looks like a formula as text; line ends and tabs become spaces.
    #[must_use]
    pub fn new(text: impl Into<Cow<'t, str>>) -> Self {
        let text = text.into();
        let control = |character: char| character.is_control();
        let text = if text.contains(control) { Cow::Owned(text.replace(control, " ")) } else { text };
        if has_only_numbers(&text) || !text.split(DELIMITERS).any(is_formula) {
            return Self(text);
        }
        let mut out = String::with_capacity(text.len() + 4);
        for part in text.split_inclusive(DELIMITERS) {
            // Writing to a string cannot fail.
            let _ = write!(out, "{}{part}", if is_formula(part) { "'" } else { "" });
        }
        Self(Cow::Owned(out))
    }

    /// The text of the cell, without the quotes of CSV.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether a cell has nothing but telephone numbers, divided by spaces.
fn has_only_numbers(cell: &str) -> bool {
    cell.split(' ').all(|number| {
        let digits = number.strip_prefix('+').unwrap_or(number);
        !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// Whether a spreadsheet may take a part of a cell for a formula. Quotes and spaces before it are ignored: a program that
/// divides the file by another sign drops them. Signs of full width and small ones count as plain.
fn is_formula(part: &str) -> bool {
    let part = part.trim_start_matches(|ch: char| ch.is_whitespace() || ch == '"');
    part.nfkc().next().is_some_and(|first| matches!(first, '=' | '+' | '-' | '@'))
}

#[cfg(test)]
mod tests {
    use super::CsvCell;

    #[test]
    fn no_part_of_a_cell_is_a_formula() {
        for (text, cell) in [
            ("=1+1", "'=1+1"),
            ("+39 06 5550 0199", "+39 06 5550 0199"),
            ("+390655500110 800905570", "+390655500110 800905570"),
            ("060606", "060606"),
            ("+390655500110 +393515550122", "+390655500110 +393515550122"),
            ("+39=1", "'+39=1"),
            ("+", "'+"),
            ("+39 06+1", "'+39 06+1"),
            ("+1|cmd", "'+1|cmd"),
            ("-2", "'-2"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "' =1"),
            ("\r=1", "' =1"),
            ("\"=1\"", "'\"=1\""),
            ("＝1", "'＝1"),
            ("﹦1;\u{2003}=1", "'﹦1;'\u{2003}=1"),
            ("a|+1", "a|'+1"),
            ("a;=B1, -c,@d", "a;'=B1,' -c,'@d"),
            ("a;\"\"+1", "a;'\"\"+1"),
            ("06 5550 0199 = sede; via Roma 1-3", "06 5550 0199 = sede; via Roma 1-3"),
        ] {
            assert_eq!(CsvCell::new(text).as_str(), cell);
        }
    }
}
