//! Table of measurements: metric, value, limit, whether the value is within the limit.

use std::io::{self, Write};

use crate::rounds::{Spread, format_value};

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
    /// Adds a metric with its largest allowed median, in `unit`.
    pub(crate) fn add_limited(&mut self, metric: &str, value: impl Into<Spread>, limit: f64, unit: &str) {
        let value = value.into();
        let within_limit = if value.median <= limit { "yes" } else { "NO" };
        let limit = format!("{} {unit}", format_value(limit));
        self.add_row(metric, format!("{value} {unit}"), limit.trim_end().to_owned(), within_limit);
    }

    /// Adds a metric without a limit, and a note.
    pub(crate) fn add_unlimited(&mut self, metric: &str, value: impl Into<Spread>, unit: &str, note: &str) {
        self.add_row(metric, format!("{} {unit}", value.into()), note.to_owned(), "");
    }

    /// Adds a row that says why something was not measured.
    pub(crate) fn add_missing(&mut self, metric: &str, reason: String) {
        self.add_row(metric, "-".to_owned(), reason, "");
    }

    fn add_row(&mut self, metric: &str, value: String, limit: String, within_limit: &'static str) {
        self.rows.push(Row { metric: metric.to_owned(), value, limit, within_limit });
    }

    /// Prints the table with aligned columns.
    pub(crate) fn print(&self, out: &mut impl Write) -> io::Result<()> {
        let heading =
            Row { metric: "metric".into(), value: "value".into(), limit: "limit".into(), within_limit: "within" };
        let rows = || std::iter::once(&heading).chain(&self.rows);
        let widest = |cell: fn(&Row) -> &str| rows().map(|row| cell(row).chars().count()).max().unwrap_or_default();
        let (metric, value, limit) = (widest(|row| &row.metric), widest(|row| &row.value), widest(|row| &row.limit));
        for row in rows() {
            let line =
                format!("{:<metric$}  {:>value$}  {:<limit$}  {}", row.metric, row.value, row.limit, row.within_limit);
            writeln!(out, "{}", line.trim_end())?;
        }
        Ok(())
    }
}
