//! `NewsArticle`, for news and for changes of the law; the law is what such an article is about.

use super::JsonLdContext;
use super::data::{JsonObject, Property, nested_object, one_or_many, scalar};
use crate::model::LegalAct;

pub(super) fn news_article(subject: JsonLdContext<'_>) -> JsonObject<'_> {
    let facts = &subject.item.facts;
    let sources = facts.sources.value().into_iter().flatten();
    let sources: Vec<Property<'_>> =
        sources.filter_map(|source| source.url.as_ref()).map(|url| url.as_str().into()).collect();
    subject.common_properties("NewsArticle", "headline").with([
        ("inLanguage", Some(subject.language())),
        ("datePublished", subject.published()),
        ("dateModified", facts.updated.map(scalar)),
        ("author", subject.organisation()),
        ("publisher", Some(subject.publisher())),
        ("mainEntityOfPage", Some(subject.url.into())),
        ("isBasedOn", one_or_many(sources)),
        ("about", one_or_many(facts.acts.iter().map(legislation).collect())),
    ])
}

/// The act itself (schema.org/Legislation).
fn legislation(act: &LegalAct) -> Property<'_> {
    nested_object(
        "Legislation",
        [
            ("legislationType", act.kind.map(|kind| Property::from(kind.word()))),
            ("legislationIdentifier", act.number.as_ref().map(Property::from)),
            ("legislationDate", act.date.map(scalar)),
            (
                "legislationPassedBy",
                act.authority
                    .as_ref()
                    .map(|authority| nested_object("GovernmentOrganization", [("name", Some(authority.into()))])),
            ),
        ],
    )
}
