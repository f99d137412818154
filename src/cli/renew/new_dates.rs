//! Dates of a new edition, as they are named on the command line.

use chrono::NaiveDate;
use serde_json::{Value as Json, json};

/// Days, at least one, or a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum NewDates {
    /// Days, in order.
    Days(NaiveDate, Vec<NaiveDate>),
    /// First and last day.
    Period(NaiveDate, NaiveDate),
}

impl NewDates {
    /// Parses `2027-01-12`, `2027-01-12,2027-01-19` or `2027-01-12/2027-03-26`.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let day = |text: &str| {
            let text = text.trim();
            NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| match NaiveDate::parse_from_str(text, "%d/%m/%Y") {
                Ok(day) => format!("«{text}»: scrivi {day}"),
                Err(_) => "scrivi per esempio --date 2027-01-12, o --date 2027-01-12/2027-03-26".to_owned(),
            })
        };
        // A slash is in `12/01/2027` too.
        if let Some((start, end)) = text.split_once('/').filter(|(start, _)| start.contains('-')) {
            let (start, end) = (day(start)?, day(end)?);
            return if start <= end {
                Ok(Self::Period(start, end))
            } else {
                Err(format!("{end} viene prima di {start}: scrivi --date {end}/{start}"))
            };
        }
        let mut days = text.split(',').map(day).collect::<Result<Vec<_>, _>>()?;
        days.sort_unstable();
        days.dedup();
        let mut days = days.into_iter();
        let first = days.next().ok_or_else(|| "scrivi almeno un giorno".to_owned())?;
        Ok(Self::Days(first, days.collect()))
    }

    pub(super) fn first_day(&self) -> NaiveDate {
        match self {
            Self::Days(first, _) | Self::Period(first, _) => *first,
        }
    }

    pub(super) fn last_day(&self) -> NaiveDate {
        match self {
            Self::Days(first, others) => others.last().copied().unwrap_or(*first),
            Self::Period(_, last) => *last,
        }
    }

    /// As the field `date` has them.
    pub(super) fn to_json(&self) -> Json {
        match self {
            Self::Days(first, others) if others.is_empty() => first.to_string().into(),
            Self::Days(first, others) => {
                std::iter::once(first).chain(others).map(|day| Json::from(day.to_string())).collect()
            }
            Self::Period(start, end) => json!({"inizio": start.to_string(), "fine": end.to_string()}),
        }
    }

    /// Start, and end of a period, by the keys of a project.
    pub(super) fn ends(&self) -> Vec<(&'static str, String)> {
        let mut ends = vec![("inizio", self.first_day().to_string())];
        if let Self::Period(_, end) = self {
            ends.push(("fine", end.to_string()));
        }
        ends
    }
}
