//! Companies among organisations, told by the legal form in their name.

use super::word_lists;
use crate::board::{Board, Item};
use crate::model::{Organisation, Organiser};

word_lists! { "companies.txt":
    /// Legal forms of companies; social enterprises and cooperatives may have them too.
    FORMS = "companies";
}

/// An organisation has no file of its own: the announcement itself says what it is.
pub(super) fn is_described_here(board: &Board, item: &Item) -> bool {
    match item.facts.organisation.value() {
        Some(Organiser::Described(own)) => {
            board.organisation_of(item).is_some_and(|found| std::ptr::eq(found, &raw const **own))
        }
        _ => false,
    }
}

/// The form of a company in the name of an organisation that is no social enterprise.
pub(super) fn company_form(organisation: &Organisation) -> Option<String> {
    let name = organisation.name.to_lowercase().replace('.', "");
    let social = name.contains("sociale") || name.contains("cooperativa") || organisation.inclusion.is_some();
    let form = name.split(|c: char| !c.is_alphanumeric()).find(|word| FORMS.matches(word));
    form.filter(|_| !social).map(str::to_uppercase)
}
