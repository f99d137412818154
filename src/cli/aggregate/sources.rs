//! Files with the data of other boards, named on the command line: whose each is, site.toml says.

use std::collections::HashMap;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::compose::aggregate::{Feed, FeedData, MAX_FEED_BYTES};
use crate::config::{Config, FeedSource};
use crate::diagnostic::LocalizedString;
use crate::error::Error;
use crate::files::{is_plain_file, read_named_file};
use crate::localized;
use crate::text::site_address::normalize_site_address;
use crate::text::visible::{show_name, show_path};

/// A file with the data of a board.
#[derive(Debug)]
pub(super) struct DataFile<'c> {
    pub(super) path: PathBuf,
    /// The board that it is declared for.
    pub(super) source: Option<&'c FeedSource>,
    /// Name of the folder of that board's announcements.
    pub(super) folder_name: &'c str,
    /// Whether another file is declared for the same board.
    pub(super) is_repeated: bool,
}

/// Ending of new data, beside those that a board had.
const NEW_ENDING: &str = "json.nuovo";

impl DataFile<'_> {
    /// New data beside it.
    pub(super) fn new_path(&self) -> PathBuf {
        self.path.with_extension(NEW_ENDING)
    }

    /// Length of the data or of the new data, whichever are longer.
    pub(super) fn bytes(&self) -> u64 {
        let length = |path: &Path| fs::metadata(path).map_or(0, |found| found.len());
        length(&self.path).max(length(&self.new_path()))
    }
}

/// Lists the files of the arguments, with the boards that they are declared for: by their names without `.json`, or by
/// those of their folders. `folder_names` are those of the declared boards, in their order. What cannot be listed is left
/// out, with the reason.
pub(super) fn list_data<'c>(
    arguments: &[PathBuf],
    declared: &'c [FeedSource],
    folder_names: &'c [String],
) -> (Vec<DataFile<'c>>, Vec<Error>) {
    let (mut paths, mut failures) = (Vec::new(), Vec::new());
    for argument in arguments {
        match list_data_files(argument) {
            Ok(found) => paths.extend(found),
            Err(error) => failures.push(error),
        }
    }
    let named = declared.iter().zip(folder_names).map(|(source, folder)| (OsStr::new(&source.file), (source, folder)));
    let named: HashMap<&OsStr, (&FeedSource, &String)> = named.collect();
    let find = |path: &Path| {
        let of = |name: Option<&OsStr>| named.get(name?).copied();
        of(path.file_stem()).or_else(|| of(path.parent().and_then(Path::file_name)))
    };
    let mut times: HashMap<&str, usize> = HashMap::new();
    for (source, _) in paths.iter().filter_map(|path| find(path)) {
        *times.entry(source.file.as_str()).or_default() += 1;
    }
    let file = |path: PathBuf| match find(&path) {
        Some((source, folder_name)) => {
            let is_repeated = times.get(source.file.as_str()).is_some_and(|times| *times > 1);
            DataFile { path, source: Some(source), folder_name, is_repeated }
        }
        None => DataFile { path, source: None, folder_name: "", is_repeated: false },
    };
    (paths.into_iter().map(file).collect(), failures)
}

/// Lists the files of an argument: itself, or those in a folder that end in `.json`, in order.
fn list_data_files(path: &Path) -> Result<Vec<PathBuf>, Error> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let listed = fs::read_dir(path).and_then(|entries| entries.map(|entry| entry.map(|entry| entry.path())).collect());
    let mut found: Vec<PathBuf> = listed.map_err(|error| Error::read(path, &error))?;
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

/// Reads the data of one board and makes sure that they are its source's.
///
/// # Errors
/// What cannot be read, or not be believed, in words for whoever collects the data.
pub(super) fn read_data(data: &DataFile<'_>, config: &Config) -> Result<Feed, Error> {
    let file = data.path.as_path();
    if data.is_repeated
        && let Some(source) = data.source
    {
        let address = source.address();
        // Which of them is newer cannot be told.
        return Err(describe_file_error(
            file,
            localized!(
                "i dati di {address} ci sono due volte: lascia solo i più nuovi",
                "the data of {address} are there twice: leave only the newest"
            ),
        ));
    }
    let (source, folder_name) = (data.source, data.folder_name);
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
    let feed = data.into_feed(source, folder_name).map_err(|what| describe_file_error(file, what))?;
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
