//! Fingerprint of the inputs of a site other than its content.

use chrono::NaiveDate;

use crate::board::{Fingerprint, fingerprint};
use crate::config::Config;
use crate::error::Error;
use crate::files::program_version;
use crate::publish::Shard;
use crate::theme::Theme;
use crate::typesetter;

/// Computes the fingerprint of all inputs but the content and the static files: program, options, day, configuration,
/// theme, fonts.
///
/// # Errors
/// A configuration that was not parsed from a text.
pub(super) fn fingerprint_surroundings(
    config: &Config,
    theme: &Theme,
    today: NaiveDate,
    how: (&[String], bool, Option<Shard>),
) -> Result<Fingerprint, Error> {
    let (program, day, how) = (program_version(), today.to_string(), format!("{how:?}"));
    let toml = config.source.as_ref().map(|source| source.text.as_bytes());
    let toml = toml.ok_or_else(|| Error::internal("site.toml", "the configuration has no text"))?;
    let theme = fingerprint(theme.files().flat_map(|(path, bytes)| [path.as_bytes(), bytes]));
    let fonts = typesetter::fonts_fingerprint(config.aspetto.print_family.as_deref());
    Ok(fingerprint([program.as_bytes(), day.as_bytes(), how.as_bytes(), toml, &theme, &fonts]))
}
