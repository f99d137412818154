//! What can be wrong with a single value: names of fields, shapes, words, numbers, ways to be reached.

mod missing;

pub use missing::{REQUIREMENTS, Requirement, requirement};

use crate::diagnostic::{Rule, RuleGroup, Severity, StaticText, text};

const FORMAT: &str = "formato dei contenuti";
const GUIDELINES: &str = "linee guida del canale, paragrafo 5";

const fn error(name: &'static str, group: RuleGroup, summary: StaticText, origin: &'static str) -> Rule {
    Rule { name, severity: Severity::Error, group, summary, explanation: text("", ""), wrong: "", right: "", origin }
}

/// A key that is no field.
pub const UNKNOWN_FIELD: Rule = Rule {
    explanation: text(
        "Un campo con il nome sbagliato non arriverebbe a nessuno, perciò non si pubblica finché il nome non è giusto. Il messaggio propone il campo che forse volevi scrivere.",
        "A field under a wrong name would reach nobody, so nothing is published until the name is right. The message offers the field that was probably meant.",
    ),
    wrong: "scadensa: 2026-12-04",
    right: "scadenza: 2026-12-04",
    ..error(
        "unknown-field",
        RuleGroup::Syntax,
        text("ogni campo ha un nome conosciuto", "every field has a known name"),
        FORMAT,
    )
};
/// A field of other kinds.
pub const FIELD_OF_OTHER_KIND: Rule = Rule {
    explanation: text(
        "I sette tipi di annuncio hanno campi diversi: un corso ha un'iscrizione, un lavoro una candidatura. Togli la riga, o cambia `tipo` se l'annuncio è di un altro tipo.",
        "The seven kinds have different fields: one enrols in a course, one applies for a job. Delete the line, or change `tipo` if the announcement is of another kind.",
    ),
    wrong: "mansioni: [cucinare]",
    right: "materia: professionale",
    ..error(
        "field-of-other-kind",
        RuleGroup::Syntax,
        text("ogni campo appartiene al tipo dell'annuncio", "every field belongs to the item's kind"),
        GUIDELINES,
    )
};
/// A key without a value.
pub const EMPTY_FIELD: Rule = Rule {
    explanation: text(
        "Un campo vuoto non dice se la cosa non c'è o se nessuno l'ha ancora chiesta. Scrivi `non previsto` nel primo caso, `da chiedere` (in una bozza) nel secondo, oppure togli la riga se il campo è facoltativo.",
        "An empty field does not say whether there is none or nobody has asked. Write `non previsto` in the first case, `da chiedere` (in a draft) in the second, or delete the line if the field is optional.",
    ),
    wrong: "costo:",
    right: "costo: gratuito",
    ..error("field-empty", RuleGroup::Syntax, text("nessun campo è vuoto", "no field is empty"), FORMAT)
};
/// A list where a text belongs, and the like.
pub const WRONG_TYPE: Rule = Rule {
    explanation: text(
        "Alcuni campi sono testi, altri elenchi, altri gruppi di campi. Il messaggio mostra come si scrive quello che manca.",
        "Some fields are texts, some lists, some maps of fields. The message shows how this one is written.",
    ),
    wrong: "titolo: [Corso, Italiano]",
    right: "titolo: Corso di italiano",
    ..error(
        "wrong-type",
        RuleGroup::Syntax,
        text("ogni valore ha la forma del suo campo", "every value has the shape of its field"),
        FORMAT,
    )
};
/// A comma inside braces starts another field.
pub const COMMA_SPLITS_VALUE: Rule = Rule {
    explanation: text(
        "Fra parentesi graffe la virgola comincia un altro campo: `{importo: 16,50}` si legge come «importo: 16» e un campo «50» senza valore. Metti la somma fra virgolette.",
        "Within braces a comma starts another field: `{importo: 16,50}` reads as `importo: 16` and a field `50` without value. Put the sum in quotes.",
    ),
    wrong: "costo: {tipo: contributo, importo: 16,50}",
    right: "costo: {tipo: contributo, importo: \"16,50\"}",
    ..error(
        "comma-splits-value",
        RuleGroup::Syntax,
        text("i centesimi fra graffe stanno fra virgolette", "cents within braces stand in quotes"),
        "YAML 1.2.2, 7.4",
    )
};
/// A word outside the vocabulary.
pub const UNKNOWN_WORD: Rule = Rule {
    explanation: text(
        "Dove le parole possibili sono poche e note (il tipo di contratto, il permesso, il giorno) se ne usa una dell'elenco: così si può cercare, filtrare e tradurre.",
        "Where the possible words are few and known (the contract, the permit, the day) one of the list is used: so it can be searched, filtered and translated.",
    ),
    wrong: "modalita: di persona",
    right: "modalita: in presenza",
    ..error(
        "unknown-word",
        RuleGroup::Syntax,
        text(
            "dove c'è un elenco di parole si usa una di quelle",
            "where there is a list of words, one of them is used",
        ),
        FORMAT,
    )
};
/// `tipo` is missing or none of the seven.
pub const UNKNOWN_KIND: Rule = Rule {
    explanation: text(
        "Il tipo decide quali informazioni servono. I tipi sono: formazione, lavoro, abitare, normativa, notizia, progetto, evento.",
        "The kind decides which facts are needed. The kinds are: formazione, lavoro, abitare, normativa, notizia, progetto, evento.",
    ),
    wrong: "tipo: corso",
    right: "tipo: formazione",
    ..error(
        "unknown-kind",
        RuleGroup::Syntax,
        text("il tipo è uno dei sette", "the kind is one of the seven"),
        GUIDELINES,
    )
};
/// A date that does not exist or has another form.
pub const INVALID_DATE: Rule = Rule {
    explanation: text(
        "Le date si scrivono anno-mese-giorno (`2026-11-30`), con l'anno: così non si confondono giorno e mese, e l'annuncio si capisce anche fra due anni. `bacheca check --fix` corregge da solo le date scritte `30/11/2026`.",
        "Dates are written year-month-day (`2026-11-30`), with the year: day and month are never confused, and the announcement is clear two years later. `bacheca check --fix` corrects dates written `30/11/2026` by itself.",
    ),
    wrong: "scadenza: 31/11/2026",
    right: "scadenza: 2026-11-30",
    ..error(
        "invalid-date",
        RuleGroup::Syntax,
        text("le date esistono e sono scritte anno-mese-giorno", "dates exist and are written year-month-day"),
        "ISO 8601",
    )
};
/// An hour that does not exist.
pub const INVALID_TIME: Rule = Rule {
    explanation: text(
        "Le ore vanno da 0:00 a 24:00 e si scrivono con i due punti o il punto. Se un'attività non ha un'ora precisa si può scrivere mattina, pomeriggio o sera.",
        "Hours go from 0:00 to 24:00 and are written with a colon or a point. Where there is no exact hour one may write mattina, pomeriggio or sera.",
    ),
    wrong: "orari: dalle dieci",
    right: "orari: \"10:00-12:30\"",
    ..error("invalid-time", RuleGroup::Syntax, text("le ore sono scritte 09:30", "hours are written 09:30"), "ISO 8601")
};
/// A period that ends before it starts.
pub const INVERTED_PERIOD: Rule = Rule {
    explanation: text(
        "Di solito le due date sono scambiate, o l'anno della fine è quello vecchio.",
        "Mostly the two dates are exchanged, or the year of the end is the old one.",
    ),
    wrong: "date: {inizio: 2027-02-26, fine: 2026-12-01}",
    right: "date: {inizio: 2026-12-01, fine: 2027-02-26}",
    ..error(
        "inverted-period",
        RuleGroup::Clarity,
        text("un periodo finisce dopo l'inizio", "a period ends after it starts"),
        FORMAT,
    )
};
/// Not a number, not a sum of money.
pub const INVALID_NUMBER: Rule = Rule {
    explanation: text(
        "I numeri si scrivono in cifre, senza parole attorno. Le somme sono in euro: `1.400`, `16,50`.",
        "Numbers are written in digits, without words around them. Sums are in euro: `1.400`, `16,50`.",
    ),
    wrong: "posti: una quindicina",
    right: "posti: 15",
    ..error(
        "invalid-number",
        RuleGroup::Syntax,
        text("numeri e somme sono cifre", "numbers and sums are digits"),
        FORMAT,
    )
};
/// Not an address mail can be sent to.
pub const INVALID_EMAIL: Rule = Rule {
    explanation: text(
        "A un indirizzo con uno spazio o una virgola non arriva niente. Quando si copia da un sito, al posto dell'indirizzo può restare la frase «protetto dagli spambots»: aprilo nel browser e copia l'indirizzo vero.",
        "Nothing arrives at an address with a space or a comma in it. When one copies from a site, the sentence «protetto dagli spambots» may stand in place of the address: open the page in a browser and copy the real one.",
    ),
    wrong: "contatti: {email: \"info @example.org\"}",
    right: "contatti: {email: info@example.org}",
    ..error(
        "invalid-email",
        RuleGroup::Clarity,
        text("le e-mail sono indirizzi veri", "e-mail addresses are real addresses"),
        "RFC 5321",
    )
};
/// Not a number that can be called.
pub const INVALID_PHONE: Rule = Rule {
    explanation: text(
        "Un numero solo per voce, in cifre. Più numeri fanno un elenco: `[\"06 5733 9332\", \"351 592 7691\"]`. Un cellulare che comincia per 393 va bene così: non è il prefisso +39.",
        "One number an entry, in digits. Several make a list: `[\"06 5733 9332\", \"351 592 7691\"]`. A mobile that starts with 393 is right as it is: that is not the prefix +39.",
    ),
    wrong: "contatti: {telefono: \"06 55O1 23l4\"}",
    right: "contatti: {telefono: \"06 5501 2314\"}",
    ..error(
        "invalid-phone",
        RuleGroup::Clarity,
        text("i telefoni sono numeri che si possono chiamare", "phone numbers can be called"),
        "ITU-T E.164",
    )
};
/// Not an address a browser opens.
pub const INVALID_URL: Rule = Rule {
    explanation: text(
        "Un link è un indirizzo intero, senza spazi, che comincia con https://. Un indirizzo con una @ prima del nome del sito (`https://comune.example@altro.example`) porta da un'altra parte: è un trucco, e non si pubblica.",
        "A link is a whole address without spaces that starts with https://. An address with an @ before the site's name (`https://comune.example@altro.example`) leads elsewhere: that is a trick, and is not published.",
    ),
    wrong: "iscrizione: \"https://example.org/corso 2026\"",
    right: "iscrizione: https://example.org/corso-2026",
    ..error(
        "invalid-url",
        RuleGroup::Clarity,
        text(
            "i link sono indirizzi interi che cominciano con https://",
            "links are whole addresses that start with https://",
        ),
        "RFC 3986",
    )
};
/// Not a name for an address of the site.
pub const INVALID_SLUG: Rule = Rule {
    explanation: text(
        "Il nome di un annuncio è quello del suo file senza `.md`: diventa un indirizzo del sito, quindi niente spazi, accenti o maiuscole.",
        "The name of an item is its file's without `.md`: it becomes an address of the site, so no spaces, accents or capitals.",
    ),
    wrong: "alias: [Corso di Italiano]",
    right: "alias: [corso-di-italiano]",
    ..error(
        "invalid-slug",
        RuleGroup::Syntax,
        text(
            "il nome del file è fatto di lettere minuscole, cifre e trattini",
            "the file name is made of small letters, digits and hyphens",
        ),
        FORMAT,
    )
};
/// No way in which somebody could enrol: «clicca qui».
pub const UNUSABLE_ENROLMENT: Rule = Rule {
    explanation: text(
        "«Clicca qui» su un foglio appeso al muro non porta da nessuna parte. Serve un indirizzo intero, una e-mail, un telefono, o il posto dove andare.",
        "«Clicca qui» on a sheet of paper leads nowhere. It takes a whole address, an e-mail, a telephone number, or the place to go to.",
    ),
    wrong: "iscrizione: clicca qui",
    right: "iscrizione: https://example.org/iscrizione",
    ..error(
        "unusable-enrolment",
        RuleGroup::Clarity,
        text("si capisce come iscriversi", "it is clear how to enrol"),
        GUIDELINES,
    )
};
/// Paid, and no aid: refused by the guidelines.
pub const COST_WITHOUT_AID: Rule = Rule {
    explanation: text(
        "Il canale pubblica solo opportunità gratuite, o con borse di studio e agevolazioni per chi è in difficoltà. Se l'agevolazione c'è, scrivi quale e per chi: pagare a rate non lo è, e un contributo alto è un prezzo. Bolli e bollettini dello Stato non contano.",
        "The channel publishes only what is free, or comes with scholarships or discounts for people in difficulty. If there is aid, write which and for whom: paying in instalments is none, and a high fee is a price. Stamp duties and fees of the state do not count.",
    ),
    wrong: "costo: {tipo: a pagamento, importo: 2.300}",
    right: "costo: {tipo: a pagamento, importo: 2.300, agevolazione: gratuito per 5 persone rifugiate}",
    ..error(
        "cost-without-aid",
        RuleGroup::Accessibility,
        text("ciò che si paga prevede un'agevolazione", "what is paid for comes with aid"),
        "linee guida del canale, paragrafo 5, criterio «Accessibilità»",
    )
};

/// Every rule about the values of a file, apart from [`REQUIREMENTS`].
pub const RULES: &[Rule] = &[
    UNKNOWN_FIELD,
    FIELD_OF_OTHER_KIND,
    EMPTY_FIELD,
    WRONG_TYPE,
    COMMA_SPLITS_VALUE,
    UNKNOWN_WORD,
    UNKNOWN_KIND,
    INVALID_DATE,
    INVALID_TIME,
    INVERTED_PERIOD,
    INVALID_NUMBER,
    INVALID_EMAIL,
    INVALID_PHONE,
    INVALID_URL,
    INVALID_SLUG,
    UNUSABLE_ENROLMENT,
    COST_WITHOUT_AID,
];
