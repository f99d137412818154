//! The smaller records: contracts, acts, projects, programmes, sources, images.

use serde_json::{Value as Json, json};

use super::contact::Link;
use super::date::PartialDate;
use super::fact::Fact;
use super::record::{Reader, Value};
use super::text::LanguageCode;
use super::time::TimeOfDay;
use super::vocabulary::{AccessKind, ActKind, ContractKind};
use crate::source::{Node, Yaml};
use crate::{localized, record, record_value};
use chrono::NaiveDate;
use serde::Serialize;

record! {
    /// A contract of work.
    pub struct Contract {
        /// Which.
        kind: Fact<ContractKind> = "tipo", "Tipo di contratto", "tempo determinato";
        /// How long.
        duration: Option<String> = "durata", "Durata", "6 mesi";
        /// Hours a week.
        weekly_hours: Option<u32> = "ore_settimana", "Ore alla settimana", "25";
        /// Part or full time, shifts.
        schedule: Option<String> = "orario", "Orario", "part time";
        /// From when.
        start: Option<PartialDate> = "inizio", "Inizio", "2027-01";
        /// Until when.
        end: Option<PartialDate> = "fine", "Fine", "2027-06";
        /// It may be prolonged.
        renewable: Option<bool> = "prolungabile", "Si può prolungare?", "sì";
        /// The national collective agreement.
        agreement: Option<String> = "ccnl", "Contratto nazionale", "cooperative sociali";
        /// The level in it.
        grade: Option<String> = "livello", "Livello", "D2";
    }
}
record_value!(Contract, text: |_, node, reader| ContractKind::decode(node, reader).map(|kind| Contract { kind: Fact::Known(kind), ..Contract::default() }));

record! {
    /// Practice within a course.
    pub struct CourseInternship {
        /// Hours.
        hours: Option<u32> = "ore", "Ore", "360";
        /// Where.
        place: Option<String> = "dove", "Dove", "aziende partner";
    }
}
record_value!(CourseInternship);

record! {
    /// A law, a circular, a judgment.
    pub struct LegalAct {
        /// What it is.
        kind: Option<ActKind> = "tipo", "Tipo di atto", "circolare";
        /// Its number: text, for it may start with zeros.
        number: Option<String> = "numero", "Numero", "\"0049449\"";
        /// Its date.
        date: Option<NaiveDate> = "data", "Data", "2024-05-29";
        /// Who issued it.
        authority: Option<String> = "autorita", "Autorità", "Ministero dell'Interno";
    }
}
record_value!(LegalAct);

record! {
    /// What a piece of news asks of its reader.
    pub struct RequestedAction {
        /// What to do.
        text: Option<String> = "testo", "Che cosa fare", "candidarsi online";
        /// From when.
        opens: Option<NaiveDate> = "aperto_dal", "Da quando", "2026-03-02";
        /// Until when.
        deadline: Option<super::deadline::Deadline> = "scadenza", "Scadenza", "2026-04-17";
        /// Where.
        url: Option<Link> = "url", "Indirizzo", "https://example.org/bando";
    }
}
record_value!(RequestedAction, text: |text, _, _| Some(RequestedAction { text: Some(text.to_owned()), ..RequestedAction::default() }));

record! {
    /// A number that a piece of news gives.
    pub struct NewsFigure {
        /// Of what.
        item: String = "voce", "Voce", "borse";
        /// How many.
        number: u32 = "numero", "Numero", "78";
    }
}
record_value!(NewsFigure);

record! {
    /// A stage of a project.
    pub struct ProjectPhase {
        /// What happens.
        name: String = "nome", "Nome", "analisi dei bisogni";
        /// From when.
        start: Option<PartialDate> = "da", "Da", "2026-10";
        /// Until when.
        end: Option<PartialDate> = "a", "A", "2027-03";
    }
}
record_value!(ProjectPhase, text: |text, _, _| Some(ProjectPhase { name: text.to_owned(), ..ProjectPhase::default() }));

record! {
    /// How one joins a project.
    pub struct ProjectAccess {
        /// Freely, by referral, by appointment.
        kind: Option<AccessKind> = "tipo", "Come si accede", "su segnalazione";
        /// Who refers.
        referred_by: Vec<String> = "da", "Chi segnala", "[Segretariato sociale]";
        /// In words.
        text: Option<String> = "testo", "In parole", "telefona per un primo colloquio";
    }
}
record_value!(ProjectAccess, text: |text, _, _| Some(match AccessKind::ALL.iter().find(|kind| kind.word() == text) {
    Some(kind) => ProjectAccess { kind: Some(*kind), ..ProjectAccess::default() },
    None => ProjectAccess { text: Some(text.to_owned()), ..ProjectAccess::default() },
}));

record! {
    /// One point of an event's programme.
    pub struct ProgrammeEntry {
        /// When.
        time: Option<TimeOfDay> = "ora", "Ora", "\"15:00\"";
        /// What.
        title: Option<String> = "titolo", "Che cosa", "Saluti";
        /// By whom.
        speaker: Option<String> = "chi", "Chi", "le associazioni del quartiere";
    }
}
record_value!(ProgrammeEntry, text: |text, _, _| Some(ProgrammeEntry { title: Some(text.to_owned()), ..ProgrammeEntry::default() }));

record! {
    /// Where the facts come from.
    pub struct SourceOfFacts {
        /// Who says so.
        name: Option<String> = "nome", "Nome", "Questura di Bergamo";
        /// Where.
        url: Option<Link> = "url", "Indirizzo", "https://questure.poliziadistato.it/";
        /// The organisation itself or the law, not a newspaper or a blog.
        official: Option<bool> = "ufficiale", "È la fonte ufficiale?", "sì";
        /// When.
        date: Option<PartialDate> = "data", "Data", "2025-01-15";
    }
}
record_value!(SourceOfFacts, text: |_, node, reader| Link::decode(node, reader).map(|url| SourceOfFacts { url: Some(url), ..SourceOfFacts::default() }));

record! {
    /// The official image of an item, a file beside it.
    pub struct Image {
        /// The file's name.
        file: Option<String> = "file", "File", "festa-dei-mestieri.jpg";
        /// What it shows, for people who do not see it (WCAG 2.2, 1.1.1).
        alternative_text: Option<String> = "testo_alternativo", "Testo alternativo", "Un cuoco e una sarta al lavoro";
        /// Who made it.
        credits: Option<String> = "crediti", "Crediti", "foto di Asinitas";
    }
}
record_value!(Image);

record! {
    /// When and where an item was posted.
    pub struct Publication {
        /// On which channel.
        channel: String = "canale", "Canale", "whatsapp";
        /// In which language.
        language: Option<LanguageCode> = "lingua", "Lingua", "it";
        /// When.
        when: Option<String> = "quando", "Quando", "2026-11-21T10:00";
    }
}
record_value!(Publication);

/// Rules that a file silences, each with its reason.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Suppressions(pub Vec<(String, String)>);

impl Value for Suppressions {
    fn decode(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let Yaml::Map(entries) = &node.yaml else {
            reader.wrong_type(
                node,
                localized!(
                    "scrivi la regola e il motivo: `silenzia: {{relative-time: \"lo dice il bando\"}}`",
                    "write the rule and the reason: `silenzia: {{relative-time: \"lo dice il bando\"}}`"
                ),
            );
            return None;
        };
        let read = entries.iter().filter_map(|(key, value)| {
            Some((key.text.clone().into_owned(), reader.locate(&key.text, value, String::decode)?))
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
