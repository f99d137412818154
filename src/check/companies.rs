//! Recognises companies by the legal form in the name of an organisation.

use super::word_lists;
use crate::board::{Board, Item};
use crate::model::{Organisation, Organiser};

word_lists! { "companies.txt":
    /// Legal forms of companies, which social enterprises and cooperatives may have too.
    LEGAL_FORMS = "companies";
}

/// Whether the item describes its organisation itself, instead of naming a file.
pub(super) fn has_inline_organisation(board: &Board, item: &Item) -> bool {
    match item.facts.organisation.value() {
        Some(Organiser::Described(own)) => {
            board.organisation_of(item).is_some_and(|found| std::ptr::eq(found, &raw const **own))
        }
        _ => false,
    }
}

/// Legal form of a company in the name of an organisation, unless it is a social enterprise.
pub(super) fn find_legal_form(organisation: &Organisation) -> Option<String> {
    let name = organisation.name.to_lowercase().replace('.', "");
    let social = name.contains("sociale") || name.contains("cooperativa") || organisation.inclusion.is_some();
    let form = name.split(|c: char| !c.is_alphanumeric()).find(|word| LEGAL_FORMS.matches(word));
    form.filter(|_| !social).map(str::to_uppercase)
}
