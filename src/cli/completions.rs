//! `bacheca completions`: prints what a shell needs to complete the command line.

use std::io::{self, Write};

use clap::{Args, CommandFactory};
use clap_complete::{Shell, generate};

use super::{Error, Outcome};

/// Long text of `--help`.
pub(super) const ABOUT: &str = "\
What a shell needs to complete commands, names and options. Where it goes depends on the shell:

  bash   bacheca completions bash > ~/.local/share/bash-completion/completions/bacheca
  zsh    bacheca completions zsh > ~/.zfunc/_bacheca      (with `fpath+=~/.zfunc` before compinit in .zshrc)
  fish   bacheca completions fish > ~/.config/fish/completions/bacheca.fish";

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Error> {
    // Written at once: the generators panic if the stream is closed.
    let mut script = Vec::new();
    generate(arguments.shell, &mut super::Arguments::command(), "bacheca", &mut script);
    io::stdout().lock().write_all(&script)?;
    Ok(Outcome::Done)
}
