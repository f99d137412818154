//! Contact points on paper: lists by district and posters, opened, read and scanned.

use std::path::Path;

use tempfile::TempDir;

use crate::support::{
    POPPLER, SITE_URL, bacheca, print_pages, read_qr_codes, read_tree, repository_path, run_tool, small_board,
    small_site, write,
};

/// Text of a PDF with single spaces, without the signs that keep hours together.
fn pdf_text(file: &Path) -> String {
    let text = String::from_utf8(run_tool("pdftotext", POPPLER, &["-raw", file.to_str().unwrap(), "-"])).unwrap();
    text.replace('\u{2060}', "").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Number of pages, and size of the paper.
fn pages(file: &Path) -> (usize, String) {
    let text = String::from_utf8(run_tool("pdfinfo", POPPLER, &[file.to_str().unwrap()])).unwrap();
    let value = |key: &str| text.lines().find_map(|line| Some(line.strip_prefix(key)?.trim().to_owned())).unwrap();
    assert_eq!(value("Tagged:"), "yes", "{}", file.display());
    (value("Pages:").parse().unwrap(), value("Page size:"))
}

/// Prints to a file of a temporary folder.
fn print(board: &Path, arguments: &[&str]) -> (TempDir, std::path::PathBuf) {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("out.pdf");
    bacheca(board, &[&["poster"], arguments, &["--out", file.to_str().unwrap()]].concat()).expect_code(0);
    (folder, file)
}

/// Adds a desk to the district II of a board.
fn add_desk(board: &Path, number: usize, facts: &str) {
    let text = format!(
        "---\nnome: Sportello numero {number}\ntipo: sportello\nindirizzo: via Verdi {number}, Borgo\nzona: II\n{facts}---\n"
    );
    write(&board.join(format!("content/centri/prova-{number}.md")), text);
}

#[test]
fn desks_of_a_district_are_on_one_sheet_with_their_codes() {
    let board = small_board();
    for number in 1..=5 {
        let facts = format!(
            "lingue_sportello: [it, en, ar, bn, ur, zh, so]\norari: [{{giorni: [lun, mer], ore: \"9:00-13:00\"}}, {{giorni: [ven], ore: \"14:00-16:00\", per: mamme}}]\n\
             bisogni: [documenti, chiedere asilo, salute]\ncontatti: {{telefono: \"06 5550 01{number}0\"}}\nverificato: 2026-11-01\n"
        );
        add_desk(board.path(), number, &facts);
    }
    let (_folder, file) = print(board.path(), &["--desks", "--zone", "II", "--lang", "it,ar"]);
    let (count, size) = pages(&file);
    assert!(count == 1 && size.contains("(A4)"), "{count} pages, {size}");
    let text = pdf_text(&file);
    for number in 1..=5 {
        for word in
            [format!("Sportello numero {number}"), format!("via Verdi {number}"), format!("06 5550 01{number}0")]
        {
            assert!(text.contains(&word), "«{word}» is not in: {text}");
        }
    }
    // Each language by its own name; the needs in the languages of the sheet; for whom some hours are.
    for word in ["English", "বাংলা", "中文", "Soomaali", "Documenti", "lun e mer 9:00–13:00", "ven 14:00–16:00 (mamme)"]
    {
        assert!(text.contains(word), "«{word}» is not in: {text}");
    }
    let fonts = String::from_utf8(run_tool("pdffonts", POPPLER, &[file.to_str().unwrap()])).unwrap();
    for font in ["Arabic", "Bengali", "Nastaliq", "CJK"] {
        assert!(fonts.contains(font), "{font}: {fonts}");
    }
    let mut codes = read_qr_codes(&print_pages(&file)[0]);
    codes.sort();
    let expected: Vec<String> = (1..=5).map(|number| format!("{SITE_URL}sportelli/prova-{number}/")).collect();
    assert_eq!(codes, expected);
}

#[test]
fn desks_that_do_not_fit_go_on_with_a_heading_and_none_is_lost() {
    let board = small_board();
    let needs = "bisogni: [documenti, chiedere asilo, avvocato, dove dormire, casa, salute, italiano, lavoro]\nverificato: 2026-11-01\n";
    for number in 1..=30 {
        add_desk(board.path(), number, needs);
    }
    let (_folder, file) = print(board.path(), &["--desks"]);
    let (count, _) = pages(&file);
    assert!((4..=8).contains(&count), "{count} pages");
    let sheets = print_pages(&file);
    let mut codes: Vec<String> = sheets.iter().flat_map(read_qr_codes).collect();
    codes.sort();
    codes.dedup();
    // Those of the test, and that of the board.
    assert_eq!(codes.len(), 31);
    for page in 1..=count {
        let number = page.to_string();
        let arguments = ["-raw", "-f", &number, "-l", &number, file.to_str().unwrap(), "-"];
        let text = String::from_utf8(run_tool("pdftotext", POPPLER, &arguments)).unwrap();
        assert!(text.contains("Sportelli e centri") && text.contains(&format!("{page} / {count}")), "{page}: {text}");
    }
}

#[test]
fn sheets_claim_no_hours_that_nobody_has_verified() {
    let board = small_board();
    let hours = "orari: [{giorni: [lun], ore: \"9:17-13:00\"}]\n";
    add_desk(board.path(), 1, &format!("{hours}verificato: 2025-11-01\n"));
    add_desk(board.path(), 2, &format!("{hours}verificato: 2026-11-01\nsospeso_fino: 2027-01-31\n"));
    for arguments in [&["--desks", "--zone", "II"][..], &["--desk", "prova-1"], &["--desk", "prova-2"]] {
        let (_folder, file) = print(board.path(), arguments);
        let text = pdf_text(&file);
        assert!(!text.contains("9:17"), "{arguments:?}: {text}");
        let sentence = if arguments.contains(&"prova-2") { "sospeso" } else { "chiedi prima di andare" };
        assert!(text.contains(sentence), "{arguments:?}: {text}");
    }
}

#[test]
fn poster_of_a_desk_has_its_week_and_its_number() {
    let (_folder, file) = print(&repository_path(""), &["--desk", "legale-esempio-pigneto", "--lang", "it,bn,ur"]);
    assert_eq!(pages(&file).0, 1);
    let text = pdf_text(&file);
    for word in
        ["Sportello legale Esempio Pigneto", "06 5550 066", "lunedì", "সোমবার", "9:30–12:30 su appuntamento", "chiuso"]
    {
        assert!(text.contains(word), "«{word}» is not in: {text}");
    }
    let codes = read_qr_codes(&print_pages(&file)[0]);
    assert_eq!(codes, ["https://bacheca-roma.example.org/sportelli/legale-esempio-pigneto/"]);
    // In Arabic it is laid out from the right.
    let (_folder, file) =
        print(&repository_path(""), &["--desk", "legale-esempio-pigneto", "--lang", "ar,zh", "--size", "a3"]);
    let (count, size) = pages(&file);
    assert!(count == 1 && size.contains("(A3)"), "{count} pages, {size}");
}

#[test]
fn list_near_a_centre_speaks_the_languages_of_its_guests() {
    let zone = ["--desks", "--zone", "V", "--centre", "centro-esempio-casilino"];
    let (_folder, file) = print(&repository_path(""), &zone);
    assert_eq!(pages(&file).0, 1);
    let text = pdf_text(&file);
    for word in ["Municipio V", "Centro Esempio Casilino", "আইনজীবী", "Guichets et centres"] {
        assert!(text.contains(word), "«{word}» is not in: {text}");
    }
}

#[test]
fn print_desk_leads_to_sheets_of_contact_points() {
    for (page, up) in [("stampa/index.html", "../"), ("ar/stampa/index.html", "../../")] {
        let text = std::fs::read_to_string(small_site().join(page)).unwrap();
        for file in [
            "stampa/sportelli.pdf",
            "stampa/sportelli-i.pdf",
            "stampa/sportelli/sportello-borgo.pdf",
            "stampa/centri/sportello-borgo/sportelli.pdf",
        ] {
            assert!(text.contains(&format!("href=\"{up}{file}\"")), "{page}: {file}");
            assert_eq!(pages(&small_site().join(file)).0, 1, "{file}");
        }
    }
}

#[test]
fn errors_of_the_command_name_what_there_is() {
    let board = small_board();
    for (arguments, words) in [
        (&["--desk", "x"][..], "sportello-borgo"),
        (&["--desks", "--zone", "IX"], "I, II"),
        (&["--desks", "--zone", "II"], "nessuno sportello"),
        (&["--zone", "IX"], "I, II"),
        (&["--desks", "--week"], "--week"),
    ] {
        let output = bacheca(board.path(), &[&["poster"], arguments].concat()).expect_code(2);
        assert!(output.err.contains(words), "{arguments:?}: {}", output.err);
    }
}

#[test]
fn unchanged_sheet_of_desks_is_kept_on_another_day() {
    let board = small_board();
    let root = board.path().to_str().unwrap();
    let build = |today: &str| {
        crate::support::run_program(&["--root", root, "--today", today, "build", "--skip", "poster,card,search"])
            .expect_code(0)
    };
    build("2026-11-20");
    let paper = board.path().join(".bacheca/paper");
    let list = std::fs::read(board.path().join("public/stampa/sportelli.pdf")).unwrap();
    let kept = read_tree(&paper).into_iter().find(|(_, bytes)| bytes.ends_with(&list)).expect("a sheet is kept").0;
    let long_ago = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000_000);
    std::fs::File::options().write(true).open(paper.join(&kept)).unwrap().set_modified(long_ago).unwrap();
    build("2026-11-24");
    assert_eq!(std::fs::read(board.path().join("public/stampa/sportelli.pdf")).unwrap(), list);
    assert_eq!(std::fs::metadata(paper.join(&kept)).unwrap().modified().unwrap(), long_ago);
}
