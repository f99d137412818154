//! The published contact points as a table for spreadsheets, one row each.

use std::borrow::Cow;

use super::contact_points::{contact_point_url, reliable_osm_hours};
use super::csv_file::render_table;
use crate::compose::contact_point::contacts_of;
use crate::error::Error;
use crate::model::{ContactPoint, Contacts, Email, LanguageCode, Link, Phone};
use crate::publish::RenderContext;

/// A column: name, as in the front matter, and function that returns the value for a contact point with an id.
type Column = (&'static str, for<'b> fn(&'b RenderContext, &'b str, &'b ContactPoint) -> Cow<'b, str>);

/// Every column, in order.
const COLUMNS: &[Column] = &[
    ("id", |_, id, _| id.into()),
    ("url", |context, id, _| contact_point_url(context, id).into()),
    ("nome", |_, _, facts| facts.name.as_str().into()),
    ("tipo", |_, _, facts| facts.kind.map_or("", |kind| kind.word()).into()),
    ("ente", |context, _, facts| {
        let file = facts.organisation.as_ref().and_then(|id| context.board.organisations.get(id.as_str()));
        file.map_or("", |file| file.facts.name.as_str()).into()
    }),
    ("indirizzo", |_, _, facts| format_text(facts.address.as_ref())),
    ("zona", |_, _, facts| format_text(facts.zone.as_ref())),
    ("latitudine", |_, _, facts| facts.coordinates.map(|place| place.latitude.to_string()).unwrap_or_default().into()),
    ("longitudine", |_, _, facts| {
        facts.coordinates.map(|place| place.longitude.to_string()).unwrap_or_default().into()
    }),
    ("mezzi", |_, _, facts| format_text(facts.transport.as_ref())),
    ("accessibilita", |_, _, facts| format_text(facts.accessibility.as_ref())),
    ("bisogni", |_, _, facts| join(facts.needs.iter().map(|need| need.word()), "; ")),
    ("servizi", |_, _, facts| join(facts.services.iter().map(String::as_str), "; ")),
    ("documenti", |_, _, facts| join(facts.documents.iter().map(String::as_str), "; ")),
    ("lingue_sportello", |_, _, facts| join(facts.desk_languages.iter().map(LanguageCode::as_str), " ")),
    ("telefono", |context, _, facts| {
        join(contacts(context, facts).flat_map(|contacts| &contacts.telephone).map(Phone::dialled), " ")
    }),
    ("whatsapp", |context, _, facts| {
        join(contacts(context, facts).flat_map(|contacts| &contacts.whatsapp).map(Phone::dialled), " ")
    }),
    ("email", |context, _, facts| {
        join(contacts(context, facts).flat_map(|contacts| &contacts.email).map(Email::as_str), " ")
    }),
    ("sito", |context, _, facts| {
        join(contacts(context, facts).filter_map(|contacts| contacts.site.as_ref()).map(Link::as_str), " ")
    }),
    ("opening_hours", |context, _, facts| reliable_osm_hours(&context.board, facts).unwrap_or_default().into()),
    ("sospeso_fino", |_, _, facts| facts.suspended_until.map(|day| day.to_string()).unwrap_or_default().into()),
    ("verificato", |_, _, facts| facts.verified.map(|day| day.to_string()).unwrap_or_default().into()),
    ("affidabile", |context, _, facts| {
        if context.board.verification_of(facts).is_reliable() { "sì" } else { "no" }.into()
    }),
    ("esempio", |_, _, facts| if facts.example { "sì" } else { "" }.into()),
];

/// Renders `dati/sportelli.csv`.
pub(super) fn render_contact_point_table(context: &RenderContext) -> Result<Vec<u8>, Error> {
    let rows = context
        .board
        .published_contact_points()
        .map(|(id, facts)| COLUMNS.iter().map(move |(_, value)| value(context, id, facts)));
    render_table(COLUMNS.iter().map(|(name, _)| *name), rows)
}

fn format_text(text: Option<&String>) -> Cow<'_, str> {
    text.map_or("", String::as_str).into()
}

fn join<'b>(parts: impl Iterator<Item = &'b str>, separator: &str) -> Cow<'b, str> {
    parts.collect::<Vec<_>>().join(separator).into()
}

/// Contacts of a contact point, as its page shows them.
fn contacts<'c>(context: &'c RenderContext, facts: &'c ContactPoint) -> impl Iterator<Item = &'c Contacts> {
    contacts_of(&context.board, facts).into_iter()
}
