//! An opportunity: every field that any kind has, declared once.

use chrono::{Months, NaiveDate};

use super::audience::{Audience, RequiredDocument};
use super::contact::{Contacts, Link};
use super::date::PartialDate;
use super::dates::Dates;
use super::deadline::Deadline;
use super::edition::{Edition, Seats};
use super::enrolment::Enrolment;
use super::fact::Fact;
use super::kind::Kind;
use super::money::{Benefit, Cost, Fee, Money, Pay};
use super::organisation::Organiser;
use super::place::Place;
use super::problem::{Problem, RequiredBy};
use super::record::{Reader, Record, Value, empty_field, unknown_field};
use super::requirement::requirement;
use super::text::{LanguageCode, Slug};
use super::time::TimeSlot;
use super::vocabulary::{
    Admission, Attendance, CourseSubject, HousingKind, ItemState, Level, Permit, Readership, Weekday,
};
use super::work::{
    Contract, CourseInternship, Image, LegalAct, NewsFigure, ProgrammeEntry, ProjectAccess, ProjectPhase, Publication,
    RequestedAction, SourceOfFacts, Suppressions,
};
use crate::record;
use crate::source::{Node, Step, Yaml};

record! {
    /// One opportunity. Which of its fields a kind has is declared by [`Kind::spec`].
    pub struct Opportunity {
        /// What it is.
        kind: Option<Kind> = "tipo", "Tipo di annuncio", "formazione";
        /// Its name.
        title: Fact<String> = "titolo", "Titolo", "Corso gratuito di italiano A2";
        /// One or two sentences.
        summary: Fact<String> = "sintesi", "Descrizione breve (una o due frasi)", "Sessanta ore di italiano per chi capisce già frasi semplici.";
        /// Who offers it.
        organisation: Fact<Organiser> = "ente", "Chi lo organizza", "caritas-roma";
        /// When the organisation made it public.
        published: Fact<PartialDate> = "pubblicato", "Data di pubblicazione", "2026-11-20";
        /// Where it stands, when it is not simply published.
        state: Option<ItemState> = "stato", "Stato", "bozza";
        /// Invented, to show the board at work.
        example: bool = "esempio", "È un esempio inventato?", "sì";
        /// When its facts last changed.
        updated: Option<NaiveDate> = "aggiornato", "Aggiornato il", "2026-11-21";
        /// When somebody last made sure that it holds.
        verified: Option<NaiveDate> = "verificato", "Verificato il", "2026-11-21";
        /// When it entered the archive, closed already.
        archived: Option<NaiveDate> = "archiviato", "Archiviato il", "2026-11-21";
        /// Who else takes part.
        partners: Vec<String> = "partner", "Partner", "[Caritas di Roma]";
        /// Who should read it; left out: the people themselves.
        readership: Vec<Readership> = "pubblico", "Chi deve leggerlo", "[operatori]";
        /// Where it holds, if not in the board's town.
        territory: Option<String> = "territorio", "Territorio", "Lazio";
        /// For whom.
        audience: Fact<Audience> = "destinatari", "A chi è rivolto", "persone rifugiate e richiedenti asilo";
        /// When and where, each with what is its own.
        editions: Fact<Vec<Edition>> = "edizioni", "Date, orari e luoghi", "[{date: 2026-12-04, orari: \"15:00-18:00\"}]";
        /// Days or period of a single edition.
        dates: Fact<Dates> = "date", "Data o periodo", "{inizio: 2026-12-01, fine: 2027-02-26}";
        /// Days of the week of a single edition.
        weekdays: Vec<Weekday> = "giorni", "Giorni della settimana", "[lun, mer]";
        /// Hours of a single edition.
        hours: Fact<Vec<TimeSlot>> = "orari", "Orari", "\"10:00-12:30\"";
        /// Hours in all.
        total_hours: Option<u32> = "ore_totali", "Ore in tutto", "60";
        /// What one gets at the end.
        certificate: Option<String> = "attestato", "Attestato", "attestato di frequenza";
        /// How many places.
        seats: Option<Seats> = "posti", "Posti", "15";
        /// Whether one goes somewhere.
        attendance: Fact<Attendance> = "modalita", "In presenza o online", "in presenza";
        /// Where.
        place: Fact<Place> = "luogo", "Luogo", "via Casilina 711, Roma";
        /// The program used online.
        platform: Option<String> = "piattaforma", "Piattaforma", "Google Meet";
        /// What it costs.
        cost: Fact<Cost> = "costo", "Costo", "gratuito";
        /// How to enrol.
        enrolment: Fact<Vec<Enrolment>> = "iscrizione", "Come iscriversi", "https://example.org/iscrizione";
        /// How to apply for a job.
        application: Fact<Vec<Enrolment>> = "candidatura", "Come candidarsi", "{canale: email, email: lavoro@example.org, oggetto: CUOCO}";
        /// Until when one can apply.
        deadline: Fact<Deadline> = "scadenza", "Scadenza", "2026-11-30";
        /// From when one can apply.
        opens: Option<NaiveDate> = "aperto_dal", "Domande dal", "2026-11-01";
        /// The deadline before it was extended.
        extended_from: Option<NaiveDate> = "prorogata_dal", "Scadenza precedente", "2026-11-15";
        /// Whom to ask; left out: the organisation's.
        contacts: Fact<Contacts> = "contatti", "Contatti per informazioni", "{email: info@example.org, telefono: \"06 5733 9332\"}";
        /// What to bring or send.
        documents: Vec<RequiredDocument> = "documenti", "Documenti", "[permesso di soggiorno, codice fiscale]";
        /// What a job consists of.
        duties: Fact<Vec<String>> = "mansioni", "Mansioni", "[preparare i pasti, tenere pulita la cucina]";
        /// What a job asks for.
        requirements: Fact<Vec<String>> = "requisiti", "Requisiti", "[licenza media, esperienza in cucina]";
        /// The contract of a job.
        contract: Fact<Contract> = "contratto", "Tipo di contratto", "{tipo: tempo determinato, durata: 6 mesi}";
        /// What a job pays.
        pay: Fact<Pay> = "retribuzione", "Retribuzione", "{importo: 1.400, unita: mese, lordo: sì}";
        /// Languages a job asks for.
        languages: Vec<LanguageCode> = "lingue", "Lingue richieste", "[ar, fr]";
        /// Driving licence a job asks for.
        driving_licence: Option<String> = "patente", "Patente", "B";
        /// Shifts.
        shifts: Option<String> = "turni", "Turni", "anche notturni";
        /// Money or help that people receive.
        benefits: Vec<Benefit> = "benefici", "Che cosa si riceve", "[{genere: indennità, importo: 800, unita: mese}]";
        /// Services that go with it.
        services: Vec<String> = "servizi", "Servizi", "[custodia bambini]";
        /// The level reached.
        level: Option<Level> = "livello", "Livello di arrivo", "A2";
        /// What a course is about.
        subject: Option<CourseSubject> = "materia", "Materia", "italiano";
        /// How much one must attend.
        attendance_rule: Option<String> = "frequenza", "Frequenza", "obbligatoria al 70%";
        /// Practice within a course.
        stage: Option<CourseInternship> = "stage", "Stage", "{ore: 360, dove: aziende partner}";
        /// How people are chosen.
        selection: Option<String> = "selezione", "Selezione", "test d'ingresso";
        /// What helps with housing.
        housing: Option<HousingKind> = "genere", "Tipo di aiuto", "contributo affitto";
        /// The most that is paid.
        maximum_amount: Option<Money> = "importo_max", "Importo massimo", "2.000";
        /// The share that is paid, in percent.
        percentage: Option<u32> = "percentuale", "Percentuale", "40";
        /// How many homes.
        homes: Option<u32> = "alloggi", "Alloggi", "15";
        /// What it may be combined with.
        combinable: Option<String> = "cumulabile", "Cumulabile", "non con altri contributi per l'affitto";
        /// A registered lease is needed.
        registered_lease: Option<bool> = "contratto_registrato", "Serve un contratto registrato?", "sì";
        /// What one must do.
        steps: Vec<String> = "cosa_fare", "Che cosa fare", "[prendere appuntamento, portare i documenti]";
        /// The act that changes something.
        act: Option<LegalAct> = "atto", "Atto", "{tipo: circolare, numero: \"0049449\", data: 2024-05-29}";
        /// From when it holds.
        in_force_from: Option<NaiveDate> = "vigore_dal", "In vigore dal", "2024-05-29";
        /// Until when it holds.
        in_force_until: Option<NaiveDate> = "vigore_al", "In vigore fino al", "2026-03-04";
        /// Permits that it concerns.
        permits: Vec<Permit> = "permessi_toccati", "Permessi interessati", "[protezione speciale]";
        /// What the state asks for.
        state_fees: Vec<Fee> = "costi_amministrativi", "Costi dello Stato", "[{causale: marca da bollo, importo: 16}]";
        /// What the reader of news should do.
        requested_action: Option<RequestedAction> = "azione_richiesta", "Che cosa fare", "{testo: candidarsi online, scadenza: 2026-04-17}";
        /// Until when news are true.
        valid_until: Option<NaiveDate> = "validita_fino", "Valida fino al", "2026-12-31";
        /// How it was.
        before: Option<String> = "prima", "Prima", "via Assisi 39/A";
        /// How it is now.
        after: Option<String> = "dopo", "Adesso", "via Mario Crescimbeni 25";
        /// Numbers that news give.
        counts: Vec<NewsFigure> = "conteggi", "Numeri", "[{voce: borse, numero: 78}]";
        /// Why a project exists.
        goals: Fact<Vec<String>> = "obiettivi", "Obiettivi", "[aiutare a trovare casa]";
        /// What a project offers.
        activities: Fact<Vec<String>> = "attivita", "Attività", "[colloqui, accompagnamento]";
        /// When a project starts.
        start: Fact<PartialDate> = "inizio", "Inizio", "2026-10-01";
        /// When a project ends.
        end: Fact<PartialDate> = "fine", "Fine", "2029-09-30";
        /// How long it lasts, in months.
        months: Option<u32> = "durata_mesi", "Durata in mesi", "36";
        /// Its stages.
        phases: Vec<ProjectPhase> = "fasi", "Fasi", "[{nome: avvio, da: 2026-10, a: 2027-03}]";
        /// How one joins it.
        access: Option<ProjectAccess> = "accesso", "Come si partecipa", "{tipo: su segnalazione, da: [Segretariato sociale]}";
        /// Who pays for it.
        funding: Vec<String> = "fondo", "Fondi", "[FAMI]";
        /// Its codes.
        codes: Vec<String> = "codici", "Codici", "[PROG-493]";
        /// Where it works.
        territories: Vec<String> = "territori", "Dove", "[Municipio V]";
        /// What happens at an event.
        programme: Fact<Vec<ProgrammeEntry>> = "programma", "Programma", "[{ora: \"15:00\", titolo: Saluti}]";
        /// How one enters an event.
        entry: Option<Admission> = "ingresso", "Ingresso", "libero";
        /// Where to follow it from afar.
        stream: Option<Link> = "diretta", "Diretta", "https://example.org/diretta";
        /// Languages that are spoken.
        activity_languages: Vec<LanguageCode> = "lingue_attivita", "Lingue parlate", "[it, en]";
        /// Lifts, sign language and the like.
        accessibility: Vec<String> = "accessibilita", "Accessibilità", "[ascensore]";
        /// What the reader should beware of.
        warnings: Vec<String> = "avvertenze", "Avvertenze", "[fa fede il bando]";
        /// Where the facts come from.
        sources: Fact<Vec<SourceOfFacts>> = "fonte", "Fonte", "https://www.caritasroma.it/corsi";
        /// Its official image.
        image: Option<Image> = "immagine", "Immagine", "{file: festa.jpg, testo_alternativo: Una tavola apparecchiata in cortile}";
        /// Earlier names, still printed on walls.
        aliases: Vec<Slug> = "alias", "Nomi precedenti", "[vecchio-nome]";
        /// The item of which this is a new edition.
        edition_of: Option<Slug> = "edizione_di", "Nuova edizione di", "corso-di-cucina";
        /// The item that this replaces.
        replaces: Option<Slug> = "sostituisce", "Sostituisce", "ucraina-rinnovo";
        /// The item that replaces this.
        replaced_by: Option<Slug> = "sostituita_da", "Sostituita da", "ucraina-rinnovo-permesso";
        /// Rules that do not hold here, with the reason.
        silence: Suppressions = "silenzia", "Regole silenziate", "{relative-time: \"lo dice il bando\"}";
        /// When and where it was posted.
        publications: Vec<Publication> = "pubblicazioni", "Pubblicazioni", "[{canale: whatsapp, quando: 2026-11-21T10:00}]";
    }
}

/// Reads the facts of an opportunity: `tipo` first, then every field that this kind has.
pub fn decode(root: &Node<'_>, reader: &mut Reader<'_>) -> Opportunity {
    let mut item = Opportunity::default();
    let Yaml::Map(entries) = &root.yaml else { return item };
    reader.set_reference(root.get("pubblicato").and_then(|node| node.text()?.trim().parse().ok()));
    match root.entry("tipo") {
        Some((key, node)) if node.is_empty() => empty_field(key, reader),
        Some((_, node)) => item.kind = reader.locate("tipo", node, Kind::decode),
        None => {
            let at = root.span.start..root.span.start;
            reader.report(at, Problem::UnknownKind { written: None, meant: None });
        }
    }
    let kind = item.kind;
    let known = |key: &str| kind.is_none_or(|kind| kind.has_field(key));
    let fields = || Opportunity::FIELDS.iter().map(|field| field.key).filter(|key| known(key)).collect::<Vec<_>>();
    for (key, node) in entries {
        if key.text == "tipo" {
            continue;
        }
        if node.is_empty() {
            reader.locate(&key.text, node, |_, reader| empty_field(key, reader));
        } else if !known(&key.text) {
            match (item.kind, Opportunity::FIELDS.iter().any(|field| field.key == key.text)) {
                (Some(kind), true) => other_kind(kind, key, reader),
                _ => unknown_field(key, fields().iter().copied(), reader),
            }
        } else if !item.set(&key.text, node, reader) {
            unknown_field(key, fields().iter().copied(), reader);
        }
    }
    item.gather_single_edition(reader);
    // What was taken back keeps its address and a notice: it need not say anything else.
    if let Some(kind) = item.kind.filter(|_| item.state != Some(ItemState::Withdrawn)) {
        item.report_missing(kind, root, reader);
    }
    item
}

fn other_kind(kind: Kind, key: &crate::source::Key<'_>, reader: &mut Reader<'_>) {
    let name = &key.text;
    if matches!(name.as_ref(), "inizio" | "fine") && kind.has_field("date") {
        unknown_field(key, ["date"].into_iter(), reader);
        return;
    }
    let others = Kind::ALL.into_iter().filter(|other| other.has_field(name)).collect();
    reader.report(key.span.clone(), Problem::FieldOfOtherKind { key: name.clone().into_owned(), kind, others });
}

impl Opportunity {
    /// The kind; what could not be read counts as news.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind.unwrap_or(Kind::News)
    }

    /// The editions, in the order written.
    #[must_use]
    pub fn editions(&self) -> &[Edition] {
        self.editions.value().map_or(&[], Vec::as_slice)
    }

    /// Every day until which one can apply: that of the whole, those of the editions, that of the requested action.
    pub fn deadline_days(&self) -> impl Iterator<Item = NaiveDate> {
        let editions = self.editions().iter().filter_map(|edition| edition.deadline.as_ref());
        let action = self.requested_action.as_ref().and_then(|action| action.deadline.as_ref());
        self.deadline.value().into_iter().chain(editions).chain(action).filter_map(|deadline| deadline.date())
    }

    /// How to enrol or apply, whichever this kind has.
    #[must_use]
    pub fn ways_in(&self) -> &[Enrolment] {
        self.enrolment.value().or(self.application.value()).map_or(&[], Vec::as_slice)
    }

    /// Not published.
    #[must_use]
    pub fn is_draft(&self) -> bool {
        self.state == Some(ItemState::Draft)
    }

    /// The end of a project: as written, or counted from its months.
    #[must_use]
    pub fn project_end(&self) -> Option<NaiveDate> {
        if let Some(end) = self.end.value() {
            return Some(end.last_day());
        }
        let start = self.start.value()?.first_day();
        start.checked_add_months(Months::new(self.months?))?.pred_opt()
    }

    /// `date`, `orari`… at the top of the file are the only edition.
    fn gather_single_edition(&mut self, reader: &mut Reader<'_>) {
        if !self.editions.is_absent() {
            return;
        }
        let nothing = self.dates.is_absent() && self.hours.is_absent() && self.weekdays.is_empty();
        if nothing {
            return;
        }
        let edition = Edition {
            dates: std::mem::take(&mut self.dates),
            hours: std::mem::take(&mut self.hours),
            weekdays: std::mem::take(&mut self.weekdays),
            total_hours: self.total_hours.take(),
            certificate: self.certificate.take(),
            seats: self.seats.take(),
            ..Edition::default()
        };
        self.editions = Fact::Known(vec![edition]);
        reader.lift("edizioni");
    }

    /// Reports what the guidelines ask for and nobody wrote.
    fn report_missing(&self, kind: Kind, root: &Node<'_>, reader: &mut Reader<'_>) {
        for key in kind.spec().required {
            if root.get(key).is_none() && self.is_missing(key, root) {
                missing(key, kind, root, reader);
            }
        }
        if kind.spec().required.contains(&"edizioni") {
            let single = root.get("edizioni").is_none();
            for (index, edition) in self.editions().iter().enumerate() {
                let written = if single { root } else { root.follow(&[Step::Key("edizioni"), Step::Item(index)]) };
                if edition.dates.is_absent() && !is_dated(written) {
                    missing("edizioni", kind, root, reader);
                }
                if edition.hours.is_absent() && written.get("orari").is_none() {
                    missing("orari", kind, root, reader);
                }
            }
        }
        let must_register =
            kind == Kind::Event && matches!(self.entry, Some(Admission::Booking)) && self.deadline.is_absent();
        if must_register {
            missing("scadenza", kind, root, reader);
        }
    }

    /// Whether a required field that is not in the file is really missing.
    fn is_missing(&self, key: &str, root: &Node<'_>) -> bool {
        match key {
            // A date that could not be read is a finding of its own.
            "edizioni" => self.editions.is_absent() && !is_dated(root),
            "luogo" => {
                let somewhere =
                    |attendance: Attendance| matches!(attendance, Attendance::InPerson | Attendance::Hybrid);
                let placed = !self.editions().is_empty()
                    && self
                        .editions()
                        .iter()
                        .all(|edition| edition.place.is_some() || edition.attendance == Some(Attendance::Online));
                self.attendance.value().is_some_and(|attendance| somewhere(*attendance)) && !placed
            }
            "modalita" => {
                self.editions().is_empty() || self.editions().iter().any(|edition| edition.attendance.is_none())
            }
            "fine" => self.months.is_none(),
            // Contacts left out are the organisation's own: the board knows whether it has any.
            "contatti" => false,
            _ => root.get(key).is_none(),
        }
    }
}

/// Some date stands there, though perhaps not where it belongs, or not as it should.
fn is_dated(written: &Node<'_>) -> bool {
    ["date", "inizio", "fine"].iter().any(|key| written.get(key).is_some())
}

/// Reports a required field that is not there.
fn missing(key: &str, kind: Kind, root: &Node<'_>, reader: &mut Reader<'_>) {
    if let Some(field) = requirement(key) {
        let at = root.span.start..root.span.start;
        reader.report(at, Problem::MissingField { field, by: RequiredBy::Kind(kind) });
    }
}
