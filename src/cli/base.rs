//! The board as it was at a point of its history: what `check --base REF` compares with.

use std::path::Path;
use std::process::Command;

use crate::check::{Base, BaseItem};
use crate::diagnostic::LocalizedString;
use crate::error::{Cause, Error};
use crate::localized;
use crate::model::{Reader, Slug, decode_opportunity};
use crate::source::{parse, split};

/// Where items stand.
const ITEMS: &str = "content/opportunita";

/// What was published at `reference`, of the files that differ since this branch left it.
pub(super) fn base(root: &Path, reference: &str) -> Result<Base, Error> {
    let commit = format!("{reference}^{{commit}}");
    git(root, &["rev-parse", "--verify", "--quiet", "--end-of-options", &commit]).map_err(|_| {
        localized!(
            "--base {reference}: nella storia di git non c'è",
            "--base {reference}: it is not in the history of git"
        )
    })?;
    // What others have added since this branch left is not taken away by it.
    let fork = git(root, &["merge-base", reference, "HEAD"]).unwrap_or_else(|_| reference.to_owned());
    let fork = fork.trim();
    let changed = git(
        root,
        &["diff", "--name-only", "--no-renames", "--relative", "--diff-filter=MDT", "-z", fork, "--", ITEMS],
    )?;
    let items = changed
        .split('\0')
        .filter(|path| path.ends_with(".md"))
        .map(|path| Ok(item(path, git(root, &["show", &format!("{fork}:./{path}")])?)))
        .collect::<Result<Vec<Option<BaseItem>>, Error>>()?;
    Ok(Base { items: items.into_iter().flatten().collect() })
}

/// The names of a file that was published; drafts and invented items were on nobody's wall.
fn item(path: &str, text: String) -> Option<BaseItem> {
    let stem = path.rsplit('/').next()?.strip_suffix(".md")?;
    let slug = Slug::new(stem)?;
    let document = split(path, text.into_bytes()).ok()?;
    let mut problems = Vec::new();
    // A version from the history of git: nobody has decoded it.
    let root = parse(&document, &mut Vec::new())?;
    let facts = decode_opportunity(&root, &mut Reader::new(&mut problems));
    if facts.is_draft() || facts.example {
        return None;
    }
    let names = std::iter::once(&slug).chain(&facts.aliases).map(|name| name.as_str().to_owned()).collect();
    Some(BaseItem { path: path.to_owned(), names })
}

/// What git says to some arguments.
pub(super) fn git(root: &Path, arguments: &[&str]) -> Result<String, Error> {
    let output = Command::new("git").arg("-C").arg(root).args(arguments).output();
    let output = output.map_err(|error| {
        let LocalizedString { it, en } = Cause::of(&error).localized();
        localized!("il programma git non si può usare: {it}", "the program git cannot be used: {en}")
    })?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        let said = said.trim();
        return Err(Error::Message(localized!("git risponde: {said}", "git answers: {said}")));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
