//! Times of day and days of the week in a sentence.

use std::ops::Range;

use super::lines::Unit;
use crate::check::{Token, weekday_of};
use crate::model::{PartOfDay, TimeOfDay, Weekday, number_in_words};
use crate::text::calendar_names::{ENGLISH_WEEKDAYS, TRANSLATED};

/// A time slot in a sentence.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Slot {
    /// Days of the week named before it, since the slot before.
    pub(super) days: Vec<Weekday>,
    pub(super) start: Option<TimeOfDay>,
    pub(super) end: Option<TimeOfDay>,
    pub(super) part: Option<PartOfDay>,
    /// Bytes in the message, without the days.
    pub(super) range: Range<usize>,
}

impl Slot {
    /// The slot as the field has it: `10:00-12:30`, `17:30`, `pomeriggio`.
    pub(super) fn hours(&self) -> String {
        match (self.start, self.end, self.part) {
            (Some(start), Some(end), _) => format!("{start}-{end}"),
            (Some(start), None, _) => start.to_string(),
            (None, _, part) => part.map(PartOfDay::word).unwrap_or_default().to_owned(),
        }
    }
}

/// Days of the week in a sentence, outside of dates, with the index of their last token.
pub(super) fn find_weekdays(unit: &Unit<'_>, dates: &[Range<usize>]) -> Vec<(Weekday, usize)> {
    let mut found: Vec<(Weekday, usize)> = Vec::new();
    for (index, token) in unit.tokens.iter().enumerate() {
        let Some(day) = parse_weekday(&unit.tokens, index) else { continue };
        // «Venerdì 4» is a day of a month.
        let in_date = dates.iter().any(|date| date.contains(&token.start));
        let is_dated = unit
            .tokens
            .get(index + 1)
            .is_some_and(|next| next.sign.is_none() && next.text.len() <= 2 && next.is_digits())
            && unit
                .tokens
                .get(index + 2)
                .is_none_or(|next| !matches!(next.sign, Some('-' | '–' | '/')) && !next.is(&["e"]));
        let joint = index.checked_sub(1).and_then(|before| unit.tokens.get(before));
        let next_to =
            found.last().filter(|(_, last)| *last + 2 == index || *last + 1 == index).map(|(day, last)| (*day, *last));
        let through = match next_to {
            Some((_, last)) if last + 2 == index => joint.is_some_and(|joint| joint.is(&["al", "alla", "a", "to"])),
            Some(_) => matches!(token.sign, Some('-' | '–')),
            None => false,
        };
        if in_date || is_dated {
            continue;
        }
        if let Some((from, _)) = next_to.filter(|(from, _)| through && !is_pair(token, *from, day)) {
            let week = Weekday::ALL.iter().copied().skip_while(|other| *other != from).skip(1);
            let until: Vec<Weekday> = week.take_while(|other| *other != day).collect();
            found.extend(until.into_iter().map(|day| (day, index)));
        }
        found.push((day, index));
    }
    found
}

/// Whether two days joined by a dash are two days, and not a span: «lun-mer» of a course.
fn is_pair(token: &Token<'_>, from: Weekday, to: Weekday) -> bool {
    matches!(token.sign, Some('-' | '–'))
        && to.to_chrono().num_days_from_monday() == from.to_chrono().num_days_from_monday() + 2
}

/// A day of the week at a token: whole names in Italian and English, abbreviations beside another day or a number.
fn parse_weekday(tokens: &[Token<'_>], index: usize) -> Option<Weekday> {
    let token = tokens.get(index).filter(|token| token.text.len() >= 3 && !token.is_digits())?;
    let short = Weekday::ALL.iter().copied().find(|day| token.is(&[day.word()]));
    if let Some(day) = short {
        let near = |at: Option<usize>| {
            at.and_then(|at| tokens.get(at)).is_some_and(|near| {
                near.is_digits()
                    || Weekday::ALL.iter().any(|day| near.is(&[day.word()]))
                    || near.is(&["e", "dalle", "ore", "h"])
            })
        };
        return (near(index.checked_sub(1)) || near(Some(index + 1))).then_some(day);
    }
    // Names of days end alike: «lunedì», «sabato», «Monday», «mercredi», «samedi», «miércoles».
    if token.text.len() < 5 {
        return None;
    }
    let foreign = TRANSLATED.iter().filter(|names| matches!(names.language, "fr" | "es"));
    let foreign = foreign
        .flat_map(|names| names.weekdays.iter().enumerate())
        .find(|(_, name)| name.split('|').any(|name| token.is(&[name])));
    if let Some((day, _)) = foreign {
        return Weekday::ALL.get(day).copied();
    }
    let single = Token { text: token.text.strip_suffix('s').unwrap_or(token.text), ..*token };
    let english = ENGLISH_WEEKDAYS.iter().position(|name| single.is(&[name]));
    if let Some(day) = english {
        return Weekday::ALL.get(day).copied();
    }
    if token.is(&["martire", "martiri", "veneranda", "domenico", "domenicana", "domenicani", "sabatini"]) {
        return None;
    }
    let word = weekday_of(token)?;
    Weekday::ALL.iter().copied().find(|day| day.word() == word)
}

/// Time slots of a sentence. Times within `dates` are no slots.
pub(super) fn find_slots(unit: &Unit<'_>, dates: &[Range<usize>]) -> Vec<Slot> {
    let days = find_weekdays(unit, dates);
    let mut slots: Vec<Slot> = Vec::new();
    let (mut index, mut after) = (0, 0);
    while index < unit.tokens.len() {
        let found = parse_slot(unit, index, &days, dates)
            .filter(|(slot, _)| !dates.iter().any(|date| date.start < slot.range.end && slot.range.start < date.end));
        let Some((mut slot, next)) = found else {
            index += 1;
            continue;
        };
        slot.days = days.iter().filter(|(_, at)| (after..index).contains(at)).map(|(day, _)| *day).collect();
        slot.days.sort_unstable();
        slot.days.dedup();
        if slot.days.is_empty()
            && let Some(before) = slots.last().filter(|before| {
                unit.before(slot.range.start)
                    .get(before.range.end - unit.range.start..)
                    .is_some_and(|joint| joint.chars().count() < 10)
            })
        {
            slot.days.clone_from(&before.days);
        }
        slots.push(slot);
        (index, after) = (next, next);
    }
    if let [slot] = slots.as_mut_slice() {
        // «10-12, il lunedì e il mercoledì»: days behind the only slot are its days too.
        slot.days = days.iter().map(|(day, _)| *day).collect();
        slot.days.sort_unstable();
        slot.days.dedup();
    }
    slots
}

/// A time at a token: its value, the index behind it, and whether minutes are written.
fn parse_time(tokens: &[Token<'_>], index: usize) -> Option<(TimeOfDay, usize, bool)> {
    let token = tokens.get(index)?;
    if token.is(&["mezzogiorno", "noon"]) {
        return Some((TimeOfDay::parse("12")?, index + 1, true));
    }
    let in_words = || {
        number_in_words(token.text)
            .filter(|hour| (1..=24).contains(hour))
            .and_then(|hour| TimeOfDay::parse(&hour.to_string()))
    };
    let time = token.time().or_else(in_words)?;
    let written = token.text.contains([':', '.', ',']);
    let next = |at: usize| tokens.get(index + at).filter(|next| next.sign.is_none());
    if !written && next(1).is_some_and(|and| and.is(&["e"])) {
        let minutes = next(2).and_then(|minutes| match minutes.text.to_lowercase().as_str() {
            "30" | "mezza" | "mezzo" | "trenta" => Some(30),
            "15" | "quindici" => Some(15),
            "45" => Some(45),
            _ => None,
        });
        if let Some(minutes) = minutes {
            return Some((TimeOfDay::parse(&format!("{}:{minutes:02}", time.minutes() / 60))?, index + 3, true));
        }
    }
    let evening = next(1).is_some_and(|next| next.is(&["di", "del"]))
        && next(2).is_some_and(|next| next.is(&["sera", "pomeriggio"]));
    let afternoon = evening || next(1).is_some_and(|next| next.is(&["pm"]));
    if afternoon && time.minutes() < 12 * 60 {
        let minutes = time.minutes() + 12 * 60;
        return Some((
            TimeOfDay::parse(&format!("{}:{:02}", minutes / 60, minutes % 60))?,
            index + if evening { 3 } else { 2 },
            true,
        ));
    }
    // «14h», «9h30».
    if let Some(hours) =
        tokens.get(index + 1).filter(|next| next.start == token.end() && next.text.starts_with('h') && !written)
    {
        let minutes = hours.text.get(1..).unwrap_or_default();
        let time = TimeOfDay::parse(&format!("{}:{}", token.text, if minutes.is_empty() { "00" } else { minutes }));
        return time.map(|time| (time, index + 2, true));
    }
    if in_words().is_some()
        && !token.is_digits()
        && !index
            .checked_sub(1)
            .and_then(|at| tokens.get(at))
            .is_some_and(|lead| lead.is(&["dalle", "alle", "ore", "le"]))
    {
        return None;
    }
    let behind = index + 1 + usize::from(next(1).is_some_and(|next| next.is(&["am"])));
    Some((time, behind, written))
}

/// A slot that begins at a token, and the index behind it.
fn parse_slot(
    unit: &Unit<'_>,
    index: usize,
    days: &[(Weekday, usize)],
    dates: &[Range<usize>],
) -> Option<(Slot, usize)> {
    let tokens = &unit.tokens;
    let first = tokens.get(index)?;
    let mut at = index;
    let mut leads = false;
    while tokens.get(at).is_some_and(|token| {
        token.is(&[
            "dalle", "dall", "ore", "h", "alle", "all", "from", "at", "le", "orario", "orari", "ora", "dalla", "hours",
            "de", "las", "à",
        ])
    }) {
        leads |= !tokens.get(at).is_some_and(|token| token.is(&["le", "orario", "orari", "dalla", "de", "à"]));
        at += 1;
        if at > index + 3 {
            return None;
        }
    }
    let from = first.is(&["dalle", "dall", "from", "dalla"]);
    let (start, mut next, written) = parse_time(tokens, at)?;
    let number = tokens.get(at)?;
    // Numbers behind signs of sums, addresses and telephone numbers.
    if matches!(number.sign, Some('/' | '+' | '€' | '#' | '@' | '_')) && at == index {
        return None;
    }
    let slot = |end, next: usize| {
        let last = tokens.get(next.checked_sub(1)?)?;
        Some((Slot { days: Vec::new(), start: Some(start), end, part: None, range: first.start..last.end() }, next))
    };
    let joint = tokens.get(next).and_then(|token| joint_before(unit, number_end(tokens, next), token));
    let mut behind = next;
    let mut joined = matches!(joint, Some('-' | '–' | '—' | '/'));
    if !joined {
        while tokens.get(behind).is_some_and(|token| {
            token.is(&["alle", "all", "fino", "sino", "a", "to", "ore", "le", "until", "à", "las"])
        }) {
            joined |= !tokens.get(behind).is_some_and(|token| token.is(&["ore", "le"]));
            behind += 1;
        }
    }
    if joined {
        while tokens.get(behind).is_some_and(|token| token.is(&["ore", "le"])) {
            behind += 1;
        }
        if let Some((end, after, end_written)) = parse_time(tokens, behind) {
            let on_a_day = days.iter().any(|(_, day)| *day < index && index - day <= 3)
                || unit.is_about("orari")
                || dates.iter().any(|date| date.end <= first.start && first.start - date.end <= 4);
            let is_counted = tokens.get(after).is_some_and(|what| {
                what.sign.is_none()
                    && (what.is_month()
                        || what.is(&[
                            "anni",
                            "persone",
                            "ore",
                            "posti",
                            "euro",
                            "€",
                            "mesi",
                            "years",
                            "giorni",
                            "settimane",
                        ]))
            });
            let is_slot = (written || end_written || leads || on_a_day) && !is_counted && start < end;
            return is_slot.then(|| slot(Some(end), after)).flatten();
        }
    }
    // «ORE 18 20», without a sign.
    if first.is(&["ore"])
        && !written
        && let Some((end, after, false)) = tokens
            .get(next)
            .filter(|next| next.sign.is_none() && next.is_digits() && next.text.len() <= 2)
            .and_then(|_| parse_time(tokens, next))
        && start < end
        && !tokens.get(after).is_some_and(|what| {
            what.sign.is_none() && (what.is_month() || what.is(&["posti", "persone", "anni", "euro", "ore", "mesi"]))
        })
    {
        return slot(Some(end), after);
    }
    let is_counted = tokens.get(next).is_some_and(|what| {
        what.sign.is_none()
            && (what.is_month() || what.is(&["anni", "persone", "ore", "posti", "euro", "€", "mesi", "del", "di"]))
    });
    if from
        && tokens.get(next).is_some_and(|token| token.is(&["in"]))
        && tokens.get(next + 1).is_some_and(|token| token.is(&["poi"]))
    {
        next += 2;
    }
    (leads && !is_counted).then(|| slot(None, next)).flatten()
}

/// End of the token before an index.
fn number_end(tokens: &[Token<'_>], index: usize) -> usize {
    index.checked_sub(1).and_then(|before| tokens.get(before)).map_or(0, Token::end)
}

/// The sign between byte `from` and a token, if nothing but spaces is beside it.
fn joint_before(unit: &Unit<'_>, from: usize, token: &Token<'_>) -> Option<char> {
    let between =
        unit.text.get(from.checked_sub(unit.range.start)?..token.start.checked_sub(unit.range.start)?)?.trim();
    let mut signs = between.chars();
    signs.next().filter(|_| signs.next().is_none())
}

/// A part of the day named in a sentence.
pub(super) fn find_part_of_day(unit: &Unit<'_>) -> Option<Slot> {
    unit.tokens.iter().find_map(|token| {
        let part = PartOfDay::ALL
            .iter()
            .copied()
            .find(|part| token.is(&[part.word()]) || part.word() == "mattina" && token.is(&["mattino"]))?;
        Some(Slot { days: Vec::new(), start: None, end: None, part: Some(part), range: token.start..token.end() })
    })
}

/// Whether a token is the name of a month or of a day of the week.
pub(super) fn is_calendar_word(token: &Token<'_>) -> bool {
    token.is_month() || token.text.len() > 4 && weekday_of(token).is_some()
}
