//! The board as a table for spreadsheets: CSV (RFC 4180), one row an item.
//!
//! It starts with a byte order mark, for without one Excel reads UTF-8 as the letters of Western Europe; programs have
//! the JSON. A cell that a spreadsheet would calculate is made a text (OWASP, «CSV Injection»).

use std::borrow::Cow;

use crate::board::{Board, Item, Status};
use crate::error::Error;
use crate::model::{Dates, PartialDate};
use crate::publish::shared::districts;

/// The mark at the start of the file.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// A column: its name, under the front matter's own, and what an item has in it.
type Column = (&'static str, for<'b> fn(&'b Board, &'b Item) -> Cow<'b, str>);

/// Every column, in order.
const COLUMNS: &[Column] = &[
    ("slug", |_, item| item.slug.as_str().into()),
    ("url", |board, item| board.url(&format!("o/{}/", item.slug)).into()),
    ("aperta", |_, item| if item.status.is_open() { "sì" } else { "no" }.into()),
    ("tipo", |_, item| item.kind().key().into()),
    ("titolo", |_, item| item.title().into()),
    ("sintesi", |_, item| item.summary().into()),
    ("ente", |board, item| board.organisation_of(item).map_or("", |organisation| organisation.name.as_str()).into()),
    ("pubblicato", |_, item| written(item.facts.published.value().copied())),
    ("scadenza", |_, item| item.facts.deadline.value().map(ToString::to_string).unwrap_or_default().into()),
    ("chiude", |_, item| item.status.closing().map(|closing| closing.day.to_string()).unwrap_or_default().into()),
    ("inizio", |_, item| written(dates(item).map(Dates::start).min().or(item.facts.start.value().copied()))),
    ("fine", |_, item| written(dates(item).map(Dates::end).max().or(item.facts.end.value().copied()))),
    ("modalita", |_, item| item.facts.attendance.value().map_or("", |attendance| attendance.word()).into()),
    ("luogo", |_, item| place(item)),
    ("zona", |_, item| zones(item).into()),
    ("costo", |_, item| item.facts.cost.value().and_then(|cost| cost.kind).map_or("", |kind| kind.word()).into()),
    ("importo", |_, item| {
        let amount = item.facts.cost.value().and_then(|cost| cost.amount);
        amount.map(|amount| amount.to_string()).unwrap_or_default().into()
    }),
    ("email", |board, item| {
        let contacts = board.contacts_of(item).into_iter().flat_map(|contacts| &contacts.email);
        contacts.map(crate::model::Email::as_str).collect::<Vec<_>>().join(" ").into()
    }),
    ("telefono", |board, item| {
        let contacts = board.contacts_of(item).into_iter().flat_map(|contacts| &contacts.telephone);
        contacts.map(crate::model::Phone::dialled).collect::<Vec<_>>().join(" ").into()
    }),
    ("traduzioni", |_, item| item.translations.keys().map(String::as_str).collect::<Vec<_>>().join(" ").into()),
    ("stato", |_, item| item.facts.state.map_or("", |state| state.word()).into()),
    ("esempio", |_, item| if item.facts.example { "sì" } else { "" }.into()),
    ("aggiornato", |_, item| item.facts.updated.map(|day| day.to_string()).unwrap_or_default().into()),
    ("verificato", |_, item| item.facts.verified.map(|day| day.to_string()).unwrap_or_default().into()),
];

/// What stays of an item that its organisation took back.
const KEPT: &[&str] = &["slug", "url", "aperta", "tipo", "titolo", "stato"];

/// The table.
pub(super) fn table(board: &Board) -> Result<Vec<u8>, Error> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(BYTE_ORDER_MARK.to_vec());
    let fails = |error: csv::Error| Error::internal("CSV", error);
    writer.write_record(COLUMNS.iter().map(|(name, _)| name)).map_err(fails)?;
    for item in board.published() {
        let withdrawn = item.status == Status::Withdrawn;
        for (name, value) in COLUMNS {
            let value = if withdrawn && !KEPT.contains(name) { Cow::Borrowed("") } else { value(board, item) };
            writer.write_field(defuse_formula(&value).as_bytes()).map_err(fails)?;
        }
        writer.write_record(None::<&[u8]>).map_err(fails)?;
    }
    writer.into_inner().map_err(|error| Error::internal("CSV", error))
}

/// A text that no spreadsheet takes for a formula: an apostrophe says that it is one.
fn defuse_formula(value: &str) -> Cow<'_, str> {
    if value.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        return Cow::Owned(format!("'{value}"));
    }
    Cow::Borrowed(value)
}

fn written(date: Option<PartialDate>) -> Cow<'static, str> {
    date.map(|date| date.to_string()).unwrap_or_default().into()
}

fn dates(item: &Item) -> impl Iterator<Item = &Dates> {
    item.facts.editions().iter().filter_map(|edition| edition.dates.value())
}

/// Its own place, else those of its editions.
fn place(item: &Item) -> Cow<'_, str> {
    let editions = item.facts.editions().iter().filter_map(|edition| edition.place.as_ref());
    let mut places: Vec<String> = item
        .facts
        .place
        .value()
        .into_iter()
        .chain(editions)
        .map(|place| {
            let parts = [place.name.clone(), Some(place.street())];
            parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
        })
        .collect();
    places.dedup();
    places.join("; ").into()
}

fn zones(item: &Item) -> String {
    let mut zones: Vec<&str> = districts::zones(item).collect();
    zones.dedup();
    zones.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        for text in ["=1+1", "+39 06", "-2", "@SUM(A1)", "\t=1"] {
            assert_eq!(defuse_formula(text), format!("'{text}"));
        }
        assert_eq!(defuse_formula("06 5550 0199 = sede"), "06 5550 0199 = sede");
    }
}
