//! What a desk sets up once in WhatsApp Business: greeting, away message, profile, quick replies, templates; in one
//! language.
//!
//! Where a limit is known, each text is within it; the app's own for greeting and replies are not published.

mod template;

pub use template::{MessageTemplate, build_templates};

use serde::Serialize;

use super::contact_point::{ContactPointSheet, build_contact_point_sheet, need_label};
use super::help::find_desks_for_need;
use super::messenger::limits::{self, Limit};
use super::whatsapp::utf16_length;
use crate::board::Board;
use crate::locale::{Locale, key};
use crate::model::{Emergency, Need};

/// Contact points in a quick reply; its last line leads to all.
const MAX_DESKS: usize = 3;

/// Texts for WhatsApp Business in one language.
#[derive(Debug, Serialize)]
pub struct BusinessPack {
    /// Greeting and away message.
    pub messages: Vec<BusinessText>,
    /// Texts of the profile.
    pub profile: Vec<BusinessText>,
    /// Quick replies, one for each need with which a contact point helps.
    pub replies: Vec<BusinessText>,
}

/// A text to copy.
#[derive(Debug, Serialize)]
pub struct BusinessText {
    /// What it is for, in Italian: «Descrizione»; of a quick reply what one types: `/documenti`.
    pub name: String,
    /// The text.
    pub text: String,
    /// Its length in UTF-16.
    pub count: usize,
    /// The most that the service takes; `None` if nobody says.
    pub limit: Option<usize>,
}

impl BusinessText {
    fn new(name: impl Into<String>, text: String, limit: Option<Limit>) -> Self {
        Self { name: name.into(), count: utf16_length(&text), limit: limit.map(|limit| limit.most), text }
    }
}

/// Writes the texts in a language; `need_url` is the address of the page of a need.
#[must_use]
pub fn build_business_pack(board: &Board, locale: &Locale, need_url: &dyn Fn(Need) -> String) -> BusinessPack {
    BusinessPack {
        messages: vec![
            BusinessText::new("Messaggio di benvenuto", greeting(board, locale), None),
            BusinessText::new("Messaggio di assenza", away(board, locale), None),
        ],
        profile: profile(board, locale),
        replies: Need::ALL.iter().filter_map(|need| quick_reply(board, locale, *need, need_url)).collect(),
    }
}

fn greeting(board: &Board, locale: &Locale) -> String {
    let hello = locale.format(key::business_greeting, &[("board", board.config.bacheca.nome.as_str().into())]);
    let home = board.url(&locale.root);
    format!("{hello}\n\n{}\n{home}\n\n{}", locale.text(key::digest_more), locale.text(key::never_money))
}

fn away(board: &Board, locale: &Locale) -> String {
    let mut text = locale.text(key::business_away).to_owned();
    let numbers = &board.config.aiuto.emergencies;
    if !numbers.is_empty() {
        text = format!("{text}\n\n{}", locale.text(key::business_urgent));
    }
    for number in numbers {
        let word = number.emergency.word();
        let label = locale.vocabulary_text(Emergency::VOCABULARY, word).unwrap_or(word);
        text = format!("{text}\n- {}: {label}", number.number.as_written());
    }
    text
}

/// Texts of the profile, each within the limit of its field.
fn profile(board: &Board, locale: &Locale) -> Vec<BusinessText> {
    let config = &board.config;
    let about = locale.text(key::business_about);
    let promoters = locale.join_and(config.bacheca.promotori.iter().map(String::as_str));
    let by = (!promoters.is_empty()).then(|| locale.format(key::run_by, &[("names", promoters.into())]));
    let mut description = format!("{}. {about}", config.bacheca.nome);
    for sentence in by.iter().map(String::as_str).chain([locale.text(key::never_money)]) {
        let longer = format!("{description} {sentence}");
        if utf16_length(&longer) <= limits::WHATSAPP_DESCRIPTION.most {
            description = longer;
        }
    }
    let place = [&config.territorio.citta, &config.territorio.regione];
    let place: Vec<&str> = place.into_iter().filter_map(Option::as_deref).collect();
    let email = config.bacheca.email.clone();
    let field = |name: &str, text: String, limit| (!text.is_empty()).then(|| BusinessText::new(name, text, limit));
    [
        field("Info", about.to_owned(), Some(limits::WHATSAPP_ABOUT)),
        field("Descrizione", description, Some(limits::WHATSAPP_DESCRIPTION)),
        field("Indirizzo", place.join(", "), Some(limits::WHATSAPP_ADDRESS)),
        field("E-mail", email.unwrap_or_default(), Some(limits::WHATSAPP_EMAIL)),
        field("Sito", board.url(&locale.root), None),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The reply for a need: whom to go to, when, and the page with all; `None` if no contact point helps with it.
fn quick_reply(board: &Board, locale: &Locale, need: Need, need_url: &dyn Fn(Need) -> String) -> Option<BusinessText> {
    let desks = find_desks_for_need(board, need, &locale.code);
    let ids = desks.spoken.iter().copied().chain(desks.other_ids());
    let lines: Vec<String> = ids.filter_map(|id| desk_lines(board, locale, id)).take(MAX_DESKS).collect();
    if lines.is_empty() {
        return None;
    }
    let label = need_label(need, locale);
    let text = format!("*{}*\n\n{}\n\n{}", label.label, lines.join("\n\n"), need_url(need));
    // In the app a reply of each language needs a word of its own.
    let language = if locale.position == 0 { String::new() } else { format!("-{}", locale.code) };
    Some(BusinessText::new(format!("/{}{language}", label.slug), text, None))
}

/// A contact point in a few lines: name, street and district, hours, how to reach it.
fn desk_lines(board: &Board, locale: &Locale, id: &str) -> Option<String> {
    let (id, facts) = board.published_contact_points().find(|(other, _)| *other == id)?;
    let sheet = build_contact_point_sheet(board, id, facts, locale);
    let example =
        if sheet.example { format!("[{}] ", locale.text(key::example).to_uppercase()) } else { String::new() };
    let mut lines = vec![format!("{example}{}", sheet.name)];
    let district = sheet.district.as_ref().map(|district| district.label.clone());
    let place: Vec<String> = sheet.street.iter().map(ToString::to_string).chain(district).collect();
    lines.extend((!place.is_empty()).then(|| format!("📍 {}", place.join(" · "))));
    lines.extend(hours_line(&sheet).map(|hours| format!("🕘 {hours}")));
    lines.extend(sheet.suspended.clone());
    lines.extend(sheet.actions.first().map(|way| format!("{} {}", way_emoji(way.action.icon), way.target)));
    lines.extend(sheet.verification.advice.map(str::to_owned));
    Some(lines.join("\n"))
}

fn hours_line(sheet: &ContactPointSheet<'_>) -> Option<String> {
    let written = || sheet.hours.as_written.as_ref().map(|line| line.text.to_string());
    if sheet.hours.short.is_empty() { written() } else { Some(sheet.hours.short.join(" · ")) }
}

fn way_emoji(icon: &str) -> &'static str {
    match icon {
        "phone" => "📞",
        "whatsapp" => "💬",
        "mail" => "📩",
        _ => "🌐",
    }
}
