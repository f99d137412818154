//! Compares the level of a course in the text with `livello`.

use super::{Clash, LESSONS, OTHER_LEVELS, Sentence};
use crate::board::Item;
use crate::model::{Kind, Level};

pub(super) fn check(item: &Item, sentence: &Sentence<'_>) -> Option<Clash> {
    let levels = item.facts.levels.as_ref().filter(|_| item.kind() == Kind::Training)?.as_slice();
    let named: Vec<(usize, Level)> =
        (0..sentence.tokens.len()).filter_map(|index| Some((index, level_at(sentence, index)?))).collect();
    let (first, _) = named.first()?;
    let about = sentence.tokens.iter().any(|token| token.is_in(&LESSONS));
    if !about || sentence.mentions(&OTHER_LEVELS) {
        return None;
    }
    let audience = item.facts.audience.value();
    let known = |level: &Level| {
        levels.contains(level)
            || audience.is_some_and(|audience| [audience.minimum_level, audience.maximum_level].contains(&Some(*level)))
    };
    if named.iter().any(|(_, level)| known(level)) {
        return None;
    }
    let value = levels.iter().map(|level| level.word()).collect::<Vec<_>>().join(", ");
    sentence.clash_between(*first, *first, "livello", value)
}

/// The level that a token names: «A2», in capitals; «A1» behind «pre-» is another.
fn level_at(sentence: &Sentence<'_>, index: usize) -> Option<Level> {
    let token = sentence.token(index)?;
    let level = Level::ALL.iter().copied().find(|level| level.word() == token.text)?;
    let is_lower = token.sign == Some('-') && sentence.before(index, 1).iter().any(|token| token.is(&["pre"]));
    Some(if is_lower { Level::PreA1 } else { level })
}
