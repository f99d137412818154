//! Signs that no font has: printed as what they mean, or left out. Letters that no font has stay, and stop the print.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

use crate::text::emoji::is_emoji;

/// Replaces signs in the texts of a JSON document by others that `has` knows: ① by 1, ▸ by •. Other signs, such as
/// emoji, are left out with the space that follows them.
pub(super) fn replace_signs(json: &str, has: impl Fn(char) -> bool) -> String {
    let unknown: BTreeSet<char> =
        json.chars().collect::<BTreeSet<_>>().into_iter().filter(|sign| !is_invisible(*sign) && !has(*sign)).collect();
    if unknown.is_empty() {
        return json.to_owned();
    }
    let mut kept = String::with_capacity(json.len());
    let mut is_left_out = false;
    for sign in json.chars() {
        match sign {
            ' ' if is_left_out && kept.ends_with([' ', '"']) => continue,
            '"' if is_left_out && kept.ends_with(' ') => {
                kept.pop();
            }
            // It joins or colours the emoji before it.
            _ if is_left_out && is_invisible(sign) => continue,
            _ => {}
        }
        is_left_out = false;
        if !unknown.contains(&sign) {
            kept.push(sign);
            continue;
        }
        let meaning: String = match sign {
            '\u{2023}' | '\u{2043}' | '\u{25a0}'..='\u{25ff}' => "•".to_owned(),
            _ => std::iter::once(sign).nfkc().collect(),
        };
        if meaning.chars().all(&has) {
            kept.push_str(&meaning);
        } else if sign.is_alphanumeric() && !is_emoji(sign) {
            kept.push(sign);
        } else {
            is_left_out = true;
        }
    }
    kept
}

/// Whether a character joins or directs others and needs no glyph.
fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\n' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
    )
}

#[cfg(test)]
mod tests {
    use super::replace_signs;

    #[test]
    fn signs_without_a_glyph_are_replaced_or_left_out() {
        let has = |sign: char| sign.is_ascii() || "àর্য•→".contains(sign);
        for (text, expected) in [
            (r#"{"a":"⏰ Corso serale"}"#, r#"{"a":"Corso serale"}"#),
            (r#"{"a":"Corso ⏰ serale ★"}"#, r#"{"a":"Corso serale"}"#),
            (r#"{"a":"① ▸ Corso 👩🏽‍🍳 à H₂O → \"⏱️\""}"#, r#"{"a":"1 • Corso à H2O → \"\""}"#),
            ("র‍্য", "র‍্য"),
            ("ཀ ⓘ", "ཀ i"),
        ] {
            assert_eq!(replace_signs(text, has), expected);
        }
    }
}
