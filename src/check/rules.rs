//! The registry of rules: one folder per group, one file per rule.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::{Check, CheckFunction};
use crate::diagnostic::{Rule, RuleGroup, Severity};

/// Declares the rules of a group: `rules! { name, … }` declares a module for each file `name.rs` and a list of their
/// `CHECK`s. `rustfmt` does not find modules that only a macro declares, so the Makefile lists their files.
macro_rules! rules {
    ($($file:ident,)*) => {
        $( pub(in crate::check) mod $file; )*

        /// Rules of the group, sorted by name.
        pub(super) const RULES: &[$crate::diagnostic::Rule] = &[$( $file::CHECK.rule, )*];
        /// What runs them, without what only their pages say.
        pub(super) const CHECKS: &[$crate::check::Check] =
            &[$( $crate::check::Check { rule: $file::CHECK.rule.brief(), ..$file::CHECK }, )*];
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
pub(super) mod translations;

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

const RULES: [&[Rule]; 8] = [
    accessibility::RULES,
    social_purpose::RULES,
    reliability::RULES,
    clarity::RULES,
    translations::RULES,
    media::RULES,
    syntax::RULES,
    missing_fields::RULES,
];

/// Rules that read a loaded board, one entry per function.
static CHECKS: LazyLock<Vec<Check>> = LazyLock::new(|| {
    let one_by_one = |check: &Check| match check.function {
        CheckFunction::LoadingProblem => Vec::new(),
        CheckFunction::Several(functions) => {
            functions.iter().map(|function| Check { rule: check.rule, function: *function }).collect()
        }
        _ => vec![*check],
    };
    GROUPS.into_iter().flatten().flat_map(one_by_one).collect()
});

/// Rules by name; a test checks that names are unique.
static BY_NAME: LazyLock<BTreeMap<&'static str, &'static Check>> =
    LazyLock::new(|| GROUPS.into_iter().flatten().map(|check| (check.rule.name, check)).collect());

/// Rules that read a loaded board, one entry per function, in the order in which they run.
pub fn checks() -> &'static [Check] {
    &CHECKS
}

/// All rules sorted by name, including those reported while files are read and parsed.
#[must_use]
pub fn all() -> Vec<Rule> {
    let mut rules: Vec<Rule> = RULES.into_iter().flatten().copied().collect();
    rules.sort_by_key(|rule| rule.name);
    rules
}

/// Names of all rules, sorted.
pub fn names() -> impl Iterator<Item = &'static str> {
    BY_NAME.keys().copied()
}

/// Contacts are required like other fields, but the organisation may provide them, so their rule needs the whole board.
const CONTACTS_MISSING: Rule = clarity::contacts_missing::CHECK.rule;

/// The rule for bytes that are not UTF-8, which is fixed by converting the whole file.
pub const NOT_UTF8: Rule = syntax::not_utf8::CHECK.rule;

/// The field whose absence from an item, or from one of its editions, a rule reports.
#[must_use]
pub fn missing_field_of_rule(name: &str, in_edition: bool) -> Option<&'static str> {
    let required = missing_fields::requirement_of_rule(name)?;
    Some(if in_edition { missing_fields::edition_key(required) } else { required.key() })
}

/// The name of a rule, if there is one of this name.
pub(super) fn static_name(name: &str) -> Option<&'static str> {
    BY_NAME.get_key_value(name).map(|(name, _)| *name)
}

/// Looks up a rule by name.
#[must_use]
pub fn find_rule(name: &str) -> Option<Rule> {
    RULES.into_iter().flatten().find(|rule| rule.name == name).copied()
}

/// Whether `site.toml` may lower a rule or switch it off. What cannot be read is lost, in silence if nobody says so: a rule of
/// form stays an error, but for that of text which is shown as it is written.
#[must_use]
pub fn can_be_lowered(name: &str) -> bool {
    let is_kept = |check: &&Check| {
        let Rule { group, severity, name, .. } = check.rule;
        matches!(check.function, CheckFunction::LoadingProblem)
            && (group, severity) == (RuleGroup::Syntax, Severity::Error)
            && name != "unsafe-markup"
    };
    !BY_NAME.get(name).is_some_and(is_kept)
}

/// Whether a file may suppress a rule with `silenzia`. Unreadable or missing data and content that could harm readers
/// cannot be suppressed: no reason makes them acceptable.
#[must_use]
pub fn can_be_suppressed(name: &str) -> bool {
    let suppressible = |check: &&Check| {
        !matches!(check.function, CheckFunction::LoadingProblem) && check.rule.group != RuleGroup::Syntax
    };
    BY_NAME.get(name).is_some_and(suppressible)
}
