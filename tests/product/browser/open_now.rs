//! Whether a contact point is open at the moment of reading, with a clock that the test sets; and the filters of the list.

use std::path::Path;
use std::sync::Mutex;

use crate::contact_points::site_with;
use crate::support::assert_no_problems;
use crate::support::webdriver::{Browser, serve};

use super::board_address;

const DAY_DESK: &str = "nome: Giorno\ntipo: sportello\nindirizzo: via Verdi 3\nzona: II\nlingue_sportello: [it]\norari:\n  \
    - {giorni: [lun, mar, mer, gio], ore: \"9:00-13:00\"}\n  - {giorni: [mer], ore: \"15:00-17:00\", per: donne}\n  \
    - {giorni: [ven], ore: \"9:00-13:00\", su_appuntamento: sì}\nchiusure: [{date: 2026-12-24/2027-01-06}]\n\
    aperture: [{date: 2026-12-13, ore: \"10:00-12:00\"}]\nverificato: 2026-10-02\n";
const NIGHT_DESK: &str = "nome: Notte\ntipo: sportello\nindirizzo: via Verdi 5\norari: [{ore: \"22:00-6:00\"}]\naperto_festivi: sì\nverificato: 2026-10-02\n";
const ALWAYS_DESK: &str = "nome: Sempre\ntipo: sportello\nindirizzo: via Verdi 7\norari: [{ore: \"0:00-24:00\"}]\naperto_festivi: sì\nverificato: 2026-10-02\n";
const HALF_DESK: &str = "nome: Mezzo\ntipo: sportello\nindirizzo: via Verdi 9\norari: [{giorni: [mar], ore: \"9:00\"}]\nverificato: 2026-10-02\n";

/// Day of the build, instant of reading in UTC, desk, what is said in Italian, whether it counts as open. Rome is one hour
/// ahead of UTC, two in summer; the browser's own zone is that of the machine.
const CASES: &[(&str, &str, &str, &str, bool)] = &[
    ("2026-12-01", "2026-12-01T09:30:00Z", "giorno", "Adesso è aperto, fino alle 13:00", true),
    ("2026-12-01", "2026-12-01T07:59:59Z", "giorno", "Adesso è chiuso. Apre: oggi 9:00", false),
    ("2026-12-01", "2026-12-01T12:00:00Z", "giorno", "Adesso è chiuso. Apre: domani 9:00", false),
    ("2026-12-01", "2026-12-02T14:30:00Z", "giorno", "Adesso è aperto, ma non per tutti: guarda gli orari", true),
    ("2026-12-01", "2026-12-03T18:00:00Z", "giorno", "Adesso è chiuso. Su appuntamento: domani 9:00", false),
    ("2026-12-01", "2026-12-04T09:00:00Z", "giorno", "Solo su appuntamento: prima chiedi", false),
    // The eighth is a holiday.
    ("2026-12-01", "2026-12-07T14:00:00Z", "giorno", "Adesso è chiuso. Apre: mercoledì 9:00", false),
    ("2026-12-01", "2026-12-13T09:00:00Z", "giorno", "Adesso è aperto, fino alle 12:00", true),
    ("2026-12-01", "2026-12-23T16:30:00Z", "giorno", "Adesso è chiuso. Apre: giovedì 7 gennaio 9:00", false),
    // The evening before, in Rome already the next day.
    ("2026-12-01", "2026-12-01T23:30:00Z", "giorno", "Adesso è chiuso. Apre: oggi 9:00", false),
    // The page is older than what it knows.
    ("2026-12-01", "2027-01-29T22:59:00Z", "giorno", "Adesso è chiuso", false),
    ("2026-12-01", "2027-01-29T23:00:00Z", "giorno", "", false),
    ("2026-12-01", "2027-06-01T09:00:00Z", "notte", "", false),
    ("2026-12-01", "2026-12-01T09:00:00Z", "sempre", "Adesso è aperto", true),
    // It opens at nine, and nobody knows when it closes.
    ("2026-12-01", "2026-12-01T09:00:00Z", "mezzo", "", false),
    ("2026-12-01", "2026-12-01T07:00:00Z", "mezzo", "Adesso è chiuso. Apre: oggi 9:00", false),
    // The clocks go forward in the night of the 28th of March, and back in that of the 25th of October.
    // The evening before: the time alone is clear.
    ("2027-03-20", "2027-03-27T22:30:00Z", "notte", "Adesso è aperto, fino alle 6:00", true),
    ("2027-03-20", "2027-03-28T00:59:00Z", "notte", "Adesso è aperto, fino alle 6:00", true),
    ("2027-03-20", "2027-03-28T01:30:00Z", "notte", "Adesso è aperto, fino alle 6:00", true),
    ("2027-03-20", "2027-03-28T03:59:00Z", "notte", "Adesso è aperto, fino alle 6:00", true),
    ("2027-03-20", "2027-03-28T04:00:00Z", "notte", "Adesso è chiuso. Apre: oggi 22:00", false),
    ("2026-10-20", "2026-10-25T00:30:00Z", "notte", "Adesso è aperto, fino alle 6:00", true),
    ("2026-10-20", "2026-10-25T01:30:00Z", "notte", "Adesso è aperto, fino alle 6:00", true),
    ("2026-10-20", "2026-10-25T04:59:00Z", "notte", "Adesso è aperto, fino alle 6:00", true),
    ("2026-10-20", "2026-10-25T05:00:00Z", "notte", "Adesso è chiuso. Apre: oggi 22:00", false),
];

/// Makes a page believe that it is an instant.
fn clock(instant: &str) -> String {
    format!(
        "(() => {{ const Real = window.RealDate ?? Date; window.RealDate = Real; const now = Real.parse('{instant}'); \
         window.Date = class extends Real {{ constructor(...given) {{ if (given.length) super(...given); else super(now); }} \
         static now() {{ return now; }} }}; }})()"
    )
}

#[test]
fn desk_says_whether_it_is_open_by_the_clock_of_the_board() {
    let mut built: Vec<(&str, tempfile::TempDir)> = Vec::new();
    let mut problems = Vec::new();
    for (today, instant, desk, said, open) in CASES {
        if !built.iter().any(|(day, _)| day == today) {
            let desks = [("giorno", DAY_DESK), ("notte", NIGHT_DESK), ("sempre", ALWAYS_DESK), ("mezzo", HALF_DESK)];
            built.push((today, site_with(&desks, today).0));
        }
        let (_, board) = built.iter().find(|(day, _)| day == today).unwrap();
        let address = serve_once(&board.path().join("public"));
        let browser = Browser::start(true);
        browser.before_each_page(&clock(instant));
        browser.open(&format!("{address}/sportelli/{desk}/"));
        browser.wait_for("document.readyState === 'complete'");
        let line = browser.evaluate("document.querySelector('.open-now').textContent");
        let shown = browser.evaluate("!document.querySelector('.open-now').hidden");
        let is_now = browser.evaluate("document.querySelector('.open-now').matches('.is-now')");
        if line != *said || shown != !said.is_empty() || is_now != *open {
            problems.push(format!("{desk} at {instant}: {line}, shown {shown}, open {is_now}"));
        }
    }
    assert_no_problems(problems);
}

/// Address of a folder, which is served until the tests end.
fn serve_once(folder: &Path) -> String {
    static SERVED: Mutex<Vec<(&'static Path, String)>> = Mutex::new(Vec::new());
    let mut served = SERVED.lock().unwrap();
    if let Some((_, address)) = served.iter().find(|(known, _)| *known == folder) {
        return address.clone();
    }
    let folder: &'static Path = Box::leak(folder.to_path_buf().into_boxed_path());
    let address = serve(folder);
    served.push((folder, address.clone()));
    address
}

/// What is chosen narrows the list, is counted, and stays in the fragment of the address.
#[test]
fn filters_narrow_the_list_of_desks() {
    let browser = Browser::start(true);
    browser.set_screen(360, false);
    browser.open(&board_address("bn/sportelli/"));
    browser.wait_for("document.querySelector('[data-points]').closest('details').hidden === false");
    let shown = "document.querySelectorAll('.point:not([hidden])').length";
    let all = browser.evaluate(shown).as_u64().unwrap();
    let choose = |name: &str, value: &str| {
        browser.evaluate(&format!(
            "(() => {{ const field = document.querySelector('[name={name}]'); field.value = '{value}'; field.dispatchEvent(new Event('change', {{ bubbles: true }})); }})()"
        ));
    };
    choose("language", "bn");
    browser.wait_for(&format!("{shown} < {all}"));
    let speaks =
        "[...document.querySelectorAll('.point:not([hidden])')].every((point) => point.querySelector('[lang=bn]'))";
    assert_eq!(browser.evaluate(speaks), true);
    let spoken = browser.evaluate(shown).as_u64().unwrap();
    assert!(spoken >= 2, "{spoken}");
    assert!(
        browser
            .evaluate("document.querySelector('.count').textContent")
            .as_str()
            .unwrap()
            .contains(&spoken.to_string())
    );
    choose("need", "lavoro");
    browser.wait_for(&format!("{shown} < {spoken}"));
    // No heading of a district without desks.
    let empty = "[...document.querySelectorAll('.district:not([hidden])')].every((group) => group.querySelector('.point:not([hidden])'))";
    assert_eq!(browser.evaluate(empty), true);
    assert_eq!(browser.evaluate("location.hash"), "#need=lavoro&language=bn");
    assert_eq!(browser.evaluate("location.search"), "");
    let chosen = browser.evaluate(shown);
    browser.evaluate("location.reload()");
    browser.wait_for(&format!("document.querySelector('details.for-me').open && {shown} === {chosen}"));
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}

/// The filters look through the other pages of a long list.
#[test]
fn filters_find_desks_on_other_pages() {
    let desks: Vec<(String, String)> = (0..60)
        .map(|number| {
            let language = if number == 59 { "so" } else { "it" };
            let facts =
                DAY_DESK.replace("Giorno", &format!("Giorno {number:02}")).replace("[it]", &format!("[{language}]"));
            (format!("giorno-{number}"), facts)
        })
        .collect();
    let desks: Vec<(&str, &str)> = desks.iter().map(|(id, facts)| (id.as_str(), facts.as_str())).collect();
    let (board, _) = site_with(&desks, "2026-12-01");
    let address = serve_once(&board.path().join("public"));
    let browser = Browser::start(true);
    browser.open(&format!("{address}/sportelli/#language=so"));
    browser.wait_for("document.querySelectorAll('.point:not([hidden])').length === 1");
    assert_eq!(browser.evaluate("document.querySelector('.point:not([hidden]) h3').textContent"), "Giorno 59");
    browser.evaluate("document.querySelector('.point:not([hidden]) h3 a').click()");
    browser.wait_for("location.pathname.endsWith('/sportelli/giorno-59/')");
    assert_eq!(browser.evaluate("document.querySelector('h1').textContent"), "Giorno 59");
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}
