//! One table: what was measured, how much it may be, whether it is.

use std::io::{self, Write};

/// What a line says at most of a figure.
struct Row {
    figure: String,
    value: String,
    limit: String,
    holds: &'static str,
}

/// The figures of one run.
#[derive(Default)]
pub(crate) struct Table {
    rows: Vec<Row>,
}

impl Table {
    /// A figure and the most that it may be, in a unit.
    pub(crate) fn most(&mut self, figure: &str, value: f64, limit: f64, unit: &str) {
        self.compared(figure, value, limit, unit, "");
    }

    /// As [`Table::most`], and what the limit comes from.
    pub(crate) fn compared(&mut self, figure: &str, value: f64, limit: f64, unit: &str, from: &str) {
        let holds = if value <= limit { "yes" } else { "NO" };
        let limit = format!("{} {unit} {from}", shown(limit));
        self.add(figure, format!("{} {unit}", shown(value)), limit.trim_end().to_owned(), holds);
    }

    /// A figure that nothing is compared with, and why.
    pub(crate) fn told(&mut self, figure: &str, value: f64, unit: &str, why: &str) {
        self.add(figure, format!("{} {unit}", shown(value)), why.to_owned(), "");
    }

    fn add(&mut self, figure: &str, value: String, limit: String, holds: &'static str) {
        self.rows.push(Row { figure: figure.to_owned(), value, limit, holds });
    }

    /// Prints it.
    pub(crate) fn print(&self, out: &mut impl Write) -> io::Result<()> {
        let heading = Row { figure: "figure".into(), value: "value".into(), limit: "limit".into(), holds: "holds" };
        let rows = || std::iter::once(&heading).chain(&self.rows);
        let widest = |cell: fn(&Row) -> &str| rows().map(|row| cell(row).chars().count()).max().unwrap_or_default();
        let (figure, value, limit) = (widest(|row| &row.figure), widest(|row| &row.value), widest(|row| &row.limit));
        for row in rows() {
            let line = format!("{:<figure$}  {:>value$}  {:<limit$}  {}", row.figure, row.value, row.limit, row.holds);
            writeln!(out, "{}", line.trim_end())?;
        }
        Ok(())
    }
}

/// Two digits behind the point where they say something.
fn shown(value: f64) -> String {
    if value < 10.0 { format!("{value:.2}") } else { format!("{value:.1}") }
}
