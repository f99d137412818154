//! The one list of rules: a group a folder, a rule a file.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::{Check, Visitor};
use crate::diagnostic::{Rule, RuleGroup};

/// Declares the rules of a group: `rules! { name, … }` makes a module of each file `name.rs` and a list of their
/// `CHECK`s. `rustfmt` does not find files that only a macro names: the Makefile passes them to it one by one.
macro_rules! rules {
    ($($file:ident,)*) => {
        $( pub(in crate::check) mod $file; )*

        /// The rules of the group, in the order of their names.
        pub(super) const CHECKS: &[$crate::check::Check] = &[$( $file::CHECK, )*];
    };
}
use rules;

pub(super) mod accessibility;
pub(super) mod clarity;
mod media;
pub(super) mod missing_fields;
mod reliability;
mod social_purpose;
pub(super) mod syntax;
mod translations;

const GROUPS: [&[Check]; 8] = [
    accessibility::CHECKS,
    social_purpose::CHECKS,
    reliability::CHECKS,
    clarity::CHECKS,
    translations::CHECKS,
    media::CHECKS,
    syntax::CHECKS,
    missing_fields::CHECKS,
];

/// Every rule that reads a loaded board, once for each of its visitors.
static CHECKS: LazyLock<Vec<Check>> = LazyLock::new(|| {
    let one_by_one = |check: &Check| match check.visit {
        Visitor::Reading => Vec::new(),
        Visitor::Several(visitors) => visitors.iter().map(|visit| Check { rule: check.rule, visit: *visit }).collect(),
        _ => vec![*check],
    };
    GROUPS.into_iter().flatten().flat_map(one_by_one).collect()
});

/// Rules by name. No name is there twice: a test counts.
static BY_NAME: LazyLock<BTreeMap<&'static str, &'static Check>> =
    LazyLock::new(|| GROUPS.into_iter().flatten().map(|check| (check.rule.name, check)).collect());

/// Every rule that reads a loaded board, once for each of its visitors, in the order in which they run.
pub fn checks() -> impl Iterator<Item = &'static Check> {
    CHECKS.iter()
}

/// Every rule there is, by name: those of reading and typing included.
#[must_use]
pub fn all() -> Vec<Rule> {
    let mut rules: Vec<Rule> = GROUPS.into_iter().flatten().map(|check| check.rule).collect();
    rules.sort_by_key(|rule| rule.name);
    rules
}

/// Contacts are required like other fields, but the organisation may have some: their rule reads the board.
const CONTACTS_MISSING: Rule = clarity::contacts_missing::CHECK.rule;

/// The rule about bytes that are not UTF-8: what breaks it is mended as a whole file.
pub const NOT_UTF8: Rule = syntax::not_utf8::CHECK.rule;

/// A rule by its name.
#[must_use]
pub fn find_rule(name: &str) -> Option<Rule> {
    BY_NAME.get(name).map(|check| check.rule)
}

/// Whether a file may say that a rule does not hold for it. What cannot be read or is missing has no
/// reason that would make it readable; files and links that could harm somebody have none either.
#[must_use]
pub fn can_be_silenced(name: &str) -> bool {
    let suppressible =
        |check: &&Check| !matches!(check.visit, Visitor::Reading) && check.rule.group != RuleGroup::Syntax;
    BY_NAME.get(name).is_some_and(suppressible)
}
