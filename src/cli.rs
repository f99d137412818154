//! Command-line arguments, dispatch, and the only place that prints.

mod aggregate;
mod ask;
mod base;
#[cfg(feature = "site")]
mod build;
mod channel_names;
mod check;
mod clean;
mod completions;
#[cfg(feature = "site")]
mod deploy;
mod explain;
mod fix;
mod git;
mod init;
mod intake;
mod json;
mod list;
mod manual;
mod named_items;
mod new;
mod plan;
mod post;
mod posted;
#[cfg(feature = "site")]
mod poster;
mod progress;
mod rename;
mod renew;
mod schema;
#[cfg(feature = "site")]
mod serve;
mod status_change;
mod terminal;
mod theme;
mod translate;
mod verbosity;
#[cfg(not(feature = "site"))]
mod without_site;
mod zone_names;

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chrono::{NaiveDate, Utc};
use clap::{Parser, Subcommand, ValueEnum};

use crate::board::{Board, LoadedBoard, Problem, load};
use crate::check::report::{self, Format, Report};
use crate::check::to_diagnostic;
use crate::config::Config;
use crate::diagnostic::MessageLanguage;
use crate::error::Error;
use crate::files::{reject_linked_folders, replace_file};
use crate::locale::{Locale, Locales};
use crate::localized;
use crate::text::slash_path::slash_path;
use crate::text::visible::{show_name, show_path};
use named_items::{
    find_accepted_item, find_named_item, find_posted_item, find_public_item, reject_draft, reject_unreadable_posts,
};
use verbosity::Verbosity;
#[cfg(not(feature = "site"))]
use without_site::{self as build, self as deploy, self as poster, self as serve};

/// An opportunity board from a folder of Markdown files.
#[derive(Debug, Parser)]
#[command(name = "bacheca", version, about, propagate_version = true)]
struct Arguments {
    /// The board's folder: the one with site.toml; by default this one, or the nearest above it
    #[arg(long, global = true, value_name = "DIR")]
    root: Option<PathBuf>,
    /// Pretend that today is this day (year-month-day)
    #[arg(long, global = true, value_name = "DATE")]
    today: Option<NaiveDate>,
    #[command(flatten)]
    verbosity: Verbosity,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Check everything, then publish the site
    #[cfg_attr(feature = "site", command(long_about = build::ABOUT))]
    #[cfg_attr(not(feature = "site"), command(hide = true))]
    Build(build::Arguments),
    /// Preview the board: build in memory, watch, rebuild, reload
    #[cfg_attr(not(feature = "site"), command(hide = true))]
    Serve(serve::Arguments),
    /// Run every rule over every file, and report every problem at once
    Check(check::Arguments),
    /// Write a new announcement: questions on a terminal, otherwise a form to fill in
    New(new::Arguments),
    /// A draft from a message as people send it, with the questions to send back
    #[command(long_about = intake::ABOUT)]
    Intake(intake::Arguments),
    /// The message with the questions to send back to the organisation
    #[command(long_about = ask::ABOUT)]
    Ask(ask::Arguments),
    /// The file to fill in for another language, or what has changed since it was made
    Translate(translate::Arguments),
    /// The announcements, a line each: open, drafts, closing, untranslated
    #[command(long_about = list::ABOUT)]
    List(list::Arguments),
    /// What to post in the next two weeks
    #[command(long_about = plan::ABOUT)]
    Plan(plan::Arguments),
    /// Note beside an announcement that it was posted
    Posted(posted::Arguments),
    /// Move the last day of an announcement on, and say which it was before
    Extend(status_change::Extend),
    /// Write that an announcement is cancelled
    Cancel(status_change::Named),
    /// Write that all places are taken
    Full(status_change::Full),
    /// Write that what was full, cancelled or withdrawn is open again
    Reopen(status_change::Reopen),
    /// Take an announcement back: of its page only the address is left, with a notice
    Withdraw(status_change::Named),
    /// A new edition of an announcement, in a file of its own: without its dates a draft with questions
    Renew(renew::Arguments),
    /// Another name for an announcement: the address it had leads to the new one
    Rename(rename::Arguments),
    /// The text of an announcement for a channel, ready to paste
    Post(post::Arguments),
    /// Posters as a file to print: of some announcements, of everything open, for a reception centre
    #[cfg_attr(not(feature = "site"), command(hide = true))]
    Poster(poster::Arguments),
    /// What a rule looks after, with an example; without a name, every rule
    Explain(explain::Arguments),
    /// Take over the announcements of other boards, from their data fetched before
    #[command(long_about = aggregate::ABOUT)]
    Aggregate(aggregate::Arguments),
    /// Send what changed of a built site to a bucket
    #[command(long_about = deploy::ABOUT)]
    #[cfg_attr(not(feature = "site"), command(hide = true))]
    Deploy(deploy::Arguments),
    /// The JSON Schema of announcements, for editors
    Schema(schema::Arguments),
    /// The files of the theme that a board can change
    #[command(subcommand, long_about = theme::ABOUT)]
    Theme(theme::Command),
    /// Delete what builds made and can make again: the site, what was printed
    Clean(clean::Arguments),
    /// Start a new board in a folder
    Init(init::Arguments),
    /// What a shell needs to complete commands, names and options
    #[command(long_about = completions::ABOUT)]
    Completions(completions::Arguments),
    /// The manual pages: that of the program, or one of each command into a folder
    Man(manual::Arguments),
}

impl Command {
    /// Language of messages: `--lang` for commands that have it, else Italian.
    fn language(&self) -> MessageLanguage {
        match self {
            Self::Check(arguments) => arguments.lang.into(),
            Self::Ask(arguments) => arguments.lang.into(),
            Self::Intake(arguments) => arguments.lang.into(),
            Self::Explain(arguments) => arguments.lang.into(),
            _ => MessageLanguage::Italian,
        }
    }

    /// Whether a program reads the answer.
    fn wants_json(&self) -> bool {
        match self {
            #[cfg(feature = "site")]
            Self::Build(arguments) => arguments.json,
            #[cfg(feature = "site")]
            Self::Deploy(arguments) => arguments.json,
            Self::Ask(arguments) => arguments.json,
            Self::List(arguments) => arguments.json,
            Self::Plan(arguments) => arguments.json,
            _ => false,
        }
    }
}

/// Value of `--lang`.
#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum Language {
    #[default]
    It,
    En,
}

impl From<Language> for MessageLanguage {
    fn from(language: Language) -> Self {
        match language {
            Language::It => Self::Italian,
            Language::En => Self::English,
        }
    }
}

/// Outcome of a command, for the exit status.
pub(crate) enum Outcome {
    /// Success, exit status 0.
    Done,
    /// Content errors, exit status 1.
    ContentErrors,
}

/// Parses `arguments` and runs the command. Exit status 0: success; 1: content errors; 2: usage or system errors.
#[must_use]
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => {
            // clap reports `--help` and `--version` as errors, on standard output.
            let code = if error.use_stderr() { 2 } else { 0 };
            let _ = error.print();
            return ExitCode::from(code);
        }
    };
    let (language, wants_json) = (arguments.command.language(), arguments.command.wants_json());
    let root = arguments.root.unwrap_or_else(find_board_folder);
    let context = Context { root, today: arguments.today, verbosity: arguments.verbosity };
    arguments.verbosity.start();
    let outcome = match arguments.command {
        Command::Build(arguments) => build::run(&context, &arguments),
        Command::Serve(arguments) => serve::run(&context, &arguments),
        Command::Check(arguments) => check::run(&context, &arguments),
        Command::New(arguments) => new::run(&context, &arguments),
        Command::Intake(arguments) => intake::run(&context, &arguments),
        Command::Ask(arguments) => ask::run(&context, &arguments),
        Command::Translate(arguments) => translate::run(&context, &arguments),
        Command::List(arguments) => list::run(&context, &arguments),
        Command::Plan(arguments) => plan::run(&context, &arguments),
        Command::Posted(arguments) => posted::run(&context, &arguments),
        Command::Extend(arguments) => status_change::run_extend(&context, &arguments),
        Command::Cancel(arguments) => status_change::run_cancel(&context, &arguments),
        Command::Full(arguments) => status_change::run_full(&context, &arguments),
        Command::Reopen(arguments) => status_change::run_reopen(&context, &arguments),
        Command::Withdraw(arguments) => status_change::run_withdraw(&context, &arguments),
        Command::Renew(arguments) => renew::run(&context, &arguments),
        Command::Rename(arguments) => rename::run(&context, &arguments),
        Command::Clean(arguments) => clean::run(&context, &arguments),
        Command::Post(arguments) => post::run(&context, &arguments),
        Command::Poster(arguments) => poster::run(&context, &arguments),
        Command::Explain(arguments) => explain::run(&context, &arguments),
        Command::Aggregate(arguments) => aggregate::run(&context, &arguments),
        Command::Deploy(arguments) => deploy::run(&context, &arguments),
        Command::Schema(arguments) => schema::run(&context, &arguments),
        Command::Theme(command) => theme::run(&context, &command),
        Command::Init(arguments) => init::run(&context, &arguments),
        Command::Completions(arguments) => completions::run(&arguments),
        Command::Man(arguments) => manual::run(&arguments),
    };
    match outcome {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::ContentErrors) => ExitCode::from(1),
        // A closed pipe (`bacheca check | head`) is not an error.
        Err(error) if error.is_broken_pipe() => ExitCode::SUCCESS,
        Err(error) => {
            let reason = error.in_language(language);
            if wants_json {
                let _ = json::write_failure(&reason);
            }
            let _ = terminal::say(&format!("bacheca: {reason}"));
            ExitCode::from(2)
        }
    }
}

/// The working folder if it has `site.toml`, else the nearest folder above it that has, else the working folder. Relative,
/// so that messages show short paths.
fn find_board_folder() -> PathBuf {
    let here = PathBuf::from(".");
    let Ok(working) = std::env::current_dir() else { return here };
    let has_configuration = |folder: &&Path| folder.join(crate::config::FILE).is_file();
    let levels = working.ancestors().position(|folder| has_configuration(&folder));
    levels.filter(|levels| *levels > 0).map_or(here, |levels| std::iter::repeat_n("..", levels).collect())
}

/// Global arguments, shared by all commands.
pub(crate) struct Context {
    root: PathBuf,
    today: Option<NaiveDate>,
    verbosity: Verbosity,
}

impl Context {
    /// Writes advice: what to do next, what else there is. Not with `--quiet`.
    fn advise(&self, advice: &str) -> io::Result<()> {
        if self.verbosity.is_quiet() { Ok(()) } else { writeln!(io::stdout().lock(), "{advice}") }
    }

    /// Writes a remark to the error stream. Not with `--quiet`.
    fn remark(&self, remark: &str) -> io::Result<()> {
        if self.verbosity.is_quiet() { Ok(()) } else { terminal::say(remark) }
    }

    /// Loads the board; `None` after reporting problems of `site.toml`.
    fn load(&self, format: Format, language: MessageLanguage) -> Result<Option<LoadedBoard>, Error> {
        let config = self.load_config(format, language)?;
        Ok(config.map(|(config, today)| load(&self.root, config, today)))
    }

    /// Loads `site.toml` and the current day in its time zone; `None` after reporting its problems.
    fn load_config(&self, format: Format, language: MessageLanguage) -> Result<Option<(Config, NaiveDate)>, Error> {
        let config = match Config::load(&self.root) {
            Ok(config) => config,
            Err((source, found)) => {
                let problem = to_diagnostic(&Problem::in_file(crate::config::FILE, found));
                let report = Report::from_configuration(&source, &problem, language, wants_colour());
                if !self.root.join(crate::config::FILE).is_file() {
                    return Err(
                        Error::Message(problem.message).in_part(show_path(&self.root.join(crate::config::FILE)))
                    );
                }
                report::write(&mut io::stdout().lock(), &report, format)?;
                return Ok(None);
            }
        };
        self.reject_linked_content()?;
        let today = self.today.unwrap_or_else(|| Utc::now().with_timezone(&config.bacheca.fuso).date_naive());
        Ok(Some((config, today)))
    }
}

impl Context {
    /// Writes a file that a command makes, and shows its path. Below the board's folder not through a link: one that a
    /// proposal brings would lead outside it.
    fn write_output(&self, out: &Path, bytes: &[u8]) -> Result<(), Error> {
        let absolute = std::path::absolute(out).map_err(|error| Error::write(out, &error))?;
        let root = std::path::absolute(&self.root).map_err(|error| Error::read(&self.root, &error))?;
        if let Ok(below) = absolute.strip_prefix(&root) {
            reject_linked_folders(&root, below).map_err(|error| Error::write(out, &error))?;
        }
        replace_file(out, bytes).map_err(|error| Error::write(out, &error))?;
        writeln!(io::stdout().lock(), "{}", show_path(out))?;
        Ok(())
    }

    /// Rejects a `content` folder that is a link: links are not followed, and the board would be empty.
    fn reject_linked_content(&self) -> Result<(), Error> {
        let content = self.root.join("content");
        if content.is_symlink() {
            let content = show_path(&content);
            return Err(Error::Message(localized!(
                "{content}: è un collegamento, e i collegamenti non si seguono: metti qui la cartella stessa, o indica con --root la bacheca vera",
                "{content}: is a link, and links are not followed: put the folder itself here, or name the true board with --root"
            )));
        }
        Ok(())
    }

    /// Converts the path of a content file to one below the board's folder, with `/`.
    fn content_path(&self, file: &Path) -> Result<String, Error> {
        let root = self.root.canonicalize().map_err(|error| Error::read(&self.root, &error))?;
        let below_root = [file.to_owned(), root.join(file)].into_iter().find_map(|path| path.canonicalize().ok());
        let shown = show_path(file);
        let path =
            below_root.ok_or_else(|| localized!("{shown}: il file non c'è", "{shown}: there is no such file"))?;
        let path = path.strip_prefix(&root).map_err(|_| {
            localized!(
                "{shown}: il file non è nella cartella della bacheca",
                "{shown}: the file is not in the folder of the board"
            )
        })?;
        Ok(slash_path(path))
    }
}

/// Whether to print colours: standard output is a terminal and `NO_COLOR` is not set.
fn wants_colour() -> bool {
    use std::io::IsTerminal;
    io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

/// Looks up languages by code; the board's default language if no code is given.
fn find_locales<'l>(locales: &'l Locales, codes: &[String]) -> Result<Vec<&'l Locale>, Error> {
    if codes.is_empty() {
        return Ok(vec![locales.board_locale()]);
    }
    let known = || locales.iter().map(|locale| locale.code.clone()).collect::<Vec<_>>();
    let find = |code: &String| locales.get(code).ok_or_else(|| unknown_language_error(code, &known()));
    codes.iter().map(find).collect()
}

/// The board does not have a language.
fn unknown_language_error(code: &str, known: &[String]) -> Error {
    let (code, known) = (show_name(code), known.join(", "));
    Error::Message(localized!(
        "la bacheca non ha la lingua «{code}»: ha {known}",
        "the board does not have the language `{code}`: it has {known}"
    ))
}

/// A sheet to hand over is for one reader.
fn one_language_error() -> Error {
    Error::Message(localized!(
        "un foglio è per una persona: una lingua sola, `--lang bn`; l'altra è quella della bacheca",
        "a sheet is for one person: one language, `--lang bn`; the other is the board's own"
    ))
}

/// Path of a new file among this year's announcements, with a name like `wanted`.
fn free_item_path(board: &Board, wanted: &str) -> String {
    let path = |name: &str| format!("content/opportunita/{}/{name}.md", board.today.format("%Y"));
    let is_free = |name: &str| board.item(name).is_none() && board.root.join(path(name)).symlink_metadata().is_err();
    let numbered = (2..1000).map(|number| format!("{wanted}-{number}"));
    let name = std::iter::once(wanted.to_owned()).chain(numbered).find(|name| is_free(name));
    path(name.as_deref().unwrap_or(wanted))
}
