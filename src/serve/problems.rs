//! Problems, as a page shows them: message, file, line, what to write.

use std::fmt::Write;

use crate::board::Loaded;
use crate::check::report::Sources;
use crate::diagnostic::{Diagnostic, Severity};

/// A block of HTML for the top of every page; empty without problems.
pub(super) fn html(loaded: &Loaded, problems: &[Diagnostic]) -> String {
    let sources = Sources::of(loaded, problems);
    let mut out = String::new();
    for (severity, title, open) in [(Severity::Error, "Errori", " open"), (Severity::Warning, "Avvisi", "")] {
        let found: Vec<&Diagnostic> = problems.iter().filter(|problem| problem.severity == severity).collect();
        if found.is_empty() {
            continue;
        }
        let _ =
            write!(out, "<details class=\"bacheca-problems\"{open}><summary>{title}: {}</summary><ol>", found.len());
        for problem in found {
            let line = sources.line(problem).unwrap_or_default();
            let _ = write!(
                out,
                "<li><strong>{}</strong><br><code>{}:{line}</code> <small>{}</small>",
                escape(&problem.message.it),
                escape(&problem.file),
                problem.rule
            );
            if let Some(hint) = &problem.hint {
                let _ = write!(out, "<br>{}", escape(&hint.it));
            }
            if let Some(replacement) = sources.corrected(problem) {
                let _ = write!(out, "<br><code>{}</code>", escape(&replacement));
            }
            out.push_str("</li>");
        }
        out.push_str("</ol></details>");
    }
    out
}

/// A failure that is not of the content: the theme, the disk.
pub(super) fn failure(message: &str) -> String {
    format!("<details class=\"bacheca-problems\" open><summary>Errore</summary><p>{}</p></details>", escape(message))
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
