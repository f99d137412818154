//! The declaration of pages: what it names is what is built, and whatever reads it says the same.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use bacheca::board::load;
use bacheca::config::Config;
use bacheca::output::MemorySink;
use bacheca::pipeline::render_context;
use bacheca::publish::{RenderContext, declared_files, find_address, publish_at};

use crate::support::{ADDRESS, TODAY, bacheca, none, small_board, small_site, tree, write};

fn context(board: &Path) -> RenderContext {
    let config = Config::load(board).map_err(|_| "site.toml").unwrap();
    render_context(&load(board, config, TODAY.parse().unwrap())).unwrap()
}

/// The pages of the site that ask to be listed under their own address.
fn listable() -> BTreeSet<String> {
    let is_listable = |(path, bytes): &(String, Vec<u8>)| {
        let page = path.strip_suffix("index.html").unwrap_or(path);
        let text = std::str::from_utf8(bytes).unwrap();
        let canonical = format!("<link rel=\"canonical\" href=\"{ADDRESS}{page}\">");
        !text.contains("<meta name=\"robots\" content=\"noindex\">") && text.contains(&canonical)
    };
    let pages = tree(small_site()).into_iter().filter(|(path, _)| path.ends_with(".html")).filter(is_listable);
    pages.map(|(path, _)| path.strip_suffix("index.html").unwrap_or(&path).to_owned()).collect()
}

#[test]
fn the_sitemap_lists_every_page_that_may_be_listed_and_nothing_else() {
    let sitemap = String::from_utf8(tree(small_site()).remove("sitemap.xml").unwrap()).unwrap();
    let address = |rest: &str| rest.split("</loc>").next().unwrap().strip_prefix(ADDRESS).unwrap().to_owned();
    let listed: Vec<String> = sitemap.split("<loc>").skip(1).map(address).collect();
    let once: BTreeSet<String> = listed.iter().cloned().collect();
    assert_eq!(listed.len(), once.len(), "an address is there twice");
    let listable = listable();
    assert!(listable.len() > 50, "{}", listable.len());
    let missing = listable.difference(&once).map(|path| format!("«{path}» is missing"));
    none(missing.chain(once.difference(&listable).map(|path| format!("«{path}» asks not to be listed"))).collect());
}

#[test]
fn the_files_that_are_declared_are_those_that_are_built() {
    let board = small_board();
    let declared: BTreeSet<String> = declared_files(&context(board.path())).unwrap().into_keys().collect();
    let is_named_when_made = |path: &str| path.starts_with("pagefind/") || path == ".bacheca-files";
    let built: BTreeSet<String> = tree(small_site()).into_keys().filter(|path| !is_named_when_made(path)).collect();
    let mut declared_alone: Vec<&String> = declared.difference(&built).collect();
    declared_alone.retain(|path| *path != "pagefind/");
    let problems = declared_alone.into_iter().map(|path| format!("{path} is declared and not built"));
    none(problems.chain(built.difference(&declared).map(|path| format!("{path} is built and not declared"))).collect());
}

#[test]
fn each_page_rendered_by_itself_is_the_one_that_is_built() {
    let board = small_board();
    let context = context(board.path());
    let is_quick =
        |path: &str| [".html", ".xml", ".json", ".txt", ".ics", ".svg"].iter().any(|end| path.ends_with(end));
    let mut problems = Vec::new();
    for (path, built) in tree(small_site()).into_iter().filter(|(path, _)| is_quick(path)) {
        let memory = MemorySink::default();
        match find_address(&context, &path) {
            Some(address) => publish_at(&context, &address, &memory).unwrap(),
            None => problems.push(format!("{path} is at no address")),
        }
        if memory.into_files().get(&path) != Some(&built) {
            problems.push(format!("{path} is another page"));
        }
    }
    none(problems);
    assert!(find_address(&context, "o/aiuto-cuoco-mensa/altro.html").is_none());
    assert!(find_address(&context, "altro/index.html").is_none());
}

#[test]
fn two_outputs_at_one_path_are_refused_by_their_names() {
    for path in ["index.html", "feed.xml", "o/aiuto-cuoco-mensa/qr.svg"] {
        let board = small_board();
        write(&board.path().join("static").join(path), "mine");
        let said = bacheca(board.path(), &["build", "--skip", "search,poster,card,print"]).ends(2).err;
        assert!(said.contains(path) && said.contains("assets"), "{path}: {said}");
    }
}

#[test]
fn what_is_left_out_is_not_listed() {
    let board = small_board();
    bacheca(board.path(), &["build", "--skip", "zones,search,poster,card,print"]).ends(0);
    let sitemap = std::fs::read_to_string(board.path().join("public/sitemap.xml")).unwrap();
    assert!(sitemap.contains("/archivio/2026/") && !sitemap.contains("/zone/"), "{sitemap}");
}

#[test]
fn no_character_of_a_title_cuts_its_card() {
    let board = small_board();
    let item = board.path().join("content/opportunita/2026/sportello-diritti.md");
    let text = std::fs::read_to_string(&item).unwrap();
    write(&item, text.replacen("\ntitolo: ", "\ntitolo: Prima\u{f8f0}dopo ", 1));
    let context = Arc::new(context(board.path()));
    let memory = MemorySink::default();
    publish_at(&context, &find_address(&context, "index.html").unwrap(), &memory).unwrap();
    let home = String::from_utf8(memory.into_files().remove("index.html").unwrap()).unwrap();
    assert!(home.contains("Prima\u{f8f0}dopo ") && !home.contains("<root>"), "{home}");
}
