//! The one list of rules: a group a folder, a rule a file.

mod accessibility;
mod clarity;
mod media;
mod reliability;
mod social_purpose;
mod syntax;
mod translations;

use super::Check;
use crate::diagnostic::Rule;

const GROUPS: [&[Check]; 7] = [
    accessibility::CHECKS,
    social_purpose::CHECKS,
    reliability::CHECKS,
    clarity::CHECKS,
    translations::CHECKS,
    media::CHECKS,
    syntax::CHECKS,
];

/// Every rule that reads a loaded board.
pub fn checks() -> impl Iterator<Item = &'static Check> {
    GROUPS.into_iter().flatten()
}

/// Every rule there is, those of reading and typing included, by name.
#[must_use]
pub fn all() -> Vec<Rule> {
    let mut rules: Vec<Rule> = checks().map(|check| check.rule).collect();
    rules.extend(crate::source::RULES);
    rules.extend(crate::board::RULES);
    rules.extend(crate::model::RULES);
    rules.extend(crate::model::REQUIREMENTS.iter().map(|requirement| requirement.rule));
    rules.push(crate::config::SITE_CONFIGURATION);
    rules.sort_by_key(|rule| rule.name);
    // Contacts are required like the rest, but only the board knows whether the organisation has some.
    rules.dedup_by_key(|rule| rule.name);
    rules
}

/// A rule by its name.
#[must_use]
pub fn find_rule(name: &str) -> Option<Rule> {
    all().into_iter().find(|rule| rule.name == name)
}

/// Whether a file may say that a rule does not hold for it. What cannot be read or is missing has no
/// reason that would make it readable; files and links that could harm somebody have none either.
#[must_use]
pub fn can_be_silenced(name: &str) -> bool {
    checks().any(|check| check.rule.name == name && check.rule.group != crate::diagnostic::RuleGroup::Syntax)
}
