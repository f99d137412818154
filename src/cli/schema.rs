//! `bacheca schema`: prints what other programs need to know of the fields: the JSON Schema of announcements, the
//! configuration of a CMS.

use std::io::{self, Write};

use clap::{Args, ValueEnum};

use super::terminal::PlainOutput;
use super::{Context, Error, Outcome};
use crate::check::report::Format;
use crate::diagnostic::MessageLanguage;
use crate::form::{Cms, write_cms_config, write_issue_form};
use crate::locale::Locales;
use crate::model::{json_schema, publications_schema};
use crate::theme::Theme;

#[derive(Debug, Args)]
#[group(multiple = false)]
pub(super) struct Arguments {
    /// Of the posts beside an announcement, `<slug>.pubblicazioni.yaml`, instead of the announcement
    #[arg(long)]
    publications: bool,
    /// Instead of a schema, the configuration of a CMS in the browser for the files of this board (config.yml)
    #[arg(long, value_name = "CMS", value_enum)]
    cms: Option<CmsName>,
    /// Instead of a schema, the form with which people propose an announcement on GitHub (.github/ISSUE_TEMPLATE/annuncio.yml)
    #[arg(long)]
    issue_form: bool,
}

/// A CMS, on the command line.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum CmsName {
    Sveltia,
    Decap,
}

pub(super) fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Error> {
    if let Some(name) = arguments.cms {
        let cms = match name {
            CmsName::Sveltia => Cms::Sveltia,
            CmsName::Decap => Cms::Decap,
        };
        return print_cms_config(context, cms);
    }
    if arguments.issue_form {
        PlainOutput::lock().write_all(write_issue_form().as_bytes())?;
        return Ok(Outcome::Done);
    }
    let schema = if arguments.publications { publications_schema() } else { json_schema() };
    let mut out = io::BufWriter::new(io::stdout().lock());
    serde_json::to_writer_pretty(&mut out, &schema).map_err(io::Error::from)?;
    writeln!(out)?;
    Ok(Outcome::Done)
}

fn print_cms_config(context: &Context, cms: Cms) -> Result<Outcome, Error> {
    let Some(loaded) = context.load(Format::Terminal, MessageLanguage::Italian)? else {
        return Ok(Outcome::ContentErrors);
    };
    let board = &loaded.board;
    let theme = Theme::of_board(&board.root, &board.config)?;
    let locales = Locales::load(&theme, &board.config.bacheca.lingue)?;
    PlainOutput::lock().write_all(write_cms_config(board, &locales, cms).as_bytes())?;
    Ok(Outcome::Done)
}
