//! The board in figures: tables with a bar in each row, and the curve of the followers. Bars and curve are shapes without a
//! text of their own: the numbers are in the tables.

mod bars;
mod curve;

use chrono::NaiveDate;
use serde::Serialize;

use self::bars::{BarRow, BarTable, Part};
use self::curve::{Curve, draw_curves};
use crate::board::Board;
use crate::compose::figures::{Count, Figures, WeekFigures};
use crate::compose::messenger::name_app;
use crate::error::Error;
use crate::locale::{Locale, key};
use crate::publish::shared::addresses::FIGURES_PATH;
use crate::publish::shared::page_shell::PageHead;
use crate::publish::{PageSpec, RenderContext};

/// Most organisations with a row of their own: the others are together in one, and all of them in the data.
const MAX_ORGANISATIONS: usize = 10;
/// Last months with a row of their own; before them, and with more, a row a year.
const MAX_MONTHS: usize = 12;
/// Last years with a row.
const MAX_YEARS: usize = 12;
/// Last weeks.
const MAX_WEEKS: usize = 12;
/// Announcements with most reactions.
const MAX_REACTIONS: usize = 5;

/// The page in each language; made again only when a figure changes.
pub(super) fn pages(context: &RenderContext) -> Vec<PageSpec<'_>> {
    // Figures are plain numbers and names: they can be written.
    let Ok(inputs) = serde_json::to_string(context.figures()) else { return Vec::new() };
    let page = PageSpec::new(context, FIGURES_PATH, |page, locale| render(context, page, locale));
    vec![page.showing_items(Vec::new(), inputs)]
}

/// A sentence or two before the tables.
#[derive(Serialize)]
struct Days {
    median: String,
    enough: String,
}

fn render(context: &RenderContext, page: &PageSpec<'_>, locale: &Locale) -> Result<Vec<u8>, Error> {
    let (board, figures) = (&*context.board, context.figures());
    let lead = locale.format(key::figures_lead, &[("day", locale.format_day(board.today).into())]);
    let head = PageHead { description: &lead, ..page.head(context, locale, locale.text(key::figures_title)) };
    let mut values = context.page_values(locale, &head)?;
    values.insert("lead", &lead);
    values.insert("total", &total_table(locale, figures));
    values.insert("items", &item_tables(board, locale, figures));
    values.insert("days", &describe_days(locale, figures));
    values.insert("reach", &reach_tables(board, locale, figures));
    values.insert("weeks", &week_table(locale, figures));
    values.insert("curves", &followers(locale, figures));
    values.insert("reactions", &reaction_table(locale, figures));
    context.templates.render_page("figures.html", &values)
}

/// Number of things in a language.
fn format_count(locale: &Locale, number: u32) -> String {
    locale.format_number(number)
}

fn count_parts(locale: &Locale, count: Count) -> Vec<Part> {
    vec![Part::new(locale, count.open), Part::new(locale, count.over)]
}

fn count_columns(locale: &Locale) -> Vec<String> {
    [key::home, key::list_over].map(|key| locale.text(key).to_owned()).to_vec()
}

fn total_table(locale: &Locale, figures: &Figures) -> Option<BarTable> {
    if figures.total.sum() == 0 {
        return None;
    }
    let rows = figures.kinds.iter().filter(|kind| kind.count.sum() > 0).map(|kind| {
        let row = BarRow::new(locale.kind_list_name(kind.kind), count_parts(locale, kind.count));
        row.of_kind(kind.kind.key())
    });
    let table = BarTable::new(locale.text(key::figures_kinds), count_columns(locale), rows.collect());
    Some(table.with_total(locale.text(key::figures_all), count_parts(locale, figures.total)))
}

/// Announcements by district, organisation, month and year.
fn item_tables(board: &Board, locale: &Locale, figures: &Figures) -> Vec<BarTable> {
    let zones = figures.zones.iter().filter(|zone| zone.count.sum() > 0).map(|zone| {
        let name = zone.zone.as_deref().map(|zone| board.config.territorio.zone_label(zone));
        let is_own = name.is_some();
        let name = name.unwrap_or_else(|| locale.text(key::figures_no_zone).to_owned());
        BarRow::new(&name, count_parts(locale, zone.count)).in_own_language(is_own)
    });
    let named = figures.organisations.iter().take(MAX_ORGANISATIONS);
    let named = named.map(|organisation| {
        let row = BarRow::new(&organisation.name, count_parts(locale, organisation.count)).in_own_language(true);
        row.linked(organisation.id.as_ref().map(|id| format!("enti/{id}/")))
    });
    let rest = figures.organisations.get(MAX_ORGANISATIONS..).unwrap_or_default();
    let others = (!rest.is_empty()).then(|| {
        let sum = rest.iter().fold(Count::default(), |sum, organisation| Count {
            open: sum.open + organisation.count.open,
            over: sum.over + organisation.count.over,
        });
        let name = locale.format(key::figures_others, &[("count", rest.len().into())]);
        BarRow::new(&name, count_parts(locale, sum))
    });
    let tables = [
        BarTable::new(locale.text(key::figures_zones), count_columns(locale), zones.collect()),
        BarTable::new(locale.text(key::org_title), count_columns(locale), named.chain(others).collect()),
        month_table(locale, figures),
        year_table(locale, figures),
    ];
    tables.into_iter().filter(|table| !table.is_empty()).collect()
}

fn month_columns(locale: &Locale) -> Vec<String> {
    [key::figures_published, key::list_over].map(|key| locale.text(key).to_owned()).to_vec()
}

fn month_table(locale: &Locale, figures: &Figures) -> BarTable {
    let skipped = figures.months.len().saturating_sub(MAX_MONTHS);
    let rows = figures.months.iter().skip(skipped).rev().map(|month| {
        let day: Option<NaiveDate> = format!("{}-01", month.month).parse().ok();
        let name = day.map_or_else(|| month.month.clone(), |day| locale.format_month(day));
        BarRow::new(&name, vec![Part::new(locale, month.published), Part::new(locale, month.closed)])
    });
    BarTable::new(locale.text(key::figures_months), month_columns(locale), rows.collect()).beside()
}

/// The years, of a board that has more than its last months.
fn year_table(locale: &Locale, figures: &Figures) -> BarTable {
    let mut years: Vec<(&str, u32, u32)> = Vec::new();
    for month in &figures.months {
        let year = month.month.split('-').next().unwrap_or_default();
        match years.last_mut().filter(|(last, ..)| *last == year) {
            Some((_, published, closed)) => {
                *published += month.published;
                *closed += month.closed;
            }
            None => years.push((year, month.published, month.closed)),
        }
    }
    let is_long = figures.months.len() > MAX_MONTHS;
    let rows = years.iter().rev().take(MAX_YEARS).filter(|_| is_long).map(|(year, published, closed)| {
        BarRow::new(year, vec![Part::new(locale, *published), Part::new(locale, *closed)])
    });
    BarTable::new(locale.text(key::figures_years), month_columns(locale), rows.collect()).beside()
}

fn describe_days(locale: &Locale, figures: &Figures) -> Option<Days> {
    let days = &figures.days;
    let median = u32::try_from(days.median?).unwrap_or(u32::MAX);
    Some(Days {
        median: locale.format(key::figures_days_median, &[("days", median.into())]),
        enough: locale.format(
            key::figures_days_enough,
            &[("enough", format_count(locale, days.enough).into()), ("count", format_count(locale, days.items).into())],
        ),
    })
}

/// Languages of the texts, and verified contact points.
fn reach_tables(board: &Board, locale: &Locale, figures: &Figures) -> Vec<BarTable> {
    let has_languages = figures.total.open > 0 && figures.languages.len() > 1;
    let languages = figures.languages.iter().filter(|_| has_languages).map(|figures| {
        let name = locale.vocabulary_text("language", &figures.language).unwrap_or(&figures.language);
        BarRow::new(name, vec![Part::new(locale, figures.items)])
    });
    let open = format_count(locale, figures.total.open);
    let languages = BarTable::new(
        locale.text(key::figures_languages),
        vec![locale.text(key::figures_announcements).to_owned()],
        languages.collect(),
    )
    .with_scale(figures.total.open)
    .with_note(locale.format(key::figures_languages_note, &[("count", open.into())]));
    let desks = &figures.contact_points;
    let ages = [
        (key::figures_desks_current, desks.current),
        (key::recheck, desks.due),
        (key::figures_desks_unverified, desks.unverified),
    ];
    let has_desks = board.published_contact_points().next().is_some();
    let rows = ages.into_iter().filter(|_| has_desks);
    let rows = rows.map(|(key, count)| BarRow::new(locale.text(key), vec![Part::new(locale, count)])).collect();
    let columns = vec![locale.text(key::figures_number).to_owned()];
    let desks = BarTable::new(locale.text(key::contact_points_title), columns, rows).with_scale(desks.sum());
    [languages, desks].into_iter().filter(|table| !table.is_empty()).collect()
}

/// How many posts are planned, and how many there were a week.
fn describe_plan(locale: &Locale, figures: &Figures) -> Option<String> {
    let weeks = shown_weeks(figures);
    let channel = name_app(figures.channel.channel.as_deref()?);
    let posts: u32 = weeks.iter().map(|week| week.posts).sum();
    let average = f64::from(posts) / f64::from(u32::try_from(weeks.len()).unwrap_or(u32::MAX));
    Some(locale.format(
        key::figures_plan,
        &[
            ("channel", channel.to_owned().into()),
            ("average", locale.format_decimal((average * 10.0).round() / 10.0).into()),
            ("planned", format_count(locale, figures.channel.planned).into()),
        ],
    ))
}

fn shown_weeks(figures: &Figures) -> &[WeekFigures] {
    let weeks = &figures.channel.weeks;
    weeks.get(weeks.len().saturating_sub(MAX_WEEKS)..).unwrap_or_default()
}

fn week_table(locale: &Locale, figures: &Figures) -> Option<BarTable> {
    let rows = shown_weeks(figures).iter().rev().map(|week| {
        let name = locale.format(key::figures_week, &[("day", locale.format_day(week.monday).into())]);
        BarRow::new(&name, vec![Part::new(locale, week.posts)])
    });
    let columns = vec![locale.text(key::figures_posts).to_owned()];
    let table = BarTable::new(locale.text(key::figures_weeks), columns, rows.collect());
    let plan = describe_plan(locale, figures)?;
    Some(table.with_mark(figures.channel.planned).with_note(plan)).filter(|table| !table.is_empty())
}

fn followers(locale: &Locale, figures: &Figures) -> Vec<Curve> {
    draw_curves(&figures.channel.followers, locale, name_app)
}

fn reaction_table(locale: &Locale, figures: &Figures) -> Option<BarTable> {
    let rows = figures.channel.reactions.iter().take(MAX_REACTIONS).map(|item| {
        let row = BarRow::new(&item.title, vec![Part::new(locale, item.reactions)]).in_own_language(true);
        row.linked(Some(format!("o/{}/", item.slug)))
    });
    let columns = vec![locale.text(key::figures_number).to_owned()];
    let table = BarTable::new(locale.text(key::figures_reactions), columns, rows.collect());
    Some(table).filter(|table| !table.is_empty())
}
