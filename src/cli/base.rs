//! The board as it was at a point of its history: what `check --base REF` compares with.

use std::path::Path;
use std::process::Command;

use super::Failure;
use crate::check::{Base, BaseItem};
use crate::model::{Reader, Slug, decode_opportunity};
use crate::source::{parse, split};

/// Where items stand.
const ITEMS: &str = "content/opportunita";

/// What was published at `reference`, of the files that differ since this branch left it.
pub(super) fn base(root: &Path, reference: &str) -> Result<Base, Failure> {
    let commit = format!("{reference}^{{commit}}");
    git(root, &["rev-parse", "--verify", "--quiet", "--end-of-options", &commit])
        .map_err(|_| Failure::Said(format!("--base {reference}: nella storia di git non c'è")))?;
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
        .collect::<Result<Vec<Option<BaseItem>>, Failure>>()?;
    Ok(Base { items: items.into_iter().flatten().collect() })
}

/// The names of a file that was published; drafts and invented items were on nobody's wall.
fn item(path: &str, text: String) -> Option<BaseItem> {
    let stem = path.rsplit('/').next()?.strip_suffix(".md")?;
    let slug = Slug::new(stem)?;
    let document = split(path, text.into_bytes()).ok()?;
    let mut problems = Vec::new();
    let root = parse(&document, &mut Vec::new())?;
    let facts = decode_opportunity(&root, &mut Reader::new(path, &mut problems));
    if facts.is_draft() || facts.example {
        return None;
    }
    let names = std::iter::once(&slug).chain(&facts.aliases).map(|name| name.as_str().to_owned()).collect();
    Some(BaseItem { path: path.to_owned(), names })
}

/// What git says to some arguments.
pub(super) fn git(root: &Path, arguments: &[&str]) -> Result<String, Failure> {
    let output = Command::new("git").arg("-C").arg(root).args(arguments).output();
    let output = output.map_err(|error| Failure::Said(format!("git non si può usare: {error}")))?;
    if !output.status.success() {
        return Err(Failure::Said(format!("git: {}", String::from_utf8_lossy(&output.stderr).trim())));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
