//! `bacheca aggregate`: imports announcements of other boards into this board's content.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::Args;

use super::progress::ProgressArguments;
use super::terminal::say;
use super::{Context, Error, Outcome};
use crate::board::ContentFiles;
use crate::check::check;
use crate::check::report::Format;
use crate::compose::aggregate::{Feed, FeedData, IncomingItem, MAX_FEED_BYTES, assign_slugs, content_files};
use crate::config::{Config, FeedSource};
use crate::diagnostic::{LocalizedString, MessageLanguage, Severity};
use crate::files::{is_plain_file, read_file_below, read_named_file, reject_linked_folders, replace_file_below};
use crate::localized;
use crate::model::PUBLICATIONS_ENDING;
use crate::progress::{Progress, Stage};
use crate::text::site_address::normalize_site_address;
use crate::text::visible::{show_name, show_path};

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
what a board no longer has is deleted, what was changed there by hand is lost, but for the notes of `bacheca posted`. Each names its board and links the
original. What this board's own rules would stop is left out, and said (exit code 1). Data that cannot be read, or are not
their source's, change nothing of that board, and those of the others are written (exit code 2).";

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Files dati/opportunita.json of other boards, named as in site.toml with .json, or folders of such files
    #[arg(required = true, value_name = "FILE")]
    feeds: Vec<PathBuf>,
    #[command(flatten)]
    progress: ProgressArguments,
}

pub(super) fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Error> {
    let Some((config, today)) = context.load_config(Format::Terminal, MessageLanguage::Italian)? else {
        return Ok(Outcome::ContentErrors);
    };
    let progress = arguments.progress.start();
    let (feeds, mut failures) = read_feeds(&arguments.feeds, &config, &progress);
    progress.begin(Stage::Check, 0);
    let board = ContentFiles::read(&context.root).load(config.clone(), today).board;
    let incoming = assign_slugs(&board, &feeds);
    let folders: Vec<String> = feeds.iter().map(Feed::content_folder).collect();
    let mut left_out: BTreeSet<String> = BTreeSet::new();
    let mut reasons: BTreeMap<String, String> = BTreeMap::new();
    // A rejected item may be referenced by another, so check again until no item has errors.
    let (files, board) = loop {
        let files = content_files(&config, &incoming, &left_out);
        let mut loaded =
            ContentFiles::read(&context.root).with_folders_replaced(&folders, &files).load(config.clone(), today);
        let checked = check(&loaded.board, std::mem::take(&mut loaded.problems), None);
        let left_out_before = left_out.len();
        for problem in checked.diagnostics.iter().filter(|problem| problem.severity == Severity::Error) {
            if files.contains_key(&problem.file) && left_out.insert(problem.file.clone()) {
                reasons.insert(problem.file.clone(), format!("{} ({})", problem.message.it, problem.rule));
            }
        }
        for draft in loaded.board.items.iter().filter(|item| item.facts.is_draft()) {
            let path = &draft.document.source.path;
            if files.contains_key(path) && left_out.insert(path.clone()) {
                reasons.insert(path.clone(), "è una bozza".to_owned());
            }
        }
        if left_out.len() == left_out_before {
            break (files, loaded.board);
        }
    };
    progress.finish();
    let mut out = io::stdout().lock();
    for (feed, folder) in feeds.iter().zip(&folders) {
        let files = files.iter().filter_map(|(path, bytes)| Some((path.strip_prefix(folder)?, bytes))).collect();
        let count = match sync_folder(&context.root, folder, &files) {
            Ok(count) => count,
            Err(error) => {
                failures.push(error);
                continue;
            }
        };
        let items = board.items.iter().filter(|item| item.document.source.path.starts_with(folder)).count();
        let WriteCounts { new, changed, gone } = count;
        writeln!(
            out,
            "{folder}: {items} annunci di «{}»; file nuovi {new}, cambiati {changed}, tolti {gone}",
            show_name(&feed.name)
        )?;
    }
    let outcome = print_rejected(&incoming, &reasons)?;
    let Some(last) = failures.pop() else { return Ok(outcome) };
    for failure in failures {
        say(&format!("bacheca: {failure}"))?;
    }
    Err(last)
}

/// Reads the data of all boards given as arguments. What cannot be read or believed is left out, with the reason.
fn read_feeds(paths: &[PathBuf], config: &Config, progress: &dyn Progress) -> (Vec<Feed>, Vec<Error>) {
    let (mut feeds, mut failures, mut files) = (Vec::new(), Vec::new(), Vec::new());
    for path in paths {
        match list_feed_files(path) {
            Ok(found) => files.extend(found),
            Err(error) => failures.push(error),
        }
    }
    let sources: Vec<Option<&FeedSource>> = files.iter().map(|file| find_source(file, &config.fonti)).collect();
    progress.begin(Stage::Feeds, files.len());
    for (file, source) in files.iter().zip(&sources) {
        let feed = match source {
            // Which of them is newer cannot be told.
            Some(source) if sources.iter().flatten().filter(|other| other.file == source.file).count() > 1 => {
                let address = source.address();
                Err(describe_file_error(
                    file,
                    localized!(
                        "i dati di {address} ci sono due volte: lascia solo i più nuovi",
                        "the data of {address} are there twice: leave only the newest"
                    ),
                ))
            }
            _ => read_feed(file, *source, config),
        };
        match feed {
            Ok(feed) => feeds.push(feed),
            Err(error) => failures.push(error),
        }
        progress.step();
    }
    (feeds, failures)
}

/// Lists the files of an argument: itself, or those in a folder that end in `.json`, in order.
fn list_feed_files(path: &Path) -> Result<Vec<PathBuf>, Error> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut found = list_folder(path).map_err(|error| Error::read(path, &error))?;
    found.retain(|file| is_plain_file(file) && file.extension().is_some_and(|ending| ending == "json"));
    if found.is_empty() {
        return Err(describe_file_error(
            path,
            localized!(
                "nella cartella non c'è nessun file che finisce in .json",
                "no file in the folder ends in .json"
            ),
        ));
    }
    found.sort();
    Ok(found)
}

/// Source that a file is declared for: by its name without `.json`, or by that of its folder.
fn find_source<'c>(file: &Path, sources: &'c [FeedSource]) -> Option<&'c FeedSource> {
    let of = |name: Option<&OsStr>| sources.iter().find(|source| name.is_some_and(|name| name == source.file.as_str()));
    of(file.file_stem()).or_else(|| of(file.parent().and_then(Path::file_name)))
}

/// Reads the data of one board and makes sure that they are its source's.
fn read_feed(file: &Path, source: Option<&FeedSource>, config: &Config) -> Result<Feed, Error> {
    let data = FeedData::parse(&read_bytes(file)?).map_err(|what| describe_file_error(file, what))?;
    let claimed = data.claimed_address().map_err(|what| describe_file_error(file, what))?;
    if normalize_site_address(&claimed) == normalize_site_address(&config.bacheca.indirizzo) {
        return Err(describe_file_error(
            file,
            localized!(
                "sono i dati di questa bacheca: togli il file, servono quelli delle altre",
                "these are the data of this board: remove the file, those of others are needed"
            ),
        ));
    }
    let Some(source) = source else {
        return Err(describe_undeclared(file, &claimed, data.claimed_name().as_deref().unwrap_or("…")));
    };
    let feed = data.into_feed(source, &config.fonti).map_err(|what| describe_file_error(file, what))?;
    if let Some(language) = feed.language.as_ref().filter(|language| **language != config.bacheca.lingua) {
        let (language, own) = (show_name(language), &config.bacheca.lingua);
        return Err(describe_file_error(
            file,
            localized!(
                "quella bacheca è scritta nella lingua «{language}», questa in «{own}»",
                "that board is written in the language `{language}`, this one in `{own}`"
            ),
        ));
    }
    Ok(feed)
}

/// Error for a file that belongs to no source, with the lines to add.
fn describe_undeclared(file: &Path, address: &str, name: &str) -> Error {
    let quote = |text: &str| toml::Value::from(text).to_string();
    let stem = show_name(&file.file_stem().unwrap_or_default().to_string_lossy());
    let lines = format!("[[fonti]]\nfile = {}\nnome = {}\nindirizzo = {}", quote(&stem), quote(name), quote(address));
    let file = show_path(file);
    Error::Message(localized!(
        "{file}: site.toml non dice di quale bacheca sono questi dati, e non si prende niente. Dicono di essere di quella qui sotto: se è vero, e se ti fidi, aggiungi in fondo a site.toml\n\n{lines}\n",
        "{file}: site.toml does not say whose data these are, and nothing is taken. They say to be of the board below: if that is so, and you trust it, add at the end of site.toml\n\n{lines}\n"
    ))
}

fn read_bytes(file: &Path) -> Result<Vec<u8>, Error> {
    read_named_file(file, MAX_FEED_BYTES).map_err(|error| match error.kind() {
        io::ErrorKind::FileTooLarge => {
            let most = MAX_FEED_BYTES / 1024 / 1024;
            describe_file_error(
                file,
                localized!(
                    "il file supera {most} MB: non può essere una bacheca",
                    "the file is larger than {most} MB: it cannot be a board"
                ),
            )
        }
        io::ErrorKind::NotFound => describe_file_error(
            file,
            localized!(
                "il file non c'è: scarica prima i dati, per esempio con curl --fail",
                "there is no such file: get the data first, for example with curl --fail"
            ),
        ),
        _ => Error::read(file, &error),
    })
}

fn describe_file_error(file: &Path, LocalizedString { it, en }: LocalizedString) -> Error {
    let file = show_path(file);
    Error::Message(localized!(
        "{file}: {it}. Gli annunci di quella bacheca restano com'erano",
        "{file}: {en}. The announcements of that board stay as they were"
    ))
}

/// Lists the paths in a folder.
fn list_folder(folder: &Path) -> io::Result<Vec<PathBuf>> {
    fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect()
}

/// Numbers of written and deleted files.
#[derive(Default)]
struct WriteCounts {
    new: usize,
    changed: usize,
    gone: usize,
}

/// Synchronises the folder of a board: writes these files and deletes all other announcements.
fn sync_folder(root: &Path, folder: &str, files: &BTreeMap<&str, &Vec<u8>>) -> Result<WriteCounts, Error> {
    // What is gone is deleted below the folder too.
    let inside = Path::new(folder).join("*.md");
    reject_linked_folders(root, &inside).map_err(|error| Error::write(&root.join(folder), &error))?;
    let mut count = WriteCounts::default();
    for (name, bytes) in files {
        let path = Path::new(folder).join(name);
        let error = |error| Error::write(&root.join(&path), &error);
        match read_file_below(root, &path, bytes.len() as u64) {
            Ok(same) if same == **bytes => continue,
            Err(missing) if missing.kind() == io::ErrorKind::NotFound => count.new += 1,
            _ => count.changed += 1,
        }
        if root.join(&path).is_symlink() {
            fs::remove_file(root.join(&path)).map_err(error)?;
        }
        replace_file_below(root, &path, bytes).map_err(error)?;
    }
    let folder = root.join(folder);
    let there = match list_folder(&folder) {
        Ok(there) => there,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(count),
        Err(error) => return Err(Error::read(&folder, &error)),
    };
    for path in there {
        let name = path.file_name().map(OsStr::to_string_lossy);
        let is_gone = |name: &str| match name.strip_suffix(PUBLICATIONS_ENDING) {
            // This board's notes on an announcement stay as long as it does.
            Some(slug) => !files.contains_key(format!("{slug}.md").as_str()),
            None => name.ends_with(".md") && !files.contains_key(name),
        };
        let gone = name.is_some_and(|name| is_gone(&name));
        if gone && (path.is_symlink() || !path.is_dir()) {
            fs::remove_file(&path).map_err(|error| Error::write(&path, &error))?;
            count.gone += 1;
        }
    }
    Ok(count)
}

/// Prints the rejected items with the reasons.
fn print_rejected(incoming: &[IncomingItem<'_>], reasons: &BTreeMap<String, String>) -> Result<Outcome, Error> {
    if reasons.is_empty() {
        return Ok(Outcome::Done);
    }
    for (path, reason) in reasons {
        // Translations are beside the original: `name.ar.md`.
        let of = |one: &&IncomingItem<'_>| {
            path.strip_prefix(&one.folder).and_then(|name| name.split('.').next()) == Some(one.slug.as_str())
        };
        let what = incoming.iter().find(of).map_or(path.as_str(), |one| one.permalink.as_str());
        let language = path
            .strip_suffix(".md")
            .and_then(|path| path.rsplit('/').next()?.split_once('.'))
            .map(|(_, language)| language);
        let language = language.map(|language| format!(", traduzione «{language}»")).unwrap_or_default();
        let (what, reason) = (show_name(what), show_name(reason));
        say(&format!("lasciato fuori {what}{language}: {reason}"))?;
    }
    let count = reasons.len();
    say(&format!(
        "bacheca: {count} file lasciati fuori, perché le regole di questa bacheca li fermerebbero; il resto è scritto. Avvisa chi cura quella bacheca"
    ))?;
    Ok(Outcome::ContentErrors)
}
