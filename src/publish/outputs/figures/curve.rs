//! The curve of the followers of a channel.

use chrono::NaiveDate;
use serde::Serialize;

use crate::compose::figures::FollowerReading;
use crate::locale::Locale;

/// Width and height of the drawing.
const SIZE: (i64, i64) = (600, 200);
/// Most readings in the table: the last of each stretch of time.
const MAX_READINGS: usize = 12;

/// A curve for the template `figures.html`.
#[derive(Serialize)]
pub(super) struct Curve {
    channel: String,
    /// Points of the line: `0,200 600,0`.
    points: String,
    /// The last point.
    end: (i64, i64),
    /// Number at the upper edge; the lower one is zero.
    most: String,
    readings: Vec<Reading>,
}

#[derive(Serialize)]
struct Reading {
    day: String,
    followers: String,
}

/// Draws a curve for each channel.
pub(super) fn draw_curves(
    readings: &[FollowerReading],
    locale: &Locale,
    name_of: for<'c> fn(&'c str) -> &'c str,
) -> Vec<Curve> {
    let channels = readings.chunk_by(|one, other| one.channel == other.channel);
    channels.filter_map(|readings| draw_curve(readings, locale, name_of)).collect()
}

fn draw_curve(readings: &[FollowerReading], locale: &Locale, name_of: for<'c> fn(&'c str) -> &'c str) -> Option<Curve> {
    let (first, last) = (readings.first()?, readings.last()?);
    let most = readings.iter().map(|reading| reading.followers).max().map(round_up)?;
    let points: Vec<(i64, i64)> = readings.iter().map(|reading| place(reading, first.day, last.day, most)).collect();
    let line: Vec<String> = points.iter().map(|(x, y)| format!("{x},{y}")).collect();
    let step = readings.len().div_ceil(MAX_READINGS).max(1);
    let shown = readings.iter().rev().step_by(step);
    let shown = shown.map(|reading| Reading {
        day: locale.format_day(reading.day),
        followers: locale.format_number(reading.followers),
    });
    Some(Curve {
        channel: name_of(&first.channel).to_owned(),
        points: line.join(" "),
        end: *points.last()?,
        most: locale.format_number(most),
        readings: shown.collect(),
    })
}

/// Where a reading is in the drawing; a single one is in the middle.
fn place(reading: &FollowerReading, first: NaiveDate, last: NaiveDate, most: u32) -> (i64, i64) {
    let (width, height) = SIZE;
    let days = (last - first).num_days();
    let x = if days == 0 { width / 2 } else { (reading.day - first).num_days() * width / days };
    (x, height - i64::from(reading.followers) * height / i64::from(most.max(1)))
}

/// The next number with one digit and zeros: 1,002 is drawn below 2,000.
fn round_up(number: u32) -> u32 {
    let unit = 10_u32.pow(number.max(1).ilog10());
    number.div_ceil(unit).saturating_mul(unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scale_ends_at_a_round_number() {
        for (number, round) in [(0, 0), (1, 1), (9, 9), (10, 10), (11, 20), (1002, 2000), (u32::MAX, u32::MAX)] {
            assert_eq!(round_up(number), round, "{number}");
        }
    }

    #[test]
    fn readings_are_placed_by_day() {
        let reading = |day: &str, followers| FollowerReading {
            channel: "whatsapp".to_owned(),
            day: day.parse().unwrap(),
            followers,
        };
        let (first, last) = ("2026-01-01".parse().unwrap(), "2026-01-11".parse().unwrap());
        assert_eq!(place(&reading("2026-01-06", 500), first, last, 1000), (300, 100));
        assert_eq!(place(&reading("2026-01-01", 0), first, first, 0), (300, 200));
    }
}
