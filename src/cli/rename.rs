//! `bacheca rename`: another name, and so another address, for an announcement; the one before stays valid.

mod former_names;

use std::fs;
use std::io::{self, Write};

use clap::Args;

use super::status_change::reject_copy;
use super::{Context, Error, Outcome, check, find_named_item};
use crate::board::{Board, Item};
use crate::check::report::Format;
use crate::diagnostic::{LocalizedString, MessageLanguage};
use crate::files::{create_file_below, replace_file_below};
use crate::localized;
use crate::model::Slug;
use crate::source::{EditAction, FactEdit, edit_facts};
use crate::text::visible::show_name;

/// Fields that name another announcement.
const REFERENCES: [&str; 3] = ["edizione_di", "sostituisce", "sostituita_da"];

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The announcement's name, or its file
    old: String,
    /// Its new name: small letters, digits and hyphens
    new: String,
}

pub(super) fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Error> {
    let Some(loaded) = context.load(Format::Terminal, MessageLanguage::Italian)? else {
        return Ok(Outcome::ContentErrors);
    };
    let board = &loaded.board;
    let item = find_named_item(context, board, &arguments.old)?;
    reject_copy(item)?;
    let new = parse_new_name(board, item, &arguments.new)?;
    let folder = item.folder().ok_or_else(|| Error::internal("an announcement has a folder", &item.slug))?;
    let text = former_names::write(item, &new).ok_or_else(|| by_hand(item, &new))?;
    let beside = files_beside(board, item, folder)?;
    reject_occupied(board, folder, &new, &beside)?;

    // The new file comes first and the old one goes last: what is interrupted leaves both, and `check` says so.
    let (old_path, new_path) = (&item.document.source.path, format!("{folder}/{new}.md"));
    let file = board.root.join(&new_path);
    create_file_below(&board.root, &new_path, text.as_bytes()).map_err(|error| Error::write(&file, &error))?;
    for end in &beside {
        let (from, to) = (format!("{folder}/{}.{end}", item.slug), format!("{folder}/{new}.{end}"));
        let (from, to) = (board.root.join(from), board.root.join(to));
        fs::rename(&from, &to).map_err(|error| Error::write(&to, &error))?;
    }
    let old_file = board.root.join(old_path);
    fs::remove_file(&old_file).map_err(|error| Error::write(&old_file, &error))?;
    let mut lines = vec![format!("{} → {}", show_name(old_path), show_name(&new_path))];
    lines.extend(beside.iter().map(|end| show_name(&format!("{folder}/{}.{end} → {new}.{end}", item.slug))));
    lines.extend(rename_references(board, item, &new)?);
    write_lines(&lines)?;

    let outcome = check::check_file(context, &file)?;
    context.advise(&next_step(item, &new))?;
    Ok(outcome)
}

/// Checks a new name, which is an address that nothing else has.
fn parse_new_name(board: &Board, item: &Item, name: &str) -> Result<Slug, Error> {
    let shown = show_name(name);
    let unfit = |message: LocalizedString| Err(Error::Message(message));
    let Some(new) = Slug::new(name).filter(|new| !new.is_device_name()) else {
        let most = Slug::MAX_BYTES;
        return unfit(localized!(
            "«{shown}» non va come nome: lettere minuscole senza accenti, cifre e trattini, al massimo {most}; per esempio corso-di-italiano-2027",
            "`{shown}` does not do as a name: small letters without accents, digits and hyphens, at most {most}; corso-di-italiano-2027 does"
        ));
    };
    if new == item.slug {
        return unfit(localized!("si chiama già «{new}»", "its name is `{new}` already"));
    }
    let has_it = |other: &&Item| other.slug == new || (other.slug != item.slug && other.facts.aliases.contains(&new));
    if let Some(other) = board.items.iter().find(has_it) {
        let path = show_name(&other.document.source.path);
        return unfit(localized!(
            "«{new}» è già l'indirizzo di un altro annuncio ({path}): scegline un altro",
            "`{new}` is the address of another announcement already ({path}): choose another"
        ));
    }
    Ok(new)
}

/// Ends of the names of the files that belong to an announcement: `bn.md`, `pubblicazioni.yaml`, `ogg`…; not its own.
fn files_beside(board: &Board, item: &Item, folder: &str) -> Result<Vec<String>, Error> {
    let path = board.root.join(folder);
    let mut ends = Vec::new();
    for entry in fs::read_dir(&path).map_err(|error| Error::read(&path, &error))? {
        let name = entry.map_err(|error| Error::read(&path, &error))?.file_name();
        let end = name.to_str().and_then(|name| name.strip_prefix(item.slug.as_str())?.strip_prefix('.'));
        ends.extend(end.filter(|end| *end != "md").map(str::to_owned));
    }
    ends.sort();
    Ok(ends)
}

/// Rejects a name under which there are files already.
fn reject_occupied(board: &Board, folder: &str, new: &Slug, beside: &[String]) -> Result<(), Error> {
    let names = std::iter::once("md").chain(beside.iter().map(String::as_str));
    let taken = names.map(|end| format!("{folder}/{new}.{end}"));
    match taken.into_iter().find(|path| board.root.join(path).symlink_metadata().is_ok()) {
        Some(path) => {
            let path = show_name(&path);
            Err(Error::Message(localized!("{path}: c'è già", "{path}: exists already")))
        }
        None => Ok(()),
    }
}

/// Writes the new name where other announcements name this one; returns a line for each file.
fn rename_references(board: &Board, item: &Item, new: &Slug) -> Result<Vec<String>, Error> {
    let mut lines = Vec::new();
    for other in board.items.iter().filter(|other| other.slug != item.slug) {
        let facts = &other.facts;
        let named = [&facts.edition_of, &facts.replaces, &facts.replaced_by];
        let keys = REFERENCES.into_iter().zip(named).filter(|(_, slug)| slug.as_ref() == Some(&item.slug));
        let path = &other.document.source.path;
        for (key, _) in keys {
            let edit = FactEdit { path: &[key], action: EditAction::Set { value: new.to_string(), below: &[] } };
            let shown = show_name(path);
            let Some(text) = edit_facts(&other.document.source.text, &[edit]) else {
                lines.push(format!("{shown}: scrivi tu `{key}: {new}`"));
                continue;
            };
            replace_file_below(&board.root, path, text.as_bytes())
                .map_err(|error| Error::write(&board.root.join(path), &error))?;
            lines.push(format!("{shown}: {key}: {new}"));
        }
    }
    Ok(lines)
}

fn by_hand(item: &Item, new: &Slug) -> Error {
    let (shown, old) = (show_name(&item.document.source.path), &item.slug);
    Error::Message(localized!(
        "{shown}: il file è scritto in un modo che non so cambiare senza toccare altro; aggiungi `{old}` ad `alias`, poi chiamalo {new}.md",
        "{shown}: the file is written in a way that cannot be changed without touching something else; add `{old}` to `alias`, then call it {new}.md"
    ))
}

fn next_step(item: &Item, new: &Slug) -> String {
    let old = &item.slug;
    if item.facts.is_draft() {
        format!("Era una bozza: «{old}» non è mai stato un indirizzo. Adesso: `bacheca check`.")
    } else {
        format!(
            "L'indirizzo di prima, o/{old}/, porta a o/{new}/: locandine e messaggi già usciti valgono ancora. Adesso: `bacheca build`."
        )
    }
}

fn write_lines(lines: &[String]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    lines.iter().try_for_each(|line| writeln!(out, "{line}"))
}
