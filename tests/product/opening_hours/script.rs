//! The script of pages says of each half hour what the calendar of the board says.

use std::io::Write;
use std::process::{Command, Stdio};

use bacheca::board::{AccessKind, OpeningCalendar, OpeningState};
use bacheca::compose::contact_point::Schedule;
use bacheca::model::ContactPoint;
use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, TimeDelta, TimeZone, Timelike, Weekday};
use chrono_tz::Tz;
use serde_json::json;

use super::{ROME, centre, rome};
use crate::support::{assert_no_problems, repository_path};

/// Hours of every sort. None begins or ends in an hour that a change of the clocks leaves out.
const HOURS: &[&str] = &[
    "orari: [{giorni: [lun, mar, mer, gio, ven], ore: [\"9:00-13:00\", \"15:00-18:30\"]}]\nchiusure: [{date: 2026-12-07/2026-12-11}]\naperture: [{date: 2026-11-15, ore: \"10:00-12:00\"}, {date: 2026-12-08, ore: \"10:00-12:00\"}]",
    "orari: [{ore: \"22:00-6:00\"}]\naperto_festivi: sì",
    "orari: [{giorni: [sab], ore: \"20:00-9:00\"}, {giorni: [dom], ore: \"8:00-10:00\", su_appuntamento: sì}]",
    "orari: [{giorni: [lun, gio], ore: \"9:00-17:00\", su_appuntamento: sì}, {giorni: [gio], ore: \"10:00-12:00\"}, {giorni: [gio], ore: \"11:00-16:00\", per: donne}]",
    "orari: [{giorni: [mar], ore: \"9:00\"}, {giorni: [ven], ore: mattina}]",
    "orari: [{giorni: [mer], su_appuntamento: sì}]",
    "orari: [{ore: \"0:00-24:00\"}]\naperto_festivi: sì",
    "orari: [{giorni: [lun], ore: \"9:00-13:00\"}]\nsospeso_fino: 2026-11-20",
];

/// Days of builds, each with a change of the clocks within two months.
const TODAYS: [&str; 2] = ["2026-10-12", "2027-02-20"];

#[test]
fn script_says_what_the_calendar_says() {
    let territory = rome();
    let mut problems = Vec::new();
    for today in TODAYS {
        let today: NaiveDate = today.parse().unwrap();
        let midnight = ROME.from_local_datetime(&today.and_time(NaiveTime::MIN)).unwrap();
        let instants: Vec<DateTime<Tz>> = (0..60 * 48).map(|half| midnight + TimeDelta::minutes(30 * half)).collect();
        for hours in HOURS {
            let centre: ContactPoint = centre(hours);
            let calendar = OpeningCalendar::new(&territory, &centre);
            let schedule = Schedule::new(&calendar, today);
            let said = run_script(&schedule, &instants);
            for (instant, said) in instants.iter().zip(said) {
                let expected = expected_text(&calendar, *instant, schedule.until);
                if said != expected {
                    problems.push(format!("{hours}\n  at {instant}: «{said}», not «{expected}»"));
                }
            }
        }
    }
    assert_no_problems(problems);
}

/// What the script says at each instant; a `+` at the end means that it counts as open.
fn run_script(schedule: &Schedule, instants: &[DateTime<Tz>]) -> Vec<String> {
    let input = json!({
        "script": repository_path("themes/default/assets/open-now.js"),
        "texts": {
            "always": "open", "until": "open until {time}", "some": "open for some", "appointment": "appointment",
            "closed": "closed", "opens": "closed, opens {moment}", "opensAppointment": "closed, appointment {moment}",
        },
        "timeZone": ROME.name(),
        "hours": schedule,
        "instants": instants.iter().map(DateTime::timestamp_millis).collect::<Vec<_>>(),
    });
    let mut process = Command::new("node")
        .arg(repository_path("tests/product/opening_hours/open_now.mjs"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node is installed: apt-get install nodejs");
    process.stdin.take().unwrap().write_all(input.to_string().as_bytes()).unwrap();
    let output = process.wait_with_output().unwrap();
    assert!(output.status.success(), "the script runs");
    serde_json::from_slice(&output.stdout).unwrap()
}

fn expected_text(calendar: &OpeningCalendar<'_>, at: DateTime<Tz>, until: NaiveDate) -> String {
    let end = ROME.from_local_datetime(&until.and_time(NaiveTime::MIN)).unwrap();
    let time = |at: DateTime<Tz>| format!("{}:{:02}", at.hour(), at.minute());
    match calendar.state(at) {
        _ if at >= end => String::new(),
        OpeningState::Open { audiences, .. } if !audiences.is_empty() => "open for some +".to_owned(),
        OpeningState::Open { until: Some(change), .. }
            if change < end && change.naive_local() - at.naive_local() < TimeDelta::days(1) =>
        {
            format!("open until {} +", time(change))
        }
        OpeningState::Open { .. } => "open +".to_owned(),
        OpeningState::ByAppointment { .. } => "appointment".to_owned(),
        OpeningState::Unknown => String::new(),
        OpeningState::Closed { opens: Some(next), .. } if next.at < end => {
            let moment = format!("{} {}", day_name(at.date_naive(), next.at.date_naive()), time(next.at));
            match next.access.kind {
                AccessKind::ByAppointment => format!("closed, appointment {moment}"),
                AccessKind::WalkIn | AccessKind::OpenEnded | AccessKind::Unknown => format!("closed, opens {moment}"),
            }
        }
        OpeningState::Closed { .. } => "closed".to_owned(),
    }
}

/// «martedì», or with the day of the month from a week on.
fn day_name(today: NaiveDate, day: NaiveDate) -> String {
    const MONTHS: [&str; 12] = [
        "gennaio",
        "febbraio",
        "marzo",
        "aprile",
        "maggio",
        "giugno",
        "luglio",
        "agosto",
        "settembre",
        "ottobre",
        "novembre",
        "dicembre",
    ];
    let name = match day.weekday() {
        Weekday::Mon => "lunedì",
        Weekday::Tue => "martedì",
        Weekday::Wed => "mercoledì",
        Weekday::Thu => "giovedì",
        Weekday::Fri => "venerdì",
        Weekday::Sat => "sabato",
        Weekday::Sun => "domenica",
    };
    match (day - today).num_days() {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        2..=6 => name.to_owned(),
        _ => format!("{name} {} {}", day.day(), MONTHS[day.month0() as usize]),
    }
}
