//! Parses Italian days of the week to the words of the fields, «lun» to «dom».

use super::{Token, tokenize, word_lists};
use crate::model::Weekday;
use crate::text::calendar_names::WEEKDAYS;

word_lists! { "weekdays.txt":
    /// Words of notes whose days are incomplete, or those on which it is closed.
    EXCEPTIONS = "exceptions";
}

/// The field's word for a token that is a day of the week.
pub(crate) fn weekday_of(token: &Token<'_>) -> Option<&'static str> {
    // The ending is ignored, because it varies: «lunedi'», «sabati».
    let named = |name: &str| token.starts_with_any(&[name.trim_end_matches(['ì', 'o', 'a'])]);
    let day = WEEKDAYS.iter().zip(Weekday::ALL).find(|(name, _)| named(name));
    day.map(|(_, day)| day.word())
}

/// Days of the week of a note («il martedì e il giovedì», «dal lunedì al venerdì»); empty if the note has exceptions or
/// closing days.
pub(super) fn parse_weekdays(note: &str) -> Vec<&'static str> {
    let tokens = tokenize(note, &(0..note.len()));
    if tokens.iter().any(|token| token.is_in(&EXCEPTIONS)) {
        return Vec::new();
    }
    let mut days: Vec<&'static str> = Vec::new();
    let mut to_next = None;
    for (index, token) in tokens.iter().enumerate() {
        let Some(day) = weekday_of(token) else { continue };
        let until = index
            .checked_sub(1)
            .and_then(|before| tokens.get(before))
            .is_some_and(|token| token.is(&["al", "alla", "a"]));
        match to_next.filter(|_| until) {
            Some(from) => {
                let week = Weekday::ALL.iter().map(|day| day.word());
                days.extend(week.skip_while(|other| *other != from).take_while(|other| *other != day));
                days.push(day);
            }
            None => days.push(day),
        }
        to_next = Some(day);
    }
    days
}

#[cfg(test)]
mod tests {
    use super::parse_weekdays;

    #[test]
    fn weekdays_are_parsed_from_notes() {
        assert_eq!(parse_weekdays("il martedì e il giovedi'"), ["mar", "gio"]);
        assert_eq!(parse_weekdays("dal mercoledì al venerdì, ore 9-13"), ["mer", "mer", "gio", "ven"]);
        assert_eq!(parse_weekdays("chiuso il lunedì").len(), 0);
    }
}
