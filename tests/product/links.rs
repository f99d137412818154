//! Links between the files of a site: none leads to nothing.

use std::collections::BTreeMap;

use crate::support::{SITE_URL, assert_no_problems, read_tree, real_site, small_site};

/// Outputs that the site of the tests leaves out.
const LEFT_OUT: [&str; 5] = ["/status.png", ".pdf", "/card.png", "preview.jpg", "/image.jpg"];

/// Values of attributes that name other files.
fn links(html: &str) -> impl Iterator<Item = String> {
    ["href=\"", "src=\"", "action=\""].into_iter().flat_map(move |name| {
        let found = html.split(name).skip(1).filter_map(|rest| rest.split('"').next());
        found.map(|link| link.replace("&amp;", "&").replace("&#x2F;", "/"))
    })
}

/// Path below the site's root, and anchor, of a link in a file of a folder; `None` for links to elsewhere.
fn resolve(folder: &str, link: &str) -> Option<(String, Option<String>)> {
    let site = url::Url::parse("https://site.invalid/").unwrap();
    let target = site.join(folder).unwrap().join(link).ok()?;
    let path = percent_encoding::percent_decode_str(target.path()).decode_utf8().unwrap().into_owned();
    let anchor = target.fragment().filter(|anchor| !anchor.is_empty()).map(str::to_owned);
    (target.host_str() == site.host_str()).then(|| (path.trim_start_matches('/').to_owned(), anchor))
}

#[test]
fn no_link_leads_to_nothing() {
    let site = read_tree(real_site());
    let pages: BTreeMap<&str, &str> = site
        .iter()
        .filter(|(path, _)| path.ends_with(".html") && *path != "404.html")
        .map(|(path, bytes)| (path.as_str(), std::str::from_utf8(bytes).unwrap()))
        .collect();
    assert!(pages.len() > 1000, "{} pages", pages.len());
    let mut dead: BTreeMap<String, &str> = BTreeMap::new();
    for (path, html) in &pages {
        let folder = path.rsplit_once('/').map_or_else(String::new, |(folder, _)| format!("{folder}/"));
        for (target, anchor) in links(html).filter_map(|link| resolve(&folder, &link)) {
            if LEFT_OUT.iter().any(|end| target.ends_with(end)) {
                continue;
            }
            let file = if target.is_empty() || target.ends_with('/') { format!("{target}index.html") } else { target };
            if !site.contains_key(&file) {
                dead.insert(file, path);
            } else if let (Some(anchor), Some(html)) = (anchor, pages.get(file.as_str()))
                // Filters of the list of contact points are kept in the fragment.
                && !anchor.contains('=')
                && ![format!("id=\"{anchor}\""), format!("id={anchor} "), format!("id={anchor}>")]
                    .iter()
                    .any(|id| html.contains(id))
            {
                dead.insert(format!("{file}#{anchor}"), path);
            }
        }
    }
    assert_no_problems(
        dead.into_iter().map(|(target, page)| format!("{page} leads to {target}, which is not there")).collect(),
    );
}

/// Chats show a picture for the link to any page.
#[test]
fn every_page_has_a_preview() {
    let site = read_tree(small_site());
    let mut problems = Vec::new();
    for (path, bytes) in site.iter().filter(|(path, _)| path.ends_with(".html")) {
        let html = std::str::from_utf8(bytes).unwrap();
        if html.contains("http-equiv=\"refresh\"") {
            continue;
        }
        let image = html.split("<meta property=\"og:image\" content=\"").nth(1).and_then(|rest| rest.split('"').next());
        let file = image.and_then(|image| image.strip_prefix(SITE_URL));
        match file.and_then(|file| site.get(file)) {
            // Chats show no larger ones.
            Some(picture) if picture.len() < 300_000 => {}
            _ => problems.push(format!("{path}: {image:?}")),
        }
    }
    assert_no_problems(problems);
}
