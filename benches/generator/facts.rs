//! One invented opportunity: its dates, the facts of its kind, its text.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::words::{self, Subject};
use super::{ARCHIVED, Dice, OPEN, ORGANISATIONS, TODAY, organisation_id};

/// A content file.
pub(super) struct Item {
    pub(super) year: i32,
    pub(super) slug: String,
    pub(super) text: String,
}

/// What all kinds draw their facts from.
struct Draft {
    dice: Dice,
    subject: Subject,
    place: [&'static str; 6],
    organisation: String,
    dates: Dates,
    lines: Vec<String>,
}

/// When it was announced, closes, begins, ends.
struct Dates {
    open: bool,
    archived: bool,
    published: NaiveDate,
    deadline: NaiveDate,
    start: NaiveDate,
    end: NaiveDate,
}

/// The item with this number.
pub(super) fn item(number: usize) -> Item {
    let mut dice = Dice::of(number);
    // The kinds as often as among the real announcements.
    let (kind, subjects, facts): (_, _, fn(&mut Draft)) = match dice.below(100) {
        0..34 => ("formazione", words::COURSES, course),
        34..50 => ("lavoro", words::JOBS, job),
        50..58 => ("abitare", words::HOMES, home),
        58..65 => ("normativa", words::ACTS, act),
        65..73 => ("notizia", words::NEWS, news),
        73..85 => ("progetto", words::PROJECTS, project),
        _ => ("evento", words::EVENTS, event),
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
    fn line(&mut self, line: impl Into<String>) {
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

    fn place(&mut self) {
        let [name, address, code, zone, transport, _] = self.place;
        self.line("modalita: in presenza");
        self.line(format!(
            "luogo:\n  nome: \"{name}\"\n  indirizzo: \"{address}\"\n  cap: \"{code}\"\n  citta: Roma\n  zona: {zone}\n  \
             mezzi: \"{transport}\""
        ));
    }

    fn audience(&mut self) {
        let text = self.dice.one(words::AUDIENCES);
        let (age, level) = (16 + self.dice.below(3), self.dice.one(&["pre-A1", "A1", "A2", "B1"]));
        self.line(format!(
            "destinatari:\n  permesso_stato: [in corso di validità, ricevuta accettata]\n  eta_min: {age}\n  \
             lingua_min: {level}\n  testo: \"{text}\""
        ));
    }

    fn documents(&mut self) {
        let number = 2 + self.dice.below(2);
        let documents = self.dice.some(number, words::DOCUMENTS).join(", ");
        self.line(format!("documenti: [{documents}]"));
    }

    fn cost(&mut self) {
        let cost = match self.dice.below(10) {
            0 => "offerta libera",
            1 => "{tipo: contributo, importo: 25, obbligatorio: true, causale: assicurazione}",
            2 => "{tipo: a pagamento, importo: 180, agevolazione: \"Gratis per chi ha un ISEE fino a 9.000 euro.\"}",
            _ => "gratuito",
        };
        self.line(format!("costo: {cost}"));
    }

    fn apply(&mut self, key: &str) {
        let (site, page) = (self.organisation.clone(), self.subject.2);
        self.line(format!("{key}:\n  - canale: modulo online\n    url: \"https://{site}.example.org/{page}/domanda\""));
        if self.dice.happens(1, 2) {
            self.line(format!("  - canale: email\n    email: \"domande@{site}.example.org\"\n    oggetto: \"{page}\""));
        }
    }

    fn deadline(&mut self) {
        let deadline = self.dates.deadline;
        let noon = self.dice.happens(1, 3);
        self.line(if noon { format!("scadenza: \"{deadline} ore 12:00\"") } else { format!("scadenza: {deadline}") });
    }

    fn texts(&mut self, key: &str, number: usize) {
        let texts = self.dice.some(number, words::POINTS).join("\"\n  - \"");
        self.line(format!("{key}:\n  - \"{texts}\""));
    }
}

fn course(draft: &mut Draft) {
    draft.place();
    let Dates { start, end, .. } = draft.dates;
    if draft.dice.happens(1, 6) {
        draft.line("edizioni:");
        for (name, days, hours) in [
            ("gruppo del mattino", "lun, gio", "9:30-11:30"),
            ("gruppo del pomeriggio", "lun, gio", "15:00-17:00"),
            ("gruppo della sera", "lun, mer, gio", "19:00-21:00"),
        ] {
            let [_, address, _, zone, ..] = draft.dice.one(words::PLACES);
            draft.line(format!(
                "  - nome: \"{name}\"\n    date: {{inizio: {start}, fine: {end}}}\n    giorni: [{days}]\n    \
                 orari: \"{hours}\"\n    posti: 15\n    luogo: {{indirizzo: \"{address}\", citta: Roma, zona: {zone}}}"
            ));
        }
    } else {
        let seats = 8 + draft.dice.below(20);
        draft.line(format!("date: {{inizio: {start}, fine: {end}}}\ngiorni: [lun, gio]\norari: \"10:00-12:30\""));
        draft.line(format!("ore_totali: {}\nposti: {seats}\nattestato: \"attestato di frequenza\"", seats * 4));
    }
    draft.line(format!("materia: {}", draft.subject.1));
    draft.audience();
    draft.cost();
    draft.documents();
    draft.apply("iscrizione");
    draft.deadline();
}

fn job(draft: &mut Draft) {
    draft.place();
    draft.texts("mansioni", 3);
    draft.texts("requisiti", 2);
    let (kind, hours) = (draft.subject.1, 18 + draft.dice.below(20));
    draft.line(format!("contratto: {{tipo: {kind}, durata: \"6 mesi\", ore_settimana: {hours}, prolungabile: true}}"));
    let pay = 800 + 50 * draft.dice.below(12);
    draft.line(format!("retribuzione: {{importo: {pay}, unita: mese, lordo: true}}"));
    draft.audience();
    draft.documents();
    draft.apply("candidatura");
    draft.deadline();
}

fn home(draft: &mut Draft) {
    draft.line(format!("genere: {}", draft.subject.1));
    let most = 500 + 100 * draft.dice.below(20);
    draft.line(format!("importo_max: {most}\ncontratto_registrato: true"));
    draft.texts("cosa_fare", 3);
    draft.audience();
    draft.documents();
    draft.apply("iscrizione");
    draft.deadline();
}

fn act(draft: &mut Draft) {
    let Dates { published, end, open, .. } = draft.dates;
    let number = 100 + draft.dice.below(9000);
    draft.line(format!(
        "atto: {{tipo: {}, numero: \"{number}\", data: {published}, autorita: \"Ministero dell'Interno\"}}",
        draft.subject.1
    ));
    draft.line(format!("vigore_dal: {published}"));
    if !open || draft.dice.happens(1, 3) {
        draft.line(format!("vigore_al: {end}"));
    }
    draft.line("permessi_toccati: [asilo, protezione sussidiaria, lavoro]");
    draft.texts("cosa_fare", 4);
    draft.documents();
    draft.line("costi_amministrativi: [{causale: marca da bollo, importo: 16.00}]");
}

fn news(draft: &mut Draft) {
    let (deadline, site) = (draft.dates.deadline, draft.organisation.clone());
    draft.line(format!(
        "azione_richiesta:\n  testo: \"Compila la domanda sul sito.\"\n  scadenza: {deadline}\n  \
         url: \"https://{site}.example.org/domanda\""
    ));
    let number = 10 + draft.dice.below(300);
    draft.line(format!("conteggi:\n  - {{voce: \"{}\", numero: {number}}}", draft.subject.1));
    draft.audience();
    draft.documents();
    draft.cost();
}

fn project(draft: &mut Draft) {
    let Dates { start, end, .. } = draft.dates;
    draft.texts("obiettivi", 2);
    draft.audience();
    draft.texts("attivita", 4);
    draft.line(format!("inizio: {start}\nfine: {end}"));
    draft.line("accesso: {tipo: su segnalazione, da: [\"Segretariato sociale del Municipio\"]}");
    let code = 100 + draft.dice.below(900);
    draft.line(format!("fondo: [{}]\ncodici: [\"PROG-{code}\"]", draft.subject.1));
    draft.cost();
    draft.place();
}

fn event(draft: &mut Draft) {
    let start = draft.dates.start;
    draft.line(format!("date: {start}\norari: \"15:00-19:00\""));
    draft.place();
    let points = draft.dice.some(3, words::POINTS);
    draft.line("programma:");
    for (hour, point) in (15..).zip(points) {
        draft.line(format!("  - {{ora: \"{hour}:00\", titolo: \"{point}\"}}"));
    }
    draft.cost();
    draft.audience();
    if draft.dice.happens(1, 2) {
        draft.line("iscrizione: non previsto\ningresso: libero");
    } else {
        draft.line("ingresso: su prenotazione");
        draft.apply("iscrizione");
        draft.deadline();
    }
}
