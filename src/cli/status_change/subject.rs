//! Which announcements a command may change.

use super::super::Error;
use crate::board::Item;
use crate::localized;
use crate::text::visible::show_name;

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
