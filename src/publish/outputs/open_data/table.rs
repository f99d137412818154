//! The published items as a table for spreadsheets, one row per item.

use std::borrow::Cow;

use super::csv_file::{write_head, write_row};
use crate::board::{Board, Item, Status};
use crate::error::Error;
use crate::model::{Dates, PartialDate};
use crate::publish::{PieceKeys, PieceWriter};

/// A column: name, as in the front matter, and function that returns the value for an item.
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
    ("pubblicato", |_, item| format_date(item.facts.published.value().copied())),
    ("scadenza", |_, item| item.facts.deadline.value().map(ToString::to_string).unwrap_or_default().into()),
    ("chiude", |_, item| item.status.closing().map(|closing| closing.date.to_string()).unwrap_or_default().into()),
    ("inizio", |_, item| format_date(dates(item).map(Dates::start).min().or(item.facts.start.value().copied()))),
    ("fine", |_, item| format_date(dates(item).map(Dates::end).max().or(item.facts.end.value().copied()))),
    ("modalita", |_, item| item.facts.attendance.value().map_or("", |attendance| attendance.word()).into()),
    ("luogo", |_, item| format_places(item)),
    ("zona", |_, item| format_zones(item).into()),
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

/// Columns that are filled for items that their organisation withdrew.
const KEPT_COLUMNS: &[&str] = &["slug", "url", "aperta", "tipo", "stato"];

/// Writes the table of the items at some positions.
pub(super) fn write_items(
    board: &Board,
    positions: &[usize],
    keys: PieceKeys<'_>,
    out: &mut dyn PieceWriter,
) -> Result<(), Error> {
    write_head(COLUMNS.iter().map(|(name, _)| Cow::Borrowed(*name)), out)?;
    for index in positions {
        let Some(item) = board.items.get(*index) else { continue };
        let key = keys(*index);
        out.write_piece(key, &mut |out| write_row(cells(board, item), out))?;
    }
    Ok(())
}

/// Cells of the row of an item.
fn cells<'b>(board: &'b Board, item: &'b Item) -> impl Iterator<Item = Cow<'b, str>> {
    let is_withdrawn = item.status == Status::Withdrawn;
    COLUMNS.iter().map(move |(name, value)| {
        if is_withdrawn && !KEPT_COLUMNS.contains(name) { Cow::Borrowed("") } else { value(board, item) }
    })
}

fn format_date(date: Option<PartialDate>) -> Cow<'static, str> {
    date.map(|date| date.to_string()).unwrap_or_default().into()
}

fn dates(item: &Item) -> impl Iterator<Item = &Dates> {
    item.facts.editions().iter().filter_map(|edition| edition.dates.value())
}

/// Formats the place of an item and those of its editions, separated by semicolons.
fn format_places(item: &Item) -> Cow<'_, str> {
    let editions = item.facts.editions().iter().filter_map(|edition| edition.place.as_ref());
    let mut places: Vec<String> = item
        .facts
        .places()
        .iter()
        .chain(editions)
        .map(|place| {
            let parts = [place.name.clone(), Some(place.postal_address())];
            parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
        })
        .collect();
    places.dedup();
    places.join("; ").into()
}

fn format_zones(item: &Item) -> String {
    let mut zones: Vec<&str> = item.zones().collect();
    zones.dedup();
    zones.join(" ")
}
