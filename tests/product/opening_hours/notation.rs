//! The hours that the data publish in the notation of OpenStreetMap, read back by the crate `opening-hours`.

use bacheca::board::{Access, AccessKind, OpeningCalendar};
use bacheca::compose::osm_hours::format_osm_hours;
use bacheca::config::Territory;
use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime};
use chrono_tz::Tz;
use fastrand::Rng;
use opening_hours::localization::Country;
use opening_hours::{Context, RuleKind};
use rayon::prelude::*;

use super::oracle::{FIRST_DAYS, half_hours, random_schedule};
use super::{centre, rome};
use crate::support::assert_no_problems;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn hours_are_written_as_maps_read_them() {
    let format = |yaml: &str| {
        let facts = centre(&format!("nome: Prova\naperto_festivi: sì\n{yaml}"));
        format_osm_hours(&rome(), &facts, day("2026-12-01")).unwrap_or_default()
    };
    for (yaml, osm) in [
        ("orari: \"9:00-13:00\"", "Mo-Su 09:00-13:00"),
        (
            "orari: [{giorni: [ven, lun, mar, mer], ore: [\"9:00-13:00\", \"15:00-18:00\"]}]",
            "Mo-We,Fr 09:00-13:00, Mo-We,Fr 15:00-18:00",
        ),
        (
            "orari: [{giorni: [lun, mar], ore: \"9:00-24:00\", per: \"donne \\\"sole\\\"\"}]",
            "Mo,Tu 09:00-24:00 open \"donne 'sole'\"",
        ),
        ("orari: [{giorni: [lun], su_appuntamento: sì}]", "Mo 00:00-24:00 unknown \"su appuntamento\""),
        ("orari: [{giorni: [lun], ore: \"9:00\"}]", "Mo 09:00-24:00 unknown \"fine non indicata\""),
        ("orari: [{giorni: [lun], ore: mattina}]", "Mo 00:00-24:00 unknown \"mattina\""),
        (
            "orari: [{giorni: [sab], ore: \"22:00-6:00\"}]\nchiusure: [2027-01]",
            "Sa 22:00-30:00; 2027 Jan 01-2027 Jan 31 06:00-30:00 off",
        ),
        // What is over is left out.
        (
            "orari: \"9:00-13:00\"\nchiusure: [2026-11-30]\nsospeso_fino: 2026-11-30\naperture: [{date: 2026-11-29, ore: \"9:00-13:00\"}]",
            "Mo-Su 09:00-13:00",
        ),
        (
            "orari: \"9:00-13:00\"\nsospeso_fino: 2026-12-04\naperture: [{date: 2026-12-02, ore: \"9:00-10:00\", motivo: vaccini}]",
            "Mo-Su 09:00-13:00; 2026 Dec 01-2026 Dec 04 off, 2026 Dec 02 09:00-10:00 open \"vaccini\"",
        ),
        // A night that ends after something else has started cannot be kept whole on days that are written off.
        ("orari: [{giorni: [sab], ore: \"22:00-9:30\"}, {giorni: [dom], ore: \"9:00-13:00\"}]", ""),
        ("orari: chiedere al bar", ""),
        ("indirizzo: via Roma 1", ""),
    ] {
        assert_eq!(format(yaml), osm, "{yaml}");
    }
}

/// What the calendar says, as the notation says it: whoever needs an appointment cannot rely on the hours.
fn state(access: Option<Access<'_>>) -> (RuleKind, String) {
    match access {
        Some(Access { kind: AccessKind::WalkIn, audiences }) => (RuleKind::Open, audiences.join(", ")),
        Some(_) => (RuleKind::Unknown, String::new()),
        None => (RuleKind::Closed, String::new()),
    }
}

/// Compares both at every half hour; describes the first difference.
fn compare(yaml: &str, half_hours: &[(DateTime<Tz>, NaiveDateTime)], territory: &Territory) -> Option<String> {
    let facts = centre(yaml);
    let calendar = OpeningCalendar::new(territory, &facts);
    let (from, to) = (half_hours[0].1, half_hours[half_hours.len() - 1].1 + Duration::days(1));
    let osm = format_osm_hours(territory, &facts, from.date()).unwrap_or_else(|| panic!("{yaml}"));
    let hours: opening_hours::OpeningHours = osm.parse().unwrap_or_else(|error| panic!("{osm}: {error}"));
    let hours = hours.with_context(Context::default().with_holidays(Country::IT.holidays()));
    let ranges: Vec<_> = hours.iter_range(from, to).collect();
    half_hours.iter().find_map(|(_, clock)| {
        let range = &ranges[ranges.partition_point(|range| range.range.start <= *clock) - 1];
        let comment = if range.kind == RuleKind::Open { range.comment.as_ref() } else { "" };
        let (found, wanted) = ((range.kind, comment.to_owned()), state(calendar.access_at(*clock)));
        (found != wanted).then(|| format!("{clock}: {found:?}, not {wanted:?}\n{yaml}\n{osm}"))
    })
}

#[test]
fn published_notation_says_what_the_calendar_says() {
    let territory = rome();
    let periods = FIRST_DAYS.map(|first| half_hours(day(first)));
    let problems = (0..100_u32).into_par_iter().filter_map(|seed| {
        let half_hours = &periods[usize::try_from(seed).unwrap() % periods.len()];
        let schedule = random_schedule(&mut Rng::with_seed(seed.into()), half_hours[0].1.date());
        let difference = compare(&schedule.yaml, half_hours, &territory);
        difference.map(|difference| format!("seed {seed}: {difference}"))
    });
    assert_no_problems(problems.take_any(3).collect());
}
