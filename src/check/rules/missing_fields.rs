//! Reports missing fields that the guidelines require: one rule for each [`Requirement`].

use crate::board::Problem;
use crate::check::{Check, CheckFunction, problem_words::finding};
use crate::diagnostic::{Diagnostic, LocalizedString, Rule, RuleGroup, Severity, text};
use crate::localized;
use crate::model::{
    Centre, Edition, Field, Opportunity, Organisation, Page, Record, RequiredBy, Requirement, required_key,
};

const ORIGIN: &str = "linee guida del canale, paragrafo 5, elenchi delle informazioni necessarie";

/// Declares the rule of each requirement: its name, its label in both languages, and its examples.
macro_rules! missing_fields {
    ($($field:ident => $name:literal, $group:ident, $it:literal, $en:literal, $wrong:literal, $right:literal;)*) => {
        /// Rules in the order of the guidelines.
        pub(super) const CHECKS: &[Check] = &[$( Check { rule: rule(Requirement::$field), function: CheckFunction::LoadingProblem }, )*];

        /// The rule that reports a missing requirement.
        const fn rule(field: Requirement) -> Rule {
            match field {
                $( Requirement::$field => Rule {
                    name: concat!($name, "-missing"),
                    severity: Severity::Error,
                    group: RuleGroup::$group,
                    summary: text(concat!("l'annuncio dice ", $it), concat!($en, " is given")),
                    explanation: text(
                        concat!("Chi legge deve sapere ", $it, ": senza, non può decidere se partecipare e come. Se non c'è, di solito si scrive `non previsto`; se va chiesto a chi organizza, `", required_key!($field), ": da chiedere` con `stato: bozza`."),
                        concat!("Readers need to know ", $en, " to decide whether and how to take part. If it does not apply, usually write `non previsto`; if you have to ask the organisation, write `", required_key!($field), ": da chiedere` with `stato: bozza`."),
                    ),
                    wrong: $wrong,
                    right: $right,
                    origin: ORIGIN,
                }, )*
                Requirement::Contacts => super::CONTACTS_MISSING,
            }
        }
    };
}

/// Finding for a missing requirement, with a hint and a question.
pub(in crate::check) fn describe(at: &Problem, required: Requirement, by: RequiredBy) -> Diagnostic {
    let key = required.key();
    let example = |fields: &[Field]| fields.iter().find(|field| field.key == key).map_or("", |field| field.example);
    let (what, example) = match by {
        RequiredBy::Kind(kind) => return missing_in_item(at, required, kind.key()),
        RequiredBy::Organisation => ("ente", example(Organisation::FIELDS)),
        RequiredBy::Centre => ("centro", example(Centre::FIELDS)),
        RequiredBy::Page => ("pagina", example(Page::FIELDS)),
    };
    finding(
        &rule(required),
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
    finding(&rule(required), at, message)
        .hint(localized!(
            "in questa edizione aggiungi `{key}: {example}`; non lo sai? `stato: bozza` e `{key}: da chiedere`",
            "add to this edition `{key}: {example}`; if you do not know: `stato: bozza` and `{key}: da chiedere`"
        ))
        .question(localized!("Edizione «{edition}»: {it}", "Edition `{edition}`: {en}"))
}

/// The key of a requirement in an edition, or at the top of an item with one edition: `date`, for `edizioni`.
fn edition_key(required: Requirement) -> &'static str {
    if required == Requirement::Dates { "date" } else { required.key() }
}

fn missing_in_item(at: &Problem, required: Requirement, kind: &str) -> Diagnostic {
    let key = edition_key(required);
    let field = Opportunity::FIELDS.iter().chain(Edition::FIELDS).find(|field| field.key == key);
    let (label, example) = field.map_or((key, ""), |field| (field.label, field.example));
    let message = localized!(
        "manca «{key}» ({label}): per «{kind}» è obbligatorio",
        "`{key}` ({label}) is missing: `{kind}` requires it"
    );
    let hint = match value_if_none(required) {
        Some(none) => localized!(
            "aggiungi una riga come `{key}: {example}`; se non c'è: `{key}: {none}`; se lo devi chiedere: `stato: bozza` e `{key}: da chiedere`",
            "add a line such as `{key}: {example}`; if it does not apply: `{key}: {none}`; if you have to ask: `stato: bozza` and `{key}: da chiedere`"
        ),
        None => localized!(
            "aggiungi una riga come `{key}: {example}`; se lo devi chiedere: `stato: bozza` e `{key}: da chiedere`",
            "add a line such as `{key}: {example}`; if you have to ask: `stato: bozza` and `{key}: da chiedere`"
        ),
    };
    finding(&rule(required), at, message).question(required.question().into()).hint(hint)
}

/// The value to write if the item has no such thing; `None` for requirements that always exist.
fn value_if_none(required: Requirement) -> Option<&'static str> {
    match required {
        Requirement::Deadline => Some("nessuna`, `sempre aperte` o `fino a esaurimento posti"),
        _ => required.word_for_none(),
    }
}

missing_fields! {
    Title => "title", Clarity, "il titolo", "the title",
        "# titolo:", "titolo: Corso gratuito di italiano A2";
    Summary => "summary", Clarity, "una descrizione breve", "a short description",
        "# sintesi:", "sintesi: Sessanta ore di italiano per chi capisce già frasi semplici.";
    Audience => "audience", Accessibility, "a chi è rivolto", "whom it is for",
        "# destinatari:", "destinatari: persone rifugiate e richiedenti asilo";
    Duties => "duties", Clarity, "il lavoro da fare", "what the work consists of",
        "tipo: lavoro\n# mansioni:", "tipo: lavoro\nmansioni: [preparare i pasti]";
    Requirements => "requirements", Accessibility, "che cosa è richiesto", "what is asked for",
        "tipo: lavoro\n# requisiti:", "tipo: lavoro\nrequisiti: [esperienza in cucina]";
    Dates => "dates", Clarity, "quando si svolge", "when it takes place",
        "# edizioni:", "edizioni: [{date: 2026-12-04, orari: \"15:00-18:00\"}]";
    Hours => "hours", Clarity, "l'orario", "the hours",
        "edizioni: [{date: 2026-12-04}]", "edizioni: [{date: 2026-12-04, orari: \"15:00-18:00\"}]";
    Attendance => "attendance", Clarity, "se è in presenza o online", "whether it is in person or online",
        "# modalita:", "modalita: in presenza";
    Place => "place", Clarity, "il luogo", "the place",
        "# luogo:", "luogo: \"via Casilina 711, Roma\"";
    Cost => "cost", Accessibility, "il costo", "the cost",
        "# costo:", "costo: gratuito";
    Contract => "contract", Clarity, "il tipo di contratto", "the kind of contract",
        "tipo: lavoro\n# contratto:", "tipo: lavoro\ncontratto: {tipo: tempo determinato, durata: 6 mesi}";
    Pay => "pay", Clarity, "la retribuzione", "the pay",
        "tipo: lavoro\n# retribuzione:", "tipo: lavoro\nretribuzione: {importo: 1.400, unita: mese, lordo: sì}";
    Enrolment => "enrolment", Clarity, "come iscriversi", "how to enrol",
        "# iscrizione:", "iscrizione: https://example.org/iscrizione";
    Application => "application", Clarity, "come candidarsi", "how to apply",
        "tipo: lavoro\n# candidatura:", "tipo: lavoro\ncandidatura: lavoro@example.org";
    Deadline => "deadline", Clarity, "la scadenza", "the deadline",
        "# scadenza:", "scadenza: 2026-11-30";
    Source => "source", Reliability, "la fonte", "the source",
        "tipo: notizia\n# fonte:", "tipo: notizia\nfonte: {nome: Roma Capitale, url: \"https://www.comune.roma.it/\", ufficiale: sì}";
    Goals => "goals", Clarity, "che cosa vuole ottenere", "what it aims at",
        "tipo: progetto\n# obiettivi:", "tipo: progetto\nobiettivi: [aiutare a trovare casa]";
    Activities => "activities", Clarity, "che cosa offre", "what it offers",
        "tipo: progetto\n# attivita:", "tipo: progetto\nattivita: [colloqui]";
    Start => "start", Clarity, "quando comincia", "when it starts",
        "tipo: progetto\n# inizio:", "tipo: progetto\ninizio: 2026-10-01";
    End => "end", Clarity, "quando finisce", "when it ends",
        "tipo: progetto\n# fine:", "tipo: progetto\nfine: 2029-09-30";
    Programme => "programme", Clarity, "il programma", "the programme",
        "tipo: evento\n# programma:", "tipo: evento\nprogramma: [{ora: \"15:00\", titolo: Saluti}]";
    Organisation => "organisation", SocialPurpose, "chi organizza", "who organises it",
        "# ente:", "ente: ponte";
    PublicationDate => "publication-date", Reliability, "la data di pubblicazione", "the date of publication",
        "# pubblicato:", "pubblicato: 2026-11-20";
    Name => "name", Syntax, "il nome", "the name",
        "-- content/enti/altro.md --\n---\ntipo: associazione\ncontatti: {email: altro@example.org}\n---\n", "-- content/enti/altro.md --\n---\nnome: Altra associazione\ntipo: associazione\ncontatti: {email: altro@example.org}\n---\n";
    Type => "type", Syntax, "il tipo", "its type",
        "-- content/enti/altro.md --\n---\nnome: Altra associazione\ncontatti: {email: altro@example.org}\n---\n", "-- content/enti/altro.md --\n---\nnome: Altra associazione\ntipo: associazione\ncontatti: {email: altro@example.org}\n---\n";
    Address => "address", Syntax, "l'indirizzo", "the address",
        "-- content/centri/altro.md --\n---\nnome: Altro sportello\ntipo: sportello\n---\n", "-- content/centri/altro.md --\n---\nnome: Altro sportello\ntipo: sportello\nindirizzo: via Roma 1\n---\n";
}
