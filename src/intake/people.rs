//! Who an announcement is for, what they need, and what they learn.

use std::ops::Range;

use serde_json::Value as Json;

use super::facts::Facts;
use super::lines::Unit;
use crate::check::{Token, word_lists};
use crate::model::{Kind, Level};

word_lists! { "intake_people.txt":
    /// Phrases that restrict an offer to women, or open it to all.
    GENDER = "gender";
    /// Names of residence permits.
    PERMITS = "permits";
    /// Phrases about the state of a permit.
    PERMIT_STATE = "permit state";
    /// Words of a sentence about who may take part.
    TAKING_PART = "taking part";
    /// Names of documents.
    pub(super) DOCUMENTS = "documents";
    /// Words of a sentence that asks for documents.
    ASKING_FOR_DOCUMENTS = "asking for documents";
    /// Names of languages.
    LANGUAGES = "languages";
    /// Words before a level of Italian that one must have.
    NEEDED_LEVEL = "needed level";
    /// Words for a certificate awarded at the end.
    CERTIFICATES = "certificates";
    /// Words of subjects of a course.
    SUBJECTS = "subjects";
}

/// Reads who can take part.
pub(super) fn read_audience(units: &[Unit<'_>], kind: Kind, facts: &mut Facts) {
    let mut mixed = false;
    for unit in units {
        let about = unit.is_about("destinatari") || unit.is_about("requisiti");
        for (range, entry) in GENDER.find_words(unit.text) {
            mixed |= entry.column(0) == "misto";
            if entry.column(0) != "misto" && !mixed {
                facts.set_part("destinatari", "genere", entry.column(0), unit.at(&range));
            }
        }
        let structured = facts.has("destinatari");
        if !unit.text.contains("gratis") && !unit.text.contains('€') && !unit.text.contains("bambin") {
            read_ages(unit, facts);
        }
        read_permits(unit, kind, about, facts);
        read_residence(unit, facts);
        read_languages(unit, kind, facts);
        for (range, entry) in PERMIT_STATE.find_words(unit.text) {
            if kind == Kind::Regulation {
                continue;
            }
            if entry.column(0) == "ricevuta accettata" && unit.text.to_lowercase().contains("permesso") {
                facts.push("destinatari", Some("permesso_stato"), "in corso di validità", unit.at(&range));
            }
            facts.push("destinatari", Some("permesso_stato"), entry.column(0), unit.at(&range));
        }
        let digital = unit.tokens.iter().find(|token| token.text == "SPID" || token.text == "CIE");
        if let Some(token) = digital
            .filter(|_| unit.text.contains("con ") || unit.text.contains("serv") || unit.text.contains("tramite"))
        {
            facts.set_part("destinatari", "identita_digitale", true, token.start..token.end());
        }
        let is_new = !structured && !facts.has("destinatari");
        if unit.is_about("destinatari") && is_new && unit.text.chars().count() <= 200 {
            let text = super::place::collapse(unit.text.trim_end_matches(['.', '!', ';']));
            facts.set_part("destinatari", "testo", text, unit.range.clone());
        }
    }
}

/// Ages: «18-28 anni», «dai 16 anni», «almeno 16 anni», «fino a 35 anni», «maggiorenni».
fn read_ages(unit: &Unit<'_>, facts: &mut Facts) {
    let tokens = &unit.tokens;
    let number = |at: Option<usize>| {
        at.and_then(|at| tokens.get(at))
            .filter(|token| token.is_digits())
            .and_then(Token::number)
            .filter(|age| (3..=99).contains(age))
    };
    let is = |at: Option<usize>, words: &[&str]| at.and_then(|at| tokens.get(at)).is_some_and(|token| token.is(words));
    let mut set = |part: &'static str, age: u32, range: Range<usize>| facts.set_part("destinatari", part, age, range);
    for (index, token) in tokens.iter().enumerate() {
        if token.is(&["maggiorenni", "maggiorenne"]) {
            set("eta_min", 18, token.start..token.end());
        }
        if token.is(&["over", "under"])
            && let Some(age) = number(Some(index + 1))
        {
            let range = token.start..tokens.get(index + 1).map_or(token.end(), Token::end);
            set(
                if token.is(&["over"]) { "eta_min" } else { "eta_max" },
                if token.is(&["over"]) { age } else { age.saturating_sub(1) },
                range,
            );
        }
        if !token.is(&["anni", "years"])
            || is(Some(index + 1), &["di"])
                && is(Some(index + 2), &["esperienza", "permanenza", "residenza", "lavoro", "scuola", "durata"])
        {
            continue;
        }
        let at = index.checked_sub(1);
        let Some(last) = number(at) else { continue };
        let before = at.and_then(|at| at.checked_sub(1));
        let earlier = before.and_then(|at| at.checked_sub(1));
        let start = |at: Option<usize>| at.and_then(|at| tokens.get(at)).map_or(token.start, |token| token.start);
        let joined = at.and_then(|at| tokens.get(at)).is_some_and(|token| matches!(token.sign, Some('-' | '–' | '/')));
        if let Some(first) = number(before).filter(|first| joined && *first < last) {
            set("eta_min", first, start(before)..token.end());
            set("eta_max", last, start(before)..token.end());
        } else if let Some(first) =
            number(earlier).filter(|first| is(before, &["ai", "e", "a", "i", "to", "and"]) && *first < last)
        {
            set("eta_min", first, start(earlier)..token.end());
            set("eta_max", last, start(earlier)..token.end());
        } else if is(before, &["dai", "almeno", "minimo", "compiuto", "compiuti", "sopra", "superiore"])
            || is(Some(index + 1), &["in", "compiuti"])
            || is(before, &["i", "di"]) && is(earlier, &["sopra", "compiuto", "più", "maggiori"])
        {
            set("eta_min", last, start(before)..token.end());
        } else if is(before, &["massimo", "max"])
            || is(before, &["a", "ai", "i", "di"]) && is(earlier, &["fino", "sotto", "superiore", "meno"])
        {
            set("eta_max", last, start(before)..token.end());
        }
    }
}

/// Residence permits of those who may take part, or whom a regulation concerns.
fn read_permits(unit: &Unit<'_>, kind: Kind, about: bool, facts: &mut Facts) {
    for (range, entry) in PERMITS.find_words(unit.text) {
        let before = unit.text.get(..range.start).unwrap_or_default();
        let clause = before.rsplit(['.', ';', ':', '!']).next().unwrap_or(before);
        let near: String =
            clause.split_whitespace().rev().take(9).collect::<Vec<_>>().into_iter().rev().collect::<Vec<_>>().join(" ");
        if !about && !TAKING_PART.is_in_words(&near) {
            continue;
        }
        // «Permesso per richiesta asilo, asilo, protezione speciale»: the word alone.
        let alone = unit.tokens.windows(2).find(|pair| matches!(pair, [before, token] if token.is(&["asilo"]) && !before.is(&["richiesta", "chiesto", "richiedenti", "richiedente", "di", "d", "l"])));
        if unit.text.to_lowercase().contains("permesso")
            && kind != Kind::Regulation
            && let Some([_, token]) = alone
        {
            facts.push("destinatari", Some("permessi"), "asilo", token.start..token.end());
        }
        for permit in entry.column(0).split(',') {
            if kind == Kind::Regulation {
                facts.push("permessi_toccati", None, permit, unit.at(&range));
            } else {
                facts.push("destinatari", Some("permessi"), permit, unit.at(&range));
            }
        }
    }
}

/// Where one must live: «che vivono nel Lazio», «residenti a Roma».
fn read_residence(unit: &Unit<'_>, facts: &mut Facts) {
    for (index, token) in unit.tokens.iter().enumerate() {
        let lives = token.is(&["residente", "residenti", "vivono", "domiciliati"]);
        let joint = unit.tokens.get(index + 1).filter(|joint| lives && joint.is(&["a", "nel", "in", "nella", "nei"]));
        let Some(joint) = joint else { continue };
        let rest = unit.after(joint.end()).trim_start();
        let place: Vec<&str> =
            rest.split_whitespace().take_while(|word| word.starts_with(char::is_uppercase)).take(3).collect();
        let place = place.join(" ");
        let place = place.split(['.', ',', ';', ')', '(']).next().unwrap_or_default();
        if place.chars().count() >= 3 {
            let start = token.start;
            facts.push("destinatari", Some("residenza"), place, start..joint.end() + 1 + place.len());
        }
    }
}

/// Languages that one must speak, besides Italian; for a job, all of them.
fn read_languages(unit: &Unit<'_>, kind: Kind, facts: &mut Facts) {
    let needs = unit.is_about("lingue")
        || unit.is_about("requisiti")
        || ["conoscenza", "parl", "must be"].iter().any(|word| unit.text.to_lowercase().contains(word));
    if !needs || kind == Kind::Training && !unit.text.contains("your English must") {
        return;
    }
    let found = LANGUAGES.find_words(unit.text);
    // A list of lines is one line for each position.
    if unit.is_about("lingue") && kind == Kind::Job && unit.label.is_empty() {
        return;
    }
    // «Inglese o francese»: one is enough.
    if let [(first, one), (last, other)] = found.as_slice()
        && unit.text.get(first.end..last.start).is_some_and(|joint| matches!(joint.trim(), "o" | "oppure" | "or" | "/"))
    {
        let value = serde_json::json!({"una_di": [one.column(0), other.column(0)]});
        if kind == Kind::Job {
            facts.push("lingue", None, value, unit.at(&(first.start..last.end)));
        } else {
            facts.push("destinatari", Some("lingue_richieste"), value, unit.at(&(first.start..last.end)));
        }
        return;
    }
    for (range, entry) in found {
        if kind == Kind::Job {
            facts.push("lingue", None, entry.column(0), unit.at(&range));
        } else if entry.column(0) != "it" {
            facts.push("destinatari", Some("lingue_richieste"), entry.column(0), unit.at(&range));
        }
    }
}

/// Reads the level of a course, and the level that it needs.
pub(super) fn read_levels(units: &[Unit<'_>], facts: &mut Facts) {
    let level_of = |token: &Token<'_>| Level::ALL.iter().copied().find(|level| token.is(&[level.word()]));
    for unit in units {
        let found: Vec<(usize, Level)> = unit
            .tokens
            .iter()
            .enumerate()
            .filter_map(|(at, token)| {
                let below =
                    at.checked_sub(1).and_then(|at| unit.tokens.get(at)).is_some_and(|before| before.is(&["pre"]));
                level_of(token).map(|level| (at, if below && level == Level::A1 { Level::PreA1 } else { level }))
            })
            .collect();
        let Some(((first, level), (last, _))) = found.first().zip(found.last()).map(|(first, last)| (*first, *last))
        else {
            continue;
        };
        let (Some(from), Some(to)) = (unit.tokens.get(first), unit.tokens.get(last)) else { continue };
        let range = from.start..to.end();
        let before: String = unit
            .before(from.start)
            .split_whitespace()
            .rev()
            .take(4)
            .collect::<Vec<_>>()
            .into_iter()
            .rev()
            .collect::<Vec<_>>()
            .join(" ");
        if unit.is_about("requisiti") || unit.is_about("destinatari") || NEEDED_LEVEL.is_in_words(&before) {
            facts.set_part("destinatari", "lingua_min", level.word(), range);
            continue;
        }
        let through = matches!(to.sign, Some('-' | '–'))
            || unit.tokens.get(last.saturating_sub(1)).is_some_and(|token| token.is(&["a", "al"]));
        let levels: Vec<&str> = match found.as_slice() {
            [(_, one), (_, other)] if through && one < other => {
                Level::ALL.iter().filter(|level| (one..=other).contains(level)).map(|level| level.word()).collect()
            }
            _ => found.iter().map(|(_, level)| level.word()).collect(),
        };
        let value = match levels.as_slice() {
            [one] => Json::from(*one),
            several => Json::from(several.to_vec()),
        };
        match facts.value("livello") {
            Some(known) if *known != value => {
                facts.doubt("livello", [range]);
                return;
            }
            _ => facts.set("livello", value, range),
        }
    }
}

/// Bytes of the first word of a subject that a course teaches.
pub(super) fn find_subject(unit: &Unit<'_>) -> Option<Range<usize>> {
    SUBJECTS.find_words(unit.text).first().map(|(range, _)| unit.at(range))
}

/// Reads the documents to bring: not those that are sent with an application.
pub(super) fn read_documents(units: &[Unit<'_>], facts: &mut Facts) {
    for unit in units {
        let asks = unit.is_about("documenti") || ASKING_FOR_DOCUMENTS.is_in_words(unit.text);
        if !asks || unit.text.contains('@') {
            continue;
        }
        if ["non chied", "nessun documento", "senza documenti", "non serv"]
            .iter()
            .any(|none| unit.text.to_lowercase().contains(none))
        {
            continue;
        }
        for (range, entry) in DOCUMENTS.find_words(unit.text) {
            facts.push("documenti", None, entry.column(0), unit.at(&range));
        }
    }
}

/// Reads the certificate and the subject of a course.
pub(super) fn read_course(units: &[Unit<'_>], facts: &mut Facts) {
    for unit in units {
        if let Some((range, entry)) = CERTIFICATES.find_words(unit.text).into_iter().next()
            && !facts.has("attestato")
        {
            facts.set("attestato", entry.column(0), unit.at(&range));
        }
        let lower = unit.text.to_lowercase();
        if lower.contains("frequenza")
            && (lower.contains("obbligatori") || lower.contains("70%"))
            && !facts.has("frequenza")
        {
            facts.set("frequenza", "obbligatoria", unit.range.clone());
        }
    }
    let mut scores: Vec<(&str, usize, Range<usize>)> = Vec::new();
    for (index, unit) in units.iter().enumerate().take(6) {
        for (range, entry) in SUBJECTS.find_words(unit.text) {
            // «In italiano facile», «capire l'italiano» are no subject.
            let lead = unit.text.get(..range.start).unwrap_or_default().trim_end().to_lowercase();
            if entry.column(0) == "italiano" && (lead.ends_with(" in") || lead.ends_with("l'")) {
                continue;
            }
            let weight = if index < 2 { 4 } else { 1 };
            match scores.iter_mut().find(|(subject, ..)| *subject == entry.column(0)) {
                Some((_, score, _)) => *score += weight,
                None => scores.push((entry.column(0), weight, unit.at(&range))),
            }
        }
    }
    scores.sort_by_key(|(_, score, _)| std::cmp::Reverse(*score));
    if let Some((subject, score, range)) = scores.first()
        && scores.get(1).is_none_or(|(_, other, _)| score > other)
    {
        facts.set("materia", *subject, range.clone());
    }
}
