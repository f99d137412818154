//! A week at the editors' desk by what one thumb can do on a telephone: see, share, mark, send the marks; then a corrected
//! date and a cancellation, each announced. What is to be posted is right after each step.

use std::fs;
use std::path::Path;

use crate::support::webdriver::{Browser, serve};
use crate::support::{ITEMS, TODAY, bacheca, board_with, course_with, write};

/// The clock of the telephone: five past ten at the board, and as many minutes later as the tab says.
const CLOCK: &str = "
const RealDate = Date;
const shift = RealDate.parse('DAYT09:05:00Z') + 60000 * Number(sessionStorage.minutes || 0) - RealDate.now();
window.Date = class extends RealDate {
  constructor(...parts) { super(...(parts.length ? parts : [RealDate.now() + shift])); }
  static now() { return RealDate.now() + shift; }
};
";

/// A stand-in for the system's sheet, which keeps what it was given in the tab.
const SHEET: &str = "
navigator.canShare = ({ files = [] }) => files.every(({ type }) => type === 'image/png');
navigator.share = async ({ text, files = [] }) => {
  sessionStorage.shared = JSON.stringify({ text, files: files.map(({ name, size }) => [name, size]) });
};
";

/// A picture of one pixel in the place of the card, which takes seconds to draw.
const PICTURE: &[u8] = b"\x89PNG\x0d\x0a\x1a\x0a\x00\x00\x00\x0dIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9bU\x00\x00\x00\x0aIDATx\x9cc\xa8\x07\x00\x00\x81\x00\x80\xd3\x94SJ\x00\x00\x00\x00IEND\xaeB`\x82";

/// Visible parts of the page that a thumb presses and that are lower than 44 pixels, or end outside the screen.
const TOO_SMALL: &str = "[...document.querySelectorAll('main :is(button, summary, a, textarea)')]
  .filter((part) => part.getClientRects().length && !part.closest('.small'))
  .filter((part) => { const { height, right } = part.getBoundingClientRect(); return height < 43.5 || right > innerWidth; })
  .map((part) => `${part.tagName} ${part.textContent.trim().slice(0, 30)} ${part.getBoundingClientRect().height}`)";

/// A telephone at the desk of a board.
struct Phone<'b> {
    browser: Browser,
    board: &'b Path,
    address: String,
}

impl Phone<'_> {
    /// What the board's site is after a change of its files.
    fn rebuild(&self) {
        let cards = ["", "en/", "ar/"].map(|language| self.board.join(format!("public/{language}o/prova/card.png")));
        // A build refuses what it did not make.
        for card in &cards {
            drop(fs::remove_file(card));
        }
        bacheca(self.board, &["build", "--skip", "poster,card,print,search"]).expect_code(0);
        for card in cards.iter().filter(|card| card.parent().is_some_and(Path::is_dir)) {
            write(card, PICTURE);
        }
    }

    /// Opens the front of the desk as a bookmark does.
    fn open_front(&self) {
        // Nobody does two things in one minute.
        if self.browser.evaluate("location.origin") == self.address.as_str() {
            self.browser.run("sessionStorage.minutes = Number(sessionStorage.minutes || 0) + 5");
        }
        self.browser.open(&format!("{}/redazione/", self.address));
        self.check_page();
    }

    /// Nothing is too small for a thumb or beside the screen.
    fn check_page(&self) {
        self.browser.wait_for("document.readyState === 'complete'");
        assert_eq!(self.browser.evaluate("document.documentElement.scrollWidth"), 360);
        assert_eq!(self.browser.evaluate(TOO_SMALL), serde_json::json!([]));
    }

    fn tap(&self, what: &str) {
        self.browser.wait_for(&format!("{what} && {what}.getClientRects().length"));
        self.browser.click(what);
    }

    /// Announcements that are to be posted, in their order, without reminders of those that were.
    fn waiting(&self) -> Vec<String> {
        let shown = "[...document.querySelectorAll('[data-post]')]
            .filter((line) => !line.hidden && !line.textContent.includes('Ultimi giorni')).map((line) => line.dataset.post)";
        let shown = self.browser.evaluate(shown);
        shown.as_array().unwrap().iter().map(|slug| slug.as_str().unwrap().to_owned()).collect()
    }

    fn text_of(&self, selector: &str) -> String {
        let text = self.browser.evaluate(&format!("document.querySelector('{selector}').innerText"));
        text.as_str().unwrap_or_default().to_owned()
    }

    fn shared(&self) -> serde_json::Value {
        self.browser.wait_for("sessionStorage.shared");
        let shared = self.browser.evaluate("sessionStorage.shared");
        self.browser.evaluate("sessionStorage.removeItem('shared')");
        serde_json::from_str(shared.as_str().unwrap()).unwrap()
    }

    /// Marks the open text as posted, and goes back to the front.
    fn mark_and_return(&self) {
        self.tap("document.querySelector('.desk-text[open] .desk-mark button')");
        self.browser.wait_for("document.querySelector('.desk-text[open] .desk-done')");
        let said = self.text_of(".desk-text[open] .desk-done");
        assert!(said.starts_with("✓ Pubblicato alle 10:") && said.ends_with(" su WhatsApp (it)"), "{said}");
        self.check_page();
        self.tap("document.querySelector('.desk-up a')");
        self.browser.wait_for("document.querySelector('#posted')");
        self.check_page();
    }

    /// Sends the marks, which somebody writes into the files as the message says; the telephone then forgets them.
    fn send_marks_to_files(&self) {
        self.tap("document.querySelector('[data-give]')");
        let letter = self.shared();
        let blocks: Vec<&str> = letter["text"].as_str().unwrap().split("```\n").collect();
        let (paths, entries): (Vec<_>, Vec<_>) = blocks.chunks_exact(2).map(|pair| (pair[0], pair[1])).unzip();
        assert!(!paths.is_empty(), "{letter}");
        for (path, entry) in paths.into_iter().zip(entries) {
            let file = self.board.join(path.trim().lines().last().unwrap());
            let before = fs::read_to_string(&file).unwrap_or_default();
            write(&file, before + entry.trim_end_matches("```"));
        }
        self.rebuild();
        self.open_front();
        assert_eq!(self.browser.evaluate("document.querySelector('#posted').hidden"), true);
    }
}

#[test]
fn week_is_closed_from_a_telephone() {
    let course = course_with("");
    let board = board_with("prova", &course);
    let file = board.path().join(format!("{ITEMS}/prova.md"));
    let browser = Browser::start(true);
    browser.set_screen(360, false);
    browser.before_each_page(&CLOCK.replace("DAY", TODAY));
    browser.before_each_page(SHEET);
    let public: &'static Path = Box::leak(board.path().join("public").into_boxed_path());
    fs::create_dir_all(public).unwrap();
    let phone = Phone { browser, board: board.path(), address: serve(public) };
    phone.rebuild();

    // See, share image and text, mark.
    phone.open_front();
    let before = phone.waiting();
    assert!(before.contains(&"prova".to_owned()) && before.len() > 1, "{before:?}");
    phone.tap("document.querySelector('[data-post=prova] a')");
    phone.browser.wait_for("document.querySelector('.desk-card img').naturalWidth");
    phone.check_page();
    phone.tap("document.querySelector('[data-send]')");
    let shared = phone.shared();
    assert_eq!(shared["files"], serde_json::json!([["prova-it.png", PICTURE.len()]]));
    assert!(shared["text"].as_str().unwrap().contains("*Corso di italiano*"), "{shared}");
    phone.browser.wait_for("document.querySelector('.desk-said').textContent.startsWith('Passato a WhatsApp.')");
    let next = phone.text_of(".desk-next a");
    phone.mark_and_return();
    let left: Vec<String> = before.iter().filter(|slug| *slug != "prova").cloned().collect();
    assert_eq!(phone.waiting(), left);
    let marked = phone.text_of("#posted li");
    assert!(marked.contains("Corso di italiano") && marked.contains("pubblicato alle 10:"), "{marked}");
    // A slip can be taken back.
    phone.tap("document.querySelector('#posted .desk-undo')");
    assert_eq!(phone.waiting(), before);
    phone.tap("document.querySelector('[data-post=prova] a')");
    phone.tap("document.querySelector('[data-send]')");
    phone.mark_and_return();
    phone.send_marks_to_files();
    assert_eq!(phone.waiting(), left, "the files say it as the telephone did");
    assert_ne!(next, "", "the page leads on to the next of the plan");

    // A corrected date comes first, with what to send.
    write(&file, course.replace("scadenza: 2026-12-04", "scadenza: 2026-12-09\naggiornato: 2026-11-21"));
    phone.rebuild();
    phone.open_front();
    assert_eq!(phone.waiting()[0], "prova");
    let first = phone.text_of("[data-post]");
    assert!(first.contains("9 dicembre, non più 4 dicembre") && first.contains("Avviso: WhatsApp (it)"), "{first}");
    phone.tap("document.querySelector('[data-post] a')");
    phone.browser.wait_for("document.querySelector('.desk-text[open] [data-open]')");
    let notice =
        phone.browser.evaluate("decodeURIComponent(document.querySelector('.desk-text[open] [data-open]').href)");
    assert!(notice.as_str().unwrap().contains("9 dicembre, non più 4 dicembre"), "{notice}");
    phone.mark_and_return();
    assert_eq!(phone.waiting(), left);
    phone.send_marks_to_files();
    assert_eq!(phone.waiting(), left);

    // So does a cancellation, which has no image to send.
    let cancelled =
        course.replace("scadenza: 2026-12-04", "scadenza: 2026-12-09\naggiornato: 2026-11-21\nstato: annullato");
    write(&file, cancelled);
    phone.rebuild();
    phone.open_front();
    assert_eq!(phone.waiting()[0], "prova");
    assert!(phone.text_of("[data-post]").contains("Annullato"));
    phone.tap("document.querySelector('[data-post] a')");
    phone.browser.wait_for("document.querySelector('.desk-text[open] [data-open]')");
    assert_eq!(phone.browser.evaluate("document.querySelector('[data-send]')"), serde_json::Value::Null);
    let notice =
        phone.browser.evaluate("decodeURIComponent(document.querySelector('.desk-text[open] [data-open]').href)");
    assert!(notice.as_str().unwrap().contains("❗ *Annullato"), "{notice}");
    phone.mark_and_return();
    phone.send_marks_to_files();
    assert_eq!(phone.waiting(), left);
    assert_eq!(phone.browser.console_errors(), Vec::<String>::new());
    let posts = fs::read_to_string(file.with_file_name("prova.pubblicazioni.yaml")).unwrap();
    assert_eq!(posts.matches("- canale: whatsapp\n  lingua: it\n").count(), 3, "{posts}");
}

/// The same week by command line.
#[test]
fn week_is_closed_by_command_line() {
    let course = course_with("");
    let board = board_with("prova", &course);
    let file = board.path().join(format!("{ITEMS}/prova.md"));
    let plan = || bacheca(board.path(), &["plan"]).expect_code(0).out;
    let text = |arguments: &[&str]| bacheca(board.path(), &[&["post", "prova"], arguments].concat()).expect_code(0).out;
    let note = |hour: &str| {
        bacheca(board.path(), &["posted", "prova", "--when", &format!("{TODAY}T{hour}")]).expect_code(0);
    };
    assert!(plan().contains("bacheca post prova\n"));
    assert!(text(&["--channel", "caption"]).contains("*Corso di italiano*"));
    note("10:00");
    assert!(!plan().contains("bacheca post prova\n"));
    let corrected = course.replace("scadenza: 2026-12-04", "scadenza: 2026-12-09\naggiornato: 2026-11-21");
    for (changed, said, hour) in [
        (corrected.clone(), "9 dicembre, non più 4 dicembre", "11:00"),
        (corrected.replace("aggiornato", "stato: annullato\naggiornato"), "Annullato", "12:00"),
    ] {
        write(&file, changed);
        assert!(plan().lines().nth(2).unwrap().ends_with("bacheca post prova --notice"), "{}", plan());
        assert!(plan().lines().nth(1).unwrap().contains(said), "{}", plan());
        assert!(text(&["--notice"]).contains(said));
        note(hour);
        assert!(!plan().contains("è cambiato"), "{}", plan());
    }
}
