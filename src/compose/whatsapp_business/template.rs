//! Messages that a desk may send first, once Meta has approved them: in the form of the Cloud API's `message_templates`,
//! each with a sample for every variable.

use std::fmt::Write;

use serde::Serialize;

use crate::board::Board;
use crate::compose::fact_sheet::build_fact_sheet;
use crate::locale::{Locale, TextKey, key};
use crate::model::Kind;

/// A template as `POST /{account}/message_templates` takes it.
#[derive(Debug, Serialize)]
pub struct MessageTemplate {
    /// Lower case, figures and low lines.
    pub name: &'static str,
    /// Code of the language as Meta has it: `it`, `zh_CN`.
    pub language: String,
    /// What it is for: always `UTILITY`.
    pub category: &'static str,
    /// Header, body, footer.
    pub components: Vec<Component>,
}

/// A part of a template.
#[derive(Debug, Serialize)]
#[serde(tag = "type", rename_all = "UPPERCASE")]
pub enum Component {
    /// Title.
    Header {
        /// Always `TEXT`.
        format: &'static str,
        /// The title.
        text: String,
    },
    /// The message, with variables `{{1}}`, `{{2}}`.
    Body {
        /// The message.
        text: String,
        /// A sample of each variable.
        example: BodyExample,
    },
    /// Small line below.
    Footer {
        /// The line.
        text: String,
    },
}

/// Samples of the variables of a body.
#[derive(Debug, Serialize)]
pub struct BodyExample {
    /// One list of samples, in the order of the variables.
    pub body_text: [Vec<String>; 1],
}

/// Names of the variables in the texts of a template, in their order there, with a sample of each.
type Samples = Vec<(&'static str, String)>;

/// The templates in a language: a deadline comes near, a place is free again, an appointment.
#[must_use]
pub fn build_templates(board: &Board, locale: &Locale) -> Vec<MessageTemplate> {
    let item = board.open_items().into_iter().find(|item| item.next_moment(board.today).is_some());
    let title = item.map_or_else(
        || locale.kind_list_name(Kind::Training).to_owned(),
        |item| build_fact_sheet(board, item, locale).short_title.text.into_owned(),
    );
    let next = item.and_then(|item| item.next_moment(board.today)).map_or(board.today, |moment| moment.day);
    let (name, date) = (("name", "Amina".to_owned()), ("date", locale.format_date_with_weekday(next)));
    let town = board.config.territorio.citta.clone().unwrap_or_else(|| board.config.bacheca.nome.clone());
    let title = ("title", title);
    let about_item = vec![name.clone(), title, date.clone()];
    let visit = vec![name, date, ("hour", "10:30".to_owned()), ("place", town)];
    [
        ("promemoria_scadenza", key::business_deadline_header, key::business_deadline, about_item.clone()),
        ("posto_libero", key::business_place_header, key::business_place, about_item),
        ("appuntamento", key::business_appointment_header, key::business_appointment, visit),
    ]
    .into_iter()
    .map(|(name, header, body, samples)| build_template(locale, name, (header, body), &samples))
    .collect()
}

fn build_template(
    locale: &Locale,
    name: &'static str,
    (header, body): (TextKey, TextKey),
    samples: &Samples,
) -> MessageTemplate {
    // A text may name its variables in another order than the samples; Meta wants them numbered as they come.
    let marked: Vec<_> = samples.iter().map(|(name, _)| (*name, format!("\u{1}{name}\u{1}").into())).collect();
    let text = locale.format(body, &marked);
    let mut parts = text.split('\u{1}');
    let mut numbered = parts.next().unwrap_or_default().to_owned();
    let mut used: Vec<&str> = Vec::new();
    while let (Some(variable), Some(words)) = (parts.next(), parts.next()) {
        let at = used.iter().position(|other| *other == variable).unwrap_or_else(|| {
            used.push(variable);
            used.len() - 1
        });
        // Writing to a string cannot fail.
        let _ = write!(numbered, "{{{{{}}}}}{words}", at + 1);
    }
    let sample = |variable: &&str| samples.iter().find(|(name, _)| name == variable).map(|(_, sample)| plain(sample));
    let example = BodyExample { body_text: [used.iter().filter_map(sample).collect()] };
    let language = if locale.code == "zh" { "zh_CN".to_owned() } else { locale.code.clone() };
    let components = vec![
        Component::Header { format: "TEXT", text: locale.text(header).to_owned() },
        Component::Body { text: plain(&numbered), example },
        Component::Footer { text: locale.text(key::never_money).to_owned() },
    ];
    MessageTemplate { name, language, category: "UTILITY", components }
}

/// Without marks of direction, which Meta counts.
fn plain(text: &str) -> String {
    text.replace(['\u{200f}', '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'], "")
}
