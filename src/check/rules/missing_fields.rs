//! Reports missing fields that the guidelines require: one rule for each [`Requirement`].

use crate::board::Problem;
use crate::check::{Check, CheckFunction, problem_words::finding};
use crate::diagnostic::{Diagnostic, LocalizedString, Rule, RuleGroup, Severity, StaticText, text};
use crate::localized;
use crate::model::{
    ContactPoint, Edition, Field, Kind, Opportunity, Organisation, Page, Record, RequiredBy, Requirement, required_key,
};

const ORIGIN: &str = "linee guida del canale, paragrafo 5, elenchi delle informazioni necessarie";

/// Declares the rule of each requirement: its name, its label in both languages, and its examples.
macro_rules! missing_fields {
    ($($field:ident => $name:literal, $group:ident, $it:literal, $en:literal, $wrong:literal, $right:literal;)*) => {
        /// Rules in the order of the guidelines.
        pub(super) const RULES: &[Rule] = &[$( rule(Requirement::$field), )*];
        /// The same, without what only their pages say.
        pub(super) const CHECKS: &[Check] = &[$( Check { rule: rule(Requirement::$field).brief(), function: CheckFunction::LoadingProblem }, )*];

        /// The rule that reports a missing requirement, likewise.
        fn brief_rule(field: Requirement) -> &'static Rule {
            match field {
                $( Requirement::$field => &const { rule(Requirement::$field).brief() }, )*
                Requirement::Contacts => &const { super::CONTACTS_MISSING.brief() },
            }
        }

        /// The rule that reports a missing requirement.
        const fn rule(field: Requirement) -> Rule {
            match field {
                $( Requirement::$field => Rule {
                    name: concat!($name, "-missing"),
                    severity: Severity::Error,
                    group: RuleGroup::$group,
                    summary: match RuleGroup::$group {
                        RuleGroup::Syntax => text(concat!("il file dice ", $it), concat!("the file says ", $en)),
                        _ => text(concat!("l'annuncio dice ", $it), concat!("the announcement says ", $en)),
                    },
                    explanation: match (RuleGroup::$group, Requirement::$field.word_for_none()) {
                        (RuleGroup::Syntax, _) => text(
                            concat!("Nel file di un ente, di uno sportello o di una pagina serve il campo `", required_key!($field), "`: le pagine del sito lo mostrano accanto a ogni annuncio che porta lì."),
                            concat!("The file of an organisation, a contact point or a page needs the field `", required_key!($field), "`: the site shows it beside every announcement that leads there."),
                        ),
                        (_, Some(_)) => text(
                            concat!("Chi legge deve sapere ", $it, ": senza, non può decidere se e come partecipare. Se una cosa così non c'è si scrive, di solito con `non previsto`; se va chiesto a chi organizza, `", required_key!($field), ": da chiedere` con `stato: bozza`."),
                            concat!("Readers need to know ", $en, " to decide whether and how to take part. If there is no such thing say so, usually with `non previsto`; if you have to ask the organisation, write `", required_key!($field), ": da chiedere` with `stato: bozza`."),
                        ),
                        (_, None) => text(
                            concat!("Chi legge deve sapere ", $it, ": senza, non può decidere se e come partecipare. Se va chiesto a chi organizza, `", required_key!($field), ": da chiedere` con `stato: bozza`."),
                            concat!("Readers need to know ", $en, " to decide whether and how to take part. If you have to ask the organisation, write `", required_key!($field), ": da chiedere` with `stato: bozza`."),
                        ),
                    },
                    wrong: $wrong,
                    right: $right,
                    origin: ORIGIN,
                }, )*
                Requirement::Contacts => super::CONTACTS_MISSING,
            }
        }
    };
}

/// The requirement whose absence a rule reports.
pub(in crate::check) fn requirement_of_rule(name: &str) -> Option<Requirement> {
    Requirement::ALL.iter().copied().find(|required| brief_rule(*required).name == name)
}

/// Finding for a missing requirement, with a hint and a question.
pub(in crate::check) fn describe(at: &Problem, required: Requirement, by: RequiredBy) -> Diagnostic {
    let key = required.key();
    let example = |fields: &[Field]| fields.iter().find(|field| field.key == key).map_or("", |field| field.example);
    let (what, example) = match by {
        RequiredBy::Kind(kind) => return missing_in_item(at, required, kind),
        RequiredBy::Organisation => ("ente", example(Organisation::FIELDS)),
        RequiredBy::ContactPoint => ("centro", example(ContactPoint::FIELDS)),
        RequiredBy::Page => ("pagina", example(Page::FIELDS)),
    };
    finding(
        brief_rule(required),
        at,
        localized!("manca «{key}»: per «{what}» è obbligatorio", "`{key}` is missing: `{what}` requires it"),
    )
    .hint(localized!("aggiungi una riga come `{key}: {example}`", "add a line such as `{key}: {example}`"))
}

/// Finding for a requirement that one of several editions lacks.
pub(in crate::check) fn describe_in_edition(at: &Problem, required: Requirement, edition: &str) -> Diagnostic {
    let key = edition_key(required);
    let example = Edition::FIELDS.iter().find(|field| field.key == key).map_or("", |field| field.example);
    let LocalizedString { it, en } = required.question().into();
    let message = localized!("nell'edizione «{edition}» manca `{key}`", "the edition `{edition}` lacks `{key}`");
    finding(brief_rule(required), at, message)
        .hint(localized!(
            "in questa edizione aggiungi `{key}: {example}`; non lo sai? `stato: bozza` e `{key}: da chiedere`",
            "add to this edition `{key}: {example}`; if you do not know: `stato: bozza` and `{key}: da chiedere`"
        ))
        .question(localized!("Edizione «{edition}»: {it}", "Edition `{edition}`: {en}"))
}

/// The key of a requirement in an edition, or at the top of an item with one edition: `date`, for `edizioni`.
pub(in crate::check) fn edition_key(required: Requirement) -> &'static str {
    if required == Requirement::Dates { "date" } else { required.key() }
}

fn missing_in_item(at: &Problem, required: Requirement, kind: Kind) -> Diagnostic {
    let (key, word) = (edition_key(required), kind.key());
    let field = Opportunity::FIELDS.iter().chain(Edition::FIELDS).find(|field| field.key == key);
    let (label, example) = field.map_or((text(key, key), ""), |field| (field.label, kind.example(field)));
    let StaticText { it: label_italian, en: label_english } = label;
    let message = localized!(
        "manca «{key}» ({label_italian}): per «{word}» è obbligatorio",
        "`{key}` ({label_english}) is missing: `{word}` requires it"
    );
    // Other fields may say the same.
    let others = kind.instead_of(key).iter().map(|other| format!("`{other}`")).collect::<Vec<_>>().join(", ");
    let instead = if others.is_empty() {
        localized!("", "")
    } else {
        localized!(" (basta anche uno di: {others})", " (one of these is enough too: {others})")
    };
    let none = value_if_none(required);
    let none = none.map_or(localized!("", ""), |none| {
        localized!(" se non c'è: `{key}: {none}`;", " if it does not apply: `{key}: {none}`;")
    });
    let (instead_italian, instead_english, none_italian, none_english) = (instead.it, instead.en, none.it, none.en);
    let hint = localized!(
        "aggiungi una riga come `{key}: {example}`{instead_italian};{none_italian} se lo devi chiedere: `stato: bozza` e `{key}: da chiedere`",
        "add a line such as `{key}: {example}`{instead_english};{none_english} if you have to ask: `stato: bozza` and `{key}: da chiedere`"
    );
    finding(brief_rule(required), at, message).question(kind.question(required)).hint(hint)
}

/// The value to write if the item has no such thing; `None` for requirements that always exist.
fn value_if_none(required: Requirement) -> Option<&'static str> {
    match required {
        Requirement::Deadline => Some("nessuna`, `sempre aperte` o `fino a esaurimento posti"),
        _ => required.word_for_none(),
    }
}

missing_fields! {
    Title => "title", Clarity, "come si chiama", "what it is called",
        "# titolo:", "titolo: Corso gratuito di italiano A2";
    Summary => "summary", Clarity, "in breve che cos'è", "in short what it is",
        "# sintesi:", "sintesi: Sessanta ore di italiano per chi capisce già frasi semplici.";
    Audience => "audience", Accessibility, "a chi è rivolto", "whom it is for",
        "# destinatari:", "destinatari: persone rifugiate e richiedenti asilo";
    Duties => "duties", Clarity, "qual è il lavoro da fare", "what the work consists of",
        "tipo: lavoro\n# mansioni:", "tipo: lavoro\nmansioni: [preparare i pasti]";
    Requirements => "requirements", Accessibility, "che cosa è richiesto", "what is required",
        "tipo: lavoro\n# requisiti:", "tipo: lavoro\nrequisiti: [esperienza in cucina]";
    Dates => "dates", Clarity, "quando si svolge", "when it takes place",
        "# edizioni:", "edizioni: [{date: 2026-12-04, orari: \"15:00-18:00\"}]";
    Hours => "hours", Clarity, "a che ora si svolge", "at what time it takes place",
        "edizioni: [{date: 2026-12-04}]", "edizioni: [{date: 2026-12-04, orari: \"15:00-18:00\"}]";
    Attendance => "attendance", Clarity, "se è in presenza o online", "whether it is in person or online",
        "# modalita:", "modalita: in presenza";
    Place => "place", Clarity, "dove si svolge", "where it takes place",
        "# luogo:", "luogo: \"via Casilina 711, Roma\"";
    Cost => "cost", Accessibility, "quanto costa", "how much it costs",
        "# costo:", "costo: gratuito";
    Contract => "contract", Clarity, "con quale contratto si lavora", "which contract it offers",
        "tipo: lavoro\n# contratto:", "tipo: lavoro\ncontratto: {tipo: tempo determinato, durata: 6 mesi}";
    Pay => "pay", Clarity, "quanto si guadagna", "how much one earns",
        "tipo: lavoro\n# retribuzione:", "tipo: lavoro\nretribuzione: {importo: 1.400, unita: mese, lordo: sì}";
    Enrolment => "enrolment", Clarity, "come iscriversi", "how to enrol",
        "# iscrizione:", "iscrizione: https://example.org/iscrizione";
    Application => "application", Clarity, "come candidarsi", "how to apply",
        "tipo: lavoro\n# candidatura:", "tipo: lavoro\ncandidatura: lavoro@example.org";
    Deadline => "deadline", Clarity, "entro quando iscriversi o candidarsi", "by when to enrol or to apply",
        "# scadenza:", "scadenza: 2026-11-30";
    Offer => "offer", Clarity, "quanto vale l'aiuto", "how much the help is worth",
        "tipo: abitare\n# importo_max:", "tipo: abitare\nimporto_max: 800";
    Documents => "documents", Clarity, "quali documenti servono", "which documents are needed",
        "tipo: abitare\n# documenti:", "tipo: abitare\ndocumenti: [contratto di affitto]";
    InForce => "in-force", Clarity, "da quando vale", "from when it applies",
        "tipo: normativa\n# vigore_dal:", "tipo: normativa\nvigore_dal: 2026-11-20";
    Steps => "steps", Clarity, "che cosa bisogna fare", "what must be done",
        "tipo: normativa\n# cosa_fare:", "tipo: normativa\ncosa_fare: [prendere appuntamento]";
    Action => "action", Clarity, "se c'è qualcosa da fare", "whether anything must be done",
        "tipo: notizia\n# azione_richiesta:", "tipo: notizia\nazione_richiesta: non previsto";
    Source => "source", Reliability, "da quale fonte viene", "what its source is",
        "tipo: notizia\n# fonte:", "tipo: notizia\nfonte: {nome: Roma Capitale, url: \"https://www.comune.roma.it/\", ufficiale: sì}";
    Goals => "goals", Clarity, "che cosa vuole ottenere", "what it aims at",
        "tipo: progetto\n# obiettivi:", "tipo: progetto\nobiettivi: [aiutare a trovare casa]";
    Activities => "activities", Clarity, "che cosa offre", "what it offers",
        "tipo: progetto\n# attivita:", "tipo: progetto\nattivita: [colloqui]";
    Start => "start", Clarity, "quando comincia", "when it starts",
        "tipo: progetto\n# inizio:", "tipo: progetto\ninizio: 2026-10-01";
    End => "end", Clarity, "quando finisce", "when it ends",
        "tipo: progetto\n# fine:", "tipo: progetto\nfine: 2029-09-30";
    Programme => "programme", Clarity, "che cosa c'è in programma", "what is on the programme",
        "tipo: evento\n# programma:", "tipo: evento\nprogramma: [{ora: \"15:00\", titolo: Saluti}]";
    Organisation => "organisation", SocialPurpose, "chi organizza", "who organises it",
        "# ente:", "ente: ponte";
    PublicationDate => "publication-date", Reliability, "quando è stato pubblicato", "when it was published",
        "# pubblicato:", "pubblicato: 2026-11-20";
    Name => "name", Syntax, "il nome", "the name",
        "-- content/enti/altro.md --\n---\ntipo: associazione\ncontatti: {email: altro@example.org}\n---\n", "-- content/enti/altro.md --\n---\nnome: Altra associazione\ntipo: associazione\ncontatti: {email: altro@example.org}\n---\n";
    Type => "type", Syntax, "che tipo di ente è", "what kind of organisation it is",
        "-- content/enti/altro.md --\n---\nnome: Altra associazione\ncontatti: {email: altro@example.org}\n---\n", "-- content/enti/altro.md --\n---\nnome: Altra associazione\ntipo: associazione\ncontatti: {email: altro@example.org}\n---\n";
    Address => "address", Syntax, "l'indirizzo", "the address",
        "-- content/centri/altro.md --\n---\nnome: Altro sportello\ntipo: sportello\n---\n", "-- content/centri/altro.md --\n---\nnome: Altro sportello\ntipo: sportello\nindirizzo: via Roma 1\n---\n";
}
