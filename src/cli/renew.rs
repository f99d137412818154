//! `bacheca renew`: a new edition of an announcement, in a file of its own.

mod new_dates;

use std::io::{self, Write};

use chrono::{Datelike, NaiveDate};
use clap::Args;
use serde_json::{Map, Value as Json};

use self::new_dates::NewDates;
use super::status_change::{NewLastDay, reject_copy};
use super::{Context, Error, Outcome, check, find_named_item, free_item_path};
use crate::board::{Board, Item, Status};
use crate::check::report::Format;
use crate::diagnostic::MessageLanguage;
use crate::files::create_file_below;
use crate::form::{read_file, renew, write_file};
use crate::localized;
use crate::model::{Deadline, EDITORS_FIELDS, ItemState, Kind, SINGLE_EDITION, TO_ASK, placeholder};
use crate::text::visible::show_name;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The announcement's name, or its file
    slug: String,
    /// When it takes place: 2027-01-12, several days with commas, or first and last day with a slash
    #[arg(long, value_name = "DATES", value_parser = NewDates::parse)]
    date: Option<NewDates>,
    /// The last day to enrol or to apply, as 2027-01-08 or "2027-01-08 ore 12:00"
    #[arg(long, value_name = "DATE", value_parser = NewLastDay::parse)]
    deadline: Option<NewLastDay>,
}

/// Facts of an edition that are not taken over besides those of [`renew`]: what a picture or a plan of phases says of days
/// nobody reads here.
const NOT_TAKEN_OVER: [&str; 2] = ["immagine", "fasi"];

pub(super) fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Error> {
    let Some(loaded) = context.load(Format::Terminal, MessageLanguage::Italian)? else {
        return Ok(Outcome::ContentErrors);
    };
    let board = &loaded.board;
    let item = find_named_item(context, board, &arguments.slug)?;
    reject_unfit(board, item)?;
    reject_past(board.today, arguments)?;
    let edition = compose(board, item, arguments)?;
    let year = arguments.date.as_ref().map(NewDates::first_day).or(arguments.deadline.map(NewLastDay::day));
    let path = free_item_path(board, &edition_name(board, item.slug.as_str(), year.unwrap_or(board.today).year()));
    let file = board.root.join(&path);
    create_file_below(&board.root, &path, edition.text.as_bytes()).map_err(|error| Error::write(&file, &error))?;
    let (shown, slug) = (show_name(&path), item.slug.as_str());
    writeln!(io::stdout().lock(), "{shown}: edizione nuova di «{slug}»")?;
    let outcome = check::check_file(context, &file)?;
    for line in next_steps(item, &shown, &edition) {
        context.advise(&line)?;
    }
    Ok(outcome)
}

/// Rejects what has no editions, and what has a newer one.
fn reject_unfit(board: &Board, item: &Item) -> Result<(), Error> {
    reject_copy(item)?;
    let (slug, path, kind) = (&item.slug, show_name(&item.document.source.path), item.kind().key());
    let newer = board.items.iter().find(|other| other.facts.edition_of.as_ref() == Some(slug));
    Err(Error::Message(if let Some(newer) = newer {
        let (newer, path) = (&newer.slug, show_name(&newer.document.source.path));
        localized!(
            "«{slug}» ha già un'edizione nuova, «{newer}» ({path}): rinnova quella, `bacheca renew {newer}`",
            "`{slug}` has a new edition already, `{newer}` ({path}): renew that one, `bacheca renew {newer}`"
        )
    } else if item.facts.is_draft() {
        localized!(
            "«{slug}» è ancora una bozza: completa {path}, non serve un'altra edizione",
            "`{slug}` is still a draft: complete {path}, there is no need for another edition"
        )
    } else if item.status == Status::Withdrawn {
        localized!(
            "«{slug}» è ritirato: chiedi all'ente, poi scrivilo da capo con `bacheca new {kind}`",
            "`{slug}` is withdrawn: ask the organisation, then write it anew with `bacheca new {kind}`"
        )
    } else if item.kind() == Kind::Regulation {
        localized!(
            "una norma non ha edizioni: scrivi quella nuova con `bacheca new normativa`, e in essa `sostituisce: {slug}`",
            "a law has no editions: write the new one with `bacheca new normativa`, and in it `sostituisce: {slug}`"
        )
    } else {
        return Ok(());
    }))
}

fn reject_past(today: NaiveDate, arguments: &Arguments) -> Result<(), Error> {
    let days = [arguments.date.as_ref().map(NewDates::last_day), arguments.deadline.map(NewLastDay::day)];
    match days.into_iter().flatten().find(|day| *day < today) {
        Some(day) => Err(Error::Message(localized!(
            "{day} è già passato (oggi è {today}): un'edizione nuova ha date nuove",
            "{day} is over (today is {today}): a new edition has new dates"
        ))),
        None => Ok(()),
    }
}

/// The file of a new edition.
struct NewEdition {
    text: String,
    /// Keys of what is to ask.
    to_ask: Vec<String>,
    /// Keys of what was the old one's alone and is not in the file any more.
    left_out: Vec<String>,
}

/// Writes the new edition; it is a draft as long as a date is missing that the old one had.
fn compose(board: &Board, item: &Item, arguments: &Arguments) -> Result<NewEdition, Error> {
    let mut file = read_file(&item.document.source.text).map_err(Error::Message)?;
    let old: Vec<String> = file.facts.keys().cloned().collect();
    let old_keys = keys_within(&file.facts);
    let old_deadline = file.facts.get("scadenza").cloned();
    renew(&mut file, item.slug.as_str());
    let facts = &mut file.facts;
    facts.retain(|key, _| !NOT_TAKEN_OVER.contains(&key.as_str()));
    if item.facts.example {
        facts.insert("esempio".to_owned(), "sì".into());
    }
    facts.insert("pubblicato".to_owned(), board.today.to_string().into());
    let required = item.kind().required(item.facts.genre);
    for key in &old {
        let is_asked = required.contains(&key.as_str()) || key == "scadenza";
        if is_asked && !facts.contains_key(key) {
            facts.insert(key.clone(), TO_ASK.into());
        }
    }
    // What is always open, or until places are gone, is so again.
    let is_word =
        |word: &&Json| word.as_str().is_some_and(|word| Deadline::WORDS.contains(&word.to_lowercase().as_str()));
    if let Some(word) = old_deadline.as_ref().filter(is_word) {
        facts.insert("scadenza".to_owned(), word.clone());
    }
    set_dates(item, facts, arguments.date.as_ref())?;
    if let Some(deadline) = arguments.deadline {
        set_deadline(item, facts, deadline)?;
    }
    let to_ask = facts.iter().filter(|(_, value)| has_open(value)).map(|(key, _)| key.clone()).collect();
    let new_keys = keys_within(facts);
    let left_out: Vec<String> = old_keys
        .into_iter()
        .filter(|key| !new_keys.contains(key) && !EDITORS_FIELDS.contains(&key.as_str()))
        // The only edition may be written at the top now; its dates are asked or given.
        .filter(|key| key != "edizioni" && !key.starts_with("edizioni.date"))
        .filter(|key| !key.strip_prefix("edizioni.").is_some_and(|key| new_keys.iter().any(|new| new == key)))
        .collect();
    let has_date = arguments.date.is_some() || arguments.deadline.is_some();
    if !has_date || left_out.iter().any(|key| key == "azione_richiesta.scadenza") {
        facts.insert("stato".to_owned(), ItemState::Draft.word().into());
    }
    Ok(NewEdition { text: write_file(file.subject, &file.facts, &file.body), to_ask, left_out })
}

/// Keys of facts, and below them those of the facts within.
fn keys_within(facts: &Map<String, Json>) -> Vec<String> {
    fn collect(value: &Json, path: &str, keys: &mut Vec<String>) {
        match value {
            Json::Object(map) => map.iter().for_each(|(key, value)| {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                if !keys.contains(&path) {
                    keys.push(path.clone());
                }
                collect(value, &path, keys);
            }),
            Json::Array(entries) => entries.iter().for_each(|entry| collect(entry, path, keys)),
            Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => {}
        }
    }
    let mut keys = Vec::new();
    collect(&Json::Object(facts.clone()), "", &mut keys);
    keys
}

/// Writes the dates into the facts, or that they are to ask.
fn set_dates(item: &Item, facts: &mut Map<String, Json>, dates: Option<&NewDates>) -> Result<(), Error> {
    let slug = &item.slug;
    if item.kind() == Kind::Project {
        for (key, day) in dates.map(NewDates::ends).into_iter().flatten() {
            facts.insert(key.to_owned(), day.into());
        }
        return Ok(());
    }
    let has_editions = !item.facts.editions().is_empty();
    if dates.is_none() && !has_editions {
        return Ok(());
    }
    if !item.kind().has_field("edizioni") {
        let kind = item.kind().key();
        return Err(Error::Message(localized!(
            "un annuncio di tipo {kind} non ha date sue: scrivi solo --deadline",
            "an announcement of the kind {kind} has no dates of its own: write --deadline alone"
        )));
    }
    let value = dates.map_or_else(|| TO_ASK.into(), NewDates::to_json);
    match facts.get_mut("edizioni") {
        Some(Json::Array(editions)) if editions.len() > 1 && dates.is_some() => {
            let count = editions.len();
            return Err(Error::Message(localized!(
                "«{slug}» ha {count} edizioni, e --date ne scrive una: senza --date diventano una bozza con le date da chiedere",
                "`{slug}` has {count} editions, and --date writes one: without --date they become a draft with the dates to ask"
            )));
        }
        Some(Json::Array(editions)) => {
            for edition in editions.iter_mut().filter_map(Json::as_object_mut) {
                edition.insert("date".to_owned(), value.clone());
            }
            flatten_single_edition(facts);
        }
        Some(Json::Object(edition)) => {
            edition.insert("date".to_owned(), value);
        }
        _ => {
            facts.shift_remove("edizioni");
            facts.insert("date".to_owned(), value);
        }
    }
    Ok(())
}

/// Writes the only edition at the top, where people write it.
fn flatten_single_edition(facts: &mut Map<String, Json>) {
    let Some(Json::Array(editions)) = facts.get("edizioni") else { return };
    let [Json::Object(edition)] = editions.as_slice() else { return };
    if edition.keys().all(|key| SINGLE_EDITION.contains(&key.as_str())) {
        let edition = edition.clone();
        facts.shift_remove("edizioni");
        facts.extend(edition);
    }
}

/// Writes the deadline into the field that the kind has it in.
fn set_deadline(item: &Item, facts: &mut Map<String, Json>, deadline: NewLastDay) -> Result<(), Error> {
    let kind = item.kind();
    if kind.has_field("scadenza") {
        facts.insert("scadenza".to_owned(), deadline.written().into());
    } else if let Some(Json::Object(action)) = facts.get_mut("azione_richiesta") {
        action.insert("scadenza".to_owned(), deadline.written().into());
    } else if kind.has_field("validita_fino") {
        facts.insert("validita_fino".to_owned(), deadline.day().to_string().into());
    } else {
        let kind = kind.key();
        return Err(Error::Message(localized!(
            "un annuncio di tipo {kind} non ha una scadenza",
            "an announcement of the kind {kind} has no deadline"
        )));
    }
    Ok(())
}

fn has_open(value: &Json) -> bool {
    match value {
        Json::String(text) => placeholder(text) == Some(TO_ASK),
        Json::Array(entries) => entries.iter().any(has_open),
        Json::Object(map) => map.values().any(has_open),
        Json::Null | Json::Bool(_) | Json::Number(_) => false,
    }
}

/// Name of the next edition: `corso-2026` becomes `corso-2027`, and `corso-2` the next number of `corso`.
fn edition_name(board: &Board, slug: &str, year: i32) -> String {
    let Some((base, last)) = slug.rsplit_once('-').filter(|(_, last)| last.bytes().all(|byte| byte.is_ascii_digit()))
    else {
        return slug.to_owned();
    };
    match last.len() {
        4 if last.starts_with("20") => format!("{base}-{year}"),
        1 | 2 if board.item(base).is_some() => base.to_owned(),
        _ => slug.to_owned(),
    }
}

fn next_steps(item: &Item, path: &str, edition: &NewEdition) -> Vec<String> {
    let (slug, name) = (&item.slug, path.rsplit('/').next().unwrap_or(path).trim_end_matches(".md"));
    let NewEdition { text, to_ask, left_out } = edition;
    let mut lines = Vec::new();
    // What is within something that is left out goes with it.
    let is_within = |key: &str| {
        key.match_indices('.').any(|(at, _)| left_out.iter().any(|other| Some(other.as_str()) == key.get(..at)))
    };
    let left_out: Vec<&str> = left_out.iter().map(String::as_str).filter(|key| !is_within(key)).collect();
    if !left_out.is_empty() {
        let left_out = left_out.join(", ");
        lines.push(format!("Non copiato, perché era di quella di prima: {left_out}."));
    }
    if !text.contains("\nstato: bozza\n") {
        lines.push(format!(
            "Adesso: rileggi testo, prezzo, contatti e fonte, che sono quelli di prima; poi `bacheca build` e `bacheca post {name}`."
        ));
    } else if to_ask.is_empty() {
        lines.push(format!("È una bozza: scrivi in {path} le date nuove, poi togli `stato: bozza`."));
    } else {
        let keys = to_ask.join(", ");
        lines.push(format!(
            "È una bozza, da chiedere: {keys}. Adesso: `bacheca ask {name}` scrive le domande per l'ente; quando hai le risposte togli `stato: bozza`."
        ));
    }
    lines.push(format!("Quando è pubblicata, la pagina di «{slug}» porta a questa."));
    let languages: Vec<&str> = item.translations.keys().map(String::as_str).collect();
    if let Some(first) = languages.first() {
        let languages = languages.join(", ");
        lines.push(format!(
            "Le traduzioni di prima ({languages}) non sono copiate, perché dicono le date di prima: `bacheca translate {name} {first}`."
        ));
    }
    lines
}
