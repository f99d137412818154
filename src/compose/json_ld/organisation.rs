//! `Organization`, or what of it an organisation is: who offers an item, and the page of an organisation.

use super::data::{JsonObject, Property, one_or_many};
use crate::model::{Organisation, OrganisationKind};
use crate::text::escape::escape_script;

/// The class of an organisation.
pub(super) fn organisation_class(organisation: &Organisation) -> &'static str {
    match organisation.kind {
        Some(OrganisationKind::PublicBody) => "GovernmentOrganization",
        Some(OrganisationKind::Ngo) => "NGO",
        _ => "Organization",
    }
}

/// JSON-LD of an organisation for its page at `url`, escaped for a `<script>` element. `None` for examples.
#[must_use]
pub fn organisation_json_ld(organisation: &Organisation, url: &str) -> Option<String> {
    if organisation.example {
        return None;
    }
    let contacts = organisation.contacts.as_ref();
    let phones = contacts.iter().flat_map(|contacts| &contacts.telephone);
    let mails = contacts.iter().flat_map(|contacts| &contacts.email);
    let data = JsonObject::with_type(
        organisation_class(organisation),
        [
            ("name", Some((&organisation.name).into())),
            ("mainEntityOfPage", Some(url.into())),
            ("url", organisation.site.as_ref().map(|site| site.as_str().into())),
            ("taxID", organisation.tax_code.as_ref().map(|code| code.as_str().into())),
            ("telephone", one_or_many(phones.map(|phone| Property::from(phone.dialled())).collect())),
            ("email", one_or_many(mails.map(|mail| Property::from(mail.as_str())).collect())),
        ],
    );
    Some(escape_script(serde_json::to_string(&data.in_context("https://schema.org")).ok()?))
}
