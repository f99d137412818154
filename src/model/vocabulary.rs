//! Controlled vocabularies of fields, each declared once.
//!
//! Words in files are Italian; their translations are Fluent texts of the theme, `<vocabulary>-<word with hyphens>`.

#[macro_use]
mod declaration;

use serde::Serialize;
use serde_json::{Value as Json, json};

use super::record::{Reader, Value};
use crate::source::Node;
use declaration::report_unknown_word;

vocabularies! {
    /// State of an item that is not simply published (field `stato`).
    pub enum ItemState ("state") {
        Draft = "bozza",
        Full = "posti esauriti",
        Cancelled = "annullato",
        Withdrawn = "ritirato",
    }

    /// Target readership.
    pub enum Readership ("readership") {
        People = "persone",
        Workers = "operatori",
        Organisations = "enti",
        Families = "famiglie",
    }

    /// Attendance (field `modalita`).
    pub enum Attendance ("attendance") {
        InPerson = "in presenza",
        Online = "online",
        Hybrid = "ibrida" | "in presenza e a distanza" | "in presenza e online" | "mista",
        Remote = "da remoto",
    }

    /// Weekdays, from Monday.
    pub enum Weekday ("weekday") {
        Monday = "lun",
        Tuesday = "mar",
        Wednesday = "mer",
        Thursday = "gio",
        Friday = "ven",
        Saturday = "sab",
        Sunday = "dom",
    }

    /// Kind of cost.
    pub enum CostKind ("cost") {
        Free = "gratuito",
        Fee = "contributo",
        Paid = "a pagamento",
        Offering = "offerta libera",
        Deferred = "differito",
    }

    /// Groups of people for whom something paid is free (field `gratis_per`).
    pub enum FreeGroup ("free-for") {
        Reception = "accoglienza",
        Protection = "protezione",
        Unemployed = "disoccupati",
        Students = "studenti",
        Minors = "minori",
        Women = "donne",
        Disability = "disabilità",
    }

    /// Kind of benefit.
    pub enum BenefitKind ("benefit") {
        Pay = "retribuzione",
        Allowance = "indennità" | "indennità di tirocinio" | "indennità di frequenza" | "indennità di partecipazione",
        DailyAllowance = "diaria",
        Scholarship = "borsa" | "borsa di studio",
        RentSupport = "contributo affitto" | "contributo per l'affitto",
        CivilServiceAllowance = "assegno servizio civile",
        Refund = "rimborso" | "rimborso spese" | "rimborso trasporti" | "rimborso viaggi" | "rimborso mezzi" | "rimborso abbonamento",
        Contribution = "contributo" | "contributo economico" | "contributo bollette" | "contributo per le bollette" | "sussidio" | "bonus",
        Voucher = "buono" | "buoni" | "buono spesa" | "buoni spesa" | "buono pasto" | "buoni pasto" | "voucher",
        Lodging = "alloggio" | "vitto e alloggio" | "posto letto" | "stanza" | "ospitalità",
    }

    /// Period that an amount refers to.
    pub enum PayPeriod ("per") {
        Hour = "ora",
        Day = "giorno",
        Week = "settimana",
        Month = "mese",
        Year = "anno",
        Once = "una tantum",
    }

    /// Recipient of a benefit.
    pub enum Recipient ("recipient") {
        Person = "persona",
        Company = "azienda",
        Family = "famiglia",
    }

    /// Residence permits, by the names of Italian law.
    pub enum Permit ("permit") {
        Any = "qualsiasi" | "qualsiasi permesso" | "tutti i permessi",
        AsylumRequest = "richiesta asilo",
        Asylum = "asilo",
        Subsidiary = "protezione sussidiaria",
        Temporary = "protezione temporanea",
        Special = "protezione speciale",
        SpecialCases = "casi speciali",
        MedicalCare = "cure mediche",
        Minor = "minore età",
        AwaitingEmployment = "attesa occupazione",
        Work = "lavoro" | "lavoro subordinato" | "lavoro autonomo",
        Family = "motivi familiari",
        SocialProtection = "protezione sociale",
        Stateless = "apolidia",
        LongTermResident = "UE lungo periodo",
        LongTermProtected = "UE lungo periodo per protezione internazionale" | "UE lungo periodo, titolare di protezione internazionale" | "UE lungo periodo protezione internazionale",
        Study = "studio",
    }

    /// State of a residence permit.
    pub enum PermitState ("permit-state") {
        Valid = "in corso di validità",
        ReceiptAccepted = "ricevuta accettata",
        AllowsWork = "che consenta il lavoro",
        NotRequired = "nessun permesso richiesto",
        ExpiredButExtended = "scaduto ma prorogato",
    }

    /// Gender restriction of an activity.
    pub enum Gender ("gender") {
        WomenOnly = "solo donne" | "donne" | "solo per donne",
        WomenWithChildren = "donne con bambini",
        Everybody = "donne, uomini e bambini" | "tutti",
        Mixed = "misto" | "donne e uomini" | "uomini e donne",
    }

    /// Levels of the Common European Framework of Reference (CEFR), and pre-A1.
    pub enum Level ("level") {
        PreA1 = "pre-A1",
        A1 = "A1",
        A2 = "A2",
        B1 = "B1",
        B2 = "B2",
        C1 = "C1",
        C2 = "C2",
    }

    /// Subject of a course.
    pub enum CourseSubject ("subject") {
        Italian = "italiano" | "lingua italiana" | "italiano L2" | "alfabetizzazione",
        Vocational = "professionale" | "formazione professionale" | "mestieri" | "agricoltura" | "artigianato" | "bar" | "cucina" | "cucito"
            | "edilizia" | "elettricista" | "estetica" | "falegnameria" | "giardinaggio" | "HACCP" | "idraulica" | "impianti" | "logistica"
            | "magazzino" | "meccanica" | "moda" | "muratura" | "panificazione" | "parrucchiere" | "pasticceria" | "pizzeria" | "pulizie"
            | "ristorazione" | "sala e bar" | "saldatura" | "sartoria" | "sicurezza" | "sicurezza sul lavoro" | "vendita",
        Digital = "digitale" | "informatica" | "informatica di base" | "computer" | "alfabetizzazione digitale" | "competenze digitali",
        Civic = "civica" | "educazione civica" | "cittadinanza" | "diritti",
        DrivingLicence = "patente" | "patente B" | "patente di guida" | "scuola guida",
        University = "università",
        Care = "cura" | "assistenza" | "assistenza familiare" | "assistenza alla persona" | "OSS",
        Other = "altro" | "inglese" | "lingue" | "mobilità" | "musica" | "sport" | "teatro",
    }

    /// Ways to enrol or apply.
    pub enum EnrolmentWay ("channel") {
        Form = "modulo online",
        Email = "email",
        CertifiedEmail = "pec",
        Telephone = "telefono",
        Whatsapp = "whatsapp",
        Platform = "piattaforma",
        ByHand = "a mano",
        RegisteredMail = "raccomandata",
        FirstLesson = "prima lezione",
        Referral = "su segnalazione",
        None = "nessuna",
    }

    /// Kinds of contract; the guidelines count internship and civil service among them.
    pub enum ContractKind ("contract") {
        FixedTerm = "tempo determinato",
        Permanent = "tempo indeterminato",
        Apprenticeship = "apprendistato",
        Seasonal = "stagionale",
        Agency = "somministrazione",
        OnCall = "a chiamata",
        Collaboration = "collaborazione" | "co.co.co.",
        SelfEmployed = "lavoro autonomo" | "partita IVA",
        Domestic = "lavoro domestico",
        Internship = "tirocinio" | "stage",
        CivilService = "servizio civile",
        ShortList = "short list",
        Occasional = "prestazione occasionale" | "occasionale",
        Volunteering = "volontariato",
    }

    /// Kind of housing support.
    pub enum HousingKind ("housing") {
        RentSupport = "contributo affitto" | "contributo per la casa",
        PublicHousing = "alloggio pubblico" | "alloggio ERP",
        ControlledRent = "canone calmierato",
        CoHousing = "coabitazione" | "co-housing" | "cohousing",
        Hosting = "accoglienza in famiglia",
        HousingDesk = "sportello casa",
        Room = "stanza" | "posto letto" | "camera",
        TemporaryHome = "alloggio temporaneo" | "alloggio" | "ospitalità" | "ospitalità protetta" | "accoglienza temporanea",
        DepositGuarantee = "garanzia affitto" | "deposito cauzionale" | "caparra" | "cauzione",
    }

    /// What is offered in training.
    pub enum TrainingKind ("training") {
        Course = "corso",
        Scholarship = "borsa di studio" | "borsa",
    }

    /// Legal form of a regulation.
    pub enum ActKind ("act") {
        Law = "legge",
        Decree = "decreto",
        DecreeLaw = "decreto-legge",
        LegislativeDecree = "decreto legislativo" | "d.lgs.",
        PresidentialDecree = "DPR" | "decreto del Presidente della Repubblica",
        Regulation = "regolamento" | "regolamento UE",
        Directive = "direttiva" | "direttiva UE",
        Decision = "decisione" | "decisione UE",
        Circular = "circolare",
        Judgment = "sentenza",
        Practice = "prassi",
    }

    /// Access to a project.
    pub enum AccessKind ("access") {
        Free = "libero",
        Referral = "su segnalazione",
        Appointment = "su appuntamento",
        Booking = "su prenotazione",
    }

    /// Admission to an event.
    pub enum Admission ("entry") {
        Free = "libero",
        Booking = "su prenotazione",
        ConfirmationWelcome = "conferma gradita",
        Invitation = "su invito",
    }

    /// Kind of organisation.
    pub enum OrganisationKind ("organisation") {
        PublicBody = "ente pubblico",
        ThirdSector = "ETS" | "ente del terzo settore",
        SocialCooperative = "cooperativa sociale",
        Association = "associazione",
        Ngo = "ONG",
        UnAgency = "agenzia ONU",
        School = "scuola",
        University = "università",
        TrainingProvider = "ente di formazione",
        TradeUnion = "sindacato",
        Patronage = "patronato",
        EmploymentAgency = "agenzia per il lavoro",
        Company = "azienda",
        ReligiousBody = "ente religioso",
        Foundation = "fondazione",
    }

    /// State of an organisation that is not simply on the board (field `stato`).
    pub enum OrganisationState ("organisation-state") {
        Withdrawn = "ritirato",
    }

    /// What was verified of an organisation (field `verifica`), in the order in which pages say it.
    pub enum VerifiedAspect ("verification") {
        Register = "registro" | "RUNTS" | "IPA",
        CalledBack = "richiamata" | "telefonata" | "telefono",
        Purpose = "scopo" | "finalità" | "statuto",
        NoFees = "nessun costo" | "gratuito" | "costi",
        Charter = "carta",
    }

    /// Kind of contact point.
    pub enum ContactPointKind ("centre") {
        Desk = "sportello",
        ReceptionCentre = "centro di accoglienza",
        DayCentre = "centro diurno",
        School = "scuola" | "CPIA" | "scuola di italiano",
        Library = "biblioteca",
        HealthService = "servizio sanitario" | "ambulatorio" | "poliambulatorio" | "consultorio",
        Patronage = "patronato" | "CAF",
        ViolenceCentre = "centro antiviolenza" | "antiviolenza",
        Canteen = "mensa",
        JobCentre = "centro per l'impiego" | "CPI",
    }

    /// What somebody needs help with (field `bisogni`), in the order in which people are asked.
    pub enum Need ("need") {
        Documents = "documenti" | "permesso di soggiorno" | "permesso" | "carta d'identità" | "codice fiscale" | "residenza" | "anagrafe",
        Asylum = "chiedere asilo" | "asilo" | "protezione internazionale" | "richiesta asilo",
        Lawyer = "avvocato" | "assistenza legale" | "orientamento legale" | "aiuto legale" | "tutela legale",
        Shelter = "dove dormire" | "dormire" | "posto letto" | "dormitorio" | "accoglienza" | "accoglienza notturna",
        Home = "casa" | "affitto" | "alloggio" | "abitare",
        Food = "mangiare e lavarsi" | "mangiare" | "mensa" | "cibo" | "docce" | "doccia" | "vestiti" | "lavanderia",
        Health = "salute" | "medico" | "sanità" | "ambulatorio" | "psicologo",
        Italian = "italiano" | "scuola di italiano" | "corsi di italiano" | "corso di italiano",
        Work = "lavoro" | "orientamento al lavoro" | "curriculum",
        Children = "figli e scuola" | "figli" | "bambini" | "minori" | "iscrizione a scuola" | "aiuto compiti",
        Violence = "violenza" | "antiviolenza" | "violenza sulle donne" | "tratta",
        Other = "altro",
    }

    /// Whom an emergency number is for (`[[aiuto.urgenze]]` in `site.toml`).
    pub enum Emergency ("emergency") {
        Any = "emergenza",
        Violence = "violenza",
        Children = "bambini",
        Trafficking = "tratta",
        Suicide = "suicidio",
    }

    /// Origin of a translation.
    pub enum TranslationMode ("translation") {
        Human = "umana",
        Machine = "automatica",
    }

    /// State of a translation (field `stato`).
    pub enum TranslationState ("translation-state") {
        Draft = "bozza",
    }

    /// Parts of the day, where no time is known.
    pub enum PartOfDay ("part") {
        Morning = "mattina",
        Afternoon = "pomeriggio",
        Evening = "sera",
    }
}
