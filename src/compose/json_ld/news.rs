//! `NewsArticle`, for news and for changes of the law; the law is what such an article is about.

use super::JsonLdContext;
use super::data::{Data, Object, leaf, one_or_many, thing};
use crate::model::LegalAct;

pub(super) fn of(subject: JsonLdContext<'_>) -> Object<'_> {
    let facts = &subject.item.facts;
    let sources = facts.sources.value().into_iter().flatten();
    let sources: Vec<Data<'_>> =
        sources.filter_map(|source| source.url.as_ref()).map(|url| url.as_str().into()).collect();
    subject.thing("NewsArticle", "headline").with([
        ("inLanguage", Some(subject.language())),
        ("datePublished", subject.published()),
        ("dateModified", facts.updated.map(leaf)),
        ("author", subject.organisation()),
        ("publisher", Some(subject.publisher())),
        ("mainEntityOfPage", Some(subject.url.into())),
        ("isBasedOn", one_or_many(sources)),
        ("about", facts.act.as_ref().map(legislation)),
    ])
}

/// The act itself (schema.org/Legislation).
fn legislation(act: &LegalAct) -> Data<'_> {
    thing(
        "Legislation",
        [
            ("legislationType", act.kind.map(|kind| Data::from(kind.word()))),
            ("legislationIdentifier", act.number.as_ref().map(Data::from)),
            ("legislationDate", act.date.map(leaf)),
            (
                "legislationPassedBy",
                act.authority
                    .as_ref()
                    .map(|authority| thing("GovernmentOrganization", [("name", Some(authority.into()))])),
            ),
        ],
    )
}
