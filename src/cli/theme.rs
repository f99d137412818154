//! `bacheca theme`: lists the files of the default theme, and copies one into the board's own.

use std::io::{self, ErrorKind, Write};

use clap::Subcommand;

use super::{Context, Error, Outcome};
use crate::check::report::Format;
use crate::diagnostic::{LocalizedString, MessageLanguage, nearest};
use crate::files::create_file_below;
use crate::localized;
use crate::text::visible::{show_name, show_path};
use crate::theme::Theme;

/// Text of `theme --help`.
pub(super) const ABOUT: &str = "\
The files of the theme that a board can change: texts, pages, style sheets, pictograms, sheets of paper.

For another word no file has to be copied: a file i18n/it.ftl with this one line is enough. Colours and letters are in
`[aspetto]` of site.toml, and assets/extra.css is loaded after our style sheets.";

/// What to do with the theme.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// List the files of the default theme, with `*` those that the board has changed or added
    List,
    /// Copy a file of the default theme into the board's own theme, to change it there
    Eject {
        /// Path in the theme, as `theme list` shows it: pages/home.html
        path: String,
    },
}

pub(super) fn run(context: &Context, command: &Command) -> Result<Outcome, Error> {
    let Some((config, _)) = context.load_config(Format::Terminal, MessageLanguage::Italian)? else {
        return Ok(Outcome::ContentErrors);
    };
    let name = &config.bacheca.tema;
    match command {
        Command::List => list(&Theme::load(&context.root, name)?),
        Command::Eject { path } => eject(context, name, path),
    }
}

fn list(theme: &Theme) -> Result<Outcome, Error> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    for (path, _) in theme.files() {
        let mark = if theme.is_overridden(path) { '*' } else { ' ' };
        writeln!(out, "{mark} {path}")?;
    }
    out.flush()?;
    Ok(Outcome::Done)
}

fn eject(context: &Context, name: &str, path: &str) -> Result<Outcome, Error> {
    let known = Theme::embedded_paths();
    let Some(text) = Theme::embedded_text(path).filter(|_| known.iter().any(|known| known == path)) else {
        return Err(Error::Message(reject_unknown(path, &known)));
    };
    let below = format!("themes/{name}/{path}");
    let file = context.root.join(&below);
    create_file_below(&context.root, &below, text.as_bytes()).map_err(|error| {
        let shown = show_path(&file);
        match error.kind() {
            ErrorKind::AlreadyExists => Error::Message(localized!(
                "{shown}: c'è già, e non lo sovrascrivo: per ripartire da quello di base spostalo",
                "{shown}: is there already, and is not overwritten: to begin again from the default one move it away"
            )),
            _ => Error::write(&file, &error),
        }
    })?;
    writeln!(io::stdout().lock(), "{}", show_path(&file))?;
    Ok(Outcome::Done)
}

/// Why a path cannot be copied, with one that may be meant.
fn reject_unknown(path: &str, known: &[String]) -> LocalizedString {
    let name = |path: &str| path.rsplit('/').next().map(str::to_owned);
    let same_name = known.iter().find(|known| name(known) == name(path)).map(String::as_str);
    let shown = show_name(path);
    match same_name.or_else(|| nearest(path, known.iter().map(String::as_str))) {
        Some(meant) => localized!(
            "nel tema di base non c'è «{shown}»: volevi dire {meant}?",
            "the default theme has no `{shown}`: did you mean {meant}?"
        ),
        None => localized!(
            "nel tema di base non c'è «{shown}»: `bacheca theme list` elenca i file",
            "the default theme has no `{shown}`: `bacheca theme list` lists the files"
        ),
    }
}
