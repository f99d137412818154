//! Draft of a generated opportunity: dates, fields that several kinds share, text.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::words::{self, Subject};
use super::{ARCHIVED_OF_FOUR, OPEN_PERCENT, SeededRandom, TODAY};

/// An opportunity under construction: choices, dates, and the lines of front matter written so far.
pub(super) struct Draft {
    pub(super) random: SeededRandom,
    pub(super) subject: Subject,
    pub(super) place: [&'static str; 6],
    pub(super) organisation: String,
    pub(super) dates: Dates,
    pub(super) lines: Vec<String>,
}

/// Days of publication, deadline, start and end, and the status that follows from them.
pub(super) struct Dates {
    pub(super) open: bool,
    archived: bool,
    pub(super) published: NaiveDate,
    pub(super) deadline: NaiveDate,
    pub(super) start: NaiveDate,
    pub(super) end: NaiveDate,
}

impl Dates {
    pub(super) fn draw(random: &mut SeededRandom) -> Self {
        let today: NaiveDate = TODAY.parse().unwrap_or_default();
        let first = NaiveDate::from_ymd_opt(2013, 1, 7).unwrap_or_default();
        let last_closed = NaiveDate::from_ymd_opt(2026, 10, 31).unwrap_or_default();
        let open = random.chance(OPEN_PERCENT, 100);
        let (published, deadline) = if open {
            let published = random.date_after(today - Days::new(60), 0, 60);
            (published, random.date_after(today, 1, 120))
        } else {
            let published = random.date_after(first, 0, 4900);
            (published, random.date_after(published, 10, 45))
        };
        let start = next_weekday(Weekday::Mon, random.date_after(deadline, 3, 25));
        let end = next_weekday(Weekday::Thu, random.date_after(start, 28, 280));
        let archived = !open && published.year() < 2024 && random.chance(ARCHIVED_OF_FOUR, 4);
        Self { open, archived, published, deadline, start, end: if open { end } else { end.min(last_closed) } }
    }
}

fn next_weekday(weekday: Weekday, date: NaiveDate) -> NaiveDate {
    date.iter_days().find(|day| day.weekday() == weekday).unwrap_or(date)
}

impl SeededRandom {
    pub(super) fn draw_body(&mut self) -> String {
        let sentences = self.pick_some(3, words::SENTENCES);
        let (opening, closing) = sentences.split_at(sentences.len().min(2));
        let points = 2 + self.below(2);
        let points = self.pick_some(points, words::POINTS).join(";\n- ");
        format!("{}\n\nInsieme impari a:\n\n- {points}.\n\n{}", opening.join(" "), closing.join(" "))
    }
}

impl Draft {
    pub(super) fn add_line(&mut self, line: impl Into<String>) {
        self.lines.push(line.into());
    }

    /// Adds the fields that every kind begins with: title, summary, organisation, publication, source, contacts.
    pub(super) fn add_common_fields(&mut self, kind: &str) {
        let (title, place) = (self.subject.0, self.place[0]);
        let (whom, summary) = (self.random.pick(words::FOR_WHOM), self.random.pick(words::SUMMARIES));
        self.add_line(format!("tipo: {kind}"));
        self.add_line(format!("titolo: \"{title}, {whom}, {place}\""));
        self.add_line(format!("sintesi: \"{title} a Roma. {summary}\""));
        self.add_line(format!("ente: {}", self.organisation));
        let published = self.dates.published;
        self.add_line(format!("pubblicato: {published}"));
        if self.dates.archived {
            self.add_line(format!("archiviato: {TODAY}"));
        } else {
            self.add_line(format!("verificato: {published}"));
        }
        if self.dates.archived || self.random.chance(1, 2) || matches!(kind, "abitare" | "normativa" | "notizia") {
            let (site, page) = (&self.organisation, self.subject.2);
            self.add_line(format!(
                "fonte: {{nome: \"Avviso pubblico\", url: \"https://{site}.example.org/{page}\", ufficiale: true}}"
            ));
        }
        if self.random.chance(1, 2) {
            let telephone = self.random.below(10_000);
            self.add_line(format!(
                "contatti:\n  email: [\"annunci@{}.example.org\"]\n  telefono: [\"06 5551 {telephone:04}\"]",
                self.organisation
            ));
        }
    }

    pub(super) fn add_place(&mut self) {
        let [name, address, code, zone, transport, _] = self.place;
        self.add_line("modalita: in presenza");
        self.add_line(format!(
            "luogo:\n  nome: \"{name}\"\n  indirizzo: \"{address}\"\n  cap: \"{code}\"\n  citta: Roma\n  zona: {zone}\n  \
             mezzi: \"{transport}\""
        ));
    }

    pub(super) fn add_audience(&mut self) {
        let text = self.random.pick(words::AUDIENCES);
        let (age, level) = (16 + self.random.below(3), self.random.pick(&["pre-A1", "A1", "A2", "B1"]));
        self.add_line(format!(
            "destinatari:\n  permesso_stato: [in corso di validità, ricevuta accettata]\n  eta_min: {age}\n  \
             lingua_min: {level}\n  testo: \"{text}\""
        ));
    }

    pub(super) fn add_documents(&mut self) {
        let number = 2 + self.random.below(2);
        let documents = self.random.pick_some(number, words::DOCUMENTS).join(", ");
        self.add_line(format!("documenti: [{documents}]"));
    }

    pub(super) fn add_cost(&mut self) {
        let cost = match self.random.below(10) {
            0 => "offerta libera",
            1 => "{tipo: contributo, importo: 25, obbligatorio: true, causale: assicurazione}",
            2 => "{tipo: a pagamento, importo: 180, agevolazione: \"Gratis per chi ha un ISEE fino a 9.000 euro.\"}",
            _ => "gratuito",
        };
        self.add_line(format!("costo: {cost}"));
    }

    pub(super) fn add_enrolment(&mut self, key: &str) {
        let (site, page) = (self.organisation.clone(), self.subject.2);
        self.add_line(format!(
            "{key}:\n  - canale: modulo online\n    url: \"https://{site}.example.org/{page}/domanda\""
        ));
        if self.random.chance(1, 2) {
            self.add_line(format!(
                "  - canale: email\n    email: \"domande@{site}.example.org\"\n    oggetto: \"{page}\""
            ));
        }
    }

    pub(super) fn add_deadline(&mut self) {
        let deadline = self.dates.deadline;
        let noon = self.random.chance(1, 3);
        self.add_line(if noon {
            format!("scadenza: \"{deadline} ore 12:00\"")
        } else {
            format!("scadenza: {deadline}")
        });
    }

    pub(super) fn add_texts(&mut self, key: &str, number: usize) {
        let texts = self.random.pick_some(number, words::POINTS).join("\"\n  - \"");
        self.add_line(format!("{key}:\n  - \"{texts}\""));
    }
}
