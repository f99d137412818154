//! Recognises deadlines by the Italian words around a date.

use std::ops::Range;

use super::{Passage, WordList, word_lists};

word_lists! { "deadlines.txt":
    /// Words for applying and enrolling.
    APPLYING = "applying";
    /// Words for a curriculum.
    CURRICULUM = "curriculum";
    /// The same as whole words.
    CURRICULUM_WORDS = "curriculum in a word";
    /// Words for sending it.
    SENDING = "sending";
    /// Words of a sentence about when an answer comes.
    ANSWERING = "answering";
}

/// Whether a date is a deadline: «entro il», «scadenza», «iscrizioni fino al».
pub(super) fn is_deadline(passage: &Passage<'_>, range: &Range<usize>) -> bool {
    let (before, _) = passage.sentence(range);
    let lower = before.to_lowercase();
    let near: Vec<&str> = lower.split_whitespace().rev().take(6).collect();
    // «La scuola chiude dal 21 dicembre al 6 gennaio» is about a holiday.
    let for_a_while = near.iter().any(|word| matches!(*word, "dal" | "dall'"));
    let said = near.iter().any(|word| {
        let word = word.trim_start_matches(['(', '«']);
        word.starts_with("entro")
            || word.starts_with("scad")
            || word.starts_with("termine")
            || (word.starts_with("chiud") && !for_a_while)
            || word == "oltre"
    });
    let last_day = near.windows(2).any(|two| matches!(two, ["giorno", "ultimo"]));
    let until = near.iter().any(|word| matches!(*word, "fino" | "sino"));
    if last_day || (until && near.contains(&"tempo")) {
        return true;
    }
    let applying = APPLYING.matches(before);
    said || (until && applying)
}

/// Whether the words before a date ask for a curriculum: «Manda il curriculum entro il 10».
pub(super) fn asks_for_curriculum(passage: &Passage<'_>, range: &Range<usize>) -> bool {
    let (before, _) = passage.sentence(range);
    let some = |list: &WordList| before.split(|c: char| !c.is_alphabetic()).any(|word| list.matches(word));
    (some(&CURRICULUM) || some(&CURRICULUM_WORDS)) && some(&SENDING) && !some(&ANSWERING)
}
