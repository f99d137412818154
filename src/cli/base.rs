//! The board at an earlier commit, for `check --base REF`.

use std::path::Path;
use std::process::Command;

use crate::check::{Base, BaseItem};
use crate::diagnostic::LocalizedString;
use crate::error::{Cause, Error};
use crate::localized;
use crate::model::{Reader, Slug, decode_opportunity};
use crate::source::{parse, split};

/// Folder of items.
const ITEMS_FOLDER: &str = "content/opportunita";

/// Items published at the merge base with `reference`, among the files changed since.
pub(super) fn load_base(root: &Path, reference: &str) -> Result<Base, Error> {
    let commit = format!("{reference}^{{commit}}");
    run_git(root, &["rev-parse", "--verify", "--quiet", "--end-of-options", &commit]).map_err(|_| {
        localized!(
            "--base {reference}: nella storia di git non c'è",
            "--base {reference}: it is not in the history of git"
        )
    })?;
    // Compare with the merge base: items added to `reference` later were not removed by this branch.
    let fork = run_git(root, &["merge-base", reference, "HEAD"]).unwrap_or_else(|_| reference.to_owned());
    let fork = fork.trim();
    let changed = run_git(
        root,
        &["diff", "--name-only", "--no-renames", "--relative", "--diff-filter=MDT", "-z", fork, "--", ITEMS_FOLDER],
    )?;
    let items = changed
        .split('\0')
        .filter(|path| path.ends_with(".md"))
        .map(|path| Ok(parse_base_item(path, run_git(root, &["show", &format!("{fork}:./{path}")])?)))
        .collect::<Result<Vec<Option<BaseItem>>, Error>>()?;
    Ok(Base { items: items.into_iter().flatten().collect() })
}

/// Slugs of a published file; drafts and examples were never on posters.
fn parse_base_item(path: &str, text: String) -> Option<BaseItem> {
    let stem = path.rsplit('/').next()?.strip_suffix(".md")?;
    let slug = Slug::new(stem)?;
    let document = split(path, text.into_bytes()).ok()?;
    let mut problems = Vec::new();
    // A version from the history of git belongs to no loaded board, so it is parsed here.
    let root = parse(&document, &mut Vec::new())?;
    let facts = decode_opportunity(&root, &mut Reader::new(&mut problems));
    if facts.is_draft() || facts.example {
        return None;
    }
    let names = std::iter::once(&slug).chain(&facts.aliases).map(|name| name.as_str().to_owned()).collect();
    Some(BaseItem { path: path.to_owned(), names })
}

/// Runs git and returns its standard output.
pub(super) fn run_git(root: &Path, arguments: &[&str]) -> Result<String, Error> {
    let output = Command::new("git").arg("-C").arg(root).args(arguments).output();
    let output = output.map_err(|error| {
        let LocalizedString { it, en } = Cause::new(&error).localized();
        localized!("il programma git non si può usare: {it}", "the program git cannot be used: {en}")
    })?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        let said = said.trim();
        return Err(Error::Message(localized!("git risponde: {said}", "git answers: {said}")));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
