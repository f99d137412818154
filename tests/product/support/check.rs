//! `check` within this process, without the start of a command. A test in `faults` compares it with the command, byte
//! for byte.

use std::path::Path;

use bacheca::board::{Problem, load};
use bacheca::check::report::{self, Format, Report};
use bacheca::check::to_diagnostic;
use bacheca::config::Config;
use bacheca::diagnostic::MessageLanguage;
use serde_json::Value as Json;

use super::TODAY;

/// Output of `bacheca check --format json` for the board at `root`.
pub fn json_report(root: &Path) -> String {
    let mut out = Vec::new();
    let language = MessageLanguage::Italian;
    match Config::load(root) {
        Ok(config) => {
            let mut loaded = load(root, config, TODAY.parse().unwrap());
            bacheca::pipeline::add_theme_faults(&mut loaded);
            let checked = bacheca::check::check(&loaded.board, std::mem::take(&mut loaded.problems), None);
            let files = loaded.board.file_count() + loaded.unreadable.len();
            report::write(&mut out, &Report::from_outcome(&loaded, &checked, files, language, false), Format::Json)
                .unwrap();
        }
        Err((source, found)) => {
            let problem = to_diagnostic(&Problem::in_file(&source.path, found));
            let report = Report::from_configuration(&source, &problem, language, false);
            report::write(&mut out, &report, Format::Json).unwrap();
        }
    }
    String::from_utf8(out).unwrap()
}

/// Findings on the board at `root`, as in the JSON report.
pub fn findings(root: &Path) -> Vec<Json> {
    let report: Json = serde_json::from_str(&json_report(root)).unwrap();
    report["diagnostics"].as_array().unwrap().clone()
}
