//! The one list of rules.

mod alias_taken;
mod archive_without_source;
mod body_markup;
mod broken_reference;
mod contacts_missing;
mod deadline_before_publication;
mod honest_words;
mod image_files;
mod reserved_name;
mod site_rules;
mod translation_orphan;
mod translation_stale;
mod unknown_zone;

use super::Check;
use crate::diagnostic::Rule;

/// Every rule that reads a loaded board, by name.
pub const CHECKS: &[Check] = &[
    alias_taken::CHECK,
    archive_without_source::CHECK,
    body_markup::CHECK,
    broken_reference::CHECK,
    contacts_missing::CHECK,
    deadline_before_publication::CHECK,
    honest_words::TO_ASK,
    honest_words::NOT_STATED,
    image_files::CHECK,
    reserved_name::CHECK,
    site_rules::CHECK,
    translation_orphan::CHECK,
    translation_stale::CHECK,
    unknown_zone::CHECK,
];

/// Every rule there is, those of reading and typing included, by name.
#[must_use]
pub fn all() -> Vec<Rule> {
    let mut rules: Vec<Rule> = CHECKS.iter().map(|check| check.rule).collect();
    rules.extend(crate::source::RULES);
    rules.extend(crate::board::RULES);
    rules.extend(crate::model::RULES.iter().copied().flatten());
    rules.push(crate::config::SITE_CONFIGURATION);
    rules.sort_by_key(|rule| rule.name);
    rules.dedup_by_key(|rule| rule.name);
    rules
}
