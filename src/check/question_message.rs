//! Composes the message to the organisation, with a question for each missing or doubtful fact.

use super::placeholders::find_placeholders;
use crate::board::{Board, Item};
use crate::diagnostic::{Diagnostic, LocalizedString, MessageLanguage};
use crate::localized;
use crate::model::{Email, FieldPath, Kind, Opportunity, Record, TO_ASK, last_key, requirement, spell_out_iso_dates};
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
    /// `https://wa.me/` link, addressed to the organisation's mobile if it is known.
    pub whatsapp_url: String,
}

/// Composes the message about an item from its `da chiedere` fields and from the findings that only the organisation can
/// answer; `None` if there are no questions.
#[must_use]
pub fn compose_questions(
    board: &Board,
    item: &Item,
    problems: &[Diagnostic],
    language: MessageLanguage,
) -> Option<QuestionMessage> {
    let mut questions: Vec<LocalizedString> = placeholder_questions(item);
    let own = problems.iter().filter(|problem| problem.file == item.document.source.path);
    for question in own.filter_map(|problem| problem.question.clone()) {
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
    let LocalizedString { it: about_it, en: about_en } = describe_item(item);
    let count = if numbered.len() == 1 {
        localized!("una domanda", "one question")
    } else {
        localized!("alcune domande", "some questions")
    };
    let (count_it, count_en) = (count.it, count.en);
    // The organisation may not have sent the item itself, so the message thanks for the answer only.
    let opening = if item.facts.is_draft() {
        localized!(
            "Vorremmo pubblicare l'{about_it} su {name}. Prima abbiamo {count_it}:",
            "We would like to publish the {about_en} on {name}. First we have {count_en}:"
        )
    } else {
        localized!(
            "Per l'{about_it} su {name} abbiamo {count_it}:",
            "About the {about_en} on {name} we have {count_en}:"
        )
    };
    let (opening_it, opening_en) = (opening.it, opening.en);
    let closing = if numbered.len() == 1 {
        localized!("Se non è previsto basta dircelo.", "If there is none, just tell us.")
    } else {
        localized!(
            "Se qualcosa non è previsto basta dircelo; se una risposta non c'è ancora, intanto va bene il resto.",
            "If there is none of something, just tell us; if an answer is not known yet, the rest will do for now."
        )
    };
    let (closing_it, closing_en) = (closing.it, closing.en);
    let text = localized!(
        "Buongiorno!\n\n{opening_it}\n\n{questions}\n\n{closing_it} Grazie!",
        "Good morning!\n\n{opening_en}\n\n{questions}\n\n{closing_en} Thank you!"
    );
    let subject =
        localized!("Domande sull'{about_it}", "Questions about the {about_en}").in_language(language).to_owned();
    let text = text.in_language(language).to_owned();
    let contacts = board.contacts_of(item);
    let address = contacts.and_then(|contacts| contacts.email.first()).map(Email::address);
    let mobile = contacts.and_then(|contacts| {
        let mobile = |phone: &&crate::model::Phone| phone.dialled().starts_with("+393");
        contacts.whatsapp.first().or_else(|| contacts.telephone.iter().find(mobile))
    });
    let number = mobile.map_or("", |phone| phone.dialled().trim_start_matches('+'));
    Some(QuestionMessage {
        mailto_url: mail_link(address, &[("subject", &subject), ("body", &text)]),
        whatsapp_url: format!("https://wa.me/{number}?text={}", percent_encode(&text)),
        subject,
        text,
    })
}

/// The subject of the message, to follow an article.
fn describe_item(item: &Item) -> LocalizedString {
    let title = item.title();
    let of_work = if item.kind() == Kind::Job { localized!(" di lavoro", "job ") } else { localized!("", "") };
    let (of_work_it, of_work_en) = (of_work.it, of_work.en);
    if item.facts.title.value().is_some() {
        localized!("annuncio{of_work_it} «{title}»", "{of_work_en}announcement «{title}»")
    } else {
        localized!("annuncio{of_work_it} che stiamo preparando", "{of_work_en}announcement that we are preparing")
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

/// Questions for the `da chiedere` fields, in the order of the fields.
fn placeholder_questions(item: &Item) -> Vec<LocalizedString> {
    let asked: Vec<FieldPath> = find_placeholders(item, TO_ASK).map(|(field, _)| field).collect();
    let mut questions = Vec::new();
    for field in Opportunity::FIELDS {
        let top = FieldPath::TOP.field(field.key);
        let within: Vec<&FieldPath> = asked.iter().filter(|asked| asked.is_within(&top)).collect();
        if within.is_empty() {
            continue;
        }
        let (label, name) = (field.label.to_lowercase(), field.name.replace('_', " "));
        // Name each field of a group.
        let inner = within.iter().filter_map(|asked| last_key(asked).filter(|key| **asked == top.field(key)));
        let inner = inner.map(|key| key.replace('_', " ")).collect::<Vec<_>>().join(", ");
        let key = if field.key == "date" { "edizioni" } else { field.key };
        let question = match requirement(key) {
            _ if !inner.is_empty() => localized!("Per «{label}»: {inner}?", "About the {name}: {inner}?"),
            Some(required) => required.question().into(),
            None => localized!("Ci manca un'informazione: {label}?", "One thing is missing: {name}?"),
        };
        questions.push(question);
    }
    questions
}
