//! The declaration of pages: it equals what is built, listed and previewed.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use bacheca::board::load;
use bacheca::config::Config;
use bacheca::output::MemorySink;
use bacheca::pipeline::prepare_render_context;
use bacheca::publish::{RenderContext, declared_files, find_address, publish_at};

use crate::support::{
    SITE_URL, TODAY, assert_no_problems, bacheca, read_tree, real_site, small_board, small_site, write,
};

fn board_context(board: &Path) -> RenderContext {
    let config = Config::load(board).map_err(|_| "site.toml").unwrap();
    prepare_render_context(&load(board, config, TODAY.parse().unwrap())).unwrap()
}

/// Addresses of the site's pages that are indexable and canonical.
fn indexable_pages() -> BTreeSet<String> {
    let is_listable = |(path, bytes): &(String, Vec<u8>)| {
        let page = path.strip_suffix("index.html").unwrap_or(path);
        let text = std::str::from_utf8(bytes).unwrap();
        let canonical = format!("<link rel=\"canonical\" href=\"{SITE_URL}{page}\">");
        !text.contains("<meta name=\"robots\" content=\"noindex\">") && text.contains(&canonical)
    };
    let pages = read_tree(small_site()).into_iter().filter(|(path, _)| path.ends_with(".html")).filter(is_listable);
    pages.map(|(path, _)| path.strip_suffix("index.html").unwrap_or(&path).to_owned()).collect()
}

#[test]
fn sitemap_equals_the_indexable_pages() {
    let sitemap = String::from_utf8(read_tree(small_site()).remove("sitemap.xml").unwrap()).unwrap();
    let address = |rest: &str| rest.split("</loc>").next().unwrap().strip_prefix(SITE_URL).unwrap().to_owned();
    let listed: Vec<String> = sitemap.split("<loc>").skip(1).map(address).collect();
    let once: BTreeSet<String> = listed.iter().cloned().collect();
    assert_eq!(listed.len(), once.len(), "an address is there twice");
    let listable = indexable_pages();
    assert!(listable.len() > 50, "{}", listable.len());
    let missing = listable.difference(&once).map(|path| format!("«{path}» is missing"));
    assert_no_problems(
        missing.chain(once.difference(&listable).map(|path| format!("«{path}» asks not to be listed"))).collect(),
    );
}

#[test]
fn declared_files_equal_built_files() {
    let board = small_board();
    let declared: BTreeSet<String> = declared_files(&board_context(board.path())).unwrap().into_keys().collect();
    let is_named_when_made = |path: &str| path.starts_with("ricerca/") || path == ".bacheca-files";
    let built: BTreeSet<String> =
        read_tree(small_site()).into_keys().filter(|path| !is_named_when_made(path)).collect();
    let mut declared_alone: Vec<&String> = declared.difference(&built).collect();
    declared_alone.retain(|path| *path != "ricerca/");
    let problems = declared_alone.into_iter().map(|path| format!("{path} is declared and not built"));
    assert_no_problems(
        problems.chain(built.difference(&declared).map(|path| format!("{path} is built and not declared"))).collect(),
    );
}

#[test]
fn page_rendered_alone_equals_built_page() {
    let board = small_board();
    let context = board_context(board.path());
    let is_quick =
        |path: &str| [".html", ".xml", ".json", ".txt", ".ics", ".svg"].iter().any(|end| path.ends_with(end));
    let mut problems = Vec::new();
    for (path, built) in read_tree(small_site()).into_iter().filter(|(path, _)| is_quick(path)) {
        let memory = MemorySink::default();
        match find_address(&context, &path) {
            Some(address) => publish_at(&context, &address, &memory).unwrap(),
            None => problems.push(format!("{path} is at no address")),
        }
        if memory.into_files().get(&path) != Some(&built) {
            problems.push(format!("{path} is another page"));
        }
    }
    assert_no_problems(problems);
    assert!(find_address(&context, "o/aiuto-cuoco-mensa/altro.html").is_none());
    assert!(find_address(&context, "altro/index.html").is_none());
}

#[test]
fn duplicate_output_path_is_rejected_by_name() {
    for path in ["index.html", "feed.xml", "o/aiuto-cuoco-mensa/qr.svg"] {
        let board = small_board();
        write(&board.path().join("static").join(path), "mine");
        let output = bacheca(board.path(), &["build", "--skip", "search,poster,card,print"]).expect_code(2).err;
        assert!(output.contains(path) && output.contains("assets"), "{path}: {output}");
    }
}

#[test]
fn skipped_output_is_not_in_the_sitemap() {
    let board = small_board();
    bacheca(board.path(), &["build", "--skip", "zones,search,poster,card,print"]).expect_code(0);
    let sitemap = std::fs::read_to_string(board.path().join("public/sitemap.xml")).unwrap();
    assert!(sitemap.contains("/archivio/2024/") && !sitemap.contains("/zone/"), "{sitemap}");
}

#[test]
fn item_card_title_keeps_every_character() {
    let board = small_board();
    let item = board.path().join("content/opportunita/2026/sportello-diritti.md");
    let text = std::fs::read_to_string(&item).unwrap();
    write(&item, text.replacen("\ntitolo: ", "\ntitolo: Prima\u{f8f0}dopo ", 1));
    let context = Arc::new(board_context(board.path()));
    let memory = MemorySink::default();
    publish_at(&context, &find_address(&context, "index.html").unwrap(), &memory).unwrap();
    let home = String::from_utf8(memory.into_files().remove("index.html").unwrap()).unwrap();
    assert!(home.contains("Prima\u{f8f0}dopo ") && !home.contains("<root>"), "{home}");
}

#[test]
fn untranslated_page_leads_to_a_desk_that_speaks_its_language() {
    let board = small_board();
    let desk = board.path().join("content/centri/sportello-borgo.md");
    let text = std::fs::read_to_string(&desk).unwrap();
    write(&desk, text.replacen("\nservizi:", "\ncontatti: {telefono: \"06 5550 0150\"}\nservizi:", 1));
    let context = Arc::new(board_context(board.path()));
    let path = "ar/o/aiuto-cuoco-mensa/index.html";
    let memory = MemorySink::default();
    publish_at(&context, &find_address(&context, path).unwrap(), &memory).unwrap();
    let page = String::from_utf8(memory.into_files().remove(path).unwrap()).unwrap();
    assert!(page.contains("<a href=\"tel:+390655500150\" rel=\"noopener\">اسأل بالعربية"), "{page}");
}

#[test]
fn who_is_left_out_is_never_clipped_and_notices_do_not_count_down() {
    let page = |path: &str| std::fs::read_to_string(real_site().join(path).join("index.html")).unwrap();
    let grant = page("fr/o/contributo-primo-affitto");
    assert!(grant.contains("Roma, ne pas être propriétaire d'un logement</dd>"), "{grant}");
    // Only lines of the class `more` are clipped by the style sheet.
    let limits = grant.lines().find(|line| line.contains("depuis 12 mois au plus")).unwrap();
    assert!(limits.starts_with("<p class=\"answer limits\">"), "{limits}");
    let notice = page("o/sportello-aperto-il-sabato");
    assert!(notice.contains("<span data-relative></span>") && !notice.contains("<strong data-relative>"), "{notice}");
    assert!(page("o/italiano-a2-casilina").contains("<strong data-relative>"));
    assert!(page("o/suam-nuova-sede").contains("Adesso: via Mario Crescimbeni 25"));
}
