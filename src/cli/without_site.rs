//! Stubs of `build`, `deploy`, `poster` and `serve` for programs compiled without the feature `site`.

use std::ffi::OsString;

use clap::Args;

use super::{Context, Outcome};
use crate::error::Error;
use crate::localized;

/// Text of `deploy --help`.
pub(super) const ABOUT: &str = "Not in this program: it was compiled without the feature `site`.";

/// Accepts and ignores any arguments.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(hide = true, trailing_var_arg = true, allow_hyphen_values = true)]
    _ignored: Vec<OsString>,
}

pub(super) fn run(_: &Context, _: &Arguments) -> Result<Outcome, Error> {
    Err(Error::Message(localized!(
        "questo programma controlla gli annunci e ne scrive i testi, ma non fa siti né locandine: è stato compilato senza `site`. Per averlo intero compilalo senza --no-default-features",
        "this program checks announcements and writes their texts, but makes no sites or posters: it was compiled without `site`. For the whole one compile it without --no-default-features"
    )))
}
