//! `bacheca deploy`: sends the site to a bucket.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use super::json;
use super::progress::ProgressReport;
use super::{Context, Error, Outcome};
use crate::output::Bucket;
use crate::publish::Shard;
use crate::text::visible::show_name;

/// Long text of `--help`.
pub(super) const ABOUT: &str = "\
Send what changed of a built site to a bucket (S3 and what speaks like it).

Compares .bacheca-files, the list of what the build made, with the one that the last deploy left in the bucket. Sends what
is new or changed (pages after what they need), then deletes what is gone; what is in the bucket otherwise is not touched.
A deploy that was interrupted is repeated by the next.

Server and keys are read from the environment, never from the command: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY (and
AWS_SESSION_TOKEN), AWS_REGION, and AWS_ENDPOINT_URL for a server that is not Amazon's.

With --json one object: `version` 1, `bucket`, `mandati` and `cancellati` (lists of paths, in their order), `uguali` (how many
files were the same already), `prova` (true with --dry-run: nothing was touched).";

/// What was sent, for programs.
#[derive(Serialize)]
struct Answer<'c> {
    version: u32,
    bucket: String,
    mandati: &'c [String],
    cancellati: &'c [String],
    uguali: usize,
    prova: bool,
}

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The bucket, and the folder in it: s3://name/folder
    #[arg(value_name = "ADDRESS")]
    address: String,
    /// The folder of the site
    #[arg(long, default_value = "public", value_name = "DIR")]
    out: PathBuf,
    /// The folder holds only this part of the site (see build --shard): what others hold is left alone
    #[arg(long, value_name = "PART")]
    shard: Option<Shard>,
    /// Say what would be sent and deleted, and do nothing
    #[arg(long)]
    dry_run: bool,
    /// For programs: one JSON object
    #[arg(long)]
    pub(super) json: bool,
}

pub(super) fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Error> {
    let bucket = Bucket::open(&arguments.address, arguments.shard)?;
    let changes = bucket.compare(&context.root.join(&arguments.out))?;
    if !arguments.dry_run {
        let progress = ProgressReport::start(context);
        let deployed = bucket.deploy(&changes, &progress);
        progress.finish();
        deployed?;
    }
    if arguments.json {
        json::write(&Answer {
            version: json::VERSION,
            bucket: bucket.address().to_string(),
            mandati: &changes.send,
            cancellati: &changes.delete,
            uguali: changes.same,
            prova: arguments.dry_run,
        })?;
        return Ok(Outcome::Done);
    }
    let mut out = io::BufWriter::new(io::stdout().lock());
    let (send, delete, same) = (changes.send.len(), changes.delete.len(), changes.same);
    if arguments.dry_run {
        for path in &changes.send {
            writeln!(out, "+ {}", show_name(path))?;
        }
        for path in &changes.delete {
            writeln!(out, "- {}", show_name(path))?;
        }
        writeln!(out, "file da mandare {send}, da cancellare {delete}, già uguali {same}; non è stato toccato niente")?;
    } else {
        writeln!(out, "file mandati {send}, cancellati {delete}, già uguali {same}: {}", bucket.address())?;
    }
    out.flush()?;
    Ok(Outcome::Done)
}
