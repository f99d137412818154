//! Smaller records: contracts, legal acts, projects, programmes, sources, images.

use serde_json::{Value as Json, json};

use super::contact::Link;
use super::date::PartialDate;
use super::fact::Fact;
use super::field_path::Step;
use super::problem::Expected;
use super::record::{Reader, Value};
use super::text::Hours;
use super::time::{TimeOfDay, TimeSlot};
use super::vocabulary::{AccessKind, ActKind, ContractKind};
use crate::source::{Node, Yaml};
use crate::{record, record_value};
use chrono::NaiveDate;
use serde::Serialize;

record! {
    /// An employment contract.
    pub struct Contract {
        /// Kind of contract.
        kind: Fact<ContractKind> = "tipo", "Tipo di contratto" / "Kind of contract", "tempo determinato";
        /// Duration.
        duration: Option<String> = "durata", "Durata" / "Duration", "6 mesi";
        /// Hours per week.
        weekly_hours: Option<Hours> = "ore_settimana", "Ore alla settimana" / "Hours a week", "25";
        /// Working time: part or full time, shifts.
        schedule: Option<String> = "orario", "Orario" / "Working hours", "part time";
        /// From when.
        start: Option<PartialDate> = "inizio", "Inizio" / "Start", "2027-01";
        /// Until when.
        end: Option<PartialDate> = "fine", "Fine" / "End", "2027-06";
        /// Whether it may be extended.
        renewable: Option<bool> = "prolungabile", "Si può prolungare?" / "Can it be extended?", "sì";
        /// National collective agreement.
        agreement: Option<String> = "ccnl", "Contratto nazionale" / "National collective agreement", "cooperative sociali";
        /// Grade in the collective agreement.
        grade: Option<String> = "livello", "Livello" / "Grade in the agreement", "D2";
    }
}
record_value!(Contract, ContractKind::schema(), text: |_, node, reader| ContractKind::decode(node, reader).map(|kind| Contract { kind: Fact::known(kind), ..Contract::default() }));

record! {
    /// Internship within a course.
    pub struct CourseInternship {
        /// Hours.
        hours: Option<u32> = "ore", "Ore" / "Hours", "360";
        /// Where.
        place: Option<String> = "dove", "Dove" / "Where", "aziende partner";
    }
}
record_value!(CourseInternship);

record! {
    /// A legal act: law, circular, judgment.
    pub struct LegalAct {
        /// What it is.
        kind: Option<ActKind> = "tipo", "Tipo di atto" / "Law, circular, judgment…", "circolare";
        /// Number of the act; a text, because it may start with zeros.
        number: Option<String> = "numero", "Numero" / "Number", "\"0049449\"";
        /// Date of the act.
        date: Option<PartialDate> = "data", "Data" / "Date", "2024-05-29";
        /// Issuing authority.
        authority: Option<String> = "autorita", "Autorità" / "Authority", "Ministero dell'Interno";
    }
}
record_value!(LegalAct);

record! {
    /// Action that news require of readers.
    pub struct RequestedAction {
        /// What to do.
        text: Option<String> = "testo", "Che cosa fare" / "What to do", "candidarsi online";
        /// From when.
        opens: Option<PartialDate> = "aperto_dal", "Da quando" / "From when", "2026-03-02";
        /// Until when.
        deadline: Option<super::deadline::Deadline> = "scadenza", "Scadenza" / "Deadline", "2026-04-17";
        /// Where.
        url: Option<Link> = "url", "Indirizzo" / "Web address", "https://example.org/bando";
    }
}
record_value!(RequestedAction, text: |text, _, _| Some(RequestedAction { text: Some(text.to_owned()), ..RequestedAction::default() }));

record! {
    /// A figure given by news.
    pub struct NewsFigure {
        /// Of what.
        item: String = "voce", "Voce" / "What is counted", "borse";
        /// How many.
        number: u32 = "numero", "Numero" / "Number", "78";
    }
}
record_value!(NewsFigure);

record! {
    /// A phase of a project.
    pub struct ProjectPhase {
        /// What happens.
        name: String = "nome", "Nome" / "Name", "analisi dei bisogni";
        /// From when.
        start: Option<PartialDate> = "da", "Da" / "From", "2026-10";
        /// Until when.
        end: Option<PartialDate> = "a", "A" / "To", "2027-03";
    }
}
record_value!(ProjectPhase, text: |text, _, _| Some(ProjectPhase { name: text.to_owned(), ..ProjectPhase::default() }));

record! {
    /// Access to a project.
    pub struct ProjectAccess {
        /// Freely, by referral, by appointment.
        kind: Option<AccessKind> = "tipo", "Come si accede" / "How to get access", "su segnalazione";
        /// Who refers.
        referred_by: Vec<String> = "da", "Chi segnala" / "Who refers people", "[Segretariato sociale]";
        /// In words.
        text: Option<String> = "testo", "In parole" / "In words", "telefona per un primo colloquio";
    }
}
record_value!(ProjectAccess, text: |text, _, _| Some(match AccessKind::ALL.iter().find(|kind| kind.word() == text) {
    Some(kind) => ProjectAccess { kind: Some(*kind), ..ProjectAccess::default() },
    None => ProjectAccess { text: Some(text.to_owned()), ..ProjectAccess::default() },
}));

record! {
    /// An entry of an event's programme.
    pub struct ProgrammeEntry {
        /// On which day, of an event of several; if absent, that of the entry before.
        day: Option<NaiveDate> = "giorno", "Giorno" / "Day", "2026-12-12";
        /// When: the start, and the end if it is known.
        time: Option<TimeSlot> = "ora", "Ora" / "Time", "\"15:00-16:00\"";
        /// What.
        title: Option<String> = "titolo", "Che cosa" / "What", "Saluti";
        /// By whom.
        speaker: Option<String> = "chi", "Chi" / "Who", "le associazioni del quartiere";
    }
}
impl ProgrammeEntry {
    /// When it starts, if that is known.
    #[must_use]
    pub fn start(&self) -> Option<TimeOfDay> {
        self.time.as_ref()?.start
    }
}
record_value!(ProgrammeEntry, text: |text, _, _| Some(ProgrammeEntry { title: Some(text.to_owned()), ..ProgrammeEntry::default() }));

record! {
    /// Why the editors refused an announcement (field `rifiutato`).
    pub struct Refusal {
        /// Reason, for whoever gets it again.
        reason: String = "perche", "Perché" / "Why", "chiede soldi a chi si candida";
        /// Day of the decision.
        day: Option<NaiveDate> = "quando", "Quando" / "When", "2026-11-21";
    }
}

impl Value for Refusal {
    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let refusal: Self = match &node.yaml {
            Yaml::Map(entries) => super::record::decode_record(entries, reader),
            _ => Self { reason: String::decode(node, reader)?, day: None },
        };
        if refusal.reason.is_empty() {
            reader.report_wrong_type(node, Expected::TextOrFields(super::record::keys::<Self>()));
        }
        Some(refusal)
    }

    fn schema() -> Json {
        json!({"anyOf": [{"type": "string"}, super::record::record_schema::<Self>()]})
    }
}

record! {
    /// Source of the facts (field `fonte`).
    pub struct SourceOfFacts {
        /// Who says so.
        name: Option<String> = "nome", "Nome" / "Name", "Questura di Bergamo";
        /// Where.
        url: Option<Link> = "url", "Indirizzo" / "Web address", "https://questure.poliziadistato.it/";
        /// Whether it is a primary source: the organisation itself or the law.
        official: Option<bool> = "ufficiale", "È la fonte ufficiale?" / "Is it the official source?", "sì";
        /// When.
        date: Option<PartialDate> = "data", "Data" / "Date", "2025-01-15";
    }
}
record_value!(SourceOfFacts, Link::schema(), text: |_, node, reader| Link::decode(node, reader).map(|url| SourceOfFacts { url: Some(url), ..SourceOfFacts::default() }));

record! {
    /// Official image of an item, a file beside it.
    pub struct Image {
        /// The file's name.
        file: Option<String> = "file", "File" / "File", "festa-dei-mestieri.jpg";
        /// Text alternative (WCAG 2.2, 1.1.1).
        alternative_text: Option<String> = "testo_alternativo", "Testo alternativo" / "Description for people who cannot see it", "Un cuoco e una sarta al lavoro";
        /// Who made it.
        credits: Option<String> = "crediti", "Crediti" / "Credits", "foto di Asinitas";
    }
}
record_value!(Image);

/// Suppressed rules and their reasons (field `silenzia`).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Suppressions(pub Vec<(String, String)>);

impl Value for Suppressions {
    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let Yaml::Map(entries) = &node.yaml else {
            reader.report_wrong_type(node, Expected::Suppressions);
            return None;
        };
        let read = reader.bounded(node, entries).iter().filter_map(|(key, value)| {
            Some((key.text.clone().into_owned(), reader.locate(Step::key(&key.text), value, String::decode)?))
        });
        Some(Self(read.collect()))
    }

    fn schema() -> Json {
        json!({"type": "object", "additionalProperties": {"type": "string"}})
    }
}

impl Serialize for Suppressions {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(rule, reason)| (rule, reason)))
    }
}
