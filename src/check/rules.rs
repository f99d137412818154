//! The one list of rules: a group a folder, a rule a file.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::{Check, Visitor};
use crate::diagnostic::{Rule, RuleGroup};

/// Declares the rules of a group: `rules! { name, … }` makes a module of each file `name.rs` and a list of their
/// `CHECK`s. `rustfmt` does not find files that only a macro names: the Makefile passes them to it one by one.
macro_rules! rules {
    ($($file:ident,)*) => {
        $( mod $file; )*

        /// The rules of the group, in the order of their names.
        pub(super) const CHECKS: &[$crate::check::Check] = &[$( $file::CHECK, )*];
    };
}
use rules;

mod accessibility;
mod clarity;
mod media;
mod reliability;
mod social_purpose;
mod syntax;
mod translations;

const GROUPS: [&[Check]; 7] = [
    accessibility::CHECKS,
    social_purpose::CHECKS,
    reliability::CHECKS,
    clarity::CHECKS,
    translations::CHECKS,
    media::CHECKS,
    syntax::CHECKS,
];

/// Every rule with each of its visitors, one by one.
static CHECKS: LazyLock<Vec<Check>> = LazyLock::new(|| {
    let one_by_one = |check: &Check| match check.visit {
        Visitor::Several(visitors) => visitors.iter().map(|visit| Check { rule: check.rule, visit: *visit }).collect(),
        _ => vec![*check],
    };
    GROUPS.into_iter().flatten().flat_map(one_by_one).collect()
});

/// Rules by name. A test holds that no name is there twice.
static BY_NAME: LazyLock<BTreeMap<&'static str, Rule>> =
    LazyLock::new(|| all().into_iter().map(|rule| (rule.name, rule)).collect());

/// Every rule that reads a loaded board, once for each of its visitors, in the order in which they run.
pub fn checks() -> impl Iterator<Item = &'static Check> {
    CHECKS.iter()
}

/// Every rule there is, those of reading and typing included, by name.
#[must_use]
pub fn all() -> Vec<Rule> {
    let mut rules: Vec<Rule> = GROUPS.into_iter().flatten().map(|check| check.rule).collect();
    rules.extend(crate::source::RULES);
    rules.extend(crate::board::RULES);
    rules.extend(crate::model::RULES);
    // Contacts are required like the rest, but only the board knows whether the organisation has some: that rule is
    // in the group `clarity`.
    let required = crate::model::REQUIREMENTS.iter().filter(|requirement| requirement.key != "contatti");
    rules.extend(required.map(|requirement| requirement.rule));
    rules.push(crate::config::SITE_CONFIGURATION);
    rules.sort_by_key(|rule| rule.name);
    // A rule may be declared with several visitors. Two different rules of one name stay, for the tests to find.
    rules.dedup();
    rules
}

/// A rule by its name.
#[must_use]
pub fn find_rule(name: &str) -> Option<Rule> {
    BY_NAME.get(name).copied()
}

/// Names of the rules that look at a loaded board and are not about the form of files.
static SUPPRESSIBLE: LazyLock<std::collections::BTreeSet<&'static str>> = LazyLock::new(|| {
    checks().map(|check| check.rule).filter(|rule| rule.group != RuleGroup::Syntax).map(|rule| rule.name).collect()
});

/// Whether a file may say that a rule does not hold for it. What cannot be read or is missing has no
/// reason that would make it readable; files and links that could harm somebody have none either.
#[must_use]
pub fn can_be_silenced(name: &str) -> bool {
    SUPPRESSIBLE.contains(name)
}
