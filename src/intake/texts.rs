//! Title, summary, lists of duties and the like: words of the message as they are.

use std::ops::Range;

use serde_json::{Value as Json, json};

use super::clean::CleanText;
use super::facts::Facts;
use super::lines::{Unit, is_greeting, without_greeting};
use super::place::collapse;
use crate::board::Board;
use crate::check::{find_first_name, has_mobile};
use crate::model::Kind;
use crate::text::emoji::{is_emoji, is_emoji_modifier};
use crate::text::letter_case::capitalize;

/// Longest title and summary that are taken, in characters.
const MAX_TITLE_CHARS: usize = 110;
const MAX_SUMMARY_CHARS: usize = 300;

/// Bytes of what is the title: the subject of a mail, else the first line that is no greeting.
pub(super) fn find_title(clean: &CleanText, part: &Range<usize>, units: &[Unit<'_>]) -> Option<Range<usize>> {
    if let Some(subject) =
        clean.subject.clone().filter(|subject| part.start <= subject.start && subject.end <= part.end)
    {
        return Some(subject);
    }
    units.iter().take(8).find(|unit| is_title(unit.text) && unit.topic.is_empty()).map(|unit| unit.range.clone())
}

fn is_title(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let start = text.get(..text.floor_char_boundary(MAX_TITLE_CHARS)).unwrap_or(text);
    letters >= 8 && !is_greeting(text) && !start.contains('@') && !start.contains("://") && !has_mobile(start)
}

/// Reads title and summary.
pub(super) fn read_texts(
    board: &Board,
    message: &str,
    title: Option<Range<usize>>,
    units: &[Unit<'_>],
    facts: &mut Facts,
) {
    if let Some(range) = title.clone()
        && let Some(written) = message.get(range.clone())
    {
        let text = capitalize(&shorten(&tidy(board, without_greeting(written)), MAX_TITLE_CHARS));
        if text.chars().count() >= 5 {
            facts.set("titolo", text, range);
        }
    }
    let summary = units.iter().find(|unit| {
        let is_prose = unit.topic.is_empty() && (40..=MAX_SUMMARY_CHARS).contains(&unit.text.chars().count());
        let private = unit.text.contains('@')
            || unit.text.contains("://")
            || has_mobile(unit.text)
            || find_first_name(unit.text).is_some();
        is_prose
            && !private
            && !is_greeting(unit.text)
            && title.as_ref().is_none_or(|title| title.end <= unit.range.start || unit.range.end <= title.start)
    });
    if let Some(unit) = summary {
        facts.set("sintesi", capitalize(&tidy(board, without_greeting(unit.text))), unit.range.clone());
    }
}

/// A text on one line without markup and emoji; one in capitals becomes a sentence.
fn tidy(board: &Board, written: &str) -> String {
    let kept: String = written
        .chars()
        .map(|c| {
            if is_emoji(c)
                || is_emoji_modifier(c)
                || matches!(c, '*' | '_' | '`' | '~')
                || crate::text::invisible::Invisible::kind_of(c).is_some()
                || c.is_control()
            {
                ' '
            } else {
                c
            }
        })
        .collect();
    let text = collapse(&kept);
    let text = text
        .trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '«' | '"' | '“'))
        .trim_end_matches([':', '-', '–', ',', ';', ' ']);
    let text = if text.ends_with("!!") { format!("{}!", text.trim_end_matches('!')) } else { text.to_owned() };
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = text.chars().filter(|c| c.is_uppercase()).count();
    if letters < 8 || capitals * 10 < letters * 7 {
        return text;
    }
    let town = board.config.territorio.citta.as_deref().unwrap_or_default();
    let words = text.split(' ').map(|word| {
        let level = word.len() == 2 && word.bytes().any(|byte| byte.is_ascii_digit());
        let lower = word.to_lowercase();
        if level {
            word.to_owned()
        } else if !town.is_empty() && lower == town.to_lowercase() {
            town.to_owned()
        } else {
            lower
        }
    });
    capitalize(&words.collect::<Vec<_>>().join(" "))
}

/// Letters from which the beginning of a sentence says what it is about.
const MIN_BEGINNING_CHARS: usize = 25;

/// The beginning of a text that is too long, up to its first sign, or to a word.
fn shorten(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most).collect();
    let signs = cut.match_indices([',', ';', ':', '(', '–']).map(|(at, _)| at);
    let end = signs.filter(|at| *at > MIN_BEGINNING_CHARS).min().or_else(|| cut.rfind(' ')).unwrap_or(cut.len());
    cut.get(..end).unwrap_or(&cut).trim().to_owned()
}

/// Fields that are lists of words, as their labels name them.
const LISTS: [&str; 5] = ["mansioni", "requisiti", "obiettivi", "attivita", "cosa_fare"];

/// Reads lists behind their labels: an entry a line, or parted by commas.
pub(super) fn read_lists(units: &[Unit<'_>], kind: Kind, facts: &mut Facts) {
    for key in LISTS.into_iter().filter(|key| kind.has_field(key)) {
        let about: Vec<&Unit<'_>> = units.iter().filter(|unit| unit.is_about(key)).collect();
        let lines = about.chunk_by(|one, other| one.line == other.line).count();
        for unit in &about {
            if unit.text.chars().count() > 300 || unit.text.contains('@') || unit.text.contains("://") {
                continue;
            }
            let text = unit.text.trim_end_matches(['.', ';', ',', '!']);
            let parts: Vec<&str> = if lines == 1 { text.split([',', ';']).collect() } else { vec![text] };
            for part in parts {
                let part = part.trim().trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ')' | ' '));
                if part.chars().count() >= 3 {
                    facts.push(key, None, collapse(part), unit.range.clone());
                }
            }
        }
    }
    if kind == Kind::Event {
        read_programme(units, facts);
    }
    if kind == Kind::Project {
        read_access(units, facts);
    }
}

/// Reads the programme: lines behind its label, each with its hour.
fn read_programme(units: &[Unit<'_>], facts: &mut Facts) {
    for line in units.chunk_by(|one, other| one.line == other.line) {
        let Some(first) = line.first().filter(|unit| unit.is_about("programma")) else { continue };
        let slots = super::times::find_slots(first, &[]);
        let bare = first
            .tokens
            .first()
            .filter(|token| token.text.contains([':', '.']))
            .and_then(|token| Some((token.time()?, token.end())));
        let time = slots
            .first()
            .filter(|slot| slot.range.start <= first.range.start + 8)
            .and_then(|slot| Some((slot.start?, slot.range.end)))
            .or(bare);
        let Some((time, end)) = time else { continue };
        let title = first
            .after(end)
            .trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '«' | '"'))
            .trim_end_matches(['.', ';', ',']);
        if title.chars().count() >= 3 {
            facts.push(
                "programma",
                None,
                json!({"ora": time.to_string(), "titolo": collapse(title)}),
                first.range.clone(),
            );
        }
    }
}

/// Reads who must refer people to a project: «su segnalazione del PUA o del Segretariato sociale».
fn read_access(units: &[Unit<'_>], facts: &mut Facts) {
    for unit in units {
        let lower = unit.text.to_lowercase();
        for (phrase, word) in [
            ("su segnalazione", "su segnalazione"),
            ("su appuntamento", "su appuntamento"),
            ("accesso libero", "libero"),
            ("su prenotazione", "su prenotazione"),
        ] {
            let Some(at) = lower.find(phrase).filter(|at| unit.text.is_char_boundary(*at)) else { continue };
            let range = unit.at(&(at..at + phrase.len()));
            facts.set_part("accesso", "tipo", word, range.clone());
            let rest = unit.text.get(at + phrase.len()..).unwrap_or_default();
            let names = rest.split([',', '.', ';']).next().unwrap_or_default();
            let names: Vec<Json> = names
                .split(" o ")
                .map(|name| {
                    let name = name.trim();
                    ["del ", "della ", "dei ", "delle ", "dal ", "dalla "]
                        .iter()
                        .find_map(|lead| name.strip_prefix(lead))
                        .unwrap_or(name)
                        .trim()
                        .into()
                })
                .collect();
            if word == "su segnalazione"
                && names.iter().all(|name| name.as_str().is_some_and(|name| (2..=60).contains(&name.chars().count())))
            {
                facts.set_part("accesso", "da", names, range);
            }
            return;
        }
    }
}
