//! What the guidelines require, and the question that brings each answer.

use super::placeholder::NOT_OFFERED;
use crate::diagnostic::{StaticText, text};

/// Declares the fields that something requires: `Name = "key", "question in Italian", "question in English";`.
macro_rules! requirements {
    ($($field:ident = $key:literal, $it:literal, $en:literal;)*) => {
        /// A field that a kind of item, an organisation, a contact point or a page requires.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Requirement {
            $( #[doc = concat!("`", $key, "`")] $field, )*
        }

        impl Requirement {
            /// Every requirement, in the order of the guidelines.
            pub const ALL: &[Self] = &[$( Self::$field, )*];

            /// The key in the front matter.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $( Self::$field => $key, )* }
            }

            /// What to ask whoever knows: a whole sentence with a question mark.
            #[must_use]
            pub const fn question(self) -> StaticText {
                match self { $( Self::$field => text($it, $en), )* }
            }
        }

        /// The key of a requirement as a literal, for `concat!`: `required_key!(Title)`.
        macro_rules! required_key {
            $( ($field) => { $key }; )*
        }
        pub(crate) use required_key;
    };
}

impl Requirement {
    /// What to write if there is no such thing; `None` where there always is one.
    #[must_use]
    pub const fn word_for_none(self) -> Option<&'static str> {
        match self {
            Self::Requirements
            | Self::Hours
            | Self::Place
            | Self::Enrolment
            | Self::Deadline
            | Self::End
            | Self::Programme
            | Self::Documents
            | Self::Steps
            | Self::Action
            | Self::Contacts => Some(NOT_OFFERED),
            Self::Cost => Some("gratuito"),
            Self::Audience => Some("tutte le persone"),
            _ => None,
        }
    }
}

/// The requirement of a field, if anything requires it.
#[must_use]
pub fn requirement(key: &str) -> Option<Requirement> {
    Requirement::ALL.iter().copied().find(|required| required.key() == key)
}

requirements! {
    Title = "titolo", "Come si chiama?",
        "What is it called?";
    Summary = "sintesi", "In una o due frasi: che cos'è, e a che cosa serve?",
        "In one or two sentences: what is it, and what is it for?";
    Audience = "destinatari", "A chi è rivolto? Ci sono requisiti (permesso di soggiorno, età, livello di italiano)?",
        "Whom is it for? Is anything required (residence permit, age, level of Italian)?";
    Duties = "mansioni", "Quali sono le mansioni principali?",
        "What does the work consist of?";
    Requirements = "requisiti", "Che cosa chiedete a chi si candida (titolo di studio, esperienza, lingue)? Se niente, va benissimo dirlo.",
        "What do you ask of candidates (school, experience, languages)? If nothing, please say so.";
    Dates = "edizioni", "In quali date si svolge (inizio e fine, con l'anno)?",
        "On which dates does it take place (start and end, with the year)?";
    Hours = "orari", "In quali giorni della settimana e a che ora?",
        "On which days of the week, and at what time?";
    Attendance = "modalita", "Si svolge in presenza, online o in parte e in parte?",
        "Does it take place in person, online, or both?";
    Place = "luogo", "Dove si svolge? Ci serve l'indirizzo intero, con il numero civico.",
        "Where does it take place? We need the whole address, with the number.";
    Cost = "costo", "È gratuito? Se c'è qualcosa da pagare: quanto, e ci sono borse di studio o sconti?",
        "Is it free? If something must be paid: how much, and are there scholarships or discounts?";
    Contract = "contratto", "Quale contratto offrite (tempo determinato, indeterminato, tirocinio…) e per quanto tempo?",
        "Which contract do you offer (fixed term, permanent, internship…) and for how long?";
    Pay = "retribuzione", "Quanto si guadagna, o quale contratto nazionale si applica? Se non è prevista retribuzione, ce lo scrivete?",
        "What is the pay, or which collective agreement applies? If there is no pay, would you tell us?";
    Enrolment = "iscrizione", "Come ci si iscrive (modulo, e-mail, telefono, di persona)? Ci serve l'indirizzo intero.",
        "How does one enrol (form, e-mail, telephone, in person)? We need the whole address.";
    Application = "candidatura", "Come ci si candida, e che cosa bisogna mandare?",
        "How does one apply, and what must be sent?";
    Deadline = "scadenza", "Fino a quale giorno ci si può iscrivere o candidare? Se è sempre aperto, o fino a esaurimento dei posti, ce lo scrivete?",
        "Until which day can one enrol or apply? If it is always open, or while places last, would you tell us?";
    Offer = "benefici", "Quanto vale l'aiuto, o che cosa si riceve?",
        "How much is the help worth, or what does one get?";
    Documents = "documenti", "Quali documenti bisogna portare o mandare?",
        "Which documents must be brought or sent?";
    InForce = "vigore_dal", "Da quale giorno vale?",
        "From which day does it apply?";
    Steps = "cosa_fare", "Che cosa deve fare chi è interessato?",
        "What must those concerned do?";
    Action = "azione_richiesta", "Che cosa deve fare chi legge, ed entro quando?",
        "What must readers do, and by when?";
    Source = "fonte", "Qual è la pagina ufficiale con tutte le informazioni?",
        "Which is the official page with all the information?";
    Goals = "obiettivi", "Perché nasce il progetto e che cosa vuole ottenere?",
        "Why does the project exist and what does it aim at?";
    Activities = "attivita", "Che cosa offre concretamente il progetto?",
        "What does the project offer in practice?";
    Start = "inizio", "Quando comincia il progetto?",
        "When does the project start?";
    End = "fine", "Quando finisce il progetto, o quanti mesi dura?",
        "When does the project end, or how many months does it last?";
    Programme = "programma", "Qual è il programma, e chi interviene?",
        "What is the programme, and who speaks?";
    Contacts = "contatti", "Chi si può chiamare o a chi si può scrivere per informazioni?",
        "Whom can one call or write to for information?";
    Organisation = "ente", "Qual è il nome dell'organizzazione?",
        "What is the organisation's name?";
    PublicationDate = "pubblicato", "In che giorno l'avete reso pubblico?",
        "On which day did you make it public?";
    Name = "nome", "Qual è il nome intero?",
        "What is the full name?";
    Type = "tipo", "Che tipo di organizzazione è (associazione, cooperativa, ente pubblico…)?",
        "What kind of organisation is it (association, cooperative, public body…)?";
    Address = "indirizzo", "A quale indirizzo si trova?",
        "At which address is it?";
}
