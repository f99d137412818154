//! Words with spaces between their letters, by which programs are not to recognise them.

/// Fewest letters, each by itself, that are one word written wide.
const MIN_WIDE_LETTERS: usize = 5;

/// Words with what is written wide joined: `c o m u n e . r o m a . i t`, `comune . roma . it`. `None` if nothing is.
pub(super) fn join_wide_words(words: &str) -> Option<String> {
    let is_sign = |part: &str| matches!(part, "." | "@");
    let is_single = |part: &str| part.chars().nth(1).is_none() && part.starts_with(char::is_alphanumeric);
    let parts: Vec<&str> = words.split_whitespace().collect();
    let letters = parts.iter().filter(|part| is_single(part)).count();
    // The dot of an ending is never written after a space otherwise.
    let is_ending = |part: &str| part.strip_prefix('.').is_some_and(|rest| rest.starts_with(char::is_alphabetic));
    if letters < MIN_WIDE_LETTERS && !parts.iter().any(|part| is_sign(part) || is_ending(part)) {
        return None;
    }
    let mut joined = String::with_capacity(words.len());
    let mut before: Option<&str> = None;
    for part in parts {
        let wide = |part: &str| is_single(part) || matches!(part, "/" | "-");
        let is_wide = |before: &str| letters >= MIN_WIDE_LETTERS && wide(before) && wide(part);
        let follows =
            is_sign(part) || is_ending(part) || before.is_some_and(|before| is_sign(before) || is_wide(before));
        if !follows && !joined.is_empty() {
            joined.push(' ');
        }
        joined.push_str(part);
        before = Some(part);
    }
    Some(joined)
}

#[cfg(test)]
mod tests {
    use super::join_wide_words;

    #[test]
    fn only_what_is_written_wide_is_joined() {
        for (words, joined) in [
            ("c o m u n e . r o m a . i t", Some("comune.roma.it")),
            ("vai su comune . roma .it", Some("vai su comune.roma.it")),
            ("ponte @ example . org", Some("ponte@example.org")),
            ("i n f o - p o i", Some("info-poi")),
            ("Roma - example.org", None),
            ("il corso A o B", None),
        ] {
            assert_eq!(join_wide_words(words).as_deref(), joined, "{words}");
        }
    }
}
