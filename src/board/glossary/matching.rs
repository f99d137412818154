//! Whether a translated text says a name, in whatever form its grammar gives it.

/// Whether a text has all words of a name, each at least by its beginning: «видом на жительство» says «вид на жительство».
/// Case, the vowel marks of Arabic and its letters of Persian and Urdu do not matter. Short words such as «of» need not be
/// there.
#[must_use]
pub fn says_name(text: &str, name: &str) -> bool {
    let (text, name) = (fold(text), fold(name));
    let words: Vec<&str> =
        name.split(|ch: char| !ch.is_alphanumeric() && !is_mark(ch)).filter(|word| !word.is_empty()).collect();
    let long: Vec<&str> =
        words.iter().copied().filter(|word| word.chars().count() > MAX_SHORT || !is_alphabetic_script(word)).collect();
    let needed = if long.is_empty() { words } else { long };
    !needed.is_empty() && needed.iter().all(|word| text.contains(stem(word)))
}

/// Letters of a word that is not looked for beside longer ones.
const MAX_SHORT: usize = 2;

/// Whether the words of its script are divided by spaces and have endings.
fn is_alphabetic_script(word: &str) -> bool {
    !word.chars().any(|ch| matches!(ch, '\u{2e80}'..='\u{9fff}'))
}

/// The beginning of a word that its endings leave.
fn stem(word: &str) -> &str {
    let letters = word.chars().count();
    let dropped = match letters {
        0..=4 => 0,
        5..=7 => 1,
        _ => 2,
    };
    let end = word.char_indices().nth(letters - dropped).map_or(word.len(), |(at, _)| at);
    word.get(..end).unwrap_or(word)
}

/// Signs that belong to a word in scripts of India.
fn is_mark(ch: char) -> bool {
    matches!(ch, '\u{900}'..='\u{dff}')
}

fn fold(text: &str) -> String {
    let fold = |ch: char| match ch {
        // Vowel marks, the sign that stretches words, joiners.
        '\u{64b}'..='\u{652}' | '\u{670}' | '\u{640}' | '\u{200b}'..='\u{200f}' => None,
        'ي' | 'ى' => Some('ی'),
        'ك' => Some('ک'),
        'أ' | 'إ' | 'آ' => Some('ا'),
        'ة' => Some('ه'),
        'ё' | 'Ё' => Some('е'),
        '’' | 'ʼ' => Some('\''),
        ch => Some(ch),
    };
    text.chars().filter_map(fold).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::says_name;

    #[test]
    fn names_are_found_in_their_grammatical_forms() {
        for (text, name) in [
            ("Bring your Residence permits.", "residence permit"),
            ("с видом на жительство", "вид на жительство"),
            ("з дозволом на проживання", "дозвіл на проживання|дозвол"),
            ("بتصريح الإقامة", "تصريح الإقامة"),
            ("থাকার অনুমতিপত্রের রসিদ", "থাকার অনুমতিপত্র"),
            ("带上居留证和护照", "居留证"),
            ("permiso de  residencia", "permiso de residencia"),
            ("the CV", "CV"),
        ] {
            assert!(name.split('|').any(|name| says_name(text, name)), "{text}: {name}");
        }
        for (text, name) in [("a stay document", "residence permit"), ("", "x"), ("x", ""), ("带上护照", "居留证")]
        {
            assert!(!says_name(text, name), "{text}: {name}");
        }
    }
}
