//! Tables with a bar in each row.

use serde::Serialize;

use crate::locale::Locale;

/// A table for the template `figures-table.html`.
#[derive(Serialize)]
pub(super) struct BarTable {
    title: String,
    columns: Vec<String>,
    rows: Vec<BarRow>,
    /// The last row, without a bar.
    total: Option<BarRow>,
    /// A sentence before the table.
    note: Option<String>,
    /// Place of a mark across the bars, in percent of their room: what is planned.
    mark: Option<u32>,
    /// The number that fills the room of a bar.
    #[serde(skip)]
    scale: u32,
    /// Whether the parts of a row are drawn below each other, each from the start: they are no parts of one whole.
    is_beside: bool,
}

/// A row: its name, its numbers, its bar.
#[derive(Serialize)]
pub(super) struct BarRow {
    name: String,
    /// Whether the name is in the board's own language.
    is_own: bool,
    /// Path of its page below a language's root.
    path: Option<String>,
    /// Key of the kind whose colour it has.
    kind: Option<&'static str>,
    parts: Vec<Part>,
}

/// A number with its part of the bar, in percent of the bar's room.
#[derive(Serialize)]
pub(super) struct Part {
    text: String,
    #[serde(skip)]
    number: u32,
    start: u32,
    width: u32,
}

impl Part {
    pub(super) fn new(locale: &Locale, number: u32) -> Self {
        Self { text: locale.format_number(number), number, start: 0, width: 0 }
    }
}

impl BarRow {
    pub(super) fn new(name: &str, parts: Vec<Part>) -> Self {
        Self { name: name.to_owned(), is_own: false, path: None, kind: None, parts }
    }

    pub(super) fn in_own_language(self, is_own: bool) -> Self {
        Self { is_own, ..self }
    }

    pub(super) fn linked(self, path: Option<String>) -> Self {
        Self { path, ..self }
    }

    pub(super) fn of_kind(self, key: &'static str) -> Self {
        Self { kind: Some(key), ..self }
    }

    fn sum(&self) -> u32 {
        self.parts.iter().map(|part| part.number).sum()
    }

    fn longest(&self) -> u32 {
        self.parts.iter().map(|part| part.number).max().unwrap_or_default()
    }
}

impl BarTable {
    /// A table whose longest bar fills the room.
    pub(super) fn new(title: &str, columns: Vec<String>, rows: Vec<BarRow>) -> Self {
        let scale = rows.iter().map(BarRow::sum).max().unwrap_or_default();
        let table = Self {
            title: title.to_owned(),
            columns,
            rows,
            total: None,
            note: None,
            mark: None,
            scale,
            is_beside: false,
        };
        table.laid_out()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    pub(super) fn with_total(self, name: &str, parts: Vec<Part>) -> Self {
        Self { total: Some(BarRow::new(name, parts)), ..self }
    }

    pub(super) fn with_note(self, note: String) -> Self {
        Self { note: Some(note), ..self }
    }

    /// A number other than the longest bar fills the room.
    pub(super) fn with_scale(self, scale: u32) -> Self {
        Self { scale, ..self }.laid_out()
    }

    /// A line across the bars at a number.
    pub(super) fn with_mark(mut self, number: u32) -> Self {
        self.scale = self.scale.max(number);
        self.mark = Some(share(number, self.scale));
        self.laid_out()
    }

    /// The parts of a row are drawn below each other.
    pub(super) fn beside(mut self) -> Self {
        self.scale = self.rows.iter().map(BarRow::longest).max().unwrap_or_default();
        self.is_beside = true;
        self.laid_out()
    }

    fn laid_out(mut self) -> Self {
        for row in &mut self.rows {
            let mut start = 0;
            for part in &mut row.parts {
                part.start = start;
                part.width = share(part.number, self.scale).min(100 - start);
                if !self.is_beside {
                    start += part.width;
                }
            }
        }
        self
    }
}

/// A number in percent of the one that fills the room: at least one of what there is.
fn share(number: u32, scale: u32) -> u32 {
    if number == 0 || scale == 0 {
        return 0;
    }
    let percent = u64::from(number) * 100 / u64::from(scale);
    u32::try_from(percent.clamp(1, 100)).unwrap_or(100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_stay_in_their_room_and_show_what_there_is() {
        for (number, scale, percent) in [(0, 0, 0), (0, 9, 0), (1, 10_000, 1), (9, 9, 100), (1, 3, 33), (12, 9, 100)] {
            assert_eq!(share(number, scale), percent, "{number} of {scale}");
        }
    }
}
