//! An opportunity: every field that any kind has, declared once.

mod decoding;
mod last_day;
mod missing_fields;
mod told;

use chrono::{Datelike, Months, NaiveDate};

use super::audience::{Audience, RequiredDocument};
use super::contact::{Contacts, Link};
use super::date::PartialDate;
use super::dates::Dates;
use super::deadline::Deadline;
use super::edition::{Edition, Seats};
use super::enrolment::Enrolment;
use super::fact::Fact;
use super::genre::Genre;
use super::kind::Kind;
use super::levels::Levels;
use super::money::{Benefit, Cost, Fee, Money, Pay};
use super::one_or_many::OneOrMany;
use super::organisation::Organiser;
use super::pauses::Pauses;
use super::place::Place;
use super::publication::Publication;
use super::required_language::RequiredLanguage;
use super::text::{Hours, LanguageCode, Slug};
use super::time::TimeOfDay;
use super::time::TimeSlot;
use super::vocabulary::{Admission, Attendance, CourseSubject, ItemState, Permit, Readership, Weekday};
use super::work::{
    Contract, CourseInternship, Image, LegalAct, NewsFigure, ProgrammeEntry, ProjectAccess, ProjectPhase, Refusal,
    RequestedAction, SourceOfFacts, Suppressions,
};
use crate::record;

pub use decoding::decode;
pub use last_day::LastDay;

record! {
    /// One opportunity. Which of its fields a kind has is declared by [`Kind::spec`].
    pub struct Opportunity {
        /// Kind.
        kind: Option<Kind> = "tipo", "Tipo di annuncio" / "Kind of announcement", "formazione";
        /// Title, unique enough to recognise the item in a list.
        title: Fact<String> = "titolo", "Titolo" / "Title", "Corso gratuito di italiano A2", at most 200 letters;
        /// Title for where there is little room: cards, sheets, chats.
        short_title: Option<String> = "titolo_breve", "Titolo breve, per locandine e messaggi" / "Short title, for posters and messages", "Italiano A2, gratis", at most 40 letters;
        /// Summary, one or two sentences.
        summary: Fact<String> = "sintesi", "Descrizione breve (una o due frasi)" / "Short description (one or two sentences)", "Sessanta ore di italiano per chi capisce già frasi semplici.";
        /// The same in easy words, for people who learn the language of the board: one fact a line.
        easy: Vec<String> = "facile", "In parole facili, una cosa per riga" / "In easy Italian, one fact a line", "[Il corso è gratis., Puoi venire ogni mercoledì.]", at most 12 entries;
        /// Organiser.
        organisation: Fact<Organiser> = "ente", "Chi lo organizza" / "Who organises it", "caritas-roma";
        /// Date on which the organisation published it.
        published: Fact<PartialDate> = "pubblicato", "Data di pubblicazione" / "Date of publication", "2026-11-20";
        /// Editorial state, if not simply published.
        state: Option<ItemState> = "stato", "Stato" / "State", "bozza";
        /// Whether one can still put one's name on a waiting list when all places are taken.
        waiting_list: bool = "lista_attesa", "C'è una lista d'attesa?" / "Is there a waiting list?", "sì";
        /// Whether it is an invented example.
        example: bool = "esempio", "È un esempio inventato?" / "Is it an invented example?", "sì";
        /// Date of the last correction.
        updated: Option<NaiveDate> = "aggiornato", "Aggiornato il" / "Updated on", "2026-11-21";
        /// Date on which the facts were last verified.
        verified: Option<NaiveDate> = "verificato", "Verificato il" / "Checked on", "2026-11-21";
        /// Date on which it was archived as already closed.
        archived: Option<NaiveDate> = "archiviato", "Archiviato il" / "Archived on", "2026-11-21";
        /// Why the editors do not publish it: what is refused stays as a draft, so that it is recognised when it comes again.
        refused: Option<Refusal> = "rifiutato", "Rifiutato" / "Refused", "{perche: chiede soldi a chi si candida, quando: 2026-11-21}";
        /// Partner organisations.
        partners: Vec<String> = "partner", "Partner" / "Partners", "[Caritas di Roma]";
        /// Target readership; if absent, the beneficiaries themselves.
        readership: Vec<Readership> = "pubblico", "Chi deve leggerlo" / "Who should read it", "[persone, operatori]";
        /// Area in which it applies, if not the board's town.
        territory: Option<String> = "territorio", "Territorio" / "Area where it applies", "Lazio";
        /// Who can take part.
        audience: Fact<Audience> = "destinatari", "A chi è rivolto" / "Who it is for", "persone rifugiate e richiedenti asilo";
        /// Editions: dates and places that differ within one opportunity.
        editions: Fact<Vec<Edition>> = "edizioni", "Date, orari e luoghi" / "Dates, times and places", "[{date: 2026-12-04, orari: \"15:00-18:00\"}]", at most 50 entries;
        /// Days or period, if there is a single edition.
        dates: Fact<Dates> = "date", "Data o periodo" / "Date or period", "{inizio: 2026-12-01, fine: 2027-02-26}";
        /// Weekdays, if there is a single edition.
        weekdays: Vec<Weekday> = "giorni", "Giorni della settimana" / "Days of the week", "[lun, mer]";
        /// Time slots, if there is a single edition.
        hours: Fact<Vec<TimeSlot>> = "orari", "Orari" / "Times", "\"10:00-12:30\"";
        /// Days without lessons, besides holidays.
        pauses: Option<Pauses> = "pause", "Pause (giorni senza lezione, oltre alle feste)" / "Breaks (days without lessons, besides public holidays)", "[2026-12-24/2027-01-02]";
        /// Total number of hours.
        total_hours: Option<Hours> = "ore_totali", "Ore in tutto" / "Total hours", "60";
        /// Certificate awarded at the end.
        certificate: Option<String> = "attestato", "Attestato" / "Certificate", "attestato di frequenza";
        /// Number of places.
        seats: Option<Seats> = "posti", "Posti" / "Number of places", "15";
        /// In person, online or both.
        attendance: Fact<Attendance> = "modalita", "In presenza o online" / "In person or online", "in presenza";
        /// Places: usually one.
        place: Fact<OneOrMany<Place>> = "luogo", "Luogo" / "Place", "via Casilina 711, Roma";
        /// Video conference platform.
        platform: Option<String> = "piattaforma", "Piattaforma" / "Video call platform", "Google Meet";
        /// Cost of taking part.
        cost: Fact<Cost> = "costo", "Costo" / "Cost", "gratuito";
        /// Ways to enrol.
        enrolment: Fact<Vec<Enrolment>> = "iscrizione", "Come iscriversi" / "How to enrol", "https://example.org/iscrizione", at most 30 entries;
        /// Ways to apply for a job.
        application: Fact<Vec<Enrolment>> = "candidatura", "Come candidarsi" / "How to apply", "{canale: email, email: lavoro@example.org, oggetto: CUOCO}", at most 30 entries;
        /// Application deadline.
        deadline: Fact<Deadline> = "scadenza", "Scadenza" / "Deadline", "2026-11-30";
        /// First day on which applications are accepted.
        opens: Option<PartialDate> = "aperto_dal", "Domande dal" / "Applications open from", "2026-11-01";
        /// Previous deadline, if it was extended.
        extended_from: Option<PartialDate> = "prorogata_dal", "Scadenza precedente" / "Previous deadline", "2026-11-15";
        /// Contacts; if absent, those of the organisation.
        contacts: Fact<Contacts> = "contatti", "Contatti per informazioni" / "Contacts for information", "{email: info@example.org, telefono: \"06 5733 9332\"}";
        /// Documents to bring or send.
        documents: Fact<Vec<RequiredDocument>> = "documenti", "Documenti" / "Documents needed", "[permesso di soggiorno, codice fiscale]";
        /// Duties of a job.
        duties: Fact<Vec<String>> = "mansioni", "Mansioni" / "Duties", "[preparare i pasti, tenere pulita la cucina]";
        /// Requirements of a job.
        requirements: Fact<Vec<String>> = "requisiti", "Requisiti" / "Requirements", "[licenza media, esperienza in cucina]";
        /// Employment contracts of a job: usually one.
        contract: Fact<OneOrMany<Contract>> = "contratto", "Tipo di contratto" / "Kind of contract", "{tipo: tempo determinato, durata: 6 mesi}";
        /// Pay of a job.
        pay: Fact<Pay> = "retribuzione", "Retribuzione" / "Pay", "{importo: 1.400, unita: mese, lordo: sì}";
        /// Languages required by a job.
        languages: Vec<RequiredLanguage> = "lingue", "Lingue richieste" / "Languages required", "[it, {una_di: [ar, fr]}]";
        /// Driving licence required by a job.
        driving_licence: Option<String> = "patente", "Patente" / "Driving licence", "B";
        /// Shifts of a job.
        shifts: Option<String> = "turni", "Turni" / "Shifts", "anche notturni";
        /// Money or help given to participants.
        benefits: Vec<Benefit> = "benefici", "Che cosa si riceve" / "What people receive", "[{genere: indennità, importo: 800, unita: mese}]";
        /// Services included.
        services: Vec<String> = "servizi", "Servizi" / "Services included", "[custodia bambini]";
        /// Level reached at the end.
        levels: Option<Levels> = "livello", "Livello di arrivo" / "Level reached at the end", "A2";
        /// Subject of a course.
        subject: Option<CourseSubject> = "materia", "Materia" / "Subject", "italiano";
        /// Required attendance.
        attendance_rule: Option<String> = "frequenza", "Frequenza" / "Attendance required", "obbligatoria al 70%";
        /// Internship within a course.
        stage: Option<CourseInternship> = "stage", "Stage" / "Internship within the course", "{ore: 360, dove: aziende partner}";
        /// Selection procedure.
        selection: Option<String> = "selezione", "Selezione" / "How people are selected", "test d'ingresso";
        /// What it is within its kind: a form of housing support, a course or a scholarship.
        genre: Option<Genre> = "genere", "Genere" / "Kind", "contributo affitto";
        /// Highest amount paid, in euro.
        maximum_amount: Option<Money> = "importo_max", "Importo massimo" / "Maximum amount, in euros", "2.000";
        /// Share of the expense paid, in percent.
        percentage: Option<u32> = "percentuale", "Percentuale" / "Share of the expense paid, in percent", "40";
        /// Number of homes.
        homes: Option<u32> = "alloggi", "Alloggi" / "Number of homes", "15";
        /// Other support it may be combined with.
        combinable: Option<String> = "cumulabile", "Cumulabile" / "Other support it can be combined with", "non con altri contributi per l'affitto";
        /// Whether a registered lease is required.
        registered_lease: Option<bool> = "contratto_registrato", "Serve un contratto registrato?" / "Is a registered lease required?", "sì";
        /// What readers have to do, in order.
        steps: Fact<Vec<String>> = "cosa_fare", "Che cosa fare" / "What to do", "[prendere appuntamento, portare i documenti]";
        /// Legal acts that bring the change: usually one.
        acts: OneOrMany<LegalAct> = "atto", "Atto" / "Law, circular or judgment", "{tipo: circolare, numero: \"0049449\", data: 2024-05-29}";
        /// First day on which the act is in force.
        in_force_from: Option<PartialDate> = "vigore_dal", "In vigore dal" / "In force from", "2024-05-29";
        /// Last day on which the act is in force.
        in_force_until: Option<PartialDate> = "vigore_al", "In vigore fino al" / "In force until", "2026-03-04";
        /// Residence permits concerned.
        permits: Vec<Permit> = "permessi_toccati", "Permessi interessati" / "Residence permits concerned", "[protezione speciale]";
        /// Fees to the state.
        state_fees: Vec<Fee> = "costi_amministrativi", "Costi dello Stato" / "Fees to the state", "[{causale: marca da bollo, importo: 16}]";
        /// What readers of news have to do, and until when.
        requested_action: Fact<RequestedAction> = "azione_richiesta", "Che cosa fare" / "What readers must do", "{testo: candidarsi online, scadenza: 2026-04-17}";
        /// Last day on which news are valid.
        valid_until: Option<PartialDate> = "validita_fino", "Valida fino al" / "Valid until", "2026-12-31";
        /// Rule before the change.
        before: Option<String> = "prima", "Prima" / "What it was before", "via Assisi 39/A";
        /// Rule after the change.
        after: Option<String> = "dopo", "Adesso" / "What it is now", "via Mario Crescimbeni 25";
        /// Figures given by news.
        counts: Vec<NewsFigure> = "conteggi", "Numeri" / "Figures", "[{voce: borse, numero: 78}]";
        /// Aim of a project.
        goals: Fact<Vec<String>> = "obiettivi", "Obiettivi" / "Goals", "[aiutare a trovare casa]";
        /// Activities offered by a project.
        activities: Fact<Vec<String>> = "attivita", "Attività" / "Activities", "[colloqui, accompagnamento]";
        /// Start of a project.
        start: Fact<PartialDate> = "inizio", "Inizio" / "Start", "2026-10-01";
        /// End of a project.
        end: Fact<PartialDate> = "fine", "Fine" / "End", "2029-09-30";
        /// Duration of a project, in months.
        months: Option<u32> = "durata_mesi", "Durata in mesi" / "Duration in months", "36";
        /// Phases of a project.
        phases: Vec<ProjectPhase> = "fasi", "Fasi" / "Phases", "[{nome: avvio, da: 2026-10, a: 2027-03}]";
        /// Access to a project.
        access: Option<ProjectAccess> = "accesso", "Come si partecipa" / "How to take part", "{tipo: su segnalazione, da: [Segretariato sociale]}";
        /// Funding body of a project.
        funding: Vec<String> = "fondo", "Fondi" / "Who funds it", "[FAMI]";
        /// Project codes, e.g. CUP.
        codes: Vec<String> = "codici", "Codici" / "Project codes (such as CUP)", "[PROG-493]";
        /// Territory covered by a project.
        territories: Vec<String> = "territori", "Dove" / "Where", "[Municipio V]";
        /// Programme of an event.
        programme: Fact<Vec<ProgrammeEntry>> = "programma", "Programma" / "Programme", "[{ora: \"15:00\", titolo: Saluti}]";
        /// Admission to an event.
        entry: Option<Admission> = "ingresso", "Ingresso" / "Admission", "libero";
        /// Address of the live stream.
        stream: Option<Link> = "diretta", "Diretta" / "Web address of the live stream", "https://example.org/diretta";
        /// Languages spoken.
        activity_languages: Vec<LanguageCode> = "lingue_attivita", "Lingue parlate" / "Languages spoken", "[it, en]";
        /// Accessibility: lifts, sign language and the like.
        accessibility: Vec<String> = "accessibilita", "Accessibilità" / "Accessibility", "[ascensore]";
        /// Warnings to the reader.
        warnings: Vec<String> = "avvertenze", "Avvertenze" / "Warnings for readers", "[fa fede il bando]";
        /// Doubts of the editors about the sources, which say nothing that could hurt a reader.
        source_notes: Vec<String> = "note_fonti", "Note sulle fonti" / "Notes on the sources", "[la pagina non scrive l'anno]";
        /// Sources of the facts.
        sources: Fact<Vec<SourceOfFacts>> = "fonte", "Fonte" / "Source", "https://www.caritasroma.it/corsi";
        /// Official image.
        image: Option<Image> = "immagine", "Immagine" / "Picture", "{file: festa.jpg, testo_alternativo: Una tavola apparecchiata in cortile}";
        /// Earlier slugs, kept as redirects because posters with them are printed.
        aliases: Vec<Slug> = "alias", "Nomi precedenti" / "Earlier names", "[vecchio-nome]", at most 20 entries;
        /// Slug of the item of which this is a new edition.
        edition_of: Option<Slug> = "edizione_di", "Nuova edizione di" / "New edition of", "corso-di-cucina";
        /// Slug of the item that this one replaces.
        replaces: Option<Slug> = "sostituisce", "Sostituisce" / "Replaces", "ucraina-rinnovo";
        /// Slug of the item that replaces this one.
        replaced_by: Option<Slug> = "sostituita_da", "Sostituita da" / "Replaced by", "ucraina-rinnovo-permesso";
        /// Suppressed rules, each with the reason.
        silence: Suppressions = "silenzia", "Regole silenziate" / "Silenced rules", "{relative-time: \"lo dice il bando\"}";
        /// Posts on channels noted here before they had a file of their own.
        publications: Vec<Publication> = "pubblicazioni", "Pubblicazioni" / "Posts on channels", "[{canale: whatsapp, quando: 2026-11-21T10:00}]";
    }
}

impl Opportunity {
    /// Kind; an unreadable one counts as news.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind.unwrap_or(Kind::News)
    }

    /// Editions, in the order of the file.
    #[must_use]
    pub fn editions(&self) -> &[Edition] {
        self.editions.list()
    }

    /// Places of the whole, in the order of the file; those of its editions are theirs.
    #[must_use]
    pub fn places(&self) -> &[Place] {
        self.place.value().map_or(&[], |places| places)
    }

    /// Contracts that a job offers, in the order of the file.
    #[must_use]
    pub fn contracts(&self) -> &[Contract] {
        self.contract.value().map_or(&[], |contracts| contracts)
    }

    /// Last days or months for applying, with the hour if one is given: of the whole, of its editions, of what a news item asks for.
    pub fn deadlines(&self) -> impl Iterator<Item = (PartialDate, Option<TimeOfDay>)> {
        let editions = self.editions().iter().filter_map(|edition| edition.deadline.as_ref());
        let action = self.requested_action.value().and_then(|action| action.deadline.as_ref());
        let deadlines = self.deadline.value().into_iter().chain(editions).chain(action);
        deadlines.filter_map(|deadline| match deadline {
            Deadline::On(day, time) => Some((*day, *time)),
            Deadline::AlwaysOpen | Deadline::WhilePlacesLast | Deadline::None => None,
        })
    }

    /// Whether it is kept as a memory of the channel, or is over for good (field `archiviato`).
    #[must_use]
    pub fn is_archived(&self) -> bool {
        self.archived.is_some()
    }

    /// Ways to enrol or to apply, whichever this kind has.
    #[must_use]
    pub fn enrolment_ways(&self) -> &[Enrolment] {
        self.enrolment.value().or(self.application.value()).map_or(&[], Vec::as_slice)
    }

    /// What the board keeps of it once its organisation has withdrawn it: neither words nor facts, but kind, state, year,
    /// earlier addresses and posts. `is_copy` says that the first source is the board that it comes from, which is kept too.
    #[must_use]
    pub fn withdrawn(&self, is_copy: bool) -> Self {
        Self {
            kind: self.kind,
            published: self.published.clone(),
            state: self.state,
            example: self.example,
            archived: self.archived,
            aliases: self.aliases.clone(),
            publications: self.publications.clone(),
            sources: if is_copy { self.sources.clone() } else { Fact::Absent },
            ..Self::default()
        }
    }

    /// Whether the item is a draft, hence not published.
    #[must_use]
    pub fn is_draft(&self) -> bool {
        self.state == Some(ItemState::Draft) || self.refused.is_some()
    }

    /// End of a project: as written, or computed from its start and months.
    #[must_use]
    pub fn project_end(&self) -> Option<PartialDate> {
        if let Some(end) = self.end.value() {
            return Some(*end);
        }
        let start = self.start.value()?;
        let end = start.first_day().checked_add_months(Months::new(self.months?))?.pred_opt()?;
        // Of a start in a month no day is known, nor of the end.
        Some(if let PartialDate::Day(_) = start {
            PartialDate::Day(end)
        } else {
            PartialDate::Month(end.year(), end.month())
        })
    }
}
