//! Which block of a translation is of which block of its original.

use crate::markdown::block_ranges;

/// Translation of one block.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct PairedBlock {
    /// Empty if there is none.
    pub(super) translated: String,
    /// Whether it is of another text.
    pub(super) is_old: bool,
    /// That text, if it is known.
    pub(super) previous: Option<String>,
}

/// Pairs the blocks of a body with those of its translation: by their place, or, of a translation of an earlier body, by
/// the words that the earlier body had in that place. `None` if the translation has other blocks, so that only the whole
/// can be compared.
pub(super) fn pair_blocks(
    body: &str,
    earlier: Option<&str>,
    translated: &str,
    is_stale: bool,
) -> Option<Vec<PairedBlock>> {
    let (body, translated) = (blocks(body), blocks(translated));
    if translated.is_empty() {
        return Some(vec![PairedBlock::default(); body.len()]);
    }
    if let Some(earlier) = earlier.map(blocks).filter(|earlier| is_stale && earlier.len() == translated.len()) {
        return Some(pair_with_earlier(&body, &earlier, &translated));
    }
    (body.len() == translated.len()).then(|| {
        let pair = |translated| PairedBlock { translated, is_old: is_stale, previous: None };
        translated.into_iter().map(pair).collect()
    })
}

fn pair_with_earlier(body: &[String], earlier: &[String], translated: &[String]) -> Vec<PairedBlock> {
    let mut used = vec![false; earlier.len()];
    let same: Vec<Option<usize>> = body
        .iter()
        .map(|block| {
            let found = earlier.iter().zip(&used).position(|(before, used)| before == block && !used)?;
            if let Some(used) = used.get_mut(found) {
                *used = true;
            }
            Some(found)
        })
        .collect();
    let pair = |(index, found): (usize, &Option<usize>)| {
        if let Some(translated) = found.and_then(|found| translated.get(found)) {
            return PairedBlock { translated: translated.clone(), is_old: false, previous: None };
        }
        // A block that changed is where it was.
        match (earlier.get(index), translated.get(index), used.get(index)) {
            (Some(previous), Some(translated), Some(false)) => {
                PairedBlock { translated: translated.clone(), is_old: true, previous: Some(previous.clone()) }
            }
            _ => PairedBlock::default(),
        }
    };
    same.iter().enumerate().map(pair).collect()
}

fn blocks(text: &str) -> Vec<String> {
    block_ranges(text).into_iter().map(|range| unix_lines(text.get(range).unwrap_or_default())).collect()
}

/// A text with the line ends of Unix.
pub(super) fn unix_lines(text: &str) -> String {
    text.replace("\r\n", "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(translated: &str, is_old: bool, previous: Option<&str>) -> PairedBlock {
        PairedBlock { translated: translated.to_owned(), is_old, previous: previous.map(str::to_owned) }
    }

    #[test]
    fn blocks_are_paired_by_place_or_by_the_words_of_before() {
        let same = pair_blocks("Uno.\n\nDue.\n", None, "One.\n\nTwo.\n", false).unwrap();
        assert_eq!(same, [pair("One.", false, None), pair("Two.", false, None)]);
        assert_eq!(pair_blocks("Uno.\n\nDue.\n", None, "One and two.\n", false), None);
        assert_eq!(pair_blocks("Uno.\n", None, "", false).unwrap(), [PairedBlock::default()]);
        let moved =
            pair_blocks("Zero.\n\nUno.\n\nTre.\n", Some("Uno.\n\nDue.\n\nTre.\n"), "One.\n\nTwo.\n\nThree.", true);
        let expected = [PairedBlock::default(), pair("One.", false, None), pair("Three.", false, None)];
        assert_eq!(moved.unwrap(), expected);
        let changed = pair_blocks("Uno.\n\nDue e mezzo.\n", Some("Uno.\n\nDue.\n"), "One.\n\nTwo.", true).unwrap();
        assert_eq!(changed, [pair("One.", false, None), pair("Two.", true, Some("Due."))]);
    }
}
