//! Recognises deadlines by the Italian words around a date.

use std::ops::Range;

use super::{Passage, WordList, word_lists};

word_lists! { "deadlines.txt":
    /// Words for applying and enrolling.
    APPLYING_WORDS = "applying";
    /// Words for a curriculum.
    CURRICULUM_BEGINNINGS = "curriculum";
    /// The same as whole words.
    CURRICULUM_WHOLE_WORDS = "curriculum as a whole word";
    /// Words for sending it.
    SENDING_WORDS = "sending";
    /// Words of a sentence about when an answer comes.
    ANSWER_DATE_WORDS = "answer dates";
}

/// Whether a date is a deadline: «entro il», «scadenza», «iscrizioni fino al».
pub(super) fn is_deadline(passage: &Passage<'_>, range: &Range<usize>) -> bool {
    let (before, _) = passage.sentence(range);
    let lower = before.to_lowercase();
    let near: Vec<&str> = lower.split_whitespace().rev().take(6).collect();
    // «La scuola chiude dal 21 dicembre al 6 gennaio» is about a holiday.
    let starts_period = near.iter().any(|word| matches!(*word, "dal" | "dall'"));
    let has_deadline_word = near.iter().any(|word| {
        let word = word.trim_start_matches(['(', '«']);
        word.starts_with("entro")
            || word.starts_with("scad")
            || word.starts_with("termine")
            || (word.starts_with("chiud") && !starts_period)
            || word == "oltre"
    });
    // The words are reversed: «ultimo giorno», «tempo fino al».
    let has_last_day = near.windows(2).any(|two| matches!(two, ["giorno", "ultimo"]));
    let has_until = near.iter().any(|word| matches!(*word, "fino" | "sino"));
    has_last_day || has_deadline_word || (has_until && (near.contains(&"tempo") || APPLYING_WORDS.matches(before)))
}

/// Whether the words before a date ask for a curriculum: «Manda il curriculum entro il 10».
pub(super) fn asks_for_curriculum(passage: &Passage<'_>, range: &Range<usize>) -> bool {
    let (before, _) = passage.sentence(range);
    let contains_any = |list: &WordList| before.split(|c: char| !c.is_alphabetic()).any(|word| list.matches(word));
    (contains_any(&CURRICULUM_BEGINNINGS) || contains_any(&CURRICULUM_WHOLE_WORDS))
        && contains_any(&SENDING_WORDS)
        && !contains_any(&ANSWER_DATE_WORDS)
}
