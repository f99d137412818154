//! The announcement that a command changes.

use std::path::Path;

use super::super::{Context, Error, find_accepted_item};
use crate::board::{Board, Item};
use crate::localized;
use crate::model::Slug;
use crate::text::visible::show_name;

/// Looks up an announcement by its name, an earlier name, or its file.
///
/// # Errors
/// An unknown name, with the most similar one; one that the editors refused; a file that is not an announcement.
pub(in crate::cli) fn find_subject<'b>(context: &Context, board: &'b Board, name: &str) -> Result<&'b Item, Error> {
    let is_file = name.contains(['/', '\\']) || Path::new(name).extension().is_some_and(|ending| ending == "md");
    if board.item(name).is_some() || !is_file {
        let has_alias = |item: &&Item| item.facts.aliases.iter().map(Slug::as_str).any(|alias| alias == name);
        let renamed = board.items.iter().find(has_alias).filter(|_| board.item(name).is_none());
        return find_accepted_item(board, renamed.map_or(name, |item| item.slug.as_str()));
    }
    let path = context.content_path(Path::new(name))?;
    let shown = show_name(&path);
    let of_path = |item: &&Item| item.document.source.path == path;
    if let Some(item) = board.items.iter().find(of_path) {
        return find_accepted_item(board, item.slug.as_str());
    }
    let is_translation = |item: &&Item| item.translations.values().any(|file| file.document.source.path == path);
    Err(Error::Message(match board.items.iter().find(is_translation) {
        Some(item) => {
            let original = show_name(&item.document.source.path);
            localized!(
                "{shown} è una traduzione, e i fatti stanno in {original}: scrivi il nome di quello",
                "{shown} is a translation, and the facts are in {original}: write the name of that"
            )
        }
        None => localized!(
            "{shown}: non è un annuncio, o il file non si riesce a leggere; `bacheca check {shown}` dice perché",
            "{shown}: is not an announcement, or the file cannot be read; `bacheca check {shown}` says why"
        ),
    }))
}

/// Rejects what readers have not seen, or closed before they saw it.
pub(super) fn reject_unpublished(item: &Item) -> Result<(), Error> {
    let (slug, path) = (&item.slug, show_name(&item.document.source.path));
    if item.facts.is_draft() {
        return Err(Error::Message(localized!(
            "«{slug}» è una bozza e nessuno l'ha ancora letta: cambia tu {path}, poi togli `stato: bozza`",
            "`{slug}` is a draft that nobody has read yet: change {path} yourself, then take `stato: bozza` away"
        )));
    }
    if item.facts.is_archived() {
        return Err(Error::Message(localized!(
            "«{slug}» è in archivio (`archiviato`): quello che è già finito non cambia più; un'edizione nuova si fa con `bacheca renew {slug}`",
            "`{slug}` is in the archive (`archiviato`): what is over changes no more; `bacheca renew {slug}` makes a new edition"
        )));
    }
    reject_copy(item)
}

/// Rejects what comes from another board, whose next data would undo the change.
pub(in crate::cli) fn reject_copy(item: &Item) -> Result<(), Error> {
    let Some(original) = item.permalink_elsewhere() else { return Ok(()) };
    let (slug, original) = (&item.slug, show_name(original));
    Err(Error::Message(localized!(
        "«{slug}» viene da un'altra bacheca e `aggregate` lo riscrive: lo cambia chi lo pubblica, {original}",
        "`{slug}` comes from another board and `aggregate` writes it again: whoever publishes it changes it, {original}"
    )))
}
