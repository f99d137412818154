//! Facts that a post told its readers, and how they differ from those of now.

use serde::{Serialize, Serializer};
use serde_json::{Value as Json, json};

use super::deadline::Deadline;
use super::one_or_many::OneOrMany;
use super::pauses::Pause;
use super::problem::{Problem, Written};
use super::record::{Reader, Value};
use super::time::TimeSlot;
use super::vocabulary::ItemState;
use crate::source::Node;
use crate::{record, record_value};

/// Days of an edition: one, or from one to another; written as [`Pause`]s are, `2026-12-11` or `2026-12-01/2027-02-26`.
pub type ToldDays = Pause;

record! {
    /// Facts that a post told (field `detto`): those that an announcement has.
    pub struct ToldFacts {
        /// Whether it was open; absent if it was.
        state: Option<ToldState> = "stato", "Stato" / "State", "aperto";
        /// Last day for applying, with the hour.
        deadline: Option<Deadline> = "scadenza", "Scadenza" / "Deadline", "2026-12-11";
        /// Days and periods of all editions, sorted.
        dates: OneOrMany<ToldDays> = "date", "Data o periodo" / "Date or period", "2026-12-12", at most 400 entries;
        /// Hours of all editions, in their order.
        hours: OneOrMany<TimeSlot> = "orari", "Orari" / "Times", "\"15:00-18:00\"", at most 100 entries;
        /// Places of the whole and of all editions, in their order.
        places: OneOrMany<String> = "luogo", "Luogo" / "Place", "via Casilina 711", at most 100 entries;
    }
}
record_value!(ToldFacts);

/// State of an announcement as a post told it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ToldState {
    /// Open.
    #[default]
    Open,
    /// No places left.
    Full,
    /// Cancelled.
    Cancelled,
    /// Withdrawn, by its organisation or by the editors.
    Withdrawn,
}

impl ToldState {
    const WORDS: &'static [&'static str] = &["aperto", "posti esauriti", "annullato", "ritirato"];

    const ALL: [Self; 4] = [Self::Open, Self::Full, Self::Cancelled, Self::Withdrawn];

    /// State of an announcement; a draft was never posted.
    #[must_use]
    pub fn of(state: Option<ItemState>) -> Self {
        match state {
            Some(ItemState::Full) => Self::Full,
            Some(ItemState::Cancelled) => Self::Cancelled,
            Some(ItemState::Withdrawn) => Self::Withdrawn,
            Some(ItemState::Draft) | None => Self::Open,
        }
    }
}

impl Serialize for ToldState {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let at = Self::ALL.iter().position(|state| state == self);
        at.and_then(|at| Self::WORDS.get(at)).serialize(serializer)
    }
}

impl Value for ToldState {
    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let at = node.text().and_then(|text| Self::WORDS.iter().position(|word| *word == text.trim()));
        let state = at.and_then(|at| Self::ALL.get(at)).copied();
        if state.is_none() {
            let written = Written::from_node(node);
            reader.report(node.span.clone(), Problem::UnknownWord { written, words: Self::WORDS, meant: None });
        }
        state
    }

    fn schema() -> Json {
        json!({"enum": Self::WORDS})
    }
}

/// A fact that is no longer what a post told.
#[derive(Debug, Clone, PartialEq)]
pub enum FactChange {
    /// It was cancelled.
    Cancelled,
    /// All places were taken.
    Full,
    /// Its organisation, or the editors, withdrew it.
    Withdrawn,
    /// It is open again, or has a new edition.
    Reopened,
    /// The deadline, as told and now.
    Deadline {
        /// As told.
        before: Option<Deadline>,
        /// Now.
        now: Option<Deadline>,
    },
    /// Days and periods, as told and now.
    Dates {
        /// As told; empty if none were.
        before: Vec<ToldDays>,
        /// Now; empty if there are none any more.
        now: Vec<ToldDays>,
    },
    /// Hours, as told and now.
    Hours {
        /// As told; empty if none were.
        before: Vec<TimeSlot>,
        /// Now; empty if there are none any more.
        now: Vec<TimeSlot>,
    },
    /// Places, as told and now.
    Places {
        /// As told; empty if none were.
        before: Vec<String>,
        /// Now; empty if there are none any more.
        now: Vec<String>,
    },
    /// Something else: nobody noted what the post said, or it is none of these facts.
    Corrected,
}

impl FactChange {
    /// Whether nobody can take part any more.
    #[must_use]
    pub fn is_end(&self) -> bool {
        matches!(self, Self::Cancelled | Self::Full | Self::Withdrawn)
    }

    /// Whether it is a deadline that is later than told.
    #[must_use]
    pub fn is_extension(&self) -> bool {
        matches!(self, Self::Deadline { before: Some(before), now: Some(now) }
            if before.date().zip(now.date()).is_some_and(|(before, now)| now > before))
    }
}

impl ToldFacts {
    /// What is different `now`, from the most important. Of what does not take place nothing else matters; who has a place
    /// in what is full still goes there. A kind of fact that was not told, as in an entry written by hand, is no change.
    #[must_use]
    pub fn changes(&self, now: &Self) -> Vec<FactChange> {
        let (before, state) = (self.state.unwrap_or_default(), now.state.unwrap_or_default());
        let end = match state {
            ToldState::Open | ToldState::Full => None,
            ToldState::Cancelled => Some(FactChange::Cancelled),
            ToldState::Withdrawn => Some(FactChange::Withdrawn),
        };
        if let Some(end) = end {
            return if before == state { Vec::new() } else { vec![end] };
        }
        let is_same_place =
            self.places.iter().map(|place| letters_of(place)).eq(now.places.iter().map(|place| letters_of(place)));
        let (deadline, dates) = (self.deadline, self.dates.to_vec());
        let is_open = state == ToldState::Open;
        let changes = [
            (!is_open && before != state, FactChange::Full),
            (is_open && before != state, FactChange::Reopened),
            (!dates.is_empty() && dates != *now.dates, FactChange::Dates { before: dates, now: now.dates.to_vec() }),
            (
                !self.hours.is_empty() && *self.hours != *now.hours,
                FactChange::Hours { before: self.hours.to_vec(), now: now.hours.to_vec() },
            ),
            (
                !self.places.is_empty() && !is_same_place,
                FactChange::Places { before: self.places.to_vec(), now: now.places.to_vec() },
            ),
            (
                is_open && deadline.is_some() && deadline != now.deadline,
                FactChange::Deadline { before: deadline, now: now.deadline },
            ),
        ];
        changes.into_iter().filter_map(|(is_other, change)| is_other.then_some(change)).collect()
    }
}

/// Letters and digits of a text in small letters: commas and capitals make no other place.
fn letters_of(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::super::opportunity::decode;
    use super::super::record::Reader;
    use super::*;
    use crate::source::{parse, split, write::serialize_plainly};

    fn told(facts: &str) -> ToldFacts {
        let document = split("x.md", format!("---\ntipo: evento\n{facts}---\n").into_bytes()).unwrap();
        let root = parse(&document, &mut Vec::new()).unwrap();
        decode(&root, &mut Reader::new(&mut Vec::new())).told_facts()
    }

    fn written(told: &ToldFacts) -> String {
        serialize_plainly(&serde_json::to_value(told).unwrap())
    }

    #[test]
    fn facts_of_all_editions_are_told_once_each() {
        assert_eq!(written(&told("")), "{stato: aperto}");
        let one = "date: 2026-12-11\norari: \"18:00-20:00\"\nluogo: {nome: Sala Rossa, indirizzo: via Roma 1, cap: \"00100\"}\n";
        assert_eq!(
            written(&told(one)),
            "{stato: aperto, date: 2026-12-11, orari: \"18:00-20:00\", luogo: \"Sala Rossa, via Roma 1\"}"
        );
        let several = "scadenza: 2026-12-04 ore 12:00\nedizioni:\n  - {date: [2027-01-09, 2027-01-02], orari: \"9:00\"}\n  - {date: {inizio: 2026-12-01, fine: 2026-12-05}, orari: \"9:00\"}\n";
        assert_eq!(
            written(&told(several)),
            "{stato: aperto, scadenza: \"2026-12-04T12:00\", date: [\"2026-12-01/2026-12-05\", 2027-01-02, 2027-01-09], orari: \"9:00\"}"
        );
    }

    #[test]
    fn change_says_what_was_told_and_what_is_now() {
        let event = "date: 2026-12-11\norari: \"18:00\"\nluogo: via Roma 1\n";
        let before = told(event);
        assert_eq!(before.changes(&told(event)), []);
        assert_eq!(before.changes(&told(&event.replace("via Roma 1", "Via Roma, 1"))), []);
        assert!(matches!(
            before.changes(&told(&event.replace("12-11", "12-18"))).as_slice(),
            [FactChange::Dates { before, now }] if before != now
        ));
        let other = event.replace("18:00", "17:00").replace("Roma 1", "Milano 2");
        assert!(matches!(
            before.changes(&told(&other)).as_slice(),
            [FactChange::Hours { .. }, FactChange::Places { .. }]
        ));
        let off = told(&format!("{other}stato: annullato\n"));
        assert_eq!(before.changes(&off), [FactChange::Cancelled]);
        assert_eq!(off.changes(&off), []);
        // Who has a place in what is full must learn of another one.
        let full = told(&format!("{event}stato: posti esauriti\n"));
        assert_eq!(before.changes(&full), [FactChange::Full]);
        let moved = told(&format!("{}stato: posti esauriti\n", event.replace("Roma 1", "Milano 2")));
        assert!(matches!(full.changes(&moved).as_slice(), [FactChange::Places { .. }]));
        // An entry written by hand may tell less.
        assert_eq!(told("date: 2026-12-11\n").changes(&before), []);
        assert_eq!(off.changes(&told(&other)), [FactChange::Reopened]);
    }

    #[test]
    fn last_day_of_news_counts_as_its_deadline() {
        let told = |day: &str| {
            let text = format!("---\ntipo: notizia\nvalidita_fino: {day}\n---\n");
            let document = split("x.md", text.into_bytes()).unwrap();
            let root = parse(&document, &mut Vec::new()).unwrap();
            decode(&root, &mut Reader::new(&mut Vec::new())).told_facts()
        };
        let changes = told("2027-02-27").changes(&told("2027-03-27"));
        assert!(matches!(changes.as_slice(), [change] if change.is_extension()), "{changes:?}");
    }

    #[test]
    fn later_deadline_is_an_extension() {
        let change = |before: &str, now: &str| {
            let [before, now] = [before, now].map(|day| told(&format!("scadenza: {day}\n")));
            before.changes(&now).first().map(FactChange::is_extension)
        };
        assert_eq!(change("2026-12-04", "2026-12-11"), Some(true));
        assert_eq!(change("2026-12-11", "2026-12-04"), Some(false));
        assert_eq!(change("2026-12-11", "sempre aperte"), Some(false));
        assert_eq!(change("2026-12-11", "2026-12-11"), None);
    }
}
