//! Opening hours of contact points: the state at an instant, the table of a week, and the comparison with an oracle.

mod notation;
mod oracle;
mod script;

use std::fmt::Write;

use bacheca::board::{AccessKind, OpeningCalendar, OpeningState};
use bacheca::config::{Config, Territory};
use bacheca::model::{ContactPoint, Reader, decode_record};
use bacheca::source::{Yaml, parse, split};
use chrono::{DateTime, NaiveDateTime, TimeZone, Utc};
use chrono_tz::Tz;

const ROME: Tz = Tz::Europe__Rome;

/// A contact point with these facts.
fn centre(yaml: &str) -> ContactPoint {
    let document = split("content/centri/prova.md", format!("---\n{yaml}\n---\n").into_bytes()).unwrap();
    let root = parse(&document, &mut Vec::new()).unwrap();
    let Yaml::Map(entries) = &root.yaml else { panic!("{yaml}") };
    let mut problems = Vec::new();
    let centre = decode_record(entries, &mut Reader::new(&mut problems));
    assert!(problems.is_empty(), "{yaml}\n{problems:?}");
    centre
}

/// Rome, whose patrons are on 29 June.
fn rome() -> Territory {
    let toml = "[bacheca]\nnome = \"Prova\"\nindirizzo = \"https://example.org\"\n[territorio]\nfeste = [\"06-29\"]\n";
    Config::parse(toml.to_owned()).unwrap().territorio
}

fn label(kind: AccessKind, audiences: &[&str]) -> String {
    let audience = audiences.join(" ");
    match kind {
        AccessKind::WalkIn if audience.is_empty() => "open".to_owned(),
        AccessKind::WalkIn => audience,
        AccessKind::ByAppointment => format!("appuntamento {audience}").trim().to_owned(),
        AccessKind::OpenEnded | AccessKind::Unknown => "unknown".to_owned(),
    }
}

/// An instant by the clock of Rome; `Z` at its end makes it UTC.
fn at(text: &str) -> DateTime<Tz> {
    match text.strip_suffix('Z') {
        Some(utc) => utc.parse::<NaiveDateTime>().unwrap().and_local_timezone(Utc).unwrap().with_timezone(&ROME),
        None => ROME.from_local_datetime(&text.parse().unwrap()).unwrap(),
    }
}

/// State as text: `open until 2026-12-07 13:00 (donne)`.
fn state(yaml: &str, instant: &str) -> String {
    let (centre, territory) = (centre(yaml), rome());
    let time = |at: DateTime<Tz>| at.format("%m-%d %H:%M %Z").to_string();
    let until = |until: Option<DateTime<Tz>>, audiences: Vec<&str>| {
        let end = until.map_or_else(|| "always".to_owned(), |until| format!("until {}", time(until)));
        [vec![end.as_str()], audiences].concat().join(" ")
    };
    match OpeningCalendar::new(&territory, &centre).state(at(instant)) {
        OpeningState::Open { until: end, audiences } => format!("open {}", until(end, audiences)),
        OpeningState::ByAppointment { until: end, audiences } => format!("by appointment {}", until(end, audiences)),
        OpeningState::Unknown => "unknown".to_owned(),
        OpeningState::Closed { opens, exception } => {
            let why = exception.map(|why| format!(" {why:?}")).unwrap_or_default();
            let opens = opens.map_or_else(String::new, |next| {
                format!(", then {} {}", label(next.access.kind, &next.access.audiences), time(next.at))
            });
            format!("closed{why}{opens}")
        }
    }
}

#[test]
fn state_at_an_instant() {
    let office = "orari: [{giorni: [lun, mar, mer, gio, ven], ore: [\"9:00-13:00\", \"13:00-18:00\"]}]";
    let night = "orari: [{giorni: [sab], ore: \"22:00-6:00\"}]";
    let august = "orari: [{giorni: [lun], ore: \"9:00-13:00\"}]\nchiusure: [{date: 2026-08, motivo: ferie}]";
    let groups = "orari:\n  - {giorni: [lun], ore: \"9:00-12:00\", per: donne}\n  - {giorni: [lun], ore: \"9:00-12:00\", per: minori}\n  - {giorni: [lun], ore: \"10:00-11:00\"}\n  - {giorni: [lun], ore: \"8:00-14:00\", su_appuntamento: sì}";
    for (yaml, instant, expected) in [
        // Slots that touch are one.
        (office, "2026-12-01T10:00:00", "open until 12-01 18:00 CET"),
        (office, "2026-12-01T12:59:59", "open until 12-01 18:00 CET"),
        (office, "2026-12-01T18:00:00", "closed, then open 12-02 09:00 CET"),
        (office, "2026-12-04T19:00:00", "closed, then open 12-07 09:00 CET"),
        // The Immaculate Conception; the end of the year and Epiphany; the patrons of Rome; the day after a leap day.
        (office, "2026-12-08T10:00:00", "closed Holiday, then open 12-09 09:00 CET"),
        (office, "2026-12-31T18:30:00", "closed, then open 01-04 09:00 CET"),
        (office, "2026-06-29T10:00:00", "closed Holiday, then open 06-30 09:00 CEST"),
        (office, "2028-02-28T18:00:00", "closed, then open 02-29 09:00 CET"),
        (office, "2028-02-29T18:00:00", "closed, then open 03-01 09:00 CET"),
        // Both changes of the clock: the night has seven hours, or nine.
        (night, "2027-03-27T23:00:00", "open until 03-28 06:00 CEST"),
        (night, "2026-10-25T00:30:00Z", "open until 10-25 06:00 CET"),
        (night, "2026-10-25T01:30:00Z", "open until 10-25 06:00 CET"),
        (night, "2026-10-25T06:00:00", "closed, then open 10-31 22:00 CET"),
        (
            "orari: [{giorni: [dom], ore: \"1:00-2:30\"}]",
            "2027-03-28T01:30:00",
            "closed Holiday, then open 04-04 01:00 CEST",
        ),
        (
            "aperto_festivi: sì\norari: [{giorni: [dom], ore: \"1:00-2:30\"}]",
            "2027-03-28T01:30:00",
            "open until 03-28 03:00 CEST",
        ),
        (
            "aperto_festivi: sì\norari: [{giorni: [dom], ore: \"2:30-5:00\"}]",
            "2027-03-28T01:30:00",
            "closed, then open 03-28 03:00 CEST",
        ),
        // The hour that is twice: the clock shows the slot again.
        ("orari: [{giorni: [dom], ore: \"2:15-2:45\"}]", "2026-10-25T00:20:00Z", "open until 10-25 02:45 CEST"),
        ("orari: [{giorni: [dom], ore: \"2:15-2:45\"}]", "2026-10-25T00:50:00Z", "closed, then open 10-25 02:15 CET"),
        ("orari: [{giorni: [dom], ore: \"1:00-2:30\"}]", "2026-10-25T00:45:00Z", "closed, then open 10-25 02:00 CET"),
        // A night begins before a closure and goes on; none begins within it.
        ("orari: \"22:00-6:00\"\nchiusure: [2026-12-10]", "2026-12-10T05:00:00", "open until 12-10 06:00 CET"),
        (
            "orari: \"22:00-6:00\"\nchiusure: [2026-12-10]",
            "2026-12-10T23:00:00",
            "closed Closed(None), then open 12-11 22:00 CET",
        ),
        // Closed for weeks, for ever, or until a day.
        (august, "2026-08-03T10:00:00", "closed Closed(Some(\"ferie\")), then open 09-07 09:00 CEST"),
        (august, "2026-07-27T13:00:00", "closed, then open 09-07 09:00 CEST"),
        (
            "orari: [{giorni: [lun], ore: \"9-13\"}]\nchiusure: [2026-01-01/2028-12-31]",
            "2026-08-03T10:00:00",
            "closed Closed(None)",
        ),
        (
            "orari: lunedì 9-13\nsospeso_fino: 2026-11-30",
            "2026-11-30T10:00:00",
            "closed Suspended(2026-11-30), then open 12-07 09:00 CET",
        ),
        ("orari: 0:00-24:00\naperto_festivi: sì", "2026-12-25T10:00:00", "open always"),
        // Extra openings, even within a closure.
        (
            "orari: lunedì 9-13\naperture: [{date: 2026-12-08, ore: \"15:00-17:00\"}]",
            "2026-12-08T10:00:00",
            "closed, then open 12-08 15:00 CET",
        ),
        (
            "orari: martedì 9-13\naperture: [{date: 2026-12-08, ore: \"9:00-11:00\", su_appuntamento: sì}]",
            "2026-12-08T10:00:00",
            "by appointment until 12-08 11:00 CET",
        ),
        // Whom it is for: everybody before some, walk-in before appointment.
        (groups, "2026-12-14T08:30:00", "by appointment until 12-14 09:00 CET"),
        (groups, "2026-12-14T09:30:00", "open until 12-14 10:00 CET donne minori"),
        (groups, "2026-12-14T10:30:00", "open until 12-14 11:00 CET"),
        (groups, "2026-12-13T10:30:00", "closed, then appuntamento 12-14 08:00 CET"),
        (
            "orari: [{giorni: [lun], su_appuntamento: sì}]",
            "2026-12-14T03:00:00",
            "by appointment until 12-15 00:00 CET",
        ),
        ("orari: Su appuntamento", "2026-12-14T03:00:00", "by appointment until 12-25 00:00 CET"),
        // What is unknown is never called open or closed.
        ("nome: Prova", "2026-12-14T03:00:00", "unknown"),
        ("orari: la mattina, tranne ad agosto", "2026-12-14T03:00:00", "unknown"),
        ("orari: [{giorni: [lun], ore: mattina}]", "2026-12-14T20:00:00", "unknown"),
        ("orari: [{giorni: [lun], ore: mattina}]", "2026-12-13T20:00:00", "closed"),
        ("orari: [{giorni: [lun], ore: \"9:00\"}]", "2026-12-14T09:30:00", "unknown"),
        ("orari: [{giorni: [lun], ore: \"9:00\"}]", "2026-12-14T08:30:00", "closed, then unknown 12-14 09:00 CET"),
    ] {
        assert_eq!(state(yaml, instant), expected, "{yaml}\n{instant}");
    }
}

/// The week of Christmas: a line for each day, with the reason where it is another than usual.
#[test]
fn table_of_a_week() {
    let yaml = "orari:\n  - {giorni: [lun, mer, ven, sab], ore: [\"15:00-18:00\", \"9:00-13:00\"]}\n  - {giorni: [mer], su_appuntamento: sì, per: donne}\nchiusure: [{date: 2026-12-21, motivo: trasloco}, 2026-12-22]\naperture: [{date: 2026-12-26, ore: \"12:00-15:00\", motivo: pranzo}, {date: 2026-12-27, ore: \"20:00-8:00\"}]\nsospeso_fino: 2026-12-19";
    let (centre, territory) = (centre(yaml), rome());
    let mut table = String::new();
    for row in OpeningCalendar::new(&territory, &centre).week("2026-12-19".parse().unwrap()) {
        write!(table, "{}", row.day.format("%a %d")).unwrap();
        for slot in row.slots {
            let hours = slot.hours.map_or_else(|| "hours agreed upon".to_owned(), ToString::to_string);
            write!(table, " | {hours} {}", label(slot.kind, slot.audience.as_slice())).unwrap();
        }
        writeln!(table, "{}", row.exception.map(|why| format!(" | {why:?}")).unwrap_or_default()).unwrap();
    }
    assert_eq!(
        table,
        "Sat 19 | Suspended(2026-12-19)
Sun 20
Mon 21 | Closed(Some(\"trasloco\"))
Tue 22
Wed 23 | hours agreed upon appuntamento donne | 9:00-13:00 open | 15:00-18:00 open
Thu 24
Fri 25 | Holiday
"
    );
    let rows = OpeningCalendar::new(&territory, &centre).week("2026-12-26".parse().unwrap());
    let shown: Vec<String> = rows[..2]
        .iter()
        .map(|row| {
            format!(
                "{} {:?}",
                row.slots.iter().map(|slot| slot.hours.unwrap().to_string()).collect::<String>(),
                row.exception
            )
        })
        .collect();
    assert_eq!(shown, ["12:00-15:00 Some(ExtraOpening(Some(\"pranzo\")))", "20:00-8:00 Some(ExtraOpening(None))"]);
}
