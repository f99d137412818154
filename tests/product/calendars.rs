//! Calendars (RFC 5545), read by independent parsers.

use std::collections::{BTreeMap, BTreeSet};

use calcard::icalendar::{ICalendar, ICalendarComponent, ICalendarProperty};

use crate::support::{
    Tree, assert_no_problems, bacheca, read_tree, real_site, run_program, small_board, small_site, write,
};

/// Path and text of every calendar of a site.
fn calendar_files(site: &Tree) -> Vec<(&str, &str)> {
    let files = site.iter().filter(|(path, _)| path.ends_with(".ics"));
    files.map(|(path, bytes)| (path.as_str(), std::str::from_utf8(bytes).unwrap())).collect()
}

/// Lines without folding.
fn unfolded_lines(text: &str) -> Vec<String> {
    text.replace("\r\n ", "").lines().map(str::to_owned).collect()
}

/// Lines of each entry, by its `UID`.
fn entries_by_uid(text: &str) -> BTreeMap<String, Vec<String>> {
    let lines = unfolded_lines(text);
    let entries = lines.split(|line| line == "BEGIN:VEVENT").skip(1);
    entries
        .map(|lines| {
            let lines: Vec<String> = lines.iter().take_while(|line| *line != "END:VEVENT").cloned().collect();
            (lines.iter().find_map(|line| line.strip_prefix("UID:")).unwrap().to_owned(), lines)
        })
        .collect()
}

#[test]
fn calendar_is_read_by_two_other_parsers() {
    let mut problems = Vec::new();
    for site in [read_tree(small_site()), read_tree(real_site())] {
        let found = calendar_files(&site);
        assert!(found.len() > 10, "{}", found.len());
        for (path, text) in found {
            match ICalendar::parse(text) {
                Ok(calendar) => {
                    let events: Vec<&ICalendarComponent> =
                        calendar.components.iter().filter(|component| component.component_type.is_event()).collect();
                    problems.extend(
                        (events.len() != entries_by_uid(text).len()).then(|| format!("{path}: events are lost")),
                    );
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
            // The crate that wrote it can validate it against the standard's tables, but does not do so while writing.
            if let Err(found) = ical::tree::cst::IcalCst::parse(text).unwrap().decode().validate() {
                problems.extend(found.iter().map(|problem| format!("{path}: {problem}")));
            }
        }
    }
    assert_no_problems(problems);
}

#[test]
fn lines_are_folded_at_the_limit_in_every_script() {
    let site = read_tree(real_site());
    let mut problems = Vec::new();
    for (path, text) in calendar_files(&site) {
        for line in text.split("\r\n") {
            // Lines are folded between characters, so each one is valid UTF-8.
            if line.len() > 75 || line.contains(['\r', '\n']) {
                problems.push(format!("{path}: {} octets: {line}", line.len()));
            }
        }
        problems.extend((!text.ends_with("END:VCALENDAR\r\n")).then(|| format!("{path}: its last line is open")));
    }
    assert_no_problems(problems);
    for (path, script) in [("ar/scadenze.ics", '\u{600}'..='\u{6ff}'), ("bn/scadenze.ics", '\u{980}'..='\u{9ff}')] {
        let text = std::str::from_utf8(&site[path]).unwrap();
        let folded =
            text.split("\r\n").any(|line| line.starts_with(' ') && line.contains(|letter| script.contains(&letter)));
        assert!(folded, "{path} has no long line in its own script");
        let bytes = site[path].split(|byte| *byte == b'\n');
        assert_no_problems(
            bytes.filter(|line| std::str::from_utf8(line).is_err()).map(|line| format!("{path}: {line:?}")).collect(),
        );
    }
}

#[test]
fn deadline_is_an_all_day_entry_with_alarm() {
    let site = read_tree(small_site());
    let text = std::str::from_utf8(&site["scadenze.ics"]).unwrap();
    let entry = &entries_by_uid(text)["aiuto-cuoco-mensa.scadenza@borgo.example.org"];
    for line in [
        "DTSTART;VALUE=DATE:20261130",
        // The end is the first day after the deadline.
        "DTEND;VALUE=DATE:20261201",
        "TRIGGER:-P3D",
        "ACTION:DISPLAY",
        // The time stamp is the item's last change, not the time of the build.
        "DTSTAMP:20261118T000000Z",
        "CATEGORIES:Lavoro",
        "SUMMARY:Scadenza: Aiuto cuoco o cuoca nella mensa della scuola",
        "URL:https://borgo.example.org/bacheca/o/aiuto-cuoco-mensa/",
    ] {
        assert!(entry.iter().any(|found| found == line), "{line} is not in {entry:#?}");
    }
    // An hour is in the title, and the description says what to do.
    let entry = &entries_by_uid(text)["italiano-a2.scadenza@borgo.example.org"];
    for begins in
        ["SUMMARY:[Esempio] Scadenza 12:00: ", "DESCRIPTION:Iscriviti entro venerdì 4 dicembre 2026\\, ore 12:00 · "]
    {
        assert!(entry.iter().any(|found| found.starts_with(begins)), "{begins} is not in {entry:#?}");
    }
}

#[test]
fn course_recurs_weekly_at_local_hour() {
    let site = read_tree(small_site());
    let text = std::str::from_utf8(&site["eventi.ics"]).unwrap();
    let entries = entries_by_uid(text);
    let first = &entries["italiano-a2@borgo.example.org"];
    for line in [
        "DTSTART;TZID=Europe/Rome:20261209T100000",
        "DTEND;TZID=Europe/Rome:20261209T123000",
        "RRULE:FREQ=WEEKLY;UNTIL=20270226T225959Z;BYDAY=MO,WE,FR",
        "LOCATION:Biblioteca di Borgo\\, via dei Libri 7\\, Borgo",
    ] {
        assert!(first.iter().any(|found| found == line), "{line} is not in {first:#?}");
    }
    // The evening group has two slots, the women's group two mornings without known times.
    let starts: Vec<&str> = entries.values().flatten().filter_map(|line| line.strip_prefix("DTSTART")).collect();
    assert!(
        starts.contains(&";TZID=Europe/Rome:20261210T180000") && starts.contains(&";TZID=Europe/Rome:20261210T194500")
    );
    assert!(starts.contains(&";VALUE=DATE:20261212") && starts.contains(&";VALUE=DATE:20261219"), "{starts:?}");
    // Clocks change on the last Sundays of March and October, also during a course.
    let rules =
        |text: &str| unfolded_lines(text).into_iter().filter(|line| line.starts_with("DTSTART:")).collect::<Vec<_>>();
    assert_eq!(rules(text), ["DTSTART:20261025T030000"]);
    let real = read_tree(real_site());
    let spring = rules(std::str::from_utf8(&real["o/addetti-cucina/event.ics"]).unwrap());
    assert_eq!(spring, ["DTSTART:20270328T020000"]);
    let both = rules(std::str::from_utf8(&real["eventi.ics"]).unwrap());
    assert!(
        both.starts_with(&["DTSTART:20261025T030000".to_owned(), "DTSTART:20270328T020000".to_owned()]),
        "{both:?}"
    );
    assert!(unfolded_lines(text).contains(&"REFRESH-INTERVAL;VALUE=DURATION:PT12H".to_owned()));
    assert!(unfolded_lines(text).contains(&"X-WR-CALNAME:Bacheca di Borgo: Corsi ed eventi".to_owned()));
}

#[test]
fn entry_has_same_identity_in_every_language() {
    let site = read_tree(small_site());
    let of = |path: &str| entries_by_uid(std::str::from_utf8(&site[path]).unwrap());
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
fn open_item_with_date_has_calendar_file() {
    let site = read_tree(small_site());
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
fn cancelled_entry_is_marked_and_old_entry_is_dropped() {
    let board = small_board();
    let file = board.path().join("content/opportunita/esempi/italiano-a2.md");
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, text.replace("esempio: sì\n", "stato: annullato\naggiornato: 2026-11-20\n")).unwrap();
    let skip = ["build", "--skip", "poster,card,print,search"];
    let built = |today: &str| {
        let root = board.path().to_str().unwrap();
        run_program(&[&["--root", root, "--today", today], skip.as_slice()].concat()).expect_code(0);
        std::fs::read_to_string(board.path().join("public/eventi.ics")).unwrap()
    };
    let text = built("2026-11-21");
    let entry = &entries_by_uid(&text)["italiano-a2@borgo.example.org"];
    for line in ["STATUS:CANCELLED", "SEQUENCE:4", "LAST-MODIFIED:20261120T000000Z"] {
        assert!(entry.iter().any(|found| found == line), "{line} is not in {entry:#?}");
    }
    assert!(entries_by_uid(&built("2027-03-20")).contains_key("italiano-a2@borgo.example.org"));
    assert!(entries_by_uid(&built("2027-04-20")).is_empty());
}

#[test]
fn night_ends_on_the_next_day() {
    let board = small_board();
    let night = "---\ntipo: evento\ntitolo: Notte dei racconti\nsintesi: Si racconta fino al mattino.\nente: ponte\n\
                 pubblicato: 2026-11-20\ndestinatari: tutte le persone\ndate: 2026-12-12\norari: \"22:00-6:00\"\n\
                 modalita: in presenza\nluogo: via dei Libri 7, Borgo\ncosto: gratuito\nprogramma: non previsto\n\
                 iscrizione: non previsto\n---\n\nPorta una coperta.\n";
    write(&board.path().join("content/opportunita/2026/notte-dei-racconti.md"), night);
    bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
    let public = board.path().join("public");
    let calendar = std::fs::read_to_string(public.join("o/notte-dei-racconti/event.ics")).unwrap();
    assert!(calendar.contains("DTSTART;TZID=Europe/Rome:20261212T220000"), "{calendar}");
    assert!(calendar.contains("DTEND;TZID=Europe/Rome:20261213T060000"), "{calendar}");
    let page = std::fs::read_to_string(public.join("o/notte-dei-racconti/index.html")).unwrap();
    assert!(page.contains("2026-12-13T06:00:00+01:00"), "{page}");
    let data = std::fs::read_to_string(public.join("dati/opportunita.json")).unwrap();
    assert!(data.contains("22:00-6:00"), "{data}");
}

#[test]
fn course_has_no_lessons_in_pauses_and_on_holidays() {
    let board = small_board();
    let site = std::fs::read_to_string(board.path().join("site.toml")).unwrap();
    write(&board.path().join("site.toml"), site.replace("tirocinio_minimo", "feste = [\"01-20\"]\ntirocinio_minimo"));
    let course = |pause: &str| {
        let text = format!(
            "---\ntipo: formazione\ntitolo: Corso di cucito\nsintesi: Si impara a cucire.\nente: ponte\n\
             pubblicato: 2026-11-20\ndestinatari: tutte le persone\ndate: {{inizio: 2026-12-02, fine: 2027-02-26}}\n\
             giorni: [mer, ven]\norari: \"10:00-12:00\"\n{pause}modalita: in presenza\nluogo: via dei Libri 7, Borgo\n\
             costo: gratuito\niscrizione: https://ponte.example.org/cucito\nscadenza: nessuna\n---\n\nPorta una stoffa.\n"
        );
        write(&board.path().join("content/opportunita/2026/cucito.md"), text);
        bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
        let read = |path: &str| std::fs::read_to_string(board.path().join("public").join(path)).unwrap();
        let entries = entries_by_uid(&read("o/cucito/event.ics"));
        let without = entries["cucito@borgo.example.org"].iter().find_map(|line| line.strip_prefix("EXDATE"));
        (without.map(str::to_owned), read("o/cucito/index.html"), read("en/o/cucito/index.html"))
    };
    // Of the holidays only those on a Wednesday or Friday, the town's among them.
    let (without, page, _) = course("");
    assert_eq!(
        without.as_deref(),
        Some(";TZID=Europe/Rome:20261225T100000,20270101T100000,20270106T100000,20270120T100000")
    );
    assert!(!page.contains("pausa"));
    let (without, page, english) = course("pause: [2026-12-23/2027-01-07, 2027-02-10]\n");
    assert_eq!(
        without.as_deref(),
        Some(
            ";TZID=Europe/Rome:20261223T100000,20261225T100000,20261230T100000,20270101T100000,20270106T100000,\
             20270120T100000,20270210T100000"
        )
    );
    for words in ["pausa dal 23 dicembre al 7 gennaio", "pausa: 10 febbraio", "\"exceptDate\":[\"2026-12-23\","] {
        assert!(page.contains(words), "{words} is not in {page}");
    }
    assert!(english.contains("break from 23 December to 7 January"), "{english}");
    let data = std::fs::read_to_string(board.path().join("public/dati/opportunita.json")).unwrap();
    assert!(data.contains("2026-12-23/2027-01-07"), "{data}");
    let (without, page, _) = course("pause: nessuna\n");
    assert_eq!((without, page.contains("pausa")), (None, false));
    // A month is a pause of all its days, and an Italian day that begins with a vowel is elided.
    let (_, page, _) = course("pause: [2027-01, 2026-12-08/2026-12-11]\n");
    for words in ["pausa dall&#39;8 dicembre all&#39;11 dicembre", "pausa: gennaio"] {
        assert!(page.contains(words), "{words} is not in {page}");
    }
}

#[test]
fn month_of_a_deadline_gets_no_day() {
    let board = small_board();
    let job = "---\ntipo: lavoro\ntitolo: Cuoca o cuoco\nsintesi: Si cucina per una scuola.\nente: ponte\n\
               pubblicato: 2026-11-20\nmansioni: [cucinare]\nrequisiti: non previsto\nmodalita: in presenza\n\
               luogo: via dei Libri 7, Borgo\ncontratto: {tipo: tempo determinato, durata: 6 mesi}\n\
               retribuzione: {importo: 1.400, unita: mese, lordo: sì}\ncandidatura: https://ponte.example.org/cuoca\n\
               scadenza: 2027-01\n---\n\nSi lavora di mattina.\n";
    write(&board.path().join("content/opportunita/2026/cuoca.md"), job);
    bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
    let public = board.path().join("public");
    let read = |path: &str| std::fs::read_to_string(public.join(path)).unwrap();
    assert!(!public.join("o/cuoca/event.ics").exists());
    assert!(!read("scadenze.ics").contains("o/cuoca/"));
    for (path, words) in [
        ("o/cuoca/index.html", "entro gennaio 2027"),
        ("o/cuoca/index.html", "\"validThrough\":\"2027-01\""),
        ("en/o/cuoca/index.html", "by the end of January 2027"),
        ("o/cuoca/whatsapp.txt", "entro gennaio 2027"),
        ("dati/opportunita.json", "\"scadenza\":\"2027-01\""),
    ] {
        assert!(read(path).contains(words), "{words} is not in {path}: {}", read(path));
    }
    assert!(!read("o/cuoca/index.html").contains("31 gennaio"));
}
