//! Contact points as a directory of services: Human Services Data Specification (HSDS) 3.0 of Open Referral, as a list of
//! services, each with all that belongs to it.
//!
//! A contact point is one service at one location. Needs are terms of a taxonomy of the board. Identifiers are derived from
//! addresses, so that they are the same in each build.

mod identifiers;
mod location;
mod schedules;

use chrono::NaiveDate;
use serde_json::{Map, Value as Json, json};

use super::contact_points::{contact_point_url, published_files};
use crate::board::{Board, ContentFile, Verification};
use crate::compose::contact_point::{contacts_of, distinct, need_label};
use crate::compose::organisation::organisation_path;
use crate::error::Error;
use crate::locale::{Locale, key};
use crate::model::{ContactPoint, Contacts, LanguageCode, Need, Organisation, Phone};
use crate::publish::RenderContext;
use crate::publish::shared::addresses::{HELP_PATH, need_path};

use identifiers::uuid;

/// Renders `dati/hsds.json`.
pub(super) fn render_directory(context: &RenderContext) -> Result<Vec<u8>, Error> {
    // Other directories merge these: what is invented would become true there.
    let real = published_files(&context.board).filter(|(_, file)| !file.facts.example);
    let services: Vec<Json> = real.map(|(id, file)| service(context, id, file)).collect();
    serde_json::to_vec(&services).map_err(|error| Error::internal("HSDS", error))
}

/// An object without the values that are not known.
fn object<'n>(fields: impl IntoIterator<Item = (&'n str, Option<Json>)>) -> Json {
    let known = fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
    Json::Object(known.collect::<Map<String, Json>>())
}

/// A list, or nothing if it is empty.
fn list(values: impl IntoIterator<Item = Json>) -> Option<Json> {
    let values: Vec<Json> = values.into_iter().collect();
    (!values.is_empty()).then_some(Json::Array(values))
}

fn service(context: &RenderContext, id: &str, file: &ContentFile<ContactPoint>) -> Json {
    let (board, locale, facts) = (&context.board, context.locales.board_locale(), &file.facts);
    let url = contact_point_url(context, id);
    let part = |name: &str| uuid(&format!("{url}#{name}"));
    let status = if suspension(board, facts).is_some() { "temporarily closed" } else { "active" };
    let contacts = contacts_of(board, facts);
    let email =
        |index: usize| contacts.and_then(|contacts| contacts.email.get(index)).map(|email| json!(email.as_str()));
    let organisation = facts.organisation.as_ref().and_then(|ente| {
        let file = board.organisations.get(ente.as_str())?;
        Some(organisation(&board.url(&organisation_path(context.locales.board_locale(), ente.as_str())), file))
    });
    let languages = distinct(&facts.desk_languages, LanguageCode::as_str).map(|code| {
        let name = locale.vocabulary_text("language", code.as_str()).unwrap_or(code.as_str());
        json!({"id": part(&format!("lingua-{}", code.as_str())), "name": name, "code": code.as_str()})
    });
    let documents = distinct(&facts.documents, String::as_str)
        .map(|document| json!({"id": part(&format!("documento-{document}")), "document": document}));
    let other_emails = (1..contacts.map_or(0, |contacts| contacts.email.len()))
        .map(|index| object([("id", Some(json!(part(&format!("email-{index}"))))), ("email", email(index))]));
    let body = file.document.body().trim();
    object([
        ("id", Some(json!(part("servizio")))),
        ("organization_id", organisation.as_ref().and_then(|organisation| organisation.get("id").cloned())),
        ("name", Some(json!(facts.name))),
        ("description", Some(json!(description(facts, body))).filter(|text| text != "")),
        ("url", Some(json!(url))),
        ("email", email(0)),
        ("status", Some(json!(status))),
        ("assured_date", facts.verified.map(|day| json!(day.to_string()))),
        ("alert", alert(context, facts).map(Json::String)),
        ("phones", list(contacts.into_iter().flat_map(|contacts| phones(contacts, &part)))),
        ("languages", list(languages)),
        ("organization", organisation),
        ("service_at_locations", list(location::service_at_location(context, &url, facts))),
        ("required_documents", list(documents)),
        ("contacts", list(other_emails)),
        ("attributes", list(distinct(&facts.needs, |need| *need).map(|need| need_attribute(context, *need, &url)))),
    ])
}

/// What it offers, then the words of its file.
fn description(facts: &ContactPoint, body: &str) -> String {
    let services = facts.services.join("; ");
    [services.as_str(), body].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// What one has to know before going: that it is suspended, or that nobody has verified its hours.
fn alert(context: &RenderContext, facts: &ContactPoint) -> Option<String> {
    let (board, locale) = (&context.board, context.locales.board_locale());
    if let Some(last) = suspension(board, facts) {
        return Some(locale.format(key::suspended_until, &[("date", locale.format_date_with_weekday(last).into())]));
    }
    let advice = match board.verification_of(facts) {
        Verification::Current(_) | Verification::Due(_) => return None,
        Verification::Outdated(_) => key::verification_missing,
        Verification::Never => key::verification_never,
    };
    Some(locale.text(advice).to_owned())
}

/// Last day of a suspension that is not over.
fn suspension(board: &Board, facts: &ContactPoint) -> Option<NaiveDate> {
    facts.suspended_until.filter(|last| *last >= board.today)
}

fn organisation(url: &str, file: &ContentFile<Organisation>) -> Json {
    let facts = &file.facts;
    let body = file.document.body().trim();
    let contacts = facts.contacts.as_ref();
    object([
        ("id", Some(json!(uuid(url)))),
        ("name", Some(json!(facts.name))),
        // Required: the kind of organisation, if nothing else is said.
        ("description", Some(json!(if body.is_empty() { facts.kind.map_or("", |kind| kind.word()) } else { body }))),
        ("email", contacts.and_then(|contacts| contacts.email.first()).map(|email| json!(email.as_str()))),
        ("tax_id", facts.tax_code.as_ref().map(|code| json!(code.as_str()))),
        ("website", facts.site.as_ref().map(|site| json!(site.as_str()))),
    ])
}

/// Telephone numbers, as they are dialled; WhatsApp takes text.
fn phones(contacts: &Contacts, part: &impl Fn(&str) -> String) -> Vec<Json> {
    let voice = distinct(&contacts.telephone, Phone::dialled).map(|phone| (phone, "voice", contacts.hours.clone()));
    let whatsapp =
        distinct(&contacts.whatsapp, Phone::dialled).map(|phone| (phone, "text", Some("WhatsApp".to_owned())));
    let phone = |(phone, kind, description): (&Phone, &str, Option<String>)| {
        object([
            ("id", Some(json!(part(&format!("telefono-{kind}-{}", phone.dialled()))))),
            ("number", Some(json!(phone.dialled()))),
            ("type", Some(json!(kind))),
            ("description", description.map(Json::String)),
        ])
    };
    voice.chain(whatsapp).map(phone).collect()
}

/// A need as a term of the board's taxonomy, described in all of its languages.
fn need_attribute(context: &RenderContext, need: Need, service_url: &str) -> Json {
    let board = &context.board;
    let url = board.url(&need_path(need));
    let taxonomy_url = board.url(HELP_PATH);
    let name_in = |locale: &Locale| need_label(need, locale).label.to_owned();
    let own = context.locales.board_locale();
    let names = context.locales.iter().map(|locale| format!("{}: {}", locale.code, name_in(locale)));
    json!({
        "id": uuid(&format!("{service_url}#bisogno-{}", need.slug())),
        "link_id": uuid(&format!("{service_url}#servizio")),
        "link_type": "need",
        "link_entity": "service",
        "taxonomy_term_id": uuid(&url),
        "taxonomy_term": {
            "id": uuid(&url),
            "code": need.slug(),
            "name": name_in(own),
            "description": names.collect::<Vec<_>>().join("; "),
            "language": own.code,
            "taxonomy_id": uuid(&taxonomy_url),
            "term_uri": url,
            "taxonomy_detail": {
                "id": uuid(&taxonomy_url),
                "name": format!("{}: bisogni", board.config.bacheca.nome),
                "description": "Di che cosa una persona ha bisogno, in dodici parole.",
                "uri": taxonomy_url,
            },
        },
    })
}
