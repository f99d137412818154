//! `aggregate --boards`: the boards of `boards.toml`, with the last good data of each, whatever last night brought.
//!
//! Beside the list is the folder [`DATA_FOLDER`], which the fetch loop (`.github/deploy/fetch-boards.sh`) fills: for a board
//! with the file `borgo`
//!
//! - `borgo.json`: its last good data;
//! - `borgo.json.nuovo`: what the board answered last, not believed yet;
//! - `borgo.etag`: by what curl asks whether it has changed;
//! - `borgo.visto`: the day on which the board last said that `borgo.json` is what it has;
//! - `borgo.fallito`: the day since which it does not answer, and how.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::sources::{DataFile, read_data};
use crate::compose::aggregate::Feed;
use crate::config::{Config, FeedSource, parse_board_list};
use crate::diagnostic::LocalizedString;
use crate::error::Error;
use crate::files::{MAX_BOARD_LIST_BYTES, is_plain_file, read_file, replace_file};
use crate::localized;
use crate::text::visible::{show_name, show_path};

/// Folder of the data, beside the list.
const DATA_FOLDER: &str = "feeds";
/// Days after which data that nobody has confirmed are old.
const FRESH_DAYS: i64 = 7;
/// Most bytes of a note about a board.
const MAX_NOTE_BYTES: u64 = 200;

/// The boards of a list.
pub(super) struct BoardList {
    pub(super) boards: Vec<FeedSource>,
    folder: PathBuf,
}

/// What last night brought of a board, besides its announcements.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct BoardCounts {
    pub(super) fresh: usize,
    pub(super) old: usize,
    pub(super) missing: usize,
    /// Boards whose new data were refused.
    pub(super) refused: usize,
}

impl BoardList {
    /// Reads the list.
    ///
    /// # Errors
    /// A list that cannot be read; everything that is wrong with it, each with its line.
    pub(super) fn read(list: &Path, config: &Config) -> Result<Self, Error> {
        let shown = show_path(list);
        let bytes = read_file(list, MAX_BOARD_LIST_BYTES).map_err(|error| Error::read(list, &error))?;
        let text = String::from_utf8(bytes).map_err(|error| {
            let line = error.as_bytes().iter().take(error.utf8_error().valid_up_to()).filter(|byte| **byte == b'\n');
            let line = line.count() + 1;
            localized!("{shown}, riga {line}: non è testo UTF-8", "{shown}, line {line}: is not UTF-8 text")
        })?;
        let boards = parse_board_list(&text, &config.bacheca.indirizzo).map_err(|problems| {
            let lines = |of: fn(&LocalizedString) -> &str, word: &str| {
                let line =
                    |(line, message): (usize, &LocalizedString)| format!("{shown}, {word} {line}: {}", of(message));
                let lines = problems.iter().map(|problem| line((problem.line, &problem.message)));
                lines.collect::<Vec<_>>().join("\n")
            };
            LocalizedString { it: lines(|message| &message.it, "riga"), en: lines(|message| &message.en, "line") }
        })?;
        let folder = list.parent().unwrap_or(Path::new("")).join(DATA_FOLDER);
        Ok(Self { boards, folder })
    }

    /// What the fetch loop asks for: file of the data and their address, divided by a tab.
    pub(super) fn requests(&self) -> impl Iterator<Item = String> {
        self.boards.iter().map(|board| {
            let data = self.folder.join(format!("{}.json", board.file));
            format!("{}\t{}dati/opportunita.json", show_path(&data), board.address())
        })
    }

    /// Files of the data, in the order of the list.
    pub(super) fn files<'c>(&'c self, folder_names: &'c [String]) -> impl Iterator<Item = DataFile<'c>> {
        self.boards.iter().zip(folder_names).map(|(board, folder_name)| DataFile {
            path: self.folder.join(format!("{}.json", board.file)),
            source: Some(board),
            folder_name,
            is_repeated: false,
        })
    }
}

/// Data of a board, and what is to be said of them.
#[derive(Default)]
pub(super) struct BoardData {
    pub(super) feed: Option<Feed>,
    pub(super) counts: BoardCounts,
    pub(super) notes: Vec<String>,
}

/// Reads the data of a board: the new ones if they are good, which then are its last good ones, else those it had.
///
/// # Errors
/// A file that cannot be written or deleted.
pub(super) fn read_board(data: &DataFile<'_>, config: &Config, today: NaiveDate) -> Result<BoardData, Error> {
    let mut board = BoardData::default();
    let Some(source) = data.source else { return Ok(board) };
    let name = show_name(&source.nome);
    let beside = |ending: &str| data.path.with_extension(ending);
    let last = || if is_plain_file(&data.path) { read_data(data, config).map(Some) } else { Ok(None) };
    let fetched = data.new_path();
    if is_plain_file(&fetched) {
        let new = read_data(&DataFile { path: fetched.clone(), ..*data }, config);
        let emptied = |feed: &Feed| {
            feed.items.is_empty() && last().is_ok_and(|last| last.is_some_and(|last| !last.items.is_empty()))
        };
        match new {
            Ok(new) if emptied(&new) => {
                let file = show_path(&data.path);
                board.notes.push(format!(
                    "«{name}»: stanotte non ha più nessun annuncio, e potrebbe essere uno sbaglio: restano quelli che aveva. Se è vero, cancella {file}"
                ));
                board.counts.refused += 1;
            }
            Ok(new) => {
                fs::rename(&fetched, &data.path).map_err(|error| Error::write(&data.path, &error))?;
                note(&beside("visto"), &today.to_string())?;
                board.feed = Some(new);
            }
            Err(error) => {
                board.notes.push(format!(
                    "«{name}»: dati nuovi che non vanno, restano quelli che aveva: {}",
                    error.localized().it
                ));
                board.counts.refused += 1;
            }
        }
        if board.feed.is_none() {
            // Or the next answer would be that nothing has changed.
            for file in [fetched, beside("etag")] {
                forget(&file)?;
            }
        }
    }
    if board.feed.is_none() {
        match last() {
            Ok(last) => board.feed = last,
            Err(error) => board.notes.push(format!("«{name}»: {}", error.localized().it)),
        }
    }
    let failed = read_note(&beside("fallito")).map(|failed| format!(": non risponde dal {failed}")).unwrap_or_default();
    let Some(feed) = &board.feed else {
        board.notes.push(format!("«{name}»: non ci sono ancora dati{failed}"));
        board.counts.missing += 1;
        return Ok(board);
    };
    let seen = read_note(&beside("visto")).and_then(|day| day.parse().ok()).or(feed.day);
    match seen {
        Some(day) if (today - day).num_days() <= FRESH_DAYS => board.counts.fresh += 1,
        Some(day) => {
            board.notes.push(format!("«{name}»: i suoi dati sono quelli del {day}{failed}"));
            board.counts.old += 1;
        }
        None => {
            board.notes.push(format!("«{name}»: non si sa di che giorno sono i suoi dati{failed}"));
            board.counts.old += 1;
        }
    }
    Ok(board)
}

/// First line of a note that the fetch loop or an earlier run left, if there is one.
fn read_note(path: &Path) -> Option<String> {
    let text = String::from_utf8(read_file(path, MAX_NOTE_BYTES).ok()?).ok()?;
    text.lines().next().map(|line| show_name(line.trim())).filter(|line| !line.is_empty())
}

fn note(path: &Path, text: &str) -> Result<(), Error> {
    replace_file(path, format!("{text}\n").as_bytes()).map_err(|error| Error::write(path, &error))
}

fn forget(path: &Path) -> Result<(), Error> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(Error::write(path, &error)),
        _ => Ok(()),
    }
}

impl std::ops::AddAssign for BoardCounts {
    fn add_assign(&mut self, other: Self) {
        self.fresh += other.fresh;
        self.old += other.old;
        self.missing += other.missing;
        self.refused += other.refused;
    }
}
