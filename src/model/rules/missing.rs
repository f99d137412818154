//! What the guidelines require: for each such field the rule it breaks when it is missing, and the
//! question that brings the answer.

use crate::diagnostic::{Rule, RuleGroup, Severity, StaticText, text};

const ORIGIN: &str = "linee guida del canale, paragrafo 5, elenchi delle informazioni necessarie";

/// A field that some kind requires.
#[derive(Debug, Clone, Copy)]
pub struct Requirement {
    /// Its key in the front matter.
    pub key: &'static str,
    /// What is broken when it is missing: `deadline-missing`, `cost-missing`, …
    pub rule: Rule,
    /// What to ask whoever knows: a whole sentence with a question mark.
    pub question: StaticText,
}

/// The requirement of a field, if any kind requires it.
#[must_use]
pub fn requirement(key: &str) -> Option<&'static Requirement> {
    REQUIREMENTS.iter().find(|requirement| requirement.key == key)
}

macro_rules! requirements {
    ($($key:literal => $name:literal, $group:ident, $it:literal, $en:literal, $question_it:literal, $question_en:literal, $wrong:literal, $right:literal;)*) => {
        /// Every field that some kind requires, in the order of the guidelines.
        pub const REQUIREMENTS: &[Requirement] = &[$(
            Requirement {
                key: $key,
                rule: Rule {
                    name: concat!($name, "-missing"),
                    severity: Severity::Error,
                    group: RuleGroup::$group,
                    summary: text(concat!("è indicato ", $it), concat!($en, " is given")),
                    explanation: text(
                        concat!("Senza ", $it, " chi legge non sa se e come può partecipare. Se non c'è, di solito si scrive `non previsto`; se va chiesto a chi organizza, `", $key, ": da chiedere` con `stato: bozza`."),
                        concat!("Without ", $en, " the reader does not know whether and how to take part. If there is none, mostly one writes `non previsto`; if the organisation must be asked, `", $key, ": da chiedere` with `stato: bozza`."),
                    ),
                    wrong: $wrong,
                    right: $right,
                    origin: ORIGIN,
                },
                question: text($question_it, $question_en),
            },
        )*];
    };
}

requirements! {
    "titolo" => "title", Clarity, "il titolo", "the title",
        "Come si chiama?", "What is it called?", "# titolo:", "titolo: Corso gratuito di italiano A2";
    "sintesi" => "summary", Clarity, "una descrizione breve", "a short description",
        "In una o due frasi: che cos'è, e a che cosa serve?", "In one or two sentences: what is it, and what is it for?",
        "# sintesi:", "sintesi: Sessanta ore di italiano per chi capisce già frasi semplici.";
    "destinatari" => "audience", Accessibility, "a chi è rivolto", "whom it is for",
        "A chi è rivolto? Ci sono requisiti (permesso di soggiorno, età, livello di italiano)?",
        "Whom is it for? Is anything required (residence permit, age, level of Italian)?",
        "# destinatari:", "destinatari: persone rifugiate e richiedenti asilo";
    "mansioni" => "duties", Clarity, "il lavoro da fare", "what the work consists of",
        "Quali sono le mansioni principali?", "What does the work consist of?", "tipo: lavoro\n# mansioni:", "tipo: lavoro\nmansioni: [preparare i pasti]";
    "requisiti" => "requirements", Accessibility, "che cosa è richiesto", "what is asked for",
        "Che cosa chiedete a chi si candida (titolo di studio, esperienza, lingue)? Se niente, va benissimo dirlo.",
        "What do you ask of candidates (school, experience, languages)? If nothing, please say so.",
        "tipo: lavoro\n# requisiti:", "tipo: lavoro\nrequisiti: [esperienza in cucina]";
    "edizioni" => "dates", Clarity, "quando si svolge", "when it takes place",
        "In quali date si svolge (inizio e fine, con l'anno)?", "On which dates does it take place (start and end, with the year)?",
        "# edizioni:", "edizioni: [{date: 2026-12-04, orari: \"15:00-18:00\"}]";
    "orari" => "hours", Clarity, "l'orario", "the hours",
        "In quali giorni della settimana e a che ora?", "On which days of the week, and at what time?",
        "edizioni: [{date: 2026-12-04}]", "edizioni: [{date: 2026-12-04, orari: \"15:00-18:00\"}]";
    "modalita" => "attendance", Clarity, "se è in presenza o online", "whether it is in person or online",
        "Si svolge in presenza, online o in parte e in parte?", "Does it take place in person, online, or both?",
        "# modalita:", "modalita: in presenza";
    "luogo" => "place", Clarity, "il luogo", "the place",
        "Dove si svolge? Ci serve l'indirizzo intero, con il numero civico.",
        "Where does it take place? We need the whole address, with the number.", "# luogo:", "luogo: \"via Casilina 711, Roma\"";
    "costo" => "cost", Accessibility, "il costo", "the cost",
        "È gratuito? Se c'è qualcosa da pagare: quanto, e ci sono borse di studio o sconti?",
        "Is it free? If something must be paid: how much, and are there scholarships or discounts?", "# costo:", "costo: gratuito";
    "contratto" => "contract", Clarity, "il tipo di contratto", "the kind of contract",
        "Quale contratto offrite (tempo determinato, indeterminato, tirocinio…) e per quanto tempo?",
        "Which contract do you offer (fixed term, permanent, internship…) and for how long?",
        "tipo: lavoro\n# contratto:", "tipo: lavoro\ncontratto: {tipo: tempo determinato, durata: 6 mesi}";
    "retribuzione" => "pay", Clarity, "la retribuzione", "the pay",
        "Quanto si guadagna, o quale contratto nazionale si applica? Se non è prevista retribuzione, ce lo scrivete?",
        "What is the pay, or which collective agreement applies? If there is no pay, would you tell us?",
        "tipo: lavoro\n# retribuzione:", "tipo: lavoro\nretribuzione: {importo: 1.400, unita: mese, lordo: sì}";
    "iscrizione" => "enrolment", Clarity, "come iscriversi", "how to enrol",
        "Come ci si iscrive (modulo, e-mail, telefono, di persona)? Ci serve l'indirizzo intero.",
        "How does one enrol (form, e-mail, telephone, in person)? We need the whole address.",
        "# iscrizione:", "iscrizione: https://example.org/iscrizione";
    "candidatura" => "application", Clarity, "come candidarsi", "how to apply",
        "Come ci si candida, e che cosa bisogna mandare?", "How does one apply, and what must be sent?",
        "tipo: lavoro\n# candidatura:", "tipo: lavoro\ncandidatura: lavoro@example.org";
    "scadenza" => "deadline", Clarity, "la scadenza", "the deadline",
        "Fino a quale giorno ci si può iscrivere o candidare? Se è sempre aperto, o fino a esaurimento dei posti, ce lo scrivete?",
        "Until which day can one enrol or apply? If it is always open, or while places last, would you tell us?",
        "# scadenza:", "scadenza: 2026-11-30";
    "fonte" => "source", Reliability, "la fonte", "the source",
        "Qual è la pagina ufficiale con tutte le informazioni?", "Which is the official page with all the information?",
        "tipo: notizia\n# fonte:", "tipo: notizia\nfonte: {nome: Roma Capitale, url: \"https://www.comune.roma.it/\", ufficiale: sì}";
    "obiettivi" => "goals", Clarity, "che cosa vuole ottenere", "what it aims at",
        "Perché nasce il progetto e che cosa vuole ottenere?", "Why does the project exist and what does it aim at?",
        "tipo: progetto\n# obiettivi:", "tipo: progetto\nobiettivi: [aiutare a trovare casa]";
    "attivita" => "activities", Clarity, "che cosa offre", "what it offers",
        "Che cosa offre concretamente il progetto?", "What does the project offer in practice?",
        "tipo: progetto\n# attivita:", "tipo: progetto\nattivita: [colloqui]";
    "inizio" => "start", Clarity, "quando comincia", "when it starts",
        "Quando comincia il progetto?", "When does the project start?", "tipo: progetto\n# inizio:", "tipo: progetto\ninizio: 2026-10-01";
    "fine" => "end", Clarity, "quando finisce", "when it ends",
        "Quando finisce il progetto, o quanti mesi dura?", "When does the project end, or how many months does it last?",
        "tipo: progetto\n# fine:", "tipo: progetto\nfine: 2029-09-30";
    "programma" => "programme", Clarity, "il programma", "the programme",
        "Qual è il programma, e chi interviene?", "What is the programme, and who speaks?",
        "tipo: evento\n# programma:", "tipo: evento\nprogramma: [{ora: \"15:00\", titolo: Saluti}]";
    "contatti" => "contacts", Clarity, "a chi chiedere", "whom to ask",
        "Chi si può chiamare o a chi si può scrivere per informazioni?", "Whom can one call or write to for information?",
        "", "contatti: {email: info@example.org}";
    "ente" => "organisation", SocialPurpose, "chi organizza", "who organises it",
        "Qual è il nome dell'organizzazione, e che cosa fa per l'inclusione?",
        "What is the organisation's name, and what does it do for inclusion?", "# ente:", "ente: ponte";
    "pubblicato" => "publication-date", Reliability, "la data di pubblicazione", "the date of publication",
        "In che giorno l'avete reso pubblico?", "On which day did you make it public?", "# pubblicato:", "pubblicato: 2026-11-20";
    "nome" => "name", Syntax, "il nome", "the name",
        "Qual è il nome intero?", "What is the full name?",
        "-- content/enti/altro.md --\n---\ntipo: associazione\ncontatti: {email: altro@example.org}\n---\n", "-- content/enti/altro.md --\n---\nnome: Altra associazione\ntipo: associazione\ncontatti: {email: altro@example.org}\n---\n";
    "tipo" => "type", Syntax, "il tipo", "its type",
        "Che tipo di organizzazione è (associazione, cooperativa, ente pubblico…)?",
        "What kind of organisation is it (association, cooperative, public body…)?",
        "-- content/enti/altro.md --\n---\nnome: Altra associazione\ncontatti: {email: altro@example.org}\n---\n", "-- content/enti/altro.md --\n---\nnome: Altra associazione\ntipo: associazione\ncontatti: {email: altro@example.org}\n---\n";
    "indirizzo" => "address", Syntax, "l'indirizzo", "the address",
        "A quale indirizzo si trova?", "At which address is it?",
        "-- content/centri/altro.md --\n---\nnome: Altro sportello\ntipo: sportello\n---\n", "-- content/centri/altro.md --\n---\nnome: Altro sportello\ntipo: sportello\nindirizzo: via Roma 1\n---\n";
}
