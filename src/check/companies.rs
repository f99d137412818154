//! Recognises companies by the legal form in the name of an organisation.

use super::word_lists;
use crate::model::Organisation;

word_lists! { "companies.txt":
    /// Legal forms of companies, which social enterprises and cooperatives may have too.
    LEGAL_FORMS = "legal forms";
    /// Words with which a company says what it does for inclusion.
    INCLUSION = "inclusion";
    /// The people and bodies with whom it does so.
    INCLUDED = "included";
}

/// Whether a sentence says what a company does for inclusion: «abbiamo assunto undici persone rifugiate».
pub(super) fn tells_inclusion(text: &str) -> bool {
    text.split(['.', '!', '?', '\n']).any(|sentence| INCLUSION.matches(sentence) && INCLUDED.matches(sentence))
}

/// Whether the name says that it is a social enterprise, which belongs to the third sector (d.lgs. 112/2017, art. 1; the
/// name is protected by art. 6).
pub(super) fn is_social_enterprise(organisation: &Organisation) -> bool {
    organisation.name.to_lowercase().contains("sociale")
}

/// Finds the legal form of a company in the name of an organisation, in capitals without dots; `None` for social
/// enterprises.
pub(super) fn find_legal_form(organisation: &Organisation) -> Option<String> {
    let name = organisation.name.to_lowercase().replace('.', "");
    let is_social_enterprise =
        name.contains("cooperativa") || is_social_enterprise(organisation) || organisation.inclusion.is_some();
    let form = name.split(|c: char| !c.is_alphanumeric()).find(|word| LEGAL_FORMS.matches(word));
    form.filter(|_| !is_social_enterprise).map(str::to_uppercase)
}
