//! The state of an announcement (`stato`): cancelled, full, open again, withdrawn.

use super::super::Error;
use super::edits::Edits;
use super::last_day::{NewLastDay, extend};
use super::stale_words::stale_words_note;
use crate::board::{Board, Item, Status};
use crate::localized;
use crate::model::{ItemState, Kind};
use crate::source::has_fact;

/// Keys below one of which `stato` is written.
const BELOW: &[&str] = &["tipo"];

/// The edits of what does not take place any more.
pub(super) fn cancel(board: &Board, item: &Item) -> Result<Edits, Error> {
    reject_same(item, ItemState::Cancelled)?;
    reject_withdrawn(item)?;
    reject_without_participants(item)?;
    reject_over(board, item)?;
    Ok(set_state(ItemState::Cancelled))
}

/// The edits of what has no places left.
pub(super) fn fill(board: &Board, item: &Item, has_waiting_list: bool) -> Result<Edits, Error> {
    let adds_waiting_list = has_waiting_list && !item.facts.waiting_list;
    if !adds_waiting_list {
        reject_same(item, ItemState::Full)?;
    }
    reject_withdrawn_or_cancelled(item)?;
    reject_without_participants(item)?;
    reject_over(board, item)?;
    let edits = if item.facts.state == Some(ItemState::Full) { Edits::default() } else { set_state(ItemState::Full) };
    Ok(if adds_waiting_list { edits.set(&["lista_attesa"], "sì", &["stato"]) } else { edits })
}

/// The edits of what is open again.
pub(super) fn reopen(board: &Board, item: &Item, places: Option<u32>, to: Option<NewLastDay>) -> Result<Edits, Error> {
    let slug = &item.slug;
    let closed = item.status.closing().filter(|closing| closing.day < board.today);
    let is_off = matches!(item.facts.state, Some(ItemState::Full | ItemState::Cancelled | ItemState::Withdrawn));
    match (closed, is_off, to) {
        (None, false, _) => {
            return Err(Error::Message(localized!(
                "«{slug}» è già aperto: in `stato` non c'è niente da togliere",
                "`{slug}` is open already: there is nothing in `stato` to take away"
            )));
        }
        (Some(closed), _, None) => {
            let day = closed.day;
            return Err(Error::Message(localized!(
                "«{slug}» si è chiuso il {day}: per riaprirlo serve un ultimo giorno nuovo, `bacheca reopen {slug} --to DATA`; se comincia da capo, con altre date, è un'edizione nuova: `bacheca renew {slug}`",
                "`{slug}` closed on {day}: to open it again it needs a new last day, `bacheca reopen {slug} --to DATE`; if it begins anew, with other dates, it is a new edition: `bacheca renew {slug}`"
            )));
        }
        _ => {}
    }
    // The day on which one books is not the day on which it takes place: that one is written by hand.
    if closed.is_some()
        && item.facts.extendable_day().map(|(field, ..)| field) != item.facts.stated_last_day().map(|(field, _)| field)
    {
        return Err(Error::Message(localized!(
            "«{slug}» è passato: scrivi nel file le date nuove, o comincia un'edizione nuova: `bacheca renew {slug}`",
            "`{slug}` is over: write the new dates into the file, or begin a new edition: `bacheca renew {slug}`"
        )));
    }
    let text = &item.document.source.text;
    let written = [&["stato"][..], &["lista_attesa"]].into_iter().filter(|path| has_fact(text, path));
    let mut edits = written.fold(Edits::default(), Edits::remove);
    edits.note = stale_words_note(item);
    let edits = match places {
        Some(places) => edits.and(set_places(item, places)?),
        None => edits,
    };
    match to {
        Some(to) => Ok(edits.and(extend(board, item, to)?)),
        None => Ok(edits),
    }
}

/// The edits of what its organisation takes back.
pub(super) fn withdraw(item: &Item) -> Result<Edits, Error> {
    reject_same(item, ItemState::Withdrawn)?;
    let mut edits = set_state(ItemState::Withdrawn);
    edits.note = Some(
        "Della pagina resta solo un avviso. Se nel file c'è qualcosa che nessuno deve leggere cancella anche quelle righe: bastano `tipo` e `stato`. La storia di git le conserva."
            .to_owned(),
    );
    Ok(edits)
}

/// Rejects what is withdrawn or does not take place.
pub(super) fn reject_withdrawn_or_cancelled(item: &Item) -> Result<(), Error> {
    reject_withdrawn(item)?;
    let slug = &item.slug;
    if item.facts.state == Some(ItemState::Cancelled) {
        return Err(Error::Message(localized!(
            "«{slug}» è annullato: se si fa di nuovo, `bacheca reopen {slug}` (con `--to DATA` se la data è passata)",
            "`{slug}` is cancelled: if it takes place again, `bacheca reopen {slug}` (with `--to DATE` if the date is over)"
        )));
    }
    Ok(())
}

fn reject_withdrawn(item: &Item) -> Result<(), Error> {
    let slug = &item.slug;
    if item.status == Status::Withdrawn {
        return Err(Error::Message(localized!(
            "«{slug}» è ritirato: della pagina resta solo un avviso. Se torna valido, `bacheca reopen {slug}`",
            "`{slug}` is withdrawn: only a notice is left of its page. If it holds again, `bacheca reopen {slug}`"
        )));
    }
    Ok(())
}

/// Rejects what is over. A course that has taken its people still goes on, and may be cancelled.
fn reject_over(board: &Board, item: &Item) -> Result<(), Error> {
    let slug = &item.slug;
    let goes_on = item.facts.told_facts().dates.iter().any(|days| days.end.last_day() >= board.today);
    match item.status.closing().filter(|closing| closing.day < board.today && !goes_on) {
        None => Ok(()),
        Some(closing) => {
            let day = closing.day;
            Err(Error::Message(localized!(
                "«{slug}» si è già chiuso il {day}: non c'è altro da scrivere",
                "`{slug}` closed on {day} already: there is nothing more to write"
            )))
        }
    }
}

fn reject_same(item: &Item, state: ItemState) -> Result<(), Error> {
    let (slug, word) = (&item.slug, state.word());
    if item.facts.state == Some(state) {
        return Err(Error::Message(localized!(
            "«{slug}» dice già `stato: {word}`: non c'è niente da scrivere",
            "`{slug}` says `stato: {word}` already: there is nothing to write"
        )));
    }
    Ok(())
}

/// Rejects laws, and news of which nobody takes part in anything.
fn reject_without_participants(item: &Item) -> Result<(), Error> {
    let (slug, kind) = (&item.slug, item.kind());
    let takes_part = match kind {
        Kind::Regulation => false,
        Kind::News => item.facts.requested_action.value().is_some() || !item.facts.editions().is_empty(),
        Kind::Training | Kind::Job | Kind::Housing | Kind::Project | Kind::Event => true,
    };
    if takes_part {
        return Ok(());
    }
    let last_day =
        kind.spec().last_day.last().map_or("vigore_al", |field| field.path().last().copied().unwrap_or_default());
    let word = kind.key();
    Err(Error::Message(localized!(
        "«{slug}» è di tipo {word}: non ha posti e non si annulla. Se smette di valere scrivi l'ultimo giorno in `{last_day}`; se era sbagliata, `bacheca withdraw {slug}`",
        "`{slug}` is of the kind {word}: it has no places and is not cancelled. If it ends write the last day into `{last_day}`; if it was wrong, `bacheca withdraw {slug}`"
    )))
}

fn set_state(state: ItemState) -> Edits {
    let mut edits = Edits::default().set(&["stato"], state.word(), BELOW);
    edits.closes = true;
    edits
}

/// The edit of the number of places, of the whole or of its only edition.
fn set_places(item: &Item, places: u32) -> Result<Edits, Error> {
    const PLACES: [&[&str]; 6] = [
        &["posti", "max"],
        &["posti"],
        &["edizioni", "0", "posti", "max"],
        &["edizioni", "0", "posti"],
        &["edizioni", "posti", "max"],
        &["edizioni", "posti"],
    ];
    let (slug, text, kind) = (&item.slug, &item.document.source.text, item.kind());
    if !kind.has_field("posti") {
        let word = kind.key();
        return Err(Error::Message(localized!(
            "un annuncio di tipo {word} non ha posti: `bacheca reopen {slug}`",
            "an announcement of the kind {word} has no places: `bacheca reopen {slug}`"
        )));
    }
    if item.facts.editions().len() > 1 {
        return Err(Error::Message(localized!(
            "«{slug}» ha più edizioni: `bacheca reopen {slug}`, poi scrivi tu i `posti` di ciascuna",
            "`{slug}` has several editions: `bacheca reopen {slug}`, then write the `posti` of each yourself"
        )));
    }
    let seats = item.facts.editions().first().and_then(|edition| edition.seats).or(item.facts.seats);
    if let Some(minimum) = seats.and_then(|seats| seats.minimum).filter(|minimum| *minimum > places) {
        return Err(Error::Message(localized!(
            "`posti` dice che ne servono almeno {minimum}, più di {places}: `bacheca reopen {slug}`, poi correggi tu `posti`",
            "`posti` says that it takes at least {minimum}, more than {places}: `bacheca reopen {slug}`, then correct `posti` yourself"
        )));
    }
    let path = PLACES.into_iter().find(|path| has_fact(text, path)).unwrap_or(&["posti"]);
    if path == ["posti"] && has_fact(text, &["edizioni"]) && !has_fact(text, path) {
        return Err(Error::Message(localized!(
            "«{slug}» scrive le date in `edizioni`: `bacheca reopen {slug}`, poi aggiungi lì `posti: {places}`",
            "`{slug}` has its dates in `edizioni`: `bacheca reopen {slug}`, then add `posti: {places}` there"
        )));
    }
    Ok(Edits::default().set(path, places.to_string(), &["ore_totali", "orari", "giorni", "date"]))
}
