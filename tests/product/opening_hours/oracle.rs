//! Comparison with the crate `opening-hours`, which reads the notation of OpenStreetMap: the same random schedule is
//! written in both.

use std::fmt::Write;

use bacheca::board::{Access, AccessKind, OpeningCalendar, OpeningState};
use bacheca::config::Territory;
use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime, NaiveTime, TimeZone};
use chrono_tz::Tz;
use fastrand::Rng;
use opening_hours::localization::Country;
use opening_hours::{Context, RuleKind};
use rayon::prelude::*;

use super::{ROME, centre, label, rome};
use crate::support::{assert_no_problems, is_soak};

/// First days of the compared periods: before a change of the clocks, before holidays, before a leap day.
pub(super) const FIRST_DAYS: [&str; 4] = ["2026-03-20", "2026-10-20", "2027-12-20", "2028-02-25"];

/// Length of the compared periods.
const DAYS: i64 = 400;

const DAY: u32 = 24 * 60;

/// A random schedule in both notations.
pub(super) struct Schedule {
    pub(super) yaml: String,
    osm: String,
}

/// Hours of a day in both notations, and how they rank: walk-in before appointment, everybody before some.
struct Hours {
    yaml: String,
    osm: String,
    rank: u8,
}

fn clock(minutes: u32) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// Hours of a day; where there are nights, days begin at noon: what OpenStreetMap writes off is a day of the calendar, so
/// that a night is kept whole by writing off from noon to noon.
fn random_hours(random: &mut Rng, has_nights: bool, is_extra: bool, audience: &str) -> Hours {
    let quarter = |random: &mut Rng, from: u32, to: u32| random.u32(from / 15..=to / 15) * 15;
    let (start, end) = if has_nights && random.bool() {
        let start = quarter(random, 17 * 60, DAY - 15);
        let latest = (start + 14 * 60).min(DAY + 12 * 60);
        (start, quarter(random, DAY, latest))
    } else {
        let start = quarter(random, if has_nights { 12 * 60 } else { 0 }, DAY - 30);
        (start, quarter(random, start + 15, DAY))
    };
    // The end is written as a clock shows it, but for midnight.
    let shown_end = if end == DAY { "24:00".to_owned() } else { clock(end % DAY) };
    let (is_open_ended, by_appointment) =
        if is_extra { (false, false) } else { (random.u8(..12) == 0, random.u8(..4) == 0) };
    let is_for_some = !is_extra && random.u8(..4) == 0;
    let is_agreed = !is_extra && !has_nights && random.u8(..20) == 0;
    let mut yaml = match () {
        () if is_agreed => String::new(),
        () if is_open_ended => format!(", ore: \"{}\"", clock(start)),
        () => format!(", ore: \"{}-{shown_end}\"", clock(start)),
    };
    let mut rank = u8::from(is_for_some);
    if by_appointment || is_agreed {
        yaml += ", su_appuntamento: sì";
        rank += 2;
    }
    if is_for_some {
        write!(yaml, ", per: {audience}").unwrap();
    }
    let comment = match rank {
        0 => String::new(),
        1 => format!(" \"{audience}\""),
        2 => " \"appuntamento\"".to_owned(),
        _ => format!(" \"appuntamento {audience}\""),
    };
    let osm = match () {
        () if is_agreed => format!("00:00-24:00 open{comment}"),
        () if is_open_ended => {
            rank += 4;
            format!("{}-24:00 unknown", clock(start))
        }
        () => format!("{}-{} open{comment}", clock(start), clock(end)),
    };
    Hours { yaml, osm, rank }
}

pub(super) fn random_schedule(random: &mut Rng, first: NaiveDate) -> Schedule {
    const WEEKDAYS: [(&str, &str); 7] =
        [("lun", "Mo"), ("mar", "Tu"), ("mer", "We"), ("gio", "Th"), ("ven", "Fr"), ("sab", "Sa"), ("dom", "Su")];
    let has_nights = random.u8(..3) == 0;
    let audience = ["donne", "minori", "uomini"][random.usize(..3)];
    let (mut yaml, mut weekly) = ("nome: Prova\norari:\n".to_owned(), Vec::new());
    for _ in 0..random.u8(1..=6) {
        let mut days: Vec<_> = WEEKDAYS.into_iter().filter(|_| random.bool()).collect();
        days.extend(days.is_empty().then(|| WEEKDAYS[random.usize(..7)]));
        let hours = random_hours(random, has_nights, false, audience);
        let join = |names: Vec<&str>, separator: &str| names.join(separator);
        let italian = join(days.iter().map(|(italian, _)| *italian).collect(), ", ");
        writeln!(yaml, "  - {{giorni: [{italian}]{}}}", hours.yaml).unwrap();
        let english = join(days.iter().map(|(_, english)| *english).collect(), ",");
        weekly.push((hours.rank, format!("{english} {}", hours.osm)));
    }
    // Of two rules at the same time the later one holds.
    weekly.sort_by_key(|(rank, _)| std::cmp::Reverse(*rank));
    let mut osm = weekly.into_iter().map(|(_, rule)| rule).collect::<Vec<_>>().join(", ");

    let off = if has_nights { "12:00-36:00 off" } else { "off" };
    let day = |random: &mut Rng| first + Duration::days(random.i64(0..DAYS));
    let written = |day: NaiveDate| day.format("%Y %b %d").to_string();
    if random.u8(..3) == 0 {
        yaml += "aperto_festivi: sì\n";
    } else {
        write!(osm, "; PH {off}; Jun 29 {off}").unwrap();
    }
    if random.u8(..8) == 0 {
        let last = day(random);
        writeln!(yaml, "sospeso_fino: {last}").unwrap();
        write!(osm, "; {}-{} {off}", written(first - Duration::days(9)), written(last)).unwrap();
    }
    yaml += "chiusure:\n  - 2020-01-01\n";
    for _ in 0..random.u8(..5) {
        let start = day(random);
        let end = match random.u8(..3) {
            0 => start,
            1 => start + Duration::days(random.i64(1..10)),
            _ => start + Duration::days(random.i64(1..60)),
        };
        writeln!(yaml, "  - {{date: {start}/{end}, motivo: ferie}}").unwrap();
        write!(osm, "; {}-{} {off}", written(start), written(end)).unwrap();
    }
    yaml += "aperture:\n  - {date: 2020-01-01, ore: \"9:00-13:00\"}\n";
    for _ in 0..random.u8(..4) {
        let (day, hours) = (day(random), random_hours(random, has_nights, true, audience));
        writeln!(yaml, "  - {{date: {day}{}}}", hours.yaml).unwrap();
        write!(osm, ", {} {}", written(day), hours.osm).unwrap();
    }
    Schedule { yaml, osm }
}

/// What the oracle says, as `open`, `appuntamento`, `donne`, `unknown`…, with the time of the clock at which it begins.
fn oracle_states(osm: &str, from: NaiveDateTime, to: NaiveDateTime) -> Vec<(NaiveDateTime, String)> {
    let hours: opening_hours::OpeningHours = osm.parse().unwrap_or_else(|error| panic!("{osm}: {error}"));
    let hours = hours.with_context(Context::default().with_holidays(Country::IT.holidays()));
    let label = |kind: RuleKind, comment: &str| match (kind, comment) {
        (RuleKind::Open, "") => "open".to_owned(),
        (RuleKind::Open, comment) => comment.to_owned(),
        (kind, _) => kind.to_string(),
    };
    hours.iter_range(from, to).map(|range| (range.range.start, label(range.kind, &range.comment))).collect()
}

/// The half hours of a period, as instants and as the clock of Rome shows them.
pub(super) fn half_hours(first: NaiveDate) -> Vec<(DateTime<Tz>, NaiveDateTime)> {
    let start = ROME.from_local_datetime(&first.and_time(NaiveTime::MIN)).unwrap();
    let instants = (0..DAYS * 48).map(|step| start + Duration::minutes(30 * step));
    instants.map(|at| (at, at.naive_local())).collect()
}

/// Compares both at every half hour, and at the ends that are foretold; describes the first difference.
fn compare(schedule: &Schedule, half_hours: &[(DateTime<Tz>, NaiveDateTime)], territory: &Territory) -> Option<String> {
    let centre = centre(&schedule.yaml);
    let calendar = OpeningCalendar::new(territory, &centre);
    let (from, to) = (half_hours[0].1, half_hours[half_hours.len() - 1].1 + Duration::days(1));
    let states = oracle_states(&schedule.osm, from, to);
    let expected = |clock: NaiveDateTime| states[states.partition_point(|(start, _)| *start <= clock) - 1].1.as_str();
    let describe = |at: DateTime<Tz>, found: &str, instead: &str| {
        Some(format!("{at}: {found}, not {instead}\n{}\n{}", schedule.yaml, schedule.osm))
    };
    let label_of = |access: &Option<Access<'_>>| match access {
        Some(access) => label(access.kind, &access.audiences),
        None => "closed".to_owned(),
    };
    let mut last: Option<(Option<Access<'_>>, String)> = None;
    // The end of the current state, as it was foretold when it began.
    let mut end: Option<DateTime<Tz>> = None;
    for (at, clock) in half_hours {
        let access = calendar.access_at(*clock);
        let is_same = last.as_ref().is_some_and(|(other, _)| *other == access);
        let found = if is_same { last.take().map_or_else(String::new, |(_, found)| found) } else { label_of(&access) };
        if found != expected(*clock) {
            return describe(*at, &found, expected(*clock));
        }
        if !is_same && end.is_some_and(|end| end > *at) {
            return describe(*at, &found, &format!("what was foretold until {end:?}"));
        }
        if !is_same || end.is_some_and(|end| end <= *at) {
            let state = calendar.state(*at);
            let (said, next) = match &state {
                OpeningState::Open { until, audiences } => (label(AccessKind::WalkIn, audiences), *until),
                OpeningState::ByAppointment { until, audiences } => {
                    (label(AccessKind::ByAppointment, audiences), *until)
                }
                OpeningState::Unknown => ("unknown".to_owned(), None),
                OpeningState::Closed { opens, .. } => ("closed".to_owned(), opens.as_ref().map(|next| next.at)),
            };
            if said != found {
                return describe(*at, &said, &found);
            }
            // To the minute: it is so just before the end, and no longer then.
            if let Some(next) = next.filter(|next| next.naive_local() < to) {
                let then = expected(next.naive_local());
                let before = expected((next - Duration::minutes(1)).naive_local());
                if then == found || before != found {
                    return describe(*at, &found, &format!("{before} before {next} and {then} then"));
                }
                if let OpeningState::Closed { opens: Some(opens), .. } = &state
                    && then != label(opens.access.kind, &opens.access.audiences)
                {
                    return describe(*at, &format!("{opens:?}"), then);
                }
            }
            end = next;
        }
        last = Some((access, found));
    }
    None
}

#[test]
fn hours_agree_with_the_oracle() {
    let territory = rome();
    let schedules = if is_soak() { 5_000_u32 } else { 200 };
    let periods = FIRST_DAYS.map(|first| half_hours(first.parse().unwrap()));
    let problems = (0..schedules).into_par_iter().filter_map(|seed| {
        let half_hours = &periods[usize::try_from(seed).unwrap() % periods.len()];
        let schedule = random_schedule(&mut Rng::with_seed(seed.into()), half_hours[0].1.date());
        compare(&schedule, half_hours, &territory).map(|difference| format!("seed {seed}: {difference}"))
    });
    assert_no_problems(problems.take_any(3).collect());
}

/// Both count Easter Sunday; the patrons of the town are only ours.
#[test]
fn holidays_agree_with_the_oracle() {
    let holidays = Country::IT.holidays();
    let first: NaiveDate = "2026-01-01".parse().unwrap();
    let differing: Vec<NaiveDate> = first
        .iter_days()
        .take(15 * 365)
        .filter(|day| rome().is_holiday(*day) != holidays.get_public().contains(*day))
        .take(20)
        .collect();
    assert!(differing.iter().all(|day| day.format("%m-%d").to_string() == "06-29"), "{differing:?}");
    assert!(differing.len() > 10);
}
