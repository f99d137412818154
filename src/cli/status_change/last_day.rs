//! A new last day of an announcement, in the field that its kind has it in.

use chrono::NaiveDate;

use super::super::Error;
use super::edits::Edits;
use crate::board::{Board, Item};
use crate::localized;
use crate::model::{Dates, Kind, LastDay, LastDayField, PartialDate, TimeOfDay};
use crate::source::has_fact;
use crate::text::visible::show_name;

/// A last day with an optional hour, as it is named on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) struct NewLastDay {
    day: NaiveDate,
    time: Option<TimeOfDay>,
}

/// Where the last day of the only edition may be written.
const EDITION_ENDS: [&[&str]; 3] =
    [&["date", "fine"], &["edizioni", "0", "date", "fine"], &["edizioni", "date", "fine"]];

impl NewLastDay {
    /// Parses `2026-12-18` or `2026-12-18 ore 12:00`.
    pub(in crate::cli) fn parse(text: &str) -> Result<Self, String> {
        let (day, time) = match text.trim().split_once(['T', ' ']) {
            Some((day, time)) => (day, Some(time.trim().trim_start_matches("ore").trim())),
            None => (text.trim(), None),
        };
        let time = time.map(|time| TimeOfDay::parse(time).ok_or_else(|| time.to_owned())).transpose();
        match (NaiveDate::parse_from_str(day, "%Y-%m-%d"), time) {
            (Ok(day), Ok(time)) => Ok(Self { day, time }),
            (Ok(day), Err(_)) => Err(format!("l'ora non si capisce: scrivi per esempio --to \"{day} ore 12:00\"")),
            (Err(_), _) => Err(match NaiveDate::parse_from_str(day, "%d/%m/%Y") {
                Ok(day) => format!("scrivi --to {day}"),
                Err(_) => "scrivi per esempio --to 2026-12-18, o --to \"2026-12-18 ore 12:00\"".to_owned(),
            }),
        }
    }

    /// Minutes from the first midnight by which moments of the same announcement are compared; without an hour the end of the day.
    fn order(day: NaiveDate, time: Option<TimeOfDay>) -> (NaiveDate, u16) {
        (day, time.map_or(24 * 60, TimeOfDay::minutes))
    }

    /// The day.
    pub(in crate::cli) fn day(self) -> NaiveDate {
        self.day
    }

    /// As a deadline is written.
    pub(in crate::cli) fn written(self) -> String {
        self.time.map_or(self.day.to_string(), |time| format!("{} ore {time}", self.day))
    }
}

/// The edits that move the last day of an announcement on, with the one before as `prorogata_dal` if readers act by it.
pub(super) fn extend(board: &Board, item: &Item, to: NewLastDay) -> Result<Edits, Error> {
    let slug = &item.slug;
    if to.day < board.today {
        let (day, today) = (to.day, board.today);
        return Err(Error::Message(localized!(
            "{day} è già passato (oggi è {today}): scrivi l'ultimo giorno nuovo",
            "{day} is over (today is {today}): write the new last day"
        )));
    }
    let Some((field, before, hour)) = item.facts.extendable_day() else { return add_last_day(item, to) };
    reject_deadlines_of_editions(item, field)?;
    if NewLastDay::order(to.day, to.time) <= NewLastDay::order(before.last_day(), hour) {
        let (day, today) = (to.written(), board.today);
        let before = hour.map_or(before.to_string(), |hour| format!("{before} ore {hour}"));
        return Err(Error::Message(localized!(
            "«{slug}» è già aperto fino a {before}: {day} non è una proroga. Se la data di prima era sbagliata, correggila nel file e scrivi `aggiornato: {today}`",
            "`{slug}` is open until {before} already: {day} is no extension. If the date before was wrong, correct it in the file and write `aggiornato: {today}`"
        )));
    }
    match (hour, to.time, field) {
        (Some(hour), None, _) => {
            let day = to.day;
            return Err(Error::Message(localized!(
                "prima si chiudeva alle {hour}: e adesso? Scrivi --to \"{day} ore {hour}\", o --to \"{day} ore 24:00\" se vale tutto il giorno",
                "it closed at {hour} before: and now? Write --to \"{day} ore {hour}\", or --to \"{day} ore 24:00\" if the whole day counts"
            )));
        }
        (
            _,
            Some(_),
            LastDayField::Editions | LastDayField::End | LastDayField::InForceUntil | LastDayField::ValidUntil,
        ) => {
            let (key, day) = (field.path().join("."), to.day);
            return Err(Error::Message(localized!(
                "`{key}` è un giorno, senza ora: scrivi --to {day}",
                "`{key}` is a day, without an hour: write --to {day}"
            )));
        }
        _ => {}
    }
    let edits = Edits::default().set(path_in_file(item, field)?, to.written(), &[]);
    Ok(if field.is_deadline() && before.last_day() < to.day {
        edits.set(&["prorogata_dal"], before.to_string(), &["scadenza", "azione_richiesta", "vigore_al"])
    } else {
        edits
    })
}

/// The edits that give a last day to news that have none; of everything else somebody has to say which field it is.
fn add_last_day(item: &Item, to: NewLastDay) -> Result<Edits, Error> {
    let (slug, day, kind) = (&item.slug, to.day, item.kind());
    if kind == Kind::News && item.facts.stated_last_day().is_none() && to.time.is_none() {
        return Ok(Edits::default().set(&["validita_fino"], day.to_string(), &["azione_richiesta", "pubblicato"]));
    }
    let fields = kind.spec().last_day.iter().map(|field| format!("`{}`", field.path().join(".")));
    let fields = fields.collect::<Vec<_>>().join(" o ");
    Err(Error::Message(match item.facts.stated_last_day() {
        Some((field, LastDay::Never)) => {
            let (key, word) =
                (field.path().join("."), item.facts.deadline.value().and_then(|deadline| deadline.word()));
            let word = word.unwrap_or_default();
            localized!(
                "«{slug}» non ha una data da spostare: `{key}` dice «{word}». Se adesso c'è una scadenza, scrivila tu: `{key}: {day}`",
                "`{slug}` has no date to move: `{key}` says `{word}`. If there is a deadline now, write it yourself: `{key}: {day}`"
            )
        }
        _ => localized!(
            "«{slug}» non ha un ultimo giorno da spostare. Se adesso ce n'è uno, scrivilo tu in {fields}",
            "`{slug}` has no last day to move. If there is one now, write it yourself into {fields}"
        ),
    }))
}

/// Rejects editions each of which has its deadline: nobody says which of them moves.
fn reject_deadlines_of_editions(item: &Item, field: LastDayField) -> Result<(), Error> {
    let has_own = item.facts.editions().iter().any(|edition| edition.deadline.is_some());
    let path = show_name(&item.document.source.path);
    if has_own && field == LastDayField::Editions {
        return Err(Error::Message(localized!(
            "ogni edizione ha la sua scadenza: cambia tu quella giusta in {path}, e scrivi `prorogata_dal` con la data di prima e `aggiornato` con quella di oggi",
            "each edition has its deadline: change the right one in {path} yourself, and write `prorogata_dal` with the date before and `aggiornato` with today's"
        )));
    }
    Ok(())
}

/// Keys that lead to the field in the file of an announcement.
fn path_in_file(item: &Item, field: LastDayField) -> Result<&'static [&'static str], Error> {
    let text = &item.document.source.text;
    if has_fact(text, field.path()) {
        return Ok(field.path());
    }
    let path = EDITION_ENDS.into_iter().find(|path| field == LastDayField::Editions && has_fact(text, path));
    let editions = item.facts.editions();
    if let (Some(path), [_]) = (path, editions) {
        return Ok(path);
    }
    let path = show_name(&item.document.source.path);
    let is_period = |dates: &Dates| matches!(dates, Dates::Period(_, Some(PartialDate::Day(_))));
    let has_periods = editions.iter().filter_map(|edition| edition.dates.value()).any(is_period);
    Err(Error::Message(match (field, editions.len()) {
        (LastDayField::End, _) => localized!(
            "la fine viene da `durata_mesi`: in {path} scrivi `fine` al suo posto, e `aggiornato`",
            "the end comes from `durata_mesi`: write `fine` in its place in {path}, and `aggiornato`"
        ),
        (LastDayField::Editions, 1) if !has_periods => localized!(
            "un giorno che cambia non è una proroga: in {path} scrivi la data nuova in `date`, e `aggiornato` con quella di oggi",
            "another day is no extension: write the new date into `date` in {path}, and today's into `aggiornato`"
        ),
        _ => localized!(
            "ha più date: cambia tu quelle giuste in {path}, e scrivi `aggiornato` con la data di oggi",
            "it has several dates: change the right ones in {path} yourself, and write today's date into `aggiornato`"
        ),
    }))
}
