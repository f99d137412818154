//! Announcements by the names that somebody types: which there are, and which are not for readers.

use std::path::Path;

use super::Context;
use crate::board::{Board, Item, LoadedBoard, Status};
use crate::diagnostic::nearest;
use crate::error::Error;
use crate::localized;
use crate::model::{PUBLICATIONS_ENDING, Refusal};
use crate::source::find_conflicts;
use crate::text::visible::show_name;

/// The announcement of that name, to be written or printed for others: not one that its organisation withdrew.
pub(super) fn find_public_item<'b>(board: &'b Board, slug: &str) -> Result<&'b Item, Error> {
    let item = find_posted_item(board, slug)?;
    if item.status == Status::Withdrawn {
        return Err(Error::Message(localized!(
            "«{slug}» è stato ritirato: non si pubblica e non si stampa più. Per dirlo a chi l'ha letto: bacheca post {slug} --notice",
            "`{slug}` was withdrawn: it is neither posted nor printed any more. To tell its readers: bacheca post {slug} --notice"
        )));
    }
    Ok(item)
}

/// The announcement of that name, of which readers may be told something: no draft.
pub(super) fn find_posted_item<'b>(board: &'b Board, slug: &str) -> Result<&'b Item, Error> {
    let item = find_accepted_item(board, slug)?;
    reject_draft(item)?;
    reject_conflicts(item)?;
    Ok(item)
}

/// Rejects what nobody has read yet.
pub(super) fn reject_draft(item: &Item) -> Result<(), Error> {
    let slug = &item.slug;
    if item.facts.is_draft() {
        return Err(Error::Message(localized!(
            "«{slug}» è una bozza: non si pubblica e non si stampa; quando è pronto togli `stato: bozza`",
            "`{slug}` is a draft: it is neither posted nor printed; when it is ready take `stato: bozza` away"
        )));
    }
    Ok(())
}

/// Rejects a text with two versions, of which a message would have both.
fn reject_conflicts(item: &Item) -> Result<(), Error> {
    let document = &item.document;
    if find_conflicts(&document.source.text, &document.facts).is_empty() {
        return Ok(());
    }
    let path = show_name(&document.source.path);
    Err(Error::Message(localized!(
        "{path} contiene due versioni che git ha lasciato una accanto all'altra: `bacheca check` dice dove",
        "{path} has two versions that git left side by side: `bacheca check` says where"
    )))
}

/// Rejects a board with a file of posts that cannot be read: what it notes would count as never posted.
pub(super) fn reject_unreadable_posts(loaded: &LoadedBoard) -> Result<(), Error> {
    match loaded.unreadable.iter().find(|source| source.path.ends_with(PUBLICATIONS_ENDING)) {
        None => Ok(()),
        Some(source) => {
            let path = show_name(&source.path);
            Err(Error::Message(localized!(
                "{path} non si legge, quindi non si sa che cosa è già uscito: `bacheca check` dice perché",
                "{path} cannot be read, so nobody knows what was posted: `bacheca check` says why"
            )))
        }
    }
}

/// The announcement of that name, or that the file with that path belongs to.
pub(super) fn find_named_item<'b>(context: &Context, board: &'b Board, name: &str) -> Result<&'b Item, Error> {
    if board.item(name).is_none() && (name.contains(['/', '\\']) || name.contains('.')) {
        let path = context.content_path(Path::new(name))?;
        let file = path.rsplit('/').next().unwrap_or_default();
        let stem = file.split('.').next().unwrap_or_default();
        let is_beside = |item: &&Item| item.folder() == path.rsplit_once('/').map(|(folder, _)| folder);
        if let Some(item) = board.item(stem).filter(is_beside) {
            return find_accepted_item(board, item.slug.as_str());
        }
    }
    find_accepted_item(board, name)
}

/// The announcement of that name, if the editors have not refused it.
pub(super) fn find_accepted_item<'b>(board: &'b Board, slug: &str) -> Result<&'b Item, Error> {
    let item = find_item(board, slug)?;
    match &item.facts.refused {
        Some(Refusal { reason, .. }) => {
            let reason = show_name(reason);
            Err(Error::Message(localized!(
                "«{slug}» è stato rifiutato ({reason}); se il motivo non vale più, togli `rifiutato`",
                "`{slug}` was refused ({reason}); if the reason holds no more, take `rifiutato` away"
            )))
        }
        None => Ok(item),
    }
}

/// Looks up an announcement by slug, or by an earlier one; the error suggests the most similar one.
fn find_item<'b>(board: &'b Board, slug: &str) -> Result<&'b Item, Error> {
    let has_alias = |item: &&Item| item.facts.aliases.iter().any(|alias| alias.as_str() == slug);
    board.item(slug).or_else(|| board.items.iter().find(has_alias)).ok_or_else(|| {
        let meant = nearest(slug, board.items.iter().map(|item| item.slug.as_str()));
        Error::Message(match meant {
            Some(meant) => localized!(
                "non c'è nessun annuncio «{slug}»: volevi dire «{meant}»?",
                "there is no announcement `{slug}`: did you mean `{meant}`?"
            ),
            None => localized!("non c'è nessun annuncio «{slug}»", "there is no announcement `{slug}`"),
        })
    })
}
