//! Composes the message to the organisation, with a question for each missing or doubtful fact.

use super::placeholders::find_placeholders;
use crate::board::{Board, Item};
use crate::diagnostic::{Diagnostic, LocalizedString, MessageLanguage};
use crate::localized;
use crate::model::{
    Edition, Email, Field, FieldPath, Kind, Opportunity, Record, Requirement, TO_ASK, last_key, requirement,
    spell_out_iso_dates,
};
use crate::path;
use crate::text::mail_address::mail_link;
use crate::text::percent::percent_encode;

/// A message with links that open it in a mail program and in WhatsApp.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionMessage {
    /// Subject, a single line.
    pub subject: String,
    /// Text of the message.
    pub text: String,
    /// `mailto:` link, addressed to the organisation if its e-mail is known.
    pub mailto_url: String,
    /// `https://wa.me/` link, addressed to the organisation's WhatsApp number, else to its first Italian mobile; without
    /// a recipient if neither is known.
    pub whatsapp_url: String,
}

/// Composes the message about an item from its `da chiedere` fields and from the findings that only the organisation can
/// answer; `None` if there are no questions.
#[must_use]
pub fn compose_questions(
    board: &Board,
    item: &Item,
    diagnostics: &[Diagnostic],
    language: MessageLanguage,
) -> Option<QuestionMessage> {
    let mut questions: Vec<LocalizedString> = placeholder_questions(item);
    // «If it does not apply» fits what is missing, not two facts that disagree.
    let asks_for_missing = !questions.is_empty();
    let diagnostics_of_item = diagnostics.iter().filter(|diagnostic| diagnostic.file == item.document.source.path);
    for question in diagnostics_of_item.filter_map(|diagnostic| diagnostic.question.clone()) {
        if !questions.contains(&question) {
            questions.push(question);
        }
    }
    if questions.is_empty() {
        return None;
    }
    let numbered: Vec<String> = questions
        .iter()
        .enumerate()
        .map(|(index, question)| {
            let question = spell_out_iso_dates(&adapt_to_kind(question, item.kind()));
            format!("{}. {}", index + 1, question.in_language(language))
        })
        .collect();
    let name = &board.config.bacheca.nome;
    let questions = numbered.join("\n");
    let LocalizedString { it: item_italian, en: item_english } = describe_item(item);
    let count = if numbered.len() == 1 {
        localized!("una domanda", "one question")
    } else {
        localized!("alcune domande", "some questions")
    };
    let (count_italian, count_english) = (count.it, count.en);
    // «Sulla Bacheca di Borgo», «su «Porte aperte»».
    let is_board = name.to_lowercase().starts_with("bacheca");
    let where_italian = if is_board { format!("sulla {name}") } else { format!("su «{name}»") };
    // The organisation may not have sent the item itself, so the message thanks for the answer only.
    let opening = if item.facts.is_draft() {
        localized!(
            "Vorremmo pubblicare l'{item_italian} {where_italian}. Prima abbiamo {count_italian}:",
            "We would like to publish the {item_english} on {name}. First we have {count_english}:"
        )
    } else {
        localized!(
            "Per l'{item_italian} {where_italian} abbiamo {count_italian}:",
            "We have {count_english} about the {item_english} on {name}:"
        )
    };
    let (opening_italian, opening_english) = (opening.it, opening.en);
    let closing = if !asks_for_missing {
        localized!("", "")
    } else if numbered.len() == 1 {
        localized!("Se non è previsto basta dircelo. ", "If it does not apply, just tell us. ")
    } else {
        localized!(
            "Se qualcosa non è previsto basta dircelo; se una risposta non c'è ancora, intanto va bene il resto. ",
            "If something does not apply, just tell us; if you do not have an answer yet, send us the rest. "
        )
    };
    let (closing_italian, closing_english) = (closing.it, closing.en);
    let text = localized!(
        "Buongiorno!\n\n{opening_italian}\n\n{questions}\n\n{closing_italian}Grazie!\n\n{name}",
        "Good morning!\n\n{opening_english}\n\n{questions}\n\n{closing_english}Thank you!\n\n{name}"
    );
    let subject = localized!("Domande sull'{item_italian}", "Questions about the {item_english}")
        .in_language(language)
        .to_owned();
    let text = text.in_language(language).to_owned();
    let contacts = board.contacts_of(item);
    let address = contacts.and_then(|contacts| contacts.email.first()).map(Email::address);
    let recipient = contacts.and_then(|contacts| {
        // Only Italian mobiles are recognisable by their prefix.
        let is_italian_mobile = |phone: &&crate::model::Phone| phone.dialled().starts_with("+393");
        contacts.whatsapp.first().or_else(|| contacts.telephone.iter().find(is_italian_mobile))
    });
    let number = recipient.map_or("", |phone| phone.dialled().trim_start_matches('+'));
    Some(QuestionMessage {
        mailto_url: mail_link(address, &[("subject", &subject), ("body", &text)]),
        whatsapp_url: format!("https://wa.me/{number}?text={}", percent_encode(&text)),
        subject,
        text,
    })
}

/// Describes the item that the message is about, to follow an article: «annuncio di lavoro «Aiuto cuoco»».
fn describe_item(item: &Item) -> LocalizedString {
    let title = item.title();
    let (italian, english) = if item.kind() == Kind::Job { (" di lavoro", "job ") } else { ("", "") };
    if item.facts.title.value().is_some() {
        localized!("annuncio{italian} «{title}»", "{english}announcement «{title}»")
    } else {
        localized!("annuncio{italian} che stiamo preparando", "{english}announcement that we are preparing")
    }
}

/// Selects «candidare» for jobs and «iscrivere» for other kinds.
fn adapt_to_kind(question: &LocalizedString, kind: Kind) -> LocalizedString {
    let (italian, english) = if kind == Kind::Job { ("candidare", "apply") } else { ("iscrivere", "enrol") };
    LocalizedString {
        it: question.it.replace("iscrivere o candidare", italian),
        en: question.en.replace("enrol or apply", english),
    }
}

/// Questions for the `da chiedere` fields, in the order of the fields, each once.
fn placeholder_questions(item: &Item) -> Vec<LocalizedString> {
    let open_fields: Vec<FieldPath> = find_placeholders(item, TO_ASK).map(|(field, _)| field).collect();
    let mut questions: Vec<LocalizedString> = Vec::new();
    for field in Opportunity::FIELDS {
        let top = FieldPath::TOP.field(field.key);
        for path in open_fields.iter().filter(|path| path.is_within(&top)) {
            let question =
                if field.key == "edizioni" { edition_question(item, path) } else { field_question(field, path) };
            if !questions.contains(&question) {
                questions.push(question);
            }
        }
    }
    questions
}

/// The question for a field or a part of it.
fn field_question(field: &Field, path: &FieldPath) -> LocalizedString {
    /// Parts by which somebody is found: the question for the whole asks for them.
    const WHERE: [&str; 6] = ["indirizzo", "email", "telefono", "url", "oggetto", "canale"];
    let required = requirement(if field.key == "date" { "edizioni" } else { field.key });
    let part = last_key(path).filter(|key| *key != field.key);
    let (label, name) = (field.label.to_lowercase(), field.name.replace('_', " "));
    match (required, part) {
        (Some(required), None) => required.question().into(),
        (Some(required), Some(part)) if WHERE.contains(&part) => required.question().into(),
        (_, Some("inizio")) => localized!("Quando comincia?", "When does it start?"),
        (_, Some("fine")) => localized!("Quando finisce?", "When does it end?"),
        (_, Some(part)) => {
            let part = part.replace('_', " ");
            localized!("Per «{label}»: {part}?", "About the {name}: {part}?")
        }
        (None, None) => localized!("Ci manca un'informazione: {label}?", "One thing is missing: {name}?"),
    }
}

/// The question for a part of an edition, with the name of the edition if there are several.
fn edition_question(item: &Item, path: &FieldPath) -> LocalizedString {
    let editions = item.facts.editions();
    let found = editions.iter().enumerate().find(|(index, _)| path.is_within(&path![edizioni[*index]]));
    // The whole list is to ask.
    let Some((index, edition)) = found else { return Requirement::Dates.question().into() };
    let part = Edition::FIELDS.iter().find(|field| path.is_within(&path![edizioni[index]].field(field.key)));
    let question = match part {
        // The days are known: only the hours are asked.
        Some(field) if field.key == "orari" && !edition.weekdays.is_empty() => {
            let days = edition.weekdays.iter().map(|day| day.word()).collect::<Vec<_>>().join(", ");
            localized!(
                "A che ora comincia e a che ora finisce ({days})?",
                "At what time does it start and end ({days})?"
            )
        }
        Some(field) => field_question(field, path),
        None => Requirement::Dates.question().into(),
    };
    if editions.len() == 1 {
        return question;
    }
    let name = edition.name.clone().unwrap_or_else(|| (index + 1).to_string());
    let LocalizedString { it, en } = question;
    localized!("Edizione «{name}»: {it}", "Edition «{name}»: {en}")
}
