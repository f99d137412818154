//! Calendars (RFC 5545), read by independent parsers.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use calcard::icalendar::{ICalendar, ICalendarComponent, ICalendarProperty};

use crate::support::{
    Tree, assert_no_problems, bacheca, installed_tool, read_tree, real_site, repository_path, run_program, run_tool,
    small_board, small_site, write,
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

/// The entry of a calendar whose `UID` begins so.
#[track_caller]
fn find_entry<'e>(entries: &'e BTreeMap<String, Vec<String>>, begins: &str) -> &'e [String] {
    let found: Vec<_> = entries.iter().filter(|(uid, _)| uid.starts_with(begins)).collect();
    let [(_, lines)] = found.as_slice() else { panic!("{} entries begin with {begins}: {entries:#?}", found.len()) };
    lines
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
    let entry = &entries_by_uid(text)["aiuto-cuoco-mensa.scadenza@borgo.example.org/bacheca"];
    for line in [
        "DTSTART;VALUE=DATE:20261130",
        // The end is the first day after the deadline.
        "DTEND;VALUE=DATE:20261201",
        // At nine in the morning of the third day before.
        "TRIGGER:-P2DT15H",
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
    let entry = &entries_by_uid(text)["italiano-a2.scadenza@borgo.example.org/bacheca"];
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
    let first = find_entry(&entries, "italiano-a2.20261209");
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
    assert_eq!(rules(text), ["DTSTART:20250330T020000", "DTSTART:20251026T030000"]);
    let lines = unfolded_lines(text);
    let rules: Vec<&String> = lines.iter().filter(|line| line.starts_with("RRULE:FREQ=YEARLY")).collect();
    assert_eq!(rules, ["RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"]);
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
    let entries = entries_by_uid(&text);
    let entry = find_entry(&entries, "italiano-a2.20261209");
    // Four times the four days from its publication to the change, and two because it is cancelled.
    for line in ["STATUS:CANCELLED", "SEQUENCE:18", "LAST-MODIFIED:20261120T000000Z"] {
        assert!(entry.iter().any(|found| found == line), "{line} is not in {entry:#?}");
    }
    assert!(entry.iter().any(|line| line.starts_with("SUMMARY:[Annullato] ")), "{entry:#?}");
    // Nobody adds to a calendar what does not take place.
    assert!(!board.path().join("public/o/italiano-a2/event.ics").exists());
    find_entry(&entries_by_uid(&built("2027-03-20")), "italiano-a2.20261209");
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
        let without = find_entry(&entries, "cucito.20261202@").iter().find_map(|line| line.strip_prefix("EXDATE"));
        (without.map(str::to_owned), read("o/cucito/index.html"), read("en/o/cucito/index.html"))
    };
    // Of the holidays only those on a Wednesday or Friday, the town's among them.
    let (without, page, _) = course("");
    assert_eq!(
        without.as_deref(),
        Some(";TZID=Europe/Rome:20261225T100000,20270101T100000,20270106T100000,20270120T100000")
    );
    assert!(!page.contains("pausa") && page.contains("niente lezione nei giorni di festa"), "{page}");
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
    assert_eq!((without, page.contains("pausa"), page.contains("giorni di festa")), (None, false, false));
    // A month is a pause of all its days, and an Italian day that begins with a vowel is elided.
    let (_, page, _) = course("pause: [2027-01, 2026-12-08/2026-12-11]\n");
    for words in ["pausa dall'8 dicembre all'11 dicembre", "pausa: gennaio"] {
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

/// An announcement of a course or an event in person in the small board; `fields` are lines of YAML.
fn announcement(kind: &str, title: &str, fields: &str) -> String {
    format!(
        "---\ntipo: {kind}\ntitolo: {title}\nsintesi: Un incontro in biblioteca.\nente: ponte\npubblicato: 2026-11-20\n\
         destinatari: tutte le persone\n{fields}\nmodalita: in presenza\nluogo: via dei Libri 7, Borgo\ncosto: gratuito\n\
         iscrizione: non previsto\n---\n\nPorta un quaderno.\n"
    )
}

/// A board with what readers of calendars stumble over: clocks that change, pauses, nights, no end, days without hours.
fn board_of_difficult_days() -> tempfile::TempDir {
    let board = small_board();
    let folder = board.path().join("content/opportunita/2026");
    for (name, kind, fields) in [
        (
            "primavera",
            "formazione",
            "date: {inizio: 2026-12-02, fine: 2027-06-30}\ngiorni: [mer, dom]\norari: \"10:00-12:30\"\n\
             pause: [2027-02-10, 2027-03-24/2027-03-31]\nscadenza: 2026-12-01, ore 12",
        ),
        (
            "notti",
            "evento",
            "date: {inizio: 2027-01-11, fine: 2027-01-15}\norari: \"22:00-6:00\"\nprogramma: non previsto",
        ),
        ("senza-fine", "evento", "date: [2026-12-12, 2027-07-03]\norari: \"17:30\"\nprogramma: non previsto"),
        (
            "giornate",
            "evento",
            "date: {inizio: 2027-03-26, fine: 2027-03-29}\norari: non previsto\nprogramma: non previsto",
        ),
        (
            "gruppi",
            "formazione",
            "edizioni:\n  - {nome: Mattina, date: {inizio: 2026-12-09, fine: 2027-02-26}, giorni: [mer], orari: \"10:00-12:00\"}\n  \
             - {nome: Sera, date: {inizio: 2026-12-10, fine: 2027-02-26}, giorni: [gio], orari: [\"18:00-19:30\", \"19:45-21:00\"]}\n\
             scadenza: nessuna",
        ),
    ] {
        write(&folder.join(format!("{name}.md")), announcement(kind, &name.replace('-', " "), fields));
    }
    board
}

/// UID, start and end of each occurrence in each file, as a reader of another library found them.
type Occurrences = Vec<Vec<(String, String, String)>>;

/// What three libraries with their own grammar, recurrence and time zones find in calendars.
fn read_with_three_libraries(files: &[PathBuf]) -> [Occurrences; 3] {
    let files: Vec<&str> = files.iter().map(|file| file.to_str().unwrap()).collect();
    let script = |name: &str| repository_path("tests/product").join(name).to_str().unwrap().to_owned();
    let found = |output: Vec<u8>| -> Occurrences { serde_json::from_slice(&output).unwrap() };
    let (of_python, of_node) = (script("calendar_readers.py"), script("calendar_readers.mjs"));
    let python = installed_tool("moto/bin/python");
    let with_python = |library: &str| {
        let arguments = [&[of_python.as_str(), library], files.as_slice()].concat();
        found(run_tool(python.to_str().unwrap(), "make tools-test", &arguments))
    };
    let library = installed_tool("node_modules/ical.js/dist/ical.js");
    let arguments = [&[of_node.as_str(), library.to_str().unwrap()], files.as_slice()].concat();
    [found(run_tool("node", "nodejs", &arguments)), with_python("icalendar"), with_python("vobject")]
}

#[test]
fn three_libraries_agree_on_what_takes_place_when() {
    let board = board_of_difficult_days();
    bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
    let public = board.path().join("public");
    let names = ["primavera", "notti", "senza-fine", "giornate", "gruppi"];
    let mut files: Vec<PathBuf> = names.iter().map(|name| public.join(format!("o/{name}/event.ics"))).collect();
    for site in [public.as_path(), real_site()] {
        files.extend(["eventi.ics", "scadenze.ics"].map(|name| site.join(name)));
    }
    let [first, second, third] = read_with_three_libraries(&files);
    let mut problems = Vec::new();
    for (index, file) in files.iter().enumerate() {
        let found = [&first[index], &second[index], &third[index]];
        assert!(!found[0].is_empty(), "{}", file.display());
        let sets = found.map(|found| found.iter().collect::<BTreeSet<_>>());
        for other in [1, 2] {
            let differing = sets[0].symmetric_difference(&sets[other]);
            problems.extend(differing.map(|occurrence| format!("{} {other}: {occurrence:?}", file.display())));
        }
    }
    assert_no_problems(problems);
    let of = |name: &str, begins: &str| -> Vec<String> {
        let index = names.iter().position(|other| *other == name).unwrap();
        let found = first[index].iter().filter(|(uid, ..)| uid.starts_with(begins));
        found.map(|(_, start, end)| format!("{start} {end}")).collect()
    };
    // At ten in Rome, in winter and in summer; not in the pauses, on Christmas, at Epiphany and at Easter.
    let lessons = of("primavera", "primavera.2026");
    assert!(lessons.contains(&"2026-12-02T09:00:00 2026-12-02T11:30:00".to_owned()), "{lessons:?}");
    assert!(lessons.contains(&"2027-06-30T08:00:00 2027-06-30T10:30:00".to_owned()), "{lessons:?}");
    for day in ["2027-01-06", "2027-02-10", "2027-03-24", "2027-03-28", "2027-03-31", "2027-04-25", "2027-06-02"] {
        assert!(!lessons.iter().any(|lesson| lesson.starts_with(day)), "{day} is among {lessons:?}");
    }
    assert_eq!(of("primavera", "primavera.scadenza@"), ["2026-12-01 2026-12-02"]);
    assert_eq!(of("notti", "")[0], "2027-01-11T21:00:00 2027-01-12T05:00:00");
    assert_eq!(
        of("senza-fine", ""),
        ["2026-12-12T16:30:00 2026-12-12T18:30:00", "2027-07-03T15:30:00 2027-07-03T17:30:00"]
    );
    assert_eq!(of("giornate", ""), ["2027-03-26 2027-03-30"]);
}

#[test]
fn deleted_edition_gives_its_identity_to_no_other() {
    let board = board_of_difficult_days();
    let uids = || {
        bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
        let text = std::fs::read_to_string(board.path().join("public/o/gruppi/event.ics")).unwrap();
        entries_by_uid(&text).into_keys().collect::<Vec<_>>()
    };
    let evening = [
        "gruppi.20261210T1800.sera@borgo.example.org/bacheca".to_owned(),
        "gruppi.20261210T1945.sera@borgo.example.org/bacheca".to_owned(),
    ];
    let before = uids();
    assert_eq!(
        before,
        [&["gruppi.20261209.mattina@borgo.example.org/bacheca".to_owned()], evening.as_slice()].concat()
    );
    let file = board.path().join("content/opportunita/2026/gruppi.md");
    let text = std::fs::read_to_string(&file).unwrap();
    let morning = text.lines().find(|line| line.contains("Mattina")).unwrap();
    write(&file, text.replace(&format!("{morning}\n"), ""));
    assert_eq!(uids(), evening);
}

#[test]
fn what_takes_place_once_rings_on_the_morning_before() {
    let board = board_of_difficult_days();
    bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
    let read = |path: &str| std::fs::read_to_string(board.path().join("public").join(path)).unwrap();
    // 17:30 is a day, eight hours and a half after nine.
    let entries = entries_by_uid(&read("o/senza-fine/event.ics"));
    let entry = find_entry(&entries, "senza-fine.20261212");
    assert!(entry.iter().any(|line| line == "TRIGGER:-P1DT8H30M"), "{entry:#?}");
    assert!(entry.iter().any(|line| line.contains("La fine non è indicata")), "{entry:#?}");
    assert!(read("o/giornate/event.ics").contains("TRIGGER:-PT15H"));
    // Of a course only the deadline rings, and nothing rings for everybody who follows all events.
    assert_eq!(read("o/primavera/event.ics").matches("BEGIN:VALARM").count(), 1);
    assert!(!read("eventi.ics").contains("BEGIN:VALARM"));
    let file = board.path().join("content/opportunita/2026/primavera.md");
    let text = std::fs::read_to_string(&file).unwrap();
    write(&file, text.replace("costo: gratuito", "stato: posti esauriti\ncosto: gratuito"));
    bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
    assert!(!board.path().join("public/o/primavera/event.ics").exists());
    let entries = entries_by_uid(&read("scadenze.ics"));
    let entry = find_entry(&entries, "primavera.scadenza");
    assert!(entry.iter().any(|line| line.starts_with("SUMMARY:[Posti esauriti] ")), "{entry:#?}");
    assert!(!entry.iter().any(|line| line == "BEGIN:VALARM"), "{entry:#?}");
}
