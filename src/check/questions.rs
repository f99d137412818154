//! What the organisation of an item is asked: one question for each fact that is missing or that nobody can read, with
//! what is known first, and the questions of the findings.

use super::placeholders::find_placeholders;
use crate::board::Item;
use crate::diagnostic::{Diagnostic, LocalizedString, StaticText, text};
use crate::localized;
use crate::model::{
    Edition, Field, FieldPath, Kind, NOT_OFFERED, Opportunity, Record, Requirement, TO_ASK, Weekday, fields_within,
    placeholder, requirement,
};
use crate::path;
use crate::text::calendar_names::WEEKDAYS;
use crate::text::letter_case::uncapitalize;

/// Rules for a value that cannot be taken: the field's own question asks for another.
const VALUE_RULES: [&str; 11] = [
    "field-empty",
    "invalid-date",
    "invalid-email",
    "invalid-number",
    "invalid-phone",
    "invalid-tax-code",
    "invalid-time",
    "invalid-url",
    "not-stated-outside-archive",
    "unclear-placeholder",
    "wrong-type",
];

/// Questions for fields that nothing requires but drafts often leave open.
const OPTIONAL_QUESTIONS: [(&str, StaticText); 9] = [
    ("posti", text("Quanti posti ci sono?", "How many places are there?")),
    ("ore_totali", text("Quante ore dura in tutto?", "How many hours does it take in all?")),
    ("giorni", text("In quali giorni della settimana?", "On which days of the week?")),
    (
        "pause",
        text(
            "Ci sono giorni senza lezione (Natale, Pasqua, estate), oltre alle feste? Quali?",
            "Are there days without lessons (Christmas, Easter, summer), besides holidays? Which ones?",
        ),
    ),
    ("attestato", text("Alla fine c'è un attestato? Quale?", "Is there a certificate at the end? Which one?")),
    ("livello", text("Quale livello si raggiunge alla fine?", "Which level is reached at the end?")),
    ("importo_max", text("Qual è l'importo massimo?", "What is the highest amount?")),
    ("alloggi", text("Quanti alloggi ci sono?", "How many homes are there?")),
    ("aperto_dal", text("Da quale giorno si può fare domanda?", "From which day can one apply?")),
];

/// Longest value that a question quotes, in characters.
const MAX_QUOTED_CHARS: usize = 100;

/// The questions about an item, in the order of the fields and then of the findings, each once.
pub(super) fn collect_questions(item: &Item, diagnostics: &[Diagnostic]) -> Vec<LocalizedString> {
    if item.facts.refused.is_some() {
        return Vec::new();
    }
    let mut open: Vec<FieldPath> = find_placeholders(item, TO_ASK).map(|(field, _)| field).collect();
    // First what the guidelines list, in their order.
    let required = item.kind().required(item.facts.genre);
    open.sort_by_key(|path| {
        let is_within = |key: &&str| path.is_within(&FieldPath::TOP.field(key));
        required.iter().position(is_within).unwrap_or(required.len())
    });
    let asked = open.iter().map(|path| field_question(item, path, &open, None));
    let of_item = diagnostics.iter().filter(|diagnostic| diagnostic.file == item.document.source.path);
    let mut questions: Vec<LocalizedString> = Vec::new();
    for question in asked.chain(of_item.filter_map(|diagnostic| question_of(item, diagnostic))) {
        if !questions.contains(&question) {
            questions.push(question);
        }
    }
    questions
}

/// The question of a finding about an item, if only its organisation can answer.
#[must_use]
pub fn question_of(item: &Item, diagnostic: &Diagnostic) -> Option<LocalizedString> {
    if diagnostic.question.is_some() || diagnostic.correction.is_some() || !VALUE_RULES.contains(&diagnostic.rule) {
        return diagnostic.question.clone();
    }
    let source = &item.document.source.text;
    // The value of an empty field is behind its key.
    let (path, range) = if diagnostic.rule == "field-empty" {
        item.spans.scalars().find(|(_, range)| range.start >= diagnostic.span.end)?
    } else {
        item.spans.scalar_at(diagnostic.span.start)?
    };
    let LocalizedString { it, en } = field_question(item, &path, &[path], Some(path));
    let written = source.get(range)?.trim_matches(['"', '\'']);
    let is_quoted = !written.is_empty() && !diagnostic.rule.ends_with("placeholder") && placeholder(written).is_none();
    Some(if is_quoted && written.chars().count() <= MAX_QUOTED_CHARS {
        localized!("C'è scritto «{written}». {it}", "It says «{written}». {en}")
    } else {
        LocalizedString { it, en }
    })
}

/// Whether the answer to a question may be that there is no such thing.
pub(super) fn may_be_none(question: &LocalizedString, kind: Kind) -> bool {
    let none = Requirement::ALL.iter().filter(|required| required.word_for_none() == Some(NOT_OFFERED));
    none.into_iter().any(|required| {
        let whole = kind.question(*required).it;
        // The whole field is asked for, perhaps of an edition.
        question.it == whole || (question.it.starts_with("Edizione «") && question.it.ends_with(&format!("»: {whole}")))
    })
}

/// A field that is asked about: where it is, and what is written in it.
struct Asked<'i> {
    field: &'static Field,
    /// Path of the field.
    whole: FieldPath,
    /// Part of the field, if not the whole is asked for.
    part: Option<&'static Field>,
    /// Paths that are open, this one among them.
    open: &'i [FieldPath],
    /// Path of a value that cannot be taken.
    unread: Option<FieldPath>,
    item: &'i Item,
    edition: Option<&'i Edition>,
}

/// The question for a field or a part of it, with the name of the edition if there are several.
fn field_question(item: &Item, path: &FieldPath, open: &[FieldPath], unread: Option<FieldPath>) -> LocalizedString {
    let editions = item.facts.editions();
    let index = (0..editions.len()).find(|index| path.is_within(&path![edizioni[*index]]));
    let (base, fields) = match index {
        Some(index) => (path![edizioni[index]], Edition::FIELDS),
        None => (FieldPath::TOP, Opportunity::FIELDS),
    };
    let found = fields.iter().find(|field| path.is_within(&base.field(field.key)));
    // The whole list of editions is to ask.
    let Some(field) = found.filter(|field| field.key != "edizioni") else {
        return Requirement::Dates.question().into();
    };
    let whole = base.field(field.key);
    let part = fields_within(field.key).iter().find(|part| *path != whole && path.ends_with(part.key));
    let edition = index.and_then(|index| editions.get(index));
    let question = Asked { field, whole, part, open, unread, item, edition }.question(path);
    match (index, edition) {
        (Some(index), Some(edition)) if editions.len() > 1 => {
            let name = edition.name.clone().unwrap_or_else(|| (index + 1).to_string());
            let LocalizedString { it, en } = question;
            localized!("Edizione «{name}»: {it}", "Edition «{name}»: {en}")
        }
        _ => question,
    }
}

impl Asked<'_> {
    fn question(&self, path: &FieldPath) -> LocalizedString {
        let key = self.field.key;
        let required = requirement(if key == "date" { "edizioni" } else { key });
        let of_field = || match required {
            Some(required) => self.item.kind().question(required),
            None => label_question(self.field),
        };
        let known = self.known();
        if key == "scadenza"
            && let Some(day) = self.day_of_deadline(path)
        {
            return localized!(
                "L'ultimo giorno è il {day}: fino a che ora?",
                "The last day is {day}: until what time?"
            );
        }
        if key == "orari"
            && self.part.is_none()
            && let Some(LocalizedString { it, en }) = self.days()
        {
            return localized!(
                "A che ora comincia e a che ora finisce ({it})?",
                "At what time does it start and end ({en})?"
            );
        }
        match (key, self.part.map(|part| part.key)) {
            ("date", _) if path.ends_with("fine") && !known.it.is_empty() => {
                let LocalizedString { it, en } = known;
                localized!("Comincia il {it}: quando finisce?", "It starts on {en}: when does it end?")
            }
            ("date", _) if path.ends_with("inizio") && !known.it.is_empty() => {
                let LocalizedString { it, en } = known;
                localized!("Finisce il {it}: quando comincia?", "It ends on {en}: when does it start?")
            }
            ("ente", Some("tipo")) => Requirement::Type.question().into(),
            ("ente", Some("inclusione")) => {
                localized!("Che cosa fate per l'inclusione?", "What do you do for inclusion?")
            }
            ("ente", Some("nome")) => of_field(),
            ("iscrizione" | "candidatura" | "contatti" | "ente", Some(_)) => {
                self.way_question().unwrap_or_else(of_field)
            }
            ("luogo", Some("indirizzo")) => after_known(known, of_field()),
            (_, Some(part)) => self.parts_question(part, known),
            (_, None) if *path != self.whole => after_known(known, of_field()),
            (_, None) => of_field(),
        }
    }

    /// What is known of the field: its values as written, those of a map behind their labels; empty if nothing is.
    fn known(&self) -> LocalizedString {
        let values = self
            .item
            .spans
            .scalars()
            .filter(|(path, _)| path.is_within(&self.whole) && *path != self.whole && Some(*path) != self.unread);
        let known = values.filter_map(|(path, range)| {
            let value = self.item.document.source.text.get(range)?.trim_matches(['"', '\'']);
            let is_known = placeholder(value).is_none() && value.chars().count() <= MAX_QUOTED_CHARS;
            let part = fields_within(self.field.key).iter().find(|part| path == self.whole.field(part.key));
            is_known.then(|| match part.map(label_in_sentence) {
                Some(LocalizedString { it, en }) => localized!("{it}: {value}", "{en}: {value}"),
                None => localized!("{value}", "{value}"),
            })
        });
        join(known.take(6))
    }

    /// The day of a deadline of which only the hour is open.
    fn day_of_deadline(&self, path: &FieldPath) -> Option<String> {
        let text = self.item.document.source.text.get(self.item.spans.find(path)?)?;
        Some(text.trim_matches(['"', '\'']).split_once(" ore ")?.0.to_owned())
    }

    /// Weekdays of the edition, spelled out, if they are known.
    fn days(&self) -> Option<LocalizedString> {
        let days = self.edition.map(|edition| &edition.weekdays).filter(|days| !days.is_empty())?;
        let italian = |day: &Weekday| WEEKDAYS.get(day.to_chrono().num_days_from_monday() as usize).copied();
        let it = days.iter().filter_map(italian).collect::<Vec<_>>().join(", ");
        let en = days.iter().map(|day| day.to_chrono().to_string()).collect::<Vec<_>>().join(", ");
        Some(LocalizedString { it, en })
    }

    /// Whether a part of the same field is open.
    fn is_open(&self, part: &str) -> bool {
        self.open.iter().any(|path| path.is_within(&self.whole) && path.ends_with(part))
    }

    /// The question for an address by which one enrols or asks; `None` if more than one kind of address is open.
    fn way_question(&self) -> Option<LocalizedString> {
        let open: Vec<&str> = ["url", "email", "telefono", "whatsapp", "indirizzo", "oggetto", "canale"]
            .into_iter()
            .filter(|part| self.is_open(part))
            .collect();
        Some(match open.as_slice() {
            ["url"] => localized!("Qual è l'indirizzo del modulo?", "What is the address of the form?"),
            ["email"] => {
                localized!("A quale indirizzo e-mail si scrive?", "Which e-mail address should people write to?")
            }
            ["email", "oggetto"] => localized!(
                "A quale indirizzo e-mail si scrive, e con quale oggetto?",
                "Which e-mail address should people write to, and with which subject?"
            ),
            ["oggetto"] => localized!("Quale oggetto deve avere l'e-mail?", "Which subject should the e-mail have?"),
            ["telefono"] => localized!("A quale numero di telefono si chiama?", "Which number should people call?"),
            ["whatsapp"] => {
                localized!("A quale numero WhatsApp si scrive?", "Which WhatsApp number should people write to?")
            }
            ["indirizzo"] => localized!("A quale indirizzo?", "At which address?"),
            _ => return None,
        })
    }

    /// The question for the open parts of a field, after what is known of it. Parts whose label is a question ask it.
    fn parts_question(&self, part: &str, known: LocalizedString) -> LocalizedString {
        let open = |field: &&Field| field.key == part || self.is_open(field.key);
        let parts: Vec<&Field> = fields_within(self.field.key).iter().filter(open).collect();
        let (asking, named): (Vec<&Field>, Vec<&Field>) =
            parts.into_iter().partition(|field| field.label.is_question());
        let LocalizedString { it: open_italian, en: open_english } = join(named.iter().copied().map(label_in_sentence));
        let missing = if named.is_empty() {
            localized!("", "")
        } else {
            localized!(
                "ci manca ancora: {open_italian}. Ce lo scrivete?",
                "what we still need: {open_english}. Could you tell us?"
            )
        };
        let LocalizedString { it: missing_italian, en: missing_english } = missing;
        let StaticText { it: label_italian, en: label_english } = self.field.label;
        let LocalizedString { it: known_italian, en: known_english } = known;
        let sentence = match (known_italian.is_empty(), named.is_empty()) {
            (true, true) => localized!("{label_italian}:", "{label_english}:"),
            (true, false) => localized!("{label_italian}, {missing_italian}", "{label_english}, {missing_english}"),
            (false, true) => localized!(
                "{label_italian}: sappiamo «{known_italian}».",
                "{label_english}: we know «{known_english}»."
            ),
            (false, false) => localized!(
                "{label_italian}: sappiamo «{known_italian}»; {missing_italian}",
                "{label_english}: we know «{known_english}»; {missing_english}"
            ),
        };
        asking.into_iter().fold(sentence, |LocalizedString { it, en }, field| LocalizedString {
            it: format!("{it} {}", field.label.it),
            en: format!("{en} {}", field.label.en),
        })
    }
}

/// The label of a field as it stands within a sentence.
fn label_in_sentence(field: &Field) -> LocalizedString {
    LocalizedString { it: uncapitalize(field.label.it), en: uncapitalize(field.label.en) }
}

/// Joins the parts of an enumeration with commas.
fn join(parts: impl Iterator<Item = LocalizedString>) -> LocalizedString {
    let (italian, english): (Vec<String>, Vec<String>) = parts.map(|part| (part.it, part.en)).unzip();
    LocalizedString { it: italian.join(", "), en: english.join(", ") }
}

/// A question after what is known.
fn after_known(known: LocalizedString, question: LocalizedString) -> LocalizedString {
    if known.it.is_empty() {
        return question;
    }
    let LocalizedString { it: known_italian, en: known_english } = known;
    let LocalizedString { it, en } = question;
    localized!("Sappiamo già «{known_italian}». {it}", "We already know «{known_english}». {en}")
}

/// The question for a field that nothing requires: its label, which may be a question itself.
fn label_question(field: &Field) -> LocalizedString {
    if let Some((_, question)) = OPTIONAL_QUESTIONS.iter().find(|(key, _)| *key == field.key) {
        return (*question).into();
    }
    if field.label.it.ends_with('?') {
        return field.label.into();
    }
    let LocalizedString { it, en } = label_in_sentence(field);
    localized!(
        "Ci manca un'informazione: {it}. Ce la scrivete?",
        "There is one thing that we do not know: {en}. Could you tell us?"
    )
}
