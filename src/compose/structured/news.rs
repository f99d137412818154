//! `NewsArticle`, for news and for changes of the law; the law is what such an article is about.

use serde_json::{Map, Value as Json, json};

use super::parts::with;
use super::{Subject, object, one_or_many};
use crate::model::Act;

pub(super) fn of(subject: Subject<'_>) -> Map<String, Json> {
    let facts = &subject.item.facts;
    let sources = facts.sources.value().into_iter().flatten();
    let sources: Vec<Json> = sources.filter_map(|source| source.url.as_ref()).map(|url| json!(url.as_str())).collect();
    with(
        subject.thing("NewsArticle", "headline"),
        [
            ("inLanguage", Some(subject.language())),
            ("datePublished", subject.published()),
            ("dateModified", facts.updated.map(|day| json!(day))),
            ("author", subject.organisation()),
            ("publisher", Some(subject.publisher())),
            ("mainEntityOfPage", Some(json!(subject.url))),
            ("isBasedOn", one_or_many(sources)),
            ("about", facts.act.as_ref().map(legislation)),
        ],
    )
}

/// The act itself (schema.org/Legislation).
fn legislation(act: &Act) -> Json {
    Json::Object(object([
        ("@type", Some(json!("Legislation"))),
        ("legislationType", act.kind.map(|kind| json!(kind.word()))),
        ("legislationIdentifier", act.number.as_ref().map(|number| json!(number))),
        ("legislationDate", act.date.map(|date| json!(date))),
        (
            "legislationPassedBy",
            act.authority.as_ref().map(|authority| json!({"@type": "GovernmentOrganization", "name": authority})),
        ),
    ]))
}
