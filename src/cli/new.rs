//! `bacheca new`: writes a new announcement.

mod draft;
mod interview;
mod scaffold;
mod value;

use std::io::{self, IsTerminal, Write};

use clap::Args;

use super::terminal::PlainOutput;
use super::{Context, Error, Outcome};
use crate::check::report::Format;
use crate::diagnostic::MessageLanguage;
use crate::model::Kind;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// What it is: formazione, lavoro, abitare, normativa, notizia, progetto, evento
    #[arg(value_parser = parse_kind)]
    kind: Kind,
    /// Ask even if the input is not a terminal
    #[arg(long, conflicts_with = "print")]
    ask: bool,
    /// Print the form even on a terminal
    #[arg(long)]
    print: bool,
}

pub(super) fn parse_kind(key: &str) -> Result<Kind, String> {
    let keys = Kind::ALL.map(Kind::key).join(", ");
    Kind::from_key(&key.to_lowercase()).ok_or_else(|| format!("i tipi sono: {keys}"))
}

pub(super) fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Error> {
    let Some(loaded) = context.load(Format::Terminal, MessageLanguage::Italian)? else {
        return Ok(Outcome::ContentErrors);
    };
    let terminal = io::stdin().is_terminal() && io::stdout().is_terminal();
    if arguments.print || !(terminal || arguments.ask) {
        PlainOutput::lock().write_all(scaffold::scaffold(&loaded.board, arguments.kind).as_bytes())?;
        return Ok(Outcome::Done);
    }
    let (mut input, mut out) = (io::stdin().lock(), PlainOutput::lock());
    let written = interview::interview(&loaded.board, arguments.kind, &mut input, &mut out)?;
    drop(out);
    let Some(path) = written else { return Ok(Outcome::Done) };
    super::check::check_file(context, &path)
}
