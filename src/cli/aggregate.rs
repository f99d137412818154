//! `bacheca aggregate`: imports announcements of other boards into this board's content.

mod batch;
mod boards;
mod folder;
mod sources;
mod stamp;

use std::collections::HashSet;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use rayon::prelude::*;

use super::progress::ProgressReport;
use super::terminal::say;
use super::{Context, Error, Outcome};
use crate::board::{AGGREGATED, ContentFiles};
use crate::check::report::Format;
use crate::compose::aggregate::{Feed, TakenSlugs, folder_names};
use crate::diagnostic::MessageLanguage;
use crate::files::Durability;
use crate::progress::{Progress, Stage};
use crate::text::visible::{show_name, show_path};
use batch::{Host, Taken, take_over};
use boards::{BoardCounts, BoardData, BoardList, read_board};
use folder::WriteCounts;
use sources::{DataFile, list_data, read_data};
use stamp::Stamp;

/// Data of boards that are taken over at a time, in bytes: of some fifty boards with sixty announcements each.
const BATCH_BYTES: u64 = 8 * 1024 * 1024;

/// Long text of `--help`.
pub(super) const ABOUT: &str = "\
Take over the announcements of other boards, from their data fetched before.

Nothing is fetched here: get the data first, then name the files.

  curl --fail --create-dirs -o feeds/borgo.json https://borgo.example.org/dati/opportunita.json
  bacheca aggregate feeds/

Whose data a file holds, site.toml says, not the file; what says to be from elsewhere is refused:

  [[fonti]]
  file = \"borgo\"
  nome = \"Bacheca di Borgo\"
  indirizzo = \"https://borgo.example.org/\"

Announcements are written below content/opportunita/aggregati/, in a folder for each board, and written again each time:
what a board no longer has is withdrawn, so that its address lives on; what was changed there by hand is lost, but for the
notes of `bacheca posted` and for translations made here. A board that suddenly has nothing is asked about. Each names its board and links the
original. What this board's own rules would stop is left out, and said (exit code 1). Data that cannot be read, or are not
their source's, change nothing of that board, and those of the others are written (exit code 2).

Of many boards, the list is a file of its own, with a table for each:

  [[bacheche]]
  nome = \"Bacheca di Borgo\"
  indirizzo = \"https://borgo.example.org/\"

Every night .github/deploy/fetch-boards.sh asks each for its data, into the folder feeds/ beside the list; then

  bacheca aggregate --boards boards.toml

takes them over. A board that does not answer, or sends what cannot be believed, keeps what it had, and is named: that is no
failure. Data that nobody has confirmed for seven days are said to be old.";

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Files dati/opportunita.json of other boards, named as in site.toml with .json, or folders of such files
    #[arg(required_unless_present = "boards", value_name = "FILE")]
    feeds: Vec<PathBuf>,
    /// The list of the boards, whose data are in feeds/ beside it
    #[arg(long, value_name = "LIST", conflicts_with = "feeds")]
    boards: Option<PathBuf>,
    /// Only say where the data of each board of the list are to be fetched from, and into which file
    #[arg(long, requires = "boards")]
    addresses: bool,
    /// Believe a board that had announcements and now has none: they are withdrawn here
    #[arg(long, conflicts_with = "boards")]
    accept_empty: bool,
}

pub(super) fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Error> {
    let Some((config, today)) = context.load_config(Format::Terminal, MessageLanguage::Italian)? else {
        return Ok(Outcome::ContentErrors);
    };
    let list = arguments.boards.as_deref().map(|list| BoardList::read(list, &config)).transpose()?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    if let (Some(list), true) = (&list, arguments.addresses) {
        for request in list.requests() {
            writeln!(out, "{request}")?;
        }
        out.flush()?;
        return Ok(Outcome::Done);
    }
    let declared = list.as_ref().map_or(config.fonti.as_slice(), |list| list.boards.as_slice());
    let folder_names = folder_names(declared);
    let (files, mut failures) = match &list {
        Some(list) => (list.files(&folder_names).collect(), Vec::new()),
        None => list_data(&arguments.feeds, declared, &folder_names),
    };
    let own = ContentFiles::read_own(&context.root);
    // Of a few boards, everything is checked each time.
    let stamp = list.as_ref().map(|_| Stamp::of_board(&own, &config));
    let host = Host {
        root: &context.root,
        config: &config,
        today,
        trusts_folders: stamp.as_ref().is_some_and(|stamp| stamp.is_that_of_last_run(&context.root)),
        // Of a list, what is new is compared with the last good data before.
        accepts_empty: arguments.accept_empty || list.is_some(),
    };
    let mut taken = TakenSlugs::new(&own.load(config.clone(), today).board, aggregated_slugs(&context.root)?);
    let progress = ProgressReport::start(context);
    progress.begin(Stage::Feeds, files.len());
    let (mut rejected, mut totals) = (Vec::new(), Totals::default());
    for batch in batches(&files) {
        let read: Vec<Result<BoardData, Error>> =
            batch.par_iter().map(|file| read_one(&host, file, list.is_some())).collect();
        let mut feeds: Vec<Feed> = Vec::new();
        for board in read {
            match board {
                Ok(board) => {
                    totals.boards += board.counts;
                    feeds.extend(board.feed);
                    for note in board.notes {
                        say(&note)?;
                    }
                }
                Err(error) => failures.push(error),
            }
        }
        for board in take_over(&host, &feeds, &mut taken) {
            match board {
                Ok(board) => {
                    // Of thousands of boards, only what is new is of interest.
                    if list.is_none() || !board.count.is_nothing() {
                        write_board(&mut out, &board)?;
                    }
                    totals.add(&board);
                    rejected.extend(board.rejected);
                }
                Err(error) => failures.push(error),
            }
        }
        for _ in batch {
            progress.step();
        }
    }
    progress.finish();
    // Once for all files; the stamp says that they are there.
    let synced = Durability::Synced.sync_file_system(&context.root);
    synced.map_err(|error| Error::write(&context.root, &error))?;
    if let Some(stamp) = stamp {
        stamp.keep(&context.root);
        write_totals(&mut out, &totals, files.len())?;
        report_strangers(&context.root, &folder_names)?;
    }
    out.flush()?;
    let outcome = print_rejected(&rejected)?;
    let Some(last) = failures.pop() else { return Ok(outcome) };
    for failure in failures {
        say(&format!("bacheca: {failure}"))?;
    }
    Err(last)
}

fn read_one(host: &Host<'_>, file: &DataFile<'_>, is_listed: bool) -> Result<BoardData, Error> {
    if is_listed {
        return read_board(file, host.config, host.today);
    }
    let feed = Some(read_data(file, host.config)?);
    Ok(BoardData { feed, ..BoardData::default() })
}

/// Divides files into runs of about [`BATCH_BYTES`].
fn batches<'f, 'c>(files: &'f [DataFile<'c>]) -> impl Iterator<Item = &'f [DataFile<'c>]> {
    let mut rest = files;
    std::iter::from_fn(move || {
        let mut bytes = 0;
        let is_over = |file: &DataFile<'_>| {
            bytes += file.bytes();
            bytes >= BATCH_BYTES
        };
        let length = rest.iter().position(is_over).map_or(rest.len(), |last| last + 1);
        let (batch, after) = rest.split_at(length);
        rest = after;
        (!batch.is_empty()).then_some(batch)
    })
}

/// Slugs of all announcements of other boards, from the names of their files.
fn aggregated_slugs(root: &Path) -> Result<Vec<String>, Error> {
    let mut slugs = Vec::new();
    for entry in walkdir::WalkDir::new(root.join(AGGREGATED)).follow_root_links(false).min_depth(2).max_depth(2) {
        match entry {
            Ok(entry) => {
                let name = entry.file_name().to_string_lossy();
                slugs.extend(name.strip_suffix(".md").filter(|slug| !slug.contains('.')).map(str::to_owned));
            }
            Err(error) => {
                let path = error.path().unwrap_or(root).to_owned();
                let error = io::Error::from(error);
                if error.kind() != io::ErrorKind::NotFound {
                    return Err(Error::read(&path, &error));
                }
            }
        }
    }
    Ok(slugs)
}

/// What all boards of a list brought.
#[derive(Default)]
struct Totals {
    boards: BoardCounts,
    items: usize,
    count: WriteCounts,
}

impl Totals {
    fn add(&mut self, board: &Taken) {
        self.items += board.items;
        self.count += board.count;
    }
}

fn write_board(out: &mut impl Write, board: &Taken) -> io::Result<()> {
    let Taken { folder, items, count: WriteCounts { new, changed, gone }, .. } = board;
    let name = show_name(&board.name);
    writeln!(out, "{folder}: {items} annunci di «{name}»; file nuovi {new}, cambiati {changed}, tolti {gone}")
}

fn write_totals(out: &mut impl Write, totals: &Totals, boards: usize) -> io::Result<()> {
    let Totals { boards: BoardCounts { fresh, old, missing, refused }, items, count } = totals;
    let WriteCounts { new, changed, gone } = count;
    writeln!(
        out,
        "{boards} bacheche: {fresh} aggiornate, {old} con dati vecchi, {missing} ancora senza dati; dati nuovi rifiutati {refused}"
    )?;
    writeln!(out, "{items} annunci; file nuovi {new}, cambiati {changed}, tolti {gone}")
}

/// Names the folders of boards that are not in the list any more: nothing deletes them unasked.
fn report_strangers(root: &Path, folder_names: &[String]) -> Result<(), Error> {
    let listed: HashSet<&str> = folder_names.iter().map(String::as_str).collect();
    let Ok(entries) = fs::read_dir(root.join(AGGREGATED)) else { return Ok(()) };
    let names = entries.filter_map(Result::ok).filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
    let mut strangers: Vec<String> = names.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    strangers.retain(|name| !listed.contains(name.as_str()));
    strangers.sort();
    for name in strangers {
        let folder = show_path(Path::new(AGGREGATED).join(name).as_path());
        say(&format!("{folder}: non è di nessuna bacheca dell'elenco; se non deve tornare, cancella la cartella"))?;
    }
    Ok(())
}

/// Prints the rejected items with the reasons.
fn print_rejected(rejected: &[batch::Rejected]) -> Result<Outcome, Error> {
    if rejected.is_empty() {
        return Ok(Outcome::Done);
    }
    for batch::Rejected { permalink, language, reason } in rejected {
        let language = language.as_ref().map(|language| format!(", traduzione «{language}»")).unwrap_or_default();
        let (what, reason) = (show_name(permalink), show_name(reason));
        say(&format!("lasciato fuori {what}{language}: {reason}"))?;
    }
    let count = rejected.len();
    say(&format!(
        "bacheca: {count} file lasciati fuori, perché le regole di questa bacheca li fermerebbero; il resto è scritto. Avvisa chi cura quella bacheca"
    ))?;
    Ok(Outcome::ContentErrors)
}
