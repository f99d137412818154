//! Configuration of a git-based content management system, in which editors correct and complete the files of a board in the
//! browser: the fields that the records declare, with the labels and questions of the forms.
//!
//! Sveltia CMS and Decap CMS read the same format; where they differ [`Cms`] says how.

mod collections;
mod fields;

use serde_json::{Map, Value as Json, json};

use crate::board::Board;
use crate::locale::Locales;
use crate::source::write::serialize_block;
use collections::list_collections;

/// Name of the collection of organisations, to which announcements refer.
const ORGANISATIONS: &str = "enti";

/// A content management system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cms {
    /// Sveltia CMS.
    Sveltia,
    /// Decap CMS.
    Decap,
}

/// What stands above the configuration, for whoever puts it in place.
const HEAD: &str = "\
# Scritto da «bacheca schema --cms»: dopo un aggiornamento del programma o di site.toml si fa di nuovo, non si corregge a mano.
# Va accanto alla pagina del CMS, per esempio in static/cms/config.yml, con static/cms/index.html.
";
/// That nothing is saved while the board does not say where its files are.
const WITHOUT_REPOSITORY: &str = "\
# In site.toml non c'è il repository su GitHub o GitLab: questa è una prova nel browser, che non salva niente da nessuna parte.
";
/// How to try it on one's own computer.
const LOCAL_SVELTIA: &str = "\
# Per provarlo sul proprio computer: «Work with Local Repository» nella pagina del CMS apre la cartella della bacheca.
";
const LOCAL_DECAP: &str = "\
# Per provarlo sul proprio computer: togli il segno alla riga local_backend e avvia «npx decap-server» nella cartella della bacheca.
# local_backend: true
";

/// Writes the configuration of a CMS for the files of a board, as YAML.
#[must_use]
pub fn write_cms_config(board: &Board, locales: &Locales, cms: Cms) -> String {
    let config = &board.config.bacheca;
    let backend = backend(config.repository.as_deref(), &config.ramo);
    let mut text = HEAD.to_owned();
    if backend.is_none() {
        text.push_str(WITHOUT_REPOSITORY);
    }
    text.push_str(match cms {
        Cms::Sveltia => LOCAL_SVELTIA,
        Cms::Decap => LOCAL_DECAP,
    });
    let saves = backend.is_some();
    let mut values = Map::new();
    let mut set = |key: &str, value: Json| values.insert(key.to_owned(), value);
    set("backend", backend.unwrap_or_else(|| json!({"name": "test-repo"})));
    if saves {
        // Each change is a proposal, which the check comments on.
        set("publish_mode", "editorial_workflow".into());
    }
    // Pictures lie beside their announcement.
    set("media_folder", "static".into());
    set("public_folder", "/".into());
    set("site_url", config.indirizzo.as_str().into());
    set("show_preview_links", false.into());
    match cms {
        Cms::Sveltia => {
            set("app_title", config.nome.as_str().into());
            set("output", json!({"omit_empty_optional_fields": true}));
        }
        Cms::Decap => {
            set("locale", config.lingua.as_str().into());
        }
    }
    set("slug", json!({"encoding": "ascii", "clean_accents": true, "sanitize_replacement": "-"}));
    set("collections", list_collections(board, locales, cms));
    text.push_str(&serialize_block(&values));
    text
}

/// Where a CMS saves, from the address of a repository; `None` if it is on a host that is not known.
fn backend(repository: Option<&str>, branch: &str) -> Option<Json> {
    let (host, path) = repository?.strip_prefix("https://")?.split_once('/')?;
    let path = path.trim_end_matches('/').trim_end_matches(".git");
    let name = match host {
        "github.com" => "github",
        "gitlab.com" => "gitlab",
        _ => return None,
    };
    (path.split('/').count() >= 2).then(|| json!({"name": name, "repo": path, "branch": branch}))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn backends_are_known_hosts() {
        assert_eq!(
            backend(Some("https://github.com/example-org/bacheca/"), "main"),
            Some(json!({"name": "github", "repo": "example-org/bacheca", "branch": "main"}))
        );
        assert_eq!(backend(Some("https://gitlab.com/a/b/c.git"), "main").unwrap()["repo"], "a/b/c");
        for other in [None, Some("https://github.com/example-org"), Some("https://git.example.org/a/b"), Some("x")] {
            assert_eq!(backend(other, "main"), None, "{other:?}");
        }
    }
}
