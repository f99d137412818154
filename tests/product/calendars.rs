//! Calendars as programs that are not ours understand them (RFC 5545).

use std::collections::{BTreeMap, BTreeSet};

use calcard::icalendar::{ICalendar, ICalendarComponent, ICalendarProperty};

use crate::support::{Tree, none, real_site, run, small_board, small_site, tree};

/// Every calendar of a site.
fn calendars(site: &Tree) -> Vec<(&str, &str)> {
    let files = site.iter().filter(|(path, _)| path.ends_with(".ics"));
    files.map(|(path, bytes)| (path.as_str(), std::str::from_utf8(bytes).unwrap())).collect()
}

/// Lines as they were before they were folded.
fn lines(text: &str) -> Vec<String> {
    text.replace("\r\n ", "").lines().map(str::to_owned).collect()
}

/// The lines of each entry, by its name: what stands before the first `:` or `;`, and the whole line.
fn entries(text: &str) -> BTreeMap<String, Vec<String>> {
    let lines = lines(text);
    let entries = lines.split(|line| line == "BEGIN:VEVENT").skip(1);
    entries
        .map(|lines| {
            let lines: Vec<String> = lines.iter().take_while(|line| *line != "END:VEVENT").cloned().collect();
            (lines.iter().find_map(|line| line.strip_prefix("UID:")).unwrap().to_owned(), lines)
        })
        .collect()
}

#[test]
fn two_other_programs_read_every_calendar() {
    let mut problems = Vec::new();
    for site in [tree(small_site()), tree(real_site())] {
        let found = calendars(&site);
        assert!(found.len() > 10, "{}", found.len());
        for (path, text) in found {
            match ICalendar::parse(text) {
                Ok(calendar) => {
                    let events: Vec<&ICalendarComponent> =
                        calendar.components.iter().filter(|component| component.component_type.is_event()).collect();
                    problems.extend((events.len() != entries(text).len()).then(|| format!("{path}: events are lost")));
                    let needed = [
                        ICalendarProperty::Uid,
                        ICalendarProperty::Dtstamp,
                        ICalendarProperty::Dtstart,
                        ICalendarProperty::Summary,
                    ];
                    for event in events {
                        let missing = needed.iter().filter(|property| !event.has_property(property));
                        problems.extend(missing.map(|property| format!("{path}: no {property:?}")));
                    }
                }
                Err(error) => problems.push(format!("{path}: {error:?}")),
            }
            // What wrote it knows the standard's tables: it did not look at them while writing.
            if let Err(found) = ical::tree::cst::IcalCst::parse(text).unwrap().decode().validate() {
                problems.extend(found.iter().map(|problem| format!("{path}: {problem}")));
            }
        }
    }
    none(problems);
}

#[test]
fn lines_are_as_long_as_they_may_be_in_every_script() {
    let site = tree(real_site());
    let mut problems = Vec::new();
    for (path, text) in calendars(&site) {
        for line in text.split("\r\n") {
            // Split between characters: each physical line is UTF-8 by itself, or the text would not be.
            if line.len() > 75 || line.contains(['\r', '\n']) {
                problems.push(format!("{path}: {} octets: {line}", line.len()));
            }
        }
        problems.extend((!text.ends_with("END:VCALENDAR\r\n")).then(|| format!("{path}: its last line is open")));
    }
    none(problems);
    for (path, script) in [("ar/scadenze.ics", '\u{600}'..='\u{6ff}'), ("bn/scadenze.ics", '\u{980}'..='\u{9ff}')] {
        let text = std::str::from_utf8(&site[path]).unwrap();
        let folded =
            text.split("\r\n").any(|line| line.starts_with(' ') && line.contains(|letter| script.contains(&letter)));
        assert!(folded, "{path} has no long line in its own script");
        let bytes = site[path].split(|byte| *byte == b'\n');
        none(bytes.filter(|line| std::str::from_utf8(line).is_err()).map(|line| format!("{path}: {line:?}")).collect());
    }
}

#[test]
fn a_deadline_is_its_whole_last_day_and_rings_before() {
    let site = tree(small_site());
    let text = std::str::from_utf8(&site["scadenze.ics"]).unwrap();
    let entry = &entries(text)["aiuto-cuoco-mensa.scadenza@borgo.example.org"];
    for line in [
        "DTSTART;VALUE=DATE:20261130",
        // The first day on which it is over.
        "DTEND;VALUE=DATE:20261201",
        "TRIGGER:-P3D",
        "ACTION:DISPLAY",
        // The day of the item's own last change, whatever the clock says.
        "DTSTAMP:20261118T000000Z",
        "CATEGORIES:Lavoro",
        "SUMMARY:Scadenza: Aiuto cuoco o cuoca nella mensa della scuola",
        "URL:https://borgo.example.org/bacheca/o/aiuto-cuoco-mensa/",
    ] {
        assert!(entry.iter().any(|found| found == line), "{line} is not in {entry:#?}");
    }
}

#[test]
fn a_course_comes_back_every_week_and_keeps_its_hour() {
    let site = tree(small_site());
    let text = std::str::from_utf8(&site["eventi.ics"]).unwrap();
    let entries = entries(text);
    let first = &entries["italiano-a2@borgo.example.org"];
    for line in [
        "DTSTART;TZID=Europe/Rome:20261209T100000",
        "DTEND;TZID=Europe/Rome:20261209T123000",
        "RRULE:FREQ=WEEKLY;UNTIL=20270226T225959Z;BYDAY=MO,WE,FR",
        "LOCATION:Biblioteca di Borgo\\, via dei Libri 7\\, Borgo",
    ] {
        assert!(first.iter().any(|found| found == line), "{line} is not in {first:#?}");
    }
    // The evening group has two slots, the women's group two mornings of which nobody knows the hours.
    let starts: Vec<&str> = entries.values().flatten().filter_map(|line| line.strip_prefix("DTSTART")).collect();
    assert!(
        starts.contains(&";TZID=Europe/Rome:20261210T180000") && starts.contains(&";TZID=Europe/Rome:20261210T194500")
    );
    assert!(starts.contains(&";VALUE=DATE:20261212") && starts.contains(&";VALUE=DATE:20261219"), "{starts:?}");
    // Clocks change on the last Sundays of March and October: what holds, and what changes while something is on.
    let rules = |text: &str| lines(text).into_iter().filter(|line| line.starts_with("DTSTART:")).collect::<Vec<_>>();
    assert_eq!(rules(text), ["DTSTART:20261025T030000"]);
    let real = tree(real_site());
    let spring = rules(std::str::from_utf8(&real["o/addetti-cucina/event.ics"]).unwrap());
    assert_eq!(spring, ["DTSTART:20270328T020000"]);
    let both = rules(std::str::from_utf8(&real["eventi.ics"]).unwrap());
    assert!(
        both.starts_with(&["DTSTART:20261025T030000".to_owned(), "DTSTART:20270328T020000".to_owned()]),
        "{both:?}"
    );
    assert!(lines(text).contains(&"REFRESH-INTERVAL;VALUE=DURATION:PT12H".to_owned()));
    assert!(lines(text).contains(&"X-WR-CALNAME:Bacheca di Borgo: Corsi ed eventi".to_owned()));
}

#[test]
fn an_entry_is_the_same_in_every_language() {
    let site = tree(small_site());
    let of = |path: &str| entries(std::str::from_utf8(&site[path]).unwrap());
    for file in ["eventi.ics", "scadenze.ics"] {
        let own: BTreeSet<String> = of(file).into_keys().collect();
        for language in ["en", "ar"] {
            assert_eq!(own, of(&format!("{language}/{file}")).into_keys().collect(), "{language}/{file}");
        }
    }
    let summary = |path: &str| of(path).into_values().flatten().find(|line| line.starts_with("SUMMARY")).unwrap();
    assert!(summary("ar/eventi.ics").contains("[مثال]"), "{}", summary("ar/eventi.ics"));
}

#[test]
fn what_is_open_and_has_a_day_has_a_file_of_its_own() {
    let site = tree(small_site());
    for (slug, has) in
        [("aiuto-cuoco-mensa", true), ("italiano-a2", true), ("sportello-diritti", false), ("porte-aperte", false)]
    {
        for language in ["", "en/"] {
            let folder = format!("{language}o/{slug}/");
            let Some(page) = site.get(&format!("{folder}index.html")) else { continue };
            let page = std::str::from_utf8(page).unwrap();
            assert_eq!(site.contains_key(&format!("{folder}event.ics")), has, "{folder}");
            assert_eq!(page.contains("href=\"event.ics\""), has, "{folder}");
        }
    }
}

#[test]
fn what_is_cancelled_says_so_and_what_was_over_long_ago_is_gone() {
    let board = small_board();
    let file = board.path().join("content/opportunita/esempi/italiano-a2.md");
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, text.replace("esempio: sì\n", "stato: annullato\naggiornato: 2026-11-20\n")).unwrap();
    let skip = ["build", "--skip", "poster,card,print,search"];
    let built = |today: &str| {
        let root = board.path().to_str().unwrap();
        run(&[&["--root", root, "--today", today], skip.as_slice()].concat()).ends(0);
        std::fs::read_to_string(board.path().join("public/eventi.ics")).unwrap()
    };
    let text = built("2026-11-21");
    let entry = &entries(&text)["italiano-a2@borgo.example.org"];
    for line in ["STATUS:CANCELLED", "SEQUENCE:4", "LAST-MODIFIED:20261120T000000Z"] {
        assert!(entry.iter().any(|found| found == line), "{line} is not in {entry:#?}");
    }
    assert!(entries(&built("2027-03-20")).contains_key("italiano-a2@borgo.example.org"));
    assert!(entries(&built("2027-04-20")).is_empty());
}
