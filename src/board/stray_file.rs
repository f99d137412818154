//! Files below `content/` that nothing reads: a wrong ending, a wrong folder.

use super::load::Folder;
use super::voice::is_voice;
use super::{Problem, ProblemKind};
use crate::model::PUBLICATIONS_ENDING;
use crate::text::slug::slugify;

/// Whether a path is that of a content file, by folder and ending.
pub(super) fn is_markdown(path: &str) -> bool {
    path.ends_with(".md") && Folder::from_path(path).is_some()
}

/// Endings of pictures, which may stand beside announcements.
const PICTURES: [&str; 6] = ["jpg", "jpeg", "png", "webp", "gif", "svg"];
/// Files and folders of `content/` that editors keep and the site does not show, and those that systems leave behind.
const KEPT: [&str; 4] = ["glossario.csv", "thumbs.db", "desktop.ini", "icon\r"];

/// Problem of a file that is no content file: none if nobody would expect to read it on the site.
pub(super) fn not_read(path: &str) -> Option<Problem> {
    let parts: Vec<&str> = path.strip_prefix("content/")?.split('/').collect();
    let (name, folders) = parts.split_last()?;
    // Hidden files belong to programs, a readme to the editors.
    let hidden = parts.iter().any(|part| part.starts_with('.') || part.ends_with('~'));
    let first = parts.first()?.to_lowercase();
    let small = name.to_lowercase();
    let in_folder = Folder::from_path(path).is_some() && !folders.is_empty();
    let picture = small.rsplit_once('.').is_some_and(|(_, ending)| PICTURES.contains(&ending));
    let kept = KEPT.iter().any(|kept| *kept == first || *kept == small) || small.starts_with("readme");
    if hidden || kept || in_folder && picture || is_voice(path) {
        return None;
    }
    let meant = meant_path(&small, folders).filter(|meant| meant != path);
    Some(Problem::new(path, 0..0, ProblemKind::NotRead { meant }))
}

/// Path under which a text would be read; `None` if it is no text, or its folder says nothing.
fn meant_path(name: &str, folders: &[&str]) -> Option<String> {
    let endings_of_posts = [".pubblicazioni.yml", ".pubblicazioni.yaml.txt", ".pubblicazione.yaml"];
    if let Some(stem) = endings_of_posts.iter().find_map(|ending| name.strip_suffix(ending)) {
        let folder = folders.join("/");
        return Some(format!("content/{folder}/{stem}{PUBLICATIONS_ENDING}"));
    }
    let endings = [".md.txt", ".markdown", ".mdown", ".txt", ".md"];
    let stem = endings
        .iter()
        .find_map(|ending| name.strip_suffix(ending))
        .or_else(|| (!name.contains('.')).then_some(name))?;
    let (first, below) = match folders.split_first() {
        Some((first, below)) => (slugify(first), below),
        None => return Some(format!("content/opportunita/{stem}.md")),
    };
    let is_year = |text: &str| text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let known = Folder::ALL
        .iter()
        .find(|(_, folder)| first.starts_with(folder) || folder.get(..3).is_some_and(|start| first.starts_with(start)));
    let mut path = match known {
        Some((_, folder)) => format!("content/{folder}"),
        None if is_year(&first) || first.starts_with("annunc") => "content/opportunita".to_owned(),
        None => return None,
    };
    for folder in Some(first.as_str()).filter(|first| is_year(first)).iter().chain(below) {
        path = format!("{path}/{folder}");
    }
    Some(format!("{path}/{stem}.md"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The path that a file should have, «?» if nothing says it; `None` for files that are not told.
    fn meant(path: &str) -> Option<String> {
        let ProblemKind::NotRead { meant } = not_read(path)?.kind else { return None };
        Some(meant.unwrap_or_else(|| "?".to_owned()))
    }

    #[test]
    fn file_with_a_wrong_ending_or_folder_is_told() {
        for (path, right) in [
            ("content/opportunita/2026/corso.MD", "content/opportunita/2026/corso.md"),
            ("content/opportunita/2026/corso", "content/opportunita/2026/corso.md"),
            ("content/opportunita/2026/corso.markdown", "content/opportunita/2026/corso.md"),
            ("content/opportunita/2026/corso.md.txt", "content/opportunita/2026/corso.md"),
            ("content/opportunità/2026/corso.md", "content/opportunita/2026/corso.md"),
            ("content/Opportunita/2026/corso.md", "content/opportunita/2026/corso.md"),
            ("content/opportunita2/corso.md", "content/opportunita/corso.md"),
            ("content/2026/corso.md", "content/opportunita/2026/corso.md"),
            ("content/corso.md", "content/opportunita/corso.md"),
            ("content/ente/nuovo.md", "content/enti/nuovo.md"),
            ("content/opportunita/2026/corso.pubblicazioni.yml", "content/opportunita/2026/corso.pubblicazioni.yaml"),
            ("content/annunci/corso.md", "content/opportunita/corso.md"),
        ] {
            assert_eq!(meant(path).as_deref(), Some(right), "{path}");
        }
        for path in [
            "content/opportunita/2026/bando.pdf",
            "content/enti/nuovo.yaml",
            "content/varie/corso.md",
            "content/rifiutati/2026/badante.md",
            "content/foto.jpg",
        ] {
            assert_eq!(meant(path).as_deref(), Some("?"), "{path}");
        }
    }

    #[test]
    fn pictures_and_files_of_editors_are_not_told() {
        for path in [
            "content/opportunita/2026/festa.JPG",
            "content/opportunita/.DS_Store",
            "content/.git/config",
            "content/opportunita/corso.md~",
            "content/glossario.csv",
            "content/README.md",
            "content/opportunita/Thumbs.db",
        ] {
            assert_eq!(meant(path), None, "{path}");
        }
    }
}
