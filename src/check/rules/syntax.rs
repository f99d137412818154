//! Files, front matter, the shape of values.

super::rules! {
    alias_taken,
    broken_reference,
    byte_order_mark,
    curly_quotes,
    html_entity,
    invisible_characters,
    non_breaking_space,
    reserved_name,
    silence_unused,
    unknown_rule,
    unsafe_markup,
    windows_line_ends,
}
