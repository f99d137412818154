//! Pages of the small site: their links, language, policy and titles.

use super::{SITE_ROOT, is_text, pages, resolve};
use crate::support::{SITE_URL, assert_no_problems, read_tree, small_site};

#[test]
fn relative_links_lead_to_files() {
    let site = read_tree(small_site());
    let mut problems = Vec::new();
    for page in pages(&site) {
        let refreshes =
            page.values("content").into_iter().filter_map(|value| Some(value.split_once("; url=")?.1.to_owned()));
        let links = page.values("href").into_iter().chain(page.values("src")).chain(refreshes);
        for link in links {
            // A calendar's address as a subscription.
            let link = link.replacen("webcal:", "https:", 1);
            let outside =
                ["https://", "mailto:", "tel:", "sms:", "viber:"].iter().any(|scheme| link.starts_with(scheme));
            // `404.html` is shown at any depth, so its links start at the root.
            let from_root = (page.path == "404.html").then(|| link.strip_prefix(SITE_ROOT)).flatten();
            let own = link.strip_prefix(SITE_URL).or(from_root);
            if link.starts_with('#') || (outside && own.is_none()) {
                continue;
            }
            let target = match own {
                Some(below) => resolve("", below),
                None => resolve(page.folder(), &link),
            };
            let file = target
                .map(|target| if target.is_empty() || target.ends_with('/') { target + "index.html" } else { target });
            if file.as_ref().is_none_or(|file| !site.contains_key(file)) {
                problems.push(format!("{}: «{link}» leads nowhere", page.path));
            }
        }
    }
    assert_no_problems(problems);
}

#[test]
fn pages_load_nothing_from_other_hosts() {
    let site = read_tree(small_site());
    let mut problems = Vec::new();
    for page in pages(&site) {
        let address = |value: &str| value.contains("://") || value.starts_with("//");
        let sources = page.values("src").into_iter().chain(page.values("srcset")).chain(page.values("action"));
        problems.extend(sources.filter(|value| address(value)).map(|value| format!("{}: {value}", page.path)));
        for (start, _) in page.text.match_indices("<link ") {
            let link = page.text[start..].split('>').next().unwrap();
            let loads = ["stylesheet", "icon", "preload", "modulepreload", "manifest"]
                .iter()
                .any(|kind| link.contains(&format!("rel=\"{kind}")));
            let target = link.split("href=\"").nth(1).unwrap_or_default();
            if loads && address(target) {
                problems.push(format!("{}: {link}", page.path));
            }
        }
    }
    for (path, bytes) in site.iter().filter(|(path, _)| path.starts_with("assets/") && path.ends_with(".css")) {
        let text = String::from_utf8_lossy(bytes);
        problems.extend(
            ["url(http", "url(//", "url(\"http", "@import"]
                .iter()
                .filter(|part| text.contains(*part))
                .map(|part| format!("{path}: {part}")),
        );
    }
    // XML namespaces, names of things in Turtle and the examples of rules are not loaded.
    let name = |line: &str| line.contains("xmlns") || line.contains("http://www.w3.org/") || line.starts_with("pre ");
    for (path, bytes) in site.iter().filter(|(path, _)| is_text(path) && !path.ends_with(".ttl")) {
        let text = String::from_utf8_lossy(bytes);
        problems.extend(
            text.split('<').filter(|tag| tag.contains("http://") && !name(tag)).map(|tag| format!("{path}: {tag}")),
        );
    }
    assert_no_problems(problems);
}

#[test]
fn page_declares_language_and_direction() {
    let site = read_tree(small_site());
    let mut problems = Vec::new();
    for page in pages(&site) {
        let (lang, dir) = match page.path.split('/').next() {
            Some("ar") => ("ar", "rtl"),
            Some("en") => ("en", "ltr"),
            _ => ("it", "ltr"),
        };
        if !page.text.contains(&format!("<html lang=\"{lang}\" dir=\"{dir}\"")) {
            problems.push(format!("{}: no <html lang=\"{lang}\" dir=\"{dir}\">", page.path));
        }
    }
    assert_no_problems(problems);
}

#[test]
fn page_has_one_title_one_h1_and_strict_policy() {
    let site = read_tree(small_site());
    let mut problems = Vec::new();
    for page in pages(&site) {
        let alias = page.text.contains("http-equiv=\"refresh\"");
        let times = |part: &str| page.text.matches(part).count();
        if times("<title>") != 1 || (!alias && times("<h1") != 1) {
            problems.push(format!("{}: {} <title>, {} <h1>", page.path, times("<title>"), times("<h1")));
        }
        if !alias
            && (times("default-src 'none'") != 1
                || page.text.contains("unsafe-inline")
                || page.text.contains("'unsafe-eval'"))
        {
            problems.push(format!("{}: its content security policy is not strict", page.path));
        }
        let handler = page
            .text
            .split('<')
            .any(|tag| tag.split('>').next().is_some_and(|tag| tag.contains(" onclick=") || tag.contains(" style=\"")));
        if handler || times("<style") > 0 {
            problems.push(format!("{}: the policy forbids what is written inline", page.path));
        }
    }
    assert_no_problems(problems);
}
