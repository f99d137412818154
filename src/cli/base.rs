//! The board at an earlier commit, for `check --base REF`.

use std::collections::HashSet;
use std::path::Path;

use super::git::Repository;
use crate::check::{BaseBoard, ItemBefore};
use crate::config::{self, Config};
use crate::error::Error;
use crate::localized;
use crate::model::{Reader, Slug, decode_opportunity, publications_path};
use crate::source::{parse, parse_list, split, split_list_text};

/// Folder of items.
const ITEMS_FOLDER: &str = "content/opportunita";

/// Items published at the merge base with `reference`, among the files changed since, the files added since, and the
/// languages of the site.
pub(super) fn load_base(root: &Path, reference: &str) -> Result<BaseBoard, Error> {
    let unknown = || {
        localized!(
            "--base {reference}: nella storia di git non c'è",
            "--base {reference}: it is not in the history of git"
        )
    };
    let repository = Repository::find(root).ok_or_else(unknown)?;
    let commit = format!("{reference}^{{commit}}");
    let commit = repository.run("rev-parse", &["--verify", "--quiet", "--end-of-options", &commit], &[]);
    let commit = commit.map_err(|_| unknown())?;
    let commit = commit.trim();
    // Compare with the merge base: items added to `reference` later were not removed by this branch.
    let fork = repository.run("merge-base", &[commit, "HEAD"], &[]).unwrap_or_else(|_| commit.to_owned());
    let fork = fork.trim();
    let relative = format!("--relative={}", repository.path(""));
    let compare = |filter: &str| {
        let options = ["--name-only", "--no-renames", "--ignore-submodules", &relative, filter, "-z", fork];
        repository.run("diff", &options, &[ITEMS_FOLDER])
    };
    let changed = compare("--diff-filter=MDT")?;
    let changed: Vec<&str> = content_paths(&changed).collect();
    let files = repository.files_at(fork, &changed)?;
    let beside: Vec<String> = changed.iter().map(|path| publications_path(path)).collect();
    let posted = repository.files_at(fork, &beside.iter().map(String::as_str).collect::<Vec<_>>())?;
    let posted: HashSet<String> =
        posted.into_iter().filter(|(path, bytes)| has_entries(path, bytes)).map(|(path, _)| path).collect();
    let items = files.into_iter().filter_map(|(path, bytes)| parse_base_item(&path, bytes, &posted)).collect();
    // Files that git does not know yet are new too.
    let prefix = repository.path("");
    let unknown =
        repository.run("ls-files", &["--others", "--exclude-standard", "--full-name", "-z"], &[ITEMS_FOLDER])?;
    let unknown = content_paths(&unknown).filter_map(|path| path.strip_prefix(&prefix));
    let added = compare("--diff-filter=A")?;
    let added = content_paths(&added).chain(unknown).map(str::to_owned).collect();
    let settings = repository.files_at(fork, &[config::FILE])?.pop();
    let settings = settings.and_then(|(_, bytes)| Config::parse(String::from_utf8(bytes).ok()?).ok());
    Ok(BaseBoard { items, added, languages: settings.map(|config| config.bacheca.lingue).unwrap_or_default() })
}

/// Paths of content files in a list that ends each with a null character.
fn content_paths(list: &str) -> impl Iterator<Item = &str> {
    list.split('\0').filter(|path| path.ends_with(".md"))
}

/// Slugs of a published file, given the paths of the files of posts that had any; drafts and examples were never on posters.
fn parse_base_item(path: &str, bytes: Vec<u8>, posted: &HashSet<String>) -> Option<ItemBefore> {
    let stem = path.rsplit('/').next()?.strip_suffix(".md")?;
    let slug = Slug::new(stem)?;
    let document = split(path, bytes).ok()?;
    let mut problems = Vec::new();
    // A version from the history of git belongs to no loaded board, so it is parsed here.
    let root = parse(&document, &mut Vec::new())?;
    let facts = decode_opportunity(&root, &mut Reader::new(&mut problems));
    if facts.is_draft() || facts.example {
        return None;
    }
    let names = std::iter::once(&slug).chain(&facts.aliases).map(|name| name.as_str().to_owned()).collect();
    let was_posted = !facts.publications.is_empty() || posted.contains(&publications_path(path));
    Some(ItemBefore { path: path.to_owned(), names, was_posted, facts: Box::new(facts) })
}

/// Whether a file of posts had any.
fn has_entries(path: &str, bytes: &[u8]) -> bool {
    let document = split_list_text(path, String::from_utf8_lossy(bytes).into_owned());
    parse_list(&document, &mut Vec::new()).is_some_and(|root| !root.is_empty())
}
