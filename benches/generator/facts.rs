//! One invented opportunity: its dates, the facts of its kind, its text.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::kinds;
use super::words::{self, Subject};
use super::{ARCHIVED, Dice, OPEN, ORGANISATIONS, TODAY, organisation_id};

/// A content file.
pub(crate) struct Item {
    /// Of its folder.
    pub(crate) year: i32,
    /// Its name.
    pub(crate) slug: String,
    /// All that is in it.
    pub(crate) text: String,
}

/// What all kinds draw their facts from.
pub(super) struct Draft {
    pub(super) dice: Dice,
    pub(super) subject: Subject,
    pub(super) place: [&'static str; 6],
    pub(super) organisation: String,
    pub(super) dates: Dates,
    lines: Vec<String>,
}

/// When it was announced, closes, begins, ends.
pub(super) struct Dates {
    pub(super) open: bool,
    archived: bool,
    pub(super) published: NaiveDate,
    pub(super) deadline: NaiveDate,
    pub(super) start: NaiveDate,
    pub(super) end: NaiveDate,
}

/// The item with this number.
pub(super) fn item(number: usize) -> Item {
    let mut dice = Dice::of(number);
    // The kinds as often as among the real announcements.
    let (kind, subjects, facts): (_, _, fn(&mut Draft)) = match dice.below(100) {
        0..34 => ("formazione", words::COURSES, kinds::course),
        34..50 => ("lavoro", words::JOBS, kinds::job),
        50..58 => ("abitare", words::HOMES, kinds::home),
        58..65 => ("normativa", words::ACTS, kinds::act),
        65..73 => ("notizia", words::NEWS, kinds::news),
        73..85 => ("progetto", words::PROJECTS, kinds::project),
        _ => ("evento", words::EVENTS, kinds::event),
    };
    let dates = Dates::of(&mut dice);
    let subject = dice.one(subjects);
    let place = dice.one(words::PLACES);
    let organisation = organisation_id(dice.below(ORGANISATIONS));
    let mut draft = Draft { subject, place, organisation, dates, lines: Vec::new(), dice };
    draft.head(kind);
    facts(&mut draft);
    let year = draft.dates.published.year();
    let slug = format!("{}-{}-{}", draft.subject.2, draft.place[5], letters(number));
    Item { year, slug, text: format!("---\n{}\n---\n\n{}\n", draft.lines.join("\n"), draft.dice.body()) }
}

/// A number in letters: addresses hold no numbers that look like years.
fn letters(mut number: usize) -> String {
    let mut letters = String::new();
    for _ in 0..4 {
        letters.extend(u8::try_from(number % 26).map(|letter| char::from(b'a' + letter)));
        number /= 26;
    }
    letters
}

impl Dates {
    fn of(dice: &mut Dice) -> Self {
        let today: NaiveDate = TODAY.parse().unwrap_or_default();
        let first = NaiveDate::from_ymd_opt(2013, 1, 7).unwrap_or_default();
        let last_closed = NaiveDate::from_ymd_opt(2026, 10, 31).unwrap_or_default();
        let open = dice.happens(OPEN, 100);
        let (published, deadline) = if open {
            let published = dice.after(today - Days::new(60), 0, 60);
            (published, dice.after(today, 1, 120))
        } else {
            let published = dice.after(first, 0, 4900);
            (published, dice.after(published, 10, 45))
        };
        let start = next(Weekday::Mon, dice.after(deadline, 3, 25));
        let end = next(Weekday::Thu, dice.after(start, 28, 280));
        let archived = !open && published.year() < 2024 && dice.happens(ARCHIVED, 4);
        Self { open, archived, published, deadline, start, end: if open { end } else { end.min(last_closed) } }
    }
}

fn next(weekday: Weekday, date: NaiveDate) -> NaiveDate {
    date.iter_days().find(|day| day.weekday() == weekday).unwrap_or(date)
}

impl Dice {
    fn body(&mut self) -> String {
        let sentences = self.some(3, words::SENTENCES);
        let (opening, closing) = sentences.split_at(sentences.len().min(2));
        let points = 2 + self.below(2);
        let points = self.some(points, words::POINTS).join(";\n- ");
        format!("{}\n\nInsieme impari a:\n\n- {points}.\n\n{}", opening.join(" "), closing.join(" "))
    }
}

impl Draft {
    pub(super) fn line(&mut self, line: impl Into<String>) {
        self.lines.push(line.into());
    }

    /// What every kind begins with.
    fn head(&mut self, kind: &str) {
        let (title, place) = (self.subject.0, self.place[0]);
        let (whom, summary) = (self.dice.one(words::FOR_WHOM), self.dice.one(words::SUMMARIES));
        self.line(format!("tipo: {kind}"));
        self.line(format!("titolo: \"{title}, {whom}, {place}\""));
        self.line(format!("sintesi: \"{title} a Roma. {summary}\""));
        self.line(format!("ente: {}", self.organisation));
        let published = self.dates.published;
        self.line(format!("pubblicato: {published}"));
        if self.dates.archived {
            self.line(format!("archiviato: {TODAY}"));
        } else {
            self.line(format!("verificato: {published}"));
        }
        if self.dates.archived || self.dice.happens(1, 2) || matches!(kind, "abitare" | "normativa" | "notizia") {
            let (site, page) = (&self.organisation, self.subject.2);
            self.line(format!(
                "fonte: {{nome: \"Avviso pubblico\", url: \"https://{site}.example.org/{page}\", ufficiale: true}}"
            ));
        }
        if self.dice.happens(1, 2) {
            let telephone = self.dice.below(10_000);
            self.line(format!(
                "contatti:\n  email: [\"annunci@{}.example.org\"]\n  telefono: [\"06 5551 {telephone:04}\"]",
                self.organisation
            ));
        }
    }

    pub(super) fn place(&mut self) {
        let [name, address, code, zone, transport, _] = self.place;
        self.line("modalita: in presenza");
        self.line(format!(
            "luogo:\n  nome: \"{name}\"\n  indirizzo: \"{address}\"\n  cap: \"{code}\"\n  citta: Roma\n  zona: {zone}\n  \
             mezzi: \"{transport}\""
        ));
    }

    pub(super) fn audience(&mut self) {
        let text = self.dice.one(words::AUDIENCES);
        let (age, level) = (16 + self.dice.below(3), self.dice.one(&["pre-A1", "A1", "A2", "B1"]));
        self.line(format!(
            "destinatari:\n  permesso_stato: [in corso di validità, ricevuta accettata]\n  eta_min: {age}\n  \
             lingua_min: {level}\n  testo: \"{text}\""
        ));
    }

    pub(super) fn documents(&mut self) {
        let number = 2 + self.dice.below(2);
        let documents = self.dice.some(number, words::DOCUMENTS).join(", ");
        self.line(format!("documenti: [{documents}]"));
    }

    pub(super) fn cost(&mut self) {
        let cost = match self.dice.below(10) {
            0 => "offerta libera",
            1 => "{tipo: contributo, importo: 25, obbligatorio: true, causale: assicurazione}",
            2 => "{tipo: a pagamento, importo: 180, agevolazione: \"Gratis per chi ha un ISEE fino a 9.000 euro.\"}",
            _ => "gratuito",
        };
        self.line(format!("costo: {cost}"));
    }

    pub(super) fn apply(&mut self, key: &str) {
        let (site, page) = (self.organisation.clone(), self.subject.2);
        self.line(format!("{key}:\n  - canale: modulo online\n    url: \"https://{site}.example.org/{page}/domanda\""));
        if self.dice.happens(1, 2) {
            self.line(format!("  - canale: email\n    email: \"domande@{site}.example.org\"\n    oggetto: \"{page}\""));
        }
    }

    pub(super) fn deadline(&mut self) {
        let deadline = self.dates.deadline;
        let noon = self.dice.happens(1, 3);
        self.line(if noon { format!("scadenza: \"{deadline} ore 12:00\"") } else { format!("scadenza: {deadline}") });
    }

    pub(super) fn texts(&mut self, key: &str, number: usize) {
        let texts = self.dice.some(number, words::POINTS).join("\"\n  - \"");
        self.line(format!("{key}:\n  - \"{texts}\""));
    }
}
