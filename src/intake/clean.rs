//! Takes away from a message what is not its text: chat and mail headers, markup, bullets, invisible characters.
//!
//! Each character that is taken away becomes spaces of the same length, so every byte offset of the cleaned text is that of
//! the message.

use std::ops::Range;

use chrono::NaiveDate;

use super::cues::{CLOSINGS, FORWARDED, MAIL_HEADERS, SUBJECTS, SYSTEM_LINES, topic_of_emoji};
use crate::text::emoji::{is_emoji, is_emoji_modifier};
use crate::text::invisible::Invisible;

/// A message without what is not its text.
pub(super) struct CleanText {
    /// As long as the message, with spaces for what was taken away.
    pub(super) text: String,
    /// Subject of a mail, without `Fwd:`.
    pub(super) subject: Option<Range<usize>>,
    /// Headers and signatures, in which only the organisation is looked for.
    pub(super) margins: Vec<Range<usize>>,
    /// Headers of chats and mails, which name who sent it.
    pub(super) headers: Vec<Range<usize>>,
    /// Day on which it was sent, by the header of a mail.
    pub(super) sent: Option<NaiveDate>,
}

/// Cleans a message.
pub(super) fn clean(message: &str) -> CleanText {
    let mut out = CleanText {
        text: String::with_capacity(message.len()),
        subject: None,
        margins: Vec::new(),
        headers: Vec::new(),
        sent: None,
    };
    let mut in_signature = false;
    for line in message.split_inclusive('\n') {
        let start = out.text.len();
        out.push_without_markup(line);
        let cleaned = out.text.get(start..).unwrap_or_default().to_owned();
        let body = start + chat_header(&cleaned);
        if body > start {
            out.headers.push(start..body);
        }
        blank(&mut out.text, start..body);
        let body = body + cleaned.get(body - start..).map_or(0, leading_bullet);
        blank(&mut out.text, start..body);
        let rest = cleaned.get(body - start..).unwrap_or_default();
        let trimmed = rest.trim();
        if is_rule(trimmed) || FORWARDED.matches(trimmed) {
            in_signature = trimmed == "--";
        } else if let Some(subject) = mail_header(rest, &mut out.sent) {
            let at = body + rest.len() - rest.trim_start().len();
            if subject > 0 && out.subject.is_none() {
                out.subject = Some(at + subject..body + rest.trim_end().len());
            }
            blank(&mut out.text, body..start + cleaned.len());
            out.margins.push(body..start + cleaned.len());
            out.headers.push(body..start + cleaned.len());
        } else if SYSTEM_LINES.matches(trimmed) {
            blank(&mut out.text, body..start + cleaned.len());
        } else if CLOSINGS.find_words(trimmed).first().is_some_and(|(range, _)| range.start == 0) && trimmed.len() < 40
        {
            in_signature = true;
        } else if in_signature {
            out.margins.push(body..start + cleaned.len());
        }
    }
    out.join_wrapped_lines();
    out
}

impl CleanText {
    /// Appends a line with spaces for invisible characters, markup and the signs of quoted mail.
    fn push_without_markup(&mut self, line: &str) {
        let mut before = ' ';
        let mut is_start = true;
        let mut letters = line.chars().peekable();
        while let Some(letter) = letters.next() {
            let edge =
                |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '@' | '/' | '_' | '.' | '-'));
            let is_markup = match letter {
                '*' | '`' => true,
                '_' | '~' => edge(Some(before)) || edge(letters.peek().copied()),
                '>' => is_start,
                _ => {
                    Invisible::kind_of(letter).is_some()
                        || is_emoji_modifier(letter)
                        || letter == '\r'
                        || letter == '\t'
                }
            };
            is_start &= is_markup || letter == ' ';
            if is_markup {
                self.text.extend(std::iter::repeat_n(' ', letter.len_utf8()));
            } else {
                self.text.push(letter);
            }
            before = letter;
        }
    }

    /// Turns the line ends of wrapped lines into spaces: a long line without a sign at its end, before a lower-case letter or
    /// a digit.
    fn join_wrapped_lines(&mut self) {
        const WRAPPED_LENGTH: std::ops::RangeInclusive<usize> = 55..=90;
        let mut joined = Vec::new();
        let mut start = 0;
        let lines: Vec<&str> = self.text.split_inclusive('\n').collect();
        for pair in lines.windows(2) {
            let [line, next] = *pair else { continue };
            start += line.len();
            let trimmed = line.trim();
            let open = !trimmed.ends_with(['.', '!', '?', ':', ';', '…']) && !trimmed.is_empty();
            let next = next.trim_start();
            let numbered = next.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with([')', '.'])
                && next.starts_with(|c: char| c.is_ascii_digit());
            let first = next.chars().next().filter(|_| !numbered);
            let goes_on = first.is_some_and(|c| c.is_lowercase() || c.is_ascii_digit() || matches!(c, '(' | '€'));
            if open && goes_on && WRAPPED_LENGTH.contains(&trimmed.chars().count()) {
                joined.push(start - 1);
            }
        }
        for at in joined {
            blank(&mut self.text, at..at + 1);
        }
    }
}

/// Writes spaces over a range, line ends apart.
fn blank(text: &mut String, range: Range<usize>) {
    let Some(old) = text.get(range.clone()) else { return };
    let spaces: String = old.bytes().map(|byte| if byte == b'\n' && range.len() > 1 { '\n' } else { ' ' }).collect();
    text.replace_range(range, &spaces);
}

/// Whether a line only parts a message: `---`, `===`, `➖➖➖`.
pub(super) fn is_rule(line: &str) -> bool {
    let signs = line.chars().filter(|c| !c.is_whitespace()).count();
    signs >= 2
        && line.chars().all(|c| {
            c.is_whitespace() || matches!(c, '-' | '=' | '_' | '–' | '—' | '➖' | '~' | '•' | '.' | '#' | '─' | '━')
        })
}

/// Length of a bullet and the emoji used as one: `- `, `• `, `👉 `. Emoji that name a field stay: the lines need them.
fn leading_bullet(line: &str) -> usize {
    let rest = line.trim_start();
    let Some(first) = rest.chars().next() else { return 0 };
    let plain = matches!(first, '-' | '–' | '—' | '•' | '·' | '▪' | '◦' | '○' | '●' | '►' | '‣' | '→' | '|' | '+');
    let emoji = is_emoji(first) && topic_of_emoji(first).is_none();
    let after = rest.get(first.len_utf8()..).unwrap_or_default();
    let is_bullet = emoji || plain && (after.starts_with(' ') || !matches!(first, '-' | '–' | '—' | '+' | '|'));
    if !is_bullet {
        return line.len() - rest.len();
    }
    let length = line.len() - rest.len() + first.len_utf8();
    length + line.get(length..).map_or(0, leading_bullet)
}

/// Length of the header of a line of an exported chat, `[12/11/26, 10:03] Name: ` or `12/11/26, 10:03 - Name: `. Its
/// day says nothing: what is forwarded may be old.
fn chat_header(line: &str) -> usize {
    let bracketed = line.starts_with('[');
    let inner = line.strip_prefix('[').unwrap_or(line);
    let parts: Vec<&str> = inner.splitn(4, ['/', ',', ' ']).collect();
    let [day, month, year, _] = parts.as_slice() else { return 0 };
    let number = |part: &str| part.parse::<u32>().ok().filter(|_| matches!(part.len(), 1 | 2 | 4));
    let (Some(day), Some(month), Some(year)) = (number(day), number(month), number(year)) else { return 0 };
    let year = if year < 100 { year + 2000 } else { year };
    let is_day = i32::try_from(year).is_ok_and(|year| NaiveDate::from_ymd_opt(year, month, day).is_some());
    if !is_day {
        return 0;
    }
    let end_of_time = if bracketed { line.find("] ").map(|at| at + 2) } else { line.find(" - ").map(|at| at + 3) };
    let Some(name) = end_of_time.filter(|end| *end < 32) else { return 0 };
    let is_time = line.get(..name).is_some_and(|time| time.contains(':'));
    let Some(colon) = line.get(name..).and_then(|rest| rest.find(": ")).filter(|colon| is_time && *colon < 60) else {
        return 0;
    };
    name + colon + 2
}

/// For a line of a mail header (`Da: …`, `Oggetto: …`, `Il giorno … ha scritto:`) the offset of its subject, zero if it has
/// none; `None` for other lines. Notes the day of `Data: …`.
fn mail_header(line: &str, sent: &mut Option<NaiveDate>) -> Option<usize> {
    let line = line.trim();
    let wrote = line.ends_with("ha scritto:") || line.ends_with("wrote:");
    let (name, value) = if wrote { (line, line) } else { line.split_once(':')? };
    let is_subject = SUBJECTS.matches(name.trim());
    if !wrote && !is_subject && !MAIL_HEADERS.matches(name.trim()) {
        return None;
    }
    let is_mail = wrote || value.contains('@') || is_subject;
    let days = crate::model::find_written_dates(value);
    let dated = days.first().filter(|day| day.year.is_some()).and_then(|day| day.resolve(NaiveDate::default()));
    if !is_mail && dated.is_none() {
        // «A: persone rifugiate» is no header, and «Data: martedì 30 novembre» is when it takes place.
        return None;
    }
    // Only mail programs write the hour with the day: «Data: 20/11/2026» is when it takes place too.
    if !is_mail && !value.contains(':') {
        return None;
    }
    *sent = sent.or(dated);
    if !is_subject {
        return Some(0);
    }
    let mut at = name.len() + 1;
    loop {
        let rest = line.get(at..)?;
        let trimmed = rest.trim_start();
        at += rest.len() - trimmed.len();
        let mark = ["fwd:", "fw:", "i:", "r:", "re:"]
            .iter()
            .find(|mark| trimmed.get(..mark.len()).is_some_and(|start| start.eq_ignore_ascii_case(mark)));
        match mark {
            Some(mark) => at += mark.len(),
            None => return Some(at),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cleaned_text_keeps_offsets() {
        let message = "[12/11/26, 10:03:22] Segreteria: *Corso* di _italiano_\n> • via a_b@x.it\nOggetto: Fwd: Festa\u{202e}\nCiao\n";
        let cleaned = clean(message);
        assert_eq!(cleaned.text.len(), message.len());
        for word in ["Corso", "italiano", "a_b@x.it", "Ciao"] {
            assert_eq!(cleaned.text.find(word), message.find(word), "{word}");
        }
        assert!(!cleaned.text.contains(['*', '>', '•', '\u{202e}']) && !cleaned.text.contains("Segreteria"));
        assert_eq!(cleaned.sent, None);
        assert_eq!(
            cleaned.subject.map(|range| message.get(range).unwrap().trim_end_matches('\u{202e}')),
            Some("Festa")
        );
    }

    #[test]
    fn wrapped_lines_are_joined() {
        let message = "Le iscrizioni sono aperte a tutte le persone interessate fino\nal 4 dicembre 2026.\nCiao\n";
        assert!(clean(message).text.contains("fino al 4 dicembre"));
    }
}
