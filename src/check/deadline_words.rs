//! Italian words around a date that tell what can be done until then.

use std::ops::Range;

use super::Passage;

/// A date is one until which something can be done: «entro il», «scadenza», «iscrizioni fino al».
pub(super) fn is_deadline(passage: &Passage<'_>, range: &Range<usize>) -> bool {
    let before = passage.sentence(range).0.to_lowercase();
    let near: Vec<&str> = before.split_whitespace().rev().take(6).collect();
    // «La scuola chiude dal 21 dicembre al 6 gennaio» is a holiday.
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
    let applying =
        ["iscri", "domand", "candidat", "adesion", "prenot", "present"].iter().any(|word| before.contains(word));
    said || (until && applying)
}

/// «Manda il curriculum entro il 10», whatever is told behind.
pub(super) fn sends_a_curriculum(passage: &Passage<'_>, range: &Range<usize>) -> bool {
    let before = passage.sentence(range).0.to_lowercase();
    let words = || before.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let some = |stems: &[&str]| words().any(|word| stems.iter().any(|stem| word.starts_with(stem)));
    (some(&["curricul"]) || words().any(|word| word == "cv"))
        && some(&["mand", "invia", "spedi", "present", "porta"])
        && !some(&["chiamiam", "rispond", "comunic", "contatt", "chi", "dopo"])
}
