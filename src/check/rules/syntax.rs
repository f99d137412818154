//! Files, front matter, the shape of values.

mod alias_taken;
mod broken_reference;
mod byte_order_mark;
mod curly_quotes;
mod html_entity;
mod invisible_characters;
mod non_breaking_space;
mod reserved_name;
mod silence_unused;
mod unknown_rule;
mod unsafe_markup;
mod windows_line_ends;

use crate::check::Check;

pub(super) const CHECKS: &[Check] = &[
    alias_taken::CHECK,
    broken_reference::CHECK,
    byte_order_mark::CHECK,
    curly_quotes::CHECK,
    html_entity::CHECK,
    invisible_characters::CHECK,
    non_breaking_space::CHECK,
    reserved_name::CHECK,
    silence_unused::CHECK,
    unknown_rule::CHECK,
    unsafe_markup::CHECK,
    windows_line_ends::CHECK,
];
