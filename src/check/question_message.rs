//! Composes the message to the organisation, with a question for each missing or doubtful fact.

use super::questions::{collect_questions, may_be_none};
use crate::board::{Board, Item};
use crate::diagnostic::{Diagnostic, LocalizedString, MessageLanguage};
use crate::localized;
use crate::model::{Email, Kind, spell_out_iso_dates};
use crate::text::mail_address::mail_link;
use crate::text::percent::percent_encode;

/// A message with links that open it in a mail program and in WhatsApp.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionMessage {
    /// Subject, a single line.
    pub subject: String,
    /// Text of the message.
    pub text: String,
    /// The questions of the text, without their numbers.
    pub questions: Vec<String>,
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
    let questions = collect_questions(item, diagnostics);
    if questions.is_empty() {
        return None;
    }
    let asked: Vec<String> =
        questions.iter().map(|question| spell_out_iso_dates(question).in_language(language).to_owned()).collect();
    let numbered: Vec<String> =
        asked.iter().enumerate().map(|(index, question)| format!("{}. {question}", index + 1)).collect();
    let name = &board.config.bacheca.nome;
    let list = numbered.join("\n");
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
    // «If it does not apply» fits only what may be missing.
    let may_be_none = questions.iter().any(|question| may_be_none(question, item.kind()));
    let closing = if !may_be_none {
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
        "Buongiorno!\n\n{opening_italian}\n\n{list}\n\n{closing_italian}Grazie!\n\n{name}",
        "Good morning!\n\n{opening_english}\n\n{list}\n\n{closing_english}Thank you!\n\n{name}"
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
        questions: asked,
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
