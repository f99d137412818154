//! Table of measurements: value, limit, whether the limit holds.

use std::io::{self, Write};

/// One row; texts are formatted already.
struct Row {
    metric: String,
    value: String,
    limit: String,
    within_limit: &'static str,
}

/// Measurements of one run.
#[derive(Default)]
pub(crate) struct Table {
    rows: Vec<Row>,
}

impl Table {
    /// Adds a figure with its largest allowed value, in `unit`.
    pub(crate) fn add_limited(&mut self, figure: &str, value: f64, limit: f64, unit: &str) {
        self.add_compared(figure, value, limit, unit, "");
    }

    /// Adds a figure with its largest allowed value, in `unit`, and where that limit comes from.
    pub(crate) fn add_compared(&mut self, figure: &str, value: f64, limit: f64, unit: &str, from: &str) {
        let holds = if value <= limit { "yes" } else { "NO" };
        let limit = format!("{} {unit} {from}", format_value(limit));
        self.add_row(figure, format!("{} {unit}", format_value(value)), limit.trim_end().to_owned(), holds);
    }

    /// Adds a figure without a limit, and the reason.
    pub(crate) fn add_unlimited(&mut self, figure: &str, value: f64, unit: &str, why: &str) {
        self.add_row(figure, format!("{} {unit}", format_value(value)), why.to_owned(), "");
    }

    fn add_row(&mut self, figure: &str, value: String, limit: String, holds: &'static str) {
        self.rows.push(Row { metric: figure.to_owned(), value, limit, within_limit: holds });
    }

    /// Prints the table with aligned columns.
    pub(crate) fn print(&self, out: &mut impl Write) -> io::Result<()> {
        let heading =
            Row { metric: "figure".into(), value: "value".into(), limit: "limit".into(), within_limit: "holds" };
        let rows = || std::iter::once(&heading).chain(&self.rows);
        let widest = |cell: fn(&Row) -> &str| rows().map(|row| cell(row).chars().count()).max().unwrap_or_default();
        let (figure, value, limit) = (widest(|row| &row.metric), widest(|row| &row.value), widest(|row| &row.limit));
        for row in rows() {
            let line =
                format!("{:<figure$}  {:>value$}  {:<limit$}  {}", row.metric, row.value, row.limit, row.within_limit);
            writeln!(out, "{}", line.trim_end())?;
        }
        Ok(())
    }
}

/// Formats a value with two decimals below 10, else with one.
fn format_value(value: f64) -> String {
    if value < 10.0 { format!("{value:.2}") } else { format!("{value:.1}") }
}
