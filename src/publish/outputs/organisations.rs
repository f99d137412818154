//! The organisations that announce: their list, and a page for each, which says what was checked of it and what was not.

use std::collections::BTreeMap;

use serde::Serialize;
use tera::Value;

use crate::board::{Board, CHARTER_PAGE};
use crate::compose::json_ld::organisation_json_ld;
use crate::compose::organisation::{build_organisation_sheet, kind_label, verification_line};
use crate::error::Error;
use crate::locale::{Locale, key};
use crate::markdown;
use crate::model::Organisation;
use crate::publish::shared::announcing::registration_path;
use crate::publish::shared::page_shell::{PageHead, root_path};
use crate::publish::{PageSpec, RenderContext};
use crate::text::percent::percent_encode;

/// Cards of announcements, and of contact points, on the page of an organisation; the search has the rest.
const MAX_CARDS: usize = 6;

/// Path of the list below a language's root.
const LIST_PATH: &str = "enti/";
/// Organisations on a page of the list: a line each.
const ORGANISATIONS_PER_PAGE: usize = 100;

/// What an organisation has announced, and the desks that it runs.
#[derive(Debug, Default, Clone, Hash)]
struct Activity<'c> {
    /// Positions of its open items, in the order of lists.
    open: Vec<usize>,
    /// Number of its items that are over.
    before: usize,
    /// Ids of its contact points.
    desks: Vec<&'c str>,
}

impl Activity<'_> {
    /// Whether it has announced nothing yet, and runs no desk.
    fn is_empty(&self) -> bool {
        self.open.is_empty() && self.before == 0 && self.desks.is_empty()
    }
}

/// An organisation of the list.
struct Entry<'c> {
    id: &'c str,
    organisation: &'c Organisation,
    open: usize,
}

/// A line of the list.
#[derive(Serialize)]
struct ListLine<'b> {
    id: &'b str,
    name: &'b str,
    kind: Option<&'b str>,
    example: bool,
    open: Option<String>,
    verified: String,
}

/// Lines under one heading.
#[derive(Serialize)]
struct LineGroup<'b> {
    heading: &'b str,
    lines: Vec<ListLine<'b>>,
}

pub(super) fn pages(context: &RenderContext) -> Vec<PageSpec<'_>> {
    let activities = activities(context);
    let none = Activity::default();
    let activity_of = |id: &str| activities.get(id).unwrap_or(&none);
    let mut entries: Vec<Entry<'_>> = context
        .board
        .published_organisations()
        .map(|(id, organisation)| Entry { id, organisation, open: activity_of(id).open.len() })
        .collect();
    entries.sort_by_cached_key(|entry| (entry.open == 0, entry.organisation.name.to_lowercase()));
    let own_pages: Vec<PageSpec<'_>> = entries
        .iter()
        .map(|entry| organisation_page(context, entry.id, entry.organisation, activity_of(entry.id).clone()))
        .collect();
    list_pages(context, entries).into_iter().chain(own_pages).collect()
}

/// What each organisation with a file has announced, and its desks, by its id.
fn activities(context: &RenderContext) -> BTreeMap<&str, Activity<'_>> {
    let board: &Board = &context.board;
    let mut activities: BTreeMap<&str, Activity<'_>> = BTreeMap::new();
    for (_, index) in &context.index.grouped {
        let Some((item, id)) = board.items.get(*index).and_then(|item| Some((item, board.organiser_id(item)?))) else {
            continue;
        };
        let activity = activities.entry(id).or_default();
        if item.status.is_open() { activity.open.push(*index) } else { activity.before += 1 }
    }
    for (id, desk) in board.published_contact_points() {
        if let Some(organisation) = &desk.organisation {
            activities.entry(organisation.as_str()).or_default().desks.push(id);
        }
    }
    activities
}

fn list_pages<'c>(context: &'c RenderContext, entries: Vec<Entry<'c>>) -> Vec<PageSpec<'c>> {
    let entries: std::sync::Arc<[Entry<'c>]> = entries.into();
    let count = entries.len().div_ceil(ORGANISATIONS_PER_PAGE).max(1);
    let page = |number: usize| {
        let entries = entries.clone();
        PageSpec::new(context, page_path(number), move |page, locale| {
            let entries = entries.chunks(ORGANISATIONS_PER_PAGE).nth(number - 1).unwrap_or_default();
            render_list(context, page, locale, entries, (number, count))
        })
    };
    let others = (2..=count).map(|number| page(number).not_indexed("the first page of the list leads to it"));
    std::iter::once(page(1)).chain(others).collect()
}

/// Path of a page of the list, from 1, below the language's root.
fn page_path(number: usize) -> String {
    if number == 1 { LIST_PATH.to_owned() } else { format!("{LIST_PATH}pagina/{number}/") }
}

fn render_list(
    context: &RenderContext,
    page: &PageSpec<'_>,
    locale: &Locale,
    entries: &[Entry<'_>],
    (number, count): (usize, usize),
) -> Result<Vec<u8>, Error> {
    let lead = locale.text(key::org_lead);
    let head = PageHead { description: lead, ..page.head(context, locale, locale.text(key::org_title)) };
    let mut values = context.page_values(locale, &head)?;
    let groups = entries.chunk_by(|one, other| (one.open > 0) == (other.open > 0));
    let groups: Vec<LineGroup<'_>> = groups.map(|entries| line_group(context, locale, entries)).collect();
    values.insert("groups", &groups);
    values.insert("registration", &registration_path(context, locale));
    let label = locale.format(key::page_of, &[("page", number.into()), ("pages", count.into())]);
    values.insert("page_label", &label);
    values.insert("several_pages", &(count > 1));
    values.insert("newer", &(number > 1).then(|| page_path(number - 1)));
    values.insert("older", &(number < count).then(|| page_path(number + 1)));
    context.templates.render_page("organisations.html", &values)
}

fn line_group<'b>(context: &'b RenderContext, locale: &'b Locale, entries: &[Entry<'b>]) -> LineGroup<'b> {
    let line = |entry: &Entry<'b>| ListLine {
        id: entry.id,
        name: &entry.organisation.name,
        kind: kind_label(entry.organisation, locale),
        example: entry.organisation.example,
        open: (entry.open > 0).then(|| locale.format(key::org_open_count, &[("count", entry.open.into())])),
        verified: verification_line(&context.board, entry.organisation, locale),
    };
    let has_open = entries.first().is_some_and(|entry| entry.open > 0);
    let heading = locale.text(if has_open { key::org_with_open } else { key::org_others });
    LineGroup { heading, lines: entries.iter().map(line).collect() }
}

fn organisation_page<'c>(
    context: &'c RenderContext,
    id: &'c str,
    organisation: &'c Organisation,
    activity: Activity<'c>,
) -> PageSpec<'c> {
    let board = &context.board;
    let desks: Vec<_> = activity.desks.iter().filter_map(|desk| board.contact_points.get(*desk)).collect();
    let facts: Vec<_> = desks.iter().map(|desk| &desk.facts).collect();
    let charter = board.pages.contains_key(CHARTER_PAGE);
    let others = format!("{organisation:?} {:?} {activity:?} {facts:?} {charter}", body(board, id));
    let (items, is_empty) = (activity.open.clone(), activity.is_empty());
    let page = PageSpec::new(context, format!("{LIST_PATH}{id}/"), move |page, locale| {
        render_organisation(context, page, locale, (id, organisation), &activity)
    });
    let page = page.showing_items(items, others);
    // The text is the board's: other languages have the page for their readers, not for search engines.
    let page = page.in_languages(|code| Some(code == board.config.bacheca.lingua));
    if is_empty { page.not_indexed("it has announced nothing yet") } else { page }
}

/// Text of the file of an organisation.
fn body<'c>(board: &'c Board, id: &str) -> &'c str {
    board.organisations.get(id).map_or("", |file| file.document.body())
}

fn render_organisation(
    context: &RenderContext,
    page: &PageSpec<'_>,
    locale: &Locale,
    (id, organisation): (&str, &Organisation),
    activity: &Activity<'_>,
) -> Result<Vec<u8>, Error> {
    let board: &Board = &context.board;
    let sheet = build_organisation_sheet(board, organisation, locale);
    let description = [Some(sheet.name), sheet.kind].into_iter().flatten().collect::<Vec<_>>().join(": ");
    let head = PageHead { description: &description, ..page.head(context, locale, sheet.name) };
    let mut values = context.page_values(locale, &head)?;
    let structured = (!head.noindex).then(|| organisation_json_ld(organisation, &board.url(&head.path))).flatten();
    values.insert_value("structured", Value::safe_string(structured.as_deref().unwrap_or_default()));
    values.insert("organisation", &sheet);
    values.insert("foreign", &(locale.position > 0));
    values.insert_value("body", Value::safe_string(markdown::render_html(body(board, id)).as_str()));
    let root = root_path(&head.path);
    values.insert_value(
        "cards",
        context.render_cards(locale, activity.open.get(..MAX_CARDS).unwrap_or(&activity.open), &root)?,
    );
    values.insert_value(
        "desks",
        context.render_contact_point_cards(
            locale,
            activity.desks.get(..MAX_CARDS).unwrap_or(&activity.desks),
            &root,
        )?,
    );
    let before = locale.format(key::org_before, &[("count", activity.before.into())]);
    values.insert("before", &(activity.before > 0).then_some(before));
    values.insert("search", &format!("cerca/?ente={}", percent_encode(&organisation.name)));
    values.insert("has_charter", &board.pages.contains_key(CHARTER_PAGE));
    context.templates.render_page("organisation.html", &values)
}
