//! Announcements by kind, district, organisation and month, and the time that they leave to decide.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use serde::{Serialize, Serializer};

use super::count::Count;
use crate::board::{Board, Item};
use crate::model::{Kind, Organiser, PartialDate};

/// Days that are enough to decide, ask and prepare papers.
const ENOUGH_DAYS: i64 = 7;

/// Most months that are counted: a slip in a year of publication is no thousand years of figures.
const MAX_MONTHS: usize = 600;

/// Announcements of a kind.
#[derive(Debug, Serialize)]
pub struct KindFigures {
    /// The kind.
    #[serde(rename = "tipo", serialize_with = "write_kind")]
    pub kind: Kind,
    /// How many.
    #[serde(flatten)]
    pub count: Count,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes it so")]
fn write_kind<S: Serializer>(kind: &Kind, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(kind.key())
}

/// Announcements in a district. One in several districts counts in each.
#[derive(Debug, Serialize)]
pub struct ZoneFigures {
    /// Name of the district; `None` for what is in none.
    #[serde(rename = "zona")]
    pub zone: Option<String>,
    /// How many.
    #[serde(flatten)]
    pub count: Count,
}

/// Announcements of an organisation.
#[derive(Debug, Serialize)]
pub struct OrganisationFigures {
    /// Its id, if it has a page.
    #[serde(rename = "ente")]
    pub id: Option<String>,
    /// Its name.
    #[serde(rename = "nome")]
    pub name: String,
    /// How many.
    #[serde(flatten)]
    pub count: Count,
}

/// Announcements of a month.
#[derive(Debug, Serialize)]
pub struct MonthFigures {
    /// The month: `2026-11`.
    #[serde(rename = "mese")]
    pub month: String,
    /// Published in it.
    #[serde(rename = "pubblicati")]
    pub published: u32,
    /// Closed in it, up to the day of the figures.
    #[serde(rename = "chiusi")]
    pub closed: u32,
}

/// Days from publication to the last day, over the announcements that have both.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub struct DayFigures {
    /// Announcements with both.
    #[serde(rename = "annunci")]
    pub items: u32,
    /// Half of them leave at least so many.
    #[serde(rename = "mediana")]
    pub median: Option<i64>,
    /// Those that leave a week or more.
    #[serde(rename = "almeno_una_settimana")]
    pub enough: u32,
}

pub(super) fn count_kinds(items: &[&Item]) -> Vec<KindFigures> {
    let count = |kind: Kind| {
        let mut count = Count::default();
        items.iter().filter(|item| item.kind() == kind).for_each(|item| count.add(item));
        KindFigures { kind, count }
    };
    Kind::ALL.into_iter().map(count).collect()
}

pub(super) fn count_zones(board: &Board, items: &[&Item]) -> Vec<ZoneFigures> {
    let zones = &board.config.territorio.zone;
    if zones.is_empty() {
        return Vec::new();
    }
    let mut counts: BTreeMap<Option<&str>, Count> = BTreeMap::new();
    for item in items {
        let mut has_any = false;
        for zone in item.zones().filter(|zone| zones.iter().any(|known| known == zone)) {
            has_any = true;
            counts.entry(Some(zone)).or_default().add(item);
        }
        if !has_any {
            counts.entry(None).or_default().add(item);
        }
    }
    let figures = zones.iter().map(|zone| Some(zone.as_str())).chain([None]).map(|zone| ZoneFigures {
        zone: zone.map(str::to_owned),
        count: counts.get(&zone).copied().unwrap_or_default(),
    });
    figures.collect()
}

pub(super) fn count_organisations(board: &Board, items: &[&Item]) -> Vec<OrganisationFigures> {
    let mut counts: BTreeMap<(&str, Option<&str>), Count> = BTreeMap::new();
    for item in items {
        let described = match item.facts.organisation.value() {
            Some(Organiser::Described(organisation)) => Some(organisation.name.as_str()),
            _ => None,
        };
        let named = board.organisation_of(item).map(|organisation| organisation.name.as_str());
        let Some(name) = named.or(described) else { continue };
        counts.entry((name, board.organiser_id(item))).or_default().add(item);
    }
    let mut figures: Vec<OrganisationFigures> = counts
        .into_iter()
        .map(|((name, id), count)| OrganisationFigures { id: id.map(str::to_owned), name: name.to_owned(), count })
        .collect();
    // By name among equals, as they are.
    figures.sort_by_key(|organisation| std::cmp::Reverse(organisation.count.sum()));
    figures
}

pub(super) fn count_months(board: &Board, items: &[&Item]) -> Vec<MonthFigures> {
    let month_of = |day: NaiveDate| day.year() * 12 + day.month0().cast_signed();
    let mut counts: BTreeMap<i32, (u32, u32)> = BTreeMap::new();
    for item in items {
        let published = item.facts.published.value().filter(|date| !matches!(date, PartialDate::Year(_)));
        let published = published.map(|date| date.first_day()).filter(|day| *day <= board.today);
        if let Some(day) = published {
            counts.entry(month_of(day)).or_default().0 += 1;
            let closing = item.status.closing().map(|closing| closing.day).filter(|day| *day < board.today);
            if let Some(closed) = closing.filter(|closed| *closed >= day) {
                counts.entry(month_of(closed)).or_default().1 += 1;
            }
        }
    }
    let (Some(first), Some(last)) = (counts.keys().next().copied(), counts.keys().next_back().copied()) else {
        return Vec::new();
    };
    let months = (first..=last).rev().take(MAX_MONTHS).map(|month| {
        let (published, closed) = counts.get(&month).copied().unwrap_or_default();
        MonthFigures {
            month: format!("{:04}-{:02}", month.div_euclid(12), month.rem_euclid(12) + 1),
            published,
            closed,
        }
    });
    let mut months: Vec<MonthFigures> = months.collect();
    months.reverse();
    months
}

pub(super) fn count_days(items: &[&Item]) -> DayFigures {
    let days = items.iter().filter_map(|item| match item.facts.published.value() {
        Some(PartialDate::Day(published)) => Some((item.status.closing()?.day - *published).num_days()),
        _ => None,
    });
    summarise_days(days.filter(|days| *days >= 0).collect())
}

fn summarise_days(mut days: Vec<i64>) -> DayFigures {
    days.sort_unstable();
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    DayFigures {
        items: count(days.len()),
        // Of an even number the upper of the two in the middle: still half of them leave at least so many.
        median: days.get(days.len() / 2).copied(),
        enough: count(days.iter().filter(|days| **days >= ENOUGH_DAYS).count()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_of_the_announcements_leave_the_median() {
        for (days, median, enough) in
            [(vec![], None, 0), (vec![3], Some(3), 0), (vec![30, 2], Some(30), 1), (vec![9, 1, 7], Some(7), 2)]
        {
            let items = u32::try_from(days.len()).unwrap();
            assert_eq!(summarise_days(days), DayFigures { items, median, enough });
        }
    }
}
