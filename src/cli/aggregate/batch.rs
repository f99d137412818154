//! Announcements of some boards at a time, so that memory does not grow with the number of boards: their files, what the
//! rules say of them, and what becomes of their folders.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

use chrono::NaiveDate;
use rayon::prelude::*;

use super::folder::{BoardFolder, WriteCounts};
use crate::board::ContentFiles;
use crate::check::check;
use crate::compose::aggregate::{Feed, IncomingItem, TakenSlugs, assign_slugs, content_files, former_slugs, gone_file};
use crate::config::Config;
use crate::diagnostic::Severity;
use crate::error::Error;
use crate::localized;
use crate::text::visible::show_name;

/// The board that takes the announcements over.
pub(super) struct Host<'h> {
    pub(super) root: &'h Path,
    pub(super) config: &'h Config,
    pub(super) today: NaiveDate,
    /// Whether the rules, and what they look at, are as when the folders were written, so that the announcements of a folder
    /// that would be written again need no check.
    pub(super) trusts_folders: bool,
    /// Whether a board that suddenly has no announcement is believed.
    pub(super) accepts_empty: bool,
}

/// What became of the announcements of a board.
pub(super) struct Taken {
    /// Folder of its announcements, ending in `/`.
    pub(super) folder: String,
    /// Name of the board.
    pub(super) name: String,
    /// Number of its announcements here.
    pub(super) items: usize,
    pub(super) count: WriteCounts,
    /// What the rules of this board stop.
    pub(super) rejected: Vec<Rejected>,
}

/// An announcement or a translation that is left out.
pub(super) struct Rejected {
    /// Where it is on its board.
    pub(super) permalink: String,
    /// Language, if it is a translation.
    pub(super) language: Option<String>,
    pub(super) reason: String,
}

/// Content files by path.
type Files = BTreeMap<String, Vec<u8>>;

/// A board whose announcements have the names that they get here, and the files of those that are gone there.
type Named<'f> = (&'f Feed, BoardFolder<'f>, Vec<IncomingItem<'f>>, Files);

/// A board on the way into its folder.
struct Incoming<'f> {
    feed: &'f Feed,
    folder: BoardFolder<'f>,
    items: Vec<IncomingItem<'f>>,
    /// Announcements that it does not have any more.
    gone: Files,
    files: Files,
}

/// Takes over the announcements of some boards: one outcome for each, in their order.
pub(super) fn take_over(host: &Host<'_>, feeds: &[Feed], taken: &mut TakenSlugs) -> Vec<Result<Taken, Error>> {
    let folders: Vec<_> = feeds.par_iter().map(|feed| BoardFolder::read(host.root, feed.content_folder())).collect();
    let named: Vec<Result<Named<'_>, Error>> = feeds
        .iter()
        .zip(folders)
        .map(|(feed, folder)| {
            let folder = folder?;
            if feed.items.is_empty() && !host.accepts_empty && folder.has_valid_announcements() {
                return Err(describe_emptied(feed));
            }
            let former = former_slugs(folder.texts());
            let items = assign_slugs(taken, feed, &former);
            let gone = taken.keep_gone(&former, &items).into_iter().filter_map(|(permalink, slug)| {
                let (path, last) = folder.announcement(slug)?;
                Some((path, gone_file(feed, permalink, last)?))
            });
            let gone = gone.collect();
            Ok((feed, folder, items, gone))
        })
        .collect();
    let boards: Vec<Result<Incoming<'_>, Error>> = named
        .into_par_iter()
        .map(|named| {
            let (feed, folder, items, gone) = named?;
            let mut board = Incoming { feed, folder, items, gone, files: Files::new() };
            board.make_files(host.config, &BTreeSet::new());
            Ok(board)
        })
        .collect();
    let (mut settled, mut to_check) = (Vec::new(), Vec::new());
    for (index, board) in boards.into_iter().enumerate() {
        match board {
            Ok(board) if !(host.trusts_folders && board.folder.holds(&board.files)) => to_check.push((index, board)),
            Ok(board) => settled.push((index, Ok(board.settle()))),
            Err(error) => settled.push((index, Err(error))),
        }
    }
    let reasons = leave_out(host, &mut to_check);
    settled.par_extend(to_check.into_par_iter().map(|(index, board)| (index, board.write(&reasons))));
    settled.sort_by_key(|(index, _)| *index);
    settled.into_iter().map(|(_, taken)| taken).collect()
}

/// Leaves out what the rules stop; returns the reasons by path.
fn leave_out(host: &Host<'_>, boards: &mut [(usize, Incoming<'_>)]) -> HashMap<String, String> {
    let mut reasons: HashMap<String, String> = HashMap::new();
    // A rejected item may be referenced by another, so check again until no item has errors.
    while !boards.is_empty() {
        let files = || boards.iter().flat_map(|(_, board)| &board.files);
        let is_theirs = |path: &str| boards.iter().any(|(_, board)| board.files.contains_key(path));
        let mut loaded =
            ContentFiles::read_own(host.root).with_folders_replaced(&[], files()).load(host.config.clone(), host.today);
        let checked = check(&loaded.board, std::mem::take(&mut loaded.problems), None);
        let mut found: HashMap<String, String> = HashMap::new();
        for problem in checked.diagnostics.into_iter().filter(|problem| problem.severity == Severity::Error) {
            if is_theirs(&problem.file) {
                let reason = format!("{} ({})", problem.message.it, problem.rule);
                found.entry(problem.file).or_insert(reason);
            }
        }
        for draft in loaded.board.items.iter().filter(|item| item.facts.is_draft()) {
            let path = &draft.document.source.path;
            if is_theirs(path) {
                found.entry(path.clone()).or_insert_with(|| "è una bozza".to_owned());
            }
        }
        if found.is_empty() {
            break;
        }
        let is_of = |board: &Incoming<'_>| found.keys().any(|path| board.files.contains_key(path));
        let touched: Vec<bool> = boards.iter().map(|(_, board)| is_of(board)).collect();
        reasons.extend(found);
        let left_out: BTreeSet<String> = reasons.keys().cloned().collect();
        boards.par_iter_mut().zip(touched).filter(|(_, touched)| *touched).for_each(|((_, board), _)| {
            board.make_files(host.config, &left_out);
        });
    }
    reasons
}

/// Error for a board that had announcements and has none.
fn describe_emptied(feed: &Feed) -> Error {
    let name = show_name(&feed.name);
    Error::Message(localized!(
        "«{name}» non ha più nessun annuncio, e potrebbe essere uno sbaglio: restano quelli che aveva. Se è vero, ripeti con --accept-empty",
        "`{name}` has no announcement any more, which may be a slip: those that it had stay. If it is so, repeat with --accept-empty"
    ))
}

impl Incoming<'_> {
    /// Makes the files without those of some paths, and without the translations that somebody of this board made.
    fn make_files(&mut self, config: &Config, left_out: &BTreeSet<String>) {
        let mut unwanted = self.folder.local_translations();
        unwanted.extend(left_out.iter().cloned());
        self.files = content_files(config, &self.items, &unwanted);
        let gone = self.gone.iter().filter(|(path, _)| !left_out.contains(*path));
        self.files.extend(gone.map(|(path, bytes)| (path.clone(), bytes.clone())));
    }

    /// The folder holds the files already.
    fn settle(self) -> Taken {
        self.describe(WriteCounts::default(), &HashMap::new())
    }

    fn write(self, reasons: &HashMap<String, String>) -> Result<Taken, Error> {
        let count = self.folder.replace(&self.files)?;
        Ok(self.describe(count, reasons))
    }

    fn describe(&self, count: WriteCounts, reasons: &HashMap<String, String>) -> Taken {
        let mut rejected: Vec<(String, Rejected)> = Vec::new();
        for item in &self.items {
            let own = item.path();
            let permalink = || item.permalink.clone();
            if let Some(reason) = reasons.get(&own) {
                rejected.push((own, Rejected { permalink: permalink(), language: None, reason: reason.clone() }));
                continue;
            }
            for language in item.translated_languages() {
                let path = item.translation_path(language);
                if let Some(reason) = reasons.get(&path) {
                    let (language, reason) = (Some(language.to_owned()), reason.clone());
                    rejected.push((path, Rejected { permalink: permalink(), language, reason }));
                }
            }
        }
        rejected.sort_by(|(one, _), (other, _)| one.cmp(other));
        Taken {
            folder: self.feed.content_folder(),
            name: self.feed.name.clone(),
            items: self.items.iter().filter(|item| self.files.contains_key(&item.path())).count(),
            count,
            rejected: rejected.into_iter().map(|(_, rejected)| rejected).collect(),
        }
    }
}
