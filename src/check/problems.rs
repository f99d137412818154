//! Converts problems found while reading a board to findings; each kind of problem belongs to exactly one rule.

use super::rules::accessibility::cost_without_aid;
use super::rules::clarity::{
    invalid_email, invalid_phone, invalid_tax_code, invalid_url, inverted_period, unusable_enrolment,
};
use super::rules::missing_fields;
use super::rules::syntax::{
    comma_splits_value, comment_swallows_text, conflict_markers, duplicate_key, duplicate_slug, field_empty,
    field_of_other_kind, file_not_read, file_too_large, front_matter_missing, git_attributes, glossary_invalid,
    invalid_date, invalid_file_name, invalid_number, invalid_slug, invalid_time, line_break_in_value,
    link_not_followed, not_utf8, outlines_invalid, output_in_repository, site_configuration, theme_invalid,
    theme_unused, unknown_field, unknown_kind, unknown_word, unreadable_file, unsafe_markup, value_too_long,
    wrong_type, yaml_feature, yaml_syntax,
};
use super::rules::translations::translation_unfinished;
use crate::board::{Problem, ProblemKind};
use crate::diagnostic::Diagnostic;
use crate::{model, source, theme};

/// Converts a reading problem to a finding with its rule, message, hint and question.
#[must_use]
pub fn to_diagnostic(problem: &Problem) -> Diagnostic {
    match &problem.kind {
        ProblemKind::UnreadableFile { cause } => unreadable_file::describe(problem, cause),
        ProblemKind::LinkNotFollowed => link_not_followed::describe(problem),
        ProblemKind::GitAttributes => git_attributes::describe(problem),
        ProblemKind::OutputInRepository { folder, files } => output_in_repository::describe(problem, folder, *files),
        ProblemKind::NotRead { meant } => file_not_read::describe(problem, meant.as_deref()),
        ProblemKind::InvalidFileName { stem } => invalid_file_name::describe(problem, stem),
        ProblemKind::DuplicateSlug { slug, other } => duplicate_slug::describe(problem, slug, other),
        ProblemKind::UnfinishedTranslation(reason) => translation_unfinished::describe(problem, reason),
        ProblemKind::Glossary(fault) => glossary_invalid::describe(problem, fault),
        ProblemKind::Outlines(fault) => outlines_invalid::describe(problem, fault),
        ProblemKind::Config(fault) => site_configuration::describe(problem, fault),
        ProblemKind::Theme(theme::Problem::Unusable(fault)) => theme_invalid::describe(problem, fault),
        ProblemKind::Theme(theme::Problem::Unused(fault)) => theme_unused::describe(problem, fault),
        ProblemKind::Source(kind) => describe_source(problem, kind),
        ProblemKind::Model(kind) => describe_value(problem, kind),
    }
}

/// Converts a problem of encoding, front matter or YAML syntax.
fn describe_source(at: &Problem, kind: &source::Problem) -> Diagnostic {
    use source::Problem;
    match kind {
        Problem::FileTooLarge { bytes } => file_too_large::describe(at, *bytes),
        Problem::NotUtf8 { encoding } => not_utf8::describe(at, *encoding),
        Problem::Conflict { both } => conflict_markers::describe(at, both.as_ref()),
        Problem::FrontMatterMissing => front_matter_missing::describe(at),
        Problem::FrontMatterUnclosed => front_matter_missing::describe_unclosed(at),
        Problem::WrongFence => front_matter_missing::describe_wrong_fence(at),
        Problem::YamlSyntax(fault) => yaml_syntax::describe(at, fault),
        Problem::DuplicateKey { key } => duplicate_key::describe(at, key),
        Problem::CommentSwallowsText { quoted } => comment_swallows_text::describe(at, quoted.as_ref()),
        Problem::YamlFeature => yaml_feature::describe(at),
    }
}

/// Converts a problem of a field or its value.
fn describe_value(at: &Problem, kind: &model::Problem) -> Diagnostic {
    use model::Problem;
    match kind {
        Problem::UnknownField { key, meant } => unknown_field::describe(at, key, meant),
        Problem::FieldOfOtherKind { key, kind, others } => field_of_other_kind::describe(at, key, *kind, others),
        Problem::TextTooLong { written, limit } => value_too_long::describe_text(at, *written, *limit),
        Problem::ListTooLong { written, limit } => value_too_long::describe_list(at, *written, *limit),
        Problem::TooManyOccasions { written, limit } => value_too_long::describe_occasions(at, *written, *limit),
        Problem::LineBreak => line_break_in_value::describe(at),
        Problem::Markup => unsafe_markup::describe(at),
        Problem::EmptyField { key } => field_empty::describe(at, key),
        Problem::CommaSplitsValue { key } => comma_splits_value::describe(at, key),
        Problem::WrongType { written, expected } => wrong_type::describe(at, written, expected),
        Problem::UnknownWord { written, words, meant } => unknown_word::describe(at, written, words, *meant),
        Problem::UnknownKind { written, meant } => unknown_kind::describe(at, written.as_ref(), *meant),
        Problem::InvalidDate(fault) => invalid_date::describe(at, fault),
        Problem::InvalidTime(fault) => invalid_time::describe(at, fault),
        Problem::InvertedPeriod(period) => inverted_period::describe(at, period),
        Problem::InvalidNumber { written, expected } => invalid_number::describe(at, written, expected),
        Problem::InvalidEmail { written, cause } => invalid_email::describe(at, written, cause),
        Problem::InvalidPhone { written, cause } => invalid_phone::describe(at, written, *cause),
        Problem::InvalidTaxCode(fault) => invalid_tax_code::describe(at, *fault),
        Problem::InvalidUrl { written, cause } => invalid_url::describe(at, written, cause),
        Problem::InvalidSlug { written } => invalid_slug::describe(at, written),
        Problem::UnusableEnrolment(fault) => unusable_enrolment::describe(at, fault),
        Problem::CostWithoutAid(fault) => cost_without_aid::describe(at, *fault),
        Problem::MissingInEdition { field, edition } => missing_fields::describe_in_edition(at, *field, edition),
        Problem::MissingField { field, by } => missing_fields::describe(at, *field, *by),
    }
}
