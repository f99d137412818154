//! The order in which the files of a site arrive where they cannot all arrive at once.

/// Service worker: it lists files that must exist already.
const SERVICE_WORKER: &str = "sw.js";
/// Folder of the search index. Its own files, not those of its folders, arrive with the pages, after the files that they
/// refer to.
const SEARCH_INDEX: &str = "ricerca/";

/// When a file arrives: each stage is complete before the next begins, so that nobody finds a page whose files are
/// missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum ArrivalStage {
    /// Files that pages need.
    Needed,
    /// Pages.
    Page,
    /// The service worker.
    Worker,
}

impl ArrivalStage {
    /// All stages in order.
    pub(super) const ALL: [Self; 3] = [Self::Needed, Self::Page, Self::Worker];

    /// Stage of a path; a compressed file arrives with its original.
    pub(super) fn of(path: &str) -> Self {
        let original = [".gz", ".br"].iter().find_map(|ending| path.strip_suffix(ending)).unwrap_or(path);
        match original {
            SERVICE_WORKER => Self::Worker,
            page if page.ends_with(".html") => Self::Page,
            entry if entry.strip_prefix(SEARCH_INDEX).is_some_and(|below| !below.contains('/')) => Self::Page,
            _ => Self::Needed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_arrive_after_what_they_need() {
        use ArrivalStage::{Needed, Page, Worker};
        for (path, stage) in [
            ("assets/style.css", Needed),
            ("o/corso/poster.pdf", Needed),
            ("ricerca/en/fragment.json.br", Needed),
            ("o/corso/index.html", Page),
            ("o/corso/index.html.gz", Page),
            ("ricerca/entry.json", Page),
            ("sw.js", Worker),
            ("sw.js.br", Worker),
        ] {
            assert_eq!(ArrivalStage::of(path), stage, "{path}");
        }
        assert!(ArrivalStage::ALL.is_sorted());
    }
}
