//! The published contact points in a versioned format, under the field names of the front matter.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;

use super::DataPublisher;
use crate::board::{Board, ContentFile};
use crate::compose::contact_point::contact_point_path;
use crate::compose::osm_hours::format_osm_hours;
use crate::error::Error;
use crate::model::{ContactPoint, Organisation};
use crate::publish::RenderContext;

/// Renders `dati/sportelli.json`.
pub(super) fn render_contact_points(context: &RenderContext) -> Result<Vec<u8>, Error> {
    let board = &context.board;
    let data = ContactPointData {
        version: 1,
        data: board.today.to_string(),
        bacheca: DataPublisher::new(board),
        enti: organisations(board),
        sportelli: published_files(board).map(|(id, file)| contact_point_record(context, id, file)).collect(),
    };
    serde_json::to_vec(&data).map_err(|error| Error::internal("dati", error))
}

#[derive(Serialize)]
struct ContactPointData<'b> {
    version: u32,
    data: String,
    bacheca: DataPublisher<'b>,
    /// Organisations to which `ente` refers, by file name, for readers without access to the files.
    enti: BTreeMap<&'b str, &'b Organisation>,
    sportelli: Vec<ContactPointRecord<'b>>,
}

#[derive(Serialize)]
struct ContactPointRecord<'b> {
    id: &'b str,
    url: String,
    /// Whether it was verified within a year; otherwise there are no hours.
    affidabile: bool,
    #[serde(flatten)]
    facts: Cow<'b, ContactPoint>,
    /// Regular hours, closures and extra openings in the notation of OpenStreetMap.
    #[serde(skip_serializing_if = "Option::is_none")]
    opening_hours: Option<String>,
    testo: &'b str,
}

fn contact_point_record<'b>(
    context: &'b RenderContext,
    id: &'b str,
    file: &'b ContentFile<ContactPoint>,
) -> ContactPointRecord<'b> {
    let (board, facts) = (&context.board, &file.facts);
    let affidabile = board.verification_of(facts).is_reliable();
    ContactPointRecord {
        id,
        url: contact_point_url(context, id),
        affidabile,
        opening_hours: reliable_osm_hours(board, facts),
        facts: if affidabile { Cow::Borrowed(facts) } else { Cow::Owned(without_hours(facts)) },
        testo: file.document.body().trim(),
    }
}

/// The same without the hours at which it is said to be open; when it is closed stays.
fn without_hours(facts: &ContactPoint) -> ContactPoint {
    ContactPoint { hours: None, extra_openings: Vec::new(), open_on_holidays: false, ..facts.clone() }
}

/// Published contact points by id, with their files.
pub(super) fn published_files(board: &Board) -> impl Iterator<Item = (&str, &ContentFile<ContactPoint>)> {
    board.published_contact_points().filter_map(|(id, _)| Some((id, board.contact_points.get(id)?)))
}

fn organisations(board: &Board) -> BTreeMap<&str, &Organisation> {
    let named = board.published_contact_points().filter_map(|(_, facts)| {
        let id = facts.organisation.as_ref()?.as_str();
        Some((id, &board.organisations.get(id)?.facts))
    });
    named.collect()
}

/// Address of the page of a contact point in the board's own language.
pub(super) fn contact_point_url(context: &RenderContext, id: &str) -> String {
    context.board.url(&contact_point_path(context.locales.board_locale(), id))
}

/// Hours in the notation of OpenStreetMap, if they are known and reliable.
pub(super) fn reliable_osm_hours(board: &Board, facts: &ContactPoint) -> Option<String> {
    board
        .verification_of(facts)
        .is_reliable()
        .then(|| format_osm_hours(&board.config.territorio, facts, board.today))
        .flatten()
}
